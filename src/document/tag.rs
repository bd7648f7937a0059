//! [`Tag`]: a universal part of speech and, for verbs, the form.

use serde::{Deserialize, Serialize};

/// A part-of-speech tag: the universal one, and the form where it is a verb or auxiliary.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Tag {
    /// The universal part of speech.
    pub upos: Upos,
    /// The form of a verb or auxiliary.
    pub form: Option<VerbForm>,
}

impl Default for Tag {
    fn default() -> Self {
        Self { upos: Upos::X, form: None }
    }
}

impl Tag {
    /// A tag without a verb form.
    pub const fn new(upos: Upos) -> Self {
        Self { upos, form: None }
    }

    /// A verb or auxiliary in this form.
    pub const fn verb(upos: Upos, form: VerbForm) -> Self {
        Self { upos, form: Some(form) }
    }

    /// Whether it is a noun or name.
    pub const fn is_nominal(self) -> bool {
        matches!(self.upos, Upos::Noun | Upos::Propn)
    }

    /// Whether it is a verb or auxiliary.
    pub const fn is_verbal(self) -> bool {
        matches!(self.upos, Upos::Verb | Upos::Aux)
    }
}

/// Universal parts of speech (Nivre et al. 2020).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs)]
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

/// Forms of English verbs, by their Penn names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum VerbForm {
    /// Base form: *say*.
    Vb,
    /// Past tense: *said*.
    Vbd,
    /// Gerund or present participle: *saying*.
    Vbg,
    /// Past participle: *said*.
    Vbn,
    /// Present, not third person singular: *say*.
    Vbp,
    /// Present, third person singular: *says*.
    Vbz,
    /// Modal: *may*.
    Md,
}
