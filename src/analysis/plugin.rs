//! [`PluginFinding`]: a finding of an analyzer from outside the crate, as kept in an [`Analysis`](super::Analysis).

use serde::{Deserialize, Serialize};

use crate::{Confidence, Finding, RuleId, Span};

/// A finding of a plug-in: what [`Finding`] says of it, owned, so that it can be stored, reported and exported.
///
/// ```
/// use newsframe::{Analyzer, Article, Confidence, Document, Finding, Pipeline, RuleId, Span};
///
/// struct Shout(Span, RuleId);
///
/// impl Finding for Shout {
///     fn span(&self) -> Span { self.0 }
///     fn rule(&self) -> &RuleId { &self.1 }
///     fn evidence(&self) -> &[Span] { &[] }
///     fn confidence(&self) -> Confidence { Confidence::percent(90) }
///     fn reason(&self) -> &str { "an exclamation mark" }
/// }
///
/// struct Shouts;
///
/// impl Analyzer for Shouts {
///     type Output = Vec<Shout>;
///     fn analyze(&self, document: &Document) -> Vec<Shout> {
///         let marks = document.text().match_indices('!');
///         marks.map(|(at, _)| Shout(Span::new(at, at + 1).unwrap(), RuleId::new("mine/shout"))).collect()
///     }
/// }
///
/// let document = Document::new(Article::from_text("Stop it! Now.")?)?;
/// let analysis = Pipeline::builder().plugin(Shouts).build().analyze(&document);
/// let shout = &analysis.plugins()[0];
/// assert_eq!((document.slice(shout.span()), shout.rule().as_str()), ("!", "mine/shout"));
/// # Ok::<(), newsframe::Error>(())
/// ```
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
