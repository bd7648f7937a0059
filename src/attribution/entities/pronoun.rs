//! Pronouns: whom *he*, *she*, *they*, *it* and *I* mean.
//!
//! The last subject of the fitting gender and number comes first, the one who was just heard before others; an object or a
//! possessor in between loses. Whom two candidates fit alike stays unresolved.

use super::super::grid::Grid;
use super::super::lexis::{FIRST_PERSON, HE, INDEFINITE, IT, POSSESSIVE, SHE, SPEAKER, THEY, YOU};
use super::super::model::{EntityKind, SourceKind};
use super::super::noun_phrase::is_reflexive;
use super::super::source;
use super::{Draft, Entities, Mention};
use crate::document::TokenRange;

/// Mentions a pronoun may look back over, and sentences.
const REACH: usize = 48;
const SENTENCES: usize = 5;

/// Whether a token is a pronoun that stands for somebody.
pub(super) fn is_pronoun(grid: &Grid<'_>, at: usize) -> bool {
    if is_capitals(grid, at) {
        return false;
    }
    grid.is(at, HE | SHE | THEY | IT | FIRST_PERSON | POSSESSIVE | YOU)
}

/// *US, IT*
fn is_capitals(grid: &Grid<'_>, at: usize) -> bool {
    grid.tokens.get(at).is_some_and(|token| token.shape().is_all_caps())
}

/// Whether a token stands for whoever speaks, or is spoken to.
pub(super) fn is_speaker(grid: &Grid<'_>, at: usize) -> bool {
    grid.is(at, SPEAKER) && !is_capitals(grid, at)
}

impl Entities<'_, '_> {
    /// Links a pronoun; with `owns` it is a possessive.
    pub(super) fn pronoun(&mut self, at: usize, owns: bool) -> Option<usize> {
        let grid = self.grid();
        if let Some(known) = self.entity_at.get(at).and_then(|&entity| (entity as usize).checked_sub(1)) {
            return Some(known);
        }
        // *Ruiz himself*
        let emphasised = is_reflexive(grid, at);
        if let Some(before) = at.checked_sub(1).filter(|_| emphasised)
            && let Some(known) = self.entity_of(before)
        {
            return Some(known);
        }
        let entity = match grid.small(at).as_str() {
            "i" | "me" | "my" | "mine" | "myself" => self.first_person(at),
            // *We* of one who speaks for a body is the body.
            "we" | "us" | "our" | "ours" => self.first_person(at).and_then(|entity| match self.drafts[entity].kind {
                EntityKind::Organisation | EntityKind::Group => Some(entity),
                _ => self.drafts[entity].body,
            }),
            "you" | "your" => self.voices.attribution(at).and_then(|index| match self.voices.turn(index)? {
                "Q" => self.interviewed,
                _ => self.author,
            }),
            _ => self.third_person(at),
        }?;
        // A subject that is surely meant tells the gender of whom nothing else tells it.
        if grid.is(at, HE | SHE) && self.subjects[at] {
            let gender = if grid.is(at, HE) { source::MALE_NAME } else { source::FEMALE_NAME };
            if self.drafts[entity].gender & (source::MALE | source::FEMALE) == 0 {
                self.drafts[entity].gender |= gender;
            }
        }
        let known = matches!(self.drafts[entity].source_kind, SourceKind::Collective | SourceKind::Role);
        if known && self.subjects[at] && self.asks_not_to_be_named(at) {
            self.drafts[entity].source_kind = SourceKind::Anonymous;
        }
        self.mention(TokenRange::new(at, at + 1), at, entity, owns);
        Some(entity)
    }

    fn first_person(&self, at: usize) -> Option<usize> {
        match self.voices.attribution(at) {
            Some(_) => self.voices.speaker(at),
            None if self.grid().quotation_at(at).is_some() => self.beside_quotation(at),
            None => self.author,
        }
    }

    /// Who speaks a quotation without a cue: the person its sentence begins with, or the one the sentence before it is about.
    fn beside_quotation(&self, at: usize) -> Option<usize> {
        let grid = self.grid();
        let quotation = grid.quotation_at(at).filter(|quotation| quotation.outermost)?;
        let start = quotation.outer.start();
        let sentence = grid.document.sentence_of(start);
        let zone = grid.document.sentences().get(sentence)?.zone();
        let near = self.mentions.outside(start).take(REACH);
        let near = near.take_while(|mention| mention.zone == zone && sentence - mention.sentence.min(sentence) <= 1);
        let person = |mention: &&Mention| {
            let kind = self.drafts[mention.entity].kind;
            mention.subject && matches!(kind, EntityKind::Person | EntityKind::Role)
        };
        let mut people = near.filter(person);
        let last = people.next()?;
        people
            .filter(|other| other.sentence == last.sentence)
            .all(|other| other.entity == last.entity)
            .then_some(last.entity)
    }

    fn third_person(&self, at: usize) -> Option<usize> {
        let grid = self.grid();
        // *The minister will not sack him*: an object is not its own subject.
        let object = matches!(grid.word(at).to_ascii_lowercase().as_str(), "him" | "them")
            || grid.word(at).eq_ignore_ascii_case("her") && grid.phrase_at(at).is_none_or(|phrase| phrase.head() == at);
        self.antecedent(at, object, |draft| fits(grid, at, draft))
    }

