//! The tokenizer: one pass over the bytes, by the conventions of Universal Dependencies for English as GUM has them
//! (Zeldes 2017; Bies et al. 2012 for affixes), so that a tagger trained there meets the tokens it knows.
//!
//! Runs of letters and digits are words; what stands behind a run decides whether it goes on (`O'Brien`, `U.S.`,
//! `co-founder`, `1,463`) or splits (`do|n't`, `far|-|right`, `5|pm`). Straight and curly apostrophes behave the same.
//! Every character that is neither white space nor invisible belongs to exactly one token.

use crate::document::{Shape, TokenKind};
use crate::{Span, Token, WordKey};

use super::abbreviations::{Abbreviation, abbreviation};
use super::chars::{BLANK, CLASS, DIGIT, LOWER, NON_ASCII, UPPER, WORD, class_of, is_apostrophe, is_punctuation};
use super::fold::keys;
use super::{address, ascii_key, word_key};

/// Appends the tokens of `span` to `out`. Linear in the length of the span.
pub(crate) fn tokenize(text: &str, span: Span, out: &mut Vec<Token>) {
    let Some(text) = text.get(..span.end()) else { return };
    if !text.is_char_boundary(span.start()) {
        return;
    }
    let first = out.len();
    Scanner { text, bytes: text.as_bytes(), start: span.start(), first, undotted: 0, mailed: span.start(), out }.scan();
}

/// Two words written as one; all split behind the third letter.
const CONTRACTIONS: &[WordKey] = &keys(["cannot", "gonna", "wanna", "gotta", "gimme", "lemme"]);

/// What stands behind an apostrophe in a clitic.
const CLITICS: &[&str] = &["s", "re", "ve", "ll", "d", "m"];

/// Words that begin with an apostrophe.
const CLIPPED: &[&str] = &["em", "til", "bout", "tis", "twas"];

/// Letters before a dollar sign that belong to it: `US$`.
const DOLLARS: &[&str] = &["US", "A", "AU", "C", "CA", "CAD", "HK", "NZ", "NT", "S", "R", "J", "TT"];

/// Prefixes that keep their hyphen (the list of the Linguistic Data Consortium, less those GUM splits).
const PREFIXES: &[WordKey] = &keys([
    "e", "anti", "ante", "bi", "bio", "co", "counter", "cross", "cyber", "de", "eco", "ex", "extra", "inter", "intra",
    "macro", "mega", "micro", "mid", "mini", "multi", "non", "over", "para", "post", "pre", "pro", "proto", "pseudo",
    "re", "semi", "socio", "sub", "super", "trans", "tri", "ultra", "uni", "vice",
]);

const LONGEST_PREFIX: usize = "counter".len();

