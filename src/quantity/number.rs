//! [`Number`]: an exact number, decimal or fraction.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Powers of ten a [`Number`] may reach; what is larger or smaller is an overflow.
const LIMIT: i32 = 99;

/// Powers of ten by their exponent, as far as they fit: looked up, since they are asked for at every comparison.
const POWERS: [i128; 39] = {
    let mut powers = [1; 39];
    let mut at = 1;
    while at < powers.len() {
        powers[at] = powers[at - 1] * 10;
        at += 1;
    }
    powers
};

fn power_of_ten(exponent: u32) -> Option<i128> {
    POWERS.get(exponent as usize).copied()
}

/// An exact number as an article claims it: `4.5`, `4000000000`, `1/3`. Never infinite, never a rounding error.
///
/// Kept as numerator, denominator and power of ten in one normal form, so equal numbers compare equal. Numbers of more than
/// 38 digits or beyond 10⁹⁹ do not fit: making or computing one gives `None`.
///
/// Serialises as a string, `"4.5"` or `"1/3"`, since floating point would lose digits.
///
/// ```
/// use newsframe::quantity::Number;
///
/// let third = Number::ratio(1, 3).unwrap();
/// assert_eq!(third.times(Number::from(6)), Some(Number::from(2)));
/// assert_eq!("1.50".parse::<Number>()?.to_string(), "1.5");
/// assert_eq!("1e400".parse::<Number>().ok(), None);
/// # Ok::<(), newsframe::quantity::NumberError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[repr(Rust, packed(4))] // A quantity holds several: 36 bytes each instead of 48, and 40 instead of 64 for one that may be missing.
pub struct Number {
    numerator: i128,
    denominator: i128,
    exponent: i32,
}

/// A string that is no [`Number`], or one that does not fit.
///
/// ```
/// use newsframe::quantity::Number;
///
/// assert!("twelve".parse::<Number>().is_err());
/// assert_eq!("1e6".parse(), Ok(Number::from(1_000_000)));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a number of at most 38 digits below 10^99")]
pub struct NumberError(());

impl Number {
    /// Nought.
    ///
    /// ```
    /// # use newsframe::quantity::Number;
    /// assert!(Number::ZERO.is_zero() && Number::ZERO < Number::ONE);
    /// ```
    pub const ZERO: Self = Self { numerator: 0, denominator: 1, exponent: 0 };
    /// One.
    pub const ONE: Self = Self { numerator: 1, denominator: 1, exponent: 0 };

    /// `numerator / denominator`; `None` if the denominator is 0.
    ///
    /// ```
    /// # use newsframe::quantity::Number;
    /// assert_eq!(Number::ratio(2, 4), "0.5".parse().ok());
    /// ```
    pub fn ratio(numerator: i128, denominator: i128) -> Option<Self> {
        Self::normal(numerator, denominator, 0)
    }

    /// `digits × 10^exponent`; `None` if it does not fit.
    ///
    /// ```
    /// # use newsframe::quantity::Number;
    /// assert_eq!(Number::decimal(12, -1).unwrap().to_string(), "1.2");
    /// ```
    pub fn decimal(digits: i128, exponent: i32) -> Option<Self> {
        Self::normal(digits, 1, exponent)
    }

