//! Money: signs, codes and words of currencies beside a number.
//!
//! # What it finds
//! `$4bn`, `US$3`, `RM120,000`, `7,199 Chinese yuan`, `40 cents`, `164p`, each with its code of ISO 4217, from
//! `currencies.tsv`.
//!
//! # Why it matters
//! `$` in an Australian article is not the dollar of an American one; amounts add up only in one currency.
//!
//! # Examples
//! `A$5m`, `C $6`, `Rs 2 lakh crore`, `20 million pounds`.
//!
//! # Counter-examples
//! `a twenty-pound bag of rice`, `lost 15 pounds` are weights.
//!
//! # Known limits
//! A bare `$` is the US dollar and a bare *pound* sterling, whatever the outlet.

use super::cursor::{Cursor, key, keys};
use super::unit::Found;
use super::{Dimension, Number, Unit, UnitKind};
use crate::Span;
use crate::document::{TokenKind, Upos, WordKey};

fn unit(cursor: &Cursor, index: u16, minor: bool, span: Span) -> Unit {
    let entry = &cursor.tables.currencies[usize::from(index)];
    let main = if minor { Number::decimal(1, -2).unwrap_or(Number::ONE) } else { Number::ONE };
    let name = if minor { entry.minor } else { entry.name };
    Unit { kind: UnitKind::Currency { code: entry.code.to_owned(), main }, name: name.to_owned(), span }
}

/// The currency before the number that starts at byte `start` in token `at`, and the first token of it.
pub(super) fn before(cursor: &Cursor, at: usize, start: usize) -> Option<(Unit, usize)> {
    let token = cursor.span(at);
    if start > token.start() && cursor.kind(at) == Some(TokenKind::Word) {
        let inside = Span::of(token.start(), start);
        let sign = at > 0 && cursor.glued(at - 1) && cursor.word(at - 1) == "$";
        if sign {
            let whole = cursor.span(at - 1).cover(inside);
            let &index = cursor.tables.currency_signs.get(cursor.document.slice(whole))?;
            return Some((unit(cursor, index, false, whole), at - 1));
        }
        let &index = cursor.tables.currency_signs.get(cursor.document.slice(inside))?;
        return Some((unit(cursor, index, false, inside), at));
    }
    let mut sign = at.checked_sub(1)?;
    // Rs. 20; $-99.99
    let stop = cursor.word(sign) == "." && sign > 0 && cursor.glued(sign - 1);
    let minus = cursor.is_hyphen(sign) && cursor.glued(sign) && sign > 0 && cursor.glued(sign - 1);
    if stop || minus && cursor.tables.currency_signs.contains_key(cursor.word(sign - 1)) {
        sign -= 1;
    }
    // Y=590 billion: how some wires write ¥
    if cursor.word(sign) == "="
        && cursor.glued(sign)
        && sign > 0
        && cursor.glued(sign - 1)
        && cursor.word(sign - 1) == "Y"
    {
        let index = code(cursor, "JPY")?;
        return Some((unit(cursor, index, false, cursor.tokens_span(sign - 1, at)), sign - 1));
    }
    let word = cursor.word(sign);
    let close = cursor.span(at).start() - cursor.span(sign).end() <= if stop { 2 } else { 1 };
    let &index = cursor.tables.currency_signs.get(word).filter(|_| close)?;
    // Codes that stand behind the number only, or are words.
    if matches!(word, "US" | "LE" | "Ft" | "kn") {
        return None;
    }
    // C $6, US $3, A $5: a space has come between
    if word == "$"
        && let Some(country) = sign.checked_sub(1)
        && let Some(&index) = cursor.tables.currency_signs.get(format!("{}$", cursor.word(country)).as_str())
    {
        return Some((unit(cursor, index, false, cursor.tokens_span(country, at)), country));
    }
    Some((unit(cursor, index, false, cursor.span(sign)), sign))
}

