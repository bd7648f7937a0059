//! One measure with two values.
//!
//! # What it finds
//! The same things counted with the same verb and another number in another sentence: *12 people were killed … 15 people
//! were killed*.
//!
//! # Why it matters
//! Sources differ, or the text was updated in part; a reader should see both.
//!
//! # Examples
//! `Police said 12 people were killed. The hospital said 15 people were killed.`
//!
//! # Counter-examples
//! `Another 15 people were killed`, counts of different places or years.
//!
//! # Known limits
//! Only counted nouns followed by the same verb are compared; far from all contradictions are found.

use super::{Scene, warning};
use crate::WordKey;
use crate::document::Upos;
use crate::quantity::cursor::{key, keys};
use crate::quantity::draft::Draft;
use crate::quantity::{QuantityWarning, Role, UnitKind};

pub(super) const RULE: &str = "quantity/two-values";

const OTHERS: &[WordKey] = &keys!("another other others more further additional remaining first of these");

/// Verbs whose subjects are others each time (*two officials said*), or that tell what is wanted.
const NO_EVENTS: &[WordKey] = &keys!(
    "said say says told added voted think thought believe believed agreed wrote \
    asked needed required expected have had"
);

/// How many claims back are compared.
const REACH: usize = 30;

pub(super) fn find(scene: &Scene, out: &mut Vec<QuantityWarning>) {
    let mut seen: Vec<(Event, &Draft)> = Vec::new();
    for (_, draft) in scene.claims().filter(|(_, draft)| draft.role == Role::Level && !scene.in_headline(draft)) {
        let Some(verb) = verb(scene, draft) else { continue };
        let window = seen.len().saturating_sub(REACH);
        let earlier =
            seen[window..].iter().find(|(other_verb, other)| *other_verb == verb && differs(scene, other, draft));
        if let Some((_, other)) = earlier {
            let reason = format!(
                "the text has two numbers for one thing: “{}” and “{}” ({})",
                scene.slice(other.span),
                scene.slice(draft.span),
                draft.unit_name(),
            );
            out.push(warning(RULE, draft.span, [other.span], 72, reason));
        }
        seen.push((verb, draft));
    }
}

fn differs(scene: &Scene, one: &Draft, other: &Draft) -> bool {
    let values = (one.value.exact(), other.value.exact());
    let apart = matches!(values, (Some(one), Some(other)) if one != other);
    let bounded = one.bound.is_some() || other.bound.is_some();
    let period = |draft: &Draft| draft.period.map(|span| scene.slice(span).to_lowercase());
    let same_time = period(one) == period(other);
    apart
        && !bounded
        && same_time
        && one.unit_name() == other.unit_name()
        && scene.sentence_of(one) != scene.sentence_of(other)
}

/// A verb, and whether it tells of an earlier time: *two people had died by then*.
type Event = (WordKey, bool);

/// The verb behind the counted noun: *killed* in *12 people were killed*; none for *another 12 people*.
fn verb(scene: &Scene, draft: &Draft) -> Option<Event> {
    let cursor = scene.cursor;
    let counted = draft.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Count);
    let head = draft.head.filter(|_| counted)?;
    let before = draft.modified_from.checked_sub(1);
    let inside = (draft.numeral.next..head).any(|at| cursor.is_any(at, OTHERS));
    if inside || before.is_some_and(|before| cursor.is_any(before, OTHERS)) {
        return None;
    }
    let auxiliary =
        (head + 1..head + 5).take_while(|&at| cursor.tag(at).is_verbal() || cursor.upos(at) == Upos::Adv).last()?;
    let earlier = (head + 1..auxiliary).any(|at| cursor.is(at, key!("had")));
    // Where and when narrow the count: killed in Oram, killed on Monday.
    let place = (auxiliary + 1..auxiliary + 6)
        .take_while(|&at| !matches!(cursor.word(at), "." | "," | ";"))
        .any(|at| cursor.is_any(at, &keys!("in at near on from")));
    (cursor.upos(auxiliary) == Upos::Verb && !place && !cursor.is_any(auxiliary, NO_EVENTS))
        .then(|| (cursor.key(auxiliary), earlier))
}
