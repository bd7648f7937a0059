//! What is absent, and what the headline has that the body has not. Counts and places, never a judgement.

use std::collections::BTreeMap;

use super::item::{Item, Kind, Layer};
use super::report::Report;
use crate::attribution::{AssertionKind, AttributionRelation, EntityId, SourceKind};
use crate::document::TokenKind;
use crate::quantity::Quantity;
use crate::{Finding, Voice, ZoneKind};

/// Something that is absent, and the labels of the findings that show it.
pub(super) struct Gap {
    pub(super) text: String,
    pub(super) labels: Vec<String>,
}

impl Gap {
    fn new(text: impl Into<String>, labels: Vec<String>) -> Self {
        Self { text: text.into(), labels }
    }
}

/// What is absent from the article.
pub(super) fn gaps(report: &Report<'_>) -> Vec<Gap> {
    let mut gaps = Vec::new();
    heard(report, &mut gaps);
    sources(report, &mut gaps);
    assertions(report, &mut gaps);
    numbers(report, &mut gaps);
    gaps
}

/// Who is not heard.
fn heard(report: &Report<'_>, gaps: &mut Vec<Gap>) {
    let said = report.analysis.attribution();
    match said.balance().speakers() {
        [] => gaps.push(Gap::new("Nobody is heard: no statement has a source that is known", Vec::new())),
        [only] if said.len() > 1 => {
            let name = said.entity(only.speaker()).map_or("one source", |entity| entity.name());
            gaps.push(Gap::new(format!("Only one source is heard: {}", super::text::excerpt(name, 60)), Vec::new()));
        }
        _ => {}
    }
    let names = said.balance().unheard().iter().filter_map(|&id| said.entity(id));
    let names: Vec<_> = names.map(|entity| super::text::excerpt(entity.name(), 40)).collect();
    if !names.is_empty() {
        gaps.push(Gap::new(format!("Mentioned more than once and not heard: {}", names.join(", ")), Vec::new()));
    }
}

/// Statements whose source is missing or without a name.
fn sources(report: &Report<'_>, gaps: &mut Vec<Gap>) {
    let kinds = [
        (SourceKind::None, "Said, and nobody is named for it"),
        (SourceKind::Anonymous, "Said by somebody who is not to be known"),
        (SourceKind::Collective, "Said by several people without names"),
    ];
    for (kind, text) in kinds {
        let statements = report.statements().filter(|(_, relation)| relation.source_kind() == kind);
        let labels: Vec<_> = statements
            .filter(|(_, relation)| !relation.is_possible_continuation() && relation.speaker().is_none())
            .map(|(item, _)| item.label.clone())
            .collect();
        if !labels.is_empty() {
            gaps.push(Gap::new(text, labels));
        }
    }
}

/// Claims of intent, cause and inner states without a source.
fn assertions(report: &Report<'_>, gaps: &mut Vec<Gap>) {
    let kinds = [
        (AssertionKind::Intent, "Says what somebody aims at, and gives no source"),
        (AssertionKind::Cause, "Says what brought something about, and gives no source"),
        (AssertionKind::InnerState, "Says what somebody thinks or feels, and gives no source"),
    ];
    for (kind, text) in kinds {
        let of_kind = |found: &Kind<'_>| matches!(found, Kind::Assertion(assertion) if assertion.kind() == kind);
        let items = report.layer(Layer::Assertion).filter(|item| of_kind(&item.kind));
        let labels: Vec<_> = items.map(|item| item.label.clone()).collect();
        if !labels.is_empty() {
            gaps.push(Gap::new(text, labels));
        }
    }
}

/// Numbers without a source, and what is missing from numbers.
fn numbers(report: &Report<'_>, gaps: &mut Vec<Gap>) {
    let all = report.numbers().count();
    let own = report
        .numbers()
        .filter(|(_, number, source)| source.is_none() && report.analysis.voice_of(number.span()) == Voice::Outlet);
    let labels: Vec<_> = own.map(|(item, ..)| item.label.clone()).collect();
    if !labels.is_empty() {
        let text = format!("Numbers in the outlet's own voice, with no source ({} of {all})", labels.len());
        gaps.push(Gap::new(text, labels));
    }
    let mut by_rule: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for item in report.layer(Layer::Number).filter(|item| matches!(item.kind, Kind::Warning(_))) {
        by_rule.entry(item.finding().rule().as_str()).or_default().push(item.label.clone());
    }
    gaps.extend(by_rule.into_iter().map(|(rule, labels)| Gap::new(spoken(rule), labels)));
}

