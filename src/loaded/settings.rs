//! [`LoadedLanguageBuilder`] and [`Profile`]: what the analyzer looks for and how sure it must be.

use std::collections::BTreeSet;
use std::fmt;

use super::mark::Mark;
use super::rules;
use super::{Category, LoadedLanguage};
use crate::error::Kind;
use crate::lexicon::{Lexicon, LexiconSet};
use crate::{Confidence, Error, Result, RuleId, Voice};

/// How sure a mark must be to be reported.
///
/// ```
/// use newsframe::loaded::Profile;
///
/// assert!(Profile::Strict.min_confidence() > Profile::Default.min_confidence());
/// assert_eq!(Profile::Broad.to_string(), "broad");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[non_exhaustive]
pub enum Profile {
    /// Precision and recall in balance.
    #[default]
    Default,
    /// Precision first: what nearly every reader would mark.
    Strict,
    /// Recall first: everything worth a look.
    Broad,
}

impl Profile {
    /// The name: `default`, `strict`, `broad`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Strict => "strict",
            Self::Broad => "broad",
        }
    }

    /// The confidence a mark of [`Class::Loaded`](super::Class::Loaded) must have.
    pub const fn min_confidence(self) -> Confidence {
        Confidence::percent(match self {
            Self::Default => 35,
            Self::Strict => 60,
            Self::Broad => 15,
        })
    }

    /// The confidence it must have inside a quotation: ten points less. Quoted words are labelled and not charged to the
    /// outlet, so that listing one too many costs less than dropping one.
    pub const fn min_confidence_quoted(self) -> Confidence {
        quoted(self.min_confidence())
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The threshold for quoted words that goes with one for the outlet's.
const fn quoted(outlet: Confidence) -> Confidence {
    Confidence::percent(outlet.as_percent().saturating_sub(10))
}

/// What the analyzer is set to.
#[derive(Debug, Default)]
pub(super) struct Settings {
    pub(super) min_confidence: Confidence,
    pub(super) keep_suppressions: bool,
    pub(super) categories: BTreeSet<Category>,
    pub(super) rules: BTreeSet<String>,
    pub(super) entries: BTreeSet<String>,
    pub(super) own: LexiconSet,
}

impl Settings {
    /// The confidence a mark must have.
    pub(super) fn threshold(&self, voice: Voice) -> Confidence {
        if voice == Voice::Outlet { self.min_confidence } else { quoted(self.min_confidence) }
    }

    pub(super) fn allows(&self, mark: &Mark<'_>) -> bool {
        self.is_on(&mark.rule)
            && !self.categories.contains(&mark.category)
            && (self.entries.is_empty() || !mark.source.is_some_and(|source| self.entries.contains(source.phrase())))
    }

    pub(super) fn is_on(&self, rule: &RuleId) -> bool {
        !self.rules.contains(rule.as_str())
    }
}

/// Builds a [`LoadedLanguage`].
///
/// ```
/// use newsframe::lexicon::Lexicon;
/// use newsframe::loaded::{Category, Profile};
/// use newsframe::{Analyzer, Article, Document, Finding, LoadedLanguage};
///
/// let house_style = Lexicon::parse("house-style", "phrase\tcategory\tstrength\tpos\talternatives\nbigwig\tlabel\t3\tnoun\texecutive\n")?;
/// let strict = LoadedLanguage::builder()
///     .profile(Profile::Strict)
///     .lexicon(house_style)
///     .disable_category(Category::Metaphor)
///     .disable_rule("loaded/exclamation")
///     .disable_entry("fury")
///     .build()?;
/// let document = Document::new(Article::from_text("The bigwigs met.")?)?;
/// let found = strict.analyze(&document);
/// assert_eq!(document.slice(found.findings()[0].span()), "bigwigs");
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct LoadedLanguageBuilder {
    min_confidence: Confidence,
    keep_suppressions: bool,
    categories: BTreeSet<Category>,
    rules: BTreeSet<String>,
    entries: BTreeSet<String>,
    lexicons: Vec<Lexicon>,
}

impl Default for LoadedLanguageBuilder {
    fn default() -> Self {
        Self {
            min_confidence: Profile::Default.min_confidence(),
            keep_suppressions: true,
            categories: BTreeSet::new(),
            rules: BTreeSet::new(),
            entries: BTreeSet::new(),
            lexicons: Vec::new(),
        }
    }
}

impl LoadedLanguageBuilder {
    /// How sure a mark must be, by name.
    #[must_use]
    pub fn profile(self, profile: Profile) -> Self {
        self.min_confidence(profile.min_confidence())
    }

    /// How sure a mark of [`Class::Loaded`](super::Class::Loaded) must be; quoted words, ten points less. The other classes have
    /// no threshold.
    #[must_use]
    pub fn min_confidence(mut self, confidence: Confidence) -> Self {
        self.min_confidence = confidence;
        self
    }

    /// Whether [suppressions](super::LoadedAnalysis::suppressions) are kept; they are unless switched off.
    #[must_use]
    pub fn keep_suppressions(mut self, keep: bool) -> Self {
        self.keep_suppressions = keep;
        self
    }

    /// Adds a lexicon of one's own. Its categories are those of [`Category::from_name`]; its phrases are matched beside the
    /// built-in ones.
    #[must_use]
    pub fn lexicon(mut self, lexicon: Lexicon) -> Self {
        self.lexicons.push(lexicon);
        self
    }

    /// Leaves out a category.
    #[must_use]
    pub fn disable_category(mut self, category: Category) -> Self {
        self.categories.insert(category);
        self
    }

    /// Switches off a rule, by its id.
    #[must_use]
    pub fn disable_rule(mut self, rule: &str) -> Self {
        self.rules.insert(rule.to_owned());
        self
    }

    /// Leaves out the lexicon entries with this phrase, as written in the lexicon.
    #[must_use]
    pub fn disable_entry(mut self, phrase: &str) -> Self {
        self.entries.insert(phrase.to_owned());
        self
    }

    /// The analyzer.
    ///
    /// # Errors
    /// If a rule or entry to be disabled does not exist, or a lexicon has a category that does not.
    ///
    /// ```
    /// # use newsframe::LoadedLanguage;
    /// let error = LoadedLanguage::builder().disable_rule("loaded/typo").build().unwrap_err();
    /// assert!(error.is_setting());
    /// ```
    pub fn build(self) -> Result<LoadedLanguage> {
        for rule in &self.rules {
            if rules::explain(rule).is_none() {
                return Err(setting("disable_rule", format!("there is no rule `{rule}`")));
            }
        }
        for lexicon in &self.lexicons {
            for entry in lexicon.entries() {
                if Category::from_name(entry.category()).is_none() {
                    let problem = format!("`{}` is no category of loaded language", entry.category());
                    return Err(Error::lexicon(lexicon.name(), entry.line(), problem));
                }
            }
        }
        let own = LexiconSet::new(self.lexicons);
        for phrase in &self.entries {
            let builtin = super::known::builtin()?;
            if !builtin.has_phrase(phrase) && !own.lexicons().iter().any(|lexicon| has_phrase(lexicon, phrase)) {
                return Err(setting("disable_entry", format!("no lexicon has `{phrase}`")));
            }
        }
        Ok(LoadedLanguage::with_settings(Settings {
            min_confidence: self.min_confidence,
            keep_suppressions: self.keep_suppressions,
            categories: self.categories,
            rules: self.rules,
            entries: self.entries,
            own,
        }))
    }
}

pub(super) fn has_phrase(lexicon: &Lexicon, phrase: &str) -> bool {
    lexicon.entries().any(|entry| entry.phrase() == phrase)
}

fn setting(setting: &'static str, problem: String) -> Error {
    Kind::Setting { setting, problem }.into()
}
