//! Which words colour the text.

use crate::{Analyzer, Document};

/// Finds the words that colour a text.
#[derive(Clone, Debug, Default)]
pub struct LoadedLanguage {}

/// What [`LoadedLanguage`] found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoadedAnalysis {}

impl LoadedLanguage {
    /// With the default settings.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Analyzer for LoadedLanguage {
    type Output = LoadedAnalysis;

    fn analyze(&self, _document: &Document) -> LoadedAnalysis {
        LoadedAnalysis::default()
    }
}
