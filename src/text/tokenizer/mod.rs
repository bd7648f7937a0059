//! The tokenizer: one pass over the bytes, by the conventions of Universal Dependencies for English as GUM has them
//! (Zeldes 2017; Bies et al. 2012 for affixes), so that a tagger trained there meets the tokens it knows.
//!
//! Runs of letters and digits are words; what stands behind a run decides whether it goes on (`O'Brien`, `U.S.`,
//! `co-founder`, `1,463`) or splits (`do|n't`, `far|-|right`, `5|pm`). Straight and curly apostrophes behave the same.
//! Every character that is neither white space nor invisible belongs to exactly one token.

mod address;
mod given;
mod marks;
mod numbers;
mod phrase;
mod words;

use crate::document::{Shape, TokenKind};
use crate::{Span, Token};

pub(crate) use given::line_of;
pub(crate) use phrase::tokenize_phrase;

use super::chars::{BLANK, CLASS, DIGIT, LOWER, NON_ASCII, UPPER, WORD, class_of, is_apostrophe};
use super::fold::{ascii_key_in, word_key};

/// Appends the tokens of `span` to `out`. Linear in the length of the span.
pub(crate) fn tokenize(text: &str, span: Span, out: &mut Vec<Token>) {
    let Some(text) = text.get(..span.end()) else { return };
    if !text.is_char_boundary(span.start()) {
        return;
    }
    let first = out.len();
    Scanner { text, bytes: text.as_bytes(), start: span.start(), first, undotted: 0, mailed: span.start(), out }.scan();
}

/// What stands behind an apostrophe in a clitic.
const CLITICS: &[&str] = &["s", "re", "ve", "ll", "d", "m"];

struct Scanner<'t, 'o> {
    /// The text up to the end of the span.
    text: &'t str,
    bytes: &'t [u8],
    /// Where the span starts.
    start: usize,
    /// Number of tokens in `out` that are not ours.
    first: usize,
    /// Up to here words with inner stops have been looked at and refused; keeps the scan linear.
    undotted: usize,
    /// Where the last e-mail address ended.
    mailed: usize,
    out: &'o mut Vec<Token>,
}

/// A run of word characters: where it ends, and its classes or-ed.
#[derive(Clone, Copy)]
struct Run {
    end: usize,
    classes: u8,
}

impl Scanner<'_, '_> {
    fn scan(&mut self) {
        let mut at = self.start;
        while let Some(&byte) = self.bytes.get(at) {
            let class = CLASS[byte as usize];
            at = if class & BLANK != 0 {
                at + 1
            } else if class & DIGIT != 0 {
                self.number(at)
            } else if class & WORD != 0 && byte != b'_' {
                self.word(at)
            } else if class & NON_ASCII != 0 {
                self.non_ascii(at)
            } else {
                self.mark(at, byte)
            };
        }
    }

    // What stands where.

