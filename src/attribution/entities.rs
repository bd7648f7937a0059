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
//!
//! # Counter-examples
//! - `Tom Lake met Ana Ruiz. Lake said …`: not the lake, not Ruiz
//!
//! # Known limits
//! Gender is known from titles, given names and offices only. A wrong link is worse than none: a pronoun nobody fits stays
//! unresolved.

use super::candidate::{Candidate, Context};
use super::clause::base_right;
use super::grid::Grid;
use super::lexis::{
    ARTICLE, CLOSE, COMMA, COORDINATOR, DASH, FIRST_PERSON, HE, INDEFINITE, IT, OPEN, RELATIVE, SHE, THEY,
};
use super::model::{Entity, EntityId, EntityKind, SourceKind};
use super::resolve::Chosen;
use super::source::{self, Hint};
use crate::document::{TokenKind, TokenRange, Upos};
use crate::{Span, WordKey};

/// Mentions a pronoun may look back over, and sentences.
const REACH: usize = 48;
const SENTENCES: usize = 6;

/// An entity while mentions are gathered.
struct Draft {
    /// The longest name.
    name: TokenRange,
    kind: EntityKind,
    source_kind: SourceKind,
    gender: Hint,
    /// Keys of offices this person is given.
    roles: Vec<WordKey>,
    mentions: Vec<TokenRange>,
    keep: bool,
}

/// A mention in the order of the text.
#[derive(Clone, Copy)]
struct Mention {
    at: usize,
    entity: usize,
    sentence: usize,
    subject: bool,
    speaks: bool,
}

/// The entities of a document and the sources resolved to them.
pub(super) struct Entities<'a, 'd> {
    context: &'a Context<'a, 'd>,
    drafts: Vec<Draft>,
    mentions: Vec<Mention>,
    sources: Vec<(SourceKind, Option<usize>)>,
    subjects: Vec<bool>,
}

impl<'a, 'd> Entities<'a, 'd> {
    pub(super) fn new(context: &'a Context<'a, 'd>, chosen: &[Chosen]) -> Self {
        let mut entities = Self {
            context,
            drafts: Vec::new(),
            mentions: Vec::new(),
            sources: vec![(SourceKind::None, None); chosen.len()],
            subjects: subjects(context),
        };
        let runs = name_runs(context.grid);
        entities.gather(&runs);
        entities.resolve(chosen);
        entities
    }

    fn grid(&self) -> &'a Grid<'d> {
        self.context.grid
    }

    fn hint(&self, token: usize) -> Hint {
        self.grid().tokens.get(token).map_or(0, |token| source::hint(token.key()))
    }

    fn key(&self, token: usize) -> WordKey {
        self.grid().tokens.get(token).map_or(WordKey::default(), |token| token.key())
    }

    /// Merges the names: longer ones first make entities, then single words join them.
    fn gather(&mut self, runs: &[Run]) {
        let mut of_run = vec![None; runs.len()];
        for (index, run) in runs.iter().enumerate() {
            if run.core.len() > 1 || run.titled {
                of_run[index] = self.full_name(run);
            }
        }
        for (index, run) in runs.iter().enumerate() {
            if of_run[index].is_none() {
                of_run[index] = self.single_name(run);
            }
        }
        for (run, entity) in runs.iter().zip(of_run) {
            if let Some(entity) = entity {
                self.mention(run.core, entity, false);
                self.drafts[entity].keep = true;
            }
        }
        self.mentions.sort_by_key(|mention| mention.at);
    }

    fn mention(&mut self, tokens: TokenRange, entity: usize, speaks: bool) {
        let at = tokens.start();
        let sentence = self.grid().document.sentence_of(at);
        let subject = self.subjects.get(at).copied().unwrap_or_default();
        self.drafts[entity].mentions.push(tokens);
        self.mentions.push(Mention { at, entity, sentence, subject, speaks });
    }

