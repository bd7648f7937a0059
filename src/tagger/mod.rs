//! Part-of-speech tagging and lemmas.

mod classes;
mod features;
mod lemma;
mod model;
mod perceptron;
mod train;

use std::borrow::Cow;
use std::sync::Arc;

pub use lemma::lemma;
pub use perceptron::Perceptron;
pub use train::Trainer;

use crate::Result;
use crate::document::{Tag, Token};

/// Gives each token of a sentence its [`Tag`].
pub trait Tagger: Send + Sync {
    /// Appends one tag for each token of one sentence to `tags`.
    fn tag(&self, text: &str, tokens: &[Token], tags: &mut Vec<Tag>);

    /// Name and version or digest of the tagger, for [provenance](crate::analysis::Provenance).
    fn id(&self) -> Cow<'static, str> {
        Cow::Borrowed("unnamed")
    }
}

/// The embedded tagger, loaded at first use.
pub(crate) fn embedded() -> Result<Arc<dyn Tagger>> {
    Ok(Perceptron::embedded()?)
}
