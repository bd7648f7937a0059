//! Baselines: what a change is compared with.
//!
//! # What it finds
//! `from 50 per cent`, `than last year`, `compared with men`, `since 2020`, `a year earlier`, `year on year`.
//!
//! # Why it matters
//! *Up 40%* means nothing without from what; the choice of the start is half of the argument (Best 2001).
//!
//! # Examples
//! `climbed to 6.7% from 6.29% last week`: baseline 6.29, a level.
//!
//! # Counter-examples
//! `rose 5% on Monday` has a period and no baseline.
//!
//! # Known limits
//! A baseline in another sentence is not found.

use super::cursor::{Cursor, key, keys};
use super::draft::Draft;
use super::table::Class;
use super::{Baseline, BaselineKind, QuantityKind, Role, UnitKind, Value, counted};
use crate::document::Upos;
use crate::text::KeyList;

/// The farthest a baseline may stand behind its number, in tokens.
const WINDOW: usize = 20;

/// Finds the baselines of changes, multipliers and levels.
pub(super) fn mark(cursor: &Cursor, drafts: &mut [Draft]) {
    for index in 0..drafts.len() {
        let Some(draft) = drafts.get(index) else { continue };
        if !draft.is_claim() || draft.baseline.is_some() {
            continue;
        }
        let found = find(cursor, drafts, index);
        if let (Some(found), Some(draft)) = (found, drafts.get_mut(index)) {
            draft.baseline = Some(found);
        }
    }
}

fn find(cursor: &Cursor, drafts: &[Draft], index: usize) -> Option<Baseline> {
    let draft = &drafts[index];
    if let (Role::Change, Value::Interval { first, .. }) = (draft.role, draft.value) {
        return Some(Baseline { kind: BaselineKind::Level, value: Some(first), span: draft.number });
    }
    let sentence = cursor.sentence(draft.first);
    let compares = matches!(draft.role, Role::Change | Role::Multiplier | Role::Ratio);
    let relative = draft.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Percent);
    let start = draft.next.max(draft.numeral.next);
    let end = sentence.end().min(start + WINDOW);
    let mut at = start;
    let mut here = index + 1;
    while at < end {
        while drafts.get(here).is_some_and(|other| other.first < at) {
            here += 1;
        }
        // Another change claims what follows it; a level reached does not.
        if let Some(other) = drafts.get(here).filter(|other| other.modified_from == at)
            && (other.role == Role::Change || matches!(other.role, Role::Multiplier))
        {
            break;
        }
        if cursor.mark(at) == ";" {
            break;
        }
        if let Some(found) = at_word(cursor, &drafts[here..], at, compares || relative) {
            return Some(found);
        }
        at += 1;
    }
    if !compares {
        return None;
    }
    // Since 2019 prices have risen 5%; year on year
    (draft.first.saturating_sub(40).max(sentence.start())..draft.first).find_map(|at| {
        let since = cursor.is(at, key!("since")) || cursor.is_any(at, &[key!("compared")]);
        since.then(|| at_word(cursor, drafts, at, true)).flatten()
    })
}

/// Words a baseline may start with, beside those of the tables.
static OPENERS: KeyList<13> = KeyList::of([
    "since", "from", "than", "versus", "vs", "vs.", "over", "compared", "relative", "on", "above", "below", "against",
]);

