//! Headline numbers against the body.
//!
//! # What it finds
//! For each number of the headline how it follows from the body: copied, written otherwise, rounded, or calculated from two
//! numbers; or that it does not.
//!
//! # Why it matters
//! Headlines round, convert and add up; only what follows in none of these ways deserves a look.
//!
//! # Examples
//! `$5K` and *$5,000*: other writing. `680` and *679.95*: rounded. `15 Years Later` and *1998 … 2013*: a difference.
//!
//! # Counter-examples
//! The digits of `7-Eleven` are a name and have no relation to look for; they are matched as they stand.
//!
//! # Known limits
//! Any two numbers of the body may explain a small one by chance; relations by calculation are therefore looked for in the
//! same unit, or between years.

use serde::{Deserialize, Serialize};

use super::cursor::Cursor;
use super::draft::Draft;
use super::{Number, QuantityKind, Value};
use crate::{Span, ZoneKind};

/// How a number of the headline follows from the body (after Huang et al. 2024).
///
/// ```
/// use newsframe::quantity::HeadlineRelation;
///
/// assert_eq!(HeadlineRelation::NotFound.name(), "not_found");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum HeadlineRelation {
    /// The same number in the same digits.
    Copied,
    /// The same number written otherwise: a word for digits, a letter for noughts.
    Rewritten,
    /// Rounded.
    Rounded,
    /// The sum of two numbers.
    Sum,
    /// The difference of two numbers.
    Difference,
    /// One number divided by another, or multiplied.
    Quotient,
    /// None of these.
    NotFound,
}

impl HeadlineRelation {
    /// The name used in output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Copied => "copied",
            Self::Rewritten => "rewritten",
            Self::Rounded => "rounded",
            Self::Sum => "sum",
            Self::Difference => "difference",
            Self::Quotient => "quotient",
            Self::NotFound => "not_found",
        }
    }
}

/// A number of the headline and how it follows from the body.
///
/// ```
/// use newsframe::quantity::HeadlineRelation;
/// use newsframe::{Analyzer, Article, Document, Quantities};
///
/// let article = Article::builder().headline("Fire destroys 700 homes").body("The fire destroyed 698 homes.").build()?;
/// let document = Document::new(article)?;
/// let found = Quantities::new().analyze(&document);
/// let number = &found.headline()[0];
/// assert_eq!(number.relation(), HeadlineRelation::Rounded);
/// assert_eq!(document.slice(number.span()), "700");
/// assert_eq!(document.slice(number.body()[0]), "698");
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct HeadlineNumber {
    span: Span,
    relation: HeadlineRelation,
    body: Vec<Span>,
}

impl HeadlineNumber {
    /// The span of the quantity in the headline.
    pub fn span(&self) -> Span {
        self.span
    }

    /// How it follows from the body.
    pub fn relation(&self) -> HeadlineRelation {
        self.relation
    }

    /// The quantities of the body it follows from.
    pub fn body(&self) -> &[Span] {
        &self.body
    }
}

/// The most numbers of a body that are combined two by two.
const COMBINED: usize = 40;

/// The numbers of the headline with their relations.
pub(super) fn compare(cursor: &Cursor, drafts: &[Draft]) -> Vec<HeadlineNumber> {
    let headline = cursor.document.zones().iter().find(|zone| zone.kind() == ZoneKind::Headline);
    let Some(headline) = headline.map(|zone| zone.span()) else { return Vec::new() };
    let behind = drafts.partition_point(|draft| draft.span.end() <= headline.end());
    let (heads, body) = drafts.split_at(behind);
    let heads = heads.iter().filter(|draft| draft.span.start() >= headline.start()).take(COMBINED);
    heads.filter(|draft| draft.value != Value::Overflow).map(|draft| relate(cursor, draft, body)).collect()
}

fn relate(cursor: &Cursor, head: &Draft, body: &[Draft]) -> HeadlineNumber {
    let (relation, body) = same(cursor, head, body)
        .or_else(|| word_of(head, body))
        .or_else(|| rounded(head, body))
        .or_else(|| calculated(head, body))
        .unwrap_or((HeadlineRelation::NotFound, Vec::new()));
    HeadlineNumber { span: head.span, relation, body }
}

type Found = Option<(HeadlineRelation, Vec<Span>)>;

