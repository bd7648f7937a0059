//! [`Span`]: a range of bytes in the text of a document.

use std::fmt;
use std::ops::Range;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A half-open range of bytes, `start..end`, in the text of one [`Document`](crate::Document).
///
/// Spans made by the crate lie in bounds and on character boundaries of the document they came from, so slicing that
/// document's text with them cannot fail. A span from elsewhere (built by hand, deserialised) keeps only `start <= end`;
/// [`Document::get`](crate::Document::get) checks the rest.
///
/// Serialises as `[start, end]`.
///
/// ```
/// use newsframe::Span;
///
/// let span = Span::new(3, 9).unwrap();
/// assert_eq!(span.range(), 3..9);
/// assert_eq!(span.slice("a shy cat"), Some("hy cat"));
/// assert_eq!(Span::new(9, 3), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span from `start` to `end` (bytes, end exclusive), or `None` if `start > end` or a bound is over 4 GiB.
    ///
    /// ```
    /// # use newsframe::Span;
    /// assert!(Span::new(0, 0).unwrap().is_empty());
    /// ```
    pub fn new(start: usize, end: usize) -> Option<Self> {
        let (start, end) = (u32::try_from(start).ok()?, u32::try_from(end).ok()?);
        (start <= end).then_some(Self { start, end })
    }

    /// A span whose bounds are known to be in order and to fit; wrong order yields an empty span, never a panic.
    pub(crate) fn of(start: usize, end: usize) -> Self {
        debug_assert!(start <= end && u32::try_from(end).is_ok(), "{start}..{end}");
        let start = start as u32;
        Self { start, end: (end as u32).max(start) }
    }

    /// Byte offset of the first character.
    ///
    /// ```
    /// # use newsframe::Span;
    /// assert_eq!(Span::new(3, 9).unwrap().start(), 3);
    /// ```
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// Byte offset behind the last character.
    ///
    /// ```
    /// # use newsframe::Span;
    /// assert_eq!(Span::new(3, 9).unwrap().end(), 9);
    /// ```
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    ///
    /// ```
    /// # use newsframe::Span;
    /// assert_eq!(Span::new(3, 9).unwrap().len(), 6);
    /// ```
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span holds no byte.
    ///
    /// ```
    /// # use newsframe::Span;
    /// assert!(!Span::new(3, 9).unwrap().is_empty());
    /// ```
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range of bytes.
    ///
    /// ```
    /// # use newsframe::Span;
    /// assert_eq!(Span::new(3, 9).unwrap().range(), 3..9);
    /// ```
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The part of `text` under the span, or `None` where the span is out of bounds or cuts a character.
    ///
    /// ```
    /// # use newsframe::Span;
    /// assert_eq!(Span::new(0, 1).unwrap().slice("é"), None);
    /// ```
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// Whether `other` lies wholly inside this span.
    ///
    /// ```
    /// # use newsframe::Span;
    /// let span = |start, end| Span::new(start, end).unwrap();
    /// assert!(span(3, 9).contains(span(4, 9)));
    /// assert!(!span(3, 9).contains(span(4, 10)));
    /// ```
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `offset` belongs to the span.
    ///
    /// ```
    /// # use newsframe::Span;
    /// assert!(Span::new(3, 9).unwrap().contains_offset(3));
    /// assert!(!Span::new(3, 9).unwrap().contains_offset(9));
    /// ```
    pub fn contains_offset(self, offset: usize) -> bool {
        self.start() <= offset && offset < self.end()
    }

    /// Whether the two spans share at least one byte.
    ///
    /// ```
    /// # use newsframe::Span;
    /// let span = |start, end| Span::new(start, end).unwrap();
    /// assert!(span(3, 9).overlaps(span(8, 12)));
    /// assert!(!span(3, 9).overlaps(span(9, 12)));
    /// ```
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    ///
    /// ```
    /// # use newsframe::Span;
    /// let span = |start, end| Span::new(start, end).unwrap();
    /// assert_eq!(span(3, 4).cover(span(8, 12)), span(3, 12));
    /// ```
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Shrinks to the part of the span that `text` does not fill with white space at either edge.
    pub(crate) fn trimmed(self, text: &str) -> Self {
        let Some(slice) = self.slice(text) else { return self };
        let start = self.start() + (slice.len() - slice.trim_start().len());
        Self::of(start, start + slice.trim().len())
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.range()
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.start, self.end).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (start, end) = <(u32, u32)>::deserialize(deserializer)?;
        if start > end {
            return Err(D::Error::custom(format_args!("span [{start}, {end}] starts behind its end")));
        }
        Ok(Self { start, end })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reversed_and_huge_spans_are_refused() {
        assert_eq!(Span::new(2, 1), None);
        assert_eq!(Span::new(0, usize::MAX), None);
        let error = serde_json::from_str::<Span>("[9, 3]").unwrap_err();
        assert!(error.to_string().contains("span [9, 3] starts behind its end"));
    }
}
