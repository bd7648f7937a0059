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

use super::Found;
use crate::document::Upos;
use crate::quantity::cursor::{Cursor, key};
use crate::quantity::numeral::{Numeral, numeral};
use crate::quantity::table::{Class, Modifier, NumeralWord};
use crate::quantity::{Approximation, Number, QuantityKind, unit};

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

/// `Jan/3`, `22/Jan/2019`, `2019-aug-01`: a month in letters between marks.
fn with_marks(cursor: &Cursor, found: &Numeral) -> Option<usize> {
    let mark = |at: usize| matches!(cursor.word(at), "/" | "-") && cursor.glued(at) && at > 0 && cursor.glued(at - 1);
    let first = found.first;
    if mark(found.next) && is_month(cursor, found.next + 1) && (is_day(cursor, found) || is_year(cursor, found)) {
        let last = found.next + 2;
        return Some(if mark(last) && cursor.is_number(last + 1) { last + 2 } else { last });
    }
    let before = first.checked_sub(2)?;
    if mark(first - 1) && is_month(cursor, before) && is_day(cursor, found) {
        return Some(if mark(found.next) && cursor.is_number(found.next + 1) { found.next + 2 } else { found.next });
    }
    None
}

/// `20161016`: a date without separators.
fn is_stamp(cursor: &Cursor, found: &Numeral) -> bool {
    let word = cursor.word(found.first);
    let part = |from: usize, to: usize| word.get(from..to).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    word.len() == 8
        && found.plain().is_some()
        && (1900..2100).contains(&part(0, 4))
        && (1..=12).contains(&part(4, 6))
        && (1..=31).contains(&part(6, 8))
}

