//! What findings say of themselves besides span and rule: [`Label`]s, [`Part`]s, and the table of all their [`Column`]s.

use std::borrow::Cow;
use std::fmt;

use super::row::Item;
use crate::attribution::AttributionRelation;
use crate::document::Modality;
use crate::loaded::LoadedFinding;
use crate::quantity::{Quantity, UnitKind, Value};
use crate::{Analysis, Document, Span};

/// A stretch of text with a role in a finding: the source of an attribution, the subject of a quantity.
///
/// ```
/// use newsframe::export::rows;
/// use newsframe::{Analysis, Article, Document};
///
/// let document = Document::new(Article::from_text("“We are ready,” said Ana Ruiz.")?)?;
/// let analysis = Analysis::of(&document);
/// let row = rows(&document, &analysis).next().unwrap();
/// let source = row.parts().iter().find(|part| part.role() == "source").unwrap();
/// assert_eq!(document.slice(source.spans()[0]), "Ana Ruiz");
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    role: &'static str,
    spans: Vec<Span>,
}

impl Part {
    /// The role, which is also the name of its [`Column`]: `source`, `subject`.
    pub fn role(&self) -> &'static str {
        self.role
    }

    /// Its spans, in order of the text; at least one.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }
}

/// A name and a value: `stance` is `hostile`.
///
/// ```
/// use newsframe::export::rows;
/// use newsframe::{Analysis, Article, Document};
///
/// let document = Document::new(Article::from_text("“We are ready,” claimed Ana Ruiz.")?)?;
/// let analysis = Analysis::of(&document);
/// let row = rows(&document, &analysis).next().unwrap();
/// let stance = row.labels().iter().find(|label| label.name() == "stance").unwrap();
/// assert_eq!(stance.value().to_string(), "distancing");
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Debug)]
pub struct Label<'a> {
    name: &'static str,
    value: LabelValue<'a>,
}

impl<'a> Label<'a> {
    /// The name, which is also the name of its [`Column`].
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The value.
    pub fn value(&self) -> &LabelValue<'a> {
        &self.value
    }
}

/// The value of a [`Label`].
///
/// ```
/// use newsframe::export::LabelValue;
///
/// assert_eq!(LabelValue::Text("hostile".into()).to_string(), "hostile");
/// assert_eq!((LabelValue::Number(0.5).to_string(), LabelValue::Flag(true).to_string()), ("0.5".into(), "true".into()));
/// ```
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub enum LabelValue<'a> {
    /// A name or words.
    Text(Cow<'a, str>),
    /// A number; finite.
    Number(f64),
    /// Yes or no.
    Flag(bool),
}

impl fmt::Display for LabelValue<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => number.fmt(f),
            Self::Flag(flag) => flag.fmt(f),
        }
    }
}

/// What the values of a [`Column`] are.
///
/// ```
/// use newsframe::export::{Column, ColumnKind};
///
/// let stance = Column::all().iter().find(|column| column.name() == "stance").unwrap();
/// assert_eq!(stance.kind(), ColumnKind::Text);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum ColumnKind {
    /// Text.
    Text,
    /// A whole number from 0.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Flag,
}

/// A column of the tables (CSV, Arrow, Parquet) and a feature of the annotation formats.
///
/// ```
/// use newsframe::export::Column;
///
/// let stance = Column::all().iter().find(|column| column.name() == "stance").unwrap();
/// assert_eq!(stance.about(), "what the cue implies about the content");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Column {
    name: &'static str,
    kind: ColumnKind,
    about: &'static str,
}

impl Column {
    /// All columns, in the order of the tables.
    pub fn all() -> &'static [Self] {
        COLUMNS
    }

    /// The name: `source_kind`.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What its values are.
    pub const fn kind(&self) -> ColumnKind {
        self.kind
    }

    /// What it means, as half a sentence.
    pub const fn about(&self) -> &'static str {
        self.about
    }
}

const fn text(name: &'static str, about: &'static str) -> Column {
    Column { name, kind: ColumnKind::Text, about }
}

const fn integer(name: &'static str, about: &'static str) -> Column {
    Column { name, kind: ColumnKind::Integer, about }
}

const fn number(name: &'static str, about: &'static str) -> Column {
    Column { name, kind: ColumnKind::Number, about }
}

const fn flag(name: &'static str, about: &'static str) -> Column {
    Column { name, kind: ColumnKind::Flag, about }
}

