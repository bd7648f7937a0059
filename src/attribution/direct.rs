//! Quotations that go on behind their cue, and quotations with no cue.
//!
//! # What it finds
//! A quotation that follows an attributed one is another piece of it (`“…,” she said. “…”`), in the same paragraph or at the
//! start of the next. A quotation after no statement is attributed to the subject of the sentence before, with its verb as cue
//! if that is one of speech (`Lund spoke about the deal. “…”`); `“…” – Name` credits it.
//!
//! # Why it matters
//! Speech of several sentences has one cue; a count by cues alone misses most of its words.
//!
//! # Examples
//! - `“It is over,” she said. “We lost.”`: one attribution in two pieces
//!
//! # Counter-examples
//! - `The film “Harbour Lights” opens on Friday.`
//!
//! # Known limits
//! In a dialogue without cues the turns are not told apart.

use super::candidate::{Candidate, Context};
use super::clause::Order;
use super::cues::CueClass;
use super::grid::QuotationInfo;
use super::lexis::{self, COLON, COMMA, DASH, STOP};
use super::model::{Act, Stance};
use super::noun_phrase::base_right;
use super::rules;
use crate::ZoneKind;
use crate::document::{TokenRange, Upos};

/// How many tokens away from a quotation what belongs to it is looked for; a sentence may hold any number of quotations.
const REACH: usize = 24;
/// The same for a clause before a colon, which may be long.
const LONG_REACH: usize = 120;

/// Attaches quotations without cue to the attribution before them, or proposes attributions without cue.
pub(super) fn detect(context: &Context<'_, '_>, out: &mut Vec<Candidate>) {
    let grid = context.grid;
    let mut owner = vec![None; grid.quotations().len()];
    for (index, candidate) in out.iter().enumerate() {
        for piece in &candidate.content {
            mark_owned(context, *piece, index, out, &mut owner);
        }
    }
    let mut speakers = speakers_of_units(context, out, &owner);
    // The last attribution with a quotation, and the zone it stands in.
    let mut last: Option<(usize, usize)> = None;
    for (number, &quotation) in grid.quotations().iter().enumerate() {
        if !quotation.outermost || quotation.outer.is_empty() {
            continue;
        }
        let unit = grid.units.partition_point(|unit| unit.tokens.end() <= quotation.outer.start());
        let Some(zone) = grid.units.get(unit).map(|unit| unit.zone) else { continue };
        if let Some(index) = owner[number] {
            last = Some((index, zone));
            continue;
        }
        let connected = is_connected(context, quotation, unit);
        if !quotation.opaque && !connected {
            continue;
        }
        if let Some(candidate) = beside_verb(context, quotation, unit) {
            last = Some((out.len(), zone));
            speakers[unit] = Some(out.len());
            out.push(candidate);
            continue;
        }
        if !connected && !stands_alone(context, quotation, unit) {
            continue;
        }
        let credited = credit(context, quotation, unit).is_some();
        // Over the paragraph only a statement with a cue goes on.
        let cued = |index: usize| !out[index].cue.is_empty();
        let reported = unit.checked_sub(1).filter(|_| !credited).and_then(|before| {
            let from = grid.units[before].zone;
            speakers[before].filter(|&index| from == zone || cued(index) && follows(context, from, zone))
        });
        let carried = last
            .filter(|&(index, before)| {
                let goes_on = cued(index) && follows(context, before, zone);
                before + 1 == zone && !credited && (quotation.continues || goes_on)
            })
            .map(|(index, _)| index);
        match reported.or(carried) {
            Some(index) => {
                out[index].content.push(quotation.outer);
                speakers[unit] = Some(index);
                last = Some((index, zone));
            }
            _ if !connected => {
                let previous = last.filter(|&(_, before)| before + 1 == zone).map(|(index, _)| index);
                if let Some(candidate) = alone(context, quotation, unit, previous, out) {
                    speakers[unit] = Some(out.len());
                    last = Some((out.len(), zone));
                    out.push(candidate);
                }
            }
            _ => {}
        }
    }
}

/// Whether what stands in one zone may go on in another: it is the same, or the next paragraph.
fn follows(context: &Context<'_, '_>, before: usize, here: usize) -> bool {
    let zones = context.grid.document.zones();
    let running = |zone: usize| zones.get(zone).is_some_and(|zone| matches!(zone.kind(), ZoneKind::Paragraph));
    before == here || before + 1 == here && running(before) && running(here)
}

