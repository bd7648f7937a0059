//! Ranks told as a range.
//!
//! # What it finds
//! Two ordinals behind a verb of ranking: `ranks between the tenth and the fifteenth`, `placed higher than 10th but lower than 15th`.
//!
//! # Why it matters
//! A single ordinal names a thing; a range of ranks claims how good something is.
//!
//! # Examples
//! `The school ranks between 10th and 15th in the county.`
//!
//! # Counter-examples
//! `between the tenth and the fifteenth of May` is a date; `came third` a single ordinal.
//!
//! # Known limits
//! Two ranks before and after (*fell from third to tenth*) stay two ordinals.

use super::cursor::{Cursor, key, keys};
use super::draft::Draft;
use super::table::Class;
use super::{QuantityKind, Role, Value};
use crate::WordKey;

const RANKING: &[WordKey] = &keys!("rank ranks ranked ranking placed places finish finished come came");

const BETTER: &[WordKey] = &keys!("higher better above");
const WORSE: &[WordKey] = &keys!("lower worse below");

/// How far before the first ordinal the verb may stand, in tokens.
const FARTHEST: usize = 6;

/// Joins two ordinals that are the ends of a range of ranks.
pub(super) fn join(cursor: &Cursor, drafts: &mut Vec<Draft>) {
    drafts.dedup_by(|draft, before| match range(cursor, before, draft) {
        Some(range) => {
            *before = range;
            true
        }
        None => false,
    });
}

fn range(cursor: &Cursor, first: &Draft, last: &Draft) -> Option<Draft> {
    if first.kind != QuantityKind::Ordinal || last.kind != QuantityKind::Ordinal {
        return None;
    }
    let (low, high) = (first.value.exact()?, last.value.exact()?);
    let (opener, link) = (before_article(cursor, first.first)?, before_article(cursor, last.first)?);
    let between = cursor.is(opener, key!("between")) && cursor.is(link, key!("and")) && link == first.next;
    if !between && !are_bounds(cursor, first.next, opener, link) {
        return None;
    }
    let sentence = cursor.sentence(first.first);
    let verb = (opener.saturating_sub(FARTHEST).max(sentence.start())..opener).any(|at| cursor.is_any(at, RANKING));
    if !verb || last.first >= sentence.end() {
        return None;
    }
    let mut range = last.clone();
    range.kind = QuantityKind::Claim;
    range.role = Role::Rank;
    range.rule = "quantity/rank";
    range.value = Value::Interval { first: low.min(high), last: low.max(high) };
    range.first = first.first;
    range.modified_from = opener;
    range.numeral.first = first.numeral.first;
    range.number = first.number.cover(last.number);
    range.span = first.span.cover(last.span);
    Some(range)
}

/// *higher than* before the first ordinal, *but lower than* before the second, or the other way round.
fn are_bounds(cursor: &Cursor, next: usize, opener: usize, link: usize) -> bool {
    let than = |at: usize| cursor.is(at, key!("than")) && at > 0;
    let joined = link == next + 2 && cursor.is_any(next, &keys!("but and"));
    let opposite = |one: &[WordKey], other: &[WordKey]| {
        cursor.is_any(opener.saturating_sub(1), one) && cursor.is_any(link - 1, other)
    };
    joined && than(opener) && than(link) && (opposite(BETTER, WORSE) || opposite(WORSE, BETTER))
}

/// The token before an ordinal and its article.
fn before_article(cursor: &Cursor, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    if cursor.in_class(before, Class::Determiner) { before.checked_sub(1) } else { Some(before) }
}

#[cfg(test)]
mod tests {
    use crate::{Analyzer, Article, Document, Quantities};

    #[test]
    fn ranks_are_claims_only_as_a_range() {
        for (text, roles) in [
            ("The school ranks between the tenth and the fifteenth in the county.", "rank"),
            ("Her boat was ranked higher than the 10th but lower than the 15th.", "rank"),
            ("The fair runs between the tenth and the fifteenth of May.", ""),
            ("She came third and her sister fourth.", ""),
        ] {
            let document = Document::new(Article::from_text(text).unwrap()).unwrap();
            let found = Quantities::new().analyze(&document);
            let claims: Vec<&str> = found.claims().map(|claim| claim.role().name()).collect();
            assert_eq!(claims.join(" "), roles, "{text}");
        }
    }
}
