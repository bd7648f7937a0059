//! How well findings agree with marks.
//!
//! Contents agree when their letters and digits overlap by half (Jaccard), one to one, best first; labels are compared on agreeing
//! pairs. Possible continuations are not counted: the analyzer does not claim that they are attributions.

use std::collections::BTreeSet;
use std::fmt;

use newsframe::attribution::{AttributionAnalysis, AttributionRelation, SourceKind};
use newsframe::{Finding, Span};

use super::fixture::{Fixture, Mark};

/// `hits` of `total`.
#[derive(Clone, Copy, Default)]
pub(crate) struct Share {
    pub(crate) hits: usize,
    pub(crate) total: usize,
}

impl Share {
    fn count(&mut self, hit: bool) {
        self.hits += usize::from(hit);
        self.total += 1;
    }

    fn add(&mut self, other: Self) {
        self.hits += other.hits;
        self.total += other.total;
    }

    /// In percent, rounded down; 100 of nothing.
    pub(crate) fn percent(self) -> usize {
        (self.hits * 100).checked_div(self.total).unwrap_or(100)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.total == 0 { f.pad("-") } else { f.pad(&self.percent().to_string()) }
    }
}

/// The measures in the order of the table, each with the value in percent below which it must not fall.
pub(crate) const MEASURES: [(&str, usize); 16] = [
    ("recall", 77),
    ("precision", 84),
    ("F1", 80),
    ("F1+source", 77),
    ("direct", 81),
    ("mixed", 75),
    ("indirect", 75),
    ("source", 96),
    ("speaker", 90),
    ("kind", 91),
    ("act", 95),
    ("stance", 94),
    ("negated", 97),
    ("parent", 90),
    ("unattrib.", 75),
    ("scare", 75),
];

/// One share a measure.
#[derive(Clone, Copy, Default)]
pub(crate) struct Scores(pub(crate) [Share; MEASURES.len()]);

impl Scores {
    pub(crate) fn add(&mut self, other: &Self) {
        for (share, other) in self.0.iter_mut().zip(other.0) {
            share.add(other);
        }
    }
}

/// What two readers of one article agree on.
pub(crate) struct Comparison {
    /// Pairs of the indices of a relation and a mark.
    pub(crate) pairs: Vec<(usize, usize)>,
    pub(crate) scores: Scores,
}

pub(crate) fn compare(fixture: &Fixture, found: &AttributionAnalysis) -> Comparison {
    let relations: Vec<_> =
        found.iter().enumerate().filter(|(_, relation)| !relation.is_possible_continuation()).collect();
    let predicted: Vec<_> = relations.iter().map(|(_, relation)| letters(fixture, relation.content())).collect();
    let marked: Vec<_> = fixture.marks.iter().map(|mark| letters(fixture, &mark.content)).collect();
    let pairs: Vec<_> = best_pairs(&predicted, &marked).into_iter().map(|(i, mark)| (relations[i].0, mark)).collect();

    let mut scores = Scores::default();
    let [
        recall,
        precision,
        f1,
        full,
        direct,
        mixed,
        indirect,
        source,
        speaker,
        kind,
        act,
        stance,
        negated,
        parent,
        unattributed,
        scare_quotes,
    ] = &mut scores.0;
    *recall = Share { hits: pairs.len(), total: marked.len() };
    *precision = Share { hits: pairs.len(), total: predicted.len() };
    *f1 = Share { hits: 2 * pairs.len(), total: marked.len() + predicted.len() };
    let agreeing = pairs.iter().filter(|(i, j)| source_agrees(&found.relations()[*i], &fixture.marks[*j])).count();
    *full = Share { hits: 2 * agreeing, total: marked.len() + predicted.len() };
    for (j, letters) in marked.iter().enumerate() {
        let hit = pairs.iter().any(|pair| pair.1 == j);
        match quoted(fixture, letters) {
            share if share >= 0.95 => direct.count(hit),
            share if share > 0.0 => mixed.count(hit),
            _ => indirect.count(hit),
        }
    }
    for &(i, j) in &pairs {
        let (relation, mark) = (&found.relations()[i], &fixture.marks[j]);
        if !mark.source.is_empty() {
            source.count(source_agrees(relation, mark));
        }
        if let Some(name) = &mark.speaker {
            let found = found.speaker_of(relation).map(|entity| entity.name());
            speaker.count(found.is_some_and(|found| is_same_speaker(name, found, mark.source_kind)));
        }
        kind.count(relation.source_kind() == mark.source_kind);
        act.count(relation.act() == mark.act);
        stance.count(relation.stance() == mark.stance);
        negated.count(relation.is_negated() == mark.negated);
        if let Some(outer) = mark.parent {
            let found = relation.parent();
            parent.count(found.is_some_and(|found| pairs.contains(&(found, outer))));
        }
    }
    for &(kind, span) in &fixture.unattributed {
        unattributed.count(found.unattributed().iter().any(|one| one.kind() == kind && one.span().overlaps(span)));
    }
    for &span in &fixture.scare_quotes {
        scare_quotes.count(found.scare_quotes().iter().any(|one| one.span().overlaps(span)));
    }
    Comparison { pairs, scores }
}

