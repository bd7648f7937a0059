//! [`OffsetUnit`]: what offsets count.

use serde::{Deserialize, Serialize};

use crate::{Document, Span};

/// What offsets count. The crate itself counts bytes; other languages count otherwise.
///
/// ```
/// use newsframe::export::OffsetUnit;
/// use newsframe::{Article, Document, Span};
///
/// let document = Document::new(Article::from_text("🙂 £5")?)?;
/// let five = Span::new(7, 8).unwrap();
/// assert_eq!(OffsetUnit::Byte.of(&document, five), [7, 8]);
/// assert_eq!(OffsetUnit::CodePoint.of(&document, five), [3, 4]);
/// assert_eq!(OffsetUnit::Utf16.of(&document, five), [4, 5]);
/// assert_eq!(OffsetUnit::Utf16.span(&document, 4, 5), Some(five));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OffsetUnit {
    /// Bytes of UTF-8: Rust, Go, C.
    Byte,
    /// Unicode code points: Python, R, the W3C, brat.
    #[default]
    CodePoint,
    /// UTF-16 units: JavaScript, Java, C#, UIMA.
    Utf16,
}

impl OffsetUnit {
    /// The name used in output: `byte`, `code_point`, `utf16`.
    ///
    /// ```
    /// assert_eq!(newsframe::export::OffsetUnit::CodePoint.name(), "code_point");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::Byte => "byte",
            Self::CodePoint => "code_point",
            Self::Utf16 => "utf16",
        }
    }

    /// Start and end of a span in this unit. Looks at no more than 512 bytes.
    pub fn of(self, document: &Document, span: Span) -> [usize; 2] {
        match self {
            Self::Byte => [span.start(), span.end()],
            Self::CodePoint => document.offsets().to_code_points(span),
            Self::Utf16 => document.offsets().to_utf16(span),
        }
    }

    /// The span from `start` to `end` in this unit; `None` where it does not fit the text or cuts a character.
    pub fn span(self, document: &Document, start: usize, end: usize) -> Option<Span> {
        match self {
            Self::Byte => Span::new(start, end).filter(|&span| document.get(span).is_ok()),
            Self::CodePoint => document.offsets().from_code_points(start, end),
            Self::Utf16 => document.offsets().from_utf16(start, end),
        }
    }
}
