//! Hand-marked sentences: each warning where it belongs and nowhere else; role, direction, baseline and denominator of numbers.

use std::collections::BTreeMap;

use newsframe::quantity::{Approximation, Bound, Dimension, Number, Quantity, QuantityAnalysis, UnitKind, Value};
use newsframe::{Analysis, Analyzer, Article, Document, Finding, Quantities};

const WARNINGS: &str = include_str!("quantity_cases/warnings.tsv");
const PARTS: &str = include_str!("quantity_cases/parts.tsv");
const MEASURES: &str = include_str!("quantity_cases/measures.tsv");
const VALUES: &str = include_str!("quantity_cases/values.tsv");

fn rows(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split('\t').collect())
}

fn document(text: &str) -> Document {
    let article = match text.split_once(" || ") {
        Some((headline, body)) => Article::builder().headline(headline).body(body.replace(" / ", "\n\n")).build(),
        None => Article::builder().body(text.replace(" / ", "\n\n")).build(),
    };
    Document::new(article.unwrap()).unwrap()
}

fn found(text: &str) -> (Document, QuantityAnalysis) {
    let document = document(text);
    let found = Quantities::new().analyze(&document);
    (document, found)
}

#[derive(Default, Debug)]
struct Score {
    right: usize,
    wrong: usize,
    missed: usize,
}

#[test]
fn warnings_stand_where_they_belong() {
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    let (mut marked, mut silent, mut report) = (0, 0, String::new());
    for row in rows(WARNINGS) {
        let expected: Vec<String> =
            row[0].split(',').filter(|rule| *rule != "-").map(|rule| format!("quantity/{rule}")).collect();
        if expected.is_empty() {
            silent += 1
        } else {
            marked += 1
        }
        let (_, found) = found(row[1]);
        let got: Vec<String> = found.warnings().iter().map(|warning| warning.rule().to_string()).collect();
        for rule in &expected {
            let score = scores.entry(rule.clone()).or_default();
            if got.contains(rule) {
                score.right += 1;
            } else {
                score.missed += 1;
                report += &format!("missed {rule}: {}\n", row[1]);
            }
        }
        for rule in got.iter().filter(|rule| !expected.contains(rule)) {
            scores.entry(rule.clone()).or_default().wrong += 1;
            report += &format!("false {rule}: {}\n", row[1]);
        }
    }
    assert!(marked >= 75 && silent >= 100, "{marked} marked, {silent} silent");
    for (rule, Score { right, wrong, missed }) in &scores {
        assert!(right * 10 >= (right + wrong) * 9, "{rule}: {right} right, {wrong} wrong\n{report}");
        assert!(right * 10 >= (right + missed) * 8, "{rule}: {right} right, {missed} missed\n{report}");
    }
}

#[test]
fn roles_directions_baselines_and_denominators() {
    let (mut judged, mut wrong, mut report) = (0, 0, String::new());
    for row in rows(PARTS) {
        let (document, found) = found(row[0]);
        let number = found.iter().find(|quantity| {
            let span = document.slice(quantity.span());
            span == row[1]
                || span.starts_with(row[1])
                || row[1].starts_with(span)
                || document.slice(quantity.number()) == row[1]
        });
        let mut check = |what: &str, expected: &str, got: Option<&str>| {
            if expected.is_empty() {
                return;
            }
            judged += 1;
            let right = match got {
                Some(got) => got == expected || what != "role" && expected.contains(got) && got.len() > 2,
                None => expected == "-",
            };
            if !right {
                wrong += 1;
                report += &format!("{} of “{}”: {got:?}, not {expected:?}: {}\n", what, row[1], row[0]);
            }
        };
        check("role", row[2], number.map(|number| number.role().name()));
        check("direction", row[3], number.and_then(|number| Some(number.direction()?.value.name())));
        check("baseline", row[4], number.and_then(|number| baseline(&document, number)));
        check("denominator", row[5], number.and_then(|number| Some(document.slice(number.denominator()?.span()))));
    }
    assert!(judged >= 250, "{judged} judged");
    assert!(wrong * 20 <= judged, "{wrong} of {judged} wrong:\n{report}");
}