/// Suffixes that keep their hyphen.
const SUFFIXES: &[&str] = &["esque", "wise", "ish", "fold", "ups", "outs"];

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
        let word = &self.text[start..end];
        let key = if classes & NON_ASCII == 0 { ascii_key(&self.bytes[start..end]) } else { word_key(word) };
        let mut flags = classes & (DIGIT | LOWER | NON_ASCII);
        if classes & UPPER != 0 {
            let mut letters = word.chars().filter(|c| c.is_alphabetic());
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

    /// A word, which starts with a letter.
    fn word(&mut self, start: usize) -> usize {
        let mut run = self.run(start);
        loop {
            let next = match self.byte(run.end) {
                b' ' => None,
                b'.' => return self.word_before_stop(start, run),
                b'-' => self.behind_hyphen(start, run),
                b'\'' | b'`' | 0x80.. => match self.behind_apostrophe(start, run) {
                    Apostrophe::Joins(next) => Some(next),
                    Apostrophe::Negates(end) => return self.negation(start, run.end, end),
                    Apostrophe::Splits(middle) => return self.split(start, middle, self.run(middle).end),
                    Apostrophe::Ends => None,
                },
                b'&' => (run.classes & LOWER == 0 && run.end - start <= 3 && self.class(run.end + 1) & UPPER != 0)
                    .then_some(run.end + 1)
                    .filter(|&next| self.run(next).classes & LOWER == 0),
                b'$' if DOLLARS.contains(&&self.text[start..run.end]) => {
                    return self.push(start, run.end + 1, TokenKind::Symbol, run.classes);
                }
                b':' if self.bytes[run.end..].starts_with(b"://") => {
                    let end = address::web_end(self.text, start, run.end + 3);
                    return self.push_whole(start, end, TokenKind::Address);
                }
                _ => None,
            };
            let Some(next) = next else { break };
            let more = self.run(next);
            run = Run { end: more.end, classes: run.classes | more.classes | self.non_ascii_between(run.end, next) };
        }
        let length = run.end - start;
        if (length == 5 || length == 6) && run.classes & NON_ASCII == 0 {
            let key = ascii_key(&self.bytes[start..run.end]);
            if CONTRACTIONS.contains(&key) {
                return self.split(start, start + 3, run.end);
            }
        }
        self.push(start, run.end, TokenKind::Word, run.classes)
    }

    fn non_ascii_between(&self, start: usize, end: usize) -> u8 {
        if self.text[start..end].is_ascii() { 0 } else { NON_ASCII }
    }

    /// Where a word goes on behind the hyphen at its end, if it does: `co-founder`, `nutrition-wise`.
    fn behind_hyphen(&self, start: usize, run: Run) -> Option<usize> {
        let next = run.end + 1;
        if !self.is_letter(next) {
            return None;
        }
        let length = run.end - start;
        if length > LONGEST_PREFIX || !PREFIXES.contains(&word_key(&self.text[start..run.end])) {
            return self.one_of(next, SUFFIXES).map(|_| next);
        }
        // In `non-adult-like` the prefix stands before the whole compound, in `non-U.S.` before initials.
        let end = self.run(next).end;
        let goes_on = self.byte(end) == b'-' || self.byte(end) == b'.' && end == next + 1;
        (!goes_on || !self.is_word(end + 1)).then_some(next)
    }

    /// What the apostrophe behind a run does to the word, if there is one.
    fn behind_apostrophe(&self, start: usize, run: Run) -> Apostrophe {
        let next = run.end + self.apostrophe(run.end);
        if next == run.end || !self.is_letter(next) {
            return Apostrophe::Ends;
        }
        let ends_in_n = matches!(self.bytes[run.end - 1], b'n' | b'N');
        if ends_in_n && let Some(end) = self.one_of(next, &["t"]) {
            return Apostrophe::Negates(end);
        }
        if self.one_of(next, CLITICS).is_some() {
            return Apostrophe::Ends;
        }
        if run.end == start + 1 && matches!(self.bytes[start], b'y' | b'Y') && self.one_of(next, &["all"]).is_some() {
            return Apostrophe::Splits(next);
        }
        Apostrophe::Joins(next)
    }

    /// `do|n't`: the apostrophe stands at `apostrophe`, the word ends at `end`.
    fn negation(&mut self, start: usize, apostrophe: usize, end: usize) -> usize {
        let middle = apostrophe - 1;
        if middle > start {
            self.push_whole(start, middle, TokenKind::Word);
        }
        self.push_whole(middle, end, TokenKind::Word)
    }

    /// A word with a full stop behind it: an abbreviation, initials, a host name, or the end of a sentence.
    fn word_before_stop(&mut self, start: usize, run: Run) -> usize {
        if self.is_letter(run.end + 1) && start >= self.undotted {
            if let Some(end) = self.dotted(start, run) {
                return end;
            }
        } else if run.classes & DIGIT != 0 && self.is_digit(run.end + 1) {
            // PM2.5, but not G20.1,463
            let end = self.run(run.end + 1).end;
            return self.push_whole(start, end, TokenKind::Word);
        }
        let capital = self.char_class(start) & UPPER != 0;
        let keeps_stop = if run.end == start + 1 && capital {
            self.is_initial(start)
        } else {
            let word = &self.text[start..run.end];
            abbreviation(word).is_some_and(|meaning| self.fits(meaning, word, run.end + 1))
        };
        let end = run.end + usize::from(keeps_stop);
        self.push(start, end, TokenKind::Word, run.classes)
    }

    /// A word with letters behind its full stop: `U.S.`, `Ph.D.`, `gazette.com`.
    fn dotted(&mut self, start: usize, first: Run) -> Option<usize> {
        let (mut end, mut classes, mut label) = (first.end, first.classes, start);
        let mut letters = true;
        loop {
            letters &= self.text[label..end].chars().nth(1).is_none();
            if self.byte(end) != b'.' || !self.is_word(end + 1) {
                break;
            }
            label = end + 1;
            let run = self.run(label);
            (end, classes) = (run.end, classes | run.classes);
        }
        let stop = self.byte(end) == b'.';
        if letters {
            return Some(self.push(start, end + usize::from(stop), TokenKind::Word, classes));
        }
        let word = &self.text[start..end];
        if stop && abbreviation(word).is_some() {
            return Some(self.push(start, end + 1, TokenKind::Word, classes));
        }
        let host = word.starts_with("www.") || address::is_domain(&self.text[label..end]);
        if host {
            if matches!(self.byte(end), b'/' | b':' | b'?') && !self.is_blank(end + 1) {
                end = address::web_end(self.text, start, end);
            }
            return Some(self.push_whole(start, end, TokenKind::Address));
        }
        self.undotted = end;
        None
    }

    /// Whether the capital at `at`, with a full stop behind it, is an initial (`J. Rowe`) and not the last word of a sentence
    /// (`vitamin C. The`).
    fn is_initial(&self, at: usize) -> bool {
        let next = at + 2;
        if !matches!(self.byte(next), b' ') || self.class(next + 1) & UPPER == 0 {
            return matches!(self.byte(next), b',' | b';') || self.class(next) & UPPER != 0 || self.is_digit(next + 1);
        }
        self.byte(at) != b'I' || self.byte(next + 2) == b'.'
    }

    /// Whether the full stop before `next` belongs to an abbreviation of this meaning.
    fn fits(&self, meaning: Abbreviation, word: &str, next: usize) -> bool {
        const MONTHS: [&str; 7] = ["Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec"];
        let behind = next + usize::from(self.byte(next) == b' ');
        match meaning {
            Abbreviation::Number => self.is_digit(behind),
            Abbreviation::Date => self.is_digit(behind) || self.byte(next) == b',' || MONTHS.contains(&word),
            Abbreviation::Title | Abbreviation::Inner | Abbreviation::End => true,
        }
    }

    /// A number, which starts with a digit.
    fn number(&mut self, start: usize) -> usize {
        let mut end = self.digits(start);
        let mut classes = DIGIT;
        if start == self.start && end - start <= 3 && self.bytes[end..].starts_with(b". ") {
            // An enumerator of a list, `1.`: no quantity.
            return self.push(start, end + 1, TokenKind::Punctuation, classes);
        }
        end = self.separated(start, end);
        if !self.is_half_of_day(end) {
            let run = self.run(end);
            (end, classes) = (run.end, classes | run.classes);
        }
        self.push(start, end, TokenKind::Number, classes)
    }

    fn digits(&self, at: usize) -> usize {
        at + self.bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count()
    }

    /// The end of a number whose first digits end at `end`, with its separators: `1,463`, `2.5`, `10:30`, `9/11`.
    fn separated(&self, start: usize, mut end: usize) -> usize {
        let mut first = end - start;
        loop {
            let next = self.digits((end + 1).min(self.bytes.len()));
            let width = next.saturating_sub(end + 1);
            let goes_on = match self.byte(end) {
                b'.' | b'/' => width > 0,
                b',' => first <= 3 && (width == 3 || width == 2 && self.byte(next) == b',' && self.is_grouped(next)),
                b':' => width == 2 && first <= 2,
                _ => false,
            };
            if !goes_on {
                return end;
            }
            (end, first) = (next, width);
        }
    }

    /// Whether the comma at `at` goes on with `345`, `34,567` (`12,34,567`, as in India).
    fn is_grouped(&self, at: usize) -> bool {
        let width = |at: usize| self.bytes[at..].iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
        let first = width(at + 1);
        first == 3 || first == 2 && self.byte(at + 3) == b',' && width(at + 4) == 3
    }

    /// `am`, `p.m.` behind a number: a token of its own.
    fn is_half_of_day(&self, at: usize) -> bool {
        self.one_of(at, &["am", "pm"]).is_some()
            || self.bytes.get(at..at + 3).is_some_and(|b| matches!(b, b"a.m" | b"p.m" | b"A.M" | b"P.M"))
    }

    /// A mark in ASCII.
    fn mark(&mut self, at: usize, byte: u8) -> usize {
        use TokenKind::{Address, Number, Punctuation, Symbol};
        match byte {
            b'\'' | b'`' => self.apostrophe_mark(at, 1),
            b'.' if self.is_digit(at + 1) && self.opens(at) => {
                let run = self.run(at + 1);
                self.push(at, run.end, Number, run.classes)
            }
            b'.' | b'-' | b'*' | b'_' | b'=' | b'~' => {
                let end = at + self.bytes[at..].iter().take_while(|&&other| other == byte).count();
                self.push(at, end, if matches!(byte, b'=' | b'~') { Symbol } else { Punctuation }, 0)
            }
            b'@' | b'#' => {
                if byte == b'@'
                    && let Some((start, end)) = address::email(self.bytes, self.mailed, at)
                {
                    return self.email(start, end);
                }
                match address::handle_end(self.bytes, at).filter(|_| self.opens(at)) {
                    Some(end) => self.push_whole(at, end, Address),
                    None => self.push(at, at + 1, Symbol, 0),
                }
            }
            b'!' | b'"' | b'%' | b'&' | b'(' | b')' | b',' | b'/' | b':' | b';' | b'?' | b'[' | b'\\' | b']' | b'{'
            | b'}' => {
                let kind = if matches!(byte, b'%' | b'&') { Symbol } else { Punctuation };
                self.push(at, at + 1, kind, 0)
            }
            _ => self.push(at, at + 1, Symbol, 0),
        }
    }

    /// An e-mail address, whose first part has been cut into tokens before its `@` was met.
    fn email(&mut self, mut start: usize, end: usize) -> usize {
        while let Some(token) = self.out[self.first..].last().filter(|token| token.span().end() > start) {
            start = start.min(token.span().start());
            self.out.pop();
        }
        self.mailed = end;
        self.push_whole(start, end, TokenKind::Address)
    }

    /// An apostrophe of `width` bytes that starts a token: a clitic (`she|'s`), a clipped word (`'em`, `'90s`), a doubled or
    /// single quotation mark.
    fn apostrophe_mark(&mut self, at: usize, width: usize) -> usize {
        let next = at + width;
        let glued = self.out[self.first..].last().is_some_and(|token| {
            token.span().end() == at
                && (!matches!(token.kind(), TokenKind::Punctuation)
                    || matches!(self.text[token.span().range()].chars().next(), Some('"' | '”' | ')')))
        });
        if glued {
            if let Some(end) = self.one_of(next, CLITICS) {
                return self.push_whole(at, end, TokenKind::Word);
            }
        } else if let Some(end) = self.one_of(next, CLIPPED).filter(|&end| self.apostrophe(end) == 0) {
            return self.push_whole(at, end, TokenKind::Word);
        } else if self.is_digit(next) && self.is_digit(next + 1) && self.one_of(next + 2, &["s"]).is_some() {
            return self.push_whole(at, next + 3, TokenKind::Number);
        }
        let doubled = self.bytes[next..].starts_with(&self.bytes[at..next]);
        self.push_whole(at, if doubled { next + width } else { next }, TokenKind::Punctuation)
    }

    /// A character outside ASCII.
    fn non_ascii(&mut self, at: usize) -> usize {
        let Some(c) = self.char(at) else { return self.bytes.len() };
        let (class, end) = (class_of(c), at + c.len_utf8());
        if class & BLANK != 0 {
            return end;
        }
        if is_apostrophe(c) {
            return self.apostrophe_mark(at, c.len_utf8());
        }
        if class & DIGIT != 0 {
            let run = self.run(at);
            return self.push(at, run.end, TokenKind::Number, run.classes);
        }
        if class & WORD != 0 {
            return self.word(at);
        }
        if c == '°' && matches!(self.byte(end), b'C' | b'F') && !self.is_word(end + 1) {
            return self.push_whole(at, end + 1, TokenKind::Symbol);
        }
        if !is_punctuation(c) {
            let end = self.symbol_end(c, end);
            return self.push(at, end, TokenKind::Symbol, NON_ASCII);
        }
        let mut end = end;
        while matches!(c, '–' | '—' | '…') && self.char(end) == Some(c) {
            end += c.len_utf8();
        }
        self.push(at, end, TokenKind::Punctuation, NON_ASCII)
    }

    /// The end of the symbol `c` that ends at `end`, with what belongs to it: an emoji's colour, joined emoji, the second
    /// half of a flag.
    fn symbol_end(&self, c: char, mut end: usize) -> usize {
        let is_flag = |c: char| matches!(c, '\u{1f1e6}'..='\u{1f1ff}');
        if is_flag(c) {
            return end + self.char(end).filter(|&c| is_flag(c)).map_or(0, char::len_utf8);
        }
        let mut joined = false;
        while let Some(next) = self.char(end) {
            let belongs =
                super::chars::goes_on(next) || matches!(next, '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}');
            let joins = joined && !next.is_ascii() && class_of(next) == NON_ASCII;
            if !belongs && !joins {
                break;
            }
            joined = next == '\u{200d}';
            end += next.len_utf8();
        }
        end
    }
}

