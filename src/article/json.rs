//! The crate's own JSON form of an [`Article`], both ways.

use serde::{Deserialize, Serialize};

use super::{Article, Metadata, Zone, ZoneKind};
use crate::{Error, Result};

/// Every field that the JSON form may have. Which of them go together is checked on conversion.
#[derive(Serialize, Deserialize)]
pub(super) struct ArticleForm {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    zones: Option<Vec<Zone>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    headline: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    standfirst: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    byline: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    dateline: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    body: Option<Body>,
    #[serde(flatten)]
    metadata: Metadata,
}

/// The body: running text, or blocks.
#[derive(Serialize, Deserialize)]
#[serde(untagged, expecting = "a string, or a list of strings and of blocks {kind, text}")]
enum Body {
    Running(String),
    Blocks(Vec<Block>),
}

/// One block of the body.
#[derive(Serialize, Deserialize)]
#[serde(untagged, expecting = "a string or a block {kind, text}")]
enum Block {
    Paragraph(String),
    Of { kind: ZoneKind, text: String },
}

impl From<Article> for ArticleForm {
    fn from(article: Article) -> Self {
        Self {
            text: Some(article.text),
            zones: Some(article.zones),
            headline: None,
            standfirst: None,
            byline: None,
            dateline: None,
            body: None,
            metadata: article.metadata,
        }
    }
}

impl TryFrom<ArticleForm> for Article {
    type Error = Error;

    fn try_from(form: ArticleForm) -> Result<Self> {
        let parts = [
            ("headline", form.headline.is_some()),
            ("standfirst", form.standfirst.is_some()),
            ("byline", form.byline.is_some()),
            ("dateline", form.dateline.is_some()),
            ("body", form.body.is_some()),
        ];
        let part = parts.into_iter().find_map(|(name, given)| given.then_some(name));
        match (form.text, form.zones, part) {
            (Some(_), _, Some(part)) => Err(Error::field(part, "given beside `text`, which has the whole article")),
            (Some(text), Some(zones), None) => Self::from_zones(text, zones, form.metadata),
            (Some(text), None, None) => {
                let mut article = Self::from_text(text)?;
                merge(&mut article.metadata, form.metadata);
                Ok(article)
            }
            (None, Some(_), _) => Err(Error::field("zones", "given without the `text` they are spans of")),
            (None, None, None) => Err(Error::field("text", "missing: expected `text`, or `headline` and `body`")),
            (None, None, Some(_)) => {
                let mut builder = Self::builder().metadata(form.metadata);
                builder = form.headline.into_iter().fold(builder, |builder, text| builder.headline(text));
                builder = form.standfirst.into_iter().fold(builder, |builder, text| builder.standfirst(text));
                builder = form.byline.into_iter().fold(builder, |builder, text| builder.byline(text));
                builder = form.dateline.into_iter().fold(builder, |builder, text| builder.dateline(text));
                match form.body {
                    Some(Body::Running(text)) => builder.body(text),
                    Some(Body::Blocks(blocks)) => blocks.into_iter().fold(builder, |builder, block| match block {
                        Block::Paragraph(text) => builder.paragraph(text),
                        Block::Of { kind, text } => builder.block(kind, text),
                    }),
                    None => builder,
                }
                .build()
            }
        }
    }
}

/// Metadata given beside the text go before what was read off the text.
fn merge(read: &mut Metadata, given: Metadata) {
    let read_section = std::mem::take(&mut read.section);
    let outlet = read.outlet.take();
    *read = given;
    if read.section.is_empty() {
        read.section = read_section;
    }
    read.outlet = read.outlet.take().or(outlet);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Article, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    #[test]
    fn forms_that_are_read() {
        let parts = read(r#"{"id": "x", "headline": "Rain", "body": "It rained.\n\nA lot.", "outlet": "Gazette", "date": "2024-05-13"}"#).unwrap();
        assert_eq!(parts.text(), "Rain\n\nIt rained.\n\nA lot.");
        assert_eq!(parts.metadata().outlet.as_deref(), Some("Gazette"));
        let blocks =
            read(r#"{"body": ["It rained.", {"kind": "crosshead", "text": "More rain"}], "dateline": "AGNES —"}"#)
                .unwrap();
        let kinds: Vec<_> = blocks.zones().iter().map(|zone| zone.kind()).collect();
        assert_eq!(kinds, [ZoneKind::Dateline, ZoneKind::Paragraph, ZoneKind::Crosshead]);
        assert_eq!(read(r#"{"text": "It rained."}"#).unwrap().zones().len(), 1);
    }

    #[test]
    fn forms_that_are_refused_say_why() {
        let cases = [
            (r#"{}"#, "missing: expected `text`"),
            (r#"{"text": "Rain.", "body": "Rain."}"#, "article field `body`: given beside `text`"),
            (r#"{"zones": []}"#, "article field `zones`: given without"),
            (r#"{"text": "Rain.", "zones": []}"#, "text behind the last zone"),
            (r#"{"text": "Rain.", "zones": [{"kind": "paragraph", "span": [0, 9]}]}"#, "out of bounds"),
            (r#"{"text": "Rain.", "zones": [{"kind": "paragraph", "span": [4, 2]}]}"#, "starts behind its end"),
            (r#"{"text": "é", "zones": [{"kind": "paragraph", "span": [1, 2]}]}"#, "cuts a character"),
            (r#"{"text": "Rain now", "zones": [{"kind": "paragraph", "span": [5, 8]}]}"#, "there is text between"),
            (r#"{"text": 3}"#, "expected a string"),
            (r#"{"body": 3}"#, "a string, or a list of strings and of blocks"),
            ("{\"text\": \"\\ud800x\"}", "hex escape"),
        ];
        for (json, expected) in cases {
            let error = read(json).unwrap_err();
            assert!(error.contains(expected), "{json}: {error}");
        }
    }
}
