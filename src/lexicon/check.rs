//! What a phrase found in a text must fulfil to count: capitals, part of speech, the words around it.

use super::entry::{Condition, Entry, PartOfSpeech, PartsOfSpeech, Place};
use super::reading::Reading;
use super::set::Rejection;
use crate::document::{Document, TokenKind, TokenRange};
use crate::text::tokenize_phrase;
use crate::{Token, WordKey};

/// Words on either side within which a [`Place::Near`] condition is looked for.
pub(super) const NEAR: usize = 4;

/// The tokens of a phrase and its heads.
pub(super) struct Phrase<'a> {
    text: &'a str,
    pub(super) tokens: Vec<Token>,
}

impl<'a> Phrase<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self::reusing(text, Vec::new())
    }

    /// The same in a buffer that had another use before.
    pub(super) fn reusing(text: &'a str, mut tokens: Vec<Token>) -> Self {
        tokens.clear();
        tokenize_phrase(text, &mut tokens);
        Self { text, tokens }
    }

    pub(super) fn keys(&self) -> Vec<WordKey> {
        self.tokens.iter().map(|token| token.key()).collect()
    }

    pub(super) fn word(&self, token: usize) -> &'a str {
        self.tokens.get(token).and_then(|token| token.span().slice(self.text)).unwrap_or_default()
    }

    /// The token that is inflected and whose tag counts.
    pub(super) fn head(&self, pos: PartOfSpeech) -> usize {
        match pos {
            PartOfSpeech::Verb => self.last_word_before(self.text.find(' ').unwrap_or(self.text.len())),
            PartOfSpeech::Noun => self.last_word_before(self.preposition().unwrap_or(self.text.len())),
            _ => self.tokens.len().saturating_sub(1),
        }
    }

    fn last_word_before(&self, offset: usize) -> usize {
        let before = self.tokens.partition_point(|token| token.span().end() <= offset);
        self.tokens[..before].iter().rposition(|token| token.kind() == TokenKind::Word).unwrap_or(0)
    }

    /// Where the preposition starts that ends a noun: *enemy of the people*, *stab-in-the-back*, but not *sit-in protest*.
    fn preposition(&self) -> Option<usize> {
        (1..self.tokens.len().saturating_sub(1)).find_map(|index| {
            let stands_free = (self.word(index - 1) == "-") == (self.word(index + 1) == "-");
            (stands_free && PREPOSITIONS.contains(&self.word(index))).then(|| self.tokens[index].span().start())
        })
    }
}

const PREPOSITIONS: &[&str] =
    &["against", "at", "behind", "by", "for", "from", "in", "of", "on", "to", "under", "with", "without"];

/// The requirements of one entry, in a form that is quick to check.
#[derive(Debug)]
pub(super) struct Check {
    pos: PartsOfSpeech,
    verb: u8,
    noun: u8,
    /// Number of tokens of the phrase.
    length: u8,
    /// One bit a token that must have a capital.
    capitals: u32,
    when: Vec<Words>,
    unless: Vec<Words>,
}

/// A condition, its words as keys.
#[derive(Debug)]
struct Words {
    place: Place,
    keys: Vec<WordKey>,
}

impl Check {
    pub(super) fn of(entry: Entry<'_>) -> Self {
        let phrase = Phrase::new(entry.phrase());
        let small = |number: usize| u8::try_from(number).unwrap_or(u8::MAX);
        let capital = |token: &Token| u32::from(token.shape().is_capitalized());
        let words =
            |condition: Condition<'_>| Words { place: condition.place, keys: Phrase::new(condition.words).keys() };
        Self {
            pos: entry.parts_of_speech(),
            verb: small(phrase.head(PartOfSpeech::Verb)),
            noun: small(phrase.head(PartOfSpeech::Noun)),
            length: small(phrase.tokens.len()),
            capitals: phrase.tokens.iter().take(32).rev().fold(0, |bits, token| bits << 1 | capital(token)),
            when: entry.when().map(words).collect(),
            unless: entry.unless().map(words).collect(),
        }
    }

    /// Why the entry does not count at `found`, if it does not.
    pub(super) fn rejection(&self, document: &Document, sentence: TokenRange, found: TokenRange) -> Option<Rejection> {
        if !self.capitals_hold(document, found) {
            return Some(Rejection::Capitals);
        }
        if !self.pos_holds(document, sentence, found) {
            return Some(Rejection::PartOfSpeech);
        }
        if self.unless.is_empty() && self.when.is_empty() {
            return None;
        }
        let tokens = document.tokens();
        let near = window(tokens, sentence, found);
        let holds = |words: &Words| words.hold(tokens, sentence, near, found);
        if let Some(index) = self.unless.iter().position(holds) {
            return Some(Rejection::Unless(u16::try_from(index).unwrap_or(u16::MAX)));
        }
        (!self.when.is_empty() && !self.when.iter().any(holds)).then_some(Rejection::When)
    }
}

impl Words {
    fn hold(&self, tokens: &[Token], sentence: TokenRange, near: TokenRange, found: TokenRange) -> bool {
        let keys = &self.keys;
        let equal = |start: usize| {
            start + keys.len() <= sentence.end()
                && tokens[start..].iter().zip(keys).all(|(token, &key)| token.key() == key)
        };
        match self.place {
            Place::After => equal(found.end()),
            Place::Before => {
                found.start().checked_sub(keys.len()).is_some_and(|start| start >= sentence.start() && equal(start))
            }
            Place::Near => {
                let inside = |start: usize| start >= found.start() && start + keys.len() <= found.end();
                near.range().any(|start| start + keys.len() <= near.end() && equal(start) && !inside(start))
            }
        }
    }
}

/// The tokens up to [`NEAR`] words around the phrase, punctuation not counted.
pub(super) fn window(tokens: &[Token], sentence: TokenRange, found: TokenRange) -> TokenRange {
    let is_word = |index: &usize| tokens[*index].kind() != TokenKind::Punctuation;
    let start = (sentence.start()..found.start()).rev().filter(is_word).take(NEAR).last();
    let end = (found.end()..sentence.end()).filter(is_word).take(NEAR).last();
    TokenRange::new(start.unwrap_or(found.start()), end.map_or(found.end(), |last| last + 1))
}

impl Check {
    /// Where the phrase has a capital the text must have one. Forms written out with another number of words are let be.
    fn capitals_hold(&self, document: &Document, found: TokenRange) -> bool {
        let tokens = &document.tokens()[found.range()];
        self.capitals == 0
            || tokens.len() != usize::from(self.length)
            || (0..tokens.len().min(32)).all(|at| self.capitals >> at & 1 == 0 || tokens[at].shape().is_capitalized())
    }

    fn pos_holds(&self, document: &Document, sentence: TokenRange, found: TokenRange) -> bool {
        self.pos.is_empty()
            || self.pos.iter().any(|part| {
                let head = match part {
                    PartOfSpeech::Verb => self.verb,
                    PartOfSpeech::Noun => self.noun,
                    _ => 0,
                };
                let token = (found.start() + usize::from(head)).min(found.end().saturating_sub(1));
                let (alone, capital) = (found.len() == 1, self.capitals != 0);
                Reading { document, sentence, token, alone, capital }.is(part)
            })
    }
}
