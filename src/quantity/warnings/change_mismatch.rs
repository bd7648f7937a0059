//! A change that does not follow from the levels told with it.
//!
//! # What it finds
//! `rose 50% from 200 to 260`: the stated change, and the one that follows from the stated levels, with the arithmetic.
//!
//! # Why it matters
//! A reader can check it, and rarely does.
//!
//! # Examples
//! `Complaints rose 50 per cent, from 200 to 260.`
//!
//! # Counter-examples
//! `rose 30 per cent, from 200 to 260`; `rose about a third, from 200 to 260`; rounding is allowed for.
//!
//! # Known limits
//! Only where both levels stand in the sentence of the change.

use super::{Scene, warning};
use crate::quantity::draft::Draft;
use crate::quantity::{Number, QuantityWarning, Role, UnitKind, Value};

pub(super) const RULE: &str = "quantity/change-mismatch";

pub(super) fn find(scene: &Scene, out: &mut Vec<QuantityWarning>) {
    for (index, draft) in scene.claims() {
        let Some(stated) = draft.value.exact().filter(|_| draft.role == Role::Change || draft.role == Role::Multiplier)
        else {
            continue;
        };
        for levels in scene.near(index, 0) {
            let Some((from, to)) = levels_of(levels) else { continue };
            // One change between number and levels, no other.
            let between =
                scene.near(index, 0).filter(|other| other.role == Role::Change || levels_of(other).is_some()).count();
            let far = levels.first.abs_diff(draft.first) > 25;
            if far || between > 1 || draft.bound.is_some() || levels.bound.is_some() {
                continue;
            }
            let percent = draft.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Percent);
            let same_unit = draft.unit.is_some() && draft.unit_name() == levels.unit_name();
            let difference = to.minus(from);
            let (computed, sum) = if percent && levels.unit.as_ref().is_none_or(|unit| unit.kind != UnitKind::Percent) {
                let relative = difference.and_then(|d| d.times(Number::from(100))?.over(from));
                (relative, format!("({to} − {from}) ÷ {from}"))
            } else if draft.role == Role::Multiplier {
                (to.over(from), format!("{to} ÷ {from}"))
            } else if same_unit && !percent {
                (difference, format!("{to} − {from}"))
            } else {
                continue;
            };
            let Some(computed) = computed.map(Number::abs) else { continue };
            if agrees(
                stated.abs(),
                computed,
                draft.approximator.is_some() || levels.approximator.is_some(),
                draft.role == Role::Multiplier,
            ) {
                continue;
            }
            let mark = if percent { "%" } else { "" };
            let reason = format!(
                "“{}” does not follow from the levels: {sum} is {}{mark}",
                scene.slice(draft.span),
                rounded(computed),
            );
            out.push(warning(RULE, draft.span, [levels.span], 88, reason));
        }
    }
}

fn rounded(number: Number) -> String {
    let value = (number.to_f64() * 10.0).round() / 10.0;
    value.to_string()
}

/// Within what rounding of change and levels explains.
fn agrees(stated: Number, computed: Number, approximate: bool, factor: bool) -> bool {
    let (stated, computed) = (stated.to_f64(), computed.to_f64());
    let tolerance = match (approximate, factor) {
        (true, true) => 0.18,
        (true, false) => 0.15,
        (false, _) => 0.06,
    };
    (stated - computed).abs() <= (tolerance * computed.abs()).max(if factor { 0.1 } else { 0.6 })
}

/// The levels of *from 200 to 260*, or of *to 260 from 200*.
fn levels_of(draft: &Draft) -> Option<(Number, Number)> {
    let (from, to) = match draft.value {
        Value::Interval { first, last } if draft.role == Role::Change => (first, last),
        Value::Exact(last) if draft.role == Role::Level => (draft.baseline?.value()?, last),
        _ => return None,
    };
    (!from.is_zero() && !from.is_negative()).then_some((from, to))
}
