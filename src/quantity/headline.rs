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
//! `$5K` and *$5,000*: other writing. `680` and *679.95*, `2K` and *2,300*: rounded. `15 Years Later` and *1998 … 2013*: a
//! difference.
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
use super::{Dimension, Number, QuantityKind, UnitKind, Value};
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
        .or_else(|| rounded(cursor, head, body))
        .or_else(|| calculated(cursor, head, body))
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
    let year = year_of(cursor, head);
    let mut other = None;
    for draft in body {
        if text(draft) == written {
            return Some((HeadlineRelation::Copied, vec![draft.span]));
        }
        // millions of dollars is no exact million
        let exact = matches!(head.value, Value::Vague { .. }) == matches!(draft.value, Value::Vague { .. });
        if other.is_none() && exact && sizes(head).any(|one| sizes(draft).any(|two| one == two)) {
            let digits = head.numeral.digits.is_some() && draft.numeral.digits.is_some();
            let plain = head.numeral.scale.is_none() == draft.numeral.scale.is_none();
            other = Some((digits && plain, draft.span));
        }
        if other.is_none() && year.is_some() && year == year_of(cursor, draft) {
            other = Some((year.is_some_and(|year| head.numeral.plain() == Some(year.into())), draft.span));
        }
    }
    let (copied, span) = other?;
    let relation = if copied { HeadlineRelation::Copied } else { HeadlineRelation::Rewritten };
    Some((relation, vec![span]))
}

/// The year of a date: 2018 of *July 21, 2018*, 1968 of *'68*.
fn year_of(cursor: &Cursor, draft: &Draft) -> Option<i64> {
    if draft.kind != QuantityKind::Date {
        return None;
    }
    let text = draft.span.slice(cursor.text)?;
    let year =
        text.split(|c: char| !c.is_ascii_digit()).filter(|part| part.len() == 4).find_map(|part| part.parse().ok());
    let mark = cursor.text.get(..draft.span.start()).is_some_and(|before| before.ends_with(['\'', '’', '‘']));
    let short = || text.get(..2).filter(|_| mark)?.parse::<i64>().ok().map(|short| 1900 + short);
    year.or_else(short).filter(|year| (1000..2200).contains(year))
}

/// A share written another way: *a third* and *33 per cent*; a duration in another unit: *a century* and *100 years*.
fn word_of(head: &Draft, body: &[Draft]) -> Found {
    let percent = |draft: &Draft| {
        let value = draft.value.exact()?;
        let is_percent = draft.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Percent);
        if is_percent { value.over(Number::from(100)) } else { draft.numeral.is_fraction.then_some(value) }
    };
    let si = |draft: &Draft| {
        let Some(UnitKind::Measure { si: Some(si), .. }) = draft.unit.as_ref().map(|unit| unit.kind.clone()) else {
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
        let otherwise = head.unit_name() != draft.unit_name() || head.numeral.is_fraction != draft.numeral.is_fraction;
        otherwise && (share || size)
    })?;
    Some((HeadlineRelation::Rewritten, vec![found.span]))
}

/// Within half a unit of the last digit the headline gives (`2K` for 2,300, `$1.5bn` for 1,478 million, `two` for 2.4), or within
/// five per cent; the nearest one of a body.
fn rounded(cursor: &Cursor, head: &Draft, body: &[Draft]) -> Found {
    let value = sizes(head).next()?;
    let half = half_of_last_digit(head);
    let small = value < Number::from(2) && value.is_whole() && head.numeral.scale.is_none();
    let distance = |other: Number, comparable: bool| {
        let gap = (value.to_f64() - other.to_f64()).abs();
        // 15 million of 15.77: cut off instead of rounded
        let cut = other > value && gap < 2.0 * half;
        let in_digits = comparable && (gap <= half || cut) && !(head.numeral.scale.is_none() && other.is_whole());
        (in_digits || !small && gap <= 0.05 * other.to_f64().abs()).then_some(gap)
    };
    let again = |draft: &&Draft| draft.is_claim() || draft.kind == head.kind && year_of(cursor, draft).is_none();
    let is_share = |draft: &Draft| draft.unit.as_ref().map(|unit| unit.kind == UnitKind::Percent);
    let nearest = body
        .iter()
        .filter(again)
        .filter(|draft| !matches!(draft.value, Value::Vague { .. }))
        .filter(|draft| is_share(head).zip(is_share(draft)).is_none_or(|(one, two)| one == two))
        .filter_map(|draft| {
            let comparable = is_comparable(head, draft);
            let gap = sizes(draft).filter_map(|size| distance(size, comparable)).min_by(f64::total_cmp)?;
            Some((gap, draft.span))
        })
        .min_by(|one, two| one.0.total_cmp(&two.0));
    Some((HeadlineRelation::Rounded, vec![nearest?.1]))
}

