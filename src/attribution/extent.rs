//! How far a content reaches.

use super::candidate::{Context, VerbCue};
use super::clause::Order;
use super::cues::CueClass;
use super::grid::{CueMatch, Grid, Region};
use super::lexis::{
    self, AS, BUT, CLOSE, COLON, COMMA, COORDINATOR, DASH, OCCASION, OPEN, PREPOSITION, QUOTE, RELATIVE, SEMICOLON,
    STOP, SUBORDINATOR, THAT, TIME, TO,
};
use super::model::Act;
use super::noun_phrase::{self, base_right, begins_clause};
use crate::document::{TokenRange, Upos, VerbForm};
use crate::text::KeyList;

/// Subordinators behind a comma that set the reporter's own clause against what was said.
const ASIDES: &[&str] = &["while", "although", "though", "whereas", "compared"];

/// What a cue hangs on, as far as it tells where its content ends.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Frame {
    /// The cue.
    pub(super) anchor: Option<usize>,
    /// The cue stands in a clause that comes before its main clause, or in a relative clause.
    pub(super) dependent: bool,
    /// The content is an infinitive.
    pub(super) infinitive: bool,
}

impl Context<'_, '_> {
    /// What a verbal cue hangs on.
    pub(super) fn frame(&self, verb: VerbCue) -> Frame {
        let grid = self.grid;
        let start = verb.group.tokens().start();
        let floor = verb.region.tokens.start();
        let subject = self.clauses.subject(verb.index);
        let relative =
            subject.and_then(|subject| subject.relative).is_some_and(|at| at > floor && grid.is(at - 1, COMMA));
        let own =
            subject.filter(|subject| subject.order != Order::Inverted).map_or(start, |subject| subject.tokens.start());
        let first = own.min(start);
        let opens = |at: usize| {
            at <= floor + 1
                || grid.is(at - 1, COMMA)
                || grid.is(at - 1, COORDINATOR) && (at == floor + 2 || grid.is(at - 2, COMMA))
                || at < floor + 6 && grid.is(at - 1, TIME | lexis::UNIT)
        };
        let introduced = first > floor
            && opens(first - 1)
            && grid.is(first - 1, SUBORDINATOR | PREPOSITION)
            && !grid.is(first - 1, THAT);
        let bare = start <= floor + 1 && !grid.finite(verb.index);
        Frame { anchor: Some(verb.group.head()), dependent: relative || introduced || bare, infinitive: false }
    }

    /// Where the text of the region ends, final marks aside.
    pub(super) fn region_end(&self, region: Region) -> usize {
        region.end
    }

    /// The cue match whose verb is the head of the verb group at a token.
    pub(super) fn verb_cue_at(&self, token: usize) -> Option<CueMatch> {
        let head = self.grid.group_at(token)?.head();
        let cues = &self.grid.cues;
        let from = cues.partition_point(|found| found.tokens.start() < head);
        cues[from..]
            .iter()
            .take_while(|found| found.tokens.start() == head)
            .copied()
            .find(|found| found.cue.class == CueClass::Verb)
    }

    /// The end of a clause that is content and starts at `start`.
    pub(super) fn clause_end(&self, region: Region, start: usize) -> usize {
        self.clause_end_in(region, start, Frame::default())
    }

    /// The end of a clause that is content, given what its cue hangs on.
    pub(super) fn clause_end_in(&self, region: Region, start: usize, frame: Frame) -> usize {
        const LONGEST: usize = 400;
        let grid = self.grid;
        let limit = self.region_end(region).min(start + LONGEST);
        let mut at = start;
        while at < limit {
            if grid.is_hidden(region, at) {
                let open = at;
                at = grid.opaque_at(at).map_or(at + 1, |(_, quotation)| quotation.outer.end().max(at + 1));
                // *said he had to leave: “I was tired,” he told the Herald*
                if open > start && grid.is(open - 1, COLON | DASH | SEMICOLON) && self.is_attributed(region, at, limit)
                {
                    return open;
                }
                if self.is_reporting(at) {
                    return at;
                }
                continue;
            }
            if let Some(end) = grid.quotation_end(at).filter(|&end| end <= limit) {
                let paused = end < limit && grid.is(end - 2, COMMA) && self.returns(region, end - 1, limit);
                if self.rests(at, end, limit) || paused {
                    return end;
                }
                at = end;
                continue;
            }
            let turned = self.leaves(region, at, limit, frame) || self.is_next_participle(at, frame);
            if at > start && (turned || self.is_summary(at, limit)) {
                return at;
            }
            if let Some(end) = self.main_verb(at, frame).filter(|&end| end > start) {
                return end;
            }
            if grid.is(at, OPEN) {
                at = self.behind_bracket(at, limit);
                continue;
            }
            let turn = COMMA | DASH | COORDINATOR | SEMICOLON | SUBORDINATOR;
            if at > start && grid.is(at, turn) && self.returns(region, at, limit) {
                return at;
            }
            at += 1;
        }
        limit.max(start)
    }

