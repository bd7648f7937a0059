//! Quantities in the exchange format. What the evaluation data name or count otherwise than the crate is adapted here.

use newsframe::document::{Upos, VerbForm};
use newsframe::quantity::{
    Approximation, DenominatorKind, Quantity, QuantityAnalysis, QuantityKind, Unit, UnitKind, Value as Amount,
};
use newsframe::{Analysis, Document, Finding, Span};
use serde_json::{Value, json};

pub(crate) fn rows(document: &Document, analysis: &Analysis) -> Value {
    let offsets = document.offsets();
    let found = analysis.quantity();
    found
        .iter()
        .enumerate()
        .filter(|(_, quantity)| !says_the_same_again(found, quantity) && !is_age_group(quantity))
        .map(|(index, quantity)| {
            json!({
                "span": offsets.to_code_points(quantity.span()),
                "kind": quantity.kind().name(),
                "value": part_of_time(document, quantity).map_or_else(|| value(quantity.value()), |(parts, _)| json!(parts)),
                "unit": unit(document, quantity),
                "modifier": modifier(document, quantity),
                "concept": quantity.subject().filter(|_| names_subject(document, quantity)).map(|span| concept(document, span)),
                "role": quantity.role().name(),
                "baseline": quantity.baseline().map(|baseline| offsets.to_code_points(baseline.span())),
                "attribution": analysis.source_of_quantity(index),
                "confidence": quantity.confidence().as_f64(),
            })
        })
        .collect()
}

/// *one of the best players, a third of voters*: the data say nothing of what is measured.
fn names_subject(document: &Document, quantity: &Quantity) -> bool {
    let is_part = quantity.unit().is_none() && share(document, quantity).is_some();
    !is_part && !document.slice(quantity.number()).eq_ignore_ascii_case("one")
}

/// *women aged 25 to 54*: the data take the ages of groups for a part of their name.
fn is_age_group(quantity: &Quantity) -> bool {
    quantity.kind() == QuantityKind::Age && matches!(quantity.value(), Amount::Interval { .. })
}

/// *forty-five (45)*: conversions are annotated, mere repeats are not.
fn says_the_same_again(found: &QuantityAnalysis, quantity: &Quantity) -> bool {
    let Some(first) = quantity.repeats() else { return false };
    found.iter().any(|other| other.span() == first && other.value() == quantity.value())
}

/// *Half an hour* is 30 minutes, *two and a quarter hours* 135: parts in words are told in the smaller unit, as compound
/// amounts are; decimals stay what they are.
fn part_of_time(document: &Document, quantity: &Quantity) -> Option<(f64, &'static str)> {
    let Amount::Exact(value) = quantity.value() else { return None };
    let (size, smaller) = match quantity.unit()?.name() {
        "day" => (24.0, "hour"),
        "hour" => (60.0, "minute"),
        "minute" => (60.0, "second"),
        _ => return None,
    };
    let parts = value.to_f64() * size;
    let written =
        !value.is_whole() && !document.slice(quantity.number()).contains('.') && quantity.denominator().is_none();
    (written && (parts - parts.round()).abs() < 1e-9).then(|| (parts.round(), smaller))
}

/// Of the vague words only those in hundreds and more are intervals in the data.
fn value(value: Amount) -> Value {
    match value {
        Amount::Exact(number) => json!(number.to_f64()),
        Amount::Interval { first, last } => json!([first.to_f64(), last.to_f64()]),
        Amount::Vague { base, low, high } if base.to_f64() >= 100.0 => json!([low.to_f64(), high.to_f64()]),
        Amount::Vague { base, .. } => json!(base.to_f64()),
        _ => Value::Null,
    }
}

fn unit(document: &Document, quantity: &Quantity) -> Option<String> {
    if quantity.kind() == QuantityKind::Age && quantity.unit().is_none() {
        return Some("year of age".to_owned());
    }
    if let Some((_, smaller)) = part_of_time(document, quantity) {
        return Some(smaller.to_owned());
    }
    let Some(unit) = quantity.unit() else { return share(document, quantity) };
    let name = match (unit.kind(), unit.name()) {
        (UnitKind::Multiple, _) | (UnitKind::Count, "time") => "count",
        (UnitKind::Percent, name) if quantity.denominator().is_some_and(|of| of.kind() == DenominatorKind::Per) => {
            return quantity.denominator().map(|of| format!("{name}age per {}", of.name()));
        }
        (_, name) => name,
    };
    let per = quantity.denominator().filter(|denominator| {
        denominator.kind() == DenominatorKind::Per && denominator.amount().is_none() && !denominator.name().is_empty()
    });
    Some(match per {
        Some(denominator) => format!("{name} per {}", denominator.name()),
        None if name == unit.name() => base_form(&without_participles(document, unit)),
        None => name.to_owned(),
    })
}

