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

mod data;
mod describe;
mod gather;
mod holder;
mod kind;
mod lists;
mod mentions;
mod names;
mod office;
mod output;
mod people;
mod pronoun;
mod scores;
mod sources;
#[cfg(test)]
mod tests;
mod voices;

use std::collections::BTreeMap;

use super::candidate::Context;
use super::clause::base_right;
use super::grid::Grid;
use super::lexis::{ANONYMITY, ARTICLE, CLITIC, COMMA, NAMED, OPEN, POSSESSIVE, PREPOSITION};
use super::model::{EntityKind, SourceKind};
use super::resolve::Chosen;
use super::source::Hint;
use crate::document::{NounPhrase, TokenRange};
use crate::text::{KeyMap, KeySet};
use crate::{WordKey, ZoneKind};
use lists::{Found, Lists, Part};
use mentions::{Mention, Mentions};
use names::Run;
use voices::Voices;

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
    /// The body a person speaks for.
    body: Option<usize>,
    /// Where it was mentioned first.
    first: Option<TokenRange>,
    keep: bool,
}

/// An office of a person.
#[derive(Clone, Copy, Default, Debug)]
struct Office {
    entity: usize,
    /// The word before the office: *foreign* in *foreign minister*.
    modifier: Option<WordKey>,
    /// The word for the country or body it belongs to: *Lesk* in *Lesk's prime minister*.
    of: Option<usize>,
    /// *vice president*
    junior: bool,
}

/// The entities of a document and the sources resolved to them.
pub(super) struct Entities<'a, 'd> {
    context: &'a Context<'a, 'd>,
    drafts: Vec<Draft>,
    /// Each entity and where it is mentioned, in the order of finding.
    spoken: Vec<(u32, TokenRange)>,
    runs: Vec<Run>,
    /// By token: index of the run whose name it belongs to, plus 1.
    run_at: Vec<u32>,
    run_entity: Vec<Option<usize>>,
    index: Index,
    mentions: Mentions,
    /// By token that is the head of a noun phrase or a pronoun: its entity, plus 1.
    entity_at: Vec<u32>,
    /// By token: whether it heads a source, or belongs to a subject.
    wanted: Vec<bool>,
    subjects: Vec<bool>,
    voices: Voices,
    /// The noun phrases that may be read only when the speakers are known.
    later: Vec<u32>,
    /// The tokens that speak of being named or not.
    naming: Vec<u32>,
    /// Descriptions of people in the first paragraph: the noun, whose, and who.
    leads: Vec<(WordKey, Option<usize>, usize)>,
    author: Option<usize>,
    interviewed: Option<usize>,
    /// Whom the article is about, if one person is named far more often than others.
    topic: Option<usize>,
    sources: Vec<(Option<SourceKind>, Option<usize>)>,
}

/// Entities by a word.
#[derive(Default)]
struct Index {
    lists: Lists,
    offices: Vec<Office>,
    short: KeyMap<usize>,
    /// Short forms the article gives in brackets.
    given: KeySet,
    /// Whose something is that was said to be a person's: *Ruiz's spokesman*.
    owner: KeyMap<usize>,
    /// Those made of several others.
    group: BTreeMap<Vec<usize>, usize>,
}

impl Index {
    /// The last entities with a word as this part, in their order.
    fn of(&self, part: Part, word: WordKey) -> Found {
        self.lists.of(part, word)
    }

    /// The last offices by this name.
    fn offices(&self, word: WordKey) -> impl DoubleEndedIterator<Item = Office> + '_ {
        self.lists.of(Part::Office, word).map(|office| self.offices[office])
    }

    fn give_office(&mut self, word: WordKey, office: Office) {
        self.lists.push(Part::Office, word, self.offices.len());
        self.offices.push(office);
    }
}

