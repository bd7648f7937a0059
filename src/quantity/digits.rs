//! Numbers in digits, read from the characters: `1,463`, `12,34,567`, `1 234 567`, `2.5`, `.08`, `1.3e6`, `5.5×10−3`, `2½`.
//!
//! Looks at characters and not at tokens, since a number can be a part of a token (`4bn`, `RM120,000`). One pass over the
//! digits, whatever they are.

use super::Number;

/// A number in digits.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Digits {
    /// `None` if it does not fit a [`Number`].
    pub(super) value: Option<Number>,
    /// Where it ends.
    pub(super) end: usize,
    pub(super) style: Style,
}

/// How a number in digits is written.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub(super) struct Style {
    /// Digits before the decimal point.
    pub(super) whole: u32,
    /// Digits behind it.
    pub(super) decimals: u32,
    /// Whether its thousands are separated.
    pub(super) grouped: bool,
    /// Whether it is a fraction: `3/4`.
    pub(super) is_fraction: bool,
}

/// A number with digits gathered so far; more than fit make an overflow.
struct Gathered {
    digits: Option<i128>,
    count: usize,
    decimals: usize,
}

impl Gathered {
    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.digits = self.digits.and_then(|n| n.checked_mul(10)?.checked_add(i128::from(byte - b'0')));
        }
        self.count += bytes.len();
    }
}

/// The number that starts at byte `at`.
pub(super) fn digits(text: &str, at: usize) -> Option<Digits> {
    let bytes = text.as_bytes();
    if let Some((value, end)) = vulgar(text, at) {
        return Some(Digits { value: Some(value), end, style: Style::default() });
    }
    let first = run(bytes, at);
    let starts_with_point = first == 0 && bytes.get(at) == Some(&b'.') && run(bytes, at + 1) > 0;
    if first == 0 && !starts_with_point {
        return None;
    }
    let mut number = Gathered { digits: Some(0), count: 0, decimals: 0 };
    number.add(&bytes[at..at + first]);
    let (mut end, grouped) = groups(text, at + first, first, &mut number);
    let whole = number.count;
    if bytes.get(end) == Some(&b'.') && run(bytes, end + 1) > 0 {
        let width = run(bytes, end + 1);
        number.decimals = width;
        number.add(&bytes[end + 1..end + 1 + width]);
        end += 1 + width;
    }
    let decimals = number.decimals;
    let value = |exponent: i32| Number::decimal(number.digits?, exponent.checked_sub(i32::try_from(decimals).ok()?)?);
    let style = Style { whole: whole as u32, decimals: decimals as u32, grouped, is_fraction: false };
    let mut found = Digits { value: value(0), end, style };
    if let Some((exponent, end)) = power_of_ten(text, end) {
        (found.value, found.end) = (exponent.and_then(value), end);
    } else if decimals == 0 && !starts_with_point {
        fraction(text, at, &mut found);
    }
    Some(found)
}

