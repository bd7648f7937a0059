//! What a bare number counts, and of what a fraction is a share.

use super::set_unit;
use crate::document::{TokenKind, Upos};
use crate::quantity::cursor::{Cursor, key, keys};
use crate::quantity::draft::Draft;
use crate::quantity::numeral::numeral;
use crate::quantity::table::Class;
use crate::quantity::{Denominator, DenominatorKind, Dimension, Role, Unit, UnitKind, Value, counted, currency, unit};

/// The counted noun phrase behind a bare number; whether the number may stand.
pub(super) fn count(cursor: &Cursor, draft: &mut Draft) -> bool {
    let numeral = draft.numeral;
    let mut at = numeral.next;
    let is_one = cursor.is_any(numeral.first, &[key!("one")]) && numeral.next == numeral.first + 1;
    if cursor.is_hyphen(at) && cursor.joins(at) {
        if is_one {
            return false;
        }
        at += 1;
        // a four-cylinder engine counts cylinders
        if cursor.tag(at).is_nominal() && !cursor.joins(at + 1) {
            let (name, span) = (cursor.word(at).to_lowercase(), cursor.span(at));
            draft.head = Some(at);
            draft.reach = at + 1;
            set_unit(draft, Unit { kind: UnitKind::Count, name, span });
            return true;
        }
    }
    if is_one {
        return one(cursor, draft) || draft.first < numeral.first;
    }
    if numeral.is_fraction {
        share(cursor, draft);
        return true;
    }
    if cursor.is(at, key!("of")) {
        let vague = matches!(draft.value, Value::Vague { .. });
        let behind = at + 1;
        let start = if cursor.in_class(behind, Class::Determiner) && !vague { behind + 1 } else { behind };
        let determined = start > behind;
        if vague || numeral.scale.is_some() {
            if let Some(found) = currency::behind(cursor, start).or_else(|| unit::behind(cursor, start, None)) {
                draft.next = found.1;
                draft.span = draft.span.cover(found.0.span);
                set_unit(draft, found.0);
                return true;
            }
            set_count(cursor, draft, start);
        } else if determined || cursor.is_number(start) {
            // three of the men, 280 million of the 1.5 billion
            set_count(cursor, draft, start);
        }
        return true;
    }
    let plural = cursor.is_any(at, &keys!("more additional extra fewer further other such or"));
    if plural && !cursor.is(at, key!("or")) {
        at += 1;
    }
    set_count(cursor, draft, at);
    true
}

/// *one*: a number only where it counts something.
fn one(cursor: &Cursor, draft: &mut Draft) -> bool {
    let at = draft.numeral.next;
    let before = draft.numeral.first.checked_sub(1);
    let referring = before.is_some_and(|before| {
        cursor.is_any(
            before,
            &keys!("this that which the any every each no some another next last previous new a good big other"),
        )
    });
    if cursor.is(at, key!("of")) {
        let start = at + 1;
        let start = if cursor.in_class(start, Class::Determiner) || cursor.is(start, key!("several")) {
            start + 1
        } else {
            start
        };
        let start = if cursor.is(start, key!("most")) { start + 1 } else { start };
        if !cursor.in_class(start, Class::PronounOf) {
            // one of Airbnb's earliest investments
            set_count(cursor, draft, start);
            if cursor.is_any(draft.reach, &keys!("'s '")) {
                let head = counted::phrase(cursor, draft.reach + 1);
                if let Some(phrase) = head {
                    set_count(cursor, draft, phrase.start);
                }
            }
        }
        return !before.is_some_and(|before| cursor.is_any(before, &keys!("no any every each")));
    }
    if referring
        && !before.is_some_and(|before| cursor.is_any(before, &keys!("the this that")) && cursor.upos(at) == Upos::Noun)
    {
        return false;
    }
    // one day, one another, one by one
    let idiom = cursor.is_any(at, &keys!("another by way thing side and who that which more last such"));
    if idiom {
        return false;
    }
    set_count(cursor, draft, at);
    draft.unit.is_some() || before.is_none() && at >= cursor.len()
}

