//! Reporting clauses behind or inside their content.
//!
//! # What it finds
//! `“…,” she said`; `“…,” said Ana Ruiz, a doctor, “…”`; `The road will close, officials said.`; `The road, officials said,
//! will close.`; also `as she put it`.
//!
//! # Why it matters
//! A quarter of all attributions put the content first, direct speech most of the time.
//!
//! # Examples
//! - `“We are ready,” said Ana Ruiz.`
//! - `The bridge was safe, officials said on Monday.`
//!
//! # Counter-examples
//! - `In the end, officials said the bridge was safe.`: the content follows
//!
//! # Known limits
//! A parenthetical clause in the middle is taken to interrupt the content, not to end it.

use super::candidate::{Candidate, Context, VerbCue};
use super::clause::{Order, Subject};
use super::complement::complement_start;
use super::cues::{CueClass, Frames};
use super::extent::skip_adverbs;
use super::grid::{QuotationInfo, Region};
use super::indirect::source_of;
use super::lexis::{
    self, AS, COLON, COMMA, CONNECTIVE, COORDINATOR, DASH, QUOTE, SEMICOLON, STOP, SUBORDINATOR, THAT, WH,
};
use super::noun_phrase::{base_right, begins_clause};
use super::rules;
use crate::document::{TokenRange, Upos, VerbForm};

/// The attribution of a verb whose clause is a parenthesis, if it is one.
pub(super) fn detect(context: &Context<'_, '_>, verb: VerbCue, subject: Option<Subject>) -> Option<Candidate> {
    let cue = verb.found.cue;
    if !cue.frames.has(Frames::QUOTE.or(Frames::PAREN).or(Frames::THAT).or(Frames::COLON))
        || !context.grid.finite(verb.index)
    {
        return None;
    }
    let subject = subject?;
    if subject.relative.is_some() {
        return None;
    }
    let group = verb.group.tokens();
    let found_end = verb.found.tokens.end().max(group.end());
    let (start, end) = match subject.order {
        Order::Before => (subject.tokens.start(), found_end),
        Order::Inverted => (group.start(), subject.tokens.end()),
        Order::Shared => return None,
    };
    let before = content_before(context, verb.region, start)?;
    let place = complement_start(context, verb, end);
    // *Asked for a date, she said, “Not before May.”*: what she said is the quotation alone.
    if !before.quoted && is_utterance(context, place.at) {
        return None;
    }
    // *Ruiz, an aide said, “is ready”*: the quotation is the predicate.
    let resumes = place.at > end && context.grid.is(place.at - 1, COMMA) && !before.quoted && {
        let inner = place.at + usize::from(context.grid.is(place.at, QUOTE));
        inner > place.at && is_predicate(context, TokenRange::new(inner, inner + 1))
    };
    let after = place.at - usize::from(resumes);
    let limit = context.region_end(verb.region);
    let quoted = before.quoted;
    // Behind a quotation that closes with a comma the clause can be nothing else: *“It is over,” she told fans who wept.*
    let closed = quoted
        && before.pieces.last().is_some_and(|piece| context.grid.ends_with(*piece, COMMA))
        && (place.object.is_some() || !context.grid.is(after, THAT));
    if !closed && !pauses(context, verb.region, after, limit, quoted) {
        return None;
    }
    // *you know* fills a pause.
    let filler = subject.tokens.len() == 1 && context.grid.is(subject.tokens.start(), lexis::YOU);
    if !quoted && (filler || !cue.frames.has(Frames::PAREN.or(Frames::QUOTE))) {
        return None;
    }
    let behind = content_after(context, verb.region, after, limit, quoted, before.clause);
    // *These whales, she said, hunt sharks*; *For years, he said, they lost*.
    let resumed = behind.is_some_and(|behind| {
        let first = behind.range().find(|&at| context.grid.is_word(at)).unwrap_or(behind.start());
        context.grid.has_clause(behind)
            || context.grid.form(first) == Some(VerbForm::Vbn) && context.grid.group_at(first).is_some()
    });
    // *Time, Mr Lund added, was on their side*: one word goes before.
    let split = behind.is_some() && before.pieces.iter().any(|piece| !piece.is_empty());
    let longer = before.pieces.iter().map(|piece| piece.len()).sum::<usize>() >= 2;
    if !before.clause && !resumed || !split && !longer {
        return None;
    }
    let mut content = before.pieces;
    content.extend(behind);
    let rule = if quoted { &rules::QUOTE_THEN_VERB } else { &rules::PARENTHETICAL };
    let score = if quoted { 95 } else { 84 + if cue.strength >= 3 { 8 } else { -8 } };
    let mut candidate = Candidate::new(rule, cue, verb.region_number, score).with_group(verb.group);
    candidate.content = content;
    candidate.cue = context.verbal_cue(verb);
    candidate.source = source_of(Some(subject));
    Some(candidate)
}

