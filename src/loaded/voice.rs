//! Whose words a mark is, as far as quotation marks show it: speech, scare quotes and titles told apart.

use super::Category;
use super::mark::{Context, Mark};
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

/// What each quotation of the document is for. `marks` are those of the lexicons, by their start: verbs of saying are told by them.
pub(super) fn purposes(context: Context<'_>, marks: &[Mark<'_>]) -> Vec<Purpose> {
    context.quotations.iter().map(|&quotation| purpose(context, marks, quotation)).collect()
}

fn purpose(context: Context<'_>, marks: &[Mark<'_>], quotation: Quotation) -> Purpose {
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
    if words == 0 || words > SCARE_WORDS || !is_part_of_phrase(context, marks, inner) {
        return Purpose::Speech;
    }
    Purpose::Scare
}

/// Whether a quotation stands inside a phrase of the outlet's, behind a determiner or adjective, in a sentence that says
/// of nobody that he says or calls something.
fn is_part_of_phrase(context: Context<'_>, marks: &[Mark<'_>], inner: TokenRange) -> bool {
    let Some(before) = inner.start().checked_sub(2) else { return false };
    let determined = matches!(context.upos(before), Upos::Det | Upos::Adj) || POSSESSIVE.contains(&context.key(before));
    let last = inner.end().saturating_sub(1);
    let ends_speech = matches!(context.document.word(last), "," | "." | "!" | "?");
    let said = || {
        let start = before.saturating_sub(SAID_BEFORE);
        let from = marks.partition_point(|mark| mark.tokens.start() < start);
        marks[from..].iter().take_while(|mark| mark.tokens.start() < before).any(is_saying)
            || (start..before).any(|token| CALLING.contains(&context.key(token)))
    };
    determined && !ends_speech && !said()
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

/// Whether a mark is a verb of saying.
fn is_saying(mark: &Mark<'_>) -> bool {
    matches!(mark.category, Category::Assertive | Category::Factive | Category::ReportingVerb)
}

/// Verbs that give somebody's name for a thing.
const CALLING: &[WordKey] = &[
    WordKey::ascii("called"),
    WordKey::ascii("calls"),
    WordKey::ascii("calling"),
    WordKey::ascii("call"),
    WordKey::ascii("dubbed"),
    WordKey::ascii("labeled"),
    WordKey::ascii("labelled"),
    WordKey::ascii("branded"),
    WordKey::ascii("termed"),
    WordKey::ascii("tweeted"),
    WordKey::ascii("accused"),
    WordKey::ascii("accusing"),
    WordKey::ascii("described"),
    WordKey::ascii("dismissed"),
    WordKey::ascii("denounced"),
    WordKey::ascii("criticised"),
    WordKey::ascii("criticized"),
];

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
