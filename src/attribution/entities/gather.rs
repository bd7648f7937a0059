//! The names of the whole article, merged: *Ana Ruiz, Ms Ruiz, Ruiz*; *Harbour Trust, HT*.

use super::super::grid::Grid;
use super::super::lexis::{ALSO, CLITIC, CLOSE, COMMA, OPEN, TIME};
use super::super::model::{EntityKind, SourceKind};
use super::super::source;
use super::names::{self, Run};
use super::{Entities, last_of, same_text};
use crate::document::TokenRange;
use crate::{WordKey, ZoneKind};

/// Forms of a name that are counted.
const FORMS: usize = 8;

impl Entities<'_, '_> {
    /// Merges the names: longer ones first make entities, then single words join them.
    pub(super) fn gather(&mut self) {
        let grid = self.grid();
        // A title of a work is nobody.
        self.runs.retain(|run| {
            let quotation =
                grid.quotation_at(run.core.start()).filter(|quotation| quotation.outermost && !quotation.opaque);
            quotation.is_none_or(|quotation| {
                quotation.inner.start() < run.titles.start() || quotation.inner.end() > run.core.end()
            })
        });
        self.run_entity = vec![None; self.runs.len()];
        for index in 0..self.runs.len() {
            let run = self.runs[index];
            self.run_at[run.core.range()].fill(index as u32 + 1);
            self.title_at[run.titles.range()].fill(index as u32 + 1);
            if run.core.len() > 1 || run.sure {
                self.run_entity[index] = Some(self.full_name(run));
            }
        }
        self.find_surnames();
        for index in 0..self.runs.len() {
            if self.run_entity[index].is_none() {
                self.run_entity[index] = self.single_name(self.runs[index]);
            }
        }
        self.name_by_use();
        let mut counts = vec![0_u32; self.drafts.len()];
        for index in 0..self.runs.len() {
            let Some(entity) = self.run_entity[index] else { continue };
            let run = self.runs[index];
            self.drafts[entity].mentions.push(run.core);
            self.drafts[entity].keep = true;
            if self.drafts[entity].kind != EntityKind::Person {
                continue;
            }
            counts[entity] += 1;
            self.describe_person(entity, run);
            if self.author.is_none() && self.zone_kind(run.core.start()) == Some(ZoneKind::Byline) {
                self.author = Some(entity);
            }
        }
        let mut order: Vec<usize> = (0..counts.len()).filter(|&entity| Some(entity) != self.author).collect();
        order.sort_by_key(|&entity| (std::cmp::Reverse(counts[entity]), entity));
        self.interviewed = order.first().copied();
        let second = order.get(1).map_or(0, |&entity| counts[entity]);
        self.topic = self.interviewed.filter(|&entity| counts[entity] > 2 && counts[entity] > second + second / 2);
    }

    /// Names each person as the article mostly does, of the forms with more than a surname; the longest of equals.
    fn name_by_use(&mut self) {
        let grid = self.grid();
        let mut forms: Vec<Vec<(TokenRange, u32)>> = vec![Vec::new(); self.drafts.len()];
        for (run, entity) in self.runs.iter().zip(&self.run_entity) {
            let Some(entity) = entity.filter(|&entity| self.drafts[entity].kind == EntityKind::Person) else {
                continue;
            };
            let (core, known) = (run.core, &mut forms[entity]);
            match known.iter().position(|(form, _)| same_text(grid, *form, core)) {
                Some(at) => known[at].1 += 1,
                None if core.len() > 1 && known.len() < FORMS => known.push((core, 1)),
                None => {}
            }
        }
        for (draft, forms) in self.drafts.iter_mut().zip(&forms) {
            let most = forms.iter().max_by_key(|(form, count)| (*count, form.len(), std::cmp::Reverse(form.start())));
            if let Some(&(form, _)) = most {
                draft.name = form;
            }
        }
    }

    /// Surnames of the people named that are also other words: *Crane replied*.
    pub(super) fn find_surnames(&mut self) {
        let grid = self.grid();
        for at in 0..grid.len() {
            if self.run_at[at] != 0 || !names::is_name_word(grid, at) || names::is_title_case(grid, at) {
                continue;
            }
            let known = last_of(&self.index.surname, self.key(at)).next().is_some();
            let begins = !names::is_inside(grid, at);
            let verb = (at + 1..at + 4).find(|&at| grid.group_at(at).is_some() || !grid.is(at, ALSO));
            let alone = verb.is_some_and(|at| grid.finite_at(at)) || grid.is(at + 1, CLITIC | COMMA);
            if known && (!begins || alone) {
                let core = TokenRange::new(at, at + 1);
                self.runs.push(Run { titles: TokenRange::new(at, at), core, person: true, sure: false });
                self.run_entity.push(None);
                self.run_at[at] = self.runs.len() as u32;
            }
        }
    }