    fn draft(&mut self, name: TokenRange, kind: EntityKind, source_kind: SourceKind) -> usize {
        self.drafts.push(Draft {
            name,
            kind,
            source_kind,
            gender: 0,
            roles: Vec::new(),
            mentions: Vec::new(),
            keep: false,
        });
        self.drafts.len() - 1
    }

    fn full_name(&mut self, run: &Run) -> Option<usize> {
        let last = self.key(run.core.end() - 1);
        let person = run.is_person(self.grid());
        let first = self.key(run.core.start());
        let found = self.drafts.iter().position(|draft| {
            if (draft.kind == EntityKind::Person) != person {
                return false;
            }
            let same_last = self.key(draft.name.end() - 1) == last;
            if !person {
                return same_text(self.grid(), draft.name, run.core);
            }
            let short = run.core.len() == 1 || draft.name.len() == 1;
            same_last && (short || self.key(draft.name.start()) == first)
        });
        let entity = match found {
            Some(entity) => entity,
            None if person => self.draft(run.core, EntityKind::Person, SourceKind::Named),
            None => self.draft(run.core, EntityKind::Organisation, SourceKind::Organisation),
        };
        if run.core.len() > self.drafts[entity].name.len() {
            self.drafts[entity].name = run.core;
        }
        if person {
            self.describe(entity, run);
        }
        Some(entity)
    }

    /// Notes gender and office of a person from what stands around the name.
    fn describe(&mut self, entity: usize, run: &Run) {
        let grid = self.grid();
        let mut gender = self.hint(run.core.start()) & (source::MALE_NAME | source::FEMALE_NAME);
        let mut roles = Vec::new();
        for at in run.titles.range() {
            let hint = self.hint(at);
            gender |= hint & (source::MALE | source::FEMALE) & !(source::MALE_NAME | source::FEMALE_NAME);
            if hint & source::ROLE != 0 {
                roles.push(self.key(at));
            }
        }
        // `Dmitry Peskov, the Kremlin's spokesman`
        if grid.is(run.core.end(), COMMA)
            && let Some(end) = base_right(grid, run.core.end() + 1, grid.len())
        {
            let hint = self.hint(end - 1);
            if hint & source::ROLE != 0 && !grid.is_capitalized(end - 1) {
                roles.push(self.key(end - 1));
                gender |= hint & (source::MALE_ROLE | source::FEMALE_ROLE);
            }
        }
        // `the Kremlin's spokesman, Dmitry Peskov`
        let start = run.titles.start();
        if start > 1
            && grid.is(start - 1, COMMA)
            && self.hint(start - 2) & source::ROLE != 0
            && grid.phrase_at(start - 2).is_some()
        {
            roles.push(self.key(start - 2));
        }
        let draft = &mut self.drafts[entity];
        draft.gender |= gender;
        draft.roles.extend(roles);
    }

    fn single_name(&mut self, run: &Run) -> Option<usize> {
        let grid = self.grid();
        let key = self.key(run.core.start());
        let at = run.core.start();
        let hint = self.hint(at);
        let matches = |draft: &Draft, token: usize| self.key(token) == key && draft.kind == EntityKind::Person;
        let surname = self.drafts.iter().rposition(|draft| matches(draft, draft.name.end() - 1));
        let given = || self.drafts.iter().rposition(|draft| matches(draft, draft.name.start()));
        let exact = || {
            self.drafts
                .iter()
                .position(|draft| draft.kind != EntityKind::Person && same_text(grid, draft.name, run.core))
        };
        let short = || {
            let abbreviation = grid.tokens[at].shape().is_all_caps();
            self.drafts.iter().position(|draft| {
                draft.kind == EntityKind::Organisation && abbreviation && is_abbreviation_of(grid, at, draft.name)
            })
        };
        if let Some(found) = surname.or_else(given).or_else(exact).or_else(short) {
            return Some(found);
        }
        if hint & (source::MALE_NAME | source::FEMALE_NAME) != 0 && hint & (source::PLACE | source::BODY) == 0 {
            let entity = self.draft(run.core, EntityKind::Person, SourceKind::Named);
            self.drafts[entity].gender = hint & (source::MALE_NAME | source::FEMALE_NAME);
            return Some(entity);
        }
        if hint & (source::COLLECTIVE | source::TITLE) != 0 && hint & (source::PLACE | source::BODY) == 0 {
            return None;
        }
        Some(self.draft(run.core, EntityKind::Organisation, SourceKind::Organisation))
    }

