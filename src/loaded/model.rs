//! [`LoadedAnalysis`] and what it holds: [`LoadedFinding`], [`Suppression`], [`Score`].

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::entry_id::EntryId;
use super::{Category, Class, Strength};
use crate::wording::Wording;
use crate::{Confidence, Finding, RuleId, Span, Voice};

/// A word or phrase that colours the text, and why.
///
/// ```
/// use newsframe::loaded::{Category, Class};
/// use newsframe::{Analyzer, Article, Document, Finding, LoadedLanguage, Voice};
///
/// let document = Document::new(Article::from_text("The minister slammed the report.")?)?;
/// let found = LoadedLanguage::new().analyze(&document);
/// let finding = &found.findings()[0];
/// assert_eq!((finding.category(), finding.class()), (Category::ReportingVerb, Class::Loaded));
/// assert_eq!(finding.voice(), Voice::Outlet);
/// assert!(finding.alternatives().any(|plainer| plainer == "criticised"));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LoadedFinding {
    pub(super) span: Span,
    pub(super) category: Category,
    pub(super) strength: Strength,
    pub(super) confidence: Confidence,
    pub(super) voice: Voice,
    pub(super) in_headline: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) target: Option<Span>,
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub(super) alternatives: Cow<'static, [Wording]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) entry: Option<EntryId>,
    pub(super) rule: RuleId,
    /// Empty if it is the marked words themselves: most findings need no list.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub(super) evidence: Box<[Span]>,
    pub(super) reason: Wording,
}

impl LoadedFinding {
    /// What sort of colouring it is.
    pub fn category(&self) -> Category {
        self.category
    }

    /// What it counts for. Only [`Class::Loaded`] counts in scores.
    pub fn class(&self) -> Class {
        self.category.class()
    }

    /// How strongly it colours.
    pub fn strength(&self) -> Strength {
        self.strength
    }

    /// Whose words it is. The analyzer itself sees quotation marks only; who is reported without them, the analysis of
    /// attribution knows: see [`LoadedFinding::with_voice`].
    pub fn voice(&self) -> Voice {
        self.voice
    }

    /// The same finding as somebody else's words.
    ///
    /// ```
    /// # use newsframe::{Analyzer, Article, Document, LoadedLanguage, Voice};
    /// let document = Document::new(Article::from_text("She said the scheme was shameful.")?)?;
    /// let finding = LoadedLanguage::new().analyze(&document).iter().last().cloned().unwrap();
    /// assert_eq!(finding.with_voice(Voice::Reported).voice(), Voice::Reported);
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    #[must_use]
    pub fn with_voice(mut self, voice: Voice) -> Self {
        self.voice = voice;
        self
    }

    /// Whether it stands in the headline.
    pub fn is_in_headline(&self) -> bool {
        self.in_headline
    }

    /// What or whom it is said of, where the phrase shows it.
    pub fn target(&self) -> Option<Span> {
        self.target
    }

    /// Plainer wordings, in the form of the words found where the lexicon gives base forms.
    pub fn alternatives(&self) -> impl ExactSizeIterator<Item = &str> {
        self.alternatives.iter().map(Wording::as_str)
    }

    /// The lexicon entry behind it, if one is.
    pub fn entry(&self) -> Option<&EntryId> {
        self.entry.as_ref()
    }

    /// How much it adds to the score of its sentence, from 0 to 1: its confidence, times three fifths if mild, four fifths if
    /// clear; 0 if its class does not count.
    pub fn weight(&self) -> f64 {
        if self.class() != Class::Loaded {
            return 0.0;
        }
        let strength = match self.strength {
            Strength::Mild => 0.6,
            Strength::Clear => 0.8,
            Strength::Flagrant => 1.0,
        };
        strength * self.confidence.as_f64()
    }
}

impl Finding for LoadedFinding {
    fn span(&self) -> Span {
        self.span
    }

    fn rule(&self) -> &RuleId {
        &self.rule
    }

    /// The marked words themselves, unless something else made the rule fire.
    fn evidence(&self) -> &[Span] {
        if self.evidence.is_empty() { std::slice::from_ref(&self.span) } else { &self.evidence }
    }

    fn confidence(&self) -> Confidence {
        self.confidence
    }

    fn reason(&self) -> &str {
        &self.reason
    }
}

/// What looked loaded and was decided against, and why.
///
/// ```
/// use newsframe::{Analyzer, Article, Document, LoadedLanguage};
///
/// let document = Document::new(Article::from_text("He gutted the fish on the quay.")?)?;
/// let found = LoadedLanguage::new().analyze(&document);
/// let suppression = &found.suppressions()[0];
/// assert_eq!(document.slice(suppression.span()), "gutted");
/// assert!(suppression.reason().contains("literal"));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Suppression {
    pub(super) span: Span,
    pub(super) category: Category,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) entry: Option<EntryId>,
    pub(super) rule: RuleId,
    pub(super) reason: Wording,
}

impl Suppression {
    /// The words.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The category the mark would have had.
    pub fn category(&self) -> Category {
        self.category
    }

    /// The lexicon entry behind it, if one is.
    pub fn entry(&self) -> Option<&EntryId> {
        self.entry.as_ref()
    }

    /// The rule that decided against it.
    pub fn rule(&self) -> &RuleId {
        &self.rule
    }

