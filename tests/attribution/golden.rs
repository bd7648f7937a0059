//! Golden output: all that is found in each article, in a form to be read, compared exactly.

use std::fmt::Write;
use std::{env, fs};

use newsframe::attribution::{AttributionAnalysis, AttributionRelation};
use newsframe::{Analyzer, Attribution, Document, Finding, Span};

use super::fixture;

#[test]
fn output_is_the_golden_one() {
    let folder = fixture::folder().join("golden");
    let update = env::var("UPDATE_GOLDEN").is_ok_and(|update| update == "1");
    let mut changed = Vec::new();
    for fixture in super::fixtures() {
        let found = Attribution::new().analyze(&fixture.document);
        let output = written(&fixture.document, &found);
        let path = folder.join(format!("{}.txt", fixture.name));
        if update {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, output).unwrap();
        } else if fs::read_to_string(&path).ok().as_deref() != Some(&output) {
            changed.push(format!("{}:\n{output}", fixture.name));
        }
    }
    assert!(
        changed.is_empty(),
        "other than the golden output (look, then write it anew with UPDATE_GOLDEN=1):\n{}",
        changed.join("\n")
    );
}

fn written(document: &Document, found: &AttributionAnalysis) -> String {
    let mut out = String::new();
    for (index, relation) in found.iter().enumerate() {
        write_relation(&mut out, document, found, index, relation);
    }
    for assertion in found.unattributed() {
        let (kind, rule) = (assertion.kind(), assertion.rule());
        writeln!(
            out,
            "unattributed {kind}: {}\n    {rule} {}\n",
            document.slice(assertion.span()),
            assertion.confidence()
        )
        .unwrap();
    }
    for quote in found.scare_quotes() {
        writeln!(out, "scare quote: {}\n    {} {}\n", document.slice(quote.span()), quote.rule(), quote.confidence())
            .unwrap();
    }
    for entity in found.entities() {
        let mentions: Vec<_> = entity.mentions().iter().map(|&span| document.slice(span)).collect();
        writeln!(out, "{}: {} ({})", entity.kind(), entity.name(), mentions.join("; ")).unwrap();
    }
    out
}

fn write_relation(
    out: &mut String,
    document: &Document,
    found: &AttributionAnalysis,
    index: usize,
    relation: &AttributionRelation,
) {
    let text = |spans: &[Span]| spans.iter().map(|&span| document.slice(span)).collect::<Vec<_>>().join(" ++ ");
    let speaker = found.speaker_of(relation).map_or("-", |entity| entity.name());
    write!(out, "{}. {speaker} ({}): {}", index + 1, relation.source_kind(), text(relation.content())).unwrap();
    write!(out, "\n    [{}] [{}] {}", text(relation.source()), text(relation.cue()), relation.kind()).unwrap();
    write!(out, ", {}, {}", relation.act(), relation.stance()).unwrap();
    if relation.is_negated() {
        out.push_str(", negated");
    }
    if let Some(modality) = relation.modality() {
        write!(out, ", {modality:?}").unwrap();
    }
    if let Some(parent) = relation.parent() {
        write!(out, ", within {}", parent + 1).unwrap();
    }
    if relation.is_possible_continuation() {
        out.push_str(", possible continuation");
    }
    writeln!(out, "\n    {} {}\n", relation.rule(), relation.confidence()).unwrap();
}
