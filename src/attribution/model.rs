//! What the analyzer returns: [`AttributionAnalysis`], [`AttributionRelation`] and the names of their labels.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::balance::Balance;
use crate::document::Modality;
use crate::finding::finding_by_fields;
use crate::{Confidence, RuleId, Span};

/// An enum whose members have a name, used in JSON, in [`Display`](fmt::Display) and in tables alike.
macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $member:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $text)] $member,)+
        }

        impl $name {
            /// All members, in order.
            pub const ALL: &'static [Self] = &[$(Self::$member),+];

            /// The name used in output.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$member => $text,)+
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

named! {
    /// How much of a content stands in quotation marks (PARC: Pareti 2012; PolNeAR: Newell et al. 2018).
    ///
    /// ```
    /// use newsframe::attribution::QuotationType;
    ///
    /// assert_eq!(QuotationType::Mixed.to_string(), "mixed");
    /// ```
    QuotationType {
        /// All of it.
        Direct = "direct",
        /// None of it: a paraphrase.
        Indirect = "indirect",
        /// A paraphrase with quoted words in it.
        Mixed = "mixed",
    }
}

named! {
    /// What the source does with the content.
    ///
    /// ```
    /// use newsframe::attribution::Act;
    ///
    /// assert_eq!(Act::Thought.name(), "thought");
    /// ```
    Act {
        /// Says it: *said, told, asked, promised, denied*.
        Speech = "speech",
        /// Holds it to be so: *believes, expects, knows*.
        Thought = "thought",
        /// Wants to do it: *plans, wants, seeks*.
        Intention = "intention",
        /// Sees, hears or finds it.
        Perception = "perception",
        /// States it in writing or as data, the document itself being the source: *the report says*.
        Document = "document",
    }
}

named! {
    /// What the cue implies about the content (Thompson & Ye 1991; Hyland 1999; Bednarek 2006).
    ///
    /// ```
    /// use newsframe::attribution::Stance;
    ///
    /// assert_eq!(Stance::Distancing.name(), "distancing");
    /// ```
    Stance {
        /// Nothing: *said, told, according to*.
        Neutral = "neutral",
        /// That it is true: *confirmed, revealed, pointed out, knows*.
        Endorsing = "endorsing",
        /// That it is open to doubt: *claimed, alleged, purported*.
        Distancing = "distancing",
        /// That it is true and against the interest of the source: *admitted, conceded*.
        Conceding = "conceding",
        /// The manner discredits the source or the target: *insisted, boasted, slammed, accused*.
        Hostile = "hostile",
        /// A directive: *urged, called for, demanded*.
        Urging = "urging",
        /// There is no cue: a quotation that stands alone.
        None = "none",
    }
}

named! {
    /// What kind of source an attribution has (Sigal 1973; Hall et al. 1978).
    ///
    /// ```
    /// use newsframe::attribution::SourceKind;
    ///
    /// assert_eq!(SourceKind::Organisation.name(), "organisation");
    /// ```
    SourceKind {
        /// A person with a name, given here or elsewhere in the article.
        Named = "named",
        /// A person by office: *a spokesman, the minister*.
        Role = "role",
        /// A person who is not to be known: *a source close to the talks, one resident*.
        Anonymous = "anonymous",
        /// An institution, company, state or medium.
        Organisation = "organisation",
        /// Several people without names: *analysts, critics, residents*.
        Collective = "collective",
        /// Something written or measured: *the report, a poll, the indictment*.
        Document = "document",
        /// A pronoun that could not be resolved.
        Pronoun = "pronoun",
        /// No source is given.
        None = "none",
    }
}

named! {
    /// What an [`Entity`] is.
    ///
    /// ```
    /// use newsframe::attribution::EntityKind;
    ///
    /// assert_eq!(EntityKind::Group.name(), "group");
    /// ```
    EntityKind {
        /// A person with a name.
        Person = "person",
        /// A person known by office or description only.
        Role = "role",
        /// An institution, company, state or medium.
        Organisation = "organisation",
        /// Several people.
        Group = "group",
        /// Something written or measured.
        Document = "document",
    }
}

named! {
    /// What an [`UnattributedAssertion`] asserts.
    ///
    /// ```
    /// use newsframe::attribution::AssertionKind;
    ///
    /// assert_eq!(AssertionKind::Intent.name(), "intent");
    /// ```
    AssertionKind {
        /// What somebody or something aims at.
        Intent = "intent",
        /// What brought something about.
        Cause = "cause",
        /// What somebody thinks or feels.
        InnerState = "inner_state",
    }
}

/// Index of an [`Entity`] in [`AttributionAnalysis::entities`].
///
/// ```
/// use newsframe::{Analyzer, Article, Attribution, Document};
///
/// let document = Document::new(Article::from_text("“We are ready,” said Ana Ruiz.")?)?;
/// let found = Attribution::new().analyze(&document);
/// let speaker = found.relations()[0].speaker().unwrap();
/// assert_eq!(found.entities()[speaker.index()].name(), "Ana Ruiz");
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntityId(u32);

impl EntityId {
    pub(super) fn new(index: usize) -> Self {
        Self(index as u32)
    }

    /// The index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Somebody or something the article has speak or speaks about, with all its mentions.
///
/// Mentions are merged by name, surname, title, role and pronoun within one article; where two could be meant, none is
/// taken. So a mention may be missing, and a wrong one is rare.
///
/// ```
/// use newsframe::attribution::EntityKind;
/// use newsframe::{Analyzer, Article, Attribution, Document};
///
/// let document = Document::new(Article::from_text("Ana Ruiz runs the harbour. “We are ready,” Ms Ruiz said.")?)?;
/// let found = Attribution::new().analyze(&document);
/// let ruiz = found.speaker_of(&found.relations()[0]).unwrap();
/// assert_eq!((ruiz.name(), ruiz.kind()), ("Ana Ruiz", EntityKind::Person));
/// assert_eq!(ruiz.mentions().len(), 2);
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Entity {
    pub(super) name: String,
    pub(super) kind: EntityKind,
    pub(super) mentions: Vec<Span>,
}

impl Entity {
    /// The fullest name or description in the article: *Dmitry Peskov*, not *Peskov* or *he*.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it is.
    pub fn kind(&self) -> EntityKind {
        self.kind
    }

    /// Where it is named, described or meant by a pronoun, in order.
    pub fn mentions(&self) -> &[Span] {
        &self.mentions
    }
}

/// One attribution: who (source) says, thinks, wants or sees (cue) what (content).
///
/// ```
/// use newsframe::attribution::{Act, QuotationType, SourceKind, Stance};
/// use newsframe::{Analyzer, Article, Attribution, Document};
///
/// let document = Document::new(Article::from_text("Ana Ruiz, the harbour master, claimed that the pier was safe.")?)?;
/// let found = Attribution::new().analyze(&document);
/// let relation = &found.relations()[0];
/// assert_eq!(document.slice(relation.source()[0]), "Ana Ruiz, the harbour master");
/// assert_eq!(document.slice(relation.cue()[0]), "claimed");
/// assert_eq!(document.slice(relation.content()[0]), "the pier was safe");
/// assert_eq!((relation.kind(), relation.act()), (QuotationType::Indirect, Act::Speech));
/// assert_eq!((relation.stance(), relation.source_kind()), (Stance::Distancing, SourceKind::Named));
/// assert_eq!(found.entity(relation.speaker().unwrap()).unwrap().name(), "Ana Ruiz");
/// assert!(!relation.is_negated() && !relation.is_possible_continuation());
/// assert!(relation.modality().is_none() && relation.parent().is_none());
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AttributionRelation {
    pub(super) span: Span,
    pub(super) content: Vec<Span>,
    pub(super) source: Vec<Span>,
    pub(super) cue: Vec<Span>,
    pub(super) kind: QuotationType,
    pub(super) act: Act,
    pub(super) stance: Stance,
    pub(super) negated: bool,
    pub(super) modality: Option<Modality>,
    pub(super) source_kind: SourceKind,
    pub(super) speaker: Option<EntityId>,
    pub(super) parent: Option<u32>,
    pub(super) continuation: bool,
    pub(super) rule: RuleId,
    pub(super) evidence: Vec<Span>,
    pub(super) confidence: Confidence,
    pub(super) reason: Cow<'static, str>,
}

impl AttributionRelation {
    /// What is said, thought or wanted, with its quotation marks, without *that*; several pieces where cue or source
    /// interrupt it, or where it goes on behind them. At least one.
    pub fn content(&self) -> &[Span] {
        &self.content
    }

    /// Who says it, as printed beside the cue, with title and apposition; empty if nobody is named there.
    pub fn source(&self) -> &[Span] {
        &self.source
    }

    /// The words that make it an attribution; empty for a quotation that stands alone.
    pub fn cue(&self) -> &[Span] {
        &self.cue
    }

    /// Direct, indirect or mixed.
    pub fn kind(&self) -> QuotationType {
        self.kind
    }

    /// Speech, thought, intention, perception or document.
    pub fn act(&self) -> Act {
        self.act
    }

    /// What the cue implies about the content.
    pub fn stance(&self) -> Stance {
        self.stance
    }

    /// Whether the act did not take place: *has not said, declined to comment*. A denial is an act.
    pub fn is_negated(&self) -> bool {
        self.negated
    }

    /// What a modal verb of the cue says: *may argue, would not say*.
    pub fn modality(&self) -> Option<Modality> {
        self.modality
    }

    /// What kind of source it has.
    pub fn source_kind(&self) -> SourceKind {
        self.source_kind
    }

    /// Whom the source stands for in this article. Also known for some contents with no source of their own.
    pub fn speaker(&self) -> Option<EntityId> {
        self.speaker
    }

    /// The attribution whose content this one stands in, by its index in [`AttributionAnalysis::relations`].
    pub fn parent(&self) -> Option<usize> {
        self.parent.map(|parent| parent as usize)
    }

    /// Whether it only may be an attribution: a sentence that perhaps goes on with what a source was reported to say before.
    /// Such a relation has no cue.
    pub fn is_possible_continuation(&self) -> bool {
        self.continuation
    }
}

finding_by_fields!(AttributionRelation);

/// A sentence that claims intent, cause or an inner state with no source: *The tactic is aimed at breaking morale.*
///
/// ```
/// use newsframe::attribution::AssertionKind;
/// use newsframe::{Analyzer, Article, Attribution, Document, Finding};
///
/// let document = Document::new(Article::from_text("The tactic is aimed at breaking the morale of the crews.")?)?;
/// let found = Attribution::new().analyze(&document);
/// let assertion = &found.unattributed()[0];
/// assert_eq!(assertion.kind(), AssertionKind::Intent);
/// assert!(document.slice(assertion.span()).contains("aimed at"));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UnattributedAssertion {
    pub(super) span: Span,
    pub(super) kind: AssertionKind,
    pub(super) rule: RuleId,
    pub(super) evidence: Vec<Span>,
    pub(super) confidence: Confidence,
    pub(super) reason: Cow<'static, str>,
}

impl UnattributedAssertion {
    /// What it asserts.
    pub fn kind(&self) -> AssertionKind {
        self.kind
    }
}

finding_by_fields!(UnattributedAssertion);

/// A pair of quotation marks that is no speech but keeps distance from a word: *the “experts”*.
///
/// ```
/// use newsframe::{Analyzer, Article, Attribution, Document, Finding};
///
/// let document = Document::new(Article::from_text("The “experts” on the panel had never seen the pier.")?)?;
/// let found = Attribution::new().analyze(&document);
/// assert!(document.slice(found.scare_quotes()[0].span()).contains("experts"));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ScareQuote {
    pub(super) span: Span,
    pub(super) rule: RuleId,
    pub(super) evidence: Vec<Span>,
    pub(super) confidence: Confidence,
    pub(super) reason: Cow<'static, str>,
}

