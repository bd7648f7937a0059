//! Hostile inputs: every one gives an ordinary result. Time is not measured here; a stage that were worse than linear would
//! not come back from a megabyte of these within any patience.

mod common;

use common::pieces::{NUMBERED, PREFIXED, REPEATED, numbered};
use newsframe::{Analysis, Article, Document};

fn analyzed(text: String) {
    let document = Document::new(Article::from_text(text).unwrap()).unwrap();
    let analysis = Analysis::of(&document);
    analysis.check(&document).unwrap();
}

#[test]
fn repeated_pieces() {
    for piece in REPEATED {
        analyzed(piece.repeat(10_000 / piece.len()));
    }
}

#[test]
fn pieces_behind_a_beginning() {
    for (start, piece) in PREFIXED {
        analyzed(format!("{start}{}", piece.repeat(10_000 / piece.len())));
    }
}

#[test]
fn new_words_without_end() {
    for piece in NUMBERED {
        analyzed(numbered(piece, 10_000));
    }
}

#[test]
fn a_piece_within_a_sentence_of_news() {
    for piece in REPEATED {
        analyzed(format!("Ana Ruiz said that the plan {}was a “disgrace”, up 40% from 2019.", piece.repeat(50)));
    }
}

#[test]
fn single_oddities() {
    let digits = "9".repeat(100_000);
    let texts = [
        String::new(),
        "\u{feff}".into(),
        "\0".into(),
        format!("It cost {} crowns.", &digits[..400]),
        format!("It cost {digits} crowns."),
        "It rose 1e400 percent to 1e-400 percent.".into(),
        "a".repeat(1_000_000),
        format!("{}{}", "(".repeat(1_000), ")".repeat(1_000)),
        "“He said ‘she said ".repeat(1_000),
        "İstanbul’da “ẞ” ﬃ".into(),
        "<script>alert(\"x\")</script> said Ana Ruiz.".into(),
        // A noun phrase that would begin before the text.
        "according to Mr. told ".into(),
        "Speaking to".into(),
        "to to to".into(),
    ];
    for text in texts {
        analyzed(text);
    }
}

#[test]
fn a_megabyte_of_the_worst() {
    for piece in
        ["“", "\"", "'", "9", "1,", "a.", "“No,” he said. ", "he said that ", "1 ", "x", "( “", "5 km/", "\"said "]
    {
        analyzed(piece.repeat(1_000_000 / piece.len()));
    }
}
