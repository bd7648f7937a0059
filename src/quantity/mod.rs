//! Which numbers are claimed.

use crate::{Analyzer, Document};

/// Finds which numbers are claimed.
#[derive(Clone, Debug, Default)]
pub struct Quantities {}

/// What [`Quantities`] found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuantityAnalysis {}

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
