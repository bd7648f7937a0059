//! Part-of-speech tagging and lemmas.

mod lemma;

use std::borrow::Cow;
use std::sync::Arc;

use once_cell::sync::OnceCell;

pub use lemma::lemma;

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

struct Nothing;

impl Tagger for Nothing {
    fn tag(&self, _text: &str, tokens: &[Token], tags: &mut Vec<Tag>) {
        tags.extend(tokens.iter().map(|_| Tag::default()));
    }
}

/// The embedded tagger, loaded at first use.
pub(crate) fn embedded() -> Result<Arc<dyn Tagger>> {
    static EMBEDDED: OnceCell<Arc<dyn Tagger>> = OnceCell::new();
    EMBEDDED.get_or_try_init(|| Ok(Arc::new(Nothing) as Arc<dyn Tagger>)).cloned()
}
