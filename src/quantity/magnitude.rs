//! Letters that scale a number: million or metre?
//!
//! # What it finds
//! `4bn`, `£50k`, `1.2m`, `8 B`: the letters of `magnitudes.tsv` directly behind digits, and capitals behind a space.
//!
//! # Why it matters
//! `35m people` and a wall `35m long` differ by a factor of a million and a dimension.
//!
//! # Examples
//! `£35m`, `35m people`, `1.2m tons`: millions. `35m long`, `a 5m drop`, `37m (121ft)`, `the 100m final`: metres.
//!
//! # Counter-examples
//! `5G`, `10T` and `32K` are scaled only as money.
//!
//! # Known limits
//! A bare `3m` without a noun is read as three million, the commoner use in news.

use super::Number;
use super::cursor::{Cursor, key, keys};
use super::table::Class;
use crate::document::Upos;

/// Whether a currency sign stands before token `at`.
pub(super) fn is_money(cursor: &Cursor, at: usize) -> bool {
    at > 0 && cursor.tables.currency_signs.contains_key(cursor.word(at - 1))
        || cursor.word(at).starts_with(|c: char| c.is_alphabetic())
}

/// Whether `m` behind a number is million; `next` is the token behind it.
pub(super) fn is_million(cursor: &Cursor, next: usize, value: Option<Number>) -> bool {
    let behind = if cursor.is_hyphen(next) { next + 1 } else { next };
    if cursor.in_class(behind, Class::Measured) && !cursor.is(behind, key!("in"))
        || cursor.in_class(behind, Class::LengthNoun)
    {
        return false;
    }
    // 37m (121ft)
    if cursor.word(next) == "(" {
        let word = cursor.word(next + 1);
        let unit = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
        if matches!(unit, "ft" | "in" | "yd" | "mi")
            || matches!(cursor.word(next + 2), "ft" | "feet" | "miles" | "yards")
        {
            return false;
        }
    }
    // (37m): behind a length in another unit
    let number = next.saturating_sub(1);
    if cursor.word(next) == ")" && number > 1 && cursor.word(number - 1) == "(" {
        let before = cursor.word(number - 2);
        if before.ends_with("ft") || matches!(before, "feet" | "foot" | "yards" | "inches") {
            return false;
        }
    }
    // 3m and 5cm
    let smaller = |at: usize| cursor.word(at).trim_start_matches(|c: char| c.is_ascii_digit());
    if cursor.is(next, key!("and")) && cursor.is_number(next + 1) && matches!(smaller(next + 1), "cm" | "mm") {
        return false;
    }
    if cursor.is_any(next, &keys!("x by")) && cursor.is_number(next + 1) {
        return false;
    }
    // 3,000m: no one writes thousands of millions so
    value.is_none_or(|value| value < Number::from(1000))
}

/// A scale letter that stands by itself behind a number: `8 B people`.
pub(super) fn letter(cursor: &Cursor, at: usize, is_money: bool) -> Option<Number> {
    let power = match cursor.word(at) {
        "k" | "K" => 3,
        "M" | "MM" => 6,
        "B" => 9,
        "T" if is_money => 12,
        _ => return None,
    };
    // The number may be the last word of a paragraph, and the letter the first of the next.
    if at > 0 && cursor.sentence(at - 1) != cursor.sentence(at) {
        return None;
    }
    let counts = matches!(cursor.upos(at + 1), Upos::Noun | Upos::Propn | Upos::X) || is_money;
    (counts || at + 1 >= cursor.len()).then(|| Number::decimal(1, power)).flatten()
}
