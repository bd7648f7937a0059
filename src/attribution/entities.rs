//! Entities: who the sources are.
//!
//! # What it finds
//! Mentions of people and bodies are merged by full name, surname, abbreviation, title, office (*the Kremlin's spokesman, Dmitry
//! Peskov … the spokesman*) and pronoun. Every source gets its kind and the entity it stands for.
//!
//! # Why it matters
//! A count of sources that takes *Peskov*, *the spokesman* and *he* for three people measures nothing.
//!
//! # Examples
//! - `Ana Ruiz, the mayor, resigned. She said …`: she is Ana Ruiz
//! - `the Harbour Trust (HT) … HT said`
//! - `“I know,” said Ruiz`: *I* is Ruiz
//!
//! # Counter-examples
//! - `Tom Lake met Ana Ruiz. Lake said …`: not the lake, not Ruiz
//! - `She left on Tuesday. He said …`: not Tuesday
//!
//! # Known limits
//! Gender is known from titles, given names and offices only. A wrong link is worse than none: a pronoun nobody fits, or two fit
//! alike, stays unresolved.
//!
//! # How it goes
//! Names are gathered first, from the whole article. Then all noun phrases are read in order, those in quotations last,
//! when the speaker of each is known; each is linked to an entity before it or begins one. Looking back is bounded.

mod describe;
mod names;
mod pronoun;
mod voices;

use std::collections::BTreeMap;

use super::candidate::Context;
use super::clause::base_right;
use super::grid::Grid;
use super::lexis::{
    ALSO, ARTICLE, CLITIC, CLOSE, COMMA, COORDINATOR, DASH, INDEFINITE, OPEN, PERSONAL, POSSESSIVE, TIME,
};
use super::model::{Entity, EntityId, EntityKind, SourceKind};
use super::resolve::Chosen;
use super::source::{self, Hint};
use crate::document::{NounPhrase, TokenRange};
use crate::{Span, WordKey, ZoneKind};
use names::Run;
use voices::Voices;

/// Of entities with the same name or office only the last ones are compared, so that time is linear.
const COMPARED: usize = 8;

/// An entity while mentions are gathered.
#[derive(Debug)]
struct Draft {
    /// The longest name, or the first description.
    name: TokenRange,
    kind: EntityKind,
    source_kind: SourceKind,
    gender: Hint,
    /// Whose it is, and the words that say so in the description.
    owner: Option<(usize, TokenRange)>,
    /// Those it is made of: *Ana Ruiz and Tom Lake*.
    parts: Vec<usize>,
    mentions: Vec<TokenRange>,
    keep: bool,
}

/// An office of a person.
#[derive(Clone, Copy, Debug)]
struct Office {
    entity: usize,
    /// The word before the office: *foreign* in *foreign minister*.
    modifier: Option<WordKey>,
    owner: Option<usize>,
}

/// A mention in the order of reading.
#[derive(Clone, Copy, Debug)]
struct Mention {
    at: usize,
    entity: usize,
    sentence: usize,
    zone: usize,
    subject: bool,
    speaks: bool,
    owner: bool,
}

/// The entities of a document and the sources resolved to them.
pub(super) struct Entities<'a, 'd> {
    context: &'a Context<'a, 'd>,
    drafts: Vec<Draft>,
    runs: Vec<Run>,
    /// By token: index of the run whose name it belongs to, plus 1.
    run_at: Vec<u32>,
    /// The same for the titles before the name.
    title_at: Vec<u32>,
    run_entity: Vec<Option<usize>>,
    index: Index,
    /// Mentions outside quotations, then those of the quotation being read.
    mentions: Vec<Mention>,
    inner: Vec<Mention>,
    /// By token that is the head of a noun phrase or a pronoun: its entity, plus 1.
    entity_at: Vec<u32>,
    /// By token: whether it heads a source, or belongs to a subject.
    wanted: Vec<bool>,
    subjects: Vec<bool>,
    voices: Voices,
    author: Option<usize>,
    interviewed: Option<usize>,
    /// Whom the article is about, if one person is named far more often than others.
    topic: Option<usize>,
    sources: Vec<(Option<SourceKind>, Option<usize>)>,
}

/// Entities by a word.
#[derive(Default)]
struct Index {
    surname: BTreeMap<WordKey, Vec<usize>>,
    first: BTreeMap<WordKey, Vec<usize>>,
    /// Words of the names of bodies.
    word: BTreeMap<WordKey, Vec<usize>>,
    short: BTreeMap<WordKey, usize>,
    office: BTreeMap<WordKey, Vec<Office>>,
    /// Heads of descriptions.
    head: BTreeMap<WordKey, Vec<usize>>,
    /// Whose something is that was said to be a person's: *Ruiz's spokesman*.
    owner: BTreeMap<WordKey, usize>,
}