/// What an apostrophe behind a run of letters does to the word.
enum Apostrophe {
    /// The word goes on: `O'Brien`.
    Joins(usize),
    /// `n't`, up to here.
    Negates(usize),
    /// The apostrophe ends the first of two words: `y'|all`.
    Splits(usize),
    /// The word ends before it.
    Ends,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use TokenKind::{Address, Number, Punctuation, Symbol, Word};

    fn tokens(text: &str) -> Vec<Token> {
        let mut out = Vec::new();
        tokenize(text, Span::of(0, text.len()), &mut out);
        out
    }

    fn joined(text: &str) -> String {
        tokens(text).iter().map(|token| token.span().slice(text).unwrap()).collect::<Vec<_>>().join("|")
    }

    fn check(rows: &[(&str, &str)]) {
        for (text, expected) in rows {
            assert_eq!(joined(text), *expected, "{text}");
        }
    }

    #[test]
    fn clitics() {
        check(&[
            ("She’s sure they'll go, isn't she?", "She|’s|sure|they|'ll|go|,|is|n't|she|?"),
            ("We can’t, won't and DON’T.", "We|ca|n’t|,|wo|n't|and|DO|N’T|."),
            ("I'd've said so", "I|'d|'ve|said|so"),
            ("the mayor's and the Joneses' dogs", "the|mayor|'s|and|the|Joneses|'|dogs"),
            ("the U.S.’s and the 1930's", "the|U.S.|’s|and|the|1930|'s"),
            ("You cannot; he's gonna wanna, Gimme y'all", "You|can|not|;|he|'s|gon|na|wan|na|,|Gim|me|y'|all"),
            ("“Hamlet”’s end", "“|Hamlet|”|’s|end"),
            ("O'Brien, D’Souza, ma'am, o’clock", "O'Brien|,|D’Souza|,|ma'am|,|o’clock"),
            ("get ’em in the '90s", "get|’em|in|the|'90s"),
            ("'so' and ‘so’ and ''so``", "'|so|'|and|‘|so|’|and|''|so|``"),
        ]);
    }

