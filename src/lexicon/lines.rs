//! [`Lines`]: the lines and cells of a lexicon file, in one pass.

use crate::Span;

/// Splits a text into lines and those into cells. Both are short, so tabs and line ends are looked for eight bytes at once, not
/// one search a cell.
pub(super) struct Lines<'a> {
    text: &'a str,
    /// Where the eight bytes stand of which `marks` is left.
    block: usize,
    /// The high bit of each byte that may be a tab or line end.
    marks: u64,
    /// Where the next line starts.
    start: usize,
    number: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, block: 0, marks: marks_at(text.as_bytes(), 0), start: 0, number: 0 }
    }

    /// The number and span of the next line, without its end and the byte order mark. Adds its cells, trimmed.
    pub(super) fn next(&mut self, cells: &mut Vec<Span>) -> Option<(usize, Span)> {
        let bytes = self.text.as_bytes();
        if self.start > bytes.len() {
            return None;
        }
        self.number += 1;
        let mark = if self.number == 1 && self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let start = self.start + mark;
        let (mut cell_start, mut block, mut marks) = (start, self.block, self.marks);
        let end = loop {
            while marks == 0 && block + 8 < bytes.len() {
                block += 8;
                marks = marks_at(bytes, block);
            }
            if marks == 0 {
                break bytes.len();
            }
            let at = block + marks.trailing_zeros() as usize / 8;
            marks &= marks - 1;
            match bytes[at] {
                b'\t' => {
                    cells.push(cell(self.text, cell_start, at));
                    cell_start = at + 1;
                }
                b'\n' => break at,
                _ => {}
            }
        };
        (self.block, self.marks) = (block, marks);
        self.start = end + 1;
        let end = if end > cell_start && bytes[end - 1] == b'\r' { end - 1 } else { end };
        cells.push(cell(self.text, cell_start, end));
        Some((self.number, Span::of(start, end)))
    }
}

/// The marks among up to eight bytes from `at` on.
fn marks_at(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    let eight = rest.first_chunk().copied().unwrap_or_else(|| {
        let mut last = [b' '; 8];
        last.iter_mut().zip(rest).for_each(|(to, &from)| *to = from);
        last
    });
    controls(u64::from_le_bytes(eight))
}

/// The high bit of each of eight bytes that is a control character, as tab and line end are; now and then of another, for the
/// difference borrows from the next byte.
fn controls(eight: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    eight.wrapping_sub(0x0e * ONES) & !eight & (0x80 * ONES)
}

/// A cell without white space at its edges.
#[inline]
fn cell(text: &str, start: usize, end: usize) -> Span {
    let edge = |at: usize| !matches!(text.as_bytes()[at], b'!'..=b'~');
    let cell = Span::of(start, end);
    if start < end && (edge(start) || edge(end - 1)) { cell.trimmed(text) } else { cell }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn lines_and_cells_are_those_of_plain_splitting(text in "\u{feff}?([ab#é\r]{0,9}[\t\n ]){0,9}[ab\r]{0,3}") {
            let mut lines = Lines::new(&text);
            let bare = text.strip_prefix('\u{feff}').unwrap_or(&text);
            for (index, line) in bare.split('\n').enumerate() {
                let line = line.strip_suffix('\r').unwrap_or(line);
                let mut cells = Vec::new();
                let (number, span) = lines.next(&mut cells).unwrap();
                let found: Vec<_> = cells.iter().map(|cell| cell.slice(&text).unwrap()).collect();
                prop_assert_eq!((number, span.slice(&text)), (index + 1, Some(line)));
                prop_assert_eq!(found, line.split('\t').map(str::trim).collect::<Vec<_>>());
            }
            prop_assert_eq!(lines.next(&mut Vec::new()), None);
        }
    }
}
