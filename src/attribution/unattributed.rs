//! Claims about intent, cause or inner state with no source.
//!
//! # What it finds
//! Sentences in the outlet's own voice that say what somebody aims at (*is aimed at*, *in an attempt to*), what brought something
//! about (*was caused by*, *led to*), or what somebody thinks or feels (*sees no reason to*, *is becoming more confident*).
//!
//! # Why it matters
//! Nobody can see intent, cause and feeling; a report that asserts them without a source gives a judgement as a fact.
//!
//! # Examples
//! - `The tactic is aimed at breaking public morale.`
//! - `The collapse was caused by years of neglect.`
//!
//! # Counter-examples
//! - `The tactic is aimed at breaking public morale, analysts said.`: attributed
//! - `The rain caused floods.`: nature has no intent, but cause is marked all the same only for judgements (*led to, fuelled*)
//!
//! # Known limits
//! A short list of patterns; silence does not mean that there is no such claim.

use std::borrow::Cow;

use super::candidate::Context;
use super::lexis::{self, COLON, QUOTE};
use super::model::{Act, AssertionKind, UnattributedAssertion};
use super::resolve::Chosen;
use super::rules::{self, Rule};
use crate::document::TokenRange;
use crate::{Confidence, WordKey};

/// Kind, confidence and words of a pattern; `*` stands for any one word.
const PATTERNS: &[(AssertionKind, u8, &str)] = &[
    (AssertionKind::Intent, 80, "is aimed at"),
    (AssertionKind::Intent, 80, "are aimed at"),
    (AssertionKind::Intent, 80, "was aimed at"),
    (AssertionKind::Intent, 80, "were aimed at"),
    (AssertionKind::Intent, 75, "is designed to"),
    (AssertionKind::Intent, 75, "are designed to"),
    (AssertionKind::Intent, 75, "was designed to"),
    (AssertionKind::Intent, 75, "is meant to"),
    (AssertionKind::Intent, 75, "was meant to"),
    (AssertionKind::Intent, 75, "is intended to"),
    (AssertionKind::Intent, 75, "are intended to"),
    (AssertionKind::Intent, 75, "was intended to"),
    (AssertionKind::Intent, 75, "in an attempt to"),
    (AssertionKind::Intent, 75, "in a bid to"),
    (AssertionKind::Intent, 75, "in an effort to"),
    (AssertionKind::Intent, 70, "in an apparent attempt to"),
    (AssertionKind::Intent, 70, "with the aim of"),
    (AssertionKind::Intent, 70, "hell-bent on"),
    (AssertionKind::Intent, 70, "bent on"),
    (AssertionKind::Cause, 75, "was caused by"),
    (AssertionKind::Cause, 75, "were caused by"),
    (AssertionKind::Cause, 75, "is caused by"),
    (AssertionKind::Cause, 75, "is driven by"),
    (AssertionKind::Cause, 75, "was driven by"),
    (AssertionKind::Cause, 75, "is fuelled by"),
    (AssertionKind::Cause, 75, "was fuelled by"),
    (AssertionKind::Cause, 75, "fueled by"),
    (AssertionKind::Cause, 75, "fuelled by"),
    (AssertionKind::Cause, 70, "is to blame for"),
    (AssertionKind::Cause, 70, "are to blame for"),
    (AssertionKind::Cause, 70, "is the result of"),
    (AssertionKind::Cause, 70, "was the result of"),
    (AssertionKind::Cause, 65, "has led to"),
    (AssertionKind::Cause, 65, "have led to"),
    (AssertionKind::Cause, 65, "thanks to"),
    (AssertionKind::InnerState, 75, "sees no reason to"),
    (AssertionKind::InnerState, 75, "saw no reason to"),
    (AssertionKind::InnerState, 75, "see no reason to"),
    (AssertionKind::InnerState, 70, "more and more confident"),
    (AssertionKind::InnerState, 70, "increasingly confident"),
    (AssertionKind::InnerState, 70, "increasingly worried"),
    (AssertionKind::InnerState, 70, "increasingly frustrated"),
    (AssertionKind::InnerState, 70, "is desperate to"),
    (AssertionKind::InnerState, 70, "are desperate to"),
    (AssertionKind::InnerState, 70, "was desperate to"),
    (AssertionKind::InnerState, 70, "in the hope of"),
    (AssertionKind::InnerState, 70, "for fear of"),
    (AssertionKind::InnerState, 70, "out of fear"),
    (AssertionKind::InnerState, 65, "is keen to"),
    (AssertionKind::InnerState, 65, "are keen to"),
];

