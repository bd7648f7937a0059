//! [`Cursor`]: the tokens of a document with what the tables say of each.

use std::rc::Rc;

use super::Number;
use super::table::{Class, NumeralWord, Tables, Word, tables};
use crate::document::{Shape, Tag, TokenKind, TokenRange, Upos, VerbForm, WordKey};
use crate::{Document, Span, Token};

/// What the detectors look at. Token indices out of range are harmless everywhere: they are of no class and have no text.
#[derive(Clone)]
pub(super) struct Cursor<'d> {
    pub(super) document: &'d Document,
    pub(super) text: &'d str,
    pub(super) tokens: &'d [Token],
    tags: Rc<[Tag]>,
    pub(super) tables: &'static Tables,
    words: Rc<[Option<&'static Word>]>,
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

/// Behind these a word of change is a verb.
const MODALS: &[WordKey] = &keys!("could will would may might should can must did to");

/// Behind these a word is a noun.
const POSSESSIVES: &[WordKey] = &keys!("its his their our my your the a");

impl<'d> Cursor<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        let (tables, tokens) = (tables(), document.tokens());
        let words = tokens.iter().map(|token| tables.words.get(&token.key())).collect();
        let tags = document.tags().into();
        let mut cursor = Self { document, text: document.text(), tokens, tags, tables, words };
        cursor.tags = cursor.settled_tags().into();
        cursor
    }

    /// The same, with nothing behind the sentence of a token: what is read forward from there ends with it.
    pub(super) fn in_sentence(&self, at: usize) -> Self {
        let end = self.sentence(at).end().clamp(at.min(self.len()), self.len());
        Self { tokens: &self.tokens[..end], ..self.clone() }
    }

    /// Overrules the tagger where the tables or the writing of a word leave no doubt: digits and number words are numbers,
    /// *grew* and *fell* behind a noun are verbs, a capital inside a sentence of small letters is a name.
    fn settled_tags(&self) -> Vec<Tag> {
        let mut tags = self.tags.to_vec();
        let mut starts = vec![false; self.tokens.len()];
        for sentence in self.document.sentences() {
            if let Some(start) = starts.get_mut(sentence.tokens().start()) {
                *start = true;
            }
        }
        for (at, &starts) in starts.iter().enumerate() {
            let tag = self.tag(at);
            let settled = if self.is_number(at) {
                Some(Tag::new(Upos::Num))
            } else if let Some(word) = self.entry(at) {
                let number =
                    matches!(word.numeral, Some((NumeralWord::Small | NumeralWord::Tens | NumeralWord::Scale, _)));
                let only_verb = word.change_verb.is_some() && word.change_noun.is_none() && !tag.is_verbal();
                let behind_noun =
                    at > 0 && matches!(tags[at - 1].upos, Upos::Noun | Upos::Propn | Upos::Num | Upos::Pron);
                let past = self.word(at).ends_with("ed") || matches!(tag.upos, Upos::Noun | Upos::X);
                let changes = word.change_verb.is_some() && !tag.is_verbal();
                if changes && at > 0 && self.is_any(at - 1, MODALS) {
                    tags[at] = Tag::verb(Upos::Verb, VerbForm::Vb);
                    continue;
                }
                if number && !(word.numeral == Some((NumeralWord::Small, Number::ONE)) && tag.upos == Upos::Pron) {
                    Some(Tag::new(Upos::Num))
                } else if only_verb && behind_noun && past && !starts {
                    Some(Tag::verb(Upos::Verb, VerbForm::Vbd))
                } else {
                    None
                }
            } else {
                let shape = self.shape(at);
                let name = shape.is_capitalized() && shape.has_lower() && !starts && at > 0;
                let plain = name && self.shape(at - 1).has_lower() && !self.shape(at - 1).is_capitalized();
                let wrong = matches!(tag.upos, Upos::Verb | Upos::Aux | Upos::Adv | Upos::X);
                let cry = starts
                    && tag.upos == Upos::Intj
                    && shape.is_capitalized()
                    && self.kind(at + 1) == Some(TokenKind::Word);
                (plain && wrong || cry).then_some(Tag::new(Upos::Propn))
            };
            if let Some(settled) = settled {
                tags[at] = settled;
            } else if at > 0
                && matches!(tag.form, Some(VerbForm::Vbz | VerbForm::Vbp | VerbForm::Vb))
                && self.is_any(at - 1, POSSESSIVES)
            {
                // cut its costs
                tags[at] = Tag::new(Upos::Noun);
            }
        }
        tags
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
        self.tags.get(..self.len()).and_then(|tags| tags.get(at)).copied().unwrap_or_default()
    }

    pub(super) fn upos(&self, at: usize) -> Upos {
        self.tag(at).upos
    }

    /// What the tables say of a word.
    pub(super) fn entry(&self, at: usize) -> Option<&'static Word> {
        self.words.get(..self.len())?.get(at).copied().flatten()
    }

    pub(super) fn in_class(&self, at: usize, class: Class) -> bool {
        self.entry(at).is_some_and(|word| word.is(class))
    }

    pub(super) fn numeral(&self, at: usize) -> Option<(NumeralWord, Number)> {
        self.entry(at)?.numeral
    }

    /// Whether a vague number word may start at a token: *scores*, *a few*.
    pub(super) fn is_vague(&self, at: usize) -> bool {
        self.tables.vague.starts(self.key(at))
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
        matches!(self.word(at), "-" | "‐" | "‑")
    }

    /// Whether a token is a hyphen, dash or swung dash, as between the ends of a range.
    pub(super) fn is_dash(&self, at: usize) -> bool {
        matches!(self.word(at), "-" | "‐" | "‑" | "–" | "—" | "−" | "~")
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
