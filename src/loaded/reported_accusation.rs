//! Judgements reported as somebody's accusation.
//!
//! # What it finds
//! Labels and judgements behind a verb of accusing or calling, within the clause: *denounced the vote as a gimmick*,
//! *dismissed it as a stunt*. They are made less sure, and suppressed where nothing else speaks for them.
//!
//! # Why it matters
//! The report says that somebody judged, not that the outlet does (reported accusation).
//!
//! # Examples
//! *Lund was called a crook.*
//!
//! # Counter-examples
//! *The crook called again*: the label comes first.
//!
//! # Known limits
//! Whether the outlet makes the accusation its own shows in the rest of the text only.

use super::mark::{Context, Mark};
use super::{Category, rules};
use crate::WordKey;

const fn key(word: &str) -> WordKey {
    WordKey::ascii(word)
}

/// Verbs that report an accusation.
const ACCUSING: &[WordKey] = &[
    key("accuse"),
    key("accused"),
    key("accuses"),
    key("accusing"),
    key("alleged"),
    key("alleging"),
    key("branded"),
    key("branding"),
    key("brands"),
    key("called"),
    key("calling"),
    key("calls"),
    key("charged"),
    key("condemned"),
    key("condemning"),
    key("condemns"),
    key("criticised"),
    key("criticized"),
    key("denounced"),
    key("denounces"),
    key("denouncing"),
    key("described"),
    key("describes"),
    key("describing"),
    key("dismissed"),
    key("dismisses"),
    key("dismissing"),
    key("dubbed"),
    key("labeled"),
    key("labelled"),
    key("labeling"),
    key("labelling"),
    key("decried"),
    key("decrying"),
];

/// Words between verb and judgement at most.
const REACH: usize = 6;

/// By how much less sure a reported judgement is, in percent.
const LESS: i32 = 20;

/// Makes judgements that are reported less sure.
pub(super) fn weaken(context: Context<'_>, mark: &mut Mark<'_>) {
    let judges = !matches!(mark.category, Category::ReportingVerb | Category::Sensational);
    let Some(sentence) = context.sentences.get(mark.sentence).filter(|_| judges) else { return };
    let start = mark.tokens.start().saturating_sub(REACH).max(sentence.tokens().start());
    let verb = (start..mark.tokens.start()).rev().find(|&token| ACCUSING.contains(&context.key(token)));
    if let Some(verb) = verb.filter(|&verb| context.is_word(verb)) {
        let accusation = context.document.word(verb);
        mark.percent -= LESS;
        let reason = format!("reported as somebody's judgement: “{accusation}”");
        mark.weakened = Some(Box::new((rules::REPORTED_ACCUSATION, reason.into())));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::suppresses;
    use super::rules;

    #[test]
    fn reported_judgements() {
        suppresses(
            &rules::REPORTED_ACCUSATION,
            &[
                ("Ruiz denounced the vote as a scheme.", &["scheme"]),
                ("The mayor dismissed the visit as a stunt.", &["stunt"]),
                ("The visit was a stunt.", &[]),
                ("His cronyism cost him the vote.", &[]),
            ],
        );
    }
}
