//! Ages without a unit.
//!
//! # What it finds
//! `Ana Ruiz, 34, said`, `aged 34`, `at the age of 12`, `women aged 25 to 54`, `a boy, 3`.
//!
//! # Why it matters
//! An age describes a person; read as a count it is nonsense.
//!
//! # Examples
//! `Jamie Oram, 25,`, `at age 64`.
//!
//! # Counter-examples
//! `Ruiz, 12 others and a dog` has no age: a noun follows.
//!
//! # Known limits
//! Ages in plain clauses (`she turned 30`) are found after *turn* only.

use super::Found;
use crate::document::Upos;
use crate::quantity::cursor::{Cursor, key, keys};
use crate::quantity::numeral::Numeral;
use crate::quantity::table::Class;
use crate::quantity::{Number, QuantityKind};

pub(super) fn find(cursor: &Cursor, numeral: &Numeral) -> Option<Found> {
    let age = numeral.exact().filter(|age| !age.is_negative() && *age < Number::from(125) && !numeral.is_fraction)?;
    if !numeral.suffix(cursor).is_empty() || numeral.scale.is_some() || numeral.is_ordinal {
        return None;
    }
    let (first, next) = (numeral.first, numeral.next);
    let before = first.checked_sub(1)?;
    let made =
        |first: usize, next: usize, confidence| Found::new(QuantityKind::Age, "quantity/age", first, next, confidence);
    // turns 50; but: turns 12 barns into flats
    let turns = cursor.is_any(before, &keys!("turn turns turned turning"))
        && (!matches!(cursor.upos(next), Upos::Noun | Upos::Adj | Upos::Propn) || cursor.in_class(next, Class::NextTo));
    let aged = turns
        || cursor.is_any(before, &keys!("aged age ages"))
        || cursor.is(before, key!("of")) && before > 0 && cursor.is_any(before - 1, &keys!("age ages"))
        || cursor.is_any(before, &keys!("between from over under"))
            && before > 0
            && cursor.is_any(before - 1, &keys!("aged age ages"));
    let follows = cursor.word(next);
    let unit = cursor.tables.unit_words.forward(cursor.tokens, next).is_some();
    if aged && !unit && follows != "%" {
        return made(first, next, 92);
    }
    if follows == "%" || unit || age.is_zero() || cursor.is_hyphen(next) {
        return None;
    }
    // Ana Ruiz, 34, said; Ana Ruiz (34); a boy, 3
    let opened = matches!(cursor.word(before), "," | "(");
    let named = before > 0
        && (cursor.upos(before - 1) == Upos::Propn || cursor.in_class(before - 1, Class::PersonNoun))
        && !cursor.in_class(before - 1, Class::Month)
        && !cursor.in_class(before - 1, Class::Weekday);
    let closed = match cursor.word(before) {
        "(" => follows == ")",
        _ => {
            matches!(follows, "," | "." | ";" | ")" | "" | ":" | "?" | "!")
                || cursor.is_any(next, &keys!("who from was is has and"))
        }
    };
    let plain = numeral.in_words || numeral.plain().is_some_and(|age| age > 0);
    let is_list =
        cursor.word(before) == "," && before > 1 && cursor.is_number(before - 2) && cursor.word(before - 1) == ",";
    if opened && named && closed && plain && !is_list {
        return made(first, next, 85);
    }
    None
}
