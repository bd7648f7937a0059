//! [`Scan`]: what one pass over the tokens finds for the detectors that look at single words.

use std::sync::LazyLock;

use super::literal::{self, Seen, Topic, Topics};
use super::structural::{self, Harm};
use super::{affix, derived};
use crate::document::TokenKind;
use crate::text::{KeyMap, KeyTable};
use crate::{Document, Token};

/// Where the detectors have to look; nearly all tokens are of no interest to any.
#[derive(Default)]
pub(super) struct Scan {
    affixes: Vec<u32>,
    derived: Vec<u32>,
    capitals: Vec<u32>,
    harms: Vec<(u32, Harm)>,
    topics: Topics,
    words: usize,
}

/// What a word means by itself.
#[derive(Clone, Copy, Default)]
struct Meaning {
    harm: Option<Harm>,
    topic: Option<Topic>,
}

impl Scan {
    pub(super) fn of(document: &Document) -> Self {
        let (mut scan, mut seen) = (Self::default(), Seen::default());
        let (meanings, text) = (meanings(), document.text().as_bytes());
        for (index, token) in document.tokens().iter().enumerate() {
            match token.kind() {
                TokenKind::Word => {
                    let meaning = meanings.get(token.key());
                    scan.word(text, *token, index as u32);
                    if let Some(harm) = meaning.harm {
                        scan.harms.push((index as u32, harm));
                    }
                    if let Some(topic) = meaning.topic {
                        seen.add(topic);
                    }
                }
                TokenKind::Number => scan.words += 1,
                TokenKind::Punctuation if text.get(token.span().range()) == Some(b"-") => {
                    scan.affixes.push(index as u32);
                }
                _ => {}
            }
        }
        scan.topics = seen.topics();
        scan
    }

    /// Notes a word by its letters.
    fn word(&mut self, text: &[u8], token: Token, index: u32) {
        self.words += 1;
        if token.shape().is_all_caps() {
            self.capitals.push(index);
        }
        let letters = text.get(token.span().range()).unwrap_or_default();
        if letters.len() > SHORT {
            if derived::ends_derived(letters) {
                self.derived.push(index);
            }
            if affix::may_be_coined(letters) {
                self.affixes.push(index);
            }
        }
    }

    /// Hyphens, and words with the letters of a coinage.
    pub(super) fn affixes(&self) -> impl Iterator<Item = usize> {
        indices(&self.affixes)
    }

    /// Words that may be made from an adjective.
    pub(super) fn derived(&self) -> impl Iterator<Item = usize> {
        indices(&self.derived)
    }

    /// Words in capitals.
    pub(super) fn capitals(&self) -> impl Iterator<Item = usize> {
        indices(&self.capitals)
    }

    /// Words of harm.
    pub(super) fn harms(&self) -> impl Iterator<Item = (usize, Harm)> {
        self.harms.iter().map(|&(at, harm)| (at as usize, harm))
    }

    /// What the text is about.
    pub(super) fn topics(&self) -> Topics {
        self.topics
    }

    /// The number of words and numbers.
    pub(super) fn word_count(&self) -> usize {
        self.words
    }
}

/// Words of so few letters are neither derived nor coined.
const SHORT: usize = 5;

fn indices(list: &[u32]) -> impl Iterator<Item = usize> {
    list.iter().map(|&at| at as usize)
}

fn meanings() -> &'static KeyTable<Meaning> {
    static MEANINGS: LazyLock<KeyTable<Meaning>> = LazyLock::new(|| {
        let mut meanings: KeyMap<Meaning> = KeyMap::default();
        structural::words().for_each(|(key, harm)| meanings.entry(key).or_default().harm = Some(harm));
        literal::topics().for_each(|(key, topic)| meanings.entry(key).or_default().topic = Some(topic));
        meanings.into_iter().collect()
    });
    &MEANINGS
}
