//! [`Analysis`]: the findings of the three analyzers, joined by span.

mod check;
mod pipeline;
mod plugin;
mod provenance;
mod voice;

use serde::{Deserialize, Serialize};

pub use pipeline::{Pipeline, PipelineBuilder};
pub use plugin::PluginFinding;
pub use provenance::Provenance;
use voice::Cover;
pub use voice::{Stretch, Voices};

use crate::attribution::{AttributionAnalysis, AttributionRelation};
use crate::loaded::LoadedAnalysis;
use crate::quantity::QuantityAnalysis;
use crate::{Document, Finding, Result, Span, Voice};

/// Everything found in one document: who says what, which numbers are claimed, which words colour it, and whose words
/// each stretch of text is.
///
/// The analyzers know nothing of each other; their findings are joined here by span. A loaded word inside a quotation or a
/// reported clause gets that [voice](Voice), a quantity the attribution it stands in.
///
/// Serialises whole, without the text. What is read back belongs to one document: [`check`](Analysis::check) it there.
///
/// ```
/// use newsframe::{Analysis, Article, Document, Finding, Voice};
///
/// let document = Document::new(Article::from_text("The mayor slammed the plan. “It is a disgrace,” said Ana Ruiz.")?)?;
/// let analysis = Analysis::of(&document);
/// let outlet: Vec<_> = analysis.loaded().outlet_voice().map(|finding| document.slice(finding.span())).collect();
/// assert_eq!(outlet, ["slammed"]);
///
/// let json = serde_json::to_string(&analysis).unwrap();
/// let again: Analysis = serde_json::from_str(&json).unwrap();
/// assert!(again.check(&document).is_ok());
/// assert_eq!(again, analysis);
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Analysis {
    provenance: Provenance,
    attribution: AttributionAnalysis,
    quantity: QuantityAnalysis,
    loaded: LoadedAnalysis,
    voices: Voices,
    quantity_sources: Vec<Option<u32>>,
    plugins: Vec<PluginFinding>,
}

impl Analysis {
    /// Analyzes a document with the default settings. See [`Pipeline`] for others.
    ///
    /// ```
    /// use newsframe::{Analysis, Article, Document};
    ///
    /// let analysis = Analysis::of(&Document::new(Article::from_text("“We go,” said Ana Ruiz.")?)?);
    /// assert_eq!(analysis.attribution().len(), 1);
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn of(document: &Document) -> Self {
        use crate::Analyzer as _;
        Pipeline::new().analyze(document)
    }

    /// Joins what the analyzers found in one document.
    ///
    /// ```
    /// use newsframe::{Analysis, Analyzer, Article, Attribution, Document, LoadedLanguage, Quantities, Voice};
    ///
    /// let document = Document::new(Article::from_text("“The bill rose 40%,” said Ana Ruiz.")?)?;
    /// let (said, numbers, words) =
    ///     (Attribution::new(), Quantities::new(), LoadedLanguage::new()).analyze(&document);
    /// let analysis = Analysis::join(&document, said, numbers, words, &[]);
    /// assert_eq!(analysis, Analysis::of(&document));
    /// // Joined: the quantity now has a source, and every stretch a voice.
    /// let relation = &analysis.attribution().relations()[0];
    /// assert_eq!(analysis.source_of_quantity(0), Some(0));
    /// assert_eq!(analysis.attribution_of(analysis.quantity().quantities()[0].number()), Some(relation));
    /// assert_eq!(analysis.voices().stretches()[0].voice(), Voice::Quoted);
    /// assert!(analysis.plugins().is_empty());
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn join(
        document: &Document,
        attribution: AttributionAnalysis,
        quantity: QuantityAnalysis,
        mut loaded: LoadedAnalysis,
        plugins: &[Box<dyn Finding>],
    ) -> Self {
        let contents: Vec<(Span, usize)> = top_level_contents(&attribution).collect();
        let voices = Voices::join(spoken(document, &attribution, &contents), &contents);
        let source = |span: Span| voices.stretch_at(span).and_then(Stretch::attribution).map(|index| index as u32);
        let quantity_sources = quantity.quantities().iter().map(|quantity| source(quantity.span())).collect();
        loaded.set_voices(|finding| voices.stretch_at(finding.span()).map(Stretch::voice));
        let mut plugins: Vec<_> = plugins.iter().map(|finding| PluginFinding::of(&**finding)).collect();
        plugins.sort_by(|one, other| (one.span(), one.rule()).cmp(&(other.span(), other.rule())));
        Self { provenance: Provenance::of(document), attribution, quantity, loaded, voices, quantity_sources, plugins }
    }

    /// What the result was made with.
    pub fn provenance(&self) -> &Provenance {
        &self.provenance
    }

    /// Who says what.
    pub fn attribution(&self) -> &AttributionAnalysis {
        &self.attribution
    }