    #[test]
    fn hyphens_and_dashes() {
        check(&[
            ("a far-right, 22-year-old mother-in-law", "a|far|-|right|,|22|-|year|-|old|mother|-|in|-|law"),
            ("its pro-Western co-founder re-elected by e-mail", "its|pro-Western|co-founder|re-elected|by|e-mail"),
            ("non-adult-like, non-U.S. ex-Sen. Rowe", "non|-|adult|-|like|,|non|-|U.S.|ex-Sen.|Rowe"),
            ("revenue-wise", "revenue-wise"),
            ("yes -- no—yes – no", "yes|--|no|—|yes|–|no"),
            ("post-2015 and Covid-19", "post|-|2015|and|Covid|-|19"),
        ]);
    }

    #[test]
    fn stops() {
        check(&[
            ("Mr. Rowe of Rowe Inc. left.", "Mr.|Rowe|of|Rowe|Inc.|left|."),
            ("the U.S. at 5 a.m. e.g. here, i.e. now", "the|U.S.|at|5|a.m.|e.g.|here|,|i.e.|now"),
            ("J. K. Oram and J.R. Oram, Ph.D.", "J.|K.|Oram|and|J.R.|Oram|,|Ph.D."),
            ("Plan B. Vitamin C.", "Plan|B.|Vitamin|C|."),
            ("No. He said No. 10 is.", "No|.|He|said|No.|10|is|."),
            ("Jan. 3, Mar. 4; they mar. The sun.", "Jan.|3|,|Mar.|4|;|they|mar|.|The|sun|."),
            ("It ended.The end...", "It|ended|.|The|end|..."),
            ("Well… no….", "Well|…|no|…|."),
            ("1. Peel the apples", "1.|Peel|the|apples"),
        ]);
    }

