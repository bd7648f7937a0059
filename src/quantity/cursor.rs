//! [`Cursor`]: the tokens of a document with what the tables say of each.

use std::rc::Rc;

use super::Number;
use super::table::{Tables, tables};
use super::words::{Class, Known, NumberStart, NumeralWord, Word};
use crate::document::{Shape, Tag, TokenKind, TokenRange, Upos, WordKey};
use crate::{Document, Span, Token};

/// What the detectors look at. Token indices out of range are harmless everywhere: they are of no class and have no text.
#[derive(Clone)]
pub(super) struct Cursor<'d> {
    pub(super) document: &'d Document,
    pub(super) text: &'d str,
    pub(super) tokens: &'d [Token],
    tags: Rc<[Tag]>,
    pub(super) tables: &'static Tables,
    pub(super) words: Rc<[Known]>,
}

/// The key of a constant word.
macro_rules! key {
    ($word:literal) => {
        const { $crate::document::WordKey::ascii($word) }
    };
}
pub(super) use key;

/// The keys of constant words with one blank between them.
macro_rules! keys {
    ($words:literal) => {
        const { $crate::document::WordKey::list::<{ $crate::document::WordKey::count($words) }>($words) }
    };
}
pub(super) use keys;

impl<'d> Cursor<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        let (tables, text, tokens) = (tables(), document.text(), document.tokens());
        let words: Rc<[Known]> = tokens.iter().map(|token| tables.words.known(token.key())).collect();
        let mut cursor = Self { document, text, tokens, tags: Rc::from([]), tables, words };
        cursor.tags = super::tags::settle(&cursor).into();
        cursor
    }

    /// The tokens a number may start at, in order: few, and told sooner than tried.
    pub(super) fn number_starts(&self) -> Vec<u32> {
        // Of *twentyfold* the tables say nothing, but few texts have such words.
        let has_fold = self.text.contains("fold");
        let mut starts = Vec::new();
        for (at, (token, known)) in self.tokens.iter().zip(&*self.words).enumerate() {
            let may_start = match token.kind() {
                TokenKind::Number => true,
                TokenKind::Word => match known.start {
                    NumberStart::No => token.shape().has_digit() || has_fold && self.word(at).ends_with("fold"),
                    NumberStart::Yes => true,
                    NumberStart::WithNext => self.goes_on_as_number(at + 1),
                },
                _ => false,
            };
            if may_start {
                starts.push(at as u32);
            }
        }
        starts
    }

    /// Whether a number that *a, an* or *point* starts may go on with a token: *a dozen, an hour and a half, point five*.
    fn goes_on_as_number(&self, at: usize) -> bool {
        self.is_number(at)
            || self.known(at).follows_article
            || self.tables.unit_words.starts_at(self.tokens, at)
            || self.tables.currency_words.starts_at(self.tokens, at)
    }

    /// The same, with nothing behind the sentence of a token: what is read forward from there ends with it.
    pub(super) fn in_sentence(&self, at: usize) -> Self {
        let end = self.sentence(at).end().clamp(at.min(self.len()), self.len());
        Self { tokens: &self.tokens[..end], ..self.clone() }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(super) fn key(&self, at: usize) -> WordKey {
        self.tokens.get(at).map_or(WordKey::default(), |token| token.key())
    }

    pub(super) fn is(&self, at: usize, key: WordKey) -> bool {
        self.tokens.get(at).is_some_and(|token| token.key() == key)
    }

    pub(super) fn is_any(&self, at: usize, keys: &[WordKey]) -> bool {
        self.tokens.get(at).is_some_and(|token| keys.contains(&token.key()))
    }

    pub(super) fn word(&self, at: usize) -> &'d str {
        self.tokens.get(at).and_then(|token| token.span().slice(self.text)).unwrap_or("")
    }

    pub(super) fn span(&self, at: usize) -> Span {
        self.tokens.get(at).map_or(Span::default(), |token| token.span())
    }

    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind())
    }

    pub(super) fn shape(&self, at: usize) -> Shape {
        self.tokens.get(at).map_or(Shape::default(), |token| token.shape())
    }

    pub(super) fn tag(&self, at: usize) -> Tag {
        if at < self.len() { self.tags.get(at).copied().unwrap_or_default() } else { Tag::default() }
    }

    pub(super) fn upos(&self, at: usize) -> Upos {
        self.tag(at).upos
    }

    /// What the tables say of a word.
    pub(super) fn entry(&self, at: usize) -> Option<&'static Word> {
        self.tables.words.at(self.known(at))
    }

    /// What is known of a word by its key alone.
    pub(super) fn known(&self, at: usize) -> Known {
        if at < self.len() { self.words[at] } else { Known::default() }
    }

    pub(super) fn in_class(&self, at: usize, class: Class) -> bool {
        self.entry(at).is_some_and(|word| word.is(class))
    }

    pub(super) fn numeral(&self, at: usize) -> Option<(NumeralWord, Number)> {
        self.entry(at)?.numeral
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Number)
    }

    /// Whether a token is a number in digits or a number word.
    pub(super) fn is_number_word(&self, at: usize) -> bool {
        self.is_number(at) || self.numeral(at).is_some()
    }

    /// Whether nothing stands between token `at` and the one behind it.
    pub(super) fn glued(&self, at: usize) -> bool {
        match (self.tokens.get(at), self.tokens.get(at + 1)) {
            (Some(left), Some(right)) => left.span().end() == right.span().start(),
            _ => false,
        }
    }

    /// Whether a token is a hyphen or dash that joins the words around it.
    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        matches!(self.mark(at), "-" | "‐" | "‑")
    }

    /// Whether a token is a hyphen, dash or swung dash, as between the ends of a range.
    pub(super) fn is_dash(&self, at: usize) -> bool {
        matches!(self.mark(at), "-" | "‐" | "‑" | "–" | "—" | "−" | "~")
    }

    /// The text of a token that is a mark; empty for words, and told from their kind.
    pub(super) fn mark(&self, at: usize) -> &'d str {
        if self.is_mark(at) { self.word(at) } else { "" }
    }

    fn is_mark(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(TokenKind::Punctuation | TokenKind::Symbol))
    }

    /// A hyphen with words directly on both sides.
    pub(super) fn joins(&self, at: usize) -> bool {
        self.is_hyphen(at) && self.glued(at) && at > 0 && self.glued(at - 1)
    }

    pub(super) fn tokens_span(&self, start: usize, end: usize) -> Span {
        let start = start.min(self.len());
        self.document.span_of(TokenRange::new(start, end.clamp(start, self.len())))
    }

    /// The byte before a position.
    pub(super) fn byte_before(&self, at: usize) -> u8 {
        at.checked_sub(1).and_then(|at| self.text.as_bytes().get(at)).copied().unwrap_or(b' ')
    }

    /// The tokens of the sentence a token stands in.
    pub(super) fn sentence(&self, at: usize) -> TokenRange {
        let sentence = self.document.sentence_of(at);
        self.document.sentences().get(sentence).map_or(TokenRange::default(), |sentence| sentence.tokens())
    }
}
