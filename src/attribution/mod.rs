//! Who says what.
//!
//! [`Attribution`] finds every place where the text presents something as somebody's: said, written, thought, wanted or seen.
//! Each [`AttributionRelation`] links a *source*, a *cue* and a *content* (PARC: Pareti 2012, 2016; PolNeAR: Newell et al. 2018).
//!
//! The detectors, one a file, propose candidates from cues (`cues.tsv`), quotation marks and the grammar around them; the resolution
//! chooses among them and nests them; the sources are resolved to the entities of the document.

mod according_to;
mod adjective;
mod balance;
mod candidate;
mod clause;
mod colon;
mod complement;
mod continuation;
mod cues;
mod direct;
mod entities;
mod extent;
mod facts;
mod finish;
mod finite;
mod grid;
mod indirect;
mod lexis;
mod model;
mod noun_cue;
mod noun_phrase;
mod parenthetical;
mod passive;
mod recognise;
mod resolve;
mod rules;
mod scare_quote;
mod source;
#[cfg(test)]
mod testing;
mod unattributed;

use candidate::Context;
use clause::Clauses;
use grid::Grid;

pub use balance::{Balance, SourceKindBalance, SpeakerBalance, VoiceShare};
pub use model::{
    Act, AssertionKind, AttributionAnalysis, AttributionRelation, Entity, EntityId, EntityKind, QuotationType,
    ScareQuote, SourceKind, Stance, UnattributedAssertion,
};

use crate::error::Kind;
use crate::{Analyzer, Confidence, Document, Error, Finding, Result};

/// Finds who says what.
///
/// Takes time linear in the text.
///
/// ```
/// use newsframe::{Analyzer, Article, Attribution, Document};
///
/// let document = Document::new(Article::from_text("Officials said the bridge was safe.")?)?;
/// let found = Attribution::new().analyze(&document);
/// let relation = &found.relations()[0];
/// assert_eq!(document.slice(relation.source()[0]), "Officials");
/// assert_eq!(document.slice(relation.cue()[0]), "said");
/// assert_eq!(document.slice(relation.content()[0]), "the bridge was safe");
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Attribution {
    disabled: Vec<&'static str>,
    least: Option<Confidence>,
}

/// Settings of an [`Attribution`] analyzer.
///
/// ```
/// use newsframe::{Attribution, Confidence};
///
/// let analyzer = Attribution::builder()
///     .disable("attribution/noun-cue")
///     .min_confidence(Confidence::percent(70))
///     .build()?;
/// assert!(Attribution::builder().disable("attribution/no-such-rule").build().is_err());
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct AttributionBuilder {
    disabled: Vec<String>,
    least: Option<Confidence>,
}

impl AttributionBuilder {
    /// Switches a rule off by its id.
    #[must_use]
    pub fn disable(mut self, rule: impl Into<String>) -> Self {
        self.disabled.push(rule.into());
        self
    }

    /// Leaves out what is less sure.
    #[must_use]
    pub fn min_confidence(mut self, least: Confidence) -> Self {
        self.least = Some(least);
        self
    }

    /// The analyzer.
    ///
    /// # Errors
    /// If a disabled rule does not exist.
    pub fn build(self) -> Result<Attribution> {
        let find = |id: &String| rules::ALL.iter().find(|rule| rule.id == id).map(|rule| rule.id);
        let disabled: Result<Vec<_>> =
            self.disabled.iter().map(|id| find(id).ok_or_else(|| unknown_rule(id))).collect();
        Ok(Attribution { disabled: disabled?, least: self.least })
    }
}

fn unknown_rule(id: &str) -> Error {
    Kind::Setting { setting: "disable", problem: format!("there is no rule `{id}`") }.into()
}

impl Attribution {
    /// With the default settings.
    pub fn new() -> Self {
        Self::default()
    }

    /// To change the settings.
    pub fn builder() -> AttributionBuilder {
        AttributionBuilder::default()
    }

    /// What a rule finds, in a sentence or two; `None` if there is no such rule.
    ///
    /// ```
    /// use newsframe::Attribution;
    ///
    /// assert!(Attribution::explain("attribution/that-clause").unwrap().contains("that"));
    /// ```
    pub fn explain(rule: &str) -> Option<&'static str> {
        rules::ALL.iter().find(|known| known.id == rule).map(|known| known.explanation)
    }

    /// The ids of all rules.
    ///
    /// ```
    /// use newsframe::Attribution;
    ///
    /// assert!(Attribution::rules().any(|id| id == "attribution/according-to"));
    /// ```
    pub fn rules() -> impl Iterator<Item = &'static str> {
        rules::ALL.iter().map(|rule| rule.id)
    }
}

