//! Parts that do not sum to their total.
//!
//! # What it finds
//! A total and the list of its parts behind a colon, dash or bracket whose sum is another; parts introduced by *including* that
//! exceed it.
//!
//! # Why it matters
//! A sum can be checked by everyone.
//!
//! # Examples
//! `12 people died: seven men and four women.`
//!
//! # Counter-examples
//! `12 people, including seven men and four women`; `12 people: seven men and five women`.
//!
//! # Known limits
//! The parts must follow the total in its sentence.

use super::{Scene, warning};
use crate::quantity::cursor::key;
use crate::quantity::draft::Draft;
use crate::quantity::{Number, QuantityWarning, Role, UnitKind};

pub(super) const RULE: &str = "quantity/parts-and-total";

pub(super) fn find(scene: &Scene, out: &mut Vec<QuantityWarning>) {
    for (index, total) in scene.claims() {
        let Some(whole) = plain(total) else { continue };
        let parts = parts(scene, index, total);
        let Some(sum) = parts.iter().try_fold(Number::ZERO, |sum, part| sum.plus(plain(part)?)) else { continue };
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { continue };
        let Some(exhaustive) = introduced(scene, total, first) else { continue };
        let wrong = if exhaustive { sum != whole } else { sum > whole };
        if parts.len() < 2 || !wrong || parts.iter().any(|part| plain(part) > Some(whole)) {
            continue;
        }
        let terms: Vec<String> = parts.iter().filter_map(|part| plain(part)).map(|part| part.to_string()).collect();
        let reason = format!("{} is {sum}; the total is given as “{}”", terms.join(" + "), scene.slice(total.span));
        out.push(warning(RULE, total.span, [first.span.cover(last.span)], 80, reason));
    }
}

fn plain(draft: &Draft) -> Option<Number> {
    let counted = draft.unit.as_ref().is_none_or(|unit| unit.kind == UnitKind::Count || unit.is_currency());
    draft.value.exact().filter(|value| {
        counted
            && draft.role == Role::Level
            && value.is_whole()
            && draft.bound.is_none()
            && draft.approximator.is_none()
    })
}

/// The counts behind the total in its sentence that are listed: joined by commas and *and*.
fn parts<'a>(scene: &'a Scene, index: usize, total: &Draft) -> Vec<&'a Draft> {
    let here = scene.sentence_of(total);
    let following = scene.drafts[index + 1..].iter().take(8).take_while(|draft| scene.sentence_of(draft) == here);
    let mut parts: Vec<&Draft> = Vec::new();
    let mut closed = false;
    for draft in following {
        if let Some(before) = parts.last() {
            let gap = draft.modified_from.saturating_sub(before.reach);
            let and = (before.reach..draft.modified_from).any(|at| scene.cursor.is(at, key!("and")));
            if closed || gap > 3 || draft.unit.is_none() {
                break;
            }
            closed = and;
        }
        parts.push(draft);
    }
    if closed { parts } else { Vec::new() }
}

/// Whether the parts are introduced as all of the total (`:`, a dash, a bracket) or some of it (*including*); `None` if not at all.
fn introduced(scene: &Scene, total: &Draft, first: &Draft) -> Option<bool> {
    let cursor = scene.cursor;
    let opener = first.modified_from.checked_sub(1)?;
    if opener < total.reach || opener > total.reach + 10 {
        return None;
    }
    match cursor.word(opener) {
        ":" | "—" | "–" | "(" => Some(true),
        _ if cursor.is_any(opener, &[key!("including")]) => Some(false),
        _ => None,
    }
}
