//! Chooses among the candidates and nests them.
//!
//! Of candidates with the same cue the surest stays. Then, from the outermost to the innermost, every word belongs to at most one
//! attribution on the outermost level: what lies inside a content becomes a child of it, what crosses its edge is cut to the part
//! outside, or dropped if little is left.

use super::candidate::{Candidate, Context};
use crate::document::TokenRange;

/// A candidate that stays, with its parent among those that stay.
pub(super) struct Chosen {
    pub(super) candidate: Candidate,
    pub(super) parent: Option<usize>,
}

/// Chooses among the candidates of at least `least` score; in order of the text.
pub(super) fn resolve(context: &Context<'_, '_>, mut candidates: Vec<Candidate>, least: i32) -> Vec<Chosen> {
    candidates.retain(|candidate| candidate.score >= least && !candidate.content.iter().all(|piece| piece.is_empty()));
    for candidate in &mut candidates {
        candidate.content.retain(|piece| !piece.is_empty());
        candidate.content.sort_unstable();
        merge(&mut candidate.content);
    }
    let candidates = one_a_cue(candidates);
    nest(context, candidates)
}

/// Leaves out all but the first wide contents of a region: in a sentence without end each of its cues would hold all that follows,
/// and the work would grow with the square of its length.
pub(super) fn drop_endless(context: &Context<'_, '_>, candidates: &mut Vec<Candidate>) {
    /// More words than a sentence of any newspaper has.
    const WIDE: usize = 256;
    const MOST: u8 = 64;
    let mut wide = vec![0_u8; context.grid.regions.len()];
    candidates.retain(|candidate| {
        let Some(count) = wide.get_mut(candidate.region).filter(|_| width(candidate) > WIDE) else { return true };
        *count = count.saturating_add(1);
        *count <= MOST
    });
}

/// Joins pieces that touch, marks and spaces between them aside.
fn merge(pieces: &mut Vec<TokenRange>) {
    pieces.dedup_by(|piece, last| {
        let touches = piece.start() <= last.end();
        if touches {
            *last = TokenRange::new(last.start(), last.end().max(piece.end()));
        }
        touches
    });
}

/// Of candidates whose cues overlap the surest, of equals the one with the longer content.
fn one_a_cue(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by_cached_key(|candidate| {
        (cue_start(candidate), std::cmp::Reverse(candidate.score), std::cmp::Reverse(width(candidate)))
    });
    let mut kept: Vec<Candidate> = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let same = !candidate.cue.is_empty()
            && kept.last().is_some_and(|last| {
                last.cue.iter().any(|a| candidate.cue.iter().any(|b| a.start() < b.end() && b.start() < a.end()))
            });
        if same {
            let last = kept.len() - 1;
            if kept[last].score < candidate.score {
                kept[last] = candidate;
            }
        } else {
            kept.push(candidate);
        }
    }
    kept
}

fn cue_start(candidate: &Candidate) -> usize {
    candidate.cue.first().map_or_else(|| candidate.start(), |cue| cue.start())
}

fn width(candidate: &Candidate) -> usize {
    candidate.content.iter().map(|piece| piece.len()).sum()
}

/// Finds parents by a sweep over the text with a stack of open contents.
fn nest(context: &Context<'_, '_>, mut candidates: Vec<Candidate>) -> Vec<Chosen> {
    let tokens = context.grid.len();
    // For each token the attribution whose content holds it, innermost last written.
    let mut holder: Vec<u32> = vec![u32::MAX; tokens];
    candidates.sort_by_cached_key(|candidate| {
        (std::cmp::Reverse(width(candidate)), std::cmp::Reverse(candidate.score), candidate.start())
    });
    let mut chosen: Vec<Chosen> = Vec::with_capacity(candidates.len());
    for mut candidate in candidates {
        let at = anchor(&candidate);
        let parent = holder.get(at).copied().filter(|&index| index != u32::MAX).map(|index| index as usize);
        // Everything outside the parent's content belongs to somebody else or nobody.
        let before = width(&candidate);
        candidate.content = clip(candidate.content, &holder, parent);
        let left = width(&candidate);
        if left == 0 || left * 2 < before {
            continue;
        }
        if let Some(parent) = parent {
            let twin = chosen[parent].candidate.content == candidate.content;
            if twin {
                continue;
            }
        }
        let index = chosen.len() as u32;
        for piece in &candidate.content {
            holder[piece.range()].fill(index);
        }
        chosen.push(Chosen { candidate, parent });
    }
    chosen.shrink_to_fit();
    in_order(chosen)
}

/// The token that tells where an attribution stands: its cue, else its content.
fn anchor(candidate: &Candidate) -> usize {
    candidate.cue.first().or(candidate.content.first()).map_or(0, |range| range.start())
}

/// The parts of the pieces that the same attribution holds as the anchor's.
fn clip(pieces: Vec<TokenRange>, holder: &[u32], parent: Option<usize>) -> Vec<TokenRange> {
    let own = parent.map_or(u32::MAX, |parent| parent as u32);
    // Nearly always everything.
    if pieces.iter().all(|piece| piece.range().all(|at| holder.get(at) == Some(&own))) {
        return pieces;
    }
    let mut parts = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let mut start = None;
        for at in piece.range() {
            let inside = holder.get(at) == Some(&own);
            match (inside, start) {
                (true, None) => start = Some(at),
                (false, Some(from)) => {
                    parts.push(TokenRange::new(from, at));
                    start = None;
                }
                _ => {}
            }
        }
        if let Some(from) = start {
            parts.push(TokenRange::new(from, piece.end()));
        }
    }
    parts
}

/// By position; parents are renumbered.
pub(super) fn in_order(mut chosen: Vec<Chosen>) -> Vec<Chosen> {
    let start = |(index, chosen): (usize, &Chosen)| (chosen.candidate.start(), index);
    let mut order: Vec<(usize, usize)> = chosen.iter().enumerate().map(start).collect();
    if order.is_sorted() {
        return chosen;
    }
    order.sort_unstable();
    let mut place = vec![0; chosen.len()];
    for (new, &(_, old)) in order.iter().enumerate() {
        place[old] = new;
    }
    for chosen in &mut chosen {
        chosen.parent = chosen.parent.map(|parent| place[parent]);
    }
    // Each swap puts one into its place.
    for at in 0..place.len() {
        while place[at] != at {
            let to = place[at];
            chosen.swap(at, to);
            place.swap(at, to);
        }
    }
    chosen
}
