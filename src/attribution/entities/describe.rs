//! Descriptions: *the spokesman, the company, three officials, a survey*.
//!
//! A definite description is linked to the person with that office, the body with that word in its name, or what was described
//! with the same noun before; any other begins an entity of its own.

use super::super::clause::base_right;
use super::super::grid::Grid;
use super::super::lexis::{
    ARTICLE, BY, COMMA, COORDINATOR, DASH, HE, INDEFINITE, OPEN, PERSONAL, POSSESSIVE, PREPOSITION, QUOTE, RELATIVE,
    SEMICOLON, SHE, THIS,
};
use super::super::model::{EntityKind, SourceKind};
use super::super::source;
use super::names::{Run, apposition, office};
use super::{Entities, Office, last_of};
use crate::WordKey;
use crate::document::{TokenKind, TokenRange, Upos};

/// Nouns for any company, club or body, that stand for the one spoken of.
const ANY_BODY: &[&str] = &[
    "company",
    "firm",
    "maker",
    "manufacturer",
    "retailer",
    "carrier",
    "airline",
    "automaker",
    "carmaker",
    "chain",
    "club",
    "side",
    "team",
    "group",
    "start-up",
    "startup",
    "publisher",
    "brewer",
    "developer",
    "lender",
    "insurer",
    "operator",
    "supplier",
    "producer",
    "organisation",
    "organization",
    "charity",
    "regulator",
    "watchdog",
    "broadcaster",
    "network",
    "newspaper",
    "business",
];

/// Whether a phrase names nobody: *nobody, no organisation*.
pub(super) fn is_nobody(grid: &Grid<'_>, at: usize) -> bool {
    ["no", "nobody", "none", "neither", "nothing", "noone"].iter().any(|word| grid.word(at).eq_ignore_ascii_case(word))
        || grid.word(at).eq_ignore_ascii_case("who")
}

