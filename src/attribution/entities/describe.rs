//! Descriptions: *the spokesman, the company, three officials, a survey*.
//!
//! A definite description is linked to the person with that office, the body with that word in its name, or what was described
//! with the same noun before; any other begins an entity of its own.

use super::super::clause::base_right;
use super::super::grid::Grid;
use super::super::lexis::{
    ARTICLE, BY, CLITIC, COMMA, COORDINATOR, DASH, INDEFINITE, OF, OPEN, PERSONAL, POSSESSIVE, PREPOSITION, QUANTIFIER,
    RELATIVE, THEY, THIS, TO,
};
use super::super::model::{EntityKind, SourceKind};
use super::super::source;
use super::lists::Part;
use super::names::{Run, apposition};
use super::office::office;
use super::{Entities, Office};
use crate::WordKey;
use crate::document::{TokenKind, TokenRange, Upos};
use crate::text::KeyList;

/// Whether a phrase names nobody: *nobody, no organisation*.
pub(super) fn is_nobody(grid: &Grid<'_>, at: usize) -> bool {
    static WORDS: KeyList<7> = KeyList::of(["no", "nobody", "none", "neither", "nothing", "noone", "who"]);
    grid.is_among(at, &WORDS)
}

/// Whether a word without a noun stands for people or things spoken of: *all agreed, each has announced*; not *most of Lesk*.
pub(super) fn is_all(grid: &Grid<'_>, at: usize) -> bool {
    static WORDS: KeyList<5> = KeyList::of(["all", "both", "each", "most", "half"]);
    let alone = || !grid.is(at + 1, OF) || grid.is(at + 2, RELATIVE | THEY);
    grid.is(at, QUANTIFIER) && grid.is_among(at, &WORDS) && alone()
}

/// *one, another*: one of several.
pub(super) fn is_one(grid: &Grid<'_>, at: usize) -> bool {
    static WORDS: KeyList<2> = KeyList::of(["one", "another"]);
    grid.is_among(at, &WORDS)
}

/// Whose a description is, if that is known, and the words that say so.
pub(super) type Owner = Option<(Option<usize>, TokenRange)>;

impl Entities<'_, '_> {
    /// Notes gender and offices of a person from what stands around the name.
    pub(super) fn describe_person(&mut self, entity: usize, run: Run) {
        let grid = self.grid();
        let mut gender = self.hint(run.core.start()) & (source::MALE_NAME | source::FEMALE_NAME);
        for at in run.titles.range() {
            let hint = self.hint(at);
            gender |= hint & (source::MALE_ROLE | source::MALE_TITLE | source::FEMALE_ROLE | source::FEMALE_TITLE);
            if hint & (source::ROLE | source::TITLE) != 0 {
                self.give_office(entity, at, run.titles.start());
                let before = run.titles.start().saturating_sub(1);
                let own = before.saturating_sub(usize::from(grid.is(before, CLITIC)));
                self.drafts[entity].body = self.drafts[entity].body.or_else(|| self.body_beside(at, own));
            }
        }
        // `Dmitry Peskov, the Kremlin's spokesman`
        let behind = apposition(grid, run.core);
        // `the Kremlin's spokesman, Dmitry Peskov`
        let is_head = |&at: &usize| grid.phrase_at(at).is_some_and(|phrase| phrase.head() == at);
        let start = run.titles.start();
        let before = start.checked_sub(2).filter(|_| grid.is(start - 1, COMMA)).filter(is_head);
        for head in behind.into_iter().chain(before) {
            let hint = self.hint(head);
            if hint & (source::ROLE | source::TITLE) != 0 {
                gender |= hint & (source::MALE_ROLE | source::FEMALE_ROLE);
                let floor = grid.phrase_at(head).map_or(head, |phrase| phrase.tokens().start());
                self.give_office(entity, head, floor);
                self.drafts[entity].body = self.drafts[entity].body.or_else(|| self.body_beside(head, floor));
            }
        }
        if self.is_tried(run.core.end()) {
            for office in [const { WordKey::ascii("defendant") }, const { WordKey::ascii("accused") }] {
                let given = Office { entity, modifier: None, of: None, junior: false };
                self.index.give_office(office, given);
            }
        }
        let known = self.drafts[entity].gender;
        // A title is surer than a given name, and the first name than a later one.
        if known == 0 || gender & (source::MALE_TITLE | source::FEMALE_TITLE) != 0 {
            self.drafts[entity].gender |= gender;
        }
    }

