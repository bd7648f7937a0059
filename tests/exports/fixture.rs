//! A document whose analysis has everything an analysis can have, put together by hand: exports are tested on what they are
//! given, not on what the analyzers of the day find.

use newsframe::attribution::AttributionAnalysis;
use newsframe::quantity::QuantityAnalysis;
use newsframe::{Analysis, Analyzer, Article, Confidence, Document, Finding, LoadedLanguage, RuleId, Span};
use serde_json::{Value, json};

/// Curly quotes, a character outside the BMP, markup, a would-be formula, and a quotation over two paragraphs.
const HEADLINE: &str = "Fury 🙂 as café bill soars 40%";
const BODY: &str = "“=1+1 is no <b>plan</b>,” said Ana Ruiz, the harbour master, “and it\n\nnever was.” \
    She claimed that costs rose 40% from £3m last year. The shameful scheme was agreed by 9 votes to 4.";

struct Plugin {
    span: Span,
    rule: RuleId,
}

impl Finding for Plugin {
    fn span(&self) -> Span {
        self.span
    }

    fn rule(&self) -> &RuleId {
        &self.rule
    }

    fn evidence(&self) -> &[Span] {
        std::slice::from_ref(&self.span)
    }

    fn confidence(&self) -> Confidence {
        Confidence::percent(90)
    }

    fn reason(&self) -> &str {
        "a vote: \"tab\there\""
    }
}

pub(crate) fn document() -> Document {
    let article = Article::builder()
        .headline(HEADLINE)
        .body(BODY)
        .outlet("The Harbour, Gazette")
        .date("2024-05-13")
        .section("Local")
        .section("Ports")
        .build()
        .unwrap();
    Document::new(article).unwrap()
}

pub(crate) fn analysis(document: &Document) -> Analysis {
    let plugin = |words| -> Box<dyn Finding> {
        Box::new(Plugin { span: find(document, words), rule: RuleId::new("votes/tally") })
    };
    Analysis::join(
        document,
        serde_json::from_value::<AttributionAnalysis>(attribution(document)).unwrap(),
        serde_json::from_value::<QuantityAnalysis>(quantity(document)).unwrap(),
        LoadedLanguage::new().analyze(document),
        &[plugin("9 votes to 4")],
    )
}

/// The first place of some words.
pub(crate) fn find(document: &Document, words: &str) -> Span {
    let start = document.text().find(words).unwrap_or_else(|| panic!("{words:?}"));
    Span::new(start, start + words.len()).unwrap()
}

fn attribution(document: &Document) -> Value {
    let at = |words: &str| json!(find(document, words));
    let (first, last) = (find(document, "“=1+1"), find(document, "never was.”"));
    let quote = json!([first.start(), last.end()]);
    let claim = find(document, "costs rose 40% from £3m last year");
    let claimed = json!([find(document, "She claimed").start(), claim.end()]);
    json!({
        "relations": [
            {
                "span": quote, "content": [at("“=1+1 is no <b>plan</b>,”"), at("“and it\n\nnever was.”")], "source": [at("Ana Ruiz, the harbour master")],
                "cue": [at("said")], "kind": "direct", "act": "speech", "stance": "neutral", "negated": false, "modality": null,
                "source_kind": "named", "speaker": 0, "parent": null, "continuation": false, "rule": "attribution/quote-then-verb",
                "evidence": [at("said")], "confidence": 0.95, "reason": "a quotation and a verb of saying",
            },
            {
                "span": claimed, "content": [claim], "source": [at("She")], "cue": [at("claimed that")], "kind": "indirect", "act": "speech",
                "stance": "distancing", "negated": false, "modality": "possible", "source_kind": "named", "speaker": 0, "parent": null,
                "continuation": false, "rule": "attribution/verb-that", "evidence": [at("claimed")], "confidence": 0.9, "reason": "a verb and a clause",
            },
            {
                "span": at("is no <b>plan</b>"), "content": [at("is no <b>plan</b>")], "source": [], "cue": [], "kind": "indirect", "act": "thought",
                "stance": "none", "negated": true, "modality": null, "source_kind": "none", "speaker": null, "parent": 0,
                "continuation": false, "rule": "attribution/nested", "evidence": [], "confidence": 0.5, "reason": "nested",
            },
        ],
        "entities": [{"name": "Ana Ruiz", "kind": "person", "mentions": [at("Ana Ruiz"), at("She")]}],
        "unattributed": [{"span": at("The shameful scheme was agreed by 9 votes to 4."), "kind": "cause", "rule": "attribution/cause", "evidence": [at("agreed by")], "confidence": 0.6, "reason": "a cause with no source"}],
        "scare_quotes": [{"span": at("café"), "rule": "attribution/scare-quote", "evidence": [], "confidence": 0.7, "reason": "distance"}],
        "balance": {"speakers": [], "source_kinds": [], "unheard": [], "words": 0},
    })
}

fn quantity(document: &Document) -> Value {
    let at = |words: &str| json!(find(document, words));
    let rose = find(document, "rose 40%");
    let forty = json!([rose.end() - 3, rose.end()]);
    let none = Value::Null;
    json!({
        "quantities": [
            {
                "span": at("40%"), "kind": "claim", "value": {"exact": "40"}, "number": at("40"), "bound": none, "approximator": none,
                "unit": {"kind": "percent", "name": "percent", "span": at("%")}, "role": "change", "direction": {"value": "up", "span": at("soars")},
                "subject": at("bill"), "denominator": none, "baseline": none, "period": none, "modality": none, "derived": none, "repeats": none,
                "rule": "quantity/percent", "evidence": [at("40%")], "confidence": 0.9, "reason": "a percentage",
            },
            {
                "span": forty, "kind": "claim", "value": {"interval": {"first": "40", "last": "1/3"}}, "number": forty, "bound": {"value": "up_to", "span": forty}, "approximator": none,
                "unit": none, "role": "change", "direction": {"value": "up", "span": at("rose")}, "subject": at("costs"), "denominator": none,
                "baseline": {"kind": "level", "value": "3000000", "span": at("£3m last year")}, "period": at("last year"), "modality": none, "derived": none, "repeats": none,
                "rule": "quantity/percent", "evidence": [], "confidence": 0.9, "reason": "a percentage",
            },
            {
                "span": at("£3m"), "kind": "claim", "value": {"exact": "-3000000"}, "number": at("3m"), "bound": none, "approximator": none,
                "unit": {"kind": {"currency": {"code": "GBP", "main": "1"}}, "name": "pound", "span": at("£")}, "role": "level", "direction": none,
                "subject": at("costs"), "denominator": none, "baseline": none, "period": none, "modality": none, "derived": none, "repeats": none,
                "rule": "quantity/money", "evidence": [], "confidence": 0.9, "reason": "money",
            },
        ],
        "warnings": [{"span": at("40%"), "rule": "quantity/no-baseline", "evidence": [at("soars")], "confidence": 0.8, "reason": "a change with no baseline"}],
    })
}
