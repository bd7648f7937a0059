//! How loaded the words are, by whose words they are and where they stand.

use std::collections::BTreeMap;

use newsframe::document::TokenKind;
use newsframe::loaded::{Category, LoadedFinding};
use newsframe::{Finding, Span, Voice, ZoneKind};

use crate::compare::{Row, Side};

/// The part of an article a place belongs to.
fn part(side: &Side, span: Span) -> &'static str {
    let zones = side.document.zones();
    let zone = zones.get(zones.partition_point(|zone| zone.span().end() <= span.start()));
    match zone.map(|zone| zone.kind()) {
        Some(ZoneKind::Headline | ZoneKind::Standfirst | ZoneKind::Crosshead) => "headings",
        _ => "text",
    }
}

pub(crate) fn rows(sides: &[Side]) -> Vec<Row> {
    let mut rows = Vec::new();
    for place in ["headings", "text"] {
        for voice in [Voice::Outlet, Voice::Quoted, Voice::Reported] {
            let cells: Vec<String> = sides.iter().map(|side| density(side, place, voice)).collect();
            if cells.iter().any(|cell| !cell.is_empty()) {
                rows.push(Row { name: format!("{place}, {voice}"), cells });
            }
        }
    }
    rows
}

/// Findings that count for 1,000 words; empty where there are no words.
fn density(side: &Side, place: &str, voice: Voice) -> String {
    let words =
        side.document.tokens().iter().filter(|token| matches!(token.kind(), TokenKind::Word | TokenKind::Number));
    let words = words
        .filter(|token| side.analysis.voice_of(token.span()) == voice && part(side, token.span()) == place)
        .count();
    let inside = |finding: &&LoadedFinding| finding.voice() == voice && part(side, finding.span()) == place;
    let count = side.analysis.loaded().loaded().filter(inside).count();
    if words == 0 { String::new() } else { format!("{:.0} ({count})", count as f64 * 1000.0 / words as f64) }
}

/// The outlet's own loaded words by category.
pub(crate) fn words(sides: &[Side]) -> Vec<Row> {
    let mut categories: BTreeMap<Category, Vec<Vec<String>>> = BTreeMap::new();
    for (index, side) in sides.iter().enumerate() {
        for finding in side.analysis.loaded().outlet_voice() {
            let cells = categories.entry(finding.category()).or_insert_with(|| vec![Vec::new(); sides.len()]);
            let words = side.words(finding.span()).to_lowercase();
            if !cells[index].contains(&words) {
                cells[index].push(words);
            }
        }
    }
    let row = |(category, cells): (Category, Vec<Vec<String>>)| Row {
        name: category.name().replace('_', " "),
        cells: cells.iter().map(|words| words.join(", ")).collect(),
    };
    categories.into_iter().map(row).collect()
}
