//! Numbers, with their separators and units.

use crate::document::TokenKind;

use super::super::chars::DIGIT;
use super::Scanner;

impl Scanner<'_, '_> {
    /// A number, which starts with a digit.
    pub(super) fn number(&mut self, start: usize) -> usize {
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
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

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
}
