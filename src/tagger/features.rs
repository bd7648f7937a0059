//! What the tagger looks at: features of a word and its neighbours, as 64-bit hashes.
//!
//! A feature is a template with one or two 32-bit values mixed into a number: the word, its ending, beginning and way of
//! writing, what dictionary and word list say of it, the same of its neighbours, the tags before, and pairs of these.

use crate::document::TokenKind;
use crate::tagger::classes::{self, CLASSES, Class, EDGE, Role};
use crate::tagger::model::{Dictionary, UNSEEN};
use crate::{Token, WordKey};

/// Number of features of a word and its neighbours.
pub(crate) const FIXED: usize = 19;

/// Number of features of the beginning and end of a word that the dictionary does not have.
pub(crate) const EDGES: usize = 9;

/// Number of features that need the tags before.
pub(crate) const TAGGED: usize = 11;

/// The most features a word has.
pub(crate) const FEATURES: usize = FIXED + EDGES + TAGGED;

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
    /// Parts of speech in the word list.
    pub(crate) listed: u32,
    /// The same, or a guess from its ending for a word that is not listed.
    kind: u32,
    /// What comes first behind it, by [`look_ahead`].
    ahead: u32,
}

impl Word {
    /// What stands before and behind a sentence.
    pub(crate) const EDGE: Self =
        Self { key: 1, tail: 1, head: 1, shape: 1, lexical: 1, listed: 1 << 15, kind: 1 << 15, ahead: 0 };

    /// The word of a token; `caseless` where [`is_caseless`] holds of its sentence.
    pub(crate) fn new(text: &str, token: &Token, caseless: bool) -> Self {
        let key = Self::short(token.key());
        let kind = token.kind();
        if matches!(kind, TokenKind::Punctuation | TokenKind::Symbol) {
            // Marks have no endings; their folded form says all, whichever way they are written.
            return Self {
                key,
                tail: u64::from(key) << 32 | u64::from(key),
                head: key,
                shape: 2 + kind as u32,
                lexical: 0,
                listed: 0,
                kind: 0,
                ahead: 0,
            };
        }
        let (tail, head, length) = first_and_last(text, token);
        let shape = token.shape();
        let cases =
            u32::from(shape.is_capitalized()) | u32::from(shape.is_all_caps()) << 1 | u32::from(shape.has_lower()) << 3;
        let flags = if caseless { 1 << 6 } else { cases }
            | u32::from(shape.has_digit()) << 2
            | u32::from(length > 3) << 4
            | u32::from(length > 1) << 5;
        Self { key, tail, head, shape: 1 << 16 | flags << 3 | kind as u32, lexical: 0, listed: 0, kind: 0, ahead: 0 }
    }

    /// Adds what a dictionary says.
    pub(crate) fn look_up(&mut self, dictionary: &Dictionary) {
        let entry = dictionary.get(self.key);
        let seen = entry.map(|entry| entry.seen).filter(|seen| *seen != UNSEEN);
        self.lexical = seen.map_or_else(|| self.unknown(), u32::from);
        self.listed = entry.map_or(0, |entry| u32::from(entry.listed));
        self.kind = if self.listed == 0 { self.guess() } else { self.listed };
    }

    /// The part of a key that the dictionary goes by; never 0.
    pub(crate) fn short(key: WordKey) -> u32 {
        ((key.as_u64() >> 32) as u32).max(1)
    }

    /// The class, if the dictionary knows only one.
    pub(crate) fn certain(&self) -> Option<Class> {
        (self.lexical < CLASSES as u32).then_some(self.lexical as Class)
    }

    /// The classes it may get, as bits: sums of weights do not know what is out of the question.
    #[inline]
    pub(crate) fn possible(&self) -> u32 {
        if self.key == GENITIVE {
            return classes::GENITIVE;
        }
        let mut possible = u32::MAX;
        if self.listed != 0 && self.is_small() {
            possible &= !classes::NAME;
        }
        if self.listed != 0 && self.lexical >= UNKNOWN {
            possible &= classes::possible_verbs(self.listed);
        }
        possible
    }

    /// Whether it is written small where names are not.
    fn is_small(&self) -> bool {
        self.shape >> 16 == 1 && self.shape & (CAPITALIZED | CASELESS) == 0
    }

    /// The last `count` bytes, 1 to 8.
    fn suffix(&self, count: u32) -> u64 {
        self.tail >> (64 - 8 * count)
    }

    /// What an ending makes likely, as bits above those of the word list.
    fn guess(&self) -> u32 {
        if self.shape >> 16 != 1 {
            return 0;
        }
        match &self.tail.to_be_bytes() {
            [b'd', b'e', ..] => 1 << 9,
            [b'g', b'n', b'i', ..] => 1 << 10,
            [b'y', b'l', ..] => 1 << 11,
            [b's', b's', ..] => 0,
            [b's', ..] => 1 << 12,
            _ => 0,
        }
    }

