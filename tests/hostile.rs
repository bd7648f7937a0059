//! Hostile inputs: every one gives an ordinary result. Time is not measured here; a stage that were worse than linear would
//! not come back from a megabyte of these within any patience.

use newsframe::{Analysis, Article, Document};

/// Pieces that are repeated to a text.
const REPEATED: &[&str] = &[
    "“",
    "”",
    "\"",
    "'",
    "’",
    "‘",
    "``",
    "''",
    "« ",
    "“‘",
    "\"'",
    "(",
    ")",
    "[(",
    "9",
    "1,",
    "1 ",
    "1.",
    "a.",
    "a. ",
    ".",
    "...",
    "…",
    ". . ",
    "-",
    "—",
    "/",
    "x",
    "X",
    "é",
    "İ",
    "ẞ",
    "ﬃ",
    "A ",
    "a b ",
    "\u{1f1ec}",
    "e\u{301}",
    "\u{301}",
    "👩\u{200d}",
    "\u{200d}",
    "\u{202e}",
    "\0",
    "\u{feff}",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    " ",
    "\t",
    "а",
    "漢",
    "<b>",
    "<script>",
    "&amp;",
    "5 km/",
    "£",
    "$1",
    "%",
    "40% ",
    "from 1 to ",
    "one hundred ",
    "million ",
    "said ",
    "\"said ",
    "“No,” he said. ",
    "he said that ",
    "that ",
    "and ",
    "of ",
    "of the ",
    "who ",
    ", ",
    ": ",
    "; ",
    "! ",
    "? ",
    "Mr. ",
    "Ana Ruiz ",
    "the ",
    "not ",
    "#",
    "@a ",
    "http://a.b/",
    "a@b.c ",
    "- ",
    "• a\n",
    "By A\n",
    "Q: a\nA: b\n",
    "“a\n\n",
    "slammed ",
    "so-called ",
    "very ",
    "was killed ",
    "U.S. ",
    "1e400 ",
    "0x",
    "½",
    "Ⅷ",
];

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
