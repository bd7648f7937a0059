//! Cuts the text into [`Segment`]s at every edge of a mark, so that marks may overlap in any way.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::{Document, Span, Zone};

/// A stretch of the text that a report marks, for one item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Mark {
    pub(super) span: Span,
    /// Index of the item.
    pub(super) item: usize,
    pub(super) part: Part,
}

/// Which part of a finding a mark shows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Part {
    /// What the finding is about.
    Whole,
    /// Who says it.
    Source,
    /// The word of saying.
    Cue,
    /// What of it stands in quotation marks.
    Quoted,
}

/// A stretch of a zone that the same marks cover from end to end.
#[derive(PartialEq, Eq, Debug)]
pub(super) struct Segment {
    pub(super) span: Span,
    /// The marks that cover it, shortest first; at most [`DEPTH`].
    pub(super) marks: Vec<usize>,
    /// The marks that begin with it, longest first.
    pub(super) starts: Vec<usize>,
    /// The marks that end with it, shortest first.
    pub(super) ends: Vec<usize>,
}

/// How many marks of a stretch are shown at once. Text can be made in which each statement holds the next; without a bound
/// the report of it would grow with the square of its length.
pub(super) const DEPTH: usize = 8;

/// The segments of every zone, in order. Each mark that fits the text and touches a zone is started once and ended once.
///
/// Takes O((n + zones) log n) for n marks.
pub(super) fn segments(document: &Document, marks: &[Mark]) -> Vec<(Zone, Vec<Segment>)> {
    let mut sweep = Sweep::new(document, marks);
    document.zones().iter().map(|&zone| (zone, sweep.zone(zone.span()))).collect()
}

#[derive(Default)]
struct Sweep {
    /// Start, end and index of the marks that are not open yet: the last comes first, of equal starts the longest.
    waiting: Vec<(usize, Reverse<usize>, usize)>,
    /// Length and index of the open marks.
    open: BTreeSet<(usize, usize)>,
    /// End, length and index of the open marks.
    ends: BTreeSet<(usize, usize, usize)>,
}

impl Sweep {
    fn new(document: &Document, marks: &[Mark]) -> Self {
        let mut waiting: Vec<_> = marks
            .iter()
            .enumerate()
            .filter_map(|(index, mark)| {
                place(document, mark.span).map(|span| (span.start(), Reverse(span.end()), index))
            })
            .collect();
        waiting.sort_unstable_by(|one, other| other.cmp(one));
        Self { waiting, ..Self::default() }
    }

    fn zone(&mut self, zone: Span) -> Vec<Segment> {
        let mut segments = Vec::new();
        let mut at = zone.start();
        while at < zone.end() {
            let starts = self.open(at);
            let end = self.next_edge().map_or(zone.end(), |edge| edge.min(zone.end()));
            let marks = self.open.iter().take(DEPTH).map(|&(_, index)| index).collect();
            segments.push(Segment { span: Span::of(at, end), marks, starts, ends: self.close(end) });
            at = end;
        }
        segments
    }

    fn open(&mut self, at: usize) -> Vec<usize> {
        let mut starts = Vec::new();
        while let Some((start, Reverse(end), index)) = self.waiting.pop_if(|(start, ..)| *start <= at) {
            self.open.insert((end - start, index));
            self.ends.insert((end, end - start, index));
            starts.push(index);
        }
        starts
    }

    /// Where the next mark starts or ends.
    fn next_edge(&self) -> Option<usize> {
        let start = self.waiting.last().map(|&(start, ..)| start);
        start.into_iter().chain(self.ends.first().map(|&(end, ..)| end)).min()
    }

    fn close(&mut self, at: usize) -> Vec<usize> {
        let mut closed = Vec::new();
        while let Some((end, length, index)) = self.ends.pop_first() {
            if end > at {
                self.ends.insert((end, length, index));
                break;
            }
            self.open.remove(&(length, index));
            closed.push(index);
        }
        closed
    }
}