#[test]
fn units_modifiers_and_subjects() {
    let (mut judged, mut wrong, mut report) = (0, 0, String::new());
    for row in rows(MEASURES) {
        let (document, found) = found(row[0]);
        let number = found
            .iter()
            .find(|quantity| document.slice(quantity.span()) == row[1] || document.slice(quantity.number()) == row[1]);
        let Some(number) = number else {
            (judged, wrong) = (judged + 3, wrong + 3);
            report += &format!("no “{}”: {}\n", row[1], row[0]);
            continue;
        };
        let mut check = |what: &str, expected: &str, got: Option<&str>| {
            if expected.is_empty() {
                return;
            }
            judged += 1;
            let right = match got {
                Some(got) if what == "subject" => got.ends_with(expected) && got.len() <= expected.len() + 6,
                Some(got) => expected.split(';').any(|expected| expected == got),
                None => expected == "-",
            };
            if !right {
                wrong += 1;
                report += &format!("{what} of “{}”: {got:?}, not {expected:?}: {}\n", row[1], row[0]);
            }
        };
        let side = number.approximator().map(|side| side.value.name());
        check("unit", row[2], number.unit().map(|unit| unit.name()));
        check("modifier", row[3], number.bound().map(|bound| bound.value.name()).or(side));
        check("subject", row[4], number.subject().map(|span| document.slice(span)));
    }
    assert!(judged >= 80, "{judged} judged");
    assert!(wrong * 20 <= judged, "{wrong} of {judged} wrong:\n{report}");
}

#[test]
fn kinds_and_values() {
    let mut report = String::new();
    for row in rows(VALUES) {
        let (document, found) = found(row[0]);
        let number = found.iter().find(|quantity| document.slice(quantity.span()) == row[1]);
        let kind = number.map_or("-", |number| number.kind().name());
        let value = number.map_or(String::new(), |number| value_text(number.value()));
        let expected = row[3].parse::<Number>().map_or(row[3].to_owned(), |number| number.to_string());
        let unit = number.and_then(Quantity::unit).map_or("-", |unit| unit.name());
        for (what, expected, got) in [("kind", row[2], kind), ("value", &expected, &value), ("unit", row[4], unit)] {
            if !expected.is_empty() && expected.split(';').all(|expected| expected != got) {
                let spans: Vec<_> = found.iter().map(|quantity| document.slice(quantity.span())).collect();
                report += &format!("{what} of “{}”: {got:?}, not {expected:?}: {} {spans:?}\n", row[1], row[0]);
            }
        }
    }
    assert!(report.is_empty(), "{report}");
}

fn value_text(value: Value) -> String {
    match value {
        Value::Exact(number) => number.to_string(),
        Value::Interval { first, last } => format!("{first}..{last}"),
        Value::Overflow => "overflow".to_owned(),
        other => format!("{other:?}"),
    }
}

/// The characters of the baseline; of two levels the first.
fn baseline<'d>(document: &'d Document, number: &Quantity) -> Option<&'d str> {
    let text = document.slice(number.baseline()?.span());
    Some(text.split(" to ").next().unwrap_or(text))
}

/// Both ends of ranges and vague numbers, in the unit of the text and in SI.
#[test]
fn ends_of_values() {
    let rows = [
        ("The trail is 5 to 7 km long.", "5..7", Some("5000..7000")),
        ("The gap fell from 7 km to 5 km.", "5..7", Some("7000..5000")),
        ("The trail is 3 km long.", "3..3", Some("3000")),
        ("The pond was at 20 degrees Celsius.", "20..20", Some("293.15")),
        ("Scores of goats fled.", "20..100", None),
        ("The debt is 1e400 euros.", "-", None),
    ];
    for (text, ends, si) in rows {
        let (_, found) = found(text);
        let [quantity] = found.quantities() else { panic!("{text}: {found:?}") };
        let value = quantity.value();
        let got = value.low().zip(value.high()).map_or("-".to_owned(), |(low, high)| format!("{low}..{high}"));
        assert_eq!((got.as_str(), quantity.si_value().map(value_text).as_deref()), (ends, si), "{text}");
    }
}

