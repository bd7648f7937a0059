//! The kind of source a description is: *a spokesman, analysts, a poll, one resident*.

use super::super::grid::Grid;
use super::super::lexis::{ANONYMITY, DENIAL, OF, PERSONAL, SHARE};
use super::super::model::SourceKind;
use super::super::source;
use super::describe::is_one;
use super::{Entities, names};
use crate::WordKey;
use crate::document::{TokenKind, TokenRange, Upos};
use crate::text::KeyList;

static A: KeyList<2> = KeyList::of(["a", "an"]);
static ONE: KeyList<1> = KeyList::of(["one"]);
static GROUPS: KeyList<7> = KeyList::of(["group", "handful", "couple", "crowd", "pair", "team", "coalition"]);
static UNNAMED: KeyList<3> = KeyList::of(["unnamed", "unidentified", "anonymous"]);
/// First words behind people who are not named: *familiar with the matter, close to the talks, with knowledge of them*.
static INFORMED: KeyList<4> = KeyList::of(["familiar", "briefed", "close", "with"]);

impl Entities<'_, '_> {
    /// The kind of source a description is.
    pub(super) fn kind_of(&self, tokens: TokenRange, head: usize) -> SourceKind {
        let grid = self.grid();
        let hint = self.hint(head);
        // *38 percent of voters, a number of senators*: the kind is that of the many.
        let number = grid.tokens.get(head).is_some_and(|token| token.kind() == TokenKind::Number);
        if number && tokens.range().any(|at| self.hint(at) & source::DOCUMENT != 0) {
            return SourceKind::Document;
        }
        if number || grid.is(head, SHARE) {
            return SourceKind::Collective;
        }
        let of = grid.is(tokens.end(), OF) && grid.word(tokens.end()) == "of";
        // *a group of senators* is people.
        if of
            && grid.is_among(head, &GROUPS)
            && let Some(of) = grid.phrase_at(tokens.end() + 1).map(|phrase| phrase.head())
            && (self.hint(of) | source::guess(grid.word(of))) & source::COLLECTIVE != 0
        {
            return SourceKind::Collective;
        }
        // *one of these groups* is a group.
        if of && grid.is_among(head, &ONE) {
            let of = grid.phrase_at(tokens.end() + 1).map(|phrase| phrase.head());
            let word = of.map(|head| grid.word(head).to_ascii_lowercase()).unwrap_or_default();
            if source::hint(WordKey::of(word.trim_end_matches('s'))) & (source::ORGANISATION | source::COLLECTIVE) != 0
                && word.ends_with('s')
                && source::hint(WordKey::of(word.trim_end_matches('s'))) & source::ORGANISATION != 0
            {
                return SourceKind::Organisation;
            }
        }
        if hint & source::ANONYMOUS != 0 || is_one(grid, head) || self.is_unnamed(tokens) {
            return SourceKind::Anonymous;
        }
        let kind = by_head(grid, head, hint);
        let one = || is_one(grid, tokens.start());
        let personal = || hint & source::PERSONAL != 0 && grid.is_among(tokens.start(), &A);
        if kind == SourceKind::Role && (one() || personal()) { SourceKind::Anonymous } else { kind }
    }

    /// Whether something beside the phrase keeps its people from being known.
    pub(super) fn is_unnamed(&self, tokens: TokenRange) -> bool {
        let grid = self.grid();
        let head = tokens.end().saturating_sub(1);
        let people = self.hint(head) & (source::COLLECTIVE | source::ROLE | source::PERSONAL) != 0;
        if tokens.range().any(|at| grid.is_among(at, &UNNAMED)) {
            return true;
        }
        let next = |offset: usize, word: &str| grid.small(tokens.end() + offset).as_str() == word;
        if people
            && grid.is_among(tokens.end(), &INFORMED)
            && (next(0, "familiar")
                || next(0, "briefed")
                || next(0, "close") && next(1, "to")
                || next(0, "with") && (1..4).any(|at| next(at, "knowledge")))
        {
            return true;
        }
        let subject = self.subjects.get(head).copied().unwrap_or_default();
        (people || grid.is(head, PERSONAL)) && subject && self.asks_not_to_be_named(tokens.end())
    }

    /// Whether the rest of the sentence speaks of anonymity.
    pub(super) fn asks_not_to_be_named(&self, from: usize) -> bool {
        let grid = self.grid();
        const REACH: usize = 50;
        let end = grid.end_of_sentence(from).min(from + REACH);
        let first = self.naming.partition_point(|&at| (at as usize) < from);
        let words = self.naming[first..].iter().map(|&at| at as usize).take_while(|&at| at < end);
        let denied = |until: usize| (from..=until).any(|at| grid.is(at, DENIAL));
        words.take(REACH).any(|at| grid.is(at, ANONYMITY) || denied(at))
    }
}

/// Whether a word with a capital is a name, not just the first of its sentence.
fn is_name(grid: &Grid<'_>, at: usize) -> bool {
    let read = names::is_inside(grid, at) || grid.upos(at) == Upos::Propn || grid.phrase_at(at).is_none();
    grid.is_capitalized(at) && read
}

static STAFF: KeyList<4> = KeyList::of(["team", "staff", "management", "crew"]);

/// The kind of source by the head noun.
fn by_head(grid: &Grid<'_>, head: usize, hint: u32) -> SourceKind {
    const KINDS: u32 = source::DOCUMENT | source::ORGANISATION | source::ROLE | source::COLLECTIVE | source::PERSONAL;
    let bits = if hint & KINDS != 0 {
        hint
    } else if names::is_from_place(grid.word(head)) {
        source::COLLECTIVE
    } else if hint & (source::BODY | source::PLACE) != 0 || is_name(grid, head) {
        source::ORGANISATION
    } else {
        source::guess(grid.word(head))
    };
    // *the Disease Control Team*
    let named = bits & source::COLLECTIVE != 0 && names::is_inside(grid, head) && grid.is_capitalized(head);
    if named && grid.is_among(head, &STAFF) {
        SourceKind::Organisation
    } else if bits & source::COLLECTIVE != 0 {
        SourceKind::Collective
    } else if bits & (source::ROLE | source::PERSONAL) != 0 {
        SourceKind::Role
    } else if bits & source::DOCUMENT != 0 {
        SourceKind::Document
    } else {
        SourceKind::Organisation
    }
}
