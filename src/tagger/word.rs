//! [`Word`]: what is known of a word by itself.

use super::classes::{self, CLASSES, Class, Role};
use super::features::Value;
use super::model::{Dictionary, UNSEEN};
use crate::document::TokenKind;
use crate::{Token, WordKey};

/// What is known of one word by itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// In small letters.
    form: Form,
    /// What the dictionary says of the word; of an unknown word, its ending.
    lexical: u32,
    /// Parts of speech in the word list.
    listed: u32,
    pub(crate) values: Values,
}

/// What a word gives to features that look at it and something else.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Values {
    /// Hash of the folded word.
    pub(crate) key: Value,
    /// What the dictionary says of the word; of an unknown word, its ending.
    pub(crate) lexical: Value,
    /// Parts of speech in the word list, or a guess from its ending for a word that is not listed.
    pub(crate) kind: Value,
}

/// What the tagger sees of a word. Words of one form are the same to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Form {
    /// The last eight bytes of the word, the very last one highest.
    tail: u64,
    /// Hash of the folded word.
    key: u32,
    /// The first four bytes, the very first one lowest.
    head: u32,
    shape: Shape,
}

/// Kind and way of writing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Shape(u32);

impl Shape {
    const DIGIT: u32 = 1 << 5;
    const CAPITALIZED: u32 = 1 << 3;
    const CASES: u32 = Self::CAPITALIZED | 1 << 4 | 1 << 6;
    const CASELESS: u32 = 1 << 9;
    const WRITTEN: u32 = 1 << 16;

    /// That of a mark.
    fn of_mark(kind: TokenKind) -> Self {
        Self(2 + kind as u32)
    }

    /// That of anything else, of so many bytes.
    fn of_word(token: &Token, length: usize, caseless: bool) -> Self {
        let cases = u32::from(token.shape().bits()) << 3 & (Self::DIGIT | if caseless { 0 } else { Self::CASES });
        let caseless = if caseless { Self::CASELESS } else { 0 };
        let length = u32::from(length > 3) << 7 | u32::from(length > 1) << 8;
        Self(Self::WRITTEN | caseless | length | cases | token.kind() as u32)
    }

    /// As a number.
    pub(crate) fn bits(self) -> u32 {
        self.0
    }

    /// Whether it begins with a capital where that says something.
    pub(crate) fn capital(self) -> u32 {
        self.0 & Self::CAPITALIZED
    }

    /// Whether it is a word or number, not a mark.
    fn is_written(self) -> bool {
        self.0 >= Self::WRITTEN
    }

    /// Whether it is written small where names are not.
    fn is_small(self) -> bool {
        self.is_written() && self.0 & (Self::CAPITALIZED | Self::CASELESS) == 0
    }
}

impl Form {
    /// That of what stands before and behind a sentence; no token has it.
    pub(crate) const EDGE: Self = Self { tail: 1, key: 1, head: 1, shape: Shape(1) };

    /// The form of a token; `caseless` where [`is_caseless`] holds of its sentence.
    #[inline]
    pub(crate) fn new(text: &str, token: &Token, caseless: bool) -> Self {
        let key = short(token.key());
        if matches!(token.kind(), TokenKind::Punctuation | TokenKind::Symbol) {
            // Marks have no endings; their folded form says all, whichever way they are written.
            let tail = u64::from(key) << 32 | u64::from(key);
            return Self { key, tail, head: key, shape: Shape::of_mark(token.kind()) };
        }
        let (text, span) = (text.as_bytes(), token.span());
        let (tail, head, length) = if token.shape().has_non_ascii() {
            folded_first_and_last(text.get(span.range()).unwrap_or_default())
        } else {
            first_and_last(text, span.start(), span.end())
        };
        Self { key, tail, head, shape: Shape::of_word(token, length, caseless) }
    }

    /// The same with small letters.
    fn folded(self) -> Self {
        if !self.shape.is_written() {
            return self;
        }
        Self { tail: lower(self.tail), head: lower(u64::from(self.head)) as u32, ..self }
    }

    /// Hash of the folded word.
    pub(crate) fn key(&self) -> u32 {
        self.key
    }

    /// Kind and way of writing.
    pub(crate) fn shape(&self) -> Shape {
        self.shape
    }

