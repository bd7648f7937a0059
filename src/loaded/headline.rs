//! Forms of sensational headlines.
//!
//! # What it finds
//! In headlines: a question that suggests its answer (*Is this the end of the harbour?*), and the forward reference that hides what the news
//! is (*This is why …*, *Here's what …*, *You won't believe …*).
//!
//! # Why it matters
//! Clickbait forward reference and rhetorical questions create the need to read on instead of giving the news (Blom & Hansen
//! 2015).
//!
//! # Examples
//! *This is why Lund resigned*; *Is this the worst harbour in Europe?*
//!
//! # Counter-examples
//! *What is inflation?*: an explanation; *Will the bridge open in May?* in the body.
//!
//! # Known limits
//! Whether a question suggests its answer is judged by its first words.

use super::mark::{Context, Mark};
use super::{Category, Strength, rules};
use crate::document::{Sentence, TokenRange};
use crate::{WordKey, ZoneKind};

/// Beginnings of forward references.
const REFERENCES: &[&[WordKey]] = &[
    &[key("here"), key("'s"), key("what")],
    &[key("here"), key("'s"), key("why")],
    &[key("here"), key("'s"), key("how")],
    &[key("here"), key("is"), key("why")],
    &[key("this"), key("is"), key("why")],
    &[key("this"), key("is"), key("what")],
    &[key("this"), key("is"), key("how")],
    &[key("that"), key("'s"), key("why")],
    &[key("you"), key("won"), key("n't"), key("believe")],
    &[key("you"), key("wo"), key("n't"), key("believe")],
    &[key("the"), key("real"), key("reason")],
    &[key("what"), key("happened"), key("next")],
];

/// Beginnings of questions that suggest their answer.
const QUESTIONS: &[&[WordKey]] = &[
    &[key("is"), key("this")],
    &[key("is"), key("it"), key("time")],
    &[key("has"), key("anyone")],
    &[key("who"), key("needs")],
    &[key("who"), key("cares")],
    &[key("how"), key("dare")],
    &[key("why"), key("wo"), key("n't")],
    &[key("why"), key("does"), key("n't")],
    &[key("why"), key("do"), key("n't")],
    &[key("why"), key("ca"), key("n't")],
    &[key("are"), key("they")],
    &[key("what"), key("are"), key("they"), key("hiding")],
];

const fn key(word: &str) -> WordKey {
    WordKey::ascii(word)
}

/// Marks sensational forms in headlines.
pub(super) fn find<'s>(context: Context<'_>, marks: &mut Vec<Mark<'s>>) {
    for &sentence in context.sentences {
        let zone = context.document.zones().get(sentence.zone());
        if zone.is_some_and(|zone| zone.kind() == ZoneKind::Headline) {
            marks.extend(form(context, sentence));
        }
    }
}

fn form<'s>(context: Context<'_>, sentence: Sentence) -> Option<Mark<'s>> {
    let tokens = sentence.tokens();
    let start = tokens.start();
    let starts_with = |keys: &&&[WordKey]| {
        keys.len() < tokens.len() && keys.iter().enumerate().all(|(at, &key)| context.key(start + at) == key)
    };
    if let Some(keys) = REFERENCES.iter().find(starts_with) {
        let range = TokenRange::new(start, start + keys.len());
        return Some(mark(context, range, 45, rules::FORWARD_REFERENCE, "announces the news instead of giving it"));
    }
    let is_question = context.document.word(tokens.end().checked_sub(1)?) == "?";
    let keys = QUESTIONS.iter().find(starts_with).filter(|_| is_question)?;
    let range = TokenRange::new(start, start + keys.len());
    Some(mark(context, range, 40, rules::RHETORICAL_QUESTION, "a question that suggests its answer"))
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
        ..Mark::new(context, tokens, Category::Sensational, Strength::Clear, percent, rule)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{marks, marks_in_headlines};
    use super::rules;

    #[test]
    fn headlines_that_announce_or_suggest() {
        marks_in_headlines(
            &rules::FORWARD_REFERENCE,
            &[
                ("This is why the mayor of Osk resigned", &["This is why"]),
                ("Here’s what the harbour plan means for you", &["Here’s what"]),
                ("Mayor of Osk resigns over harbour", &[]),
                ("Here come the cyclists", &[]),
            ],
        );
        marks_in_headlines(
            &rules::RHETORICAL_QUESTION,
            &[
                ("Is this the worst harbour in Europe?", &["Is this"]),
                ("Why won’t the council answer?", &["Why won’t"]),
                ("What is inflation?", &[]),
                ("Will the bridge open in May?", &[]),
                ("Is this thing on", &[]),
            ],
        );
        marks(&rules::RHETORICAL_QUESTION, &[("It rained. Is this the end of the drought?", &[])]);
    }
}
