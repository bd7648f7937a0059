//! Which numbers are given by whom, and which may be the same number with different values.

use std::collections::{BTreeMap, BTreeSet};

use newsframe::Finding;
use newsframe::quantity::{Number, Quantity, QuantityKind, Role, UnitKind, Value};

use crate::compare::{Row, Side, is_content, shared_first};

/// Tokens on either side of a number that are compared.
const AROUND: usize = 10;

/// A claim, and what it is compared by.
struct Claim<'a> {
    side: usize,
    quantity: &'a Quantity,
    value: (Option<Number>, Option<Number>),
    unit: String,
    sourced: bool,
}

fn claims(sides: &[Side]) -> Vec<Claim<'_>> {
    let mut claims = Vec::new();
    for (side, article) in sides.iter().enumerate() {
        for (index, quantity) in article.analysis.quantity().iter().enumerate() {
            if quantity.kind() == QuantityKind::Claim && quantity.repeats().is_none() {
                let value = quantity.si_value().unwrap_or(quantity.value());
                let sourced = article.analysis.source_of_quantity(index).is_some();
                claims.push(Claim {
                    side,
                    quantity,
                    value: (value.low(), value.high()),
                    unit: unit(quantity),
                    sourced,
                });
            }
        }
    }
    claims
}

/// What is counted or measured: units of one dimension are one unit.
fn unit(quantity: &Quantity) -> String {
    let Some(unit) = quantity.unit() else { return String::new() };
    match unit.kind() {
        UnitKind::Measure { dimension, si: Some(_), .. } => dimension.name().to_owned(),
        UnitKind::Currency { code, .. } => code.clone(),
        _ => unit.name().to_lowercase(),
    }
}

pub(crate) fn rows(sides: &[Side]) -> Vec<Row> {
    let mut groups: BTreeMap<_, Vec<Claim<'_>>> = BTreeMap::new();
    for claim in claims(sides) {
        groups.entry((claim.unit.clone(), claim.value)).or_default().push(claim);
    }
    let row = |claims: Vec<Claim<'_>>| {
        let name = claims.iter().map(|claim| sides[claim.side].words(claim.quantity.span())).next().unwrap_or_default();
        let cell = |side: usize| {
            let own: Vec<_> = claims.iter().filter(|claim| claim.side == side).collect();
            let (count, sourced) = (own.len(), own.iter().any(|claim| claim.sourced));
            if count == 0 { String::new() } else { format!("{count}×{}", if sourced { " ✎" } else { "" }) }
        };
        Row { name, cells: (0..sides.len()).map(cell).collect() }
    };
    shared_first(groups.into_values().map(row).collect())
}

/// Numbers of two outlets in the same unit, with similar words around them and different values, neither of which the other outlet
/// gives too.
pub(crate) fn conflicts(sides: &[Side]) -> Vec<Row> {
    let claims = claims(sides);
    let known: BTreeSet<_> = claims.iter().map(|claim| (claim.side, &claim.unit, claim.value)).collect();
    let context: Vec<BTreeSet<String>> = claims.iter().map(|claim| context(&sides[claim.side], claim)).collect();
    let mut groups: Vec<Conflict> = Vec::new();
    for (index, one) in claims.iter().enumerate() {
        for (offset, other) in claims[index + 1..].iter().enumerate() {
            let comparable = one.side != other.side
                && one.unit == other.unit
                && (one.quantity.role() == other.quantity.role() || is_amount(one) && is_amount(other))
                && one.value != other.value
                && is_near(one, other)
                && !is_vague(one.quantity)
                && !is_vague(other.quantity)
                && !known.contains(&(other.side, &one.unit, one.value))
                && !known.contains(&(one.side, &other.unit, other.value));
            let mut common = context[index].intersection(&context[index + 1 + offset]).cloned().collect::<Vec<_>>();
            common.retain(|word| one.unit.is_empty() || !word.starts_with(&one.unit));
            if comparable && common.len() >= words_needed(one) {
                put(&mut groups, [(one.side, index), (other.side, index + 1 + offset)], common);
            }
        }
    }
    let row = |conflict: Conflict| {
        let cell = |side: usize| {
            conflict.claims.get(&side).map_or(String::new(), |&claim| sentence(&sides[side], claims[claim].quantity))
        };
        let unit = conflict.claims.values().next().map_or("", |&claim| &claims[claim].unit);
        Row { name: name(unit, &conflict.common), cells: (0..sides.len()).map(cell).collect() }
    };
    shared_first(groups.into_iter().map(row).collect())
}

/// Claims that may be of the same number, one a side, and the words that say so.
struct Conflict {
    claims: BTreeMap<usize, usize>,
    common: Vec<String>,
}

/// Puts two claims (side and index) to the group that has one of them and no other of the same side, or into a new one.
fn put(groups: &mut Vec<Conflict>, pair: [(usize, usize); 2], common: Vec<String>) {
    let fits = |conflict: &Conflict| {
        pair.iter().any(|(side, claim)| conflict.claims.get(side) == Some(claim))
            && pair.iter().all(|(side, claim)| conflict.claims.get(side).is_none_or(|known| known == claim))
    };
    match groups.iter_mut().find(|conflict| fits(conflict)) {
        Some(conflict) => conflict.claims.extend(pair),
        None => groups.push(Conflict { claims: pair.into(), common }),
    }
}

/// Whether neither is more than five times the other: numbers further apart are of different things.
fn is_near(one: &Claim<'_>, other: &Claim<'_>) -> bool {
    let size = |claim: &Claim<'_>| claim.value.1.map_or(0.0, |number| number.to_f64().abs());
    let (one, other) = (size(one), size(other));
    one <= 5.0 * other && other <= 5.0 * one
}

fn is_amount(claim: &Claim<'_>) -> bool {
    matches!(claim.quantity.role(), Role::Level | Role::Rate)
}

fn name(unit: &str, common: &[String]) -> String {
    match (unit, common) {
        (unit, []) => unit.to_owned(),
        (unit, common) => format!("{unit} ({})", common.join(", ")).trim_start().to_owned(),
    }
}

/// How many words around two numbers must be the same: none where both count the same sort of thing (*dockers*), more the less the
/// unit says.
fn words_needed(claim: &Claim<'_>) -> usize {
    const GENERAL: [&str; 12] =
        ["people", "person", "man", "woman", "child", "year", "month", "week", "day", "hour", "time", "other"];
    match claim.quantity.unit().map(newsframe::quantity::Unit::kind) {
        Some(UnitKind::Count) if !GENERAL.contains(&claim.unit.as_str()) => 0,
        Some(_) => 2,
        None => 3,
    }
}

fn is_vague(quantity: &Quantity) -> bool {
    !matches!(quantity.value(), Value::Exact(_) | Value::Interval { .. })
}

/// The words around a number and of its subject.
fn context(side: &Side, claim: &Claim<'_>) -> BTreeSet<String> {
    let subject = claim.quantity.subject().map(|span| side.words(span).to_lowercase()).unwrap_or_default();
    let words = side.around(claim.quantity.span(), AROUND).into_iter();
    words.chain(subject.split(' ').filter(|word| is_content(word)).map(str::to_owned)).collect()
}

fn sentence(side: &Side, quantity: &Quantity) -> String {
    let token = side.document.token_at(quantity.span().start());
    let sentences = side.document.sentences();
    let sentence = sentences.get(side.document.sentence_of(token)).map(|sentence| side.words(sentence.span()));
    format!("{}: {}", side.words(quantity.span()), sentence.unwrap_or_default())
}
