//! Nouns as cues.
//!
//! # What it finds
//! A noun of saying, thinking or wanting with its content: *the claim that …, plans to …, fears of …, his belief that …*. The
//! source is the owner (*the mayor's claim*), an agent behind *by* or *from*, or the subject of the verb whose object the noun
//! is (*made the claim*).
//!
//! # Why it matters
//! Nouns hide the act: *claims*, *concerns* and *expectations* often have no source at all.
//!
//! # Examples
//! - `The mayor's claim that the bridge is safe has been questioned.`
//! - `There were fears that the dam would break.`
//!
//! # Counter-examples
//! - `Her plan was simple.`: no content
//!
//! # Known limits
//! *That* behind a noun may begin a relative clause; it is taken as content if a subject follows it.

use super::candidate::{Candidate, Context};
use super::complement::is_infinitive;
use super::cues::{CueClass, Frames, frame_of_preposition};
use super::extent::skip_adverbs;
use super::grid::{CueMatch, Region};
use super::lexis::{self, BY, CLITIC, POSSESSIVE, PREPOSITION, THAT, WH};
use super::noun_phrase::{Reach, noun_phrase_right};
use super::rules;
use crate::document::{TokenRange, Upos};

/// Proposes an attribution for each noun cue with a content.
pub(super) fn detect(context: &Context<'_, '_>, out: &mut Vec<Candidate>) {
    for &found in &context.grid.cues {
        if found.cue.class != CueClass::Noun || !context.grid.is_noun(found.tokens.end() - 1) {
            continue;
        }
        let Some((number, region)) = context.region_of(found.tokens.start()) else { continue };
        out.extend(noun(context, found, number, region));
    }
}

/// *a decision to close, in order to win*: an act or aim more often than a statement.
const INFINITIVE: i32 = 44;
/// *concerns about the dam*
const TOPIC: i32 = 50;
/// *hopes of a deal*: most nouns with such a complement are no cue.
const OBJECT: i32 = 40;

fn noun(context: &Context<'_, '_>, found: CueMatch, number: usize, region: Region) -> Option<Candidate> {
    let grid = context.grid;
    let frames = found.cue.frames;
    let end = found.tokens.end();
    let limit = context.region_end(region);
    if end >= limit || grid.is_hidden(region, end) {
        return None;
    }
    // The cue must be the head of its phrase: *claim forms* are no claim.
    if grid.phrase_at(end).is_some_and(|phrase| phrase.tokens().start() < end) {
        return None;
    }
    let (agent, at) = agent(context, region, end);
    // *a warning yesterday that …*
    let adverb = skip_adverbs(grid, at, limit);
    let at = if grid.is(adverb, THAT) { adverb } else { at };
    let (content, score) =
        if grid.is(at, THAT) && frames.has(Frames::THAT) && begins_clause_behind(context, at + 1, limit) {
            (TokenRange::new(at + 1, clause_end(context, region, at + 1)), 74)
        } else if is_infinitive(context, at) && frames.has(Frames::TO) {
            (TokenRange::new(at, context.phrase_end(region, at)), INFINITIVE)
        } else if grid.is(at, WH) && frames.has(Frames::WH) {
            (TokenRange::new(at, context.clause_end(region, at)), 54)
        } else if grid.is(at, PREPOSITION)
            && frames.has(frame_of_preposition(grid.small(at).as_str()))
            && !grid.is(at, BY)
            && agent.is_none()
        {
            let topic = grid.word(at).eq_ignore_ascii_case("about") && found.cue.strength >= 2;
            (TokenRange::new(at + 1, context.phrase_end(region, at + 1)), if topic { TOPIC } else { OBJECT })
        } else {
            return None;
        };
    let content = context.trimmed(content);
    if content.is_empty() {
        return None;
    }
    let owner = agent
        .or_else(|| owner(context, found))
        .or_else(|| holder(context, found, region))
        .or_else(|| participle_subject(context, found, region));
    let strength = 6 * (i32::from(found.cue.strength) - 2);
    let clause = score == 74;
    let known = match &owner {
        Some(_) => 6,
        // Whose *reminder that* or *evidence that* it is stays open: mostly the outlet's own.
        None if clause && found.cue.strength < 3 => -20,
        None => 0,
    };
    let mut candidate = Candidate::new(&rules::NOUN_CUE, found.cue, number, score + strength + known);
    candidate.content = vec![content];
    candidate.cue = vec![found.tokens];
    candidate.source = owner.into_iter().collect();
    Some(candidate)
}

fn begins_clause_behind(context: &Context<'_, '_>, at: usize, limit: usize) -> bool {
    context.grid.group_at(at).is_none() && context.grid.has_clause(TokenRange::new(at, limit.min(at + 30)))
}

