//! Scare quotes.
//!
//! # What it finds
//! Quotation marks around a word or two inside a clause of the outlet's own, where nobody is said to have used them: *the
//! “experts”*. Titles, nicknames, words as words and attributed fragments are left out.
//!
//! # Why it matters
//! The marks keep distance from a word without saying why, a framing device of its own.
//!
//! # Examples
//! - `The “experts” left early.`
//!
//! # Counter-examples
//! - `The film “Harbour Lights” opens on Friday.`: a title
//! - `Ruiz called it “absurd”.`: speech
//! - `It is known as “the Pit”.`: a name
//!
//! # Known limits
//! A term quoted from an earlier paragraph looks the same.

use std::borrow::Cow;

use super::candidate::Context;
use super::grid::QuotationInfo;
use super::lexis::{BE, COMMA, STOP};
use super::model::ScareQuote;
use super::resolve::Chosen;
use super::rules;
use crate::Confidence;

/// Words beside which marks name or mention something.
const NAMING: &[&str] = &[
    "called",
    "named",
    "titled",
    "entitled",
    "dubbed",
    "nicknamed",
    "known",
    "term",
    "word",
    "words",
    "phrase",
    "slogan",
    "song",
    "film",
    "movie",
    "book",
    "novel",
    "album",
    "show",
    "play",
    "series",
    "episode",
    "single",
    "article",
    "essay",
    "hashtag",
    "as",
    "labelled",
    "labeled",
    "means",
    "chant",
    "chants",
    "chanting",
    "sign",
    "signs",
    "banner",
    "reading",
    "read",
    "reads",
    "program",
    "programme",
    "game",
    "poem",
    "campaign",
    "magazine",
    "column",
    "podcast",
    "documentary",
    "track",
];

/// Finds short quotations in the outlet's own voice.
pub(super) fn detect(context: &Context<'_, '_>, chosen: &[Chosen]) -> Vec<ScareQuote> {
    let grid = context.grid;
    let mut attributed = vec![false; grid.len()];
    for piece in chosen.iter().flat_map(|chosen| &chosen.candidate.content) {
        attributed[piece.range()].fill(true);
    }
    grid.quotations()
        .iter()
        .filter(|quotation| quotation.outermost && !quotation.opaque && is_scare_quote(context, **quotation))
        .filter(|quotation| !quotation.inner.range().any(|at| attributed[at]))
        .map(|quotation| ScareQuote {
            span: grid.span(quotation.outer),
            rule: rules::SCARE_QUOTE.rule_id(),
            evidence: vec![grid.span(quotation.outer)],
            confidence: Confidence::percent(if quotation.inner.len() == 1 { 70 } else { 60 }),
            reason: Cow::Borrowed(rules::SCARE_QUOTE.reason),
        })
        .collect()
}

fn is_scare_quote(context: &Context<'_, '_>, quotation: QuotationInfo) -> bool {
    const LONGEST: usize = 3;
    let grid = context.grid;
    let inner = quotation.inner;
    if inner.is_empty() || inner.len() > LONGEST || grid.is(inner.end() - 1, COMMA | STOP) || grid.has_clause(inner) {
        return false;
    }
    // Names and titles have capitals.
    if inner.range().any(|at| grid.is_capitalized(at)) || !inner.range().any(|at| grid.is_word(at)) {
        return false;
    }
    let around = (quotation.outer.start().saturating_sub(3)..quotation.outer.start())
        .chain(quotation.outer.end()..quotation.outer.end() + 2);
    let names = around.into_iter().any(|at| NAMING.iter().any(|word| grid.word(at).eq_ignore_ascii_case(word)));
    // A predicate in marks (*was “awful”*) is more likely somebody's word.
    let predicate = quotation.outer.start().checked_sub(1).is_some_and(|at| grid.is(at, BE));
    !names && !predicate
}

#[cfg(test)]
mod tests {
    use crate::Finding;
    use crate::attribution::testing::analyze;

    #[test]
    fn marks_of_distance_are_told_from_speech_and_titles() {
        for (text, expected) in [
            ("The “experts” left early.", &["“experts”"][..]),
            ("The film “Harbour Lights” opens on Friday.", &[]),
            ("Ruiz called it “absurd”.", &[]),
            ("It is known as “the pit”.", &[]),
        ] {
            let (document, found) = analyze(text);
            let found: Vec<_> = found.scare_quotes().iter().map(|quote| document.slice(quote.span())).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