/// The name of a rule as a heading: `quantity/change-without-baseline` as *Change without baseline*.
fn spoken(rule: &str) -> String {
    let name = rule.rsplit('/').next().unwrap_or(rule).replace(['-', '_'], " ");
    let mut letters = name.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// The headline compared with the body.
#[derive(Default)]
pub(super) struct Headline {
    pub(super) headline: Side,
    pub(super) body: Side,
    /// The numbers and statements of the headline, each with the same of the body.
    pub(super) claims: Vec<Claim>,
}

/// A number or statement of the headline.
pub(super) struct Claim {
    pub(super) label: String,
    /// The number as printed, or who is heard.
    pub(super) shown: String,
    /// Whose it is, for a number.
    pub(super) source: Option<String>,
    /// The same in the body: labels, and for numbers whose they are there. At most four.
    pub(super) same: Vec<(String, Option<String>)>,
}

/// One side of the comparison.
#[derive(Default)]
pub(super) struct Side {
    pub(super) words: usize,
    /// The labels of the loaded words in the outlet's voice.
    pub(super) loaded: Vec<String>,
}

/// Compares headline and body; `None` if one of them is missing.
pub(super) fn headline(report: &Report<'_>) -> Option<Headline> {
    let mut compared = Headline::default();
    let (document, zones) = (report.document, report.document.zones());
    for zone in zones {
        let tokens = &document.tokens()[document.tokens_in(zone.span()).range()];
        let words = tokens.iter().filter(|token| matches!(token.kind(), TokenKind::Word | TokenKind::Number)).count();
        match zone.kind() {
            ZoneKind::Headline => compared.headline.words += words,
            kind if kind.is_prose() => compared.body.words += words,
            _ => {}
        }
    }
    if compared.headline.words == 0 || compared.body.words == 0 {
        return None;
    }
    let zone_of = |finding: &dyn Finding| {
        let index = zones.partition_point(|zone| zone.span().end() <= finding.span().start());
        zones.get(index).map(|zone| zone.kind())
    };
    for (item, word) in report.words().filter(|(_, word)| word.voice() == Voice::Outlet) {
        match zone_of(word) {
            Some(ZoneKind::Headline) => compared.headline.loaded.push(item.label.clone()),
            Some(kind) if kind.is_prose() => compared.body.loaded.push(item.label.clone()),
            _ => {}
        }
    }
    compared.claims = numbers_of_headline(report, &zone_of);
    compared.claims.extend(statements_of_headline(report, &zone_of));
    Some(compared)
}

/// Which kind of zone a finding begins in.
type ZoneOf<'z> = dyn Fn(&dyn Finding) -> Option<ZoneKind> + 'z;

fn numbers_of_headline(report: &Report<'_>, zone_of: &ZoneOf<'_>) -> Vec<Claim> {
    let key = |number: &Quantity| format!("{:?} {:?}", number.value(), number.unit().map(|unit| unit.name()));
    let source = |number: &Quantity, source: Option<usize>| match source.and_then(|index| report.source(index)) {
        Some((_, speaker)) => speaker,
        None => report.analysis.voice_of(number.span()).to_string(),
    };
    let mut in_body: BTreeMap<String, Vec<(String, Option<String>)>> = BTreeMap::new();
    for (item, number, index) in
        report.numbers().filter(|(_, number, _)| zone_of(*number).is_some_and(ZoneKind::is_prose))
    {
        in_body.entry(key(number)).or_default().push((item.label.clone(), Some(source(number, index))));
    }
    let in_headline = report.numbers().filter(|(_, number, _)| zone_of(*number) == Some(ZoneKind::Headline));
    let claim = |(item, number, index): (&Item<'_>, &Quantity, Option<usize>)| Claim {
        label: item.label.clone(),
        shown: report.excerpt(number.span(), 40),
        source: Some(source(number, index)),
        same: in_body.get(&key(number)).into_iter().flatten().take(4).cloned().collect(),
    };
    in_headline.map(claim).collect()
}

fn statements_of_headline(report: &Report<'_>, zone_of: &ZoneOf<'_>) -> Vec<Claim> {
    let mut in_body: BTreeMap<EntityId, Vec<(String, Option<String>)>> = BTreeMap::new();
    for (item, relation) in
        report.statements().filter(|(_, relation)| zone_of(*relation).is_some_and(ZoneKind::is_prose))
    {
        if let Some(speaker) = relation.speaker() {
            in_body.entry(speaker).or_default().push((item.label.clone(), None));
        }
    }
    let in_headline = report.statements().filter(|(_, relation)| zone_of(*relation) == Some(ZoneKind::Headline));
    let claim = |(item, relation): (&Item<'_>, &AttributionRelation)| Claim {
        label: item.label.clone(),
        shown: report.speaker(relation),
        source: None,
        same: relation
            .speaker()
            .and_then(|speaker| in_body.get(&speaker))
            .into_iter()
            .flatten()
            .take(4)
            .cloned()
            .collect(),
    };
    in_headline.map(claim).collect()
}
