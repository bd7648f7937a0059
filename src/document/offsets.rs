//! [`Offsets`]: byte offsets as code points or UTF-16 units, and back.

use crate::Span;

/// Bytes between two checkpoints.
const STEP: usize = 256;

/// Converts byte offsets of one text to code points (Python, R) or UTF-16 units (JavaScript, Java) and back.
///
/// Made once a document, in time and memory linear in the text (24 bytes for every 256); pure ASCII needs none. Each conversion
/// looks at no more than 256 bytes.
///
/// ```
/// use newsframe::{Article, Document, Span};
///
/// let document = Document::new(Article::from_text("“Café 🙂” opens")?)?;
/// let offsets = document.offsets();
/// let span = Span::new(13, 16).unwrap();
/// assert_eq!(document.slice(span), "”");
/// assert_eq!(offsets.to_code_points(span), [7, 8]);
/// assert_eq!(offsets.to_utf16(span), [8, 9]);
/// assert_eq!(offsets.from_code_points(7, 8), Some(span));
/// assert_eq!(offsets.from_utf16(8, 9), Some(span));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Offsets<'a> {
    text: &'a str,
    checkpoints: &'a [Checkpoint],
}

/// How many characters and units stand before a byte.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Checkpoint {
    byte: usize,
    code_points: usize,
    utf16: usize,
}

impl Checkpoint {
    fn advance(&mut self, c: char) {
        self.byte += c.len_utf8();
        self.code_points += 1;
        self.utf16 += c.len_utf16();
    }
}

/// A checkpoint about every [`STEP`] bytes; none for ASCII.
pub(crate) fn checkpoints(text: &str) -> Vec<Checkpoint> {
    if text.is_ascii() {
        return Vec::new();
    }
    let mut points = vec![Checkpoint::default()];
    let mut here = Checkpoint::default();
    for c in text.chars() {
        here.advance(c);
        if here.byte - points[points.len() - 1].byte >= STEP {
            points.push(here);
        }
    }
    points
}

impl<'a> Offsets<'a> {
    pub(crate) fn new(text: &'a str, checkpoints: &'a [Checkpoint]) -> Self {
        Self { text, checkpoints }
    }

    /// The span in code points, `[start, end]`.
    ///
    /// ```
    /// # use newsframe::{Article, Document, Span};
    /// let document = Document::new(Article::from_text("é!")?)?;
    /// assert_eq!(document.offsets().to_code_points(Span::new(2, 3).unwrap()), [1, 2]);
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn to_code_points(self, span: Span) -> [usize; 2] {
        [self.at_byte(span.start()).code_points, self.at_byte(span.end()).code_points]
    }

    /// The span in UTF-16 units, `[start, end]`.
    ///
    /// ```
    /// # use newsframe::{Article, Document, Span};
    /// let document = Document::new(Article::from_text("🙂!")?)?;
    /// assert_eq!(document.offsets().to_utf16(Span::new(4, 5).unwrap()), [2, 3]);
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn to_utf16(self, span: Span) -> [usize; 2] {
        [self.at_byte(span.start()).utf16, self.at_byte(span.end()).utf16]
    }

    /// The span from `start` to `end` in code points; `None` behind the text or in wrong order.
    ///
    /// ```
    /// # use newsframe::{Article, Document, Span};
    /// let document = Document::new(Article::from_text("é!")?)?;
    /// assert_eq!(document.offsets().from_code_points(1, 2), Span::new(2, 3));
    /// assert_eq!(document.offsets().from_code_points(1, 3), None);
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn from_code_points(self, start: usize, end: usize) -> Option<Span> {
        Span::new(self.find(start, |point| point.code_points)?, self.find(end, |point| point.code_points)?)
    }

    /// The span from `start` to `end` in UTF-16 units; `None` behind the text, in wrong order, or inside a surrogate pair.
    ///
    /// ```
    /// # use newsframe::{Article, Document, Span};
    /// let document = Document::new(Article::from_text("🙂!")?)?;
    /// assert_eq!(document.offsets().from_utf16(2, 3), Span::new(4, 5));
    /// assert_eq!(document.offsets().from_utf16(1, 3), None);
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn from_utf16(self, start: usize, end: usize) -> Option<Span> {
        Span::new(self.find(start, |point| point.utf16)?, self.find(end, |point| point.utf16)?)
    }

    fn at_byte(self, byte: usize) -> Checkpoint {
        let byte = byte.min(self.text.len());
        let index = self.checkpoints.partition_point(|point| point.byte <= byte);
        let Some(mut here) = index.checked_sub(1).map(|index| self.checkpoints[index]) else {
            return Checkpoint { byte, code_points: byte, utf16: byte };
        };
        let start = here.byte;
        for c in self.text.get(start..byte).unwrap_or_default().chars() {
            here.advance(c);
        }
        here
    }

    /// The byte at which `measure` reaches exactly `target`.
    fn find(self, target: usize, measure: fn(&Checkpoint) -> usize) -> Option<usize> {
        let index = self.checkpoints.partition_point(|point| measure(point) <= target);
        let Some(mut here) = index.checked_sub(1).map(|index| self.checkpoints[index]) else {
            return (target <= self.text.len()).then_some(target);
        };
        let mut chars = self.text.get(here.byte..)?.chars();
        while measure(&here) < target {
            here.advance(chars.next()?);
        }
        (measure(&here) == target).then_some(here.byte)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_boundary_converts_back(text in "\\PC{0,900}") {
            let points = checkpoints(&text);
            let offsets = Offsets::new(&text, &points);
            let units: Vec<u16> = text.encode_utf16().collect();
            for (count, (at, c)) in text.char_indices().enumerate() {
                let span = Span::of(at, at + c.len_utf8());
                let [start, end] = offsets.to_code_points(span);
                prop_assert_eq!([start, end], [count, count + 1]);
                prop_assert_eq!(offsets.from_code_points(start, end), Some(span));
                let [start, end] = offsets.to_utf16(span);
                prop_assert_eq!(String::from_utf16(&units[start..end]).unwrap(), c.to_string());
                prop_assert_eq!(offsets.from_utf16(start, end), Some(span));
            }
        }
    }
}
