//! The parts of a quantity: value, bound, approximation, unit, role, direction, denominator, baseline.

use serde::{Deserialize, Serialize};

use super::Number;
use crate::Span;

macro_rules! named {
    ($type:ident { $($variant:ident => $name:literal),+ $(,)? }) => {
        impl $type {
            /// The name used in output.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name),+
                }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

mod comparison;
mod unit;

pub use comparison::{Baseline, BaselineKind, Denominator, DenominatorKind, Derived};
pub use unit::{Dimension, Unit, UnitKind};

/// What the text says, and where it says so.
///
/// ```
/// use newsframe::quantity::Bound;
/// use newsframe::{Analyzer, Article, Document, Quantities};
///
/// let document = Document::new(Article::from_text("At least 700 homes burned.")?)?;
/// let found = Quantities::new().analyze(&document);
/// let bound = found.quantities()[0].bound().unwrap();
/// assert_eq!((bound.value, document.slice(bound.span)), (Bound::AtLeast, "At least"));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Marked<T> {
    /// What is said.
    pub value: T,
    /// Where.
    pub span: Span,
}

impl<T> Marked<T> {
    pub(crate) fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// The number of a [`Quantity`](super::Quantity).
///
/// ```
/// use newsframe::quantity::{Number, Value};
///
/// let range = Value::Interval { first: Number::from(7), last: Number::from(5) };
/// assert_eq!(range.low(), Some(Number::from(5)));
/// assert_eq!(range.exact(), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Value {
    /// One number: *1,463*, *a third*, *two dozen*.
    Exact(Number),
    /// Two numbers in the order of the text: the ends of a range (*3 to 5 million*), or both levels of a change
    /// (*from 252 to 287*; the role tells).
    Interval {
        /// The number named first.
        first: Number,
        /// The number named last.
        last: Number,
    },
    /// A vague number word with the range readers take it for: *scores of*, *dozens*, *several hundred*.
    Vague {
        /// What the word counts in: 20 for *scores*, 12 for *dozens*.
        base: Number,
        /// The least it is used for.
        low: Number,
        /// The most it is used for.
        high: Number,
    },
    /// A number too large or too small to be kept: more than 38 digits, or beyond 10⁹⁹.
    Overflow,
}

impl Value {
    /// The number, if it is one.
    pub fn exact(self) -> Option<Number> {
        match self {
            Self::Exact(number) => Some(number),
            _ => None,
        }
    }

    /// The number or the lower end.
    pub fn low(self) -> Option<Number> {
        match self {
            Self::Exact(number) => Some(number),
            Self::Interval { first, last } => Some(first.min(last)),
            Self::Vague { low, .. } => Some(low),
            Self::Overflow => None,
        }
    }

    /// The number or the upper end.
    pub fn high(self) -> Option<Number> {
        match self {
            Self::Exact(number) => Some(number),
            Self::Interval { first, last } => Some(first.max(last)),
            Self::Vague { high, .. } => Some(high),
            Self::Overflow => None,
        }
    }

    /// With each number changed; overflow if one does not fit.
    pub(crate) fn map(self, change: impl Fn(Number) -> Option<Number>) -> Self {
        let changed = match self {
            Self::Exact(number) => change(number).map(Self::Exact),
            Self::Interval { first, last } => {
                change(first).zip(change(last)).map(|(first, last)| Self::Interval { first, last })
            }
            Self::Vague { base, low, high } => change(base)
                .zip(change(low))
                .zip(change(high))
                .map(|((base, low), high)| Self::Vague { base, low, high }),
            Self::Overflow => None,
        };
        changed.unwrap_or(Self::Overflow)
    }
}

/// What the text says about how far the true number may be from the one named. Not an [`Approximation`]: *up to 500* claims
/// nothing below.
///
/// ```
/// use newsframe::quantity::Bound;
///
/// assert!(Bound::AtLeast.is_lower() && !Bound::UpTo.is_lower());
/// assert_eq!(Bound::UpTo.name(), "up_to");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Bound {
    /// *more than, over, above*.
    MoreThan,
    /// *at least, no fewer than, or more*.
    AtLeast,
    /// *less than, under, below, sub-*.
    LessThan,
    /// *at most, no more than, or less*.
    AtMost,
    /// *up to, as much as*: a maximum that is named, which few may reach.
    UpTo,
}

named!(Bound {
    MoreThan => "more_than",
    AtLeast => "at_least",
    LessThan => "less_than",
    AtMost => "at_most",
    UpTo => "up_to",
});

