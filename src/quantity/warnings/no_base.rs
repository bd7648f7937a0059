//! A percentage or multiplier without anything it could be a percentage of.
//!
//! # What it finds
//! A change in per cent, or *doubled*, in a sentence that names neither baseline, nor period, nor a level before or after.
//!
//! # Why it matters
//! *Up 200%* can be from one to three or from a million to three (Best 2001).
//!
//! # Examples
//! `Complaints soared 200 per cent, the group said.`
//!
//! # Counter-examples
//! `Bills rose 6% last year`, `sales fell 3% to £2bn`, `up 5% from 2019`. Headlines are not flagged.
//!
//! # Known limits
//! Looks at the sentence and the two beside it; a base named farther away is not seen.

use super::{Scene, warning};
use crate::quantity::{QuantityWarning, Role, UnitKind, Value};

pub(super) const RULE: &str = "quantity/percent-without-base";

pub(super) fn find(scene: &Scene, out: &mut Vec<QuantityWarning>) {
    for (index, draft) in scene.claims() {
        let percent = draft.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Percent);
        let multiplier = draft.role == Role::Multiplier;
        if !(percent && draft.role == Role::Change || multiplier) || matches!(draft.value, Value::Interval { .. }) {
            continue;
        }
        let maximum = draft.bound.is_some_and(|bound| bound.value == crate::quantity::Bound::UpTo);
        if maximum
            || draft.baseline.is_some()
            || draft.period.is_some()
            || draft.denominator.is_some()
            || scene.in_headline(draft)
        {
            continue;
        }
        let level = scene
            .near(index, 1)
            .any(|other| other.unit.is_some() && matches!(other.role, Role::Level | Role::Share | Role::Rate));
        let dated = scene.near(index, 0).any(|other| other.period.is_some() || other.baseline.is_some());
        if level || dated || scene.has_date(draft) {
            continue;
        }
        let reason =
            format!("“{}” is a change, and neither its base nor its period is named here", scene.slice(draft.span));
        out.push(warning(RULE, draft.span, draft.direction.map(|direction| direction.span), 75, reason));
    }
}

impl Scene<'_, '_> {
    /// Whether a date stands in the sentence of a draft.
    fn has_date(&self, draft: &super::Draft) -> bool {
        let (here, index) = (self.sentence_of(draft), self.drafts.partition_point(|other| other.first < draft.first));
        let range = index.saturating_sub(6)..(index + 7).min(self.drafts.len());
        self.drafts[range]
            .iter()
            .any(|other| other.kind == crate::quantity::QuantityKind::Date && self.sentence_of(other) == here)
    }
}
