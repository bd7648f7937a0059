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

/// Whether a quotation stands inside a phrase of the outlet's: after a determiner or adjective, with no verb of saying before.
fn is_part_of_phrase(context: Context<'_>, inner: TokenRange) -> bool {
    let Some(before) = inner.start().checked_sub(2) else { return false };
    let determined = matches!(context.upos(before), Upos::Det | Upos::Adj);
    let last = inner.end().saturating_sub(1);
    let ends_speech = matches!(context.document.word(last), "," | "." | "!" | "?");
    determined && !ends_speech
}

/// The voice of a span: quoted inside a quotation that is speech.
pub(super) fn voice(context: Context<'_>, purposes: &[Purpose], span: Span) -> Voice {
    let before = context.quotations.partition_point(|quotation| quotation.outer().start() <= span.start());
    // Nesting is shallow: the quotations around a span are among the few that start before it and are still open.
    let around = context.quotations[..before].iter().zip(purposes).rev().take(NESTED);
    let mut quoted = around.filter(|(quotation, _)| quotation.inner().contains(span));
    if quoted.any(|(_, &purpose)| purpose == Purpose::Speech) { Voice::Quoted } else { Voice::Outlet }
}

/// How many quotations back one may still be open: quotations nest sixteen deep at most, with short ones inside.
const NESTED: usize = 64;
