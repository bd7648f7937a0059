//! [`Category`], [`Class`], [`Strength`]: what sort of loaded language a mark is, and how strong.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What sort of colouring a mark is, by the terms of the literature.
///
/// ```
/// use newsframe::loaded::{Category, Class};
///
/// assert_eq!(Category::ReportingVerb.name(), "reporting_verb");
/// assert_eq!(Category::ReportingVerb.class(), Class::Loaded);
/// assert_eq!(Category::from_name("reporting-verb"), Some(Category::ReportingVerb));
/// assert!(Category::Hedge.class() != Class::Loaded);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Category {
    /// An emotive or judging word none of the others names: *fiasco*, *ram through* (framing bias: Recasens et al. 2013).
    LoadedTerm,
    /// Name-calling: a noun that names a person, group or idea with a judgement: *puppet*, *zealot* (Da San Martino et al. 2020).
    Label,
    /// A modifier that judges: *shamelessly*, *heroic* (appraisal: Martin & White 2005).
    Evaluative,
    /// Hyperbole: *staggering*, *countless*.
    Exaggeration,
    /// Belittling: *a mere*, *petty*.
    Minimisation,
    /// A verb of saying that judges the saying: *slammed*, *boasted*, *claimed* (Thompson & Ye 1991).
    ReportingVerb,
    /// A euphemism or dysphemism with a counterpart of the other camp: *death tax* (Allan & Burridge 2006).
    ContestedTerm,
    /// War, flood, disease, animal, theatre said of people or policy: *swarm*, *witch hunt* (Charteris-Black 2006).
    Metaphor,
    /// Drama of headlines: *bombshell*, *fury* (Blom & Hansen 2015).
    Sensational,
    /// Weakens a claim: *perhaps*, *arguably* (Hyland 1998).
    Hedge,
    /// Strengthens a claim: *clearly*, *undoubtedly* (Hyland 1998).
    Booster,
    /// Presupposes its complement: *realise*, *reveal* (Kiparsky & Kiparsky 1970).
    Factive,
    /// Entails its complement or its opposite: *manage*, *fail* (Karttunen 1971).
    Implicative,
    /// Asserts its complement without presupposing it: *say*, *maintain* (Hooper 1975).
    Assertive,
    /// Attribution to nobody in particular: *some say*, *critics*.
    Weasel,
    /// Keeps its distance from a word or claim: *so-called*, scare quotes.
    Distancing,
    /// Appeals to fear.
    Fear,
    /// Draws a line between us and them.
    UsAgainstThem,
    /// Appeals to the nation or the group.
    FlagWaving,
    /// A slogan that ends thought.
    Slogan,
    /// Moral vocabulary (Graham et al. 2009).
    Moral,
    /// A passive of harm that leaves out who did it: *were killed* (Fowler et al. 1979).
    AgentlessPassive,
    /// A noun of harm that leaves out who did it: *the bombing of* (van Dijk 1988).
    Nominalisation,
}

/// Name and meaning of a category.
struct Row(Category, &'static str, &'static str);

/// All categories in order.
const TABLE: &[Row] = &[
    Row(Category::LoadedTerm, "loaded_term", "an emotive or judging word where a neutral one would say the same"),
    Row(Category::Label, "label", "a label that names and judges at once"),
    Row(Category::Evaluative, "evaluative", "a modifier that judges instead of describing"),
    Row(Category::Exaggeration, "exaggeration", "an exaggeration"),
    Row(Category::Minimisation, "minimisation", "belittles what it is said of"),
    Row(Category::ReportingVerb, "reporting_verb", "a reporting verb that judges what it reports"),
    Row(Category::ContestedTerm, "contested_term", "one camp's word for a contested thing"),
    Row(Category::Metaphor, "metaphor", "a metaphor that carries a judgement"),
    Row(Category::Sensational, "sensational", "heightens the drama of the news"),
    Row(Category::Hedge, "hedge", "weakens the claim"),
    Row(Category::Booster, "booster", "strengthens the claim"),
    Row(Category::Factive, "factive", "presupposes that what follows is true"),
    Row(Category::Implicative, "implicative", "implies whether what follows came about"),
    Row(Category::Assertive, "assertive", "presents what follows as somebody's assertion"),
    Row(Category::Weasel, "weasel", "attributes to nobody in particular"),
    Row(Category::Distancing, "distancing", "keeps a distance from the word or claim"),
    Row(Category::Fear, "fear", "appeals to fear"),
    Row(Category::UsAgainstThem, "us_against_them", "draws a line between us and them"),
    Row(Category::FlagWaving, "flag_waving", "appeals to the nation or the group"),
    Row(Category::Slogan, "slogan", "a slogan"),
    Row(Category::Moral, "moral", "moral vocabulary"),
    Row(Category::AgentlessPassive, "agentless_passive", "a passive of harm that does not say who did it"),
    Row(Category::Nominalisation, "nominalisation", "a noun of harm that does not say who did it"),
];