/// The value without sign: headlines tell falls as plain numbers.
fn sizes(draft: &Draft) -> impl Iterator<Item = Number> {
    let ends = match draft.value {
        Value::Exact(number) => [Some(number), None],
        Value::Interval { first, last } => [Some(first), Some(last)],
        Value::Vague { base, .. } => [Some(base), None],
        Value::Overflow => [None, None],
    };
    ends.into_iter().flatten().map(Number::abs)
}

fn same(cursor: &Cursor, head: &Draft, body: &[Draft]) -> Found {
    let text = |draft: &Draft| draft.number.slice(cursor.text).unwrap_or("").to_lowercase();
    let written = text(head);
    let mut other = None;
    for draft in body {
        if text(draft) == written {
            return Some((HeadlineRelation::Copied, vec![draft.span]));
        }
        if other.is_none() && sizes(head).any(|one| sizes(draft).any(|two| one == two)) {
            let digits = head.numeral.digits.is_some() && draft.numeral.digits.is_some();
            let plain = head.numeral.scale.is_none() == draft.numeral.scale.is_none();
            other = Some((digits && plain, draft.span));
        }
    }
    let (copied, span) = other?;
    let relation = if copied { HeadlineRelation::Copied } else { HeadlineRelation::Rewritten };
    Some((relation, vec![span]))
}

/// A share written another way: *a third* and *33 per cent*; a duration in another unit: *a century* and *100 years*.
fn word_of(head: &Draft, body: &[Draft]) -> Found {
    let percent = |draft: &Draft| {
        let value = draft.value.exact()?;
        let is_percent = draft.unit.as_ref().is_some_and(|unit| unit.kind == super::UnitKind::Percent);
        if is_percent { value.over(Number::from(100)) } else { draft.numeral.is_fraction.then_some(value) }
    };
    let si = |draft: &Draft| {
        let Some(super::UnitKind::Measure { si: Some(si), .. }) = draft.unit.as_ref().map(|unit| unit.kind.clone())
        else {
            return None;
        };
        draft.value.exact()?.times(si)
    };
    let close = |one: Number, two: Number| {
        let (one, two) = (one.to_f64(), two.to_f64());
        (one - two).abs() <= 0.02 * one.abs().max(two.abs())
    };
    let found = body.iter().find(|draft| {
        let share = percent(head).zip(percent(draft)).is_some_and(|(one, two)| close(one, two));
        let size = si(head).zip(si(draft)).is_some_and(|(one, two)| close(one, two));
        share || size
    })?;
    Some((HeadlineRelation::Rewritten, vec![found.span]))
}

/// Within half a unit of the last digit the headline gives, or within five per cent.
fn rounded(head: &Draft, body: &[Draft]) -> Found {
    let value = sizes(head).next()?;
    if value < Number::from(2) && value.is_whole() {
        return None;
    }
    let near = |other: Number| {
        let (one, two) = (value.to_f64(), other.to_f64());
        (one - two).abs() <= 0.05 * two.abs() || !value.is_whole() && (one - two).abs() <= 0.5 * 10f64.powi(-1)
    };
    let found = body.iter().filter(|draft| draft.is_claim()).find(|draft| sizes(draft).any(near))?;
    Some((HeadlineRelation::Rounded, vec![found.span]))
}

/// The sum, difference or quotient of two numbers in one unit, or of two years.
fn calculated(head: &Draft, body: &[Draft]) -> Found {
    let value = sizes(head).next()?;
    let close = |other: Option<Number>| other.is_some_and(|other| other.abs() == value);
    let usable: Vec<&Draft> = body.iter().filter(|draft| draft.value.exact().is_some()).take(COMBINED).collect();
    for (index, one) in usable.iter().enumerate() {
        for two in &usable[index + 1..] {
            let years = one.kind == QuantityKind::Date && two.kind == QuantityKind::Date;
            let claims = one.is_claim()
                && two.is_claim()
                && (one.unit_name() == two.unit_name() || one.unit.is_none() || two.unit.is_none());
            let (Some(left), Some(right)) = (one.value.exact(), two.value.exact()) else { continue };
            let relation = if (years || claims) && close(left.minus(right)) {
                HeadlineRelation::Difference
            } else if claims && close(left.plus(right)) {
                HeadlineRelation::Sum
            } else if claims && (close(left.over(right)) || close(right.over(left))) {
                HeadlineRelation::Quotient
            } else {
                continue;
            };
            return Some((relation, vec![one.span, two.span]));
        }
    }
    None
}
