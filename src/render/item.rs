//! [`Item`]: a finding as a report shows it, with its layer and a label that stands for it in text, table and card.

use std::collections::BTreeMap;

use crate::analysis::PluginFinding;
use crate::attribution::{AttributionRelation, ScareQuote, UnattributedAssertion};
use crate::loaded::{Class, LoadedFinding};
use crate::quantity::{Quantity, QuantityWarning};
use crate::{Analysis, Finding, Span};

/// A layer of findings, which a reader may switch on and off.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Layer {
    /// Who says what.
    Statement,
    /// Assertions without a source.
    Assertion,
    /// Numbers that claim something, and the warnings about them.
    Number,
    /// Words that colour the text.
    Loaded,
    /// Quotation marks that keep distance from a word.
    ScareQuote,
    /// Hedges, appeals, grammar: described, never counted.
    Signal,
    /// Findings of plug-ins.
    Plugin,
    /// Dates, names and other numbers that claim nothing.
    OtherNumber,
}

impl Layer {
    pub(super) const ALL: [Self; 8] = [
        Self::Statement,
        Self::Assertion,
        Self::Number,
        Self::Loaded,
        Self::ScareQuote,
        Self::Signal,
        Self::Plugin,
        Self::OtherNumber,
    ];

    /// The name used in identifiers.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Assertion => "assertion",
            Self::Number => "number",
            Self::Loaded => "loaded",
            Self::ScareQuote => "scare",
            Self::Signal => "signal",
            Self::Plugin => "plugin",
            Self::OtherNumber => "other-number",
        }
    }

    /// The name a reader sees.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Statement => "Who says what",
            Self::Assertion => "Unsourced claims",
            Self::Number => "Numbers",
            Self::Loaded => "Loaded words",
            Self::ScareQuote => "Scare quotes",
            Self::Signal => "Hedges and the like",
            Self::Plugin => "Own findings",
            Self::OtherNumber => "Dates and the like",
        }
    }
}

/// What sort of finding an item is.
#[derive(Clone, Copy)]
pub(super) enum Kind<'a> {
    Statement(&'a AttributionRelation),
    Assertion(&'a UnattributedAssertion),
    ScareQuote(&'a ScareQuote),
    /// A quantity, and the index of the attribution it stands in.
    Number(&'a Quantity, Option<usize>),
    Warning(&'a QuantityWarning),
    Loaded(&'a LoadedFinding),
    Plugin(&'a PluginFinding),
}

/// A finding, its layer and its label.
pub(super) struct Item<'a> {
    pub(super) kind: Kind<'a>,
    pub(super) layer: Layer,
    /// `s1` for the first statement, `n4` for the fourth number.
    pub(super) label: String,
}

impl<'a> Item<'a> {
    pub(super) fn finding(&self) -> &'a dyn Finding {
        match self.kind {
            Kind::Statement(finding) => finding,
            Kind::Assertion(finding) => finding,
            Kind::ScareQuote(finding) => finding,
            Kind::Number(finding, _) => finding,
            Kind::Warning(finding) => finding,
            Kind::Loaded(finding) => finding,
            Kind::Plugin(finding) => finding,
        }
    }

    /// The stretches of text it is about: for a statement what is said.
    pub(super) fn spans(&self) -> Vec<Span> {
        match self.kind {
            Kind::Statement(relation) if !relation.content().is_empty() => relation.content().to_vec(),
            _ => vec![self.finding().span()],
        }
    }
}

/// All findings of an analysis, one item each: first the statements in the order of their relations, then assertions, scare
/// quotes, numbers, warnings, loaded words, findings of plug-ins; each kind in order of the text.
pub(super) fn items(analysis: &Analysis) -> Vec<Item<'_>> {
    let (said, numbers) = (analysis.attribution(), analysis.quantity());
    let mut items = Items::default();
    said.relations().iter().for_each(|relation| items.push('s', Layer::Statement, Kind::Statement(relation)));
    said.unattributed().iter().for_each(|assertion| items.push('a', Layer::Assertion, Kind::Assertion(assertion)));
    said.scare_quotes().iter().for_each(|quote| items.push('c', Layer::ScareQuote, Kind::ScareQuote(quote)));
    for (index, number) in numbers.quantities().iter().enumerate() {
        let claim = number.kind().is_claim();
        let (prefix, layer) = if claim { ('n', Layer::Number) } else { ('d', Layer::OtherNumber) };
        items.push(prefix, layer, Kind::Number(number, analysis.source_of_quantity(index)));
    }
    numbers.warnings().iter().for_each(|warning| items.push('x', Layer::Number, Kind::Warning(warning)));
    for word in analysis.loaded().findings() {
        let loaded = word.class() == Class::Loaded;
        let (prefix, layer) = if loaded { ('w', Layer::Loaded) } else { ('h', Layer::Signal) };
        items.push(prefix, layer, Kind::Loaded(word));
    }
    analysis.plugins().iter().for_each(|finding| items.push('p', Layer::Plugin, Kind::Plugin(finding)));
    items.list
}

/// Items with labels that count up by prefix.
#[derive(Default)]
struct Items<'a> {
    list: Vec<Item<'a>>,
    counts: BTreeMap<char, usize>,
}

impl<'a> Items<'a> {
    fn push(&mut self, prefix: char, layer: Layer, kind: Kind<'a>) {
        let count = self.counts.entry(prefix).or_default();
        *count += 1;
        self.list.push(Item { kind, layer, label: format!("{prefix}{count}") });
    }
}
