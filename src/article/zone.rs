//! [`Zone`]: a part of an article with a role of its own.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Span;

/// A part of an article: its [kind](ZoneKind) and where it stands.
///
/// ```
/// use newsframe::{Article, ZoneKind};
///
/// let article = Article::from_text("Ferry returns\n\nThe ferry is back, and nobody had expected it.")?;
/// let zone = &article.zones()[0];
/// assert_eq!(zone.kind(), ZoneKind::Headline);
/// assert_eq!(zone.span().slice(article.text()), Some("Ferry returns"));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Zone {
    kind: ZoneKind,
    span: Span,
}

impl Zone {
    pub(crate) fn new(kind: ZoneKind, span: Span) -> Self {
        Self { kind, span }
    }

    /// What part it is.
    pub fn kind(&self) -> ZoneKind {
        self.kind
    }

    /// Where it stands; without white space at the edges.
    pub fn span(&self) -> Span {
        self.span
    }
}

/// The role of a [`Zone`], by the trade's own names.
///
/// ```
/// use newsframe::ZoneKind;
///
/// assert_eq!(ZoneKind::PullQuote.name(), "pull_quote");
/// assert!(ZoneKind::ListItem.is_prose() && !ZoneKind::Headline.is_prose());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ZoneKind {
    /// The headline.
    Headline,
    /// Navigation behind a headline: `| World | News`.
    Section,
    /// Standfirst or deck: the summary under the headline.
    Standfirst,
    /// Who wrote it: `By Ana Ruiz`.
    Byline,
    /// Place, date and agency before the first sentence: `KYIV, June 3 (Reuters) —`.
    Dateline,
    /// A paragraph of the body.
    Paragraph,
    /// A heading inside the body.
    Crosshead,
    /// A caption or credit of a picture.
    Caption,
    /// A quotation from the text, repeated for display.
    PullQuote,
    /// An item of a list.
    ListItem,
    /// Page furniture: newsletter boxes, related links.
    Boilerplate,
}

impl ZoneKind {
    /// The name used in output: `headline`, `pull_quote`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Section => "section",
            Self::Standfirst => "standfirst",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Paragraph => "paragraph",
            Self::Crosshead => "crosshead",
            Self::Caption => "caption",
            Self::PullQuote => "pull_quote",
            Self::ListItem => "list_item",
            Self::Boilerplate => "boilerplate",
        }
    }

    /// Whether it holds running text of the article itself: paragraphs and list items.
    pub const fn is_prose(self) -> bool {
        matches!(self, Self::Paragraph | Self::ListItem)
    }
}

impl fmt::Display for ZoneKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
