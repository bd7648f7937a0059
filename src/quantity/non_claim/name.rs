//! Numbers that name: labels, products, routes, indices.
//!
//! # What it finds
//! `Section 427`, `Highway 61`, `iPhone 14`, `the S&P 500`, `TA-35`, `Covid-19`, `the 737 Max`, `9/11`, `24/7`, `5G`, `192.168.1.2`.
//!
//! # Why it matters
//! A name is not an amount, however large its number.
//!
//! # Examples
//! `Game 7`, `Article 50`, `F-16 jets`, `No. 10`.
//!
//! # Counter-examples
//! `Texas 20 people` and `Kia 460 vehicles` count.
//!
//! # Known limits
//! A name of small letters before a number (`windows 10`) is found only if it is a known label.

use super::Found;
use crate::document::{TokenKind, Upos, WordKey};
use crate::quantity::cursor::{Cursor, key, keys};
use crate::quantity::numeral::Numeral;
use crate::quantity::table::Class;
use crate::quantity::{QuantityKind, currency, unit};

pub(super) fn find(cursor: &Cursor, found: &Numeral) -> Option<Found> {
    let first = found.first;
    let made = |kind, rule, confidence| Found::new(kind, rule, first, found.next.max(first + 1), confidence);
    if cursor.is_number(first) && is_code(cursor, found) {
        return made(QuantityKind::Identifier, "quantity/identifier", 85);
    }
    if found.is_ordinal || found.in_words && found.next > first + 1 {
        return None;
    }
    let whole = cursor.word(first);
    if matches!(whole, "9/11" | "7/7" | "24/7" | "50/50" | "20/20" | "360") && whole.contains('/') {
        return made(QuantityKind::Name, "quantity/name", 85);
    }
    // ID.4
    let dotted = first > 1 && cursor.word(first - 1) == "." && cursor.glued(first - 1) && cursor.glued(first - 2);
    if dotted || hyphenated(cursor, found) {
        return made(QuantityKind::Name, "quantity/name", 85);
    }
    if is_measured(cursor, found) {
        return None;
    }
    if labelled(cursor, found) {
        return made(QuantityKind::Identifier, "quantity/identifier", 88);
    }
    if named(cursor, found) {
        return made(QuantityKind::Name, "quantity/name", 75);
    }
    None
}

/// `5G`, `4x4`, `192.168.1.2`, `3D`, `20-20-20`: letters or points that make no number.
fn is_code(cursor: &Cursor, found: &Numeral) -> bool {
    let word = cursor.word(found.first);
    let body = word.trim_start_matches(['\'', '’']);
    if word.bytes().filter(|&byte| byte == b'.').count() > 1
        && body.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    {
        return true;
    }
    if body.contains(':') || body.matches('/').count() > 1 {
        return true;
    }
    let suffix = found.suffix(cursor);
    if suffix.is_empty() || found.is_ordinal {
        return false;
    }
    let span = crate::Span::of(found.span.end(), cursor.span(found.next - 1).end());
    let label = found.first > 0
        && cursor.in_class(found.first - 1, Class::Label)
        && cursor.shape(found.first - 1).is_capitalized();
    let known = !(label && suffix == "s") && unit::suffixed(cursor, suffix, span, found.next).is_some()
        || currency::suffixed(cursor, suffix, span, found.next).is_some();
    !known
}

/// `TA-35`, `Covid-19`, `7-Eleven`; `F-16`. Not `sub-7`, `minus-130`, `mid-20s`, `X-2 to`.
fn hyphenated(cursor: &Cursor, found: &Numeral) -> bool {
    let Some(hyphen) = found.first.checked_sub(1).filter(|&at| cursor.joins(at)) else {
        // 7-Eleven, 49-er
        let joined = cursor.joins(found.next)
            && cursor.shape(found.next + 1).is_capitalized()
            && cursor.kind(found.next + 1) == Some(TokenKind::Word);
        return joined
            && cursor.upos(found.next + 1) == Upos::Propn
            && !cursor.shape(found.next + 1).is_all_caps()
            && unit::behind(cursor, found.next + 1, None).is_none()
            && currency::behind(cursor, found.next + 1).is_none()
            && !cursor.is_any(
                found.next + 1,
                &keys!(
                    "year month day week hour minute mile foot inch state nation man point parent ranked \
                    magnitude"
                ),
            );
    };
    let Some(name) = hyphen.checked_sub(1) else { return false };
    let word = cursor.word(name);
    if cursor.kind(name) != Some(TokenKind::Word) || cursor.numeral(name).is_some() {
        return false;
    }
    let capital = cursor.shape(name).is_capitalized() || cursor.shape(name).is_all_caps() || word.len() == 1;
    let prefix = cursor.is_any(
        name,
        &keys!("sub minus post pre mid plus under over top non to and or a negative then now almost nearly"),
    );
    capital && !prefix
        || cursor.shape(name).has_digit()
        || cursor.is_any(name, &keys!("covid under")) && !found.in_words
}

fn is_measured(cursor: &Cursor, found: &Numeral) -> bool {
    if !found.suffix(cursor).is_empty() || found.scale.is_some() {
        return true;
    }
    let money = found.first > 0 && cursor.tables.currency_signs.contains_key(cursor.word(found.first - 1));
    let next = if cursor.is_hyphen(found.next) { found.next + 1 } else { found.next };
    money
        || cursor.word(found.next) == "%"
        || unit::behind(cursor, next, found.exact()).is_some()
        || cursor.tables.currency_words.forward(cursor.tokens, next).is_some()
}

