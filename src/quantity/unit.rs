//! Units of measurement and percentages behind a number.
//!
//! # What it finds
//! Signs (`%`, `km²`, `°C`), words (`per cent`, `square miles`, `degrees Fahrenheit`), and units behind a hyphen
//! (`a 27-kilometre ring`), with dimension and SI value from `units.tsv`.
//!
//! # Why it matters
//! Two numbers can be compared only in the same unit.
//!
//! # Examples
//! `1.5 percentage points`, `25 basis points`, `24pc`, `173 square miles`, `a 6kW motor`, `2 1/2 in thick`.
//!
//! # Counter-examples
//! `22 in the city` has no inches, `12 A-levels` no amperes.
//!
//! # Known limits
//! *ton* is the American short ton, *gallon* and *pint* the American ones.

use super::cursor::{Cursor, key, keys};
use super::table::Class;
use super::{Number, Unit, UnitKind};
use crate::Span;
use crate::document::WordKey;

/// A unit, and the token behind it.
pub(super) type Found = (Unit, usize);

/// The unit that is written directly behind the digits in the same token: `km` of `5km`.
pub(super) fn suffixed(cursor: &Cursor, suffix: &str, span: Span, next: usize) -> Option<Found> {
    let kind = match suffix {
        "pc" | "pct" | "PC" => (UnitKind::Percent, "percent"),
        "pp" | "ppt" | "ppts" => (UnitKind::PercentagePoint, "percentage point"),
        "bps" | "bp" => (UnitKind::BasisPoint, "basis point"),
        "x" | "X" => (UnitKind::Multiple, "time"),
        _ => {
            let index = match cursor.tables.unit_symbols.get(suffix) {
                Some(&(index, _)) => index,
                // km/h and the like that the tokenizer joins: take the longest known beginning
                None => {
                    // 250mls, 5kms; 3hours
                    let one = suffix.strip_suffix('s').filter(|one| one.len() > 1)?;
                    let symbol = cursor.tables.unit_symbols.get(one).map(|&(index, _)| index);
                    symbol.or_else(|| cursor.tables.units_by_name.get(one).copied().filter(|_| one.len() > 2))?
                }
            };
            let (unit, end) = extended(cursor, index, suffix, span, next);
            return Some((unit, end));
        }
    };
    Some((Unit { kind: kind.0, name: kind.1.to_owned(), span }, next))
}

/// `sq m`, `km/h`: a symbol in the number's token that goes on in the tokens behind it.
fn extended(cursor: &Cursor, index: u16, suffix: &str, span: Span, next: usize) -> Found {
    if cursor.word(next) == "/" && next > 0 && cursor.glued(next - 1) && cursor.glued(next) {
        let joined = format!("{suffix}/{}", cursor.word(next + 1));
        if let Some(&(index, _)) = cursor.tables.unit_symbols.get(&joined) {
            return (measure(cursor, index, span.cover(cursor.span(next + 1))), next + 2);
        }
    }
    // 4km^3
    if cursor.word(next) == "^" && next > 0 && cursor.glued(next - 1) {
        let joined = format!("{suffix}^{}", cursor.word(next + 1));
        if let Some(&(index, _)) = cursor.tables.unit_symbols.get(&joined) {
            return (measure(cursor, index, span.cover(cursor.span(next + 1))), next + 2);
        }
    }
    (measure(cursor, index, span), next)
}

/// The unit whose words start at token `at`.
pub(super) fn behind(cursor: &Cursor, at: usize, value: Option<Number>) -> Option<Found> {
    // A unit stands in the sentence of its number.
    if at > 0 && at < cursor.len() && cursor.sentence(at - 1) != cursor.sentence(at) {
        return None;
    }
    percent(cursor, at).or_else(|| measured(cursor, at, value))
}

const POINT: &[WordKey] = &keys!("point points");

fn percent(cursor: &Cursor, at: usize) -> Option<Found> {
    let (kind, name, length) = match cursor.word(at) {
        "%" | "pct" | "pct." | "pc" | "percents" => (UnitKind::Percent, "percent", 1),
        "pp" | "ppt" | "ppts" | "p.p." => (UnitKind::PercentagePoint, "percentage point", 1),
        "bps" | "bp" => (UnitKind::BasisPoint, "basis point", 1),
        _ if cursor.is_any(at, &keys!("percent percentage")) => (UnitKind::Percent, "percent", 1),
        _ if cursor.is(at, key!("per")) && cursor.is_any(at + 1, &keys!("cent cents")) => {
            (UnitKind::Percent, "percent", 2)
        }
        _ if cursor.is(at, key!("basis")) && cursor.is_any(at + 1, POINT) => (UnitKind::BasisPoint, "basis point", 2),
        _ => return None,
    };
    let mut next = at + length;
    let (mut kind, mut name) = (kind, name);
    let point = if cursor.joins(next) { next + 1 } else { next };
    if kind == UnitKind::Percent && cursor.is_any(point, POINT) {
        (kind, name, next) = (UnitKind::PercentagePoint, "percentage point", point + 1);
    }
    Some((Unit { kind, name: name.to_owned(), span: cursor.tokens_span(at, next) }, next))
}

fn measured(cursor: &Cursor, at: usize, value: Option<Number>) -> Option<Found> {
    // Symbols of several tokens: km/h, kV/cm, lb-ft
    if matches!(cursor.word(at + 1), "/" | "-" | "^" | "⋅") && cursor.glued(at) && cursor.glued(at + 1) {
        let span = cursor.tokens_span(at, at + 3);
        if let Some(&(index, _)) = cursor.tables.unit_symbols.get(cursor.document.slice(span)) {
            return Some((measure(cursor, index, span), at + 3));
        }
    }
    if let Some((index, length)) = cursor.tables.unit_words.forward(cursor.tokens, at) {
        return Some((measure(cursor, index, cursor.tokens_span(at, at + length)), at + length));
    }
    let word = cursor.word(at);
    let &(index, glued) = cursor.tables.unit_symbols.get(word).or_else(|| {
        let bare = word.strip_suffix('.').filter(|bare| bare.len() > 1)?;
        cursor.tables.unit_symbols.get(bare)
    })?;
    let fits = match word {
        "in" => is_size(cursor, at + 1),
        "C" | "F" => value.is_some_and(|value| value.abs() < Number::from(2000)) && !cursor.is_hyphen(at + 1),
        "m" | "l" | "h" | "s" | "K" | "t" => !cursor.is_hyphen(at + 1) && cursor.word(at + 1) != "'",
        _ => !glued,
    };
    fits.then(|| (measure(cursor, index, cursor.span(at)), at + 1))
}

/// Whether *in* before token `at` is inch: `2 in thick`, `2 in.`
fn is_size(cursor: &Cursor, at: usize) -> bool {
    cursor.in_class(at, Class::Measured)
        || cursor.word(at).is_empty()
        || matches!(cursor.word(at), "." | "," | ")" | ";")
}

/// The unit of `units.tsv` with this index.
pub(super) fn measure(cursor: &Cursor, index: u16, span: Span) -> Unit {
    let entry = &cursor.tables.units[usize::from(index)];
    let kind = UnitKind::Measure { dimension: entry.dimension, si: entry.si, offset: entry.offset };
    Unit { kind, name: entry.name.clone(), span }
}
