//! [`ArticleBuilder`]: an article from its parts.

use super::{Article, Metadata, Zone, ZoneKind};
use crate::error::Kind;
use crate::{Result, Span};

/// Builds an [`Article`] from its parts; the text becomes the parts in reading order with a blank line between them.
#[derive(Clone, Debug, Default)]
pub struct ArticleBuilder {
    headline: Option<String>,
    body: Vec<(ZoneKind, String)>,
    metadata: Metadata,
}

impl ArticleBuilder {
    /// Sets the headline.
    #[must_use]
    pub fn headline(mut self, headline: impl Into<String>) -> Self {
        self.headline = Some(headline.into());
        self
    }

    /// Adds running text; blank lines separate paragraphs.
    #[must_use]
    pub fn body(mut self, text: impl Into<String>) -> Self {
        self.body.push((ZoneKind::Paragraph, text.into()));
        self
    }

    /// Sets the name of the outlet.
    #[must_use]
    pub fn outlet(mut self, outlet: impl Into<String>) -> Self {
        self.metadata.outlet = Some(outlet.into());
        self
    }

    /// Sets the date of publication, `YYYY-MM-DD`.
    #[must_use]
    pub fn date(mut self, date: impl Into<String>) -> Self {
        self.metadata.date = Some(date.into());
        self
    }

    /// Puts the article together.
    pub fn build(self) -> Result<Article> {
        let mut text = String::new();
        let mut zones = Vec::new();
        if let Some(headline) = self.headline {
            text.push_str(&headline);
            zones.push(Zone::new(ZoneKind::Headline, Span::of(0, text.len()).trimmed(&text)));
        }
        for (_, body) in self.body {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            let start = text.len();
            text.push_str(&body);
            zones.extend(paragraphs(&text, start));
        }
        if text.len() > Article::MAX_BYTES {
            return Err(Kind::TooLong { length: text.len(), limit: Article::MAX_BYTES }.into());
        }
        Ok(Article { text, zones, metadata: self.metadata })
    }
}

/// The non-blank lines of `text` from byte `from` on, as paragraphs.
pub(super) fn paragraphs(text: &str, from: usize) -> impl Iterator<Item = Zone> + '_ {
    let mut at = from;
    text[from..].split_inclusive('\n').filter_map(move |line| {
        let span = Span::of(at, at + line.len()).trimmed(text);
        at += line.len();
        (!span.is_empty()).then(|| Zone::new(ZoneKind::Paragraph, span))
    })
}
