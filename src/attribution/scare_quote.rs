//! Quotation marks that are nobody's speech but keep a distance from a word.
//!
//! # What it finds
//! One to three words in quotation marks, in the outlet's own sentence, that belong to no attribution: *the “experts”*, *a “smart” lamp*.
//!
//! # Why it matters
//! The marks say that the word is not the outlet's, without saying whose it is; often that it is wrong.
//!
//! # Examples
//! - `The “experts” stayed at home.`
//! - `Residents got a ‘smart’ lamp.`
//!
//! # Counter-examples
//! - `She called it “reckless”.`: speech
//! - `The film “Harbour” opens.`: a title; `Tom “Tiger” Lake`: a nickname; `the word “lamp”`: a word as a word
//!
//! # Known limits
//! A quotation from an earlier statement (*the “strategic advantage”*) looks the same.

use std::borrow::Cow;

use super::candidate::Context;
use super::grid::QuotationInfo;
use super::lexis::{COLON, COMMA, DASH, NAMES_WHAT_FOLLOWS, STOP};
use super::model::ScareQuote;
use super::resolve::Chosen;
use super::rules;
use crate::document::{TokenKind, TokenRange, Upos};
use crate::{Confidence, ZoneKind};

/// Marks the quotations that are nobody's speech, in order.
pub(super) fn detect(context: &Context<'_, '_>, chosen: &[Chosen]) -> Vec<ScareQuote> {
    let grid = context.grid;
    let short = |quotation: &&QuotationInfo| {
        quotation.outermost && is_short(context, quotation.inner) && !is_other(context, **quotation)
    };
    let mut quotations = grid.quotations().iter().filter(short).peekable();
    if quotations.peek().is_none() {
        return Vec::new();
    }
    let mut covered = vec![false; grid.len()];
    for chosen in chosen {
        for piece in chosen.candidate.content.iter().chain(&chosen.candidate.cue) {
            if let Some(part) = covered.get_mut(piece.range()) {
                part.fill(true);
            }
        }
    }
    quotations
        .filter(|quotation| !quotation.inner.range().any(|at| covered.get(at) == Some(&true)))
        .map(|quotation| ScareQuote {
            span: grid.span(quotation.outer),
            rule: rules::SCARE_QUOTE.rule_id(),
            evidence: vec![grid.span(quotation.outer)],
            confidence: Confidence::percent(62),
            reason: Cow::Borrowed(rules::SCARE_QUOTE.reason),
        })
        .collect()
}

/// One to three words and nothing that a sentence has.
fn is_short(context: &Context<'_, '_>, inner: TokenRange) -> bool {
    const LONGEST: usize = 3;
    let grid = context.grid;
    let words = inner.range().filter(|&at| grid.is_word(at)).count();
    let letters = inner.range().any(|at| {
        grid.tokens.get(at).is_some_and(|token| token.kind() == TokenKind::Word) && grid.word(at).chars().count() > 2
    });
    (1..=LONGEST).contains(&words) && letters && (words == 1 || !grid.has_clause(inner))
}

/// Whether it is a title, a nickname, a word as a word, or speech after all.
fn is_other(context: &Context<'_, '_>, quotation: QuotationInfo) -> bool {
    let grid = context.grid;
    let QuotationInfo { outer, inner, .. } = quotation;
    let sentence = grid.document.sentence_of(outer.start());
    let Some(tokens) = grid.document.sentences().get(sentence).map(|sentence| sentence.tokens()) else { return true };
    let headline = zone(context, sentence).is_some_and(|kind| matches!(kind, ZoneKind::Headline | ZoneKind::Crosshead));
    let before = outer.start().checked_sub(1).filter(|&at| at >= tokens.start());
    let after = Some(outer.end()).filter(|&at| at < tokens.end());
    // A sentence of its own is a pull quote or speech.
    if before.is_none() && after.is_none_or(|at| grid.is(at, STOP)) {
        return true;
    }
    // Speech ends with a pause inside its marks, or follows a colon.
    let pauses = grid.is(inner.end().saturating_sub(1), COMMA | STOP) && after.is_some();
    if pauses || before.is_some_and(|at| grid.is(at, COLON | DASH)) || after.is_some_and(|at| grid.is(at, COLON)) {
        return true;
    }
    let named = |at: usize| grid.is(at, NAMES_WHAT_FOLLOWS);
    let near = before.is_some_and(|at| {
        named(at) || at > tokens.start() && matches!(grid.word(at), "as" | "," | "the" | "a") && named(at - 1)
    });
    // In a headline or at its start a capital means nothing.
    let free = headline || before.is_none();
    let words = || inner.range().filter(|&at| grid.is_word(at));
    let capitals = words().filter(|&at| grid.is_capitalized(at)).count();
    let title = !free && capitals > 0 && grid.is_capitalized(words().next().unwrap_or(inner.start()))
        || free && words().count() > 1 && capitals == words().count();
    let nickname =
        before.is_some_and(|at| grid.upos(at) == Upos::Propn) && after.is_some_and(|at| grid.upos(at) == Upos::Propn);
    near || title || nickname
}

fn zone(context: &Context<'_, '_>, sentence: usize) -> Option<ZoneKind> {
    let document = context.grid.document;
    document.zones().get(document.sentences().get(sentence)?.zone()).map(|zone| zone.kind())
}

#[cfg(test)]
mod tests {
    use crate::{Analyzer, Article, Attribution, Document, Finding};

    fn found(text: &str) -> Vec<String> {
        let document = Document::new(Article::from_text(text).unwrap()).unwrap();
        let analysis = Attribution::new().analyze(&document);
        analysis.scare_quotes().iter().map(|quote| document.slice(quote.span()).to_owned()).collect()
    }

    #[test]
    fn words_kept_at_a_distance() {
        for (text, marked) in [
            ("The “experts” stayed at home.", "“experts”"),
            ("Every street got a ‘smart’ lamp last year.", "‘smart’"),
            ("Their “peace plan” lasted a week.", "“peace plan”"),
        ] {
            assert_eq!(found(text), [marked], "{text}");
        }
    }

    #[test]
    fn speech_titles_nicknames_and_words() {
        for text in [
            "She called it “reckless”.",
            "“Reckless,” she said.",
            "He said the plan was “reckless and late”.",
            "The film “Harbour” opens on Friday.",
            "Tom “Tiger” Lake won the cup.",
            "The word “lamp” has four letters.",
            "The list was marked “secret” and locked away.",
            "The council spent the money on a bridge.",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
