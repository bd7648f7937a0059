//! More digits than the number can have.
//!
//! # What it finds
//! Four and more significant digits behind *about, roughly, an estimated*, or in a forecast of *about*; and conversions of a
//! round number with more digits than it has (`about 100 miles (160.93 km)`).
//!
//! # Why it matters
//! Digits signal a count; an estimate has none (Krifka 2007).
//!
//! # Examples
//! `an estimated 12,483 people`, `roughly 1,467 homes`.
//!
//! # Counter-examples
//! `about 12,500 people`, `12,483 people were counted`, years.
//!
//! # Known limits
//! Percentages of surveys with decimals are not judged.

use super::{Scene, warning};
use crate::quantity::draft::Draft;
use crate::quantity::{Approximation, Number, QuantityWarning};

pub(super) const RULE: &str = "quantity/spurious-precision";

pub(super) fn find(scene: &Scene, out: &mut Vec<QuantityWarning>) {
    for (_, draft) in scene.claims().filter(|(_, draft)| !may_be_a_year(draft)) {
        let around = draft.approximator.filter(|side| side.value == Approximation::Around);
        let digits = draft.value.exact().filter(|value| value.abs() >= Number::from(1000)).and_then(Number::digits);
        if let (Some(around), Some(digits)) = (around, digits.filter(|&digits| digits >= 4)) {
            let reason = format!(
                "“{}” has {digits} significant digits and is called “{}”",
                scene.slice(draft.span),
                scene.slice(around.span)
            );
            out.push(warning(RULE, draft.span, [around.span], 80, reason));
        }
    }
    for pair in scene.drafts.windows(2).filter(|pair| pair[1].repeats == Some(pair[0].span)) {
        let (first, draft) = (&pair[0], &pair[1]);
        let (Some(round), Some(fine)) =
            (first.value.exact().and_then(Number::digits), draft.value.exact().and_then(Number::digits))
        else {
            continue;
        };
        if round <= 2 && fine >= round + 3 {
            let reason = format!(
                "“{}” is given to {fine} digits; “{}” has {round}",
                scene.slice(draft.span),
                scene.slice(first.span)
            );
            out.push(warning(RULE, draft.span, [first.span], 80, reason));
        }
    }
}

/// *about 1822*: four plain digits without a unit.
fn may_be_a_year(draft: &Draft) -> bool {
    draft.unit.is_none() && draft.numeral.plain().is_some_and(|year| (1000..2200).contains(&year))
}
