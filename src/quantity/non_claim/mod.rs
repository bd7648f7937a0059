//! Numbers that claim no amount: dates, times, ordinals, scores, names, addresses, telephone numbers; and ages.
//!
//! Each has its file; the first that recognises a number takes it.

mod age;
mod contact;
mod date;
mod name;
mod ordinal;
mod score;
mod time;

use super::QuantityKind;
use super::cursor::Cursor;
use super::draft::Draft;
use super::numeral::Numeral;
use crate::Span;

/// A number that is no claim: what it is, and the tokens it takes.
#[derive(Clone, Copy, Debug)]
struct Found {
    kind: QuantityKind,
    rule: &'static str,
    first: usize,
    next: usize,
    confidence: u8,
}

impl Found {
    fn new(kind: QuantityKind, rule: &'static str, first: usize, next: usize, confidence: u8) -> Option<Self> {
        Some(Self { kind, rule, first, next, confidence })
    }
}

/// The draft of a number that claims nothing, if the numeral is one.
pub(super) fn non_claim(cursor: &Cursor, numeral: &Numeral) -> Option<Draft> {
    let found = contact::find(cursor, numeral)
        .or_else(|| time::find(cursor, numeral))
        .or_else(|| date::find(cursor, numeral))
        .or_else(|| score::find(cursor, numeral))
        .or_else(|| name::find(cursor, numeral))
        .or_else(|| age::find(cursor, numeral))
        .or_else(|| ordinal::find(cursor, numeral))?;
    let mut span = cursor.tokens_span(found.first, found.next);
    if found.first == numeral.first
        && found.next == numeral.next
        && !numeral.is_ordinal
        && found.kind != QuantityKind::Date
    {
        span = Span::of(numeral.span.start(), span.end());
    }
    let mut draft = Draft::new(*numeral, found.kind, found.rule, span, found.next);
    draft.first = found.first;
    draft.confidence = found.confidence;
    Some(draft)
}
