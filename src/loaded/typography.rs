//! Words shouted in capitals, and exclamation marks.
//!
//! # What it finds
//! A common word in capitals in a sentence that is not (*They did NOTHING*), and exclamation marks that end a sentence of the outlet's own.
//!
//! # Why it matters
//! Capitals and exclamation marks put emotion into print; news style avoids them.
//!
//! # Examples
//! *The council did NOTHING.* *What a week!*
//!
//! # Counter-examples
//! *NATO*; *BREAKING NEWS FROM OSK*: all capitals; *Yahoo! shares*.
//!
//! # Known limits
//! Which words are common and no abbreviations is a list and a length.

use super::mark::{Context, Mark};
use super::{Category, Strength, rules};
use crate::document::{Sentence, TokenKind, TokenRange, Upos};
use crate::{WordKey, ZoneKind};

/// Short words that are shouted and are no abbreviations.
const SHOUTED: &[WordKey] = &[
    key("all"),
    key("always"),
    key("any"),
    key("anyone"),
    key("are"),
    key("awful"),
    key("bad"),
    key("before"),
    key("big"),
    key("biggest"),
    key("can"),
    key("cannot"),
    key("crazy"),
    key("despite"),
    key("did"),
    key("does"),
    key("don"),
    key("enough"),
    key("ever"),
    key("every"),
    key("everyone"),
    key("everything"),
    key("exactly"),
    key("fake"),
    key("finally"),
    key("free"),
    key("great"),
    key("huge"),
    key("illegal"),
    key("insane"),
    key("just"),
    key("lies"),
    key("lied"),
    key("massive"),
    key("must"),
    key("need"),
    key("never"),
    key("no"),
    key("not"),
    key("nothing"),
    key("now"),
    key("only"),
    key("our"),
    key("own"),
    key("real"),
    key("really"),
    key("refused"),
    key("shocking"),
    key("should"),
    key("single"),
    key("so"),
    key("stop"),
    key("that"),
    key("their"),
    key("they"),
    key("this"),
    key("too"),
    key("truth"),
    key("very"),
    key("want"),
    key("wants"),
    key("was"),
    key("were"),
    key("why"),
    key("will"),
    key("worse"),
    key("worst"),
    key("wrong"),
    key("you"),
    key("your"),
    key("zero"),
];

const fn key(word: &str) -> WordKey {
    WordKey::ascii(word)
}

/// Marks shouted words and exclamation marks.
pub(super) fn find<'s>(context: Context<'_>, marks: &mut Vec<Mark<'s>>) {
    for index in context.scan.capitals().filter(|&index| SHOUTED.contains(&context.key(index))) {
        let next_is_caps = |at: usize| context.tokens.get(at).is_some_and(|token| token.shape().is_all_caps());
        let alone = !index.checked_sub(1).is_some_and(next_is_caps) && !next_is_caps(index + 1);
        let sentence = context.sentences.get(context.document.sentence_of(index));
        if alone && sentence.is_some_and(|&sentence| is_prose(context, sentence) && has_small_words(context, sentence))
        {
            let one = TokenRange::new(index, index + 1);
            marks.push(mark(context, one, 35, rules::ALL_CAPS, "a word shouted in capitals"));
        }
    }
    let ends = context.sentences.iter().filter_map(|&sentence| exclamation(context, sentence));
    marks.extend(ends);
}

/// Whether a sentence is none of the lines around the text.
fn is_prose(context: Context<'_>, sentence: Sentence) -> bool {
    let zone = context.document.zones().get(sentence.zone()).map(|zone| zone.kind());
    !matches!(zone, Some(ZoneKind::Byline | ZoneKind::Dateline | ZoneKind::Section | ZoneKind::Boilerplate))
}

/// Whether most words of a sentence are in small letters.
fn has_small_words(context: Context<'_>, sentence: Sentence) -> bool {
    let words = context.tokens[sentence.tokens().range()].iter().filter(|token| token.kind() == TokenKind::Word);
    let (mut small, mut all) = (0, 0);
    for word in words {
        all += 1;
        small += usize::from(word.shape().has_lower());
    }
    small * 2 > all
}

/// The exclamation mark at the end of a sentence of some words.
fn exclamation<'s>(context: Context<'_>, sentence: Sentence) -> Option<Mark<'s>> {
    let tokens = sentence.tokens();
    let last = tokens.end().checked_sub(1)?;
    let is_mark =
        context.tokens.get(last)?.kind() == TokenKind::Punctuation && context.document.word(last).starts_with('!');
    let after_name = last.checked_sub(1).is_some_and(|before| context.upos(before) == Upos::Propn) && tokens.len() <= 3;
    (is_mark && tokens.len() >= 3 && !after_name && is_prose(context, sentence))
        .then(|| mark(context, TokenRange::new(last, last + 1), 10, rules::EXCLAMATION, "an exclamation mark"))
}

fn mark<'s>(
    context: Context<'_>,
    tokens: TokenRange,
    percent: i32,
    rule: crate::RuleId,
    reason: &'static str,
) -> Mark<'s> {
    Mark {
        reason: Some(reason.into()),
        ..Mark::new(context, tokens, Category::Sensational, Strength::Mild, percent, rule)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::marks;
    use super::rules;

    #[test]
    fn shouted_words() {
        marks(
            &rules::ALL_CAPS,
            &[
                ("The council did NOTHING about the bridge.", &["NOTHING"]),
                ("They NEVER asked the people of Osk.", &["NEVER"]),
                ("NATO and the IMF met in Osk.", &[]),
                ("COUNCIL DID NOTHING ABOUT BRIDGE", &[]),
                ("The sign read NO ENTRY at noon.", &[]),
            ],
        );
    }

    #[test]
    fn exclamation_marks() {
        marks(
            &rules::EXCLAMATION,
            &[("What a week for Osk!", &["!"]), ("The share price of Yahoo! fell.", &[]), ("Osk!", &[])],
        );
    }
}
