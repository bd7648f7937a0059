//! The names of the whole article, merged: *Ana Ruiz, Ms Ruiz, Ruiz*; *Harbour Trust, HT*.

use super::super::grid::Grid;
use super::super::lexis::{ALSO, ARTICLE, CLITIC, CLOSE, COMMA, OF, OPEN, PREPOSITION, TIME};
use super::super::model::{EntityKind, SourceKind};
use super::super::source;
use super::lists::Part;
use super::names::{self, Run};
use super::{Entities, same_text};
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
        self.drop_openers();
        // Room for surnames that are also other words.
        self.run_entity = Vec::with_capacity(self.runs.len() + self.runs.len() / 4);
        self.run_entity.resize(self.runs.len(), None);
        for (index, run) in self.runs.iter().enumerate() {
            self.run_at[run.core.range()].fill(index as u32 + 1);
        }
        // Full names first: a surname alone belongs to the one who is named in full most often.
        let mut named: Vec<u32> = Vec::new();
        for full in [true, false] {
            for index in 0..self.runs.len() {
                let run = self.runs[index];
                if (run.core.len() > 1) != full || !(full || run.sure) {
                    continue;
                }
                let entity = self.full_name(run, &named);
                self.run_entity[index] = Some(entity);
                if full {
                    named.resize(self.drafts.len(), 0);
                    named[entity] += 1;
                }
            }
        }
        self.find_surnames();
        for index in 0..self.runs.len() {
            if self.run_entity[index].is_none() {
                self.run_entity[index] = self.single_name(self.runs[index], &named);
            }
        }
        self.name_by_use();
        let mut counts = vec![0_u32; self.drafts.len()];
        for index in 0..self.runs.len() {
            let Some(entity) = self.run_entity[index] else { continue };
            let run = self.runs[index];
            self.speak(entity, run.core);
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
        // Each form of a name with its count and the form before it of the same person, plus 1.
        let mut forms: Vec<(TokenRange, u32, usize)> = Vec::new();
        let mut last: Vec<usize> = vec![0; self.drafts.len()];
        for (run, entity) in self.runs.iter().zip(&self.run_entity) {
            let Some(entity) = entity.filter(|&entity| self.drafts[entity].kind == EntityKind::Person) else {
                continue;
            };
            let core = run.core;
            let count = of(&forms, last[entity]).count();
            let known = of(&forms, last[entity]).find(|&at| same_text(grid, forms[at].0, core));
            match known {
                Some(at) => forms[at].1 += 1,
                None if names::words(grid, core) > 1 && count < FORMS => {
                    forms.push((core, 1, last[entity]));
                    last[entity] = forms.len();
                }
                None => {}
            }
        }
        for (draft, &last) in self.drafts.iter_mut().zip(&last) {
            let known = of(&forms, last).map(|at| (forms[at].0, forms[at].1));
            let most = known.max_by_key(|&(form, count)| (count, form.len(), std::cmp::Reverse(form.start())));
            if let Some((form, _)) = most {
                draft.name = form;
            }
        }
    }

    /// Surnames of the people named that are also other words (*Crane replied*), and short forms of the bodies named.
    pub(super) fn find_surnames(&mut self) {
        let grid = self.grid();
        for (at, token) in grid.tokens.iter().enumerate() {
            if !token.shape().is_capitalized() || self.run_at[at] != 0 {
                continue;
            }
            let known = self.index.lists.contains(Part::Surname, token.key());
            let short = token.shape().is_all_caps() && self.index.short.contains_key(&token.key());
            if !(known || short) || !names::is_name_word(grid, at) || names::is_title_case(grid, at) {
                continue;
            }
            let begins = || !names::is_inside(grid, at);
            let verb = || (at + 1..at + 4).find(|&at| grid.group_at(at).is_some() || !grid.is(at, ALSO));
            let alone = || grid.is(at + 1, CLITIC | COMMA) || verb().is_some_and(|at| grid.finite_at(at));
            if short || alone() || !begins() {
                let core = TokenRange::new(at, at + 1);
                self.runs.push(Run { titles: TokenRange::new(at, at), core, person: known, sure: false });
                self.run_entity.push(None);
                self.run_at[at] = self.runs.len() as u32;
            }
        }
    }

    /// Takes a word that only begins a sentence off the name behind it: *Unlike Ruiz, …* where *Ana Ruiz* is named.
    fn drop_openers(&mut self) {
        let grid = self.grid();
        let given = |at: usize| names::hint(grid, at) & (source::MALE_NAME | source::FEMALE_NAME) != 0;
        let sound = |run: &&Run| {
            let start = run.core.start();
            run.person && run.core.len() > 1 && (given(start) || names::is_inside(grid, start))
        };
        let key = |at: usize| grid.tokens[at].key();
        let (mut first, mut last): (Vec<WordKey>, Vec<WordKey>) = (Vec::new(), Vec::new());
        for run in self.runs.iter().filter(sound) {
            first.push(key(run.core.start()));
            last.push(key(names::surname(grid, run.core)));
        }
        first.sort_unstable();
        last.sort_unstable();
        let known = |keys: &[WordKey], at: usize| keys.binary_search(&key(at)).is_ok();
        for run in &mut self.runs {
            let start = run.core.start();
            let opens = (2..=3).contains(&run.core.len())
                && names::hint(grid, start) == 0
                && (run.core.len() == 2 || given(start + 1))
                && known(&last, names::surname(grid, run.core))
                && !known(&first, start)
                && !names::is_inside(grid, start)
                && !names::is_title_case(grid, start);
            if opens {
                run.core = TokenRange::new(start + 1, run.core.end());
                run.titles = TokenRange::new(start + 1, start + 1);
            }
        }
    }

    /// Of the people with a surname the one named in full most often, of equals the last, if the words before do not say otherwise.
    fn by_surname(&self, key: WordKey, named: &[u32], fits: impl Fn(&usize) -> bool) -> Option<usize> {
        let count = |entity: &usize| named.get(*entity).copied().unwrap_or_default();
        self.index.of(Part::Surname, key).filter(fits).max_by_key(count)
    }

    pub(super) fn full_name(&mut self, run: Run, named: &[u32]) -> usize {
        let grid = self.grid();
        if !run.person {
            return self.body(run.core);
        }
        let key = self.key(names::surname(grid, run.core));
        let titles = run.titles.range().fold(0, |bits, at| bits | self.hint(at));
        let same = |&entity: &usize| {
            let draft = &self.drafts[entity];
            let given = self.hint(draft.name.start());
            let other = |own: u32, title: u32, name: u32| own & title != 0 && given & name != 0;
            draft.kind == EntityKind::Person
                && is_same_person(grid, draft.name, run.core)
                && !(other(titles, source::MALE_TITLE, source::FEMALE_NAME) && given & source::MALE_NAME == 0)
                && !(other(titles, source::FEMALE_TITLE, source::MALE_NAME) && given & source::FEMALE_NAME == 0)
        };
        // Where the surname stands first (*Mr Tong* of *Tong Yung-soo*), or two do (*Gov. Rosa* of *Ana Rosa Nevares*).
        let first = || self.index.of(Part::First, key).find(same).filter(|_| run.core.len() == 1);
        let middle = || self.index.of(Part::Middle, key).next_back().filter(|_| run.core.len() == 1);
        let found = self.by_surname(key, named, same).or_else(first).or_else(middle);
        let entity = found.unwrap_or_else(|| self.draft(run.core, EntityKind::Person, SourceKind::Named));
        if found.is_none() {
            self.index.lists.push(Part::Surname, key, entity);
        }
        if found.is_none() || run.core.len() > self.drafts[entity].name.len() {
            self.drafts[entity].name = run.core;
            if run.core.len() > 1 {
                self.index.lists.push(Part::First, self.key(run.core.start()), entity);
            }
            for at in run.core.start() + 1..names::surname(grid, run.core) {
                self.index.lists.push(Part::Middle, self.key(at), entity);
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
        if let Some(found) = self.index.of(Part::First, first).rev().find(same).or_else(|| self.longer_body(name)) {
            return found;
        }
        let document = self.hint(name.end() - 1) & (source::DOCUMENT | source::BODY) == source::DOCUMENT;
        let entity = match self.headline_form(name) {
            Some(shorter) => {
                self.drafts[shorter].name = name;
                shorter
            }
            None if document => self.draft(name, EntityKind::Document, SourceKind::Document),
            None => self.draft(name, EntityKind::Organisation, SourceKind::Organisation),
        };
        self.index.lists.push(Part::First, first, entity);
        for at in name.range() {
            let key = self.key(at);
            if self.index.of(Part::Word, key).next_back() != Some(entity) {
                self.index.lists.push(Part::Word, key, entity);
            }
        }
        if grid.is(name.end(), OPEN) && grid.is(name.end() + 2, CLOSE) {
            self.index.short.entry(self.key(name.end() + 1)).or_insert(entity);
            self.index.given.insert(self.key(name.end() + 1));
        }
        self.abbreviate(name.start(), name.end(), entity);
        let behind = self.behind_place(name);
        if behind > name.start() {
            self.abbreviate(behind, name.end(), entity);
        }
        entity
    }

    /// Notes the first letters of a body's name as its short form.
    fn abbreviate(&mut self, from: usize, to: usize, entity: usize) {
        let grid = self.grid();
        let capitals = || (from..to).filter(|&token| grid.is_capitalized(token));
        if capitals().nth(1).is_some() {
            let initials: String = capitals().filter_map(|token| grid.word(token).chars().next()).collect();
            self.index.short.entry(WordKey::of(&initials)).or_insert(entity);
        }
    }

    /// Where the name of a body goes on behind its country: *United States | Commission on Tides*.
    fn behind_place(&self, name: TokenRange) -> usize {
        let united = self.grid().small(name.start()).as_str() == "united";
        let place = self.hint(name.start()) & source::PLACE != 0;
        let from = name.start() + if united { 2 } else { usize::from(place) };
        if from < name.end() { from } else { name.start() }
    }

    /// The body whose name a headline gives without its first words.
    fn headline_form(&self, name: TokenRange) -> Option<usize> {
        let grid = self.grid();
        let short = |&entity: &usize| {
            let draft = &self.drafts[entity];
            names::is_title_case(grid, draft.name.start()) && self.is_tail(draft.name, name)
        };
        self.index.of(Part::Word, self.key(name.end() - 1)).find(short)
    }

    /// The one body named before whose name ends with this one: *Lesk Court of Justice … the Court of Justice*.
    fn longer_body(&self, name: TokenRange) -> Option<usize> {
        let long = |&entity: &usize| self.is_tail(name, self.drafts[entity].name);
        let mut longer = self.index.of(Part::Word, self.key(name.end() - 1)).filter(long);
        longer.next().filter(|_| longer.next().is_none())
    }

    /// Whether a name is the last words of a longer one, and not what the longer one is *of*: *Port of | Lesk Bay*.
    fn is_tail(&self, short: TokenRange, long: TokenRange) -> bool {
        let grid = self.grid();
        let from = long.end().saturating_sub(short.len());
        short.len() > 1
            && short.len() < long.len()
            && !grid.is(from - 1, PREPOSITION | OF | ARTICLE)
            && same_text(grid, short, TokenRange::new(from, long.end()))
    }

    pub(super) fn single_name(&mut self, run: Run, named: &[u32]) -> Option<usize> {
        let grid = self.grid();
        let at = run.core.start();
        let (key, hint) = (self.key(at), self.hint(at));
        let before = |entity: &usize| self.drafts[*entity].name.start() <= at;
        let surname = self.by_surname(key, named, before);
        let given = || {
            let mut people =
                self.index.of(Part::First, key).filter(|&entity| self.drafts[entity].kind == EntityKind::Person);
            people.next().filter(|_| people.next().is_none())
        };
        let middle = || {
            let mut people = self.index.of(Part::Middle, key);
            people.next().filter(|_| people.next().is_none())
        };
        let body = || {
            let mut bodies =
                self.index.of(Part::First, key).filter(|&entity| self.drafts[entity].kind == EntityKind::Organisation);
            let first = bodies.next()?;
            let exact = self.drafts[first].name.len() == 1;
            (exact || bodies.next().is_none() && hint & (source::PLACE | source::BODY | source::ROLE) == 0)
                .then_some(first)
        };
        let short = || {
            let given = || self.index.short.get(&key).copied().filter(|_| self.index.given.contains(&key));
            let mut letters = grid.word(at).chars().filter(|&c| c != '.').take(8);
            if !letters.all(|c| c.is_ascii_uppercase()) {
                return given();
            }
            let dotless: String = grid.word(at).chars().filter(|&c| c != '.').take(8).collect();
            self.index.short.get(&WordKey::of(&dotless)).copied().or_else(given)
        };
        let found = surname
            .or_else(|| self.index.of(Part::Surname, key).next())
            .or_else(given)
            .or_else(middle)
            .or_else(body)
            .or_else(short);
        if found.is_some() {
            return found;
        }
        if run.person && !grid.is(at, TIME) && !names::is_paper(grid, at) {
            return Some(self.full_name(run, named));
        }
        let nobody = hint & (source::COLLECTIVE | source::TITLE) != 0 && hint & (source::PLACE | source::BODY) == 0;
        let modifier = grid.phrase_at(at).is_some_and(|phrase| phrase.head() > at) && !grid.is(at + 1, CLITIC);
        if nobody || modifier || grid.is(at, TIME) {
            return None;
        }
        Some(self.body(run.core))
    }
}

/// Indices of the forms of a person, of which the last is given, plus 1.
fn of(forms: &[(TokenRange, u32, usize)], last: usize) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(last.checked_sub(1), |&at| forms[at].2.checked_sub(1))
}

/// Whether two names with the same surname may be one person's.
fn is_same_person(grid: &Grid<'_>, a: TokenRange, b: TokenRange) -> bool {
    let key = |at: usize| grid.tokens[at].key();
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let ends = short.range().rev().zip(long.range().rev()).all(|(x, y)| key(x) == key(y));
    short.len() == 1 || ends || key(a.start()) == key(b.start())
}
