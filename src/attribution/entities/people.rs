//! People in a source of several names: *his spokesman, Ana Ruiz*; *Ana Ruiz and Tom Lake*; *Lesk Harbour official Ana Ruiz*.

use super::super::clause::base_right;
use super::super::lexis::{
    ARTICLE, CLITIC, COLON, COMMA, COORDINATOR, DASH, INDEFINITE, PAIRED, POSSESSIVE, PREPOSITION, TO,
};
use super::super::model::EntityKind;
use super::super::source;
use super::Entities;
use super::describe::is_one;
use crate::document::{TokenRange, Upos};

impl Entities<'_, '_> {
    /// A person named inside a source whose head is an office or *one*: *his spokesman, Ana Ruiz*; *the Secretary of State Ana Ruiz*.
    pub(super) fn named_in(&self, source: TokenRange, head: usize) -> Option<usize> {
        let grid = self.grid();
        if self.run_of(head).is_some() {
            return None;
        }
        let hint = self.hint(head);
        let single = is_one(grid, head);
        let person = hint & (source::ROLE | source::PERSONAL | source::ANONYMOUS | source::TITLE) != 0
            || single
            || source::guess(grid.word(head)) & source::ROLE != 0;
        if !person {
            return None;
        }
        const REACH: usize = 24;
        let mut opened = false;
        for at in (head + 1..source.end()).take(REACH) {
            let begins = self.run_at.get(at).and_then(|&run| (run as usize).checked_sub(1));
            if let Some(index) = begins {
                let run = self.runs[index];
                let person = self.run_entity[index].is_some_and(|it| self.drafts[it].kind == EntityKind::Person);
                let beside = self.described_from(run.titles.start().min(at));
                let article = usize::from(beside > 1 && grid.is(beside - 1, ARTICLE));
                let adjoins = beside > article && grid.is(beside - 1 - article, COMMA | DASH);
                let titled =
                    !opened && !run.titles.is_empty() && grid.is_capitalized(head) && run.titles.start() > head;
                let named = beside > 0 && matches!(grid.word(beside - 1), "named" | "called" | "as");
                if (person || single && adjoins) && run.core.start() == at && (adjoins || titled || named) {
                    return self.run_entity[index];
                }
            }
            if grid.is(at, COMMA | DASH) {
                if opened {
                    return None;
                }
                opened = true;
            } else if grid.finite_at(at) {
                return None;
            }
        }
        None
    }

    /// Where the words before a name begin that describe its bearer: *| former chess master Ana Ruiz*.
    fn described_from(&self, name: usize) -> usize {
        const WORDS: usize = 7;
        let grid = self.grid();
        let describes = |at: usize| {
            (matches!(grid.upos(at), Upos::Noun | Upos::Adj) || grid.word(at) == "and") && !grid.is_capitalized(at)
        };
        let mut from = name;
        while from > 0 && name - from < WORDS && describes(from - 1) {
            from -= 1;
        }
        if from > 0 && grid.is(from - 1, COMMA | DASH) { from } else { name }
    }

    /// *Ana Ruiz and Tom Lake*
    pub(super) fn coordinated(&mut self, source: TokenRange) -> Option<usize> {
        let grid = self.grid();
        let end = base_right(grid, source.start(), grid.len())?;
        if end >= source.end() || !grid.is(end, COORDINATOR) {
            return None;
        }
        base_right(grid, end + 1, grid.len()).filter(|&end| end <= source.end())?;
        // *both Ana Ruiz and Tom Lake*
        let start = source.start() + usize::from(grid.is(source.start(), PAIRED) && end > source.start() + 1);
        let heads = [self.head(TokenRange::new(start, end)), self.head(TokenRange::new(end + 1, source.end()))];
        let parts: Vec<usize> = heads.iter().filter_map(|&head| self.entity_of(head)).collect();
        let [first, second] = parts[..] else { return None };
        // *author and critic Ana Ruiz*; *Ana Ruiz of the council and contributor to the Post*
        let (a, b) = (&self.drafts[first], &self.drafts[second]);
        let bare = |at: usize| !grid.is(at, ARTICLE | POSSESSIVE | INDEFINITE);
        let office = |head: usize| self.hint(head) & (source::ROLE | source::TITLE) != 0 && self.run_of(head).is_none();
        if first == second || b.kind == EntityKind::Person && office(heads[0]) && bare(start) {
            return Some(second);
        }
        if a.kind == EntityKind::Person && office(heads[1]) && bare(end + 1) {
            return Some(first);
        }
        let entity = self.group(source, parts);
        self.speak(entity, source);
        Some(entity)
    }

    /// The entity made of others; the same ones make the same entity.
    fn group(&mut self, tokens: TokenRange, parts: Vec<usize>) -> usize {
        if let Some(&known) = self.index.group.get(&parts) {
            return known;
        }
        let kind = self.drafts[parts[0]].source_kind;
        let entity = self.draft(tokens, EntityKind::Group, kind);
        self.drafts[entity].parts.clone_from(&parts);
        self.index.group.insert(parts, entity);
        entity
    }