/// A share of something: *a third of voters*.
fn share(cursor: &Cursor, draft: &mut Draft) {
    draft.role = Role::Share;
    (draft.rule, draft.confidence) = ("quantity/share", 88);
    let mut at = draft.numeral.next;
    if cursor.is(at, key!("of")) {
        at += 1;
        of(cursor, draft, at);
    } else if draft.numeral.ratio.is_some() || cursor.in_class(at, Class::Determiner) {
        of(cursor, draft, at);
    }
}

/// The whole behind *of*: up to the end of its noun phrase.
pub(in crate::quantity) fn of(cursor: &Cursor, draft: &mut Draft, at: usize) {
    let mut start = at;
    while cursor.in_class(start, Class::Determiner) && start < at + 3 {
        start += 1;
    }
    let Some(phrase) = counted::phrase(cursor, start) else {
        let pronoun = matches!(cursor.upos(at), Upos::Pron | Upos::Det) && at < cursor.len();
        if pronoun && draft.denominator.is_none() {
            let name = cursor.word(at).to_lowercase();
            draft.denominator =
                Some(Denominator { kind: DenominatorKind::Of, amount: None, name, span: cursor.span(at) });
            draft.reach = draft.reach.max(at + 1);
        }
        return;
    };
    let amount = numeral(cursor, start).filter(|number| number.next <= phrase.head);
    let name = counted::name(cursor, phrase);
    let span = cursor.tokens_span(start, phrase.head + 1);
    draft.reach = draft.reach.max(phrase.head + 1);
    if draft.denominator.is_none() {
        draft.denominator =
            Some(Denominator { kind: DenominatorKind::Of, amount: amount.and_then(|n| n.exact()), name, span });
    }
}

fn set_count(cursor: &Cursor, draft: &mut Draft, at: usize) {
    // times as many: a multiplier; 3,200 times: how often
    if cursor.is_any(at, &keys!("times time")) && cursor.kind(at) == Some(TokenKind::Word) {
        let unit = Unit { kind: UnitKind::Multiple, name: "time".to_owned(), span: cursor.span(at) };
        draft.next = at + 1;
        draft.reach = at + 1;
        draft.span = draft.span.cover(unit.span);
        set_unit(draft, unit);
        return;
    }
    if let Some(phrase) = counted::phrase(cursor, at) {
        if let Some((unit, next)) = qualified_measure(cursor, phrase) {
            draft.reach = next;
            set_unit(draft, unit);
            return;
        }
        let name = counted::name(cursor, phrase);
        let span = cursor.tokens_span(phrase.start, phrase.head + 1);
        draft.head = Some(phrase.head);
        draft.reach = phrase.head + 1;
        set_unit(draft, Unit { kind: UnitKind::Count, name, span });
    }
}

/// *three consecutive quarters, 50 previous years*: a measure with an adjective before it is no noun to count; *20 business
/// days* and *six back yards* are.
fn qualified_measure(cursor: &Cursor, phrase: counted::Phrase) -> Option<unit::Found> {
    let before = phrase.start..phrase.head;
    let qualities = before.len() <= 2
        && before.clone().all(|at| {
            let participle = cursor.tag(at).is_verbal() || cursor.word(at).ends_with("ing");
            cursor.upos(at) == Upos::Adj && !cursor.is_hyphen(at + 1) || participle
        });
    if before.is_empty() || !qualities || !cursor.word(phrase.head).ends_with('s') {
        return None;
    }
    let (found, next) = unit::behind(cursor, phrase.head, None)?;
    let plain =
        matches!(found.dimension(), Some(Dimension::Time | Dimension::Length | Dimension::Area | Dimension::Mass));
    (plain && next == phrase.head + 1).then_some((found, next))
}
