//! Punctuation, symbols, apostrophes at the start of a token, and what `@` and `#` begin.

use crate::document::TokenKind;

use super::super::chars::{BLANK, DIGIT, NON_ASCII, WORD, class_of, goes_on, is_apostrophe, is_joiner, is_punctuation};
use super::{CLITICS, Scanner, address};

/// Words that begin with an apostrophe.
const CLIPPED: &[&str] = &["em", "til", "bout", "tis", "twas"];

impl Scanner<'_, '_> {
    /// A mark in ASCII.
    pub(super) fn mark(&mut self, at: usize, byte: u8) -> usize {
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
    pub(super) fn non_ascii(&mut self, at: usize) -> usize {
        let Some(c) = self.char(at) else { return self.bytes.len() };
        let (class, end) = (class_of(c), at + c.len_utf8());
        if class & BLANK != 0 || is_joiner(c) {
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
            let belongs = goes_on(next) || matches!(next, '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}');
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

#[cfg(test)]
mod tests {
    use super::super::tests::check;

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
}
