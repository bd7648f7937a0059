//! [`Row`]: one finding of any analyzer or plug-in, in the one shape that all exports are made from.

use std::borrow::Cow;

use super::labels::{self, Label, Part};
use crate::attribution::{AttributionRelation, ScareQuote, UnattributedAssertion};
use crate::loaded::LoadedFinding;
use crate::quantity::{Quantity, QuantityWarning};
use crate::{Analysis, Document, Finding, Span, Voice, ZoneKind};

/// Which list of an [`Analysis`] a finding comes from.
///
/// ```
/// assert_eq!(newsframe::export::Layer::Loaded.name(), "loaded");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Layer {
    /// Somebody says, thinks, wants or sees something.
    Attribution,
    /// Intent, cause or inner state, claimed with no source.
    UnattributedAssertion,
    /// Quotation marks that keep distance from a word.
    ScareQuote,
    /// A number and what it claims.
    Quantity,
    /// Something to know about how a number is used.
    QuantityWarning,
    /// A word that colours the text.
    Loaded,
    /// A finding of an analyzer from outside the crate.
    Plugin,
}

impl Layer {
    /// All layers, in order.
    pub const ALL: &'static [Self] = &[
        Self::Attribution,
        Self::UnattributedAssertion,
        Self::ScareQuote,
        Self::Quantity,
        Self::QuantityWarning,
        Self::Loaded,
        Self::Plugin,
    ];

    /// The name used in output: `quantity_warning`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Attribution => "attribution",
            Self::UnattributedAssertion => "unattributed_assertion",
            Self::ScareQuote => "scare_quote",
            Self::Quantity => "quantity",
            Self::QuantityWarning => "quantity_warning",
            Self::Loaded => "loaded",
            Self::Plugin => "plugin",
        }
    }
}

