//! The cells of a [`Row`] in the order of the [`Column`]s, for every tabular export.

use std::borrow::Cow;

use super::labels::COMMON;
use super::{Column, LabelValue, OffsetUnit, Row};
use crate::{Document, Span};

/// One cell.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Cell<'a> {
    Empty,
    Text(Cow<'a, str>),
    Integer(usize),
    Number(f64),
    Flag(bool),
}

impl<'a> Cell<'a> {
    fn text(text: Option<&'a str>) -> Self {
        text.map_or(Self::Empty, |text| Self::Text(Cow::Borrowed(text)))
    }

    fn integer(number: Option<usize>) -> Self {
        number.map_or(Self::Empty, Self::Integer)
    }
}

/// What of the article every row repeats.
pub(super) struct Head<'a> {
    article: &'a str,
    section: String,
}

impl<'a> Head<'a> {
    pub(super) fn new(article: &'a str, document: &Document) -> Self {
        Self { article, section: document.article().metadata().section.join(" > ") }
    }
}

/// Calls `each` with every column and its cell.
pub(super) fn cells<'a>(
    head: &'a Head<'a>,
    document: &'a Document,
    unit: OffsetUnit,
    row: &'a Row<'a>,
    mut each: impl FnMut(usize, Cell<'a>),
) {
    let metadata = document.article().metadata();
    let finding = row.finding();
    let [start, end] = unit.of(document, finding.span());
    let common: [Cell<'a>; COMMON] = [
        Cell::text(Some(head.article)),
        Cell::text(metadata.outlet.as_deref()),
        Cell::text(metadata.date.as_deref()),
        Cell::text(Some(head.section.as_str()).filter(|section| !section.is_empty())),
        Cell::Integer(row.number()),
        Cell::text(Some(row.layer().name())),
        Cell::text(Some(finding.rule().analyzer())),
        Cell::text(Some(finding.rule().as_str())),
        Cell::Integer(start),
        Cell::Integer(end),
        Cell::text(Some(row.text())),
        Cell::text(Some(row.voice().name())),
        Cell::text(row.zone().map(|zone| zone.name())),
        Cell::integer(row.sentence()),
        Cell::integer(row.said_in()),
        Cell::Number(finding.confidence().as_f64()),
        Cell::text(Some(finding.reason())),
        joined(document, finding.evidence(), " | "),
    ];
    common.into_iter().enumerate().for_each(|(index, cell)| each(index, cell));
    for (index, column) in Column::all().iter().enumerate().skip(COMMON) {
        let cell = match row.label(column.name()) {
            Some(LabelValue::Text(text)) => Cell::Text(Cow::Borrowed(text)),
            Some(LabelValue::Number(number)) => Cell::Number(*number),
            Some(LabelValue::Flag(flag)) => Cell::Flag(*flag),
            None => joined(document, row.part(column.name()), " … "),
        };
        each(index, cell);
    }
}

fn joined<'a>(document: &'a Document, spans: &[Span], separator: &str) -> Cell<'a> {
    match spans {
        [] => Cell::Empty,
        [only] => Cell::text(Some(document.slice(*only))),
        several => {
            Cell::Text(several.iter().map(|&span| document.slice(span)).collect::<Vec<_>>().join(separator).into())
        }
    }
}