/// The currency that is written directly behind the digits in the same token: `20Rs`, `164p`.
pub(super) fn suffixed(cursor: &Cursor, suffix: &str, span: Span, next: usize) -> Option<Found> {
    let found = match suffix {
        "p" => unit(cursor, code(cursor, "GBP")?, true, span),
        "c" | "¢" => unit(cursor, code(cursor, "USD")?, true, span),
        _ => {
            let &index = cursor.tables.currency_signs.get(suffix).filter(|_| suffix.len() > 1)?;
            unit(cursor, index, false, span)
        }
    };
    Some((found, next))
}

fn code(cursor: &Cursor, code: &str) -> Option<u16> {
    cursor.tables.currencies.iter().position(|entry| entry.code == code).map(|index| index as u16)
}

/// The currency whose words start at token `at`.
pub(super) fn behind(cursor: &Cursor, at: usize) -> Option<Found> {
    // A currency stands in the sentence of its number.
    if at > 0 && at < cursor.len() && cursor.sentence(at - 1) != cursor.sentence(at) {
        return None;
    }
    if let Some(((index, minor), length)) = cursor.tables.currency_words.forward(cursor.tokens, at) {
        let span = cursor.tokens_span(at, at + length);
        // real estate, won games
        if cursor.is(at, key!("real")) || cursor.is(at, key!("won")) && cursor.upos(at) == Upos::Verb {
            return None;
        }
        return Some((unit(cursor, index, minor, span), at + length));
    }
    let word = cursor.word(at);
    if matches!(word, "p" | "c" | "¢") && !cursor.is_hyphen(at + 1) && (word == "p" || cursor.word(at + 1) != ".") {
        let index = code(cursor, if word == "p" { "GBP" } else { "USD" })?;
        return Some((unit(cursor, index, true, cursor.span(at)), at + 1));
    }
    let &index = cursor.tables.currency_signs.get(word)?;
    // In `$5 €6` each sign belongs to the number behind it; a US or CFA is a name unless glued.
    let belongs_to_next = cursor.is_number(at + 1) && cursor.glued(at);
    let is_name = matches!(word, "US" | "CFA" | "LE" | "RM" | "Rs") && !(at > 0 && cursor.is_number(at - 1));
    (!belongs_to_next && !is_name).then(|| (unit(cursor, index, false, cursor.span(at)), at + 1))
}

const WEIGHED: &[WordKey] = &keys!(
    "lost lose losing gained weigh weighs weighed weighing weight shed dropping \
    dropped heavier lighter bag meat"
);

const MONEY: &[WordKey] = &keys!(
    "cost costs paid pay price priced spent worth fine fined debt salary budget \
    money"
);

/// *pound* as a weight, by the words around it; `first..next` are the tokens of number and unit.
pub(super) fn as_weight(cursor: &Cursor, first: usize, next: usize, span: Span, scaled: bool) -> Option<Unit> {
    if !cursor.is_any(next - 1, &keys!("pound pounds")) || scaled {
        return None;
    }
    let sentence = cursor.sentence(first);
    let around = first.saturating_sub(8).max(sentence.start())..(next + 3).min(sentence.end());
    let has = |words: &[WordKey]| around.clone().any(|at| cursor.is_any(at, words));
    let hyphen = cursor.is_hyphen(next.saturating_sub(2));
    // two pounds of meat; a twenty-pound bag, a 300-pound lineman, but a 20-pound note
    let of_stuff = cursor.is(next, key!("of")) && !has(MONEY);
    let bag = (hyphen || cursor.is(next - 1, key!("pound")))
        && cursor.upos(next) == Upos::Noun
        && !cursor.is_any(next, &keys!("note notes fine bill fee"));
    if !(of_stuff || bag || has(WEIGHED) && !has(MONEY)) {
        return None;
    }
    let si = "0.45359237".parse().ok();
    let kind = UnitKind::Measure { dimension: Dimension::Mass, si, offset: None };
    Some(Unit { kind, name: "pound-mass".to_owned(), span })
}