    /// Which numbers are claimed.
    pub fn quantity(&self) -> &QuantityAnalysis {
        &self.quantity
    }

    /// Which words colour the text, each with its voice.
    pub fn loaded(&self) -> &LoadedAnalysis {
        &self.loaded
    }

    /// Whose words each stretch of the text is.
    pub fn voices(&self) -> &Voices {
        &self.voices
    }

    /// Findings of plug-ins, in order of the text.
    pub fn plugins(&self) -> &[PluginFinding] {
        &self.plugins
    }

    /// Whose voice a span is in, by its first character.
    ///
    /// ```
    /// use newsframe::{Analysis, Article, Document, Span, Voice};
    ///
    /// let analysis = Analysis::of(&Document::new(Article::from_text("“We go,” said Ana Ruiz.")?)?);
    /// assert_eq!(analysis.voice_of(Span::new(3, 5).unwrap()), Voice::Quoted);
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn voice_of(&self, span: Span) -> Voice {
        self.voices.voice_of(span)
    }

    /// The attribution whose content a span stands in, if there is one.
    pub fn attribution_of(&self, span: Span) -> Option<&AttributionRelation> {
        self.attribution.relations().get(self.voices.stretch_at(span)?.attribution()?)
    }

    /// The index of the attribution that the quantity with this index stands in.
    pub fn source_of_quantity(&self, index: usize) -> Option<usize> {
        self.quantity_sources.get(index).copied().flatten().map(|index| index as usize)
    }

    /// All findings of all analyzers and plug-ins, in order of the text. Loaded candidates that were suppressed are not among
    /// them.
    ///
    /// ```
    /// use newsframe::{Analysis, Article, Document};
    ///
    /// let analysis = Analysis::of(&Document::new(Article::from_text("Bills rose 4%, said Ana Ruiz.")?)?);
    /// let rules: Vec<_> = analysis.findings().iter().map(|finding| finding.rule().analyzer().to_owned()).collect();
    /// assert!(rules.contains(&"attribution".to_owned()) && rules.contains(&"quantity".to_owned()));
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn findings(&self) -> Vec<&dyn Finding> {
        fn all<F: Finding>(findings: &[F]) -> impl Iterator<Item = &dyn Finding> {
            findings.iter().map(|finding| finding as &dyn Finding)
        }
        let mut findings: Vec<&dyn Finding> = all(self.attribution.relations())
            .chain(all(self.attribution.unattributed()))
            .chain(all(self.attribution.scare_quotes()))
            .chain(all(self.quantity.quantities()))
            .chain(all(self.quantity.warnings()))
            .chain(all(self.loaded.findings()))
            .chain(all(&self.plugins))
            .collect();
        findings.sort_by_key(|finding| (finding.span(), finding.rule().clone()));
        findings
    }

    /// Whether the analysis belongs to the document: made of the same text, and all its spans fit.
    ///
    /// # Errors
    /// If the text is another one, a span is out of bounds or cuts a character, or an index points at nothing.
    ///
    /// ```
    /// use newsframe::{Analysis, Article, Document};
    ///
    /// let document = |text| Document::new(Article::from_text(text)?);
    /// let analysis = Analysis::of(&document("Rain fell.")?);
    /// assert!(analysis.check(&document("Rain fell.")?).is_ok());
    /// assert!(analysis.check(&document("Snow fell.")?).unwrap_err().is_input());
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn check(&self, document: &Document) -> Result<()> {
        self.check_text(document.text())
    }
}

/// The contents of the attributions that stand in no other one, with their indices. Possible continuations are left out: what
/// may be somebody's words stays the outlet's.
fn top_level_contents(attribution: &AttributionAnalysis) -> impl Iterator<Item = (Span, usize)> + '_ {
    let relations = attribution.relations().iter().enumerate();
    relations
        .filter(|(_, relation)| relation.parent().is_none() && !relation.is_possible_continuation())
        .flat_map(|(index, relation)| relation.content().iter().map(move |&span| (span, index)))
}

/// The outermost quotations that are somebody's words: all but scare quotes that no attribution covers.
fn spoken<'a>(
    document: &'a Document,
    attribution: &AttributionAnalysis,
    contents: &[(Span, usize)],
) -> impl Iterator<Item = Span> + 'a {
    let scare_quotes = Cover::new(attribution.scare_quotes().iter().map(Finding::span));
    let attributed = Cover::new(contents.iter().map(|&(span, _)| span));
    let mut end = 0;
    let outermost = document.quotations().iter().map(|quotation| quotation.outer()).filter(move |outer| {
        let outermost = outer.start() >= end;
        end = end.max(outer.end());
        outermost
    });
    outermost.filter(move |&outer| attributed.overlaps(outer) || !scare_quotes.overlaps(outer))
}
