//! Ranges and pairs of numbers.
//!
//! # What it finds
//! `between 5 and 7 per cent`, `$3 to $5 billion` (a shared scale), `8- to 16-metre`, `15-22 miles`, and the two levels of a
//! change: `from 252 to 287 miles`. Both numbers become one quantity, in the order of the text.
//!
//! # Why it matters
//! Counting both ends of a range as claims doubles it, and a change told as two levels is a change.
//!
//! # Examples
//! `from 4.8 to 4.7 percent`, `208 pounds to 193`, `RM120,000 to RM300,000`.
//!
//! # Counter-examples
//! `rose 8.1% to 99.20 yuan` is a change and a level: units differ. `up 5% to 7%` is a change and a level, too.
//!
//! # Known limits
//! A pair joined by *or* (*eight or nine euros*) stays two numbers.

use super::cursor::{Cursor, key, keys};
use super::draft::Draft;
use super::{Number, Role, UnitKind, Value};

/// Joins neighbouring drafts that are the ends of one range.
pub(super) fn join(cursor: &Cursor, drafts: &mut Vec<Draft>) {
    // Drafts are large: what is not joined stays where it is.
    let mut kept = 0_usize;
    for at in 0..drafts.len() {
        // from $36 at 10.45pm last night to $34: a date or time may stand between
        let claim = (kept.saturating_sub(3)..kept).rev().find(|&index| drafts[index].is_claim());
        if let Some(index) = claim
            && let Some(range) = range(cursor, &drafts[index], &drafts[at])
        {
            drafts[index] = range;
            kept = index + 1;
            continue;
        }
        if kept < at {
            drafts.swap(kept, at);
        }
        kept += 1;
    }
    drafts.truncate(kept);
    let mut shared = false;
    for index in (1..drafts.len()).rev() {
        let (before, rest) = drafts.split_at_mut(index);
        if let (Some(before), Some(draft)) = (before.last_mut(), rest.first()) {
            shared = share_unit(cursor, before, draft, shared);
        }
    }
}

/// How two numbers are connected.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Link {
    /// *between … and*.
    Between,
    /// *from … to*.
    From,
    /// *to*.
    To,
    /// A dash.
    Dash,
}

fn link(cursor: &Cursor, first: &Draft, last: &Draft) -> Option<Link> {
    let opener = opener(cursor, first);
    let opened_by = |words: &[crate::WordKey]| opener.is_some_and(|at| cursor.is_any(at, words));
    let mut at = first.next.max(first.numeral.next);
    let end = last.first;
    // 8- to 16-metre: a dangling hyphen
    if cursor.is_hyphen(at) && at + 1 < end {
        at += 1;
    }
    if at + 1 > end || end > at + 8 {
        return None;
    }
    let between = |keys: &[crate::WordKey]| cursor.is_any(end - 1, keys) && end == at + 1;
    if between(&[key!("and")]) && opened_by(&[key!("between")]) {
        return Some(Link::Between);
    }
    // 0-to-60-mph
    if cursor.is(end.saturating_sub(2), key!("to")) && cursor.is_hyphen(end - 1) && end <= at + 2 {
        return Some(Link::To);
    }
    if between(&keys!("to through til till")) {
        return Some(if opened_by(&[key!("from")]) { Link::From } else { Link::To });
    }
    if cursor.is_dash(end - 1) && end == at + 1 {
        return Some(Link::Dash);
    }
    // to about 7, to as much as 7, and about 7: modifiers stand between
    let mut back = end;
    for _ in 0..2 {
        if let Some((_, length)) = back.checked_sub(1).and_then(|at| cursor.tables.before.backward(cursor.tokens, at)) {
            back -= length;
        }
    }
    let keys = |keys: &[crate::WordKey]| back > at && back < end && cursor.is_any(back - 1, keys);
    if keys(&[key!("to")]) && back == at + 1 && opened_by(&[key!("from")]) {
        return Some(Link::From);
    }
    if keys(&[key!("and")]) && back == at + 1 && opened_by(&[key!("between")]) {
        return Some(Link::Between);
    }
    // sizes from 450 sq ft up to 900 sq ft
    if cursor.is(end - 1, key!("to")) && cursor.is(end - 2, key!("up")) && end == at + 2 && opened_by(&[key!("from")]) {
        return Some(Link::From);
    }
    far(cursor, first, at, end)
}

