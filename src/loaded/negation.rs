//! Judgements that are denied.
//!
//! # What it finds
//! Marks to be suppressed: a judging noun or adjective behind a negated *be* or behind *no*: *not a disaster*, *is hardly a fiasco*,
//! *neither shameful nor*.
//!
//! # Why it matters
//! To deny a judgement is not to pass it. Verbs are no case: *did not slam* still says *slam*.
//!
//! # Examples
//! *The vote was not a fiasco.*
//!
//! # Counter-examples
//! *The council did not stop the fiasco*: it was one. *Not only a fiasco*.
//!
//! # Known limits
//! Denial over a clause border (*I do not think that it is a fiasco*) is not seen.

use super::mark::{Context, Mark};
use super::{Category, rules};
use crate::WordKey;
use crate::document::Upos;

const fn key(word: &str) -> WordKey {
    WordKey::ascii(word)
}

const NEGATION: &[WordKey] = &[key("not"), key("n't"), key("never"), key("hardly"), key("neither")];
const BE: &[WordKey] =
    &[key("is"), key("are"), key("was"), key("were"), key("be"), key("been"), key("'s"), key("'re"), key("ai")];
const ONLY: &[WordKey] = &[key("only"), key("just"), key("merely"), key("simply")];

/// Suppresses marks that are denied.
pub(super) fn suppress(context: Context<'_>, mark: &mut Mark<'_>) {
    let judges = matches!(
        mark.category,
        Category::Label | Category::Evaluative | Category::LoadedTerm | Category::Exaggeration | Category::Metaphor
    );
    let Some(sentence) = context.sentences.get(mark.sentence).filter(|_| judges) else { return };
    let start = sentence.tokens().start();
    // Between the negation and the judgement: articles, adverbs, adjectives.
    let mut token = mark.tokens.start();
    for _ in 0..4 {
        let Some(before) = token.checked_sub(1).filter(|&before| before >= start) else { return };
        token = before;
        let word = context.key(token);
        if ONLY.contains(&word) {
            return;
        }
        if NEGATION.contains(&word) {
            let after_be = token.checked_sub(1).is_some_and(|be| be >= start && BE.contains(&context.key(be)));
            let before_be = BE.contains(&context.key(token + 1));
            if after_be || before_be {
                mark.suppress(rules::NEGATION, "the judgement is denied");
            }
            return;
        }
        let goes_on = matches!(context.upos(token), Upos::Det | Upos::Adv | Upos::Adj | Upos::Part | Upos::X);
        if !goes_on && !BE.contains(&word) {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::suppresses;
    use super::rules;

    #[test]
    fn denied_judgements() {
        suppresses(
            &rules::NEGATION,
            &[
                ("The vote was not a fiasco.", &["fiasco"]),
                ("It isn’t a shameful vote.", &["shameful"]),
                ("The vote was a fiasco.", &[]),
                ("The council did not stop the fiasco.", &[]),
                ("It was not only a fiasco.", &[]),
            ],
        );
    }
}
