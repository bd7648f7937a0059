//! Quotation marks that keep a distance from a word.
//!
//! # What it finds
//! A word or two in quotation marks inside a phrase of the outlet's own, with nobody there who says them: *their “reforms”*, *so-called
//! “experts”*.
//!
//! # Why it matters
//! The marks say that the word is not the outlet's, without saying whose it is; often that it is wrong. Epistemic: described,
//! not counted.
//!
//! # Examples
//! *the “peace” plan*; *so-called “experts” warned*.
//!
//! # Counter-examples
//! *called it a “disaster”*: somebody's word; *the film “Harbour”*: a title.
//!
//! # Known limits
//! Short quotations of an earlier statement (*the “strategic advantage”*) look the same.

use super::mark::{Context, Mark};
use super::voice::Purpose;
use super::{Category, Strength, rules};

/// Marks scare quotes.
pub(super) fn find<'s>(context: Context<'_>, purposes: &[Purpose], marks: &mut Vec<Mark<'s>>) {
    for (quotation, _) in context.quotations.iter().zip(purposes).filter(|(_, purpose)| **purpose == Purpose::Scare) {
        let tokens = context.document.tokens_in(quotation.inner());
        if tokens.is_empty() {
            continue;
        }
        marks.push(Mark {
            reason: Some("quotation marks that keep a distance from the word".into()),
            evidence: Box::new([quotation.outer()]),
            ..Mark::new(context, tokens, Category::Distancing, Strength::Clear, 60, rules::SCARE_QUOTE)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::marks;
    use super::rules;

    #[test]
    fn distance_and_speech() {
        marks(
            &rules::SCARE_QUOTE,
            &[
                ("The “reforms” cost 300 jobs.", &["reforms"]),
                ("Their “peace plan” was rejected.", &["peace plan"]),
                ("She called it a “disaster”.", &[]),
                ("“Disaster,” she said.", &[]),
                ("He said the plan was “reckless and stupid and late”.", &[]),
                ("The film “Harbour” opens in May.", &[]),
            ],
        );
    }
}