fn in_one_sentence(cursor: &Cursor, first: &Draft, last: &Draft) -> bool {
    cursor.document.sentence_of(first.first) == cursor.document.sentence_of(last.first)
}

/// The token before a number and its modifiers: *from* in `from as low as a 5`.
fn opener(cursor: &Cursor, first: &Draft) -> Option<usize> {
    let mut at = first.first.checked_sub(1)?;
    for _ in 0..3 {
        if let Some((_, length)) = cursor.tables.before.backward(cursor.tokens, at) {
            at = at.checked_sub(length)?;
        } else if cursor.is_any(at, &keys!("a an the")) {
            at = at.checked_sub(1)?;
        } else {
            break;
        }
    }
    Some(at)
}

/// *from 20 miles per gallon in 2008 to 29 mpg*: words stand between that belong to the first number.
fn far(cursor: &Cursor, first: &Draft, at: usize, end: usize) -> Option<Link> {
    let from = (1..3).filter_map(|back| first.first.checked_sub(back)).any(|at| cursor.is(at, key!("from")));
    let start = first.reach.max(at);
    if !from || !cursor.is(end - 1, key!("to")) || end <= start {
        return None;
    }
    let inner = &mut (start..end - 1);
    inner
        .all(|at| {
            cursor.is_any(at, &keys!("in at on a last per combined"))
                || cursor.is_number(at)
                || cursor.in_class(at, super::table::Class::Month)
                || cursor.in_class(at, super::table::Class::Clock)
                || cursor.in_class(at, super::table::Class::TimeUnit)
                || cursor.in_class(at, super::table::Class::DayWord)
                || cursor.in_class(at, super::table::Class::Weekday)
                || cursor.in_class(at, super::table::Class::NextTo)
        })
        .then_some(Link::From)
}

fn range(cursor: &Cursor, first: &Draft, last: &Draft) -> Option<Draft> {
    if !first.is_claim() || !last.is_claim() || first.numeral.is_ordinal {
        return None;
    }
    let link = link(cursor, first, last).filter(|_| in_one_sentence(cursor, first, last))?;
    let (low, high) = (first.value.exact()?, last.value.exact()?);
    let bare_first = first.unit.is_none() || first.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Count);
    let same_unit = bare_first && first.unit.is_none()
        || first.unit_name() == last.unit_name()
        || last.unit.is_none()
        || last.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Count) && !bare_first && link != Link::To;
    if !same_unit {
        return None;
    }
    if link == Link::To && (first.direction.is_some() || change_before(cursor, first)) && first.unit.is_some() {
        // rose 5% to 7%
        return None;
    }
    if link == Link::Dash && low == high {
        return None;
    }
    let mut range = last.clone();
    let mut low = low;
    if let (None, Some((scale, mantissa))) = (first.numeral.scale, shared_scale(last)) {
        let grouped = first.numeral.digits.is_some_and(|digits| digits.grouped);
        if low.abs() < mantissa.abs() && !grouped {
            low = low.times(scale)?;
        }
    }
    // minus 78-0; 5 to -7
    let mut high = high;
    if link == Link::Dash && high.is_negative() && cursor.is_number(first.numeral.first) {
        high = high.negated();
    }
    range.value = Value::Interval { first: low, last: high };
    range.first = first.first;
    range.modified_from = first.modified_from;
    range.numeral.first = first.numeral.first;
    range.number = first.number.cover(last.number);
    range.span = first.span.cover(last.span);
    range.direction = first.direction.or(last.direction);
    if last.unit.is_none() {
        range.unit = first.unit.clone();
        range.denominator = first.denominator.clone().or(range.denominator);
        range.rule = first.rule;
        range.confidence = first.confidence;
    } else if last.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Count) && !bare_first {
        range.unit = first.unit.clone();
        range.rule = first.rule;
        range.head = None;
    }
    if range.denominator.is_none() {
        range.denominator.clone_from(&first.denominator);
    }
    if range.denominator.is_some() && range.role == Role::Level {
        range.role = Role::Rate;
    }
    if first.kind != last.kind || first.kind == super::QuantityKind::Age {
        // aged 25 to 54
        range.kind = super::QuantityKind::Age;
        range.unit.clone_from(&first.unit);
        range.rule = "quantity/age";
        range.next = last.numeral.next;
        range.reach = range.next;
    }
    range.confidence = range.confidence.saturating_sub(4);
    if link == Link::From && change_before(cursor, first) {
        range.role = Role::Change;
    }
    Some(range)
}

