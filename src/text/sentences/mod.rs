//! The sentence splitter: rules over the tokens of one zone.
//!
//! A sentence ends behind a final mark (`.`, `?`, `!`, an ellipsis, an abbreviation's stop) and whatever closes with it
//! (further marks, closing quotation marks and brackets, the number of a note), if what follows can begin a sentence. A
//! colon or semicolon ends none. Boundaries are those of GUM (Zeldes 2017): the sentences inside a quotation are sentences,
//! `“Why?” she asked.` is one.

mod words;

use crate::document::{Sentence, TokenKind, TokenRange};
use crate::{Token, WordKey};

use super::abbreviations::{Abbreviation, abbreviation};
use words::{BEHIND_SPEECH, CREDITS, CRYING_NAMES, LABELS, RESTARTS, SPEECH, STARTERS};

/// Appends the sentences of the tokens `range`, all of one zone, to `out`. Linear in the number of tokens.
pub(crate) fn split_sentences(text: &str, tokens: &[Token], range: TokenRange, zone: usize, out: &mut Vec<Sentence>) {
    let Some(tokens) = tokens.get(..range.end()) else { return };
    let splitter = Splitter::new(text, tokens, range.start());
    let mut push = |start: usize, end: usize| {
        let span = tokens[start].span().cover(tokens[end - 1].span());
        out.push(Sentence::new(span, TokenRange::new(start, end), zone));
    };
    let (mut start, mut at) = (range.start(), range.start());
    while at < range.end() {
        let end = match splitter.mark(start, at) {
            Some(mark) => {
                let end = splitter.closed(at);
                if splitter.ends(mark, start, at, end) {
                    push(start, end);
                    start = end;
                }
                end
            }
            None => at + 1,
        };
        if start < end && (splitter.credits(end) || splitter.labels(start, end)) {
            push(start, end);
            start = end;
        }
        at = end;
    }
    if start < range.end() {
        push(start, range.end());
    }
}

/// Longest run of notes in brackets, in tokens.
const NOTES_REACH: usize = 12;

/// How far behind a quotation its clause of speech is looked for, in tokens.
const SPEECH_REACH: usize = 6;

/// A token that may end a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// `.`
    Stop,
    /// `?` or `!`
    Cry,
    /// `...` or `…`
    Ellipsis,
    /// A dash where speech breaks off: `I wanted — Never mind.`
    Dash,
    /// The stop of an abbreviation.
    Abbreviation,
}

/// How a word is written that may begin a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    /// With a capital.
    Capital,
    /// With a small letter.
    Small,
    /// It is a number, symbol or mark.
    Other,
}

struct Splitter<'a> {
    text: &'a str,
    /// The tokens up to the end of the zone.
    tokens: &'a [Token],
    /// Whether the zone has no final mark at its end: a headline or caption, whose capitals may mean nothing.
    is_heading: bool,
}

impl<'a> Splitter<'a> {
    fn new(text: &'a str, tokens: &'a [Token], start: usize) -> Self {
        let mut splitter = Self { text, tokens, is_heading: false };
        let last = (start..tokens.len()).rev().find(|&at| !splitter.closes(at) || splitter.mark(start, at).is_some());
        splitter.is_heading = last.is_some_and(|at| splitter.mark(start, at).is_none());
        splitter
    }

    fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).and_then(|token| token.span().slice(self.text)).unwrap_or_default()
    }

    fn last_byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(self.tokens.get(at)?.span().end().checked_sub(1)?).copied()
    }

    /// Whether the key of the token at `at` is in `keys`.
    fn is(&self, at: usize, keys: &[WordKey]) -> bool {
        self.tokens.get(at).is_some_and(|token| keys.contains(&token.key()))
    }

    /// Whether no blank stands before a token.
    fn is_glued(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| token.span().start() == self.tokens[at - 1].span().end())
    }

    fn is_number(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind() == TokenKind::Number)
    }

    /// Whether the token at `at` may end a sentence that begins at `start`.
    fn mark(&self, start: usize, at: usize) -> Option<Mark> {
        let begins = || self.opened(start) >= at;
        match self.tokens[at].kind() {
            TokenKind::Punctuation => match self.word(at) {
                "." => Some(Mark::Stop),
                "?" | "!" => Some(Mark::Cry),
                word if (word.starts_with("..") || word.starts_with('…')) && !begins() => Some(Mark::Ellipsis),
                "—" | "–" | "--" if !begins() && !self.is_glued(at + 1) => Some(Mark::Dash),
                _ => None,
            },
            TokenKind::Word if at > start && self.last_byte(at) == Some(b'.') => Some(Mark::Abbreviation),
            _ => None,
        }
    }

    /// The index behind the mark at `at` and all that closes with it.
    fn closed(&self, at: usize) -> usize {
        let mut end = at + 1;
        loop {
            if self.closes(end) {
                end += 1;
            } else if let Some(notes) = self.notes(end) {
                end = notes;
            } else if self.is_note(at, end) {
                end += 1;
            } else {
                return end;
            }
        }
    }

    fn closes(&self, at: usize) -> bool {
        match self.word(at) {
            ")" | "]" | "}" | "”" | "»" | "›" | "?" | "!" | "." | "…" => true,
            "\"" | "'" | "''" | "’" | "’’" => self.is_glued(at),
            // The wrong way round, as in `over.“ The`.
            "“" | "‘" => self.is_glued(at) && !self.is_glued(at + 1),
            _ => false,
        }
    }

    /// The index behind the numbers of notes in brackets at `at`: `[4]`, `[1-3, 5]`.
    fn notes(&self, at: usize) -> Option<usize> {
        if self.word(at) != "[" || !self.is_number(at + 1) {
            return None;
        }
        let close =
            (at + 2..at + NOTES_REACH).find(|&at| !self.is_number(at) && !self.is_dash(at) && self.word(at) != ",")?;
        (self.word(close) == "]").then_some(close + 1)
    }

    fn is_quote(&self, at: usize) -> bool {
        matches!(self.word(at), "”" | "\"" | "''" | "’" | "'" | "’’" | "»")
    }

    /// Whether the token at `at` is the number of a note: glued to the mark (`innovation.23 The`), or so that no noun follows
    /// that it could count (`innovation. 23 The`).
    fn is_note(&self, mark: usize, at: usize) -> bool {
        let counts_nothing = || self.start(at + 1) == Start::Capital && self.is(at + 1, STARTERS);
        let number = self.is_number(at) && !self.is_glued(at + 1) && mark > 0 && !self.is_number(mark - 1);
        number && (self.is_glued(at) || self.mark(0, mark) == Some(Mark::Stop) && counts_nothing())
    }

    /// Whether the sentence from `start` on ends with the mark at `at`, which closes before the token `next`.
    fn ends(&self, mark: Mark, start: usize, at: usize, next: usize) -> bool {
        if next >= self.tokens.len() {
            return true;
        }
        let first = self.opened(next);
        let how = self.start(first);
        // `ended.The` has lost its blank; `A/73/PV.6` never had one.
        if self.is_glued(next) && first == next && (how != Start::Capital || mark == Mark::Abbreviation) {
            return false;
        }
        match self.strongest(mark, at, next) {
            Mark::Stop if self.is_enumerator(start, at) => false,
            Mark::Stop | Mark::Cry | Mark::Ellipsis if self.is_dash(next) => {
                how == Start::Capital && self.is(first, STARTERS)
            }
            Mark::Stop => how != Start::Small || self.word(next) == "(",
            Mark::Cry if at > start && self.is(at - 1, CRYING_NAMES) => self.is(first, STARTERS),
            Mark::Cry if self.is_quote(next - 1) => how != Start::Small && !self.reports(next),
            Mark::Dash => next == first && how == Start::Capital && !self.is_heading && self.is(next, RESTARTS),
            Mark::Cry | Mark::Ellipsis => how != Start::Small,
            Mark::Abbreviation => how == Start::Capital && !self.is_heading && self.abbreviation_ends(at, first),
        }
    }

    /// What `mark` at `at` counts for with the marks up to `next`: `et al. [4]).` ends with a stop, `…?` asks.
    fn strongest(&self, mark: Mark, at: usize, next: usize) -> Mark {
        let has = |marks: [&str; 2]| (at + 1..next).any(|at| marks.contains(&self.word(at)));
        if has(["?", "!"]) {
            Mark::Cry
        } else if mark == Mark::Abbreviation && has([".", "…"]) {
            Mark::Stop
        } else {
            mark
        }
    }

    /// Whether the sentence is a number and nothing more: `2.1. Method`, `Figure 3. The bridge`.
    fn is_enumerator(&self, start: usize, at: usize) -> bool {
        at == start + 1 && self.is_number(start) || at == start + 2 && self.is_label(start)
    }

    fn is_label(&self, at: usize) -> bool {
        self.is(at, LABELS) && self.tokens[at].shape().is_capitalized() && self.is_number(at + 1)
    }

    fn is_dash(&self, at: usize) -> bool {
        matches!(self.word(at), "-" | "–" | "—" | "--" | "―")
    }

    /// The index of the first token from `at` on that is no opening mark.
    fn opened(&self, at: usize) -> usize {
        let opens = |at: usize| matches!(self.word(at), "(" | "[" | "“" | "‘" | "\"" | "'" | "``" | "«" | "¿" | "¡");
        (at..at + 4).find(|&at| !opens(at) && !self.is_dash(at)).unwrap_or(at)
    }

    fn start(&self, at: usize) -> Start {
        let Some(token) = self.tokens.get(at) else { return Start::Other };
        let shape = token.shape();
        match token.kind() {
            TokenKind::Word if shape.is_capitalized() => Start::Capital,
            // iPhone, eBay
            TokenKind::Word if shape.has_lower() && self.word(at).contains(char::is_uppercase) => Start::Capital,
            TokenKind::Word if shape.has_lower() => Start::Small,
            _ => Start::Other,
        }
    }

    /// Whether a clause of speech stands at `at`, behind a quotation: `Mr Rowe asked.`
    fn reports(&self, at: usize) -> bool {
        let end = (at + SPEECH_REACH).min(self.tokens.len());
        let verb =
            (at + 1..end).take_while(|&at| self.tokens[at].kind() == TokenKind::Word).find(|&at| self.is(at, SPEECH));
        verb.is_some_and(|verb| self.is(verb + 1, BEHIND_SPEECH))
    }

    fn abbreviation_ends(&self, at: usize, next: usize) -> bool {
        let word = self.word(at).trim_end_matches('.');
        match abbreviation(word) {
            Some(Abbreviation::Title | Abbreviation::Number | Abbreviation::Inner) => false,
            Some(Abbreviation::Date | Abbreviation::End) if word == "etc" => true,
            _ => self.is(next, STARTERS),
        }
    }

    /// Whether the sentence from `start` to `end` is the label of a figure, and its caption begins at `end`.
    fn labels(&self, start: usize, end: usize) -> bool {
        end == start + 2 && self.is_label(start) && self.start(end) == Start::Capital
    }

    /// Whether the credit of a picture stands at `at`: `Image: Ana Ruiz`. It follows a caption without a full stop.
    fn credits(&self, at: usize) -> bool {
        let behind_word = at > 0 && matches!(self.tokens[at - 1].kind(), TokenKind::Word | TokenKind::Number);
        let capital = self.tokens.get(at).is_some_and(|token| token.shape().is_capitalized());
        behind_word && capital && self.is(at, CREDITS) && self.word(at + 1) == ":"
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Span;
    use crate::text::tokenize;

    /// The sentences of `text`, one zone.
    fn sentences(text: &str) -> (Vec<Token>, Vec<Sentence>) {
        let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
        tokenize(text, Span::of(0, text.len()), &mut tokens);
        split_sentences(text, &tokens, TokenRange::new(0, tokens.len()), 3, &mut sentences);
        (tokens, sentences)
    }

    /// Each row has ` | ` where a sentence ends.
    fn check(rows: &[&str]) {
        for row in rows {
            let text = row.replace(" | ", " ");
            let (_, sentences) = sentences(&text);
            let found: Vec<_> = sentences.iter().map(|sentence| sentence.span().slice(&text).unwrap()).collect();
            assert_eq!(found.join(" | "), *row);
        }
    }

    #[test]
    fn final_marks() {
        check(&[
            "Rain fell. | It rained all day! | Did it? | It did.",
            "What?! | No!!! | Well... | We left … because we could.",
            "iPhone sales rose. | eBay fell. | 40 people came. | $3 was paid.",
            "It cost 3.5. | The end.",
            "The mayor has a plan: She wants a bridge; nobody does.",
            "It rose [12] in May.[13] | The rest fell.14 | So it goes. 15 | However, it rose.",
            "It was there. | 15 ships sank.",
            "It is known [1-3, 5]. | It was found early (Oram et al. [4]). | It is. [6, 7] | We saw it.",
        ]);
    }

    #[test]
    fn abbreviations() {
        check(&[
            "Mr. Rowe met Dr. Oram of St. Ives. | They spoke.",
            "He met ex-Gov. Rowe in Marl, e.g. The Harbour, i.e. The Pier.",
            "Rowe Ltd. Chairman Ana Oram left Rowe Ltd. | She had sold it.",
            "The U.S. Senate met at 5 p.m. Monday in the U.S. | It rose at 7 p.m. | We left.",
            "J. K. Oram met A. Rowe. | Both left. | It was Plan B. | They had no other.",
            "See No. 10 of it. | No. | That was all.",
            "Apples, pears, etc. | Plums came later.",
            "It is Oram v. The Harbour on Jan. 3 and Sept. 4.",
        ]);
    }

    #[test]
    fn quotations_and_brackets() {
        check(&[
            "“It is over. | We lost.” | The mayor left.",
            "\"It is over.\" | \"Is it?\" | 'It is.' | Then she left.",
            "“Why?” she asked. | “No!” the mayor said. | “Go!” Mr Rowe shouted, and left.",
            "“Why?” | Mr Rowe said that he did not know.",
            "“Why?” | The answer came at night.",
            "He left (he had to). | (She stayed.) | It rained.",
            "He called it “a shame!” and left.",
            "“…and so it ends.” | “… Nothing more.”",
            "“It ends.” — Ana Oram, mayor",
            "He said “it ends.“ | The mayor left.",
        ]);
    }

    #[test]
    fn headings_and_lists() {
        check(&[
            "1. Peel the apples. | Cut them.",
            "2.1. Apples",
            "Figure 3. The bridge",
            "Figure 3 | The bridge is open.",
            "Apples From the U.S. And Elsewhere",
            "The bridge at night | Photograph: Ana Oram.",
            "Yahoo! News was there. | Yahoo! | It is.",
        ]);
    }

    #[test]
    fn spoken_language() {
        check(&["I wanted — | Well, never mind.", "I wanted — really — to go — Ana said so — I did."]);
    }

    #[test]
    fn a_lost_blank_still_ends_a_sentence() {
        let text = "It ended badly.The rest is known, see A/73/PV.6 there.";
        let found: Vec<_> = sentences(text).1.iter().map(|sentence| sentence.span().slice(text).unwrap()).collect();
        assert_eq!(found, ["It ended badly.", "The rest is known, see A/73/PV.6 there."]);
    }

    proptest! {
        #[test]
        fn sentences_cover_all_tokens_in_order(text in "(\\PC|[ .!?…a-cA-C0-9\"'”“()\\[\\]—:\\-]|U\\.S\\.|Mr\\. |The |Image: |said ){0,60}") {
            let (tokens, sentences) = sentences(&text);
            let mut at = 0;
            for sentence in sentences {
                prop_assert_eq!(sentence.tokens().start(), at);
                prop_assert!(!sentence.tokens().is_empty());
                at = sentence.tokens().end();
                prop_assert_eq!(sentence.span().start(), tokens[sentence.tokens().start()].span().start());
                prop_assert_eq!(sentence.span().end(), tokens[at - 1].span().end());
                prop_assert_eq!(sentence.zone(), 3);
            }
            prop_assert_eq!(at, tokens.len());
        }
    }
}
