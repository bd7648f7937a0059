//! Vague numbers of dead, hurt or demonstrating people.
//!
//! # What it finds
//! *scores, dozens, hundreds, thousands* of casualties or people in a crowd, above all without a source in the sentence.
//!
//! # Why it matters
//! Counts of casualties and crowds are contested; a vague one cannot be checked.
//!
//! # Examples
//! `killing and injuring scores of civilians`, `Thousands marched through the capital.`
//!
//! # Counter-examples
//! `dozens of shops opened`, `hundreds of miles`, `fires killed millions of animals`.
//!
//! # Known limits
//! A source is looked for in the sentence only.

use super::{Scene, warning};
use crate::WordKey;
use crate::quantity::cursor::keys;
use crate::quantity::{QuantityWarning, Value};

pub(super) const RULE: &str = "quantity/vague-casualties";

const HARM: &[WordKey] = &keys!(
    "killed kill kills killing injured injuring injure wounded wounding died dead \
    deaths casualties victims missing arrested hurt displaced fled drowned drowning massacred slain trapped bodies"
);
const CROWD: &[WordKey] = &keys!(
    "protesters protestors demonstrators marched marchers protested rallied gathered \
    crowd crowds supporters demonstrated rally march"
);
const SOURCE: &[WordKey] = &keys!(
    "said says say according told reported estimated estimates claimed confirmed \
    announced counted reports estimate officials organisers"
);

/// What is counted beside the words of harm and is no people.
const NO_PEOPLE: &[WordKey] = &keys!(
    "animals birds fish cattle sheep dogs cats horses trees rallies events \
    marches protests demonstrations cities towns villages countries states places homes buildings vehicles cars \
    attacks times shots jobs"
);

pub(super) fn find(scene: &Scene, out: &mut Vec<QuantityWarning>) {
    for (_, draft) in scene.claims() {
        let measured = draft.unit.as_ref().is_some_and(|unit| unit.dimension().is_some() || unit.is_currency());
        let others = draft.head.is_some_and(|head| scene.cursor.is_any(head, NO_PEOPLE));
        if !matches!(draft.value, Value::Vague { .. }) || measured || others {
            continue;
        }
        let Some(word) = scene.word_within(draft, HARM, 7).or_else(|| scene.word_within(draft, CROWD, 4)) else {
            continue;
        };
        let source = scene.word_near(draft, SOURCE);
        let (confidence, end) = match source {
            Some(_) => (70, ""),
            None => (85, ", and no source is named in the sentence"),
        };
        let Value::Vague { low, high, .. } = draft.value else { continue };
        let reason =
            format!("“{}” of people is vague (readers take it for {low} to {high}){end}", scene.slice(draft.number));
        out.push(warning(RULE, draft.span, [word].into_iter().chain(source), confidence, reason));
    }
}