/// The scale that the first number may share, and what the last has of it: *3 to 5 million*, *two to three hundred*.
fn shared_scale(last: &Draft) -> Option<(Number, Number)> {
    let hundreds = || {
        let value = last.value.exact()?.to_i128().filter(|value| value % 100 == 0 && (100..1000).contains(value))?;
        last.numeral.in_words.then_some((Number::from(100), Number::from(value as i64 / 100)))
    };
    last.numeral.scale.zip(last.numeral.mantissa).or_else(hundreds)
}

/// Whether a verb or noun of change stands closely before a draft.
pub(super) fn change_before(cursor: &Cursor, draft: &Draft) -> bool {
    const GO: [crate::WordKey; 4] = keys!("went goes gone going");
    let sentence = cursor.sentence(draft.first);
    // rose 50 per cent last year, from 200 to 260: the verb may stand some way before
    let reach = if draft.first > 0 && cursor.is(draft.first - 1, key!("from")) { 14 } else { 6 };
    (draft.first.saturating_sub(reach).max(sentence.start())..draft.first).any(|at| {
        let multiplies = cursor.entry(at).and_then(|word| word.multiplier).is_some_and(|multiplier| multiplier.is_verb);
        let changes = cursor.entry(at).is_some_and(|word| word.change_verb.is_some() || word.change_word.is_some());
        changes || multiplies && cursor.tag(at).is_verbal() || cursor.is_any(at, &GO)
    })
}

/// *more than 10 but fewer than 20*: two bounds of one number make a range.
pub(super) fn join_bounds(cursor: &Cursor, drafts: &mut Vec<Draft>) {
    drafts.dedup_by(|draft, before| match bounded(cursor, before, draft) {
        Some(range) => {
            *before = range;
            true
        }
        None => false,
    });
}

fn bounded(cursor: &Cursor, first: &Draft, last: &Draft) -> Option<Draft> {
    let (one, other) = (first.bound?, last.bound?);
    let (low, high) = if one.value.is_lower() { (first, last) } else { (last, first) };
    if one.value.is_lower() == other.value.is_lower() || !first.is_claim() || !last.is_claim() {
        return None;
    }
    let (low, high) = (low.value.exact()?, high.value.exact()?);
    let between = first.next.max(first.numeral.next)..last.modified_from;
    let near =
        between.len() == 1 && between.clone().all(|at| cursor.is_any(at, &keys!("and but")) || cursor.word(at) == ",");
    let same_unit = first.unit.is_none() || last.unit.is_none() || first.unit_name() == last.unit_name();
    if low >= high || !near || !same_unit {
        return None;
    }
    let mut range = last.clone();
    range.value = Value::Interval { first: low, last: high };
    range.bound = None;
    range.first = first.first;
    range.modified_from = first.modified_from;
    range.numeral.first = first.numeral.first;
    range.number = first.number.cover(last.number);
    range.span = first.span.cover(last.span);
    if range.unit.is_none() {
        range.unit.clone_from(&first.unit);
        range.rule = first.rule;
    }
    Some(range)
}

/// *eight or nine euros, 45 and 50 mg, 7- or 8-inch, 280 million of the 1.5 billion shekels*: the first number takes the unit
/// of the second. `again`: the second has taken it from a third, so a comma is enough.
fn share_unit(cursor: &Cursor, first: &mut Draft, last: &Draft, again: bool) -> bool {
    if first.unit.is_some() || last.unit.is_none() || !first.is_claim() || !last.is_claim() || first.numeral.is_fraction
    {
        return false;
    }
    let mut at = first.next.max(first.numeral.next);
    if cursor.is_hyphen(at) {
        at += 1;
    }
    let listed = again && matches!(cursor.word(at), "," | "/") && last.first == at + 1;
    let joined = cursor.is_any(at, &keys!("or and")) && last.first == at + 1;
    let whole = cursor.is(at, key!("of")) && last.first <= at + 2 && last.first > at;
    if !(joined || listed || whole) || !in_one_sentence(cursor, first, last) {
        return false;
    }
    first.unit.clone_from(&last.unit);
    first.rule = last.rule;
    first.confidence = last.confidence.saturating_sub(5);
    true
}