pub(super) struct Before {
    pub(super) pieces: Vec<TokenRange>,
    pub(super) quoted: bool,
    /// Whether it has a verb of its own.
    pub(super) clause: bool,
}

/// The content that ends before a parenthetical clause at `start`.
pub(super) fn content_before(context: &Context<'_, '_>, region: Region, start: usize) -> Option<Before> {
    let grid = context.grid;
    let floor = region.tokens.start();
    let mut at = start.checked_sub(1).filter(|&at| at >= floor)?;
    // *as she put it*
    if grid.is(at, AS) {
        at = at.checked_sub(1).filter(|&at| at >= floor)?;
    }
    let quotation = if grid.is_hidden(region, at) {
        Some(at)
    } else if grid.is(at, COMMA | DASH) && at > floor && grid.is_hidden(region, at - 1) {
        Some(at - 1)
    } else {
        None
    };
    if let Some(at) = quotation {
        let (_, quotation) = grid.opaque_at(at)?;
        let from = quotation.outer.start();
        // *The poll shows that “…,” she said*: the quotation is only the end of what she said.
        let part = from > floor && grid.is(from - 1, THAT) && grid.has_clause(TokenRange::new(floor, from));
        let part = part || from > floor && is_predicate(context, quotation.inner);
        let start = if part { content_floor(context, region, from) } else { from };
        return Some(Before {
            pieces: vec![TokenRange::new(start, quotation.outer.end())],
            quoted: true,
            clause: true,
        });
    }
    let closes = grid.is(at, QUOTE) && at > floor && grid.is(at - 1, COMMA | STOP | DASH);
    if !grid.is(at, COMMA | DASH | STOP) && !closes {
        return None;
    }
    let end = at + usize::from(closes);
    let from = content_floor(context, region, end);
    // *“It is over,” Ana Ruiz, 67, a cook, said*: the quotation is the content, however the source reads.
    let closed =
        |quotation: QuotationInfo| grid.ends_with(quotation.inner, COMMA) && grid.is_capitalized(quotation.outer.end());
    if grid.opaque_at(from).is_some_and(|(_, quotation)| closed(quotation)) {
        return None;
    }
    let content = context.trimmed(TokenRange::new(from, end));
    let clause = has_main_clause(context, content) || content.range().any(|at| grid.is_hidden(region, at));
    (!content.is_empty()).then_some(Before { pieces: vec![content], quoted: false, clause })
}

/// Whether a quotation stands here that is a sentence of its own by its capital and end, and no title.
fn is_utterance(context: &Context<'_, '_>, at: usize) -> bool {
    const FEWEST: usize = 5;
    let grid = context.grid;
    let Some(end) = grid.quotation_end(at) else { return false };
    let quotation = TokenRange::new(at, end);
    quotation.len() >= FEWEST
        && grid.is_capitalized(at + 1)
        && grid.ends_with(quotation, STOP)
        && !grid.is_title(quotation)
}

/// Whether a quotation goes on with the clause before it: *The dam “was a risk from the start”*.
fn is_predicate(context: &Context<'_, '_>, inner: TokenRange) -> bool {
    context.grid.finite_at(inner.start()) && !context.grid.is_capitalized(inner.start())
}