    /// *Tom Lake, 40, is charged with …*
    fn is_tried(&self, from: usize) -> bool {
        let grid = self.grid();
        static VERBS: KeyList<8> =
            KeyList::of(["charged", "alleged", "accused", "pleaded", "pleads", "denies", "denied", "convicted"]);
        const REACH: usize = 14;
        let end = grid.end_of_sentence(from).min(from + REACH);
        let verb = (from..end).find(|&at| grid.group_at(at).is_some_and(|group| group.head() == at));
        verb.is_some_and(|at| grid.is_among(at, &VERBS) && !grid.is(at, BY))
    }

    /// The body somebody speaks for by office: *Lund Foods spokesman Tom Berg*; *Ana Ruiz, head of the Harbour Trust*.
    fn body_beside(&self, office: usize, floor: usize) -> Option<usize> {
        const LONGEST: usize = 6;
        let grid = self.grid();
        if self.hint(office) & source::VOICE == 0 {
            return None;
        }
        let body = |at: usize| {
            let run = self.run_at(at).filter(|&run| !self.runs[run].person)?;
            let place = self.hint(self.runs[run].core.end() - 1) & source::PLACE != 0;
            self.run_entity[run].filter(|&it| !place && self.drafts[it].kind == EntityKind::Organisation)
        };
        let behind = office + 2 + usize::from(grid.is(office + 2, ARTICLE));
        let linked = matches!(grid.word(office + 1), "of" | "for" | "at" | "with");
        let before = || {
            let words = (floor..office).rev().take(LONGEST);
            let sentence = grid.document.sentence_of(office);
            let joined = |&at: &usize| {
                !grid.is(at, COMMA | PREPOSITION | COORDINATOR) && grid.document.sentence_of(at) == sentence
            };
            words.take_while(joined).find_map(body)
        };
        linked.then(|| body(behind)).flatten().or_else(before)
    }

    fn give_office(&mut self, entity: usize, at: usize, floor: usize) {
        let (modifier, of) = (self.modifier(at, floor), self.country(at, floor));
        let given = Office { entity, modifier, of, junior: self.is_junior(at, floor) };
        let key = office(self.context.grid, at);
        if !self.index.offices(key).any(|one| one.entity == entity && one.modifier == given.modifier) {
            self.index.give_office(key, given);
        }
    }

    /// The word before an office that tells it from others: *foreign* minister.
    pub(super) fn modifier(&self, at: usize, floor: usize) -> Option<WordKey> {
        let grid = self.grid();
        let before = at.checked_sub(1).filter(|&before| before >= floor)?;
        let word =
            matches!(grid.upos(before), Upos::Adj | Upos::Noun | Upos::Propn) || self.hint(before) & source::TITLE != 0;
        (word && !grid.is(before, ARTICLE | POSSESSIVE)).then(|| office(grid, before))
    }

    /// Whether the word before an office makes it a lesser one: *vice president*.
    pub(super) fn is_junior(&self, at: usize, floor: usize) -> bool {
        static WORDS: KeyList<3> = KeyList::of(["vice", "deputy", "assistant"]);
        at > floor && self.grid().is_among(at - 1, &WORDS)
    }

    /// The word with a capital that says where an office belongs: *the Lesk foreign minister, Lesk's mayor*.
    pub(super) fn country(&self, at: usize, floor: usize) -> Option<usize> {
        let grid = self.grid();
        (floor..at).rev().find(|&before| {
            let office = self.hint(before) & (source::TITLE | source::ROLE) != 0;
            grid.is_capitalized(before)
                && grid.is_word(before)
                && !office
                && !grid.is(before, ARTICLE | POSSESSIVE | CLITIC)
        })
    }

