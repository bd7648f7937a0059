//! [`Balance`]: how much each speaker and each kind of source is heard.
//!
//! Counted over attributions with no parent, so that no word counts twice; possible continuations are left out.

use serde::{Deserialize, Serialize};

use super::finish::Words;
use super::model::{AttributionRelation, Entity, EntityId, EntityKind, SourceKind};
use crate::Span;

/// How much each speaker and each kind of source is heard in a document, and who is only talked about (Sigal 1973; Bennett
/// 1990).
///
/// ```
/// use newsframe::{Analyzer, Article, Attribution, Document};
///
/// let document = Document::new(Article::from_text("“We are ready,” said Ana Ruiz.")?)?;
/// let found = Attribution::new().analyze(&document);
/// let row = &found.balance().speakers()[0];
/// assert_eq!((row.voice().statements(), row.voice().words_quoted()), (1, 3));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Balance {
    speakers: Vec<SpeakerBalance>,
    source_kinds: Vec<SourceKindBalance>,
    unheard: Vec<EntityId>,
    words: u32,
}

/// How much is attributed to one speaker or kind of source.
///
/// ```
/// use newsframe::{Analyzer, Article, Attribution, Document};
///
/// let document = Document::new(Article::from_text("“We need a new pier,” said Ana Ruiz.")?)?;
/// let found = Attribution::new().analyze(&document);
/// let heard = found.balance().speakers()[0].voice();
/// assert_eq!((heard.statements(), heard.words_quoted(), heard.words_reported()), (1, 5, 0));
/// assert_eq!(heard.share(), 1.0);
/// assert_eq!(document.slice(heard.first()), "“We need a new pier,” said Ana Ruiz");
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct VoiceShare {
    statements: u32,
    words_quoted: u32,
    words_reported: u32,
    first: Span,
    permille: u16,
}

impl VoiceShare {
    /// The number of attributions.
    pub fn statements(&self) -> usize {
        self.statements as usize
    }

    /// Words of theirs inside quotation marks.
    pub fn words_quoted(&self) -> usize {
        self.words_quoted as usize
    }

    /// Words that report theirs in the outlet's wording.
    pub fn words_reported(&self) -> usize {
        self.words_reported as usize
    }

    /// Where they are first heard: the whole attribution, with source and cue.
    pub fn first(&self) -> Span {
        self.first
    }

    /// Their share of all attributed words, from 0 to 1, to three places.
    pub fn share(&self) -> f64 {
        f64::from(self.permille) / 1000.0
    }
}

/// How much one speaker is heard.
///
/// ```
/// use newsframe::{Analyzer, Article, Attribution, Document};
///
/// let document = Document::new(Article::from_text("“We need a new pier,” said Ana Ruiz.")?)?;
/// let found = Attribution::new().analyze(&document);
/// let row = &found.balance().speakers()[0];
/// assert_eq!(found.entity(row.speaker()).unwrap().name(), "Ana Ruiz");
/// assert_eq!(row.voice().words_quoted(), 5);
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SpeakerBalance {
    speaker: EntityId,
    voice: VoiceShare,
}

impl SpeakerBalance {
    /// Who.
    pub fn speaker(&self) -> EntityId {
        self.speaker
    }

    /// How much.
    pub fn voice(&self) -> &VoiceShare {
        &self.voice
    }
}

/// How much one kind of source is heard.
///
/// ```
/// use newsframe::attribution::SourceKind;
/// use newsframe::{Analyzer, Article, Attribution, Document};
///
/// let document = Document::new(Article::from_text("“We need a new pier,” said Ana Ruiz.")?)?;
/// let found = Attribution::new().analyze(&document);
/// let balance = found.balance();
/// assert_eq!(balance.source_kinds()[0].kind(), SourceKind::Named);
/// assert_eq!(balance.source_kinds()[0].voice().statements(), 1);
/// assert_eq!((balance.words(), balance.unheard().len()), (5, 0));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SourceKindBalance {
    kind: SourceKind,
    voice: VoiceShare,
}

