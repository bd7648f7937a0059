//! Repeats: one amount said twice.
//!
//! # What it finds
//! Conversions in brackets (`seven miles (11 km)`, `7,199 yuan ($1,062)`) and the same number in words and digits (`forty-five (45)`).
//!
//! # Why it matters
//! Counting claims must count an amount once.
//!
//! # Examples
//! `£5m ($6.4m)`: the dollars repeat the pounds.
//!
//! # Counter-examples
//! `12 miles (20 minutes)`: two measures.
//!
//! # Known limits
//! Apposed repeats without brackets are not found.

use super::cursor::Cursor;
use super::draft::Draft;
use super::{Unit, UnitKind};
use crate::document::Upos;

pub(super) fn mark(cursor: &Cursor, drafts: &mut [Draft]) {
    for index in 1..drafts.len() {
        let (before, rest) = drafts.split_at_mut(index);
        let (Some(first), Some(second)) = (before.last(), rest.first_mut()) else { return };
        if first.is_claim() && second.is_claim() && is_bracketed(cursor, first, second) && is_same(first, second) {
            second.repeats = Some(first.span);
            second.subject = first.subject;
            second.role = first.role;
            second.bound = second.bound.or(first.bound);
        }
    }
}

fn is_bracketed(cursor: &Cursor, first: &Draft, second: &Draft) -> bool {
    let from = second.modified_from;
    let opens = |at: Option<usize>| at.is_some_and(|at| matches!(cursor.word(at), "(" | "["));
    // (US $4.46): the country may stand apart from the sign
    let apart = opens(from.checked_sub(2)) && cursor.upos(from - 1) == Upos::Propn;
    let open = if apart { from.saturating_sub(2) } else { from.saturating_sub(1) };
    (apart || opens(from.checked_sub(1))) && (open <= first.reach.max(first.next))
}

fn is_same(first: &Draft, second: &Draft) -> bool {
    if first.value == second.value && (first.unit_name() == second.unit_name() || second.unit.is_none()) {
        return true;
    }
    match (first.unit.as_ref().map(Unit::kind), second.unit.as_ref().map(Unit::kind)) {
        (Some(UnitKind::Currency { code: one, .. }), Some(UnitKind::Currency { code: other, .. })) => one != other,
        (Some(UnitKind::Measure { dimension: one, .. }), Some(UnitKind::Measure { dimension: other, .. })) => {
            one == other && first.unit_name() != second.unit_name()
        }
        _ => false,
    }
}
