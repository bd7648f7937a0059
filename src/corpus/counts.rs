//! [`Counts`]: what is counted in an article, or in many.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::attribution::{Act, AssertionKind, QuotationType, SourceKind, Stance, VoiceShare};
use crate::document::TokenKind;
use crate::loaded::{Category, Class};
use crate::quantity::Role;
use crate::{Analysis, Document, Finding, Voice};

/// How much somebody is heard.
///
/// ```
/// use newsframe::corpus::Counts;
/// use newsframe::{Analysis, Article, Document};
///
/// let document = Document::new(Article::from_text("“It rained hard,” said Ana Ruiz. She said that it stopped.")?)?;
/// let counts = Counts::of(&document, &Analysis::of(&document));
/// let ruiz = counts.speakers["Ana Ruiz"];
/// assert_eq!((ruiz.articles, ruiz.statements), (1, 2));
/// assert_eq!((ruiz.words_quoted, ruiz.words_reported), (3, 2));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SpeakerCount {
    /// Articles with a statement.
    pub articles: u64,
    /// Statements.
    pub statements: u64,
    /// Words in quotation marks.
    pub words_quoted: u64,
    /// Words reported without.
    pub words_reported: u64,
}

impl SpeakerCount {
    fn of(voice: &VoiceShare) -> Self {
        Self {
            articles: 1,
            statements: voice.statements() as u64,
            words_quoted: voice.words_quoted() as u64,
            words_reported: voice.words_reported() as u64,
        }
    }
}

/// Findings of each category, of one voice: a value of [`Counts::loaded`].
///
/// ```
/// use newsframe::corpus::{Counts, LoadedCount};
/// use newsframe::loaded::Category;
/// use newsframe::{Analysis, Article, Document, Voice};
///
/// let document = Document::new(Article::from_text("The council made a brazen plan.")?)?;
/// let counts = Counts::of(&document, &Analysis::of(&document));
/// assert_eq!(counts.loaded[&Voice::Outlet], LoadedCount::from([(Category::Evaluative, 1)]));
/// # Ok::<(), newsframe::Error>(())
/// ```
pub type LoadedCount = BTreeMap<Category, u64>;

/// What is counted. Whole numbers only, so that it does not matter in which order articles are added; rates are for the
/// reader to make, with [`words_by_voice`](Counts::words_by_voice) or [`articles`](Counts::articles) below.
///
/// ```
/// use newsframe::corpus::Summary;
/// use newsframe::{Analysis, Article, Document, Voice};
///
/// let document = Document::new(Article::from_text("The council made a brazen plan.")?)?;
/// let mut summary = Summary::new();
/// summary.add(&document, &Analysis::of(&document));
/// let counts = summary.total();
/// assert_eq!(counts.loaded_words(Voice::Outlet), 1);
/// assert_eq!((counts.words(), counts.sentences), (6, 1));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Counts {
    /// Articles.
    pub articles: u64,
    /// Articles that attribute nothing to anybody.
    pub articles_without_source: u64,
    /// Sentences.
    pub sentences: u64,
    /// Words, numbers included, by whose words they are.
    pub words_by_voice: BTreeMap<Voice, u64>,
    /// Attributions, possible continuations left out.
    pub attributions: u64,
    /// Attributions by kind of source.
    pub source_kinds: BTreeMap<SourceKind, u64>,
    /// Attributions by type of quotation.
    pub quotation_types: BTreeMap<QuotationType, u64>,
    /// Attributions by act.
    pub acts: BTreeMap<Act, u64>,
    /// Attributions by stance of the cue.
    pub stances: BTreeMap<Stance, u64>,
    /// Who is heard, by the fullest name of each article. Nothing tells two people of one name apart, or joins *Harlan* of one
    /// article with *Viktor Harlan* of another: see [`Summary::rename_speakers`](super::Summary::rename_speakers).
    pub speakers: BTreeMap<String, SpeakerCount>,
    /// How much each kind of source is heard.
    pub heard: BTreeMap<SourceKind, SpeakerCount>,
    /// Claims of intent, cause or inner state with no source.
    pub unattributed: BTreeMap<AssertionKind, u64>,
    /// Quotation marks that keep distance.
    pub scare_quotes: u64,
    /// Numbers that claim something, by role.
    pub claims: BTreeMap<Role, u64>,
    /// Those of them that stand in what somebody says.
    pub claims_with_source: u64,
    /// Warnings about numbers, by rule.
    pub warnings: BTreeMap<String, u64>,
    /// Findings of loaded language, of every [`Class`], by whose words they are.
    pub loaded: BTreeMap<Voice, LoadedCount>,
    /// Findings of plug-ins, by rule.
    pub plugins: BTreeMap<String, u64>,
}