/// Whose a description is, if that is known, and the words that say so.
type Owner = Option<(Option<usize>, TokenRange)>;

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
            }
        }
        // `Dmitry Peskov, the Kremlin's spokesman`
        let mut heads = vec![apposition(grid, run.core)];
        // `the Kremlin's spokesman, Dmitry Peskov`
        let start = run.titles.start();
        if start > 1 && grid.is(start - 1, COMMA) {
            heads.push(Some(start - 2).filter(|&at| grid.phrase_at(at).is_some_and(|phrase| phrase.head() == at)));
        }
        for head in heads.into_iter().flatten() {
            let hint = self.hint(head);
            if hint & (source::ROLE | source::TITLE) != 0 {
                gender |= hint & (source::MALE_ROLE | source::FEMALE_ROLE);
                let floor = grid.phrase_at(head).map_or(head, |phrase| phrase.tokens().start());
                self.give_office(entity, head, floor);
            }
        }
        if self.is_tried(run.core.end()) {
            for office in ["defendant", "accused"] {
                self.index.office.entry(WordKey::of(office)).or_default().push(Office {
                    entity,
                    modifier: None,
                    owner: None,
                });
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
        const REACH: usize = 14;
        let sentence = grid.document.sentence_of(from);
        let words = (from..grid.len().min(from + REACH)).take_while(|&at| grid.document.sentence_of(at) == sentence);
        let mut verbs = words.filter(|&at| grid.group_at(at).is_some_and(|group| group.head() == at));
        verbs.next().is_some_and(|at| {
            matches!(
                grid.word(at),
                "charged" | "alleged" | "accused" | "pleaded" | "pleads" | "denies" | "denied" | "convicted"
            ) && !grid.is(at, BY)
        })
    }

    fn give_office(&mut self, entity: usize, at: usize, floor: usize) {
        let given = Office { entity, modifier: self.modifier(at, floor), owner: None };
        let known = self.index.office.entry(office(self.context.grid, at)).or_default();
        if !known.iter().rev().take(super::COMPARED).any(|one| one.entity == entity && one.modifier == given.modifier) {
            known.push(given);
        }
    }

    /// The word before an office that tells it from others: *foreign* minister.
    fn modifier(&self, at: usize, floor: usize) -> Option<WordKey> {
        let grid = self.grid();
        let before = at.checked_sub(1).filter(|&before| before >= floor)?;
        let word = matches!(grid.upos(before), Upos::Adj | Upos::Noun | Upos::Propn);
        (word && !grid.is(before, ARTICLE | POSSESSIVE)).then(|| office(grid, before))
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
        let kind = self.kind_of(tokens, head);
        let definite =
            owner.is_some() || grid.word(tokens.start()).eq_ignore_ascii_case("the") || grid.is(tokens.start(), THIS);
        let bare = !definite && !self.is_indefinite(tokens);
        let found = match kind {
            SourceKind::Role if definite || bare => self.holder(tokens, head, owner),
            SourceKind::Organisation if definite => self.body_meant(head),
            _ => None,
        };
        if let Some(entity) = found.or_else(|| self.described_before(tokens, head, owner, kind, definite, bare)) {
            return Some(entity);
        }
        let known = self.hint(head)
            & (source::DOCUMENT
                | source::ORGANISATION
                | source::ROLE
                | source::COLLECTIVE
                | source::ANONYMOUS
                | source::PERSONAL);
        let wanted = self.wanted.get(head).copied().unwrap_or_default();
        if !wanted && known == 0 {
            return None;
        }
        if let Some(entity) = self.named_next(tokens, head, kind) {
            return Some(entity);
        }
        Some(self.begin(tokens, head, owner))
    }

    /// *A retired postman has counted bees for years.* and the next paragraph begins *Erik Sand, 71, …*: the lead describes whom
    /// the next sentence names.
    fn named_next(&self, tokens: TokenRange, head: usize, kind: SourceKind) -> Option<usize> {
        let grid = self.grid();
        let sentences = grid.document.sentences();
        let number = grid.document.sentence_of(head);
        let here = sentences.get(number)?;
        let begins = here.tokens().start() == tokens.start() && self.subjects.get(head).copied().unwrap_or_default();
        if !begins || !matches!(kind, SourceKind::Role | SourceKind::Anonymous) || !self.is_lead(here.zone()) {
            return None;
        }
        if here.tokens().range().any(|at| self.run_of(at).is_some_and(|run| self.runs[run].person)) {
            return None;
        }
        let next = sentences.get(number + 1)?.tokens().start();
        let run = self.run_of(next)?;
        let Run { core, titles, person, .. } = self.runs[run];
        let aged = grid.is(core.end(), COMMA)
            && grid.tokens.get(core.end() + 1).is_some_and(|token| token.kind() == TokenKind::Number);
        let entity = self.run_entity[run]?;
        let first = self.drafts[entity].mentions.first().is_some_and(|first| first.start() == core.start());
        let gender = |bits: u32| bits & (source::MALE | source::FEMALE);
        let fits = gender(self.hint(head) & (source::MALE_ROLE | source::MALE)) == 0
            || self.drafts[entity].gender & source::FEMALE == 0;
        (person && titles.is_empty() && core.len() > 1 && aged && first && fits).then_some(entity)
    }

    /// Whether a zone is the first paragraph.
    fn is_lead(&self, zone: usize) -> bool {
        let zones = self.grid().document.zones();
        zones.iter().position(|zone| zone.kind() == crate::ZoneKind::Paragraph) == Some(zone)
    }

    fn is_indefinite(&self, tokens: TokenRange) -> bool {
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
        if grid.finite_at(self.runs[run].core.end()) {
            return None;
        }
        let begins = self.runs[run].titles.start().min(self.runs[run].core.start());
        // In a list of people each is one of their own.
        let list = self.is_indefinite(tokens)
            && !grid.is(self.runs[run].core.end(), COMMA)
            && !grid.finite_at(self.runs[run].core.end());
        (self.runs[run].person && begins == end + 1 && !list).then_some(self.run_entity[run]).flatten()
    }

    /// The kind of source a description is.
    fn kind_of(&self, tokens: TokenRange, head: usize) -> SourceKind {
        let grid = self.grid();
        let word = grid.small(head);
        let hint = self.hint(head);
        let partitive = word.as_str();
        let start = grid.small(tokens.start());
        let start = start.as_str();
        // *38 percent of voters, a number of senators*: the kind is that of the many.
        let number = grid.tokens.get(head).is_some_and(|token| token.kind() == TokenKind::Number);
        if number && tokens.range().any(|at| self.hint(at) & source::DOCUMENT != 0) {
            return SourceKind::Document;
        }
        if number
            || matches!(
                partitive,
                "percent" | "%" | "cent" | "majority" | "number" | "half" | "quarter" | "dozens" | "minority"
            )
        {
            return SourceKind::Collective;
        }
        // *one of these groups* is a group.
        if partitive == "one" && grid.word(tokens.end()) == "of" {
            let of = grid.phrase_at(tokens.end() + 1).map(|phrase| phrase.head());
            let word = of.map(|head| grid.word(head).to_ascii_lowercase()).unwrap_or_default();
            if source::hint(WordKey::of(word.trim_end_matches('s'))) & (source::ORGANISATION | source::COLLECTIVE) != 0
                && word.ends_with('s')
                && source::hint(WordKey::of(word.trim_end_matches('s'))) & source::ORGANISATION != 0
            {
                return SourceKind::Organisation;
            }
        }
        if hint & source::ANONYMOUS != 0 || matches!(partitive, "one" | "another") || self.is_unnamed(tokens) {
            return SourceKind::Anonymous;
        }
        let kind = by_head(grid, head, hint);
        let one = matches!(start, "a" | "an" | "one" | "another");
        let personal = hint & source::PERSONAL != 0 || start == "one" || start == "another";
        if kind == SourceKind::Role && one && personal { SourceKind::Anonymous } else { kind }
    }

    /// Whether something beside the phrase keeps its people from being known.
    fn is_unnamed(&self, tokens: TokenRange) -> bool {
        let grid = self.grid();
        let head = tokens.end().saturating_sub(1);
        let people = self.hint(head) & (source::COLLECTIVE | source::ROLE | source::PERSONAL) != 0;
        let within =
            tokens.range().any(|at| matches!(grid.small(at).as_str(), "unnamed" | "unidentified" | "anonymous"));
        if within {
            return true;
        }
        let next = |offset: usize, words: &[&str]| words.contains(&grid.small(tokens.end() + offset).as_str());
        if people
            && (next(0, &["familiar", "briefed"])
                || next(0, &["close"]) && next(1, &["to"])
                || next(0, &["with"]) && (1..4).any(|at| next(at, &["knowledge"])))
        {
            return true;
        }
        let subject = self.subjects.get(head).copied().unwrap_or_default();
        (people || grid.is(head, PERSONAL)) && subject && self.asks_not_to_be_named(tokens.end())
    }

    /// Whether the rest of the sentence speaks of anonymity.
    pub(super) fn asks_not_to_be_named(&self, from: usize) -> bool {
        let grid = self.grid();
        const REACH: usize = 50;
        let sentence = grid.document.sentence_of(from);
        let mut denied = false;
        for at in (from..grid.len().min(from + REACH)).take_while(|&at| grid.document.sentence_of(at) == sentence) {
            match grid.small(at).as_str() {
                "anonymity" | "anonymous" | "anonymously" => return true,
                "not" | "n't" | "n’t" | "declined" | "refused" => denied = true,
                "named" | "identified" if denied => return true,
                "authorized" | "authorised" | "allowed" if denied => return true,
                _ => {}
            }
        }
        false
    }

    /// The person with an office: the only one in the article, or the last one spoken of.
    fn holder(&self, tokens: TokenRange, head: usize, owner: Owner) -> Option<usize> {
        let grid = self.grid();
        let key = office(grid, head);
        let floor = owner.map_or(tokens.start(), |(_, words)| words.end());
        let modifier = self.modifier(head, floor);
        let capital = modifier.is_some() && grid.is_capitalized(head.saturating_sub(1)) && head > tokens.start() + 1;
        let owner = owner.and_then(|(owner, _)| owner);
        let all = self.index.office.get(&key).map_or(&[][..], |list| list.as_slice());
        let mut fitting: Vec<usize> = Vec::new();
        for one in &all[all.len().saturating_sub(super::COMPARED)..] {
            let modified = match (modifier, one.modifier) {
                (Some(a), Some(b)) => a == b,
                (Some(_), None) => !capital,
                _ => true,
            };
            let owned = match (owner, one.owner) {
                (Some(a), Some(b)) => a == b,
                // Nobody is the spokesman of himself.
                (Some(a), None) => a != one.entity,
                _ => true,
            };
            if modified && owned && !fitting.contains(&one.entity) {
                fitting.push(one.entity);
            }
        }
        match fitting[..] {
            [] => self.subject_of_own(head, tokens),
            [only] => Some(only),
            _ => {
                let last = self.mentions.iter().rev().take(24).find(|mention| fitting.contains(&mention.entity))?;
                (grid.document.sentence_of(head).saturating_sub(last.sentence) <= 3).then_some(last.entity)
            }
        }
    }

    /// *The president praised his spokesman*, where *Ruiz's spokesman* was spoken of: the president is Ruiz.
    fn subject_of_own(&self, head: usize, tokens: TokenRange) -> Option<usize> {
        let grid = self.grid();
        if !self.subjects.get(head).copied().unwrap_or_default() {
            return None;
        }
        const REACH: usize = 16;
        let sentence = grid.document.sentence_of(head);
        let mut at = tokens.end();
        let mut found = None;
        while at < grid.len().min(tokens.end() + REACH) && grid.document.sentence_of(at) == sentence {
            if grid.is(at, COMMA | SEMICOLON | QUOTE) || self.run_at.get(at).is_some_and(|&run| run != 0) {
                break;
            }
            if grid.is(at, HE | SHE)
                && grid.is(at, POSSESSIVE)
                && let Some(owned) = grid.phrase_at(at).filter(|phrase| phrase.head() > at)
                && let Some(&owner) = self.index.owner.get(&self.key(owned.head()))
            {
                let gender = self.drafts[owner].gender;
                let other = if grid.is(at, HE) { source::FEMALE } else { source::MALE };
                let own = if grid.is(at, HE) { source::MALE } else { source::FEMALE };
                found = (gender & other == 0 || gender & own != 0).then_some(owner);
                break;
            }
            at += 1;
        }
        found
    }

    /// The body with the word in its name, or for *the company* and its like the one spoken of.
    fn body_meant(&self, head: usize) -> Option<usize> {
        let grid = self.grid();
        const REACH: usize = 40;
        const SENTENCES: usize = 12;
        let key = self.key(head);
        let sentence = grid.document.sentence_of(head);
        let recent = || {
            self.mentions
                .iter()
                .rev()
                .take(REACH)
                .filter(|mention| sentence.saturating_sub(mention.sentence) <= SENTENCES)
        };
        let named: Vec<usize> = last_of(&self.index.word, key).collect();
        if let Some(mention) = recent().find(|mention| named.contains(&mention.entity)) {
            return Some(mention.entity);
        }
        if let [only] = named[..]
            && self.drafts[only].name.start() < head
        {
            return Some(only);
        }
        let word = grid.word(head).to_ascii_lowercase();
        if !named.is_empty() || !ANY_BODY.contains(&word.as_str()) {
            return None;
        }
        const PUBLIC: &[&str] = &[
            "university",
            "council",
            "court",
            "ministry",
            "department",
            "police",
            "government",
            "parliament",
            "museum",
            "agency",
            "commission",
            "school",
            "hospital",
            "committee",
            "project",
            "times",
            "news",
            "institute",
            "board",
            "authority",
            "bureau",
            "office",
            "service",
            "army",
            "islands",
            "bay",
            "sea",
            "river",
            "road",
            "street",
            "lake",
            "valley",
            "district",
            "county",
            "province",
            "city",
            "port",
            "forum",
            "union",
            "party",
            "newswire",
        ];
        let is_firm = |entity: usize| {
            let draft = &self.drafts[entity];
            let other = draft.name.range().any(|at| {
                self.hint(at) & source::PLACE != 0
                    || PUBLIC.iter().any(|public| grid.word(at).eq_ignore_ascii_case(public))
            });
            draft.kind == EntityKind::Organisation && draft.keep && !other && self.run_of(draft.name.start()).is_some()
        };
        // The one named more often is more likely spoken of.
        let mut scores: Vec<(usize, i32)> = Vec::new();
        for (age, mention) in recent().enumerate().filter(|(_, mention)| is_firm(mention.entity)) {
            let score = 8 * i32::from(mention.subject)
                - 2 * (sentence - mention.sentence.min(sentence)) as i32
                - (age as i32).min(6);
            match scores.iter_mut().find(|(entity, _)| *entity == mention.entity) {
                Some((_, best)) => *best = (*best).max(score) + 2,
                None => scores.push((mention.entity, score)),
            }
        }
        let &(entity, best) = scores.iter().max_by_key(|&&(entity, score)| (score, std::cmp::Reverse(entity)))?;
        let tied = scores.iter().any(|&(other, score)| other != entity && score >= best);
        (!tied).then_some(entity)
    }

    /// What was described with the same noun before.
    fn described_before(
        &self,
        tokens: TokenRange,
        head: usize,
        owner: Owner,
        kind: SourceKind,
        definite: bool,
        bare: bool,
    ) -> Option<usize> {
        let grid = self.grid();
        let owner = owner.and_then(|(owner, _)| owner);
        let fits = |&entity: &usize| {
            let draft = &self.drafts[entity];
            let owned = match (owner, draft.owner) {
                (Some(a), Some((b, _))) => a == b,
                (Some(_), None) => false,
                _ => true,
            };
            let same = draft.source_kind == kind || draft.source_kind == SourceKind::Anonymous;
            let alike = super::same_text(grid, draft.name, tokens);
            // The first of several words before the noun must not say otherwise: *the Lesk officials, the Norland officials*.
            let told = self.modifier(head, tokens.start()).is_some_and(|modifier| {
                grid.is_capitalized(head.saturating_sub(1))
                    && !(draft.name.start()..(draft.name.end() + 3).min(grid.len()))
                        .any(|at| office(grid, at) == modifier)
            });
            owned && same && !told && (definite || alike || bare && tokens.len() == 1 && draft.name.len() <= 2)
        };
        if !definite && !bare {
            let many = matches!(kind, SourceKind::Collective | SourceKind::Anonymous)
                && self.hint(head) & source::COLLECTIVE != 0;
            let headline = |&entity: &usize| {
                let name = self.drafts[entity].name;
                name.len() == 1 && super::names::is_title_case(grid, name.start())
            };
            return last_of(&self.index.head, self.key(head)).find(headline).filter(|_| many);
        }
        last_of(&self.index.head, self.key(head)).rev().find(fits)
    }

    /// Begins an entity known by its description.
    pub(super) fn begin(&mut self, tokens: TokenRange, head: usize, owner: Owner) -> usize {
        let kind = self.kind_of(tokens, head);
        let entity_kind = match kind {
            SourceKind::Role => EntityKind::Role,
            SourceKind::Anonymous if self.hint(head) & source::COLLECTIVE == 0 => EntityKind::Role,
            SourceKind::Document => EntityKind::Document,
            SourceKind::Organisation => EntityKind::Organisation,
            _ => EntityKind::Group,
        };
        let name = TokenRange::new(tokens.start(), self.description_end(tokens));
        let entity = self.draft(name, entity_kind, kind);
        let hint = self.hint(head);
        self.drafts[entity].gender = hint & (source::MALE_ROLE | source::FEMALE_ROLE);
        self.drafts[entity].owner = owner.and_then(|(owner, words)| Some((owner?, words)));
        self.index.head.entry(self.key(head)).or_default().push(entity);
        entity
    }

    /// Where a description ends: with what hangs on its noun by a preposition.
    fn description_end(&self, tokens: TokenRange) -> usize {
        let grid = self.grid();
        const REACH: usize = 14;
        let mut end = tokens.end();
        while end < tokens.end() + REACH
            && grid.is(end, PREPOSITION)
            && matches!(grid.word(end), "of" | "at" | "for" | "in" | "from" | "to" | "with")
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

/// Whether a word with a capital is a name, not just the first of its sentence.
fn is_name(grid: &Grid<'_>, at: usize) -> bool {
    let read = super::names::is_inside(grid, at) || grid.upos(at) == Upos::Propn || grid.phrase_at(at).is_none();
    grid.is_capitalized(at) && read
}

/// The kind of source by the head noun.
fn by_head(grid: &Grid<'_>, head: usize, hint: u32) -> SourceKind {
    const KINDS: u32 = source::DOCUMENT | source::ORGANISATION | source::ROLE | source::COLLECTIVE | source::PERSONAL;
    let bits = if hint & KINDS != 0 {
        hint
    } else if hint & (source::BODY | source::PLACE) != 0 || is_name(grid, head) {
        source::ORGANISATION
    } else {
        source::guess(grid.word(head))
    };
    if bits & source::COLLECTIVE != 0 {
        SourceKind::Collective
    } else if bits & (source::ROLE | source::PERSONAL) != 0 {
        SourceKind::Role
    } else if bits & source::DOCUMENT != 0 {
        SourceKind::Document
    } else {
        SourceKind::Organisation
    }
}
