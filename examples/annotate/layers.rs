//! Tokens with tags, and sentences.

use newsframe::Document;
use serde_json::{Value, json};

pub(crate) fn tokens(document: &Document) -> Value {
    let offsets = document.offsets();
    let tokens = document.tokens().iter().zip(document.tags());
    tokens
        .map(|(token, tag)| json!({"span": offsets.to_code_points(token.span()), "upos": tag.upos, "form": tag.form}))
        .collect()
}

pub(crate) fn sentences(document: &Document) -> Value {
    document.sentences().iter().map(|sentence| json!(document.offsets().to_code_points(sentence.span()))).collect()
}
