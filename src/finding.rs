//! What all findings have in common: [`Finding`], [`RuleId`], [`Confidence`], [`Voice`].

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Span;
use crate::wording::Wording;

/// The stable name of the rule that made a finding, as `analyzer/name`: `attribution/quote-then-verb`.
///
/// Follow it to the file of the detector: `src/<analyzer>/…`. Ids are never reused for another rule.
///
/// ```
/// use newsframe::RuleId;
///
/// let rule = RuleId::new("quantity/percent");
/// assert_eq!(rule.analyzer(), "quantity");
/// assert_eq!(rule.to_string(), "quantity/percent");
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RuleId(Wording);

impl RuleId {
    /// The id with this text.
    ///
    /// ```
    /// # use newsframe::RuleId;
    /// assert_eq!(RuleId::new("mine/word").as_str(), "mine/word");
    /// ```
    pub const fn new(id: &'static str) -> Self {
        Self(Wording::Known(id))
    }

    /// The whole id.
    ///
    /// ```
    /// # use newsframe::RuleId;
    /// assert_eq!(RuleId::new("mine/word").as_str(), "mine/word");
    /// ```
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before the slash: the analyzer.
    ///
    /// ```
    /// # use newsframe::RuleId;
    /// assert_eq!(RuleId::new("mine/word").analyzer(), "mine");
    /// ```
    pub fn analyzer(&self) -> &str {
        self.0.split('/').next().unwrap_or_default()
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How sure a finding is, in whole percent: of findings at 70 %, about seven in ten are right.
///
/// An integer, so that results compare equal and print alike everywhere. Serialises as a number from 0 to 1.
///
/// ```
/// use newsframe::Confidence;
///
/// let confidence = Confidence::percent(85);
/// assert_eq!(confidence.as_f64(), 0.85);
/// assert_eq!(confidence.to_string(), "85%");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(into = "f64", try_from = "f64")]
pub struct Confidence(u8);

impl Confidence {
    /// The confidence of `percent` in a hundred; values over 100 become 100.
    ///
    /// ```
    /// # use newsframe::Confidence;
    /// assert_eq!(Confidence::percent(200), Confidence::percent(100));
    /// ```
    pub const fn percent(percent: u8) -> Self {
        Self(if percent > 100 { 100 } else { percent })
    }

    /// As a number from 0 to 1.
    ///
    /// ```
    /// # use newsframe::Confidence;
    /// assert_eq!(Confidence::percent(50).as_f64(), 0.5);
    /// ```
    pub fn as_f64(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    /// As whole percent from 0 to 100.
    ///
    /// ```
    /// # use newsframe::Confidence;
    /// assert_eq!(Confidence::percent(50).as_percent(), 50);
    /// ```
    pub const fn as_percent(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", self.0)
    }
}

impl From<Confidence> for f64 {
    fn from(confidence: Confidence) -> Self {
        confidence.as_f64()
    }
}

impl TryFrom<f64> for Confidence {
    type Error = String;

    fn try_from(value: f64) -> Result<Self, Self::Error> {
        if (0.0..=1.0).contains(&value) {
            Ok(Self((value * 100.0).round() as u8))
        } else {
            Err(format!("confidence {value} is not between 0 and 1"))
        }
    }
}

/// Whose words a stretch of text is (Bednarek 2006; see also *voice separation* in the crate's guide).
///
/// ```
/// use newsframe::Voice;
///
/// assert_eq!(serde_json::to_string(&Voice::Quoted).unwrap(), "\"quoted\"");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Voice {
    /// The article's own words, in headline or body.
    #[default]
    Outlet,
    /// Words of somebody else, inside quotation marks.
    Quoted,
    /// Somebody's statement in the outlet's wording (indirect speech).
    Reported,
}

impl Voice {
    /// The name used in output: `outlet`, `quoted`, `reported`.
    ///
    /// ```
    /// # use newsframe::Voice;
    /// assert_eq!(Voice::Outlet.name(), "outlet");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outlet => "outlet",
            Self::Quoted => "quoted",
            Self::Reported => "reported",
        }
    }
}

impl fmt::Display for Voice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What every finding of every analyzer can tell about itself: where, by which rule, on what evidence, how sure, and why.
///
/// Implemented by the findings of the built-in analyzers and by those of plug-ins, so that reports and exports treat all alike.
///
/// ```
/// use newsframe::{Analyzer, Document, Article, Finding, LoadedLanguage};
///
/// let document = Document::new(Article::from_text("The minister slammed the report.")?)?;
/// let found = LoadedLanguage::new().analyze(&document);
/// let finding = &found.findings()[0];
/// assert_eq!(document.slice(finding.span()), "slammed");
/// assert!(!finding.reason().is_empty());
/// # Ok::<(), newsframe::Error>(())
/// ```
pub trait Finding {
    /// The characters the finding is about.
    fn span(&self) -> Span;
    /// The rule that made it.
    fn rule(&self) -> &RuleId;
    /// The spans that made the rule fire, in order of the text.
    fn evidence(&self) -> &[Span];
    /// How sure the rule is.
    fn confidence(&self) -> Confidence;
    /// Why, in plain words: one line for a reader who does not know the rule.
    fn reason(&self) -> &str;
}

/// Implements [`Finding`] for a type by its fields `span`, `rule`, `evidence`, `confidence` and `reason`.
macro_rules! finding_by_fields {
    ($($type:ty),+ $(,)?) => {$(
        impl $crate::Finding for $type {
            fn span(&self) -> $crate::Span {
                self.span
            }

            fn rule(&self) -> &$crate::RuleId {
                &self.rule
            }

            fn evidence(&self) -> &[$crate::Span] {
                &self.evidence
            }

            fn confidence(&self) -> $crate::Confidence {
                self.confidence
            }

            fn reason(&self) -> &str {
                &self.reason
            }
        }
    )+};
}

pub(crate) use finding_by_fields;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confidence_survives_json_and_refuses_nonsense() {
        for percent in 0..=100 {
            let confidence = Confidence::percent(percent);
            let json = serde_json::to_string(&confidence).unwrap();
            assert_eq!(serde_json::from_str::<Confidence>(&json).unwrap(), confidence, "{json}");
        }
        assert!(serde_json::from_str::<Confidence>("1.2").is_err());
        assert!(serde_json::from_str::<Confidence>("-0.1").is_err());
    }
}
