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
//! Only words of spending are known; company sales and values of deals are not looked at. What is paid once (damage, a bailout, a
//! bill before parliament, aid, a campaign, the cost of closing something) has no period to tell; a budget is of a year; what *was
//! spent* mostly tells its time by its event.

use super::{Scene, warning};
use crate::quantity::cursor::{key, keys};
use crate::quantity::draft::Draft;
use crate::quantity::{Dimension, Number, QuantityWarning, Role, Unit};
use crate::{Span, WordKey};

pub(super) const RULE: &str = "quantity/total-without-period";

const SPENDING: &[WordKey] = &keys!(
    "spend spends spending cost costs costing invest invests invested investing \
    investment subsidies subsidy cuts savings losses pledge pledges pledged"
);

/// Sums that are paid once or cover a year by themselves, in the sentence.
const ONCE: &[WordKey] = &keys!(
    "annual annually yearly monthly year years since decade quarter q1 q2 q3 q4 \
    fiscal deficit deficits shortfall bailout damage damages quake earthquake hurricane wildfires inauguration \
    settlement stake fund tariffs debt disaster disasters crisis emergency relief stimulus package bill wall project \
    total economic election elections midterms campaign ads loans grants games"
);

/// *a $3 trillion bill, the £2bn cost of closing the plants*: paid once.
fn is_one_payment(scene: &Scene, draft: &Draft) -> bool {
    let cursor = scene.cursor;
    let bill = cursor.is_any(draft.next, &keys!("deal plan"));
    let closing = cursor.is_any(draft.next, &keys!("cost bill"))
        && cursor.is(draft.next + 1, key!("of"))
        && cursor.word(draft.next + 2).ends_with("ing");
    bill || closing
}

/// *the budget for the bridge* is a sum; any other budget (*the budget provides £2bn*) is that of a year.
fn budget(scene: &Scene, draft: &Draft, project: bool) -> Option<Span> {
    let (cursor, sentence) = (scene.cursor, scene.sentence(draft));
    let around = draft.first.saturating_sub(40).max(sentence.start())..(draft.reach + 40).min(sentence.end());
    around
        .into_iter()
        .find(|&at| cursor.is_any(at, &keys!("budget budgets")) && cursor.is_any(at + 1, &keys!("for of")) == project)
        .map(|at| cursor.span(at))
}

pub(super) fn find(scene: &Scene, out: &mut Vec<QuantityWarning>) {
    for (index, draft) in scene.claims() {
        let money = draft.unit.as_ref().is_some_and(Unit::is_currency) && draft.role == Role::Level;
        let large = draft.value.low().is_some_and(|value| value >= Number::from(100_000_000));
        if !money || !large || draft.period.is_some() || draft.denominator.is_some() || scene.in_headline(draft) {
            continue;
        }
        let word = scene.word_within(draft, SPENDING, 7).or_else(|| budget(scene, draft, true));
        let Some(word) = word.filter(|_| budget(scene, draft, false).is_none()) else { continue };
        let time = scene.near(index, 0).any(|other| {
            other.unit.as_ref().and_then(Unit::dimension) == Some(Dimension::Time) || other.denominator.is_some()
        });
        let once = scene.word_near(draft, ONCE).is_some() || is_one_payment(scene, draft);
        let dated = scene.drafts[index.saturating_sub(6)..(index + 7).min(scene.drafts.len())].iter().any(|other| {
            other.kind == crate::quantity::QuantityKind::Date && scene.sentence_of(other) == scene.sentence_of(draft)
        });
        if time || dated || once {
            continue;
        }
        let reason = format!("over what time “{}” is spread is not said here", scene.slice(draft.span));
        out.push(warning(RULE, draft.span, [word], 70, reason));
    }
}
