//! Helpers for the tables of examples in the detectors' tests.

use super::{Attribution, AttributionAnalysis};
use crate::{Analyzer, Article, Document, Finding, Span};

pub(super) fn analyze(text: &str) -> (Document, AttributionAnalysis) {
    let document = Document::new(Article::from_text(text).unwrap()).unwrap();
    let found = Attribution::new().analyze(&document);
    (document, found)
}

fn joined(document: &Document, spans: &[Span]) -> String {
    spans.iter().map(|&span| document.slice(span)).collect::<Vec<_>>().join(" ++ ")
}

/// What is found by rules whose id ends with one of `rules`, as `source | cue | content`.
pub(super) fn found(text: &str, rules: &[&str]) -> Vec<String> {
    let (document, analysis) = analyze(text);
    let by_rule = |id: &str| rules.iter().any(|rule| id.strip_prefix("attribution/") == Some(rule));
    let row = |part: &[Span]| joined(&document, part);
    analysis
        .iter()
        .filter(|relation| by_rule(relation.rule().as_str()))
        .map(|relation| format!("{} | {} | {}", row(relation.source()), row(relation.cue()), row(relation.content())))
        .collect()
}

/// Checks a table of texts and what the rules find in them; counter-examples find nothing.
#[track_caller]
pub(super) fn check(rules: &[&str], table: &[(&str, &[&str])]) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|&(text, expected)| {
            let found = found(text, rules);
            (found != expected).then(|| format!("{text}\n  found {found:#?}\n  not   {expected:#?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