/// A finding as its list has it.
#[derive(Clone, Copy)]
pub(super) enum Item<'a> {
    Attribution(usize, &'a AttributionRelation),
    Unattributed(&'a UnattributedAssertion),
    ScareQuote(&'a ScareQuote),
    Quantity(&'a Quantity),
    Warning(&'a QuantityWarning),
    Loaded(&'a LoadedFinding),
    Plugin(&'a dyn Finding),
}

impl<'a> Item<'a> {
    fn layer(self) -> Layer {
        match self {
            Self::Attribution(..) => Layer::Attribution,
            Self::Unattributed(_) => Layer::UnattributedAssertion,
            Self::ScareQuote(_) => Layer::ScareQuote,
            Self::Quantity(_) => Layer::Quantity,
            Self::Warning(_) => Layer::QuantityWarning,
            Self::Loaded(_) => Layer::Loaded,
            Self::Plugin(_) => Layer::Plugin,
        }
    }

    pub(super) fn finding(self) -> &'a dyn Finding {
        match self {
            Self::Attribution(_, finding) => finding,
            Self::Unattributed(finding) => finding,
            Self::ScareQuote(finding) => finding,
            Self::Quantity(finding) => finding,
            Self::Warning(finding) => finding,
            Self::Loaded(finding) => finding,
            Self::Plugin(finding) => finding,
        }
    }
}

/// The findings of a document, in order of the text: one [`Row`] each, whatever analyzer or plug-in made it.
///
/// ```
/// use newsframe::export::{Layer, rows};
/// use newsframe::{Analysis, Article, Document};
///
/// let document = Document::new(Article::from_text("The council made a brazen plan.")?)?;
/// let analysis = Analysis::of(&document);
/// let loaded: Vec<_> = rows(&document, &analysis).filter(|row| row.layer() == Layer::Loaded).collect();
/// assert_eq!(loaded[0].text(), "brazen");
/// assert_eq!(loaded[0].label("category").unwrap().to_string(), "evaluative");
/// # Ok::<(), newsframe::Error>(())
/// ```
pub fn rows<'a>(document: &'a Document, analysis: &'a Analysis) -> Rows<'a> {
    let said = analysis.attribution();
    let mut items: Vec<Item<'a>> = Vec::new();
    items.extend(said.relations().iter().enumerate().map(|(index, relation)| Item::Attribution(index, relation)));
    items.extend(said.unattributed().iter().map(Item::Unattributed));
    items.extend(said.scare_quotes().iter().map(Item::ScareQuote));
    items.extend(analysis.quantity().quantities().iter().map(Item::Quantity));
    items.extend(analysis.quantity().warnings().iter().map(Item::Warning));
    items.extend(analysis.loaded().findings().iter().map(Item::Loaded));
    items.extend(analysis.plugins().iter().map(|finding| Item::Plugin(finding)));
    items.sort_by(|one, other| {
        let (a, b) = (one.finding(), other.finding());
        (a.span(), a.rule()).cmp(&(b.span(), b.rule()))
    });
    let mut numbers = vec![0; said.len()];
    for (number, item) in items.iter().enumerate() {
        if let Item::Attribution(index, _) = item {
            numbers[*index] = number;
        }
    }
    Rows { document, analysis, items, numbers, next: 0 }
}

/// The iterator that [`rows`] returns.
///
/// ```
/// use newsframe::export::rows;
/// use newsframe::{Analysis, Article, Document};
///
/// let document = Document::new(Article::from_text("“The bill rose 40%,” said Ana Ruiz.")?)?;
/// let analysis = Analysis::of(&document);
/// let all = rows(&document, &analysis);
/// assert_eq!(all.len(), all.clone().count());
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone)]
pub struct Rows<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
    items: Vec<Item<'a>>,
    /// The row of each attribution.
    numbers: Vec<usize>,
    next: usize,
}

impl<'a> Rows<'a> {
    fn row(&self, number: usize, item: Item<'a>) -> Row<'a> {
        let finding = item.finding();
        let span = finding.span();
        let (mut parts, mut labels) = (Vec::new(), Vec::new());
        labels::describe(self.document, self.analysis, item, &mut parts, &mut labels);
        let said_in = match item {
            Item::Attribution(_, relation) => relation.parent(),
            _ => self.analysis.voices().stretch_at(span).and_then(|stretch| stretch.attribution()),
        };
        let token = self.document.token_at(span.start());
        let sentence = (token < self.document.tokens().len()).then(|| self.document.sentence_of(token));
        Row {
            number,
            layer: item.layer(),
            finding,
            text: self.document.slice(span),
            voice: voice(self.analysis, item),
            zone: zone(self.document, span),
            sentence,
            said_in: said_in.and_then(|index| self.numbers.get(index).copied()),
            parts,
            labels,
        }
    }
}

impl<'a> Iterator for Rows<'a> {
    type Item = Row<'a>;

    fn next(&mut self) -> Option<Row<'a>> {
        let number = self.next;
        let row = self.row(number, *self.items.get(number)?);
        self.next += 1;
        Some(row)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.items.len() - self.next;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Rows<'_> {}

impl std::fmt::Debug for Rows<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rows").field("left", &self.len()).finish_non_exhaustive()
    }
}

/// Whose words a finding is. An attribution is in the voice of its cue: reporting speech is the outlet's act, whoever speaks.
fn voice(analysis: &Analysis, item: Item<'_>) -> Voice {
    match item {
        Item::Loaded(finding) => finding.voice(),
        Item::Attribution(_, relation) => match (relation.cue().first(), relation.parent()) {
            (Some(&cue), _) => analysis.voice_of(cue),
            (None, Some(_)) => analysis.voice_of(relation.span()),
            (None, None) => Voice::Outlet,
        },
        _ => analysis.voice_of(item.finding().span()),
    }
}

fn zone(document: &Document, span: Span) -> Option<ZoneKind> {
    let zones = document.zones();
    let zone = zones.get(zones.partition_point(|zone| zone.span().end() <= span.start()))?;
    zone.span().contains_offset(span.start()).then(|| zone.kind())
}

/// One finding, and what an export needs to know of it.
///
/// ```
/// use newsframe::export::{Layer, rows};
/// use newsframe::{Analysis, Article, Document, ZoneKind};
///
/// let document = Document::new(Article::from_text("“We are ready,” said Ana Ruiz.")?)?;
/// let analysis = Analysis::of(&document);
/// let row = rows(&document, &analysis).next().unwrap();
/// assert_eq!((row.number(), row.layer()), (0, Layer::ALL[0]));
/// assert_eq!(row.text(), document.slice(row.finding().span()));
/// assert_eq!((row.zone(), row.sentence()), (Some(ZoneKind::Paragraph), Some(0)));
/// assert!(!row.parts().is_empty() && !row.labels().is_empty());
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone)]
pub struct Row<'a> {
    number: usize,
    layer: Layer,
    finding: &'a dyn Finding,
    text: &'a str,
    voice: Voice,
    zone: Option<ZoneKind>,
    sentence: Option<usize>,
    said_in: Option<usize>,
    parts: Vec<Part>,
    labels: Vec<Label<'a>>,
}

impl<'a> Row<'a> {
    /// Its place among the rows of the document, from 0.
    pub fn number(&self) -> usize {
        self.number
    }

    /// Which list it comes from.
    pub fn layer(&self) -> Layer {
        self.layer
    }