    /// Notes two who stand side by side, for *they* and *the pair*: *Ana Ruiz and Tom Lake met on Monday*.
    pub(super) fn note_pair(&mut self, tokens: TokenRange, head: usize) {
        let grid = self.grid();
        let own = self.run_at(head).map_or(tokens.start(), |run| self.runs[run].titles.start().max(tokens.start()));
        let joined = |_: &usize| grid.is(own - 1, COORDINATOR) && matches!(grid.word(own - 1), "and" | "&");
        let Some(last) = own.checked_sub(2).filter(joined) else { return };
        // Both names may stand in one phrase.
        let named = self.run_at(last).filter(|&run| self.runs[run].core.end() == last + 1);
        let first = self.entity_of(last).or_else(|| named.and_then(|run| self.run_entity[run]));
        let (Some(first), Some(second)) = (first, self.entity_of(head)) else { return };
        let kinds = [self.drafts[first].kind, self.drafts[second].kind];
        let people = |kind: EntityKind| matches!(kind, EntityKind::Person | EntityKind::Group);
        let alike =
            kinds.into_iter().all(people) && kinds != [EntityKind::Group; 2] || kinds == [EntityKind::Organisation; 2];
        if first == second || !alike || self.drafts[first].parts.contains(&second) {
            return;
        }
        let from = grid.phrase_at(last).map_or(last, |phrase| phrase.tokens().start());
        let group = self.group(TokenRange::new(from, tokens.end()), vec![first, second]);
        self.note(TokenRange::new(from, tokens.end()), last, group, false);
    }

    /// Those listed behind a plural: *the authors, Ana Ruiz of Lesk and Tom Lake*.
    pub(super) fn listed(&mut self, source: TokenRange, head: usize) -> Option<usize> {
        let grid = self.grid();
        const MEMBERS: usize = 6;
        let open = head + 1;
        if self.hint(head) & source::COLLECTIVE == 0 || !grid.is(open, COMMA) || self.run_of(head).is_some() {
            return None;
        }
        let mut parts: Vec<usize> = Vec::new();
        let mut at = open;
        let mut end = open;
        let mut coordinated = false;
        while at < source.end() && parts.len() < MEMBERS && !grid.finite_at(at) {
            coordinated |= grid.is(at, COORDINATOR);
            if let Some(run) = self.run_at.get(at).and_then(|&run| (run as usize).checked_sub(1)) {
                let entity = self.run_entity[run].filter(|&it| self.drafts[it].kind == EntityKind::Person);
                parts.extend(entity.filter(|entity| !parts.contains(entity)));
                at = self.runs[run].core.end().max(at + 1);
                end = at;
            } else {
                at += 1;
            }
        }
        if parts.len() < 2 || !coordinated {
            return None;
        }
        let list = TokenRange::new(source.start(), end);
        let entity = self.group(list, parts);
        self.speak(entity, list);
        Some(entity)
    }

    /// The head of a source that is really the name behind or before it: *Lesk Harbour official | Ana Ruiz*;
    /// *Ana Ruiz of the | Bill and Mary Lake Foundation*.
    pub(super) fn person_beside(&self, source: TokenRange) -> Option<usize> {
        self.titled_in(source).or_else(|| self.affiliated(source.start())).map(|core| core.end() - 1)
    }

    /// The name with an office that follows the body it is an office of: *Lesk Harbour Authority official Ana Ruiz*, *Lesk trade
    /// and transport minister Tom Lake*.
    pub(super) fn titled_in(&self, source: TokenRange) -> Option<TokenRange> {
        let grid = self.grid();
        let first = source.start() + usize::from(grid.is(source.start(), ARTICLE));
        let body = self.runs[self.run_at(first)?];
        let next = body.core.end();
        const TITLES: usize = 7;
        let run = self.runs[(next + 1..next + 1 + TITLES).find_map(|at| self.run_at(at))?];
        let field = |at: usize| {
            let other = source::ORGANISATION | source::COLLECTIVE | source::ROLE | source::BODY;
            matches!(grid.upos(at), Upos::Noun | Upos::Adj) && self.hint(at) & other == 0
                || grid.word(at) == "and" && at > next
        };
        let glued = run.titles.start() >= next && !run.titles.is_empty() && run.core.end() <= source.end();
        (run.person && glued && (next..run.titles.start()).all(field)).then_some(run.core)
    }

    /// The person whose body or place a source begins with: *Ana Ruiz of the University of Lesk, Norland, said*.
    fn affiliated(&self, start: usize) -> Option<TokenRange> {
        let grid = self.grid();
        const STEPS: usize = 4;
        let own = self.runs[self.run_at(start)?];
        let place = self.hint(own.core.end() - 1) & source::PLACE != 0;
        let mut at = own.titles.start().min(own.core.start());
        if own.person && !place && own.core.start() == start && grid.is(start.checked_sub(1)?, COMMA) {
            return None;
        }
        let ending = |end: usize| self.run_at(end.checked_sub(1)?).map(|run| self.runs[run]);
        for _ in 0..STEPS {
            at -= usize::from(at > 0 && grid.is(at - 1, ARTICLE));
            let link = at.checked_sub(1)?;
            let of = matches!(grid.word(link), "of" | "at" | "from");
            if !of && !matches!(grid.word(link), "and" | "&") && !grid.is(link, COMMA | COLON | CLITIC) {
                return None;
            }
            let end = if of && grid.is(link.checked_sub(1)?, COMMA) { link - 1 } else { link };
            let before = ending(end)?;
            if of && before.person {
                let phrase = grid.phrase_at(before.core.start()).map(|phrase| phrase.tokens().start());
                let begins = phrase.unwrap_or(before.core.start()).min(before.titles.start());
                let free = begins == 0 || !grid.is(begins - 1, PREPOSITION | TO | COORDINATOR);
                return free.then_some(before.core);
            }
            at = before.titles.start().min(before.core.start());
        }
        None
    }
}
