//! What holds for any text and any setting.

use proptest::prelude::*;

use super::{Category, Class, LoadedAnalysis, Profile, rule_ids};
use crate::lexicon::Lexicon;
use crate::{Analyzer, Article, Confidence, Document, Finding, LoadedLanguage, Voice};

const LOADED: &str = "The brazen mayor slammed the “disgraceful” report. It rained. “This scheme is a shameless \
    racket,” said Ana Ruiz. Three men were killed. The radical mob cheered, and the so-called experts shamelessly gushed!";

fn document(text: &str) -> Document {
    Document::new(Article::from_text(text).unwrap()).unwrap()
}

fn all() -> LoadedLanguage {
    LoadedLanguage::builder().min_confidence(Confidence::percent(0)).build().unwrap()
}

/// Pieces that the rules look at, to be put together at random.
fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "slammed",
        "the",
        "brazen",
        "“",
        "”",
        "\"",
        "'",
        "-",
        "in",
        "chief",
        "NEVER",
        "was",
        "killed",
        "by",
        "!",
        "?",
        ".",
        " ",
        "\n\n",
        "Brand",
        "not",
        "a",
        "fiasco",
        "called",
        "pseudo",
        "loving",
        "of",
        "shamelessly",
        "é",
        "🙂",
        "’s",
        "so-called",
        "puppet",
        "Mr",
        "troops",
        "shelling",
        "flood",
    ]);
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #[test]
    fn findings_are_sorted_inside_the_text_and_explained(text in prop_oneof![texts(), "\\PC{0,200}"]) {
        prop_assume!(!text.trim().is_empty());
        let document = document(&text);
        let found = all().analyze(&document);
        for finding in &found {
            prop_assert!(!document.slice(finding.span()).is_empty());
            prop_assert!(!finding.reason().is_empty() && !finding.evidence().is_empty());
            prop_assert!(super::explain(finding.rule().as_str()).is_some());
            prop_assert!(finding.target().is_none_or(|target| !document.slice(target).is_empty()));
        }
        for suppression in found.suppressions() {
            prop_assert!(super::explain(suppression.rule().as_str()).is_some() && !suppression.reason().is_empty());
        }
        let order: Vec<_> = found.iter().map(|finding| (finding.span().start(), finding.category())).collect();
        prop_assert!(order.windows(2).all(|pair| pair[0].0 <= pair[1].0 && pair[0] != pair[1]), "{:?}", order);
        let json = serde_json::to_string(&found).unwrap();
        prop_assert_eq!(serde_json::from_str::<LoadedAnalysis>(&json).unwrap(), found);
    }

    #[test]
    fn a_mark_more_never_lowers_a_score(text in texts(), skip in 0_usize..8) {
        prop_assume!(!text.trim().is_empty());
        let found = all().analyze(&document(&text));
        let some = found.score_of(|finding| finding.span().start() % 8 != skip);
        prop_assert!(some <= found.score());
        let marked: usize = found.sentence_scores().iter().map(|sentence| sentence.findings().len()).sum();
        prop_assert_eq!(marked, found.loaded().filter(|finding| finding.weight() > 0.0).count());
    }
}

#[test]
fn a_disabled_rule_never_appears() {
    let document = document(LOADED);
    for rule in rule_ids() {
        let analyzer =
            LoadedLanguage::builder().disable_rule(rule).min_confidence(Confidence::percent(0)).build().unwrap();
        let found = analyzer.analyze(&document);
        assert!(found.iter().all(|finding| finding.rule().as_str() != rule), "{rule}");
    }
}

#[test]
fn a_disabled_category_or_entry_never_appears() {
    let document = document(LOADED);
    for category in Category::all() {
        let found = LoadedLanguage::builder().disable_category(category).build().unwrap().analyze(&document);
        assert!(found.iter().all(|finding| finding.category() != category), "{category}");
    }
    let words = |analyzer: LoadedLanguage| {
        let found = analyzer.analyze(&document);
        found.loaded().map(|finding| document.slice(finding.span()).to_owned()).collect::<Vec<_>>()
    };
    assert!(words(LoadedLanguage::new()).contains(&"slammed".to_owned()));
    assert!(!words(LoadedLanguage::builder().disable_entry("slam").build().unwrap()).contains(&"slammed".to_owned()));
    assert!(LoadedLanguage::builder().disable_entry("slma").build().unwrap_err().is_setting());
}

