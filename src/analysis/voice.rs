//! Whose words each stretch of the text is: the join of quotations and attributions.

use serde::{Deserialize, Serialize};

use crate::{Span, Voice};

/// A stretch of text in somebody's voice.
///
/// ```
/// use newsframe::{Analysis, Article, Document, Voice};
///
/// let document = Document::new(Article::from_text("The mayor said that the pier would close.")?)?;
/// let analysis = Analysis::of(&document);
/// let stretch = analysis.voices().stretches()[0];
/// assert_eq!(document.slice(stretch.span()), "the pier would close");
/// assert_eq!((stretch.voice(), stretch.attribution()), (Voice::Reported, Some(0)));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Stretch {
    span: Span,
    voice: Voice,
    attribution: Option<u32>,
}

impl Stretch {
    /// Where it stands.
    pub fn span(self) -> Span {
        self.span
    }

    /// Whose kind of words it is: [`Voice::Quoted`] or [`Voice::Reported`].
    pub fn voice(self) -> Voice {
        self.voice
    }

    /// Index of the attribution that says who speaks; `None` for a quotation nobody is named for.
    pub fn attribution(self) -> Option<usize> {
        self.attribution.map(|index| index as usize)
    }
}

/// The stretches of a document that are not in the outlet's own voice, in order, disjoint.
///
/// ```
/// use newsframe::{Analysis, Article, Document, Span, Voice};
///
/// let document = Document::new(Article::from_text("“We go,” said Ana Ruiz.")?)?;
/// let analysis = Analysis::of(&document);
/// let voices = analysis.voices();
/// assert_eq!(voices.stretches().len(), 1);
/// let (quoted, own) = (Span::new(3, 5).unwrap(), Span::new(13, 17).unwrap());
/// assert_eq!(voices.stretch_at(quoted), Some(voices.stretches()[0]));
/// assert_eq!((voices.voice_of(quoted), voices.voice_of(own)), (Voice::Quoted, Voice::Outlet));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Voices(Vec<Stretch>);

impl Voices {
    /// Joins quotations (outermost ones, in order) and attributed contents. Quotation marks win over the reporting clause
    /// around them; of two attributions the first given wins.
    pub(super) fn join(quoted: impl Iterator<Item = Span>, contents: &[(Span, usize)]) -> Self {
        let mut contents = contents.to_vec();
        contents.sort_by_key(|(span, index)| (span.start(), *index));
        let mut stretches: Vec<Stretch> = Vec::new();
        let quoted: Vec<Span> = quoted.collect();
        for &span in &quoted {
            let by = contents[..contents.partition_point(|(content, _)| content.start() < span.end())]
                .iter()
                .rev()
                .take(8)
                .find(|(content, _)| content.overlaps(span))
                .map(|&(_, index)| index as u32);
            stretches.push(Stretch { span, voice: Voice::Quoted, attribution: by });
        }
        let mut end = 0;
        for &(content, index) in &contents {
            let mut from = content.start().max(end);
            let first = quoted.partition_point(|span| span.end() <= from);
            for span in quoted[first..].iter().take_while(|span| span.start() < content.end()) {
                push_reported(&mut stretches, from, span.start(), index);
                from = span.end();
            }
            push_reported(&mut stretches, from, content.end(), index);
            end = end.max(content.end());
        }
        stretches.sort_unstable();
        Self(stretches)
    }

    /// The stretches.
    pub fn stretches(&self) -> &[Stretch] {
        &self.0
    }

    /// The stretch that a span stands in, by the span's first character; `None` for the outlet's own voice.
    pub fn stretch_at(&self, span: Span) -> Option<Stretch> {
        let index = self.0.partition_point(|stretch| stretch.span.end() <= span.start());
        self.0.get(index).copied().filter(|stretch| stretch.span.contains_offset(span.start()))
    }

    /// Whose voice a span is in.
    pub fn voice_of(&self, span: Span) -> Voice {
        self.stretch_at(span).map_or(Voice::Outlet, Stretch::voice)
    }
}

/// Spans that can be asked whether any of them overlaps a given one, in logarithmic time.
pub(super) struct Cover {
    /// By start; with each span the furthest end up to there.
    ends: Vec<(usize, usize)>,
}

impl Cover {
    pub(super) fn new(spans: impl Iterator<Item = Span>) -> Self {
        let mut ends: Vec<_> = spans.map(|span| (span.start(), span.end())).collect();
        ends.sort_unstable();
        let mut furthest = 0;
        for (_, end) in &mut ends {
            furthest = furthest.max(*end);
            *end = furthest;
        }
        Self { ends }
    }

    pub(super) fn overlaps(&self, span: Span) -> bool {
        let before = self.ends.partition_point(|&(start, _)| start < span.end());
        before > 0 && self.ends[before - 1].1 > span.start()
    }
}

fn push_reported(stretches: &mut Vec<Stretch>, start: usize, end: usize, index: usize) {
    if start < end {
        stretches.push(Stretch { span: Span::of(start, end), voice: Voice::Reported, attribution: Some(index as u32) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: usize, end: usize) -> Span {
        Span::of(start, end)
    }

    #[test]
    fn quotation_marks_win_over_the_clause_around_them() {
        let voices = Voices::join([span(10, 20), span(50, 60)].into_iter(), &[(span(5, 30), 0)]);
        let shown: Vec<_> = voices.stretches().iter().map(|s| (s.span().range(), s.voice(), s.attribution())).collect();
        let expected = [
            (5..10, Voice::Reported, Some(0)),
            (10..20, Voice::Quoted, Some(0)),
            (20..30, Voice::Reported, Some(0)),
            (50..60, Voice::Quoted, None),
        ];
        assert_eq!(shown, expected);
        assert_eq!(voices.voice_of(span(30, 40)), Voice::Outlet);
        assert_eq!(voices.voice_of(span(12, 13)), Voice::Quoted);
    }

    #[test]
    fn a_cover_knows_what_it_overlaps() {
        let cover = Cover::new([span(0, 20), span(2, 4), span(30, 31)].into_iter());
        for (start, end, expected) in [(5, 6, true), (19, 25, true), (20, 30, false), (30, 31, true), (31, 40, false)] {
            assert_eq!(cover.overlaps(span(start, end)), expected, "{start}..{end}");
        }
    }

    #[test]
    fn overlapping_contents_do_not_overlap_in_the_result() {
        let voices = Voices::join(std::iter::empty(), &[(span(0, 10), 0), (span(5, 15), 1), (span(7, 9), 2)]);
        let shown: Vec<_> = voices.stretches().iter().map(|s| s.span().range()).collect();
        assert_eq!(shown, [0..10, 10..15]);
    }
}
