//! Grammar that leaves out who did the harm.
//!
//! # What it finds
//! Passives of harm without *by* (*three people were killed*), and nouns of harm with their victim but no doer (*the bombing of the
//! market*). The missing agent is named in the reason. Structural: listed, never counted as loaded.
//!
//! # Why it matters
//! Passive and nominalisation can hide the agent (Fowler et al. 1979; van Dijk 1988). Most passives of harm in sober reports are
//! agentless too, so one alone says nothing; a contrast inside an article (one side active, the other passive) does.
//!
//! # Examples
//! *Two men were shot*; *the shelling of Osk*.
//!
//! # Counter-examples
//! *was killed by a soldier*; *the Sunday bombing*: no victim is named; *was born*.
//!
//! # Known limits
//! A *by* that names a time or place (*by Monday*) is taken for an agent.

use super::mark::{Context, Mark};
use super::{Category, Strength, rules};
use crate::WordKey;
use crate::document::{Sentence, TokenRange, Upos, VerbForm};

const fn key(word: &str) -> WordKey {
    WordKey::ascii(word)
}

/// Participles of harm.
const HARMED: &[WordKey] = &[
    key("abducted"),
    key("arrested"),
    key("assaulted"),
    key("attacked"),
    key("beaten"),
    key("beheaded"),
    key("bombed"),
    key("burned"),
    key("burnt"),
    key("butchered"),
    key("deported"),
    key("destroyed"),
    key("detained"),
    key("displaced"),
    key("evicted"),
    key("executed"),
    key("expelled"),
    key("gassed"),
    key("gunned"),
    key("harmed"),
    key("hit"),
    key("hurt"),
    key("injured"),
    key("jailed"),
    key("killed"),
    key("kidnapped"),
    key("lynched"),
    key("massacred"),
    key("murdered"),
    key("poisoned"),
    key("raped"),
    key("shelled"),
    key("shot"),
    key("slain"),
    key("slaughtered"),
    key("stabbed"),
    key("starved"),
    key("tortured"),
    key("trampled"),
    key("wounded"),
];

/// Nouns of harm.
const HARM: &[WordKey] = &[
    key("abduction"),
    key("assassination"),
    key("beating"),
    key("bombardment"),
    key("bombing"),
    key("deportation"),
    key("destruction"),
    key("detention"),
    key("displacement"),
    key("eviction"),
    key("execution"),
    key("expulsion"),
    key("killing"),
    key("killings"),
    key("kidnapping"),
    key("massacre"),
    key("murder"),
    key("murders"),
    key("poisoning"),
    key("rape"),
    key("shelling"),
    key("shooting"),
    key("slaughter"),
    key("stabbing"),
    key("torture"),
];

/// Forms of the passive's auxiliaries.
const BE: &[WordKey] = &[
    key("was"),
    key("were"),
    key("been"),
    key("being"),
    key("is"),
    key("are"),
    key("be"),
    key("got"),
    key("get"),
    key("'s"),
    key("'re"),
];

const BY: WordKey = key("by");
const OF: WordKey = key("of");
const THE: WordKey = key("the");

/// How far behind the participle the agent may stand.
const AGENT_WINDOW: usize = 12;

/// Marks agentless passives and nominalisations of harm.
pub(super) fn find<'s>(context: Context<'_>, marks: &mut Vec<Mark<'s>>) {
    for (index, harm) in context.scan.harms() {
        let Some(&sentence) = context.sentences.get(context.document.sentence_of(index)) else { continue };
        marks.extend(match harm {
            Harm::Participle => passive(context, sentence, index),
            Harm::Noun => nominalisation(context, sentence, index),
        });
    }
}

/// What a word of harm is.
#[derive(Clone, Copy)]
pub(super) enum Harm {
    Participle,
    Noun,
}

/// The words of harm, with what sort each is.
pub(super) fn words() -> impl Iterator<Item = (WordKey, Harm)> {
    let participles = HARMED.iter().map(|&key| (key, Harm::Participle));
    participles.chain(HARM.iter().map(|&key| (key, Harm::Noun)))
}

fn passive<'s>(context: Context<'_>, sentence: Sentence, participle: usize) -> Option<Mark<'s>> {
    let start = sentence.tokens().start();
    // Adverbs and negation may stand between: was badly hurt, were not killed.
    let auxiliary = (start..participle)
        .rev()
        .take(3)
        .take_while(|&token| {
            BE.contains(&context.key(token))
                || matches!(context.upos(token), Upos::Adv | Upos::Part | Upos::Aux | Upos::X)
        })
        .find(|&token| BE.contains(&context.key(token)))?;
    let form = context.tags.get(participle)?.form;
    if !matches!(form, None | Some(VerbForm::Vbn | VerbForm::Vbd)) || has_agent(context, sentence, participle) {
        return None;
    }
    let tokens = TokenRange::new(auxiliary, participle + 1);
    Some(Mark {
        reason: Some("a passive of harm that does not say who did it".into()),
        ..Mark::new(context, tokens, Category::AgentlessPassive, Strength::Mild, 80, rules::AGENTLESS_PASSIVE)
    })
}

fn nominalisation<'s>(context: Context<'_>, sentence: Sentence, noun: usize) -> Option<Mark<'s>> {
    let before = noun.checked_sub(1).filter(|&before| before >= sentence.tokens().start())?;
    let is_bare = context.key(before) == THE && context.key(noun + 1) == OF;
    if !is_bare || has_agent(context, sentence, noun) {
        return None;
    }
    let tokens = TokenRange::new(before, noun + 2);
    Some(Mark {
        reason: Some("a noun of harm that does not say who did it".into()),
        ..Mark::new(context, tokens, Category::Nominalisation, Strength::Mild, 70, rules::NOMINALISATION)
    })
}

/// Whether *by* follows before the clause ends.
fn has_agent(context: Context<'_>, sentence: Sentence, from: usize) -> bool {
    let end = sentence.tokens().end().min(from + 1 + AGENT_WINDOW);
    (from + 1..end)
        .take_while(|&token| !matches!(context.document.word(token), ";" | ":" | "—" | "–"))
        .any(|token| context.key(token) == BY)
}

#[cfg(test)]
mod tests {
    use super::super::testing::marks;
    use super::rules;

    #[test]
    fn passives() {
        marks(
            &rules::AGENTLESS_PASSIVE,
            &[
                ("Three people were killed in Osk on Sunday.", &["were killed"]),
                ("He was badly hurt when the roof fell.", &["was badly hurt"]),
                ("She was killed by a soldier.", &[]),
                ("Two men were shot dead by masked gunmen.", &[]),
                ("The army killed three people.", &[]),
                ("She was born in Osk.", &[]),
            ],
        );
    }

    #[test]
    fn nouns() {
        marks(
            &rules::NOMINALISATION,
            &[
                ("The bombing of the market went on.", &["The bombing of"]),
                ("They condemned the killing of two nurses.", &["the killing of"]),
                ("The bombing of the market by the army went on.", &[]),
                ("The Sunday bombing shook Osk.", &[]),
                ("It is part of the history of Osk.", &[]),
            ],
        );
    }
}
