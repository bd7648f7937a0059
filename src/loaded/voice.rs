//! Whose words a mark is, as far as quotation marks show it: speech, scare quotes and titles told apart.

use super::mark::Context;
use crate::document::{Closing, Quotation, TokenRange, Upos};
use crate::{Span, Voice, WordKey};

/// What a quotation is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Purpose {
    /// Somebody's words.
    Speech,
    /// Distance from a word: *their “reforms”*.
    Scare,
    /// The name of a work: *the film “Scandal”*.
    Title,
}

/// Words of a scare quote at most; longer ones are speech.
const SCARE_WORDS: usize = 3;

/// Nouns before the title of a work.
const WORKS: &[WordKey] = &[
    WordKey::ascii("album"),
    WordKey::ascii("book"),
    WordKey::ascii("show"),
    WordKey::ascii("series"),
    WordKey::ascii("film"),
    WordKey::ascii("movie"),
    WordKey::ascii("novel"),
    WordKey::ascii("song"),
    WordKey::ascii("play"),
    WordKey::ascii("programme"),
    WordKey::ascii("program"),
    WordKey::ascii("documentary"),
    WordKey::ascii("podcast"),
    WordKey::ascii("memoir"),
    WordKey::ascii("hit"),
    WordKey::ascii("comedy"),
    WordKey::ascii("drama"),
    WordKey::ascii("sitcom"),
    WordKey::ascii("essay"),
    WordKey::ascii("article"),
    WordKey::ascii("column"),
];

/// What each quotation of the document is for.
pub(super) fn purposes(context: Context<'_>) -> Vec<Purpose> {
    context.quotations.iter().map(|&quotation| purpose(context, quotation)).collect()
}

fn purpose(context: Context<'_>, quotation: Quotation) -> Purpose {
    let inner = context.document.tokens_in(quotation.inner());
    if quotation.closing() != Closing::Closed || quotation.continues() || inner.is_empty() {
        return Purpose::Speech;
    }
    let words = inner.range().filter(|&token| context.is_word(token)).count();
    let before = inner.start().checked_sub(2);
    let capitals = inner.range().filter(|&token| context.is_word(token)).all(|token| {
        context.is_capitalized(token) || context.tokens[token].span().len() <= 3 || context.upos(token) == Upos::Adp
    });
    if capitals && words >= 1 && before.is_some_and(|token| WORKS.contains(&context.key(token))) {
        return Purpose::Title;
    }
    if words == 0 || words > SCARE_WORDS || !is_part_of_phrase(context, inner) {
        return Purpose::Speech;
    }
    Purpose::Scare
}

/// Whether a quotation stands inside a phrase of the outlet's, behind a determiner or adjective, in a sentence that says
/// of nobody that he says or calls something.
fn is_part_of_phrase(context: Context<'_>, inner: TokenRange) -> bool {
    let Some(before) = inner.start().checked_sub(2) else { return false };
    let determined = matches!(context.upos(before), Upos::Det | Upos::Adj) || POSSESSIVE.contains(&context.key(before));
    let last = inner.end().saturating_sub(1);
    let ends_speech = matches!(context.document.word(last), "," | "." | "!" | "?");
    determined && !ends_speech && !(before.saturating_sub(SAID_BEFORE)..before).any(|token| is_saying(context, token))
}

/// Words before a quotation among which a verb of saying makes it speech.
const SAID_BEFORE: usize = 16;

const POSSESSIVE: &[WordKey] = &[
    WordKey::ascii("my"),
    WordKey::ascii("your"),
    WordKey::ascii("his"),
    WordKey::ascii("her"),
    WordKey::ascii("its"),
    WordKey::ascii("our"),
    WordKey::ascii("their"),
];

/// Whether a token is a verb of saying or calling, by the first letters all its forms share.
fn is_saying(context: Context<'_>, token: usize) -> bool {
    const SAYING: &[&str] = &[
        "said",
        "say",
        "call",
        "told",
        "tell",
        "describ",
        "accus",
        "denounc",
        "dismiss",
        "quip",
        "tweet",
        "wrote",
        "argu",
        "claim",
        "label",
        "brand",
        "dubb",
        "condemn",
        "criticis",
        "criticiz",
        "declar",
        "attack",
        "blast",
        "slam",
        "refer",
        "add",
        "insist",
        "warn",
        "term",
        "charg",
        "mock",
        "deri",
        "decri",
        "prais",
        "reflect",
        "characteri",
    ];
    if !matches!(context.upos(token), Upos::Verb | Upos::X) {
        return false;
    }
    let word = context.document.word(token);
    SAYING.iter().any(|start| word.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)))
}

/// The voice of a span: quoted inside a quotation that is speech.
pub(super) fn voice(context: Context<'_>, purposes: &[Purpose], span: Span) -> Voice {
    if is_inside(context, purposes, span, Purpose::Speech) { Voice::Quoted } else { Voice::Outlet }
}

/// Whether a span stands in the title of a work.
pub(super) fn is_in_title(context: Context<'_>, purposes: &[Purpose], span: Span) -> bool {
    is_inside(context, purposes, span, Purpose::Title)
}

fn is_inside(context: Context<'_>, purposes: &[Purpose], span: Span, purpose: Purpose) -> bool {
    let before = context.quotations.partition_point(|quotation| quotation.outer().start() <= span.start());
    // Nesting is shallow: the quotations around a span are among the few that start before it and are still open.
    let around = context.quotations[..before].iter().zip(purposes).rev().take(NESTED);
    around.filter(|(quotation, _)| quotation.inner().contains(span)).any(|(_, &found)| found == purpose)
}

/// How many quotations back one may still be open: quotations nest sixteen deep at most, with short ones inside.
const NESTED: usize = 64;