/// By unit the statement in it that a quotation in the next sentence goes on with: one that is quoted already, else the surest.
fn speakers_of_units(
    context: &Context<'_, '_>,
    candidates: &[Candidate],
    owner: &[Option<usize>],
) -> Vec<Option<usize>> {
    let grid = context.grid;
    let mut quoted = vec![false; candidates.len()];
    owner.iter().flatten().for_each(|&index| quoted[index] = true);
    let rank = |index: usize| (quoted[index], candidates[index].score);
    let mut speakers: Vec<Option<usize>> = vec![None; grid.units.len()];
    for (index, candidate) in candidates.iter().enumerate() {
        let Some(region) = grid.regions.get(candidate.region).filter(|region| region.quotation.is_none()) else {
            continue;
        };
        let says = (candidate.act == Act::Speech || quoted[index])
            && !candidate.cue.is_empty()
            && !candidate.source.is_empty()
            && candidate.score >= 70;
        let slot = &mut speakers[region.unit];
        if says && slot.is_none_or(|other| rank(other) < rank(index)) {
            *slot = Some(index);
        }
    }
    speakers
}

/// Notes which candidate holds each quotation; of several the surest.
fn mark_owned(
    context: &Context<'_, '_>,
    piece: TokenRange,
    index: usize,
    candidates: &[Candidate],
    owner: &mut [Option<usize>],
) {
    let grid = context.grid;
    let mut at = piece.start();
    while at < piece.end() {
        let Some((number, quotation)) = grid.opaque_at(at) else {
            at += 1;
            continue;
        };
        // A clause inside the quotation does not own it.
        let inside = grid.regions.get(candidates[index].region).is_some_and(|region| region.quotation == Some(number));
        if !inside {
            let better = owner[number].is_none_or(|other: usize| candidates[other].score < candidates[index].score);
            if better {
                owner[number] = Some(index);
            }
        }
        at = quotation.outer.end().max(at + 1);
    }
}

/// Whether a quotation goes on with one before it behind a connective: *Now, “we have a chance.”*
fn is_connected(context: &Context<'_, '_>, quotation: QuotationInfo, number: usize) -> bool {
    const LONGEST: usize = 2;
    let grid = context.grid;
    let Some(unit) = grid.units.get(number) else { return false };
    let before = unit.tokens.start()..quotation.outer.start();
    let connects = (1..=LONGEST).contains(&before.len())
        && grid.is(before.start, lexis::CONNECTIVE)
        && (before.len() == 1 || grid.is(before.start + 1, COMMA));
    let ends = quotation.outer.end() >= unit.tokens.end() && grid.ends_with(quotation.inner, STOP);
    connects && ends && grid.has_clause(quotation.inner)
}

/// Whether a quotation is a sentence of its own: nothing but a mark stands before it in its unit, and no clause around it.
fn stands_alone(context: &Context<'_, '_>, quotation: QuotationInfo, number: usize) -> bool {
    let grid = context.grid;
    let Some(unit) = grid.units.get(number) else { return false };
    let before = unit.tokens.start()..quotation.outer.start();
    let after = quotation.outer.end()..unit.tokens.end();
    let marks_only = before.len() <= REACH && after.len() <= REACH;
    marks_only
        && before.into_iter().all(|at| !grid.is_word(at))
        && after.into_iter().all(|at| !grid.is_word(at) || grid.is(at, STOP))
        || credit(context, quotation, number).is_some()
}

/// A quotation beside a verb that is no known cue: `“Not now,” he smiled.`; `She shot back: “Not now.”`
fn beside_verb(context: &Context<'_, '_>, quotation: QuotationInfo, unit: usize) -> Option<Candidate> {
    let grid = context.grid;
    let mut here = grid.units.get(unit)?.tokens;
    // *“Well…” Ruiz said.*: the marks ended the sentence.
    const LONGEST: usize = 6;
    let next =
        grid.units.get(unit + 1).filter(|next| next.zone == grid.units[unit].zone && next.tokens.len() <= LONGEST);
    if let Some(next) = next.filter(|_| quotation.outer.end() == here.end()) {
        here = TokenRange::new(here.start(), next.tokens.end());
    }
    let region = grid.first_region(unit)?;
    let (source, cue, rule, score) = behind(context, quotation, here)
        .map(|(source, cue)| (source, cue, &rules::QUOTE_THEN_VERB, 78))
        .or_else(|| reporter(context, quotation, here).map(|(source, cue)| (source, cue, &rules::QUOTE_THEN_VERB, 90)))
        .or_else(|| before(context, quotation, here).map(|(source, cue)| (source, cue, &rules::COLON, 80)))?;
    let mut candidate = Candidate::bare(rule, region, score);
    candidate.stance = Stance::Neutral;
    candidate.content = vec![quotation.outer];
    candidate.source = vec![source];
    candidate.cue = vec![cue];
    Some(candidate)
}

