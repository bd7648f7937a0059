//! UIMA CAS JSON 0.4: for INCEpTION, dkpro-cassis, and Java.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::{Column, ColumnKind, LabelValue, OffsetUnit, Row, rows};
use crate::{Analysis, Document, Span};

const ANNOTATION: &str = "uima.tcas.Annotation";
const FINDING: &str = "newsframe.Finding";
const PART: &str = "newsframe.Part";
const LINK: &str = "newsframe.Link";
const SENTENCE: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence";
const TOKEN: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token";

/// Of the columns those that are features of a finding: neither what the article has, nor what offsets say.
const NOT_FEATURES: &[&str] = &["article", "outlet", "date", "section", "start", "end", "text", "evidence"];

/// The findings of a document as a CAS in JSON (format version 0.4, *UIMA CAS JSON 0.4* among INCEpTION's formats).
///
/// Types: `newsframe.Finding` with the [columns](Column::all) as features, `newsframe.Part` (feature `role`) for its parts, and
/// `newsframe.Link` from finding (`Governor`) to part (`Dependent`), as relation layers of INCEpTION have it; tokens and sentences in
/// the types of DKPro Core, which INCEpTION requires. Findings stand over their [anchor](super::Row::anchor)'s first
/// piece. Offsets are UTF-16 units.
///
/// ```
/// use newsframe::export::CasJson;
/// use newsframe::{Analysis, Article, Document};
///
/// let document = Document::new(Article::from_text("The council made a brazen plan.")?)?;
/// let json = serde_json::to_value(CasJson::new(&document, &Analysis::of(&document))).unwrap();
/// let findings = json["%FEATURE_STRUCTURES"].as_array().unwrap();
/// let finding = findings.iter().find(|fs| fs["%TYPE"] == "newsframe.Finding").unwrap();
/// assert_eq!((&finding["begin"], &finding["category"]), (&19.into(), &"evaluative".into()));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct CasJson<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
}

impl<'a> CasJson<'a> {
    /// The CAS of a document.
    pub fn new(document: &'a Document, analysis: &'a Analysis) -> Self {
        Self { document, analysis }
    }
}

impl Serialize for CasJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let structures = structures(self.document, self.analysis);
        let members = structures.iter().map(|fs| fs.id).filter(|&id| id != SOFA).collect();
        let view = View { sofa: SOFA, members };
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("%TYPES", &Types)?;
        map.serialize_entry("%FEATURE_STRUCTURES", &structures)?;
        map.serialize_entry("%VIEWS", &Views { initial: view })?;
        map.end()
    }
}

/// Id of the feature structure with the text.
const SOFA: usize = 1;

#[derive(Serialize)]
struct Views {
    #[serde(rename = "_InitialView")]
    initial: View,
}

#[derive(Serialize)]
struct View {
    #[serde(rename = "%SOFA")]
    sofa: usize,
    #[serde(rename = "%MEMBERS")]
    members: Vec<usize>,
}

/// A feature structure.
struct Structure<'a> {
    id: usize,
    kind: &'static str,
    features: Vec<(&'static str, Feature<'a>)>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Feature<'a> {
    Text(&'a str),
    Owned(String),
    Integer(usize),
    Number(f64),
    Flag(bool),
}

impl Serialize for Structure<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.features.len() + 2))?;
        map.serialize_entry("%ID", &self.id)?;
        map.serialize_entry("%TYPE", self.kind)?;
        self.features.iter().try_for_each(|(name, value)| map.serialize_entry(name, value))?;
        map.end()
    }
}

fn structures<'a>(document: &'a Document, analysis: &'a Analysis) -> Vec<Structure<'a>> {
    let sofa = vec![
        ("sofaNum", Feature::Integer(1)),
        ("sofaID", Feature::Text("_InitialView")),
        ("mimeType", Feature::Text("text/plain")),
        ("sofaString", Feature::Text(document.text())),
    ];
    let mut all = Structures { document, list: vec![Structure { id: SOFA, kind: "uima.cas.Sofa", features: sofa }] };
    let language = document.article().metadata().language.as_deref().unwrap_or("en");
    let whole = Span::of(0, document.text().len());
    all.add("uima.tcas.DocumentAnnotation", whole, vec![("language", Feature::Text(language))]);
    for sentence in document.sentences() {
        all.add(SENTENCE, sentence.span(), Vec::new());
    }
    for token in document.tokens() {
        all.add(TOKEN, token.span(), Vec::new());
    }
    for row in rows(document, analysis) {
        all.row(&row);
    }
    all.list
}

