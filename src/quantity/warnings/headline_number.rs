//! A headline number that the body does not have.
//!
//! # What it finds
//! An amount of the headline that no number of the body gives: not copied, not written otherwise, not rounded, and no sum,
//! difference, product or quotient of two of them. See [`HeadlineRelation`](crate::quantity::HeadlineRelation).
//!
//! # Why it matters
//! Most readers see the headline only.
//!
//! # Examples
//! Headline `Storm destroys 900 homes`, body `… destroyed 300 homes …`.
//!
//! # Counter-examples
//! `$2.5B` for `$2,463,000,000`; `2` for `two`; `a third` for `33 per cent`.
//!
//! # Known limits
//! Numbers below three, vague ones, ages and names are not warned of, nor headlines that count the items of a list (`9 reasons why`),
//! nor bodies with fewer than two numbers.

use super::{Scene, warning};
use crate::WordKey;
use crate::quantity::cursor::keys;
use crate::quantity::draft::Draft;
use crate::quantity::headline::HeadlineRelation;
use crate::quantity::{Number, QuantityKind, QuantityWarning, Value};

pub(super) const RULE: &str = "quantity/headline-number";

/// What the items of a list are called; *shares* and *comments* are page furniture.
const ITEMS: &[WordKey] = &keys!(
    "ways things reasons facts details moments questions takeaways tips lessons \
    signs stories examples photos pictures quotes points ideas steps times myths lies charts books tricks rules \
    shares comments"
);

/// *5 worst moments, 9 reasons why*.
fn counts_a_list(scene: &Scene, draft: &Draft) -> bool {
    draft.value.exact().is_some_and(|value| value <= Number::from(100))
        && (draft.next..draft.next + 5).any(|at| scene.cursor.is_any(at, ITEMS))
}

pub(super) fn find(scene: &Scene, out: &mut Vec<QuantityWarning>) {
    let body = scene.drafts.iter().filter(|draft| draft.is_claim() && !scene.in_headline(draft)).count();
    for number in scene.headline.iter().filter(|number| number.relation() == HeadlineRelation::NotFound) {
        let Some(draft) = scene.drafts.iter().find(|draft| draft.span == number.span()) else { continue };
        let trivial = draft.value.low().is_none_or(|value| value.abs() < Number::from(3)) || draft.unit.is_none();
        let vague = matches!(draft.value, Value::Vague { .. });
        if vague
            || counts_a_list(scene, draft)
            || draft.kind != QuantityKind::Claim
            || trivial
            || body < 2
            || draft.bound.is_some()
        {
            continue;
        }
        let reason = format!(
            "“{}” of the headline is not in the text, nor does it follow from its numbers",
            scene.slice(draft.span)
        );
        out.push(warning(RULE, draft.span, [], 70, reason));
    }
}