/// Number of ASCII digits from `at` on.
fn run(bytes: &[u8], at: usize) -> usize {
    bytes.get(at..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// Exactly `width` digits at `at`?
fn is_run(bytes: &[u8], at: usize, width: usize) -> bool {
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (at..at + width).all(digit) && !digit(at + width)
}

/// Adds separated groups of three digits (of two before the last, as in India); where they end, and whether there are any.
fn groups(text: &str, mut end: usize, first: usize, number: &mut Gathered) -> (usize, bool) {
    let bytes = text.as_bytes();
    if first == 0 || first > 3 {
        return (end, false);
    }
    let start = end;
    if bytes.get(end) == Some(&b',') {
        while bytes.get(end) == Some(&b',') {
            let width = if is_run(bytes, end + 1, 3) {
                3
            } else if is_run(bytes, end + 1, 2) && leads_to_three(bytes, end + 3) {
                2
            } else {
                break;
            };
            number.add(&bytes[end + 1..end + 1 + width]);
            end += 1 + width;
        }
        return (end, end > start);
    }
    while let Some(width) = separator(text, end) {
        if !is_run(bytes, end + width, 3) {
            break;
        }
        number.add(&bytes[end + width..end + width + 3]);
        end += width + 3;
    }
    (end, end > start)
}

/// Whether the comma at `at` leads to a last group of three digits: `12,34,567`, not `18,19,20`.
fn leads_to_three(bytes: &[u8], at: usize) -> bool {
    let comma = |at: usize| bytes.get(at) == Some(&b',');
    comma(at) && (is_run(bytes, at + 1, 3) || is_run(bytes, at + 1, 2) && comma(at + 3) && is_run(bytes, at + 4, 3))
}

/// Width of a space that separates thousands.
fn separator(text: &str, at: usize) -> Option<usize> {
    let c = text.get(at..)?.chars().next()?;
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}').then(|| c.len_utf8())
}

/// The exponent of `e6`, `x10^6`, `×10−30` behind a number, `None` inside for one that is too large, and where it ends.
fn power_of_ten(text: &str, at: usize) -> Option<(Option<i32>, usize)> {
    let rest = text.get(at..)?;
    let (signed, sign_is_free) = match rest.chars().next()? {
        'e' | 'E' => (&rest[1..], true),
        'x' | '×' | '*' => {
            let power = rest.trim_start_matches(['x', '×', '*', ' ']).strip_prefix("10")?;
            match power.strip_prefix('^') {
                Some(power) => (power, true),
                None => (power, false),
            }
        }
        _ => return None,
    };
    let sign = signed.chars().next().filter(|c| matches!(c, '-' | '−' | '+'));
    if sign.is_none() && !sign_is_free {
        return None;
    }
    let power = &signed[sign.map_or(0, char::len_utf8)..];
    let width = run(power.as_bytes(), 0);
    if width == 0 || power[width..].starts_with(|c: char| c.is_alphabetic()) {
        return None;
    }
    let exponent = power[..width].parse::<i32>().ok().map(|n| if matches!(sign, Some('-' | '−')) { -n } else { n });
    Some((exponent, text.len() - power.len() + width))
}

/// Reads `3/4` and `2 1/2` where whole numbers have been found.
fn fraction(text: &str, start: usize, found: &mut Digits) {
    let bytes = text.as_bytes();
    if let Some((part, end)) = vulgar(text, found.end) {
        found.value = found.value.and_then(|whole| whole.plus(part));
        found.end = end;
        return;
    }
    if let Some((over, under, end)) = simple_fraction(text, start).filter(|_| !found.style.grouped) {
        found.value = over.over(under);
        found.end = end;
        found.style.is_fraction = true;
        return;
    }
    let space = run_of_spaces(bytes, found.end);
    if space == 0 || space > 2 {
        return;
    }
    if let Some((over, under, end)) = simple_fraction(text, found.end + space).filter(|(over, under, _)| over < under) {
        found.value = found.value.zip(over.over(under)).and_then(|(whole, part)| whole.plus(part));
        found.end = end;
    }
}

fn run_of_spaces(bytes: &[u8], at: usize) -> usize {
    bytes.get(at..).unwrap_or_default().iter().take(3).take_while(|&&byte| byte == b' ').count()
}

/// `3/4`, `1⁄32`: at most four digits on either side, and nothing that makes it a date or a path.
fn simple_fraction(text: &str, at: usize) -> Option<(Number, Number, usize)> {
    let bytes = text.as_bytes();
    let width = run(bytes, at);
    let slash = at + width;
    let stroke = text.get(slash..)?.chars().next().filter(|c| matches!(c, '/' | '⁄'))?;
    let below = slash + stroke.len_utf8();
    let under = run(bytes, below);
    let end = below + under;
    if width == 0 || width > 4 || under == 0 || under > 4 {
        return None;
    }
    if matches!(bytes.get(end), Some(b'/' | b'-'))
        || matches!(bytes.get(end), Some(c) if c.is_ascii_alphabetic() && *c != b'h')
    {
        return None;
    }
    let part = |start: usize, end: usize| text.get(start..end)?.parse::<i64>().ok().map(Number::from);
    let (over, under) = (part(at, slash)?, part(below, end)?);
    (!under.is_zero()).then_some((over, under, end))
}

/// A fraction of one character.
fn vulgar(text: &str, at: usize) -> Option<(Number, usize)> {
    let c = text.get(at..)?.chars().next().filter(|c| !c.is_ascii())?;
    let (over, under) = match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    };
    Some((Number::ratio(over, under)?, at + c.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, &str)> {
        let found = digits(text, 0)?;
        Some((found.value.map_or("overflow".into(), |value| value.to_string()), &text[..found.end]))
    }

    #[test]
    fn numerals_of_news() {
        for (text, value, covered) in [
            ("1,463 homes", "1463", "1,463"),
            ("12,34,567.89", "1234567.89", "12,34,567.89"),
            ("1 234 567 euros", "1234567", "1 234 567"),
            ("40\u{202f}000", "40000", "40\u{202f}000"),
            ("2.5m", "2.5", "2.5"),
            (".08", "0.08", ".08"),
            ("fell", "", ""),
            ("3/4 of", "3/4", "3/4"),
            ("2 1/2 years", "2.5", "2 1/2"),
            ("2½", "2.5", "2½"),
            ("⅔", "2/3", "⅔"),
            ("1⁄32", "1/32", "1⁄32"),
            ("1.3e6", "1300000", "1.3e6"),
            ("1.3x10^6", "1300000", "1.3x10^6"),
            ("5.5×10−3 kg", "0.0055", "5.5×10−3"),
            ("1e400", "overflow", "1e400"),
            ("9 and 10", "9", "9"),
            ("1,2", "1", "1"),
            ("18,19,20", "18", "18"),
            ("5.", "5", "5"),
            ("300 200000", "300", "300"),
        ] {
            let expected = (!covered.is_empty()).then(|| {
                let value = value.parse::<Number>().map_or(value.to_owned(), |value| value.to_string());
                (value, covered)
            });
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn dates_are_no_fractions() {
        for text in ["5/17/2018", "1/2-3/4", "4/5x"] {
            assert!(!digits(text, 0).is_some_and(|found| found.style.is_fraction), "{text}");
        }
    }

    #[test]
    fn digits_without_end() {
        let text = "9".repeat(100_000);
        assert_eq!(digits(&text, 0).map(|found| (found.value, found.end)), Some((None, 100_000)));
    }
}
