//! Media-framing analysis of news text: who says what, which numbers are claimed, and which words colour it.

pub mod analysis;
mod analyzer;
pub mod article;
pub mod attribution;
pub mod corpus;
mod digest;
pub mod document;
mod error;
pub mod export;
mod finding;
pub mod lexicon;
pub mod loaded;
pub mod quantity;
pub mod render;
mod span;
pub mod tagger;
mod text;

pub use analysis::{Analysis, Pipeline};
pub use analyzer::{Analyzer, DynAnalyzer};
pub use article::{Article, Zone, ZoneKind};
pub use attribution::Attribution;
pub use document::{Document, Token, WordKey};
pub use error::{Error, Result};
pub use finding::{Confidence, Finding, RuleId, Voice};
pub use loaded::LoadedLanguage;
pub use quantity::Quantities;
pub use span::Span;
