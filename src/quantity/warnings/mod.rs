//! Warnings: what a reader should know about how a number is used. One file each.

mod casualties;
mod change_mismatch;
mod extreme_baseline;
mod headline_number;
mod maximum;
mod no_base;
mod parts_and_total;
mod percent_for_points;
mod relative_risk;
mod spurious_precision;
mod total_without_period;
mod two_values;

use super::QuantityWarning;
use super::cursor::Cursor;
use super::draft::Draft;
use super::headline::HeadlineNumber;
use super::rules::is_on;
use crate::document::TokenRange;
use crate::{Confidence, RuleId, Span, WordKey};

/// What the warnings look at.
pub(super) struct Scene<'a, 'd> {
    pub(super) cursor: &'a Cursor<'d>,
    pub(super) drafts: &'a [Draft],
    pub(super) headline: &'a [HeadlineNumber],
}

/// A warning rule: its id and its search.
type Rule = (&'static str, fn(&Scene, &mut Vec<QuantityWarning>));

/// All warning rules.
const RULES: [Rule; 12] = [
    (casualties::RULE, casualties::find),
    (change_mismatch::RULE, change_mismatch::find),
    (extreme_baseline::RULE, extreme_baseline::find),
    (headline_number::RULE, headline_number::find),
    (maximum::RULE, maximum::find),
    (no_base::RULE, no_base::find),
    (parts_and_total::RULE, parts_and_total::find),
    (percent_for_points::RULE, percent_for_points::find),
    (relative_risk::RULE, relative_risk::find),
    (spurious_precision::RULE, spurious_precision::find),
    (total_without_period::RULE, total_without_period::find),
    (two_values::RULE, two_values::find),
];

/// The warnings of the rules that are switched on, sorted.
pub(super) fn warnings(scene: &Scene, disabled: &[&'static str]) -> Vec<QuantityWarning> {
    let mut found = Vec::new();
    for (_, find) in RULES.into_iter().filter(|(rule, _)| is_on(disabled, rule)) {
        find(scene, &mut found);
    }
    found.sort_by(|a: &QuantityWarning, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
    found.dedup_by(|b, a| a.span == b.span && a.rule == b.rule);
    found
}

impl<'d> Scene<'_, 'd> {
    /// The claims, each once.
    fn claims(&self) -> impl Iterator<Item = (usize, &Draft)> {
        self.drafts.iter().enumerate().filter(|(_, draft)| draft.is_claim() && draft.repeats.is_none())
    }

    fn sentence_of(&self, draft: &Draft) -> usize {
        self.cursor.document.sentence_of(draft.first)
    }

    fn sentence(&self, draft: &Draft) -> TokenRange {
        self.cursor.sentence(draft.first)
    }

    /// The claims near draft `index`, at most twelve on either side, that stand in its sentence or up to `reach` beside it.
    fn near(&self, index: usize, reach: usize) -> impl Iterator<Item = &Draft> {
        let here = self.sentence_of(&self.drafts[index]);
        let range = index.saturating_sub(12)..(index + 13).min(self.drafts.len());
        self.drafts[range.clone()]
            .iter()
            .zip(range)
            .filter(move |(other, at)| {
                *at != index && other.is_claim() && self.sentence_of(other).abs_diff(here) <= reach
            })
            .map(|(other, _)| other)
    }

    /// The first of `words` in the sentence of a draft, at most forty tokens away.
    fn word_near(&self, draft: &Draft, words: &[WordKey]) -> Option<Span> {
        self.word_within(draft, words, 40)
    }

    fn word_within(&self, draft: &Draft, words: &[WordKey], reach: usize) -> Option<Span> {
        let sentence = self.sentence(draft);
        let start = draft.first.saturating_sub(reach).max(sentence.start());
        let end = (draft.reach + reach).min(sentence.end());
        (start..end).find(|&at| self.cursor.is_any(at, words)).map(|at| self.cursor.span(at))
    }

    /// Whether a draft stands in the headline.
    fn in_headline(&self, draft: &Draft) -> bool {
        let sentence = self.cursor.document.sentences().get(self.sentence_of(draft));
        sentence
            .and_then(|sentence| self.cursor.document.zones().get(sentence.zone()))
            .is_some_and(|zone| zone.kind() == crate::ZoneKind::Headline)
    }

    fn slice(&self, span: Span) -> &'d str {
        span.slice(self.cursor.text).unwrap_or("")
    }
}

fn warning(
    rule: &'static str,
    span: Span,
    evidence: impl IntoIterator<Item = Span>,
    confidence: u8,
    reason: String,
) -> QuantityWarning {
    let mut evidence: Vec<Span> = evidence.into_iter().chain([span]).collect();
    evidence.sort_unstable();
    evidence.dedup();
    QuantityWarning { span, rule: RuleId::new(rule), evidence, confidence: Confidence::percent(confidence), reason }
}
