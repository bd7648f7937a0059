//! Bounds and approximators of a number.
//!
//! # What it finds
//! *more than, at least, up to, under, as many as, or more, sub-* (bounds) and *about, roughly, nearly, just over, or so*
//! (approximators, with the side on which the true number lies), before and behind the number.
//!
//! # Why it matters
//! Both shape how large a number feels (Channell 1994; Krifka 2007): *up to 500* claims nothing below, *nearly 500* says under it.
//!
//! # Examples
//! `more than about 700 homes` has both; `sub-7 nanometre`, `upwards of 20`, `300 or more`.
//!
//! # Counter-examples
//! *about* a topic (`talks about 12 cases`) is still read as approximator; `over the past 8 weeks` is no bound.
//!
//! # Known limits
//! *about* before a number is always taken as approximator.

use super::cursor::{Cursor, key, keys};
use super::draft::Draft;
use super::table::Modifier;
use super::{Approximation, Bound, Dimension, Marked, Unit, Value};
use crate::Span;
use crate::document::Upos;

/// Reads the modifiers around each draft.
pub(super) fn mark(cursor: &Cursor, drafts: &mut [Draft]) {
    for index in 0..drafts.len() {
        let (before, rest) = drafts.split_at_mut(index);
        let floor = before.last().map_or(0, |draft| draft.next);
        let ceiling = rest.get(1).map_or(cursor.len(), |draft| draft.first);
        if let Some(draft) = rest.first_mut() {
            before_number(cursor, draft, floor);
            behind_number(cursor, draft, ceiling);
        }
    }
}

fn before_number(cursor: &Cursor, draft: &mut Draft, floor: usize) {
    let mut first = draft.first;
    // between about 5 and 7: the range starts behind its preposition
    for _ in 0..4 {
        let Some(mut at) = first.checked_sub(1).filter(|&at| at >= floor) else { break };
        // an estimated 500, a total of 500, as many as an estimated 500
        while cursor.is_any(at, &keys!("a an the another")) && at > floor && first == draft.first {
            at -= 1;
        }
        if glued_prefix(cursor, draft, at) {
            return;
        }
        let Some((modifier, length)) =
            cursor.tables.before.backward(cursor.tokens, at).filter(|(_, length)| at + 1 >= floor + length)
        else {
            break;
        };
        let start = at + 1 - length;
        let skipped_article = at + 1 < first && !cursor.is_any(at + 1, &keys!("a an"));
        if skipped_article || !fits(cursor, draft, modifier, start, length) {
            break;
        }
        set(draft, modifier, cursor.tokens_span(start, start + length));
        first = start;
        draft.modified_from = start;
    }
}

/// *sub-7*, `~7`, `>7`.
fn glued_prefix(cursor: &Cursor, draft: &mut Draft, at: usize) -> bool {
    let (mut start, mut word) = (at, cursor.word(at));
    if cursor.is_hyphen(at) && at > 0 && cursor.is(at - 1, key!("sub")) {
        (start, word) = (at - 1, "sub");
    }
    let modifier = match word {
        "sub" if start < at => Modifier::Bound(Bound::LessThan),
        "~" | "≈" | "±" => Modifier::Approximation(Approximation::Around),
        ">" | "≥" => Modifier::Bound(Bound::MoreThan),
        "<" | "≤" => Modifier::Bound(Bound::LessThan),
        "=" if at > 0 && cursor.word(at - 1) == ">" => Modifier::Bound(Bound::AtLeast),
        "=" if at > 0 && cursor.word(at - 1) == "<" => Modifier::Bound(Bound::AtMost),
        _ => return false,
    };
    set(draft, modifier, cursor.tokens_span(start, at + 1));
    draft.modified_from = start;
    true
}

/// Whether the words are a modifier here: *over* before a duration mostly is not.
fn fits(cursor: &Cursor, draft: &Draft, modifier: Modifier, start: usize, length: usize) -> bool {
    let before = start.checked_sub(1);
    let is_duration = draft.unit.as_ref().and_then(Unit::dimension) == Some(Dimension::Time);
    if length == 1
        && matches!(modifier, Modifier::Bound(_))
        && cursor.is_any(start, &keys!("over above below under beyond"))
    {
        if is_duration && cursor.is(start, key!("over")) {
            // for over two years, waited over two hours; but cut it over two years
            return before.is_none_or(|before| {
                matches!(cursor.upos(before), Upos::Adp | Upos::Cconj | Upos::Punct)
                    || cursor.tag(before).is_verbal()
                        && cursor.entry(before).is_none_or(|word| word.change_verb.is_none())
                    || cursor.is_any(before, &keys!("well just took take takes last lasted"))
            });
        }
        // 16 per cent above 2018
        return true;
    }
    if cursor.is(start, key!("some")) && length == 1 {
        return !matches!(draft.value, Value::Vague { .. }) && draft.numeral.ratio.is_none();
    }
    // short of, close to: only before amounts
    if cursor.is_any(start, &[key!("short")]) {
        return before.is_none_or(|before| !cursor.is_any(before, &keys!("fall falling fell stop stopped")));
    }
    true
}

fn behind_number(cursor: &Cursor, draft: &mut Draft, ceiling: usize) {
    // 300 or more, 300 people or more, 20-odd
    for at in [draft.numeral.next, draft.next, draft.reach] {
        let hyphen = usize::from(cursor.is_hyphen(at) && cursor.joins(at));
        let at = at + hyphen;
        let Some((modifier, length)) = cursor.tables.after.forward(cursor.tokens, at) else { continue };
        let end = at + length;
        let comparison =
            matches!(cursor.upos(end), Upos::Num) || end > ceiling || end == ceiling && ceiling < cursor.len();
        if comparison || cursor.is(at, key!("plus")) && cursor.upos(end) != Upos::Noun {
            continue;
        }
        // and up 5%, 300 at most
        if cursor.is(end, key!("than")) {
            continue;
        }
        let span = cursor.tokens_span(at, end);
        let plain = draft.bound.is_none() || matches!(modifier, Modifier::Approximation(_));
        if plain {
            set(draft, modifier, span);
        }
        draft.reach = draft.reach.max(end);
        return;
    }
    if cursor.word(draft.next) == "+" && draft.next > 0 && cursor.glued(draft.next - 1) {
        set(draft, Modifier::Bound(Bound::AtLeast), cursor.span(draft.next));
    }
}

fn set(draft: &mut Draft, modifier: Modifier, span: Span) {
    match modifier {
        Modifier::Bound(bound) => draft.bound = draft.bound.or(Some(Marked::new(bound, span))),
        Modifier::Approximation(side) => draft.approximator = draft.approximator.or(Some(Marked::new(side, span))),
    }
}
