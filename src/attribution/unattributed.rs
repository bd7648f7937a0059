//! Sentences that claim intent, cause or an inner state, with nobody who says so.
//!
//! # What it finds
//! In the outlet's own voice: what an action or body *aims at* (*is designed to, is meant to, seeks to*), what *caused* something (*was
//! driven by, is the result of*), and what somebody *feels or thinks* (*is growing confident, is frightened of, resents*).
//!
//! # Why it matters
//! Nobody can see an intention, a cause or a feeling; it is somebody's reading. With no source, the reader cannot tell whose
//! (evidentiality: Chafe 1986; Aikhenvald 2004).
//!
//! # Examples
//! - `The tactic is aimed at breaking morale.`: intent
//! - `The crisis was caused by greed.`: cause
//! - `The ministry is growing more and more confident.`: inner state
//!
//! # Counter-examples
//! - `Officials said the tactic was aimed at breaking morale.`: the officials' reading
//! - `The bridge is designed to carry trams.`: what a thing is for
//! - `“I am confident,” she said.`
//! - `The law is due to take effect in May.`: a date
//! - `If residents are worried, …`: supposed
//!
//! # Known limits
//! A sentence that goes on with what a source said before looks the same.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::candidate::Context;
use super::lexis::{self, BE, BY, OF, PERSONAL, TO};
use super::model::{Act, AssertionKind, UnattributedAssertion};
use super::resolve::Chosen;
use super::rules::{self, Rule};
use super::source;
use crate::document::{TokenRange, Upos};
use crate::text::{KeyMap, KeyTable};
use crate::{Confidence, WordKey};

/// The frames a word of the list takes.
type Frame = u16;

macro_rules! frames {
    ($($name:ident = $bit:literal $text:literal,)+) => {
        $(const $name: Frame = 1 << $bit;)+
        const FRAMES: &[(&str, Frame)] = &[$(($text, $name)),+];
    };
}

frames! {
    INTENT_PASSIVE = 0 "intent_passive",
    INTENT_ACTIVE = 1 "intent_active",
    INTENT_PHRASE = 2 "intent_phrase",
    THING = 3 "thing",
    CAUSE_PASSIVE = 4 "cause_passive",
    CAUSE_NOUN = 5 "cause_noun",
    CAUSE_PHRASE = 6 "cause_phrase",
    STATE = 7 "state",
    STATE_VERB = 8 "state_verb",
    TO_PEOPLE = 9 "to_people",
}

fn frames(word: WordKey) -> Frame {
    static TABLE: LazyLock<KeyTable<Frame>> = LazyLock::new(|| {
        let mut table: KeyMap<Frame> = KeyMap::default();
        for line in include_str!("unattributed.tsv").lines().filter(|line| !line.starts_with('#')) {
            let Some((name, words)) = line.split_once('\t') else { continue };
            let bits = FRAMES.iter().find(|(known, _)| *known == name).map_or(0, |&(_, bits)| bits);
            words.split_whitespace().for_each(|word| *table.entry(WordKey::of(word)).or_default() |= bits);
        }
        table.into_iter().collect()
    });
    TABLE.get(word)
}

/// A claim found at a token.
struct Claim {
    kind: AssertionKind,
    rule: &'static Rule,
    confidence: u8,
}

