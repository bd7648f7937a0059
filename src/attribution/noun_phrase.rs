//! Noun phrases with what belongs to them, read to the left from a verb or to the right from their beginning.
//!
//! A base noun phrase comes from the tagger's chunks; titles, complements (*officials at the ministry*), appositions, coordinated
//! phrases and relative clauses are added by the words between them. Reach is bounded ([`REACH`] tokens).

use super::cues::{CueClass, Frames};
use super::grid::{Grid, Region};
use super::lexis::{
    self, BY, CLITIC, CLOSE, COLON, COMMA, COORDINATOR, DASH, OCCASION, OF, OPEN, PAIRED, PERSONAL, PREPOSITION, QUOTE,
    RELATIVE, SEMICOLON, STOP, THAT, TIME, TO,
};
use super::source;
use crate::document::{Upos, VerbForm};
use crate::text::KeyList;

/// Tokens a phrase may reach to the left or right.
pub(super) const REACH: usize = 60;

/// The start of the noun phrase that ends at `end`, with titles, complements and coordinated phrases before it.
pub(super) fn noun_phrase_left(grid: &Grid<'_>, region: Region, end: usize, floor: usize) -> Option<usize> {
    let floor = floor.max(end.saturating_sub(REACH));
    let mut end = end;
    // *the Democrats (who lost)*
    if end > floor && grid.is(end - 1, CLOSE) {
        end = (floor..end - 1).rev().find(|&at| grid.is(at, OPEN))?;
    }
    let mut start = base_left(grid, end, floor)?;
    while let Some(before) = start.checked_sub(1).filter(|&at| at >= floor && !grid.is_hidden(region, at)) {
        // *whose eye*, *what the mayor*: the phrase begins with its own connective.
        if grid.is(start, lexis::WH) {
            break;
        }
        let temporal = grid.is(before, lexis::SUBORDINATOR) && !grid.is(before, lexis::AS);
        let next = if temporal {
            None
        } else if grid.is(before, PREPOSITION) && !grid.is(before, TO) {
            behind_preposition(grid, before, floor)
        } else if grid.is(before, TO) && before > floor {
            // *a letter | to the board*; *a source | speaking to the Herald*
            let modified = matches!(grid.form(before - 1), Some(VerbForm::Vbg));
            let end = before - usize::from(modified);
            base_left(grid, end, floor).filter(|_| !grid.is_verb(end - 1))
        } else if grid.is(before, COORDINATOR) {
            base_left(grid, before, floor).filter(|&from| joins(grid, region, from))
        } else if grid.is(before, QUOTE) && before > floor {
            base_left(grid, before, floor)
        } else if grid.form(before) == Some(VerbForm::Vbg) && before > floor {
            behind_participle(grid, region, before, floor)
        } else {
            None
        };
        match next {
            Some(from) if from < start => start = from,
            _ => break,
        }
    }
    // *neither Lund nor Ruiz*; *no organisation*
    let paired = start > floor
        && (grid.is(start - 1, PAIRED) || grid.word(start - 1).eq_ignore_ascii_case("no"))
        && !grid.is_hidden(region, start - 1);
    Some(start - usize::from(paired))
}

/// *officials | at the ministry*; *people | familiar with the talks*.
fn behind_preposition(grid: &Grid<'_>, preposition: usize, floor: usize) -> Option<usize> {
    if let Some(start) = base_left(grid, preposition, floor) {
        // *In the town | of Dale* is a noun phrase; *On Monday | in Dale* is none.
        return (!grid.is(preposition - 1, TIME)).then_some(start);
    }
    let modifier = preposition.checked_sub(1).filter(|&at| at >= floor)?;
    // *a letter | obtained by the Herald*, whatever the participle was read as.
    let past = grid.is(preposition, BY) && grid.form(modifier) == Some(VerbForm::Vbd);
    let participle = past || matches!(grid.form(modifier), Some(VerbForm::Vbn | VerbForm::Vbg));
    if participle || matches!(grid.upos(modifier), Upos::Adj | Upos::Adv) {
        return base_left(grid, modifier, floor);
    }
    None
}

/// *legislators | backing the law*: people whom a participle tells from others, at the beginning of a clause.
fn behind_participle(grid: &Grid<'_>, region: Region, participle: usize, floor: usize) -> Option<usize> {
    let people = source::COLLECTIVE | source::ROLE | source::PERSONAL | source::ANONYMOUS;
    let cue = reports_clauses(grid, participle);
    let from = base_left(grid, participle, floor)?;
    (grid.hint(participle - 1) & people != 0 && !cue && joins(grid, region, from)).then_some(from)
}

