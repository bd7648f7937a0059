//! Who is heard in which outlet. Sources are joined by name; a surname alone, or with a title, joins the one full name that ends in it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use newsframe::attribution::{Entity, EntityKind};

use crate::compare::{Row, Side, shared_first};

/// The entities of all sides, joined by name: for each the name, and its places in each side.
pub(crate) fn joined(sides: &[Side]) -> BTreeMap<String, Vec<Vec<usize>>> {
    let people = || {
        let all = sides.iter().flat_map(|side| side.analysis.attribution().entities());
        all.filter(|entity| entity.kind() == EntityKind::Person).map(bare)
    };
    let mut joined: BTreeMap<String, Vec<Vec<usize>>> = BTreeMap::new();
    for (index, side) in sides.iter().enumerate() {
        for (place, entity) in side.analysis.attribution().entities().iter().enumerate() {
            let name = if entity.kind() == EntityKind::Person { full(bare(entity), people()) } else { bare(entity) };
            joined.entry(name.to_owned()).or_insert_with(|| vec![Vec::new(); sides.len()])[index].push(place);
        }
    }
    joined
}

/// The name without article or title.
fn bare(entity: &Entity) -> &str {
    const BEFORE: [&str; 12] = ["the", "The", "a", "A", "an", "An", "Mr", "Mrs", "Ms", "Dr", "President", "Senator"];
    let mut name = entity.name();
    while let Some((first, rest)) = name.split_once(' ') {
        // An abbreviation is a title (Sen., Mr.) but for one letter, which is of the name.
        let is_title = first.len() > 2 && first.ends_with('.');
        if !is_title && !BEFORE.contains(&first) {
            break;
        }
        name = rest;
    }
    name
}

/// For a surname the full name of it, if there is one and no other.
fn full<'a>(name: &'a str, people: impl Iterator<Item = &'a str>) -> &'a str {
    if name.contains(' ') {
        return name;
    }
    let mut full: Vec<&str> =
        people.filter(|other| other.rsplit_once(' ').is_some_and(|(_, surname)| surname == name)).collect();
    full.sort_unstable();
    full.dedup();
    if let [only] = full[..] { only } else { name }
}

pub(crate) fn rows(sides: &[Side]) -> Vec<Row> {
    let mut rows = Vec::new();
    for (name, places) in joined(sides) {
        let heard: Vec<_> = sides.iter().zip(&places).map(|(side, places)| heard(side, places)).collect();
        let cells: Vec<String> = heard.iter().copied().map(cell).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            let words: usize = heard.iter().map(|[_, quoted, reported]| quoted + reported).sum();
            rows.push((words, Row { name, cells }));
        }
    }
    rows.sort_by_key(|(words, _)| Reverse(*words));
    shared_first(rows.into_iter().map(|(_, row)| row).collect())
}

/// Statements, words quoted and words reported of an entity.
fn heard(side: &Side, places: &[usize]) -> [usize; 3] {
    let speakers = side.analysis.attribution().balance().speakers().iter();
    let heard = speakers.filter(|row| places.contains(&row.speaker().index())).map(|row| row.voice());
    heard.fold([0; 3], |[statements, quoted, reported], voice| {
        [statements + voice.statements(), quoted + voice.words_quoted(), reported + voice.words_reported()]
    })
}

fn cell([statements, quoted, reported]: [usize; 3]) -> String {
    if statements == 0 { String::new() } else { format!("{statements}× {quoted}+{reported}") }
}
