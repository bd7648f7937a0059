//! Times of day.
//!
//! # What it finds
//! `10:30`, `5am`, `2 p.m.`, `half past three`, `5 o'clock`, `at 7 on Monday`.
//!
//! # Why it matters
//! The hour of a meeting is no amount.
//!
//! # Examples
//! `from 7 to 7:30pm`, `at 10.45pm`, `1140 a.m.`
//!
//! # Counter-examples
//! `2.1 pm` picometres, `a 1:36.6 lap`: the second is a duration and reported as a time all the same.
//!
//! # Known limits
//! A bare hour is found only behind *at*, *by* and the like when a word of the day stands near.

use super::Found;
use crate::document::{TokenKind, Upos, WordKey};
use crate::quantity::cursor::{Cursor, key, keys};
use crate::quantity::numeral::{Numeral, numeral};
use crate::quantity::table::Class;
use crate::quantity::{Number, QuantityKind};

pub(super) fn find(cursor: &Cursor, found: &Numeral) -> Option<Found> {
    let first = found.first;
    let made = |next: usize, confidence| Found::new(QuantityKind::Time, "quantity/time", first, next, confidence);
    if found.is_ordinal || found.scale.is_some() {
        return None;
    }
    if let Some(next) = clock(cursor, found) {
        // 10:30 to 3
        let linked = cursor.is_dash(next) || cursor.is_any(next, &keys!("to and"));
        let second = if linked { numeral(cursor, next + 1) } else { None }.filter(|second| is_hour(cursor, second));
        let bare = second.filter(|second| {
            clock(cursor, second).is_none()
                && (cursor.upos(second.next) != Upos::Noun || cursor.in_class(second.next, Class::DayWord))
        });
        return made(bare.map_or(next, |second| second.next), 95);
    }
    let word = cursor.word(first);
    if cursor.is_number(first)
        && word.len() == 4
        && word.starts_with('0')
        && found.plain().is_some()
        && found.suffix(cursor).is_empty()
    {
        return made(past_military(cursor, found.next), 80);
    }
    // 3-8pm, from 7 to 7:30pm, between 2:20 and 3pm: the second hour tells
    let link = found.next;
    let linked = cursor.is_dash(link) || cursor.is_any(link, &keys!("to and or through until till"));
    if linked
        && is_hour(cursor, found)
        && let Some(second) =
            numeral(cursor, link + 1).filter(|second| is_hour(cursor, second) || cursor.word(link + 1).contains(':'))
        && let Some(next) = clock(cursor, &second)
    {
        return made(next, 90);
    }
    if let Some(next) = spoken(cursor, found).or_else(|| hours_of_day(cursor, found)) {
        return made(next, 80);
    }
    if is_hour(cursor, found) && behind_hour_word(cursor, found) {
        return made(found.next, 75);
    }
    None
}

/// The second half of `0730-0930`.
fn past_military(cursor: &Cursor, at: usize) -> usize {
    let second = cursor.is_dash(at) && cursor.is_number(at + 1) && cursor.word(at + 1).len() == 4;
    if second { at + 2 } else { at }
}

/// `five-thirty`, `two forty five`, `ten past nine`, `20 min past eight`.
fn spoken(cursor: &Cursor, found: &Numeral) -> Option<usize> {
    let value = found.exact().filter(|value| value.is_whole() && !value.is_negative())?;
    let word = found.next;
    let minutes = usize::from(cursor.is_any(word, &keys!("minutes minute min mins")));
    // ten past nine
    if value < Number::from(60)
        && cursor.is_any(word + minutes, &[key!("past")])
        && let Some(hour) = numeral(cursor, word + minutes + 1).filter(|hour| is_hour(cursor, hour))
    {
        return Some(hour.next);
    }
    if !found.in_words || value > Number::from(12) || found.next != found.first + 1 {
        return None;
    }
    let second = if cursor.joins(word) { word + 1 } else { word };
    let minutes = numeral(cursor, second)
        .filter(|minutes| minutes.in_words && minutes.scale.is_none() && minutes.suffix(cursor).is_empty())?;
    let value =
        minutes.exact().filter(|value| *value >= Number::from(10) && *value < Number::from(60) && value.is_whole())?;
    let introduced = found.first.checked_sub(1).is_some_and(|before| {
        cursor.is_any(before, &keys!("at from to until by between and around about tomorrow today"))
            || cursor.in_class(before, Class::Weekday)
            || cursor.numeral(before).is_some()
    });
    let unit = usize::from(cursor.is(minutes.next, key!("minutes")));
    (introduced && !value.is_zero()).then_some(past_zone(cursor, minutes.next + unit))
}

