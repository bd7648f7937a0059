//! Attribution on articles that a reader has marked (see [`fixture`]).
//!
//! `cargo test --test attribution -- --nocapture` prints the table; with `SHOW=misses` also what was missed, found without a
//! mark, or labelled otherwise. `UPDATE_GOLDEN=1` writes the golden output anew.

mod fixture;
mod golden;
mod score;

use fixture::Fixture;
use newsframe::attribution::AttributionAnalysis;
use newsframe::{Analyzer, Attribution, Finding, Span};
use score::{Comparison, MEASURES, Scores};

fn fixtures() -> Vec<Fixture> {
    fixture::read_all().unwrap_or_else(|problems| panic!("the fixtures do not fit their texts:\n{problems}"))
}

#[test]
fn every_mark_fits_its_text() {
    let fixtures = fixtures();
    assert!(fixtures.len() >= 20 && fixtures.iter().all(|fixture| !fixture.marks.is_empty()));
}

#[test]
fn findings_agree_with_the_marks() {
    let show = std::env::var("SHOW").is_ok_and(|show| show == "misses");
    let mut all = Scores::default();
    println!("{:<24}{}", "", MEASURES.map(|(name, _)| format!("{name:>10}")).concat());
    for fixture in fixtures() {
        let found = Attribution::new().analyze(&fixture.document);
        let comparison = score::compare(&fixture, &found);
        print_row(&fixture.name, &comparison.scores);
        if show {
            print_differences(&fixture, &found, &comparison);
        }
        all.add(&comparison.scores);
    }
    print_row("all", &all);
    let fallen: Vec<_> = MEASURES
        .iter()
        .zip(all.0)
        .filter(|((_, floor), share)| share.percent() < *floor)
        .map(|((name, floor), share)| format!("{name} is {share}, was {floor}"))
        .collect();
    assert!(fallen.is_empty(), "quality has dropped: {}", fallen.join(", "));
}

fn print_row(name: &str, scores: &Scores) {
    println!("{name:<24}{}", scores.0.map(|share| format!("{share:>10}")).concat());
}

fn print_differences(fixture: &Fixture, found: &AttributionAnalysis, comparison: &Comparison) {
    let document = &fixture.document;
    let text = |spans: &[Span]| spans.iter().map(|&span| document.slice(span)).collect::<Vec<_>>().join(" ++ ");
    for (index, mark) in fixture.marks.iter().enumerate() {
        let Some(pair) = comparison.pairs.iter().find(|pair| pair.1 == index) else {
            println!("  MISSED {} [{}] {} | {}", mark.act, text(&mark.cue), text(&mark.source), text(&mark.content));
            continue;
        };
        let relation = &found.relations()[pair.0];
        let speaker = found.speaker_of(relation).map(|entity| entity.name());
        let mut differences = Vec::new();
        let mut differ = |name: &str, marked: &str, found: &str| {
            if marked != found {
                differences.push(format!("{name} {marked} / {found}"));
            }
        };
        differ("act", mark.act.name(), relation.act().name());
        differ("stance", mark.stance.name(), relation.stance().name());
        differ("kind", mark.source_kind.name(), relation.source_kind().name());
        differ("negated", &mark.negated.to_string(), &relation.is_negated().to_string());
        if let Some(name) = &mark.speaker
            && !speaker.is_some_and(|found| score::is_same_speaker(name, found, mark.source_kind))
        {
            differ("speaker", name, speaker.unwrap_or("-"));
        }
        if !mark.source.iter().any(|one| relation.source().iter().any(|other| one.overlaps(*other))) {
            differ("source", &text(&mark.source), &text(relation.source()));
        }
        if !differences.is_empty() {
            println!("  DIFFERS [{}] {}: {}", text(&mark.cue), text(&mark.content), differences.join("; "));
        }
    }
    for (index, relation) in found.iter().enumerate() {
        if !relation.is_possible_continuation() && comparison.pairs.iter().all(|pair| pair.0 != index) {
            let (cue, source, content) = (text(relation.cue()), text(relation.source()), text(relation.content()));
            println!("  UNMARKED {} {} [{cue}] {source} | {content}", relation.rule(), relation.act());
        }
    }
}
