//! Ordinals: places in an order.
//!
//! # What it finds
//! `third`, `21st`, `twenty-fifth`, `two hundredth`.
//!
//! # Why it matters
//! A rank is no amount; it needs the set it ranks.
//!
//! # Examples
//! `the third-largest city`, `in 10th place`.
//!
//! # Counter-examples
//! `two thirds` is a share, `60 seconds` a duration.
//!
//! # Known limits
//! *last* and *next* have no number and are not reported.

use super::Found;
use crate::quantity::QuantityKind;
use crate::quantity::cursor::{Cursor, key};
use crate::quantity::numeral::Numeral;

pub(super) fn find(cursor: &Cursor, numeral: &Numeral) -> Option<Found> {
    if !numeral.is_ordinal {
        return None;
    }
    // a second and seconds as time: after a number the unit has taken it
    let unit = cursor.is_any(numeral.first, &[key!("second")]) && cursor.tag(numeral.first).is_verbal();
    if unit {
        return None;
    }
    Found::new(QuantityKind::Ordinal, "quantity/ordinal", numeral.first, numeral.next, 92)
}
