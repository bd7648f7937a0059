//! Ordinals in words: `third`, `twenty-fifth`, `two hundredth`.

use super::{Cardinal, group, is_between, is_plural, past_hyphen};
use crate::quantity::Number;
use crate::quantity::cursor::{Cursor, key};
use crate::quantity::table::NumeralWord;

/// An ordinal in one or two words: *third, twenty-fifth*.
pub(super) fn ordinal(cursor: &Cursor, at: usize) -> Option<(Number, usize)> {
    match cursor.numeral(at)? {
        (NumeralWord::Ordinal, value) if !is_plural(cursor, at) || cursor.is(at, key!("first")) => {
            Some((value, at + 1))
        }
        (NumeralWord::Tens, tens) => {
            let unit = past_hyphen(cursor, at + 1);
            match cursor.numeral(unit)? {
                (NumeralWord::Ordinal, value) if value < Number::from(10) && !is_plural(cursor, unit) => {
                    Some((tens.plus(value)?, unit + 1))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// A cardinal that an ordinal word ends: *one hundred twenty fifth, two hundredth*.
pub(super) fn ordinal_behind(cursor: &Cursor, cardinal: &Cardinal) -> Option<(Number, usize)> {
    if cardinal.closed || !cardinal.in_words {
        return None;
    }
    let at = past_hyphen(cursor, cardinal.next);
    let hundreds = cardinal.value?.to_i128().is_some_and(|value| value % 100 == 0 && value > 0);
    if cursor.is(at, key!("and")) && cardinal.scale.is_some() && !is_between(cursor, at) {
        // twenty-one trillion and three hundred twenty second
        let group =
            group(cursor, at + 1, cursor.span(at + 1).start()).filter(|group| group.in_words && group.next > at + 1)?;
        let behind = past_hyphen(cursor, group.next);
        let (value, next) = ordinal(cursor, behind).filter(|(value, _)| *value < Number::from(100))?;
        return Some((cardinal.value?.plus(group.value?)?.plus(value)?, next));
    }
    let (NumeralWord::Ordinal, value) = cursor.numeral(at)? else {
        let (value, next) = ordinal(cursor, at).filter(|_| cardinal.scale.is_some() || hundreds)?;
        return Some((cardinal.value?.plus(value)?, next));
    };
    if is_plural(cursor, at) {
        return None;
    }
    let whole = cardinal.value?.to_i128()?;
    if value >= Number::from(100) {
        return Some((cardinal.value?.times(value)?, at + 1));
    }
    let fits = value < Number::from(10) && whole % 10 == 0 && whole > 10 && (whole % 100 != 0 || whole >= 100);
    (fits && (value != Number::from(2) || whole % 100 != 0)).then_some((cardinal.value?.plus(value)?, at + 1))
}
