//! [`PluginFinding`]: a finding of an analyzer from outside the crate, as kept in an [`Analysis`](super::Analysis).

use serde::{Deserialize, Serialize};

use crate::{Confidence, Finding, RuleId, Span};

/// A finding of a plug-in: what [`Finding`] says of it, owned, so that it can be stored, reported and exported.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PluginFinding {
    span: Span,
    rule: RuleId,
    evidence: Vec<Span>,
    confidence: Confidence,
    reason: String,
}

impl PluginFinding {
    pub(super) fn of(finding: &dyn Finding) -> Self {
        Self {
            span: finding.span(),
            rule: finding.rule().clone(),
            evidence: finding.evidence().to_vec(),
            confidence: finding.confidence(),
            reason: finding.reason().to_owned(),
        }
    }
}

crate::finding::finding_by_fields!(PluginFinding);
