//! What a number is set against: [`Denominator`], [`Baseline`], and what follows from both, [`Derived`].

use serde::{Deserialize, Serialize};

use super::Bound;
use crate::Span;
use crate::quantity::Number;

/// How a [`Denominator`] is expressed.
///
/// ```
/// assert_eq!(newsframe::quantity::DenominatorKind::OutOf.name(), "out_of");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DenominatorKind {
    /// *per 100,000, a barrel, an hour*.
    Per,
    /// *1 in 5, 59 out of 100*.
    OutOf,
    /// *12% of pupils, 300 of the 650 MPs*.
    Of,
}

named!(DenominatorKind { Per => "per", OutOf => "out_of", Of => "of" });

/// Of what a share is a share, for what a rate is a rate.
///
/// ```
/// use newsframe::quantity::DenominatorKind;
/// use newsframe::{Analyzer, Article, Document, Quantities};
///
/// let document = Document::new(Article::from_text("Oil rose to $60 a barrel.")?)?;
/// let found = Quantities::new().analyze(&document);
/// let barrel = found.quantities()[0].denominator().unwrap();
/// assert_eq!((barrel.kind(), barrel.name(), barrel.amount()), (DenominatorKind::Per, "barrel", None));
/// assert!(document.slice(barrel.span()).ends_with("barrel"));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Denominator {
    pub(crate) kind: DenominatorKind,
    pub(crate) amount: Option<Number>,
    pub(crate) name: String,
    pub(crate) span: Span,
}

impl Denominator {
    /// How it is expressed.
    pub fn kind(&self) -> DenominatorKind {
        self.kind
    }

    /// Its number, if it has one: 5 in *1 in 5*.
    pub fn amount(&self) -> Option<Number> {
        self.amount
    }

    /// What it counts in, in the singular: `barrel`, `year`, `pupil` (*one in five pupils*); for *of* the words of the text; may be empty.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The characters that name it, without *per* or *of*.
    pub fn span(&self) -> Span {
        self.span
    }
}

/// What a [`Baseline`] is.
///
/// ```
/// assert_eq!(newsframe::quantity::BaselineKind::Time.name(), "time");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BaselineKind {
    /// An earlier time: *a year earlier, since 2020*.
    Time,
    /// A number: *from 50 per cent*.
    Level,
    /// Another thing: *April's gains, than men*.
    Other,
}

named!(BaselineKind { Time => "time", Level => "level", Other => "other" });

/// What a change, ratio or multiplier is compared with.
///
/// ```
/// use newsframe::quantity::{BaselineKind, Number};
/// use newsframe::{Analyzer, Article, Document, Quantities};
///
/// let document = Document::new(Article::from_text("Turnout rose to 60 per cent from 50 per cent.")?)?;
/// let found = Quantities::new().analyze(&document);
/// let baseline = found.iter().find_map(|quantity| quantity.baseline()).unwrap();
/// assert_eq!((baseline.kind(), baseline.value()), (BaselineKind::Level, Some(Number::from(50))));
/// assert!(document.slice(baseline.span()).contains("50"));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Baseline {
    pub(crate) kind: BaselineKind,
    pub(crate) value: Option<Number>,
    pub(crate) span: Span,
}

impl Baseline {
    /// What it is.
    pub fn kind(&self) -> BaselineKind {
        self.kind
    }

    /// Its number, if it is a level.
    pub fn value(&self) -> Option<Number> {
        self.value
    }

    /// The characters that name it.
    pub fn span(&self) -> Span {
        self.span
    }
}

/// A number that the text does not state and that follows from what it states.
///
/// *173 square miles, more than double April's gains*: April's gains were less than 86.5 square miles.
///
/// ```
/// use newsframe::quantity::{Bound, Number};
/// use newsframe::{Analyzer, Article, Document, Quantities};
///
/// let document = Document::new(Article::from_text("The army took 170 square miles, more than double April’s gains.")?)?;
/// let found = Quantities::new().analyze(&document);
/// let derived = found.iter().find_map(|quantity| quantity.derived()).unwrap();
/// assert_eq!(document.slice(derived.of()), "April’s gains");
/// assert_eq!((derived.value(), derived.bound()), (Number::from(85), Some(Bound::LessThan)));
/// assert_eq!(derived.unit(), Some("square mile"));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Derived {
    pub(crate) of: Span,
    pub(crate) bound: Option<Bound>,
    pub(crate) value: Number,
    pub(crate) unit: Option<String>,
}

impl Derived {
    /// What the number is the value of: *April's gains*.
    pub fn of(&self) -> Span {
        self.of
    }

    /// How exact it is.
    pub fn bound(&self) -> Option<Bound> {
        self.bound
    }

    /// The number.
    pub fn value(&self) -> Number {
        self.value
    }

    /// The name of its unit.
    pub fn unit(&self) -> Option<&str> {
        self.unit.as_deref()
    }
}