/// Adds, and stays at the largest number instead of going on from 0: so sums do not depend on the order either.
fn add(count: &mut u64, more: u64) {
    *count = count.saturating_add(more);
}

fn one<K: Ord>(counts: &mut BTreeMap<K, u64>, key: K) {
    add(counts.entry(key).or_default(), 1);
}

pub(super) fn merge_maps<K: Ord, V: Default>(
    into: &mut BTreeMap<K, V>,
    other: BTreeMap<K, V>,
    merge: impl Fn(&mut V, V),
) {
    for (key, value) in other {
        merge(into.entry(key).or_default(), value);
    }
}

fn merge_counts<K: Ord>(into: &mut BTreeMap<K, u64>, other: BTreeMap<K, u64>) {
    merge_maps(into, other, add);
}

pub(super) fn merge_speaker(into: &mut SpeakerCount, other: SpeakerCount) {
    add(&mut into.articles, other.articles);
    add(&mut into.statements, other.statements);
    add(&mut into.words_quoted, other.words_quoted);
    add(&mut into.words_reported, other.words_reported);
}

impl Counts {
    /// The counts of one document.
    pub fn of(document: &Document, analysis: &Analysis) -> Self {
        let mut counts = Self { articles: 1, sentences: document.sentences().len() as u64, ..Self::default() };
        for token in
            document.tokens().iter().filter(|token| matches!(token.kind(), TokenKind::Word | TokenKind::Number))
        {
            one(&mut counts.words_by_voice, analysis.voice_of(token.span()));
        }
        counts.add_attributions(analysis);
        counts.add_quantities(analysis);
        for finding in analysis.loaded() {
            one(counts.loaded.entry(finding.voice()).or_default(), finding.category());
        }
        for finding in analysis.plugins() {
            one(&mut counts.plugins, finding.rule().to_string());
        }
        counts
    }

    fn add_attributions(&mut self, analysis: &Analysis) {
        let said = analysis.attribution();
        for relation in said.iter().filter(|relation| !relation.is_possible_continuation()) {
            add(&mut self.attributions, 1);
            one(&mut self.source_kinds, relation.source_kind());
            one(&mut self.quotation_types, relation.kind());
            one(&mut self.acts, relation.act());
            one(&mut self.stances, relation.stance());
        }
        self.articles_without_source = u64::from(self.attributions == 0);
        for row in said.balance().speakers() {
            if let Some(entity) = said.entity(row.speaker()) {
                merge_speaker(
                    self.speakers.entry(entity.name().to_owned()).or_default(),
                    SpeakerCount::of(row.voice()),
                );
            }
        }
        for row in said.balance().source_kinds() {
            merge_speaker(self.heard.entry(row.kind()).or_default(), SpeakerCount::of(row.voice()));
        }
        for assertion in said.unattributed() {
            one(&mut self.unattributed, assertion.kind());
        }
        self.scare_quotes = said.scare_quotes().len() as u64;
    }

    fn add_quantities(&mut self, analysis: &Analysis) {
        for (index, quantity) in analysis.quantity().iter().enumerate() {
            if quantity.kind().is_claim() && quantity.repeats().is_none() {
                one(&mut self.claims, quantity.role());
                add(&mut self.claims_with_source, u64::from(analysis.source_of_quantity(index).is_some()));
            }
        }
        for warning in analysis.quantity().warnings() {
            one(&mut self.warnings, warning.rule().to_string());
        }
    }

