//! From a printed source to its entity.

use super::super::lexis::{OF, PERSONAL, POSSESSIVE, PREPOSITION, QUANTIFIER, QUOTE, RELATIVE};
use super::super::model::{EntityKind, SourceKind};
use super::super::noun_phrase::is_reflexive;
use super::super::resolve::Chosen;
use super::lists::Part;
use super::{Entities, describe, pronoun, voices};
use crate::document::TokenRange;

impl Entities<'_, '_> {
    /// Notes which tokens head sources: these are read even if nothing is known of their head.
    pub(super) fn want(&mut self, chosen: &[Chosen]) {
        for chosen in chosen {
            for source in chosen.candidate.source.iter().chain(&chosen.candidate.follows) {
                let head = self.speaking(self.behind_mark(*source));
                if let Some(wanted) = self.wanted.get_mut(head) {
                    *wanted = true;
                }
            }
        }
    }

    /// The head of a source: of its base noun phrase, or of the possessor if the source is only that.
    pub(super) fn head(&self, source: TokenRange) -> usize {
        let grid = self.grid();
        let start = source.start();
        let Some(phrase) = grid.phrase_at(start) else {
            return start;
        };
        if let Some(owner) = phrase.possessor().filter(|owner| source.end() <= owner.end() + 1) {
            return owner.end().saturating_sub(1);
        }
        if source.contains(phrase.head()) {
            phrase.head()
        } else if grid.is(start, POSSESSIVE | PERSONAL) {
            start
        } else {
            source.end().saturating_sub(1).max(start)
        }
    }

    /// A source without the quoted words before it: *“our team” | study author Ana Ruiz*.
    fn behind_mark(&self, source: TokenRange) -> TokenRange {
        let grid = self.grid();
        let named =
            |from: usize, to: usize| (from..to).any(|at| self.run_at(at).is_some_and(|run| self.runs[run].person));
        let mut marks = source.range().filter(|&at| grid.is(at, QUOTE) && matches!(grid.word(at), "\"" | "”"));
        let only = marks.next().filter(|_| marks.next().is_none());
        let behind = only.filter(|&mark| named(mark + 1, source.end()) && !named(source.start(), mark));
        behind.map_or(source, |mark| TokenRange::new(mark + 1, source.end()))
    }

    /// The head of a source, or of the person it belongs to.
    fn speaking(&self, source: TokenRange) -> usize {
        self.person_beside(source).unwrap_or_else(|| self.head(source))
    }

    /// The speakers of the turns of a transcript stand before what they say.
    pub(super) fn read_turns(&mut self, chosen: &[Chosen]) {
        for (index, one) in chosen.iter().enumerate().filter(|(_, one)| voices::is_turn(self.context, one)) {
            let Some(&source) = one.candidate.source.first() else { continue };
            let named = self.run_of(source.end().saturating_sub(1)).and_then(|run| self.run_entity[run]);
            let by_key = || self.index.of(Part::Surname, self.key(source.end().saturating_sub(1))).next();
            self.sources[index] = match self.voices.turn(index) {
                Some("Q") => (None, self.author),
                Some(_) => (None, self.interviewed),
                None => (None, named.or_else(by_key)),
            };
            if let Some(entity) = self.sources[index].1 {
                self.drafts[entity].keep = true;
            }
        }
        self.voices.name(chosen, |index| self.sources[index].1);
    }

    /// Resolves the sources outside quotations, or those inside.
    pub(super) fn resolve(&mut self, chosen: &[Chosen], quoted: bool) {
        let grid = self.grid();
        for (index, one) in chosen.iter().enumerate() {
            let candidate = &one.candidate;
            let Some(source) = candidate.source.first().or(candidate.follows.first()).copied() else {
                continue;
            };
            let later =
                self.grid().opaque_at(source.start()).is_some() || pronoun::is_speaker(self.grid(), source.start());
            if later != quoted || self.sources[index].1.is_some() {
                continue;
            }
            let found = self.source(index, source);
            // *the home of Ana Ruiz, who said*
            let who = candidate.source.get(1).is_some_and(|next| grid.word(next.start()) == "who");
            let is_person = |entity: usize| self.drafts[entity].kind == EntityKind::Person;
            let beside =
                self.person_at(source.end().saturating_sub(1)).filter(|_| who && !found.1.is_some_and(is_person));
            self.sources[index] = beside.map_or(found, |person| (None, Some(person)));
            if let Some(entity) = self.sources[index].1 {
                self.drafts[entity].keep = true;
            }
        }
    }

    /// The people a word names or describes: what *who* behind it refers to.
    fn person_at(&self, at: usize) -> Option<usize> {
        let named = self.run_at(at).and_then(|run| self.run_entity[run]);
        let people =
            |&entity: &usize| !matches!(self.drafts[entity].kind, EntityKind::Organisation | EntityKind::Document);
        named.or_else(|| self.entity_of(at)).filter(people)
    }

    /// Kind (where it is not that of the entity) and entity of a source.
    pub(super) fn source(&mut self, index: usize, source: TokenRange) -> (Option<SourceKind>, Option<usize>) {
        let grid = self.grid();
        if self.voices.turn(index).is_some() {
            return (Some(SourceKind::Role), None);
        }
        let source = self.behind_mark(source);
        let head = self.speaking(source);
        // *President of Norland Ana Ruiz*: the name says more than the office.
        let named = self.named_in(source, head).filter(|_| grid.is_capitalized(head));
        let known = self.entity_of(head);
        let person = known.filter(|&entity| self.drafts[entity].kind == EntityKind::Person);
        let titled =
            self.titled_in(source).and_then(|core| self.run_at(core.start())).and_then(|run| self.run_entity[run]);
        if let Some(entity) = titled
            .or_else(|| self.coordinated(source))
            .or(named)
            .or(person)
            .or_else(|| self.named_in(source, head))
            .or_else(|| self.listed(source, head))
        {
            return (None, Some(entity));
        }
        match known {
            Some(entity) => (None, Some(entity)),
            None if describe::is_nobody(grid, source.start()) => (Some(SourceKind::None), None),
            None if source.len() == 1 && describe::is_all(grid, head) => {
                let entity = self.pair_meant(head).or_else(|| self.those_meant(head));
                (entity.is_none().then_some(SourceKind::Collective), entity)
            }
            // *Meadows himself*, where the name was not recognised.
            None if source.len() > 1 && is_reflexive(grid, source.end() - 1) => {
                let entity = self.pronoun(source.end() - 1, false);
                (None, Some(entity.unwrap_or_else(|| self.begin(source, head, None))))
            }
            None if pronoun::is_pronoun(grid, head) => {
                let entity = self.pronoun(head, false);
                (entity.is_none().then_some(SourceKind::Pronoun), entity)
            }
            None => {
                // A name that only hangs on the phrase is not who speaks: *some of those who backed Ruiz*.
                let free = source.range().take_while(|&at| !grid.is(at, PREPOSITION | RELATIVE | OF));
                let run = free.filter_map(|at| self.run_at(at)).next();
                let found = self.pair_meant(head).or_else(|| run.and_then(|run| self.run_entity[run]));
                // *some of those who …*: the first word tells the kind.
                let last = source.end().saturating_sub(1).max(head);
                let head = if grid.is(source.start(), QUANTIFIER) { source.start() } else { last };
                (None, Some(found.unwrap_or_else(|| self.begin(source, head, None))))
            }
        }
    }
}
