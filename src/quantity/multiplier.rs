//! Multipliers: how many times as much.
//!
//! # What it finds
//! `doubled`, `halved`, `more than double April's gains`, `a sixfold increase`, `three times as many`, `twice the size`.
//!
//! # Why it matters
//! A ratio without its base says nothing about size; with it, the base can be worked out and is given as derived.
//!
//! # Examples
//! `173 square miles, more than double April's gains`: a multiplier above 2, baseline *April's gains*, which were therefore below
//! 86.5 square miles.
//!
//! # Counter-examples
//! `a double room`, `twice a week`, `four times in a row` (how often).
//!
//! # Known limits
//! `double-digit` is no multiplier and not read.

use super::counted;
use super::cursor::{Cursor, key, keys};
use super::draft::Draft;
use super::numeral::Numeral;
use super::table::Class;
use super::{Baseline, BaselineKind, Bound, Derived, Marked, Number, QuantityKind, Role, Unit, UnitKind, Value};
use crate::document::{TokenKind, Upos};
use crate::{Span, WordKey};

/// The multiplier that is said by the word at token `at` alone: *doubled, twice, sixfold*.
pub(super) fn word(cursor: &Cursor, at: usize) -> Option<Draft> {
    // a triple-A rating; the danger is twofold
    let predicate = cursor.word(at).ends_with("fold")
        && at > 0
        && cursor.upos(at - 1) == Upos::Aux
        && cursor.kind(at + 1) == Some(TokenKind::Punctuation);
    if cursor.kind(at)? != TokenKind::Word || cursor.joins(at + 1) || predicate {
        return None;
    }
    let (factor, direction) = match cursor.entry(at).and_then(|word| word.multiplier) {
        Some(multiplier) => {
            let verb = multiplier.is_verb && (cursor.tag(at).is_verbal() || cursor.upos(at) == Upos::X);
            if verb && is_idiom(cursor, at) || !verb && !compares(cursor, at) {
                return None;
            }
            (multiplier.factor, multiplier.direction.filter(|_| verb))
        }
        None => (fold(cursor, at)?, None),
    };
    let span = cursor.span(at);
    let made = Numeral::in_words(at, at + 1, span, Value::Exact(factor));
    let mut draft = Draft::new(made, QuantityKind::Claim, "quantity/multiplier", span, at + 1);
    draft.role = Role::Multiplier;
    draft.confidence = 82;
    draft.unit = Some(Unit { kind: UnitKind::Multiple, name: "time".to_owned(), span });
    draft.direction = direction.map(|direction| Marked::new(direction, span));
    Some(draft)
}

/// *doubled down on his remarks, doubles as a bar, doubled over in pain*: nothing grows.
fn is_idiom(cursor: &Cursor, at: usize) -> bool {
    cursor.is_any(at + 1, &keys!("down over back")) || cursor.is(at + 1, key!("as")) && cursor.upos(at + 2) == Upos::Det
}

/// *three-fold*, which is one token.
fn fold(cursor: &Cursor, at: usize) -> Option<Number> {
    let word = cursor.word(at);
    let count = word.strip_suffix("fold")?.trim_end_matches('-');
    let word = cursor.tables.words.get(WordKey::of(count))?;
    word.numeral.map(|(_, value)| value)
}

/// Whether a comparison follows *double, twice, triple*: *double the, twice as many, triple April's*; or the word ends in
/// *-fold*.
fn compares(cursor: &Cursor, at: usize) -> bool {
    if cursor.word(at).ends_with("fold") {
        return true;
    }
    let next = at + 1;
    let modified = at > 0 && cursor.tables.before.backward(cursor.tokens, at - 1).is_some();
    let compared = cursor.is_any(next, &keys!("as the that what its his her their last this more those our"));
    let owned = (next..next + 4).any(|at| cursor.is_any(at, &[key!("'s")]));
    compared && !cursor.is_any(at, &[key!("triple")])
        || modified
        || owned && cursor.is_any(at, &keys!("double twice triple"))
        || cursor.is(at, key!("double"))
            && matches!(cursor.upos(next), Upos::Adp | Upos::Punct)
            && at > 0
            && cursor.tag(at - 1).is_verbal()
            && cursor.is(next, key!("from"))
}

