//! Reporting verbs with a complement behind them.
//!
//! # What it finds
//! A verb of saying, thinking, wanting or perceiving with its subject before it (or, rarely, behind it) and the content
//! behind it: a that-clause with or without *that*, an indirect question, an infinitive, a quotation, what follows a colon, a
//! noun phrase, a participle or the object of a preposition. Which of these a verb takes stands in `cues.tsv`.
//!
//! # Why it matters
//! Two thirds of all attributions in news are indirect (PolNeAR: Newell et al. 2018), and most of them have this form.
//!
//! # Examples
//! - `Officials said the bridge was safe.`
//! - `She told the council on Monday that the road would close.`
//! - `He vowed to appeal.`
//!
//! # Counter-examples
//! - `She told a story.`: no content
//! - `The firm added 200 jobs.`: *add* takes a that-clause or a quotation, no noun phrase
//!
//! # Known limits
//! Where the reported clause ends and the reporter goes on is a guess: up to a comma that returns to the reporting clause, else
//! to the end of the sentence.

use super::candidate::{Candidate, Context, VerbCue};
use super::clause::{Order, Reach, Subject, base_right, begins_clause, noun_phrase_right};
use super::cues::{CueClass, Frames, frame_of_preposition};
use super::extent::{Frame, skip_adverbs};
use super::lexis::{
    self, COLON, COMMA, DASH, EXISTENTIAL, NEGATION, OCCASION, PREPOSITION, QUOTE, SO, SUBORDINATOR, THAT, TIME, TO, WH,
};
use super::model::Act;
use super::rules::{self, Rule};
use super::source;
use crate::document::{Tense, TokenRange, Upos, VerbForm};

/// Proposes an attribution for each active cue verb.
pub(super) fn detect(context: &Context<'_, '_>, out: &mut Vec<Candidate>) {
    for &found in &context.grid.cues {
        if found.cue.class != CueClass::Verb {
            continue;
        }
        let Some(verb) = context.verb(found) else { continue };
        if verb.group.is_passive() || verb.group.tense() == Tense::Participle && !context.grid.finite(verb.index) {
            continue;
        }
        if is_topic_preposition(context, verb) {
            continue;
        }
        let subject = context.clauses.subject(verb.index);
        if let Some(candidate) = super::parenthetical::detect(context, verb, subject) {
            out.push(candidate);
        } else if let Some(candidate) = complement(context, verb, subject) {
            out.push(candidate);
        }
    }
}

