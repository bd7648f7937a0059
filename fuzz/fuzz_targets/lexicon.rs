//! Any text as a lexicon file: refused with a line, or usable and stable under its own normal form.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newsframe::lexicon::{Lexicon, LexiconSet};
use newsframe::{Article, Document};

fuzz_target!(|text: &str| {
    let Ok(lexicon) = Lexicon::parse("fuzz", text) else { return };
    let normal = lexicon.to_tsv();
    let again = Lexicon::parse("fuzz", &normal).expect("the normal form is read");
    assert_eq!(again.to_tsv(), normal);
    let document = Document::new(Article::from_text(text).unwrap()).unwrap();
    let set = LexiconSet::new([lexicon]);
    for found in set.matches(&document) {
        assert!(!document.slice(document.span_of(found.tokens())).is_empty());
    }
});
