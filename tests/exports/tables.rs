//! Rows, columns, CSV and the two forms of JSON.

use newsframe::export::{Column, ColumnKind, Findings, LabelValue, Layer, OffsetUnit, Record, csv, rows};
use newsframe::{Analysis, Article, Document, Voice};
use proptest::prelude::*;

use super::fixture::{analysis, document, find};

#[test]
fn every_layer_has_a_row_and_every_label_a_column_of_its_kind() {
    let document = document();
    let analysis = analysis(&document);
    let mut layers: Vec<_> = rows(&document, &analysis).map(|row| row.layer()).collect();
    layers.sort();
    layers.dedup();
    assert_eq!(layers, Layer::ALL);
    for row in rows(&document, &analysis) {
        for label in row.labels() {
            let column = Column::all().iter().find(|column| column.name() == label.name()).unwrap();
            let kind = match label.value() {
                LabelValue::Text(_) => ColumnKind::Text,
                LabelValue::Number(_) => ColumnKind::Number,
                LabelValue::Flag(_) => ColumnKind::Flag,
                _ => unreachable!(),
            };
            assert_eq!(column.kind(), kind, "{}", label.name());
        }
        for part in row.parts() {
            assert!(Column::all().iter().any(|column| column.name() == part.role()), "{}", part.role());
        }
    }
}

#[test]
fn the_documented_columns_are_the_columns() {
    let documented = include_str!("../../src/export/schema.md").split("# Columns").nth(1).unwrap();
    let documented: Vec<_> = documented.lines().filter(|line| line.starts_with("| `")).collect();
    let kind = |column: &Column| format!("{:?}", column.kind()).to_lowercase();
    let expected: Vec<_> = Column::all()
        .iter()
        .map(|column| format!("| `{}` | {} | {} |", column.name(), kind(column), column.about()))
        .collect();
    assert_eq!(documented, expected);
}

#[test]
fn rows_are_the_findings_in_their_order() {
    let document = document();
    let analysis = analysis(&document);
    let spans: Vec<_> =
        rows(&document, &analysis).map(|row| (row.finding().span(), row.finding().rule().clone())).collect();
    let expected: Vec<_> = analysis.findings().iter().map(|finding| (finding.span(), finding.rule().clone())).collect();
    assert_eq!(spans, expected);
}

#[test]
fn voices_and_the_attribution_a_finding_stands_in() {
    let document = document();
    let analysis = analysis(&document);
    let all: Vec<_> = rows(&document, &analysis).collect();
    let row = |rule: &str, words: &str| {
        let found = all.iter().find(|row| row.finding().rule().as_str() == rule && row.text() == words);
        found.unwrap_or_else(|| panic!("{rule} {words}"))
    };
    let money = row("quantity/money", "£3m");
    assert_eq!(money.voice(), Voice::Reported);
    assert_eq!(all[money.said_in().unwrap()].finding().rule().as_str(), "attribution/verb-that");
    assert_eq!(money.label("speaker").unwrap().to_string(), "Ana Ruiz");
    let claim = &all[money.said_in().unwrap()];
    assert_eq!((claim.voice(), claim.said_in()), (Voice::Outlet, None), "attributing is the outlet's act");
    assert_eq!(claim.anchor()[..], [find(&document, "claimed that")]);
    let nested = row("attribution/nested", "is no <b>plan</b>");
    assert_eq!(nested.voice(), Voice::Quoted);
    assert_eq!(all[nested.said_in().unwrap()].finding().rule().as_str(), "attribution/quote-then-verb");
    assert_eq!(row("votes/tally", "9 votes to 4").zone().unwrap().name(), "paragraph");
}

/// Reads RFC 4180, strictly.
fn read_csv(text: &str) -> Vec<Vec<String>> {
    let mut table = vec![vec![String::new()]];
    let mut chars = text.chars().peekable();
    let mut quoted = false;
    while let Some(c) = chars.next() {
        let row = table.last_mut().unwrap();
        match (c, quoted) {
            ('"', true) if chars.next_if_eq(&'"').is_some() => row.last_mut().unwrap().push('"'),
            ('"', _) => {
                assert!(quoted || row.last().unwrap().is_empty(), "a quotation mark inside a bare field");
                quoted = !quoted;
            }
            (',', false) => row.push(String::new()),
            ('\r', false) => {
                assert_eq!(chars.next(), Some('\n'));
                table.push(vec![String::new()]);
            }
            (c, _) => row.last_mut().unwrap().push(c),
        }
    }
    assert_eq!(table.pop(), Some(vec![String::new()]), "the last line is ended");
    table
}

fn csv_of(document: &Document, analysis: &Analysis, unit: OffsetUnit) -> String {
    let mut table = csv::Writer::new(Vec::new()).offsets(unit);
    table.write("a-1", document, analysis).unwrap();
    table.write("=a-2", document, analysis).unwrap();
    String::from_utf8(table.into_inner()).unwrap()
}