/// Decides about *times*: how often, or how many times as much.
pub(super) fn times(cursor: &Cursor, draft: &mut Draft) {
    if draft.unit.as_ref().is_none_or(|unit| unit.kind != UnitKind::Multiple) || draft.role == Role::Multiplier {
        return;
    }
    let next = draft.next;
    let compared = cursor.is_any(next, &keys!("as the more that what its their less fewer over last"))
        || cursor.upos(next) == Upos::Adj && cursor.word(next).ends_with("er")
        || cursor.word(draft.numeral.next).starts_with("x")
        || draft.numeral.suffix(cursor) == "x"
        || (next..next + 4)
            .take_while(|&at| matches!(cursor.upos(at), Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj | Upos::Part))
            .any(|at| cursor.is_any(at, &[key!("'s")]));
    if compared {
        draft.role = Role::Multiplier;
        draft.rule = "quantity/multiplier";
    } else if let Some(unit) = &mut draft.unit {
        unit.kind = UnitKind::Count;
    }
}

/// *10-fold*: a number, a hyphen, *fold*.
pub(super) fn is_fold(cursor: &Cursor, numeral: &Numeral) -> Option<usize> {
    if numeral.suffix(cursor) == "fold" {
        return Some(numeral.next);
    }
    let at = if cursor.is_hyphen(numeral.next) { numeral.next + 1 } else { numeral.next };
    (cursor.is(at, key!("fold")) && cursor.glued(at - 1)).then_some(at + 1)
}

/// Finds what a multiplier is compared with, and from it what follows for the amount before it.
pub(super) fn compare(cursor: &Cursor, drafts: &mut [Draft]) {
    for index in 0..drafts.len() {
        let (before, rest) = drafts.split_at_mut(index);
        let Some(draft) = rest.first_mut().filter(|draft| draft.role == Role::Multiplier) else { continue };
        // halved its debts, a sixfold rise: what follows is not compared with
        if draft.direction.is_some() || cursor.word(draft.next.saturating_sub(1)).ends_with("fold") {
            continue;
        }
        let Some(of) = base(cursor, draft.next) else { continue };
        draft.baseline = draft.baseline.or(Some(Baseline { kind: BaselineKind::Other, value: None, span: of }));
        let amount = before.last_mut().filter(|amount| {
            amount.is_claim()
                && amount.role == Role::Level
                && amount.unit.is_some()
                && cursor.word(amount.reach) == ","
                && draft.modified_from <= amount.reach + 3
        });
        let Some(amount) = amount else { continue };
        draft.derived = derive(amount, draft, of);
        amount.baseline = amount.baseline.or(draft.baseline);
    }
}

/// The noun phrase behind *double, three times as many … as, four times*.
fn base(cursor: &Cursor, at: usize) -> Option<Span> {
    let mut at = at;
    if cursor.is(at, key!("as")) {
        let end = (at + 8).min(cursor.len());
        at = (at + 1..end).find(|&at| cursor.is(at, key!("as")))? + 1;
    }
    let mut start = at;
    while cursor.is_any(start, &keys!("the that its their his her this those a")) {
        start += 1;
    }
    // April's gains: name, possessive, noun
    let dated = cursor.in_class(start, Class::Month) || cursor.in_class(start, Class::Weekday);
    let owner = if dated { start } else { counted::phrase(cursor, start)?.head };
    let mut end = owner + 1;
    if cursor.is_any(end, &keys!("'s '"))
        && let Some(owned) = counted::phrase(cursor, end + 1)
    {
        end = owned.head + 1;
    }
    if cursor.is_any(end, &keys!("of from in"))
        && let Some(more) =
            counted::phrase(cursor, if cursor.is_any(end + 1, &keys!("the a")) { end + 2 } else { end + 1 })
    {
        end = more.head + 1;
    }
    Some(cursor.tokens_span(start, end))
}

/// The amount divided by the factor, with its bound turned round.
fn derive(amount: &Draft, multiplier: &Draft, of: Span) -> Option<Derived> {
    let factor = multiplier.value.exact().filter(|factor| !factor.is_zero())?;
    let value = amount.value.exact()?.over(factor)?;
    let bound = match multiplier.bound.map(|bound| bound.value) {
        Some(Bound::MoreThan) => Some(Bound::LessThan),
        Some(Bound::AtLeast) => Some(Bound::AtMost),
        Some(Bound::LessThan) => Some(Bound::MoreThan),
        Some(Bound::AtMost | Bound::UpTo) => Some(Bound::AtLeast),
        None => None,
    };
    Some(Derived { of, bound, value, unit: amount.unit.as_ref().map(|unit| unit.name.clone()) })
}
