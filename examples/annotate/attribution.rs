//! Attributions in the exchange format. Where the evaluation corpora draw the edges otherwise than the crate, it is done here.

use newsframe::attribution::{AttributionAnalysis, AttributionRelation, SourceKind};
use newsframe::{Document, Finding, Span};
use serde_json::{Value, json};

pub(crate) fn rows(document: &Document, found: &AttributionAnalysis) -> Value {
    let offsets = document.offsets();
    let spans =
        |spans: &[Span]| -> Vec<[usize; 2]> { spans.iter().map(|&span| offsets.to_code_points(span)).collect() };
    found
        .relations()
        .iter()
        .map(|relation| {
            json!({
                "content": spans(&with_conjunction(document, relation)),
                "source": spans(relation.source()),
                "cue": spans(relation.cue()),
                "kind": relation.kind(),
                "act": relation.act(),
                "stance": relation.stance(),
                "negated": relation.is_negated(),
                "speaker": found.speaker_of(relation).map(|speaker| speaker.name()),
                "source_type": match relation.source_kind() { SourceKind::Pronoun => SourceKind::Named, kind => kind },
                "parent": relation.parent(),
                "confidence": relation.confidence(),
                "rule": relation.rule(),
            })
        })
        .collect()
}

/// PolNeAR counts the conjunction *that* to the content.
fn with_conjunction(document: &Document, relation: &AttributionRelation) -> Vec<Span> {
    let mut content = relation.content().to_vec();
    if let Some(first) = content.first_mut() {
        let before = document.token_at(first.start());
        if before > 0 && document.word(before - 1).eq_ignore_ascii_case("that") {
            *first = first.cover(document.tokens()[before - 1].span());
        }
    }
    content
}