/// The claims in the outlet's own voice, in order; one of a kind a sentence.
pub(super) fn detect(context: &Context<'_, '_>, chosen: &[Chosen]) -> Vec<UnattributedAssertion> {
    let grid = context.grid;
    let voiced = voiced(context, chosen);
    let mut found: Vec<UnattributedAssertion> = Vec::new();
    let mut last: Vec<(usize, AssertionKind)> = Vec::new();
    for (index, group) in grid.document.verb_groups().iter().enumerate() {
        let at = group.head();
        if voiced.get(at).copied().unwrap_or(true) || group.is_negated() || group.modality().is_some() {
            continue;
        }
        let Some(subject) = context.clauses.subject(index) else { continue };
        let Some(claim) = claim(context, subject.tokens, at) else { continue };
        if !asserts(context, subject.tokens) {
            continue;
        }
        let sentence = grid.document.sentence_of(at);
        if last.contains(&(sentence, claim.kind)) {
            continue;
        }
        last.retain(|&(other, _)| other == sentence);
        last.push((sentence, claim.kind));
        let end = grid.document.sentences().get(sentence).map_or(at + 1, |sentence| sentence.tokens().end());
        let start = subject.tokens.start().min(at);
        let words = TokenRange::new(start, end.max(at + 1));
        found.push(UnattributedAssertion {
            span: grid.span(words),
            kind: claim.kind,
            rule: claim.rule.rule_id(),
            evidence: vec![grid.span(group.tokens())],
            confidence: Confidence::percent(claim.confidence),
            reason: Cow::Borrowed(claim.rule.reason),
        });
    }
    found.sort_by_key(|assertion| assertion.span);
    found
}

/// By token: whether it is somebody's words, or stands in a sentence that names a source.
fn voiced(context: &Context<'_, '_>, chosen: &[Chosen]) -> Vec<bool> {
    let grid = context.grid;
    let mut voiced: Vec<bool> = (0..grid.len()).map(|at| grid.is_quoted(at)).collect();
    let mut last = None;
    for chosen in chosen.iter().filter(|chosen| chosen.parent.is_none()) {
        // *is meant to, is believed to*: nobody is named there either.
        let nobody = chosen.candidate.source.is_empty() && chosen.candidate.follows.is_empty();
        if nobody && matches!(chosen.candidate.act, Act::Intention | Act::Thought) {
            continue;
        }
        for piece in &chosen.candidate.content {
            if let Some(part) = voiced.get_mut(piece.range()) {
                part.fill(true);
            }
        }
        // In a sentence of reported speech the rest is often the source's too.
        let speech = matches!(chosen.candidate.act, Act::Speech | Act::Document | Act::Perception);
        let cue = chosen.candidate.cue.first().filter(|_| speech);
        let Some(number) = cue.map(|cue| grid.document.sentence_of(cue.start())) else { continue };
        // A sentence may have any number of cues.
        let sentence = grid.document.sentences().get(number).filter(|_| last.replace(number) != Some(number));
        if let Some(part) = sentence.and_then(|sentence| voiced.get_mut(sentence.tokens().range())) {
            part.fill(true);
        }
    }
    voiced
}

/// Whether a clause with this subject states something of somebody else: not *if ministers hoped*, *whether you like it*, *my wife and I*.
fn asserts(context: &Context<'_, '_>, subject: TokenRange) -> bool {
    let grid = context.grid;
    let before = subject.start().checked_sub(1).map_or("", |before| grid.word(before));
    let supposed = ["if", "whether", "unless"].iter().any(|word| word.eq_ignore_ascii_case(before));
    !supposed
        && !subject
            .range()
            .any(|at| grid.is(at, lexis::YOU) || grid.is(at, lexis::FIRST_PERSON) && grid.is(at, PERSONAL))
}

