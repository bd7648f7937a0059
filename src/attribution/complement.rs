//! Where the complement of a reporting verb begins: behind hearer, adverbs, time and occasion.

use super::candidate::{Context, VerbCue};
use super::cues::{Frames, frame_of_preposition};
use super::extent::skip_adverbs;
use super::lexis::{self, COLON, COMMA, DASH, EXISTENTIAL, NEGATION, OCCASION, PREPOSITION, QUOTE, THAT, TIME, TO, WH};
use super::noun_phrase::{Reach, base_right, begins_clause, noun_phrase_right};
use crate::document::{Tense, TokenRange, Upos, VerbForm};

/// Where the complement of a verb begins, and the object before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Complement {
    pub(super) at: usize,
    pub(super) object: Option<TokenRange>,
}

impl Context<'_, '_> {
    /// Whether a noun phrase and its finite verb stand here.
    fn begins_with_subject(&self, at: usize, limit: usize) -> bool {
        const REACH: usize = 20;
        base_right(self.grid, at, limit + REACH).is_some_and(|end| begins_clause(self.grid, end, limit + REACH))
    }
}

/// Steps over hearer, adverbs, time and occasion to where the complement begins.
pub(super) fn complement_start(context: &Context<'_, '_>, verb: VerbCue, from: usize) -> Complement {
    const STEPS: usize = 8;
    let grid = context.grid;
    let limit = context.region_end(verb.region);
    let frames = verb.found.cue.frames;
    let mut found = Complement { at: from, object: None };
    for _ in 0..STEPS {
        // *said over 200 people fled*, before *over* passes for an adverb.
        if frames.has(Frames::THAT) && begins_bounded(context, found.at) {
            break;
        }
        found.at = skip_adverbs(grid, found.at, limit);
        let at = found.at;
        if at >= limit || grid.is_hidden(verb.region, at) {
            break;
        }
        if found.object.is_some() && frames.has(Frames::OBJECT_TO) && grid.is(at, TO) {
            break;
        }
        if grid.is(at, COMMA) {
            match behind_comma(context, verb, at, limit) {
                Some(next) => found.at = next,
                None => break,
            }
        } else if begins_bounded(context, at) {
            break;
        } else if grid.is(at, PREPOSITION) && !is_infinitive(context, at) {
            if frames.has(Frames::TO) && may_be_infinitive(context, at) {
                break;
            }
            let end = noun_phrase_right(grid, verb.region, at + 1, Reach::Plain);
            let Some(end) = end else { break };
            let occasion =
                (at + 1..base_right(grid, at + 1, limit).unwrap_or(end)).any(|at| grid.is(at, OCCASION | TIME));
            if frames.has(frame_of_preposition(grid.small(at).as_str())) && !occasion {
                break;
            }
            // *on the channel’s “Meet the Mayor” on Sunday*
            let mark = end + usize::from(grid.is(end, lexis::CLITIC));
            let title = grid.quotation_end(mark).filter(|&to| to < limit && !grid.is_hidden(verb.region, mark));
            found.at = title.unwrap_or(end);
        } else if grid.is(at, DASH)
            && let Some(next) = behind_dashes(context, at, limit)
        {
            found.at = next;
        } else if starts_with_time(context, at, limit) {
            found.at = base_right(grid, at, limit).unwrap_or(at + 1);
        } else if found.object.is_none()
            && let Some(end) = hearer(context, verb, at, limit)
        {
            found.object = Some(TokenRange::new(at, end));
            found.at = end;
        } else {
            break;
        }
    }
    found
}

/// *at least six planes, over 200 people*: a number with its bound begins a noun phrase.
pub(super) fn begins_bounded(context: &Context<'_, '_>, at: usize) -> bool {
    const BOUNDS: [&str; 6] = ["about", "over", "under", "around", "between", "up"];
    let grid = context.grid;
    grid.word(at).eq_ignore_ascii_case("at") && ["least", "most"].contains(&grid.word(at + 1))
        || grid.upos(at + 1) == Upos::Num
            && BOUNDS.contains(&grid.small(at).as_str())
            && !grid.is(at + 2, COMMA)
            && grid.phrase_at(at + 1).is_some_and(|phrase| phrase.tokens().len() > 1)
}