    fn resolve(&mut self, chosen: &[Chosen]) {
        for (index, chosen_one) in chosen.iter().enumerate() {
            let candidate = &chosen_one.candidate;
            let source = candidate.source.first().or(candidate.follows.first()).copied();
            let Some(source) = source else {
                continue;
            };
            let parent = chosen_one.parent.map(|parent| self.sources[parent]);
            let quoted = self.grid().quotation_at(source.start()).is_some();
            let first = self.grid().is(source.start(), FIRST_PERSON) && source.len() == 1;
            let found = if first && quoted {
                parent.unwrap_or((SourceKind::Pronoun, None))
            } else {
                self.source(source, candidate)
            };
            self.sources[index] = found;
            if let Some(entity) = found.1 {
                self.drafts[entity].keep = true;
            }
        }
    }

    /// Kind and entity of a source.
    fn source(&mut self, source: TokenRange, candidate: &Candidate) -> (SourceKind, Option<usize>) {
        let grid = self.grid();
        let start = source.start();
        if grid.is(start, HE | SHE | THEY | IT | FIRST_PERSON)
            && base_right(grid, start, grid.len()).is_none_or(|end| end == start + 1)
        {
            return self.pronoun(start);
        }
        let base = base_right(grid, start, grid.len())
            .map_or(source, |end| TokenRange::new(start, end.min(source.end()).max(start + 1)));
        if self.is_anonymous(source, candidate) {
            let entity = self.described(source, base, EntityKind::Group, SourceKind::Anonymous);
            return (SourceKind::Anonymous, Some(entity));
        }
        if self.is_coordinated(source, base) {
            let kind = match self.named_in(base) {
                Some(entity) => self.drafts[entity].source_kind,
                None => self.by_head(base.end() - 1),
            };
            let entity = self.described(source, base, EntityKind::Group, kind);
            return (kind, Some(entity));
        }
        if let Some(entity) = self.named_in(base).or_else(|| self.named_in_apposition(source, base)) {
            self.heard(base, entity);
            return (self.drafts[entity].source_kind, Some(entity));
        }
        let head = self.head_of(base);
        let kind = self.by_head(head);
        let definite = !grid.is(base.start(), INDEFINITE);
        if definite
            && kind == SourceKind::Role
            && let Some(entity) = self.person_with_role(self.key(head), base.start())
        {
            self.heard(base, entity);
            return (self.drafts[entity].source_kind, Some(entity));
        }
        let entity_kind = match kind {
            SourceKind::Role => EntityKind::Role,
            SourceKind::Document => EntityKind::Document,
            SourceKind::Organisation => EntityKind::Organisation,
            _ => EntityKind::Group,
        };
        let entity = self.described(source, base, entity_kind, kind);
        (kind, Some(entity))
    }

    fn heard(&mut self, tokens: TokenRange, entity: usize) {
        let at = tokens.start();
        let sentence = self.grid().document.sentence_of(at);
        let subject = true;
        if !self.drafts[entity]
            .mentions
            .iter()
            .any(|mention| mention.start() < tokens.end() && tokens.start() < mention.end())
        {
            self.drafts[entity].mentions.push(tokens);
        }
        let place = self.mentions.partition_point(|mention| mention.at < at);
        self.mentions.insert(place, Mention { at, entity, sentence, subject, speaks: true });
    }

