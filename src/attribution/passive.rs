//! Cue verbs in the passive.
//!
//! # What it finds
//! `X is expected to win`, `is believed to be`, `is seen as`: the subject and what follows are the content, and nobody is named
//! as its source unless by *by*. `X was told that …`, `It was announced that …`: the clause is the content. `X was criticised
//! by Y for …`: Y is the source, X and the rest are the content.
//!
//! # Why it matters
//! The passive lets a text present an opinion and leave out whose it is.
//!
//! # Examples
//! - `The firm is expected to cut jobs.`
//! - `It was reported that the ship had sunk.`
//! - `The plan was criticised by residents.`
//!
//! # Counter-examples
//! - `The ship was found on Monday.`
//! - `Visits are allowed if a doctor agrees.`, `The virus is known as “the cough”.`: a circumstance, a name
//!
//! # Known limits
//! A *by* that names no agent (*by Friday*) is told by its noun only.

use super::candidate::{Candidate, Context, VerbCue};
use super::complement::{Complement, complement_start, is_infinitive};
use super::cues::{CueClass, Frames};
use super::extent::{Frame, skip_adverbs};
use super::lexis::{self, AS, BY, IT, TIME};
use super::model::Act;
use super::noun_phrase::{Reach, base_right, noun_phrase_right};
use super::recognise::recognise;
use super::rules::{self, Rule};
use crate::document::{Tense, TokenRange};

/// Proposes an attribution for each passive cue verb.
pub(super) fn detect(context: &Context<'_, '_>, out: &mut Vec<Candidate>) {
    for &found in &context.grid.cues {
        if found.cue.class != CueClass::Verb {
            continue;
        }
        let Some(verb) = context.verb(found).filter(|&verb| is_passive(context, verb)) else { continue };
        out.extend(passive(context, verb));
    }
}

/// *was expected*, and *expected* as in *the storm expected to hit the coast*; *Asked about it, she left*.
pub(super) fn is_passive(context: &Context<'_, '_>, verb: VerbCue) -> bool {
    let participle = matches!(verb.group.tense(), Tense::Participle | Tense::Past);
    if is_perfect(context, verb) {
        return false;
    }
    verb.group.is_passive() || participle && !context.grid.finite(verb.index)
}

/// *she’s argued for years that …*: *’s* read as *is*.
fn is_perfect(context: &Context<'_, '_>, verb: VerbCue) -> bool {
    let grid = context.grid;
    let frames = verb.found.cue.frames;
    let start = verb.group.tokens().start();
    let clitic = grid.is(start, lexis::CLITIC) && grid.is(start, lexis::BE);
    let person =
        start > 0 && grid.is(start - 1, lexis::HE | lexis::SHE | lexis::RELATIVE) && !grid.is(start - 1, lexis::THAT);
    let says = frames.has(Frames::THAT) && !frames.has(Frames::OBJECT_THAT.or(Frames::OBJECT_TO).or(Frames::OBJECT_NP));
    clitic && person && says && !is_infinitive(context, verb.found.tokens.end())
}

