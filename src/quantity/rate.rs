//! Rates: for what a number holds.
//!
//! # What it finds
//! `per barrel`, `a year`, `an ounce`, `/hour`, `per 100,000 people`, `a-day`, `apiece`, `each`.
//!
//! # Why it matters
//! *£2bn* and *£2bn a year* are different claims.
//!
//! # Examples
//! `$60 a barrel`, `52,000 barrel-a-day`, `four times per week`.
//!
//! # Counter-examples
//! In `paid $5 a man` nothing is a rate; *a* counts only before units and the usual nouns of rates. `63 a year ago` is a time.
//!
//! # Known limits
//! *annually* and *every year* are not read as rates.

use super::cursor::{Cursor, key, keys};
use super::numeral::numeral;
use super::{Denominator, DenominatorKind, counted};
use crate::document::{TokenKind, Upos, WordKey};
use crate::tagger::lemma;

/// Nouns that stand behind *a* in a rate, besides units.
const BASES: &[WordKey] = &keys!(
    "share head person household family pupil patient game match ticket unit piece \
    pop plate bottle pack session time seat user"
);

/// The denominator that starts at token `at`, and the token behind it.
pub(super) fn denominator(cursor: &Cursor, at: usize) -> Option<(Denominator, usize)> {
    let mut at = at;
    // barrel-a-day, per-person
    let hyphenated = cursor.joins(at);
    if hyphenated {
        at += 1;
    }
    if cursor.is(at, key!("per")) && !cursor.is_any(at + 1, &keys!("cent cents se")) {
        let base = if cursor.joins(at + 1) { at + 2 } else { at + 1 };
        return per(cursor, base);
    }
    if cursor.word(at) == "/" && cursor.glued(at) && at > 0 && cursor.glued(at - 1) {
        return unit(cursor, at + 1);
    }
    if cursor.is_any(at, &keys!("a an")) {
        let base = if cursor.joins(at + 1) {
            at + 2
        } else if hyphenated {
            return None;
        } else {
            at + 1
        };
        return unit(cursor, base).or_else(|| noun(cursor, base)).filter(|&(_, next)| !is_time(cursor, next));
    }
    if cursor.is_any(at, &keys!("apiece each")) && !matches!(cursor.upos(at + 1), Upos::Noun | Upos::Num) {
        let span = cursor.span(at);
        return Some((Denominator { kind: DenominatorKind::Per, amount: None, name: String::new(), span }, at + 1));
    }
    None
}

/// *63 a year ago, 20 a week before*: a time, not how often.
fn is_time(cursor: &Cursor, next: usize) -> bool {
    let ends = cursor.kind(next + 1).is_none_or(|kind| kind == TokenKind::Punctuation);
    cursor.is_any(next, &keys!("ago earlier later previously")) || cursor.is(next, key!("before")) && ends
}

fn made(cursor: &Cursor, name: String, start: usize, next: usize) -> (Denominator, usize) {
    let span = cursor.tokens_span(start, next);
    (Denominator { kind: DenominatorKind::Per, amount: None, name, span }, next)
}

fn unit(cursor: &Cursor, at: usize) -> Option<(Denominator, usize)> {
    if let Some((index, length)) = cursor.tables.unit_words.forward(cursor.tokens, at) {
        return Some(made(cursor, cursor.tables.units[usize::from(index)].name.clone(), at, at + length));
    }
    let word = cursor.word(at);
    let &(index, _) =
        cursor.tables.unit_symbols.get(word).filter(|_| word.len() > 1 || cursor.word(at.saturating_sub(1)) == "/")?;
    Some(made(cursor, cursor.tables.units[usize::from(index)].name.clone(), at, at + 1))
}

fn noun(cursor: &Cursor, at: usize) -> Option<(Denominator, usize)> {
    BASES.contains(&cursor.key(at)).then(|| made(cursor, cursor.word(at).to_lowercase(), at, at + 1))
}

fn per(cursor: &Cursor, at: usize) -> Option<(Denominator, usize)> {
    if let Some(found) = unit(cursor, at) {
        return Some(found);
    }
    if cursor.is_any(at, &keys!("capita annum diem")) {
        let name = match cursor.word(at) {
            "annum" => "year",
            "diem" => "day",
            _ => "person",
        };
        return Some(made(cursor, name.to_owned(), at, at + 1));
    }
    if let Some(number) =
        numeral(cursor, at).filter(|number| number.exact().is_some() && number.suffix(cursor).is_empty())
    {
        let (name, next) = match cursor.tables.unit_words.forward(cursor.tokens, number.next) {
            Some((index, length)) => (cursor.tables.units[usize::from(index)].name.clone(), number.next + length),
            None => match counted::phrase(cursor, number.next) {
                Some(phrase) => (counted::name(cursor, phrase), phrase.head + 1),
                None => (String::new(), number.next),
            },
        };
        let (denominator, next) = made(cursor, name, at, next);
        return Some((Denominator { amount: number.exact(), ..denominator }, next));
    }
    let noun = matches!(cursor.upos(at), Upos::Noun | Upos::Adj | Upos::X) && !cursor.word(at).is_empty();
    if !noun {
        return None;
    }
    match counted::phrase(cursor, at).filter(|phrase| phrase.head < at + 3) {
        Some(phrase) => Some(made(cursor, counted::name(cursor, phrase), at, phrase.head + 1)),
        None => Some(made(cursor, lemma(cursor.word(at), cursor.tag(at)).into_owned(), at, at + 1)),
    }
}