    /// An entity known by its description only; a definite one may have been described before.
    fn described(&mut self, source: TokenRange, base: TokenRange, kind: EntityKind, source_kind: SourceKind) -> usize {
        let grid = self.grid();
        let head = self.head_of(base);
        let key = self.key(head);
        let definite = !grid.is(base.start(), INDEFINITE) || source_kind == SourceKind::Anonymous;
        let known = self.drafts.iter().rposition(|draft| {
            draft.source_kind == source_kind
                && draft.kind == kind
                && (same_text(grid, draft.name, source)
                    || definite && base.len() <= 2 && draft.roles.first() == Some(&key))
        });
        let entity = known.unwrap_or_else(|| {
            let entity = self.draft(source, kind, source_kind);
            self.drafts[entity].roles.push(key);
            self.drafts[entity].gender = self.hint(head) & (source::MALE_ROLE | source::FEMALE_ROLE);
            entity
        });
        self.heard(base, entity);
        entity
    }

    /// The named entity a base noun phrase is, if its head is a name.
    fn named_in(&self, base: TokenRange) -> Option<usize> {
        let head = self.head_of(base);
        let from = self.mentions.partition_point(|mention| mention.at < base.start());
        self.mentions[from..].iter().take_while(|mention| mention.at < base.end()).find_map(|mention| {
            let draft = &self.drafts[mention.entity];
            let here = draft.mentions.iter().rev().any(|name| name.contains(head) && name.contains(mention.at));
            here.then_some(mention.entity)
        })
    }

    /// *his spokesman, Dmitry Peskov*
    fn named_in_apposition(&self, source: TokenRange, base: TokenRange) -> Option<usize> {
        let grid = self.grid();
        let head = self.hint(self.head_of(base));
        if head & source::ROLE == 0 && !grid.is(base.end(), COMMA) {
            return None;
        }
        let from = (base.end()..source.end()).find(|&at| grid.is(at, COMMA | DASH)).unwrap_or(base.end());
        let to = (from + 1..source.end()).find(|&at| grid.is(at, COMMA | DASH | RELATIVE)).unwrap_or(source.end());
        let first = self.mentions.partition_point(|mention| mention.at <= from);
        let mention = self.mentions.get(first).filter(|mention| mention.at < to && mention.at <= from + 3)?;
        (self.drafts[mention.entity].kind == EntityKind::Person && head & source::ROLE != 0).then_some(mention.entity)
    }

    fn head_of(&self, base: TokenRange) -> usize {
        let grid = self.grid();
        let last = base.end().saturating_sub(1);
        grid.phrase_at(base.start()).map(|phrase| phrase.head()).filter(|&head| base.contains(head)).unwrap_or(last)
    }

    fn by_head(&self, head: usize) -> SourceKind {
        let grid = self.grid();
        let known = self.hint(head);
        let bits = if known
            & (source::DOCUMENT | source::ORGANISATION | source::ROLE | source::COLLECTIVE | source::ANONYMOUS)
            != 0
        {
            known
        } else if known & (source::BODY | source::PLACE) != 0 {
            source::ORGANISATION
        } else {
            source::guess(grid.word(head))
        };
        if bits & source::COLLECTIVE != 0 {
            SourceKind::Collective
        } else if bits & source::ROLE != 0 {
            SourceKind::Role
        } else if bits & source::DOCUMENT != 0 {
            SourceKind::Document
        } else {
            SourceKind::Organisation
        }
    }

    fn is_anonymous(&self, source: TokenRange, candidate: &Candidate) -> bool {
        let grid = self.grid();
        const WORDS: &[&str] = &["anonymity", "anonymous", "anonymously", "unnamed", "unidentified", "familiar"];
        let inside = source.range().any(|at| WORDS.iter().any(|word| grid.word(at).eq_ignore_ascii_case(word)));
        let base = base_right(grid, source.start(), grid.len()).unwrap_or(source.end());
        let head = self.head_of(TokenRange::new(source.start(), base.max(source.start() + 1)));
        if inside || self.hint(head) & source::ANONYMOUS != 0 {
            return true;
        }
        if self.hint(head) & (source::COLLECTIVE | source::ROLE) == 0 || grid.upos(head) == Upos::Propn {
            return false;
        }
        let Some(region) = grid.regions.get(candidate.region) else { return false };
        region.tokens.range().any(|at| grid.word(at).eq_ignore_ascii_case("anonymity"))
    }

