//! Dates in digits: `5/17/2018`, `2018-07-06`, `22/Jan/2019`, `2016 10 16`, `20161016`.

use super::{is_day, is_measured, is_month, is_year};
use crate::quantity::cursor::{Cursor, keys};
use crate::quantity::numeral::Numeral;
use crate::quantity::table::Class;

/// `Jan/3`, `22/Jan/2019`, `2019-aug-01`: a month in letters between marks.
pub(super) fn with_marks(cursor: &Cursor, found: &Numeral) -> Option<usize> {
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
pub(super) fn is_stamp(cursor: &Cursor, found: &Numeral) -> bool {
    let word = cursor.word(found.first);
    let part = |from: usize, to: usize| word.get(from..to).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    word.len() == 8
        && found.plain().is_some()
        && (1900..2100).contains(&part(0, 4))
        && (1..=12).contains(&part(4, 6))
        && (1..=31).contains(&part(6, 8))
}

/// `5/17/2018`, `2018-07-06`, `23.04.2022`, `11/20` behind *on*.
pub(super) fn numeric(cursor: &Cursor, found: &Numeral) -> Option<usize> {
    let first = found.first;
    let word = cursor.word(first);
    if !cursor.is_number(first) {
        return None;
    }
    let has_mark = word.bytes().any(|byte| matches!(byte, b'/' | b'.'));
    let parts = |separator: char| {
        if !has_mark {
            return 1;
        }
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
            cursor.is_any(before, &keys!("on by from until till before after since to date week of starting this next"))
                || cursor.in_class(before, Class::Weekday)
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
