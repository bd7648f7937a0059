//! Years and decades: `in 1987`, `the 1990s`, `since '68`, `nineteen ninety-three`.

use super::{is_counted, is_measured, is_year};
use crate::document::Upos;
use crate::quantity::Approximation;
use crate::quantity::cursor::{Cursor, key, keys};
use crate::quantity::numeral::{Numeral, numeral};
use crate::quantity::table::{Class, Modifier};

/// `the 1990s`, `1930's`, `the '90s`, `nineties`.
pub(super) fn decade(cursor: &Cursor, found: &Numeral) -> Option<usize> {
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
    if plain && cursor.word(next) == "s" && first > 0 && cursor.is_any(first - 1, &keys!("the in")) {
        return Some(next + 1);
    }
    if !plain || !plural {
        return None;
    }
    Some(if digits.ends_with('s') { next } else { next + 1 })
}

/// A year by itself: `in 1987`, `the 2016 elections`, `post-2015`, `A.D. 1000`.
pub(super) fn year(cursor: &Cursor, found: &Numeral) -> Option<usize> {
    let first = found.first;
    let before = first.checked_sub(1);
    if cursor.in_class(found.next, Class::Era) && found.plain().is_some() && !cursor.is(found.next, key!("ad")) {
        return Some(found.next + 1);
    }
    if before.is_some_and(|before| cursor.is_any(before, &keys!("a.d. b.c. ad"))) && found.plain().is_some() {
        let second = numeral(cursor, found.next + 1).filter(|second| second.plain().is_some());
        let linked = cursor.is_any(found.next, &keys!("and to")) || cursor.is_dash(found.next);
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
            || cursor.is_any(before, &keys!("some about approximately roughly nearly"))
    });
    let introduced = before.is_some_and(|before| {
        cursor.in_class(before, Class::BeforeYear)
            || cursor.in_class(before, Class::Season)
            || cursor.in_class(before, Class::Month)
            || cursor.word(before) == "(" && cursor.word(found.next) == ")"
            || cursor.word(before) == ","
                && before > 0
                && (cursor.in_class(before - 1, Class::Month) || cursor.upos(before - 1) == Upos::Num)
            || cursor.is_hyphen(before) && before > 0 && cursor.is_any(before - 1, &keys!("post pre mid early late"))
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
            || !counted && year % 100 != 0 && before.is_some_and(|before| cursor.is_any(before, &keys!("about over")))
    } else {
        let strict = before.is_some_and(|before| {
            cursor.is_any(before, &keys!("in since until by from of before after during year circa late early"))
                || cursor.in_class(before, Class::Month)
                || cursor.in_class(before, Class::Season)
        });
        let back = before.is_some_and(|before| {
            before > 0 && cursor.is(before, key!("to")) && cursor.is_any(before - 1, &keys!("back dates dating"))
        });
        let ahead = before.is_some_and(|before| cursor.is_any(before, &keys!("in by until")));
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

/// `nineteen ninety-three`, `two thousand and seven` behind *in*, `nineteen hundred`.
pub(super) fn spelled_year(cursor: &Cursor, found: &Numeral) -> Option<usize> {
    if !found.in_words {
        return None;
    }
    let century = found.exact()?.to_i128()?;
    let before = found.first.checked_sub(1);
    if found.next == found.first + 1 && (18..=20).contains(&century) {
        return spelled(cursor, found);
    }
    let introduced = before.is_some_and(|before| {
        cursor.is_any(before, &keys!("in since of year")) || cursor.in_class(before, Class::Month)
    });
    (introduced && (1900..2100).contains(&century) && !is_counted(cursor, found)).then_some(found.next)
}

/// The token behind a year in words: `nineteen ninety-three`, `seventeen hundred thirty three`, `two thousand and seven`.
pub(super) fn spelled(cursor: &Cursor, found: &Numeral) -> Option<usize> {
    let century = found.exact()?.to_i128()?;
    if (1000..2200).contains(&century) {
        return Some(found.next);
    }
    let second = numeral(cursor, found.next).filter(|second| second.in_words && (15..=20).contains(&century))?;
    let years = second.exact()?.to_i128()?;
    (10..100).contains(&years).then_some(second.next)
}
