//! A light clause chunker: the subject of each verb group, with appositions, titles, relative clauses and complements of
//! the noun.
//!
//! No parse tree is built. From the verb group the reader goes left over what can stand between a subject and its verb; the
//! subjects of coordinated verbs, infinitives and participles are those of the verb group they hang on. Reach is bounded
//! ([`REACH`] tokens), so that time is linear in the text.

mod nonfinite;

use super::cues::{CueClass, Frames};
use super::grid::{Grid, Region};
use super::lexis::{
    self, ALSO, ARTICLE, CLOSE, COLON, COMMA, COORDINATOR, DASH, OF, PERSONAL, POSSESSIVE, PREPOSITION, QUOTE,
    RELATIVE, SEMICOLON, STOP, THAT, TIME,
};
use super::model::Act;
use super::noun_phrase::{REACH, Reach, is_bare_name, noun_phrase_left, noun_phrase_right, reports_clauses};
pub(super) use super::noun_phrase::{base_right, begins_clause};
use crate::document::{Tense, TokenRange, Upos, VerbForm, VerbGroup};

/// The subject of a verb group.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Subject {
    /// The noun phrase with what belongs to it.
    pub(super) tokens: TokenRange,
    /// The relative pronoun that stands for it.
    pub(super) relative: Option<usize>,
    pub(super) order: Order,
}

/// How a subject was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Order {
    /// Stands before its verb.
    Before,
    /// Stands behind it: *said Ana Ruiz*.
    Inverted,
    /// Belongs to an earlier verb: *left and said, refused to say, saying*.
    Shared,
}

/// A subject in half the room.
#[derive(Clone, Copy)]
struct Packed {
    tokens: TokenRange,
    /// `u32::MAX` if there is none.
    relative: u32,
    order: Order,
}

impl Packed {
    fn new(subject: Subject) -> Self {
        let relative = subject.relative.map_or(u32::MAX, |at| at as u32);
        Self { tokens: subject.tokens, relative, order: subject.order }
    }

    fn subject(self) -> Subject {
        let relative = Some(self.relative).filter(|&at| at != u32::MAX).map(|at| at as usize);
        Subject { tokens: self.tokens, relative, order: self.order }
    }
}

/// The subjects of all verb groups of a document.
pub(super) struct Clauses {
    subjects: Vec<Option<Packed>>,
    /// The region each verb group is read in.
    regions: Vec<u32>,
}

impl Clauses {
    pub(super) fn new(grid: &Grid<'_>) -> Self {
        let count = grid.document.verb_groups().len();
        let mut clauses = Self { subjects: vec![None; count], regions: vec![u32::MAX; count] };
        let mut seen = Vec::new();
        for (number, &region) in grid.regions.iter().enumerate() {
            seen.clear();
            Reader { grid, region, clauses: &mut clauses, seen: &mut seen }.run(number);
        }
        clauses
    }

    pub(super) fn subject(&self, group: usize) -> Option<Subject> {
        self.subjects.get(group).copied().flatten().map(Packed::subject)
    }

    /// The subject of the first finite verb of a stretch.
    pub(super) fn first_subject(&self, grid: &Grid<'_>, range: TokenRange) -> Option<Subject> {
        let index = range.range().find_map(|at| grid.group_index(at).filter(|&index| grid.finite(index)))?;
        self.subject(index)
    }

    /// Index of the region a verb group is read in.
    pub(super) fn region(&self, group: usize) -> Option<usize> {
        self.regions.get(group).filter(|&&region| region != u32::MAX).map(|&region| region as usize)
    }
}

struct Reader<'a, 'd> {
    grid: &'a Grid<'d>,
    region: Region,
    clauses: &'a mut Clauses,
    /// Verb groups of the region so far.
    seen: &'a mut Vec<usize>,
}

