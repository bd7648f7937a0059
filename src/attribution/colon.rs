//! A colon as cue: headlines and transcripts.
//!
//! # What it finds
//! `Ruiz: Road must close` and `Road must close: Ruiz` in headlines; `RUIZ: The road must close.`, `Q: Why?`, `A: Because.` at the
//! start of a paragraph, to its end.
//!
//! # Why it matters
//! Headlines have no room for *said*, and in a transcript nothing else tells who speaks.
//!
//! # Examples
//! - `Brexit is over: Lund`
//! - `Q: Will the road close?`
//!
//! # Counter-examples
//! - `Update: road closed`, `Photo: A. Ruiz`
//! - `Three things matter: price, place and time.`
//!
//! # Known limits
//! In running text a colon counts only before a quotation (see the rule for quotations without cue).

use super::candidate::{Candidate, Context};
use super::grid::{Region, Unit};
use super::lexis::{ANY, COLON, COMMA, DASH, OPEN, QUOTE, STOP};
use super::noun_phrase::base_right;
use super::rules;
use super::source;
use crate::ZoneKind;
use crate::document::{TokenRange, Upos};

/// Labels before a colon that are nobody.
const LABELS: &[&str] = &[
    "update",
    "updated",
    "watch",
    "video",
    "photo",
    "photos",
    "picture",
    "opinion",
    "exclusive",
    "breaking",
    "live",
    "latest",
    "review",
    "note",
    "correction",
    "clarification",
    "editor",
    "source",
    "sources",
    "related",
    "read",
    "more",
    "listen",
    "timeline",
    "explainer",
    "quiz",
    "gallery",
    "spoiler",
    "warning",
    "tip",
    "step",
    "part",
    "day",
    "chapter",
    "example",
    "question",
    "contact",
    "tel",
    "email",
    "phone",
    "date",
    "time",
    "where",
    "when",
    "what",
    "who",
    "why",
    "how",
    "cost",
    "price",
    "author",
    "authors",
    "credit",
    "image",
    "score",
    "result",
    "results",
    "teams",
    "referee",
    "attendance",
    "prediction",
    "plus",
    "also",
    "figure",
    "table",
    "copyright",
    "tags",
    "topics",
    "location",
    "debate",
    "headline",
    "commentary",
    "column",
    "feature",
    "interview",
];

/// Proposes an attribution for each colon that stands between a source and what it says.
pub(super) fn detect(context: &Context<'_, '_>, out: &mut Vec<Candidate>) {
    let grid = context.grid;
    let zones = grid.document.zones();
    let mut previous_zone = usize::MAX;
    for (number, region) in grid.regions.iter().enumerate() {
        let Some(unit) = grid.units.get(region.unit).filter(|_| region.quotation.is_none()) else { continue };
        let first = unit.zone != previous_zone;
        previous_zone = unit.zone;
        let headline = zones
            .get(unit.zone)
            .is_some_and(|zone| matches!(zone.kind(), ZoneKind::Headline | ZoneKind::Crosshead | ZoneKind::Standfirst))
            || unit.zone == 0;
        if headline {
            out.extend(in_headline(context, number, *region));
        } else if first {
            out.extend(turn(context, number, *region, *unit));
        }
    }
}

fn colon_in(context: &Context<'_, '_>, region: Region) -> Option<usize> {
    let grid = context.grid;
    region.tokens.range().find(|&at| grid.is(at, COLON | QUOTE)).filter(|&at| grid.is(at, COLON))
}

fn in_headline(context: &Context<'_, '_>, number: usize, region: Region) -> Option<Candidate> {
    let colon = colon_in(context, region)?;
    let (start, end) = (region.tokens.start(), region.end);
    let before = TokenRange::new(start, colon);
    let after = TokenRange::new(colon + 1, end.max(colon + 1));
    if before.is_empty() || after.is_empty() {
        return None;
    }
    let mut candidate = Candidate::bare(&rules::COLON, number, 72);
    candidate.stance = super::model::Stance::Neutral;
    candidate.cue = vec![TokenRange::new(colon, colon + 1)];
    if is_source(context, before) && after.len() >= 3 {
        candidate.source = vec![before];
        candidate.content = vec![content_from(context, after)];
    } else if is_name(context, after) && before.len() >= 3 {
        candidate.source = vec![after];
        candidate.content = vec![before];
    } else {
        return None;
    }
    Some(candidate)
}

/// The quotation if one begins the stretch and ends it, else all of it.
fn content_from(context: &Context<'_, '_>, after: TokenRange) -> TokenRange {
    match context.grid.opaque_at(after.start()) {
        Some((_, quotation)) if quotation.outer.end() <= after.end() => quotation.outer,
        _ => after,
    }
}