/// Whether a stretch has a verb of its own, not only one of a subordinate clause: *In the end, officials said* and *When the
/// polls closed, officials said* have not said anything yet.
fn has_main_clause(context: &Context<'_, '_>, range: TokenRange) -> bool {
    let grid = context.grid;
    let mut start = range.start();
    let skipped = |at: usize| grid.upos(at) == Upos::Adv && !grid.is(at, SUBORDINATOR);
    while start < range.end() && (grid.is(start, QUOTE) || skipped(start)) {
        start += 1;
    }
    let introduced = grid.is(start, SUBORDINATOR | lexis::PREPOSITION)
        || matches!(grid.form(start), Some(VerbForm::Vbg | VerbForm::Vbn))
            && grid.group_at(start).is_some()
            && !grid.finite_at(start);
    // *Defending that ground is hard*: the participle is the subject.
    let gerund = grid.form(start) == Some(VerbForm::Vbg);
    let pause = range.range().find(|&at| grid.is(at, COMMA)).unwrap_or(range.end());
    // *Since Ruiz leads, voters who like her would be angry*: the subject was not found.
    let behind = TokenRange::new((pause + 1).min(range.end()), range.end());
    if introduced && grid.phrase_at(pause + 1).is_some() && grid.has_clause(behind) {
        let from = context.clauses.first_subject(grid, behind);
        if from.is_none_or(|subject| subject.relative.is_none()) {
            return true;
        }
    }
    range.range().any(|at| {
        let Some(index) = grid.group_index(at).filter(|&index| grid.finite(index)) else { return false };
        if grid.document.verb_groups()[index].tokens().start() != at {
            return false;
        }
        if !introduced || gerund && at < pause {
            return true;
        }
        // The main clause begins behind the comma that ends the introduction.
        context.clauses.subject(index).is_some_and(|subject| {
            let from = subject.tokens.start();
            // *In May, undecided | voters were …*: a participle before the noun.
            let from =
                from - usize::from(from > start && matches!(grid.form(from - 1), Some(VerbForm::Vbn | VerbForm::Vbg)));
            subject.order == Order::Before && subject.relative.is_none() && from > start && grid.is(from - 1, COMMA)
        })
    })
}

/// Where a content that ends before `end` begins: at the start of the region, connectives aside, or behind a semicolon.
fn content_floor(context: &Context<'_, '_>, region: Region, end: usize) -> usize {
    let grid = context.grid;
    const LONGEST: usize = 400;
    let mut from = region.tokens.start().max(end.saturating_sub(LONGEST));
    if let Some(pause) = (from..end).rev().find(|&at| grid.is(at, SEMICOLON)) {
        from = pause + 1;
    }
    while from < end && grid.is(from, CONNECTIVE) && (grid.is(from, COORDINATOR) || grid.is(from + 1, COMMA)) {
        from += 1;
        if grid.is(from, COMMA) {
            from += 1;
        }
    }
    // The cue may follow the connective at once: *Now, she says, …*.
    from.min(end)
}

/// Whether a parenthetical clause may end here.
pub(super) fn pauses(context: &Context<'_, '_>, region: Region, at: usize, limit: usize, quoted: bool) -> bool {
    let grid = context.grid;
    if at >= limit || grid.is_hidden(region, at) {
        return true;
    }
    if grid.is(at, THAT | WH) && !grid.is(at, SUBORDINATOR) {
        return false;
    }
    if grid.is(at, QUOTE) {
        return quoted || grid.quotation_end(at).is_none();
    }
    if grid.is(at, COMMA | DASH | SEMICOLON | STOP | lexis::OPEN) {
        return true;
    }
    if grid.is(at, COLON) {
        return false;
    }
    // Behind a quotation the content is known; what follows the verb is circumstance.
    quoted || grid.is(at, SUBORDINATOR | COORDINATOR) && !grid.is(at, THAT)
}

