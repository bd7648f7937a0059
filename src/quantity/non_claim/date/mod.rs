//! Dates, years, decades.
//!
//! # What it finds
//! `March 7`, `7 March 2019`, `the 4th of July`, `in 1987`, `the 1990s`, `5/17/2018`, `2018-07-06`, `Friday 23`, `A.D. 1000`,
//! `nineteen ninety-three`, `2014-15`.
//!
//! # Why it matters
//! In news a quarter of all numbers are dates; read as counts they drown the claims.
//!
//! # Examples
//! `the 2016 elections`, `since late 2020`, `Q3 2021`.
//!
//! # Counter-examples
//! `some 2000 people`, `$2000`, `2000 jobs`: amounts.
//!
//! # Known limits
//! Years before 1000 are found only with an era.

mod numeric;
mod relative;
mod year;

use numeric::{is_stamp, numeric, with_marks};
use relative::relative;
use year::{decade, spelled, spelled_year, year};

use super::Found;
use crate::document::Upos;
use crate::quantity::cursor::{Cursor, key, keys};
use crate::quantity::numeral::{Numeral, numeral};
use crate::quantity::table::{Class, NumeralWord};
use crate::quantity::{Number, QuantityKind, unit};

pub(super) fn find(cursor: &Cursor, found: &Numeral) -> Option<Found> {
    let made = |first: usize, next: usize, confidence| {
        Found::new(QuantityKind::Date, "quantity/date", first, next, confidence)
    };
    if is_stamp(cursor, found) {
        return made(found.first, found.next, 75);
    }
    if let Some(next) = with_marks(cursor, found).or_else(|| numeric(cursor, found)) {
        return made(found.first, next, 90);
    }
    if let Some(next) = relative(cursor, found) {
        return made(found.first, next, 80);
    }
    if let Some((first, next)) = with_month(cursor, found) {
        return made(first, next, 95);
    }
    if let Some(next) = decade(cursor, found) {
        return made(found.first, next, 93);
    }
    if let Some(next) = year(cursor, found) {
        return made(found.first, next, 88);
    }
    spelled_year(cursor, found).or_else(|| weekday(cursor, found)).and_then(|next| made(found.first, next, 80))
}

fn is_month(cursor: &Cursor, at: usize) -> bool {
    if !cursor.in_class(at, Class::Month) {
        return false;
    }
    // may and march are words, too
    let ambiguous = cursor.is_any(at, &keys!("may march mar jun sat sun"));
    !ambiguous || cursor.shape(at).is_capitalized() || !cursor.tag(at).is_verbal()
}

/// Whether a numeral can be the day of a month.
fn is_day(cursor: &Cursor, found: &Numeral) -> bool {
    let value = found.exact().and_then(|value| value.to_i128()).is_some_and(|day| (1..=31).contains(&day));
    value && (found.suffix(cursor).is_empty() || found.is_ordinal) && found.scale.is_none() && !found.is_fraction
}

/// Whether a numeral can be a day and a month: `Friday 7.6`.
fn is_day_and_month(cursor: &Cursor, found: &Numeral) -> bool {
    let Some((day, month)) = cursor.word(found.first).split_once('.') else { return false };
    let part = |part: &str, most: u32| part.len() <= 2 && part.parse::<u32>().is_ok_and(|n| (1..=most).contains(&n));
    found.suffix(cursor).is_empty() && found.scale.is_none() && (part(day, 31) && part(month, 12))
}

/// Whether a numeral can be a year.
fn is_year(cursor: &Cursor, found: &Numeral) -> bool {
    found.plain().is_some_and(|year| (1000..=2199).contains(&year)) && found.suffix(cursor).is_empty()
}

