//! [`Article`]: what is handed in. A text, the zones it consists of, and what is known about it.

mod builder;
mod zone;

use serde::{Deserialize, Serialize};

pub use builder::ArticleBuilder;
pub use zone::{Zone, ZoneKind};

use crate::error::Kind;
use crate::{Error, Result};

/// A news article: its text, cut into [zones](Zone), and its [metadata](Metadata).
///
/// The text is kept as it came: zones are spans into it. Made by the [builder](Article::builder) from parts, or by a
/// reader from a [plain text](Article::from_text).
///
/// ```
/// use newsframe::{Article, ZoneKind};
///
/// let article = Article::builder().headline("Fury as tax bill soars 40%").body("Bills will rise.\n\nBy a lot.").build()?;
/// assert_eq!(article.headline(), Some("Fury as tax bill soars 40%"));
/// assert_eq!(article.text(), "Fury as tax bill soars 40%\n\nBills will rise.\n\nBy a lot.");
/// assert_eq!(article.zones().len(), 3);
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Article {
    text: String,
    zones: Vec<Zone>,
    metadata: Metadata,
}

/// What is known about an article besides its text.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Metadata {
    /// Name of the outlet: `The Harbour Gazette`.
    pub outlet: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// Date of publication, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Language tag (BCP 47), such as `en-GB`.
    pub language: Option<String>,
    /// Section, outermost first: `["News", "World"]`.
    pub section: Vec<String>,
}

impl Article {
    /// The largest text an article may have, in bytes: offsets are 32 bits wide.
    pub const MAX_BYTES: usize = u32::MAX as usize;

    /// A builder for an article from its parts.
    pub fn builder() -> ArticleBuilder {
        ArticleBuilder::default()
    }

    /// Reads a plain text.
    pub fn from_text(text: impl Into<String>) -> Result<Self> {
        let text = text.into();
        if text.len() > Self::MAX_BYTES {
            return Err(Kind::TooLong { length: text.len(), limit: Self::MAX_BYTES }.into());
        }
        let zones = builder::paragraphs(&text, 0).collect();
        Ok(Self { text, zones, metadata: Metadata::default() })
    }

    /// Reads a plain text from bytes, which must be UTF-8.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        Self::from_text(std::str::from_utf8(bytes).map_err(Error::from)?)
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The zones, in order of the text, disjoint; between them is white space only.
    pub fn zones(&self) -> &[Zone] {
        &self.zones
    }

    /// What is known about the article besides its text.
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// The headline, if there is one.
    pub fn headline(&self) -> Option<&str> {
        self.zone_text(ZoneKind::Headline)
    }

    fn zone_text(&self, kind: ZoneKind) -> Option<&str> {
        self.zones.iter().find(|zone| zone.kind() == kind).and_then(|zone| zone.span().slice(&self.text))
    }
}