    pub(super) fn full_name(&mut self, run: Run) -> usize {
        let grid = self.grid();
        if !run.person {
            return self.body(run.core);
        }
        let key = self.key(names::surname(grid, run.core));
        let same = |&entity: &usize| {
            let draft = &self.drafts[entity];
            draft.kind == EntityKind::Person && is_same_person(grid, draft.name, run.core)
        };
        // Where the surname stands first: *Mr Tong* of *Tong Yung-soo*.
        let first = || last_of(&self.index.first, key).find(same).filter(|_| run.core.len() == 1);
        let found = last_of(&self.index.surname, key).rev().find(same).or_else(first);
        let entity = found.unwrap_or_else(|| self.draft(run.core, EntityKind::Person, SourceKind::Named));
        if found.is_none() {
            self.index.surname.entry(key).or_default().push(entity);
        }
        if found.is_none() || run.core.len() > self.drafts[entity].name.len() {
            self.drafts[entity].name = run.core;
            if run.core.len() > 1 {
                self.index.first.entry(self.key(run.core.start())).or_default().push(entity);
            }
        }
        entity
    }

    /// A body by its full name.
    pub(super) fn body(&mut self, name: TokenRange) -> usize {
        let grid = self.grid();
        let first = self.key(name.start());
        let same = |&entity: &usize| {
            self.drafts[entity].kind != EntityKind::Person && same_text(grid, self.drafts[entity].name, name)
        };
        if let Some(found) = last_of(&self.index.first, first).rev().find(same) {
            return found;
        }
        let document = self.hint(name.end() - 1) & (source::DOCUMENT | source::BODY) == source::DOCUMENT;
        let entity = if document {
            self.draft(name, EntityKind::Document, SourceKind::Document)
        } else {
            self.draft(name, EntityKind::Organisation, SourceKind::Organisation)
        };
        self.index.first.entry(first).or_default().push(entity);
        for at in name.range() {
            let known = self.index.word.entry(self.key(at)).or_default();
            if known.last() != Some(&entity) {
                known.push(entity);
            }
        }
        if grid.is(name.end(), OPEN) && grid.is(name.end() + 2, CLOSE) {
            self.index.short.entry(self.key(name.end() + 1)).or_insert(entity);
            self.index.given.insert(self.key(name.end() + 1));
        }
        if name.len() > 1 {
            let capitals = name.range().filter(|&token| grid.is_capitalized(token));
            let initials: String = capitals.filter_map(|token| grid.word(token).chars().next()).collect();
            self.index.short.entry(WordKey::of(&initials)).or_insert(entity);
        }
        entity
    }

    pub(super) fn single_name(&mut self, run: Run) -> Option<usize> {
        let grid = self.grid();
        let at = run.core.start();
        let (key, hint) = (self.key(at), self.hint(at));
        let before = |entity: &usize| self.drafts[*entity].name.start() <= at;
        let surname = last_of(&self.index.surname, key).rev().find(before);
        let given = || {
            let mut people =
                last_of(&self.index.first, key).filter(|&entity| self.drafts[entity].kind == EntityKind::Person);
            people.next().filter(|_| people.next().is_none())
        };
        let body = || {
            let mut bodies =
                last_of(&self.index.first, key).filter(|&entity| self.drafts[entity].kind == EntityKind::Organisation);
            let first = bodies.next()?;
            let exact = self.drafts[first].name.len() == 1;
            (exact || bodies.next().is_none() && hint & (source::PLACE | source::BODY | source::ROLE) == 0)
                .then_some(first)
        };
        let short = || {
            let given = || self.index.short.get(&key).copied().filter(|_| self.index.given.contains(&key));
            let dotless: String = grid.word(at).chars().filter(|&c| c != '.').take(8).collect();
            let capitals = dotless.chars().all(|c| c.is_ascii_uppercase());
            self.index.short.get(&WordKey::of(&dotless)).copied().filter(|_| capitals).or_else(given)
        };
        let found =
            surname.or_else(|| last_of(&self.index.surname, key).next()).or_else(given).or_else(body).or_else(short);
        if found.is_some() {
            return found;
        }
        if run.person && !grid.is(at, TIME) && !names::is_paper(grid, at) {
            return Some(self.full_name(run));
        }
        let nobody = hint & (source::COLLECTIVE | source::TITLE) != 0 && hint & (source::PLACE | source::BODY) == 0;
        let modifier = grid.phrase_at(at).is_some_and(|phrase| phrase.head() > at) && !grid.is(at + 1, CLITIC);
        if nobody || modifier || grid.is(at, TIME) {
            return None;
        }
        Some(self.body(run.core))
    }
}

/// Whether two names with the same surname may be one person's.
fn is_same_person(grid: &Grid<'_>, a: TokenRange, b: TokenRange) -> bool {
    let key = |at: usize| grid.tokens[at].key();
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let ends = short.range().rev().zip(long.range().rev()).all(|(x, y)| key(x) == key(y));
    short.len() == 1 || ends || key(a.start()) == key(b.start())
}