/// The baseline that the word at `at` introduces.
fn at_word(cursor: &Cursor, drafts: &[Draft], at: usize, compares: bool) -> Option<Baseline> {
    let time = |start: usize, end: usize| {
        Some(Baseline { kind: BaselineKind::Time, value: None, span: cursor.tokens_span(start, end) })
    };
    // Nearly all words introduce none.
    if !cursor.known(at).is_listed() && !OPENERS.contains(cursor.key(at)) {
        return None;
    }
    let next = at + 1;
    // year on year, month over month
    if cursor.in_class(at, Class::TimeUnit)
        && cursor.is_any(next + usize::from(cursor.is_hyphen(next)), &keys!("on over"))
    {
        let last = next + 1 + 2 * usize::from(cursor.is_hyphen(next));
        if cursor.key(last) == cursor.key(at) {
            return time(at, last + 1);
        }
    }
    if cursor.is(at, key!("since")) && compares {
        return noun_or_date(cursor, drafts, next);
    }
    // a year earlier, 12 months ago, the year before
    if cursor.in_class(at, Class::TimeUnit) && cursor.is_any(next, &keys!("earlier ago before previously")) && compares
    {
        let start = if at > 0 && (cursor.in_class(at - 1, Class::Determiner) || cursor.is_number(at - 1)) {
            at - 1
        } else {
            at
        };
        return time(start, next + 1);
    }
    if cursor.is(at, key!("from")) || cursor.is_any(at, &keys!("than versus vs vs.")) && compares {
        return noun_or_date(cursor, drafts, next).or_else(|| pronoun(cursor, at));
    }
    // up 5% over 2012
    if compares && cursor.is(at, key!("over")) && Draft::at(drafts, next).is_some_and(is_year) {
        return noun_or_date(cursor, drafts, next);
    }
    if cursor.is_any(at, &keys!("compared relative")) && cursor.is_any(next, &keys!("with to")) {
        return noun_or_date(cursor, drafts, next + 1);
    }
    // up 5% on last year, above its 2018 level, over the previous quarter
    if cursor.is_any(at, &keys!("on over above below against")) && compares {
        let the = usize::from(cursor.is_any(next, &keys!("the its a their")));
        if cursor.in_class(next + the, Class::NextTo) && !cursor.is_any(next + the, &keys!("next following coming"))
            || cursor.is(at, key!("above"))
            || cursor.is(at, key!("below"))
        {
            // over the last five years is a period
            let span_of_years = cursor.is_any(next + the, &keys!("last past previous"))
                && (cursor.is_number(next + the + 1)
                    || cursor.numeral(next + the + 1).is_some()
                    || cursor.word(next + the + 1).ends_with('s'));
            if !span_of_years {
                return noun_or_date(cursor, drafts, next);
            }
        }
    }
    None
}

/// *14 per cent shorter than that of others*.
fn pronoun(cursor: &Cursor, than: usize) -> Option<Baseline> {
    let stands = cursor.is(than, key!("than")) && matches!(cursor.upos(than + 1), Upos::Pron | Upos::Det);
    stands.then(|| Baseline { kind: BaselineKind::Other, value: None, span: cursor.span(than + 1) })
}

fn is_year(draft: &Draft) -> bool {
    draft.kind == QuantityKind::Date && draft.numeral.plain().is_some_and(|year| year > 1000)
}

/// The number, time or thing that starts at token `at`.
fn noun_or_date(cursor: &Cursor, drafts: &[Draft], at: usize) -> Option<Baseline> {
    if let Some(level) = Draft::at(drafts, at) {
        let kind = match level.kind {
            QuantityKind::Date => BaselineKind::Time,
            QuantityKind::Claim | QuantityKind::Age if !cursor.in_class(level.next, Class::TimeUnit) => {
                BaselineKind::Level
            }
            _ => BaselineKind::Other,
        };
        let duration = level.unit.as_ref().and_then(|unit| unit.dimension()) == Some(super::Dimension::Time)
            && cursor.is_any(level.next, &keys!("ago earlier before"));
        let kind = if duration { BaselineKind::Time } else { kind };
        let value = level.value.exact().filter(|_| kind == BaselineKind::Level);
        return Some(Baseline { kind, value, span: level.span });
    }
    let mut start = at;
    while cursor.in_class(start, Class::Determiner)
        || cursor.in_class(start, Class::NextTo) && cursor.upos(start) != Upos::Noun
    {
        start += 1;
        if start > at + 4 {
            return None;
        }
    }
    let temporal = |at: usize| {
        cursor.in_class(at, Class::TimeUnit)
            || cursor.in_class(at, Class::Month)
            || cursor.in_class(at, Class::Weekday)
            || cursor.in_class(at, Class::DayWord)
            || cursor.in_class(at, Class::Season)
    };
    let from =
        if cursor.in_class(at, Class::Determiner) && !cursor.in_class(start, Class::TimeUnit) { at + 1 } else { at };
    if temporal(start) {
        let mut end = start + 1;
        if cursor.is_any(end, &keys!("earlier ago before previously")) {
            end += 1;
        }
        // April's gains
        if cursor.is_any(end, &[key!("'s")])
            && let Some(owned) = counted::phrase(cursor, end + 1)
        {
            return Some(Baseline {
                kind: BaselineKind::Other,
                value: None,
                span: cursor.tokens_span(start, owned.head + 1),
            });
        }
        return Some(Baseline { kind: BaselineKind::Time, value: None, span: cursor.tokens_span(from, end) });
    }
    let phrase = counted::phrase(cursor, start)?;
    Some(Baseline {
        kind: BaselineKind::Other,
        value: None,
        span: cursor.tokens_span(from.min(start), phrase.head + 1),
    })
}
