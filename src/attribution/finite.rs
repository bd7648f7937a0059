//! Which verb groups are predicates of clauses.
//!
//! The tags alone do not tell: *The mayor promised a park* is often tagged like *the park promised by the mayor*, and *people
//! say* like *to say*. What stands around the verb decides.

use super::grid::Grid;
use super::lexis;
use crate::document::{Tense, Upos, VerbForm, VerbGroup};
use crate::text::KeyList;

impl Grid<'_> {
    /// Whether a verb group is finite, or a past participle that is better read as a past tense: *The mayor promised a park*
    /// is often tagged like *the park promised by the mayor*.
    pub(super) fn reads_finite(&self, index: usize) -> bool {
        let group = self.document.verb_groups()[index];
        if group.tense() != Tense::Participle || group.tokens().len() > 2 {
            // *Asked if he would go, he said no*: tagged as a past tense, but there is no subject.
            let start = group.tokens().start();
            let begins = group.tokens().len() == 1
                && self
                    .document
                    .sentences()
                    .get(self.document.sentence_of(start))
                    .is_some_and(|s| s.tokens().start() == start);
            if group.tense() == Tense::Infinitive && !self.is(start, lexis::TO) && self.has_own_subject(group) {
                return true;
            }
            let participle =
                begins && group.tense() == Tense::Past && self.word(start).to_ascii_lowercase().ends_with("ed");
            return group.is_finite() && !participle;
        }
        let (start, end) = (group.tokens().start(), group.tokens().end());
        if start == 0 {
            return false;
        }
        let mut before = start - 1;
        while before > 0 && self.upos(before) == Upos::Adv && self.phrase_at(before).is_none() {
            before -= 1;
        }
        // *has firmly denied*: the adverb parted the auxiliary from its verb.
        if before + 1 < start && self.is(before, lexis::HAVE) && self.group_index(before).is_some() {
            return true;
        }
        if !self.may_be_past(group.head()) {
            return false;
        }
        let content = self.is(end, lexis::THAT | lexis::COLON)
            || self.is(end, lexis::QUOTE)
            || self.is(end, lexis::COMMA) && self.is(end + 1, lexis::QUOTE);
        if self.is(before, lexis::PERSONAL) || content && !self.is(before, lexis::PREPOSITION | lexis::ARTICLE) {
            return true;
        }
        if self.is(before, lexis::COORDINATOR) {
            return self.verb_before(start) && !self.is(end, lexis::BY);
        }
        if self.is(before, lexis::QUOTE) {
            return before > 0 && self.is(before - 1, lexis::COMMA | lexis::STOP);
        }
        let nominal = self.phrase_at(before).is_some() || self.is(before, lexis::RELATIVE);
        let paused =
            self.is(before, lexis::COMMA) && self.document.sentence_of(before) == self.document.sentence_of(start);
        if !nominal && !paused {
            return false;
        }
        // *officials briefed on the talks said*: a later verb has no subject of its own.
        if self.is(end, lexis::PREPOSITION) && !self.is(end, lexis::TO) {
            return nominal
                && !self.in_prepositional_phrase(before)
                && !self.lone_verb_follows(end)
                && !self.in_apposition(before, end);
        }
        if nominal && self.is(end, lexis::TO) && self.in_apposition(before, end) {
            return false;
        }
        if paused { !self.lone_verb_follows(end) && !self.verb_before(start) } else { !self.lone_verb_follows(end) }
    }

    /// Whether a verb tagged as a bare infinitive has a subject of its own before it and so is a present tense: *they prefer*,
    /// *people from the camp say*; not *made people say*.
    fn has_own_subject(&self, group: VerbGroup) -> bool {
        const CAUSING: &[&str] = &["let", "make", "help", "see", "hear", "have", "watch", "bid", "feel"];
        let start = group.tokens().start();
        let Some(last) = start.checked_sub(1) else { return false };
        if self.is(last, lexis::PERSONAL) && !self.is(last, lexis::IT) {
            return start < 2 || !self.is_verb(start - 2);
        }
        let plural = self.tag(last).is_nominal() && self.word(last).ends_with('s') || self.upos(last) == Upos::Propn;
        let Some(phrase) = self.phrase_at(last).filter(|_| group.tokens().len() == 1) else { return false };
        let Some(before) = phrase.tokens().start().checked_sub(1) else { return plural };
        // *people from the camp say*
        if !(plural || self.is(before, lexis::PREPOSITION) && self.tag(last).is_nominal()) {
            return false;
        }
        let governed = self.group_at(before).is_some_and(|group| {
            let head = self.small(group.head());
            let word = head.as_str();
            CAUSING.iter().any(|cause| word.starts_with(cause))
                || matches!(word, "made" | "saw" | "had" | "felt" | "do" | "did" | "does")
        });
        !governed && !self.is(before, lexis::MODAL | lexis::DO)
    }

    /// Whether the past participle has the same form as the past tense.
    fn may_be_past(&self, head: usize) -> bool {
        let word = self.word(head);
        static BOTH: KeyList<27> = KeyList::of([
            "told",
            "said",
            "found",
            "held",
            "heard",
            "felt",
            "thought",
            "made",
            "put",
            "read",
            "taught",
            "left",
            "lost",
            "met",
            "sent",
            "kept",
            "brought",
            "set",
            "led",
            "meant",
            "understood",
            "bet",
            "cast",
            "sought",
            "hit",
            "shot",
            "fought",
        ]);
        word.ends_with("ed") || self.is_among(head, &BOTH)
    }

    /// Whether a finite verb that has no noun phrase directly before it follows in the sentence.
    fn lone_verb_follows(&self, from: usize) -> bool {
        const REACH: usize = 40;
        let end = self.end_of_sentence(from).min(from + REACH);
        let mut at = from;
        while at < end {
            if self.is(
                at,
                lexis::COMMA
                    | lexis::SUBORDINATOR
                    | lexis::COORDINATOR
                    | lexis::WH
                    | lexis::THAT
                    | lexis::QUOTE
                    | lexis::SEMICOLON,
            ) {
                return false;
            }
            if let Some(group) = self.group_at(at) {
                return group.is_finite() && (at == from || !self.phrase_begins_clause(from, at));
            }
            at += 1;
        }
        false
    }

    /// Whether the noun phrase before the verb at `at` begins at `from`, so that it is the subject of that verb.
    fn phrase_begins_clause(&self, from: usize, at: usize) -> bool {
        at.checked_sub(1)
            .and_then(|before| self.phrase_at(before))
            .is_some_and(|phrase| phrase.tokens().start() <= from + 1)
    }

    /// Whether the noun phrase before a participle begins behind a comma and the verb of the clause stands behind the next
    /// comma: *Tom Lake, a cook | based in Dale, said*.
    fn in_apposition(&self, before: usize, end: usize) -> bool {
        const REACH: usize = 16;
        let Some(phrase) = self.phrase_at(before) else { return false };
        let start = phrase.tokens().start();
        let opens =
            |at: usize| self.is(at, lexis::COMMA) && self.document.sentence_of(at) == self.document.sentence_of(end);
        let wearing = |at: usize| matches!(self.form(at), Some(VerbForm::Vbg)) && at > 0 && opens(at - 1);
        if !start.checked_sub(1).is_some_and(|at| opens(at) || wearing(at)) {
            return false;
        }
        let Some(last) = self.sentence(end).map(|sentence| sentence.tokens().end()) else { return false };
        let stop = lexis::COMMA | lexis::SUBORDINATOR | lexis::QUOTE | lexis::COLON | lexis::SEMICOLON;
        let until = last.min(end + 1 + REACH).max(end + 1);
        // The preposition itself may be a subordinator.
        let close =
            (end + 1..until).find(|&at| self.is(at, stop) || self.group_at(at).is_some_and(|group| group.is_finite()));
        close.is_some_and(|at| {
            let verb = self.group_at(at + 1).filter(|group| group.is_finite() && group.tokens().start() == at + 1);
            self.is(at, lexis::COMMA) && verb.is_some()
        })
    }

    /// Whether a finite verb stands before in the sentence.
    fn verb_before(&self, at: usize) -> bool {
        let sentence = self.document.sentences().get(self.document.sentence_of(at));
        let start = sentence.map_or(at, |sentence| sentence.tokens().start());
        self.finite_end > start
    }

    /// Whether the noun phrase that ends with a token hangs on a preposition: *in a statement | issued*.
    fn in_prepositional_phrase(&self, last: usize) -> bool {
        let start = self.phrase_at(last).map_or(last, |phrase| phrase.tokens().start());
        let Some(preposition) = start.checked_sub(1).filter(|&at| self.is(at, lexis::PREPOSITION)) else {
            return false;
        };
        let sentence = self.document.sentences().get(self.document.sentence_of(preposition));
        sentence.is_some_and(|sentence| sentence.tokens().start() == preposition)
            || preposition > 0 && self.is(preposition - 1, lexis::COMMA | lexis::COORDINATOR)
    }
}
