//! From chosen candidates to the findings of the model.

use std::borrow::Cow;

use super::balance::Balance;
use super::candidate::{Candidate, Context};
use super::entities::Entities;
use super::model::{Act, AttributionAnalysis, AttributionRelation, EntityId, QuotationType, SourceKind};
use super::resolve::{Chosen, in_order};
use super::{continuation, rules, scare_quote, unattributed};
use crate::document::TokenRange;
use crate::{Confidence, Finding, RuleId, Span};

pub(super) fn finish(
    context: &Context<'_, '_>,
    mut chosen: Vec<Chosen>,
    disabled: &[&'static str],
) -> AttributionAnalysis {
    let keeps = |rule: &RuleId| !disabled.contains(&rule.as_str());
    let mut unattributed = unattributed::detect(context, &chosen);
    unattributed.retain(|found| keeps(found.rule()));
    let mut scare_quotes = scare_quote::detect(context, &chosen);
    scare_quotes.retain(|found| keeps(found.rule()));
    if keeps(&rules::CONTINUATION.rule_id()) {
        continuation::detect(context, &mut chosen);
    }
    let chosen = in_order(chosen);
    let (entities, sources) = Entities::new(context, &chosen).finish();
    let words: Vec<Words> = chosen.iter().map(|chosen| Words::of(context, &chosen.candidate)).collect();
    let relations: Vec<AttributionRelation> = chosen
        .iter()
        .zip(&words)
        .zip(sources)
        .map(|((chosen, words), source)| relation(context, chosen, words.kind(), source))
        .collect();
    let balance = Balance::of(&relations, &words, &entities);
    AttributionAnalysis { relations, entities, unattributed, scare_quotes, balance }
}

fn relation(
    context: &Context<'_, '_>,
    chosen: &Chosen,
    kind: QuotationType,
    (source_kind, speaker): (SourceKind, Option<EntityId>),
) -> AttributionRelation {
    let candidate = &chosen.candidate;
    let spans = |ranges: &[TokenRange]| -> Vec<Span> { ranges.iter().map(|&range| context.grid.span(range)).collect() };
    let (content, source, cue) = (spans(&candidate.content), spans(&candidate.source), spans(&candidate.cue));
    let mut evidence: Vec<Span> = source.iter().chain(&cue).copied().collect();
    evidence.sort_unstable();
    let whole = content.iter().chain(&evidence).copied().reduce(Span::cover).unwrap_or_default();
    let act =
        if source_kind == SourceKind::Document && candidate.act == Act::Speech { Act::Document } else { candidate.act };
    AttributionRelation {
        span: whole,
        kind,
        content,
        source,
        cue,
        act,
        stance: candidate.stance,
        negated: candidate.negated,
        modality: candidate.modality,
        source_kind,
        speaker,
        parent: chosen.parent.map(|parent| parent as u32),
        continuation: candidate.continuation,
        rule: candidate.rule.rule_id(),
        evidence,
        confidence: Confidence::percent(candidate.score.clamp(5, 98) as u8),
        reason: Cow::Borrowed(candidate.rule.reason),
    }
}

/// The words of a content, inside and outside quotation marks.
#[derive(Clone, Copy, Default)]
pub(super) struct Words {
    pub(super) quoted: u32,
    pub(super) reported: u32,
}

impl Words {
    fn of(context: &Context<'_, '_>, candidate: &Candidate) -> Self {
        let grid = context.grid;
        let mut words = Self::default();
        for at in candidate.content.iter().flat_map(|piece| piece.range()).filter(|&at| grid.is_word(at)) {
            if grid.is_quoted(at) { words.quoted += 1 } else { words.reported += 1 }
        }
        words
    }

    fn kind(self) -> QuotationType {
        if self.quoted == 0 {
            QuotationType::Indirect
        } else if self.quoted >= 19 * self.reported {
            QuotationType::Direct
        } else {
            QuotationType::Mixed
        }
    }

    /// Counted as the kind has it: a few words outside leave a quotation one.
    pub(super) fn by_kind(self) -> Self {
        match self.kind() {
            QuotationType::Direct => Self { quoted: self.quoted + self.reported, reported: 0 },
            _ => self,
        }
    }
}
