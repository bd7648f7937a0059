//! [`Tag`]: a universal part of speech and, for verbs, the form.

use serde::{Deserialize, Serialize};

/// A part-of-speech tag: the universal one, and the form where it is a verb or auxiliary.
///
/// ```
/// use newsframe::document::{Tag, Upos, VerbForm};
/// use newsframe::{Article, Document};
///
/// let document = Document::new(Article::from_text("The mayor spoke.")?)?;
/// assert_eq!(document.tags()[1], Tag::new(Upos::Noun));
/// assert_eq!(document.tags()[2], Tag::verb(Upos::Verb, VerbForm::Vbd));
/// assert!(document.tags()[1].is_nominal() && document.tags()[2].is_verbal());
/// # Ok::<(), newsframe::Error>(())
/// ```
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
///
/// ```
/// use newsframe::document::Upos;
/// use newsframe::{Article, Document};
///
/// let document = Document::new(Article::from_text("The mayor spoke.")?)?;
/// let tags: Vec<_> = document.tags().iter().map(|tag| tag.upos).collect();
/// assert_eq!(tags, [Upos::Det, Upos::Noun, Upos::Verb, Upos::Punct]);
/// # Ok::<(), newsframe::Error>(())
/// ```
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
///
/// ```
/// use newsframe::document::VerbForm;
/// use newsframe::{Article, Document};
///
/// let document = Document::new(Article::from_text("The mayor is speaking.")?)?;
/// assert_eq!((document.tags()[2].form, document.tags()[3].form), (Some(VerbForm::Vbz), Some(VerbForm::Vbg)));
/// # Ok::<(), newsframe::Error>(())
/// ```
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