/// *regarding the budget*: a preposition, though it looks like a verb.
fn is_topic_preposition(context: &Context<'_, '_>, verb: VerbCue) -> bool {
    let word = context.grid.word(verb.group.head());
    verb.group.tokens().len() == 1 && ["regarding", "concerning"].iter().any(|topic| word.eq_ignore_ascii_case(topic))
}

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
        } else if is_bound(context, at) {
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
fn is_bound(context: &Context<'_, '_>, at: usize) -> bool {
    let grid = context.grid;
    let bound = ["about", "over", "under", "around", "between", "up"];
    grid.word(at).eq_ignore_ascii_case("at") && ["least", "most"].contains(&grid.word(at + 1))
        || grid.upos(at + 1) == Upos::Num
            && bound.contains(&grid.small(at).as_str())
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
    let at = at + usize::from(grid.is(at + 1, QUOTE) && matches!(grid.form(at + 2), Some(VerbForm::Vb)));
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
fn may_be_infinitive(context: &Context<'_, '_>, at: usize) -> bool {
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
fn reports_plainly(context: &Context<'_, '_>, verb: VerbCue) -> bool {
    let cue = verb.found.cue;
    let finite = context.grid.finite(verb.index) || verb.group.tense() == Tense::Gerund;
    finite && cue.strength >= 3 && cue.frames.has(Frames::THAT) && cue.frames.has(Frames::PAREN)
}

/// A complement as it was recognised.
pub(super) struct Recognised {
    pub(super) content: TokenRange,
    pub(super) rule: &'static Rule,
    pub(super) score: i32,
}

fn complement(context: &Context<'_, '_>, verb: VerbCue, subject: Option<Subject>) -> Option<Candidate> {
    let cue = verb.found.cue;
    let end = verb.found.tokens.end().max(verb.group.tokens().end());
    let start = match subject {
        // *said Ana Ruiz on Monday that …*
        Some(subject) if subject.order == Order::Inverted => return inverted(context, verb, subject),
        _ => end,
    };
    let place = complement_start(context, verb, start);
    let place = distant_that(context, verb, place).unwrap_or(place);
    let found = recognise(context, verb, place).or_else(|| object_alone(context, verb, place))?;
    let content = context.trimmed(found.content);
    if content.is_empty() {
        return None;
    }
    let score = found.score
        + strength_bonus(cue.strength)
        + verb_bonus(context, verb, subject)
        + construction_bonus(verb, found.rule);
    let mut candidate = Candidate::new(found.rule, cue, verb.region_number, score).with_group(verb.group);
    candidate.content = vec![content];
    candidate.negated |= is_refusal(context, verb, content);
    candidate.cue = context.verbal_cue(verb);
    candidate.source = source_of(subject);
    Some(candidate)
}

/// Whether a finite verb follows soon.
fn says_clause(context: &Context<'_, '_>, at: usize, limit: usize) -> bool {
    const REACH: usize = 40;
    context.grid.has_clause(TokenRange::new(at, limit.min(at + REACH).max(at)))
}

/// The *that* behind phrases with commas of their own: *told a rally in Port Agnes, Dale, on Monday that …*.
fn distant_that(context: &Context<'_, '_>, verb: VerbCue, place: Complement) -> Option<Complement> {
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

/// *promised a fresh start*: what looked like the hearer is what was said.
fn object_alone(context: &Context<'_, '_>, verb: VerbCue, place: Complement) -> Option<Recognised> {
    let object = place.object.filter(|_| verb.found.cue.frames.has(Frames::NP))?;
    let content =
        TokenRange::new(object.start(), context.phrase_end_in(verb.region, object.start(), context.frame(verb)));
    Some(Recognised { content, rule: &rules::NOUN_PHRASE, score: 50 })
}

/// *declined to comment*: nothing was said.
fn is_refusal(context: &Context<'_, '_>, verb: VerbCue, content: TokenRange) -> bool {
    const SAYING: &[&str] = &[
        "comment",
        "say",
        "answer",
        "discuss",
        "confirm",
        "disclose",
        "reveal",
        "elaborate",
        "respond",
        "speak",
        "name",
        "identify",
        "talk",
        "specify",
        "explain",
        "acknowledge",
        "express",
    ];
    let head = context.grid.word(verb.group.head()).to_ascii_lowercase();
    let said = context.grid.word(content.start() + 1);
    (head.starts_with("declin") || head.starts_with("refus"))
        && SAYING.iter().any(|word| said.eq_ignore_ascii_case(word))
}

/// *asked a reporter: “…”*; the content must be a quotation behind the subject.
fn inverted(context: &Context<'_, '_>, verb: VerbCue, subject: Subject) -> Option<Candidate> {
    let cue = verb.found.cue;
    if !cue.frames.has(Frames::QUOTE) {
        return None;
    }
    let place = complement_start(context, verb, subject.tokens.end());
    let grid = context.grid;
    let at = if grid.is(place.at, COLON) { place.at + 1 } else { place.at };
    let (_, quotation) = grid.opaque_at(at).filter(|_| grid.is_hidden(verb.region, at))?;
    let mut candidate = Candidate::new(&rules::VERB_THEN_QUOTE, cue, verb.region_number, 85).with_group(verb.group);
    candidate.content = vec![quotation.outer];
    candidate.cue = context.verbal_cue(verb);
    candidate.source = source_of(Some(subject));
    Some(candidate)
}

pub(super) fn source_of(subject: Option<Subject>) -> Vec<TokenRange> {
    let Some(subject) = subject else { return Vec::new() };
    let relative = subject.relative.filter(|&at| !subject.tokens.contains(at));
    [subject.tokens].into_iter().chain(relative.map(|at| TokenRange::new(at, at + 1))).collect()
}

fn strength_bonus(strength: u8) -> i32 {
    match strength {
        1 => -18,
        2 => 0,
        _ => 12,
    }
}

/// What the form of the verb says about a construction.
fn construction_bonus(verb: VerbCue, rule: &Rule) -> i32 {
    let strength = verb.found.cue.strength;
    let tense = verb.group.tense();
    // Without *that*, a clause behind a weak verb that is not finite is mostly its misread object: *seeing people leave*.
    let misread = match tense {
        Tense::Gerund | Tense::Participle => strength == 1,
        Tense::Infinitive => strength < 3,
        _ => false,
    };
    if rule.id == rules::BARE_CLAUSE.id && misread { -20 } else { 0 }
}

fn verb_bonus(context: &Context<'_, '_>, verb: VerbCue, subject: Option<Subject>) -> i32 {
    let tense = match verb.group.tense() {
        Tense::Infinitive => -14,
        Tense::Gerund => -4,
        Tense::Modal | Tense::Future => -4,
        _ => 0,
    };
    let source = match subject {
        None => -14,
        Some(subject)
            if context.grid.is(subject.tokens.start(), lexis::IT | lexis::THIS) && subject.tokens.len() == 1 =>
        {
            -12
        }
        Some(_) => 0,
    };
    tense + source
}

/// What stands where the complement begins.
pub(super) fn recognise(context: &Context<'_, '_>, verb: VerbCue, place: Complement) -> Option<Recognised> {
    let grid = context.grid;
    let region = verb.region;
    let frames = verb.found.cue.frames;
    let limit = context.region_end(region);
    let frame = context.frame(verb);
    let at = place.at;
    if let Some((_, quotation)) = grid.opaque_at(at).filter(|_| grid.is_hidden(region, at)) {
        return frames.has(Frames::QUOTE.or(Frames::THAT).or(Frames::COLON)).then_some(Recognised {
            content: quotation.outer,
            rule: &rules::VERB_THEN_QUOTE,
            score: 90,
        });
    }
    if at >= limit || grid.is(at, lexis::SEMICOLON) {
        return None;
    }
    if grid.is(at, COLON) {
        return behind_colon(context, verb, at, limit);
    }
    let clause = |rule, score| {
        Some(Recognised { content: TokenRange::new(at, context.clause_end_in(region, at, frame)), rule, score })
    };
    let relative = grid.finite_at(at + 1) || at + 1 >= limit;
    // *Critics said that was wrong*
    let adjoining = at == verb.found.tokens.end();
    if relative && adjoining && at + 1 < limit && grid.is(at, THAT) && reports_plainly(context, verb) {
        return clause(&rules::BARE_CLAUSE, 84);
    }
    if grid.is(at, THAT)
        && !relative
        && !grid.is(at + 1, lexis::STOP | lexis::COORDINATOR)
        && frames.has(Frames::THAT.or(Frames::OBJECT_THAT))
    {
        let start = at + 1;
        let content = TokenRange::new(start, context.clause_end_in(region, start, frame));
        return Some(Recognised { content, rule: &rules::THAT_CLAUSE, score: 88 });
    }
    if grid.is(at, WH) && frames.has(Frames::WH) {
        return clause(&rules::INDIRECT_QUESTION, 70);
    }
    let ordered = || {
        let to = at + usize::from(grid.is(at, NEGATION));
        place.object.is_some()
            && frames.has(Frames::OBJECT_TO)
            && grid.is(to, TO)
            && grid.is_word(to + 1)
            && !grid.is_capitalized(to + 1)
            && !grid.is(to + 1, lexis::ANY)
    };
    if is_infinitive(context, at) || frames.has(Frames::TO) && may_be_infinitive(context, at) || ordered() {
        let taken = if place.object.is_some() { Frames::OBJECT_TO } else { Frames::TO };
        let frame = Frame { infinitive: true, ..frame };
        // *called for the ban to be lifted*: the object is what should happen.
        let wished = grid.word(verb.found.tokens.end() - 1).eq_ignore_ascii_case("for");
        let from = place.object.filter(|_| wished).map_or(at, |object| object.start());
        return frames.has(taken).then(|| Recognised {
            content: TokenRange::new(from, context.clause_end_in(region, at, frame)),
            rule: &rules::INFINITIVE,
            score: 68,
        });
    }
    if let Some(end) = pro_clause(context, verb, at, limit) {
        return Some(Recognised { content: TokenRange::new(at, end), rule: &rules::NOUN_PHRASE, score: 52 });
    }
    if let Some(found) =
        Some(at).filter(|&at| grid.is(at, COMMA)).and_then(|at| behind_as_clause(context, verb, at, limit))
    {
        return Some(found);
    }
    if grid.is(at, PREPOSITION) && !grid.is(at, TO) {
        return preposition(context, verb, at, limit);
    }
    // *says growing up there was hard*
    if matches!(grid.form(at), Some(VerbForm::Vbg)) && !frames.has(Frames::GERUND) && reports_plainly(context, verb) {
        let said = says_clause(context, at, limit);
        return said.then(|| clause(&rules::BARE_CLAUSE, 60)).flatten();
    }
    if let Some(end) = closed_quotation(context, at, limit).filter(|_| frames.has(Frames::QUOTE)) {
        let content = TokenRange::new(at, end);
        return Some(Recognised { content, rule: &rules::VERB_THEN_QUOTE, score: 84 });
    }
    if frames.has(Frames::THAT.or(Frames::OBJECT_THAT)) && begins_own_clause(context, at, limit) {
        return clause(&rules::BARE_CLAUSE, 84);
    }
    if frames.has(Frames::THAT) && grid.finite_at(at) {
        return wrapped(context, verb, at, limit);
    }
    phrase(context, verb, place, limit)
}

/// The end of a clause in quotation marks that closes with a comma or full stop: *warned “let’s not hurry,” and left*; of the
/// second where two are coordinated.
fn closed_quotation(context: &Context<'_, '_>, at: usize, limit: usize) -> Option<usize> {
    let grid = context.grid;
    let closed = |at: usize| {
        let end = grid.quotation_end(at).filter(|&end| end <= limit + 1)?;
        grid.ends_with(TokenRange::new(at, end), COMMA | lexis::STOP).then_some(end)
    };
    let second = |end: usize| closed(end + 1).filter(|_| grid.is(end, lexis::COORDINATOR));
    let first = grid.quotation_end(at).filter(|&end| grid.has_clause(TokenRange::new(at, end)))?;
    second(first).or_else(|| closed(at))
}

/// *rules which analysts say could change the market*: the subject of the content stands before the cue.
fn wrapped(context: &Context<'_, '_>, verb: VerbCue, at: usize, limit: usize) -> Option<Recognised> {
    let grid = context.grid;
    let subject = context.clauses.subject(verb.index).filter(|subject| subject.order == Order::Before)?;
    let before = subject.tokens.start().checked_sub(1).filter(|&before| before >= verb.region.tokens.start())?;
    // *a trend Moor said could grow*: no relative pronoun.
    if !grid.is(before, WH | lexis::RELATIVE) && grid.phrase_at(before).is_none() {
        return None;
    }
    let end = (at..limit).find(|&at| grid.is(at, COMMA | lexis::SEMICOLON | COLON | lexis::DASH)).unwrap_or(limit);
    Some(Recognised { content: TokenRange::new(at, end), rule: &rules::BARE_CLAUSE, score: 66 })
}

/// A word that stands for a clause: *said so, said no, admitted as much, say otherwise, say the same of him*.
fn pro_clause(context: &Context<'_, '_>, verb: VerbCue, at: usize, limit: usize) -> Option<usize> {
    let grid = context.grid;
    let word = |at: usize, words: &[&str]| words.iter().any(|word| grid.word(at).eq_ignore_ascii_case(word));
    let frames = verb.found.cue.frames;
    let one =
        grid.is(at, SO) && frames.has(Frames::SO) || word(at, &["yes", "no", "otherwise"]) && frames.has(Frames::THAT);
    let stops = |at: usize| ends_here(context, at, limit) || grid.is(at, PREPOSITION | SUBORDINATOR);
    if one && stops(at + 1) {
        return Some(at + 1);
    }
    let two =
        word(at, &["as", "the"]) && word(at + 1, if word(at, &["as"]) { &["much"] } else { &["same", "opposite"] });
    if !two || !frames.has(Frames::THAT) {
        return None;
    }
    let names_topic = grid.is(at + 2, PREPOSITION) && word(at + 2, &["of", "about", "for"]);
    Some(if names_topic { context.phrase_end(verb.region, at) } else { at + 2 })
}

/// *As the Herald reported, the road will close*: the clause behind the comma is what was reported.
fn behind_as_clause(context: &Context<'_, '_>, verb: VerbCue, comma: usize, limit: usize) -> Option<Recognised> {
    let grid = context.grid;
    let subject = context.clauses.subject(verb.index).filter(|subject| subject.order == Order::Before)?;
    let start = verb.region.tokens.start();
    let from = subject.tokens.start();
    let opens = grid.is(start, lexis::AS) && from == start + 1 && subject.relative.is_none();
    let content = TokenRange::new(comma + 1, limit.max(comma + 1));
    let says = verb.found.cue.frames.has(Frames::PAREN.or(Frames::QUOTE)) && grid.has_clause(content);
    (opens && says).then_some(Recognised { content, rule: &rules::PARENTHETICAL, score: 74 })
}

fn ends_here(context: &Context<'_, '_>, at: usize, limit: usize) -> bool {
    at >= limit || context.grid.is(at, COMMA | lexis::STOP | lexis::COORDINATOR)
}

/// Whether a finite clause begins here: a subject with its verb, or a subordinate clause before them.
fn begins_own_clause(context: &Context<'_, '_>, at: usize, limit: usize) -> bool {
    const REACH: usize = 40;
    let grid = context.grid;
    if grid.is(at, EXISTENTIAL) {
        return true;
    }
    let mut from = at;
    while from < limit && grid.is(from, QUOTE) {
        from += 1;
    }
    let until = limit.min(at + REACH);
    let mut token = from;
    while token < until {
        let Some(index) = grid.group_index(token) else {
            token += 1;
            continue;
        };
        let group = grid.document.verb_groups()[index];
        if grid.finite(index)
            && let Some(subject) = context.clauses.subject(index)
            && subject.order == Order::Before
            && subject.relative.is_none()
        {
            let start = subject.tokens.start();
            // A phrase of time or place, or a subordinate clause, may stand before the subject.
            let introduced = grid.is(from, PREPOSITION | SUBORDINATOR) || grid.upos(from) == Upos::Adv;
            return start >= at && (start <= from + 1 || introduced);
        }
        token = group.tokens().end().max(token + 1);
    }
    false
}

fn behind_colon(context: &Context<'_, '_>, verb: VerbCue, colon: usize, limit: usize) -> Option<Recognised> {
    let grid = context.grid;
    let frames = verb.found.cue.frames;
    let at = colon + 1;
    if let Some((_, quotation)) = grid.opaque_at(at) {
        return frames.has(Frames::QUOTE.or(Frames::COLON).or(Frames::THAT)).then_some(Recognised {
            content: quotation.outer,
            rule: &rules::VERB_THEN_QUOTE,
            score: 94,
        });
    }
    (frames.has(Frames::COLON.or(Frames::QUOTE)) && at < limit).then(|| Recognised {
        content: TokenRange::new(at, limit),
        rule: &rules::COLON,
        score: 76,
    })
}

fn preposition(context: &Context<'_, '_>, verb: VerbCue, at: usize, limit: usize) -> Option<Recognised> {
    let grid = context.grid;
    let frame = frame_of_preposition(grid.small(at).as_str());
    if !verb.found.cue.frames.has(frame) || at + 1 >= limit {
        return None;
    }
    let start = at + 1;
    let content = if grid.is(start, WH) {
        TokenRange::new(start, context.clause_end_in(verb.region, start, context.frame(verb)))
    } else {
        TokenRange::new(start, context.phrase_end_in(verb.region, start, context.frame(verb)))
    };
    Some(Recognised { content, rule: &rules::PREPOSITION, score: 52 })
}

/// A noun phrase, participle or predicate as content.
fn phrase(context: &Context<'_, '_>, verb: VerbCue, place: Complement, limit: usize) -> Option<Recognised> {
    let grid = context.grid;
    let region = verb.region;
    let frames = verb.found.cue.frames;
    let at = place.at;
    // *called it “…,”*: the content ends with its quotation.
    if let Some(end) = grid.quotation_end(at)
        && frames.has(Frames::QUOTE.or(Frames::NP).or(Frames::OBJECT_NP))
    {
        let whole = grid.is(end - 2, COMMA | lexis::STOP) || end >= limit || grid.is(end, COMMA | lexis::STOP);
        let end = if whole { end } else { context.phrase_end_in(region, at, context.frame(verb)) };
        return Some(Recognised { content: TokenRange::new(at, end), rule: &rules::VERB_THEN_QUOTE, score: 76 });
    }
    let recognised = |rule, score| {
        let content = TokenRange::new(at, context.phrase_end_in(region, at, context.frame(verb)));
        Some(Recognised { content, rule, score })
    };
    if grid.form(at) == Some(VerbForm::Vbg) && frames.has(Frames::GERUND) && grid.group_at(at).is_some() {
        return recognised(&rules::GERUND, 58);
    }
    // *called for increased control of the banks*: a participle before its noun.
    let modifier = matches!(grid.form(at), Some(VerbForm::Vbn | VerbForm::Vbg)) && grid.phrase_at(at + 1).is_some()
        || grid.is(at, THAT) && grid.phrase_at(at).is_none() && !frames.has(Frames::THAT);
    let end = noun_phrase_right(grid, region, at + usize::from(modifier), Reach::Plain);
    if let Some(end) = end {
        let next = skip_adverbs(grid, end, limit);
        if frames.has(Frames::OBJECT_NP) && is_fused(context, verb) {
            return recognised(&rules::OBJECT_PREDICATE, 70);
        }
        if grid.is(next, lexis::AS) && frames.has(Frames::OBJECT_AS) {
            return recognised(&rules::OBJECT_PREDICATE, 70);
        }
        if grid.word(next).eq_ignore_ascii_case("for") && frames.has(Frames::OBJECT_FOR) {
            return recognised(&rules::OBJECT_PREDICATE, 68);
        }
        if grid.word(next).eq_ignore_ascii_case("of") && frames.has(Frames::OBJECT_OF)
            || frames.has(Frames::OBJECT_OF) && object_of(context, at, end)
        {
            return recognised(&rules::OBJECT_PREDICATE, 80);
        }
        if grid.word(next).eq_ignore_ascii_case("with") && frames.has(Frames::OBJECT_WITH) {
            return recognised(&rules::OBJECT_PREDICATE, 68);
        }
        let predicate = base_right(grid, next, limit).is_some() && !grid.is(next, TIME)
            || grid.upos(next) == Upos::Adj
            || grid.is(next, QUOTE)
            || quotation_closes(context, next, limit);
        if frames.has(Frames::OBJECT_NP) && predicate && next < limit {
            return recognised(&rules::OBJECT_PREDICATE, 70);
        }
        // *the poll shows Lund ahead by six points*
        let says = frames.has(Frames::THAT) && verb.found.cue.act != Act::Intention;
        if says && !frames.has(Frames::NP) && is_data(context, verb) {
            let content = TokenRange::new(at, context.clause_end_in(region, at, context.frame(verb)));
            return Some(Recognised { content, rule: &rules::BARE_CLAUSE, score: 62 });
        }
        // Verbs that report whole clauses take one even where no verb was recognised in it.
        let clausal = frames.has(Frames::THAT) && frames.has(Frames::PAREN) && verb.found.cue.strength >= 3;
        let words = grid.word(verb.group.head());
        let gerund = words.eq_ignore_ascii_case("saying") && says_clause(context, at, limit);
        if clausal
            && (grid.finite(verb.index) || gerund)
            && limit - at > 3
            && !words.to_ascii_lowercase().starts_with("add")
        {
            let content = TokenRange::new(at, context.clause_end_in(region, at, context.frame(verb)));
            let score = if frames.has(Frames::NP) { 54 } else { 44 };
            return Some(Recognised { content, rule: &rules::BARE_CLAUSE, score });
        }
        if frames.has(Frames::NP) && !grid.is(at, NEGATION) {
            // *defended the decision, welcomed the proposal*: what is judged was said or meant by somebody.
            let weak = verb.found.cue.strength == 1 && verb.found.cue.act == Act::Speech;
            let meant = weak && base_right(grid, at, limit).is_some_and(|end| is_noun_cue(context, end - 1));
            return recognised(&rules::NOUN_PHRASE, if meant { 70 } else { 54 });
        }
        return None;
    }
    None
}

/// *what officials called a disaster*: the object stands before the subject.
fn is_fused(context: &Context<'_, '_>, verb: VerbCue) -> bool {
    let grid = context.grid;
    let subject = context.clauses.subject(verb.index).filter(|subject| subject.order == Order::Before);
    let before = subject.and_then(|subject| subject.tokens.start().checked_sub(1));
    before.is_some_and(|at| grid.word(at).eq_ignore_ascii_case("what") && at >= verb.region.tokens.start())
}

/// Whether the subject is a document or data: *polls, the survey, results*.
fn is_data(context: &Context<'_, '_>, verb: VerbCue) -> bool {
    let grid = context.grid;
    let Some(subject) = context.clauses.subject(verb.index) else { return false };
    let head = base_right(grid, subject.tokens.start(), subject.tokens.end()).unwrap_or(subject.tokens.end());
    head > 0 && source::hint(grid.tokens[head - 1].key()) & source::DOCUMENT != 0
}

/// Whether a noun of saying, thinking or wanting ends here.
fn is_noun_cue(context: &Context<'_, '_>, at: usize) -> bool {
    context.grid.cue_starting(at).is_some_and(|found| found.cue.class == CueClass::Noun && found.cue.strength >= 2)
}

/// *called the firm's plan to move abroad “a disgrace”*: a quotation ends the phrase.
fn quotation_closes(context: &Context<'_, '_>, from: usize, limit: usize) -> bool {
    const REACH: usize = 20;
    let grid = context.grid;
    let at = (from..limit.min(from + REACH))
        .find(|&at| grid.is(at, QUOTE | COMMA | lexis::STOP | COLON) || grid.finite_at(at));
    at.is_some_and(|at| grid.quotation_end(at).is_some())
}

/// Whether *of* stands inside the object: *accused the firm of fraud* read as one phrase.
fn object_of(context: &Context<'_, '_>, start: usize, end: usize) -> bool {
    (start..end).any(|at| context.grid.is(at, lexis::OF))
}

#[cfg(test)]
mod tests {
    use crate::attribution::testing::check;

    #[test]
    fn examples_and_counter_examples() {
        check(
            &[
                "that-clause",
                "bare-clause",
                "indirect-question",
                "infinitive",
                "gerund",
                "preposition",
                "noun-phrase",
                "object-predicate",
                "verb-then-quote",
            ],
            &[
                ("Officials said the bridge was safe.", &["Officials | said | the bridge was safe"]),
                ("She told the council on Monday that the road would close.", &["She | told | the road would close"]),
                ("He vowed to appeal.", &["He | vowed | to appeal"]),
                ("She asked whether the road would close.", &["She | asked | whether the road would close"]),
                ("They warned of delays.", &["They | warned of | delays"]),
                ("He denied taking the money.", &["He | denied | taking the money"]),
                ("Residents called the plan a disaster.", &["Residents | called | the plan a disaster"]),
                ("They accused the firm of fraud.", &["They | accused | the firm of fraud"]),
                ("He said: “The bridge is safe.”", &["He | said | “The bridge is safe.”"]),
                (
                    "Tom Lake, who runs the port, said the gates would stay shut.",
                    &["Tom Lake, who runs the port | said | the gates would stay shut"],
                ),
                (
                    "Lund said the deal was dead, adding that talks had failed.",
                    &["Lund | said | the deal was dead", "Lund | adding | talks had failed"],
                ),
                ("Half of them said so.", &["Half of them | said | so"]),
                ("They acknowledged as much in May.", &["They | acknowledged | as much"]),
                ("The miners have warned they could strike.", &["The miners | warned | they could strike"]),
                ("The mayor promised a fresh start.", &["The mayor | promised | a fresh start"]),
                ("His wife had warned him not to go.", &["His wife | warned | not to go"]),
                ("The firm has firmly denied the charge.", &["The firm | denied | the charge"]),
                ("She said neither Lund nor Moor voted.", &["She | said | neither Lund nor Moor voted"]),
                ("Lund said — on the radio, as it happens — that he had won.", &["Lund | said | he had won"]),
                ("Lund told a rally in Port Agnes, Dale, on Monday that it rained.", &["Lund | told | it rained"]),
                ("Critics said that overlooked the costs.", &["Critics | said | that overlooked the costs"]),
                ("He called on the mayor, Ana Ruiz, to resign.", &["He | called on | to resign"]),
                ("They fled in what officials called a riot.", &["officials | called | a riot"]),
                ("He promised to cut taxes, raise wages.", &["He | promised | to cut taxes, raise wages"]),
                ("She used the speech to call for a ban.", &["She | call for | a ban"]),
                (
                    "Lund said he liked Ruiz before adding that she was slow.",
                    &["Lund | said | he liked Ruiz", "Lund | adding | she was slow"],
                ),
                ("She told a story.", &[]),
                ("The firm added 200 jobs.", &[]),
                ("The price rose to nine crowns.", &[]),
            ],
        );
    }
}