impl SourceKindBalance {
    /// Which kind.
    pub fn kind(&self) -> SourceKind {
        self.kind
    }

    /// How much.
    pub fn voice(&self) -> &VoiceShare {
        &self.voice
    }
}

impl Balance {
    /// The speakers, those with most words first; of equal ones the one heard first.
    pub fn speakers(&self) -> &[SpeakerBalance] {
        &self.speakers
    }

    /// The kinds of source that occur, in the order of [`SourceKind`].
    pub fn source_kinds(&self) -> &[SourceKindBalance] {
        &self.source_kinds
    }

    /// People and organisations that are mentioned more than once and never heard, in order of first mention.
    pub fn unheard(&self) -> &[EntityId] {
        &self.unheard
    }

    /// The number of attributed words.
    pub fn words(&self) -> usize {
        self.words as usize
    }

    /// Of the relations, with the words of each.
    pub(super) fn of(relations: &[AttributionRelation], counts: &[Words], entities: &[Entity]) -> Self {
        let mut speakers: Vec<Option<VoiceShare>> = vec![None; entities.len()];
        let mut kinds: Vec<Option<VoiceShare>> = vec![None; SourceKind::ALL.len()];
        let mut words = 0;
        let own = |relation: &AttributionRelation| relation.parent.is_none() && !relation.continuation;
        for (relation, count) in relations.iter().zip(counts).filter(|(relation, _)| own(relation)) {
            let Words { quoted, reported } = count.by_kind();
            words += quoted + reported;
            let slot = relation.speaker.and_then(|id| speakers.get_mut(id.index()));
            let kind = SourceKind::ALL.iter().position(|&kind| kind == relation.source_kind);
            for share in slot.into_iter().chain(kind.and_then(|kind| kinds.get_mut(kind))) {
                add(share, relation.span, quoted, reported);
            }
        }
        let mut heard = vec![false; entities.len()];
        for id in relations.iter().filter_map(|relation| relation.speaker) {
            heard.get_mut(id.index()).into_iter().for_each(|heard| *heard = true);
        }
        let unheard = entities.iter().zip(&heard).enumerate().filter(|(_, (entity, heard))| {
            let counts = matches!(entity.kind, EntityKind::Person | EntityKind::Organisation);
            // The letters mark the turns of an interview: *Q: …*
            let named = !matches!(entity.name.as_str(), "Q" | "A");
            !**heard && counts && named && entity.mentions.len() > 1
        });
        let unheard = unheard.map(|(index, _)| EntityId::new(index)).collect();
        let rate = |mut voice: VoiceShare| {
            let own = voice.words_quoted + voice.words_reported;
            voice.permille = (1000 * u64::from(own) / u64::from(words.max(1))) as u16;
            voice
        };
        let mut speakers: Vec<_> = speakers
            .into_iter()
            .enumerate()
            .filter_map(|(index, voice)| Some(SpeakerBalance { speaker: EntityId::new(index), voice: rate(voice?) }))
            .collect();
        speakers.sort_by_key(|row| {
            (std::cmp::Reverse(row.voice.words_quoted + row.voice.words_reported), row.voice.first, row.speaker)
        });
        let source_kinds = SourceKind::ALL
            .iter()
            .zip(kinds)
            .filter_map(|(&kind, voice)| Some(SourceKindBalance { kind, voice: rate(voice?) }))
            .collect();
        Self { speakers, source_kinds, unheard, words }
    }
}

fn add(share: &mut Option<VoiceShare>, span: Span, quoted: u32, reported: u32) {
    let share =
        share.get_or_insert(VoiceShare { statements: 0, words_quoted: 0, words_reported: 0, first: span, permille: 0 });
    share.statements += 1;
    share.words_quoted += quoted;
    share.words_reported += reported;
}
