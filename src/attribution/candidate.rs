//! [`Candidate`]: what a detector proposes, in tokens; the resolution decides among candidates.

use super::clause::Clauses;
use super::cues::Cue;
use super::grid::{CueMatch, Grid, Region};
use super::model::{Act, Stance};
use super::rules::Rule;
use crate::document::{Modality, TokenRange, VerbGroup};

/// What the detectors read.
pub(super) struct Context<'a, 'd> {
    pub(super) grid: &'a Grid<'d>,
    pub(super) clauses: &'a Clauses,
}

/// A proposed attribution.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) content: Vec<TokenRange>,
    pub(super) source: Vec<TokenRange>,
    pub(super) cue: Vec<TokenRange>,
    pub(super) act: Act,
    pub(super) stance: Stance,
    pub(super) negated: bool,
    pub(super) modality: Option<Modality>,
    pub(super) rule: &'static Rule,
    /// How sure the detector is, 0 to 100.
    pub(super) score: i32,
    pub(super) region: usize,
    pub(super) continuation: bool,
    /// Whose words they are where no source is printed: a mention elsewhere.
    pub(super) follows: Vec<TokenRange>,
}

impl Candidate {
    pub(super) fn new(rule: &'static Rule, cue: Cue, region: usize, score: i32) -> Self {
        Self { act: cue.act, stance: cue.stance, ..Self::bare(rule, region, score) }
    }

    /// A quotation or sentence without cue.
    pub(super) fn bare(rule: &'static Rule, region: usize, score: i32) -> Self {
        Self {
            content: Vec::new(),
            source: Vec::new(),
            cue: Vec::new(),
            act: Act::Speech,
            stance: Stance::None,
            negated: false,
            modality: None,
            rule,
            score,
            region,
            continuation: false,
            follows: Vec::new(),
        }
    }

    /// Takes negation and modality from the verb group.
    pub(super) fn with_group(mut self, group: VerbGroup) -> Self {
        self.negated = group.is_negated();
        self.modality = group.modality();
        self
    }

    pub(super) fn start(&self) -> usize {
        let ranges = self.content.iter().chain(&self.cue).chain(&self.source);
        ranges.map(|range| range.start()).min().unwrap_or(0)
    }
}

/// A cue verb with its verb group, subject and region.
#[derive(Clone, Copy, Debug)]
pub(super) struct VerbCue {
    pub(super) found: CueMatch,
    pub(super) group: VerbGroup,
    pub(super) index: usize,
    pub(super) region: Region,
    pub(super) region_number: usize,
}

impl<'a, 'd> Context<'a, 'd> {
    /// The verb of a cue match, if it is the main verb of a verb group.
    pub(super) fn verb(&self, found: CueMatch) -> Option<VerbCue> {
        let first = found.tokens.start();
        let index = self.grid.group_index(first)?;
        let group = self.grid.document.verb_groups()[index];
        if !found.tokens.contains(group.head()) {
            return None;
        }
        let number = self.clauses.region(index)?;
        Some(VerbCue { found, group, index, region: self.grid.regions[number], region_number: number })
    }

    /// The innermost region of a token, with its number.
    pub(super) fn region_of(&self, token: usize) -> Option<(usize, Region)> {
        let grid = self.grid;
        let regions = &grid.regions;
        let before = regions.partition_point(|region| region.tokens.start() <= token);
        let inside = |region: &Region| region.tokens.contains(token) && !grid.is_hidden(*region, token);
        // Regions inside a quotation follow the one of their unit.
        let unit = grid.units.partition_point(|unit| unit.tokens.end() <= token);
        (0..before)
            .rev()
            .take_while(|&at| regions[at].unit >= unit)
            .find(|&at| inside(&regions[at]))
            .map(|at| (at, regions[at]))
    }

    /// The tokens of a verbal cue as the scheme has them: head and particles, and a negation.
    pub(super) fn verbal_cue(&self, verb: VerbCue) -> Vec<TokenRange> {
        let head = verb.group.head();
        let end = verb.found.tokens.end().max(head + 1);
        let negation = verb.group.tokens().range().find(|&at| at < head && self.grid.is(at, super::lexis::NEGATION));
        let start = negation.map_or(head, |at| {
            // The auxiliary that carries a clitic negation goes with it: *did n't say*.
            let clitic = self.grid.word(at).starts_with(['n', 'N']) && at > verb.group.tokens().start();
            if clitic
                && !self.grid.word(at).eq_ignore_ascii_case("never")
                && !self.grid.word(at).eq_ignore_ascii_case("not")
            {
                at - 1
            } else {
                at
            }
        });
        vec![TokenRange::new(start, end)]
    }
}
