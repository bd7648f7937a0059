//! What the people that several outlets mention are called in each.

use std::collections::BTreeMap;

use newsframe::Span;
use newsframe::attribution::EntityKind;

use crate::compare::{Row, Side};
use crate::sources::joined;

pub(crate) fn rows(sides: &[Side]) -> Vec<Row> {
    let mut rows = Vec::new();
    for (name, places) in joined(sides) {
        let cells: Vec<String> = sides.iter().zip(&places).map(|(side, places)| cell(side, places, &name)).collect();
        let row = Row { name, cells };
        if row.shared() > 1 {
            rows.push(row);
        }
    }
    rows
}

/// The mentions of a person, and the words that stand with its name as a source, but for pronouns; how often each.
fn cell(side: &Side, places: &[usize], name: &str) -> String {
    let said = side.analysis.attribution();
    let mut spans: Vec<Span> = Vec::new();
    for entity in places.iter().filter_map(|&place| said.entities().get(place)) {
        if matches!(entity.kind(), EntityKind::Person | EntityKind::Role) {
            spans.extend(entity.mentions().iter().map(|&mention| phrase(side, mention)));
        }
    }
    for relation in said.relations() {
        let speaks = relation.speaker().is_some_and(|speaker| places.contains(&speaker.index()));
        if let (true, &[source]) = (speaks && !spans.is_empty(), relation.source()) {
            // The source has title and apposition; the mention inside it would say the same again.
            spans.retain(|mention| !source.contains(*mention));
            spans.push(source);
        }
    }
    spans.sort_unstable();
    spans.dedup();
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    for span in spans {
        let words = side.words(span);
        if !is_pronoun(&words) {
            *names.entry(words).or_default() += 1;
        }
    }
    let mut names: Vec<(String, usize)> = names.into_iter().collect();
    names.sort_by_key(|(words, count)| (words == name, std::cmp::Reverse(*count)));
    let shown = names.into_iter().map(|(words, count)| if count > 1 { format!("{words} ×{count}") } else { words });
    shown.collect::<Vec<_>>().join(" · ")
}

/// The noun phrase a name stands in, with what stands before it: *strike boss Peter Aune*.
fn phrase(side: &Side, mention: Span) -> Span {
    let token = side.document.token_at(mention.start());
    let phrases = side.document.noun_phrases();
    let phrase = phrases.get(phrases.partition_point(|phrase| phrase.tokens().end() <= token));
    let span = phrase.map(|phrase| side.document.span_of(phrase.tokens())).filter(|span| span.end() == mention.end());
    span.map_or(mention, |span| span.cover(mention))
}

fn is_pronoun(words: &str) -> bool {
    const PRONOUNS: [&str; 14] =
        ["he", "she", "they", "it", "i", "we", "his", "her", "their", "him", "them", "who", "himself", "herself"];
    PRONOUNS.contains(&words.to_lowercase().as_str())
}