/// Whether a token is a clear cue that takes a clause: what follows is the subject of what is reported.
pub(super) fn reports_clauses(grid: &Grid<'_>, at: usize) -> bool {
    grid.cue_starting(at).is_some_and(|found| {
        found.cue.class == CueClass::Verb && found.cue.frames.has(Frames::THAT) && found.cue.strength >= 3
    })
}

/// Whether a phrase coordinated from the left belongs to the subject: nothing but a pause or a start stands before it.
fn joins(grid: &Grid<'_>, region: Region, start: usize) -> bool {
    match start.checked_sub(1).filter(|&at| at >= region.tokens.start()) {
        None => true,
        Some(before) => {
            grid.is(before, THAT | lexis::SUBORDINATOR | QUOTE | SEMICOLON | COLON | STOP | COMMA | PAIRED)
                || reports_clauses(grid, before)
        }
    }
}

/// The start of the base noun phrase that ends at `end`, with a word of stress behind it: *Ana Ruiz herself*.
fn base_left(grid: &Grid<'_>, end: usize, floor: usize) -> Option<usize> {
    let stressed = end.checked_sub(1).filter(|&at| at > floor && is_reflexive(grid, at));
    stressed.and_then(|at| base_alone(grid, at, floor)).or_else(|| base_alone(grid, end, floor))
}

fn base_alone(grid: &Grid<'_>, end: usize, floor: usize) -> Option<usize> {
    let last = end.checked_sub(1).filter(|&at| at >= floor)?;
    if grid.is(last, lexis::WH) || grid.is(last, THAT) {
        return None;
    }
    if let Some(phrase) = grid.phrase_at(last) {
        let tokens = phrase.tokens();
        return (tokens.start() >= floor && tokens.end() == end).then_some(tokens.start());
    }
    if is_bare_name(grid, last) {
        return Some((floor..last).rev().take_while(|&at| is_bare_name(grid, at)).last().unwrap_or(last));
    }
    if let Some(start) = people_of_age(grid, last, floor) {
        return Some(start);
    }
    let pronoun = grid.upos(last) == Upos::Pron || grid.is(last, PERSONAL | lexis::QUANTIFIER);
    (pronoun && !grid.is(last, RELATIVE)).then_some(last)
}

/// Whether a token only lays stress on the phrase before it: *Ana Ruiz herself*.
pub(super) fn is_reflexive(grid: &Grid<'_>, at: usize) -> bool {
    static WORDS: KeyList<4> = KeyList::of(["himself", "herself", "itself", "themselves"]);
    grid.is_among(at, &WORDS)
}

/// The start of an adjective that stands for people, with its article: *the 43-year-old, the unemployed*.
fn people_of_age(grid: &Grid<'_>, last: usize, floor: usize) -> Option<usize> {
    const LONGEST: usize = 6;
    if grid.upos(last) != Upos::Adj {
        return None;
    }
    let part = |at: usize| {
        matches!(grid.upos(at), Upos::Num | Upos::Adj)
            || grid.is(at, lexis::UNIT | TIME)
            || matches!(grid.word(at), "-" | "‐" | "‑")
    };
    let first = (floor.max(last.saturating_sub(LONGEST))..last).rev().find(|&at| !part(at))?;
    grid.is(first, lexis::ARTICLE).then_some(first)
}

/// A capitalised word that belongs to no phrase and is no function word: a name the tagger does not know.
pub(super) fn is_bare_name(grid: &Grid<'_>, at: usize) -> bool {
    grid.is_capitalized(at)
        && grid.is_word(at)
        && !grid.is(at, lexis::ANY)
        && grid.phrase_at(at).is_none()
        && grid.group_at(at).is_none()
        && !grid.word(at).ends_with("ly")
}

/// What a noun phrase may take with it to the right.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Reach {
    /// A source: complements, appositions, relative clauses; not the occasion or time of speaking.
    Source,
    /// The noun phrase and its complements only.
    Plain,
}

/// The end of the noun phrase that starts at `start`, with what belongs to it.
pub(super) fn noun_phrase_right(grid: &Grid<'_>, region: Region, start: usize, reach: Reach) -> Option<usize> {
    let limit = region.tokens.end().min(start + REACH);
    let mut end = base_right(grid, start, limit)?;
    if grid.is(start, PERSONAL) && end == start + 1 {
        return Some(end);
    }
    while end < limit && !grid.is_hidden(region, end) {
        let next = if grid.is(end, OPEN) {
            (end..limit).find(|&at| grid.is(at, CLOSE)).map(|at| at + 1)
        } else if grid.is(end, PREPOSITION) && !grid.is(end, BY) {
            complement(grid, end, limit, reach)
        } else if grid.is(end, COORDINATOR) {
            base_right(grid, end + 1, limit).filter(|&to| !begins_clause(grid, to, limit))
        } else if grid.is(end, COMMA) && reach == Reach::Source {
            apposition(grid, region, end, limit)
        } else if grid.is(end, RELATIVE) && !grid.is(end, THAT) && reach == Reach::Source {
            Some(parenthesis_end(grid, region, end, limit))
        } else {
            None
        };
        match next {
            Some(to) if to > end => end = to,
            _ => break,
        }
    }
    Some(end)
}

