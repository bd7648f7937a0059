//! Classes of characters: a table for ASCII, rules for the rest.

use crate::document::Shape;

/// Class bits of a byte. The first four are the flags of [`Shape`], so that the classes of a word's characters, or-ed, are
/// nearly its shape already.
pub(super) const UPPER: u8 = Shape::CAPITALIZED;
pub(super) const DIGIT: u8 = Shape::HAS_DIGIT;
pub(super) const LOWER: u8 = Shape::HAS_LOWER;
pub(super) const NON_ASCII: u8 = Shape::NON_ASCII;
/// Goes on a word: letters, digits, the low line.
pub(super) const WORD: u8 = 32;
/// Separates tokens and belongs to none: white space and control characters.
pub(super) const BLANK: u8 = 64;

/// The class of each byte.
pub(super) const CLASS: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'A'..=b'Z' => WORD | UPPER,
            b'a'..=b'z' => WORD | LOWER,
            b'0'..=b'9' => WORD | DIGIT,
            b'_' => WORD,
            0..=b' ' | 0x7f => BLANK,
            0x80.. => NON_ASCII,
            _ => 0,
        };
        byte += 1;
    }
    table
};

/// The class of a character outside ASCII.
pub(super) fn class_of(c: char) -> u8 {
    if is_apostrophe(c) {
        NON_ASCII
    } else if c.is_whitespace() || is_blank(c) {
        NON_ASCII | BLANK
    } else if c.is_alphabetic() {
        let case = if c.is_uppercase() {
            UPPER
        } else if c.is_lowercase() {
            LOWER
        } else {
            0
        };
        NON_ASCII | WORD | case
    } else if c.is_numeric() {
        NON_ASCII | WORD | DIGIT
    } else if goes_on(c) {
        NON_ASCII | WORD
    } else {
        NON_ASCII
    }
}

/// Apostrophes, and the single quotation marks written for them.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '‛' | 'ʼ' | '`' | '´')
}

/// Leaves no trace on paper and separates: controls, marks of direction, zero-width space, byte order mark.
pub(super) fn is_blank(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Leaves no trace on paper and joins: soft hyphens, joiners, variation selectors.
pub(super) fn is_joiner(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}')
}

/// Belongs to the character before it: joiners and combining accents.
pub(super) fn goes_on(c: char) -> bool {
    is_joiner(c)
        || matches!(
            c,
            '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
                | '\u{fe20}'..='\u{fe2f}'
        )
}

/// Punctuation outside ASCII; whatever else is neither word nor blank is a symbol.
pub(super) fn is_punctuation(c: char) -> bool {
    is_apostrophe(c)
        || matches!(
            c,
            '¡' | '§' | '«' | '¶' | '·' | '»' | '¿' | '\u{2010}'..='\u{2027}' | '‰'..='⁞' | '\u{2e00}'..='\u{2e5d}'
                | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}' | '\u{ff01}'..='\u{ff0f}'
                | '\u{ff1a}'..='\u{ff1f}' | '\u{ff3b}'..='\u{ff3d}' | '\u{ff5b}'..='\u{ff65}'
        )
}
