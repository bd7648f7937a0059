//! [`Report`]: what terminal and HTML show of an [`Analysis`], in words, worked out once.

use std::collections::{BTreeMap, BTreeSet};

use super::item::{Item, Kind, Layer, items};
use super::segment::{Mark, Part, Segment, place, segments};
use super::text::{excerpt, line};
use super::value;
use crate::attribution::{Act, AttributionRelation, SourceKind, Stance};
use crate::document::Modality;
use crate::loaded::LoadedFinding;
use crate::quantity::{BaselineKind, DenominatorKind, Quantity};
use crate::{Analysis, Document, Finding, Span, Voice, Zone, ZoneKind};

/// An analysis and its document, with all findings as labelled items.
pub(super) struct Report<'a> {
    pub(super) analysis: &'a Analysis,
    pub(super) document: &'a Document,
    /// All findings; the statements come first, so that a relation's index is its item's.
    pub(super) items: Vec<Item<'a>>,
    /// The items of the warnings about a number, by the start of its span.
    warnings: BTreeMap<usize, Vec<usize>>,
    /// The labels of findings that do not fit the text and so have no mark.
    unplaced: BTreeSet<String>,
}

impl<'a> Report<'a> {
    pub(super) fn of(analysis: &'a Analysis, document: &'a Document) -> Self {
        let items = items(analysis);
        let numbers = analysis.quantity().quantities();
        let mut warnings: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, item) in items.iter().enumerate() {
            let Kind::Warning(warning) = item.kind else { continue };
            let number = numbers.partition_point(|number| number.span().end() <= warning.span().start());
            if let Some(number) = numbers.get(number).filter(|number| number.span().overlaps(warning.span())) {
                warnings.entry(number.span().start()).or_default().push(index);
            }
        }
        let is_unplaced = |item: &&Item<'_>| item.spans().iter().all(|&span| place(document, span).is_none());
        let unplaced = items.iter().filter(is_unplaced).map(|item| item.label.clone()).collect();
        Self { analysis, document, items, warnings, unplaced }
    }

    /// Outlet, date and authors, as far as they are known and do not stand in the text.
    pub(super) fn metadata(&self) -> Vec<String> {
        let (article, metadata) = (self.document.article(), self.document.article().metadata());
        let trail = article.part(ZoneKind::Section).unwrap_or_default();
        let outlet = metadata.outlet.iter().filter(|outlet| !trail.contains(outlet.as_str()));
        let authors = metadata.authors.iter().filter(|_| article.part(ZoneKind::Byline).is_none());
        outlet.chain(&metadata.date).chain(authors).map(|text| line(text).into_owned()).collect()
    }

    /// Whether the finding with this label has a mark in the text.
    pub(super) fn has_mark(&self, label: &str) -> bool {
        !self.unplaced.contains(label)
    }

    /// The items of a layer.
    pub(super) fn layer(&self, layer: Layer) -> impl Iterator<Item = &Item<'a>> {
        self.items.iter().filter(move |item| item.layer == layer)
    }

    /// The statements with their items.
    pub(super) fn statements(&self) -> impl Iterator<Item = (&Item<'a>, &'a AttributionRelation)> {
        self.items.iter().map_while(|item| match item.kind {
            Kind::Statement(relation) => Some((item, relation)),
            _ => None,
        })
    }

    /// The numbers that claim something, with their items and the attribution they stand in.
    pub(super) fn numbers(&self) -> impl Iterator<Item = (&Item<'a>, &'a Quantity, Option<usize>)> {
        self.layer(Layer::Number).filter_map(|item| match item.kind {
            Kind::Number(number, source) => Some((item, number, source)),
            _ => None,
        })
    }

    /// The loaded words that count, with their items.
    pub(super) fn words(&self) -> impl Iterator<Item = (&Item<'a>, &'a LoadedFinding)> {
        self.layer(Layer::Loaded).filter_map(|item| match item.kind {
            Kind::Loaded(word) => Some((item, word)),
            _ => None,
        })
    }

    /// Hedges, appeals, grammar and scare quotes by category: each word with the labels of its occurrences, in order of the text.
    pub(super) fn signals(&self) -> BTreeMap<String, Vec<(String, Vec<&str>)>> {
        let mut groups: BTreeMap<String, Vec<(String, Vec<&str>)>> = BTreeMap::new();
        let mut known: BTreeMap<(String, String), usize> = BTreeMap::new();
        for item in self.layer(Layer::ScareQuote).chain(self.layer(Layer::Signal)) {
            let category = match item.kind {
                Kind::Loaded(word) => word.category().name().replace('_', " "),
                _ => "scare quotes".to_owned(),
            };
            let word = self.excerpt(item.finding().span(), 40);
            let words = groups.entry(category.clone()).or_default();
            let index = *known.entry((category, word.to_lowercase())).or_insert(words.len());
            if index == words.len() {
                words.push((word, Vec::new()));
            }
            words[index].1.push(item.label.as_str());
        }
        groups
    }

    /// The warnings about a number.
    pub(super) fn warnings(&self, number: &Quantity) -> impl Iterator<Item = &Item<'a>> {
        let list = self.warnings.get(&number.span().start());
        list.into_iter().flatten().filter_map(|&index| self.items.get(index))
    }

    /// The zones, cut at the edges of the items that `shown` lets pass.
    pub(super) fn cut(&self, shown: impl Fn(&Item<'a>) -> bool) -> (Vec<Mark>, Vec<(Zone, Vec<Segment>)>) {
        let mut marks = Vec::new();
        for (item, finding) in self.items.iter().enumerate().filter(|(_, item)| shown(item)) {
            let mut push = |spans: &[Span], part| marks.extend(spans.iter().map(|&span| Mark { span, item, part }));
            push(&finding.spans(), Part::Whole);
            if let Kind::Statement(relation) = finding.kind {
                push(relation.source(), Part::Source);
                push(relation.cue(), Part::Cue);
            }
        }
        for stretch in self.analysis.voices().stretches().iter().filter(|stretch| stretch.voice() == Voice::Quoted) {
            let said_by = stretch.attribution().filter(|&index| self.items.get(index).is_some_and(&shown));
            marks.extend(said_by.map(|item| Mark { span: stretch.span(), item, part: Part::Quoted }));
        }
        let zones = segments(self.document, &marks);
        (marks, zones)
    }

    /// The text under a span, on one line, harmless, at most so many columns.
    pub(super) fn excerpt(&self, span: Span, columns: usize) -> String {
        excerpt(self.document.slice(span), columns)
    }

    /// The text under several spans.
    pub(super) fn joined(&self, spans: &[Span], columns: usize) -> String {
        let mut shown = String::new();
        for &span in spans.iter().take(8) {
            let piece = self.excerpt(span, columns);
            shown += if shown.is_empty() { "" } else { " … " };
            shown += &piece;
        }
        excerpt(&shown, columns)
    }

    /// What is said.
    pub(super) fn content(&self, relation: &AttributionRelation, columns: usize) -> String {
        self.joined(relation.content(), columns)
    }

    /// Who says it: the name of the speaker, and how the text calls the source where that is something else.
    pub(super) fn who(&self, relation: &AttributionRelation) -> String {
        const COLUMNS: usize = 60;
        let printed = self.joined(relation.source(), COLUMNS);
        let Some(speaker) = self.analysis.attribution().speaker_of(relation) else {
            return unknown(relation, printed);
        };
        let name = excerpt(speaker.name(), COLUMNS);
        if printed.is_empty() {
            format!("{name} (not named here)")
        } else if printed.contains(&name) {
            printed
        } else {
            format!("{name} (“{printed}”)")
        }
    }

    /// The short name of who says it.
    pub(super) fn speaker(&self, relation: &AttributionRelation) -> String {
        match self.analysis.attribution().speaker_of(relation) {
            Some(speaker) => excerpt(speaker.name(), 40),
            None => unknown(relation, self.joined(relation.source(), 40)),
        }
    }

    /// The label and short name of the attribution with this index.
    pub(super) fn source(&self, index: usize) -> Option<(&str, String)> {
        let item = self.items.get(index)?;
        let Kind::Statement(relation) = item.kind else { return None };
        Some((&item.label, self.speaker(relation)))
    }

    /// Whose words a span is, in words: `the outlet's own`, `quoted: Ana Ruiz`.
    pub(super) fn voice(&self, voice: Voice, span: Span) -> String {
        match self.analysis.attribution_of(span) {
            _ if voice == Voice::Outlet => "the outlet's own".to_owned(),
            Some(relation) => format!("{voice}: {}", self.speaker(relation)),
            None => format!("{voice}, of nobody named"),
        }
    }

    /// What is measured, of what, since when, compared with what: the parts of a number with their names.
    pub(super) fn parts(&self, number: &Quantity) -> Vec<(&'static str, String)> {
        const COLUMNS: usize = 48;
        let mut parts = Vec::new();
        let unit = number.unit().map(|unit| unit.span());
        let whole = number.denominator().map(|denominator| denominator.span());
        if let Some(subject) = number.subject().filter(|&subject| Some(subject) != unit && Some(subject) != whole) {
            parts.push(("of", self.excerpt(subject, COLUMNS)));
        }
        if let Some(denominator) = number.denominator() {
            let name = match denominator.kind() {
                DenominatorKind::Per => "per",
                DenominatorKind::OutOf => "out of",
                DenominatorKind::Of => "share of",
            };
            parts.push((name, self.excerpt(denominator.span(), COLUMNS)));
        }
        if let Some(baseline) = number.baseline() {
            let name = match baseline.kind() {
                BaselineKind::Level => "from",
                BaselineKind::Time | BaselineKind::Other => "compared with",
            };
            parts.push((name, self.excerpt(baseline.span(), COLUMNS)));
        }
        if let Some(period) = number.period() {
            parts.push(("when", self.excerpt(period, COLUMNS)));
        }
        if let Some(derived) = number.derived() {
            let bound = derived.bound().map_or(String::new(), |bound| format!("{} ", value::bound(bound)));
            let unit = derived.unit().map_or(String::new(), |unit| format!(" {}", excerpt(unit, 30)));
            let of = self.excerpt(derived.of(), COLUMNS);
            parts.push(("so", format!("{of}: {bound}{}{unit}", value::Shown(derived.value()))));
        }
        parts
    }

    /// The role of a number and what else is said of it: `change, up`, `level, forecast`.
    pub(super) fn role(&self, number: &Quantity) -> String {
        let mut role = number.role().to_string();
        if let Some(direction) = number.direction() {
            role += &format!(", {}", direction.value);
        }
        if let Some(modality) = number.modality() {
            role += &format!(", {}", modality.value);
        }
        if number.repeats().is_some() {
            role += ", said again";
        }
        role
    }

    /// Value and unit: `about 41 million cubic metres`, `more than 40%`, `GBP 2.3 billion`.
    pub(super) fn value(&self, number: &Quantity) -> String {
        let printed = number.unit().map_or_else(String::new, |unit| self.excerpt(unit.span(), 40));
        value::value(number, &printed)
    }
}

