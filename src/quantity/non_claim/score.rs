//! Scores of matches and votes.
//!
//! # What it finds
//! `won 3-0`, `a 9-2 lead`, `tied at 89-89`, `a 5-4 ruling`.
//!
//! # Why it matters
//! Two counts that belong together are no range from three to nought.
//!
//! # Examples
//! `beat Rovers 2–1`, `in a 6-3 decision`.
//!
//! # Counter-examples
//! `3-5 per cent`, `15-22 miles`: a unit follows a range.
//!
//! # Known limits
//! A rising pair without a word of contest (`5-7`) is read as a range.

use super::Found;
use crate::quantity::cursor::Cursor;
use crate::quantity::numeral::{Numeral, numeral};
use crate::quantity::table::Class;
use crate::quantity::{Number, QuantityKind, unit};

pub(super) fn find(cursor: &Cursor, first: &Numeral) -> Option<Found> {
    let home = first.exact().filter(|value| value.is_whole() && *value < Number::from(200) && !value.is_negative())?;
    let dash = first.next;
    let joined = cursor.is_dash(dash) && cursor.glued(dash) && cursor.glued(dash - 1);
    if !joined || !first.suffix(cursor).is_empty() || first.scale.is_some() || first.is_ordinal || first.is_fraction {
        return None;
    }
    let away = numeral(cursor, dash + 1)
        .filter(|away| !away.is_ordinal && away.suffix(cursor).is_empty() && away.scale.is_none())?;
    let guest = away.exact().filter(|value| value.is_whole() && *value < Number::from(200))?;
    let next = away.next;
    let measured = unit::behind(cursor, next, Some(guest)).is_some()
        || cursor.is_hyphen(next) && cursor.glued(next - 1)
        || cursor.tables.currency_words.forward(cursor.tokens, next).is_some();
    if measured || cursor.is_dash(next) {
        return None;
    }
    let sentence = cursor.sentence(first.first);
    let near = |range: std::ops::Range<usize>| range.clone().any(|at| cursor.in_class(at, Class::Contest));
    let contest = near(first.first.saturating_sub(8).max(sentence.start())..first.first)
        || near(next..(next + 4).min(sentence.end()));
    if home >= guest || contest {
        return Found::new(QuantityKind::Score, "quantity/score", first.first, next, 85);
    }
    None
}