impl Reader<'_, '_> {
    fn run(&mut self, number: usize) {
        let range = self.region.tokens;
        let groups = self.grid.document.verb_groups();
        let mut at = range.start();
        let mut index = groups.partition_point(|group| group.tokens().end() <= at);
        while let Some(group) = groups.get(index) {
            at = at.max(group.tokens().start());
            if at >= range.end() {
                break;
            }
            if self.grid.is_hidden(self.region, at) {
                at = self.grid.opaque_at(at).map_or(at + 1, |(_, quotation)| quotation.outer.end().max(at + 1));
                index += groups[index..].iter().take_while(|group| group.tokens().end() <= at).count();
                continue;
            }
            self.clauses.regions[index] = number as u32;
            self.clauses.subjects[index] = self.subject(index).map(Packed::new);
            self.seen.push(index);
            at = group.tokens().end().max(at + 1);
            index += 1;
        }
    }

    fn subject(&self, index: usize) -> Option<Subject> {
        let group = self.grid.document.verb_groups()[index];
        match group.tense() {
            _ if self.grid.finite(index) => self.of_finite(group),
            Tense::Infinitive => self.of_infinitive(group),
            Tense::Gerund | Tense::Participle => self.of_participle(group),
            _ => self.of_finite(group),
        }
    }

    fn of_finite(&self, group: VerbGroup) -> Option<Subject> {
        let grid = self.grid;
        let floor = self.region.tokens.start();
        let mut end = group.tokens().start();
        if let Some(subject) = self.name_in_group(group) {
            return Some(subject);
        }
        let name = |at: usize| self.is_misread_name(at) || is_bare_name(grid, at);
        let adverb = |at: usize| grid.upos(at) == Upos::Adv && !name(at) || grid.is(at, ALSO);
        while end > floor && (adverb(end - 1) && grid.phrase_at(end - 1).is_none() || self.is_floating(end - 1)) {
            end -= 1;
        }
        // *has firmly denied*
        let parted = group.tokens().len() == 1 && end < group.tokens().start();
        if parted && end > floor && grid.is(end - 1, lexis::HAVE) {
            end -= 1;
        }
        let day = self.before_day(end, floor);
        if let Some(subject) = day.and_then(|day| self.modified(day, end, floor)) {
            return Some(subject);
        }
        let end = day.unwrap_or(end);
        let Some(before) = end.checked_sub(1).filter(|&at| at >= floor) else {
            return self.inverted(group);
        };
        if grid.is_hidden(self.region, before) {
            return self.inverted(group);
        }
        if grid.is(before, RELATIVE) && !grid.is(before, THAT) || self.is_relative_that(before) {
            return self.relative(before);
        }
        if grid.is(before, COMMA | DASH) {
            if let Some(subject) = self.reporter_behind(group) {
                return Some(subject);
            }
            return self
                .before_parenthesis(before)
                .or_else(|| self.inverted(group))
                .or_else(|| self.shared(group.tokens().start()));
        }
        if grid.is(before, COORDINATOR) {
            return self.shared(before);
        }
        if let Some(start) = self.noun_phrase_left(end, floor) {
            return Some(self.extended(start, end));
        }
        if grid.is(before, QUOTE | COLON | STOP) {
            return self.inverted(group);
        }
        let alone = Subject { tokens: TokenRange::new(before, before + 1), relative: None, order: Order::Before };
        (self.is_misread_name(before) || self.is_some(before)).then_some(alone)
    }

    /// Where the text before a weekday ends that stands before a verb: *the mayor | on Monday*.
    fn before_day(&self, end: usize, floor: usize) -> Option<usize> {
        let grid = self.grid;
        let day = end.checked_sub(1).filter(|&at| at > floor && grid.is_capitalized(at))?;
        let alone = grid.is(day, TIME) && grid.phrase_at(day).is_none_or(|phrase| phrase.tokens().start() == day);
        let weekday = alone && grid.is(day, lexis::OCCASION);
        let with = |at: usize| grid.is(at, PREPOSITION | lexis::LAST_NEXT) && at > floor;
        weekday.then(|| if with(day - 1) { day - 1 } else { day })
    }

    /// The subject whose participle or relative clause ends with a weekday: *a poll released | Friday*, *those who met | on Monday*.
    fn modified(&self, day: usize, end: usize, floor: usize) -> Option<Subject> {
        let verb = day.checked_sub(1).filter(|&at| at > floor)?;
        let subject = self.clauses.subject(self.grid.group_index(verb)?);
        let start = match subject.filter(|subject| subject.relative.is_some()) {
            Some(subject) => subject.tokens.start(),
            None if matches!(self.grid.form(verb), Some(VerbForm::Vbn | VerbForm::Vbd)) => {
                self.noun_phrase_left(verb, floor)?
            }
            None => return None,
        };
        Some(Subject { tokens: TokenRange::new(start, end), relative: None, order: Order::Before })
    }