    /// Brings to the normal form: a positive denominator without factors 2 and 5, prime to the numerator; no tens left in
    /// the numerator.
    fn normal(mut numerator: i128, mut denominator: i128, mut exponent: i32) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        if numerator == 0 {
            return Some(Self::ZERO);
        }
        if denominator < 0 {
            (numerator, denominator) = (numerator.checked_neg()?, denominator.checked_neg()?);
        }
        // No number without a negative of its own.
        numerator.checked_abs()?;
        if denominator != 1 {
            let common = gcd(numerator, denominator)?;
            (numerator, denominator) = (numerator / common, denominator / common);
            for (factor, other) in [(10, 1), (2, 5), (5, 2)] {
                while denominator % factor == 0 {
                    denominator /= factor;
                    numerator = numerator.checked_mul(other)?;
                    exponent = exponent.checked_sub(1)?;
                }
            }
        }
        // Division of 64 bits is much quicker than of 128, and nearly always enough.
        let log = if let Ok(mut short) = i64::try_from(numerator) {
            while short % 10 == 0 {
                short /= 10;
                exponent = exponent.checked_add(1)?;
            }
            numerator = i128::from(short);
            short.unsigned_abs().ilog10()
        } else {
            while numerator % 10 == 0 {
                numerator /= 10;
                exponent = exponent.checked_add(1)?;
            }
            numerator.unsigned_abs().ilog10()
        };
        let size = exponent.checked_add(log as i32)?;
        (size <= LIMIT && exponent >= -LIMIT).then_some(Self { numerator, denominator, exponent })
    }

    /// The sum, if it fits.
    ///
    /// ```
    /// # use newsframe::quantity::Number;
    /// assert_eq!(Number::from(2).plus(Number::from(3)), Some(Number::from(5)));
    /// ```
    pub fn plus(self, other: Self) -> Option<Self> {
        let exponent = self.exponent.min(other.exponent);
        let scaled = |n: Self| n.numerator.checked_mul(power_of_ten(n.exponent.abs_diff(exponent))?);
        let left = scaled(self)?.checked_mul(other.denominator)?;
        let right = scaled(other)?.checked_mul(self.denominator)?;
        let denominator = self.denominator.checked_mul(other.denominator)?;
        Self::normal(left.checked_add(right)?, denominator, exponent)
    }

    /// The difference, if it fits.
    ///
    /// ```
    /// # use newsframe::quantity::Number;
    /// assert_eq!(Number::from(2).minus(Number::from(3)), Some(Number::from(-1)));
    /// ```
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negated())
    }

    /// The product, if it fits.
    ///
    /// ```
    /// # use newsframe::quantity::Number;
    /// assert_eq!(Number::from(2).times(Number::from(3)), Some(Number::from(6)));
    /// ```
    pub fn times(self, other: Self) -> Option<Self> {
        let numerator = self.numerator.checked_mul(other.numerator)?;
        let denominator = self.denominator.checked_mul(other.denominator)?;
        Self::normal(numerator, denominator, self.exponent.checked_add(other.exponent)?)
    }

    /// The quotient, if it fits; `None` for a divisor of 0.
    ///
    /// ```
    /// # use newsframe::quantity::Number;
    /// assert_eq!(Number::from(1).over(Number::from(4)), Number::ratio(1, 4));
    /// ```
    pub fn over(self, other: Self) -> Option<Self> {
        let numerator = self.numerator.checked_mul(other.denominator)?;
        let denominator = self.denominator.checked_mul(other.numerator)?;
        Self::normal(numerator, denominator, self.exponent.checked_sub(other.exponent)?)
    }

    /// With the other sign.
    ///
    /// ```
    /// # use newsframe::quantity::Number;
    /// assert!(Number::ONE.negated().is_negative());
    /// assert_eq!(Number::ONE.negated().abs(), Number::ONE);
    /// ```
    #[must_use]
    pub fn negated(self) -> Self {
        Self { numerator: -self.numerator, ..self }
    }

    /// Without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self { numerator: self.numerator.abs(), ..self }
    }

    /// Whether it is below 0.
    pub fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// Whether it is 0.
    pub fn is_zero(self) -> bool {
        self.numerator == 0
    }

    /// Whether it is a whole number.
    ///
    /// ```
    /// # use newsframe::quantity::Number;
    /// assert!(Number::from(12).is_whole());
    /// assert!(!Number::ratio(1, 3).unwrap().is_whole());
    /// ```
    pub fn is_whole(self) -> bool {
        self.denominator == 1 && self.exponent >= 0
    }

    /// As a whole number, if it is one.
    ///
    /// ```
    /// # use newsframe::quantity::Number;
    /// assert_eq!(Number::decimal(5, 3).unwrap().to_i128(), Some(5000));
    /// assert_eq!(Number::ratio(1, 2).unwrap().to_i128(), None);
    /// ```
    pub fn to_i128(self) -> Option<i128> {
        if !self.is_whole() {
            return None;
        }
        self.numerator.checked_mul(power_of_ten(self.exponent as u32)?)
    }

    /// Number of significant digits: 3 for `1.23` and for `123000`; `None` for a fraction such as 1/3.
    ///
    /// ```
    /// # use newsframe::quantity::Number;
    /// assert_eq!(Number::from(123_000).digits(), Some(3));
    /// ```
    pub fn digits(self) -> Option<u32> {
        (self.denominator == 1).then(|| self.numerator.unsigned_abs().checked_ilog10().map_or(1, |log| log + 1))
    }

    /// The nearest floating-point number; always finite.
    ///
    /// ```
    /// # use newsframe::quantity::Number;
    /// assert_eq!(Number::ratio(1, 8).unwrap().to_f64(), 0.125);
    /// ```
    pub fn to_f64(self) -> f64 {
        let Self { numerator, denominator, exponent } = self;
        let decimal: f64 = format!("{numerator}e{exponent}").parse().unwrap_or(0.0);
        decimal / denominator as f64
    }
}

