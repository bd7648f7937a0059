//! What must hold for any text whatever: of the layers, the analyzers and their joined result.

#[path = "../common/mod.rs"]
mod common;
mod invariance;
mod layers;
mod records;

use newsframe::{Analysis, Article, Document, Finding};

fn document(text: &str) -> Document {
    Document::new(Article::from_text(text).unwrap()).unwrap()
}

/// A finding as far as two analyses can agree on it: rule, words, and confidence in percent.
type Row = (String, std::ops::Range<usize>, u8);

/// What was found, in order of the text.
fn rows(analysis: &Analysis) -> Vec<Row> {
    let row = |finding: &&dyn Finding| {
        (finding.rule().to_string(), finding.span().range(), finding.confidence().as_percent())
    };
    analysis.findings().iter().map(row).collect()
}
