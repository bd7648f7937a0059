//! What the tagger looks at: features of a word and its neighbours, as 64-bit hashes.
//!
//! A feature is a template with one or two 32-bit values mixed into a number. Templates of the words alone come first
//! and do not depend on the tags given so far; the others do.

use crate::Token;
use crate::document::TokenKind;
use crate::tagger::classes::Class;

/// Number of features that depend on the words only.
pub(crate) const STATIC: usize = 24;
/// Number of features that also depend on the tags before.
pub(crate) const DYNAMIC: usize = 7;

/// What is known of one word by itself.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Word {
    /// Hash of the folded word.
    pub(crate) key: u32,
    /// The last bytes of the folded word, the very last one highest.
    tail: u64,
    /// The first four bytes, the very first one lowest.
    head: u32,
    /// Kind and way of writing.
    shape: u32,
    /// What the dictionary says of the word; of an unknown word, its ending.
    pub(crate) lexical: u32,
}

impl Word {
    /// What stands before and behind a sentence.
    pub(crate) const EDGE: Self = Self { key: 1, tail: 1, head: 1, shape: 1, lexical: 1 };

    /// The word of a token; `caseless` where [`is_caseless`] holds of its sentence.
    pub(crate) fn new(text: &str, token: &Token, caseless: bool) -> Self {
        let key = (token.key().as_u64() >> 32) as u32;
        let kind = token.kind();
        if matches!(kind, TokenKind::Punctuation | TokenKind::Symbol) {
            // Marks have no endings; their folded form says all, whichever way they are written.
            return Self {
                key,
                tail: u64::from(key) << 32 | u64::from(key),
                head: key,
                shape: 2 + kind as u32,
                lexical: 0,
            };
        }
        let (tail, head, length) = edges(text, token);
        let shape = token.shape();
        let cases =
            u32::from(shape.is_capitalized()) | u32::from(shape.is_all_caps()) << 1 | u32::from(shape.has_lower()) << 3;
        let flags = if caseless { 1 << 6 } else { cases }
            | u32::from(shape.has_digit()) << 2
            | u32::from(length > 3) << 4
            | u32::from(length > 1) << 5;
        Self { key, tail, head, shape: 1 << 16 | flags << 3 | kind as u32, lexical: 0 }
    }

    /// The last `count` bytes, 1 to 8.
    fn suffix(&self, count: u32) -> u64 {
        self.tail >> (64 - 8 * count)
    }

    /// The dictionary's word for an unknown word: its ending and capital.
    pub(crate) fn unknown(&self) -> u32 {
        0x8000_0000 | (self.suffix(2) as u32) << 10 | self.shape & 0x3ff
    }

    fn is_capitalized(&self) -> bool {
        self.shape >> 16 == 1 && self.shape & 8 != 0
    }
}

/// Whether the capitals of a sentence say nothing: *Minister Quits Over Leaked Memo*, *MINISTER QUITS*.
pub(crate) fn is_caseless(tokens: &[Token]) -> bool {
    let (mut capitals, mut small) = (0, 0);
    for token in tokens.iter().filter(|token| token.kind() == TokenKind::Word && token.span().len() > 3) {
        *(if token.shape().is_capitalized() { &mut capitals } else { &mut small }) += 1;
    }
    capitals >= 3 && small * 5 <= capitals
}

/// The first four and last eight bytes of a word, folded, and its length.
fn edges(text: &str, token: &Token) -> (u64, u32, usize) {
    let bytes = text.as_bytes().get(token.span().range()).unwrap_or_default();
    if token.shape().has_non_ascii() {
        return folded_edges(bytes);
    }
    let (mut tail, mut head) = ([0; 8], [0; 4]);
    let (from_end, from_start) = (bytes.len().min(8), bytes.len().min(4));
    tail[8 - from_end..].copy_from_slice(&bytes[bytes.len() - from_end..]);
    head[..from_start].copy_from_slice(&bytes[..from_start]);
    (lower(u64::from_le_bytes(tail)), lower(u64::from(u32::from_le_bytes(head))) as u32, bytes.len())
}

/// The same for a word with other characters: curly apostrophes become straight ones, the rest stays as it is.
fn folded_edges(bytes: &[u8]) -> (u64, u32, usize) {
    let (mut tail, mut head, mut length, mut at) = (0_u64, 0_u32, 0, 0);
    while at < bytes.len() {
        let (byte, width) = match &bytes[at..] {
            [0xe2, 0x80, 0x98 | 0x99, ..] => (b'\'', 3),
            rest => (rest[0].to_ascii_lowercase(), 1),
        };
        at += width;
        tail = tail >> 8 | u64::from(byte) << 56;
        if length < 4 {
            head |= u32::from(byte) << (8 * length);
        }
        length += 1;
    }
    (tail, head, length)
}

/// ASCII capitals of eight bytes to small letters.
fn lower(bytes: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let seven = bytes & (0x7f * ONES);
    let from_a = seven + (0x80 - b'A' as u64) * ONES;
    let above_z = seven + (0x7f - b'Z' as u64) * ONES;
    bytes | (from_a & !above_z & !bytes & (0x80 * ONES)) >> 2
}

/// The words around the one to tag: two before, itself, two behind.
pub(crate) type Window = [Word; 5];

/// A hash of a template and its values, good in its high bits.
fn feature(template: u64, a: u32, b: u32) -> u64 {
    let mixed = (u64::from(a) << 32 | u64::from(b)) ^ template.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let spread = (mixed ^ mixed >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    spread ^ spread >> 32
}

/// The features that depend on the words only.
pub(crate) fn static_features(window: &Window, first: bool) -> [u64; STATIC] {
    let [before2, before, word, next, next2] = window;
    let suffix = |count| {
        let bytes = word.suffix(count);
        (bytes as u32, (bytes >> 32) as u32)
    };
    let (s5, s5_high) = suffix(5);
    [
        feature(1, word.key, 0),
        feature(2, suffix(1).0, 0),
        feature(3, suffix(2).0, 0),
        feature(4, suffix(3).0, 0),
        feature(5, suffix(4).0, 0),
        feature(6, s5, s5_high),
        feature(7, word.head & 0xff, word.shape),
        feature(8, word.head & 0xff_ffff, 0),
        feature(9, word.shape, 0),
        feature(10, word.shape, u32::from(first)),
        feature(11, before.key, 0),
        feature(12, before2.key, 0),
        feature(13, next.key, 0),
        feature(14, next2.key, 0),
        feature(15, before.key, word.key),
        feature(16, word.key, next.key),
        feature(17, before.suffix(3) as u32, 0),
        feature(18, next.suffix(3) as u32, 0),
        feature(19, next.lexical, word.lexical),
        feature(20, next.lexical, next2.lexical),
        feature(21, word.lexical, u32::from(word.is_capitalized())),
        feature(22, next.lexical, 0),
        feature(23, before.lexical, word.lexical),
        feature(24, next.shape, before.shape),
    ]
}

/// The features that also depend on the tags of the two words before.
pub(crate) fn dynamic_features(window: &Window, before: Class, before2: Class) -> [u64; DYNAMIC] {
    let [_, _, word, next, _] = window;
    let (tag, tags) = (u32::from(before), u32::from(before) << 8 | u32::from(before2));
    [
        feature(41, tag, 0),
        feature(42, tags, 0),
        feature(43, tag, word.key),
        feature(44, tags, word.lexical),
        feature(45, tag, next.lexical),
        feature(46, tag, word.suffix(3) as u32),
        feature(47, tags, next.lexical),
    ]
}
