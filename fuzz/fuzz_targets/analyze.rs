//! Any text: analysis returns, all spans fit, and a second run gives the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newsframe::{Analysis, Article, Document};

fuzz_target!(|text: &str| {
    let document = |text: &str| Document::new(Article::from_text(text).unwrap()).unwrap();
    let first = document(text);
    let analysis = Analysis::of(&first);
    analysis.check(&first).unwrap();
    assert_eq!(analysis, Analysis::of(&document(text)));
});
