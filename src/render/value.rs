//! Numbers, bounds and units in words a reader takes in at a glance. Always exact.

use std::fmt;

use super::text::line;
use crate::quantity::{Approximation, Bound, Number, Quantity, Role, Unit, UnitKind, Value};

/// The value of a quantity with its bound and unit: `more than 700 homes`, `about 41 million cubic metres`, `252 → 287`.
/// `printed` is the unit as the text has it.
pub(super) fn value(quantity: &Quantity, printed: &str) -> String {
    let bound = quantity.bound().map(|bound| self::bound(bound.value));
    let approximator = quantity.approximator().map(|approximator| match approximator.value {
        Approximation::Around => "about",
        Approximation::Below => "nearly",
        Approximation::Above => "just over",
    });
    let amount = amount(quantity.value(), quantity.role());
    let vague = matches!(quantity.value(), Value::Vague { .. }).then_some("(vague)");
    let amount = match quantity.unit() {
        Some(unit) => with_unit(&amount, unit, printed),
        None => amount,
    };
    let words = bound.into_iter().chain(approximator).chain([amount.as_str()]).chain(vague);
    words.collect::<Vec<_>>().join(" ")
}

fn amount(value: Value, role: Role) -> String {
    match value {
        Value::Exact(number) => Shown(number).to_string(),
        Value::Interval { first, last } if role == Role::Change => format!("{} → {}", Shown(first), Shown(last)),
        Value::Interval { first, last } => format!("{} to {}", Shown(first), Shown(last)),
        Value::Vague { low, high, .. } => format!("{} to {}", Shown(low), Shown(high)),
        Value::Overflow => "beyond counting".to_owned(),
    }
}

fn with_unit(amount: &str, unit: &Unit, printed: &str) -> String {
    let name = match unit.kind() {
        UnitKind::Percent => return format!("{amount}%"),
        UnitKind::Multiple => return format!("{amount} times"),
        UnitKind::Currency { code, main } if *main == Number::ONE => return format!("{} {amount}", line(code)),
        _ => line(unit.name()),
    };
    // Words of the text are in the right number (*feet*, *families*); signs are not words.
    let is_word = printed.chars().count() > 3 && printed.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'));
    format!("{amount} {}", if is_word { printed } else { &*name })
}

/// A bound as the text might have it.
pub(super) fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::MoreThan => "more than",
        Bound::AtLeast => "at least",
        Bound::LessThan => "less than",
        Bound::AtMost => "at most",
        Bound::UpTo => "up to",
    }
}

/// A number with its digits in groups, or with a word for the scale where few digits say it all: `1,463`, `2.3 billion`, `1/3`.
pub(super) struct Shown(pub(super) Number);

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SCALES: [(&str, i32); 3] = [("trillion", 12), ("billion", 9), ("million", 6)];
        let short = self.0.digits().is_some_and(|digits| digits <= 4);
        let scale = SCALES
            .into_iter()
            .find(|(_, power)| short && Number::decimal(1, *power).is_some_and(|unit| self.0.abs() >= unit));
        let scaled = scale.and_then(|(word, power)| Some((word, self.0.times(Number::decimal(1, -power)?)?)));
        match scaled {
            Some((word, number)) => write!(f, "{} {word}", grouped(&number.to_string())),
            None => f.write_str(&grouped(&self.0.to_string())),
        }
    }
}

/// The digits before the point in groups of three, from five digits on; anything but a plain number unchanged.
fn grouped(number: &str) -> String {
    let (sign, rest) = number.strip_prefix('-').map_or(("", number), |rest| ("−", rest));
    let whole = rest.split('.').next().unwrap_or_default();
    if whole.len() < 4 || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return format!("{sign}{rest}");
    }
    let mut shown = sign.to_owned();
    for (index, digit) in whole.char_indices() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown + &rest[whole.len()..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_easy_to_read_and_exact() {
        let cases = [
            ("0", "0"),
            ("-3", "−3"),
            ("1463", "1,463"),
            ("120000", "120,000"),
            ("999.5", "999.5"),
            ("41000000", "41 million"),
            ("2300000000", "2.3 billion"),
            ("-4000000000000", "−4 trillion"),
            ("12345678", "12,345,678"),
            ("4e21", "4,000,000,000 trillion"),
            ("1/3", "1/3"),
            ("1000/3", "1000/3"),
            ("0.001", "0.001"),
        ];
        for (number, expected) in cases {
            assert_eq!(Shown(number.parse().unwrap()).to_string(), expected);
        }
    }
}