    /// Whether two words are forms of one name: *Turkey, Turkish*.
    pub(super) fn is_kin(&self, a: usize, b: usize) -> bool {
        const STEM: usize = 4;
        let stem = |at: usize| self.grid().word(at).chars().take(STEM).flat_map(char::to_lowercase).collect::<String>();
        self.key(a) == self.key(b) || self.grid().word(a).len() >= STEM && stem(a) == stem(b)
    }

    /// The entity of a noun phrase whose head is no name.
    pub(super) fn describe(&mut self, tokens: TokenRange, head: usize, owner: Owner) -> Option<usize> {
        let grid = self.grid();
        if is_nobody(grid, tokens.start()) {
            return None;
        }
        if let Some(entity) = self.beside_name(tokens, head) {
            return Some(entity);
        }
        if let Some(pair) = self.pair_meant(head) {
            return Some(pair);
        }
        if tokens.len() == 1 && is_all(grid, head) {
            return self.those_meant(head);
        }
        // *One of the deputies, Ana Ruiz, …*
        if is_one(grid, head) {
            const LONGEST: usize = 16;
            let end = grid.len().min(head + LONGEST);
            if let Some(person) = self.named_in(TokenRange::new(tokens.start(), end), head) {
                return Some(person);
            }
        }
        let subject = || self.subjects.get(head).copied().unwrap_or_default();
        let begins = || self.begins_clause(grid.document.sentence_of(head), tokens.start());
        if grid.is(head + 1, COMMA) && (subject() || begins()) {
            const LONGEST: usize = 24;
            let end = grid.end_of_sentence(head).max(head + 1).min(head + LONGEST);
            if let Some(list) = self.listed(TokenRange::new(tokens.start(), end), head) {
                return Some(list);
            }
        }
        let known = self.hint(head)
            & (source::DOCUMENT
                | source::ORGANISATION
                | source::ROLE
                | source::COLLECTIVE
                | source::ANONYMOUS
                | source::PERSONAL);
        let wanted = self.wanted.get(head).copied().unwrap_or_default();
        // Most phrases are of nouns that tell nothing and were never met.
        if known == 0 && !wanted && !self.is_met(head) {
            return None;
        }
        let kind = self.kind_of(tokens, head);
        if let Some(entity) = self.named_next(tokens, head, kind) {
            self.give_office(entity, head, tokens.start());
            return Some(entity);
        }
        let definite =
            owner.is_some() || grid.word(tokens.start()).eq_ignore_ascii_case("the") || grid.is(tokens.start(), THIS);
        let bare = !definite && !self.is_indefinite(tokens);
        let found = match kind {
            SourceKind::Role if definite || bare => {
                self.holder(tokens, head, owner).or_else(|| self.aged(tokens, head).filter(|_| definite))
            }
            SourceKind::Organisation if definite => self.body_meant(head),
            _ => None,
        };
        if let Some(entity) = found.or_else(|| self.described_before(tokens, head, owner, kind, definite, bare)) {
            return Some(entity);
        }
        // *Lund Foods lifts forecast*: in a headline the verb was taken for the head.
        if known == 0
            && grid.word(head).ends_with('s')
            && let Some(run) = self.run_at(head.saturating_sub(1)).filter(|&run| !self.runs[run].person)
            && self.zone_kind(head) == Some(crate::ZoneKind::Headline)
            && !grid.is_capitalized(head)
        {
            return self.run_entity[run];
        }
        if !wanted && known == 0 {
            return None;
        }
        Some(self.begin_as(kind, tokens, head, owner))
    }

    /// Whether anything has been said with a noun: an entity was described by it, or its word is one of an office or body.
    fn is_met(&self, head: usize) -> bool {
        let grid = self.grid();
        let key = self.key(head);
        let number = grid.tokens.get(head).is_some_and(|token| token.kind() == TokenKind::Number);
        number
            || !self.index.owner.is_empty() && self.subjects.get(head).copied().unwrap_or_default()
            || self.index.lists.contains(Part::Head, key)
            || self.index.lists.contains(Part::Word, key)
            || self.index.lists.contains(Part::Office, office(grid, head))
            || self.zone_kind(head) == Some(crate::ZoneKind::Headline)
    }

