//! Shallow phrases: [`NounPhrase`] and [`VerbGroup`].
//!
//! Found by one pass over the tags of a sentence each (Abney 1991 calls them chunks): no recursion, no parse tree, and
//! where the tags make no sense, no phrase.

mod noun;
#[cfg(test)]
mod testing;
mod verb;

pub(super) use noun::noun_phrases;
use serde::{Deserialize, Serialize};
pub(super) use verb::verb_groups;

use super::TokenRange;

/// A base noun phrase: determiner, modifiers and head, without what follows the head (*the Kremlin's spokesman*).
///
/// A possessor inside belongs to it; what hangs on by a preposition does not: *the head | of | the agency*. Numbers with
/// their unit (*$4 billion*, *40%*) and pronouns are phrases too.
///
/// ```
/// use newsframe::document::NounPhraseKind;
/// use newsframe::{Article, Document};
///
/// let document = Document::new(Article::from_text("The agency's new director met her yesterday.")?)?;
/// let [director, her, ..] = document.noun_phrases() else { panic!() };
/// assert_eq!(document.slice(document.span_of(director.tokens())), "The agency's new director");
/// assert_eq!(document.word(director.head()), "director");
/// assert_eq!(document.slice(document.span_of(director.possessor().unwrap())), "The agency");
/// assert_eq!(her.kind(), NounPhraseKind::Pronoun);
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NounPhrase {
    tokens: TokenRange,
    head: u32,
    kind: NounPhraseKind,
    /// Where the possessor ends, which begins with the phrase; 0 if there is none.
    possessor_end: u32,
}

impl NounPhrase {
    /// Its tokens.
    pub fn tokens(self) -> TokenRange {
        self.tokens
    }

    /// Index of the head token: the last noun or name, or the number or unit sign of a bare amount.
    pub fn head(self) -> usize {
        self.head as usize
    }

    /// What its head is.
    pub fn kind(self) -> NounPhraseKind {
        self.kind
    }

    /// The possessor in it, without the *'s*: *the Kremlin* in *the Kremlin's new spokesman*. Of several the last, which
    /// includes the others: *the mayor's brother* in *the mayor's brother's firm*.
    pub fn possessor(self) -> Option<TokenRange> {
        (self.possessor_end > 0).then(|| TokenRange::new(self.tokens.start(), self.possessor_end as usize))
    }
}

/// What the head of a [`NounPhrase`] is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum NounPhraseKind {
    /// A common noun, or an adjective that stands for one: *the spokesman, the poor*.
    Common,
    /// A name: *the Kremlin*, *President Rowe*.
    Name,
    /// A pronoun: *she, those, who*.
    Pronoun,
    /// A number or amount without a noun: *three*, *$4 billion*, *40%*.
    Amount,
}

/// A verb group: auxiliaries, negation, adverbs between them, and the main verb (*has not been seen*).
///
/// *have to*, *ought to* and *be going to* with their verb are one group; other infinitives are groups of their own. A
/// question with its subject in the middle (*did he say*) is two groups, the auxiliary and the verb.
///
/// ```
/// use newsframe::document::Tense;
/// use newsframe::{Article, Document};
///
/// let document = Document::new(Article::from_text("The plan has not yet been published.")?)?;
/// let group = document.verb_groups()[0];
/// assert_eq!(document.slice(document.span_of(group.tokens())), "has not yet been published");
/// assert_eq!(document.word(group.head()), "published");
/// assert!(group.is_passive() && group.is_negated() && group.is_perfect() && !group.is_progressive());
/// assert_eq!(group.tense(), Tense::Present);
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct VerbGroup {
    tokens: TokenRange,
    head: u32,
    tense: Tense,
    modality: Option<Modality>,
    flags: u8,
}

impl VerbGroup {
    const PASSIVE: u8 = 1;
    const NEGATED: u8 = 2;
    const PERFECT: u8 = 4;
    const PROGRESSIVE: u8 = 8;
    const HAS_TO: u8 = 16;
    const AUXILIARY: u8 = 32;

    /// Its tokens.
    pub fn tokens(self) -> TokenRange {
        self.tokens
    }

    /// Index of the main verb; of the last auxiliary where there is none (*the deal is dead*, *did he say*).
    pub fn head(self) -> usize {
        self.head as usize
    }

    /// Its tense or non-finite form.
    pub fn tense(self) -> Tense {
        self.tense
    }

    /// Whether it is passive: a form of *be* or *get* and a past participle.
    pub fn is_passive(self) -> bool {
        self.flags & Self::PASSIVE != 0
    }

    /// Whether it is negated: *not*, *n't*, *never*.
    pub fn is_negated(self) -> bool {
        self.flags & Self::NEGATED != 0
    }

    /// Whether it is perfect: *has said*, *to have said*.
    pub fn is_perfect(self) -> bool {
        self.flags & Self::PERFECT != 0
    }

    /// Whether it is progressive: *is saying*.
    pub fn is_progressive(self) -> bool {
        self.flags & Self::PROGRESSIVE != 0
    }

    /// Whether it says *have to*, *has got to* or *ought to*.
    pub fn has_to(self) -> bool {
        self.flags & Self::HAS_TO != 0
    }

    /// Whether it has only auxiliaries: a copula (*is*, *had been*), or half of a question.
    pub fn is_auxiliary(self) -> bool {
        self.flags & Self::AUXILIARY != 0
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
    /// *will say, shall say, is going to say*.
    Future,
    /// With another modal: *could say, ought to say*.
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
