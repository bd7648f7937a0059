//! Text made fit for a report: harmless, on one line, cut to a width.
//!
//! An article may hold anything: escape sequences that a terminal would obey, marks that turn the direction of what stands
//! behind them, characters HTML forbids. None of them reaches a report.

use std::borrow::Cow;

/// What a report shows for a character: white space of any kind is one blank, control characters are shown as pictures,
/// marks that override the direction as `�`; invisible marks are left out.
pub(super) fn harmless(c: char) -> Option<char> {
    match c {
        ' '..='~' => Some(c),
        '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)),
        '\u{7f}' => Some('␡'),
        '\u{80}'..='\u{9f}' => Some('�'),
        // Embeddings, overrides and isolates of the bidirectional algorithm.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some('�'),
        // Soft hyphen, direction marks, joiners of words, byte order mark, invisible operators, shaping controls.
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' => None,
        '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}' => None,
        // Interlinear annotation, language tags, and code points that are no characters.
        '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}' => None,
        '\u{fdd0}'..='\u{fdef}' => Some('�'),
        _ if u32::from(c) & 0xfffe == 0xfffe => Some('�'),
        _ => Some(c),
    }
}

/// Whether a line may break at a character. No-break spaces are not among them.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// How many columns of a terminal a character takes: 0, 1 or 2.
///
/// Ranges from the Unicode properties East Asian Width and Emoji Presentation, merged; sequences of emoji joined into one
/// are counted too wide rather than too narrow.
pub(super) fn width(c: char) -> usize {
    match u32::from(c) {
        0x20..=0x7e | 0xa0..=0x2ff => 1,
        0x300..=0x36f | 0x483..=0x489 | 0x591..=0x5bd | 0x5bf | 0x5c1..=0x5c2 | 0x5c4..=0x5c5 | 0x5c7 => 0,
        0x610..=0x61a | 0x64b..=0x65f | 0x670 | 0x6d6..=0x6dc | 0x6df..=0x6e4 | 0x6e7..=0x6e8 | 0x6ea..=0x6ed => 0,
        0x900..=0x902 | 0x93a | 0x93c | 0x941..=0x948 | 0x94d | 0xe31 | 0xe34..=0xe3a | 0xe47..=0xe4e => 0,
        0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x200c..=0x200d | 0x20d0..=0x20ff | 0xfe00..=0xfe0f | 0xfe20..=0xfe2f => 0,
        0x1100..=0x115f | 0x231a..=0x231b | 0x2329..=0x232a | 0x23e9..=0x23ec | 0x25fd..=0x25fe => 2,
        0x2614..=0x2615 | 0x2648..=0x2653 | 0x26a1 | 0x26bd..=0x26be | 0x26c4..=0x26c5 | 0x26d4 | 0x2705 => 2,
        0x270a..=0x270b | 0x2728 | 0x274c | 0x274e | 0x2753..=0x2757 | 0x2795..=0x2797 | 0x2b50 | 0x2b55 => 2,
        0x2e80..=0x303e | 0x3041..=0xa4cf | 0xa960..=0xa97c | 0xac00..=0xd7a3 | 0xf900..=0xfaff => 2,
        0xfe10..=0xfe19 | 0xfe30..=0xfe6f | 0xff00..=0xff60 | 0xffe0..=0xffe6 => 2,
        0x1f004 | 0x1f0cf | 0x1f18e..=0x1f19a | 0x1f1e6..=0x1f265 | 0x1f300..=0x1faff | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}

/// How many columns a text takes.
pub(super) fn width_of(text: &str) -> usize {
    text.chars().map(width).sum()
}

/// The text on one line, harmless, with single blanks and none at the edges.
pub(super) fn line(text: &str) -> Cow<'_, str> {
    let plain = |byte: u8| (b' '..=b'~').contains(&byte);
    if text.bytes().all(plain) && !text.contains("  ") && text.trim().len() == text.len() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(excerpt(text, usize::MAX))
}

/// The text on one line, harmless, cut behind a word to at most `columns`, with `…` where something is left out.
///
/// Reads no more of the text than it shows.
pub(super) fn excerpt(text: &str, columns: usize) -> String {
    let mut shown = String::new();
    let (mut used, mut blank, mut word) = (0_usize, false, 0);
    for c in text.chars().filter_map(harmless) {
        if is_blank(c) {
            blank = !shown.is_empty();
            continue;
        }
        if blank {
            word = shown.len();
            shown.push(' ');
            used += 1;
            blank = false;
        }
        used += width(c);
        if used > columns {
            cut(&mut shown, word, columns);
            return shown;
        }
        shown.push(c);
    }
    shown
}

/// Shortens a text behind the word before byte `word`, or inside a word that alone is too long, and says so.
fn cut(shown: &mut String, word: usize, columns: usize) {
    if width_of(&shown[..word]) * 2 >= columns {
        shown.truncate(word);
    }
    while width_of(shown) >= columns.max(1) && shown.pop().is_some() {}
    shown.truncate(shown.trim_end_matches([' ', ',', ';', ':', '–', '—']).len());
    shown.push('…');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_or_browser_would_obey_is_shown_or_left_out() {
        let cases = [
            ("a\u{1b}[31mb", "a␛[31mb"),
            ("a\0\u{7f}\u{9b}b", "a␀␡�b"),
            ("abc\u{202e}def\u{2069}", "abc�def�"),
            ("a\u{200b}b\u{feff}c\u{ad}d\u{e0041}", "abcd"),
            ("a\r\n\tb \u{2028} c ", "a b c"),
            ("fine ‘text’ — £5", "fine ‘text’ — £5"),
            ("👩\u{200d}👧 e\u{301}", "👩\u{200d}👧 e\u{301}"),
            ("", ""),
            ("two  blanks", "two blanks"),
        ];
        for (text, expected) in cases {
            assert_eq!(line(text), expected, "{text:?}");
        }
    }

    #[test]
    fn excerpts_end_behind_a_word_and_keep_their_width() {
        let cases = [
            ("the mayor of Port Agnes", 40, "the mayor of Port Agnes"),
            ("the mayor of Port Agnes", 23, "the mayor of Port Agnes"),
            ("the mayor of Port Agnes", 22, "the mayor of Port…"),
            ("the mayor, of Port Agnes", 11, "the mayor…"),
            ("unpronounceable", 6, "unpro…"),
            ("a unpronounceable", 8, "a unpro…"),
            ("漢字漢字漢字", 7, "漢字漢…"),
            ("words", 0, "…"),
        ];
        for (text, columns, expected) in cases {
            assert_eq!(excerpt(text, columns), expected, "{text:?} {columns}");
        }
    }

    #[test]
    fn columns_count_what_a_terminal_shows() {
        for (text, columns) in [("plain", 5), ("e\u{301}", 1), ("漢字", 4), ("£½“”—", 5), ("🎉", 2)] {
            assert_eq!(width_of(text), columns, "{text:?}");
        }
    }
}
