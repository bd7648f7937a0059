//! Free continuation of reported speech.
//!
//! # What it finds
//! A sentence without cue that follows a reported one in the same paragraph and speaks with the reporting voice: it has a modal
//! or future verb (*would, should, could*) or a pronoun that takes up the statement (*That would …*). It is marked as possible,
//! never as certain.
//!
//! # Why it matters
//! Reports often name a source once and go on for several sentences (free indirect speech); a count of attributed words by cues
//! alone gives the rest to the outlet.
//!
//! # Examples
//! - `The mayor said the bridge was unsafe. It would have to be closed for a year.`
//!
//! # Counter-examples
//! - `The mayor said the bridge was unsafe. The council meets on Monday.`
//!
//! # Known limits
//! Half of these are the reporter's own words; hence the low confidence.

use super::candidate::{Candidate, Context};
use super::lexis::{COLON, FIRST_PERSON, IT, MODAL, PERSONAL, QUOTE, THIS};
use super::model::Act;
use super::resolve::Chosen;
use super::rules;
use crate::document::{Modality, TokenRange};

/// Appends possible continuations to the chosen attributions.
pub(super) fn detect(context: &Context<'_, '_>, chosen: &mut Vec<Chosen>) {
    let grid = context.grid;
    // By unit: an attribution of reported speech that ends it, and whether anything in it is attributed.
    let mut reported: Vec<Option<usize>> = vec![None; grid.units.len()];
    let mut touched = vec![false; grid.units.len()];
    for (index, one) in chosen.iter().enumerate().filter(|(_, one)| one.parent.is_none()) {
        for piece in &one.candidate.content {
            let unit = grid.units.partition_point(|unit| unit.tokens.end() <= piece.start());
            if let Some(touched) = touched.get_mut(unit) {
                *touched = true;
            }
        }
        let Some(region) = grid.regions.get(one.candidate.region).filter(|region| region.quotation.is_none()) else {
            continue;
        };
        let candidate = &one.candidate;
        let says =
            candidate.act == Act::Speech && !candidate.source.is_empty() && !candidate.negated && candidate.score >= 80;
        let ends = candidate.content.last().is_some_and(|last| last.end() >= region.end);
        let quoted = || candidate.content.iter().any(|piece| piece.range().any(|at| grid.is_quoted(at)));
        if says && ends && !quoted() {
            reported[region.unit] = Some(index);
        }
    }
    let mut found = Vec::new();
    for unit in 1..grid.units.len() {
        let (before, here) = (grid.units[unit - 1], grid.units[unit]);
        let Some(index) = reported[unit - 1].filter(|_| before.zone == here.zone && !touched[unit]) else { continue };
        let end = here.tokens.range().rev().find(|&at| grid.is_word(at)).map_or(here.tokens.start(), |at| at + 1);
        let content = TokenRange::new(here.tokens.start(), end);
        if !goes_on(context, content) {
            continue;
        }
        let region = chosen[index].candidate.region;
        let mut candidate = Candidate::bare(&rules::CONTINUATION, region, 35);
        candidate.content = vec![content];
        candidate.follows = chosen[index].candidate.source.clone();
        candidate.continuation = true;
        found.push(Chosen { candidate, parent: None });
    }
    chosen.reserve_exact(found.len());
    chosen.extend(found);
}

/// Whether a sentence takes up a statement: it begins with a pronoun and says what would, should or could be.
fn goes_on(context: &Context<'_, '_>, content: TokenRange) -> bool {
    let grid = context.grid;
    let start = content.start();
    let takes_up = grid.is(start, IT | THIS | PERSONAL);
    let modal = content.range().take(12).any(|at| {
        grid.is(at, MODAL)
            && grid.group_at(at).is_some_and(|group| {
                matches!(group.modality(), Some(Modality::Predicted | Modality::Possible | Modality::Necessary))
            })
    });
    content.len() >= 4 && takes_up && modal && is_plain(context, content)
}

/// Whether a sentence may go on with what was reported before: no mark of another voice in it.
fn is_plain(context: &Context<'_, '_>, tokens: TokenRange) -> bool {
    let grid = context.grid;
    !tokens.range().any(|at| grid.is(at, QUOTE | COLON | FIRST_PERSON))
}

#[cfg(test)]
mod tests {
    use crate::attribution::testing::check;

    #[test]
    fn examples_and_counter_examples() {
        check(
            &["possible-continuation"],
            &[
                (
                    "The mayor said the bridge was unsafe. It would have to be closed for a year.",
                    &[" |  | It would have to be closed for a year"],
                ),
                ("The mayor said the bridge was unsafe. The council meets on Monday.", &[]),
            ],
        );
    }
}