fn is_month(cursor: &Cursor, at: usize) -> bool {
    if !cursor.in_class(at, Class::Month) {
        return false;
    }
    // may and march are words, too
    let ambiguous =
        cursor.is_any(at, &[key!("may"), key!("march"), key!("mar"), key!("jun"), key!("sat"), key!("sun")]);
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
    for word in [key!("day"), key!("of"), key!("the")] {
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
    let linked = cursor.is_dash(at) || cursor.is_any(at, &[key!("to"), key!("and"), key!("through"), key!("or")]);
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

/// `5/17/2018`, `2018-07-06`, `23.04.2022`, `11/20` behind *on*.
fn numeric(cursor: &Cursor, found: &Numeral) -> Option<usize> {
    let first = found.first;
    let word = cursor.word(first);
    if !cursor.is_number(first) {
        return None;
    }
    let parts = |separator: char| {
        let count = word.split(separator).count();
        let plain = word
            .split(separator)
            .all(|part| !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit()));
        if plain { count } else { 0 }
    };
    let year = |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    let has_year = |separator: char| word.split(separator).any(year);
    if parts('/') == 3 || parts('.') == 3 && has_year('.') {
        return Some(past_numeric(cursor, first + 1));
    }
    let in_year = |part: Option<&str>| part.and_then(|part| part.parse::<u32>().ok());
    if parts('/') == 2 {
        let mut halves = word.split('/');
        let (left, right) = (in_year(halves.next())?, in_year(halves.next())?);
        if left > right && (1..=12).contains(&right) && (13..=31).contains(&left) {
            return Some(first + 1);
        }
        let (month, day) = if left > 12 { (right, left) } else { (left, right) };
        let possible = (1..=12).contains(&month) && (1..=31).contains(&day);
        let with_year = has_year('/') && left <= 12;
        let before = first.checked_sub(1);
        let on = before.is_some_and(|before| {
            cursor.is_any(
                before,
                &[
                    key!("on"),
                    key!("by"),
                    key!("from"),
                    key!("until"),
                    key!("till"),
                    key!("before"),
                    key!("after"),
                    key!("since"),
                    key!("to"),
                    key!("date"),
                    key!("week"),
                    key!("of"),
                    key!("starting"),
                    key!("this"),
                    key!("next"),
                ],
            ) || cursor.in_class(before, Class::Weekday)
                || cursor.is_dash(before)
        });
        let common = matches!(right, 2..=6 | 8 | 10) && left < right;
        if with_year
            || possible && (on || !common && right != 12 && right != 16)
            || possible && cursor.is_dash(first + 1) && cursor.word(first + 2).contains('/')
        {
            return Some(past_numeric(cursor, first + 1));
        }
        return None;
    }
    // 2016 10 16
    let spaced = |at: usize, most: u32| {
        let part = cursor.word(at);
        cursor.is_number(at) && part.len() <= 2 && part.parse::<u32>().is_ok_and(|value| (1..=most).contains(&value))
    };
    if year(word) && spaced(first + 1, 12) && spaced(first + 2, 31) && !is_measured(cursor, first + 3) {
        return Some(first + 3);
    }
    // 2018-07-06, 10-1-2018, 22-4
    let mut at = first;
    let (mut count, mut years) = (1, usize::from(year(word)));
    while cursor.is_hyphen(at + 1) && cursor.glued(at) && cursor.glued(at + 1) && cursor.is_number(at + 2) && count < 3
    {
        at += 2;
        count += 1;
        years += usize::from(year(cursor.word(at)));
    }
    if count == 3 && years == 1 {
        return Some(past_numeric(cursor, at + 1));
    }
    // 2015-3, 12-2015
    let month = |part: &str| part.len() <= 2 && part.parse::<u32>().is_ok_and(|month| (1..=12).contains(&month));
    if count == 2 && years == 1 && (month(word) || month(cursor.word(at)) && cursor.word(at).len() == 1) {
        return Some(at + 1);
    }
    // 2014-15, 2013-2016
    if count == 2 && year(word) && (year(cursor.word(at)) || cursor.word(at).len() == 2) && !is_measured(cursor, at + 1)
    {
        return Some(at + 1);
    }
    None
}

/// A second date behind a dash: `10/1-11/2/2017`.
fn past_numeric(cursor: &Cursor, at: usize) -> usize {
    if cursor.is_dash(at) && cursor.word(at + 1).contains('/') { at + 2 } else { at }
}

/// `the 1990s`, `1930's`, `the '90s`, `nineties`.
fn decade(cursor: &Cursor, found: &Numeral) -> Option<usize> {
    let (first, next) = (found.first, found.next);
    let word = cursor.word(first);
    if !cursor.is_number(first) {
        return None;
    }
    let digits = word.trim_start_matches(['\'', '’']);
    let bare = digits.strip_suffix("s").unwrap_or(digits);
    let plain = bare.bytes().all(|byte| byte.is_ascii_digit()) && bare.ends_with('0') && matches!(bare.len(), 2 | 4);
    let plural = digits.ends_with('s')
        || cursor.is(next, key!("'s"))
            && cursor.glued(next - 1)
            && bare.len() == 4
            && cursor.upos(next + 1) != Upos::Noun;
    if plain && cursor.word(next) == "s" && first > 0 && cursor.is_any(first - 1, &[key!("the"), key!("in")]) {
        return Some(next + 1);
    }
    if !plain || !plural {
        return None;
    }
    Some(if digits.ends_with('s') { next } else { next + 1 })
}

/// A year by itself: `in 1987`, `the 2016 elections`, `post-2015`, `A.D. 1000`.
fn year(cursor: &Cursor, found: &Numeral) -> Option<usize> {
    let first = found.first;
    let before = first.checked_sub(1);
    if cursor.in_class(found.next, Class::Era) && found.plain().is_some() && !cursor.is(found.next, key!("ad")) {
        return Some(found.next + 1);
    }
    if before.is_some_and(|before| cursor.is_any(before, &[key!("a.d."), key!("b.c."), key!("ad")]))
        && found.plain().is_some()
    {
        let second = numeral(cursor, found.next + 1).filter(|second| second.plain().is_some());
        let linked = cursor.is_any(found.next, &[key!("and"), key!("to")]) || cursor.is_dash(found.next);
        return Some(second.filter(|_| linked).map_or(found.next, |second| second.next));
    }
    // since '68
    let mark = before.filter(|&at| matches!(cursor.word(at), "'" | "’" | "‘") && cursor.glued(at) && at > 0);
    let short = found.plain().is_some() && found.digits.is_some_and(|digits| digits.whole == 2);
    if short && mark.is_some_and(|mark| cursor.in_class(mark - 1, Class::BeforeYear)) && !is_counted(cursor, found) {
        return Some(found.next);
    }
    if !is_year(cursor, found) || found.digits.is_none_or(|digits| digits.whole != 4) {
        return None;
    }
    let year = found.plain()?;
    let quarter = found.next + usize::from(cursor.is_hyphen(found.next));
    if matches!(cursor.word(quarter), "Q1" | "Q2" | "Q3" | "Q4" | "q1" | "q2" | "q3" | "q4") {
        return Some(quarter + 1);
    }
    if is_money(cursor, first) || is_measured(cursor, found.next) {
        return None;
    }
    let approximate = before.is_some_and(|before| {
        matches!(
            cursor.tables.before.backward(cursor.tokens, before),
            Some((Modifier::Bound(_) | Modifier::Approximation(Approximation::Below), _))
        ) && !cursor.is_any(before, &[key!("than")])
            || cursor
                .is_any(before, &[key!("some"), key!("about"), key!("approximately"), key!("roughly"), key!("nearly")])
    });
    let introduced = before.is_some_and(|before| {
        cursor.in_class(before, Class::BeforeYear)
            || cursor.in_class(before, Class::Season)
            || cursor.in_class(before, Class::Month)
            || cursor.word(before) == "(" && cursor.word(found.next) == ")"
            || cursor.word(before) == ","
                && before > 0
                && (cursor.in_class(before - 1, Class::Month) || cursor.upos(before - 1) == Upos::Num)
            || cursor.is_hyphen(before)
                && before > 0
                && cursor.is_any(before - 1, &[key!("post"), key!("pre"), key!("mid"), key!("early"), key!("late")])
    });
    let counted = is_counted(cursor, found);
    let determined =
        before.is_some_and(|before| cursor.in_class(before, Class::Determiner) || cursor.is_any(before, &[key!("'s")]));
    let modern = (1900..=2049).contains(&year);
    if approximate && (counted || !modern) {
        return None;
    }
    // in 2000 homes; to 2000 people: counted, unless the year is one of ours
    let date = if modern {
        introduced && (!counted || year % 100 != 0 || determined)
            || determined
            || (!counted || year % 10 != 0) && !approximate
            || !counted
                && year % 100 != 0
                && before.is_some_and(|before| cursor.is_any(before, &[key!("about"), key!("over")]))
    } else {
        let strict = before.is_some_and(|before| {
            cursor.is_any(
                before,
                &[
                    key!("in"),
                    key!("since"),
                    key!("until"),
                    key!("by"),
                    key!("from"),
                    key!("of"),
                    key!("before"),
                    key!("after"),
                    key!("during"),
                    key!("year"),
                    key!("circa"),
                    key!("late"),
                    key!("early"),
                ],
            ) || cursor.in_class(before, Class::Month)
                || cursor.in_class(before, Class::Season)
        });
        let back = before.is_some_and(|before| {
            before > 0
                && cursor.is(before, key!("to"))
                && cursor.is_any(before - 1, &[key!("back"), key!("dates"), key!("dating")])
        });
        let ahead = before.is_some_and(|before| cursor.is_any(before, &[key!("in"), key!("by"), key!("until")]));
        let past = (strict || back) && (1200..1900).contains(&year) && !year_is_round(year);
        !counted && (past || ahead && (2050..2200).contains(&year))
    };
    date.then_some(found.next)
}

fn year_is_round(year: i128) -> bool {
    year % 100 == 0
}

fn is_money(cursor: &Cursor, at: usize) -> bool {
    at > 0 && cursor.tables.currency_signs.contains_key(cursor.word(at - 1)) && !cursor.is(at - 1, key!("us"))
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
                    || cursor.is_any(at, &[key!("people"), key!("men"), key!("women"), key!("children")]);
            }
            Upos::Adj => at += 1,
            _ => return false,
        }
    }
    false
}