/// A label before the number: `Section 427`, `No. 10`.
fn labelled(cursor: &Cursor, found: &Numeral) -> bool {
    let Some(before) = found.first.checked_sub(1) else { return false };
    if cursor.word(before) == "#" {
        return true;
    }
    // at age 78: an age; police release 2 videos: a verb
    let age = cursor.is_any(before, &keys!("age aged"));
    if !cursor.in_class(before, Class::Label) || age {
        return false;
    }
    let capital = cursor.word(before).contains(char::is_uppercase);
    let inside = before > cursor.sentence(before).start();
    let plain = found.plain().is_some() || found.in_words;
    let title_plural =
        is_title(cursor, found) && cursor.word(found.next).ends_with('s') && cursor.shape(found.next).is_capitalized();
    let plural = is_plural_noun(cursor, found.next) || title_plural;
    if title_plural && cursor.is_any(before, VERBS) {
        return false;
    }
    // no 12 people: not a number; in a box two men sat: small letters need a name's look
    if cursor.is_any(before, &keys!("no number nos numbers zip code patient figure age aged point line")) && !capital {
        return cursor.is(before, key!("number")) && plain && !plural && !found.in_words;
    }
    plain
        && (!plural || capital && inside && !found.in_words)
        && (capital || !found.in_words && is_label_alone(cursor, before))
}

/// Labels that are verbs in a headline: *Police Release 2 Videos*.
const VERBS: &[WordKey] = &keys!("release order train file place question block act");

fn is_plural_noun(cursor: &Cursor, at: usize) -> bool {
    let at = if cursor.upos(at) == Upos::Adj { at + 1 } else { at };
    cursor.upos(at) == Upos::Noun
        && (cursor.word(at).ends_with('s') || cursor.is_any(at, &keys!("people men women children")))
}

/// A label in small letters names only where no verb or determiner makes it the subject of a count.
fn is_label_alone(cursor: &Cursor, at: usize) -> bool {
    cursor.is_any(
        at,
        &keys!(
            "section page chapter route channel room unit lot gate lane apartment magnitude version grade level \
            stage phase type tier week day iphone nrs nrs. paragraph article highway exit mile"
        ),
    )
}

/// A name before the number (`iPhone 14`) or behind it (`the 737 Max`).
fn named(cursor: &Cursor, found: &Numeral) -> bool {
    let Some(number) = found.plain() else { return false };
    let before = found.first.checked_sub(1);
    let next = found.next;
    let sentence = cursor.sentence(found.first);
    // the 737 Max, new 787 Dreamliner
    let name_behind = cursor.upos(next) == Upos::Propn
        && cursor.shape(next).is_capitalized()
        && !cursor.word(next).ends_with('s')
        && !is_plural_noun(cursor, next + 1)
        && cursor.upos(next + 1) != Upos::Propn;
    if let Some(before) = before {
        let determined = cursor.is_any(before, &keys!("the a new 's own"));
        if name_behind && determined && number >= 100 {
            return true;
        }
        if determined && number >= 100 && cursor.upos(next) == Upos::Propn && cursor.is_any(before, &[key!("new")]) {
            return true;
        }
    }
    let Some(before) = before.filter(|&before| before >= sentence.start()) else { return false };
    // FTSE 100, S&P 500, ASX 200
    let capitals = cursor.shape(before).is_all_caps() && cursor.word(before).len() > 2;
    if capitals && number < 10_000 && !is_plural_noun(cursor, next) && !is_dated(cursor, before) {
        return true;
    }
    if is_title(cursor, found) {
        return false;
    }
    // Dow Off 680, Dow Plunges 392, Killed Her 4
    let changes = cursor.entry(before).is_some_and(|word| word.change_word.is_some() || word.change_verb.is_some());
    // the band turns 50, at age 70
    let aged = cursor.is_any(before, &keys!("age aged turn turns turned turning"));
    if changes || aged || cursor.in_class(before, Class::Determiner) {
        return false;
    }
    if cursor.upos(before) != Upos::Propn || !cursor.shape(before).is_capitalized() {
        return false;
    }
    if is_plural_noun(cursor, next) || cursor.in_class(before, Class::Weekday) || cursor.in_class(before, Class::Month)
    {
        return false;
    }
    if cursor.is_dash(next) && cursor.is_number(next + 1) || cursor.is_any(next, &keys!("to more in out")) {
        return false;
    }
    !matches!(cursor.upos(next), Upos::Noun) || !cursor.shape(next).has_lower() || number < 1000
}

/// Whether nearly all long words around the number are capitalised, as in headlines: then capitals make no name.
fn is_title(cursor: &Cursor, found: &Numeral) -> bool {
    let sentence = cursor.sentence(found.first);
    let around = found.first.saturating_sub(12).max(sentence.start())..(found.next + 12).min(sentence.end());
    let (mut long, mut capital) = (0, 0);
    for at in around.filter(|&at| cursor.kind(at) == Some(TokenKind::Word) && cursor.word(at).len() > 3) {
        long += 1;
        capital += usize::from(cursor.shape(at).is_capitalized());
    }
    long >= 3 && capital * 5 >= long * 4
}

fn is_dated(cursor: &Cursor, at: usize) -> bool {
    cursor.in_class(at, Class::Weekday) || cursor.in_class(at, Class::Month) || cursor.in_class(at, Class::Clock)
}