    /// The dictionary's word for an unknown word: its ending and capital.
    fn unknown(&self) -> u32 {
        UNKNOWN | (self.suffix(2) as u32) << 10 | self.shape & 0x3ff
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

/// Notes of each word of a sentence what certainly comes first behind it: a finite verb (1), the beginning of a clause (2),
/// a comma and then one of these (3 and more), or neither (0).
pub(crate) fn look_ahead(words: &mut [Word]) {
    let mut ahead = 0;
    for word in words.iter_mut().rev() {
        word.ahead = ahead;
        ahead = match word.certain().map_or(Role::Other, classes::role) {
            Role::Finite => 1,
            Role::Opener => 2,
            _ if word.key == COMMA => 3 | ahead << 2 & 12,
            _ => ahead,
        };
    }
}

/// The key of a comma.
const COMMA: u32 = (WordKey::ascii(",").as_u64() >> 32) as u32;

/// Bits of a shape.
const CAPITALIZED: u32 = 1 << 3;
const CASELESS: u32 = 1 << 9;
/// Marks what [`Word::unknown`] says.
const UNKNOWN: u32 = 0x8000_0000;
/// The key of *'s*.
const GENITIVE: u32 = (WordKey::ascii("'s").as_u64() >> 32) as u32;

/// The first four and last eight bytes of a word, folded, and its length.
fn first_and_last(text: &str, token: &Token) -> (u64, u32, usize) {
    let bytes = text.as_bytes().get(token.span().range()).unwrap_or_default();
    if token.shape().has_non_ascii() {
        return folded_first_and_last(bytes);
    }
    let (start, end) = (token.span().start(), token.span().end());
    let text = text.as_bytes();
    // Eight bytes up to the end and four from the start, whatever they are, and then without those of other words.
    let tail = match text.get(..end).and_then(|text| text.last_chunk()) {
        Some(last) => u64::from_le_bytes(*last),
        None => bytes.iter().fold(0, |tail, &byte| tail >> 8 | u64::from(byte) << 56),
    };
    let head = match text.get(start..).and_then(|text| text.first_chunk()) {
        Some(first) => u32::from_le_bytes(*first),
        None => bytes.iter().rev().fold(0, |head, &byte| head << 8 | u32::from(byte)),
    };
    let tail = tail & u64::MAX.checked_shl(64 - 8 * bytes.len().min(8) as u32).unwrap_or(0);
    let head = head & u32::MAX.checked_shr(32 - 8 * bytes.len().min(4) as u32).unwrap_or(0);
    (lower(tail), lower(u64::from(head)) as u32, bytes.len())
}

/// The same for a word with other characters: curly apostrophes become straight ones, the rest stays as it is.
fn folded_first_and_last(bytes: &[u8]) -> (u64, u32, usize) {
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

/// What the words before were tagged as.
#[derive(Clone, Copy)]
pub(crate) struct History {
    before: Class,
    before2: Class,
    /// The last verb.
    verb: Class,
    /// How many clauses wait for their finite verb.
    open: u8,
    /// Whether a noun or pronoun stands behind the last verb.
    nominal: bool,
}

impl Default for History {
    fn default() -> Self {
        Self { before: EDGE, before2: EDGE, verb: EDGE, open: 1, nominal: false }
    }
}

impl History {
    /// Whether no word stands before.
    pub(crate) fn is_first(&self) -> bool {
        self.before == EDGE
    }

    /// The next word was tagged so.
    #[inline]
    pub(crate) fn push(&mut self, class: Class) {
        (self.before2, self.before) = (self.before, class);
        let role = classes::role(class);
        match role {
            Role::Finite => self.open = self.open.saturating_sub(1),
            Role::Opener => self.open = (self.open + 1).min(3),
            _ => {}
        }
        if matches!(role, Role::Finite | Role::Verb) {
            (self.verb, self.nominal) = (class, false);
        } else {
            self.nominal |= role == Role::Nominal;
        }
    }
}

/// A hash of a template and its values, good in its upper half.
#[inline]
fn feature(template: u64, a: u32, b: u32) -> u64 {
    let mixed = (u64::from(a) << 32 | u64::from(b)) ^ template.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed ^ mixed >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}

/// The features of the word in the middle of a window that need no tag; `first` in its sentence. The number of a template
/// is part of the model: never reuse one.
#[inline]
pub(crate) fn fixed(window: &Window, first: bool) -> [u64; FIXED] {
    let [before2, before, word, next, next2] = window;
    [
        feature(0, 0, 0),
        feature(1, word.key, 0),
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
        feature(21, word.lexical, word.shape & 8),
        feature(22, next.lexical, 0),
        feature(23, before.lexical, word.lexical),
        feature(27, word.kind, before.kind),
        feature(28, word.kind, before.key),
        feature(29, word.kind, next.key),
        feature(30, word.kind, word.ahead),
    ]
}

/// The features of the beginning and end of a word. A word that the dictionary has is known better by itself, and does
/// without them: that costs nothing and saves time.
#[inline]
pub(crate) fn edges(word: &Word) -> Option<[u64; EDGES]> {
    let suffix = |count| word.suffix(count);
    (word.lexical >= UNKNOWN).then(|| {
        [
            feature(2, suffix(1) as u32, 0),
            feature(3, suffix(2) as u32, 0),
            feature(4, suffix(3) as u32, 0),
            feature(5, suffix(4) as u32, 0),
            feature(6, suffix(5) as u32, (suffix(5) >> 32) as u32),
            feature(7, word.head & 0xff, word.shape),
            feature(8, word.head & 0xff_ffff, 0),
            feature(9, word.shape, 0),
            feature(25, word.kind, word.shape),
        ]
    })
}

/// The features of the word in the middle of a window that need the tags before.
#[inline]
pub(crate) fn tagged(window: &Window, history: &History) -> [u64; TAGGED] {
    let [_, _, word, next, _] = window;
    let tag = u32::from(history.before);
    let tags = tag << 8 | u32::from(history.before2);
    let clause = u32::from(history.open) << 8 | u32::from(history.nominal);
    [
        feature(42, tags, 0),
        feature(43, tag, word.key),
        feature(44, tags, word.lexical),
        feature(45, tag, next.lexical),
        feature(47, tags, next.lexical),
        feature(48, tags, word.kind),
        feature(49, tag << 16 | word.kind, next.kind),
        feature(51, clause << 8 | u32::from(history.verb), word.kind),
        feature(52, clause << 8 | tag, word.kind),
        feature(53, clause << 8 | word.ahead, word.kind),
        feature(54, u32::from(history.verb) << 8 | tag, word.lexical),
    ]
}
