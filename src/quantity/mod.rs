//! Which numbers are claimed.

mod baseline;
mod change;
mod claim;
mod counted;
mod currency;
mod cursor;
mod digits;
mod draft;
mod magnitude;
mod modality;
mod model;
mod modifier;
mod multiplier;
mod non_claim;
mod number;
mod numeral;
mod parts;
mod period;
mod range;
mod rate;
mod repeats;
mod subject;
mod table;
mod unit;

pub use model::{Quantity, QuantityAnalysis, QuantityWarning};
pub use number::{Number, NumberError};
pub use parts::{
    Approximation, Baseline, BaselineKind, Bound, Denominator, DenominatorKind, Derived, Dimension, Direction, Marked,
    Modality, QuantityKind, Role, Unit, UnitKind, Value,
};

use crate::document::TokenKind;
use crate::{Analyzer, Document};
use cursor::Cursor;
use draft::Draft;

/// Finds which numbers are claimed.
#[derive(Clone, Debug, Default)]
pub struct Quantities {}

impl Quantities {
    /// With the default settings.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Analyzer for Quantities {
    type Output = QuantityAnalysis;

    fn analyze(&self, document: &Document) -> QuantityAnalysis {
        let cursor = Cursor::new(document);
        let mut drafts = drafts(&cursor);
        range::join(&cursor, &mut drafts);
        modifier::mark(&cursor, &mut drafts);
        range::join_bounds(&cursor, &mut drafts);
        drafts.iter_mut().for_each(|draft| multiplier::times(&cursor, draft));
        change::mark(&cursor, &mut drafts);
        shares(&cursor, &mut drafts);
        multiplier::compare(&cursor, &mut drafts);
        baseline::mark(&cursor, &mut drafts);
        period::mark(&cursor, &mut drafts);
        modality::mark(&cursor, &mut drafts);
        subject::mark(&cursor, &mut drafts);
        repeats::mark(&cursor, &mut drafts);
        let quantities = drafts.into_iter().map(|draft| draft.finish("a number")).collect();
        QuantityAnalysis { quantities, warnings: Vec::new() }
    }
}

/// The numbers of a document one by one, in order, disjoint.
fn drafts(cursor: &Cursor) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut at = 0;
    while at < cursor.len() {
        match draft_at(cursor, at) {
            Some(mut draft) => {
                // The sign or currency of a number may reach back; never into the number before it.
                let floor = drafts.last().map_or(0, |before| before.next);
                draft.first = draft.first.max(floor).min(at);
                at = draft.next.max(at + 1);
                drafts.push(draft);
            }
            None => at += 1,
        }
    }
    drafts
}

fn draft_at(cursor: &Cursor, at: usize) -> Option<Draft> {
    match cursor.kind(at)? {
        TokenKind::Number => {}
        TokenKind::Word if cursor.entry(at).is_some() || cursor.shape(at).has_digit() => {}
        TokenKind::Word if cursor.word(at).ends_with("fold") => return multiplier::word(cursor, at),
        TokenKind::Word if cursor.is_vague(at) => {}
        _ => return None,
    }
    let Some(numeral) = numeral::numeral(cursor, at) else { return multiplier::word(cursor, at) };
    non_claim::non_claim(cursor, &numeral).or_else(|| claim::claim(cursor, numeral))
}

/// Percentages of something are shares, unless they are changes.
fn shares(cursor: &Cursor, drafts: &mut [Draft]) {
    for draft in drafts.iter_mut().filter(|draft| draft.is_claim()) {
        let relative = draft.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Percent);
        if !relative || draft.denominator.is_some() {
            continue;
        }
        if cursor.is(draft.next, cursor::key!("of")) {
            claim::of(cursor, draft, draft.next + 1);
            if draft.role == Role::Level {
                draft.role = Role::Share;
            }
        }
    }
}
