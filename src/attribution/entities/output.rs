//! From drafts to the entities of the model.

use super::super::grid::Grid;
use super::super::lexis::POSSESSIVE;
use super::super::model::{Entity, EntityId, EntityKind, SourceKind};
use super::{Draft, Entities};
use crate::Span;
use crate::document::TokenRange;

impl Entities<'_, '_> {
    /// The entities that are kept, and the kind and entity of the source of each attribution, by its index.
    pub(in super::super) fn finish(self) -> (Vec<Entity>, Vec<(SourceKind, Option<EntityId>)>) {
        let grid = self.context.grid;
        let mut order: Vec<usize> = (0..self.drafts.len()).filter(|&index| self.drafts[index].keep).collect();
        let first =
            |draft: &Draft| draft.mentions.iter().map(|mention| mention.start()).min().unwrap_or(draft.name.start());
        order.sort_by_cached_key(|&index| (first(&self.drafts[index]), index));
        let mut place = vec![None; self.drafts.len()];
        for (new, &old) in order.iter().enumerate() {
            place[old] = Some(EntityId::new(new));
        }
        let entities = order
            .iter()
            .map(|&index| {
                let draft = &self.drafts[index];
                let mut mentions: Vec<Span> = draft.mentions.iter().map(|&mention| grid.span(mention)).collect();
                mentions.sort_unstable();
                mentions.dedup();
                Entity { name: self.name(index), kind: draft.kind, mentions }
            })
            .collect();
        let sources = self
            .sources
            .iter()
            .map(|&(kind, entity)| {
                let kind = kind.or(entity.map(|entity| self.drafts[entity].source_kind)).unwrap_or(SourceKind::None);
                (kind, entity.and_then(|entity| place[entity]))
            })
            .collect();
        (entities, sources)
    }

    /// The name on one line, with whose it is written out: *Ana Ruiz's spokesman*.
    pub(super) fn name(&self, entity: usize) -> String {
        let draft = &self.drafts[entity];
        if !draft.parts.is_empty() {
            return draft.parts.iter().map(|&part| self.own_name(part)).collect::<Vec<_>>().join(" and ");
        }
        self.own_name(entity)
    }

    /// The name of one that is not made of others.
    fn own_name(&self, entity: usize) -> String {
        let grid = self.grid();
        let own = |entity: usize| line(grid, self.drafts[entity].name);
        let draft = &self.drafts[entity];
        match draft.owner {
            Some((owner, words))
                if draft.name.start() == words.start()
                    && words.end() < draft.name.end()
                    && (self.drafts[owner].kind == EntityKind::Person || grid.is(words.start(), POSSESSIVE)) =>
            {
                let rest = line(grid, TokenRange::new(words.end(), draft.name.end()));
                let name = own(owner);
                let plural = self.drafts[owner].kind == EntityKind::Group && name.ends_with('s');
                let ending = if plural { "'" } else { "'s" };
                if owner == entity { rest } else { format!("{name}{ending} {rest}") }
            }
            _ if grid.is(draft.name.start(), POSSESSIVE) && draft.name.len() > 1 => {
                line(grid, TokenRange::new(draft.name.start() + 1, draft.name.end()))
            }
            _ => own(entity),
        }
    }
}

/// The text of tokens on one line.
fn line(grid: &Grid<'_>, tokens: TokenRange) -> String {
    let text = grid.document.slice(grid.span(tokens));
    text.split_whitespace().fold(String::with_capacity(text.len()), |mut line, word| {
        line.push_str(if line.is_empty() { "" } else { " " });
        line.push_str(word);
        line
    })
}
