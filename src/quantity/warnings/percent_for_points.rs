//! Per cent where percentage points are meant.
//!
//! # What it finds
//! A change told in per cent that is the difference of the two percentages told with it: `rose 2 per cent, from 5 to 7 per cent`.
//!
//! # Why it matters
//! From 5% to 7% is two points and forty per cent.
//!
//! # Examples
//! `Unemployment rose by 2%, from 4% to 6%.`
//!
//! # Counter-examples
//! `rose two percentage points from 4% to 6%`, `rose 50%, from 4% to 6%`.
//!
//! # Known limits
//! Decided only where both levels stand in the sentence.

use super::{Scene, warning};
use crate::quantity::draft::Draft;
use crate::quantity::{Number, QuantityWarning, Role, UnitKind, Value};

pub(super) const RULE: &str = "quantity/percent-for-points";

fn is_percent(draft: &Draft) -> bool {
    draft.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Percent)
}

pub(super) fn find(scene: &Scene, out: &mut Vec<QuantityWarning>) {
    for (index, draft) in scene.claims() {
        let Some(change) = draft.value.exact().filter(|_| is_percent(draft) && draft.role == Role::Change) else {
            continue;
        };
        for levels in scene.near(index, 0) {
            let Some((from, to)) = levels_of(levels) else { continue };
            let Some(points) = to.minus(from).map(Number::abs) else { continue };
            let relative = points.times(Number::from(100)).and_then(|scaled| scaled.over(from));
            let both =
                relative.is_some_and(|relative| relative.minus(change).is_some_and(|gap| gap.abs() < Number::ONE));
            if points == change.abs() && !both {
                let reason = format!(
                    "from {from}% to {to}% is {points} percentage points{}; “{}” says per cent",
                    relative.map_or(String::new(), |relative| format!(" and {:.0} per cent", relative.to_f64().abs())),
                    scene.slice(draft.span),
                );
                out.push(warning(RULE, draft.span, [levels.span], 92, reason));
            }
        }
    }
}

/// The two percentages of *from 4% to 6%*, or of *to 6% from 4%*.
fn levels_of(draft: &Draft) -> Option<(Number, Number)> {
    if !is_percent(draft) {
        return None;
    }
    match draft.value {
        Value::Interval { first, last } if !first.is_zero() => Some((first, last)),
        Value::Exact(last) if draft.role != Role::Change => {
            let from = draft.baseline?.value()?;
            (!from.is_zero()).then_some((from, last))
        }
        _ => None,
    }
}
