//! Telephone numbers and postal addresses.
//!
//! # What it finds
//! `+1-222-555-0147`, `0800 123 456`, `555-0147`; `49 Zorro Lane`, `22 Avenue Foch`, `16-18 Industrial Avenue`.
//!
//! # Why it matters
//! They are the largest false numbers of an article's foot.
//!
//! # Examples
//! `call 020 7946 0018`, `lives at 9 E 71st St`.
//!
//! # Counter-examples
//! `call 100-1000 people` has a range. `12 Main Street shops` is still taken for an address.
//!
//! # Known limits
//! Telephone numbers without separators are found only behind a plus sign or a nought.

use super::Found;
use crate::document::{TokenKind, Upos};
use crate::quantity::QuantityKind;
use crate::quantity::cursor::{Cursor, keys};
use crate::quantity::numeral::Numeral;
use crate::quantity::table::Class;
use crate::quantity::unit;

pub(super) fn find(cursor: &Cursor, numeral: &Numeral) -> Option<Found> {
    phone(cursor, numeral).or_else(|| address(cursor, numeral))
}

fn phone(cursor: &Cursor, numeral: &Numeral) -> Option<Found> {
    let first = numeral.first;
    if !cursor.is_number(first) || !cursor.word(first).bytes().all(|byte| byte.is_ascii_digit() || byte == b'/') {
        return None;
    }
    let plus = first > 0 && cursor.word(first - 1) == "+" && cursor.glued(first - 1);
    let opened = first > 0 && cursor.word(first - 1) == "(" && cursor.word(first + 1) == ")";
    let mut at = first;
    let (mut groups, mut digits) = (0, 0);
    while at < cursor.len() && groups < 8 {
        let word = cursor.word(at);
        if !cursor.is_number(at) || !word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/') {
            break;
        }
        groups += 1;
        digits += word.len();
        let separator = at + 1;
        let hyphen = cursor.is_hyphen(separator) && cursor.glued(at) && cursor.glued(separator);
        let close = opened && groups == 1 && cursor.word(separator) == ")";
        let spaced = cursor.is_number(separator)
            && (plus || cursor.word(first).starts_with('0') && cursor.word(first).len() > 2);
        at = if hyphen || close { separator + 1 } else { separator };
        if !(hyphen || close || spaced) {
            break;
        }
    }
    let end = if cursor.is_number(at.saturating_sub(1)) { at } else { at.saturating_sub(1) };
    let word = cursor.word(first);
    // 555-0147: three and four digits; longer ones by their count
    let measured = unit::behind(cursor, end, None).is_some() || matches!(cursor.upos(end), Upos::Noun | Upos::Adj);
    let local = groups == 2 && word.len() == 3 && digits == 7 && cursor.is_hyphen(first + 1) && !measured;
    let long = groups >= 3 && digits >= 9 && !is_date(cursor, first);
    let free = word.starts_with('0') && digits >= 9;
    let starts = first.saturating_sub(usize::from(plus || opened));
    (local || long || free || plus && digits >= 7)
        .then(|| Found::new(QuantityKind::Phone, "quantity/phone", starts, end.max(numeral.next), 90))
        .flatten()
}

/// `2018-07-06`.
fn is_date(cursor: &Cursor, first: usize) -> bool {
    cursor.word(first).len() == 4 && cursor.word(first + 2).len() <= 2
}

fn address(cursor: &Cursor, numeral: &Numeral) -> Option<Found> {
    let number = numeral.plain()?;
    if number > 99_999 || numeral.is_ordinal || !numeral.suffix(cursor).is_empty() || numeral.first == numeral.next {
        return None;
    }
    let mut at = numeral.next;
    // 16-18 Industrial Avenue
    if cursor.is_dash(at) && cursor.is_number(at + 1) {
        at += 2;
    }
    let start = at;
    while at < start + 5 {
        let capital = cursor.shape(at).is_capitalized() || cursor.is_number(at) && at > start;
        if !capital || !matches!(cursor.kind(at), Some(TokenKind::Word | TokenKind::Number)) {
            break;
        }
        let is_street =
            cursor.in_class(at, Class::Street) && cursor.shape(at).is_capitalized() && !cursor.joins(at + 1);
        // 22 Avenue Foch: the kind of street comes first
        let foreign = is_street
            && at == start
            && cursor.upos(at + 1) == Upos::Propn
            && !cursor.is_any(at, &keys!("st. st dr. dr"));
        if is_street && at > start || foreign {
            let next = if foreign { at + 2 } else { at + 1 };
            return Found::new(QuantityKind::Address, "quantity/address", numeral.first, next, 85);
        }
        at += 1;
    }
    // the 90049 ZIP code
    let zip = cursor.is_any(numeral.next, &keys!("zip postcode"));
    zip.then(|| Found::new(QuantityKind::Address, "quantity/address", numeral.first, numeral.next, 90)).flatten()
}