/// What follows for the amount before a multiplier: a bound turned round.
#[test]
fn derived_bounds() {
    let rows = [
        ("more than", Some(Bound::LessThan)),
        ("at least", Some(Bound::AtMost)),
        ("less than", Some(Bound::MoreThan)),
        ("at most", Some(Bound::AtLeast)),
        ("up to", Some(Bound::AtLeast)),
        ("exactly", None),
    ];
    for (words, expected) in rows {
        let text = format!("Last month, the flood covered 140 square miles, {words} double March's area.");
        let (_, found) = found(&text);
        let derived = found.iter().find_map(Quantity::derived).unwrap_or_else(|| panic!("{text}: {found:?}"));
        assert_eq!((derived.value(), derived.bound()), (70.into(), expected), "{text}");
    }
}

#[test]
fn a_disabled_rule_is_silent_and_changes_no_other() {
    let text = "Complaints soared 200 per cent. Nobody was surprised. It rained. Ministers will spend £2bn on boats.";
    let document = document(text);
    let all = Quantities::new().analyze(&document);
    let quiet = Quantities::builder().disable("quantity/percent-without-base").build().unwrap().analyze(&document);
    let rules = |found: &QuantityAnalysis| {
        found.warnings().iter().map(|warning| warning.rule().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(rules(&all), ["quantity/percent-without-base", "quantity/total-without-period"]);
    assert_eq!(rules(&quiet), ["quantity/total-without-period"]);
    assert_eq!(all.quantities(), quiet.quantities());
}

#[test]
fn every_rule_is_in_the_table() {
    for row in rows(WARNINGS) {
        let (_, found) = found(row[1]);
        for rule in found.iter().map(Finding::rule).chain(found.warnings().iter().map(Finding::rule)) {
            assert!(Quantities::explain(rule.as_str()).is_some(), "{rule}");
        }
    }
}

#[test]
fn findings_survive_json() {
    let (_, found) = found(
        "Rents rose 5% from 2019 to £900 a month, more than double April's £400. One in five of the 3,000 flats is empty.",
    );
    let json = serde_json::to_string(&found).unwrap();
    assert_eq!(serde_json::from_str::<QuantityAnalysis>(&json).unwrap(), found);
}

/// Every part of a claim of area compared with another month, a vague count, and a duration.
#[test]
fn a_claim_keeps_its_parts_apart() {
    let text = "Last month, the flood covered roughly 140 square miles, more than double March's area, according to RiverWatch.\n\n\
                The water has risen since May, drowning scores of farmers.\n\n\
                The envoy rejected calls for a 40-day truce.";
    let document = document(&text.replace("\n\n", " / "));
    let analysis = Analysis::of(&document);
    let quantities = analysis.quantity().quantities();
    let [area, double, scores, truce] = quantities else { panic!("{quantities:?}") };
    let slice = |span| document.slice(span);

    assert_eq!(area.value(), Value::Exact(140.into()));
    assert_eq!(area.approximator().map(|side| side.value), Some(Approximation::Around));
    assert_eq!(area.unit().and_then(|unit| unit.dimension()), Some(Dimension::Area));
    let square_kilometres = area.si_value().and_then(|value| value.exact()).map(|metres| metres.to_f64() / 1e6);
    assert!(square_kilometres.is_some_and(|area| (area - 362.6).abs() < 0.1), "{square_kilometres:?}");
    assert_eq!(area.period().map(slice), Some("Last month"));
    assert_eq!(area.baseline().map(|baseline| slice(baseline.span())), Some("March's area"));
    assert_eq!(double.bound().map(|bound| bound.value), Some(Bound::MoreThan));
    let derived = double.derived().unwrap();
    assert_eq!((derived.value(), derived.bound()), (70.into(), Some(Bound::LessThan)));
    let source = analysis.source_of_quantity(0).map(|index| analysis.attribution().relations()[index].source());
    assert_eq!(source.map(|source| slice(source[0])), Some("RiverWatch"));

    assert!(matches!(scores.value(), Value::Vague { .. }));
    let warning = analysis.quantity().warnings().iter().find(|warning| warning.span() == scores.span()).unwrap();
    assert!(warning.reason().contains("no source"), "{}", warning.reason());

    assert_eq!(truce.value(), Value::Exact(40.into()));
    let Some(UnitKind::Measure { dimension, .. }) = truce.unit().map(|unit| unit.kind()) else { panic!("{truce:?}") };
    assert_eq!(*dimension, Dimension::Time);
}