#[test]
fn csv_reads_back_and_no_cell_is_a_formula() {
    let document = document();
    let analysis = analysis(&document);
    let text = csv_of(&document, &analysis, OffsetUnit::CodePoint);
    std::fs::write(super::folder().join("findings.csv"), &text).unwrap();
    let table = read_csv(&text);
    assert_eq!(table.len(), 1 + 2 * analysis.findings().len());
    let names: Vec<_> = Column::all().iter().map(Column::name).collect();
    assert_eq!(table[0], names);
    let chars: Vec<char> = document.text().chars().collect();
    let column = |name: &str| names.iter().position(|known| *known == name).unwrap();
    for row in &table[1..] {
        assert_eq!(row.len(), names.len());
        for (cell, column) in row.iter().zip(Column::all()) {
            if column.kind() == ColumnKind::Text {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{cell}");
            } else {
                assert!(cell.is_empty() || cell.parse::<f64>().is_ok() || cell.parse::<bool>().is_ok(), "{cell}");
            }
        }
        let (start, end): (usize, usize) = (row[column("start")].parse().unwrap(), row[column("end")].parse().unwrap());
        let words: String = chars[start..end].iter().collect();
        assert_eq!(row[column("text")].trim_start_matches('\''), words.trim_start_matches('\''));
    }
    assert!(table.iter().any(|row| row[column("article")] == "'=a-2"));
    assert!(table.iter().any(|row| row[column("value")] == "-3000000"), "a number stays a number");
    assert!(table.iter().any(|row| row[column("content")] == "“=1+1 is no <b>plan</b>,” … “and it\n\nnever was.”"));
}

#[test]
fn a_record_reads_back_equal() {
    let document = document();
    let record = Record::new("a-1", &document, &analysis(&document));
    let json = serde_json::to_string_pretty(&record).unwrap();
    std::fs::write(super::folder().join("record.json"), &json).unwrap();
    assert_eq!(serde_json::from_str::<Record>(&json).unwrap(), record);
}

#[test]
fn a_broken_record_is_refused_with_the_reason() {
    let document = document();
    let record = serde_json::to_value(Record::new("a-1", &document, &analysis(&document))).unwrap();
    let cases: &[(&str, serde_json::Value, &str)] = &[
        ("/schema", "newsframe/9".into(), "schema is `newsframe/9`, expected `newsframe/1`"),
        ("/article/text", "Another text.".into(), "span"),
        ("/analysis/provenance/text", "0123456789abcdef".into(), "another text"),
        ("/analysis/attribution/relations/0/span", serde_json::json!([3, 1]), "starts behind its end"),
        ("/analysis/attribution/relations/0/cue/0/1", 99_999.into(), "ends behind the text"),
        ("/analysis/attribution/relations/0/source/0/1", find(&document, "é").end().saturating_sub(1).into(), "span"),
        ("/analysis/attribution/entities/0/mentions/0", serde_json::json!([0, 6]), "cuts a character"),
        ("/analysis/attribution/relations/1/speaker", 7.into(), "speaker is not among"),
        ("/analysis/attribution/relations/1/parent", 7.into(), "does not exist"),
        ("/analysis/attribution/relations/0/parent", 2.into(), "stands in itself"),
        ("/analysis/attribution/relations/0/content", serde_json::json!([]), "no content"),
        ("/analysis/attribution/relations/0/confidence", 1.5.into(), "not between 0 and 1"),
        ("/analysis/quantity/quantities/0/unit/span/1", 99_999.into(), "ends behind the text"),
        ("/analysis/quantity_sources", serde_json::json!([]), "sources of quantities"),
        ("/analysis/voices/0/attribution", 9.into(), "does not exist"),
    ];
    for (pointer, value, expected) in cases {
        let mut broken = record.clone();
        *broken.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value.clone();
        let error = serde_json::from_value::<Record>(broken).expect_err(pointer).to_string();
        assert!(error.contains(expected), "{pointer}: {error}");
    }
}

#[test]
fn flat_findings_in_every_unit_point_at_their_words() {
    let document = document();
    let analysis = analysis(&document);
    for unit in [OffsetUnit::Byte, OffsetUnit::CodePoint, OffsetUnit::Utf16] {
        let json = serde_json::to_value(Findings::new("a-1", &document, &analysis).offsets(unit)).unwrap();
        assert_eq!(json["offsets"], unit.name());
        for finding in json["findings"].as_array().unwrap() {
            let bound = |name: &str| finding[name].as_u64().unwrap() as usize;
            let span = unit.span(&document, bound("start"), bound("end")).unwrap();
            assert_eq!(document.slice(span), finding["text"].as_str().unwrap());
        }
    }
}

proptest! {
    #[test]
    fn exported_offsets_convert_back(text in "\\PC{0,200}", start in 0_usize..200, length in 0_usize..40) {
        let document = Document::new(Article::from_text(text.as_str()).unwrap()).unwrap();
        for unit in [OffsetUnit::Byte, OffsetUnit::CodePoint, OffsetUnit::Utf16] {
            if let Some(span) = unit.span(&document, start, start + length) {
                prop_assert_eq!(unit.of(&document, span), [start, start + length]);
            }
        }
    }

    #[test]
    fn csv_of_any_text_reads_back(text in "[ -~“”é🙂\n\t=+@,\"-]{0,200}") {
        let document = Document::new(Article::from_text(format!("The slammed {text} slammed")).unwrap()).unwrap();
        let analysis = Analysis::of(&document);
        for unit in [OffsetUnit::Byte, OffsetUnit::CodePoint, OffsetUnit::Utf16] {
            let table = read_csv(&csv_of(&document, &analysis, unit));
            prop_assert_eq!(table.len(), 1 + 2 * analysis.findings().len());
            for row in &table[1..] {
                let span = unit.span(&document, row[8].parse().unwrap(), row[9].parse().unwrap()).unwrap();
                prop_assert_eq!(row[10].trim_start_matches('\''), document.slice(span).trim_start_matches('\''));
            }
        }
    }

    #[test]
    fn a_record_of_any_text_reads_back(text in "\\PC{0,200}") {
        let document = Document::new(Article::from_text(format!("“{text},” said Ana Ruiz. 40% slammed")).unwrap()).unwrap();
        let record = Record::new("x", &document, &Analysis::of(&document));
        let json = serde_json::to_string(&record).unwrap();
        prop_assert_eq!(serde_json::from_str::<Record>(&json).unwrap(), record);
    }
}
