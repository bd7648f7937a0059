//! spaCy JSON: what `spacy.tokens.Doc.from_json` reads and displaCy draws.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{OffsetUnit, Row, rows};
use crate::{Analysis, Document, Span};

/// The findings of a document as spaCy (3.x) has them: `text`, `tokens`, `sents`, `ents` and `spans`.
///
/// `ents`, which may not overlap, has the findings that overlap none before; displaCy draws it (`manual=True`,
/// `style="ent"`). The span group `newsframe` has all of them, with the rule as the span's `kb_id`. Labels are the layer, and for
/// loaded words the category: `LOADED:LABEL`. Offsets are code points. Tokens are those of the crate, cut where a finding begins or ends
/// inside one, since spans of spaCy consist of whole tokens; white space between them other than one space is a token.
///
/// ```
/// use newsframe::export::SpacyDoc;
/// use newsframe::{Analysis, Article, Document};
///
/// let document = Document::new(Article::from_text("The council made a brazen plan.")?)?;
/// let json = serde_json::to_value(SpacyDoc::new(&document, &Analysis::of(&document))).unwrap();
/// assert_eq!(json["ents"][0]["label"], "LOADED:EVALUATIVE");
/// assert_eq!((&json["ents"][0]["start"], &json["ents"][0]["end"]), (&19.into(), &25.into()));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct SpacyDoc<'a> {
    text: &'a str,
    ents: Vec<Labelled>,
    sents: Vec<Plain>,
    tokens: Vec<SpacyToken>,
    spans: Groups,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
struct Plain {
    start: usize,
    end: usize,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
struct Labelled {
    start: usize,
    end: usize,
    label: String,
    kb_id: String,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
struct SpacyToken {
    id: usize,
    start: usize,
    end: usize,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
struct Groups {
    newsframe: Vec<Labelled>,
}

impl<'a> SpacyDoc<'a> {
    /// The form of a document.
    pub fn new(document: &'a Document, analysis: &'a Analysis) -> Self {
        let unit = |span: Span| OffsetUnit::CodePoint.of(document, span);
        let (mut ents, mut all, mut end) = (Vec::new(), Vec::new(), 0);
        let mut cuts: BTreeSet<usize> = document.tokens().iter().flat_map(|token| bounds(token.span())).collect();
        for row in rows(document, analysis) {
            let span = row.finding().span();
            if span.is_empty() {
                continue;
            }
            let [from, to] = unit(span);
            let entity = Labelled { start: from, end: to, label: label(&row), kb_id: row.finding().rule().to_string() };
            if span.start() >= end {
                end = span.end();
                ents.push(entity.clone());
            }
            all.push(entity);
            cuts.extend(bounds(span));
        }
        let tokens = tokens(document, cuts);
        let sents = sentences(document, &tokens);
        Self { text: document.text(), ents, sents, tokens, spans: Groups { newsframe: all } }
    }
}

fn bounds(span: Span) -> [usize; 2] {
    [span.start(), span.end()]
}

fn label(row: &Row<'_>) -> String {
    let layer = row.layer().name();
    match row.label("category") {
        Some(category) => format!("{layer}:{category}").to_uppercase(),
        None => layer.to_uppercase(),
    }
}

/// The text in pieces between cuts. A space behind a word belongs to the word and is no token.
fn tokens(document: &Document, mut cuts: BTreeSet<usize>) -> Vec<SpacyToken> {
    let text = document.text();
    cuts.extend([0, text.len()]);
    let cuts: Vec<usize> = cuts.into_iter().collect();
    let (mut tokens, mut behind_word) = (Vec::new(), false);
    for pair in cuts.windows(2) {
        let (mut start, end) = (pair[0], pair[1]);
        if behind_word && text.as_bytes()[start] == b' ' {
            start += 1;
        }
        if start < end {
            let [from, to] = OffsetUnit::CodePoint.of(document, Span::of(start, end));
            tokens.push(SpacyToken { id: tokens.len(), start: from, end: to });
        }
        behind_word = start < end;
    }
    tokens
}

/// The sentences, stretched over the white space behind them: sentences of spaCy cover all tokens.
fn sentences(document: &Document, tokens: &[SpacyToken]) -> Vec<Plain> {
    let starts = document.sentences().iter().map(|sentence| OffsetUnit::CodePoint.of(document, sentence.span())[0]);
    let mut starts: Vec<usize> = starts.collect();
    let Some(last) = tokens.last().map(|token| token.end) else { return Vec::new() };
    match starts.first_mut() {
        Some(first) => *first = 0,
        None => starts.push(0),
    }
    let end_before =
        |start: usize| tokens[..tokens.partition_point(|token| token.start < start)].last().map(|token| token.end);
    let ends = starts.iter().skip(1).map(|&start| end_before(start).unwrap_or(start)).chain([last]);
    starts.iter().zip(ends).map(|(&start, end)| Plain { start, end }).collect()
}