/// What a verb with its subject claims.
fn claim(context: &Context<'_, '_>, subject: TokenRange, verb: usize) -> Option<Claim> {
    let grid = context.grid;
    let word = |at: usize| grid.tokens.get(at).map_or(0, |token| frames(token.key()));
    let intent = |confidence| Claim { kind: AssertionKind::Intent, rule: &rules::UNATTRIBUTED_INTENT, confidence };
    let cause = |confidence| Claim { kind: AssertionKind::Cause, rule: &rules::UNATTRIBUTED_CAUSE, confidence };
    let state = |confidence| Claim { kind: AssertionKind::InnerState, rule: &rules::UNATTRIBUTED_STATE, confidence };
    let frame = word(verb);
    let next = verb + 1;
    let copular = grid.is(verb, BE)
        || matches!(
            grid.word(verb),
            "becoming" | "became" | "becomes" | "become" | "growing" | "grew" | "grown" | "grows" | "feels" | "felt"
        );
    if frame == 0 && !copular {
        return None;
    }
    let head = subject_head(context, subject);
    let thing = word(head) & THING != 0;
    let somebody = is_somebody(context, head);
    let passive = verb > 0 && (1..4).any(|back| verb >= back && grid.is(verb - back, BE));
    if frame & INTENT_PASSIVE != 0 && passive && (thing || somebody || aims_at_people(context, verb)) {
        let goal = grid.is(next, TO) || matches!(grid.word(next), "at" | "for" | "against");
        return goal.then(|| intent(78));
    }
    if frame & INTENT_ACTIVE != 0
        && grid.is(next, TO)
        && !grid.is_capitalized(next + 1)
        && !grid.is(next + 1, lexis::ARTICLE | lexis::POSSESSIVE)
    {
        let country = source::hint(grid.tokens.get(head)?.key()) & source::PLACE != 0
            || grid.upos(head) == Upos::Propn && subject.len() == 1;
        return (thing || country).then(|| intent(64));
    }
    if frame & CAUSE_PASSIVE != 0 && passive && grid.is(next, BY) {
        return Some(cause(60));
    }
    if frame & CAUSE_PHRASE != 0 && grid.word(next).eq_ignore_ascii_case("from") {
        return Some(cause(60));
    }
    if frame & STATE_VERB != 0 && somebody && !grid.is(next, TO) {
        return Some(state(58));
    }
    // *is frightened of*, where the adjective is read as a verb.
    if frame & STATE != 0 && passive && somebody {
        return Some(state(66));
    }
    if !copular {
        return None;
    }
    let at = behind_adverbs(context, next);
    let frame = word(at);
    if frame & STATE != 0 && somebody && !grid.is_noun(at + 1) {
        return Some(state(66));
    }
    if frame & INTENT_PHRASE != 0
        && somebody
        && matches!(grid.word(at), "bent" | "intent" | "hellbent")
        && grid.word(at + 1) == "on"
    {
        return Some(intent(70));
    }
    if frame & INTENT_PASSIVE != 0
        && (thing || somebody || aims_at_people(context, at))
        && (grid.is(at + 1, TO) || grid.word(at + 1) == "at")
    {
        return Some(intent(78));
    }
    // *is due to take effect* is a date.
    let due = || grid.word(at) == "due" && grid.is(at + 1, TO) && !grid.is_verb(at + 2);
    let rooted = || grid.word(at) == "rooted" && grid.word(at + 1) == "in";
    if frame & CAUSE_PHRASE != 0 && (due() || rooted()) {
        return Some(cause(56));
    }
    if grid.is(at, lexis::ARTICLE) {
        let noun = (at + 1..at + 4).find(|&at| word(at) & CAUSE_NOUN != 0)?;
        return (grid.is(noun + 1, OF) && !matches!(grid.word(noun), "source" | "product" | "root")).then(|| cause(56));
    }
    None
}

/// The head of a subject.
fn subject_head(context: &Context<'_, '_>, subject: TokenRange) -> usize {
    let phrase = context.grid.phrase_at(subject.start());
    phrase.map(|phrase| phrase.head()).filter(|&head| subject.contains(head)).unwrap_or(subject.start())
}

/// Whether a word is a person, a group, a body or a country.
fn is_somebody(context: &Context<'_, '_>, head: usize) -> bool {
    let grid = context.grid;
    let Some(token) = grid.tokens.get(head) else { return false };
    if grid.is(head, PERSONAL) {
        return !grid.is(head, lexis::IT | lexis::FIRST_PERSON);
    }
    let hint = source::hint(token.key());
    let people = source::ROLE | source::PERSONAL | source::COLLECTIVE | source::ORGANISATION;
    let name = source::MALE_NAME | source::FEMALE_NAME | source::PLACE | source::BODY;
    hint & people != 0 || grid.is_capitalized(head) && hint & name != 0 || grid.upos(head) == Upos::Propn
}

