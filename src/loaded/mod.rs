//! Which words colour the text.
//!
//! [`LoadedLanguage`] finds, word by word, what judges where it could describe, and says for each find what sort of colouring
//! it is ([`Category`]), how strong, how sure, in whose [voice](crate::Voice), said of whom where the phrase shows it, why, and what
//! a plainer word would be. What it decided against it can list too ([`Suppression`]).
//!
//! ```
//! use newsframe::{Analyzer, Article, Document, Finding, LoadedLanguage};
//!
//! let text = "The council shamelessly rammed through the plan. The attack killed three people.";
//! let document = Document::new(Article::from_text(text)?)?;
//! let found = LoadedLanguage::new().analyze(&document);
//! let marks: Vec<_> = found.outlet_voice().map(|finding| document.slice(finding.span())).collect();
//! assert_eq!(marks, ["shamelessly", "rammed through"]); // an attack is a topic, not a judgement
//! # Ok::<(), newsframe::Error>(())
//! ```
//!
//! # What counts
//! Four [classes](Class). *Loaded* marks count in [scores](LoadedAnalysis::score). *Epistemic* ones (hedges, boosters,
//! factives …), *appeals* and *structural* ones (agentless passives of harm) are described and never counted: expert readers hardly
//! mark them as biased.
//!
//! # Confidence
//! Of marks at 70 % about seven in ten agree with expert readers (on sentences of which half were judged biased; on sober
//! news fewer do). People agree with each other at a token F1 of 0.46 only, so opinions differ about any single mark.

mod affix;
mod alternatives;
mod calibration;
mod category;
mod derived;
mod entry_id;
mod epithet;
mod headline;
mod known;
mod lexical;
mod literal;
mod mark;
mod model;
mod name;
mod negation;
mod reported_accusation;
mod rules;
mod scan;
mod scare_quote;
mod score;
mod settings;
mod structural;
mod target;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod typography;
mod voice;

use std::sync::Arc;

pub use category::{Category, Class, Strength};
pub use entry_id::EntryId;
pub use model::{LoadedAnalysis, LoadedFinding, Score, SentenceScore, Suppression};
pub use rules::{explain, rule_ids};
pub use settings::{LoadedLanguageBuilder, Profile};

use crate::{Analyzer, Document};
use mark::{Context, Mark};
use scan::Scan;
use settings::Settings;
use voice::Purpose;

/// Finds the words that colour a text.
///
/// # Resource usage
/// Linear in the text. The phrases are found in the one pass over the tokens that serves all lexicons
/// ([`Document::matches`]).
///
/// ```
/// use newsframe::{Analyzer, Article, Document, Finding, LoadedLanguage};
///
/// let document = Document::new(Article::from_text("The minister slammed the report.")?)?;
/// let found = LoadedLanguage::new().analyze(&document);
/// assert_eq!(document.slice(found.findings()[0].span()), "slammed");
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct LoadedLanguage {
    settings: Arc<Settings>,
}

impl Default for LoadedLanguage {
    fn default() -> Self {
        let settings = Settings {
            min_confidence: Profile::Default.min_confidence(),
            keep_suppressions: true,
            ..Settings::default()
        };
        Self::with_settings(settings)
    }
}

impl LoadedLanguage {
    /// With the default settings.
    pub fn new() -> Self {
        Self::default()
    }

    /// A builder for other settings.
    pub fn builder() -> LoadedLanguageBuilder {
        LoadedLanguageBuilder::default()
    }

    fn with_settings(settings: Settings) -> Self {
        Self { settings: Arc::new(settings) }
    }

    /// All marks of all detectors, and what each quotation is for.
    fn marks(&self, context: Context<'_>) -> (Vec<Mark<'_>>, Vec<Purpose>) {
        let mut marks = Vec::new();
        lexical::built_in(context, &mut marks);
        let purposes = voice::purposes(context, &marks);
        lexical::own(context, &self.settings.own, &mut marks);
        derived::find(context, &mut marks);
        affix::find(context, &mut marks);
        headline::find(context, &mut marks);
        typography::find(context, &mut marks);
        scare_quote::find(context, &purposes, &mut marks);
        structural::find(context, &mut marks);
        marks.retain(|mark| self.settings.allows(mark));
        (marks, purposes)
    }
}

impl Analyzer for LoadedLanguage {
    type Output = LoadedAnalysis;

    fn analyze(&self, document: &Document) -> LoadedAnalysis {
        let scan = Scan::of(document);
        let context = Context::new(document, &scan);
        let (marks, purposes) = self.marks(context);
        let mut marks = mark::resolve(marks);
        mark::weigh(context, &self.settings, &purposes, &mut marks);
        let mut analysis = LoadedAnalysis {
            sentence_count: context.sentences.len(),
            word_count: scan.word_count(),
            ..LoadedAnalysis::default()
        };
        mark::finish(context, &self.settings, marks, &mut analysis);
        analysis
    }
}