    /// *Some say, another said*: a determiner without its noun.
    fn is_some(&self, at: usize) -> bool {
        let grid = self.grid;
        let begins = at == self.region.tokens.start() || grid.is(at - 1, COMMA | COORDINATOR | QUOTE | SEMICOLON);
        begins && (grid.is(at, lexis::QUANTIFIER) || grid.upos(at) == Upos::Num)
    }

    /// Whether a quantifier stands behind those it counts: *they | all said, the crews | both said, Lund and Ruiz | each said*.
    fn is_floating(&self, at: usize) -> bool {
        let grid = self.grid;
        let floor = self.region.tokens.start();
        if !grid.is(at, lexis::FLOATING) || at <= floor || grid.is_hidden(self.region, at - 1) {
            return false;
        }
        let before = at - 1;
        let several = |at: usize| grid.is(at, COORDINATOR) && !grid.is_hidden(self.region, at);
        grid.is(before, PERSONAL | CLOSE)
            || grid.upos(before) == Upos::Noun && grid.word(before).ends_with('s')
            || grid.is_noun(before) && (at.saturating_sub(6).max(floor)..before).any(several)
    }

    /// Whether a token with a capital is a name that the tagger took for another word: *Mendez once told her*.
    fn is_misread_name(&self, at: usize) -> bool {
        let grid = self.grid;
        let first = at == self.region.tokens.start();
        let word = grid.word(at);
        grid.is_capitalized(at)
            && grid.is_word(at)
            && word.len() > 2
            && !grid.is(at, lexis::FUNCTION)
            && grid.phrase_at(at).is_none()
            && (!first || !["ly", "ing", "ed"].iter().any(|ending| word.ends_with(ending)))
            && !(first
                && grid.upos(at) == Upos::Adv
                && grid
                    .document
                    .zones()
                    .first()
                    .is_some_and(|zone| zone.span().contains_offset(grid.tokens[at].span().start())))
    }

    /// A name that the tagger took for an auxiliary of the verb: *Day personally considered*.
    fn name_in_group(&self, group: VerbGroup) -> Option<Subject> {
        let start = group.tokens().start();
        let auxiliary = lexis::MODAL | lexis::BE | lexis::HAVE | lexis::DO | lexis::NEGATION;
        let misread = start < group.head() && !self.grid.is(start, auxiliary) && self.is_misread_name(start);
        misread.then_some(Subject { tokens: TokenRange::new(start, start + 1), relative: None, order: Order::Before })
    }

    /// *that* before a verb with a noun before it: *the firm that runs the port*.
    fn is_relative_that(&self, at: usize) -> bool {
        self.grid.is(at, THAT) && at > self.region.tokens.start() && self.grid.is_noun(at - 1)
    }

    /// The antecedent of a relative pronoun.
    fn relative(&self, pronoun: usize) -> Option<Subject> {
        let grid = self.grid;
        let floor = self.region.tokens.start();
        let alone =
            Subject { tokens: TokenRange::new(pronoun, pronoun + 1), relative: Some(pronoun), order: Order::Before };
        let mut end = pronoun;
        while end > floor && grid.is(end - 1, COMMA | PREPOSITION | CLOSE | OF) {
            end -= 1;
        }
        if end == floor {
            return (!grid.is(pronoun, THAT)).then_some(alone);
        }
        match self.noun_phrase_left(end, floor) {
            Some(start) => {
                Some(Subject { tokens: TokenRange::new(start, end), relative: Some(pronoun), order: Order::Before })
            }
            None => Some(alone),
        }
    }