/// How many columns at the front of the table are not labels or parts.
pub(super) const COMMON: usize = 18;

const COLUMNS: &[Column] = &[
    text("article", "the id the article was exported under"),
    text("outlet", "the outlet of the article"),
    text("date", "the date of the article, as given"),
    text("section", "the sections of the article, joined by ` > `"),
    integer("finding", "the number of the finding in the article, from 0 in order of the text"),
    text("layer", "attribution, unattributed_assertion, scare_quote, quantity, quantity_warning, loaded or plugin"),
    text("analyzer", "the analyzer that made it: the first part of the rule"),
    text("rule", "the rule that made it"),
    integer("start", "where it starts, from 0"),
    integer("end", "where it ends, exclusive"),
    text("text", "the words it is about"),
    text("voice", "whose words they are: outlet, quoted or reported"),
    text("zone", "the part of the article it starts in"),
    integer("sentence", "the sentence it starts in, from 0"),
    integer("said_in", "the number of the attribution it stands in"),
    number("confidence", "how sure the rule is, from 0 to 1"),
    text("reason", "why, in plain words"),
    text("evidence", "the words that made the rule fire"),
    text("speaker", "who says it: the fullest name in the article"),
    text("source", "who says it, as printed there"),
    text("source_kind", "named, role, anonymous, organisation, collective, document, pronoun or none"),
    text("cue", "the words that make it an attribution"),
    text("content", "what is attributed"),
    text("quotation", "direct, indirect or mixed"),
    text("act", "speech, thought, intention, perception or document"),
    text("stance", "what the cue implies about the content"),
    flag("negated", "whether the act did not take place"),
    text("modality", "what a modal verb says of it, or how the number relates to what is the case"),
    flag("possible_continuation", "whether it only may be an attribution"),
    text("assertion", "what is asserted with no source: intent, cause or inner_state"),
    text("sort", "claim, age, date, time, ordinal, score, identifier, name, address or phone"),
    text("number", "the number as printed"),
    number("value", "the number meant; of two, the one named first; of a vague word, its base"),
    number("low", "the lower end"),
    number("high", "the upper end"),
    text("unit", "the unit, in the singular"),
    text(
        "unit_kind",
        "percent, percentage_point, basis_point, currency, count, multiple, or the dimension of a measure",
    ),
    text("currency", "the code of the currency (ISO 4217)"),
    text("role", "level, change, ratio, share, rate, multiplier or rank"),
    text("direction", "up or down"),
    text("bound", "more_than, at_least, less_than, at_most or up_to"),
    text("approximation", "around, below or above"),
    text("subject", "what is measured"),
    text("denominator", "of what it is a share, for what it is a rate"),
    text("baseline", "what it is compared with"),
    text("period", "the time it holds for"),
    flag("repeats", "whether it says a number again in another unit"),
    text("category", "the category of loaded language"),
    text("loaded_class", "loaded, epistemic, appeal or structural; only loaded counts"),
    text("strength", "mild, clear or flagrant"),
    text("target", "what or whom it is said of"),
    text("alternatives", "plainer wordings, joined by `; `"),
    text("entry", "the lexicon entry behind it"),
];

/// Collects labels and parts, leaving out what a finding does not have.
struct Describe<'a, 'b> {
    parts: &'b mut Vec<Part>,
    labels: &'b mut Vec<Label<'a>>,
}

impl<'a> Describe<'a, '_> {
    fn label(&mut self, name: &'static str, value: LabelValue<'a>) {
        self.labels.push(Label { name, value });
    }

    fn text(&mut self, name: &'static str, text: impl Into<Cow<'a, str>>) {
        self.label(name, LabelValue::Text(text.into()));
    }

    fn some(&mut self, name: &'static str, text: Option<&'static str>) {
        text.into_iter().for_each(|text| self.text(name, text));
    }

    fn number(&mut self, name: &'static str, number: Option<f64>) {
        number.filter(|number| number.is_finite()).into_iter().for_each(|n| self.label(name, LabelValue::Number(n)));
    }

    fn part(&mut self, role: &'static str, spans: impl IntoIterator<Item = Span>) {
        let mut spans: Vec<Span> = spans.into_iter().collect();
        spans.sort_unstable();
        if !spans.is_empty() {
            self.parts.push(Part { role, spans });
        }
    }
}

