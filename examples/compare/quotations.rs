//! Which words are quoted by whom. Two quotations are the same where six words in a row are, so that a shortened one still is.

use std::collections::BTreeMap;

use newsframe::Voice;

use crate::compare::{Row, Side, shared_first};

/// Words in a row that make two quotations the same.
const SAME: usize = 6;

struct Quoted {
    side: usize,
    words: Vec<String>,
    text: String,
}

pub(crate) fn rows(sides: &[Side]) -> Vec<Row> {
    let quoted = all(sides);
    let mut group: Vec<usize> = (0..quoted.len()).collect();
    let mut seen: BTreeMap<&[String], usize> = BTreeMap::new();
    for (index, quotation) in quoted.iter().enumerate() {
        for window in quotation.words.windows(SAME.min(quotation.words.len())) {
            let first = *seen.entry(window).or_insert(index);
            let (one, other) = (root(&group, first), root(&group, index));
            group[one.max(other)] = one.min(other);
        }
    }
    let mut groups: BTreeMap<usize, Vec<&Quoted>> = BTreeMap::new();
    for (index, quotation) in quoted.iter().enumerate() {
        groups.entry(root(&group, index)).or_default().push(quotation);
    }
    let row = |group: Vec<&Quoted>| {
        let longest = group.iter().max_by_key(|quotation| quotation.words.len())?;
        let words = |side: usize| group.iter().filter(|quotation| quotation.side == side).map(|q| q.words.len()).sum();
        let cell = |side: usize| match words(side) {
            0 => String::new(),
            words => format!("{words} words"),
        };
        Some(Row { name: longest.text.clone(), cells: (0..sides.len()).map(cell).collect() })
    };
    shared_first(groups.into_values().filter_map(row).collect())
}

fn root(group: &[usize], mut index: usize) -> usize {
    while group[index] != index {
        index = group[index];
    }
    index
}

/// The outermost quotations of at least six words that are somebody's.
fn all(sides: &[Side]) -> Vec<Quoted> {
    let mut quoted = Vec::new();
    for (side, article) in sides.iter().enumerate() {
        for quotation in article.document.quotations().iter().filter(|quotation| quotation.depth() == 0) {
            let span = quotation.inner();
            let words: Vec<String> = article.document.tokens()[article.document.tokens_in(span).range()]
                .iter()
                .filter(|token| token.is_word())
                .map(|token| article.document.slice(token.span()).to_lowercase().replace('’', "'"))
                .collect();
            if words.len() >= SAME && article.analysis.voice_of(span) == Voice::Quoted {
                quoted.push(Quoted { side, words, text: article.words(quotation.outer()) });
            }
        }
    }
    quoted
}
