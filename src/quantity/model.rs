//! [`Quantity`], [`QuantityWarning`] and [`QuantityAnalysis`]: what the analyzer finds.

use serde::{Deserialize, Serialize};

use super::{
    Approximation, Baseline, Bound, Denominator, Derived, Direction, HeadlineNumber, Marked, Modality, Number,
    QuantityKind, Role, Unit, UnitKind, Value,
};
use crate::finding::finding_by_fields;
use crate::wording::Wording;
use crate::{Confidence, RuleId, Span};

/// One number of the text, and what it claims: value, unit, role, what is measured, and compared with what.
///
/// Every part is a field of its own with the characters it rests on. A number that claims nothing (a date, an ordinal, a
/// telephone number) is kept with its [`kind`](Quantity::kind). Who claims it is for the
/// [`Analysis`](crate::quantity) that joins all findings to say.
///
/// ```
/// use newsframe::quantity::{Bound, Number, Value};
/// use newsframe::{Analyzer, Article, Document, Quantities};
///
/// let document = Document::new(Article::from_text("The fire destroyed more than 700 homes.")?)?;
/// let found = Quantities::new().analyze(&document);
/// let homes = found.iter().next().unwrap();
/// assert_eq!(homes.value(), Value::Exact(Number::from(700)));
/// assert_eq!(homes.unit().unwrap().name(), "home");
/// assert_eq!(homes.bound().unwrap().value, Bound::MoreThan);
/// assert_eq!(document.slice(homes.bound().unwrap().span), "more than");
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Quantity {
    pub(crate) span: Span,
    pub(crate) kind: QuantityKind,
    pub(crate) value: Kept,
    pub(crate) number: Span,
    pub(crate) bound: Option<Marked<Bound>>,
    pub(crate) approximator: Option<Marked<Approximation>>,
    pub(crate) unit: Option<Box<Unit>>,
    pub(crate) role: Role,
    pub(crate) direction: Option<Marked<Direction>>,
    pub(crate) subject: Option<Span>,
    pub(crate) denominator: Option<Box<Denominator>>,
    pub(crate) baseline: Option<Box<Baseline>>,
    pub(crate) period: Option<Span>,
    pub(crate) modality: Option<Marked<Modality>>,
    pub(crate) derived: Option<Box<Derived>>,
    pub(crate) repeats: Option<Span>,
    pub(crate) rule: RuleId,
    pub(crate) evidence: Box<[Span]>,
    pub(crate) confidence: Confidence,
    pub(crate) reason: Wording,
}

/// A value in the room of one number: nearly all are exact, and the others take thrice as much.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(from = "Value", into = "Value")]
pub(crate) enum Kept {
    Exact(Number),
    Other(Box<Value>),
}

impl Kept {
    fn get(&self) -> Value {
        match self {
            Self::Exact(number) => Value::Exact(*number),
            Self::Other(value) => **value,
        }
    }
}

impl From<Value> for Kept {
    fn from(value: Value) -> Self {
        match value {
            Value::Exact(number) => Self::Exact(number),
            value => Self::Other(Box::new(value)),
        }
    }
}

impl From<Kept> for Value {
    fn from(kept: Kept) -> Self {
        kept.get()
    }
}

impl Quantity {
    /// Whether it is a claim, or which other sort of number.
    pub fn kind(&self) -> QuantityKind {
        self.kind
    }

    /// The value: the number meant, so 4000000000 for *$4bn* and 40 for *40%*.
    pub fn value(&self) -> Value {
        self.value.get()
    }

    /// The characters of the number itself, with its sign and scale word: *4bn* of *$4bn*.
    pub fn number(&self) -> Span {
        self.number
    }

    /// *more than, up to, at least …*
    pub fn bound(&self) -> Option<Marked<Bound>> {
        self.bound
    }

    /// *about, roughly, nearly …*
    pub fn approximator(&self) -> Option<Marked<Approximation>> {
        self.approximator
    }

    /// The unit; `None` for a bare number.
    pub fn unit(&self) -> Option<&Unit> {
        self.unit.as_deref()
    }

    /// What the number does: level, change, share, rate, …
    pub fn role(&self) -> Role {
        self.role
    }

    /// Which way a change goes, or the one that led to a level (*climbed to 6.7%*), and the word that says so.
    pub fn direction(&self) -> Option<Marked<Direction>> {
        self.direction
    }

    /// The words that name what is measured.
    pub fn subject(&self) -> Option<Span> {
        self.subject
    }

    /// Of what it is a share, for what it is a rate.
    pub fn denominator(&self) -> Option<&Denominator> {
        self.denominator.as_deref()
    }

    /// What it is compared with.
    pub fn baseline(&self) -> Option<Baseline> {
        self.baseline.as_deref().copied()
    }

