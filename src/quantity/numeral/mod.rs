//! Numerals: digits, words and both together, read to one exact number.
//!
//! # What it finds
//! Cardinals (`1,463`, `sixty-one`, `4 thousand 3 hundred and 21`), decimals (`two point two million`), scale words and letters
//! (`4bn`, `£50k`), fractions (`two-thirds`, `half a million`, `3 1/2`, `two and a half million`), ratios (`one in five`,
//! `59 out of 100`), ordinals (`21st`, `twenty-fifth`), vague words (`scores of`, `tens of thousands`).
//!
//! # Why it matters
//! A count that misses numbers written as words misses most of the small numbers of news.
//!
//! # Examples
//! `two and a half million` is 2500000, `a quarter of a million` 250000, `Rs 2 lakh crore` 2000000000000.
//!
//! # Counter-examples
//! `the second half`, `that one`, `a third man`, `half-staff` are no amounts.
//!
//! # Known limits
//! Digits read out one by one (`one two two`) are not joined. Roman numerals are not read.

mod fraction;
mod ordinal;
mod ratio;

pub(super) use fraction::part_of_one;

use super::cursor::{Cursor, key, keys};
use super::digits::{Style, digits};
use super::table::{NumeralWord, Scaling};
use super::{Number, Value, magnitude};
use crate::Span;
use crate::document::TokenKind;

/// A numeral found at a token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numeral {
    /// Its first token.
    pub(super) first: usize,
    /// The first token behind it. Its own last token may go on behind the number: `5km`.
    pub(super) next: usize,
    /// Its characters.
    pub(super) span: Span,
    pub(super) value: Value,
    pub(super) is_ordinal: bool,
    /// Written in words, at least its first part.
    pub(super) in_words: bool,
    /// A part of a whole: *a third*.
    pub(super) is_fraction: bool,
    /// *1 in 5*: both numbers, and where the second stands.
    pub(super) ratio: Option<(Number, Span)>,
    /// The number before its scale, for a scale shared with another number.
    pub(super) mantissa: Option<Number>,
    /// Its scale, if it has one.
    pub(super) scale: Option<Number>,
    /// How its digits are written.
    pub(super) digits: Option<Style>,
}

impl Numeral {
    /// A number told in words, with nothing known of its parts.
    pub(super) fn in_words(first: usize, next: usize, span: Span, value: Value) -> Self {
        Self {
            first,
            next,
            span,
            value,
            is_ordinal: false,
            in_words: true,
            is_fraction: false,
            ratio: None,
            mantissa: None,
            scale: None,
            digits: None,
        }
    }

    /// What stands behind the number in its last token: `km` of `5km`.
    pub(super) fn suffix<'d>(&self, cursor: &Cursor<'d>) -> &'d str {
        let end = cursor.span(self.next.saturating_sub(1)).end();
        cursor.text.get(self.span.end()..end.max(self.span.end())).unwrap_or("")
    }

    /// The exact number, if it is one.
    pub(super) fn exact(&self) -> Option<Number> {
        self.value.exact()
    }

    /// A whole number written in plain digits, as in years and names: `1995`, not `1,995` or `1995.0`.
    pub(super) fn plain(&self) -> Option<i128> {
        let digits = self.digits.filter(|d| !d.grouped && d.decimals == 0 && !d.is_fraction && d.whole > 0)?;
        let number = self.exact().filter(|_| self.scale.is_none())?.to_i128()?;
        (digits.whole < 20).then_some(number)
    }
}

/// A cardinal on its way to becoming a numeral.
#[derive(Clone, Copy, Debug)]
struct Cardinal {
    value: Option<Number>,
    next: usize,
    end: usize,
    in_words: bool,
    mantissa: Option<Number>,
    scale: Option<Number>,
    digits: Option<Style>,
    /// Something is written directly behind the digits: no word can go on with the number.
    closed: bool,
}

