//! [`Provenance`]: what a result was made with, so that another person can repeat it byte for byte.

use serde::{Deserialize, Serialize};

use crate::digest::digest;
use crate::{Document, lexicon};

/// What a result was made with. The same provenance and settings give the same bytes.
///
/// ```
/// use newsframe::{Analysis, Article, Document};
///
/// let analysis = Analysis::of(&Document::new(Article::from_text("Rain fell.")?)?);
/// assert_eq!(analysis.provenance().version(), env!("CARGO_PKG_VERSION"));
/// assert_eq!(analysis.provenance().text().len(), 16);
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Provenance {
    version: String,
    tagger: String,
    lexicons: Vec<Source>,
    text: String,
}

/// A lexicon a result was made with: its name and the digest of its file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Source {
    /// Name of the lexicon.
    pub name: String,
    /// Digest of its file, 16 hexadecimal digits.
    pub digest: String,
}

impl Provenance {
    pub(super) fn of(document: &Document) -> Self {
        let lexicons = lexicon::builtin().map_or(&[][..], |set| set.lexicons());
        let source = |lexicon: &lexicon::Lexicon| Source { name: lexicon.name().to_owned(), digest: lexicon.digest() };
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            tagger: document.tagger().id().into_owned(),
            lexicons: lexicons.iter().map(source).collect(),
            text: digest(document.text().as_bytes()),
        }
    }

    /// Version of the crate.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Name and digest of the tagger.
    pub fn tagger(&self) -> &str {
        &self.tagger
    }

    /// The built-in lexicons. Those added by a user are in the user's hands.
    pub fn lexicons(&self) -> &[Source] {
        &self.lexicons
    }

    /// Digest of the text: FNV-1a over its bytes, 16 hexadecimal digits.
    pub fn text(&self) -> &str {
        &self.text
    }
}