    /// Why, in plain words.
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

/// How loaded a sentence or document is, from 0 to 1 in thousandths. Adding a mark never lowers it.
///
/// ```
/// use newsframe::loaded::Score;
///
/// let score = Score::try_from(0.25)?;
/// assert_eq!((score.as_f64(), score.to_string()), (0.25, "0.250".to_owned()));
/// assert!(Score::try_from(1.5).is_err());
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(into = "f64", try_from = "f64")]
pub struct Score(u16);

impl Score {
    /// The score nearest to a number; out of range, the nearest end.
    pub(super) fn of(value: f64) -> Self {
        Self((value.clamp(0.0, 1.0) * 1000.0).round() as u16)
    }

    /// As a number from 0 to 1.
    ///
    /// ```
    /// assert_eq!(newsframe::loaded::Score::default().as_f64(), 0.0);
    /// ```
    pub fn as_f64(self) -> f64 {
        f64::from(self.0) / 1000.0
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3}", self.as_f64())
    }
}

impl From<Score> for f64 {
    fn from(score: Score) -> Self {
        score.as_f64()
    }
}

impl TryFrom<f64> for Score {
    type Error = String;

    fn try_from(value: f64) -> Result<Self, Self::Error> {
        if (0.0..=1.0).contains(&value) {
            Ok(Self::of(value))
        } else {
            Err(format!("score {value} is not between 0 and 1"))
        }
    }
}

/// A sentence with marks that count, its [`Score`], and which marks gave it.
///
/// ```
/// use newsframe::{Analyzer, Article, Document, LoadedLanguage};
///
/// let document = Document::new(Article::from_text("Rain fell. The mayor’s plan is shameful.")?)?;
/// let found = LoadedLanguage::new().analyze(&document);
/// let sentences = found.sentence_scores();
/// assert_eq!(document.slice(sentences[0].span()), "The mayor’s plan is shameful.");
/// assert!(sentences[0].score().as_f64() > 0.0);
/// assert_eq!(sentences[0].findings(), [0]);
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SentenceScore {
    pub(super) span: Span,
    pub(super) score: Score,
    pub(super) findings: Vec<usize>,
}

impl SentenceScore {
    /// Where the sentence stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The score: one minus the product of (1 − [weight](LoadedFinding::weight)) over its marks.
    pub fn score(&self) -> Score {
        self.score
    }

    /// The indices of its marks in [`LoadedAnalysis::findings`].
    pub fn findings(&self) -> &[usize] {
        &self.findings
    }
}

/// What [`LoadedLanguage`](super::LoadedLanguage) found in a document.
///
/// ```
/// use newsframe::{Analyzer, Article, Document, Finding, LoadedLanguage};
///
/// let text = "The council shamelessly rammed through the plan. “It is a disgrace,” said Ana Ruiz.";
/// let document = Document::new(Article::from_text(text)?)?;
/// let found = LoadedLanguage::new().analyze(&document);
/// let own: Vec<_> = found.outlet_voice().map(|finding| document.slice(finding.span())).collect();
/// assert_eq!(own, ["shamelessly", "rammed through"]);
/// assert!(found.outlet_score() < found.score());
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LoadedAnalysis {
    pub(super) findings: Vec<LoadedFinding>,
    pub(super) suppressions: Vec<Suppression>,
    /// The spans of the sentences with findings that count.
    pub(super) sentences: Vec<Span>,
    pub(super) sentence_count: usize,
    pub(super) word_count: usize,
}

impl LoadedAnalysis {
    /// All findings, of every [`Class`], by their start; no two with the same span and category.
    pub fn findings(&self) -> &[LoadedFinding] {
        &self.findings
    }

    /// What looked loaded and was decided against, by its start.
    pub fn suppressions(&self) -> &[Suppression] {
        &self.suppressions
    }

    /// The number of findings.
    pub fn len(&self) -> usize {
        self.findings.len()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// The findings, by their start.
    pub fn iter(&self) -> std::slice::Iter<'_, LoadedFinding> {
        self.findings.iter()
    }

    /// The findings that count: those of [`Class::Loaded`].
    pub fn loaded(&self) -> impl Iterator<Item = &LoadedFinding> {
        self.of_class(Class::Loaded)
    }

    /// The findings of a class.
    pub fn of_class(&self, class: Class) -> impl Iterator<Item = &LoadedFinding> {
        self.findings.iter().filter(move |finding| finding.class() == class)
    }

    /// The findings that count and are the outlet's own words.
    pub fn outlet_voice(&self) -> impl Iterator<Item = &LoadedFinding> {
        self.loaded().filter(|finding| finding.voice() == Voice::Outlet)
    }

    /// How many words the text has, numbers included, punctuation not.
    pub fn word_count(&self) -> usize {
        self.word_count
    }

    /// How many sentences the text has.
    pub fn sentence_count(&self) -> usize {
        self.sentence_count
    }

    pub(super) fn findings_mut(&mut self) -> &mut [LoadedFinding] {
        &mut self.findings
    }

    /// Lets `voice_of` say of every finding whose words it is; what it does not know (`None`) stays.
    ///
    /// For joining with the analysis of attribution: a mark inside the content of indirect speech is
    /// [`Voice::Reported`].
    pub fn set_voices(&mut self, mut voice_of: impl FnMut(&LoadedFinding) -> Option<Voice>) {
        for finding in self.findings_mut() {
            if let Some(voice) = voice_of(finding) {
                finding.voice = voice;
            }
        }
    }
}

impl<'a> IntoIterator for &'a LoadedAnalysis {
    type Item = &'a LoadedFinding;
    type IntoIter = std::slice::Iter<'a, LoadedFinding>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
