//! [`Quotation`]: a stretch of text in quotation marks.

use crate::Span;

/// A stretch of text in quotation marks. Whether it is speech, a title or a scare quote is for analyzers to say.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Quotation {
    outer: Span,
    inner: Span,
    style: QuoteStyle,
    closing: Closing,
    continues: bool,
    depth: u8,
}

impl Quotation {
    pub(crate) fn new(
        outer: Span,
        inner: Span,
        style: QuoteStyle,
        closing: Closing,
        continues: bool,
        depth: u8,
    ) -> Self {
        Self { outer, inner, style, closing, continues, depth }
    }

    /// With the quotation marks.
    pub fn outer(self) -> Span {
        self.outer
    }

    /// Without the quotation marks.
    pub fn inner(self) -> Span {
        self.inner
    }

    /// Which marks it stands in.
    pub fn style(self) -> QuoteStyle {
        self.style
    }

    /// How it ends.
    pub fn closing(self) -> Closing {
        self.closing
    }

    /// Whether it goes on from a quotation that the paragraph before left open (a reopened mark).
    pub fn continues(self) -> bool {
        self.continues
    }

    /// How many quotations it stands in: 0 for an outermost one.
    pub fn depth(self) -> usize {
        usize::from(self.depth)
    }
}

/// The marks of a quotation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum QuoteStyle {
    /// `"…"`.
    Straight,
    /// `“…”`.
    Curly,
    /// `'…'`.
    SingleStraight,
    /// `‘…’`.
    SingleCurly,
    /// `«…»` or `‹…›`.
    Guillemet,
    /// Doubled single marks: ``` ``…'' ```.
    Doubled,
}

/// How a quotation ends.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Closing {
    /// With its closing mark.
    Closed,
    /// At the end of its paragraph, and the next paragraph reopens it.
    Continued,
    /// At the end of its paragraph, since no closing mark was found there.
    Unclosed,
}
