//! Part-of-speech tagging and lemmas.

mod classes;
mod features;
mod lemma;
mod model;
mod perceptron;
mod train;
mod vocabulary;
mod word;
mod wordlist;

use std::borrow::Cow;
use std::sync::Arc;

pub use lemma::lemma;
pub use perceptron::Perceptron;
pub use train::Trainer;

use crate::document::{Tag, Token};
use crate::{Result, WordKey};

/// Gives each token of a sentence its [`Tag`]. Put another in place of the embedded one with [`Document::with_tagger`].
///
/// ```
/// use newsframe::document::{Tag, Upos};
/// use newsframe::tagger::Tagger;
/// use newsframe::{Article, Document, Token};
/// use std::sync::Arc;
///
/// /// Takes every word for a noun.
/// struct Nouns;
///
/// impl Tagger for Nouns {
///     fn tag(&self, _text: &str, tokens: &[Token], tags: &mut Vec<Tag>) {
///         tags.extend(tokens.iter().map(|token| Tag::new(if token.is_word() { Upos::Noun } else { Upos::Punct })));
///     }
/// }
///
/// let document = Document::with_tagger(Article::from_text("It rained.")?, Arc::new(Nouns))?;
/// assert_eq!(document.tags().iter().map(|tag| tag.upos).collect::<Vec<_>>(), [Upos::Noun, Upos::Noun, Upos::Punct]);
/// # Ok::<(), newsframe::Error>(())
/// ```
///
/// [`Document::with_tagger`]: crate::Document::with_tagger
pub trait Tagger: Send + Sync {
    /// Appends exactly one tag for each token of one sentence to `tags`. The offsets of the tokens are bytes of `text`, the whole text.
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
