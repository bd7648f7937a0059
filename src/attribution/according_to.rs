//! *According to* and other phrases that name or stand for a source.
//!
//! # What it finds
//! Prepositional cues whose object is the source (*according to X, in the words of X, as reported by X*) with the clause around
//! them as content, and evidentials without source (*reportedly, it is understood*).
//!
//! # Why it matters
//! It is the commonest cue that is no verb, and that of documents and data.
//!
//! # Examples
//! - `The road will close in May, according to the council.`
//! - `According to a survey, half of them walk.`
//!
//! # Counter-examples
//! - `Everything went according to plan.`
//!
//! # Known limits
//! The whole clause is the content, also where only a part of it comes from the source.

use super::candidate::{Candidate, Context};
use super::clause::Subject;
use super::cues::{CueClass, Frames};
use super::grid::{CueMatch, Region};
use super::indirect::source_of;
use super::lexis::{self, COMMA, CONNECTIVE, COORDINATOR, DASH, OPEN, SEMICOLON, THAT};
use super::noun_phrase::{Reach, noun_phrase_right};
use super::rules;
use crate::document::{TokenRange, Upos};

/// Proposes an attribution for each prepositional and adverbial cue.
pub(super) fn detect(context: &Context<'_, '_>, out: &mut Vec<Candidate>) {
    let mut last = 0;
    for &found in &context.grid.cues {
        if found.cue.class != CueClass::Phrase || found.tokens.start() < last {
            continue;
        }
        let Some((number, region)) = context.region_of(found.tokens.start()) else { continue };
        last = found.tokens.end();
        let candidate = if found.cue.frames.has(Frames::NP.or(Frames::GERUND)) {
            object_is_content(context, found, number, region)
        } else if is_preposition(context, found) {
            object_is_source(context, found, number, region)
        } else {
            evidential(context, found, number, region)
        };
        out.extend(candidate);
    }
}

/// Whether the phrase ends in a preposition, so that an object follows.
fn is_preposition(context: &Context<'_, '_>, found: CueMatch) -> bool {
    context.grid.is(found.tokens.end() - 1, lexis::PREPOSITION)
}

fn object_is_source(context: &Context<'_, '_>, found: CueMatch, number: usize, region: Region) -> Option<Candidate> {
    let grid = context.grid;
    let start = found.tokens.end();
    let limit = context.region_end(region);
    // Behind an initial source the comma begins the clause, not an apposition.
    let initial = is_initial(context, found, region);
    let reach = if initial { Reach::Plain } else { Reach::Source };
    let end = noun_phrase_right(grid, region, start, reach)?;
    if grid.word(start).eq_ignore_ascii_case("plan") {
        return None;
    }
    let content = if initial {
        let from = if grid.is(end, COMMA) { end + 1 } else { end };
        vec![context.trimmed(TokenRange::new(from, context.clause_end(region, from)))]
    } else {
        around(context, found.tokens.start(), end, region, limit)
    };
    let content: Vec<_> = content.into_iter().filter(|piece| !piece.is_empty()).collect();
    if content.is_empty() {
        return None;
    }
    let score = match found.cue.strength {
        1 => 45,
        2 => 68,
        _ => 94,
    };
    let mut candidate = Candidate::new(&rules::ACCORDING_TO, found.cue, number, score);
    candidate.content = content;
    candidate.cue = vec![found.tokens];
    candidate.source = vec![TokenRange::new(start, end)];
    Some(candidate)
}

/// Whether nothing but a connective stands before the phrase in its clause.
fn is_initial(context: &Context<'_, '_>, found: CueMatch, region: Region) -> bool {
    let grid = context.grid;
    let start = found.tokens.start();
    let mut from = region.tokens.start();
    // What is not initial within a few words is not initial.
    if start - from > 12 {
        return false;
    }
    while from < start && (grid.is(from, CONNECTIVE | COMMA | lexis::QUOTE) || grid.upos(from) == Upos::Adv) {
        from += 1;
    }
    from >= start
}

/// The clause around a phrase from `start` to `end`.
fn around(context: &Context<'_, '_>, start: usize, end: usize, region: Region, limit: usize) -> Vec<TokenRange> {
    let grid = context.grid;
    const LONGEST: usize = 300;
    let floor = region.tokens.start().max(start.saturating_sub(LONGEST));
    // `(according to X)` and `… , according to X, …`
    let before = start - usize::from(start > floor && grid.is(start - 1, COMMA | DASH | OPEN));
    // A quotation before the phrase is the content.
    if before > floor && grid.is_hidden(region, before - 1) {
        return grid.opaque_at(before - 1).map(|(_, quotation)| quotation.outer).into_iter().collect();
    }
    let mut from = floor;
    for at in (floor..before).rev() {
        let clause = grid.is(at, SEMICOLON)
            || grid.is(at, COMMA)
                && grid.is(at + 1, COORDINATOR)
                && context.grid.has_clause(TokenRange::new(floor, at))
                && context.grid.has_clause(TokenRange::new(at, before));
        if clause {
            from = at + 1 + usize::from(grid.is(at + 1, COORDINATOR));
            break;
        }
    }
    while from < before && grid.is(from, CONNECTIVE) && (grid.is(from, COORDINATOR) || grid.is(from + 1, COMMA)) {
        from += 1;
    }
    let mut content = vec![context.trimmed(TokenRange::new(from, before.max(from)))];
    if grid.is(end, COMMA) && end + 1 < limit && !grid.is(end + 1, COORDINATOR) && !context.returns(region, end, limit)
    {
        content.push(context.trimmed(TokenRange::new(end + 1, context.clause_end(region, end + 1))));
    }
    content
}