    /// Whether a content ends with the quotation from `open` to `end`: it closes with a comma, and no clause or coordination
    /// goes on behind it. *It was “a distortion,” describing the team as able.*
    fn rests(&self, open: usize, end: usize, limit: usize) -> bool {
        let grid = self.grid;
        // A shorter one is a name or title.
        const SHORTEST: usize = 6;
        if end >= limit || grid.is(end, COORDINATOR | COMMA) || !grid.ends_with(TokenRange::new(open, end), COMMA) {
            return false;
        }
        let participle = matches!(grid.form(end), Some(VerbForm::Vbg)) && grid.group_at(end).is_some();
        // *called it “too late,” adding that …*
        let adds = participle && self.verb_cue_at(end).is_some_and(|found| found.cue.act == Act::Speech);
        if !adds && end - open < SHORTEST {
            return false;
        }
        let clause = base_right(grid, end, limit).is_some_and(|to| begins_clause(grid, to, limit));
        let apposition = grid.phrase_at(end).is_some() && !clause;
        // *citing “the great magic of Ruiz,” said the party could win*
        let verb = self.is_reporting(end);
        apposition || participle || verb || grid.is(end, RELATIVE | SUBORDINATOR | PREPOSITION) && !grid.is(end, THAT)
    }

    /// Whether a reporting clause stands here, behind a quotation: *she told the Herald*, *said Ana Ruiz*.
    pub(super) fn is_attributed(&self, region: Region, at: usize, limit: usize) -> bool {
        self.is_reporting(at) || self.clause_has_cue(region, at, limit).is_some()
    }

    /// Whether a cue of speech with its subject behind it stands here: *said Ana Ruiz*.
    fn is_reporting(&self, at: usize) -> bool {
        self.grid.finite_at(at) && self.verb_cue_at(at).is_some_and(|found| found.cue.act == Act::Speech)
    }

    /// Where a subject ends that holds the cue, when its verb stands here: *economists who favour taxes | agree*.
    fn main_verb(&self, at: usize, frame: Frame) -> Option<usize> {
        let anchor = frame.anchor?;
        let index = self.grid.group_index(at)?;
        let group = self.grid.document.verb_groups()[index];
        if group.tokens().start() != at || !self.grid.finite(index) {
            return None;
        }
        let subject = self.clauses.subject(index)?;
        let holds = subject.tokens.contains(anchor) && subject.relative.is_none() && subject.order == Order::Before;
        holds.then_some(subject.tokens.end())
    }

    /// Whether the text goes on with what the cue hangs on: the main clause behind an initial one, the verb coordinated with
    /// the cue of an infinitive.
    fn leaves(&self, region: Region, at: usize, limit: usize, frame: Frame) -> bool {
        let grid = self.grid;
        if frame.dependent && grid.is(at, COMMA) {
            let clause = |from: usize| {
                noun_phrase::noun_phrase_right(grid, region, from, noun_phrase::Reach::Plain)
                    .is_some_and(|end| begins_clause(grid, end, limit))
            };
            return clause(at + 1)
                || self.clause_begins(at + 1, limit)
                || grid.finite_at(at + 1)
                || grid.is(at + 1, lexis::QUOTE)
                || grid.is_hidden(region, at + 1);
        }
        if frame.infinitive && (grid.is(at, COORDINATOR) || grid.is(at, COMMA) && grid.is(at + 1, COORDINATOR)) {
            let next = at + 1 + usize::from(grid.is(at, COMMA));
            return self.verb_follows(next, limit) || grid.is(at, COMMA) && grid.is(next - 1, BUT);
        }
        if frame.infinitive && grid.is(at, COMMA) {
            let listed = grid.form(at + 1) == Some(VerbForm::Vb);
            return !grid.is(at + 1, RELATIVE) && !listed && !self.goes_on_as_list(at, limit);
        }
        frame.infinitive && grid.is(at, DASH)
    }