/// Whether the base noun phrase at a token has a word of a class.
fn has(grid: &Grid<'_>, start: usize, limit: usize, class: lexis::Class) -> bool {
    let end = base_right(grid, start, limit).unwrap_or(start);
    (start..end).any(|at| grid.is(at, class))
}

/// The end of the complement that begins with a preposition.
fn complement(grid: &Grid<'_>, preposition: usize, limit: usize, reach: Reach) -> Option<usize> {
    let to = base_right(grid, preposition + 1, limit)?;
    if has(grid, preposition + 1, limit, TIME) {
        return None;
    }
    if reach == Reach::Source && !grid.is(preposition, OF) && has(grid, preposition + 1, limit, OCCASION) {
        return None;
    }
    let temporal = ["after", "before", "during", "until", "since", "while", "as"];
    (!temporal.contains(&grid.word(preposition))).then_some(to)
}

/// The end of an apposition or relative clause behind the comma at `comma`.
fn apposition(grid: &Grid<'_>, region: Region, comma: usize, limit: usize) -> Option<usize> {
    let at = comma + 1;
    if at >= limit || grid.is_hidden(region, at) {
        return None;
    }
    let relative = grid.is(at, RELATIVE) && !grid.is(at, THAT);
    // *Ana Ruiz, a retired cook*: the participle parts the article from its noun.
    let parted = grid.is(at, lexis::ARTICLE) && grid.form(at + 1) == Some(VerbForm::Vbn);
    let first = if parted { at + 2 } else { at };
    let phrase = !grid.is(at, PERSONAL | TIME) && base_right(grid, first, limit).is_some();
    // *said Ruiz, warning that …*: a participle taken for a noun.
    let participle =
        grid.word(at).ends_with("ing") && grid.cue_starting(at).is_some_and(|found| found.tokens.len() == 1);
    if !relative && (!phrase || participle) {
        return None;
    }
    let end = parenthesis_end(grid, region, at, limit);
    // A clause of its own is no apposition.
    let clause = !relative && base_right(grid, at, limit).is_some_and(|to| begins_clause(grid, to, end));
    (!clause).then_some(end)
}

/// Where what begins at `start` ends: the next pause.
fn parenthesis_end(grid: &Grid<'_>, region: Region, start: usize, limit: usize) -> usize {
    let pause = |&at: &usize| {
        grid.is(at, COMMA | SEMICOLON | COLON | DASH | QUOTE)
            || grid.is_hidden(region, at)
            || is_final(grid, region, at)
    };
    (start..limit).find(pause).unwrap_or(limit)
}

/// Whether a token is the final mark of the region.
fn is_final(grid: &Grid<'_>, region: Region, at: usize) -> bool {
    grid.is(at, STOP) && at + 1 >= region.tokens.end()
}

/// Whether a finite verb follows directly (adverbs aside): the phrase before is the subject of a clause.
pub(super) fn begins_clause(grid: &Grid<'_>, at: usize, limit: usize) -> bool {
    let verb = (at..limit.min(at + 4)).find(|&at| grid.upos(at) != Upos::Adv || grid.group_at(at).is_some());
    verb.is_some_and(|at| grid.finite_at(at))
}

/// The end of the base noun phrase that starts at `start`.
pub(super) fn base_right(grid: &Grid<'_>, start: usize, limit: usize) -> Option<usize> {
    if start >= limit {
        return None;
    }
    if grid.is(start, lexis::WH) {
        return None;
    }
    if let Some(phrase) = grid.phrase_at(start) {
        let end = phrase.tokens().end();
        return (end <= limit && !grid.is(start, CLITIC)).then_some(end);
    }
    // *the “disaster”*: a mark before the phrase.
    if grid.is(start, QUOTE) && grid.phrase_at(start + 1).is_some() {
        return base_right(grid, start + 1, limit).map(|end| if grid.is(end, QUOTE) { end + 1 } else { end });
    }
    if grid.is(start, PAIRED) && grid.phrase_at(start + 1).is_some() {
        return base_right(grid, start + 1, limit);
    }
    // *some of his rivals*
    if grid.is(start, lexis::QUANTIFIER) && grid.is(start + 1, OF) {
        return Some(start + 1);
    }
    let pronoun = grid.upos(start) == Upos::Pron && !grid.is(start, RELATIVE | lexis::WH);
    (pronoun || grid.is(start, PERSONAL)).then_some(start + 1)
}