/// A duration that only tells when: `two months ago`, `30 minutes from now`, `three weeks later`, `over the past eight weeks`,
/// `in the next two days`, `will be back in two days`.
fn relative(cursor: &Cursor, found: &Numeral) -> Option<usize> {
    let mut next = duration(cursor, found)?;
    // two weeks and two days ago
    for _ in 0..3 {
        let at = next + usize::from(cursor.is(next, key!("and")));
        match numeral(cursor, at).and_then(|more| duration(cursor, &more)) {
            Some(end) => next = end,
            None => break,
        }
    }
    let temporal = |at: usize| {
        let at = at + usize::from(cursor.is_any(at, &[key!("the"), key!("new")]));
        cursor.is_any(at, &[key!("now"), key!("then"), key!("tmrw"), key!("year")])
            || cursor.in_class(at, Class::DayWord)
            || cursor.in_class(at, Class::Month)
            || cursor.in_class(at, Class::Weekday)
            || cursor.in_class(at, Class::Season)
            || cursor.in_class(at, Class::NextTo)
            || cursor.is_number(at) && cursor.word(at).contains('/')
    };
    if cursor.is_any(next, &[key!("ago"), key!("later"), key!("hence"), key!("past")]) {
        return Some(next + 1);
    }
    if cursor.is_any(next, &[key!("from"), key!("after"), key!("before"), key!("since"), key!("starting")])
        && temporal(next + 1)
    {
        return Some(next + 1);
    }
    let before = found.first.checked_sub(1)?;
    // every two weeks
    if cursor.is_any(before, &[key!("every"), key!("each")]) {
        // orbits the sun every 33 years, for every nine weeks you wait: amounts
        let long = cursor.is_any(next - 1, &[key!("years"), key!("year"), key!("decades"), key!("centuries")]);
        let rate = before > 0 && cursor.is_any(before - 1, &[key!("for")]);
        return (!long && !rate).then_some(next);
    }
    let preposition = |at: usize| {
        cursor.is_any(
            at,
            &[key!("in"), key!("over"), key!("within"), key!("for"), key!("during"), key!("of"), key!("by")],
        )
    };
    let the = |at: usize| usize::from(cursor.is(at, key!("the")));
    // in the next two days, in the five past years; but: spent the last 200 days in space
    if cursor.in_class(before, Class::NextTo) {
        let opener = before.checked_sub(1);
        let bare = opener.is_none_or(|at| !cursor.in_class(at, Class::Determiner));
        if bare || opener.is_some_and(|at| at >= the(at) && preposition(at - the(at))) {
            return Some(next);
        }
    }
    let named =
        cursor.in_class(found.next, Class::NextTo) || cursor.is_any(found.next, &[key!("upcoming"), key!("coming")]);
    if named && before >= the(before) && preposition(before - the(before)) {
        return Some(next);
    }
    // will be back in two days
    let sentence = cursor.sentence(found.first);
    let ends = next >= sentence.end()
        || matches!(cursor.word(next), "." | "?" | "!" | ",")
        || cursor.is_any(next, &[key!("on"), key!("and")]);
    let future = before == sentence.start()
        || (before.saturating_sub(9).max(sentence.start())..before)
            .any(|at| cursor.is_any(at, &[key!("will"), key!("'ll"), key!("shall"), key!("meet"), key!("should")]));
    (ends && future && cursor.is_any(before, &[key!("in"), key!("within")])).then_some(next)
}

