//! Sources of figures that have a name: *the monitoring project Driftline, according to SeaState24*.
//!
//! A map, tracker or data set speaks as a document does, whatever its name looks like. The words beside the name decide; a name
//! that only ever gives the origin of measurements, and is formed as those of such projects are, counts as well.

use super::super::lexis::COMMA;
use super::super::model::{EntityKind, SourceKind};
use super::super::resolve::Chosen;
use super::super::{rules, source};
use super::Entities;
use crate::document::{TokenKind, TokenRange};

/// Mentions of a name whose surroundings are read.
const READ: u8 = 8;

impl Entities<'_, '_> {
    /// Makes documents of the bodies that are sources of data.
    pub(super) fn find_data(&mut self, chosen: &[Chosen]) {
        let mut origin = vec![None; self.drafts.len()];
        for (one, &(_, entity)) in chosen.iter().zip(&self.sources) {
            let Some(entity) = entity else { continue };
            let measured = one.candidate.rule == &rules::ACCORDING_TO && self.is_measured(&one.candidate.content);
            origin[entity] = Some(origin[entity].unwrap_or(true) && measured);
        }
        let described = self.called_data();
        for (entity, origin) in origin.into_iter().enumerate() {
            let draft = &self.drafts[entity];
            if draft.kind != EntityKind::Organisation || self.run_at(draft.name.start()).is_none() {
                continue;
            }
            if described[entity] == READ + 1 || origin == Some(true) && self.is_coined(draft.name) {
                self.drafts[entity].kind = EntityKind::Document;
                self.drafts[entity].source_kind = SourceKind::Document;
            }
        }
    }

    /// By entity: how many of its mentions were read, and one more than any are if one of them calls it a work of data.
    fn called_data(&self) -> Vec<u8> {
        let mut read = vec![0; self.drafts.len()];
        for &(entity, mention) in &self.spoken {
            let count = &mut read[entity as usize];
            if *count < READ {
                *count = if self.is_called_data(mention) { READ + 1 } else { *count + 1 };
            }
        }
        read
    }

    /// Whether the words before or behind a name call it a work of data: *the mapping project Driftline*; *Driftline, a database*.
    fn is_called_data(&self, name: TokenRange) -> bool {
        let grid = self.grid();
        let Some(core) = self.run_at(name.start()).map(|run| self.runs[run].core) else { return false };
        let before = grid.phrase_at(core.start()).map(|phrase| phrase.tokens().start());
        let behind = Some(core.end() + 1).filter(|_| grid.is(core.end(), COMMA)).and_then(|at| grid.phrase_at(at));
        before.is_some_and(|start| self.is_data(start, core.start()))
            || behind.is_some_and(|phrase| self.is_data(phrase.tokens().start(), phrase.head() + 1))
    }

    /// Whether a phrase ends in a noun for a work of data: *tracker* alone, *project* if a word says that it gathers data.
    fn is_data(&self, start: usize, end: usize) -> bool {
        let last = end.checked_sub(1).filter(|&last| last >= start).map_or(0, |last| self.hint(last));
        let gathers = || (start..end - 1).any(|at| self.hint(at) & source::DATA != 0);
        last & source::DATA_WORK != 0 && (last & source::DOCUMENT != 0 && last & source::BODY == 0 || gathers())
    }

    /// Whether a name is one coined word with a capital or digit inside, and no known body; *McAllen* is a family's name.
    fn is_coined(&self, name: TokenRange) -> bool {
        let word = self.grid().word(name.start());
        let inner = word.chars().skip(1).any(|c| c.is_uppercase() || c.is_ascii_digit());
        let small = word.chars().any(char::is_lowercase);
        let family = ["Mc", "Mac", "O’", "O'"].iter().any(|prefix| word.starts_with(prefix));
        name.len() == 1 && inner && small && !family && self.hint(name.start()) & source::BODY == 0
    }

    /// Whether a content holds a number with a unit of measurement: *173 square miles*; shares are anybody's figures: *4 percent*.
    fn is_measured(&self, content: &[TokenRange]) -> bool {
        const REACH: usize = 40;
        let grid = self.grid();
        let is_number = |at: usize| grid.tokens.get(at).is_some_and(|token| token.kind() == TokenKind::Number);
        let mut tokens = content.iter().flat_map(|piece| piece.range()).take(REACH);
        tokens.any(|at| is_number(at) && self.hint(at + 1) & source::MEASURE != 0)
    }
}
