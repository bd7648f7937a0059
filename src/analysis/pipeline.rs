//! [`Pipeline`]: the three analyzers and any plug-ins, run together.

use super::Analysis;
use crate::{Analyzer, Attribution, Document, DynAnalyzer, LoadedLanguage, Quantities};

/// The three analyzers with their settings, and plug-ins, as one analyzer that returns an [`Analysis`].
///
/// ```
/// use newsframe::{Analyzer, Article, Document, LoadedLanguage, Pipeline};
///
/// let pipeline = Pipeline::builder().loaded(LoadedLanguage::new()).build();
/// let analysis = pipeline.analyze(&Document::new(Article::from_text("Rain fell.")?)?);
/// assert!(analysis.findings().is_empty());
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Default)]
pub struct Pipeline {
    attribution: Attribution,
    quantities: Quantities,
    loaded: LoadedLanguage,
    plugins: Vec<Box<dyn DynAnalyzer>>,
}

/// Builds a [`Pipeline`]: what is not set keeps its default. Building cannot fail; the analyzers handed over were checked when they
/// were built.
///
/// ```
/// use newsframe::loaded::Profile;
/// use newsframe::{Analyzer, Article, Document, LoadedLanguage, Pipeline};
///
/// let strict = LoadedLanguage::builder().profile(Profile::Strict).build()?;
/// let pipeline = Pipeline::builder().loaded(strict).build();
/// let analysis = pipeline.analyze(&Document::new(Article::from_text("The mayor slammed the plan.")?)?);
/// assert_eq!(analysis.loaded().outlet_voice().count(), 1);
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Default)]
pub struct PipelineBuilder(Pipeline);

impl Pipeline {
    /// The three analyzers with their default settings.
    ///
    /// ```
    /// use newsframe::{Analysis, Analyzer, Article, Document, Pipeline};
    ///
    /// let document = Document::new(Article::from_text("Rain fell.")?)?;
    /// assert_eq!(Pipeline::new().analyze(&document), Analysis::of(&document));
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// A builder with the default settings.
    pub fn builder() -> PipelineBuilder {
        PipelineBuilder::default()
    }
}

impl PipelineBuilder {
    /// Replaces the attribution analyzer.
    #[must_use]
    pub fn attribution(mut self, attribution: Attribution) -> Self {
        self.0.attribution = attribution;
        self
    }

    /// Replaces the quantity analyzer.
    #[must_use]
    pub fn quantities(mut self, quantities: Quantities) -> Self {
        self.0.quantities = quantities;
        self
    }

    /// Replaces the analyzer of loaded language.
    #[must_use]
    pub fn loaded(mut self, loaded: LoadedLanguage) -> Self {
        self.0.loaded = loaded;
        self
    }

    /// Adds an analyzer from outside the crate; plug-ins run in the order they were added. See [`PluginFinding`](super::PluginFinding).
    #[must_use]
    pub fn plugin(mut self, plugin: impl DynAnalyzer + 'static) -> Self {
        self.0.plugins.push(Box::new(plugin));
        self
    }

    /// The pipeline.
    pub fn build(self) -> Pipeline {
        self.0
    }
}

impl Analyzer for Pipeline {
    type Output = Analysis;

    fn analyze(&self, document: &Document) -> Analysis {
        let plugins: Vec<_> = self.plugins.iter().flat_map(|plugin| plugin.findings(document)).collect();
        Analysis::join(
            document,
            self.attribution.analyze(document),
            self.quantities.analyze(document),
            self.loaded.analyze(document),
            &plugins,
        )
    }
}