impl<'a, 'd> Entities<'a, 'd> {
    pub(super) fn new(context: &'a Context<'a, 'd>, chosen: &[Chosen]) -> Self {
        let grid = context.grid;
        // News mostly has fewer mentions and entities to a noun phrase.
        let phrases = grid.document.noun_phrases().len();
        let mut entities = Self {
            context,
            drafts: Vec::with_capacity(phrases / 6),
            spoken: Vec::with_capacity(phrases * 7 / 8),
            runs: names::runs(grid),
            run_at: vec![0; grid.len()],
            run_entity: Vec::new(),
            index: Index { lists: Lists::with_capacity(phrases / 4), ..Index::default() },
            mentions: Mentions::with_capacity(phrases * 5 / 8),
            entity_at: vec![0; grid.len()],
            wanted: vec![false; grid.len()],
            subjects: subjects(context),
            voices: Voices::new(context, chosen),
            later: Vec::new(),
            naming: (0..grid.len() as u32).filter(|&at| grid.is(at as usize, ANONYMITY | NAMED)).collect(),
            leads: Vec::new(),
            author: None,
            interviewed: None,
            topic: None,
            sources: vec![(None, None); chosen.len()],
        };
        entities.gather();
        entities.want(chosen);
        entities.read_turns(chosen);
        entities.read_outside();
        entities.mentions.end_pass();
        entities.link_headline();
        entities.resolve(chosen, false);
        entities.mentions.end_pass();
        entities.read_quotations(chosen);
        entities.mentions.end_pass();
        entities.resolve(chosen, true);
        entities.end_reading();
        entities.find_data(chosen);
        entities
    }

    /// Makes room for the output: what only the reading needs is let go.
    fn end_reading(&mut self) {
        self.mentions = Mentions::default();
        self.voices = Voices::default();
        (self.entity_at, self.wanted, self.subjects) = (Vec::new(), Vec::new(), Vec::new());
    }

    fn grid(&self) -> &'a Grid<'d> {
        self.context.grid
    }

    /// The name a token belongs to; a title with a capital belongs to the name behind it.
    fn run_of(&self, token: usize) -> Option<usize> {
        self.run_at(token).or_else(|| {
            let capital = self.grid().is_capitalized(token);
            let mut behind = (token + 1..=token + names::TITLES).filter(|_| capital).filter_map(|at| self.run_at(at));
            behind.find(|&run| self.runs[run].titles.contains(token))
        })
    }

    /// The name a token belongs to, its titles aside.
    fn run_at(&self, token: usize) -> Option<usize> {
        (*self.run_at.get(token)? as usize).checked_sub(1)
    }

    /// The entity of the phrase or pronoun a token is the head of.
    fn entity_of(&self, head: usize) -> Option<usize> {
        (*self.entity_at.get(head)? as usize).checked_sub(1)
    }

    fn hint(&self, token: usize) -> Hint {
        names::hint(self.grid(), token)
    }

    fn key(&self, token: usize) -> WordKey {
        self.grid().tokens.get(token).map_or(WordKey::default(), |token| token.key())
    }

    /// The zone of a sentence.
    fn zone_of(&self, sentence: usize) -> usize {
        self.grid().document.sentences().get(sentence).map_or(0, |sentence| sentence.zone())
    }

    fn zone_kind(&self, token: usize) -> Option<ZoneKind> {
        let document = self.grid().document;
        let zone = document.sentences().get(document.sentence_of(token))?.zone();
        document.zones().get(zone).map(|zone| zone.kind())
    }

    fn draft(&mut self, name: TokenRange, kind: EntityKind, source_kind: SourceKind) -> usize {
        let (owner, parts, first) = (None, Vec::new(), None);
        self.drafts.push(Draft { name, kind, source_kind, gender: 0, owner, parts, body: None, first, keep: false });
        self.drafts.len() - 1
    }

    /// Notes where the text speaks of an entity.
    fn speak(&mut self, entity: usize, tokens: TokenRange) {
        self.drafts[entity].first.get_or_insert(tokens);
        self.spoken.push((entity as u32, tokens));
    }

