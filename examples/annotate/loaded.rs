//! Loaded language in the exchange format. Only what counts as loaded is given as not suppressed: the other classes describe.

use newsframe::loaded::{Class, LoadedAnalysis};
use newsframe::{Document, Finding};
use serde_json::{Value, json};

pub(crate) fn rows(document: &Document, found: &LoadedAnalysis) -> Value {
    let offsets = document.offsets();
    let findings = found.iter().map(|finding| {
        json!({
            "span": offsets.to_code_points(finding.span()),
            "category": finding.category(),
            "class": finding.class(),
            "strength": finding.strength(),
            "voice": finding.voice(),
            "headline": finding.is_in_headline(),
            "target": finding.target().map(|target| offsets.to_code_points(target)),
            "confidence": finding.confidence(),
            "reason": finding.reason(),
            "rule": finding.rule(),
            "entry": finding.entry().map(ToString::to_string),
            "alternatives": finding.alternatives().collect::<Vec<_>>(),
            "suppressed": finding.class() != Class::Loaded,
        })
    });
    let suppressions = found.suppressions().iter().map(|suppression| {
        json!({
            "span": offsets.to_code_points(suppression.span()),
            "category": suppression.category(),
            "confidence": 0.0,
            "reason": suppression.reason(),
            "rule": suppression.rule(),
            "entry": suppression.entry().map(ToString::to_string),
            "suppressed": true,
        })
    });
    findings.chain(suppressions).collect()
}

pub(crate) fn score(found: &LoadedAnalysis) -> f64 {
    found.score().as_f64()
}
