//! Subjects of infinitives and participles: *asked the minister to resign*, *left early, calling it a farce*.

use super::super::lexis::{self, COMMA, COORDINATOR, DASH, PREPOSITION, QUOTE};
use super::super::noun_phrase::{REACH, Reach, noun_phrase_right};
use super::super::source;
use super::{Order, Reader, Subject};
use crate::document::{Tense, TokenRange, Upos, VerbGroup};

impl Reader<'_, '_> {
    pub(super) fn of_infinitive(&self, group: VerbGroup) -> Option<Subject> {
        let start = group.tokens().start();
        // *Democrats concede that …*: a present tense read as an infinitive.
        if self.seen.is_empty() && !group.has_to() {
            return self.of_finite(group);
        }
        let governor = *self.seen.last()?;
        let found = self.grid.document.verb_groups()[governor];
        let reach = start.saturating_sub(found.tokens().end());
        if reach > REACH {
            return None;
        }
        // *asked the minister to say*: the object speaks; *used the speech to say*: the subject.
        if reach > 0
            && !self.grid.is(found.head(), lexis::SUBJECT_CONTROL)
            && let Some(from) = self.noun_phrase_left(start, found.tokens().end())
            && from == found.tokens().end()
            && !found.is_passive()
        {
            return Some(Subject { tokens: TokenRange::new(from, start), relative: None, order: Order::Shared });
        }
        self.clauses.subject(governor).map(|subject| Subject { order: Order::Shared, ..subject })
    }

    pub(super) fn of_participle(&self, group: VerbGroup) -> Option<Subject> {
        let grid = self.grid;
        let floor = self.region.tokens.start();
        let mut end = group.tokens().start();
        while end > floor && grid.upos(end - 1) == Upos::Adv {
            end -= 1;
        }
        if end == floor {
            return self.main_behind(group);
        }
        // *said it was “too late,” | adding*: the comma stands inside the marks.
        let marked = grid.is(end - 1, QUOTE) && end > floor + 1 && grid.is(end - 2, COMMA);
        let before = end - 1 - usize::from(marked);
        if !grid.is(before, COMMA | COORDINATOR | PREPOSITION | DASH)
            && let Some(start) = self.noun_phrase_left(end, floor)
        {
            return Some(self.issuer(start).or_else(|| self.writer(start)).unwrap_or(Subject {
                tokens: TokenRange::new(start, end),
                relative: None,
                order: Order::Before,
            }));
        }
        if grid.is(before, COORDINATOR)
            && let Some(subject) = self.of_participle_before(group)
        {
            return Some(subject);
        }
        let groups = grid.document.verb_groups();
        let own = |index: &usize| grid.finite(*index) && self.clauses.subject(*index).is_some();
        let then = ["before", "after", "while"].iter().any(|word| grid.word(before).eq_ignore_ascii_case(word));
        let found = if grid.is(before, COMMA | DASH) || then {
            // A participle behind a comma or conjunction of time hangs on the last verb of speech, else on the main clause.
            let main = |index: &usize| self.is_main(groups[*index].head()) && !self.is_subordinate(*index);
            let speaks = |index: &usize| self.is_speech(*index) && main(index);
            let said = self.seen.iter().rev().take(REACH).copied().filter(own).find(speaks);
            said.or_else(|| self.seen.iter().take(REACH).copied().filter(own).find(main))
        } else {
            self.seen.iter().rev().take(REACH).copied().find(own)
        };
        let found = found.or_else(|| self.seen.iter().rev().take(REACH).copied().find(own));
        match found {
            Some(index) => self.clauses.subject(index).map(|subject| Subject { order: Order::Shared, ..subject }),
            None => self.main_behind(group).or_else(|| self.opening(before)),
        }
    }

    /// The subject of the participle that this one is coordinated with: *calling it “unfair” and vowing to appeal*.
    fn of_participle_before(&self, group: VerbGroup) -> Option<Subject> {
        const LONGEST: usize = 24;
        let grid = self.grid;
        let groups = grid.document.verb_groups();
        let first = self.seen.iter().rev().take(8).copied().find(|&index| groups[index].tense() == Tense::Gerund)?;
        let near = group.tokens().start() - groups[first].tokens().end() <= LONGEST;
        let own = groups[first].tokens().start().checked_sub(1).is_some_and(|at| grid.is(at, COMMA | DASH | QUOTE));
        let subject = self.clauses.subject(first).filter(|_| near && own)?;
        (subject.order == Order::Shared).then_some(subject)
    }

    /// Who wrote or spoke to the hearer that a participle follows: *Lund wrote to the board asking for time*.
    fn writer(&self, hearer: usize) -> Option<Subject> {
        let grid = self.grid;
        let to = hearer.checked_sub(1).filter(|&at| at > self.region.tokens.start() && grid.is(at, lexis::TO))?;
        // *a reply to a message asking why*: the message asks.
        let head = grid.phrase_at(hearer)?.head();
        let asks = grid.upos(head) == Upos::Pron || grid.hint(head) & source::DOCUMENT != 0;
        let index = grid.group_index(to - 1).filter(|&index| !asks && grid.finite(index))?;
        self.clauses.subject(index).map(|subject| Subject { order: Order::Shared, ..subject })
    }

    /// The noun phrase that begins the clause before a participle, where no verb was read: *Lund left early, | calling it a farce*.
    fn opening(&self, comma: usize) -> Option<Subject> {
        let start = self.region.tokens.start();
        let end = noun_phrase_right(self.grid, self.region, start, Reach::Plain)?;
        let parted = self.grid.is(comma, COMMA | DASH | COORDINATOR) && end < comma;
        parted.then_some(Subject { tokens: TokenRange::new(start, end), relative: None, order: Order::Shared })
    }

    /// Who issued the document that a participle follows: *The board released a statement saying*.
    fn issuer(&self, document: usize) -> Option<Subject> {
        let grid = self.grid;
        let index = grid.group_index(document.checked_sub(1)?)?;
        let group = grid.document.verb_groups()[index];
        let issues = grid.is(group.head(), lexis::ISSUING) && !group.is_passive();
        self.clauses.subject(index).filter(|_| issues).map(|subject| Subject { order: Order::Shared, ..subject })
    }

    /// The subject of the clause behind a participle that begins the sentence: *Speaking in Rome, the minister said*.
    fn main_behind(&self, group: VerbGroup) -> Option<Subject> {
        let grid = self.grid;
        let from = group.tokens().end();
        let until = self.region.tokens.end().min(from + REACH);
        let comma = (from..until).find(|&at| grid.is(at, COMMA))?;
        let start = comma + 1;
        let end = noun_phrase_right(grid, self.region, start, Reach::Plain)?;
        Some(Subject { tokens: TokenRange::new(start, end), relative: None, order: Order::Shared })
    }
}
