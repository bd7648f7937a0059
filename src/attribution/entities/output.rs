//! From drafts to the entities of the model.

use super::super::grid::Grid;
use super::super::lexis::{ARTICLE, INDEFINITE, POSSESSIVE};
use super::super::model::{Entity, EntityId, EntityKind, SourceKind};
use super::Entities;
use crate::document::TokenRange;

impl Entities<'_, '_> {
    /// The entities that are kept, and the kind and entity of the source of each attribution, by its index.
    pub(in super::super) fn finish(self) -> (Vec<Entity>, Vec<(SourceKind, Option<EntityId>)>) {
        let grid = self.context.grid;
        let mut order: Vec<usize> = (0..self.drafts.len()).filter(|&index| self.drafts[index].keep).collect();
        let (first, counts) = self.first_and_count();
        order.sort_unstable_by_key(|&index| (first[index], index));
        let mut place = vec![None; self.drafts.len()];
        for (new, &old) in order.iter().enumerate() {
            place[old] = Some(EntityId::new(new));
        }
        let entity = |&index: &usize| {
            let mentions = Vec::with_capacity(counts[index] as usize);
            Entity { name: self.name(index), kind: self.drafts[index].kind, mentions }
        };
        let mut entities: Vec<Entity> = order.iter().map(entity).collect();
        for &(entity, mention) in &self.spoken {
            if let Some(id) = place[entity as usize] {
                entities[id.index()].mentions.push(grid.span(mention));
            }
        }
        for entity in &mut entities {
            entity.mentions.sort_unstable();
            entity.mentions.dedup();
        }
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

    /// By entity: where it is first mentioned, and how often it is.
    fn first_and_count(&self) -> (Vec<u32>, Vec<u32>) {
        let (mut first, mut counts) = (vec![u32::MAX; self.drafts.len()], vec![0; self.drafts.len()]);
        for &(entity, mention) in &self.spoken {
            let first = &mut first[entity as usize];
            *first = (*first).min(mention.start() as u32);
            counts[entity as usize] += 1;
        }
        for (first, draft) in first.iter_mut().zip(&self.drafts).filter(|(first, _)| **first == u32::MAX) {
            *first = draft.name.start() as u32;
        }
        (first, counts)
    }

    /// The name on one line, with whose it is written out: *Ana Ruiz's spokesman*.
    pub(super) fn name(&self, entity: usize) -> String {
        let draft = &self.drafts[entity];
        if !draft.parts.is_empty() {
            // *Donald Trump and his lawyers*
            let first = draft.parts[0];
            let owned = |part: usize| self.drafts[part].owner.is_some_and(|(owner, _)| owner == first);
            let his = |part: usize| self.grid().is(self.drafts[part].name.start(), POSSESSIVE) && owned(part);
            let name = |&part: &usize| if his(part) { self.written_out(part) } else { self.own_name(part) };
            return draft.parts.iter().map(name).collect::<Vec<_>>().join(" and ");
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
            _ => self.written_out(entity),
        }
    }

    /// The name as printed; the short form of who issued a document is written out if the article explains it: *the NHO report*
    /// of the *National Harbour Office (NHO)*.
    fn written_out(&self, entity: usize) -> String {
        let grid = self.grid();
        let name = self.drafts[entity].name;
        let long = |at: usize| {
            let known = self.index.given.contains(&self.key(at)) && grid.tokens[at].shape().is_all_caps();
            let body = self.run_at(at).and_then(|run| self.run_entity[run]).filter(|&body| known && body != entity)?;
            let own = self.drafts[body].name;
            (own.len() > 1 && (own.end() <= name.start() || own.start() >= name.end())).then_some((at, own))
        };
        let bare = |at: usize| at == name.start() + 1 && grid.is(name.start(), ARTICLE | INDEFINITE);
        let issued = self.drafts[entity].kind == EntityKind::Document;
        match name.range().take(name.len() - 1).filter(|_| issued).find_map(long) {
            // *an NHO report*: the article may not fit the full name.
            Some((at, own)) => [
                TokenRange::new(if bare(at) { at } else { name.start() }, at),
                own,
                TokenRange::new(at + 1, name.end()),
            ]
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(|part| line(grid, part))
            .collect::<Vec<_>>()
            .join(" "),
            None => line(grid, name),
        }
    }
}

/// The text of tokens on one line.
fn line(grid: &Grid<'_>, tokens: TokenRange) -> String {
    let text = grid.document.slice(grid.span(tokens));
    let spaced = |pair: &[u8]| pair == b"  ";
    if text.bytes().all(|byte| (b' '..0x7f).contains(&byte)) && !text.as_bytes().windows(2).any(spaced) {
        return text.to_owned();
    }
    text.split_whitespace().fold(String::with_capacity(text.len()), |mut line, word| {
        line.push_str(if line.is_empty() { "" } else { " " });
        line.push_str(word);
        line
    })
}
