//! The lexicons the crate ships. Each analyzer owns its files; this table names them.

use std::borrow::Cow;

use once_cell::sync::OnceCell;

use super::{Lexicon, LexiconSet};
use crate::Result;

/// Name and text of each file. The name is its analyzer and what it holds.
const FILES: &[(&str, &str)] = &[];

/// The built-in lexicons of all analyzers, compiled at first use.
pub(crate) fn builtin() -> Result<&'static LexiconSet> {
    static BUILTIN: OnceCell<LexiconSet> = OnceCell::new();
    BUILTIN.get_or_try_init(|| {
        let lexicons: Result<Vec<Lexicon>> =
            FILES.iter().map(|&(name, text)| Lexicon::read(name, Cow::Borrowed(text))).collect();
        Ok(LexiconSet::new(lexicons?))
    })
}