fn last_of(map: &BTreeMap<WordKey, Vec<usize>>, key: WordKey) -> impl DoubleEndedIterator<Item = usize> + '_ {
    let all = map.get(&key).map_or(&[][..], |list| list.as_slice());
    all[all.len().saturating_sub(COMPARED)..].iter().copied()
}

impl<'a, 'd> Entities<'a, 'd> {
    pub(super) fn new(context: &'a Context<'a, 'd>, chosen: &[Chosen]) -> Self {
        let grid = context.grid;
        let mut entities = Self {
            context,
            drafts: Vec::new(),
            runs: names::runs(grid),
            run_at: vec![0; grid.len()],
            title_at: vec![0; grid.len()],
            run_entity: Vec::new(),
            index: Index::default(),
            mentions: Vec::new(),
            inner: Vec::new(),
            entity_at: vec![0; grid.len()],
            wanted: vec![false; grid.len()],
            subjects: subjects(context),
            voices: Voices::new(context, chosen),
            author: None,
            interviewed: None,
            topic: None,
            sources: vec![(None, None); chosen.len()],
        };
        entities.gather();
        entities.want(chosen);
        entities.read_turns(chosen);
        entities.read_outside();
        entities.resolve(chosen, false);
        entities.read_quotations(chosen);
        entities.resolve(chosen, true);
        entities
    }

    fn grid(&self) -> &'a Grid<'d> {
        self.context.grid
    }

    /// The name a token belongs to; a title with a capital belongs to the name behind it.
    fn run_of(&self, token: usize) -> Option<usize> {
        let of = |layer: &[u32]| layer.get(token).and_then(|&run| (run as usize).checked_sub(1));
        of(&self.run_at).or_else(|| of(&self.title_at).filter(|_| self.grid().is_capitalized(token)))
    }

    fn hint(&self, token: usize) -> Hint {
        names::hint(self.grid(), token)
    }

    fn key(&self, token: usize) -> WordKey {
        self.grid().tokens.get(token).map_or(WordKey::default(), |token| token.key())
    }

    fn zone_kind(&self, token: usize) -> Option<ZoneKind> {
        let document = self.grid().document;
        let zone = document.sentences().get(document.sentence_of(token))?.zone();
        document.zones().get(zone).map(|zone| zone.kind())
    }