/// The patterns with their words as keys, by their first word.
fn patterns() -> &'static [(Vec<WordKey>, AssertionKind, u8)] {
    use std::sync::LazyLock;
    static KEYS: LazyLock<Vec<(Vec<WordKey>, AssertionKind, u8)>> = LazyLock::new(|| {
        let key = |&(kind, percent, words): &(AssertionKind, u8, &str)| {
            let keys = words.split(' ').flat_map(|word| word.split_inclusive('-')).flat_map(|part| {
                match part.strip_suffix('-') {
                    Some(word) => vec![WordKey::of(word), WordKey::of("-")],
                    None => vec![WordKey::of(part)],
                }
            });
            (keys.collect::<Vec<_>>(), kind, percent)
        };
        let mut all: Vec<_> = PATTERNS.iter().map(key).collect();
        all.sort_by(|a, b| a.0.cmp(&b.0));
        all
    });
    &KEYS
}

/// Finds claims in sentences of the outlet's own voice. Thoughts that an attribution of no speech reports to nobody but the
/// outlet (*The Kremlin is more and more confident that …*) count too.
pub(super) fn detect(context: &Context<'_, '_>, chosen: &[Chosen]) -> Vec<UnattributedAssertion> {
    let grid = context.grid;
    let mut reported = vec![false; grid.len()];
    for piece in chosen.iter().filter(|chosen| reports(chosen)).flat_map(|chosen| &chosen.candidate.content) {
        reported[piece.range()].fill(true);
    }
    let mut found: Vec<UnattributedAssertion> = Vec::new();
    for region in grid.regions.iter().filter(|region| region.quotation.is_none()) {
        let tokens = region.tokens;
        let hit = tokens.range().find_map(|at| {
            let free = !reported[at] && grid.quotation_at(at).is_none();
            free.then(|| matched(context, at, region.end))
                .flatten()
                .map(|(length, kind, percent)| (at, length, kind, percent))
        });
        if let Some((at, length, kind, percent)) = hit {
            found.push(assertion(context, tokens, TokenRange::new(at, at + length), kind, percent));
        }
    }
    found
}

/// Whether an attribution tells whose word a content is: an inner state is not, it is what has no source.
fn reports(chosen: &Chosen) -> bool {
    matches!(chosen.candidate.act, Act::Speech | Act::Document | Act::Perception) && !chosen.candidate.source.is_empty()
}

fn matched(context: &Context<'_, '_>, at: usize, limit: usize) -> Option<(usize, AssertionKind, u8)> {
    let tokens = context.grid.tokens;
    let first = tokens[at].key();
    let all = patterns();
    let from = all.partition_point(|(keys, ..)| keys.first() < Some(&first));
    all[from..].iter().take_while(|(keys, ..)| keys.first() == Some(&first)).find_map(|(keys, kind, percent)| {
        let fits = at + keys.len() <= limit && keys.iter().zip(&tokens[at..]).all(|(&key, token)| token.key() == key);
        fits.then_some((keys.len(), *kind, *percent))
    })
}

fn assertion(
    context: &Context<'_, '_>,
    sentence: TokenRange,
    evidence: TokenRange,
    kind: AssertionKind,
    percent: u8,
) -> UnattributedAssertion {
    let rule: &Rule = match kind {
        AssertionKind::Intent => &rules::UNATTRIBUTED_INTENT,
        AssertionKind::Cause => &rules::UNATTRIBUTED_CAUSE,
        _ => &rules::UNATTRIBUTED_STATE,
    };
    UnattributedAssertion {
        span: context.grid.span(sentence),
        kind,
        rule: rule.rule_id(),
        evidence: vec![context.grid.span(evidence)],
        confidence: Confidence::percent(percent),
        reason: Cow::Borrowed(rule.reason),
    }
}

/// Whether a sentence may go on with what was reported before: no mark of another voice in it.
pub(super) fn is_plain(context: &Context<'_, '_>, tokens: TokenRange) -> bool {
    let grid = context.grid;
    !tokens.range().any(|at| grid.is(at, QUOTE | COLON | lexis::FIRST_PERSON))
}

#[cfg(test)]
mod tests {
    use crate::attribution::testing::analyze;

    #[test]
    fn only_claims_with_no_source_are_found() {
        for (text, kinds) in [
            ("The tactic is aimed at breaking public morale.", &["intent"][..]),
            ("The collapse was caused by years of neglect.", &["cause"]),
            ("The Kremlin sees no reason to stop.", &["inner_state"]),
            ("The tactic is aimed at breaking public morale, analysts said.", &[]),
            ("The council met on Monday.", &[]),
        ] {
            let (_, found) = analyze(text);
            let found: Vec<_> = found.unattributed().iter().map(|assertion| assertion.kind().name()).collect();
            assert_eq!(found, kinds, "{text}");
        }
    }
}
