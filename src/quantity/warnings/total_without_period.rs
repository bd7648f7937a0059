//! A large sum for spending or cost without the time it is spread over.
//!
//! # What it finds
//! `£2bn` of spending, cost or investment in a sentence without period, rate or denominator.
//!
//! # Why it matters
//! *£2bn* over ten years for sixty million people is £3.30 a head a year (Blastland & Dilnot 2007).
//!
//! # Examples
//! `Ministers will spend £2bn on flood defences.`
//!
//! # Counter-examples
//! `spend £2bn over five years`, `£2bn a year`, `spent £2bn in 2019`, sums below 100 million.
//!
//! # Known limits
//! Only words of spending are known; company sales and values of deals are not looked at.

use super::{Scene, warning};
use crate::WordKey;
use crate::quantity::cursor::key;
use crate::quantity::{Dimension, Number, QuantityWarning, Role, Unit};

pub(super) const RULE: &str = "quantity/total-without-period";

const SPENDING: [WordKey; 22] = [
    key!("spend"),
    key!("spends"),
    key!("spent"),
    key!("spending"),
    key!("cost"),
    key!("costs"),
    key!("costing"),
    key!("invest"),
    key!("invests"),
    key!("invested"),
    key!("investing"),
    key!("investment"),
    key!("funding"),
    key!("budget"),
    key!("subsidies"),
    key!("subsidy"),
    key!("aid"),
    key!("cuts"),
    key!("savings"),
    key!("bill"),
    key!("losses"),
    key!("allocated"),
];

pub(super) fn find(scene: &Scene, out: &mut Vec<QuantityWarning>) {
    for (index, draft) in scene.claims() {
        let money = draft.unit.as_ref().is_some_and(Unit::is_currency) && draft.role == Role::Level;
        let large = draft.value.low().is_some_and(|value| value >= Number::from(100_000_000));
        if !money || !large || draft.period.is_some() || draft.denominator.is_some() || scene.in_headline(draft) {
            continue;
        }
        let Some(word) = scene.word_within(draft, &SPENDING, 10) else { continue };
        let time = scene.near(index, 0).any(|other| {
            other.unit.as_ref().and_then(Unit::dimension) == Some(Dimension::Time) || other.denominator.is_some()
        });
        let annual = scene.word_near(
            draft,
            &[
                key!("annual"),
                key!("annually"),
                key!("yearly"),
                key!("monthly"),
                key!("year"),
                key!("years"),
                key!("since"),
                key!("decade"),
            ],
        );
        let dated = scene.drafts[index.saturating_sub(6)..(index + 7).min(scene.drafts.len())].iter().any(|other| {
            other.kind == crate::quantity::QuantityKind::Date && scene.sentence_of(other) == scene.sentence_of(draft)
        });
        if time || dated || annual.is_some() {
            continue;
        }
        let reason = format!("over what time “{}” is spread is not said here", scene.slice(draft.span));
        out.push(warning(RULE, draft.span, [word], 70, reason));
    }
}