    fn read_outside(&mut self) {
        let grid = self.grid();
        for (index, &phrase) in grid.document.noun_phrases().iter().enumerate() {
            let (start, head) = (phrase.tokens().start(), phrase.head());
            let quoted = |at: usize| grid.opaque_at(at).is_some() || pronoun::is_speaker(grid, at);
            if quoted(head) || start != head && quoted(start) {
                self.later.push(index as u32);
                if self.is_later(head) || self.is_later(start) {
                    continue;
                }
            }
            self.read(phrase);
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
        let grid = self.grid();
        let mut current = None;
        for index in std::mem::take(&mut self.later) {
            let phrase = grid.document.noun_phrases()[index as usize];
            let quotation = grid.opaque_at(phrase.head()).map(|(quotation, _)| quotation);
            if quotation.is_none()
                && !self.is_later(phrase.head())
                && !self.is_later(phrase.tokens().start())
                && !pronoun::is_speaker(grid, phrase.tokens().start())
            {
                continue;
            }
            if current != quotation {
                current = quotation;
                self.mentions.begin_quotation();
            }
            self.read(phrase);
        }
        self.mentions.begin_quotation();
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
        for at in tokens.start()..head {
            let ends = |&run: &usize| self.runs[run].core.end() == at + 1 && !self.runs[run].core.contains(head);
            let Some(run) = self.run_at(at).filter(ends) else { continue };
            if let Some(body) = self.run_entity[run].filter(|&body| self.drafts[body].kind == EntityKind::Organisation)
                && self.entity_at[at] == 0
            {
                self.mention(self.runs[run].core, at, body, true);
            }
        }
        let found = self.read_head(tokens, head, owner, false);
        if let Some(person) =
            found.filter(|&found| self.drafts[found].kind == EntityKind::Person && self.run_of(head).is_none())
        {
            self.note_lead(head, owner.and_then(|(owner, _)| owner), person);
        }
        self.note_pair(tokens, head);
    }

    /// Notes whom the first paragraph describes.
    fn note_lead(&mut self, head: usize, owner: Option<usize>, person: usize) {
        const LEADS: usize = 4;
        let zone = self.grid().document.sentences().get(self.grid().document.sentence_of(head)).map(|one| one.zone());
        if self.leads.len() < LEADS && zone.is_some_and(|zone| self.is_lead(zone)) {
            self.leads.push((self.key(head), owner, person));
        }
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
        if let Some(slot) = self.entity_at.get_mut(head) {
            *slot = entity as u32 + 1;
        }
        if self.run_at(head).is_none() {
            self.speak(entity, tokens);
        }
        self.note(tokens, head, entity, owner);
    }

    /// Whether a phrase opens its sentence, but for a short adverbial: *On Monday, | Ana Ruiz …*.
    fn begins_clause(&self, sentence: usize, start: usize) -> bool {
        const LONGEST: usize = 12;
        let grid = self.grid();
        let Some(first) = grid.document.sentences().get(sentence).map(|one| one.tokens().start()) else { return false };
        let comma = start.checked_sub(1).filter(|&at| at > first && grid.is(at, COMMA));
        let adverbial = |comma: usize| {
            let link = grid.is(first, PREPOSITION) && !grid.word(first).eq_ignore_ascii_case("according");
            link && comma - first <= LONGEST
                && (first..comma).all(|at| !grid.is(at, COMMA) && grid.group_at(at).is_none())
        };
        start == first || comma.is_some_and(adverbial)
    }

    /// Notes who is spoken of at a place.
    fn note(&mut self, tokens: TokenRange, head: usize, entity: usize, owner: bool) {
        let grid = self.grid();
        // A credit in brackets (*LESK (Ledger Newswire)*) is nobody spoken of.
        if tokens.start() > 0 && grid.is(tokens.start() - 1, OPEN) {
            return;
        }
        let sentence = grid.document.sentence_of(head);
        let flag = |flags: &[bool]| flags.get(head).copied().unwrap_or_default();
        // The phrase a sentence begins with is its subject even if its verb was not recognised.
        let subject = || flag(&self.subjects) || self.begins_clause(sentence, tokens.start());
        let role = |has: bool, role: u8| if has { role } else { 0 };
        let roles = if owner {
            Mention::OWNER
        } else {
            role(subject(), Mention::SUBJECT) | role(flag(&self.wanted), Mention::SPEAKS)
        };
        self.mentions.note(Mention::new(head, entity, sentence, roles), grid.opaque_at(head).is_some());
    }
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
