//! A comparison with an extreme.
//!
//! # What it finds
//! A change whose baseline is a peak, a trough, a lockdown, a record: `up 40% since the depths of the crash`.
//!
//! # Why it matters
//! The choice of the start makes the change (cherry-picking; Best 2001).
//!
//! # Examples
//! `Traffic is up 60% since the lockdown low.`
//!
//! # Counter-examples
//! `up 60% since 2019`, `the lowest since 2008` (no change is told).
//!
//! # Known limits
//! Years are not judged, although some are extremes.

use super::{Scene, warning};
use crate::WordKey;
use crate::quantity::cursor::key;
use crate::quantity::{QuantityWarning, Role};

pub(super) const RULE: &str = "quantity/extreme-baseline";

const EXTREMES: [WordKey; 18] = [
    key!("peak"),
    key!("peaks"),
    key!("trough"),
    key!("low"),
    key!("lows"),
    key!("high"),
    key!("highs"),
    key!("depth"),
    key!("depths"),
    key!("height"),
    key!("record"),
    key!("lockdown"),
    key!("lockdowns"),
    key!("crash"),
    key!("bottom"),
    key!("nadir"),
    key!("boom"),
    key!("slump"),
];

pub(super) fn find(scene: &Scene, out: &mut Vec<QuantityWarning>) {
    for (_, draft) in scene.claims().filter(|(_, draft)| matches!(draft.role, Role::Change | Role::Multiplier)) {
        let Some(baseline) = draft.baseline.filter(|baseline| baseline.value().is_none()) else { continue };
        let tokens = scene.cursor.document.tokens_in(baseline.span());
        let end = (tokens.end() + 4).min(scene.sentence(draft).end());
        let extreme = (tokens.start()..end)
            .take_while(|&at| !matches!(scene.cursor.word(at), "," | ";" | "."))
            .find(|&at| scene.cursor.is_any(at, &EXTREMES));
        let Some(extreme) = extreme else { continue };
        let reason =
            format!("“{}” is measured from an extreme, “{}”", scene.slice(draft.span), scene.cursor.word(extreme));
        out.push(warning(RULE, draft.span, [baseline.span(), scene.cursor.span(extreme)], 75, reason));
    }
}
