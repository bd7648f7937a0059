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
use crate::quantity::cursor::key;
use crate::quantity::{Bound, Dimension, QuantityWarning, Unit, UnitKind};

pub(super) const RULE: &str = "quantity/maximum-as-typical";

const EFFECTS: [WordKey; 43] = [
    key!("save"),
    key!("saves"),
    key!("saved"),
    key!("saving"),
    key!("earn"),
    key!("earns"),
    key!("cost"),
    key!("costs"),
    key!("costing"),
    key!("create"),
    key!("creates"),
    key!("created"),
    key!("creating"),
    key!("lose"),
    key!("loses"),
    key!("lost"),
    key!("gain"),
    key!("cut"),
    key!("cuts"),
    key!("cutting"),
    key!("reduce"),
    key!("reduces"),
    key!("reduced"),
    key!("boost"),
    key!("boosts"),
    key!("add"),
    key!("adds"),
    key!("adding"),
    key!("slash"),
    key!("raise"),
    key!("raises"),
    key!("increase"),
    key!("increases"),
    key!("kill"),
    key!("killed"),
    key!("hike"),
    key!("hiking"),
    key!("improve"),
    key!("improves"),
    key!("hit"),
    key!("affect"),
    key!("affected"),
    key!("wipe"),
];

const TYPICAL: [WordKey; 25] = [
    key!("average"),
    key!("typical"),
    key!("typically"),
    key!("median"),
    key!("mean"),
    key!("usually"),
    key!("most"),
    key!("limit"),
    key!("maximum"),
    key!("capacity"),
    key!("fine"),
    key!("fines"),
    key!("jail"),
    key!("prison"),
    key!("sentence"),
    key!("allowed"),
    key!("contribution"),
    key!("contributions"),
    key!("eligible"),
    key!("qualify"),
    key!("deduction"),
    key!("allowance"),
    key!("401(k"),
    key!("401"),
    key!("ira"),
];

pub(super) fn find(scene: &Scene, out: &mut Vec<QuantityWarning>) {
    for (_, draft) in scene.claims() {
        let Some(bound) = draft.bound.filter(|bound| bound.value == Bound::UpTo) else { continue };
        let duration = draft.unit.as_ref().and_then(Unit::dimension) == Some(Dimension::Time);
        let low = matches!(scene.slice(bound.span).split_whitespace().last(), Some("low" | "little" | "few"));
        if duration || low || draft.unit.is_none() || scene.word_near(draft, &TYPICAL).is_some() {
            continue;
        }
        let sentence = scene.sentence(draft);
        let start = draft.modified_from.saturating_sub(9).max(sentence.start());
        let Some(effect) = (start..draft.modified_from).rev().find(|&at| scene.cursor.is_any(at, &EFFECTS)) else {
            continue;
        };
        // might not add up to 100%; people who earn up to £20,000
        let sum = effect + 1 == draft.modified_from
            && scene.cursor.is_any(effect, &[key!("add"), key!("adds"), key!("adding")])
            && scene.slice(bound.span).eq_ignore_ascii_case("up to")
            && !draft.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Count);
        let earning = draft.modified_from > 0 && scene.cursor.is(draft.modified_from - 1, key!("earning"));
        let eligible = earning
            || scene.cursor.is_any(effect, &[key!("earn"), key!("earns")])
                && effect > 0
                && scene.cursor.is_any(effect - 1, &[key!("who"), key!("that")]);
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