    /// Whether another participle of the reporter's clause is coordinated here: *calling it “unfair” | and vowing to appeal*.
    fn is_next_participle(&self, at: usize, frame: Frame) -> bool {
        let grid = self.grid;
        let next = at + 1 + usize::from(grid.is(at, COMMA));
        let gerund = |at: usize| grid.form(at) == Some(VerbForm::Vbg) && grid.group_at(at).is_some();
        grid.is(next - 1, COORDINATOR)
            && frame.anchor.is_some_and(gerund)
            && gerund(next)
            && self.verb_cue_at(next).is_some_and(|found| found.cue.strength >= 2)
    }

    /// Whether the subject of a finite verb begins here, adverbs aside, whatever stands between the two.
    fn clause_begins(&self, at: usize, limit: usize) -> bool {
        const REACH: usize = 24;
        let from = skip_adverbs(self.grid, at, limit);
        (from..limit.min(from + REACH)).any(|verb| {
            let subject = self.grid.group_index(verb).filter(|&index| self.grid.finite(index));
            subject.and_then(|index| self.clauses.subject(index)).is_some_and(|subject| {
                let start = subject.tokens.start();
                subject.order == Order::Before && subject.relative.is_none() && (start == at || start == from)
            })
        })
    }

    /// Whether an apposition sums up the clause before it: *the port would close, a move that angered the crews*.
    fn is_summary(&self, at: usize, limit: usize) -> bool {
        let grid = self.grid;
        grid.is(at, COMMA | DASH)
            && grid.is(at + 1, lexis::ARTICLE)
            && base_right(grid, at + 1, limit)
                .is_some_and(|end| !grid.finite_at(end) && grid.is(end - 1, lexis::SUMMARY))
    }

    /// Whether the text goes back to the reporting clause at a pause or coordinator.
    pub(super) fn returns(&self, region: Region, at: usize, limit: usize) -> bool {
        let grid = self.grid;
        // *called it “unfair,” | saying that …*: the comma stands before the closing mark.
        let closing = grid.is(at, QUOTE) && at > 0 && grid.is(at - 1, COMMA);
        let pause = grid.is(at, COMMA | DASH | SEMICOLON) || closing;
        let mut next = if pause { at + 1 } else { at };
        let coordinated = grid.is(next, COORDINATOR) && next < limit;
        let contrast = coordinated && grid.is(next, BUT);
        if coordinated {
            next += 1;
        }
        let subordinated = pause && grid.is(next, SUBORDINATOR) && !grid.is(next, THAT);
        if subordinated {
            next += 1;
        }
        while next < limit && grid.upos(next) == Upos::Adv && grid.group_at(next).is_none() {
            next += 1;
        }
        if next >= limit {
            return false;
        }
        if let Some(found) = self.grid.cue_starting(next)
            && found.cue.class == CueClass::Phrase
            && found.cue.strength >= 3
            && (pause || grid.word(next).eq_ignore_ascii_case("according"))
        {
            return true;
        }
        // `, adding that`; `and said`
        if let Some(group) = grid.group_at(next)
            && let Some(found) = self.verb_cue_at(next)
            && found.cue.act == Act::Speech
        {
            let gerund = grid.form(group.head()) == Some(VerbForm::Vbg) && group.tokens().start() == next;
            if gerund && pause {
                return found.cue.strength >= 2;
            }
            if coordinated && grid.finite_at(next) && !group.is_passive() {
                return found.cue.strength >= if pause { 2 } else { 3 };
            }
        }
        // `, said Ana Ruiz.`; `, called her a thief`; `before adding that`
        if let Some(index) = grid.group_index(next)
            && let Some(found) = self.verb_cue_at(next)
            && !coordinated
            && found.cue.strength >= 2
        {
            let group = grid.document.verb_groups()[index];
            let finite = grid.finite(index) && pause && !subordinated && !group.is_passive();
            let order = self.clauses.subject(index).map(|subject| subject.order);
            let goes_on = order == Some(Order::Shared) || order == Some(Order::Inverted) && found.cue.strength >= 3;
            if finite && found.cue.act == Act::Speech && goes_on {
                return true;
            }
        }
        if grid.is(at, SUBORDINATOR)
            && grid.form(at + 1) == Some(VerbForm::Vbg)
            && self.verb_cue_at(at + 1).is_some_and(|found| found.cue.act == Act::Speech && found.cue.strength >= 2)
        {
            return true;
        }
        // `, but the mayor said`
        // `, even as he leaves`; `, as has his rival`
        let contrasted = pause
            && !closing
            && (grid.word(at + 1).eq_ignore_ascii_case("even")
                && grid.is(at + 2, SUBORDINATOR)
                && self.has_verb_before_pause(at + 3, limit)
                || grid.is(at + 1, AS)
                    && grid.is(at + 2, lexis::HAVE | lexis::DO | lexis::BE)
                    && grid.finite_at(at + 2));
        if contrasted {
            return true;
        }
        if (coordinated && pause) || subordinated || pause && grid.word(at + 1).eq_ignore_ascii_case("compared") {
            let own = self.clause_has_cue(region, next, limit).is_some();
            let aside = pause && ASIDES.iter().any(|word| grid.word(at + 1).eq_ignore_ascii_case(word));
            // *willing to talk, but not to yield*: no clause of its own.
            let nonfinite = grid.group_at(next).is_some() && !grid.finite_at(next);
            let runs_on = grid.is(next, lexis::NEGATION | TO) || nonfinite;
            return own || !closing && (contrast && pause && !runs_on || aside);
        }
        // `and one in four said`; `; others say`
        if (coordinated || grid.is(at, SEMICOLON)) && self.clause_has_cue(region, next, limit).is_some() {
            return true;
        }
        // `, the mayor said.`
        pause
            && !coordinated
            && self.clause_has_cue(region, next, limit).is_some_and(|end| {
                let end = skip_adverbs(grid, end, limit);
                end >= limit || grid.is(end, COMMA | DASH | STOP)
            })
    }