finding_by_fields!(ScareQuote);

/// What [`Attribution`](super::Attribution) found in a document.
///
/// ```
/// use newsframe::{Analyzer, Article, Attribution, Document};
///
/// let document = Document::new(Article::from_text("“We are ready,” said Ana Ruiz.")?)?;
/// let found = Attribution::new().analyze(&document);
/// let relation = &found.relations()[0];
/// assert_eq!(document.slice(relation.content()[0]), "“We are ready,”");
/// assert_eq!(found.speaker_of(relation).unwrap().name(), "Ana Ruiz");
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct AttributionAnalysis {
    pub(super) relations: Vec<AttributionRelation>,
    pub(super) entities: Vec<Entity>,
    pub(super) unattributed: Vec<UnattributedAssertion>,
    pub(super) scare_quotes: Vec<ScareQuote>,
    pub(super) balance: Balance,
}

impl AttributionAnalysis {
    /// The attributions, by their place in the text.
    pub fn relations(&self) -> &[AttributionRelation] {
        &self.relations
    }

    /// The number of attributions.
    pub fn len(&self) -> usize {
        self.relations.len()
    }

    /// Whether nothing is attributed to anybody.
    pub fn is_empty(&self) -> bool {
        self.relations.is_empty()
    }

    /// The attributions, by their place in the text.
    pub fn iter(&self) -> std::slice::Iter<'_, AttributionRelation> {
        self.relations.iter()
    }

    /// Who speaks or is spoken about, in order of first mention.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// The entity with this id.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id.index())
    }

    /// Who is meant by the source of an attribution, if that is known.
    pub fn speaker_of(&self, relation: &AttributionRelation) -> Option<&Entity> {
        relation.speaker.and_then(|id| self.entity(id))
    }

    /// Sentences that claim intent, cause or inner state with no source.
    pub fn unattributed(&self) -> &[UnattributedAssertion] {
        &self.unattributed
    }

    /// Quotation marks that keep distance from a word.
    pub fn scare_quotes(&self) -> &[ScareQuote] {
        &self.scare_quotes
    }

    /// How much each speaker and each kind of source is heard.
    pub fn balance(&self) -> &Balance {
        &self.balance
    }
}

impl<'a> IntoIterator for &'a AttributionAnalysis {
    type Item = &'a AttributionRelation;
    type IntoIter = std::slice::Iter<'a, AttributionRelation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
