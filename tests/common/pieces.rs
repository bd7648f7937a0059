//! Hostile texts: what the rules branch on, repeated.

/// Pieces that are repeated to a text.
pub(crate) const REPEATED: &[&str] = &[
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
    "`` : …(",
    "“a” : ",
    "“a” – Bob ",
    "said: “Harbour ",
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

/// Beginnings, and pieces repeated behind them: what a rule looks back for is found far away or never.
pub(crate) const PREFIXED: &[(&str, &str)] = &[
    ("The man who ", "and said "),
    ("He said that ", "and that "),
    ("The report, ", "issued in a statement, "),
    ("The report ", "and issued "),
    ("“No,” Ana Ruiz said. ", "“No.” "),
    ("Ana Ruiz said: “", "No, he said, "),
    ("“", "‘no’ he said "),
    ("By 2030 ", "40 boats or "),
    ("Critics ", "who claim that "),
    ("It cost £1", ",000"),
    ("(", "said Ana Ruiz, "),
];

/// Pieces in which `@` stands for a word that was not there before.
pub(crate) const NUMBERED: &[&str] = &[
    "Ana @ said no. ",
    "“No,” said Ana @. ",
    "Mr. @ left. ",
    "The @ Party (@) won 3%. ",
    "“No,” said a @ spokesman. ",
    "He met @, ",
    "@ ",
    "It rose from 1 to 2 @. ",
];

/// A text of at least `bytes` bytes of a numbered piece. The words are of capitals and small letters in turn, no digits.
pub(crate) fn numbered(piece: &str, bytes: usize) -> String {
    let mut text = String::new();
    for number in 0_usize.. {
        if text.len() >= bytes {
            break;
        }
        let mut word = String::new();
        let mut rest = number + 26;
        while rest > 0 {
            let letter = char::from(b'a' + (rest % 26) as u8);
            word.push(if word.is_empty() { letter.to_ascii_uppercase() } else { letter });
            rest /= 26;
        }
        text.push_str(&piece.replace('@', &word));
    }
    text
}