    /// Whether a plural names nobody who could speak: *rights, prices*.
    pub(super) fn is_things(&self, draft: &Draft) -> bool {
        const PEOPLE: u32 =
            source::COLLECTIVE | source::ANONYMOUS | source::PERSONAL | source::ROLE | source::ORGANISATION;
        let people = |at: usize| self.hint(at) & PEOPLE != 0 || self.run_at(at).is_some();
        draft.kind == EntityKind::Group && draft.parts.is_empty() && !draft.name.range().any(people)
    }

    /// Whom a pronoun or an epithet stands for: of those that fit the one spoken of most lately and prominently.
    pub(super) fn antecedent(&self, at: usize, object: bool, fits: impl Fn(&Draft) -> bool) -> Option<usize> {
        let grid = self.grid();
        let sentence = grid.document.sentence_of(at);
        let zone = grid.document.sentences().get(sentence).map_or(0, |sentence| sentence.zone());
        let speaker = self.voices.speaker(at);
        let mut bound = None;
        let mut scores: Vec<(usize, i32)> = Vec::with_capacity(REACH / 3);
        // The one that fits in the sentence, while it is the only one.
        let (mut same, mut several) = (None, false);
        for (age, mention) in self.mentions.before(at).take(REACH).enumerate() {
            let distance = sentence.saturating_sub(mention.sentence);
            if distance > SENTENCES {
                break;
            }
            let draft = &self.drafts[mention.entity];
            if object && bound.is_none() && mention.subject && distance == 0 {
                bound = Some(mention.entity);
            }
            if !fits(draft) || Some(mention.entity) == speaker || bound == Some(mention.entity) {
                continue;
            }
            let body = draft.kind == EntityKind::Organisation;
            let name = if body { self.hint(draft.name.end() - 1) } else { 0 };
            if body && (name & source::SITE != 0 || name & source::PLACE != 0 && grid.is(at, THEY)) {
                continue;
            }
            // A body without a name is *they* only where it has just acted.
            let acts = || {
                (mention.speaks && distance <= 1 || mention.subject && distance == 0)
                    && name & source::ORGANISATION != 0
            };
            if body && grid.is(at, THEY) && !draft.keep && !acts() {
                continue;
            }
            if distance == 0 {
                several |= same.is_some_and(|other| other != mention.entity);
                same = Some(mention.entity);
            }
            let indefinite =
                (draft.kind == EntityKind::Role || body && !draft.keep) && grid.is(draft.name.start(), INDEFINITE);
            let score = weight(mention, distance, zone, age)
                + 4 * i32::from(draft.gender != 0)
                + 4 * i32::from(self.topic == Some(mention.entity))
                - 6 * i32::from(indefinite)
                - 8 * i32::from(self.is_things(draft));
            match scores.iter_mut().find(|(entity, _)| *entity == mention.entity) {
                // A later mention has been seen; being named again makes it more of a topic.
                Some((_, best)) => *best = (*best).max(score) + 1,
                None => scores.push((mention.entity, score)),
            }
        }
        // *The press asked Ruiz, but he declined*: the only one of the sentence.
        if let Some(only) = same.filter(|_| !several)
            && let Some((_, score)) = scores.iter_mut().find(|(entity, _)| *entity == only)
        {
            *score += 6;
        }
        let &(entity, best) = scores.iter().max_by_key(|&&(entity, score)| (score, std::cmp::Reverse(entity)))?;
        let tied = scores.iter().any(|&(other, score)| other != entity && score >= best);
        (!tied).then_some(entity)
    }
}

fn weight(mention: &Mention, distance: usize, zone: usize, age: usize) -> i32 {
    12 * i32::from(mention.subject) + 6 * i32::from(mention.speaks)
        - 4 * i32::from(mention.owner)
        - 6 * distance as i32
        - 2 * (zone.saturating_sub(mention.zone)).min(3) as i32
        - (age as i32).min(8)
}

/// Whether an entity is a person whose gender is not another than the word's.
pub(super) fn is_of_gender(draft: &Draft, hint: source::Hint) -> bool {
    let other = |own: source::Hint, other: source::Hint| {
        hint & own != 0 && draft.gender & other != 0 && draft.gender & own == 0
    };
    matches!(draft.kind, EntityKind::Person | EntityKind::Role)
        && !other(source::MALE, source::FEMALE)
        && !other(source::FEMALE, source::MALE)
}

/// Whether a pronoun agrees with an entity.
fn fits(grid: &Grid<'_>, at: usize, draft: &Draft) -> bool {
    let person = matches!(draft.kind, EntityKind::Person | EntityKind::Role);
    let (male, female) = (draft.gender & source::MALE != 0, draft.gender & source::FEMALE != 0);
    if grid.is(at, HE) {
        person && (male || !female)
    } else if grid.is(at, SHE) {
        person && (female || !male)
    } else if grid.is(at, THEY) {
        draft.kind == EntityKind::Group || draft.source_kind == SourceKind::Organisation
    } else if grid.is(at, IT) || grid.word(at).eq_ignore_ascii_case("its") {
        matches!(draft.kind, EntityKind::Organisation | EntityKind::Document)
    } else {
        false
    }
}
