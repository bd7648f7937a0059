//! From a numeral to a claim: sign, currency, unit, counted noun, rate.

mod compound;
mod count;

pub(super) use count::of;

use super::cursor::{Cursor, key, keys};
use super::draft::Draft;
use super::numeral::Numeral;
use super::table::Class;
use super::{
    Denominator, DenominatorKind, Dimension, Number, QuantityKind, Role, Unit, UnitKind, Value, counted, currency,
    rate, unit,
};
use crate::document::Upos;
use crate::{Span, WordKey};

/// The claim that a numeral makes; `None` where it is no number of anything (*that one*).
pub(super) fn claim(cursor: &Cursor, numeral: Numeral) -> Option<Draft> {
    let mut draft = Draft::new(numeral, QuantityKind::Claim, "quantity/bare-number", numeral.span, numeral.next);
    draft.confidence = 70;
    if let Some((unit, first)) = currency::before(cursor, numeral.first, numeral.span.start()) {
        draft.first = first;
        draft.span = unit.span.cover(draft.span);
        set_unit(&mut draft, unit);
    }
    sign(cursor, &mut draft);
    let suffix = numeral.suffix(cursor);
    if !suffix.is_empty() && !numeral.is_ordinal {
        let span = Span::of(numeral.span.end(), cursor.span(numeral.next - 1).end());
        let money = draft.unit.is_some();
        let found = if money { None } else { currency::suffixed(cursor, suffix, span, numeral.next) };
        match found.or_else(|| unit::suffixed(cursor, suffix, span, numeral.next)) {
            Some((unit, next)) => {
                draft.next = next;
                draft.span = draft.span.cover(unit.span);
                set_unit(&mut draft, unit);
            }
            None => return None,
        }
    } else if draft.unit.is_none() {
        unit_behind(cursor, &mut draft);
    } else {
        // $75 U.S., $4 million Canadian
        if cursor.is_any(draft.next, &keys!("us u.s."))
            && draft.unit_name() == "dollar"
            && cursor.upos(draft.next + 1) != Upos::Noun
        {
            draft.next += 1;
        }
    }
    compound::minor_amount(cursor, &mut draft);
    compound::compound(cursor, &mut draft);
    draft.reach = draft.next;
    if draft.unit.is_none() && !count::count(cursor, &mut draft) {
        return None;
    }
    denominator(cursor, &mut draft);
    age(cursor, &mut draft);
    below_zero(cursor, &mut draft);
    if let Some((amount, span)) = numeral.ratio {
        draft.role = Role::Share;
        let name =
            counted::phrase(cursor, numeral.next).map(|phrase| counted::name(cursor, phrase)).unwrap_or_default();
        draft.denominator = Some(Denominator { kind: DenominatorKind::OutOf, amount: Some(amount), name, span });
    }
    if draft.value == Value::Overflow {
        draft.confidence = 50;
        draft.rule = "quantity/overflow";
    }
    Some(draft)
}

pub(super) fn set_unit(draft: &mut Draft, unit: Unit) {
    (draft.rule, draft.confidence) = match unit.kind {
        UnitKind::Percent | UnitKind::PercentagePoint | UnitKind::BasisPoint => ("quantity/percent", 97),
        UnitKind::Currency { .. } => ("quantity/money", 96),
        UnitKind::Measure { .. } => ("quantity/measure", 93),
        UnitKind::Count => ("quantity/count", 88),
        UnitKind::Multiple => ("quantity/multiplier", 85),
    };
    draft.unit = Some(unit);
}

/// *minus, negative*, and a sign before the number or its currency.
fn sign(cursor: &Cursor, draft: &mut Draft) {
    if draft.numeral.first > draft.first + 1
        && cursor.is_hyphen(draft.numeral.first - 1)
        && !draft.value.low().is_some_and(|value| value.is_negative())
    {
        // $-99.99
        draft.value = draft.value.map(|value| Some(value.negated()));
        return;
    }
    let Some(before) = draft.first.checked_sub(1) else { return };
    let start = draft.span.start();
    let touching = cursor.span(before).end() == start;
    let word = cursor.word(before);
    let mut negative = None;
    if matches!(word, "-" | "−" | "–" | "‐") && touching {
        let (gap, minus) = (cursor.byte_before(cursor.span(before).start()), before.checked_sub(1));
        if let Some(minus) = minus.filter(|&minus| cursor.is_any(minus, &keys!("minus negative"))) {
            negative = Some(minus);
        } else if matches!(gap, b' ' | b'\n' | b'(' | b'[' | b'"' | b'<' | b'>' | b'=' | b'\t' | b'$') || before == 0 {
            // `5 -7` is a range, `at -7` a negative number
            let range = before > 0 && cursor.is_number(before - 1) && gap == b' ';
            negative = (!range).then_some(before);
        }
    } else if cursor.is_any(before, &keys!("minus negative")) && word != "-" {
        negative = Some(before);
    } else if word == "+" && touching {
        draft.first = before;
        draft.span = cursor.span(before).cover(draft.span);
        draft.direction = Some(super::Marked::new(super::Direction::Up, cursor.span(before)));
    }
    let Some(first) = negative else { return };
    draft.value = draft.value.map(|value| Some(value.negated()));
    draft.first = first;
    let span = cursor.span(first);
    draft.span = span.cover(draft.span);
    if draft.number.start() == start {
        draft.number = span.cover(draft.number);
    }
}