    #[test]
    fn numbers() {
        check(&[
            ("1,463 of 2.5m", "1,463|of|2.5m"),
            ("$4bn, US$3, £2.50, €5 and 40%", "$|4bn|,|US$|3|,|£|2.50|,|€|5|and|40|%"),
            ("12,34,567 and 18,19,20", "12,34,567|and|18|,|19|,|20"),
            ("at 10:30 on 9/11, 6:00am, 5pm, 7 p.m.", "at|10:30|on|9/11|,|6:00|am|,|5|pm|,|7|p.m."),
            ("won 3-0 in the 1990s, 3rd", "won|3|-|0|in|the|1990s|,|3rd"),
            ("½ of 2½", "½|of|2½"),
            ("about .5 of 20°C", "about|.5|of|20|°C"),
            ("fell 1.5.", "fell|1.5|."),
        ]);
    }

    #[test]
    fn addresses_and_symbols() {
        check(&[
            ("see https://a.example/b?c=d(e), or", "see|https://a.example/b?c=d(e)|,|or"),
            ("(www.gazette.com/x).", "(|www.gazette.com/x|)|."),
            ("ana.oram-rowe@mail.example.org!", "ana.oram-rowe@mail.example.org|!"),
            ("o'brien@example.org, a@b", "o'brien@example.org|,|a|@|b"),
            ("@harbour and #HarbourDay, #3", "@harbour|and|#HarbourDay|,|#|3"),
            ("AT&T, R&D, salt & pepper", "AT&T|,|R&D|,|salt|&|pepper"),
            ("so 👩\u{200d}🚒👍🏽🇫🇷 it", "so|👩\u{200d}🚒|👍🏽|🇫🇷|it"),
            ("👩\u{200d}!", "👩\u{200d}|!"),
            ("and/or", "and|/|or"),
        ]);
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

    #[test]
    fn time_is_linear() {
        for piece in
            ["a.b1", "@", "1,", "a@", "a@b.c", "x-wise-", "#1", "'", "http://(", "aa.bb", "e-", "a'", "\u{200d}", "1:"]
        {
            let count = |bytes: usize| {
                let text = piece.repeat(bytes / piece.len());
                let start = std::time::Instant::now();
                let tokens = tokens(&text).len();
                (tokens, start.elapsed().as_micros())
            };
            count(20_000);
            let ((_, short), (_, long)) = (count(20_000), count(400_000));
            assert!(long < 100 * short.max(200), "{piece}: {short} µs for 20 kB, {long} µs for 400 kB");
        }
    }

    proptest! {
        #[test]
        fn tokens_are_ordered_and_cover_all_that_can_be_seen(
            text in "(\\PC|[ a-cA-Ct'’.@#:/0-9,$&_\\-\\n]|n't|www\\.|a@b\\.c|https://|\u{200b}|\u{301}){0,40}"
        ) {
            let mut at = 0;
            let blank = |text: &str| text.chars().all(|c| c.is_whitespace() || crate::text::chars::is_blank(c));
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