    /// A hash of the key and the way of writing, good in its upper half.
    #[inline]
    pub(crate) fn hash(&self) -> u64 {
        (u64::from(self.key) << 32 | u64::from(self.shape.0)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }

    /// The last `count` bytes, 1 to 8.
    fn suffix(&self, count: u32) -> u64 {
        self.tail >> (64 - 8 * count)
    }

    /// What an ending makes likely, as bits above those of the word list.
    fn guess(&self) -> u32 {
        if !self.shape.is_written() {
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
        UNKNOWN | (self.suffix(2) as u32) << 10 | self.shape.0 & 0x3ff
    }
}

/// The part of a key that the dictionary goes by; never 0.
pub(crate) fn short(key: WordKey) -> u32 {
    ((key.as_u64() >> 32) as u32).max(1)
}

impl Word {
    /// What stands before and behind a sentence.
    pub(crate) const EDGE: Self = Self::of(Form::EDGE, 1, 1 << 15, 1 << 15);

    /// A word and what a dictionary says of it.
    pub(crate) fn new(form: Form, dictionary: &Dictionary) -> Self {
        let form = form.folded();
        let entry = dictionary.get(form.key);
        let seen = entry.map(|entry| entry.seen).filter(|seen| *seen != UNSEEN);
        let lexical = seen.map_or_else(|| form.unknown(), u32::from);
        let listed = entry.map_or(0, |entry| u32::from(entry.listed));
        Self::of(form, lexical, listed, if listed == 0 { form.guess() } else { listed })
    }

    const fn of(form: Form, lexical: u32, listed: u32, kind: u32) -> Self {
        let values = Values { key: Value::new(form.key), lexical: Value::new(lexical), kind: Value::new(kind) };
        Self { form, lexical, listed, values }
    }

    /// Kind and way of writing.
    pub(crate) fn shape(&self) -> Shape {
        self.form.shape
    }

    /// The first `count` bytes, 1 to 4.
    pub(crate) fn prefix(&self, count: u32) -> u32 {
        self.form.head & u32::MAX >> (32 - 8 * count)
    }

    /// The last `count` bytes, 1 to 8.
    pub(crate) fn suffix(&self, count: u32) -> u64 {
        self.form.suffix(count)
    }

    /// Whether the dictionary has not seen it tagged.
    pub(crate) fn is_unknown(&self) -> bool {
        self.lexical >= UNKNOWN
    }

    /// The class, if the dictionary knows only one.
    pub(crate) fn certain(&self) -> Option<Class> {
        (self.lexical < CLASSES as u32).then_some(self.lexical as Class)
    }

    /// The classes it may get, as bits: sums of weights do not know what is out of the question.
    pub(crate) fn possible(&self) -> u32 {
        if self.form.key == GENITIVE {
            return classes::GENITIVE;
        }
        let mut possible = u32::MAX;
        if self.listed != 0 && self.form.shape.is_small() {
            possible &= !classes::NAME;
        }
        if self.listed != 0 && self.is_unknown() {
            possible &= classes::possible_verbs(self.listed);
        }
        possible
    }

    /// What it tells the words before it of what comes.
    pub(crate) fn signal(&self) -> Signal {
        match self.certain().map_or(Role::Other, classes::role) {
            Role::Finite => Signal::Verb,
            Role::Opener => Signal::Clause,
            _ if self.form.key == COMMA => Signal::Comma,
            _ => Signal::None,
        }
    }
}

/// What a word tells those before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Signal {
    /// It is certainly a finite verb.
    Verb,
    /// It certainly begins a clause.
    Clause,
    Comma,
    None,
}

impl Signal {
    /// What certainly comes first, as the word before sees it, where this is what comes first behind this word: a finite
    /// verb (1), the beginning of a clause (2), a comma and then one of these (3 and more), or neither (0).
    #[inline]
    pub(crate) fn before(self, ahead: u8) -> u8 {
        match self {
            Self::Verb => 1,
            Self::Clause => 2,
            Self::Comma => 3 | ahead << 2 & 12,
            Self::None => ahead,
        }
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

/// The key of a comma.
const COMMA: u32 = (WordKey::ascii(",").as_u64() >> 32) as u32;

/// Marks what [`Form::unknown`] says.
const UNKNOWN: u32 = 0x8000_0000;
/// The key of *'s*.
const GENITIVE: u32 = (WordKey::ascii("'s").as_u64() >> 32) as u32;

/// The last eight and first four bytes of a word in ASCII, and its length.
#[inline]
fn first_and_last(text: &[u8], start: usize, end: usize) -> (u64, u32, usize) {
    let last = text.get(..end).and_then(|text| text.last_chunk());
    let first = text.get(start..).and_then(|text| text.first_chunk());
    let (Some(&last), Some(&first)) = (last, first) else {
        return folded_first_and_last(text.get(start..end).unwrap_or_default());
    };
    // Eight bytes up to the end and four from the start, whatever they are, and then without those of other words.
    let length = end.saturating_sub(start).max(1);
    let others = 64 - 8 * length.min(8) as u32;
    let tail = u64::from_le_bytes(last) >> others << others;
    let head = u32::from_le_bytes(first) & u32::MAX >> (32 - 8 * length.min(4) as u32);
    (tail, head, length)
}

/// The same for any word: curly apostrophes become straight ones, capitals of ASCII small, the rest stays as it is.
#[cold]
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