    /// Merges the names: longer ones first make entities, then single words join them.
    fn gather(&mut self) {
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

    /// Surnames of the people named that are also other words: *Crane replied*.
    fn find_surnames(&mut self) {
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

    fn draft(&mut self, name: TokenRange, kind: EntityKind, source_kind: SourceKind) -> usize {
        let (owner, parts, mentions) = (None, Vec::new(), Vec::new());
        self.drafts.push(Draft { name, kind, source_kind, gender: 0, owner, parts, mentions, keep: false });
        self.drafts.len() - 1
    }

    fn full_name(&mut self, run: Run) -> usize {
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
    fn body(&mut self, name: TokenRange) -> usize {
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
        }
        if name.len() > 1 {
            let capitals = name.range().filter(|&token| grid.is_capitalized(token));
            let initials: String = capitals.filter_map(|token| grid.word(token).chars().next()).collect();
            self.index.short.entry(WordKey::of(&initials)).or_insert(entity);
        }
        entity
    }

    fn single_name(&mut self, run: Run) -> Option<usize> {
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
            let dotless: String = grid.word(at).chars().filter(|&c| c != '.').take(8).collect();
            let capitals = dotless.chars().all(|c| c.is_ascii_uppercase());
            self.index.short.get(&WordKey::of(&dotless)).copied().filter(|_| capitals)
        };
        let found =
            surname.or_else(|| last_of(&self.index.surname, key).next()).or_else(given).or_else(body).or_else(short);
        if found.is_some() {
            return found;
        }
        if run.person && !grid.is(at, TIME) {
            return Some(self.full_name(run));
        }
        let nobody = hint & (source::COLLECTIVE | source::TITLE) != 0 && hint & (source::PLACE | source::BODY) == 0;
        let modifier = grid.phrase_at(at).is_some_and(|phrase| phrase.head() > at) && !grid.is(at + 1, CLITIC);
        if nobody || modifier || grid.is(at, TIME) {
            return None;
        }
        Some(self.body(run.core))
    }

    /// Notes which tokens head sources: these are read even if nothing is known of their head.
    fn want(&mut self, chosen: &[Chosen]) {
        for chosen in chosen {
            for source in chosen.candidate.source.iter().chain(&chosen.candidate.follows) {
                let head = self.head(*source);
                if let Some(wanted) = self.wanted.get_mut(head) {
                    *wanted = true;
                }
            }
        }
    }

    /// The head of a source: of its base noun phrase, or of the possessor if the source is only that.
    fn head(&self, source: TokenRange) -> usize {
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

    /// The speakers of the turns of a transcript stand before what they say.
    fn read_turns(&mut self, chosen: &[Chosen]) {
        for (index, one) in chosen.iter().enumerate().filter(|(_, one)| voices::is_turn(self.context, one)) {
            let Some(&source) = one.candidate.source.first() else { continue };
            let named = self.run_of(source.end().saturating_sub(1)).and_then(|run| self.run_entity[run]);
            let by_key = || last_of(&self.index.surname, self.key(source.end().saturating_sub(1))).next();
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

    fn read_outside(&mut self) {
        let phrases = self.grid().document.noun_phrases();
        for &phrase in phrases {
            if !self.is_later(phrase.head()) && !self.is_later(phrase.tokens().start()) {
                self.read(phrase);
            }
        }
    }

    /// Whether a token is read when the speakers are known: in a quotation, or a first person in quoted words.
    fn is_later(&self, token: usize) -> bool {
        let grid = self.grid();
        grid.opaque_at(token).is_some()
            || pronoun::is_speaker(grid, token)
                && self.voices.attribution(token).is_some()
                && self.voices.speaker(token).is_none()
    }

    /// Reads the phrases in quotations, by then with known speakers.
    fn read_quotations(&mut self, chosen: &[Chosen]) {
        self.voices.name(chosen, |index| self.sources[index].1);
        let phrases = self.grid().document.noun_phrases();
        let mut current = None;
        for &phrase in phrases {
            let quotation = self.grid().opaque_at(phrase.head()).map(|(quotation, _)| quotation);
            if quotation.is_none()
                && !self.is_later(phrase.head())
                && !self.is_later(phrase.tokens().start())
                && !pronoun::is_speaker(self.grid(), phrase.tokens().start())
            {
                continue;
            }
            if current != quotation {
                current = quotation;
                self.inner.clear();
            }
            self.read(phrase);
        }
        self.inner.clear();
    }

    /// Links a noun phrase and its possessor to their entities.
    fn read(&mut self, phrase: NounPhrase) {
        let grid = self.grid();
        let (tokens, head) = (phrase.tokens(), phrase.head());
        let mut owner = None;
        if grid.is(tokens.start(), POSSESSIVE) && head > tokens.start() {
            let at = TokenRange::new(tokens.start(), tokens.start() + 1);
            owner = Some((self.pronoun(at.start(), true), at));
        } else if let Some(possessor) = phrase.possessor() {
            let to = possessor.end() + usize::from(grid.is(possessor.end(), CLITIC));
            let found = self.read_head(possessor, possessor.end().saturating_sub(1), None, true);
            owner = Some((found, TokenRange::new(possessor.start(), to)));
            if let Some(person) = found.filter(|&found| self.drafts[found].kind == EntityKind::Person) {
                self.index.owner.insert(self.key(head), person);
            }
        }
        // *the Rovers board* speaks of Rovers too.
        for at in tokens.range().filter(|&at| at < head) {
            let run = self.run_at.get(at).and_then(|&run| (run as usize).checked_sub(1));
            let Some(run) =
                run.filter(|&run| self.runs[run].core.end() == at + 1 && !self.runs[run].core.contains(head))
            else {
                continue;
            };
            if let Some(body) = self.run_entity[run].filter(|&body| self.drafts[body].kind == EntityKind::Organisation)
                && self.entity_at[at] == 0
            {
                self.mention(self.runs[run].core, at, body, true);
            }
        }
        self.read_head(tokens, head, owner, false);
    }

    fn read_head(
        &mut self,
        tokens: TokenRange,
        head: usize,
        owner: Option<(Option<usize>, TokenRange)>,
        owns: bool,
    ) -> Option<usize> {
        let grid = self.grid();
        if tokens.len() == 1 && pronoun::is_pronoun(grid, head) {
            return self.pronoun(head, owns);
        }
        let found = match self.run_of(head) {
            Some(run) if self.run_entity[run].is_some() => self.run_entity[run],
            _ => self.describe(tokens, head, owner),
        };
        if let Some(entity) = found {
            self.mention(TokenRange::new(tokens.start(), tokens.end()), head, entity, owns);
        }
        found
    }

    /// Notes a mention for the pronouns that follow; names are mentions of the output already.
    fn mention(&mut self, tokens: TokenRange, head: usize, entity: usize, owner: bool) {
        let grid = self.grid();
        if let Some(slot) = self.entity_at.get_mut(head) {
            *slot = entity as u32 + 1;
        }
        if self.run_at.get(head).is_none_or(|&run| run == 0) {
            self.drafts[entity].mentions.push(tokens);
        }
        let sentence = grid.document.sentence_of(head);
        let zone = grid.document.sentences().get(sentence).map_or(0, |sentence| sentence.zone());
        let flag = |flags: &[bool]| flags.get(head).copied().unwrap_or_default();
        // The phrase a sentence begins with is its subject even if its verb was not recognised.
        let begins = grid.document.sentences().get(sentence).is_some_and(|one| one.tokens().start() == tokens.start());
        let mention = Mention {
            at: head,
            entity,
            sentence,
            zone,
            subject: (flag(&self.subjects) || begins) && !owner,
            speaks: flag(&self.wanted) && !owner,
            owner,
        };
        // A credit in brackets (*LESK (Ledger Newswire)*) is nobody spoken of.
        if tokens.start() > 0 && grid.is(tokens.start() - 1, OPEN) {
            return;
        }
        let list = if grid.opaque_at(head).is_some() { &mut self.inner } else { &mut self.mentions };
        let place = if list.last().is_some_and(|last| last.at > head) {
            list.partition_point(|mention| mention.at <= head)
        } else {
            list.len()
        };
        list.insert(place, mention);
    }

    /// Resolves the sources outside quotations, or those inside.
    fn resolve(&mut self, chosen: &[Chosen], quoted: bool) {
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
            self.sources[index] = self.source(index, source);
            if let Some(entity) = self.sources[index].1 {
                self.drafts[entity].keep = true;
            }
        }
    }

    /// Kind (where it is not that of the entity) and entity of a source.
    fn source(&mut self, index: usize, source: TokenRange) -> (Option<SourceKind>, Option<usize>) {
        let grid = self.grid();
        if self.voices.turn(index).is_some() {
            return (Some(SourceKind::Role), None);
        }
        let head = self.head(source);
        let known = self.entity_at.get(head).and_then(|&entity| (entity as usize).checked_sub(1));
        let person = known.filter(|&entity| self.drafts[entity].kind == EntityKind::Person);
        if let Some(entity) = self.coordinated(source).or(person).or_else(|| self.named_in(source, head)) {
            return (None, Some(entity));
        }
        match known {
            Some(entity) => (None, Some(entity)),
            None if describe::is_nobody(grid, source.start()) => (Some(SourceKind::None), None),
            None if pronoun::is_pronoun(grid, head) => {
                let entity = self.pronoun(head, false);
                (entity.is_none().then_some(SourceKind::Pronoun), entity)
            }
            None => {
                let run = source.range().find_map(|at| (*self.run_at.get(at)? as usize).checked_sub(1));
                let found = run.and_then(|run| self.run_entity[run]);
                let entity =
                    found.unwrap_or_else(|| self.begin(source, source.end().saturating_sub(1).max(head), None));
                (None, Some(entity))
            }
        }
    }

    /// A person named inside a source whose head is an office or *one*: *his spokesman, Ana Ruiz*; *the Secretary of State Ana Ruiz*.
    fn named_in(&self, source: TokenRange, head: usize) -> Option<usize> {
        let grid = self.grid();
        if self.run_of(head).is_some() {
            return None;
        }
        let hint = self.hint(head);
        let single = matches!(grid.small(head).as_str(), "one" | "another");
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
            if let Some(run) = begins {
                let run = self.runs[run];
                let beside = run.titles.start().min(at);
                let article = usize::from(beside > 1 && grid.is(beside - 1, ARTICLE));
                let adjoins = beside > article && grid.is(beside - 1 - article, COMMA | DASH);
                let titled =
                    !opened && !run.titles.is_empty() && grid.is_capitalized(head) && run.titles.start() > head;
                let named = beside > 0 && matches!(grid.word(beside - 1), "named" | "called" | "as");
                if (run.person || single && adjoins) && run.core.start() == at && (adjoins || titled || named) {
                    return self.run_entity[(self.run_at[at] - 1) as usize];
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

    /// *Ana Ruiz and Tom Lake*
    fn coordinated(&mut self, source: TokenRange) -> Option<usize> {
        let grid = self.grid();
        let end = base_right(grid, source.start(), grid.len())?;
        if end >= source.end() || !grid.is(end, COORDINATOR) {
            return None;
        }
        base_right(grid, end + 1, grid.len()).filter(|&end| end <= source.end())?;
        let heads =
            [self.head(TokenRange::new(source.start(), end)), self.head(TokenRange::new(end + 1, source.end()))];
        let parts: Vec<usize> =
            heads.iter().filter_map(|&head| (*self.entity_at.get(head)? as usize).checked_sub(1)).collect();
        let [first, second] = parts[..] else { return None };
        // *author and critic Ana Ruiz*; *Ana Ruiz of the council and contributor to the Post*
        let (a, b) = (&self.drafts[first], &self.drafts[second]);
        let bare = |at: usize| !grid.is(at, ARTICLE | POSSESSIVE | INDEFINITE);
        let office = |head: usize| self.hint(head) & (source::ROLE | source::TITLE) != 0 && self.run_of(head).is_none();
        if first == second || b.kind == EntityKind::Person && office(heads[0]) && bare(source.start()) {
            return Some(second);
        }
        if a.kind == EntityKind::Person && office(heads[1]) && bare(end + 1) {
            return Some(first);
        }
        let kind = self.drafts[first].source_kind;
        let entity = self.draft(source, EntityKind::Group, kind);
        self.drafts[entity].parts = parts;
        self.drafts[entity].mentions.push(source);
        Some(entity)
    }

    /// The entities that are kept, and the kind and entity of the source of each attribution, by its index.
    pub(super) fn finish(self) -> (Vec<Entity>, Vec<(SourceKind, Option<EntityId>)>) {
        let grid = self.context.grid;
        let mut order: Vec<usize> = (0..self.drafts.len()).filter(|&index| self.drafts[index].keep).collect();
        let first =
            |draft: &Draft| draft.mentions.iter().map(|mention| mention.start()).min().unwrap_or(draft.name.start());
        order.sort_by_key(|&index| (first(&self.drafts[index]), index));
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
    fn name(&self, entity: usize) -> String {
        let grid = self.grid();
        let own = |entity: usize| line(grid, self.drafts[entity].name);
        let draft = &self.drafts[entity];
        if !draft.parts.is_empty() {
            return draft.parts.iter().map(|&part| own(part)).collect::<Vec<_>>().join(" and ");
        }
        match draft.owner {
            Some((owner, words))
                if draft.name.start() == words.start()
                    && words.end() < draft.name.end()
                    && (self.drafts[owner].kind == EntityKind::Person || grid.is(words.start(), POSSESSIVE)) =>
            {
                let rest = line(grid, TokenRange::new(words.end(), draft.name.end()));
                if owner == entity { rest } else { format!("{}'s {rest}", own(owner)) }
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
    grid.document.slice(grid.span(tokens)).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether two names with the same surname may be one person's.
fn is_same_person(grid: &Grid<'_>, a: TokenRange, b: TokenRange) -> bool {
    let key = |at: usize| grid.tokens[at].key();
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let ends = short.range().rev().zip(long.range().rev()).all(|(x, y)| key(x) == key(y));
    short.len() == 1 || ends || key(a.start()) == key(b.start())
}

fn same_text(grid: &Grid<'_>, a: TokenRange, b: TokenRange) -> bool {
    let skip = |range: TokenRange| range.start() + usize::from(grid.is(range.start(), ARTICLE) && range.len() > 1);
    let (from, other) = (skip(a), skip(b));
    a.end() - from == b.end() - other
        && (from..a.end()).zip(other..b.end()).all(|(x, y)| grid.tokens[x].key() == grid.tokens[y].key())
}

/// The tokens of subjects, the first noun phrase of each.
fn subjects(context: &Context<'_, '_>) -> Vec<bool> {
    let grid = context.grid;
    let mut marked = vec![false; grid.len()];
    for index in 0..grid.document.verb_groups().len() {
        let Some(subject) = context.clauses.subject(index) else { continue };
        let start = subject.tokens.start();
        let end = base_right(grid, start, grid.len()).unwrap_or(start + 1).min(subject.tokens.end());
        if let Some(part) = marked.get_mut(start..end.max(start)) {
            part.fill(true);
        }
    }
    marked
}