impl Category {
    /// All categories, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|row| row.0)
    }

    /// The name used in output: `loaded_term`.
    pub fn name(self) -> &'static str {
        TABLE[self as usize].1
    }

    /// What it means, as half a sentence.
    ///
    /// ```
    /// # use newsframe::loaded::Category;
    /// assert_eq!(Category::Label.meaning(), "a label that names and judges at once");
    /// ```
    pub fn meaning(self) -> &'static str {
        TABLE[self as usize].2
    }

    /// The category of this name, with hyphens (as in lexicon files) or underscores.
    pub fn from_name(name: &str) -> Option<Self> {
        let same = |known: &str| {
            known.len() == name.len() && known.bytes().zip(name.bytes()).all(|(a, b)| a == b || a == b'_' && b == b'-')
        };
        TABLE.iter().find(|row| same(row.1)).map(|row| row.0)
    }

    /// The class it belongs to.
    pub const fn class(self) -> Class {
        match self {
            Self::LoadedTerm
            | Self::Label
            | Self::Evaluative
            | Self::Exaggeration
            | Self::Minimisation
            | Self::ReportingVerb
            | Self::ContestedTerm
            | Self::Metaphor
            | Self::Sensational => Class::Loaded,
            Self::Hedge
            | Self::Booster
            | Self::Factive
            | Self::Implicative
            | Self::Assertive
            | Self::Weasel
            | Self::Distancing => Class::Epistemic,
            Self::Fear | Self::UsAgainstThem | Self::FlagWaving | Self::Slogan | Self::Moral => Class::Appeal,
            Self::AgentlessPassive | Self::Nominalisation => Class::Structural,
        }
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What a mark counts for. Only [`Class::Loaded`] counts in scores.
///
/// ```
/// use newsframe::loaded::{Category, Class};
///
/// assert_eq!(Category::Label.class(), Class::Loaded);
/// assert_eq!(Category::Hedge.class(), Class::Epistemic);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Class {
    /// Colours what it names; counts.
    Loaded,
    /// Says how sure or whose a claim is; described, never counted.
    Epistemic,
    /// Appeals to fear, group or morals; described with low confidence, never counted.
    Appeal,
    /// Grammar that leaves out who did it; listed, never counted.
    Structural,
}

impl Class {
    /// The name used in output: `loaded`.
    ///
    /// ```
    /// # use newsframe::loaded::Class;
    /// assert_eq!(Class::Epistemic.to_string(), "epistemic");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::Loaded => "loaded",
            Self::Epistemic => "epistemic",
            Self::Appeal => "appeal",
            Self::Structural => "structural",
        }
    }
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How strongly a mark colours; the stronger is the greater.
///
/// ```
/// use newsframe::loaded::Strength;
/// use newsframe::{Analyzer, Article, Document, LoadedLanguage};
///
/// let document = Document::new(Article::from_text("The mayor shamelessly broke her word.")?)?;
/// let found = LoadedLanguage::new().analyze(&document);
/// assert!(found.loaded().all(|finding| finding.strength() > Strength::Mild));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// Many readers would not mind: *vow*.
    #[default]
    Mild,
    /// Most readers notice: *slam*.
    Clear,
    /// Nobody misses it: *shamelessly*.
    Flagrant,
}

impl Strength {
    /// The name used in output: `mild`, `clear`, `flagrant`.
    ///
    /// ```
    /// # use newsframe::loaded::Strength;
    /// assert_eq!(Strength::Flagrant.name(), "flagrant");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mild => "mild",
            Self::Clear => "clear",
            Self::Flagrant => "flagrant",
        }
    }

    /// The strength of a lexicon's number: 1, 2, 3; mild if not given.
    pub(super) const fn of_number(number: Option<u8>) -> Self {
        match number {
            Some(3) => Self::Flagrant,
            Some(2) => Self::Clear,
            _ => Self::Mild,
        }
    }
}

impl fmt::Display for Strength {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_type_and_names_are_those_of_serde() {
        for (index, category) in Category::all().enumerate() {
            assert_eq!(category as usize, index);
            assert_eq!(serde_json::to_string(&category).unwrap(), format!("\"{category}\""));
            assert_eq!(Category::from_name(category.name()), Some(category));
            assert_eq!(Category::from_name(&category.name().replace('_', "-")), Some(category));
        }
        assert_eq!(Category::from_name("label_"), None);
    }
}