    fn is_coordinated(&self, source: TokenRange, base: TokenRange) -> bool {
        let grid = self.grid();
        let at = base.end();
        at < source.end()
            && grid.is(at, COORDINATOR)
            && base_right(grid, at + 1, grid.len()).is_some_and(|end| end <= source.end())
    }

    /// The person last given this office.
    fn person_with_role(&self, role: WordKey, before: usize) -> Option<usize> {
        let until = self.mentions.partition_point(|mention| mention.at < before);
        self.mentions[..until]
            .iter()
            .rev()
            .map(|mention| mention.entity)
            .find(|&entity| self.drafts[entity].kind == EntityKind::Person && self.drafts[entity].roles.contains(&role))
    }

    fn pronoun(&mut self, at: usize) -> (SourceKind, Option<usize>) {
        let grid = self.grid();
        let fits = |draft: &Draft| {
            let person = matches!(draft.kind, EntityKind::Person | EntityKind::Role);
            if grid.is(at, HE) {
                person && (draft.gender & source::FEMALE == 0 || draft.gender & source::MALE != 0)
            } else if grid.is(at, SHE) {
                person && (draft.gender & source::MALE == 0 || draft.gender & source::FEMALE != 0)
            } else if grid.is(at, THEY) {
                matches!(draft.kind, EntityKind::Group) || draft.source_kind == SourceKind::Organisation && draft.keep
            } else if grid.is(at, IT) {
                matches!(draft.kind, EntityKind::Organisation | EntityKind::Document)
            } else {
                false
            }
        };
        let sentence = grid.document.sentence_of(at);
        let until = self.mentions.partition_point(|mention| mention.at < at);
        let mut best: Option<(i32, usize)> = None;
        for (age, mention) in self.mentions[..until].iter().rev().take(REACH).enumerate() {
            let distance = sentence.saturating_sub(mention.sentence);
            if distance > SENTENCES {
                break;
            }
            let draft = &self.drafts[mention.entity];
            if !fits(draft) {
                continue;
            }
            let quoted = grid.quotation_at(mention.at).is_some();
            let score = 10 * i32::from(mention.subject) + 8 * i32::from(mention.speaks)
                - 6 * distance as i32
                - age as i32
                - 12 * i32::from(quoted)
                + 4 * i32::from(draft.gender != 0);
            if best.is_none_or(|(top, _)| score > top) {
                best = Some((score, mention.entity));
            }
        }
        let Some((_, entity)) = best else {
            return (SourceKind::Pronoun, None);
        };
        if grid.is(at, HE | SHE) {
            let gender = if grid.is(at, HE) { source::MALE_NAME } else { source::FEMALE_NAME };
            self.drafts[entity].gender |= gender;
        }
        self.heard(TokenRange::new(at, at + 1), entity);
        (self.drafts[entity].source_kind, Some(entity))
    }

    /// Kind and entity of the source of an attribution, by its index; ids are those of [`into_list`](Self::into_list).
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
                Entity { name: name_of(grid, draft.name), kind: draft.kind, mentions }
            })
            .collect();
        let sources =
            self.sources.iter().map(|&(kind, entity)| (kind, entity.and_then(|entity| place[entity]))).collect();
        (entities, sources)
    }
}