/// `between 3 and 8 yesterday`, `6-8 next Monday`, `next Monday 6-8`: a pair of hours beside a day.
fn hours_of_day(cursor: &Cursor, found: &Numeral) -> Option<usize> {
    let link = found.next;
    let linked = cursor.is_dash(link) || cursor.is_any(link, &keys!("to and"));
    if !linked || !is_hour(cursor, found) {
        return None;
    }
    let second = numeral(cursor, link + 1)?;
    if !is_hour(cursor, &second) {
        return None;
    }
    let day = |at: usize| {
        cursor.in_class(at, Class::DayWord)
            || cursor.in_class(at, Class::Weekday)
            || cursor.in_class(at, Class::NextTo)
                && (cursor.in_class(at + 1, Class::Weekday) || cursor.in_class(at + 1, Class::DayWord))
    };
    let slashed = cursor.word(second.next + 1).contains('/');
    let on = cursor.is_any(second.next, &[key!("on")]) && (day(second.next + 1) || slashed)
        || is_in_the_day(cursor, second.next);
    let before = found.first.checked_sub(1).is_some_and(|before| {
        day(before) || cursor.is_any(before, &keys!("from between")) && before > 0 && day(before - 1)
    });
    (day(second.next) || on || before && !matches!(cursor.upos(second.next), Upos::Noun)).then_some(second.next)
}

/// *in the morning* at token `at`.
fn is_in_the_day(cursor: &Cursor, at: usize) -> bool {
    cursor.is(at, key!("in"))
        && cursor.is(at + 1, key!("the"))
        && cursor.is_any(at + 2, &keys!("morning afternoon evening"))
}

/// Whether a numeral can be an hour.
fn is_hour(cursor: &Cursor, found: &Numeral) -> bool {
    let value = found.exact().filter(|value| !value.is_negative() && *value <= Number::from(24));
    value.is_some() && found.suffix(cursor).is_empty() && !found.is_fraction && found.scale.is_none()
}

/// The token behind a numeral that tells the time by its form or by what follows.
fn clock(cursor: &Cursor, found: &Numeral) -> Option<usize> {
    let word = cursor.word(found.first);
    let colon = cursor.is_number(found.first) && is_clock(word);
    let mut next = found.next;
    let suffix = found.suffix(cursor);
    if colon {
        next = found.first + 1;
    } else if !suffix.is_empty() {
        let bare = suffix.trim_start_matches(['.', ':']);
        if !matches!(bare, "am" | "pm" | "AM" | "PM" | "ish" | "a" | "p")
            || matches!(bare, "a" | "p") && !is_at(cursor, found)
            || !is_small(found)
        {
            return None;
        }
        return Some(next);
    }
    if cursor.in_class(next, Class::Clock) && (colon || is_small(found)) {
        // 2.1 pm is a length: minutes have two digits
        let decimals = found.digits.map_or(0, |digits| digits.decimals);
        let minutes = decimals == 0 || decimals == 2;
        let hours = cursor.is(next, key!("hrs"));
        if minutes && !hours {
            return Some(past_zone(cursor, next + 1));
        }
    }
    // five p . m ., nine a m
    if matches!(cursor.word(next), "a" | "p" | "A" | "P") && is_small(found) {
        let dot = usize::from(cursor.word(next + 1) == ".");
        if matches!(cursor.word(next + 1 + dot), "m" | "M" | "m.") {
            return Some(next + 2 + dot);
        }
    }
    if cursor.word(next).starts_with("o'") || cursor.word(next).starts_with("o’") || cursor.word(next) == "oclock" {
        return Some(next + 1);
    }
    // Thursdays at 17.30
    let dotted = found.digits.is_some_and(|digits| digits.decimals == 2 && !digits.grouped)
        && found.exact() < Some(Number::from(24));
    let at = found.first.checked_sub(1).is_some_and(|before| {
        let leave = || cursor.is_any(before - 1, STARTS) && !matches!(cursor.upos(next), Upos::Noun | Upos::Num);
        cursor.is(before, key!("at")) && before > 0 && (cursor.in_class(before - 1, Class::Weekday) || leave())
    });
    (colon || dotted && at).then_some(next)
}

