//! [`Sentence`].

use super::TokenRange;
use crate::Span;

/// A sentence: where it stands, its tokens, and the zone it belongs to.
///
/// ```
/// use newsframe::{Article, Document, ZoneKind};
///
/// let document = Document::new(Article::from_text("Rain fell. More is coming.")?)?;
/// let sentence = document.sentences()[1];
/// assert_eq!(document.slice(sentence.span()), "More is coming.");
/// assert_eq!(sentence.tokens().len(), 4);
/// assert_eq!(document.zones()[sentence.zone()].kind(), ZoneKind::Paragraph);
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sentence {
    span: Span,
    tokens: TokenRange,
    zone: u32,
}

impl Sentence {
    pub(crate) fn new(span: Span, tokens: TokenRange, zone: usize) -> Self {
        Self { span, tokens, zone: zone as u32 }
    }

    /// Where it stands, with its closing quotation mark, without white space at the edges.
    pub fn span(self) -> Span {
        self.span
    }

    /// Its tokens.
    pub fn tokens(self) -> TokenRange {
        self.tokens
    }

    /// Index of its zone in [`Document::zones`](crate::Document::zones).
    pub fn zone(self) -> usize {
        self.zone as usize
    }
}
