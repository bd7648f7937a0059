//! Phrase lexicons: one file format, compiled into a trie over folded-word keys, matched over tokens.

use once_cell::sync::OnceCell;

use crate::document::TokenRange;
use crate::{Document, Result};

/// Several lexicons compiled into one trie.
#[derive(Debug, Default)]
pub struct LexiconSet {}

/// A phrase of a lexicon found in a document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LexiconMatch {
    tokens: TokenRange,
    lexicon: u16,
    entry: u32,
}

impl LexiconMatch {
    /// The tokens of the phrase.
    pub fn tokens(self) -> TokenRange {
        self.tokens
    }

    /// Index of the lexicon in its [`LexiconSet`].
    pub fn lexicon(self) -> usize {
        usize::from(self.lexicon)
    }

    /// Index of the entry in its lexicon.
    pub fn entry(self) -> usize {
        self.entry as usize
    }
}

impl LexiconSet {
    /// All matches in the document.
    pub fn matches(&self, _document: &Document) -> Vec<LexiconMatch> {
        Vec::new()
    }
}

/// The built-in lexicons of all analyzers, compiled at first use.
pub(crate) fn builtin() -> Result<&'static LexiconSet> {
    static BUILTIN: OnceCell<LexiconSet> = OnceCell::new();
    BUILTIN.get_or_try_init(|| Ok(LexiconSet::default()))
}