fn starts_with_time(context: &Context<'_, '_>, at: usize, limit: usize) -> bool {
    let grid = context.grid;
    let end = base_right(grid, at, limit).unwrap_or(at);
    end > at
        && grid.is(end - 1, TIME)
        && (end - at == 1 || grid.is(at, lexis::LAST_NEXT | lexis::INDEFINITE | TIME))
        && !begins_clause(grid, end, limit)
}

/// Behind `, in a statement,` and before `, “We …`.
fn behind_comma(context: &Context<'_, '_>, verb: VerbCue, comma: usize, limit: usize) -> Option<usize> {
    const LONGEST: usize = 16;
    let grid = context.grid;
    let next = comma + 1;
    if next < limit && (grid.is_hidden(verb.region, next) || grid.is(next, QUOTE)) {
        return Some(next);
    }
    // *He added, that there was a need*
    if grid.is(next, THAT) && !grid.finite_at(next + 1) && reports_plainly(context, verb) {
        return Some(next);
    }
    // *saying, if elected, she would resign*
    if grid.word(next).eq_ignore_ascii_case("if") && reports_plainly(context, verb) {
        return Some(next);
    }
    if next >= limit || !(grid.is(next, PREPOSITION) || grid.upos(next) == Upos::Adv) {
        return None;
    }
    let close = (next..limit.min(next + LONGEST)).find(|&at| grid.is(at, COMMA))?;
    let complement = close + 1;
    let plausible = grid.is(complement, THAT | QUOTE) || grid.is_hidden(verb.region, complement);
    plausible.then_some(complement)
}

/// Behind `— on the radio, as it happens —` and before *that* or a quotation.
fn behind_dashes(context: &Context<'_, '_>, dash: usize, limit: usize) -> Option<usize> {
    const LONGEST: usize = 16;
    let grid = context.grid;
    let next = (dash + 1..limit.min(dash + LONGEST)).find(|&at| grid.is(at, DASH))? + 1;
    (next < limit && grid.is(next, THAT | QUOTE)).then_some(next)
}

/// The end of the object that is spoken to, if that is what stands at `at`.
fn hearer(context: &Context<'_, '_>, verb: VerbCue, at: usize, limit: usize) -> Option<usize> {
    let grid = context.grid;
    let frames = verb.found.cue.frames;
    if grid.is(at, EXISTENTIAL | QUOTE | WH | THAT) {
        return None;
    }
    let end = noun_phrase_right(grid, verb.region, at, Reach::Plain)?;
    let quoted = grid.is_hidden(verb.region, end)
        || (grid.is(end, COMMA | COLON) && grid.is_hidden(verb.region, end + 1))
        || grid.is(end, COLON);
    if frames.has(Frames::OBJECT_THAT) {
        // *told the council the road would close*; but *told a lie*.
        let base = base_right(grid, at, limit).unwrap_or(end);
        let person = !grid.is(at, lexis::NOTHING);
        // *warned they could sell*, *promised the people of Dale would benefit*: the subject of what is said.
        let subject =
            begins_clause(grid, end, limit) && (base == end || grid.is(base, PREPOSITION | lexis::COORDINATOR));
        if frames.has(Frames::THAT) && subject {
            return None;
        }
        // *tells voters who wonder why he is calm that …*
        if grid.is(end, lexis::RELATIVE) && !grid.is(end, THAT) {
            const LONGEST: usize = 24;
            let that = (end + 1..limit.min(end + LONGEST)).find(|&at| grid.is(at, THAT | COMMA | QUOTE));
            return Some(that.filter(|&at| grid.is(at, THAT)).unwrap_or(end));
        }
        return person.then_some(if begins_clause(grid, end, limit) && base < end { base } else { end });
    }
    let asked = frames.has(Frames::WH) && grid.is(end, WH) && !grid.is(end, lexis::RELATIVE);
    if (quoted && frames.has(Frames::QUOTE)) || asked {
        return Some(end);
    }
    if frames.has(Frames::OBJECT_TO) && is_infinitive(context, end) {
        // *said his plan to leave was known*; but *said it to be known*
        let reported = frames.has(Frames::PASSIVE_TO) && frames.has(Frames::COLON);
        let judged = !reported || grid.is(end + 1, lexis::BE | lexis::HAVE);
        return judged.then_some(end);
    }
    if frames.has(Frames::OBJECT_TO) && !frames.has(Frames::THAT) {
        // *called on leaders “not to hurry”*, *called on the mayor, Ana Ruiz, to resign*
        if grid.is(end, QUOTE) && is_infinitive(context, end + 1) {
            return Some(end);
        }
        if grid.is(end, COMMA) {
            const LONGEST: usize = 14;
            let close = (end + 1..limit.min(end + LONGEST)).find(|&at| grid.is(at, COMMA) || grid.finite_at(at))?;
            return Some(close + 1).filter(|&to| is_infinitive(context, to) && grid.is(close, COMMA));
        }
    }
    let clause = grid.is(end, THAT) && !grid.is(at, THAT) && !grid.finite_at(end + 1);
    (frames.has(Frames::THAT) && !frames.has(Frames::NP) && clause).then_some(end)
}