/// Half of what the last written digit counts: 500 of `2K`, 50 million of `1.5bn`, 0.5 of `45`.
fn half_of_last_digit(head: &Draft) -> f64 {
    let decimals = head.numeral.digits.map_or(0, |digits| digits.decimals.min(30));
    let scale = head.numeral.scale.map_or(1.0, Number::to_f64);
    0.5 * scale * 10f64.powi(-(decimals as i32))
}

/// Whether two numbers can be one: money is no count, a length no duration.
fn is_comparable(one: &Draft, two: &Draft) -> bool {
    use Dimension::{Angle, Temperature};
    let (Some(left), Some(right)) = (&one.unit, &two.unit) else { return true };
    match (left.kind(), right.kind()) {
        (UnitKind::Count | UnitKind::Multiple, UnitKind::Count | UnitKind::Multiple) => true,
        // 65 degrees may be either
        (UnitKind::Measure { dimension: one, .. }, UnitKind::Measure { dimension: two, .. }) => {
            one == two || matches!((one, two), (Angle, Temperature) | (Temperature, Angle))
        }
        (left, right) => std::mem::discriminant(left) == std::mem::discriminant(right),
    }
}

/// The sum, difference or quotient of two numbers in one unit, or of two years.
fn calculated(cursor: &Cursor, head: &Draft, body: &[Draft]) -> Found {
    let value = sizes(head).next()?;
    let close = |other: Option<Number>| other.is_some_and(|other| other.abs() == value);
    let usable: Vec<&Draft> = body
        .iter()
        .filter(|draft| draft.value.exact().is_some() && is_comparable(head, draft))
        .take(COMBINED)
        .collect();
    for (index, one) in usable.iter().enumerate() {
        for two in &usable[index + 1..] {
            let years = year_of(cursor, one).zip(year_of(cursor, two));
            let claims = one.is_claim() && two.is_claim() && are_added(cursor, one, two);
            if years.is_some_and(|(one, two)| close(Some(Number::from(one.abs_diff(two) as i64)))) {
                return Some((HeadlineRelation::Difference, vec![one.span, two.span]));
            }
            let (Some(left), Some(right)) = (one.value.exact(), two.value.exact()) else { continue };
            let relation = if claims && close(left.minus(right)) {
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

/// Whether two numbers have one unit, or count two things in one sentence: *11 tourists and eight guides*.
fn are_added(cursor: &Cursor, one: &Draft, two: &Draft) -> bool {
    let counts = |draft: &Draft| draft.unit.as_ref().is_none_or(|unit| unit.kind == UnitKind::Count);
    let together = || cursor.document.sentence_of(one.first) == cursor.document.sentence_of(two.first);
    one.unit_name() == two.unit_name()
        || one.unit.is_none()
        || two.unit.is_none()
        || counts(one) && counts(two) && together()
}

#[cfg(test)]
mod tests {
    use crate::{Analyzer, Article, Document, Quantities};

    #[test]
    fn numbers_of_headlines_follow_from_the_body() {
        for (headline, body, relation) in [
            ("Library loses 2K books", "The count found 2,300 books gone and 14 shelves empty.", "rounded"),
            ("Dam to cost $1.5bn", "It will cost 1,478 million dollars.", "rounded"),
            ("Nearly 3,000 march in Oram", "Police counted 2,961 marchers.", "rounded"),
            ("Lifts to run at 45mph", "They run at 44.7mph.", "rounded"),
            ("Fair draws 1M", "The fair drew 1.4 million visitors, and millions of dollars were spent.", "rounded"),
            ("Prize of $3M", "Some 3.2 million people watched.", "not_found"),
            ("Bridge opens after 12 years", "Work began in May 2006. It opened on June 3, 2018.", "difference"),
            ("Oldest talks since '68", "They last met in March 1968.", "rewritten"),
            ("Bus crash hurts 19", "It hurt 11 tourists and eight guides.", "sum"),
            ("Mayor wins by 512 votes", "She won by 512 votes.", "copied"),
            ("Each boat carried 30 people", "The boats carried 360 people on 12 trips.", "quotient"),
            ("Shop robbed of $82", "Thieves took $35 and 47 cakes.", "not_found"),
        ] {
            let article = Article::builder().headline(headline).body(body).build().unwrap();
            let found = Quantities::new().analyze(&Document::new(article).unwrap());
            assert_eq!(found.headline()[0].relation().name(), relation, "{headline}: {body}");
        }
    }
}
