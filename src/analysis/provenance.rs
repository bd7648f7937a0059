//! [`Provenance`]: what a result was made with, so that another person can repeat it byte for byte.

use std::borrow::Cow;
use std::sync::OnceLock;

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
    version: Cow<'static, str>,
    tagger: Cow<'static, str>,
    lexicons: Cow<'static, str>,
    text: String,
}

impl Provenance {
    pub(super) fn of(document: &Document) -> Self {
        Self {
            version: Cow::Borrowed(env!("CARGO_PKG_VERSION")),
            tagger: document.tagger().id(),
            lexicons: Cow::Borrowed(lexicons()),
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

    /// One digest of all [built-in lexicons](lexicon::builtin_lexicons). A user's own are in the user's hands.
    pub fn lexicons(&self) -> &str {
        &self.lexicons
    }

    /// Digest of the text: FNV-1a over its bytes, 16 hexadecimal digits.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// The digest of the digests of all built-in lexicons, made once.
fn lexicons() -> &'static str {
    static DIGEST: OnceLock<String> = OnceLock::new();
    DIGEST.get_or_init(|| {
        let all = lexicon::builtin_lexicons().unwrap_or_default();
        digest(all.iter().map(|lexicon| lexicon.digest()).collect::<String>().as_bytes())
    })
}