/// Subject and verb behind a quotation that ends with a comma or mark.
fn behind(context: &Context<'_, '_>, quotation: QuotationInfo, unit: TokenRange) -> Option<(TokenRange, TokenRange)> {
    let grid = context.grid;
    let end = quotation.outer.end();
    let paused = grid.ends_with(quotation.inner, COMMA | STOP | DASH) || grid.is(end, COMMA);
    let start = end + usize::from(grid.is(end, COMMA));
    if !paused || start >= unit.end() {
        return None;
    }
    let Some(at) = (start..unit.end().min(start + REACH)).find(|&at| grid.finite_at(at)) else {
        return unknown_verb(context, start, unit);
    };
    let index = grid.group_index(at)?;
    let subject = context.clauses.subject(index)?;
    let adjoining = match subject.order {
        Order::Before => subject.tokens.start() == start,
        Order::Inverted => at == start,
        Order::Shared => false,
    };
    let head = grid.document.verb_groups()[index].head();
    let copula = grid.is(head, lexis::BE | lexis::HAVE);
    let end = head
        + 1
        + usize::from(
            grid.upos(head + 1) == Upos::Adp && !grid.is(head + 1, lexis::OF) && grid.phrase_at(head + 2).is_none(),
        );
    (adjoining && !copula).then(|| (subject.tokens, TokenRange::new(head, end)))
}

/// Source and verb of speech behind a quotation that begins its unit and closes with a comma, where the clause could not be
/// read: a misread word in the source, or one with commas of its own.
fn reporter(context: &Context<'_, '_>, quotation: QuotationInfo, unit: TokenRange) -> Option<(TokenRange, TokenRange)> {
    let grid = context.grid;
    let start = quotation.outer.end();
    if quotation.outer.start() > unit.start() || !grid.ends_with(quotation.inner, COMMA) {
        return None;
    }
    let limit = unit.end().min(start + REACH);
    let speaks = |at: &usize| grid.finite_at(*at) && is_verb_of_speech(context, *at);
    let relative = |at: &usize| {
        let index = grid.group_index(*at);
        index.and_then(|index| context.clauses.subject(index)).is_some_and(|subject| subject.relative.is_some())
    };
    let verb = (start..limit).filter(speaks).find(|at| !relative(at))?;
    let cue = TokenRange::new(verb, verb + 1);
    if verb > start {
        let end = (start..verb).rev().find(|&at| grid.is_word(at))? + 1;
        let begins = grid.phrase_at(start).is_some() || grid.is_capitalized(start);
        return begins.then(|| (TokenRange::new(start, end), cue));
    }
    // *said retired doctor Ana Ruiz*, *tweeted another*
    let end = (verb + 1..limit).find(|&at| grid.is(at, COMMA | STOP | DASH) || grid.is(at, lexis::PREPOSITION))?;
    (end > verb + 1).then(|| (TokenRange::new(verb + 1, end), cue))
}

/// Whether a cue begins here that is a verb of speech and no weak one.
fn is_verb_of_speech(context: &Context<'_, '_>, at: usize) -> bool {
    context.grid.cue_starting(at).is_some_and(|found| {
        found.cue.class == CueClass::Verb && found.cue.act == Act::Speech && found.cue.strength >= 2
    })
}

