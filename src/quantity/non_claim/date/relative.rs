//! Durations that tell when: `two months ago`, `in the next two days`.

use crate::quantity::cursor::{Cursor, key, keys};
use crate::quantity::numeral::{Numeral, numeral};
use crate::quantity::table::Class;

/// A duration that only tells when: `two months ago`, `30 minutes from now`, `three weeks later`, `over the past eight weeks`,
/// `in the next two days`, `will be back in two days`.
pub(super) fn relative(cursor: &Cursor, found: &Numeral) -> Option<usize> {
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
        let at = at + usize::from(cursor.is_any(at, &keys!("the new")));
        cursor.is_any(at, &keys!("now then tmrw year"))
            || cursor.in_class(at, Class::DayWord)
            || cursor.in_class(at, Class::Month)
            || cursor.in_class(at, Class::Weekday)
            || cursor.in_class(at, Class::Season)
            || cursor.in_class(at, Class::NextTo)
            || cursor.is_number(at) && cursor.word(at).contains('/')
    };
    if cursor.is_any(next, &keys!("ago later hence past")) {
        return Some(next + 1);
    }
    if cursor.is_any(next, &keys!("from after before since starting"))
        && temporal(next + 1)
        && !cursor.is(next + 1, key!("first"))
    {
        return Some(next + 1);
    }
    let before = found.first.checked_sub(1)?;
    // every two weeks
    if cursor.is_any(before, &keys!("every each")) {
        // orbits the sun every 33 years, for every nine weeks you wait: amounts
        let long = cursor.is_any(next - 1, &keys!("years year decades centuries"));
        let rate = before > 0 && cursor.is_any(before - 1, &[key!("for")]);
        return (!long && !rate).then_some(next);
    }
    let preposition = |at: usize| cursor.is_any(at, &keys!("in over within for during of by"));
    let the = |at: usize| usize::from(cursor.is(at, key!("the")));
    // in the next two days, in the five past years; but: spent the last 200 days in space
    if cursor.in_class(before, Class::NextTo) {
        let opener = before.checked_sub(1);
        let bare = opener.is_none_or(|at| !cursor.in_class(at, Class::Determiner));
        if bare || opener.is_some_and(|at| at >= the(at) && preposition(at - the(at))) {
            return Some(next);
        }
    }
    let named = cursor.in_class(found.next, Class::NextTo) || cursor.is_any(found.next, &keys!("upcoming coming"));
    if named && before >= the(before) && preposition(before - the(before)) {
        return Some(next);
    }
    // will be back in two days
    let sentence = cursor.sentence(found.first);
    let ends = next >= sentence.end()
        || matches!(cursor.word(next), "." | "?" | "!" | ",")
        || cursor.is_any(next, &keys!("on and"));
    let future = before == sentence.start()
        || (before.saturating_sub(9).max(sentence.start())..before)
            .any(|at| cursor.is_any(at, &keys!("will 'll shall meet should")));
    (ends && future && cursor.is_any(before, &keys!("in within"))).then_some(next)
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
    let adjective = cursor.in_class(at, Class::NextTo) || cursor.is_any(at, &keys!("upcoming business calendar"));
    let half_an = found.is_fraction && cursor.is_any(at, &keys!("a an"));
    at += usize::from(adjective || half_an);
    let unit =
        cursor.in_class(at, Class::TimeUnit) || matches!(cursor.word(at), "min" | "mins" | "sec" | "hrs" | "weekends");
    (suffix.is_empty() && unit).then_some(at + 1)
}