fn gcd(a: i128, b: i128) -> Option<i128> {
    let (mut a, mut b) = (a.checked_abs()?, b.checked_abs()?);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    Some(a)
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        if value % 10 != 0 {
            return Self { numerator: i128::from(value), denominator: 1, exponent: 0 };
        }
        Self::decimal(i128::from(value), 0).unwrap_or(Self::ZERO)
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        let [left, right] = [self, other].map(|&Self { numerator, .. }| numerator);
        if (self.denominator, self.exponent) == (other.denominator, other.exponent) {
            return left.cmp(&right);
        }
        if left.signum() != right.signum() {
            return left.signum().cmp(&right.signum());
        }
        // Decimals, which nearly all are, need no normal form of their difference.
        if self.denominator == 1 && other.denominator == 1 {
            let exponent = self.exponent.min(other.exponent);
            let scaled = |n: &Self| match (i64::try_from(n.numerator), n.exponent.abs_diff(exponent)) {
                // The product of two numbers of 64 bits always fits.
                (Ok(short), power @ 0..=18) => Some(i128::from(short) * POWERS[power as usize]),
                (_, power) => n.numerator.checked_mul(power_of_ten(power)?),
            };
            if let (Some(left), Some(right)) = (scaled(self), scaled(other)) {
                return left.cmp(&right);
            }
        }
        match self.minus(*other) {
            Some(Self { numerator, .. }) => numerator.cmp(&0),
            None => self.to_f64().total_cmp(&other.to_f64()),
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl FromStr for Number {
    type Err = NumberError;

    /// Reads `-12.5`, `1e6`, `1/3`.
    fn from_str(text: &str) -> Result<Self, NumberError> {
        let decimal = |text: &str| {
            let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
            let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
            let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
            if !plain(whole.strip_prefix('-').unwrap_or(whole)) || !plain(fraction) {
                return None;
            }
            let value = format!("{whole}{fraction}").parse().ok()?;
            Self::decimal(value, exponent.parse::<i32>().ok()?.checked_sub(i32::try_from(fraction.len()).ok()?)?)
        };
        let value = match text.split_once('/') {
            Some((over, under)) => decimal(over).zip(decimal(under)).and_then(|(over, under)| over.over(under)),
            None => decimal(text),
        };
        value.ok_or(NumberError(()))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { numerator, denominator, exponent } = *self;
        let power = |exponent: i32| power_of_ten(exponent.unsigned_abs());
        if denominator != 1 {
            let fraction = if exponent < 0 {
                power(exponent).and_then(|power| Some((numerator, denominator.checked_mul(power)?)))
            } else {
                power(exponent).and_then(|power| Some((numerator.checked_mul(power)?, denominator)))
            };
            return match fraction.and_then(|(over, under)| Some((over, under, gcd(over, under)?))) {
                Some((over, under, common)) => write!(f, "{}/{}", over / common, under / common),
                None => write!(f, "{numerator}e{exponent}/{denominator}"),
            };
        }
        if exponent >= 0 {
            return match power(exponent).and_then(|power| numerator.checked_mul(power)) {
                Some(whole) => write!(f, "{whole}"),
                None => write!(f, "{numerator}e{exponent}"),
            };
        }
        match power(exponent) {
            Some(power) => {
                let size = numerator.unsigned_abs();
                let (whole, rest) = (size / power as u128, size % power as u128);
                let sign = if numerator < 0 { "-" } else { "" };
                write!(f, "{sign}{whole}.{rest:0width$}", width = exponent.unsigned_abs() as usize)
            }
            None => write!(f, "{numerator}e{exponent}"),
        }
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<str>::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn n(text: &str) -> Number {
        text.parse().unwrap()
    }

    #[test]
    fn prints_plain_digits_or_a_fraction() {
        for (text, expected) in [
            ("0", "0"),
            ("1.50", "1.5"),
            ("-0.05", "-0.05"),
            ("1200000000", "1200000000"),
            ("1/3", "1/3"),
            ("1/6", "1/6"),
            ("20/3", "20/3"),
            ("2e-5", "0.00002"),
            ("1e60", "1e60"),
            ("1e60/7", "1e60/7"),
            ("1e-60", "1e-60"),
            ("-5/8", "-0.625"),
        ] {
            assert_eq!(n(text).to_string(), expected, "{text}");
        }
    }

    #[test]
    fn refuses_what_does_not_fit() {
        for text in ["1e400", "1e100", "", "x", "1/0", "1.2.3", "--1", "9e-200", &"9".repeat(60)] {
            assert!(text.parse::<Number>().is_err(), "{text}");
        }
        assert_eq!(n("1e90").times(n("1e90")), None);
    }

    #[test]
    fn orders_fractions_and_decimals() {
        assert!(n("1/3") < n("0.34") && n("1/3") > n("0.333") && n("-1") < n("0") && n("1e80") > n("1e-80"));
    }

    proptest! {
        #[test]
        fn arithmetic_is_exact(a in -1_000_000_i64..1_000_000, b in 1_i64..10_000, c in -500_i64..500) {
            let (a, b, c) = (Number::from(a), Number::from(b), Number::from(c));
            let quotient = a.over(b).unwrap();
            prop_assert_eq!(quotient.times(b), Some(a));
            prop_assert_eq!(quotient.plus(c).unwrap().minus(c), Some(quotient));
            prop_assert_eq!(quotient.to_string().parse(), Ok(quotient));
            prop_assert!((quotient.to_f64() - a.to_f64() / b.to_f64()).abs() < 1e-6);
        }
    }
}
