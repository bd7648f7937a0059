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
use crate::quantity::cursor::key;
use crate::quantity::{QuantityWarning, Value};

pub(super) const RULE: &str = "quantity/vague-casualties";

const HARM: [WordKey; 25] = [
    key!("killed"),
    key!("kill"),
    key!("kills"),
    key!("killing"),
    key!("injured"),
    key!("injuring"),
    key!("injure"),
    key!("wounded"),
    key!("wounding"),
    key!("died"),
    key!("dead"),
    key!("deaths"),
    key!("casualties"),
    key!("victims"),
    key!("missing"),
    key!("arrested"),
    key!("hurt"),
    key!("displaced"),
    key!("fled"),
    key!("drowned"),
    key!("drowning"),
    key!("massacred"),
    key!("slain"),
    key!("trapped"),
    key!("bodies"),
];
const CROWD: [WordKey; 14] = [
    key!("protesters"),
    key!("protestors"),
    key!("demonstrators"),
    key!("marched"),
    key!("marchers"),
    key!("protested"),
    key!("rallied"),
    key!("gathered"),
    key!("crowd"),
    key!("crowds"),
    key!("supporters"),
    key!("demonstrated"),
    key!("rally"),
    key!("march"),
];
const SOURCE: [WordKey; 16] = [
    key!("said"),
    key!("says"),
    key!("say"),
    key!("according"),
    key!("told"),
    key!("reported"),
    key!("estimated"),
    key!("estimates"),
    key!("claimed"),
    key!("confirmed"),
    key!("announced"),
    key!("counted"),
    key!("reports"),
    key!("estimate"),
    key!("officials"),
    key!("organisers"),
];

/// What is counted beside the words of harm and is no people.
const NO_PEOPLE: [WordKey; 28] = [
    key!("animals"),
    key!("birds"),
    key!("fish"),
    key!("cattle"),
    key!("sheep"),
    key!("dogs"),
    key!("cats"),
    key!("horses"),
    key!("trees"),
    key!("rallies"),
    key!("events"),
    key!("marches"),
    key!("protests"),
    key!("demonstrations"),
    key!("cities"),
    key!("towns"),
    key!("villages"),
    key!("countries"),
    key!("states"),
    key!("places"),
    key!("homes"),
    key!("buildings"),
    key!("vehicles"),
    key!("cars"),
    key!("attacks"),
    key!("times"),
    key!("shots"),
    key!("jobs"),
];

pub(super) fn find(scene: &Scene, out: &mut Vec<QuantityWarning>) {
    for (_, draft) in scene.claims() {
        let measured = draft.unit.as_ref().is_some_and(|unit| unit.dimension().is_some() || unit.is_currency());
        let others = draft.head.is_some_and(|head| scene.cursor.is_any(head, &NO_PEOPLE));
        if !matches!(draft.value, Value::Vague { .. }) || measured || others {
            continue;
        }
        let Some(word) = scene.word_within(draft, &HARM, 7).or_else(|| scene.word_within(draft, &CROWD, 4)) else {
            continue;
        };
        let source = scene.word_near(draft, &SOURCE);
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