    /// *A retired postman has counted bees for years.* and the next paragraph begins *Erik Sand, 71, …*: the lead describes whom
    /// the next sentence names.
    fn named_next(&self, tokens: TokenRange, head: usize, kind: SourceKind) -> Option<usize> {
        let grid = self.grid();
        let sentences = grid.document.sentences();
        let number = grid.document.sentence_of(head);
        let here = sentences.get(number)?;
        let flag = |flags: &[bool]| flags.get(head).copied().unwrap_or_default();
        let begins = here.tokens().start() == tokens.start() && flag(&self.subjects) || flag(&self.wanted);
        if !begins || !matches!(kind, SourceKind::Role | SourceKind::Anonymous) || !self.is_lead(here.zone()) {
            return None;
        }
        if here.tokens().range().any(|at| self.run_of(at).is_some_and(|run| self.runs[run].person)) {
            return None;
        }
        let next = sentences.get(number + 1)?.tokens().start();
        let run = self.run_of(next)?;
        let Run { core, titles, person, .. } = self.runs[run];
        let number = |at: usize| grid.tokens.get(at).is_some_and(|token| token.kind() == TokenKind::Number);
        let behind = core.end() + 1;
        let aged = grid.is(core.end(), COMMA) && (number(behind) || grid.word(behind) == "who");
        let entity = self.run_entity[run]?;
        let first = self.drafts[entity].first.is_some_and(|first| first.start() == core.start());
        let gender = |bits: u32| bits & (source::MALE | source::FEMALE);
        let fits = gender(self.hint(head) & (source::MALE_ROLE | source::MALE)) == 0
            || self.drafts[entity].gender & source::FEMALE == 0;
        (person && titles.is_empty() && core.len() > 1 && aged && first && fits).then_some(entity)
    }

    /// Links descriptions in the headline to the people whom the first paragraph describes with the same noun, or as somebody
    /// of the same person or body: *Ruiz crony denies it* … *Ana Ruiz's treasurer, Tom Lake, denied*.
    pub(super) fn link_headline(&mut self) {
        const PHRASES: usize = 16;
        for phrase in self.grid().document.noun_phrases().iter().take(PHRASES) {
            let (tokens, head) = (phrase.tokens(), phrase.head());
            let Some(role) = self.entity_of(head).filter(|&it| self.drafts[it].kind == EntityKind::Role) else {
                continue;
            };
            if self.zone_kind(head) != Some(crate::ZoneKind::Headline) {
                continue;
            }
            let named = || self.run_at(tokens.start()).and_then(|run| self.run_entity[run]);
            let owner = self.drafts[role].owner.map(|(owner, _)| owner).or_else(named);
            let key = self.key(head);
            let same = |one: &&(WordKey, Option<usize>, usize)| one.0 == key || owner.is_some() && one.1 == owner;
            let Some(&(.., person)) = self.leads.iter().find(same) else { continue };
            self.entity_at[head] = person as u32 + 1;
            self.spoken.retain(|&mention| mention != (role as u32, tokens));
            self.speak(person, tokens);
        }
    }

    /// Whether a zone is the first paragraph.
    pub(super) fn is_lead(&self, zone: usize) -> bool {
        let zones = self.grid().document.zones();
        zones.iter().position(|zone| zone.kind() == crate::ZoneKind::Paragraph) == Some(zone)
    }

    pub(super) fn is_indefinite(&self, tokens: TokenRange) -> bool {
        let grid = self.grid();
        let at = tokens.start();
        grid.is(at, INDEFINITE) || grid.tokens.get(at).is_some_and(|token| token.kind() == TokenKind::Number)
    }