impl Bound {
    /// Whether the true number lies above the one named.
    pub const fn is_lower(self) -> bool {
        matches!(self, Self::MoreThan | Self::AtLeast)
    }
}

/// On which side of the number named the true one is said to lie (Channell 1994).
///
/// ```
/// use newsframe::quantity::Approximation;
/// use newsframe::{Analyzer, Article, Document, Quantities};
///
/// let document = Document::new(Article::from_text("Nearly 700 homes burned.")?)?;
/// let found = Quantities::new().analyze(&document);
/// assert_eq!(found.quantities()[0].approximator().unwrap().value, Approximation::Below);
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Approximation {
    /// *about, around, roughly, some*: on either side.
    Around,
    /// *nearly, almost, close to*: a little below.
    Below,
    /// *just over, a little more than*: a little above.
    Above,
}

named!(Approximation { Around => "around", Below => "below", Above => "above" });

/// What a number does in its sentence.
///
/// ```
/// use newsframe::quantity::{Direction, Role};
/// use newsframe::{Analyzer, Article, Document, Quantities};
///
/// let document = Document::new(Article::from_text("Sales rose by 12% from a year earlier.")?)?;
/// let found = Quantities::new().analyze(&document);
/// let rise = &found.quantities()[0];
/// assert_eq!((rise.role(), rise.direction().unwrap().value), (Role::Change, Direction::Up));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Role {
    /// How much there is: *5.3 million unemployed*.
    Level,
    /// By how much it changed: *up 40%*.
    Change,
    /// One number over another that is not a part of a whole: *a student-teacher ratio of 15*.
    Ratio,
    /// A part of a whole: *12% of pupils*, *one in eight*.
    Share,
    /// So much for each unit of something else: *$60 a barrel*.
    Rate,
    /// How many times as much: *three times as many*, *doubled*.
    Multiplier,
    /// A place in an order.
    Rank,
}

named!(Role {
    Level => "level",
    Change => "change",
    Ratio => "ratio",
    Share => "share",
    Rate => "rate",
    Multiplier => "multiplier",
    Rank => "rank",
});

/// Which way a change goes.
///
/// ```
/// assert_eq!(newsframe::quantity::Direction::Down.name(), "down");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// *rose, up, increase*.
    Up,
    /// *fell, down, decline*.
    Down,
}

named!(Direction { Up => "up", Down => "down" });

/// How a number relates to what is the case.
///
/// ```
/// use newsframe::quantity::Modality;
/// use newsframe::{Analyzer, Article, Document, Quantities};
///
/// let document = Document::new(Article::from_text("The bridge could cost £40 million.")?)?;
/// let found = Quantities::new().analyze(&document);
/// assert_eq!(found.quantities()[0].modality().unwrap().value, Modality::Possible);
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Modality {
    /// Expected: *will cost, is forecast to reach*.
    Forecast,
    /// Wanted or planned: *aims to build, a target of*.
    Target,
    /// Thought possible: *could reach, may cost*.
    Possible,
    /// At second hand: *reportedly, an estimated*.
    Reported,
    /// Denied: *did not spend, not*.
    Denied,
}

named!(Modality {
    Forecast => "forecast",
    Target => "target",
    Possible => "possible",
    Reported => "reported",
    Denied => "denied",
});

/// What sort of number it is: a claim, or one that claims nothing.
///
/// ```
/// use newsframe::quantity::QuantityKind;
///
/// assert!(QuantityKind::Age.is_claim() && !QuantityKind::Date.is_claim());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum QuantityKind {
    /// An amount, count, share, change or other claim.
    Claim,
    /// How old somebody or something is: *Ana Ruiz, 34*. A claim of a special sort.
    Age,
    /// A date or year.
    Date,
    /// A time of day.
    Time,
    /// A place in an order: *third*, *21st*.
    Ordinal,
    /// The result of a match: *won 3-0*.
    Score,
    /// A number that names: *Highway 61*, *Section 4*, *Flight 370*.
    Identifier,
    /// A part of a name: *Boeing 737*, *Fahrenheit 451*.
    Name,
    /// A postal address.
    Address,
    /// A telephone number.
    Phone,
}

named!(QuantityKind {
    Claim => "claim",
    Age => "age",
    Date => "date",
    Time => "time",
    Ordinal => "ordinal",
    Score => "score",
    Identifier => "identifier",
    Name => "name",
    Address => "address",
    Phone => "phone",
});

impl QuantityKind {
    /// Whether the number says how much or how many: a claim or an age.
    pub const fn is_claim(self) -> bool {
        matches!(self, Self::Claim | Self::Age)
    }
}
