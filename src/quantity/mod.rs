//! Which numbers are claimed: [`Quantities`] finds every number of a text, types it, and ties it to what it measures.
//!
//! A [`Quantity`] keeps value, unit, bound, approximator, role, direction, subject, denominator, baseline, period and modality
//! in fields of their own, each with the characters it rests on. Numbers that claim nothing (dates, ordinals, names, …) are
//! found, too, and kept apart by their [`QuantityKind`]. [`QuantityWarning`]s say what a reader should know about a number: no
//! base, no period, arithmetic that does not work out. Everything rests on rules over tokens, tags and the data files in
//! `src/quantity/data`; there is no parser and no model.
//!
//! ```
//! use newsframe::quantity::{Direction, Role};
//! use newsframe::{Analyzer, Article, Document, Finding, Quantities};
//!
//! let text = "Complaints rose 50 per cent, from 200 to 260, the regulator said.";
//! let document = Document::new(Article::from_text(text)?)?;
//! let found = Quantities::new().analyze(&document);
//! let rise = &found.quantities()[0];
//! assert_eq!((rise.role(), rise.direction().unwrap().value), (Role::Change, Direction::Up));
//! assert_eq!(document.slice(rise.subject().unwrap()), "Complaints");
//! assert!(found.warnings()[0].reason().contains("(260 − 200) ÷ 200 is 30%"));
//! # Ok::<(), newsframe::Error>(())
//! ```
//!
//! Literature: Best (2001), Blastland & Dilnot (2007) and Gigerenzer et al. (2007) on numbers in the news; Channell (1994) and
//! Krifka (2007) on vague and round numbers; Almasian et al. (2023) and Huang et al. (2024) on their extraction.

mod baseline;
mod change;
mod claim;
mod counted;
mod currency;
mod cursor;
mod digits;
mod draft;
mod ellipsis;
mod headline;
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
mod rank;
mod rate;
mod repeats;
mod rules;
mod subject;
mod table;
mod tags;
mod unit;
mod warnings;
mod words;

pub use headline::{HeadlineNumber, HeadlineRelation};
pub use model::{Quantity, QuantityAnalysis, QuantityWarning};
pub use number::{Number, NumberError};
pub use parts::{
    Approximation, Baseline, BaselineKind, Bound, Denominator, DenominatorKind, Derived, Dimension, Direction, Marked,
    Modality, QuantityKind, Role, Unit, UnitKind, Value,
};

use crate::error::Kind;
use crate::{Analyzer, Document, Result};
use cursor::Cursor;
use draft::Draft;

/// Finds which numbers are claimed, and warns of how they are used.
///
/// Cheap to make and to clone. *Resource usage*: time and memory linear in the text; the tables are read at first use in a few
/// milliseconds.
///
/// ```
/// use newsframe::{Analyzer, Article, Document, Quantities};
///
/// let document = Document::new(Article::from_text("It cost £4bn, a third of the budget.")?)?;
/// assert_eq!(Quantities::new().analyze(&document).claims().count(), 2);
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Quantities {
    disabled: Vec<&'static str>,
}

/// Settings of [`Quantities`].
///
/// ```
/// use newsframe::Quantities;
///
/// let quiet = Quantities::builder().disable("quantity/maximum-as-typical").build()?;
/// assert!(Quantities::builder().disable("quantity/nonsense").build().is_err());
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct QuantitiesBuilder {
    disabled: Vec<String>,
}

impl QuantitiesBuilder {
    /// Switches a rule off by its id: its quantities or warnings are not reported, all others stay as they are.
    #[must_use]
    pub fn disable(mut self, rule: impl Into<String>) -> Self {
        self.disabled.push(rule.into());
        self
    }

    /// The analyzer with these settings.
    ///
    /// # Errors
    /// If there is no rule of an id that was switched off.
    pub fn build(self) -> Result<Quantities> {
        let disabled = self.disabled.into_iter().map(|rule| {
            rules::known(&rule).ok_or_else(|| {
                Kind::Setting { setting: "disable", problem: format!("there is no rule `{rule}`") }.into()
            })
        });
        Ok(Quantities { disabled: disabled.collect::<Result<_>>()? })
    }
}

impl Quantities {
    /// With the default settings: all rules on.
    pub fn new() -> Self {
        Self::default()
    }

    /// To change the settings.
    pub fn builder() -> QuantitiesBuilder {
        QuantitiesBuilder::default()
    }

    /// What a rule finds, in one line; `None` if there is no such rule.
    ///
    /// ```
    /// use newsframe::Quantities;
    ///
    /// assert!(Quantities::explain("quantity/two-values").unwrap().contains("one thing"));
    /// ```
    pub fn explain(rule: &str) -> Option<&'static str> {
        rules::explain(rule)
    }

    /// The ids of all rules, those of quantities first.
    ///
    /// ```
    /// use newsframe::Quantities;
    ///
    /// assert!(Quantities::rules().all(|rule| Quantities::explain(rule).is_some()));
    /// ```
    pub fn rules() -> impl Iterator<Item = &'static str> {
        rules::RULES.into_iter().map(|(id, _)| id)
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
        ellipsis::units(&cursor, &mut drafts);
        drafts.iter_mut().for_each(|draft| multiplier::times(&cursor, draft));
        change::mark(&cursor, &mut drafts);
        shares(&cursor, &mut drafts);
        rank::join(&cursor, &mut drafts);
        multiplier::compare(&cursor, &mut drafts);
        baseline::mark(&cursor, &mut drafts);
        period::mark(&cursor, &mut drafts);
        modality::mark(&cursor, &mut drafts);
        subject::mark(&cursor, &mut drafts);
        repeats::mark(&cursor, &mut drafts);
        let headline = headline::compare(&cursor, &drafts);
        let scene = warnings::Scene { cursor: &cursor, drafts: &drafts, headline: &headline };
        let warnings = warnings::warnings(&scene, &self.disabled);
        let count = drafts.len();
        let on = drafts.iter_mut().filter(|draft| rules::is_on(&self.disabled, draft.rule));
        let mut quantities = Vec::with_capacity(count);
        quantities.extend(on.map(Draft::finish));
        quantities.shrink_to_fit();
        QuantityAnalysis { quantities, warnings, headline }
    }
}

/// The numbers of a document one by one, in order, disjoint.
fn drafts(cursor: &Cursor) -> Vec<Draft> {
    let starts = cursor.number_starts();
    // About one start in two is one of a number. Drafts are large: their list had better not move often.
    let mut drafts: Vec<Draft> = Vec::with_capacity(starts.len() / 2);
    let mut next = 0;
    let mut sentence = cursor.in_sentence(next);
    for at in starts.into_iter().map(|at| at as usize) {
        if at < next {
            continue;
        }
        if at >= sentence.len() {
            sentence = cursor.in_sentence(at);
        }
        if let Some(mut draft) = draft_at(&sentence, at) {
            // The sign or currency of a number may reach back; never into the number before it.
            let floor = drafts.last().map_or(0, |before| before.next);
            draft.first = draft.first.max(floor).min(at);
            draft.modified_from = draft.modified_from.min(draft.first);
            next = draft.next.max(at + 1);
            drafts.push(draft);
        }
    }
    drafts
}

/// The number at a token, with a cursor that ends with its sentence: what stands in the next one is not part of it.
fn draft_at(cursor: &Cursor, at: usize) -> Option<Draft> {
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