/// The part of a span that can be shown: without the white space between two zones at its edges; `None` if nothing is left or
/// the span does not fit the text.
pub(super) fn place(document: &Document, span: Span) -> Option<Span> {
    document.get(span).ok()?;
    let zones = document.zones();
    let after = zones.get(zones.partition_point(|zone| zone.span().end() <= span.start()))?.span();
    let before = zones[..zones.partition_point(|zone| zone.span().start() < span.end())].last()?.span();
    let (start, end) = (span.start().max(after.start()), span.end().min(before.end()));
    (start < end).then(|| Span::of(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;

    fn cut(text: &str, spans: &[(usize, usize)]) -> Vec<Vec<Segment>> {
        let document = Document::new(Article::builder().body(text).build().unwrap()).unwrap();
        let mark = |&(start, end)| Mark { span: Span::of(start, end), item: 0, part: Part::Whole };
        let marks: Vec<_> = spans.iter().map(mark).collect();
        segments(&document, &marks).into_iter().map(|(_, segments)| segments).collect()
    }

    fn shown(text: &str, spans: &[(usize, usize)]) -> String {
        let mut shown = String::new();
        for segment in cut(text, spans).iter().flatten() {
            segment.starts.iter().for_each(|mark| shown += &format!("[{mark} "));
            shown += segment.span.slice(text).unwrap();
            segment.ends.iter().for_each(|mark| shown += &format!(" {mark}]"));
        }
        shown
    }

    #[test]
    fn marks_may_nest_cross_and_coincide() {
        let text = "abcdefgh.";
        let cases: &[(&[(usize, usize)], &str)] = &[
            (&[], "abcdefgh."),
            (&[(2, 4)], "ab[0 cd 0]efgh."),
            (&[(0, 9), (2, 4)], "[0 ab[1 cd 1]efgh. 0]"),
            (&[(2, 4), (0, 9)], "[1 ab[0 cd 0]efgh. 1]"),
            (&[(0, 4), (2, 6)], "[0 ab[1 cd 0]ef 1]gh."),
            (&[(2, 4), (2, 4)], "ab[0 [1 cd 0] 1]efgh."),
            (&[(2, 4), (4, 6)], "ab[0 cd 0][1 ef 1]gh."),
        ];
        for (spans, expected) in cases {
            assert_eq!(shown(text, spans), *expected, "{spans:?}");
        }
    }

    #[test]
    fn a_segment_knows_its_marks_from_the_shortest_to_the_longest() {
        let cut = cut("abcdefgh.", &[(0, 9), (1, 8), (2, 4)]);
        let marks: Vec<_> = cut[0].iter().map(|segment| segment.marks.as_slice()).collect();
        assert_eq!(marks, [&[0][..], &[1, 0], &[2, 1, 0], &[1, 0], &[0]]);
    }

    #[test]
    fn marks_that_do_not_fit_are_passed_over_and_those_over_zones_go_on() {
        let text = "one é two.

three four.";
        // Beyond the text, inside a character, empty, in the space between zones; then over both zones, and to the space.
        let spans = [(50, 60), (5, 6), (3, 3), (11, 13), (0, 24), (7, 12)];
        let starts_and_ends = |cut: &[Segment]| {
            let all = |list: fn(&Segment) -> &Vec<usize>| cut.iter().flat_map(list).copied().collect::<Vec<_>>();
            (all(|segment| &segment.starts), all(|segment| &segment.ends))
        };
        let cut = cut(text, &spans);
        assert_eq!(starts_and_ends(&cut[0]), (vec![4, 5], vec![5]));
        assert_eq!(starts_and_ends(&cut[1]), (vec![], vec![4]));
    }

    #[test]
    fn no_segment_lists_more_than_a_few_marks() {
        let text = "x".repeat(4000);
        let spans: Vec<_> = (0..2000).map(|index| (index, 4000)).collect();
        let cut = cut(&text, &spans);
        assert_eq!(cut[0].len(), 2000);
        assert!(cut[0].iter().all(|segment| segment.marks.len() <= DEPTH && segment.starts.len() <= 1));
    }
}
