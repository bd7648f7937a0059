//! Shallow phrases: [`NounPhrase`] and [`VerbGroup`].

use serde::{Deserialize, Serialize};

use super::{Document, TokenRange};

/// A base noun phrase: determiner, modifiers and head, without what follows the head (*the Kremlin's spokesman*).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NounPhrase {
    tokens: TokenRange,
    head: u32,
}

impl NounPhrase {
    #[allow(dead_code)]
    pub(crate) fn new(tokens: TokenRange, head: usize) -> Self {
        Self { tokens, head: head as u32 }
    }

    /// Its tokens.
    pub fn tokens(self) -> TokenRange {
        self.tokens
    }

    /// Index of the head token.
    pub fn head(self) -> usize {
        self.head as usize
    }
}

/// A verb group: auxiliaries, negation, adverbs between them, and the main verb (*has not been seen*).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct VerbGroup {
    pub(crate) tokens: TokenRange,
    pub(crate) head: u32,
    pub(crate) tense: Tense,
    pub(crate) passive: bool,
    pub(crate) negated: bool,
    pub(crate) modality: Option<Modality>,
}

impl VerbGroup {
    /// Its tokens.
    pub fn tokens(self) -> TokenRange {
        self.tokens
    }

    /// Index of the main verb.
    pub fn head(self) -> usize {
        self.head as usize
    }

    /// Its tense or non-finite form.
    pub fn tense(self) -> Tense {
        self.tense
    }

    /// Whether it is passive: a form of *be* or *get* and a past participle.
    pub fn is_passive(self) -> bool {
        self.passive
    }

    /// Whether it is negated: *not*, *n't*, *never*.
    pub fn is_negated(self) -> bool {
        self.negated
    }

    /// What its modal verb says.
    pub fn modality(self) -> Option<Modality> {
        self.modality
    }

    /// Whether it can be the predicate of a clause of its own.
    pub fn is_finite(self) -> bool {
        matches!(self.tense, Tense::Past | Tense::Present | Tense::Future | Tense::Modal)
    }
}

/// Tense of a finite [`VerbGroup`], form of a non-finite one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Tense {
    /// *said, had said, was saying*.
    Past,
    /// *says, has said, is saying*.
    Present,
    /// *will say, shall say*.
    Future,
    /// With another modal: *could say*.
    Modal,
    /// *to say*, *say*.
    Infinitive,
    /// *saying, having said*.
    Gerund,
    /// A participle without auxiliary: *said to be*.
    Participle,
}

/// What a modal verb says of its clause.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// *can, could, may, might*.
    Possible,
    /// *must, should, ought to, have to*.
    Necessary,
    /// *will, would, shall*.
    Predicted,
}

pub(super) fn noun_phrases(_document: &Document) -> Vec<NounPhrase> {
    Vec::new()
}

pub(super) fn verb_groups(_document: &Document) -> Vec<VerbGroup> {
    Vec::new()
}
