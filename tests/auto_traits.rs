//! What callers rely on without a word: public types go between threads and survive a caught panic, and tokens stay small.

use std::panic::{RefUnwindSafe, UnwindSafe};

use newsframe::lexicon::{Lexicon, LexiconSet};
use newsframe::{
    Analysis, Article, Attribution, Confidence, Document, Error, LoadedLanguage, Pipeline, Quantities, RuleId, Span,
    Token, Voice, WordKey, Zone, ZoneKind, attribution, document, loaded, quantity, render, tagger,
};

fn everywhere<T: Send + Sync + UnwindSafe + RefUnwindSafe + 'static>() {}

#[test]
fn types_are_send_sync_and_unwind_safe() {
    everywhere::<Analysis>();
    everywhere::<Article>();
    everywhere::<Attribution>();
    everywhere::<Confidence>();
    everywhere::<Error>();
    everywhere::<Lexicon>();
    everywhere::<LexiconSet>();
    everywhere::<LoadedLanguage>();
    everywhere::<Quantities>();
    everywhere::<RuleId>();
    everywhere::<Span>();
    everywhere::<Token>();
    everywhere::<Voice>();
    everywhere::<WordKey>();
    everywhere::<Zone>();
    everywhere::<ZoneKind>();
    everywhere::<attribution::AttributionAnalysis>();
    everywhere::<document::NounPhrase>();
    everywhere::<document::Quotation>();
    everywhere::<document::Sentence>();
    everywhere::<document::Tag>();
    everywhere::<document::VerbGroup>();
    everywhere::<loaded::LoadedAnalysis>();
    everywhere::<quantity::QuantityAnalysis>();
    everywhere::<render::Terminal>();
    everywhere::<tagger::Perceptron>();
}

/// They hold a tagger or plug-ins from outside, which need only be `Send` and `Sync`.
#[test]
fn types_that_hold_code_from_outside_are_send_and_sync() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Document>();
    shared::<Pipeline>();
}

#[test]
fn records_of_layers_stay_small() {
    assert_eq!(size_of::<Span>(), 8);
    assert_eq!(size_of::<Token>(), 18);
    assert_eq!(size_of::<document::Tag>(), 2);
    assert!(size_of::<document::Quotation>() <= 32, "{}", size_of::<document::Quotation>());
    assert_eq!(size_of::<Error>(), size_of::<usize>());
}