/// A name and one word that was not read as a verb: *“…,” Lund answers.*
fn unknown_verb(context: &Context<'_, '_>, start: usize, unit: TokenRange) -> Option<(TokenRange, TokenRange)> {
    const LONGEST: usize = 4;
    let grid = context.grid;
    let end = (start..unit.end()).rev().find(|&at| !grid.is(at, STOP)).map_or(start, |at| at + 1);
    let verb = end.checked_sub(1).filter(|&verb| verb > start && end - start <= LONGEST)?;
    let named = (start..verb).all(|at| grid.is_capitalized(at) && grid.is_word(at))
        || grid.is(start, lexis::PERSONAL | lexis::ARTICLE | lexis::POSSESSIVE)
            && (start + 1..verb).all(|at| grid.phrase_at(at).is_some());
    let word = grid.word(verb);
    let known = ["read", "write", "say"].contains(&word);
    let looks = (word.ends_with('s') || word.ends_with("ed") || known) && !grid.is_capitalized(verb);
    (named && looks).then(|| (TokenRange::new(start, verb), TokenRange::new(verb, end)))
}

/// Subject and colon, or verb and colon, before a quotation.
fn before(context: &Context<'_, '_>, quotation: QuotationInfo, unit: TokenRange) -> Option<(TokenRange, TokenRange)> {
    let grid = context.grid;
    let colon = quotation.outer.start().checked_sub(1).filter(|&at| at >= unit.start() && grid.is(at, COLON))?;
    let name = base_right(grid, unit.start(), unit.end()).filter(|&end| end == colon);
    if let Some(end) = name {
        return Some((TokenRange::new(unit.start(), end), TokenRange::new(colon, colon + 1)));
    }
    // The last clause before the colon that is no relative one.
    let mut found = None;
    for at in unit.start().max(colon.saturating_sub(LONG_REACH))..colon {
        let Some(index) = grid.group_index(at).filter(|&index| grid.finite(index)) else { continue };
        if let Some(subject) = context.clauses.subject(index).filter(|subject| {
            subject.relative.is_none() && !grid.is(subject.tokens.start(), lexis::IT | lexis::EXISTENTIAL | lexis::THIS)
        }) {
            let head = grid.document.verb_groups()[index].head();
            let cue = if head + 1 == colon { head } else { colon };
            found = found.filter(|_| cue == colon).or(Some((subject.tokens, TokenRange::new(cue, cue + 1))));
        }
    }
    // No verb was recognised: *Tom Lake, her rival, disagreed: “…”*.
    found.or_else(|| {
        let end = base_right(grid, unit.start(), colon)?;
        let named = grid.is_capitalized(end - 1) || grid.is(unit.start(), lexis::PERSONAL);
        named.then(|| (TokenRange::new(unit.start(), end), TokenRange::new(colon, colon + 1)))
    })
}

/// The name behind `“…” –`, in the same line or in the next.
fn credit(context: &Context<'_, '_>, quotation: QuotationInfo, unit: usize) -> Option<TokenRange> {
    let grid = context.grid;
    let dash = quotation.outer.end();
    let here = grid.units.get(unit)?.tokens;
    let line = if dash < here.end() { here } else { grid.units.get(unit + 1)?.tokens };
    let end = line.end();
    // A line may begin with a hyphen that touches the name.
    let marked = grid.is(dash, DASH) || dash == line.start() && grid.word(dash) == "-";
    let named = marked
        && end.saturating_sub(dash) <= REACH
        && grid.upos(dash + 1) == Upos::Propn
        && !grid.has_clause(TokenRange::new(dash, end.max(dash)));
    // *– Ana Ruiz, in a letter to the council*
    let limit = (dash + 1..end).find(|&at| grid.is(at, COMMA | STOP | lexis::OPEN)).unwrap_or(end);
    // A dash may end its line.
    (named && limit > dash + 1).then(|| TokenRange::new(dash + 1, limit))
}

/// The attribution of a quotation that stands alone.
fn alone(
    context: &Context<'_, '_>,
    quotation: QuotationInfo,
    unit: usize,
    previous: Option<usize>,
    out: &[Candidate],
) -> Option<Candidate> {
    let grid = context.grid;
    let here = grid.units[unit];
    let region = grid.first_region(unit)?;
    if let Some(name) = credit(context, quotation, unit) {
        let mut candidate = Candidate::bare(&rules::CREDITED_QUOTATION, region, 88);
        candidate.content = vec![quotation.outer];
        candidate.source = vec![name];
        return Some(candidate);
    }
    const SHORTEST: usize = 4;
    if quotation.inner.len() < SHORTEST && previous.is_none() {
        return None;
    }
    let mut candidate = Candidate::bare(&rules::LONE_QUOTATION, region, 60);
    candidate.content = vec![quotation.outer];
    candidate.follows = previous.map(|index| out[index].source.clone()).unwrap_or_default();
    if candidate.follows.is_empty() {
        candidate.follows = subject_before(context, unit);
    }
    if let Some((source, cue)) = announced(context, unit) {
        candidate.source = vec![source];
        candidate.cue = vec![cue];
        candidate.score = 70;
    }
    // `He had a message:` and the quotation in the next paragraph.
    let introduced = here.tokens.start() > 0 && grid.is(here.tokens.start() - 1, COLON);
    if introduced {
        candidate.source = subject_before(context, unit);
        candidate.cue = vec![TokenRange::new(here.tokens.start() - 1, here.tokens.start())];
        candidate.score = 80;
    }
    Some(candidate)
}