    /// The finding: its span, rule, evidence, confidence and reason.
    pub fn finding(&self) -> &'a dyn Finding {
        self.finding
    }

    /// The words under its span.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Whose words it is. For an attribution: who does the attributing, so the outlet for most of them.
    ///
    /// ```
    /// # use newsframe::export::rows;
    /// # use newsframe::{Analysis, Article, Document};
    /// # let document = Document::new(Article::from_text("“The bill rose 40%,” said Ana Ruiz.")?)?;
    /// # let analysis = Analysis::of(&document);
    /// let voice_of = |layer: &str| rows(&document, &analysis).find(|row| row.layer().name() == layer).unwrap().voice();
    /// assert_eq!((voice_of("quantity").name(), voice_of("attribution").name()), ("quoted", "outlet"));
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn voice(&self) -> Voice {
        self.voice
    }

    /// The zone of the article it starts in.
    pub fn zone(&self) -> Option<ZoneKind> {
        self.zone
    }

    /// The sentence it starts in, counted from 0.
    pub fn sentence(&self) -> Option<usize> {
        self.sentence
    }

    /// The [number](Row::number) of the attribution whose content it stands in.
    ///
    /// ```
    /// # use newsframe::export::rows;
    /// # use newsframe::{Analysis, Article, Document};
    /// # let document = Document::new(Article::from_text("“The bill rose 40%,” said Ana Ruiz.")?)?;
    /// # let analysis = Analysis::of(&document);
    /// let all: Vec<_> = rows(&document, &analysis).collect();
    /// let bill = all.iter().find(|row| row.layer().name() == "quantity").unwrap();
    /// assert_eq!(all[bill.said_in().unwrap()].layer().name(), "attribution");
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn said_in(&self) -> Option<usize> {
        self.said_in
    }

    /// Its parts with the characters they rest on: source, cue and content; subject and baseline; target.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// What it says of itself besides, as names and values; see [`Column`](super::Column) for the names.
    pub fn labels(&self) -> &[Label<'a>] {
        &self.labels
    }

    /// The value of a label, if the finding has it.
    ///
    /// ```
    /// # use newsframe::export::rows;
    /// # use newsframe::{Analysis, Article, Document};
    /// # let document = Document::new(Article::from_text("“The bill rose 40%,” said Ana Ruiz.")?)?;
    /// # let analysis = Analysis::of(&document);
    /// let bill = rows(&document, &analysis).find(|row| row.layer().name() == "quantity").unwrap();
    /// assert_eq!(bill.label("speaker").unwrap().to_string(), "Ana Ruiz");
    /// assert_eq!(bill.label("stance"), None);
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn label(&self, name: &str) -> Option<&labels::LabelValue<'a>> {
        self.labels.iter().find(|label| label.name() == name).map(Label::value)
    }

    /// The spans of a part; empty if it has none.
    ///
    /// ```
    /// # use newsframe::export::rows;
    /// # use newsframe::{Analysis, Article, Document};
    /// # let document = Document::new(Article::from_text("“The bill rose 40%,” said Ana Ruiz.")?)?;
    /// # let analysis = Analysis::of(&document);
    /// let said = rows(&document, &analysis).find(|row| row.layer().name() == "attribution").unwrap();
    /// assert_eq!(document.slice(said.part("source")[0]), "Ana Ruiz");
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn part(&self, role: &str) -> &[Span] {
        self.parts.iter().find(|part| part.role() == role).map_or(&[], Part::spans)
    }

    /// The spans to mark for the finding where its parts are marked too: the cue of an attribution (or its content, if it has no
    /// cue), the span of any other finding.
    ///
    /// ```
    /// # use newsframe::export::rows;
    /// # use newsframe::{Analysis, Article, Document};
    /// # let document = Document::new(Article::from_text("“The bill rose 40%,” said Ana Ruiz.")?)?;
    /// # let analysis = Analysis::of(&document);
    /// let said = rows(&document, &analysis).find(|row| row.layer().name() == "attribution").unwrap();
    /// assert_eq!(document.slice(said.anchor()[0]), "said");
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn anchor(&self) -> Cow<'_, [Span]> {
        let anchor = [self.part("cue"), self.part("content")].into_iter().find(|spans| !spans.is_empty());
        match anchor {
            Some(spans) if self.layer == Layer::Attribution => Cow::Borrowed(spans),
            _ => Cow::Owned(vec![self.finding.span()]),
        }
    }
}

impl std::fmt::Debug for Row<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Row").field("rule", self.finding.rule()).field("text", &self.text).finish_non_exhaustive()
    }
}
