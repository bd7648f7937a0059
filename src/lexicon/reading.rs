//! Whether a word of a text is the part of speech a lexicon asks for, as far as its tag can tell.
//!
//! A tagger knows some ten thousand words; news has more, and the words that colour a text are mostly rare. So a tag is a
//! ground to reject a phrase only if it is more than a guess: *scandal* tagged as an adjective is a mistake of the tagger.

use super::check::{NEAR, window};
use super::entry::PartOfSpeech;
use crate::document::{Document, Tag, TokenKind, TokenRange, Upos, VerbForm};

/// The head of a phrase in a text.
pub(super) struct Reading<'a> {
    pub(super) document: &'a Document,
    pub(super) sentence: TokenRange,
    pub(super) token: usize,
    /// Whether it is the whole phrase.
    pub(super) alone: bool,
    /// Whether the entry is written with a capital.
    pub(super) capital: bool,
}

impl Reading<'_> {
    pub(super) fn is(&self, part: PartOfSpeech) -> bool {
        let tag = self.tag(self.token);
        match part {
            _ if tag.upos == Upos::X => true,
            PartOfSpeech::Prep | PartOfSpeech::Phrase | PartOfSpeech::Exact => true,
            PartOfSpeech::Name => tag.upos == Upos::Propn || self.is_capitalized(self.token),
            // Several words are seldom ambiguous, and their last is often tagged by itself: the radical left, a cover-up.
            PartOfSpeech::Adj | PartOfSpeech::Adv if !self.alone => true,
            PartOfSpeech::Noun if !self.alone => !tag.is_verbal(),
            _ if self.alone && self.is_name(tag) => false,
            _ => self.is_tagged(part, tag) || self.is_guess() && self.may_be(part, tag),
        }
    }

    fn is_tagged(&self, part: PartOfSpeech, tag: Tag) -> bool {
        match part {
            PartOfSpeech::Noun => tag.is_nominal(),
            PartOfSpeech::Verb => tag.is_verbal(),
            PartOfSpeech::Adv => tag.upos == Upos::Adv,
            _ => {
                let participle = matches!(tag.form, Some(VerbForm::Vbn | VerbForm::Vbg));
                let next = self.token + 1;
                let modifier = || tag.is_nominal() && next < self.sentence.end() && self.tag(next).is_nominal();
                tag.upos == Upos::Adj || participle || modifier()
            }
        }
    }

    /// Whether a word may be `part` where its tag is a guess. Nouns and verbs look alike (*drones*, *insists*), so a guess
    /// between them counts.
    fn may_be(&self, part: PartOfSpeech, tag: Tag) -> bool {
        match part {
            PartOfSpeech::Noun => !tag.is_verbal(),
            PartOfSpeech::Verb => !tag.is_nominal() || self.word().ends_with("ed") || self.word().ends_with("ing"),
            _ => true,
        }
    }

    /// Whether the word is somebody's name: *Hope Hicks*, *Senator Hatch*. A capital inside a sentence makes a name, unless
    /// the entry has one or, as in a headline, every longer word around has one, or the tagger knows it for a verb or adverb.
    fn is_name(&self, tag: Tag) -> bool {
        let no_name = (tag.is_verbal() || tag.upos == Upos::Adv) && !self.is_guess();
        let tokens = self.document.tokens();
        if self.capital || no_name || !self.is_capitalized(self.token) || tokens[self.token].shape().is_all_caps() {
            return false;
        }
        let small = |token: usize| tokens[token].kind() == TokenKind::Word && !self.is_capitalized(token);
        let around = window(tokens, self.sentence, TokenRange::new(self.token, self.token + 1));
        if !around.range().any(|token| small(token) && tokens[token].span().len() > LONG) {
            return false;
        }
        let mut before = self.sentence.start()..self.token;
        let starts = before.len() < NEAR && !before.any(|token| tokens[token].kind() == TokenKind::Word);
        !starts || tag.upos == Upos::Propn && !self.is_guess()
    }

    fn tag(&self, token: usize) -> Tag {
        self.document.tags().get(token).copied().unwrap_or_default()
    }

    fn is_guess(&self) -> bool {
        self.document.is_guess(self.token)
    }

    fn is_capitalized(&self, token: usize) -> bool {
        self.document.tokens().get(token).is_some_and(|token| token.shape().is_capitalized())
    }

    fn word(&self) -> &str {
        self.document.word(self.token)
    }
}

/// Bytes of a word that would have a capital in a headline.
const LONG: usize = 4;