/// What goes on with the content behind a parenthetical clause that ends at `after`.
pub(super) fn content_after(
    context: &Context<'_, '_>,
    region: Region,
    after: usize,
    limit: usize,
    quoted: bool,
    clause: bool,
) -> Option<TokenRange> {
    let grid = context.grid;
    let mut at = after;
    if quoted {
        // The next quotation of the sentence, unless another cue stands before it.
        while at < region.tokens.end() && !grid.is_hidden(region, at) && grid.quotation_end(at).is_none() {
            let cue = context.grid.cue_starting(at).is_some_and(|found| found.cue.strength >= 2);
            let verb = grid.finite_at(at);
            if cue || verb {
                return None;
            }
            at += 1;
        }
        // *“That,” he added, “would be a mistake”*, *“I like her,” he said, but “when it counts she is weak.”*; but *“No,” he
        // told “Good Morning, Dale”*.
        if let Some(end) = grid.quotation_end(at).filter(|_| grid.opaque_at(at).is_none()) {
            let quotation = TokenRange::new(at, end);
            let joined = grid.is(at - 1, COORDINATOR)
                && grid.is(at - 2, COMMA)
                && grid.has_clause(quotation)
                && grid.ends_with(quotation, STOP | COMMA);
            let goes_on = grid.is(at - 1, COMMA) || joined;
            return (goes_on && !grid.is_capitalized(at + 1) && end <= region.tokens.end()).then_some(quotation);
        }
        let next = grid.opaque_at(at).filter(|_| at < region.tokens.end()).map(|(_, quotation)| quotation.outer)?;
        // *“He is grim,” she said, and “I think he will win,” said Lund*: the second has a cue of its own.
        return (!context.is_attributed(region, next.end(), region.tokens.end())).then_some(next);
    }
    if at >= limit || !grid.is(at, COMMA | DASH) {
        return None;
    }
    let start = skip_adverbs(grid, at + 1, limit);
    // *The outreach, they said, raised worries*: read as a participle, but there is no other verb.
    let main = !clause && grid.form(start) == Some(VerbForm::Vbn);
    let participle =
        !main && matches!(grid.form(start), Some(VerbForm::Vbg | VerbForm::Vbn)) && grid.group_at(start).is_some();
    let cue = context.grid.cue_starting(start).is_some_and(|found| found.cue.class == CueClass::Phrase);
    if participle || cue || start >= limit || context.returns(region, at, limit) {
        return None;
    }
    // *…, said Ana Ruiz, the mayor, and a former judge*: the source goes on, not the content.
    if grid.is(start, COORDINATOR)
        && base_right(grid, start + 1, limit).is_none_or(|to| !begins_clause(grid, to, limit))
    {
        return None;
    }
    let content = TokenRange::new(at + 1, context.clause_end(region, at + 1));
    Some(context.trimmed(content)).filter(|content| !content.is_empty())
}

#[cfg(test)]
mod tests {
    use crate::attribution::testing::check;

    #[test]
    fn examples_and_counter_examples() {
        check(
            &["quote-then-verb", "parenthetical"],
            &[
                ("“We are ready,” said Ana Ruiz.", &["Ana Ruiz | said | “We are ready,”"]),
                (
                    "“We are ready,” Ruiz said. “We have waited.”",
                    &["Ruiz | said | “We are ready,” ++ “We have waited.”"],
                ),
                (
                    "“We,” said Tom Lake, a pilot, “are ready to go.”",
                    &["Tom Lake, a pilot | said | “We,” ++ “are ready to go.”"],
                ),
                (
                    "In this year's contest, undecided voters are not likely to help, Moor said.",
                    &["Moor | said | In this year's contest, undecided voters are not likely to help"],
                ),
                ("“Is it safe?” the 43-year-old asked in a letter.", &["the 43-year-old | asked | “Is it safe?”"]),
                ("As the Herald reported, the road will close.", &["the Herald | reported | the road will close"]),
                ("The bridge was safe, officials said on Monday.", &["officials | said | The bridge was safe"]),
                ("The road, officials said, will close.", &["officials | said | The road ++ will close"]),
                ("Ruiz, an aide said, “is ready” for it.", &["an aide | said | Ruiz ++ “is ready” for it"]),
                ("The plan, he said, raised new worries.", &["he | said | The plan ++ raised new worries"]),
                (
                    "Lund lost his friends, whom he had cheated, said Tom Lake, a pilot.",
                    &["Tom Lake, a pilot | said | Lund lost his friends, whom he had cheated"],
                ),
                ("“It is over,” he told “Dale Today” in May.", &["he | told | “It is over,”"]),
                ("“It is over,” she told fans who had waited.", &["she | told | “It is over,”"]),
                (
                    "“I like her,” he said, but “when it counts, she is weak.”",
                    &["he | said | “I like her,” ++ “when it counts, she is weak.”"],
                ),
                ("Asked for a date, Lund said, “Not before the end of May.”", &[]),
                ("In the end, officials said the bridge was safe.", &[]),
                ("When the polls closed, Lund said it was over.", &[]),
            ],
        );
    }
}