/// The numeral that starts at token `at`, if one does.
pub(super) fn numeral(cursor: &Cursor, at: usize) -> Option<Numeral> {
    if let Some(vague) = vague(cursor, at) {
        return Some(vague);
    }
    let start = start_of_number(cursor, at)?;
    let make = |next: usize, end: usize, value: Option<Number>| Numeral {
        first: at,
        next,
        span: Span::of(start, end.max(start)),
        value: value.map_or(Value::Overflow, Value::Exact),
        is_ordinal: false,
        in_words: true,
        is_fraction: false,
        ratio: None,
        mantissa: value,
        scale: None,
        digits: None,
    };
    if let Some(part) = fraction::part(cursor, at) {
        return Some(Numeral { is_fraction: true, ..make(part.next, part.end, part.value) });
    }
    if let Some((value, next)) = ordinal::ordinal(cursor, at) {
        return Some(Numeral { is_ordinal: true, ..make(next, cursor.span(next - 1).end(), Some(value)) });
    }
    let cardinal = cardinal(cursor, at, start)?;
    if let Some((value, next)) = ordinal::ordinal_behind(cursor, &cardinal) {
        return Some(Numeral { is_ordinal: true, ..make(next, cursor.span(next - 1).end(), Some(value)) });
    }
    let base = Numeral {
        in_words: cardinal.in_words,
        mantissa: cardinal.mantissa,
        scale: cardinal.scale,
        digits: cardinal.digits,
        is_fraction: cardinal.digits.is_some_and(|digits| digits.is_fraction),
        ..make(cardinal.next, cardinal.end, cardinal.value)
    };
    if matches!(base.suffix(cursor), "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH") && cardinal.digits.is_some()
    {
        let end = cursor.span(cardinal.next - 1).end();
        return Some(Numeral { is_ordinal: true, span: Span::of(start, end), ..base });
    }
    ratio::ratio(cursor, &base).or(Some(base))
}

/// Where the number in token `at` starts: inside the token for `RM120`.
fn start_of_number(cursor: &Cursor, at: usize) -> Option<usize> {
    let span = cursor.span(at);
    match cursor.kind(at)? {
        TokenKind::Number => {
            let word = cursor.word(at);
            let inside = word.find(|c: char| c != '\'' && c != '’').unwrap_or(0);
            Some(span.start() + inside)
        }
        TokenKind::Word if cursor.shape(at).has_digit() => {
            let word = cursor.word(at);
            let inside = word.find(|c: char| c.is_ascii_digit())?;
            let code = &word[..inside];
            let after_sign = code == "US" && at > 0 && cursor.glued(at - 1) && cursor.word(at - 1) == "$"
                || code == "A" && at > 0 && cursor.glued(at - 1) && cursor.word(at - 1) == "$";
            (after_sign || cursor.tables.currency_signs.contains_key(code)).then_some(span.start() + inside)
        }
        TokenKind::Word => {
            let is_article = cursor.is_any(at, &keys!("a an"));
            let starts = cursor.numeral(at).is_some()
                || is_article && is_compound(cursor, at + 1)
                || cursor.is(at, key!("point")) && cursor.is_number(at + 1)
                || is_article && cursor.numeral(at + 1).is_some();
            starts.then_some(span.start())
        }
        _ => None,
    }
}

/// *hour and a half, minute and 30 seconds, dollar and 42 cents* behind an article: a unit that goes on.
fn is_compound(cursor: &Cursor, at: usize) -> bool {
    if let Some((_, length)) = cursor.tables.currency_words.forward(cursor.tokens, at) {
        let and = at + length;
        let minor = cursor.tables.currency_words.forward(cursor.tokens, and + 2);
        return cursor.is(and, key!("and"))
            && cursor.is_number_word(and + 1)
            && minor.is_some_and(|((_, minor), _)| minor);
    }
    let Some((_, length)) = cursor.tables.unit_words.forward(cursor.tokens, at) else { return false };
    let and = at + length;
    let more = part_of_one(cursor, and + 1).is_some()
        || cursor.is_number_word(and + 1) && cursor.tables.unit_words.forward(cursor.tokens, and + 2).is_some();
    cursor.is(and, key!("and")) && more
}

/// A vague number word: *scores of*.
fn vague(cursor: &Cursor, at: usize) -> Option<Numeral> {
    if cursor.kind(at) != Some(TokenKind::Word) {
        return None;
    }
    let (entry, length) = cursor.tables.vague.forward(cursor.tokens, at)?;
    let next = at + length;
    if entry.needs_of && !cursor.is(next, key!("of")) {
        return None;
    }
    let value = Value::Vague { base: entry.base, low: entry.low, high: entry.high };
    Some(Numeral::in_words(at, next, cursor.tokens_span(at, next), value))
}

