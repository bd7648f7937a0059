//! Adjectives and participles as cues.
//!
//! # What it finds
//! An adjective of opinion or feeling behind *be*, *feel*, *remain* with its content: *is confident that …, are worried about …,
//! was adamant that …*.
//!
//! # Why it matters
//! They report an inner state nobody can see; whose word it rests on is mostly left open.
//!
//! # Examples
//! - `She is confident that the plan will work.`
//!
//! # Counter-examples
//! - `The house is sure to be sold.`
//!
//! # Known limits
//! Attributive adjectives (*a confident mayor*) are no cues.

use super::candidate::{Candidate, Context};
use super::complement::is_infinitive;
use super::cues::{CueClass, Frames, frame_of_preposition};
use super::extent::skip_adverbs;
use super::grid::{CueMatch, Region};
use super::lexis::{self, PREPOSITION, THAT, WH};
use super::model::Act;
use super::noun_phrase::base_right;
use super::rules;
use crate::document::{TokenRange, Upos, VerbGroup};

/// Proposes an attribution for each predicative adjective cue.
pub(super) fn detect(context: &Context<'_, '_>, out: &mut Vec<Candidate>) {
    for &found in &context.grid.cues {
        if found.cue.class != CueClass::Adjective {
            continue;
        }
        let Some((number, region)) = context.region_of(found.tokens.start()) else { continue };
        out.extend(adjective(context, found, number, region));
    }
}

/// The copula before the adjective.
fn copula(context: &Context<'_, '_>, found: CueMatch, region: Region) -> Option<(usize, VerbGroup)> {
    let grid = context.grid;
    let mut at = found.tokens.start();
    if let Some(index) = grid.group_index(at) {
        return Some((index, grid.document.verb_groups()[index]));
    }
    for _ in 0..4 {
        at = at.checked_sub(1).filter(|&at| at >= region.tokens.start())?;
        if let Some(index) = grid.group_index(at) {
            let group = grid.document.verb_groups()[index];
            let head = group.head();
            return grid.is(head, lexis::BE | lexis::LINKING).then_some((index, group));
        }
        if !matches!(grid.upos(at), Upos::Adv | Upos::Adj | Upos::Cconj | Upos::Part) {
            return None;
        }
    }
    None
}

fn adjective(context: &Context<'_, '_>, found: CueMatch, number: usize, region: Region) -> Option<Candidate> {
    let grid = context.grid;
    let frames = found.cue.frames;
    let (index, group) = copula(context, found, region)?;
    let subject = context.clauses.subject(index)?;
    let limit = context.region_end(region);
    let at = skip_adverbs(grid, found.tokens.end(), limit);
    if at >= limit || grid.is_hidden(region, at) {
        return None;
    }
    let ends_in_preposition = grid.is(found.tokens.end() - 1, PREPOSITION);
    let phrase = |start: usize| TokenRange::new(start, context.phrase_end(region, start));
    let clause = |start: usize| TokenRange::new(start, context.clause_end(region, start));
    let (content, score) = if grid.is(at, THAT) && frames.has(Frames::THAT) {
        (clause(at + 1), 80)
    } else if is_infinitive(context, at) && frames.has(Frames::TO.or(Frames::PASSIVE_TO)) {
        (clause(at), 52)
    } else if grid.is(at, WH) && frames.has(Frames::WH) {
        (clause(at), 62)
    } else if ends_in_preposition && frames.has(Frames::NP.or(Frames::GERUND)) {
        (phrase(at), 58)
    } else if grid.is(at, PREPOSITION)
        && !grid.is(at, lexis::TO)
        && frames.has(frame_of_preposition(grid.small(at).as_str()))
    {
        (phrase(at + 1), 44)
    } else if frames.has(Frames::THAT)
        && base_right(grid, at, limit).is_some_and(|end| super::noun_phrase::begins_clause(grid, end, limit))
    {
        (clause(at), 74)
    } else {
        return None;
    };
    let content = context.trimmed(content);
    if content.is_empty() {
        return None;
    }
    let participle = group.is_passive() && grid.group_at(found.tokens.start()).is_some();
    // *Lund was troubled by the noise*: whoever feels is the source all the same.
    let feels = found.cue.act != Act::Speech && !frames.has(Frames::PASSIVE_TO);
    let passive = participle && !feels || frames.has(Frames::PASSIVE_TO) && is_infinitive(context, at);
    // *It is clear that*: the reporter's own judgement.
    let own =
        grid.is(subject.tokens.start(), lexis::IT | lexis::THIS | lexis::EXISTENTIAL) && subject.tokens.len() == 1;
    let strength = 8 * (i32::from(found.cue.strength) - 2) - if own && !passive { 34 } else { 0 };
    let mut candidate = Candidate::new(&rules::ADJECTIVE, found.cue, number, score + strength).with_group(group);
    candidate.content = if passive { vec![subject.tokens, content] } else { vec![content] };
    candidate.cue = vec![found.tokens];
    candidate.source = if passive { Vec::new() } else { vec![subject.tokens] };
    Some(candidate)
}

#[cfg(test)]
mod tests {
    use crate::attribution::testing::check;

    #[test]
    fn examples_and_counter_examples() {
        check(
            &["adjective"],
            &[
                ("She is confident that the plan will work.", &["She | confident | the plan will work"]),
                ("They are becoming more and more sure that it is safe.", &["They | sure | it is safe"]),
                (
                    "The mayor is unsure whether the road will close.",
                    &["The mayor | unsure | whether the road will close"],
                ),
                ("The mayor is sure the road will close.", &["The mayor | sure | the road will close"]),
                ("The mayor is unsure, and the road will close.", &[]),
                ("It is clear that the plan will fail.", &[]),
                ("The house is sure to be sold.", &[]),
                ("The confident mayor left.", &[]),
            ],
        );
    }
}
