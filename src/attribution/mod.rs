//! Who says what.

mod balance;
mod model;

pub use balance::*;
pub use model::*;

use crate::{Analyzer, Document};

/// Finds who says what.
#[derive(Clone, Debug, Default)]
pub struct Attribution {}

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
