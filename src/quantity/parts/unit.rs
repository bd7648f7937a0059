//! In what a number is told: [`Unit`], its [`UnitKind`] and [`Dimension`].

use serde::{Deserialize, Serialize};

use crate::Span;
use crate::quantity::Number;

/// What a unit measures.
///
/// ```
/// assert_eq!(newsframe::quantity::Dimension::Length.name(), "length");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
#[non_exhaustive]
pub enum Dimension {
    Length,
    Area,
    Volume,
    Mass,
    Time,
    Speed,
    Acceleration,
    Temperature,
    Angle,
    Energy,
    Power,
    Force,
    Pressure,
    Torque,
    Frequency,
    Current,
    Voltage,
    Charge,
    Information,
    Concentration,
    Radiation,
    Sound,
    Flow,
    Other,
}

named!(Dimension {
    Length => "length",
    Area => "area",
    Volume => "volume",
    Mass => "mass",
    Time => "time",
    Speed => "speed",
    Acceleration => "acceleration",
    Temperature => "temperature",
    Angle => "angle",
    Energy => "energy",
    Power => "power",
    Force => "force",
    Pressure => "pressure",
    Torque => "torque",
    Frequency => "frequency",
    Current => "current",
    Voltage => "voltage",
    Charge => "charge",
    Information => "information",
    Concentration => "concentration",
    Radiation => "radiation",
    Sound => "sound",
    Flow => "flow",
    Other => "other",
});

impl Dimension {
    pub(crate) const ALL: [Self; 24] = [
        Self::Length,
        Self::Area,
        Self::Volume,
        Self::Mass,
        Self::Time,
        Self::Speed,
        Self::Acceleration,
        Self::Temperature,
        Self::Angle,
        Self::Energy,
        Self::Power,
        Self::Force,
        Self::Pressure,
        Self::Torque,
        Self::Frequency,
        Self::Current,
        Self::Voltage,
        Self::Charge,
        Self::Information,
        Self::Concentration,
        Self::Radiation,
        Self::Sound,
        Self::Flow,
        Self::Other,
    ];
}

/// What sort of unit it is.
///
/// ```
/// use newsframe::quantity::UnitKind;
/// use newsframe::{Analyzer, Article, Document, Quantities};
///
/// let document = Document::new(Article::from_text("The bridge cost £40 million.")?)?;
/// let found = Quantities::new().analyze(&document);
/// let Some(UnitKind::Currency { code, .. }) = found.quantities()[0].unit().map(|unit| unit.kind()) else { panic!() };
/// assert_eq!(code, "GBP");
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum UnitKind {
    /// Hundredths of a whole: *40%*.
    Percent,
    /// The difference of two percentages: *1.5 percentage points*.
    PercentagePoint,
    /// Hundredths of a percentage point.
    BasisPoint,
    /// Money.
    Currency {
        /// The code of ISO 4217: `USD`.
        code: String,
        /// How many of the main unit it is: 1 for the dollar, 0.01 for the cent.
        main: Number,
    },
    /// A unit of measurement.
    Measure {
        /// What it measures.
        dimension: Dimension,
        /// Value in the SI unit of the dimension (m, m², m³, kg, s, K, …; bit for information).
        si: Option<Number>,
        /// What to add after multiplying: 273.15 for degrees Celsius.
        offset: Option<Number>,
    },
    /// A noun that is counted: *650 MPs*.
    Count,
    /// How many times as much: *double*, *three times*.
    Multiple,
}

/// The unit of a quantity.
///
/// ```
/// use newsframe::quantity::{Dimension, UnitKind};
/// use newsframe::{Analyzer, Article, Document, Quantities};
///
/// let document = Document::new(Article::from_text("The lake is 3 km long.")?)?;
/// let found = Quantities::new().analyze(&document);
/// let unit = found.quantities()[0].unit().unwrap();
/// assert_eq!((unit.name(), document.slice(unit.span())), ("kilometre", "km"));
/// assert!(matches!(unit.kind(), UnitKind::Measure { .. }) && !unit.is_currency());
/// assert_eq!(unit.dimension(), Some(Dimension::Length));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Unit {
    pub(crate) kind: UnitKind,
    pub(crate) name: String,
    pub(crate) span: Span,
}

impl Unit {
    /// What sort of unit it is.
    pub fn kind(&self) -> &UnitKind {
        &self.kind
    }

    /// Its name in the singular: `percent`, `euro`, `square mile`, or the counted noun phrase (`heart transplant`).
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The characters that name it.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Whether it is money.
    pub fn is_currency(&self) -> bool {
        matches!(self.kind, UnitKind::Currency { .. })
    }

    /// The dimension of a unit of measurement.
    pub fn dimension(&self) -> Option<Dimension> {
        match self.kind {
            UnitKind::Measure { dimension, .. } => Some(dimension),
            _ => None,
        }
    }
}