    /// The subject when the noun phrase before the verb may end a relative clause or participle of the real one.
    fn extended(&self, start: usize, end: usize) -> Subject {
        let floor = self.region.tokens.start();
        let mut start = start;
        if start > floor
            && let Some(index) = self.grid.group_index(start - 1)
            && !self.grid.is(start, PERSONAL)
            && !reports_clauses(self.grid, start - 1)
            && let Some(subject) = self.clauses.subject(index)
            && let Some(pronoun) = subject.relative
            && end - subject.tokens.start() < REACH
            && !(subject.tokens.end()..end).any(|at| at != pronoun && self.grid.is(at, COMMA | COLON | SEMICOLON))
        {
            start = subject.tokens.start();
        }
        Subject { tokens: TokenRange::new(start, end), relative: None, order: Order::Before }
    }

    /// The subject when a comma or dash stands before the verb: *X, a doctor, said; X, who leads Y, said*.
    fn before_parenthesis(&self, close: usize) -> Option<Subject> {
        let grid = self.grid;
        let floor = self.region.tokens.start().max(close.saturating_sub(REACH));
        let mut open = close;
        for _ in 0..4 {
            open = (floor..open)
                .rev()
                .find(|&at| grid.is(at, COMMA | DASH | SEMICOLON | COLON) || grid.is_hidden(self.region, at))?;
            if !grid.is(open, COMMA | DASH) {
                return None;
            }
            let inner = open + 1;
            if inner >= close || !self.can_begin_parenthesis(inner, close) {
                continue;
            }
            let name = || open.checked_sub(1).filter(|&at| at >= floor && self.is_misread_name(at));
            let Some(start) = self.noun_phrase_left(open, floor).or_else(name) else { continue };
            // What follows a coordinator is a clause of its own, not an apposition.
            let apposition = !grid.is(inner, PREPOSITION | TIME | ALSO) && grid.upos(inner) != Upos::Adv;
            let end = if apposition || grid.is(inner, OF) { close } else { open };
            let start = self.antecedent_of_clause(start, floor).unwrap_or(start);
            return Some(self.extended(start, if start < open && end == open { open } else { end }));
        }
        None
    }

    /// Where a noun phrase begins whose relative clause between commas holds the phrase at `at`: *Ana Ruiz, who grew up in
    /// Port Agnes, Dale, | in 1980*.
    fn antecedent_of_clause(&self, at: usize, floor: usize) -> Option<usize> {
        let grid = self.grid;
        let pronoun = (floor..at).rev().find(|&at| grid.is(at, RELATIVE) && !grid.is(at, THAT))?;
        let comma = pronoun.checked_sub(1).filter(|&comma| comma > floor && grid.is(comma, COMMA))?;
        let one_clause = (pronoun..at).all(|at| {
            grid.group_index(at).is_none_or(|index| {
                !grid.finite(index) || self.clauses.subject(index).is_none_or(|subject| subject.relative.is_some())
            })
        });
        one_clause.then(|| self.noun_phrase_left(comma, floor)).flatten()
    }

    fn can_begin_parenthesis(&self, at: usize, close: usize) -> bool {
        let grid = self.grid;
        if grid.is(at, RELATIVE) {
            return true;
        }
        if grid.is(at, COORDINATOR | PERSONAL) {
            return false;
        }
        let clause = (at..close).any(|at| grid.finite_at(at) && self.is_main(at));
        if clause {
            return false;
        }
        grid.is(at, ARTICLE | PREPOSITION | POSSESSIVE | TIME)
            || matches!(grid.upos(at), Upos::Noun | Upos::Propn | Upos::Num | Upos::Adv | Upos::Adj | Upos::Det)
            || matches!(grid.form(at), Some(VerbForm::Vbg | VerbForm::Vbn))
    }

    /// Whether the verb group at a token belongs to no relative clause.
    fn is_main(&self, at: usize) -> bool {
        let subject = self.grid.group_index(at).and_then(|index| self.clauses.subject(index));
        subject.is_some_and(|subject| subject.relative.is_none())
    }

    /// A subject behind its verb, where a quotation, a comma or nothing stands before: *said Ana Ruiz*.
    fn inverted(&self, group: VerbGroup) -> Option<Subject> {
        let start = group.tokens().end();
        let end = noun_phrase_right(self.grid, self.region, start, Reach::Source)?;
        Some(Subject { tokens: TokenRange::new(start, end), relative: None, order: Order::Inverted })
    }

