//! A maximum that stands for what is usual.
//!
//! # What it finds
//! *up to, as much as, as many as* before the size of an effect: `could save families up to £500`.
//!
//! # Why it matters
//! *Up to 500* is true if one family saves 500 and all others nothing; readers remember 500.
//!
//! # Examples
//! `The scheme will create up to 400 jobs.`
//!
//! # Counter-examples
//! Capacities, limits and penalties (`holds up to 500 people`, `fines of up to £1,000`, `faces up to ten years`), and maxima
//! told with an average; who is eligible (`families earning up to £20,000`) and what *adds up to* a sum.
//!
//! # Known limits
//! Effects are recognised by a list of verbs.

use super::{Scene, warning};
use crate::WordKey;
use crate::quantity::cursor::{key, keys};
use crate::quantity::{Bound, Dimension, QuantityWarning, Unit, UnitKind};

pub(super) const RULE: &str = "quantity/maximum-as-typical";

const EFFECTS: &[WordKey] = &keys!(
    "save saves saved saving earn earns cost costs costing create creates created \
    creating lose loses lost gain cut cuts cutting reduce reduces reduced boost boosts add adds adding slash raise \
    raises increase increases kill killed hike hiking improve improves hit affect affected wipe"
);

const TYPICAL: &[WordKey] = &keys!(
    "average typical typically median mean usually most limit maximum capacity \
    fine fines jail prison sentence allowed contribution contributions eligible qualify deduction allowance 401(k \
    401 ira"
);

pub(super) fn find(scene: &Scene, out: &mut Vec<QuantityWarning>) {
    for (_, draft) in scene.claims() {
        let Some(bound) = draft.bound.filter(|bound| bound.value == Bound::UpTo) else { continue };
        let duration = draft.unit.as_ref().and_then(Unit::dimension) == Some(Dimension::Time);
        let low = matches!(scene.slice(bound.span).split_whitespace().last(), Some("low" | "little" | "few"));
        if duration || low || draft.unit.is_none() || scene.word_near(draft, TYPICAL).is_some() {
            continue;
        }
        let sentence = scene.sentence(draft);
        let start = draft.modified_from.saturating_sub(9).max(sentence.start());
        let Some(effect) = (start..draft.modified_from).rev().find(|&at| scene.cursor.is_any(at, EFFECTS)) else {
            continue;
        };
        // might not add up to 100%; people who earn up to £20,000
        let sum = effect + 1 == draft.modified_from
            && scene.cursor.is_any(effect, &keys!("add adds adding"))
            && scene.slice(bound.span).eq_ignore_ascii_case("up to")
            && !draft.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Count);
        let earning = draft.modified_from > 0 && scene.cursor.is(draft.modified_from - 1, key!("earning"));
        let eligible = earning
            || scene.cursor.is_any(effect, &keys!("earn earns"))
                && effect > 0
                && scene.cursor.is_any(effect - 1, &keys!("who that"));
        if sum || eligible {
            continue;
        }
        let reason = format!(
            "“{} {}” is a maximum; what is usual is not said",
            scene.slice(bound.span),
            scene.slice(draft.span)
        );
        out.push(warning(RULE, draft.span, [bound.span, scene.cursor.span(effect)], 75, reason));
    }
}
