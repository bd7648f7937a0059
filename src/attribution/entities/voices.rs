//! Whose words a token belongs to: what *I*, *we* and *you* mean there.

use super::super::candidate::Context;
use super::super::lexis::COLON;
use super::super::resolve::Chosen;
use super::super::rules;

/// The attribution that speaks at each token.
#[derive(Default)]
pub(super) struct Voices {
    /// By token: index of the attribution in whose quotation or turn it stands, plus 1.
    at: Vec<u32>,
    /// By attribution: *Q* or *A* if it is a turn of an interview.
    turns: Vec<Option<&'static str>>,
    speakers: Vec<Option<usize>>,
}

impl Voices {
    pub(super) fn new(context: &Context<'_, '_>, chosen: &[Chosen]) -> Self {
        let grid = context.grid;
        let stretches = Stretches::new(context);
        let mut at = vec![0; grid.len()];
        let mut turns = vec![None; chosen.len()];
        for (index, chosen) in chosen.iter().enumerate() {
            let candidate = &chosen.candidate;
            let transcript = is_turn(context, chosen);
            let colon = candidate.cue.first().is_some_and(|cue| grid.is(cue.start(), COLON));
            if let Some(source) = candidate.source.first().filter(|source| colon && source.len() == 1) {
                turns[index] = ["Q", "A"].into_iter().find(|&letter| grid.word(source.start()) == letter);
            }
            let anchor = candidate.cue.first().or(candidate.source.first()).map(|range| range.start());
            for piece in &candidate.content {
                let mut token = piece.start();
                while token < piece.end().min(grid.len()) {
                    // All tokens of one stretch of a quotation have the same voice.
                    let (quotation, end) = stretches.at(token);
                    let end = end.min(piece.end()).min(grid.len()).max(token + 1);
                    let own = quotation.is_some_and(|quotation| {
                        let outer = grid.quotations()[quotation].outer;
                        anchor.is_none_or(|anchor| !outer.contains(anchor))
                    });
                    if own || transcript {
                        at[token..end].fill(index as u32 + 1);
                    }
                    token = end;
                }
            }
        }
        Self { at, turns, speakers: vec![None; chosen.len()] }
    }

    /// The letter of a turn of an interview.
    pub(super) fn turn(&self, attribution: usize) -> Option<&'static str> {
        self.turns.get(attribution).copied().flatten()
    }

    /// Notes the speakers known so far; a quotation without a source of its own goes on with its parent's speaker.
    pub(super) fn name(&mut self, chosen: &[Chosen], speaker: impl Fn(usize) -> Option<usize>) {
        for (index, chosen) in chosen.iter().enumerate() {
            let parent = chosen.parent.and_then(|parent| self.speakers.get(parent).copied().flatten());
            let none = chosen.candidate.source.is_empty() && chosen.candidate.follows.is_empty();
            self.speakers[index] = speaker(index).or(parent.filter(|_| none && chosen.candidate.cue.is_empty()));
        }
    }

    /// The attribution in whose own words the token stands.
    pub(super) fn attribution(&self, token: usize) -> Option<usize> {
        self.at.get(token).and_then(|&index| (index as usize).checked_sub(1))
    }

    /// Who speaks at a token, if that is known.
    pub(super) fn speaker(&self, token: usize) -> Option<usize> {
        self.speakers.get(self.attribution(token)?).copied().flatten()
    }
}

/// Whether an attribution is a turn of a transcript, with a letter or name before a colon.
pub(super) fn is_turn(context: &Context<'_, '_>, chosen: &Chosen) -> bool {
    let candidate = &chosen.candidate;
    let letter = candidate
        .source
        .first()
        .is_some_and(|source| source.len() == 1 && matches!(context.grid.word(source.start()), "Q" | "A"));
    let colon = candidate.cue.first().is_some_and(|cue| context.grid.is(cue.start(), COLON));
    candidate.rule == &rules::TRANSCRIPT || letter && colon
}

/// The stretches of text by the innermost quotation they stand in.
struct Stretches {
    /// Where each begins, and its quotation.
    starts: Vec<(usize, Option<usize>)>,
}

impl Stretches {
    fn new(context: &Context<'_, '_>) -> Self {
        let quotations = context.grid.quotations();
        let mut starts = vec![(0, None)];
        let mut open: Vec<usize> = Vec::new();
        let close = |open: &mut Vec<usize>, starts: &mut Vec<_>, until: usize| {
            while let Some(&last) = open.last()
                && quotations[last].outer.end() <= until
            {
                open.pop();
                starts.push((quotations[last].outer.end(), open.last().copied()));
            }
        };
        for (index, quotation) in quotations.iter().enumerate() {
            close(&mut open, &mut starts, quotation.outer.start());
            open.push(index);
            starts.push((quotation.outer.start(), Some(index)));
        }
        close(&mut open, &mut starts, usize::MAX);
        Self { starts }
    }

    /// The quotation a token stands in, and where the stretch ends.
    fn at(&self, token: usize) -> (Option<usize>, usize) {
        let next = self.starts.partition_point(|&(start, _)| start <= token);
        let end = self.starts.get(next).map_or(usize::MAX, |&(start, _)| start);
        (self.starts[next - 1].1, end)
    }
}