#[test]
fn a_stricter_profile_finds_a_part() {
    let document = document(LOADED);
    let spans = |profile| {
        let found = LoadedLanguage::builder().profile(profile).build().unwrap().analyze(&document);
        found.loaded().map(Finding::span).collect::<Vec<_>>()
    };
    let (strict, default, broad) = (spans(Profile::Strict), spans(Profile::Default), spans(Profile::Broad));
    assert!(strict.iter().all(|span| default.contains(span)) && default.iter().all(|span| broad.contains(span)));
    assert!(strict.len() < default.len() && !strict.is_empty());
}

#[test]
fn the_users_lexicon_counts_beside_the_built_in_ones() {
    let text = "phrase\tcategory\tstrength\tpos\talternatives\tpercent\nbigwig\tlabel\t3\tnoun\texecutive\t90\n";
    let analyzer = LoadedLanguage::builder().lexicon(Lexicon::parse("house", text).unwrap()).build().unwrap();
    let found = analyzer.analyze(&document("The bigwigs met in Osk."));
    let finding =
        found.loaded().find(|finding| finding.entry().is_some_and(|entry| entry.lexicon() == "house")).unwrap();
    assert_eq!(finding.entry().unwrap().to_string(), "house: bigwig");
    assert_eq!(finding.confidence(), Confidence::percent(90));
    assert_eq!(finding.alternatives().collect::<Vec<_>>(), ["executives"]);
    let wrong = Lexicon::parse("house", "phrase\tcategory\nbigwig\tname\n").unwrap();
    assert!(LoadedLanguage::builder().lexicon(wrong).build().unwrap_err().is_lexicon());
}

#[test]
fn quoted_words_are_labelled_and_count_apart() {
    let document = document("The mayor resigned. “This scheme is a shameless racket,” said Ana Ruiz.");
    let found = LoadedLanguage::new().analyze(&document);
    assert!(found.loaded().count() >= 2 && found.loaded().all(|finding| finding.voice() == Voice::Quoted));
    assert_eq!(found.outlet_voice().count(), 0);
    assert!(found.outlet_score() < found.score());
}

#[test]
fn swapping_the_camps_changes_nothing() {
    let pairs = [
        ("The far-left mob cheered.", "The far-right mob cheered."),
        ("A leftist spoke.", "A rightist spoke."),
        ("The left-winger spoke.", "The right-winger spoke."),
        ("The radical left cheered.", "The radical right cheered."),
        ("The pro-life lobby met.", "The pro-choice lobby met."),
        ("Liberal elites cheered.", "Conservative elites cheered."),
    ];
    let words = |text: &str| {
        let found = LoadedLanguage::builder().profile(Profile::Broad).build().unwrap().analyze(&document(text));
        found.loaded().map(|finding| (finding.category(), finding.confidence())).collect::<Vec<_>>()
    };
    for (left, right) in pairs {
        assert_eq!(words(left), words(right), "{left} {right}");
    }
}

#[test]
fn topics_stay_silent() {
    let text = "Three people were killed in an attack on Sunday, the police said. The crisis began in May with a bombing \
        that destroyed a market. A court charged two men with murder. The protest against the war was peaceful.";
    let found = LoadedLanguage::new().analyze(&document(text));
    assert_eq!(found.loaded().count(), 0, "{:?}", found.loaded().collect::<Vec<_>>());
    assert!(found.of_class(Class::Structural).count() > 0);
}

#[test]
fn every_confidence_is_of_an_entry() {
    let builtin = super::known::builtin().unwrap();
    let phrases: std::collections::HashSet<_> = builtin.entries().map(|(entry, _)| entry.phrase()).collect();
    let unknown: Vec<_> = super::calibration::by_phrase().filter(|(phrase, _)| !phrases.contains(phrase)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    assert!(super::calibration::by_phrase().all(|(_, percent)| (1..=99).contains(&percent)));
    let mut given: Vec<_> = super::calibration::by_phrase().map(|(phrase, _)| phrase).collect();
    given.sort_unstable();
    assert_eq!(given.windows(2).find(|pair| pair[0] == pair[1]), None, "a phrase has two confidences");
}

#[test]
fn an_opinion_section_makes_marks_surer() {
    let confidence = |section: &str| {
        let text =
            format!("Council votes on harbour plan | Osk | {section}\nThe brazen mayor spoke on Monday.\nIt rained.");
        let document = document(&text);
        LoadedLanguage::new().analyze(&document).loaded().next().unwrap().confidence()
    };
    assert!(confidence("Opinion") > confidence("News"));
}