/// The token behind a number and its unit of time.
fn duration(cursor: &Cursor, found: &Numeral) -> Option<usize> {
    let mut at = found.next;
    let suffix = found.suffix(cursor);
    if found.is_ordinal || found.scale.is_some() {
        return None;
    }
    if matches!(suffix, "h" | "min" | "mins" | "hrs") {
        return Some(found.next);
    }
    let adjective = cursor.in_class(at, Class::NextTo)
        || cursor.is_any(at, &[key!("upcoming"), key!("business"), key!("calendar")]);
    let half_an = found.is_fraction && cursor.is_any(at, &[key!("a"), key!("an")]);
    at += usize::from(adjective || half_an);
    let unit =
        cursor.in_class(at, Class::TimeUnit) || matches!(cursor.word(at), "min" | "mins" | "sec" | "hrs" | "weekends");
    (suffix.is_empty() && unit).then_some(at + 1)
}

/// `nineteen ninety-three`, `two thousand and seven` behind *in*, `nineteen hundred`.
fn spelled_year(cursor: &Cursor, found: &Numeral) -> Option<usize> {
    if !found.in_words {
        return None;
    }
    let century = found.exact()?.to_i128()?;
    let before = found.first.checked_sub(1);
    if found.next == found.first + 1 && (18..=20).contains(&century) {
        return spelled(cursor, found);
    }
    let introduced = before.is_some_and(|before| {
        cursor.is_any(before, &[key!("in"), key!("since"), key!("of"), key!("year")])
            || cursor.in_class(before, Class::Month)
    });
    (introduced && (1900..2100).contains(&century) && !is_counted(cursor, found)).then_some(found.next)
}

/// The token behind a year in words: `nineteen ninety-three`, `seventeen hundred thirty three`, `two thousand and seven`.
fn spelled(cursor: &Cursor, found: &Numeral) -> Option<usize> {
    let century = found.exact()?.to_i128()?;
    if (1000..2200).contains(&century) {
        return Some(found.next);
    }
    let second = numeral(cursor, found.next).filter(|second| second.in_words && (15..=20).contains(&century))?;
    let years = second.exact()?.to_i128()?;
    (10..100).contains(&years).then_some(second.next)
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
