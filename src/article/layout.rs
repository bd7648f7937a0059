//! Where the blocks of a text are: blank lines, single lines, and lines broken in mid-sentence.

use super::trimmed;
use crate::Span;

/// White space, byte order marks, zero-width spaces and control characters: what may stand between zones.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}')
}

/// Whether there is nothing to read.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(is_space)
}

/// The blocks of `text` from byte `from` on, in order, without white space at their edges.
pub(super) fn blocks(text: &str, from: usize) -> Vec<Span> {
    let mut blocks = Vec::new();
    let mut group: Vec<Span> = Vec::new();
    let width = wrap_width(&text[from..]);
    let mut at = from;
    while at < text.len() {
        let line = &text[at..line_end(text, at)];
        let span = trimmed(text, at, at + line.len());
        at += line.len();
        // A CRLF is one line end: the empty piece between its two characters is no blank line.
        let inside_crlf = line == "\n" && text[..at - 1].ends_with('\r');
        if !span.is_empty() {
            group.push(span);
        } else if !inside_crlf {
            join_lines(text, &mut group, width, &mut blocks);
        }
    }
    join_lines(text, &mut group, width, &mut blocks);
    blocks
}

/// Where the line from byte `at` on ends, with its line end: a line feed, carriage return or paragraph separator.
fn line_end(text: &str, at: usize) -> usize {
    const PARAGRAPH_SEPARATOR: &[u8] = "\u{2029}".as_bytes();
    let bytes = text.as_bytes();
    let mut end = at;
    while let Some(next) = next_break(&bytes[end..]) {
        end += next;
        if bytes[end] != 0xe2 {
            return end + 1;
        }
        if bytes[end..].starts_with(PARAGRAPH_SEPARATOR) {
            return end + PARAGRAPH_SEPARATOR.len();
        }
        end += 1;
    }
    text.len()
}

/// Where the first byte stands with which a line end may begin.
fn next_break(bytes: &[u8]) -> Option<usize> {
    let is_break = |byte: &u8| matches!(byte, b'\n' | b'\r' | 0xe2);
    // Sixteen bytes at once: nearly none is one, and without a way out in between they are compared by vector.
    let (sixteens, _) = bytes.as_chunks::<16>();
    let without = |chunk: &&[u8; 16]| !chunk.iter().fold(false, |found, byte| found | is_break(byte));
    let from = 16 * sixteens.iter().take_while(without).count();
    bytes[from..].iter().position(is_break).map(|at| from + at)
}

/// Moves the lines of one group (no blank line among them) to `blocks`, joining those that belong together.
fn join_lines(text: &str, lines: &mut Vec<Span>, width: Option<usize>, blocks: &mut Vec<Span>) {
    let wrapped = width.is_some_and(|width| {
        let breaks = lines.windows(2).map(|pair| (pair[0].slice(text), pair[1].slice(text)));
        let full = breaks.filter(|&(line, next)| is_full(line.unwrap_or_default(), next.unwrap_or_default(), width));
        full.count() * 10 >= lines.len().saturating_sub(1) * 9
    });
    for (index, &line) in lines.iter().enumerate() {
        let continues = index > 0 && (wrapped || breaks_mid_sentence(text, lines[index - 1], line));
        match blocks.last_mut() {
            Some(last) if continues => *last = last.cover(line),
            _ => blocks.push(line),
        }
    }
    lines.clear();
}

/// The width to which the lines of a text were broken, if they were: at nearly every line break the next line's first word
/// would not have fitted any more.
fn wrap_width(text: &str) -> Option<usize> {
    // What a typewriter or mail program would set; longer lines are paragraphs.
    const COLUMNS: usize = 100;
    // So many lines must be full.
    const FEWEST: usize = 3;
    // Four bytes a character at most: most paragraphs need no counting.
    let length =
        |line: &str| if line.len() > 4 * COLUMNS { COLUMNS + 1 } else { line.chars().take(COLUMNS + 1).count() };
    let short = text.lines().map(length).filter(|length| (1..=COLUMNS).contains(length));
    let (count, width) = short.fold((0, 0), |(count, width), length| (count + 1, width.max(length)));
    // Full lines are short ones: where there are too few, as in nearly all news, no line need be read again.
    if count < FEWEST || width < 40 {
        return None;
    }
    let breaks = || text.lines().zip(text.lines().skip(1)).filter(|(line, next)| !is_blank(line) && !is_blank(next));
    let full = breaks().filter(|(line, next)| is_full(line, next, width)).count();
    (full >= FEWEST && full * 10 >= breaks().count() * 8).then_some(width)
}

/// Whether the next line's first word would not have fitted on the line.
fn is_full(line: &str, next: &str, width: usize) -> bool {
    let word = next.split_whitespace().next().unwrap_or_default();
    let length = line.chars().take(width + 1).count();
    length <= width && length + 1 + word.chars().take(width).count() > width
}

/// Whether a single line break stands inside a sentence: no mark ends the line, and the next goes on in small letters.
fn breaks_mid_sentence(text: &str, line: Span, next: Span) -> bool {
    let (line, next) = (line.slice(text).unwrap_or_default(), next.slice(text).unwrap_or_default());
    let open = line.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | '-' | '—' | '–'));
    open && next.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        blocks(text, 0).into_iter().map(|span| span.slice(text).unwrap()).collect()
    }

    #[test]
    fn blocks_of_every_layout() {
        let wrapped = "The harbour master said on Friday that the ferries\nwould not sail before the wind had dropped to less\nthan thirty knots, and that nobody should come to the\nquay.";
        let cases: &[(&str, &[&str])] = &[
            ("One.\n\nTwo.", &["One.", "Two."]),
            ("One.\nTwo.", &["One.", "Two."]),
            ("One.\r\n\r\nTwo.\r\nThree.\r\n", &["One.", "Two.", "Three."]),
            ("One.\rTwo.", &["One.", "Two."]),
            ("The mayor of\nport Agnes spoke.", &["The mayor of\nport Agnes spoke."]),
            ("\u{feff}One.\n \u{a0}\n\0Two.", &["One.", "Two."]),
            (wrapped, &[wrapped]),
            ("", &[]),
            ("\n\n \n", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(&read(text), expected, "{text:?}");
        }
    }

    #[test]
    fn paragraphs_of_one_line_each_stay_apart() {
        let text = "Rain fell on Port Agnes for the ninth day.\nThe mayor, who had promised sun, did not answer questions about it.\nMore is coming.";
        assert_eq!(read(text).len(), 3);
    }
}