/// `May 5, 2019`, `5 May`, `the 5th of May`, `9 to 12 of June`, `June 2018`.
fn with_month(cursor: &Cursor, found: &Numeral) -> Option<(usize, usize)> {
    let before = found.first.checked_sub(1);
    let (day, year) = (is_day(cursor, found), is_year(cursor, found));
    // April of 87
    let of_month = before.is_some_and(|at| cursor.is(at, key!("of")) && at > 0 && is_month(cursor, at - 1));
    if of_month && found.plain().is_some_and(|year| (10..100).contains(&year)) {
        return Some((found.first, found.next));
    }
    if !day && !year {
        return None;
    }
    if let Some(month) =
        before.filter(|&at| is_month(cursor, at) || cursor.is(at, key!("the")) && at > 0 && is_month(cursor, at - 1))
    {
        let counted = day && !found.is_ordinal && is_counted(cursor, found) && !cursor.shape(month).is_capitalized();
        if counted {
            return None;
        }
        return Some((found.first, past_year(cursor, past_range(cursor, found.next))));
    }
    if !day {
        return None;
    }
    let mut at = past_range(cursor, found.next);
    for word in keys!("day of the") {
        if cursor.is(at, word) && found.is_ordinal || cursor.is(at, key!("of")) && word == key!("of") {
            at += 1;
        }
    }
    if cursor.is_hyphen(at) {
        at += 1;
    }
    if !is_month(cursor, at) || cursor.is(at, key!("may")) && !cursor.shape(at).is_capitalized() && !found.is_ordinal {
        return None;
    }
    // 15 March protests: a date all the same; 20 May Day marches is rare
    Some((found.first, past_year(cursor, at + 1)))
}

/// The token behind a second day: `19-20`, `5 to 7`, `5 and 6`.
fn past_range(cursor: &Cursor, at: usize) -> usize {
    let linked = cursor.is_dash(at) || cursor.is_any(at, &keys!("to and through or"));
    if !linked {
        return at;
    }
    match numeral(cursor, at + 1).filter(|second| is_day(cursor, second)) {
        Some(second) if cursor.is_dash(at) || is_month(cursor, second.next) || cursor.is(second.next, key!("of")) => {
            second.next
        }
        _ => at,
    }
}

/// The token behind a year that follows at `at`, perhaps behind a comma.
fn past_year(cursor: &Cursor, at: usize) -> usize {
    let start = if cursor.word(at) == "," || cursor.is(at, key!("of")) || cursor.is_hyphen(at) { at + 1 } else { at };
    match numeral(cursor, start) {
        Some(found) if is_year(cursor, &found) && found.plain() > Some(1500) => found.next,
        Some(found) if found.in_words => spelled(cursor, &found).unwrap_or(at),
        // 15 April of 87
        Some(found)
            if start > at
                && cursor.is(at, key!("of"))
                && found.plain().is_some_and(|year| (10..100).contains(&year)) =>
        {
            found.next
        }
        _ => at,
    }
}

/// Whether a unit, a percent sign or a scale follows at `at`.
fn is_measured(cursor: &Cursor, at: usize) -> bool {
    let behind = if cursor.is_hyphen(at) && cursor.glued(at) { at + 1 } else { at };
    unit::behind(cursor, behind, Some(Number::ONE)).is_some()
        || cursor.tables.currency_words.forward(cursor.tokens, behind).is_some()
        || matches!(cursor.word(at), "€" | "£" | "+")
        || matches!(cursor.numeral(behind), Some((NumeralWord::Scale | NumeralWord::Group | NumeralWord::Hundred, _)))
}

/// Whether a plural noun that can be counted follows closely: `2000 people`.
fn is_counted(cursor: &Cursor, found: &Numeral) -> bool {
    let mut at = found.next;
    for _ in 0..3 {
        let word = cursor.word(at);
        match cursor.upos(at) {
            Upos::Noun => {
                return word.ends_with('s') && !word.ends_with("ss")
                    || cursor.is_any(at, &keys!("people men women children"));
            }
            Upos::Adj => at += 1,
            _ => return false,
        }
    }
    false
}

/// `Friday 23`, `week 10`, `the week of the 18th`.
fn weekday(cursor: &Cursor, found: &Numeral) -> Option<usize> {
    let before = found.first.checked_sub(1)?;
    let the = usize::from(cursor.is(before, key!("the")) && before > 0);
    // on the 17 from 2 pm
    let on = the == 1 && before > 0 && cursor.is(before - 1, key!("on")) && found.plain().is_some();
    let named = on || cursor.in_class(before - the, Class::Weekday) && (found.is_ordinal || !is_counted(cursor, found));
    (named
        && (is_day(cursor, found) || !on && is_day_and_month(cursor, found))
        && !is_measured(cursor, found.next)
        && (found.is_ordinal || !matches!(cursor.upos(found.next), Upos::Noun | Upos::Adj)))
    .then_some(found.next)
}
