//! Fractions in words: `a third of`, `two and a half`, `half a million`; and what only looks like one.

use super::{Cardinal, below_hundred, is_hundred, is_plural, past_hyphen};
use crate::document::{Upos, WordKey};
use crate::quantity::Number;
use crate::quantity::cursor::{Cursor, key, keys};
use crate::quantity::table::{Class, NumeralWord};

/// *a half, half, two thirds, three-quarters*: a part of one, and the token behind it.
pub(in crate::quantity) fn part_of_one(cursor: &Cursor, at: usize) -> Option<(Number, usize)> {
    // a hundred trillionths
    if cursor.is(at, key!("a")) && is_hundred(cursor, at + 1) {
        let (hundreds, behind) = hundred_of_parts(cursor, Number::ONE, at + 1);
        let last = parts_behind(cursor, behind)?;
        return Some((hundreds.over(last.0)?, last.1));
    }
    let (count, mut next) = if cursor.is_any(at, &keys!("a an")) {
        (Number::ONE, at + 1)
    } else if matches!(cursor.numeral(at), Some((NumeralWord::Small | NumeralWord::Tens, _))) {
        below_hundred(cursor, at)?
    } else if matches!(cursor.numeral(at), Some((NumeralWord::Part, _))) && !is_plural(cursor, at) {
        (Number::ONE, at)
    } else {
        return None;
    };
    // one hundred and thirty fifths
    if is_hundred(cursor, past_hyphen(cursor, next)) && !is_plural(cursor, past_hyphen(cursor, next)) {
        let (hundreds, behind) = hundred_of_parts(cursor, count, past_hyphen(cursor, next));
        let last = parts_behind(cursor, behind)?;
        return Some((hundreds.over(last.0)?, last.1));
    }
    next = past_hyphen(cursor, next);
    let (denominator, last) = match cursor.numeral(next)? {
        (NumeralWord::Part, value) => (value, next),
        (NumeralWord::Ordinal, value) if value > Number::from(2) => (value, next),
        // a twenty-first
        (NumeralWord::Tens, tens) => {
            let unit = past_hyphen(cursor, next + 1);
            match cursor.numeral(unit)? {
                (NumeralWord::Ordinal, value) if value < Number::from(10) => (tens.plus(value)?, unit),
                _ => return None,
            }
        }
        _ => return None,
    };
    // one third, two thirds; never two third
    let is_plural = is_plural(cursor, last) || cursor.is_any(last, &[key!("halves")]);
    let agrees = is_plural != (count == Number::ONE) || cursor.is(last, key!("quarter"));
    agrees.then_some((count.over(denominator)?, last + 1))
}

/// Hundreds and what is added to them before the name of a part: *one hundred and thirty* (fifths).
fn hundred_of_parts(cursor: &Cursor, count: Number, at: usize) -> (Number, usize) {
    let value = count.times(Number::from(100)).unwrap_or(count);
    let and = cursor.is(at + 1, key!("and"));
    match below_hundred(cursor, at + 1 + usize::from(and)) {
        Some((small, next)) if (and || next > at + 2) && parts_behind(cursor, next).is_some() => {
            (value.plus(small).unwrap_or(value), next)
        }
        _ => (value, at + 1),
    }
}

/// The denominator that names parts in the plural at `at`: *fifths, thirty-fifths, trillionths*; and the token behind it.
fn parts_behind(cursor: &Cursor, at: usize) -> Option<(Number, usize)> {
    let at = past_hyphen(cursor, at);
    match cursor.numeral(at)? {
        (NumeralWord::Ordinal, value) if is_plural(cursor, at) && !cursor.is(at, key!("seconds")) => {
            Some((value, at + 1))
        }
        (NumeralWord::Tens, tens) => {
            let unit = past_hyphen(cursor, at + 1);
            match cursor.numeral(unit)? {
                (NumeralWord::Ordinal, value) if is_plural(cursor, unit) && value < Number::from(10) => {
                    Some((tens.plus(value)?, unit + 1))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// A fraction in words that stands for a number of its own: *a third of*, *half a million*.
pub(super) fn part(cursor: &Cursor, at: usize) -> Option<Cardinal> {
    let (value, next) = part_of_one(cursor, at)?;
    let mut behind = next;
    if cursor.is(behind, key!("of")) {
        behind += 1;
    }
    if cursor.is_any(behind, &keys!("a an")) {
        behind += 1;
    }
    if let Some((NumeralWord::Scale | NumeralWord::Group | NumeralWord::Hundred, scale)) = cursor.numeral(behind)
        && !is_plural(cursor, behind)
    {
        let value = value.times(scale);
        let end = cursor.span(behind).end();
        return Some(Cardinal {
            value,
            next: behind + 1,
            end,
            in_words: true,
            mantissa: None,
            scale: Some(scale),
            digits: None,
            closed: false,
        });
    }
    is_amount(cursor, at, next).then_some(Cardinal {
        value: Some(value),
        next,
        end: cursor.span(next - 1).end(),
        in_words: true,
        mantissa: None,
        scale: None,
        digits: None,
        closed: false,
    })
}

/// Behind these a quarter is a part and no time of three months.
const BOUNDS: &[WordKey] = &keys!("above below than nearly almost about");

/// Whether the fraction in the tokens `at..next` is an amount and not an ordinal (*a third man*), a period (*three
/// quarters*, *the second half*) or a part of a word (*half-staff*).
fn is_amount(cursor: &Cursor, at: usize, next: usize) -> bool {
    let bare = next == at + 1;
    let last = next - 1;
    if cursor.is_hyphen(next) && cursor.glued(last) {
        // half-litre; not half-staff
        return cursor.tables.unit_words.forward(cursor.tokens, next + 1).is_some();
    }
    let behind_is_noun = matches!(cursor.upos(next), Upos::Noun | Upos::Adj | Upos::Propn | Upos::Num);
    if cursor.is_any(last, &[key!("half")]) {
        let before = at.checked_sub(1);
        let ordinal = before.is_some_and(|before| {
            matches!(cursor.numeral(before), Some((NumeralWord::Ordinal, _)))
                || cursor.in_class(before, Class::NextTo)
                || cursor.is_any(before, &keys!("other better this each that -"))
        });
        let the = before.is_some_and(|before| cursor.is(before, key!("the"))) && !cursor.is(next, key!("of"));
        if ordinal || the {
            return false;
        }
        let adjective = cursor.upos(next) == Upos::Adj && bare;
        return !adjective || cursor.tables.unit_words.forward(cursor.tokens, next).is_some();
    }
    let period = at.checked_sub(1).is_some_and(|before| {
        let ordinal = cursor.is_number(before) && cursor.word(before).ends_with(|c: char| c.is_ascii_lowercase());
        cursor.in_class(before, Class::NextTo) || cursor.is(before, key!("the")) || ordinal
    });
    if period && cursor.is_any(last, &keys!("quarter quarters")) {
        return false;
    }
    if cursor.is_any(last, &keys!("quarter quarters")) {
        // above one quarter
        let bounded = at.checked_sub(1).is_some_and(|before| cursor.is_any(before, BOUNDS)) && !behind_is_noun;
        if cursor.is(next, key!("of")) || bounded && !bare {
            return true;
        }
        let hour = cursor.tables.unit_words.forward(cursor.tokens, next).is_some();
        return hour || !bare && is_plural(cursor, last) && cursor.is(at, key!("three")) && !behind_is_noun;
    }
    // a third of; a third. Not a third man, nor the third.
    cursor.is(next, key!("of")) || !behind_is_noun || is_plural(cursor, last)
}