/// A turn of a transcript.
fn turn(context: &Context<'_, '_>, number: usize, region: Region, unit: Unit) -> Option<Candidate> {
    let grid = context.grid;
    // A transcript that is quoted has a mark before each turn: *“LUND: We have won.*
    let open = region.tokens.start();
    let quoted = grid.quotation_at(open).filter(|quotation| quotation.outer.start() == open && grid.is(open, QUOTE));
    let start = open + usize::from(quoted.is_some());
    let colon = (start..region.tokens.end()).find(|&at| grid.is(at, COLON | QUOTE)).filter(|&at| grid.is(at, COLON))?;
    let before = TokenRange::new(start, colon);
    let letter = before.len() == 1 && matches!(grid.word(before.start()), "Q" | "A");
    let shouted =
        before.range().all(|at| !grid.is_word(at) || grid.tokens[at].shape().is_all_caps() || grid.word(at).len() == 1);
    if quoted.is_some() && !(shouted && before.range().all(|at| grid.word(at).len() > 2)) {
        return None;
    }
    if !(letter || is_name(context, before) && (shouted || before.len() <= 4)) || colon + 1 >= region.tokens.end() {
        return None;
    }
    let next = grid.units.partition_point(|other| other.tokens.start() <= unit.tokens.start());
    let end = grid.units[next..]
        .iter()
        .take_while(|other| other.zone == unit.zone)
        .last()
        .map_or(unit.tokens.end(), |last| last.tokens.end());
    let mut candidate = Candidate::bare(&rules::TRANSCRIPT, number, 82);
    candidate.stance = super::model::Stance::Neutral;
    candidate.cue = vec![TokenRange::new(colon, colon + 1)];
    candidate.source = vec![before];
    let end = quoted.map_or(end, |quotation| quotation.inner.end().min(end).max(colon + 1));
    let content = TokenRange::new(colon + 1, end);
    candidate.content = vec![if quoted.is_some() { content } else { content_from(context, content) }];
    Some(candidate)
}

/// Whether the stretch is one noun phrase that may speak.
fn is_source(context: &Context<'_, '_>, range: TokenRange) -> bool {
    let grid = context.grid;
    const LONGEST: usize = 8;
    if range.len() > LONGEST
        || range.range().any(|at| grid.group_at(at).is_some() || grid.is(at, COMMA | DASH | QUOTE | OPEN | STOP))
    {
        return false;
    }
    let label = range.range().any(|at| LABELS.iter().any(|label| grid.word(at).eq_ignore_ascii_case(label)));
    let head = range.end() - 1;
    let hint = source::hint(grid.tokens[head].key());
    let speaks = source::ROLE | source::DOCUMENT | source::COLLECTIVE | source::ORGANISATION | source::ANONYMOUS;
    let named = grid.upos(head) == Upos::Propn && grid.is_capitalized(head);
    let known = base_right(grid, range.start(), range.end()).is_some() && (hint & speaks != 0 || named);
    !label && known || is_name(context, range)
}

/// Whether the stretch is a name, with or without a title.
fn is_name(context: &Context<'_, '_>, range: TokenRange) -> bool {
    let grid = context.grid;
    const LONGEST: usize = 5;
    // Where other words of the sentence have small letters, a capital tells a name whatever its tag.
    let sentence = grid.document.sentences().get(grid.document.sentence_of(range.start()));
    let in_small_letters = sentence.is_some_and(|sentence| {
        let small = sentence.tokens().range().filter(|&at| grid.is_word(at) && !grid.is_capitalized(at)).count();
        small * 3 >= sentence.tokens().len()
    });
    let mut words = range.range().filter(|&at| grid.is_word(at)).peekable();
    words.peek().is_some()
        && range.len() <= LONGEST
        && words.all(|at| {
            let known = source::hint(grid.tokens[at].key())
                & (source::TITLE | source::ROLE | source::DOCUMENT | source::COLLECTIVE)
                != 0;
            let label = LABELS.iter().any(|label| grid.word(at).eq_ignore_ascii_case(label));
            let name = grid.upos(at) == Upos::Propn || in_small_letters && !grid.is(at, ANY);
            !label && (known || grid.is_capitalized(at) && name)
        })
        && !range.range().any(|at| grid.is(at, COMMA | QUOTE | DASH))
}

#[cfg(test)]
mod tests {
    use crate::attribution::testing::check;

    #[test]
    fn examples_and_counter_examples() {
        check(
            &["colon", "transcript"],
            &[
                ("Brexit is over: Lund\n\nThe deal is dead. It rained all day.", &["Lund | : | Brexit is over"]),
                ("Lund: Road must close\n\nThe deal is dead. It rained all day.", &["Lund | : | Road must close"]),
                (
                    "They spoke on Monday.\n\n“LUND: We have won at last.\n\n“RUIZ: You have lost it all.”",
                    &["LUND | : | We have won at last.", "RUIZ | : | You have lost it all."],
                ),
                ("Update: road closed\n\nThe deal is dead. It rained all day.", &[]),
            ],
        );
    }
}
