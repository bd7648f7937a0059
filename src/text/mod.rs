//! The machinery behind the layers: tokenizer, sentence splitter, quotation marks, folding.

mod abbreviations;
mod chars;
mod fold;
mod irregular;
mod key_map;
mod quotes;
mod sentences;
mod tokenizer;

pub(crate) use fold::{ascii_key, keys, word_key};
pub(crate) use irregular::{Class, Irregular, irregular};
pub(crate) use key_map::{KeyList, KeyMap, KeySet, KeyTable};
pub(crate) use quotes::find_quotations;
pub(crate) use sentences::split_sentences;
pub(crate) use tokenizer::{line_of, tokenize, tokenize_phrase};
