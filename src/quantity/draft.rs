//! [`Draft`]: a quantity in the making, with the tokens it stands in.

use super::numeral::Numeral;
use super::{
    Approximation, Baseline, Bound, Denominator, Derived, Direction, Marked, Modality, Quantity, QuantityKind, Role,
    Unit, Value,
};
use crate::{Confidence, RuleId, Span};

/// A quantity in the making.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// First token, with sign and currency.
    pub(super) first: usize,
    /// Token behind its last one, with the unit where that is a symbol or a unit word.
    pub(super) next: usize,
    /// Token behind the counted noun phrase and the denominator.
    pub(super) reach: usize,
    pub(super) numeral: Numeral,
    pub(super) span: Span,
    pub(super) number: Span,
    pub(super) value: Value,
    pub(super) kind: QuantityKind,
    pub(super) rule: &'static str,
    pub(super) confidence: u8,
    pub(super) unit: Option<Unit>,
    /// Head token of the counted noun phrase.
    pub(super) head: Option<usize>,
    pub(super) bound: Option<Marked<Bound>>,
    pub(super) approximator: Option<Marked<Approximation>>,
    /// First token of the modifiers before the number.
    pub(super) modified_from: usize,
    pub(super) role: Role,
    pub(super) direction: Option<Marked<Direction>>,
    pub(super) subject: Option<Span>,
    pub(super) denominator: Option<Denominator>,
    pub(super) baseline: Option<Baseline>,
    pub(super) period: Option<Span>,
    pub(super) modality: Option<Marked<Modality>>,
    pub(super) derived: Option<Derived>,
    pub(super) repeats: Option<Span>,
}

impl Draft {
    pub(super) fn new(numeral: Numeral, kind: QuantityKind, rule: &'static str, span: Span, next: usize) -> Self {
        Self {
            first: numeral.first,
            next,
            reach: next,
            span,
            number: numeral.span,
            value: numeral.value,
            kind,
            rule,
            confidence: 90,
            unit: None,
            head: None,
            bound: None,
            approximator: None,
            modified_from: numeral.first,
            role: Role::Level,
            direction: None,
            subject: None,
            denominator: None,
            baseline: None,
            period: None,
            modality: None,
            derived: None,
            repeats: None,
            numeral,
        }
    }

    /// The draft whose number or modifiers start at token `at`; drafts are sorted.
    pub(super) fn at(drafts: &[Self], at: usize) -> Option<&Self> {
        let index = drafts.partition_point(|draft| draft.first < at);
        drafts.get(index).filter(|draft| draft.modified_from <= at)
    }

    pub(super) fn is_claim(&self) -> bool {
        self.kind.is_claim()
    }

    pub(super) fn unit_name(&self) -> &str {
        self.unit.as_ref().map_or("", Unit::name)
    }

    /// The quantity, which takes what the draft owns.
    pub(super) fn finish(&mut self) -> Quantity {
        let mut evidence = Vec::with_capacity(7);
        evidence.push(self.span);
        evidence.extend(self.unit.as_ref().map(Unit::span));
        evidence.extend(self.bound.map(|bound| bound.span));
        evidence.extend(self.approximator.map(|side| side.span));
        evidence.extend(self.direction.map(|direction| direction.span));
        evidence.extend(self.denominator.as_ref().map(Denominator::span));
        evidence.extend(self.baseline.map(|baseline| baseline.span()));
        evidence.sort_unstable();
        evidence.dedup();
        Quantity {
            span: self.span,
            kind: self.kind,
            value: self.value.into(),
            number: self.number,
            bound: self.bound,
            approximator: self.approximator,
            unit: self.unit.take().map(Box::new),
            role: self.role,
            direction: self.direction,
            subject: self.subject,
            denominator: self.denominator.take().map(Box::new),
            baseline: self.baseline.map(Box::new),
            period: self.period,
            modality: self.modality,
            derived: self.derived.take().map(Box::new),
            repeats: self.repeats,
            rule: RuleId::new(self.rule),
            evidence: evidence.into(),
            confidence: Confidence::percent(self.confidence),
            reason: super::rules::explain(self.rule).unwrap_or_default().into(),
        }
    }
}
