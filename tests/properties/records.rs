//! Of analyses as data: written, read back, damaged.

use newsframe::{Analysis, Analyzer, Pipeline};
use proptest::prelude::*;
use serde_json::Value;

use crate::common::{analysed, newsy};
use crate::{document, rows};

/// The numbers in a JSON value, to be changed.
fn numbers(value: &mut Value) -> Vec<&mut Value> {
    match value {
        Value::Number(_) => vec![value],
        Value::Array(items) => items.iter_mut().flat_map(numbers).collect(),
        Value::Object(fields) => fields.values_mut().flat_map(numbers).collect(),
        _ => Vec::new(),
    }
}

/// Goes to every place of an analysis that was read from somewhere; fails by panicking.
fn use_all_of(analysis: &Analysis, document: &newsframe::Document) {
    for finding in analysis.findings() {
        let _ = (document.slice(finding.span()), analysis.voice_of(finding.span()), finding.reason().len());
    }
    for (index, relation) in analysis.attribution().relations().iter().enumerate() {
        let speaker = relation.speaker().map(|speaker| &analysis.attribution().entities()[speaker.index()]);
        let _ = (speaker, relation.parent().map(|parent| &analysis.attribution().relations()[parent]));
        let _ = analysis.source_of_quantity(index);
    }
    let _ = newsframe::render::Terminal::new().show(analysis, document).to_string();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn an_analysis_fits_its_text_and_survives_json(text in newsy()) {
        let (document, analysis) = analysed(&text);
        prop_assert!(analysis.check(&document).is_ok());
        let json = serde_json::to_string(&analysis).unwrap();
        let again: Analysis = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(&again, &analysis);
        prop_assert_eq!(serde_json::to_string(&again).unwrap(), json);
    }

    #[test]
    fn the_same_text_gives_the_same_bytes_on_any_thread(text in newsy()) {
        let pipeline = Pipeline::new();
        let json = |pipeline: &Pipeline| serde_json::to_string(&pipeline.analyze(&document(&text))).unwrap();
        let first = json(&pipeline);
        let others: Vec<String> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..3).map(|_| scope.spawn(|| json(&pipeline))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        prop_assert!(others.iter().all(|other| *other == first));
    }

    /// What a damaged record says may be wrong; it is refused, or every place in it exists.
    #[test]
    fn a_damaged_analysis_is_refused_or_usable(
        text in newsy(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), 0_u32..400), 1..4),
    ) {
        let (document, analysis) = analysed(&text);
        let mut value = serde_json::to_value(&analysis).unwrap();
        for (place, number) in damage {
            let mut numbers = numbers(&mut value);
            if !numbers.is_empty() {
                let index = place.index(numbers.len());
                *numbers[index] = number.into();
            }
        }
        if let Ok(damaged) = serde_json::from_value::<Analysis>(value)
            && damaged.check(&document).is_ok()
        {
            prop_assert!(rows(&damaged).len() <= rows(&analysis).len());
            use_all_of(&damaged, &document);
        }
    }
}
