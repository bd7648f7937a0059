//! A relative risk without the absolute one.
//!
//! # What it finds
//! `raises the risk by 50%`, `twice as likely`, where no absolute risk (`from 2 to 3 in 1,000`) stands in the sentence or
//! the two beside it.
//!
//! # Why it matters
//! Relative risks make small changes look large (Gigerenzer et al. 2007).
//!
//! # Examples
//! `Eating it daily raises the risk of gout by 50 per cent.`
//!
//! # Counter-examples
//! `The risk rose by half, from two in 1,000 to three in 1,000.`
//!
//! # Known limits
//! *Risk* in a figure of speech (`at risk of losing 5%`) is told apart only by the role of the number.

use super::{Scene, warning};
use crate::quantity::cursor::keys;
use crate::quantity::draft::Draft;
use crate::quantity::{DenominatorKind, QuantityWarning, Role, UnitKind, Value};
use crate::{Span, WordKey};

pub(super) const RULE: &str = "quantity/relative-risk-alone";

const RISK: &[WordKey] = &keys!("risk risks likely likelihood chance chances odds probability likelier");

pub(super) fn find(scene: &Scene, out: &mut Vec<QuantityWarning>) {
    for (index, draft) in scene.claims() {
        let percent = draft.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Percent);
        let relative = draft.role == Role::Multiplier
            || percent && draft.role == Role::Change
            || draft.numeral.is_fraction && draft.role == Role::Change
            || percent && is_more_likely(scene, draft.next);
        // cut the risk from 40% to 28%: both are told
        if !relative || matches!(draft.value, Value::Interval { .. }) && percent {
            continue;
        }
        // lost 5% of its deposits, three in 1,000: the whole is named
        let other_whole = draft.denominator.is_some();
        let Some(word) = scene.word_within(draft, RISK, 8).filter(|_| !other_whole) else { continue };
        if scene.parted(draft, word) {
            continue;
        }
        let absolute = scene.near(index, 1).any(|other| {
            let share =
                other.denominator.as_ref().is_some_and(|of| of.kind == DenominatorKind::OutOf || of.amount.is_some());
            let level = other.role != Role::Change
                && other.role != Role::Multiplier
                && other.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Percent);
            let part = other.numeral.is_fraction && other.role == Role::Share;
            let levels = percent && matches!(other.value, Value::Interval { .. });
            share || level || part || levels
        });
        if absolute {
            continue;
        }
        let reason =
            format!("“{}” compares risks; how large the risk is itself is not said here", scene.slice(draft.span));
        out.push(warning(RULE, draft.span, [word], 78, reason));
    }
}

impl Scene<'_, '_> {
    /// Whether a comma or another verb of change stands between a number and the word of risk behind it.
    fn parted(&self, draft: &Draft, word: Span) -> bool {
        let at = self.cursor.document.token_at(word.start());
        (draft.next..at).any(|at| self.cursor.word(at) == ",")
    }
}

/// *30 per cent more likely*.
fn is_more_likely(scene: &Scene, next: usize) -> bool {
    scene.cursor.is_any(next, &keys!("more less higher lower greater"))
}
