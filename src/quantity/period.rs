//! Periods: the time a number holds for.
//!
//! # What it finds
//! `last month`, `this year`, `in 2018`, `in the year to April`, `over the past eight weeks`, `on Monday`, `in December`.
//!
//! # Why it matters
//! A total without its period cannot be compared with another.
//!
//! # Examples
//! `Last month the army seized 173 square miles`: *Last month*.
//!
//! # Counter-examples
//! `a year earlier` is a baseline.
//!
//! # Known limits
//! Only the sentence of the number is looked at.

use super::QuantityKind;
use super::cursor::{Cursor, keys};
use super::draft::Draft;
use super::words::Class;
use crate::Span;
use crate::text::KeyList;

/// A period and its first token.
#[derive(Clone, Copy)]
struct Period {
    first: usize,
    next: usize,
}

/// The most baselines of a sentence that are looked at.
const COMPARED: usize = 16;

/// Gives each claim the period of its sentence that stands nearest.
pub(super) fn mark(cursor: &Cursor, drafts: &mut [Draft]) {
    let mut sentence = usize::MAX;
    let mut periods: Vec<Period> = Vec::new();
    for index in 0..drafts.len() {
        let here = cursor.document.sentence_of(drafts[index].first);
        if here != sentence {
            sentence = here;
            periods = find(cursor, drafts, index);
        }
        let draft = &mut drafts[index];
        if draft.is_claim() {
            draft.period = nearest(cursor, &periods, draft);
        }
    }
}

fn nearest(cursor: &Cursor, periods: &[Period], draft: &Draft) -> Option<Span> {
    let baseline = draft.baseline.map(|baseline| baseline.span());
    let here = periods.partition_point(|period| period.first < draft.first);
    let around = periods.get(here.saturating_sub(3)..(here + 3).min(periods.len())).unwrap_or_default();
    around
        .iter()
        .map(|period| (period, cursor.tokens_span(period.first, period.next)))
        .filter(|(_, span)| baseline.is_none_or(|baseline| !baseline.overlaps(*span)) && !span.overlaps(draft.span))
        .min_by_key(|(period, _)| {
            if period.first >= draft.next {
                period.first - draft.next
            } else {
                3 + draft.first.saturating_sub(period.next)
            }
        })
        .map(|(_, span)| span)
}

/// The periods of the sentence that draft `index` is the first of.
fn find(cursor: &Cursor, drafts: &[Draft], index: usize) -> Vec<Period> {
    let sentence = cursor.sentence(drafts[index].first);
    let mut found = Vec::new();
    let mut at = sentence.start();
    while at < sentence.end() {
        match period(cursor, at, sentence.end()) {
            Some(next) => {
                found.push(Period { first: at, next });
                at = next;
            }
            None => at += 1,
        }
    }
    let here = || drafts[index..].iter().take_while(|draft| draft.first < sentence.end());
    for date in here().filter(|draft| draft.kind == QuantityKind::Date) {
        let before = date.first.checked_sub(1);
        let since = before.is_some_and(|before| cursor.is_any(before, &keys!("since from than")));
        let mut first = date.first;
        while first > sentence.start()
            && (cursor.in_class(first - 1, Class::Month) || cursor.is_any(first - 1, &keys!("early late mid")))
        {
            first -= 1;
        }
        if !since {
            found.push(Period { first, next: date.next });
        }
    }
    // more than double April's gains: April is what is compared with
    let baselines: Vec<Span> = here().take(COMPARED).filter_map(|draft| Some(draft.baseline?.span())).collect();
    found.retain(|period| {
        let span = cursor.tokens_span(period.first, period.next);
        !baselines.iter().any(|baseline| baseline.overlaps(span))
    });
    found.sort_by_key(|period| period.first);
    found.dedup_by(|later, earlier| later.first < earlier.next);
    found
}

static DETERMINERS: KeyList<6> = KeyList::of(["the", "a", "this", "that", "each", "every"]);
static ADJECTIVES: KeyList<6> = KeyList::of(["same", "fiscal", "current", "entire", "whole", "full"]);

/// The token behind a period that starts at `at`.
fn period(cursor: &Cursor, at: usize, end: usize) -> Option<usize> {
    let is_determined = DETERMINERS.contains(cursor.key(at));
    // Nearly all words start none.
    if !is_determined && !cursor.known(at).is_listed() && !ADJECTIVES.contains(cursor.key(at)) {
        return None;
    }
    let determined = usize::from(is_determined);
    let adjective = usize::from(
        cursor.in_class(at + determined, Class::NextTo) || ADJECTIVES.contains(cursor.key(at + determined)),
    );
    if determined + adjective == 0 {
        return is_day(cursor, at).then_some(at + 1);
    }
    let mut unit = at + determined + adjective;
    if cursor.numeral(unit).is_some() || cursor.is_number(unit) {
        unit += 1;
    }
    if unit >= end {
        return None;
    }
    let is_unit = cursor.in_class(unit, Class::TimeUnit) && !cursor.is_any(unit, &keys!("second seconds"))
        || adjective > 0
            && (cursor.in_class(unit, Class::Month)
                || cursor.in_class(unit, Class::Weekday)
                || cursor.in_class(unit, Class::Season));
    if is_unit && (adjective > 0 || cursor.is_any(at, &keys!("this each every")) || is_year_to(cursor, unit)) {
        let earlier = cursor.is_any(unit + 1, &keys!("earlier ago before"));
        if earlier {
            return None;
        }
        return Some(if is_year_to(cursor, unit) { (unit + 3).min(end) } else { unit + 1 });
    }
    is_day(cursor, at).then_some(at + 1)
}

/// *Monday, yesterday, April*.
fn is_day(cursor: &Cursor, at: usize) -> bool {
    cursor.in_class(at, Class::Weekday)
        || cursor.in_class(at, Class::DayWord) && cursor.is_any(at, &keys!("today yesterday tomorrow tonight"))
        || cursor.in_class(at, Class::Month)
            && cursor.shape(at).is_capitalized()
            && cursor.word(at).len() > 2
            && !cursor.is_number(at + 1)
}

/// *year to April, week ending March*.
fn is_year_to(cursor: &Cursor, unit: usize) -> bool {
    cursor.is_any(unit + 1, &keys!("to ending ended"))
        && (cursor.in_class(unit + 2, Class::Month) || cursor.in_class(unit + 2, Class::Weekday))
}
