//! What the complement of a reporting verb is: clause, question, infinitive, quotation, phrase; and how far it reaches.

use super::candidate::{Context, VerbCue};
use super::clause::Order;
use super::complement::{Complement, begins_bounded, is_infinitive, may_be_infinitive, reports_plainly};
use super::cues::{CueClass, Frames, frame_of_preposition};
use super::extent::{Frame, skip_adverbs};
use super::lexis::{
    self, COLON, COMMA, EXISTENTIAL, NEGATION, PREPOSITION, QUOTE, SO, SUBORDINATOR, THAT, TIME, TO, WH,
};
use super::model::Act;
use super::noun_phrase::{Reach, base_right, noun_phrase_right};
use super::rules::{self, Rule};
use super::source;
use crate::document::{TokenRange, Upos, VerbForm};

/// A complement as it was recognised.
pub(super) struct Recognised {
    pub(super) content: TokenRange,
    pub(super) rule: &'static Rule,
    pub(super) score: i32,
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
        && !is_that_night(context, at, limit)
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
        // The subject of an initial participle stands behind it: *Expected to appeal, Lund left*.
        let wished = place.object.filter(|object| object.end() <= at && !names_hearer(context, verb));
        let from = wished.map_or(at, |object| object.start());
        return frames.has(taken).then(|| Recognised {
            content: TokenRange::new(from, context.clause_end_in(region, at, frame)),
            rule: &rules::INFINITIVE,
            score: 68,
        });
    }
    if let Some(end) = pro_clause(context, verb, at, limit) {
        return Some(Recognised { content: TokenRange::new(at, end), rule: &rules::NOUN_PHRASE, score: 52 });
    }
    if grid.is(at, COMMA)
        && place.object.is_none()
        && opens_sentence(context, verb)
        && says_clause(context, at + 1, limit)
    {
        // *You might ask, what is new?*
        let content = TokenRange::new(at + 1, limit);
        return Some(Recognised { content, rule: &rules::BARE_CLAUSE, score: 62 });
    }
    if let Some(found) =
        Some(at).filter(|&at| grid.is(at, COMMA)).and_then(|at| behind_as_clause(context, verb, at, limit))
    {
        return Some(found);
    }
    // *He said despite all that, the road was safe*
    let topic = frames.has(frame_of_preposition(grid.small(at).as_str()));
    if place.object.is_none()
        && !topic
        && grid.is(at, PREPOSITION | SUBORDINATOR)
        && introduces_clause(context, verb, at, limit)
    {
        return clause(&rules::BARE_CLAUSE, 62);
    }
    // *said at least six planes were lost*
    if frames.has(Frames::THAT) && begins_bounded(context, at) && begins_own_clause(context, at, limit) {
        return clause(&rules::BARE_CLAUSE, 84);
    }
    if grid.is(at, PREPOSITION) && !grid.is(at, TO) {
        return preposition(context, verb, at, limit);
    }
    // *says growing up there was hard*
    if matches!(grid.form(at), Some(VerbForm::Vbg)) && !frames.has(Frames::GERUND) && reports_plainly(context, verb) {
        let said = says_clause(context, at, limit);
        return said.then(|| clause(&rules::BARE_CLAUSE, 60)).flatten();
    }
    if grid.quotation_end(at).is_some_and(|end| names_work(context, verb, TokenRange::new(at, end))) {
        return None;
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

/// Whether the object of a verb is who hears what to do: *urged, asked, ordered X | to go*. That of others is part of what should
/// happen: *called for the ban to be lifted, invited them to open talks*.
fn names_hearer(context: &Context<'_, '_>, verb: VerbCue) -> bool {
    const HEADS: &[&str] = &["urg", "ask", "order", "warn", "tell", "told"];
    let head = context.grid.small(verb.group.head());
    HEADS.iter().any(|stem| head.as_str().starts_with(stem))
        && !context.grid.word(verb.found.tokens.end() - 1).eq_ignore_ascii_case("for")
}

/// *published “Harbour of Lights,”*, *a play called “Harbour”*: a title behind a verb that takes no speech.
fn names_work(context: &Context<'_, '_>, verb: VerbCue, quotation: TokenRange) -> bool {
    let grid = context.grid;
    let frames = verb.found.cue.frames;
    let speaks = frames.has(Frames::QUOTE) && !frames.has(Frames::OBJECT_NP);
    let shouts = || quotation.range().any(|at| matches!(grid.word(at), "!" | "?"));
    !speaks && grid.is_title(quotation) && !shouts()
}

/// *said in his speech that night*: a determiner.
fn is_that_night(context: &Context<'_, '_>, at: usize, limit: usize) -> bool {
    let grid = context.grid;
    grid.is(at + 1, TIME | lexis::UNIT) && !grid.is_capitalized(at + 1) && (at + 2 >= limit || grid.is(at + 2, COMMA))
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
    // *said no to the plan*: refused it.
    let answer = word(at, &["yes", "no"]) && frames.has(Frames::QUOTE.or(Frames::THAT)) && !grid.is(at + 1, TO);
    let one =
        grid.is(at, SO) && frames.has(Frames::SO) || answer || word(at, &["otherwise"]) && frames.has(Frames::THAT);
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
            // *much of his talk was about rain*
            let partitive = start == from + 2 && grid.is(from + 1, lexis::OF);
            return start >= at && (start <= from + 1 || introduced || partitive);
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
    // *called that “a disgrace”*
    let pronoun = grid.is(at, THAT) && frames.has(Frames::OBJECT_NP) && !frames.has(Frames::THAT) && at + 1 < limit;
    if pronoun && (grid.is(at + 1, QUOTE | lexis::ARTICLE) || grid.upos(at + 1) == Upos::Adj) {
        return recognised(&rules::OBJECT_PREDICATE, 70);
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

/// Whether nothing but a connective stands before the subject of a plain verb of speech.
fn opens_sentence(context: &Context<'_, '_>, verb: VerbCue) -> bool {
    let grid = context.grid;
    let start = verb.region.tokens.start();
    let subject = context.clauses.subject(verb.index).filter(|subject| subject.order == Order::Before);
    subject.is_some_and(|subject| {
        let from = subject.tokens.start();
        (from == start || from == start + 1 && grid.is(start, lexis::COORDINATOR)) && subject.relative.is_none()
    }) && reports_plainly(context, verb)
        && verb.found.tokens.len() == 1
}

/// Whether a phrase with a comma behind it and then a subject with its verb stand behind a plain verb of speech.
fn introduces_clause(context: &Context<'_, '_>, verb: VerbCue, at: usize, limit: usize) -> bool {
    const LONGEST: usize = 16;
    let grid = context.grid;
    let until = limit.min(at + LONGEST).max(at);
    let comma = (at..until).find(|&at| grid.is(at, COMMA | QUOTE | COLON) || grid.finite_at(at));
    comma.is_some_and(|comma| {
        let next = comma + 1;
        let begins = || base_right(grid, next, limit).is_some_and(|end| super::clause::begins_clause(grid, end, limit));
        grid.is(comma, COMMA) && opens_sentence(context, verb) && begins()
    })
}

/// Whether a finite verb follows soon.
fn says_clause(context: &Context<'_, '_>, at: usize, limit: usize) -> bool {
    const REACH: usize = 40;
    context.grid.has_clause(TokenRange::new(at, limit.min(at + REACH).max(at)))
}