impl Analyzer for Attribution {
    type Output = AttributionAnalysis;

    fn analyze(&self, document: &Document) -> AttributionAnalysis {
        let grid = Grid::new(document);
        let clauses = Clauses::new(&grid);
        let context = Context { grid: &grid, clauses: &clauses };
        let mut candidates = Vec::new();
        indirect::detect(&context, &mut candidates);
        passive::detect(&context, &mut candidates);
        according_to::detect(&context, &mut candidates);
        noun_cue::detect(&context, &mut candidates);
        adjective::detect(&context, &mut candidates);
        colon::detect(&context, &mut candidates);
        candidates.retain(|candidate| !self.disabled.contains(&candidate.rule.id));
        resolve::drop_endless(&context, &mut candidates);
        direct::detect(&context, &mut candidates);
        candidates.retain(|candidate| !self.disabled.contains(&candidate.rule.id));
        let least = self.least.map_or(LEAST, |least| i32::from(least.as_percent()).max(LEAST));
        let chosen = resolve::resolve(&context, candidates, least);
        let mut found = finish::finish(&context, chosen, &self.disabled);
        let sure = |confidence: Confidence| self.least.is_none_or(|least| confidence >= least);
        found.unattributed.retain(|assertion| sure(assertion.confidence()));
        found.scare_quotes.retain(|quote| sure(quote.confidence()));
        found
    }
}

/// Candidates with a lower score are not reported.
const LEAST: i32 = 50;

#[cfg(test)]
mod tests {
    use super::testing::analyze;
    use super::*;
    use crate::{Article, Finding};

    /// What holds of any analysis of any text.
    fn hold(text: &str) {
        let (document, found) = analyze(text);
        let known: Vec<&str> = Attribution::rules().collect();
        let mut start = 0;
        for (index, relation) in found.iter().enumerate() {
            assert!(relation.span().start() >= start, "sorted: {text:.60}");
            start = relation.span().start();
            assert!(!relation.content().is_empty());
            for span in relation.content().iter().chain(relation.source()).chain(relation.cue()) {
                assert!(!span.is_empty() && document.get(*span).is_ok(), "{span} in {text:.60}");
            }
            assert!(relation.parent().is_none_or(|parent| parent < found.len() && parent != index));
            assert!(relation.speaker().is_none_or(|speaker| found.entity(speaker).is_some()));
            assert!(known.contains(&relation.rule().as_str()));
        }
    }

    #[test]
    fn any_text_gives_sound_findings() {
        for unit in [
            "“",
            "\"",
            "'",
            "He said ",
            "he said that ",
            "said, ",
            "Ana Ruiz, a doctor, ",
            "(",
            "who said ",
            "“a ‘b ",
            "“No,” he said. ",
            "according to ",
            "plans to ",
            ": ",
            "to say ",
            "and said ",
            "! ",
            "saying, ",
            "Ruiz: ",
            "“x” – ",
            "\u{feff}é “ü ",
            "\n\n",
            "as ",
        ] {
            hold(&unit.repeat(3000 / unit.len()));
            hold(&format!("Lund said {}", unit.repeat(40)));
            hold(&format!("{} said Lund.", unit.repeat(40)));
        }
        hold("");
    }

    #[test]
    fn analysis_survives_json_and_repeats() {
        let text =
            "“We won,” said Ana Ruiz. Lund said the deal was “a gift”. It would cost a lot. They fear that it fails.";
        let (_, found) = analyze(text);
        let json = serde_json::to_string(&found).unwrap();
        assert_eq!(serde_json::from_str::<AttributionAnalysis>(&json).unwrap(), found);
        assert_eq!(analyze(text).1, found);
    }

    #[test]
    fn a_disabled_rule_finds_nothing_and_the_others_stay() {
        let text = "“We won,” said Ana Ruiz. Lund said that it rained.";
        let document = Document::new(Article::from_text(text).unwrap()).unwrap();
        let analyzer = Attribution::builder().disable("attribution/that-clause").build().unwrap();
        let rules: Vec<String> = analyzer.analyze(&document).iter().map(|r| r.rule().to_string()).collect();
        assert_eq!(rules, ["attribution/quote-then-verb"]);
    }

    #[test]
    fn balance_counts_words_by_speaker() {
        let (_, found) = analyze("“We have won,” said Ana Ruiz. Ruiz said it rained. Residents said it snowed.");
        let row = &found.balance().speakers()[0];
        assert_eq!(found.entity(row.speaker()).unwrap().name(), "Ana Ruiz");
        let voice = row.voice();
        assert_eq!((voice.statements(), voice.words_quoted(), voice.words_reported()), (2, 3, 2));
        assert_eq!(found.balance().source_kinds().len(), 2);
    }
}
