//! What several test programs need.

#![allow(dead_code, reason = "each test program uses some of it")]

pub(crate) mod pieces;

use newsframe::{Analysis, Article, Document};
use proptest::prelude::*;

/// Text as news has it: words, numbers, names, marks of all sorts, line ends, and now and then anything at all.
pub(crate) fn newsy() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(vec![
            "the", "minister", "said", "that", "Ana", "Ruiz", "told", "reporters", "according to", "claims", "slammed", "puppet", "report", "he", "she",
            "they", "is", "was", "not", "n't", "don't", "Mr.", "Dr.", "U.S.", "a.m.", "St.", "killed", "percent", "million", "bn", "people", "By", "Q:", "A:",
        ]).prop_map(str::to_owned),
        // The grammar of phrases and clauses: what attribution and quantities reach over.
        5 => prop::sample::select(vec![
            "to", "of", "by", "with", "and", "or", "neither", "both", "who", "which", "whether", "as", "after", "speaking", "saying", "to say", "asked",
            "has been", "expected", "plans", "a statement", "officials", "their", "told", "in Rome", "on Monday", "last year", "half", "dozens", "up", "fell",
        ]).prop_map(str::to_owned),
        3 => prop::sample::select(vec![
            "1,463", "1.2m", "£50k", "$4bn", "40%", "3-0", "½", "10:30", "two-thirds", "1990s", "'90s", "from 4 to 5", "one in five", "1e400", "0.0", "-3",
        ]).prop_map(str::to_owned),
        5 => prop::sample::select(vec![
            "“", "”", "\"", "'", "‘", "’", "``", "''", "«", "»", ",", ".", "!", "?", ":", ";", "—", "–", "-", "(", ")", "…", "...", "|", "%", "$",
        ]).prop_map(str::to_owned),
        3 => prop::sample::select(vec!["\n", "\n\n", "\r\n", "\t", " ", "\u{a0}", "\u{feff}", "\0", "\u{200b}", "\u{202e}"]).prop_map(str::to_owned),
        1 => prop::sample::select(vec!["İ", "ẞ", "ﬃ", "é", "e\u{301}", "👩‍👩‍👧", "🇬🇧🇫🇷", "漢字", "а", "١٢٣"]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    let glue = prop::sample::select(vec![" ", " ", " ", ""]);
    prop::collection::vec((piece, glue), 0..80)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, glue)| piece + glue).collect())
}

/// The bundled articles: name and text.
pub(crate) fn bundled() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/articles");
    let mut articles: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(path).unwrap()))
        .collect();
    articles.sort();
    assert!(!articles.is_empty());
    articles
}

/// A text as document, with its analysis.
pub(crate) fn analysed(text: &str) -> (Document, Analysis) {
    let document = Document::new(Article::from_text(text).unwrap()).unwrap();
    let analysis = Analysis::of(&document);
    (document, analysis)
}

/// A report without the escape sequences of its colours.
pub(crate) fn without_escapes(report: &str) -> String {
    let mut pieces = report.split("\u{1b}[");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| text + piece.split_once('m').expect("an escape sequence ends").1)
}
