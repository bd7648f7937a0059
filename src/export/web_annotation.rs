//! W3C Web Annotation (JSON-LD): annotations that any annotation server or viewer of the web can show over the article.

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

use super::{OffsetUnit, Row, rows};
use crate::{Analysis, Document, Span};

/// Characters of context on either side of a quotation.
const CONTEXT: usize = 32;

/// The findings of a document as one `AnnotationPage` of the W3C Web Annotation Data Model.
///
/// Each finding is an annotation: its rule and labels are tags, its reason a description; the target is found by its position (code
/// points) and, should the text have shifted, by the words and 32 characters on either side. Each part is an
/// annotation that links to its finding. The source of a target is the article's URL, or an URN made of the text's digest.
///
/// ```
/// use newsframe::export::WebAnnotations;
/// use newsframe::{Analysis, Article, Document};
///
/// let document = Document::new(Article::from_text("The council made a brazen plan.")?)?;
/// let json = serde_json::to_value(WebAnnotations::new(&document, &Analysis::of(&document))).unwrap();
/// assert_eq!(json["@context"], "http://www.w3.org/ns/anno.jsonld");
/// let selectors = &json["items"][0]["target"]["selector"];
/// assert_eq!(selectors[0]["exact"], "brazen");
/// assert_eq!(selectors[0]["prefix"], "The council made a ");
/// assert_eq!(selectors[1]["start"], 19);
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct WebAnnotations<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
}

impl<'a> WebAnnotations<'a> {
    /// The page of a document.
    pub fn new(document: &'a Document, analysis: &'a Analysis) -> Self {
        Self { document, analysis }
    }
}

#[derive(Serialize)]
struct Page<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    items: Items<'a>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<Body<'a>>,
    target: Target<'a>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Body<'a> {
    TextualBody { purpose: &'static str, value: String, format: &'static str },
    SpecificResource { purpose: &'static str, source: &'a str },
}

#[derive(Serialize)]
struct Target<'a> {
    source: &'a str,
    selector: [Selector<'a>; 2],
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector<'a> {
    TextQuoteSelector { exact: &'a str, prefix: &'a str, suffix: &'a str },
    TextPositionSelector { start: usize, end: usize },
}

impl Serialize for WebAnnotations<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let id = format!("urn:newsframe:{}", self.analysis.provenance().text());
        let source = self.document.article().metadata().url.clone().unwrap_or_else(|| id.clone());
        let items = Items { document: self.document, analysis: self.analysis, id: id.clone(), source };
        Page { context: "http://www.w3.org/ns/anno.jsonld", id, kind: "AnnotationPage", items }.serialize(serializer)
    }
}

struct Items<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
    id: String,
    source: String,
}

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for row in rows(self.document, self.analysis) {
            let id = format!("{}:{}", self.id, row.number());
            let (body, target) = (bodies(&row), self.target(row.finding().span()));
            list.serialize_element(&Annotation {
                id: id.clone(),
                kind: "Annotation",
                motivation: "classifying",
                body,
                target,
            })?;
            for part in row.parts() {
                for (index, &span) in part.spans().iter().enumerate() {
                    let link = Body::SpecificResource { purpose: "linking", source: &id };
                    list.serialize_element(&Annotation {
                        id: format!("{id}:{}:{index}", part.role()),
                        kind: "Annotation",
                        motivation: "linking",
                        body: vec![link, textual("tagging", part.role().to_owned())],
                        target: self.target(span),
                    })?;
                }
            }
        }
        list.end()
    }
}

impl Items<'_> {
    fn target(&self, span: Span) -> Target<'_> {
        let text = self.document.text();
        let (before, after) =
            (text.get(..span.start()).unwrap_or_default(), text.get(span.end()..).unwrap_or_default());
        let prefix = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
        let suffix = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
        let [start, end] = OffsetUnit::CodePoint.of(self.document, span);
        let quote = Selector::TextQuoteSelector {
            exact: self.document.slice(span),
            prefix: &before[prefix..],
            suffix: &after[..suffix],
        };
        Target { source: &self.source, selector: [quote, Selector::TextPositionSelector { start, end }] }
    }
}

fn textual<'a>(purpose: &'static str, value: String) -> Body<'a> {
    Body::TextualBody { purpose, value, format: "text/plain" }
}

fn bodies<'a>(row: &Row<'_>) -> Vec<Body<'a>> {
    let tags = [row.finding().rule().to_string(), format!("voice={}", row.voice())];
    let labels = row.labels().iter().map(|label| format!("{}={}", label.name(), label.value()));
    let tags = tags.into_iter().chain(labels).map(|tag| textual("tagging", tag));
    tags.chain([textual("describing", row.finding().reason().to_owned())]).collect()
}
