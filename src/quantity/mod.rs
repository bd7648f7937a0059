//! Which numbers are claimed.

mod model;
mod number;
mod parts;

pub use model::{Quantity, QuantityAnalysis, QuantityWarning};
pub use number::{Number, NumberError};
pub use parts::{
    Approximation, Baseline, BaselineKind, Bound, Denominator, DenominatorKind, Derived, Dimension, Direction, Marked,
    Modality, QuantityKind, Role, Unit, UnitKind, Value,
};

use crate::{Analyzer, Document};

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

    fn analyze(&self, _document: &Document) -> QuantityAnalysis {
        QuantityAnalysis::default()
    }
}