fn passive(context: &Context<'_, '_>, verb: VerbCue) -> Option<Candidate> {
    let grid = context.grid;
    let cue = verb.found.cue;
    let frames = cue.frames;
    let end = verb.found.tokens.end().max(verb.group.tokens().end());
    let limit = context.region_end(verb.region);
    let subject = context.clauses.subject(verb.index);
    let next = skip_adverbs(grid, end, limit);
    let (agent, behind) = agent(context, verb, next);
    let at = skip_adverbs(grid, behind, limit);
    let subject_piece = subject.map(|subject| subject.tokens);
    let expletive = subject_piece.is_some_and(|tokens| tokens.len() == 1 && grid.is(tokens.start(), IT));
    let make = |content: Vec<TokenRange>, rule: &'static Rule, score: i32| {
        let strength = match cue.strength {
            1 => -18,
            2 => 0,
            _ => 10,
        };
        let mut candidate = Candidate::new(rule, cue, verb.region_number, score + strength).with_group(verb.group);
        candidate.content = content;
        candidate.cue = context.verbal_cue(verb);
        candidate.source = agent.into_iter().collect();
        candidate
    };
    let frame = Frame { infinitive: true, ..context.frame(verb) };
    let clause = |at: usize| TokenRange::new(at, context.clause_end_in(verb.region, at, frame));
    if is_infinitive(context, at) && !expletive {
        let raising = frames.has(Frames::PASSIVE_TO) || frames.has(Frames::OBJECT_TO);
        let mut content: Vec<TokenRange> = Vec::new();
        // *was urged to go*: whoever is urged is no part of what is urged.
        if frames.has(Frames::PASSIVE_TO) {
            content.extend(subject_piece);
        }
        content.push(clause(at));
        let score = if frames.has(Frames::PASSIVE_TO) { 74 } else { 62 };
        return raising.then(|| make(content, &rules::PASSIVE_INFINITIVE, score));
    }
    if grid.is(at, AS) && frames.has(Frames::OBJECT_AS) {
        let content = subject_piece.into_iter().chain([TokenRange::new(at, context.phrase_end(verb.region, at))]);
        return Some(make(content.collect(), &rules::PASSIVE_AS, 70));
    }
    if is_circumstance(context, verb, at) || agent.is_none() && is_naming(context, verb, at) {
        return None;
    }
    let place = complement_start(context, verb, at);
    if let Some(found) = recognise(context, verb, Complement { at: place.at, object: place.object.or(subject_piece) })
        .filter(|found| is_clausal(found.rule))
    {
        let content = context.trimmed(found.content);
        return (!content.is_empty()).then(|| make(vec![content], &rules::PASSIVE_CLAUSE, found.score - 8));
    }
    // *was asked about the gift*
    let about = place.at;
    if grid.word(about).eq_ignore_ascii_case("about") && frames.has(Frames::ABOUT) && cue.act == Act::Speech {
        let content = context.trimmed(TokenRange::new(about + 1, context.phrase_end(verb.region, about + 1)));
        return (!content.is_empty()).then(|| make(vec![content], &rules::PASSIVE_CLAUSE, 48));
    }
    let judged = frames.has(Frames::NP) || frames.has(Frames::OBJECT_FOR);
    let content = subject_piece.filter(|_| judged && agent.is_some() && !expletive)?;
    let rest =
        grid.word(at).eq_ignore_ascii_case("for").then(|| TokenRange::new(at, context.phrase_end(verb.region, at)));
    Some(make([content].into_iter().chain(rest).collect(), &rules::PASSIVE_BY, 56))
}

/// *allowed if a doctor agrees, shown when the curtain rose, known as the red line*: no complement of the verb.
fn is_circumstance(context: &Context<'_, '_>, verb: VerbCue, at: usize) -> bool {
    let grid = context.grid;
    // *was asked if*
    let question = grid.is(at, lexis::WH) && verb.found.cue.frames.has(Frames::WH);
    grid.is(at, lexis::SUBORDINATOR) && !question || grid.is(at, AS) || grid.word(at).eq_ignore_ascii_case("when")
}

/// *is called “the wall”*: a name in quotation marks, not what somebody says.
fn is_naming(context: &Context<'_, '_>, verb: VerbCue, at: usize) -> bool {
    verb.found.cue.frames.has(Frames::OBJECT_NP) && context.grid.quotation_end(at).is_some()
}

fn is_clausal(rule: &Rule) -> bool {
    [&rules::THAT_CLAUSE, &rules::INDIRECT_QUESTION, &rules::BARE_CLAUSE, &rules::VERB_THEN_QUOTE]
        .iter()
        .any(|clausal| clausal.id == rule.id)
}

/// The agent behind *by*, and where the text goes on behind it.
fn agent(context: &Context<'_, '_>, verb: VerbCue, at: usize) -> (Option<TokenRange>, usize) {
    let grid = context.grid;
    if !grid.is(at, BY) {
        return (None, at);
    }
    let limit = verb.region.tokens.end();
    let Some(end) = noun_phrase_right(grid, verb.region, at + 1, Reach::Plain) else { return (None, at) };
    let base = base_right(grid, at + 1, limit).unwrap_or(end);
    if (at + 1..base).any(|at| grid.is(at, TIME) && !grid.is(at, lexis::OCCASION)) {
        return (None, end);
    }
    (Some(TokenRange::new(at + 1, end)), end)
}

#[cfg(test)]
mod tests {
    use crate::attribution::testing::check;

    #[test]
    fn examples_and_counter_examples() {
        check(
            &["passive-infinitive", "passive-as", "passive-clause", "passive-by"],
            &[
                ("The firm is expected to cut jobs.", &[" | expected | The firm ++ to cut jobs"]),
                ("The plan was criticised by residents.", &["residents | criticised | The plan"]),
                ("The ship was found on Monday.", &[]),
                ("expected to saythe told — the1,463 the", &[]),
                ("Lund was asked if the bridge was safe.", &[" | asked | if the bridge was safe"]),
                ("Lund was asked about the gift.", &[" | asked | the gift"]),
                ("Lund was told about the gift on Monday.", &[" | told | the gift"]),
                ("Lund was worried about the gift.", &[]),
                ("Visits are allowed if a doctor agrees.", &[]),
                ("The illness is often called “the winter cough” by the coast.", &[]),
                ("The illness was nicknamed “the winter cough”.", &[]),
                ("The bridge was closed by the council.", &[]),
            ],
        );
    }
}