/// The offsets of the letters and digits under the spans.
fn letters(fixture: &Fixture, spans: &[Span]) -> BTreeSet<usize> {
    let characters = spans
        .iter()
        .flat_map(|span| fixture.document.slice(*span).char_indices().map(move |(at, c)| (span.start() + at, c)));
    characters.filter(|(_, c)| c.is_alphanumeric()).map(|(at, _)| at).collect()
}

/// One-to-one pairs of sets that overlap by half, best first.
fn best_pairs(predicted: &[BTreeSet<usize>], marked: &[BTreeSet<usize>]) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (i, p) in predicted.iter().enumerate() {
        for (j, m) in marked.iter().enumerate() {
            let shared = p.intersection(m).count();
            let all = p.len() + m.len() - shared;
            if shared * 2 >= all && shared > 0 {
                candidates.push((shared as f64 / all as f64, i, j));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, i, j) in candidates {
        if pairs.iter().all(|pair| pair.0 != i && pair.1 != j) {
            pairs.push((i, j));
        }
    }
    pairs.sort_by_key(|pair| pair.1);
    pairs
}

/// The share of the letters that stand in quotation marks.
fn quoted(fixture: &Fixture, letters: &BTreeSet<usize>) -> f64 {
    let quotations = fixture.document.quotations();
    let inside = letters.iter().filter(|&&at| quotations.iter().any(|quotation| quotation.inner().contains_offset(at)));
    inside.count() as f64 / letters.len() as f64
}

/// Whether the sources touch, or neither has one.
fn source_agrees(relation: &AttributionRelation, mark: &Mark) -> bool {
    let touch = mark.source.iter().any(|one| relation.source().iter().any(|other| one.overlaps(*other)));
    touch || mark.source.is_empty() && relation.source().is_empty()
}

/// Whether two names mean the same speaker: equal for persons; for others, all words of one among those of the other
/// (*analysts*, *analysts at Brandt Bank*).
pub(crate) fn is_same_speaker(marked: &str, found: &str, kind: SourceKind) -> bool {
    let (marked, found) = (words(marked), words(found));
    if kind == SourceKind::Named {
        return marked == found;
    }
    let (short, long) = if marked.len() <= found.len() { (marked, found) } else { (found, marked) };
    !short.is_empty() && short.iter().all(|word| long.contains(word))
}

/// The words of a name without articles and possessive endings, in lower case.
fn words(name: &str) -> Vec<String> {
    let name = name.to_lowercase().replace('’', "'");
    let words = name.split(|c: char| c.is_whitespace() || c == ',').map(|word| word.trim_end_matches("'s"));
    let words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words.filter(|word| !["", "the", "a", "an"].contains(word)).map(ToOwned::to_owned).collect()
}