/// The index behind an optional hyphen at `at`.
fn past_hyphen(cursor: &Cursor, at: usize) -> usize {
    if cursor.is_hyphen(at) { at + 1 } else { at }
}

/// A number below a hundred in words: its value and the token behind it.
fn below_hundred(cursor: &Cursor, at: usize) -> Option<(Number, usize)> {
    match cursor.numeral(at)? {
        (NumeralWord::Small, value) => Some((value, at + 1)),
        (NumeralWord::Tens, tens) => {
            let unit = past_hyphen(cursor, at + 1);
            match cursor.numeral(unit) {
                Some((NumeralWord::Small, small)) if !small.is_zero() && small < Number::from(10) => {
                    Some((tens.plus(small)?, unit + 1))
                }
                _ => Some((tens, at + 1)),
            }
        }
        _ => None,
    }
}

/// A number below a thousand in words, or one in digits: what a scale word can stand behind.
fn group(cursor: &Cursor, at: usize, start: usize) -> Option<Cardinal> {
    if let Some(found) = digit_group(cursor, at, start) {
        let hundreds = !found.closed && found.scale.is_none() && is_hundred(cursor, found.next);
        let counted = found.value.filter(|_| hundreds).map(|count| hundred(cursor, count, found.next));
        return Some(match counted {
            Some((value, next)) => Cardinal {
                value: Some(value),
                next,
                end: cursor.span(next - 1).end(),
                scale: Some(Number::from(100)),
                digits: None,
                ..found
            },
            None => found,
        });
    }
    let word = |value: Number, next: usize| Cardinal {
        value: Some(value),
        next,
        end: cursor.span(next - 1).end(),
        in_words: true,
        mantissa: Some(value),
        scale: None,
        digits: None,
        closed: false,
    };
    let multiplies = |at: usize| {
        matches!(cursor.numeral(at), Some((NumeralWord::Hundred | NumeralWord::Scale | NumeralWord::Group, _)))
            && !is_plural(cursor, at)
    };
    if cursor.is_any(at, &keys!("a an")) && multiplies(at + 1) || multiplies(at) && !is_abbreviated(cursor, at) {
        let first = if multiplies(at) { at } else { at + 1 };
        if cursor.numeral(first).is_some_and(|(class, _)| class == NumeralWord::Hundred) {
            let (value, next) = hundred(cursor, Number::ONE, first);
            return Some(word(value, next));
        }
        // The scale word itself is read by the caller.
        return Some(Cardinal { next: first, end: cursor.span(first).end(), ..word(Number::ONE, first + 1) });
    }
    if cursor.is_any(at, &keys!("a an")) && is_compound(cursor, at + 1) {
        return Some(word(Number::ONE, at + 1));
    }
    let (value, next) = below_hundred(cursor, at)?;
    let behind = past_hyphen(cursor, next);
    if cursor.numeral(behind).is_some_and(|(class, _)| class == NumeralWord::Hundred) {
        let (value, next) = hundred(cursor, value, behind);
        return Some(word(value, next));
    }
    Some(word(value, next))
}

fn is_hundred(cursor: &Cursor, at: usize) -> bool {
    cursor.numeral(at).is_some_and(|(class, _)| class == NumeralWord::Hundred)
}

fn is_plural(cursor: &Cursor, at: usize) -> bool {
    cursor.word(at).ends_with(['s', 'S'])
}

/// Whether a scale is a short form that needs a number before it: *bn*.
fn is_abbreviated(cursor: &Cursor, at: usize) -> bool {
    cursor.word(at).len() < 5 || cursor.is(at, key!("score")) || cursor.is(at, key!("crore"))
}

