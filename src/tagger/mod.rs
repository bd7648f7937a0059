//! Part-of-speech tagging and lemmas.

mod classes;
mod features;
mod lemma;
mod model;
mod perceptron;
mod train;
mod wordlist;

use std::borrow::Cow;
use std::sync::Arc;

pub use lemma::lemma;
pub use perceptron::Perceptron;
pub use train::Trainer;

use crate::document::{Tag, Token};
use crate::{Result, WordKey};

/// Gives each token of a sentence its [`Tag`].
pub trait Tagger: Send + Sync {
    /// Appends one tag for each token of one sentence to `tags`.
    fn tag(&self, text: &str, tokens: &[Token], tags: &mut Vec<Tag>);

    /// Whether it has learned the word. The tag of any other word is a guess from ending and neighbours, and lexicons do
    /// not reject a phrase for a guess alone.
    fn knows(&self, word: WordKey) -> bool {
        let _ = word;
        true
    }

    /// Name and version or digest of the tagger, for [provenance](crate::analysis::Provenance).
    fn id(&self) -> Cow<'static, str> {
        Cow::Borrowed("unnamed")
    }
}

/// The embedded tagger, loaded at first use.
pub(crate) fn embedded() -> Result<Arc<dyn Tagger>> {
    Ok(Perceptron::embedded()?)
}