struct Structures<'a> {
    document: &'a Document,
    list: Vec<Structure<'a>>,
}

impl<'a> Structures<'a> {
    fn add(&mut self, kind: &'static str, span: Span, features: Vec<(&'static str, Feature<'a>)>) -> usize {
        let id = self.list.len() + 1;
        let [begin, end] = OffsetUnit::Utf16.of(self.document, span);
        let place =
            [("@sofa", Feature::Integer(SOFA)), ("begin", Feature::Integer(begin)), ("end", Feature::Integer(end))];
        self.list.push(Structure { id, kind, features: place.into_iter().chain(features).collect() });
        id
    }

    fn row(&mut self, row: &Row<'a>) {
        let anchor = row.anchor().first().copied().unwrap_or_default();
        let finding = self.add(FINDING, anchor, features(self.document, row));
        for part in row.parts().iter().filter(|part| part.spans() != &*row.anchor()) {
            for &span in part.spans() {
                let dependent = self.add(PART, span, vec![("role", Feature::Text(part.role()))]);
                let ends = [("@Governor", Feature::Integer(finding)), ("@Dependent", Feature::Integer(dependent))];
                self.add(LINK, span, ends.into_iter().chain([("role", Feature::Text(part.role()))]).collect());
            }
        }
    }
}

fn features<'a>(document: &Document, row: &Row<'a>) -> Vec<(&'static str, Feature<'a>)> {
    let finding = row.finding();
    let mut features = vec![
        ("finding", Feature::Integer(row.number())),
        ("layer", Feature::Text(row.layer().name())),
        ("analyzer", Feature::Text(finding.rule().analyzer())),
        ("rule", Feature::Text(finding.rule().as_str())),
        ("voice", Feature::Text(row.voice().name())),
        ("confidence", Feature::Number(finding.confidence().as_f64())),
        ("reason", Feature::Text(finding.reason())),
    ];
    features.extend(row.zone().map(|zone| ("zone", Feature::Text(zone.name()))));
    features.extend(row.sentence().map(|sentence| ("sentence", Feature::Integer(sentence))));
    features.extend(row.said_in().map(|said_in| ("said_in", Feature::Integer(said_in))));
    for label in row.labels() {
        let value = match label.value() {
            LabelValue::Text(text) => Feature::Owned(text.to_string()),
            LabelValue::Number(number) => Feature::Number(*number),
            LabelValue::Flag(flag) => Feature::Flag(*flag),
        };
        features.push((label.name(), value));
    }
    for part in row.parts() {
        let words = part.spans().iter().map(|&span| document.slice(span)).collect::<Vec<_>>().join(" … ");
        features.push((part.role(), Feature::Owned(words)));
    }
    features
}

/// The type system.
struct Types;

impl Serialize for Types {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let columns = Column::all().iter().filter(|column| !NOT_FEATURES.contains(&column.name()));
        let finding = columns.map(|column| (column.name(), range(column.kind()))).collect();
        let role = ("role", "uima.cas.String");
        let mut map = serializer.serialize_map(Some(5))?;
        map.serialize_entry(FINDING, &Type { name: FINDING, features: finding })?;
        map.serialize_entry(PART, &Type { name: PART, features: vec![role] })?;
        map.serialize_entry(
            LINK,
            &Type { name: LINK, features: vec![("Governor", FINDING), ("Dependent", PART), role] },
        )?;
        map.serialize_entry(SENTENCE, &Type { name: SENTENCE, features: Vec::new() })?;
        map.serialize_entry(TOKEN, &Type { name: TOKEN, features: Vec::new() })?;
        map.end()
    }
}

fn range(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Text => "uima.cas.String",
        ColumnKind::Integer => "uima.cas.Integer",
        ColumnKind::Number => "uima.cas.Double",
        ColumnKind::Flag => "uima.cas.Boolean",
    }
}

struct Type {
    name: &'static str,
    features: Vec<(&'static str, &'static str)>,
}

#[derive(Serialize)]
struct Range {
    #[serde(rename = "%NAME")]
    name: &'static str,
    #[serde(rename = "%RANGE")]
    range: &'static str,
}

impl Serialize for Type {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.features.len() + 2))?;
        map.serialize_entry("%NAME", self.name)?;
        map.serialize_entry("%SUPER_TYPE", ANNOTATION)?;
        for &(name, range) in &self.features {
            map.serialize_entry(name, &Range { name, range })?;
        }
        map.end()
    }
}
