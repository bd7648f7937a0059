//! Pronouns: whom *he*, *she*, *they*, *it* and *I* mean.
//!
//! The last subject of the fitting gender and number comes first, the one who was just heard before others; an object or a
//! possessor in between loses. Whom two candidates fit alike stays unresolved.

use super::super::grid::Grid;
use super::super::lexis::{FIRST_PERSON, HE, INDEFINITE, IT, POSSESSIVE, SHE, SPEAKER, THEY, YOU};
use super::super::model::{EntityKind, SourceKind};
use super::super::noun_phrase::is_reflexive;
use super::super::source;
use super::scores::Scores;
use super::{Draft, Entities, Mention};
use crate::document::TokenRange;
use crate::text::KeyList;

/// Mentions a pronoun may look back over, and sentences.
pub(super) const REACH: usize = 48;
const SENTENCES: usize = 5;

/// *I* and *we* in all their forms, and *you*.
static ONE: KeyList<5> = KeyList::of(["i", "me", "my", "mine", "myself"]);
static MANY: KeyList<4> = KeyList::of(["we", "us", "our", "ours"]);
static ADDRESSED: KeyList<2> = KeyList::of(["you", "your"]);

/// Whether a token is a pronoun that stands for somebody.
pub(super) fn is_pronoun(grid: &Grid<'_>, at: usize) -> bool {
    grid.is(at, HE | SHE | THEY | IT | FIRST_PERSON | POSSESSIVE | YOU) && !is_capitals(grid, at)
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
        let key = self.key(at);
        // *Ruiz himself*
        if let Some(before) = at.checked_sub(1).filter(|_| is_reflexive(grid, at))
            && let Some(known) = self.entity_of(before)
        {
            return Some(known);
        }
        let entity = if ONE.contains(key) {
            self.first_person(at)
        } else if MANY.contains(key) {
            // *We* of one who speaks for a body is the body.
            self.first_person(at).and_then(|entity| match self.drafts[entity].kind {
                EntityKind::Organisation | EntityKind::Group => Some(entity),
                _ => self.drafts[entity].body,
            })
        } else if ADDRESSED.contains(key) {
            self.voices.attribution(at).and_then(|index| match self.voices.turn(index)? {
                "Q" => self.interviewed,
                _ => self.author,
            })
        } else {
            self.third_person(at)
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
        let near = near.take_while(|mention| {
            self.zone_of(mention.sentence()) == zone && sentence - mention.sentence().min(sentence) <= 1
        });
        let person = |mention: &Mention| {
            let kind = self.drafts[mention.entity()].kind;
            mention.is(Mention::SUBJECT) && matches!(kind, EntityKind::Person | EntityKind::Role)
        };
        let mut people = near.filter(person);
        let last = people.next()?;
        people
            .filter(|other| other.sentence() == last.sentence())
            .all(|other| other.entity() == last.entity())
            .then(|| last.entity())
    }

    fn third_person(&self, at: usize) -> Option<usize> {
        static OBJECTS: KeyList<2> = KeyList::of(["him", "them"]);
        static HER: KeyList<1> = KeyList::of(["her"]);
        let grid = self.grid();
        let agreement = Agreement::of(grid, at)?;
        // *The minister will not sack him*: an object is not its own subject.
        let key = self.key(at);
        let object =
            OBJECTS.contains(key) || HER.contains(key) && grid.phrase_at(at).is_none_or(|phrase| phrase.head() == at);
        self.antecedent(at, object, |draft| agreement.fits(draft))
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
        let zone = self.zone_of(sentence);
        let speaker = self.voices.speaker(at);
        let they = grid.is(at, THEY);
        let mut bound = None;
        let mut scores = Scores::default();
        // The one that fits in the sentence, while it is the only one.
        let (mut same, mut several) = (None, false);
        for (age, mention) in self.mentions.before(at).take(REACH).enumerate() {
            let distance = sentence.saturating_sub(mention.sentence());
            if distance > SENTENCES {
                break;
            }
            let entity = mention.entity();
            let draft = &self.drafts[entity];
            if object && bound.is_none() && mention.is(Mention::SUBJECT) && distance == 0 {
                bound = Some(entity);
            }
            if !fits(draft) || Some(entity) == speaker || bound == Some(entity) {
                continue;
            }
            let body = draft.kind == EntityKind::Organisation;
            let name = if body { self.hint(draft.name.end() - 1) } else { 0 };
            if body && (name & source::SITE != 0 || name & source::PLACE != 0 && they) {
                continue;
            }
            // A body without a name is *they* only where it has just acted.
            let acts = || {
                (mention.is(Mention::SPEAKS) && distance <= 1 || mention.is(Mention::SUBJECT) && distance == 0)
                    && name & source::ORGANISATION != 0
            };
            if body && they && !draft.keep && !acts() {
                continue;
            }
            if distance == 0 {
                several |= same.is_some_and(|other| other != entity);
                same = Some(entity);
            }
            let indefinite =
                (draft.kind == EntityKind::Role || body && !draft.keep) && grid.is(draft.name.start(), INDEFINITE);
            let zones = zone.saturating_sub(self.zone_of(mention.sentence()));
            let score = weight(mention, distance, zones, age)
                + 4 * i32::from(draft.gender != 0)
                + 4 * i32::from(self.topic == Some(entity))
                - 6 * i32::from(indefinite)
                - 8 * i32::from(self.is_things(draft));
            // A later mention has been seen; being named again makes it more of a topic.
            scores.note(entity, score, 1);
        }
        // *The press asked Ruiz, but he declined*: the only one of the sentence.
        if let Some(only) = same.filter(|_| !several) {
            scores.add(only, 6);
        }
        scores.best()
    }
}

/// How prominent a mention is, so many sentences and zones before the pronoun and the mention of this age.
fn weight(mention: Mention, sentences: usize, zones: usize, age: usize) -> i32 {
    12 * i32::from(mention.is(Mention::SUBJECT)) + 6 * i32::from(mention.is(Mention::SPEAKS))
        - 4 * i32::from(mention.is(Mention::OWNER))
        - 6 * sentences as i32
        - 2 * zones.min(3) as i32
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

/// What a pronoun of the third person agrees with.
#[derive(Clone, Copy)]
enum Agreement {
    He,
    She,
    They,
    It,
}

impl Agreement {
    fn of(grid: &Grid<'_>, at: usize) -> Option<Self> {
        let classes = [(HE, Self::He), (SHE, Self::She), (THEY, Self::They), (IT, Self::It)];
        let found = classes.into_iter().find(|&(class, _)| grid.is(at, class)).map(|(_, agreement)| agreement);
        found.or_else(|| grid.word(at).eq_ignore_ascii_case("its").then_some(Self::It))
    }

    /// Whether an entity agrees.
    fn fits(self, draft: &Draft) -> bool {
        let person = || matches!(draft.kind, EntityKind::Person | EntityKind::Role);
        let (male, female) = (draft.gender & source::MALE != 0, draft.gender & source::FEMALE != 0);
        match self {
            Self::He => (male || !female) && person(),
            Self::She => (female || !male) && person(),
            Self::They => draft.kind == EntityKind::Group || draft.source_kind == SourceKind::Organisation,
            Self::It => matches!(draft.kind, EntityKind::Organisation | EntityKind::Document),
        }
    }
}
