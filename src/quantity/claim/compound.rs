//! Amounts told in two units: `7 feet 10 inches`, `20 dollars 43 cents`, `an hour and a half`.

use crate::Span;
use crate::document::{TokenKind, Upos};
use crate::quantity::cursor::{Cursor, key};
use crate::quantity::draft::Draft;
use crate::quantity::numeral::{Numeral, numeral, part_of_one};
use crate::quantity::{Dimension, Number, Unit, UnitKind, Value, currency, unit};

/// `$20 and 43c`, `20 dollars 43 cents`, `US$3 and fourteen`: one amount of money.
pub(super) fn minor_amount(cursor: &Cursor, draft: &mut Draft) {
    let Some(UnitKind::Currency { main, .. }) = draft.unit.as_ref().map(|unit| unit.kind.clone()) else { return };
    let whole =
        draft.value.exact().filter(|value| value.is_whole() && main == Number::ONE && draft.numeral.scale.is_none());
    let Some(whole) = whole else { return };
    let joined = cursor.is(draft.next, key!("and"));
    let at = if joined { draft.next + 1 } else { draft.next };
    let Some(more) = numeral(cursor, at).filter(|more| !more.is_ordinal && more.scale.is_none()) else {
        return;
    };
    let Some(value) = more.exact().filter(|value| value.is_whole() && *value < Number::from(100)) else { return };
    let suffix = more.suffix(cursor);
    let behind = if suffix.is_empty() {
        currency::behind(cursor, more.next)
    } else {
        let span = Span::of(more.span.end(), cursor.span(more.next - 1).end());
        currency::suffixed(cursor, suffix, span, more.next)
    };
    let minor = behind.filter(|(unit, _)| matches!(unit.kind, UnitKind::Currency { main, .. } if main != Number::ONE));
    // twenty dollars and 43: only where the sentence ends
    let ends = suffix.is_empty() && (more.next >= cursor.len() || matches!(cursor.word(more.next), "." | "!" | "?"));
    let Some(next) = minor.map(|(_, next)| next).or(ends.then_some(more.next)) else { return };
    if let Some(sum) = value.over(Number::from(100)).and_then(|cents| whole.plus(cents)) {
        draft.value = Value::Exact(sum);
        draft.number = draft.number.cover(more.span);
        draft.span = draft.span.cover(cursor.span(next - 1));
        draft.next = next;
    }
}

/// `7 feet 10 inches`, `2 years and 3 months`: one amount in the smaller unit.
pub(super) fn compound(cursor: &Cursor, draft: &mut Draft) {
    for _ in 0..4 {
        let Some(Unit { kind: UnitKind::Measure { dimension, si: Some(si), .. }, .. }) = draft.unit.clone() else {
            return;
        };
        if !matches!(dimension, Dimension::Length | Dimension::Time | Dimension::Mass) {
            return;
        }
        let comma = usize::from(dimension == Dimension::Length && cursor.word(draft.next) == ",");
        let joined = cursor.is(draft.next + comma, key!("and"));
        let at = draft.next + comma + usize::from(joined);
        if and_a_half(cursor, draft, at, joined) {
            return;
        }
        let Some(more) = numeral(cursor, at).filter(|more| !more.is_ordinal) else { return };
        let Some(value) = more.exact() else { return };
        if minutes_left_out(cursor, draft, &more) {
            return;
        }
        let suffix = more.suffix(cursor);
        let found = if suffix.is_empty() {
            unit::behind(cursor, more.next, Some(value))
        } else {
            let span = Span::of(more.span.end(), cursor.span(more.next - 1).end());
            unit::suffixed(cursor, suffix, span, more.next)
        };
        let Some((smaller, next)) = found else { return };
        let UnitKind::Measure { dimension: other, si: Some(small), .. } = smaller.kind else { return };
        let whole = draft.value.exact().filter(|whole| whole.is_whole());
        let fits = other == dimension && small < si && value < Number::from(1000) && is_multiple(si, small);
        let total = whole.filter(|_| fits).and_then(|whole| whole.times(si)?.over(small)?.plus(value));
        let Some(total) = total else { return };
        draft.value = Value::Exact(total);
        draft.number = draft.number.cover(more.span);
        draft.span = draft.span.cover(smaller.span);
        draft.next = next;
        draft.unit = Some(smaller);
    }
}

/// *one hour thirty, 2 hours and 10*: minutes without their name, where nothing follows that they count.
fn minutes_left_out(cursor: &Cursor, draft: &mut Draft, more: &Numeral) -> bool {
    let ends = more.suffix(cursor).is_empty()
        && cursor.kind(more.next).is_none_or(|kind| kind == TokenKind::Punctuation)
        && !cursor.is_dash(more.next)
        && !matches!(cursor.word(more.next), "%" | "(" | "/");
    let sixty = Number::from(60);
    let minutes = more.exact().filter(|value| ends && value.is_whole() && *value >= Number::from(5) && *value < sixty);
    let hours = draft.value.exact().filter(|hours| draft.unit_name() == "hour" && hours.is_whole());
    let total = hours.zip(minutes).and_then(|(hours, minutes)| hours.times(sixty)?.plus(minutes));
    let index = cursor.tables.units_by_name.get("minute");
    let (Some(total), Some(&index)) = (total, index) else { return false };
    draft.value = Value::Exact(total);
    draft.number = draft.number.cover(more.span);
    draft.span = draft.span.cover(more.span);
    draft.next = more.next;
    draft.unit = Some(unit::measure(cursor, index, more.span));
    true
}

/// *an hour and a half, two years and a quarter*.
fn and_a_half(cursor: &Cursor, draft: &mut Draft, at: usize, joined: bool) -> bool {
    let part = part_of_one(cursor, at).filter(|_| joined);
    let ends =
        |next: usize| !matches!(cursor.upos(next), Upos::Noun | Upos::Adj | Upos::Num) && !cursor.is(next, key!("of"));
    let Some((part, next)) = part.filter(|&(_, next)| ends(next)) else { return false };
    let Some(sum) = draft.value.exact().and_then(|whole| whole.plus(part)) else { return false };
    draft.value = Value::Exact(sum);
    draft.number = draft.number.cover(cursor.span(next - 1));
    draft.span = draft.span.cover(cursor.span(next - 1));
    draft.next = next;
    true
}

/// Whether a unit is a whole number of smaller ones: feet and inches, kilometres and metres; not miles and kilometres.
fn is_multiple(large: Number, small: Number) -> bool {
    large.over(small).is_some_and(Number::is_whole)
}
