//! Words: what goes on behind a run of letters, and what splits.

use crate::WordKey;
use crate::document::TokenKind;

use super::super::abbreviations::{Abbreviation, abbreviation};
use super::super::chars::{DIGIT, LOWER, NON_ASCII, UPPER};
use super::super::fold::{ascii_key_in, keys, word_key};
use super::{CLITICS, Run, Scanner, address};

/// Two words written as one; all split behind the third letter.
pub(super) const CONTRACTIONS: &[WordKey] = &keys(["cannot", "gonna", "wanna", "gotta", "gimme", "lemme"]);

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

impl Scanner<'_, '_> {
    /// A word, which starts with a letter.
    pub(super) fn word(&mut self, start: usize) -> usize {
        let mut run = self.run(start);
        loop {
            let next = match self.byte(run.end) {
                b' ' => None,
                b'.' => return self.word_before_stop(start, run),
                b'-' => self.behind_hyphen(start, run, 1),
                0xe2 if matches!(self.char(run.end), Some('‐' | '‑')) => self.behind_hyphen(start, run, 3),
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
            // The third letter rules out nearly all words before the key is made.
            let may_be = matches!(self.bytes[start + 2] | 0x20, b'n' | b't' | b'm');
            if may_be && CONTRACTIONS.contains(&ascii_key_in(self.bytes, start, run.end)) {
                return self.split(start, start + 3, run.end);
            }
        }
        self.push(start, run.end, TokenKind::Word, run.classes)
    }

    fn non_ascii_between(&self, start: usize, end: usize) -> u8 {
        if self.text[start..end].is_ascii() { 0 } else { NON_ASCII }
    }

    /// Where a word goes on behind the hyphen of `width` bytes at its end, if it does: `co-founder`, `nutrition-wise`.
    fn behind_hyphen(&self, start: usize, run: Run, width: usize) -> Option<usize> {
        let next = run.end + width;
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
        let word = &self.text[start..run.end];
        let keeps_stop = if capital && word.chars().nth(1).is_none() {
            self.is_initial(start, run.end + 1)
        } else {
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

    /// Whether the capital at `at`, with a full stop before `next`, is an initial (`J. Rowe`) and not the last word of a
    /// sentence (`it is vitamin C.`).
    fn is_initial(&self, at: usize, next: usize) -> bool {
        let is_capital = |at: usize| self.char_class(at) & UPPER != 0;
        let behind_initial = || {
            let before = self.text[self.start..at].strip_suffix(' ').and_then(|before| before.strip_suffix('.'));
            before.is_some_and(|before| {
                let mut back = before.chars().rev();
                back.next().is_some_and(char::is_uppercase) && back.next().is_none_or(|c| !c.is_alphanumeric())
            })
        };
        match self.byte(next) {
            b',' | b';' => true,
            // I is a pronoun, unless another initial follows.
            b' ' if is_capital(next + 1) => self.byte(at) != b'I' || self.byte(next + 2) == b'.' || behind_initial(),
            b' ' if self.is_digit(next + 1) => true,
            _ => is_capital(next) || behind_initial(),
        }
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
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

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
            ("re‑elected far‐right", "re‑elected|far|‐|right"),
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
            ("[Ana É. W.] Rowe and I. He left H. R. 12", "[|Ana|É.|W.|]|Rowe|and|I|.|He|left|H.|R.|12"),
            ("No. He said No. 10 is.", "No|.|He|said|No.|10|is|."),
            ("Jan. 3, Mar. 4; they mar. The sun.", "Jan.|3|,|Mar.|4|;|they|mar|.|The|sun|."),
            ("It ended.The end...", "It|ended|.|The|end|..."),
            ("Well… no….", "Well|…|no|…|."),
            ("1. Peel the apples", "1.|Peel|the|apples"),
        ]);
    }
}