    /// Whether a finite verb stands before the next comma: *even as he leaves, …*; not *even as a candidate, …*.
    fn has_verb_before_pause(&self, from: usize, limit: usize) -> bool {
        const REACH: usize = 24;
        let until = limit.min(from + REACH).max(from);
        let pause = (from..until).find(|&at| self.grid.is(at, COMMA)).unwrap_or(until);
        self.grid.has_clause(TokenRange::new(from, pause))
    }

    /// The end of the cue of speech that is the verb of the clause at `start`.
    fn clause_has_cue(&self, region: Region, start: usize, limit: usize) -> Option<usize> {
        let end = noun_phrase::noun_phrase_right(self.grid, region, start, noun_phrase::Reach::Plain)?;
        if !begins_clause(self.grid, end, limit) {
            return None;
        }
        let verb = (end..limit.min(end + 4)).find(|&at| self.grid.group_at(at).is_some())?;
        let found = self.verb_cue_at(verb).filter(|found| found.cue.strength >= 3 && found.cue.act == Act::Speech)?;
        Some(found.tokens.end())
    }

    pub(super) fn behind_bracket(&self, open: usize, limit: usize) -> usize {
        const LONGEST: usize = 80;
        (open..limit.min(open + LONGEST)).find(|&at| self.grid.is(at, CLOSE)).map_or(open + 1, |at| at + 1)
    }

    /// The end of a noun phrase or participle phrase that is content and starts at `start`: its complements and relative
    /// clauses too, not the occasion, time or circumstances of the act.
    pub(super) fn phrase_end(&self, region: Region, start: usize) -> usize {
        self.phrase_end_in(region, start, Frame::default())
    }

    /// The end of a phrase that is content, given what its cue hangs on.
    pub(super) fn phrase_end_in(&self, region: Region, start: usize, frame: Frame) -> usize {
        const LONGEST: usize = 120;
        let grid = self.grid;
        let limit = self.region_end(region).min(start + LONGEST);
        let mut at = start;
        let mut in_relative = false;
        while at < limit {
            if grid.is_hidden(region, at) {
                return at;
            }
            if let Some(end) = grid.quotation_end(at).filter(|&end| end <= limit) {
                if self.rests(at, end, limit) {
                    return end;
                }
                at = end;
                continue;
            }
            if grid.is(at, OPEN) {
                at = self.behind_bracket(at, limit);
                continue;
            }
            let ends =
                |in_relative| self.ends_phrase(region, at, limit, in_relative) || self.is_next_participle(at, frame);
            if at > start && ends(&mut in_relative) {
                return at;
            }
            if let Some(end) = self.main_verb(at, frame).filter(|&end| end > start) {
                return end;
            }
            at += 1;
        }
        limit.max(start)
    }