    /// The time it holds for: *last month*, *in the year to April*.
    pub fn period(&self) -> Option<Span> {
        self.period
    }

    /// Forecast, target, possible, reported or denied; `None` for a plain statement.
    pub fn modality(&self) -> Option<Marked<Modality>> {
        self.modality
    }

    /// What follows from it and is not stated.
    pub fn derived(&self) -> Option<&Derived> {
        self.derived.as_deref()
    }

    /// The span of the quantity it says again in another unit or notation: *(11 km)* behind *seven miles*. Count only
    /// quantities without one.
    pub fn repeats(&self) -> Option<Span> {
        self.repeats
    }

    /// The value in the SI unit of its dimension: 448 km² for *173 square miles*, in m².
    ///
    /// ```
    /// use newsframe::{Analyzer, Article, Document, Quantities};
    ///
    /// let document = Document::new(Article::from_text("The lake is 3 km long.")?)?;
    /// let found = Quantities::new().analyze(&document);
    /// assert_eq!(found.iter().next().unwrap().si_value().unwrap().exact(), Some(3000.into()));
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn si_value(&self) -> Option<Value> {
        let Some(UnitKind::Measure { si: Some(si), offset, .. }) = self.unit().map(Unit::kind) else {
            return None;
        };
        Some(self.value().map(|number| number.times(*si)?.plus(offset.unwrap_or(Number::ZERO))))
    }
}

/// Something a reader should know about how a number is used: no baseline, a maximum told as typical, arithmetic that does
/// not work out.
///
/// Neutral: it says what is missing or what does not fit, never that a claim is false.
///
/// ```
/// use newsframe::{Analyzer, Article, Document, Finding, Quantities};
///
/// let document = Document::new(Article::from_text("Crime rose by 40%.")?)?;
/// let found = Quantities::new().analyze(&document);
/// let warning = &found.warnings()[0];
/// assert!(document.slice(warning.span()).contains("40%"));
/// assert!(!warning.reason().is_empty());
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct QuantityWarning {
    pub(crate) span: Span,
    pub(crate) rule: RuleId,
    pub(crate) evidence: Vec<Span>,
    pub(crate) confidence: Confidence,
    pub(crate) reason: String,
}

finding_by_fields!(Quantity, QuantityWarning);

/// What [`Quantities`](crate::Quantities) found in a document: quantities and warnings, each in order of the text.
///
/// ```
/// use newsframe::{Analyzer, Article, Document, Quantities};
///
/// let document = Document::new(Article::from_text("On 3 May 2021 the fire destroyed 700 homes.")?)?;
/// let found = Quantities::new().analyze(&document);
/// assert_eq!((found.len(), found.claims().count()), (2, 1));
/// assert!(!found.is_empty() && found.warnings().is_empty());
/// assert_eq!(found.iter().next(), found.quantities().first());
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuantityAnalysis {
    pub(crate) quantities: Vec<Quantity>,
    pub(crate) warnings: Vec<QuantityWarning>,
    #[serde(default)]
    pub(crate) headline: Vec<HeadlineNumber>,
}

impl QuantityAnalysis {
    /// All numbers, claims and others; sorted, disjoint.
    pub fn quantities(&self) -> &[Quantity] {
        &self.quantities
    }

    /// The numbers that claim something, each once: without dates, ordinals and the like, and without conversions.
    pub fn claims(&self) -> impl Iterator<Item = &Quantity> {
        self.iter().filter(|quantity| quantity.kind().is_claim() && quantity.repeats().is_none())
    }

    /// The warnings, sorted.
    pub fn warnings(&self) -> &[QuantityWarning] {
        &self.warnings
    }

    /// The numbers of the headline, each with how it follows from the body; empty without headline.
    ///
    /// ```
    /// use newsframe::quantity::HeadlineRelation;
    /// use newsframe::{Analyzer, Article, Document, Quantities};
    ///
    /// let article = Article::builder().headline("Fire destroys 700 homes").body("The fire destroyed 698 homes.").build()?;
    /// let document = Document::new(article)?;
    /// let found = Quantities::new().analyze(&document);
    /// assert_eq!(found.headline()[0].relation(), HeadlineRelation::Rounded);
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn headline(&self) -> &[HeadlineNumber] {
        &self.headline
    }

    /// The number of quantities.
    pub fn len(&self) -> usize {
        self.quantities.len()
    }

    /// Whether no quantity was found.
    pub fn is_empty(&self) -> bool {
        self.quantities.is_empty()
    }

    /// The quantities.
    pub fn iter(&self) -> std::slice::Iter<'_, Quantity> {
        self.quantities.iter()
    }
}

impl<'a> IntoIterator for &'a QuantityAnalysis {
    type Item = &'a Quantity;
    type IntoIter = std::slice::Iter<'a, Quantity>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