    /// All words, numbers included.
    pub fn words(&self) -> u64 {
        self.words_by_voice.values().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// The findings of loaded language that count (those of [`Class::Loaded`]) in a voice.
    pub fn loaded_words(&self, voice: Voice) -> u64 {
        let counted =
            self.loaded.get(&voice).into_iter().flatten().filter(|(category, _)| category.class() == Class::Loaded);
        counted.fold(0, |sum, (_, count)| sum.saturating_add(*count))
    }

    /// Adds other counts. Associative and commutative.
    ///
    /// ```
    /// use newsframe::corpus::Counts;
    ///
    /// let (mut one, mut other) = (Counts::default(), Counts::default());
    /// (one.articles, other.articles) = (2, 3);
    /// one.merge(other);
    /// assert_eq!(one.articles, 5);
    /// ```
    pub fn merge(&mut self, other: Self) {
        add(&mut self.articles, other.articles);
        add(&mut self.articles_without_source, other.articles_without_source);
        add(&mut self.sentences, other.sentences);
        add(&mut self.attributions, other.attributions);
        add(&mut self.scare_quotes, other.scare_quotes);
        add(&mut self.claims_with_source, other.claims_with_source);
        merge_counts(&mut self.words_by_voice, other.words_by_voice);
        merge_counts(&mut self.source_kinds, other.source_kinds);
        merge_counts(&mut self.quotation_types, other.quotation_types);
        merge_counts(&mut self.acts, other.acts);
        merge_counts(&mut self.stances, other.stances);
        merge_counts(&mut self.unattributed, other.unattributed);
        merge_counts(&mut self.claims, other.claims);
        merge_counts(&mut self.warnings, other.warnings);
        merge_counts(&mut self.plugins, other.plugins);
        merge_maps(&mut self.speakers, other.speakers, merge_speaker);
        merge_maps(&mut self.heard, other.heard, merge_speaker);
        merge_maps(&mut self.loaded, other.loaded, merge_counts);
    }

    /// Calls `each` with every count: what is counted, of what, how many. `of` is empty for plain counts.
    ///
    /// ```
    /// use newsframe::corpus::Counts;
    /// use newsframe::{Analysis, Article, Document};
    ///
    /// let document = Document::new(Article::from_text("The council made a brazen plan.")?)?;
    /// let mut measures = Vec::new();
    /// Counts::of(&document, &Analysis::of(&document)).for_each(|measure, of, count| measures.push(format!("{measure} {of} {count}")));
    /// assert!(measures.contains(&"loaded outlet/evaluative 1".to_owned()));
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn for_each(&self, mut each: impl FnMut(&'static str, &str, u64)) {
        each("articles", "", self.articles);
        each("articles_without_source", "", self.articles_without_source);
        each("sentences", "", self.sentences);
        self.words_by_voice.iter().for_each(|(voice, &count)| each("words", voice.name(), count));
        each("attributions", "", self.attributions);
        self.source_kinds.iter().for_each(|(kind, &count)| each("source_kind", kind.name(), count));
        self.quotation_types.iter().for_each(|(kind, &count)| each("quotation", kind.name(), count));
        self.acts.iter().for_each(|(act, &count)| each("act", act.name(), count));
        self.stances.iter().for_each(|(stance, &count)| each("stance", stance.name(), count));
        for (kind, heard) in &self.heard {
            each("source_kind_words_quoted", kind.name(), heard.words_quoted);
            each("source_kind_words_reported", kind.name(), heard.words_reported);
        }
        for (name, heard) in &self.speakers {
            each("speaker_articles", name, heard.articles);
            each("speaker_statements", name, heard.statements);
            each("speaker_words_quoted", name, heard.words_quoted);
            each("speaker_words_reported", name, heard.words_reported);
        }
        self.unattributed.iter().for_each(|(kind, &count)| each("unattributed_assertion", kind.name(), count));
        each("scare_quotes", "", self.scare_quotes);
        self.claims.iter().for_each(|(role, &count)| each("claim", role.name(), count));
        each("claims_with_source", "", self.claims_with_source);
        self.warnings.iter().for_each(|(rule, &count)| each("warning", rule, count));
        for (voice, categories) in &self.loaded {
            categories.iter().for_each(|(category, &count)| each("loaded", &format!("{voice}/{category}"), count));
        }
        self.plugins.iter().for_each(|(rule, &count)| each("plugin", rule, count));
    }
}
