//! Ratios: `one in five`, `59 out of 100`, `one over twenty`.

use super::{Numeral, cardinal, start_of_number};
use crate::Span;
use crate::quantity::cursor::{Cursor, key, keys};
use crate::quantity::table::Class;
use crate::quantity::{Number, Value};

/// *one in five, 59 out of 100*.
pub(super) fn ratio(cursor: &Cursor, base: &Numeral) -> Option<Numeral> {
    let over = base.exact().filter(|value| value.is_whole() && !value.is_zero() && !value.is_negative())?;
    if !base.suffix(cursor).is_empty() || base.scale.is_some() {
        return None;
    }
    let at = base.next;
    if let Some(found) = read_out(cursor, base) {
        return Some(found);
    }
    let out_of = cursor.is(at, key!("out")) && cursor.is(at + 1, key!("of"));
    let mut behind = if out_of {
        at + 2
    } else if cursor.is(at, key!("in")) {
        at + 1
    } else {
        return None;
    };
    if cursor.is(behind, key!("every")) {
        behind += 1;
    }
    let start = start_of_number(cursor, behind)?;
    if cursor.is_any(behind, &keys!("a an")) && cursor.numeral(behind + 1).is_none() {
        return None;
    }
    let under = cardinal(cursor, behind, start)?;
    let value = under.value.filter(|value| value.is_whole() && *value > over)?;
    if under.closed || cursor.word(under.next) == "%" || cursor.in_class(under.next, Class::TimeUnit) && !out_of {
        return None;
    }
    let is_year = under.digits.is_some_and(|digits| digits.whole == 4 && !digits.grouped);
    let round = value.digits() == Some(1) || value <= Number::from(20);
    if !out_of && !round && (is_year || over > Number::from(20)) {
        return None;
    }
    let under_span = Span::of(start, under.end);
    Some(Numeral {
        next: under.next,
        span: Span::of(base.span.start(), under.end),
        value: over.over(value).map_or(Value::Overflow, Value::Exact),
        is_fraction: true,
        ratio: Some((value, under_span)),
        digits: None,
        ..*base
    })
}

/// *one over twenty*, read out: only where the sentence ends behind it.
fn read_out(cursor: &Cursor, base: &Numeral) -> Option<Numeral> {
    if !cursor.is(base.next, key!("over")) {
        return None;
    }
    let at = base.next + 1;
    let under = cardinal(cursor, at, start_of_number(cursor, at)?)?;
    let ends = under.next >= cursor.len() || matches!(cursor.word(under.next), "." | "?" | "!");
    let money = base.first > 0 && cursor.tables.currency_signs.contains_key(cursor.word(base.first - 1));
    let value = base.exact()?.over(under.value?).filter(|_| ends && !money && !under.closed)?;
    Some(Numeral {
        next: under.next,
        span: Span::of(base.span.start(), under.end),
        value: Value::Exact(value),
        is_fraction: true,
        digits: None,
        ..*base
    })
}