    /// The subject behind a verb of speech whose clause ends the sentence: *He lacks friends, whom he lost, said Tom Lake*.
    fn reporter_behind(&self, group: VerbGroup) -> Option<Subject> {
        let grid = self.grid;
        let index = grid.group_index(group.head())?;
        let reported = self.is_speech(index) && self.seen.iter().rev().take(8).any(|&index| grid.finite(index));
        let subject = self.inverted(group).filter(|_| reported)?;
        let end = subject.tokens.end();
        // Whoever *told* stands before it: *Ruiz, who left, told the Herald*.
        let told = grid.cue_starting(group.head()).is_some_and(|found| found.cue.frames.has(Frames::OBJECT_THAT));
        let named = grid.upos(subject.tokens.start()) == Upos::Propn && group.tokens().len() == 1 && !told;
        // *said Ruiz “understood the risk”*: the quotation is the predicate of what is said.
        let predicate = grid.is(end, QUOTE) && grid.group_at(end + 1).is_some();
        let ends = end >= self.region.end || grid.is(end, COMMA | STOP | SEMICOLON | QUOTE) && !predicate;
        (named && ends && !begins_clause(grid, end, self.region.end)).then_some(subject)
    }

    /// The subject of the clause a coordinated verb continues.
    fn shared(&self, before: usize) -> Option<Subject> {
        let groups = self.grid.document.verb_groups();
        // Of *He said the plan was bad and called it a trick* the second verb of speech goes with the first.
        let speaks = |at: usize| self.grid.group_index(at).is_some_and(|index| self.is_speech(index));
        let next = (before..(before + 4).min(self.grid.len())).find(|&at| self.grid.group_index(at).is_some());
        if next.is_some_and(speaks)
            && let Some(index) = self.seen.iter().rev().take(8).copied().find(|&index| {
                self.grid.finite(index) && self.is_speech(index) && self.clauses.subject(index).is_some()
            })
        {
            return self.clauses.subject(index).map(|subject| Subject { order: Order::Shared, ..subject });
        }
        // In *Lund forecast that prices would fall, and praised the board* the comma ends what is reported.
        let comma = before > 0 && self.grid.is(before - 1, COMMA);
        let found = self.seen.iter().rev().take(8).find_map(|&index| {
            let group = groups[index];
            let finite = self.grid.finite(index) && group.tokens().end() <= before;
            let subject = self.clauses.subject(index).filter(|_| finite)?;
            if comma && self.is_reported(subject) {
                return None;
            }
            // In *the man who came left and said* the relative clause has ended.
            let inside = subject.relative.is_none_or(|pronoun| {
                !(pronoun..before).any(|at| self.grid.is(at, COMMA) && at > group.tokens().end())
            });
            inside.then_some(subject)
        })?;
        Some(Subject { order: Order::Shared, ..found })
    }

    /// Whether the clause of a subject is reported: *that* or a clear cue stands before it.
    fn is_reported(&self, subject: Subject) -> bool {
        let before = subject.tokens.start().checked_sub(1).filter(|&at| at > self.region.tokens.start());
        subject.order == Order::Before
            && subject.relative.is_none()
            && before.is_some_and(|at| self.grid.is(at, THAT) || reports_clauses(self.grid, at))
    }

    /// Whether the verb of the group is a clear cue of speech.
    fn is_speech(&self, index: usize) -> bool {
        let head = self.grid.document.verb_groups()[index].head();
        self.grid.cue_starting(head).is_some_and(|found| {
            found.cue.class == CueClass::Verb && found.cue.act == Act::Speech && found.cue.strength >= 3
        })
    }

    /// Whether the clause of the group begins with a subordinator.
    fn is_subordinate(&self, index: usize) -> bool {
        let Some(subject) = self.clauses.subject(index) else { return false };
        let start = subject.tokens.start();
        subject.order == Order::Before
            && start > self.region.tokens.start()
            && self.grid.is(start - 1, lexis::SUBORDINATOR | lexis::WH)
    }

    /// The start of the noun phrase that ends at `end`, with its titles and complements; `None` if there is none.
    fn noun_phrase_left(&self, end: usize, floor: usize) -> Option<usize> {
        noun_phrase_left(self.grid, self.region, end, floor)
    }
}
