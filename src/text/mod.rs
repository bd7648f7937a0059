//! The machinery behind the layers: tokenizer, sentence splitter, quotation marks, folding.

mod fold;
mod irregular;
mod quotes;
mod sentences;
mod tokenizer;

pub(crate) use fold::word_key;
pub(crate) use irregular::{Class, irregular};
pub(crate) use quotes::find_quotations;
pub(crate) use sentences::split_sentences;
pub(crate) use tokenizer::tokenize;
