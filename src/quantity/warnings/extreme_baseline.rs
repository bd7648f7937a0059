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
//! `up 60% since 2019`, `the lowest since 2008` (no change is told), `a 3% fall, the largest since the crash`; up from a high and down
//! from a low flatter nobody.
//!
//! # Known limits
//! Years are not judged, although some are extremes.

use super::{Scene, warning};
use crate::WordKey;
use crate::document::Upos;
use crate::quantity::cursor::{key, keys};
use crate::quantity::draft::Draft;
use crate::quantity::{Direction, QuantityWarning, Role};

pub(super) const RULE: &str = "quantity/extreme-baseline";

const EXTREMES: &[WordKey] = &keys!(
    "peak peaks trough low lows high highs depth depths height lockdown lockdowns \
    crash bottom nadir boom slump"
);

pub(super) fn find(scene: &Scene, out: &mut Vec<QuantityWarning>) {
    for (_, draft) in scene.claims().filter(|(_, draft)| matches!(draft.role, Role::Change | Role::Multiplier)) {
        let Some(baseline) = draft.baseline.filter(|baseline| baseline.value().is_none()) else { continue };
        let tokens = scene.cursor.document.tokens_in(baseline.span());
        let end = (tokens.end() + 4).min(scene.sentence(draft).end());
        let extreme = (tokens.start()..end)
            .take_while(|&at| !matches!(scene.cursor.word(at), "," | ";" | "."))
            .find(|&at| scene.cursor.is_any(at, EXTREMES));
        let Some(extreme) = extreme else { continue };
        if !flatters(scene, draft, extreme)
            || is_superlative(scene, draft, tokens.start())
            || is_accident(scene, extreme)
        {
            continue;
        }
        let reason =
            format!("“{}” is measured from an extreme, “{}”", scene.slice(draft.span), scene.cursor.word(extreme));
        out.push(warning(RULE, draft.span, [baseline.span(), scene.cursor.span(extreme)], 75, reason));
    }
}

/// Whether the change goes away from the extreme: up from a low, down from a high.
fn flatters(scene: &Scene, draft: &Draft, extreme: usize) -> bool {
    const HIGHS: &[WordKey] = &keys!("peak peaks high highs height boom");
    let high = scene.cursor.is_any(extreme, HIGHS);
    draft.direction.is_none_or(|direction| (direction.value == Direction::Down) == high)
}

/// *the largest fall since the crash, the first since the slump*: a superlative, and no start of the change.
fn is_superlative(scene: &Scene, draft: &Draft, baseline: usize) -> bool {
    let from = draft.next.min(baseline);
    (from..baseline.min(from + 20)).any(|at| {
        let word = scene.cursor.word(at);
        word.len() > 4 && word.ends_with("est") || scene.cursor.is_any(at, &keys!("first worst best most"))
    })
}

/// *since the second jet crash*.
fn is_accident(scene: &Scene, extreme: usize) -> bool {
    const VEHICLES: &[WordKey] = &keys!("plane jet train car bus air helicopter");
    let before = extreme.saturating_sub(1);
    scene.cursor.is(extreme, key!("crash"))
        && (scene.cursor.upos(before) == Upos::Propn
            || scene.cursor.is_number(before)
            || scene.cursor.is_any(before, VEHICLES))
}
