//! [`Quotation`]: a stretch of text in quotation marks.

use crate::Span;

/// A stretch of text in quotation marks. Whether it is speech, a title or a scare quote is for analyzers to say.
///
/// ```
/// use newsframe::document::{Closing, QuoteStyle};
/// use newsframe::{Article, Document};
///
/// let document = Document::new(Article::from_text("“We call it ‘the pit’,” said Ana Ruiz.")?)?;
/// let [speech, name] = document.quotations() else { panic!() };
/// assert_eq!(document.slice(name.outer()), "‘the pit’");
/// assert_eq!(document.slice(name.inner()), "the pit");
/// assert_eq!((speech.style(), name.style()), (QuoteStyle::Curly, QuoteStyle::SingleCurly));
/// assert_eq!((speech.depth(), name.depth()), (0, 1));
/// assert_eq!(speech.closing(), Closing::Closed);
/// assert!(!speech.continues());
/// # Ok::<(), newsframe::Error>(())
/// ```
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
///
/// ```
/// use newsframe::document::QuoteStyle;
/// use newsframe::{Article, Document};
///
/// let document = Document::new(Article::from_text("«We are ready», said Ana Ruiz.")?)?;
/// assert_eq!(document.quotations()[0].style(), QuoteStyle::Guillemet);
/// # Ok::<(), newsframe::Error>(())
/// ```
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
///
/// ```
/// use newsframe::document::Closing;
/// use newsframe::{Article, Document};
///
/// let text = "“We are ready. That is all I can say.\n\n“We go on Friday,” said Ana Ruiz.";
/// let document = Document::new(Article::from_text(text)?)?;
/// let [first, second] = document.quotations() else { panic!() };
/// assert_eq!((first.closing(), second.closing()), (Closing::Continued, Closing::Closed));
/// assert!(second.continues());
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Closing {
    /// With its closing mark.
    Closed,
    /// At the end of its paragraph, and the next paragraph reopens it.
    Continued,
    /// At the end of its paragraph, since no closing mark was found there.
    Unclosed,
}