/// Whether *to* and a verb stand here.
pub(super) fn is_infinitive(context: &Context<'_, '_>, at: usize) -> bool {
    let grid = context.grid;
    // *warned him not to go*, *vowed to “take our fight” on*
    let at = at + usize::from(grid.is(at, QUOTE) && grid.is(at + 1, NEGATION | TO));
    let at = at + usize::from(grid.is(at, NEGATION) && grid.is(at + 1, TO));
    if !grid.is(at, TO) {
        return false;
    }
    let at =
        at + usize::from(grid.is(at + 1, QUOTE) && matches!(grid.form(at + 2), Some(VerbForm::Vb | VerbForm::Vbp)));
    let verb = |at: usize| {
        grid.group_at(at).is_some_and(|group| {
            // *to cut*, whose forms are all the same.
            matches!(group.tense(), Tense::Infinitive | Tense::Participle) && group.tokens().start() == at
        })
    };
    // *to forcibly remove*
    let bare = |at: usize| matches!(grid.form(at), Some(VerbForm::Vb));
    verb(at) || verb(at + 1) || bare(at + 1) || grid.upos(at + 1) == Upos::Adv && bare(at + 2)
}

/// Whether *to* and a bare word stand here that may be a verb as well as a noun: *vowed to appeal*.
pub(super) fn may_be_infinitive(context: &Context<'_, '_>, at: usize) -> bool {
    let grid = context.grid;
    let bare =
        grid.phrase_at(at + 1).is_some_and(|phrase| phrase.tokens().start() == at + 1 && phrase.tokens().len() == 1);
    grid.is(at, TO)
        && bare
        && !grid.is_capitalized(at + 1)
        && !grid.is(at + 1, lexis::ANY)
        && !grid.word(at + 1).ends_with('s')
}

/// Whether a verb is a finite one that does hardly anything but report clauses: *say, argue*.
pub(super) fn reports_plainly(context: &Context<'_, '_>, verb: VerbCue) -> bool {
    let cue = verb.found.cue;
    let finite = context.grid.finite(verb.index) || verb.group.tense() == Tense::Gerund;
    finite && cue.strength >= 3 && cue.frames.has(Frames::THAT) && cue.frames.has(Frames::PAREN)
}

/// The *that* behind phrases with commas of their own: *told a rally in Port Agnes, Dale, on Monday that …*.
pub(super) fn distant_that(context: &Context<'_, '_>, verb: VerbCue, place: Complement) -> Option<Complement> {
    const LONGEST: usize = 24;
    let grid = context.grid;
    let told = verb.found.cue.frames.has(Frames::THAT.or(Frames::OBJECT_THAT)) && verb.found.cue.strength >= 3;
    let start = place.at;
    let adjunct = grid.is(start, PREPOSITION | COMMA) || grid.word(start).ends_with("ing") || place.object.is_none();
    if !told || !adjunct || grid.is(start, THAT | COLON | QUOTE | lexis::COORDINATOR) {
        return None;
    }
    let limit = context.region_end(verb.region).min(start + LONGEST);
    let stop = |&at: &usize| {
        grid.is(at, THAT | WH | QUOTE | COLON | DASH | lexis::SEMICOLON)
            || grid.is_hidden(verb.region, at)
            || grid.finite_at(at)
            || grid.group_at(at).is_some_and(|group| group.has_to())
    };
    let that = (start + 1..limit).find(stop).filter(|&at| grid.is(at, THAT))?;
    let opens = grid.is(that - 1, COMMA | TIME) && !grid.finite_at(that + 1)
        || grid.phrase_at(that - 1).is_some() && context.begins_with_subject(that + 1, limit);
    opens.then_some(Complement { at: that, ..place })
}