/// `count` hundreds, whose word stands at `at`, and what is added to them.
fn hundred(cursor: &Cursor, count: Number, at: usize) -> (Number, usize) {
    let value = count.times(Number::from(100)).unwrap_or(count);
    let mut behind = at + 1;
    if cursor.is_any(behind, &keys!("and &")) {
        behind += 1;
    }
    let small = below_hundred(cursor, behind).or_else(|| {
        let digits = digits(cursor.text, cursor.span(behind).start()).filter(|_| cursor.is_number(behind))?;
        let value = digits.value.filter(|value| value.is_whole() && *value < Number::from(100))?;
        let ends = digits.end == cursor.span(behind).end();
        (ends && behind > at + 1 && !value.is_zero()).then_some((value, behind + 1))
    });
    let added = small.filter(|&(_, next)| {
        let follows = cursor.numeral(past_hyphen(cursor, next)).map(|(class, _)| class);
        let goes_on = matches!(follows, Some(NumeralWord::Hundred | NumeralWord::Part | NumeralWord::Ordinal));
        // between one hundred and two thousand
        let scaled = matches!(follows, Some(NumeralWord::Scale)) && is_between(cursor, at);
        let bare = behind > at + 1 && is_between(cursor, at);
        !goes_on && !scaled && !bare
    });
    match added.and_then(|(small, next)| Some((value.plus(small)?, next))) {
        Some(found) => found,
        None => (value, at + 1),
    }
}

/// Whether *between* stands a few words before: then *and* separates two numbers.
fn is_between(cursor: &Cursor, at: usize) -> bool {
    (at.saturating_sub(4)..at).any(|index| cursor.is(index, key!("between")))
}

/// A number in digits with its letters of scale.
fn digit_group(cursor: &Cursor, at: usize, start: usize) -> Option<Cardinal> {
    if !cursor.shape(at).has_digit() && !cursor.is_number(at) {
        return None;
    }
    let found = digits(cursor.text, start)?;
    let mut next = at + 1;
    while next < cursor.len() && cursor.span(next).start() < found.end {
        next += 1;
    }
    let token_end = cursor.span(next - 1).end();
    let suffix = cursor.text.get(found.end..token_end.max(found.end)).unwrap_or("");
    let mut cardinal = Cardinal {
        value: found.value,
        next,
        end: found.end,
        in_words: false,
        mantissa: found.value,
        scale: None,
        digits: Some(found.style),
        closed: !suffix.is_empty(),
    };
    let is_money = cursor.byte_before(start) == b'$' || magnitude::is_money(cursor, at);
    let scale = cursor.tables.magnitudes.get(suffix).filter(|(_, scaling)| match scaling {
        Scaling::Always => suffix != "m" || is_money || magnitude::is_million(cursor, next, found.value),
        Scaling::Money => is_money,
        Scaling::Never => false,
    });
    if let Some(scale) = scale.and_then(|&(power, _)| Number::decimal(1, power)) {
        cardinal.scale = Some(scale);
        cardinal.value = found.value.and_then(|value| value.times(scale));
        cardinal.end = token_end;
        cardinal.closed = false;
    } else if suffix.is_empty()
        && let Some(scale) = magnitude::letter(cursor, next, is_money)
    {
        cardinal.scale = Some(scale);
        cardinal.value = found.value.and_then(|value| value.times(scale));
        cardinal.next = next + 1;
        cardinal.end = cursor.span(next).end();
    }
    Some(cardinal)
}

/// A cardinal: groups with falling scales, `4 thousand 3 hundred and 21`.
fn cardinal(cursor: &Cursor, at: usize, start: usize) -> Option<Cardinal> {
    let mut total = scaled_group(cursor, at, start)?;
    if let Some(decimal) = point(cursor, &total) {
        return Some(decimal);
    }
    let between = is_between(cursor, at);
    // Each group is smaller than the one before, so this ends after a few rounds.
    while let Some(scale) = total.scale.filter(|_| !total.closed) {
        let mut behind = total.next;
        let joined = cursor.is_any(behind, &keys!("and &")) && !between;
        let listed = cursor.word(behind) == "," && cursor.numeral(behind + 1).is_some() && total.in_words;
        if joined || listed {
            behind += 1;
        }
        // A further group stands in the same sentence; a number in the next paragraph is another one.
        if behind >= cursor.len() || part_of_one(cursor, behind).is_some() {
            break;
        }
        let in_words = cursor.numeral(behind).is_some_and(|(class, _)| {
            matches!(class, NumeralWord::Small | NumeralWord::Tens)
                || class == NumeralWord::Hundred && !is_plural(cursor, behind)
        });
        let in_digits = cursor.is_number(behind) && behind == total.next;
        if !in_words && !in_digits {
            break;
        }
        let Some(group) = scaled_group(cursor, behind, cursor.span(behind).start()) else { break };
        let size = group.scale.unwrap_or(Number::ONE);
        let fits = group.value.is_some_and(|value| value < scale) && size < scale;
        let is_single = group.scale.is_none() && in_digits;
        let ordinal = ordinal::ordinal_behind(cursor, &group).is_some() || group.closed;
        if !fits || is_single || ordinal {
            break;
        }
        let value = total.value.zip(group.value).and_then(|(total, more)| total.plus(more));
        total = Cardinal { value, next: group.next, end: group.end, scale: group.scale, mantissa: None, ..total };
    }
    Some(mixed(cursor, total))
}

