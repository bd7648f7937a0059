//! [`Token`]: a word, number or mark; [`WordKey`], its folded form as a number.

use std::ops::Range;

use crate::Span;
use crate::text;

/// A word, number, punctuation mark or symbol: where it stands, its folded-word key, its kind and shape. 18 bytes, `Copy`.
///
/// Tokens follow the Universal Dependencies conventions for English: clitics are tokens of their own (`do|n't`, `she|'s`),
/// hyphenated words are split (`far|-|right`), numbers keep their separators (`1,463`, `2.5`).
///
/// ```
/// use newsframe::document::TokenKind;
/// use newsframe::{Article, Document, WordKey};
///
/// let document = Document::new(Article::from_text("Trains don't run.")?)?;
/// let words: Vec<_> = document.tokens().iter().map(|token| document.slice(token.span())).collect();
/// assert_eq!(words, ["Trains", "do", "n't", "run", "."]);
/// let (first, stop) = (document.tokens()[0], document.tokens()[4]);
/// assert_eq!(first.key(), WordKey::of("trains"));
/// assert!(first.shape().is_capitalized() && first.is_word());
/// assert_eq!(stop.kind(), TokenKind::Punctuation);
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(Rust, packed(2))]
pub struct Token {
    span: Span,
    key: WordKey,
    kind: TokenKind,
    shape: Shape,
}

impl Token {
    pub(crate) fn new(span: Span, key: WordKey, kind: TokenKind, shape: Shape) -> Self {
        Self { span, key, kind, shape }
    }

    /// Where it stands.
    pub fn span(self) -> Span {
        self.span
    }

    /// The key of its folded form: equal for `The`, `the` and `THE`.
    pub fn key(self) -> WordKey {
        self.key
    }

    /// What kind of token it is.
    pub fn kind(self) -> TokenKind {
        self.kind
    }

    /// How it is written.
    pub fn shape(self) -> Shape {
        self.shape
    }

    /// Whether it counts as a word when words are counted: words and numbers, not marks and addresses.
    pub fn is_word(self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number)
    }
}

/// What kind of token it is, by its characters.
///
/// ```
/// use newsframe::document::TokenKind;
/// use newsframe::{Article, Document};
///
/// let document = Document::new(Article::from_text("Fares rose $40.")?)?;
/// let kinds: Vec<_> = document.tokens().iter().map(|token| token.kind()).collect();
/// let expected = [TokenKind::Word, TokenKind::Word, TokenKind::Symbol, TokenKind::Number, TokenKind::Punctuation];
/// assert_eq!(kinds, expected);
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum TokenKind {
    /// Letters, with inner apostrophes and digits: `don`, `n't`, `O'Brien`, `G20`.
    Word,
    /// Starts with a digit: `1,463`, `3.5`, `1990s`, `40m`, `3rd`.
    Number,
    /// A punctuation mark: `.`, `,`, `“`, `—`, `...`.
    Punctuation,
    /// Any other mark: `$`, `%`, `+`, an emoji.
    Symbol,
    /// A web address, e-mail address, `@handle` or `#tag`.
    Address,
}

/// How a token is written: flags.
///
/// ```
/// use newsframe::{Article, Document};
///
/// let document = Document::new(Article::from_text("NATO met at Café 21.")?)?;
/// let shape = |token: usize| document.tokens()[token].shape();
/// assert!(shape(0).is_all_caps() && !shape(0).has_lower());
/// assert!(shape(3).is_capitalized() && shape(3).has_non_ascii());
/// assert!(shape(4).has_digit());
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Shape(u8);

impl Shape {
    pub(crate) const CAPITALIZED: u8 = 1;
    pub(crate) const ALL_CAPS: u8 = 2;
    pub(crate) const HAS_DIGIT: u8 = 4;
    pub(crate) const HAS_LOWER: u8 = 8;
    pub(crate) const NON_ASCII: u8 = 16;

    pub(crate) fn new(flags: u8) -> Self {
        Self(flags)
    }

    pub(crate) fn bits(self) -> u8 {
        self.0
    }

    /// Whether the first letter is a capital.
    pub fn is_capitalized(self) -> bool {
        self.0 & Self::CAPITALIZED != 0
    }

    /// Whether it has two or more letters, all capitals.
    pub fn is_all_caps(self) -> bool {
        self.0 & Self::ALL_CAPS != 0
    }

    /// Whether it has a digit.
    pub fn has_digit(self) -> bool {
        self.0 & Self::HAS_DIGIT != 0
    }

    /// Whether it has a small letter.
    pub fn has_lower(self) -> bool {
        self.0 & Self::HAS_LOWER != 0
    }

    /// Whether it has a character outside ASCII.
    pub fn has_non_ascii(self) -> bool {
        self.0 & Self::NON_ASCII != 0
    }
}

/// The folded form of a word as a 64-bit number: small letters, straight apostrophes and quotation marks, plain dashes.
///
/// The same on every machine and in every version that does not say otherwise in the changelog.
///
/// ```
/// use newsframe::WordKey;
///
/// assert_eq!(WordKey::of("DON’T"), WordKey::of("don't"));
/// assert_ne!(WordKey::of("said"), WordKey::of("says"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct WordKey(pub(crate) u64);

impl WordKey {
    /// The key of a word.
    pub fn of(word: &str) -> Self {
        text::word_key(word)
    }

    /// The key of a constant word in ASCII, at compile time.
    pub(crate) const fn ascii(word: &str) -> Self {
        assert!(word.is_ascii());
        text::ascii_key(word.as_bytes())
    }

    /// How many words stand in a constant list with one blank between them.
    pub(crate) const fn count(words: &str) -> usize {
        let (words, mut count, mut at) = (words.as_bytes(), 1, 0);
        while at < words.len() {
            count += (words[at] == b' ') as usize;
            at += 1;
        }
        count
    }

    /// The keys of a constant list of ASCII words with one blank between them, at compile time.
    pub(crate) const fn list<const N: usize>(words: &str) -> [Self; N] {
        assert!(words.is_ascii());
        let (mut keys, mut rest, mut at) = ([Self(0); N], words.as_bytes(), 0);
        while at < N {
            let mut end = 0;
            while end < rest.len() && rest[end] != b' ' {
                end += 1;
            }
            assert!(end > 0, "an empty word");
            keys[at] = text::ascii_key(rest.split_at(end).0);
            rest = rest.split_at(if end < rest.len() { end + 1 } else { end }).1;
            at += 1;
        }
        keys
    }

    /// The key as a number.
    ///
    /// ```
    /// use newsframe::WordKey;
    ///
    /// assert_eq!(WordKey::of("The").as_u64(), WordKey::of("the").as_u64());
    /// ```
    pub const fn as_u64(self) -> u64 {
        self.0
    }
}

/// A range of token indices, `start..end`.
///
/// ```
/// use newsframe::{Article, Document};
///
/// let document = Document::new(Article::from_text("Rain fell. More is coming.")?)?;
/// let tokens = document.sentences()[1].tokens();
/// assert_eq!((tokens.start(), tokens.end(), tokens.len()), (3, 7, 4));
/// assert_eq!(tokens.range(), 3..7);
/// assert!(tokens.contains(6) && !tokens.contains(7) && !tokens.is_empty());
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct TokenRange {
    start: u32,
    end: u32,
}

impl TokenRange {
    pub(crate) fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start: start as u32, end: end.max(start) as u32 }
    }

    /// Index of the first token.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// Index behind the last token.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Number of tokens.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no token.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a range of indices.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Whether the token with this index is in the range.
    pub fn contains(self, token: usize) -> bool {
        self.start() <= token && token < self.end()
    }
}