/// What stands for a source of whom no more is known than the words of the text.
fn unknown(relation: &AttributionRelation, printed: String) -> String {
    match relation.source_kind() {
        _ if printed.is_empty() => "nobody named".to_owned(),
        SourceKind::Pronoun => format!("“{printed}”"),
        _ => printed,
    }
}

/// What is to be said of a statement besides who, how and what: `indirect speech`, `hostile`, `not named`.
pub(super) fn traits(relation: &AttributionRelation) -> Vec<String> {
    let mut traits = vec![form(relation)];
    if !matches!(relation.stance(), Stance::Neutral | Stance::None) {
        traits.push(relation.stance().to_string());
    }
    if relation.is_negated() {
        traits.push("negated".to_owned());
    }
    if let Some(modality) = relation.modality() {
        let modality = match modality {
            Modality::Possible => "possible",
            Modality::Necessary => "due",
            Modality::Predicted => "to come",
        };
        traits.push(modality.to_owned());
    }
    traits.push(source_kind(relation.source_kind()).to_owned());
    if relation.is_possible_continuation() {
        traits.push("perhaps".to_owned());
    }
    traits.push(relation.confidence().to_string());
    traits
}

/// Quotation type and act: `direct speech`, `indirect thought`.
pub(super) fn form(relation: &AttributionRelation) -> String {
    match relation.act() {
        Act::Document => format!("{}, in writing", relation.kind()),
        act => format!("{} {act}", relation.kind()),
    }
}

/// A kind of source in words.
pub(super) fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Named => "named",
        SourceKind::Role => "by office",
        SourceKind::Anonymous => "anonymous",
        SourceKind::Organisation => "organisation",
        SourceKind::Collective => "collective",
        SourceKind::Document => "document",
        SourceKind::Pronoun => "pronoun",
        SourceKind::None => "no source",
    }
}

/// What the stance of a cue implies, as half a sentence; nothing for a neutral one.
pub(super) fn stance(stance: Stance) -> Option<&'static str> {
    match stance {
        Stance::Neutral | Stance::None => None,
        Stance::Endorsing => Some("presents what is said as true"),
        Stance::Distancing => Some("leaves open whether it is true"),
        Stance::Conceding => Some("true, and against the speaker's interest"),
        Stance::Hostile => Some("the manner discredits somebody"),
        Stance::Urging => Some("a demand or a threat"),
    }
}