/// Verbs behind which *at 6.45* is a time and no price.
const STARTS: &[WordKey] = &keys!("leave leaves left meet meets arrive arrives departs depart");

/// *at 7p*.
fn is_at(cursor: &Cursor, found: &Numeral) -> bool {
    is_small(found)
        && found.first > 0
        && cursor.is(found.first - 1, key!("at"))
        && found.exact() <= Some(Number::from(12))
}

fn past_zone(cursor: &Cursor, at: usize) -> usize {
    if cursor.in_class(at, Class::Clock) { at + 1 } else { at }
}

fn is_small(found: &Numeral) -> bool {
    found.exact().is_some_and(|value| value <= Number::from(24) || value.is_whole() && value < Number::from(2400))
}

/// `10:30`, `1:36.6`.
fn is_clock(word: &str) -> bool {
    let Some((hours, rest)) = word.split_once(':') else { return false };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    digits(hours) && hours.len() <= 2 && rest.get(..2).is_some_and(digits)
}

/// *at 7 on Monday*, *half past three*.
fn behind_hour_word(cursor: &Cursor, found: &Numeral) -> bool {
    // 5 in the morning, 12 noon
    if is_in_the_day(cursor, found.next) || cursor.is_any(found.next, &keys!("noon midnight")) {
        return true;
    }
    let Some(before) = found.first.checked_sub(1) else { return false };
    if cursor.is_any(before, &[key!("past")]) && before > 0 {
        return cursor.is_any(before - 1, &keys!("half quarter minutes")) || cursor.numeral(before - 1).is_some();
    }
    if cursor.is(before, key!("to")) && before > 0 && cursor.is(before - 1, key!("quarter")) {
        return true;
    }
    if !cursor.is_any(before, &keys!("at around by before after until from between to")) {
        return false;
    }
    let next = found.next;
    let ends = matches!(cursor.kind(next), None | Some(TokenKind::Punctuation))
        && cursor.word(next) != "("
        && !cursor.is_dash(next);
    // 12 Sundays is a count
    let weekday = |at: usize| cursor.in_class(at, Class::Weekday) && !cursor.word(at).ends_with("days");
    let day = |at: usize| cursor.in_class(at, Class::DayWord) || weekday(at) || cursor.in_class(at, Class::Month);
    // from 9 for two hours, for two hours from 9, next month at 6
    let hours = |at: usize| cursor.is_any(at, &keys!("hour hours hrs minutes"));
    let lasting =
        cursor.is(next, key!("for")) && cursor.is_number_word(next + 1) && (hours(next + 2) || hours(next + 3));
    let lasts = ends && before > 0 && hours(before - 1);
    let next_month = ends
        && before > 1
        && cursor.in_class(before - 1, Class::TimeUnit)
        && cursor.in_class(before - 2, Class::NextTo);
    let from = cursor.is(before, key!("from")) && (lasting || lasts);
    if from || cursor.is(before, key!("at")) && next_month {
        return true;
    }
    // at 7 tonight, at 7 on Monday, at 7 in the morning
    let preposition = cursor.is_any(next, &keys!("on in"));
    let behind = day(next) || preposition && (day(next + 1) || day(next + 2));
    // in the afternoon at 7, tomorrow at 7
    let ahead = ends && (1..5).filter_map(|back| before.checked_sub(back)).any(day);
    behind || ahead
}
