//! Helpers of the detectors' tests.

use crate::{Analyzer, Article, Document, Finding, LoadedLanguage, RuleId, Span};

fn document(text: &str) -> Document {
    Document::new(Article::from_text(text).unwrap()).unwrap()
}

fn headline(headline: &str) -> Document {
    Document::new(Article::builder().headline(headline).body("It rained.").build().unwrap()).unwrap()
}

/// The words in `text` that a rule marks, whatever their confidence.
fn found(document: &Document, rule: &RuleId) -> Vec<String> {
    let analyzer = LoadedLanguage::builder().min_confidence(crate::Confidence::percent(0)).build().unwrap();
    let analysis = analyzer.analyze(document);
    let ours = analysis.iter().filter(|finding| finding.rule() == rule);
    ours.map(|finding| document.slice(finding.span()).to_owned()).collect()
}

/// The words in `text` that a rule of suppression decides against.
fn suppressed(document: &Document, rule: &RuleId) -> Vec<String> {
    let analysis = LoadedLanguage::new().analyze(document);
    let ours = analysis.suppressions().iter().filter(|suppression| suppression.rule() == rule);
    ours.map(|suppression| document.slice(suppression.span()).to_owned()).collect()
}

/// Checks that the rule marks exactly these words in each text.
#[track_caller]
pub(super) fn marks(rule: &RuleId, table: &[(&str, &[&str])]) {
    check(table, |text| found(&document(text), rule));
}

/// The same for texts that are headlines.
#[track_caller]
pub(super) fn marks_in_headlines(rule: &RuleId, table: &[(&str, &[&str])]) {
    check(table, |text| found(&headline(text), rule));
}

/// Checks that the rule suppresses exactly these words in each text.
#[track_caller]
pub(super) fn suppresses(rule: &RuleId, table: &[(&str, &[&str])]) {
    check(table, |text| suppressed(&document(text), rule));
}

/// The words in `text` that are marked with the default settings, and what they are said of.
pub(super) fn targets(text: &str) -> Vec<(String, Option<String>)> {
    let document = document(text);
    let slice = |span: Span| document.slice(span).to_owned();
    let analysis = LoadedLanguage::new().analyze(&document);
    analysis.loaded().map(|finding| (slice(finding.span()), finding.target().map(slice))).collect()
}

#[track_caller]
fn check(table: &[(&str, &[&str])], run: impl Fn(&str) -> Vec<String>) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, expected)| {
            let found = run(text);
            (found != *expected).then(|| format!("{text}\n    found {found:?}\n    not   {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