fn unit_behind(cursor: &Cursor, draft: &mut Draft) {
    let mut at = draft.numeral.next;
    if cursor.joins(at) || cursor.is_hyphen(at) && cursor.glued(at) && cursor.glued(at - 1) {
        at += 1;
    }
    // two more minutes, five or so miles
    const MORE: &[WordKey] = &keys!("more additional extra fewer less further");
    let part = draft.numeral.is_fraction;
    let article = keys!("a an");
    let skipped = if cursor.is_any(at, MORE) || part && cursor.is_any(at, &article) {
        at + 1
    } else if part
        && cursor.is(at, key!("of"))
        && (cursor.is_any(at + 1, &article)
            || cursor.is_any(at + 1, &keys!("one 1"))
            || cursor.in_class(at + 1, Class::TimeUnit))
    {
        at + 2
    } else {
        at
    };
    let value = draft.value.exact();
    if let Some(next) = super::multiplier::is_fold(cursor, &draft.numeral) {
        let span = cursor.span(next - 1);
        draft.next = next;
        draft.role = Role::Multiplier;
        draft.span = draft.span.cover(span);
        set_unit(draft, Unit { kind: UnitKind::Multiple, name: "time".to_owned(), span });
        return;
    }
    let found = currency::behind(cursor, skipped).or_else(|| unit::behind(cursor, skipped, value));
    let Some((unit, next)) = found.filter(|(unit, next)| !is_part_of_noun(cursor, draft, unit, at, *next)) else {
        return;
    };
    let scaled = draft.numeral.scale.is_some();
    let unit = currency::as_weight(cursor, draft.numeral.first, next, unit.span, scaled).unwrap_or(unit);
    if skipped > at && unit.kind == UnitKind::Percent {
        return;
    }
    draft.next = next;
    draft.span = draft.span.cover(unit.span);
    set_unit(draft, unit);
}

/// Whether a unit word is the first part of a counted noun: *two minute books, 12 day nurseries*.
fn is_part_of_noun(cursor: &Cursor, draft: &Draft, unit: &Unit, at: usize, next: usize) -> bool {
    let hyphen = at > draft.numeral.next;
    if hyphen || !matches!(unit.kind, UnitKind::Measure { .. } | UnitKind::Currency { .. }) || next != at + 1 {
        return false;
    }
    let word = cursor.word(at);
    let plural_follows = cursor.upos(next) == Upos::Noun && cursor.word(next).ends_with('s');
    let singular = !word.ends_with('s') && word.len() > 3;
    let many = draft.value.exact().is_some_and(|value| value > Number::ONE);
    // 30 minute delays has 30 minutes; two day nurseries counts nurseries
    singular
        && many
        && plural_follows
        && matches!(word, "day" | "night" | "year" | "quarter" | "second" | "point")
        && !draft.numeral.in_words
}

fn denominator(cursor: &Cursor, draft: &mut Draft) {
    if draft.denominator.is_some() {
        return;
    }
    // C$6 (US$4.46) per share
    let bracket =
        cursor.word(draft.reach) == "(" && (draft.reach + 2..draft.reach + 6).any(|at| cursor.word(at) == ")");
    let behind =
        (draft.reach..draft.reach + 6).find(|&at| bracket && cursor.word(at) == ")").map_or(draft.reach, |at| at + 1);
    let Some((denominator, next)) = rate::denominator(cursor, behind) else { return };
    if bracket {
        draft.role = Role::Rate;
        draft.denominator = Some(denominator);
        return;
    }
    draft.role = Role::Rate;
    draft.reach = next;
    draft.denominator = Some(denominator);
}

/// *50-year-old, 34 years old, aged 34*: the number is an age.
fn age(cursor: &Cursor, draft: &mut Draft) {
    if draft.unit.as_ref().and_then(Unit::dimension) != Some(Dimension::Time) {
        return;
    }
    let at = draft.next;
    let old = if cursor.is_hyphen(at) { at + 1 } else { at };
    let of_age = cursor.is_any(at, &keys!("of in")) && cursor.is(at + 1, key!("age"));
    if !cursor.is_any(old, &keys!("old olds olds'")) && !of_age {
        return;
    }
    let end = if of_age { at + 1 } else { old };
    draft.next = end + 1;
    draft.reach = end + 1;
    draft.span = draft.span.cover(cursor.span(end));
    draft.kind = QuantityKind::Age;
    draft.rule = "quantity/age";
    if let Some(unit) = &mut draft.unit {
        unit.name = format!("{} of age", unit.name);
        unit.span = unit.span.cover(cursor.span(end));
    }
}

/// *2 degrees below zero*.
fn below_zero(cursor: &Cursor, draft: &mut Draft) {
    if cursor.is(draft.next, key!("below")) && cursor.is_any(draft.next + 1, &keys!("zero freezing")) {
        let positive = draft.value.exact().is_some_and(|value| !value.is_negative());
        if positive && cursor.is(draft.next + 1, key!("zero")) {
            draft.value = draft.value.map(|value| Some(value.negated()));
            draft.span = draft.span.cover(cursor.span(draft.next + 1));
            draft.next += 2;
            draft.reach = draft.reach.max(draft.next);
        }
    }
}
