//! [`Record`]: an article with its analysis, complete, as it is stored and read back; [`Findings`]: the rows of a document for
//! programs in other languages.

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Deserialize, Serialize, Serializer};

use super::{Label, LabelValue, OffsetUnit, Part, Row, rows};
use crate::error::Kind;
use crate::{Analysis, Article, Document, Error, Result, Span};

/// An article and its analysis in one owned piece: text, zones, metadata, all findings, provenance.
///
/// Reads back equal, and is checked as it is read: the schema is known, the zones cover the text, the analysis is of this
/// text, every span is in order, in bounds and on character boundaries, and every index points at something. Offsets are
/// bytes of UTF-8; see [`Findings`] for other units. The fields are described in `src/export/schema.md`.
///
/// ```
/// use newsframe::export::Record;
/// use newsframe::{Analysis, Article, Document};
///
/// let document = Document::new(Article::from_text("The council made a brazen plan.")?)?;
/// let record = Record::new("a-1", &document, &Analysis::of(&document));
/// let json = serde_json::to_string(&record)?;
/// assert!(json.starts_with(r#"{"schema":"newsframe/1","id":"a-1","article":{"text":"#));
/// assert_eq!(serde_json::from_str::<Record>(&json)?, record);
///
/// let broken = json.replace("[19,25]", "[19,2500]");
/// assert!(serde_json::from_str::<Record>(&broken).unwrap_err().to_string().contains("ends behind the text"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(try_from = "Form")]
pub struct Record {
    schema: String,
    id: String,
    article: Article,
    analysis: Analysis,
}

/// A record before it is checked.
#[derive(Deserialize)]
struct Form {
    schema: String,
    id: String,
    article: Article,
    analysis: Analysis,
}

impl TryFrom<Form> for Record {
    type Error = Error;

    fn try_from(form: Form) -> Result<Self> {
        if form.schema != Record::SCHEMA {
            let problem = format!("schema is `{}`, expected `{}`", form.schema, Record::SCHEMA);
            return Err(Kind::Export { format: "record", problem }.into());
        }
        form.analysis.check_text(form.article.text())?;
        Ok(Self { schema: form.schema, id: form.id, article: form.article, analysis: form.analysis })
    }
}

impl Record {
    /// Name and version of the schema. The version changes when a reader of the old one could misread the new one; fields that a
    /// reader may ignore are added without.
    pub const SCHEMA: &'static str = "newsframe/1";

    /// The record of a document under an id of the caller's.
    pub fn new(id: impl Into<String>, document: &Document, analysis: &Analysis) -> Self {
        Self {
            schema: Self::SCHEMA.to_owned(),
            id: id.into(),
            article: document.article().clone(),
            analysis: analysis.clone(),
        }
    }

    /// The id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The article.
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// The analysis.
    pub fn analysis(&self) -> &Analysis {
        &self.analysis
    }

    /// The document of the article and the analysis, for reports and other exports.
    ///
    /// # Errors
    /// As for [`Document::new`].
    ///
    /// ```
    /// use newsframe::export::Record;
    /// use newsframe::{Analysis, Article, Document};
    ///
    /// let document = Document::new(Article::from_text("It rained.")?)?;
    /// let record = Record::new("a-1", &document, &Analysis::of(&document));
    /// let (document, analysis) = record.into_parts()?;
    /// assert!(analysis.check(&document).is_ok());
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn into_parts(self) -> Result<(Document, Analysis)> {
        Ok((Document::new(self.article)?, self.analysis))
    }
}

/// The rows of a document as one value, with offsets in a unit of one's choice.
///
/// Flat, for programs in other languages; not read back (that is what [`Record`] is for).
///
/// ```
/// use newsframe::export::{Findings, OffsetUnit};
/// use newsframe::{Analysis, Article, Document};
///
/// let document = Document::new(Article::from_text("£5m? The council made a brazen plan.")?)?;
/// let analysis = Analysis::of(&document);
/// let json = serde_json::to_value(Findings::new("a-1", &document, &analysis).offsets(OffsetUnit::Utf16)).unwrap();
/// let findings = json["findings"].as_array().unwrap();
/// let brazen = findings.iter().find(|finding| finding["text"] == "brazen").unwrap();
/// assert_eq!((&brazen["start"], &brazen["labels"]["category"]), (&24.into(), &"evaluative".into()));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Findings<'a> {
    id: &'a str,
    document: &'a Document,
    analysis: &'a Analysis,
    unit: OffsetUnit,
}

impl<'a> Findings<'a> {
    /// The rows of a document under an id of the caller's, with offsets in code points.
    pub fn new(id: &'a str, document: &'a Document, analysis: &'a Analysis) -> Self {
        Self { id, document, analysis, unit: OffsetUnit::CodePoint }
    }

    /// Counts offsets in another unit.
    #[must_use]
    pub fn offsets(mut self, unit: OffsetUnit) -> Self {
        self.unit = unit;
        self
    }
}

impl Serialize for Findings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let metadata = self.document.article().metadata();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("schema", "newsframe-findings/1")?;
        map.serialize_entry("id", self.id)?;
        map.serialize_entry("metadata", metadata)?;
        map.serialize_entry("provenance", self.analysis.provenance())?;
        map.serialize_entry("offsets", &self.unit)?;
        map.serialize_entry("findings", &FlatRows(self))?;
        map.end()
    }
}

struct FlatRows<'a>(&'a Findings<'a>);

impl Serialize for FlatRows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Findings { document, analysis, unit, .. } = *self.0;
        let rows = rows(document, analysis);
        let mut list = serializer.serialize_seq(Some(rows.len()))?;
        for row in rows {
            list.serialize_element(&FlatRow { row: &row, document, unit })?;
        }
        list.end()
    }
}

struct FlatRow<'a> {
    row: &'a Row<'a>,
    document: &'a Document,
    unit: OffsetUnit,
}

impl Serialize for FlatRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { row, document, unit } = *self;
        let finding = row.finding();
        let spans = |spans: &[Span]| spans.iter().map(|&span| unit.of(document, span)).collect::<Vec<_>>();
        let [start, end] = unit.of(document, finding.span());
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("finding", &row.number())?;
        map.serialize_entry("layer", row.layer().name())?;
        map.serialize_entry("rule", finding.rule())?;
        map.serialize_entry("start", &start)?;
        map.serialize_entry("end", &end)?;
        map.serialize_entry("text", row.text())?;
        map.serialize_entry("voice", &row.voice())?;
        map.serialize_entry("zone", &row.zone())?;
        map.serialize_entry("sentence", &row.sentence())?;
        map.serialize_entry("said_in", &row.said_in())?;
        map.serialize_entry("confidence", &finding.confidence())?;
        map.serialize_entry("reason", finding.reason())?;
        map.serialize_entry("evidence", &spans(finding.evidence()))?;
        let parts = row.parts().iter().map(|part: &Part| (part.role(), spans(part.spans())));
        map.serialize_entry("parts", &Entries(parts))?;
        map.serialize_entry(
            "labels",
            &Entries(row.labels().iter().map(|label: &Label<'_>| (label.name(), label.value()))),
        )?;
        map.end()
    }
}

/// Pairs as a map, in their order.
struct Entries<I>(I);

impl<I, V> Serialize for Entries<I>
where
    I: Iterator<Item = (&'static str, V)> + Clone,
    V: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.clone())
    }
}

impl Serialize for LabelValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
        }
    }
}