    fn ends_phrase(&self, region: Region, at: usize, limit: usize, in_relative: &mut bool) -> bool {
        let grid = self.grid;
        if grid.is(at, SEMICOLON | COLON | DASH) {
            return true;
        }
        if grid.is(at, RELATIVE) {
            *in_relative = true;
            return false;
        }
        let joined = ["including", "especially", "particularly"];
        if grid.is(at, COMMA) && joined.contains(&grid.word(at + 1)) {
            return false;
        }
        if grid.is(at, COMMA) {
            *in_relative = false;
            return !(grid.is(at + 1, RELATIVE) || self.goes_on_as_list(at, limit));
        }
        if grid.is(at, SUBORDINATOR) && !grid.is(at, AS | PREPOSITION) && !grid.word(at).eq_ignore_ascii_case("despite")
        {
            return !*in_relative;
        }
        static WHEN: KeyList<6> = KeyList::of(["after", "before", "during", "amid", "despite", "following"]);
        if grid.is_among(at, &WHEN) {
            return true;
        }
        if grid.is(at, PREPOSITION) && !grid.is(at, TO) {
            // *at a rally, on Monday*; not *for a 30-day ceasefire*
            let end = base_right(grid, at + 1, limit).unwrap_or(at + 1);
            let compound = |at: usize| at + 1 < end && matches!(grid.word(at - 1), "-" | "‐" | "‑");
            let occasion = (at + 1..end).any(|at| grid.is(at, TIME | OCCASION) && !compound(at));
            return occasion && !grid.is(at, lexis::OF);
        }
        if grid.is(at, TIME) && grid.is_capitalized(at) && !grid.is(at - 1, PREPOSITION) {
            return grid.phrase_at(at).is_none_or(|phrase| phrase.tokens().start() == at);
        }
        if grid.is(at, COORDINATOR) {
            let clause = base_right(grid, at + 1, limit).is_some_and(|end| begins_clause(grid, end, limit));
            return self.returns(region, at, limit) || clause || (!*in_relative && self.verb_follows(at + 1, limit));
        }
        if !*in_relative && grid.finite_at(at) && grid.phrase_at(at).is_none() {
            // A clause without relative pronoun: *the man he met*.
            *in_relative = true;
        }
        false
    }

    fn verb_follows(&self, at: usize, limit: usize) -> bool {
        let next =
            (at..limit.min(at + 3)).find(|&at| self.grid.upos(at) != Upos::Adv || self.grid.group_at(at).is_some());
        next.is_some_and(|at| self.grid.finite_at(at))
    }

    /// `A, B and C`: another item and a coordinator follow the comma.
    fn goes_on_as_list(&self, comma: usize, limit: usize) -> bool {
        let grid = self.grid;
        if grid.is(comma + 1, COORDINATOR) {
            return base_right(grid, comma + 2, limit).is_some_and(|to| !begins_clause(grid, to, limit));
        }
        const REACH: usize = 12;
        let Some(end) = base_right(grid, comma + 1, limit) else { return false };
        if grid.is(comma + 1, lexis::PERSONAL) || begins_clause(grid, end, limit) {
            return false;
        }
        (end..limit.min(end + REACH))
            .find(|&at| grid.is(at, COMMA | COORDINATOR))
            .is_some_and(|at| grid.is(at, COORDINATOR) || grid.is(at + 1, COORDINATOR))
    }

    /// Strips marks and spaces from the edges of a content that do not belong to it.
    pub(super) fn trimmed(&self, range: TokenRange) -> TokenRange {
        let grid = self.grid;
        let (mut start, mut end) = (range.start(), range.end().min(grid.len()));
        while start < end && grid.is(start, COMMA | COLON | SEMICOLON | DASH | STOP) {
            start += 1;
        }
        while end > start && grid.is(end - 1, COMMA | COLON | SEMICOLON | DASH) {
            end -= 1;
        }
        TokenRange::new(start.min(end), end)
    }
}

/// The end of adverbs and adjuncts behind a cue, where its complement may begin.
pub(super) fn skip_adverbs(grid: &Grid<'_>, mut at: usize, limit: usize) -> usize {
    while at < limit
        && grid.upos(at) == Upos::Adv
        && !grid.is(at, lexis::WH | QUOTE | lexis::SO | AS)
        && grid.group_at(at).is_none()
    {
        at += 1;
    }
    at
}
