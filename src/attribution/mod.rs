//! Who says what.

use crate::{Analyzer, Document};

/// Finds who says what.
#[derive(Clone, Debug, Default)]
pub struct Attribution {}

/// What [`Attribution`] found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttributionAnalysis {}

impl Attribution {
    /// With the default settings.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Analyzer for Attribution {
    type Output = AttributionAnalysis;

    fn analyze(&self, _document: &Document) -> AttributionAnalysis {
        AttributionAnalysis::default()
    }
}
