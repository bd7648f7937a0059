//! Units left out: a number that counts what the number before it counts.
//!
//! # What it finds
//! A bare number in a comparison (`22 burglaries, compared with 20 a week before`), the second of two levels (`from 14 mpg to
//! 24`), and the second of two parallel amounts (`435 homes by open sale and 187 by tender`, `killed 12 people and wounded 30`) has
//! the unit of the first.
//!
//! # Why it matters
//! A comparison is the claim; without its unit one side of it says nothing.
//!
//! # Examples
//! `460 vehicles were stolen, compared with 63 last year`: both count *vehicle*.
//!
//! # Counter-examples
//! `Turnout rose 4% to 61`: a percentage is not carried on. `12 ministers met 30 envoys`: the second counts its own.
//!
//! # Known limits
//! Only within a sentence, and only from the number directly before.

use super::cursor::{Cursor, key, keys};
use super::draft::Draft;
use super::{UnitKind, Value};
use crate::document::{TokenKind, Upos, VerbForm};

/// How far before the number the one with the unit is looked for, in tokens.
const FARTHEST: usize = 25;

/// Gives bare numbers the unit of the number before them, where the wording carries it on.
pub(super) fn units(cursor: &Cursor, drafts: &mut [Draft]) {
    for index in 1..drafts.len() {
        let (before, rest) = drafts.split_at_mut(index);
        let (Some(first), Some(draft)) = (before.last(), rest.first_mut()) else { continue };
        if is_bare(cursor, draft) && carries(cursor, first, draft) {
            draft.unit.clone_from(&first.unit);
        }
    }
}

/// Whether nothing behind the number can be its unit.
fn is_bare(cursor: &Cursor, draft: &Draft) -> bool {
    let behind = cursor.kind(draft.next).is_none_or(|kind| kind == TokenKind::Punctuation)
        || matches!(cursor.upos(draft.next), Upos::Adp | Upos::Adv | Upos::Sconj | Upos::Det);
    draft.is_claim()
        && draft.unit.is_none()
        && draft.denominator.is_none()
        && !draft.numeral.is_fraction
        && matches!(draft.value, Value::Exact(_))
        && behind
}

fn carries(cursor: &Cursor, first: &Draft, draft: &Draft) -> bool {
    let from = draft.modified_from;
    let near = from >= first.next
        && from - first.next <= FARTHEST
        && cursor.document.sentence_of(first.first) == cursor.document.sentence_of(draft.first);
    let counted = first.is_claim()
        && first.unit.as_ref().is_some_and(|u| matches!(u.kind, UnitKind::Count | UnitKind::Measure { .. }));
    let Some(at) = from.checked_sub(1).filter(|_| near && counted) else { return false };
    let compared = cursor.is_any(at, &keys!("against versus"))
        || cursor.is_any(at, &keys!("with to")) && at > 0 && cursor.is(at - 1, key!("compared"));
    let levels = cursor.is(at, key!("to")) && first.next.max(first.reach) == at;
    let behind_first = first.next.max(first.reach);
    let parallel = cursor.is_any(at, &keys!("and or but"))
        && cursor.upos(draft.next) == Upos::Adp
        && cursor.key(behind_first) == cursor.key(draft.next);
    // killed 12 people and wounded 30
    let second_verb =
        cursor.tag(at).form.is_some_and(|form| matches!(form, VerbForm::Vbd | VerbForm::Vbg | VerbForm::Vbn))
            && behind_first + 1 == at
            && cursor.is(behind_first, key!("and"));
    compared || levels || parallel || second_verb
}

#[cfg(test)]
mod tests {
    use crate::{Analyzer, Article, Document, Quantities};

    #[test]
    fn units_are_carried_on_where_the_wording_says_so() {
        for (text, units) in [
            (
                "Police counted 460 stolen vehicles, compared with 63 during the spring.",
                ["stolen vehicle", "stolen vehicle"],
            ),
            ("The sale offers 435 homes by open bid and 187 by tender.", ["home", "home"]),
            ("Range fell from 40 miles to 24 in the cold.", ["mile", "mile"]),
            ("The blast killed 12 people and wounded 30.", ["person", "person"]),
            ("Turnout rose 4% to 61 in the north.", ["percent", ""]),
            ("The 12 ministers met 30 envoys.", ["minister", "envoy"]),
            ("She sold 9 paintings and 3 in May.", ["painting", ""]),
        ] {
            let document = Document::new(Article::from_text(text).unwrap()).unwrap();
            let found = Quantities::new().analyze(&document);
            let claims = found.claims().map(|claim| claim.unit().map_or("", |unit| unit.name()));
            let names: Vec<&str> = claims.collect();
            assert!(names == units || names == units[..1], "{text}: {names:?}");
        }
    }
}