    /// The person an office stands beside: *the mayor, Ana Ruiz*; *Ana Ruiz, the mayor*.
    fn beside_name(&self, tokens: TokenRange, head: usize) -> Option<usize> {
        let grid = self.grid();
        let of = |at: usize| (*self.run_at.get(at)? as usize).checked_sub(1);
        if self.hint(head) & (source::ROLE | source::TITLE | source::PERSONAL) == 0 {
            return None;
        }
        if let Some(before) = tokens.start().checked_sub(2).filter(|_| grid.is(tokens.start() - 1, COMMA))
            && let Some(run) = of(before)
            && self.runs[run].person
            && apposition(grid, self.runs[run].core) == Some(head)
        {
            return self.run_entity[run];
        }
        // *Ana Ruiz of the Post and author of …*
        if tokens.start() > 3
            && grid.is(tokens.start() - 1, COORDINATOR)
            && !grid.is(tokens.start(), ARTICLE | INDEFINITE | POSSESSIVE)
            && let Some(place) = grid.phrase_at(tokens.start() - 2).map(|phrase| phrase.tokens().start())
            && place > 1
            && grid.is(place - 1, PREPOSITION)
            && let Some(run) = of(place - 2).filter(|&run| self.runs[run].person)
        {
            return self.run_entity[run];
        }
        let end = self.description_end(tokens);
        if !grid.is(end, COMMA) || head + 1 != tokens.end() {
            return None;
        }
        const TITLES: usize = 3;
        let run = (end + 1..end + 1 + TITLES).find_map(of)?;
        // *According to his agent, Ruiz left*: the comma ends another phrase.
        let bound = tokens.start() > 0 && grid.is(tokens.start() - 1, PREPOSITION | TO);
        let verb = self.runs[run].core.end();
        if grid.finite_at(verb) || bound && grid.group_at(verb).is_some() {
            return None;
        }
        let begins = self.runs[run].titles.start().min(self.runs[run].core.start());
        // In a list of people each is one of their own.
        let list = self.is_indefinite(tokens)
            && !grid.is(self.runs[run].core.end(), COMMA)
            && !grid.finite_at(self.runs[run].core.end());
        (self.runs[run].person && begins == end + 1 && !list).then_some(self.run_entity[run]).flatten()
    }

    /// Begins an entity known by its description.
    pub(super) fn begin(&mut self, tokens: TokenRange, head: usize, owner: Owner) -> usize {
        self.begin_as(self.kind_of(tokens, head), tokens, head, owner)
    }

    fn begin_as(&mut self, kind: SourceKind, tokens: TokenRange, head: usize, owner: Owner) -> usize {
        let entity_kind = match kind {
            SourceKind::Role => EntityKind::Role,
            SourceKind::Anonymous if self.hint(head) & source::COLLECTIVE == 0 && !self.is_many(head) => {
                EntityKind::Role
            }
            SourceKind::Document => EntityKind::Document,
            SourceKind::Organisation => EntityKind::Organisation,
            _ => EntityKind::Group,
        };
        let name = TokenRange::new(tokens.start(), self.description_end(tokens));
        let entity = self.draft(name, entity_kind, kind);
        let hint = self.hint(head);
        self.drafts[entity].gender = hint & (source::MALE_ROLE | source::FEMALE_ROLE);
        self.drafts[entity].owner = owner.and_then(|(owner, words)| Some((owner?, words)));
        self.index.lists.push(Part::Head, self.key(head), entity);
        entity
    }

    /// *sources, insiders*
    fn is_many(&self, head: usize) -> bool {
        let grid = self.grid();
        grid.word(head).ends_with('s') && grid.upos(head) == Upos::Noun
    }

    /// Where a description ends: with what hangs on its noun by a preposition.
    fn description_end(&self, tokens: TokenRange) -> usize {
        let grid = self.grid();
        const REACH: usize = 14;
        let mut end = tokens.end();
        while end < tokens.end() + REACH
            && grid.is(end, PREPOSITION)
            && (matches!(grid.word(end), "of" | "at" | "for" | "in" | "from" | "with")
                || grid.is(end, TO) && self.hint(end - 1) & (source::ROLE | source::COLLECTIVE) != 0)
        {
            let Some(next) = base_right(grid, end + 1, grid.len()) else { break };
            if grid.is(end + 1, PERSONAL | RELATIVE | OPEN | DASH)
                || super::super::clause::begins_clause(grid, next, grid.len())
                    && grid.word(end) != "of"
                    && !self.wanted.get(tokens.end().saturating_sub(1)).copied().unwrap_or_default()
            {
                break;
            }
            end = next;
        }
        end
    }
}