/// The text of a name on one line.
fn name_of(grid: &Grid<'_>, name: TokenRange) -> String {
    grid.document.slice(grid.span(name)).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn same_text(grid: &Grid<'_>, a: TokenRange, b: TokenRange) -> bool {
    let skip = |range: TokenRange| range.start() + usize::from(grid.is(range.start(), ARTICLE) && range.len() > 1);
    let (from, other) = (skip(a), skip(b));
    a.end() - from == b.end() - other
        && (from..a.end()).zip(other..b.end()).all(|(x, y)| grid.tokens[x].key() == grid.tokens[y].key())
}

/// *HT* of *Harbour Trust*, or printed in brackets behind it.
fn is_abbreviation_of(grid: &Grid<'_>, at: usize, name: TokenRange) -> bool {
    let bracket = grid.is(name.end(), OPEN)
        && grid.tokens.get(name.end() + 1).is_some_and(|token| token.key() == grid.tokens[at].key())
        && grid.is(name.end() + 2, CLOSE);
    let initials =
        name.range().filter(|&token| grid.is_capitalized(token)).filter_map(|token| grid.word(token).chars().next());
    bracket || name.len() > 1 && initials.eq(grid.word(at).chars())
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

/// A run of capitalised words that is a name, with the titles before it.
#[derive(Clone, Copy, Debug)]
struct Run {
    titles: TokenRange,
    core: TokenRange,
    /// A title of a person stands before it.
    titled: bool,
    definite: bool,
}

impl Run {
    fn is_person(&self, grid: &Grid<'_>) -> bool {
        let hint = |at: usize| source::hint(grid.tokens[at].key());
        let bits = self.core.range().fold(0, |bits, at| bits | hint(at));
        let first = hint(self.core.start());
        let last = hint(self.core.end() - 1);
        if self.titled && last & source::BODY == 0 {
            return true;
        }
        if first & (source::MALE_NAME | source::FEMALE_NAME) != 0 && self.core.len() > 1 {
            return last & source::BODY == 0 || self.core.len() == 2 && last & source::PLACE != 0;
        }
        if self.definite || bits & (source::BODY | source::PLACE) != 0 {
            return false;
        }
        let acronym = self.core.range().any(|at| grid.tokens[at].shape().is_all_caps() && grid.word(at).len() > 2);
        (2..=4).contains(&self.core.len()) && !acronym
    }
}

/// The runs of capitalised words that are names.
fn name_runs(grid: &Grid<'_>) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut at = 0;
    let name = |at: usize| {
        grid.upos(at) == Upos::Propn
            && grid.is_capitalized(at)
            && grid.tokens.get(at).is_some_and(|token| token.kind() == TokenKind::Word)
    };
    while at < grid.len() {
        if !name(at) {
            at += 1;
            continue;
        }
        let start = at;
        let mut end = at + 1;
        loop {
            let hyphen = matches!(grid.word(end), "-" | "‑") && name(end + 1);
            let particle = ["de", "del", "da", "van", "von", "der", "al", "bin", "ibn", "la", "le"]
                .contains(&grid.word(end))
                && name(end + 1);
            let same_sentence = grid.document.sentence_of(end) == grid.document.sentence_of(start);
            if !same_sentence {
                break;
            }
            if name(end) {
                end += 1;
            } else if hyphen || particle {
                end += 2;
            } else {
                break;
            }
        }
        at = end;
        runs.extend(run(grid, start, end));
    }
    runs
}

/// The run without its titles; small letters before it may be titles too (*spokesman John Lake*).
fn run(grid: &Grid<'_>, start: usize, end: usize) -> Option<Run> {
    let hint = |at: usize| source::hint(grid.tokens[at].key());
    let mut core = start;
    let mut titled = false;
    while core + 1 < end
        && hint(core) & source::TITLE != 0
        && hint(core) & (source::MALE_NAME | source::FEMALE_NAME) == 0
    {
        titled = true;
        core += 1;
        while core + 1 < end && (grid.word(core) == "." || grid.word(core) == "-") {
            core += 1;
        }
    }
    let mut titles = start;
    while titles > 0 {
        let before = titles - 1;
        let small =
            !grid.is_capitalized(before) && hint(before) & (source::TITLE | source::ROLE) != 0 && grid.is_noun(before);
        if !small {
            break;
        }
        titled = true;
        titles = before;
    }
    // A title alone is an office, no name.
    if core + 1 == end && hint(core) & source::TITLE != 0 && hint(core) & (source::MALE_NAME | source::FEMALE_NAME) == 0
    {
        return None;
    }
    let definite = start > 0 && grid.is(start - 1, ARTICLE) && core == start;
    Some(Run { titles: TokenRange::new(titles, core), core: TokenRange::new(core, end), titled, definite })
}