/// Whether the goal behind *designed to* is done to people: a bridge carries trams, a scheme makes residents stop.
fn aims_at_people(context: &Context<'_, '_>, at: usize) -> bool {
    context.grid.tokens.get(at + 2).is_some_and(|token| frames(token.key()) & TO_PEOPLE != 0)
}

/// Steps over *more and more, ever more, increasingly, very*.
fn behind_adverbs(context: &Context<'_, '_>, from: usize) -> usize {
    const REACH: usize = 6;
    let grid = context.grid;
    let degree = |at: usize| {
        matches!(
            grid.word(at).to_ascii_lowercase().as_str(),
            "more"
                | "ever"
                | "increasingly"
                | "very"
                | "so"
                | "less"
                | "too"
                | "becoming"
                | "growing"
                | "feeling"
                | "getting"
        ) || grid.upos(at) == Upos::Adv && frames(grid.tokens[at].key()) == 0
            || grid.word(at) == "and" && grid.word(at + 1) == "more"
    };
    (from..grid.len().min(from + REACH)).find(|&at| !degree(at)).unwrap_or(from)
}

#[cfg(test)]
mod tests {
    use super::AssertionKind::{self, Cause, InnerState, Intent};
    use super::*;
    use crate::{Analyzer, Article, Attribution, Document};

    fn kinds(text: &str) -> Vec<AssertionKind> {
        let document = Document::new(Article::from_text(text).unwrap()).unwrap();
        let found = Attribution::new().analyze(&document);
        found.unattributed().iter().map(UnattributedAssertion::kind).collect()
    }

    #[test]
    fn claims_with_no_source() {
        for (text, kind) in [
            ("The tactic is aimed at breaking public morale.", Intent),
            ("The scheme is designed to make residents stop complaining.", Intent),
            ("The raids are intended to silence the valley.", Intent),
            ("The speech seeks to paint Sorova as the aggressor.", Intent),
            ("The crisis was caused by greed.", Cause),
            ("The shortage is the result of bad planning.", Cause),
            ("The shortage stemmed from old mistakes.", Cause),
            ("The delay was due to bad planning.", Cause),
            ("The ministry is becoming more and more confident.", InnerState),
            ("The mayor is frightened of the contractor.", InnerState),
            ("Ministers are increasingly nervous.", InnerState),
            ("The mayor loathes the contractor.", InnerState),
            ("Residents dreaded the first frost.", InnerState),
            ("The minister is hellbent on closing the school.", Intent),
            ("The mayor is intent on revenge.", Intent),
            ("The speech is clearly aimed at the unions.", Intent),
            ("The leak was carefully timed to hurt the party.", Intent),
            ("The strike was prompted by the cuts.", Cause),
        ] {
            assert_eq!(kinds(text), [kind], "{text}");
        }
    }

    #[test]
    fn claims_of_somebody_and_plain_facts() {
        for text in [
            "Officials said the tactic was aimed at breaking morale.",
            "“I am confident,” she said.",
            "The bridge is designed to carry trams.",
            "The crisis was caused by greed, according to the report.",
            "The mayor is not afraid of anybody.",
            "The road is happy ground for cyclists.",
            "The mayor opened the bridge on Monday.",
            "Residents may be worried.",
            "The law is due to take effect in May.",
            "If residents are worried, the line is open until nine.",
            "If you are unsure, call the town hall.",
            "The rail is bent on the left.",
            "He said that the mayor loathed the contractor.",
            "The lamps are timed to switch off at nine.",
            "My neighbours and I were growing nervous.",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }

    #[test]
    fn every_line_of_the_list_has_a_known_frame() {
        for line in include_str!("unattributed.tsv").lines().filter(|line| !line.starts_with('#')) {
            let name = line.split('\t').next().unwrap_or_default();
            assert!(FRAMES.iter().any(|(known, _)| *known == name), "{name}");
        }
    }
}