fn object_is_content(context: &Context<'_, '_>, found: CueMatch, number: usize, region: Region) -> Option<Candidate> {
    let start = found.tokens.end();
    let content = context.trimmed(TokenRange::new(start, context.phrase_end(region, start)));
    if content.is_empty() || context.grid.is_hidden(region, start) {
        return None;
    }
    let mut candidate = Candidate::new(&rules::NOUN_CUE, found.cue, number, 40 + 6 * i32::from(found.cue.strength));
    candidate.content = vec![content];
    candidate.cue = vec![found.tokens];
    candidate.source = source_of(holder(context, found, region));
    Some(candidate)
}

/// Who cites, fears or praises something: the subject of the phrase's own verb or of the clause before it; *amid fears of* and
/// *on suspicion of* do not tell.
fn holder(context: &Context<'_, '_>, found: CueMatch, region: Region) -> Option<Subject> {
    const REACH: usize = 60;
    let grid = context.grid;
    let start = found.tokens.start();
    if ["amid", "on", "under"].contains(&grid.small(start).as_str()) {
        return None;
    }
    let own = grid.group_index(start).and_then(|index| context.clauses.subject(index));
    let floor = region.tokens.start().max(start.saturating_sub(REACH));
    let before = || {
        (floor..start).rev().find_map(|at| {
            let index = grid.group_index(at).filter(|&index| grid.finite(index) && !grid.is_hidden(region, at))?;
            context.clauses.subject(index).filter(|subject| subject.relative.is_none())
        })
    };
    own.or_else(before)
}

fn evidential(context: &Context<'_, '_>, found: CueMatch, number: usize, region: Region) -> Option<Candidate> {
    let grid = context.grid;
    let end = found.tokens.end();
    let limit = context.region_end(region);
    let content = if found.cue.frames.has(Frames::THAT) {
        let at = end + usize::from(grid.is(end, THAT));
        vec![TokenRange::new(at.min(limit), context.clause_end(region, at.min(limit)))]
    } else {
        const LONGEST: usize = 300;
        let floor = region.tokens.start().max(found.tokens.start().saturating_sub(LONGEST));
        let before = TokenRange::new(floor, found.tokens.start());
        vec![context.trimmed(before), context.trimmed(TokenRange::new(end, context.clause_end(region, end)))]
    };
    let content: Vec<_> = content.into_iter().filter(|piece| !piece.is_empty()).collect();
    if content.is_empty() {
        return None;
    }
    let score = 16 + 20 * i32::from(found.cue.strength);
    let mut candidate = Candidate::new(&rules::EVIDENTIAL, found.cue, number, score);
    candidate.content = content;
    // *in her view*: whose view it is stands in the cue.
    match found.tokens.range().find(|&at| grid.is(at, lexis::PERSONAL | lexis::POSSESSIVE) && !grid.is(at, lexis::IT)) {
        Some(whose) if whose + 1 < found.tokens.end() => {
            candidate.source = vec![TokenRange::new(whose, whose + 1)];
            candidate.cue = vec![TokenRange::new(whose + 1, found.tokens.end())];
        }
        _ => candidate.cue = vec![found.tokens],
    }
    Some(candidate)
}

#[cfg(test)]
mod tests {
    use crate::attribution::testing::check;

    #[test]
    fn examples_and_counter_examples() {
        check(
            &["according-to", "evidential", "noun-cue"],
            &[
                (
                    "The road will close in May, according to the council.",
                    &["the council | according to | The road will close in May"],
                ),
                (
                    "According to a survey, half of them walk to work.",
                    &["a survey | According to | half of them walk to work"],
                ),
                ("In her view, the road is too narrow.", &["her | view | the road is too narrow"]),
                ("“The road is shut”, according to Lund.", &["Lund | according to | “The road is shut”"]),
                (
                    "And so, according to the mayor, the fair was cancelled.",
                    &["the mayor | according to | the fair was cancelled"],
                ),
                ("The firm closed the mine, citing safety concerns.", &["The firm | citing | safety concerns"]),
                ("Shares fell amid fears of a strike.", &[" | amid fears of | a strike"]),
                ("Ruiz spoke in praise of the nurses.", &["Ruiz | in praise of | the nurses"]),
                ("Everything went according to plan.", &[]),
                ("The choir sang amid the ruins.", &[]),
            ],
        );
    }
}
