//! The amounts of a document, which no other number measures.

use super::{LONGEST, nouns_before};
use crate::Span;
use crate::document::{TokenKind, Upos};
use crate::quantity::UnitKind;
use crate::quantity::cursor::Cursor;
use crate::quantity::draft::Draft;

/// The tokens of all amounts with a unit, in order: *68p* is never what another number measures.
pub(super) struct Amounts(Vec<(usize, usize)>);

impl Amounts {
    pub(super) fn of(drafts: &[Draft]) -> Self {
        let amount =
            |draft: &&Draft| draft.is_claim() && draft.unit.as_ref().is_some_and(|u| u.kind != UnitKind::Count);
        Self(drafts.iter().filter(amount).map(|draft| (draft.first, draft.next)).collect())
    }

    /// Where the amount that holds a token starts.
    fn start(&self, token: usize) -> Option<usize> {
        let before = self.0.partition_point(|&(first, _)| first <= token);
        self.0[..before].last().filter(|&&(_, next)| token < next).map(|&(first, _)| first)
    }

    /// The subject, unless it is another amount; then the nouns before that: *Unite Group, down 68p at 1,112p*.
    pub(super) fn spared(&self, cursor: &Cursor, draft: &Draft, found: Span) -> Option<Span> {
        const AMOUNTS: usize = 4;
        let floor = cursor.sentence(draft.first).start();
        let mut span = found;
        for _ in 0..AMOUNTS {
            let last = cursor.document.token_at(span.end().saturating_sub(1));
            let Some(start) = self.start(last).filter(|&start| start != draft.first) else {
                return Some(self.behind_the_last(cursor, span));
            };
            let skipped = |at: usize| {
                cursor.kind(at) == Some(TokenKind::Punctuation)
                    || cursor.upos(at) == Upos::Adp
                    || cursor.entry(at).is_some_and(|word| word.change_word.is_some())
            };
            let end = (floor..start).rev().take(LONGEST).find(|&at| !skipped(at))? + 1;
            span = nouns_before(cursor, end, floor)?;
        }
        None
    }

    /// What stands behind the last amount in a span, where a conjunction parts them: *rose 8 percent to 99 yuan and Foods*.
    fn behind_the_last(&self, cursor: &Cursor, span: Span) -> Span {
        let tokens = cursor.document.tokens_in(span);
        let end = tokens.end();
        let next = self.0[..self.0.partition_point(|&(first, _)| first < end)].last().map_or(0, |&(_, next)| next);
        let parted = cursor.upos(next) == Upos::Cconj || cursor.kind(next) == Some(TokenKind::Punctuation);
        if next <= tokens.start() || next + 1 >= end || !parted || cursor.is_hyphen(next) {
            return span;
        }
        cursor.tokens_span(next + 1, end)
    }
}
