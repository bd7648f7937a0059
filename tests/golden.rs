//! Whole articles as golden files: the layers and the report of every bundled article. A change of behaviour shows as a readable
//! difference in `tests/snapshots`; accept it with `INSTA_UPDATE=always cargo test --test golden`.

use std::fmt::Write;

use newsframe::render::Terminal;
use newsframe::{Analysis, Article, Document};

const ARTICLES: &[(&str, &str)] = &[
    ("business", include_str!("../examples/articles/business.txt")),
    ("court", include_str!("../examples/articles/court.txt")),
    ("feature", include_str!("../examples/articles/feature.txt")),
    ("interview", include_str!("../examples/articles/interview.txt")),
    ("opinion", include_str!("../examples/articles/opinion.txt")),
    ("science", include_str!("../examples/articles/science.txt")),
    ("tabloid", include_str!("../examples/articles/tabloid.txt")),
    ("wire", include_str!("../examples/articles/wire.txt")),
];

fn document(text: &str) -> Document {
    Document::new(Article::from_text(text).unwrap()).unwrap()
}

/// Zones, with a line a sentence: each token with its tag, phrases in brackets.
fn layers(document: &Document) -> String {
    let mut shown = String::new();
    let phrase_at = |token: usize| document.noun_phrases().iter().find(|phrase| phrase.tokens().contains(token));
    for sentence in document.sentences() {
        let zone = document.zones()[sentence.zone()];
        write!(shown, "{}:", zone.kind()).unwrap();
        for token in sentence.tokens().range() {
            let tag = document.tags()[token];
            let form = tag.form.map(|form| format!("-{form:?}")).unwrap_or_default();
            let phrase = phrase_at(token).map(|phrase| phrase.tokens());
            let open = if phrase.is_some_and(|tokens| tokens.start() == token) { "[" } else { "" };
            let close = if phrase.is_some_and(|tokens| tokens.end() == token + 1) { "]" } else { "" };
            write!(shown, " {open}{}/{:?}{form}{close}", document.word(token), tag.upos).unwrap();
        }
        shown.push('\n');
    }
    for quotation in document.quotations() {
        writeln!(
            shown,
            "quotation ({:?}, {:?}): {}",
            quotation.style(),
            quotation.closing(),
            document.slice(quotation.outer())
        )
        .unwrap();
    }
    shown
}

#[test]
fn layers_of_articles() {
    for (name, text) in ARTICLES {
        insta::assert_snapshot!(format!("layers-{name}"), layers(&document(text)));
    }
}

#[test]
fn reports_of_articles() {
    for (name, text) in ARTICLES {
        let document = document(text);
        let mut report = String::new();
        Terminal::new().width(100).write(&Analysis::of(&document), &document, &mut report).unwrap();
        // The digests change with every change of a lexicon; what is found is what matters here.
        let report = report.split("MADE WITH").next().unwrap_or_default();
        insta::assert_snapshot!(format!("report-{name}"), report);
    }
}