    #[inline]
    fn class(&self, at: usize) -> u8 {
        self.bytes.get(at).map_or(0, |&byte| CLASS[byte as usize])
    }

    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    fn char(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// The class of the character at `at`, of whatever script.
    fn char_class(&self, at: usize) -> u8 {
        match self.class(at) {
            NON_ASCII => self.char(at).map_or(0, class_of),
            class => class,
        }
    }

    fn is_word(&self, at: usize) -> bool {
        self.char_class(at) & WORD != 0
    }

    fn is_digit(&self, at: usize) -> bool {
        self.class(at) & DIGIT != 0
    }

    fn is_letter(&self, at: usize) -> bool {
        self.char_class(at) & (WORD | DIGIT) == WORD
    }

    fn is_blank(&self, at: usize) -> bool {
        at >= self.bytes.len() || self.char_class(at) & BLANK != 0
    }

    /// Whether nothing, or a blank or opening mark, stands before `at`.
    fn opens(&self, at: usize) -> bool {
        let before = self.text[self.start..at].chars().next_back();
        before.is_none_or(|c| {
            c.is_whitespace() || matches!(c, '(' | '[' | '"' | '“' | '‘' | '\'' | '-' | '–' | '—' | '/')
        })
    }

    /// Number of bytes of the apostrophe at `at`, or 0.
    fn apostrophe(&self, at: usize) -> usize {
        match self.byte(at) {
            b'\'' | b'`' => 1,
            0x80.. => self.char(at).filter(|&c| is_apostrophe(c)).map_or(0, char::len_utf8),
            _ => 0,
        }
    }

    /// The run of word characters from `at` on.
    #[inline]
    fn run(&self, at: usize) -> Run {
        let (mut end, mut classes) = (at, 0);
        loop {
            let class = self.class(end);
            if class & WORD != 0 {
                classes |= class;
                end += 1;
            } else if class == NON_ASCII {
                let Some(c) = self.char(end) else { break };
                let class = class_of(c);
                if class & WORD == 0 {
                    break;
                }
                classes |= class;
                end += c.len_utf8();
            } else {
                break;
            }
        }
        Run { end, classes }
    }

    /// The ASCII run from `at` on, if it is one of `words` in small letters or capitals.
    fn one_of(&self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().find_map(|word| {
            let end = at + word.len();
            let same = self.bytes.get(at..end)?.eq_ignore_ascii_case(word.as_bytes());
            (same && !self.is_word(end)).then_some(end)
        })
    }

    // Making tokens. Each of these returns where it ended.

    fn push(&mut self, start: usize, end: usize, kind: TokenKind, classes: u8) -> usize {
        let key = if classes & NON_ASCII == 0 {
            ascii_key_in(self.bytes, start, end)
        } else {
            word_key(&self.text[start..end])
        };
        let mut flags = classes & (DIGIT | LOWER | NON_ASCII);
        if classes & UPPER != 0 && classes & LOWER != 0 && self.class(start) & (UPPER | LOWER) != 0 {
            // Nearly all words with a capital: a letter of ASCII begins it, and a small one follows.
            flags |= self.class(start) & UPPER;
        } else if classes & UPPER != 0 {
            let mut letters = self.text[start..end].chars().filter(|c| c.is_alphabetic());
            flags |= if letters.next().is_some_and(char::is_uppercase) { Shape::CAPITALIZED } else { 0 };
            flags |= if classes & LOWER == 0 && letters.next().is_some() { Shape::ALL_CAPS } else { 0 };
        }
        self.out.push(Token::new(Span::of(start, end), key, kind, Shape::new(flags)));
        end
    }

    /// Like [`push`](Self::push), for a token whose classes were not gathered on the way.
    fn push_whole(&mut self, start: usize, end: usize, kind: TokenKind) -> usize {
        let classes = self.text[start..end]
            .chars()
            .fold(0, |classes, c| classes | if c.is_ascii() { CLASS[c as usize] } else { class_of(c) });
        self.push(start, end, kind, classes)
    }

    fn split(&mut self, start: usize, middle: usize, end: usize) -> usize {
        self.push_whole(start, middle, TokenKind::Word);
        self.push_whole(middle, end, TokenKind::Word)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::chars;
    use TokenKind::{Address, Number, Punctuation, Symbol, Word};

    fn tokens(text: &str) -> Vec<Token> {
        let mut out = Vec::new();
        tokenize(text, Span::of(0, text.len()), &mut out);
        out
    }

    fn joined(text: &str) -> String {
        tokens(text).iter().map(|token| token.span().slice(text).unwrap()).collect::<Vec<_>>().join("|")
    }

    pub(super) fn check(rows: &[(&str, &str)]) {
        for (text, expected) in rows {
            assert_eq!(joined(text), *expected, "{text}");
        }
    }

    #[test]
    fn kinds() {
        let kinds = |text| tokens(text).iter().map(|token| token.kind()).collect::<Vec<_>>();
        assert_eq!(kinds("G20 n't 3rd ½"), [Word, Word, Number, Number]);
        assert_eq!(kinds(". “ — ... ’"), [Punctuation; 5]);
        assert_eq!(kinds("$ % + £ € US$ ♥"), [Symbol; 7]);
        assert_eq!(kinds("http://a.b a@b.org #tag"), [Address; 3]);
        assert_eq!(kinds("1. x"), [Punctuation, Word], "an enumerator is no quantity");
    }

    #[test]
    fn shapes() {
        let shape = |text| tokens(text)[0].shape();
        assert!(shape("NATO").is_all_caps() && shape("U.S.").is_all_caps() && shape("ÉÈ").is_all_caps());
        assert!(!shape("A").is_all_caps() && !shape("Nato").is_all_caps() && !shape("20").is_all_caps());
        assert!(shape("Élan").is_capitalized() && !shape("iPhone").is_capitalized());
        assert!(shape("G20").has_digit() && shape("½").has_digit() && !shape("g").has_digit());
        assert!(shape("iX").has_lower() && shape("é").has_lower() && !shape("NATO").has_lower());
        assert!(shape("é").has_non_ascii() && shape("—").has_non_ascii() && !shape("e").has_non_ascii());
    }

    #[test]
    fn straight_and_curly_apostrophes_give_the_same_keys() {
        let keys = |text| tokens(text).iter().map(|token| token.key()).collect::<Vec<_>>();
        assert_eq!(keys("don’t she’s ’em O’Brien"), keys("don't she's 'em O'Brien"));
    }

    proptest! {
        #[test]
        fn tokens_are_ordered_and_cover_all_that_can_be_seen(
            text in "(\\PC|[ a-cA-Ct'’.@#:/0-9,$&_\\-\\n]|n't|www\\.|a@b\\.c|https://|\u{200b}|\u{301}){0,40}"
        ) {
            let mut at = 0;
            let unseen = |c: char| c.is_whitespace() || chars::is_blank(c) || chars::is_joiner(c);
            let blank = |text: &str| text.chars().all(unseen);
            for token in tokens(&text) {
                prop_assert!(!token.span().is_empty());
                prop_assert!(blank(&text[at..token.span().start()]));
                let word = token.span().slice(&text).unwrap();
                prop_assert_eq!(token.key(), word_key(word));
                prop_assert!(!word.contains(char::is_whitespace));
                at = token.span().end();
            }
            prop_assert!(blank(&text[at..]));
        }
    }
}