/// Labels and parts of one finding.
pub(super) fn describe<'a>(
    document: &'a Document,
    analysis: &'a Analysis,
    item: Item<'a>,
    parts: &mut Vec<Part>,
    labels: &mut Vec<Label<'a>>,
) {
    let mut to = Describe { parts, labels };
    match item {
        Item::Attribution(_, relation) => attribution(analysis, relation, &mut to),
        Item::Unattributed(assertion) => to.text("assertion", assertion.kind().name()),
        Item::Quantity(found) => quantity(document, found, &mut to),
        Item::Loaded(finding) => loaded(finding, &mut to),
        Item::ScareQuote(_) | Item::Warning(_) | Item::Plugin(_) => {}
    }
    if !matches!(item, Item::Attribution(..)) {
        let said_in = analysis.attribution_of(item.finding().span());
        speaker(analysis, said_in, &mut to);
    }
}

fn speaker<'a>(analysis: &'a Analysis, relation: Option<&AttributionRelation>, to: &mut Describe<'a, '_>) {
    if let Some(entity) = relation.and_then(|relation| analysis.attribution().speaker_of(relation)) {
        to.text("speaker", entity.name());
    }
}

fn attribution<'a>(analysis: &'a Analysis, relation: &'a AttributionRelation, to: &mut Describe<'a, '_>) {
    speaker(analysis, Some(relation), to);
    to.text("source_kind", relation.source_kind().name());
    to.text("quotation", relation.kind().name());
    to.text("act", relation.act().name());
    to.text("stance", relation.stance().name());
    to.label("negated", LabelValue::Flag(relation.is_negated()));
    to.some("modality", relation.modality().map(modality));
    to.label("possible_continuation", LabelValue::Flag(relation.is_possible_continuation()));
    to.part("source", relation.source().iter().copied());
    to.part("cue", relation.cue().iter().copied());
    to.part("content", relation.content().iter().copied());
}

fn modality(modality: Modality) -> &'static str {
    match modality {
        Modality::Possible => "possible",
        Modality::Necessary => "necessary",
        Modality::Predicted => "predicted",
    }
}

fn quantity<'a>(document: &'a Document, found: &'a Quantity, to: &mut Describe<'a, '_>) {
    to.text("sort", found.kind().name());
    to.text("number", document.slice(found.number()));
    let named = match found.value() {
        Value::Exact(number) | Value::Interval { first: number, .. } | Value::Vague { base: number, .. } => {
            Some(number)
        }
        _ => None,
    };
    to.number("value", named.map(|number| number.to_f64()));
    to.number("low", found.value().low().map(|number| number.to_f64()));
    to.number("high", found.value().high().map(|number| number.to_f64()));
    if let Some(unit) = found.unit() {
        to.text("unit", unit.name());
        to.text("unit_kind", unit_kind(unit.kind()));
        if let UnitKind::Currency { code, .. } = unit.kind() {
            to.text("currency", code.as_str());
        }
    }
    to.text("role", found.role().name());
    to.some("direction", found.direction().map(|marked| marked.value.name()));
    to.some("bound", found.bound().map(|marked| marked.value.name()));
    to.some("approximation", found.approximator().map(|marked| marked.value.name()));
    to.some("modality", found.modality().map(|marked| marked.value.name()));
    to.label("repeats", LabelValue::Flag(found.repeats().is_some()));
    to.part("subject", found.subject());
    to.part("denominator", found.denominator().map(|denominator| denominator.span()));
    to.part("baseline", found.baseline().map(|baseline| baseline.span()));
    to.part("period", found.period());
}

fn unit_kind(kind: &UnitKind) -> &'static str {
    match kind {
        UnitKind::Percent => "percent",
        UnitKind::PercentagePoint => "percentage_point",
        UnitKind::BasisPoint => "basis_point",
        UnitKind::Currency { .. } => "currency",
        UnitKind::Measure { dimension, .. } => dimension.name(),
        UnitKind::Count => "count",
        UnitKind::Multiple => "multiple",
    }
}

fn loaded<'a>(finding: &'a LoadedFinding, to: &mut Describe<'a, '_>) {
    to.text("category", finding.category().name());
    to.text("loaded_class", finding.class().name());
    to.text("strength", finding.strength().name());
    to.part("target", finding.target());
    if finding.alternatives().len() > 0 {
        to.text("alternatives", finding.alternatives().collect::<Vec<_>>().join("; "));
    }
    if let Some(entry) = finding.entry() {
        to.text("entry", entry.to_string());
    }
}