/// Subject and verb of speech of the sentence before: *Lund spoke about the deal.*
fn announced(context: &Context<'_, '_>, unit: usize) -> Option<(TokenRange, TokenRange)> {
    let grid = context.grid;
    let before = unit.checked_sub(1)?;
    if !follows(context, grid.units[before].zone, grid.units[unit].zone) {
        return None;
    }
    grid.units[before].tokens.range().take(LONG_REACH).find_map(|at| {
        let index = grid.group_index(at).filter(|&index| grid.finite(index))?;
        let head = grid.document.verb_groups()[index].head();
        let speaks = head == at && is_verb_of_speech(context, head);
        let subject = context.clauses.subject(index).filter(|_| speaks)?;
        (subject.relative.is_none()).then(|| (subject.tokens, TokenRange::new(head, head + 1)))
    })
}

/// The subject of the sentence before.
fn subject_before(context: &Context<'_, '_>, unit: usize) -> Vec<TokenRange> {
    let grid = context.grid;
    let Some(before) = unit.checked_sub(1).map(|before| grid.units[before]) else { return Vec::new() };
    let found = before.tokens.range().take(LONG_REACH).find_map(|at| {
        let subject = context.clauses.subject(grid.group_index(at)?)?;
        (!grid.is(subject.tokens.start(), lexis::IT | lexis::EXISTENTIAL | lexis::THIS)).then_some(subject.tokens)
    });
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use crate::attribution::testing::check;

    #[test]
    fn examples_and_counter_examples() {
        check(
            &["lone-quotation", "credited-quotation", "quote-then-verb", "colon"],
            &[
                ("“Not now,” he smiled.", &["he | smiled | “Not now,”"]),
                ("“It will rain,” Lund answers.", &["Lund | answers | “It will rain,”"]),
                ("“It is a fine town.” – Ana Ruiz", &["Ana Ruiz |  | “It is a fine town.”"]),
                (
                    "“We were wrong,” Ruiz said.\n\n“It has cost us all a lot of money.”",
                    &["Ruiz | said | “We were wrong,” ++ “It has cost us all a lot of money.”"],
                ),
                (
                    "Lund went on with his attack.\n\nLund spoke about the deal.\n\n“It was a bad plan from the start.”",
                    &["Lund | spoke | “It was a bad plan from the start.”"],
                ),
                ("“Most of us thought, ‘Let’s go,’” Lund said.", &["Lund | said | “Most of us thought, ‘Let’s go,’”"]),
                ("“It is a fine town.”\n\n– Ana Ruiz", &["Ana Ruiz |  | “It is a fine town.”"]),
                (
                    "“We waited long,” said Lund. Now, “there is a group that helps.”",
                    &["Lund | said | “We waited long,” ++ “there is a group that helps.”"],
                ),
                (
                    "“It is over,” Ana Ruiz, 67, a retired cook in Port Agnes, Dale, said in May.",
                    &["Ana Ruiz, 67, a retired cook in Port Agnes, Dale | said | “It is over,”"],
                ),
                ("“It gives parents hope,” the letter reads.", &["the letter | reads | “It gives parents hope,”"]),
                (
                    "Lund had a message for the town:\n\n“The bridge will stay open this year.”",
                    &["Lund | : | “The bridge will stay open this year.”"],
                ),
                ("Ana Ruiz: “We lost the bridge.”", &["Ana Ruiz | : | “We lost the bridge.”"]),
                ("The film “Harbour Lights” opens on Friday.", &[]),
                ("the Mr.” —\n Mr. officials the", &[]),
            ],
        );
    }
}
