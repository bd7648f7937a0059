//! The cue lexicon `cues.tsv` as the detectors use it: act, stance, frames and strength of each entry.

use std::sync::LazyLock;

use super::model::{Act, Stance};
use crate::lexicon::{self, Entry, LexiconMatch, PartOfSpeech};

/// A set of frames: the complements that carry the content of a cue.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Frames(u32);

macro_rules! frames {
    ($($name:ident = $bit:literal $text:literal,)+) => {
        impl Frames {
            $(pub(super) const $name: Self = Self(1 << $bit);)+
            const NAMES: &'static [(&'static str, Self)] = &[$(($text, Self::$name)),+];
        }
    };
}

frames! {
    QUOTE = 0 "quote",
    THAT = 1 "that",
    WH = 2 "wh",
    TO = 3 "to",
    NP = 4 "np",
    GERUND = 5 "gerund",
    OBJECT_TO = 6 "obj-to",
    OBJECT_THAT = 7 "obj-that",
    OBJECT_AS = 8 "obj-as",
    OBJECT_FOR = 9 "obj-for",
    OBJECT_NP = 10 "obj-np",
    OBJECT_OF = 11 "obj-of",
    OBJECT_WITH = 12 "obj-with",
    PASSIVE_TO = 13 "passive-to",
    COLON = 14 "colon",
    PAREN = 15 "paren",
    OF = 16 "of",
    ABOUT = 17 "about",
    FOR = 18 "for",
    ON = 19 "on",
    OVER = 20 "over",
    AGAINST = 21 "against",
    AT = 22 "at",
    IN = 23 "in",
    WITH = 24 "with",
    FROM = 25 "from",
    BY = 26 "by",
    AS = 27 "as",
    SO = 28 "so",
}

impl Frames {
    fn parse<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        Self(names.fold(0, |bits, name| bits | Self::named(name).0))
    }

    /// The frame with this name; empty if there is none. A preposition is the name of its frame.
    pub(super) fn named(name: &str) -> Self {
        Self::NAMES.iter().find(|(text, _)| *text == name).map_or(Self(0), |&(_, frame)| frame)
    }

    /// Whether any of `other` is in the set.
    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The part of speech of a cue, as the detectors tell them apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum CueClass {
    Verb,
    Noun,
    Adjective,
    /// A preposition or adverbial phrase.
    Phrase,
}

/// What the lexicon says about a cue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Cue {
    pub(super) class: CueClass,
    pub(super) act: Act,
    pub(super) stance: Stance,
    pub(super) frames: Frames,
    /// 1 weak, 2 clear, 3 always a cue.
    pub(super) strength: u8,
}

impl Cue {
    fn read(entry: Entry<'_>) -> Self {
        let parts = entry.parts_of_speech();
        let class = if parts.contains(PartOfSpeech::Verb) {
            CueClass::Verb
        } else if parts.contains(PartOfSpeech::Noun) {
            CueClass::Noun
        } else if parts.contains(PartOfSpeech::Adj) {
            CueClass::Adjective
        } else {
            CueClass::Phrase
        };
        let named = |name: &str| Act::ALL.iter().copied().find(|act| act.name() == name);
        let stance = entry.get("stance").and_then(|name| Stance::ALL.iter().copied().find(|s| s.name() == name));
        Self {
            class,
            act: named(entry.category()).unwrap_or(Act::Speech),
            stance: stance.unwrap_or(Stance::Neutral),
            frames: Frames::parse(entry.list("frames")),
            strength: entry.strength().unwrap_or(2),
        }
    }
}

/// The cues of the built-in lexicon, by entry.
struct Table {
    lexicon: usize,
    cues: Vec<Cue>,
}

fn table() -> &'static Table {
    static TABLE: LazyLock<Table> = LazyLock::new(|| {
        let found = lexicon::builtin().ok().and_then(|set| {
            let at = set.position("attribution/cues")?;
            Some(Table { lexicon: at, cues: set.lexicons().get(at)?.entries().map(Cue::read).collect() })
        });
        found.unwrap_or(Table { lexicon: usize::MAX, cues: Vec::new() })
    });
    &TABLE
}

/// The cue of a match, if the match is one of the cue lexicon.
pub(super) fn cue_of(found: LexiconMatch) -> Option<Cue> {
    let table = table();
    (found.lexicon() == table.lexicon).then(|| table.cues.get(found.entry()).copied()).flatten()
}

/// The frame named by a preposition.
pub(super) fn frame_of_preposition(word: &str) -> Frames {
    const LONGEST: usize = 7;
    if word.len() > LONGEST || word == "quote" || word == "that" || word == "to" {
        return Frames::default();
    }
    Frames::named(word)
}