/// *300 recorded songs*: participles before the noun are no part of the unit in the data, adjectives are.
fn without_participles(document: &Document, unit: &Unit) -> String {
    let mut words: Vec<&str> = unit.name().split(' ').collect();
    for token in document.tokens_in(unit.span()).range() {
        let tag = document.tags().get(token).copied();
        let dropped = tag.is_some_and(|tag| tag.form == Some(VerbForm::Vbn) || tag.upos == Upos::Adv);
        if dropped && words.len() > 1 && words.first() == Some(&document.word(token)) {
            words.remove(0);
        }
    }
    words.join(" ")
}

/// *A third of the population* is in *% population* there, *half of which* in *% -*, *one in five pupils* in *% pupil*.
fn share(document: &Document, quantity: &Quantity) -> Option<String> {
    let of = quantity.denominator()?;
    match of.kind() {
        DenominatorKind::Of if of.amount().is_none() => {}
        DenominatorKind::OutOf if !of.name().is_empty() => return Some(format!("% {}", of.name())),
        _ => return None,
    }
    let words = match document.tags().get(document.token_at(of.span().start())) {
        Some(tag) if matches!(tag.upos, Upos::Pron) => String::new(),
        _ => concept(document, of.span()),
    };
    Some(format!("% {}", if words.is_empty() { "-" } else { &words }))
}

/// Adjectives in the positive, as in the data: *best wireless speaker* is *good wireless speaker* there.
fn base_form(name: &str) -> String {
    let words = name.split(' ').map(|word| {
        match word {
            "best" | "better" => "good",
            "worst" | "worse" => "bad",
            "latest" => "late",
            "largest" | "larger" => "large",
            "smallest" | "smaller" => "small",
            "biggest" => "big",
            _ if word.ends_with("iest") && word.len() > 6 => return format!("{}y", &word[..word.len() - 4]),
            _ if word.ends_with("est") && word.len() > 6 => return word[..word.len() - 3].to_owned(),
            _ => word,
        }
        .to_owned()
    });
    words.collect::<Vec<_>>().join(" ")
}

/// One of six: a bound wins over *about*, that over a direction, as mostly in the data. Nouns of change
/// (*a 3 percent drop*) and pairs of levels (*from 240 to 273*) give no direction there.
fn modifier(document: &Document, quantity: &Quantity) -> &'static str {
    if let Some(bound) = quantity.bound() {
        return if bound.value.is_lower() { ">" } else { "<" };
    }
    let direction = quantity.direction().filter(|direction| {
        let token = document.token_at(direction.span.start());
        let noun = document.tags().get(token).is_some_and(|tag| tag.upos == Upos::Noun);
        !noun && !matches!(quantity.value(), Amount::Interval { .. })
    });
    match (direction, quantity.approximator()) {
        (_, Some(side)) if side.value == Approximation::Around => "~",
        (Some(direction), _) => direction.value.name(),
        (None, Some(side)) => match document.slice(side.span) {
            text if text.contains("under") || text.contains("below") || text.contains("less") => "<",
            text if text.contains("over") || text.contains("more") || text.contains("above") => ">",
            _ => "~",
        },
        (None, None) => "=",
    }
}

const FUNCTION_WORDS: [&str; 39] = [
    "a", "an", "the", "of", "in", "on", "at", "for", "to", "from", "with", "by", "and", "or", "its", "his", "her",
    "their", "our", "my", "your", "this", "that", "these", "those", "as", "per", "is", "are", "was", "were", "be", "s",
    "'s", "’s", "than", "it", "which", "who",
];

/// The words that carry meaning, hyphens kept.
fn concept(document: &Document, span: Span) -> String {
    let mut words = String::new();
    for token in document.tokens_in(span).range() {
        let word = document.word(token);
        let hyphen = word == "-";
        if FUNCTION_WORDS.contains(&word.to_lowercase().as_str()) && !hyphen {
            continue;
        }
        if !words.is_empty() && !hyphen && !words.ends_with('-') {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}