/// The end of the clause behind the noun: before the verb whose subject the noun is (*the claim that it is safe | was
/// questioned*).
fn clause_end(context: &Context<'_, '_>, region: Region, start: usize) -> usize {
    let grid = context.grid;
    let end = context.clause_end(region, start);
    let mut seen = false;
    for at in start..end {
        let Some(index) = grid.group_index(at).filter(|&index| grid.finite(index)) else { continue };
        if grid.document.verb_groups()[index].tokens().start() != at {
            continue;
        }
        let joined = grid.is(at - 1, lexis::COMMA | lexis::COORDINATOR | lexis::RELATIVE | WH | lexis::QUOTE)
            || grid.phrase_at(at - 1).is_some()
            || grid.upos(at - 1) == Upos::Pron && !grid.is(at - 1, lexis::EXISTENTIAL);
        if seen && !joined {
            return at;
        }
        seen = true;
    }
    end
}

/// *claims by residents that …*, *pressure from …*
fn agent(context: &Context<'_, '_>, region: Region, at: usize) -> (Option<TokenRange>, usize) {
    let grid = context.grid;
    let names_agent = grid.is(at, BY) || ["from", "among"].iter().any(|word| grid.word(at).eq_ignore_ascii_case(word));
    if !names_agent {
        return (None, at);
    }
    match noun_phrase_right(grid, region, at + 1, Reach::Plain) {
        Some(end) => (Some(TokenRange::new(at + 1, end)), end),
        None => (None, at),
    }
}

/// The possessive before the noun: *the mayor's claim, his belief*.
fn owner(context: &Context<'_, '_>, found: CueMatch) -> Option<TokenRange> {
    let grid = context.grid;
    let phrase = grid.phrase_at(found.tokens.start())?.tokens();
    let clitic = (phrase.start()..found.tokens.start()).rev().find(|&at| grid.is(at, CLITIC));
    if let Some(clitic) = clitic {
        return (clitic > phrase.start()).then(|| TokenRange::new(phrase.start(), clitic));
    }
    grid.is(phrase.start(), POSSESSIVE).then(|| TokenRange::new(phrase.start(), phrase.start() + 1))
}

/// The subject of the verb whose object the noun is: *She expressed concern that*.
fn holder(context: &Context<'_, '_>, found: CueMatch, region: Region) -> Option<TokenRange> {
    let grid = context.grid;
    let start = grid.phrase_at(found.tokens.start()).map_or(found.tokens.start(), |phrase| phrase.tokens().start());
    let before = start.checked_sub(1).filter(|&at| at >= region.tokens.start())?;
    let index = grid.group_index(before)?;
    let group = grid.document.verb_groups()[index];
    let light = grid.is(group.head(), lexis::LIGHT);
    let subject = context.clauses.subject(index).filter(|_| light && !group.is_passive())?;
    (!grid.is(subject.tokens.start(), lexis::EXISTENTIAL)).then_some(subject.tokens)
}

/// The subject of the clause before a participle that was taken for a noun: *Lund left, warning that it was late*.
fn participle_subject(context: &Context<'_, '_>, found: CueMatch, region: Region) -> Option<TokenRange> {
    const REACH: usize = 60;
    const NEAR: usize = 12;
    let grid = context.grid;
    let start = found.tokens.start();
    let comma = start.checked_sub(1).filter(|&at| at > region.tokens.start() && grid.is(at, lexis::COMMA))?;
    let alone = found.tokens.len() == 1 && grid.word(start).ends_with("ing");
    let clause = TokenRange::new(region.tokens.start().max(comma.saturating_sub(REACH)), comma);
    // In *“We have a law,” Ruiz said, warning that …* the quoted words have subjects of their own.
    let adjoining = |index: usize| {
        let subject = context.clauses.subject(index).filter(|_| grid.finite(index))?;
        let end = grid.document.verb_groups()[index].tokens().end().max(subject.tokens.end());
        (end == comma).then_some(subject)
    };
    let near = comma.saturating_sub(NEAR).max(clause.start())..comma;
    let main = match near.rev().filter_map(|at| grid.group_index(at)).find_map(adjoining) {
        None if clause.range().any(|at| grid.is(at, lexis::QUOTE)) => None,
        None => context.clauses.first_subject(grid, clause),
        found => found,
    };
    let main = main.filter(|_| alone)?;
    (main.relative.is_none() && !grid.is(main.tokens.start(), lexis::EXISTENTIAL)).then_some(main.tokens)
}

#[cfg(test)]
mod tests {
    use crate::attribution::testing::check;

    #[test]
    fn examples_and_counter_examples() {
        check(
            &["noun-cue"],
            &[
                (
                    "The mayor's claim that the bridge is safe has been questioned.",
                    &["The mayor | claim | the bridge is safe"],
                ),
                ("There were fears that the dam would break.", &[" | fears | the dam would break"]),
                ("There were concerns about the dam.", &[" | concerns | the dam"]),
                (
                    "On Tuesday, the firm said it would file its report late, warning that it could default on its debt.",
                    &["the firm | warning | it could default on its debt"],
                ),
                ("“We have a law,” Ana Ruiz said, warning that it rained.", &["Ana Ruiz | warning | it rained"]),
                (
                    "“It is late,” said Ruiz, the mayor, warning that it rained.",
                    &["Ruiz, the mayor | warning | it rained"],
                ),
                ("Her plan was simple.", &[]),
                ("The club sold the ground in order to survive.", &[]),
                ("His attempt to swim the lake failed.", &[]),
            ],
        );
    }
}