/// A group with the scale words behind it.
fn scaled_group(cursor: &Cursor, at: usize, start: usize) -> Option<Cardinal> {
    let mut found = group(cursor, at, start)?;
    let article = cursor.is_any(at, &keys!("a an")) && found.next == at + 1;
    let bare = found.next == at || article && !is_compound(cursor, at + 1);
    let mut count = 0;
    while !found.closed {
        let next = if bare && count == 0 { found.next } else { past_hyphen(cursor, found.next) };
        let Some((NumeralWord::Scale | NumeralWord::Group, scale)) = cursor.numeral(next) else { break };
        // 2 scores? no: the plural counts only behind a number, the bare score never.
        if cursor.is(next, key!("score")) && found.digits.is_some() {
            break;
        }
        found.value = found.value.and_then(|value| value.times(scale));
        found.scale = Some(found.scale.and_then(|before| before.times(scale)).unwrap_or(scale));
        found.next = next + 1;
        found.end = cursor.span(next).end();
        count += 1;
        if count == 4 {
            break;
        }
    }
    (!bare || count > 0).then_some(found)
}

/// *point* and decimals in words: `two point two million`.
fn point(cursor: &Cursor, whole: &Cardinal) -> Option<Cardinal> {
    if !cursor.is(whole.next, key!("point")) || whole.closed {
        return None;
    }
    let mut next = whole.next + 1;
    let mut decimals = String::from("0.");
    while let Some((value, behind)) = below_hundred(cursor, next).filter(|_| decimals.len() < 20) {
        decimals.push_str(&value.to_string());
        next = behind;
    }
    if decimals.len() == 2 {
        let digits = digits(cursor.text, cursor.span(next).start()).filter(|_| cursor.is_number(next))?;
        let text = cursor.text.get(cursor.span(next).start()..digits.end)?;
        decimals.push_str(text);
        next += 1;
    }
    let mut value = whole.value?.plus(decimals.parse().ok()?)?;
    let (mut scale, mantissa) = (whole.scale, value);
    if let Some((NumeralWord::Scale, factor)) = cursor.numeral(next) {
        value = value.times(factor)?;
        scale = Some(factor);
        next += 1;
    }
    Some(Cardinal {
        value: Some(value),
        mantissa: Some(mantissa),
        scale,
        next,
        end: cursor.span(next - 1).end(),
        ..*whole
    })
}

/// A cardinal with *and a half* and the like behind it, and the scale word behind that.
fn mixed(cursor: &Cursor, whole: Cardinal) -> Cardinal {
    let behind = whole.next;
    if whole.closed || !cursor.is_any(behind, &keys!("and &")) {
        return whole;
    }
    let Some((part, mut next)) = part_of_one(cursor, behind + 1) else { return whole };
    let mut scale = whole.scale;
    let mut value = match cursor.numeral(next) {
        Some((NumeralWord::Scale | NumeralWord::Group, factor)) => {
            // two and a half million; one billion and a half million
            next += 1;
            let added = if whole.scale.is_some() { part.times(factor) } else { Some(part) };
            let sum = whole.value.zip(added).and_then(|(whole, part)| whole.plus(part));
            scale = Some(factor);
            if whole.scale.is_some() { sum } else { sum.and_then(|sum| sum.times(factor)) }
        }
        // 3 million and a half
        _ => whole.value.zip(part.times(whole.scale.unwrap_or(Number::ONE))).and_then(|(whole, part)| whole.plus(part)),
    };
    if value.is_none() {
        value = whole.value;
        next = whole.next;
    }
    Cardinal { value, scale, next, end: cursor.span(next - 1).end(), ..whole }
}
