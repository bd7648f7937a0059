//! Adverbs and nouns made from judging adjectives.
//!
//! # What it finds
//! Words in *-ly*, *-ness* and *-ity* whose adjective the lexicons call evaluative: *censoriously*, *avariciously*,
//! *brazenness*. Above all adverbs of manner on what somebody did or said: *he censoriously replied*.
//!
//! # Why it matters
//! The judgement of the adjective goes with the word into other parts of speech; adverbs of manner judge acts the outlet
//! otherwise only reports (Martin & White 2005).
//!
//! # Examples
//! *censoriously repeated*; *the brazenness of the board*.
//!
//! # Counter-examples
//! *vaguely*: its adjective does not judge. Adverbs with an entry of their own are left to it.
//!
//! # Known limits
//! Where adverb and adjective differ in meaning (*coldly*, *cold*) the adjective's entry decides.

use std::sync::OnceLock;

use super::known::{self, BuiltIn, Prepared};
use super::mark::{Context, Mark, Source};
use super::{Category, rules};
use crate::WordKey;
use crate::document::TokenRange;
use crate::lexicon::PartOfSpeech;
use crate::text::KeyMap;

/// By how much less sure a derived word is than its adjective, in percent.
const LESS: i32 = 5;

/// Derived words with the places of lexicon and entry of their adjectives.
type Table = KeyMap<[usize; 2]>;

/// The derived words of all judging adjectives, made at first use; with those that have an entry of their own.
fn table(builtin: &BuiltIn) -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table::default();
        let adjectives = builtin.entries().filter(|(entry, _)| entry.parts_of_speech().contains(PartOfSpeech::Adj));
        for (entry, place) in adjectives {
            let word = entry.phrase();
            let single = word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_lowercase());
            let judges = || {
                let category = Category::from_name(entry.category());
                matches!(category, Some(Category::Evaluative | Category::Exaggeration))
            };
            if single && judges() {
                each_derived(word, |derived| {
                    table.entry(WordKey::of(derived)).or_insert(place);
                });
            }
        }
        table
    })
}

/// Whether a word may be derived: all of them end so.
pub(super) fn ends_derived(word: &[u8]) -> bool {
    matches!(word, [.., b'l', b'y'] | [.., b's', b's'] | [.., b't', b'y'] | [.., b'c', b'e'])
}

/// Calls `each` with the adverb and the nouns of an adjective.
fn each_derived(adjective: &str, mut each: impl FnMut(&str)) {
    let mut word = String::new();
    let mut each = |stem: &str, ending: &str| {
        word.clear();
        word.push_str(stem);
        word.push_str(ending);
        each(&word);
    };
    let stem = &adjective[..adjective.len() - 1];
    match adjective {
        _ if adjective.ends_with("ly") => each(stem, "iness"),
        _ if adjective.ends_with('y') => {
            each(stem, "ily");
            each(stem, "iness");
        }
        _ if adjective.ends_with("ic") => each(adjective, "ally"),
        _ if adjective.ends_with("ble") => {
            each(stem, "y");
            each(&adjective[..adjective.len() - 2], "ility");
        }
        _ => {
            each(adjective, "ly");
            each(adjective, "ness");
        }
    }
    for (ending, noun) in
        [("acious", "acity"), ("ent", "ence"), ("ant", "ance"), ("id", "idity"), ("rous", "rosity"), ("al", "ality")]
    {
        if let Some(stem) = adjective.strip_suffix(ending) {
            each(stem, noun);
        }
    }
}

/// Marks derived words that have no entry of their own.
pub(super) fn find<'s>(context: Context<'_>, marks: &mut Vec<Mark<'s>>) {
    let Ok(builtin) = known::builtin() else { return };
    let table = table(builtin);
    for index in context.scan.derived() {
        let key = context.key(index);
        let Some(&place) = table.get(&key).filter(|_| !builtin.is_phrase(key)) else { continue };
        let Some(known) = builtin.known(place) else { continue };
        let Prepared { category, strength, percent } = known.prepared;
        let reason = format!("{}, from “{}”", category.meaning(), known.entry.phrase());
        let tokens = TokenRange::new(index, index + 1);
        marks.push(Mark {
            source: Some(Source::BuiltIn(known)),
            reason: Some(reason.into()),
            ..Mark::new(context, tokens, category, strength, percent - LESS, rules::DERIVED)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::marks;
    use super::*;

    #[test]
    fn derivation() {
        let derive = |adjective: &str| {
            let mut words = Vec::new();
            each_derived(adjective, |word| words.push(word.to_owned()));
            words
        };
        assert_eq!(derive("petty"), ["pettily", "pettiness"]);
        assert_eq!(derive("despicable"), ["despicably", "despicability"]);
        assert_eq!(derive("idiotic"), ["idiotically"]);
        assert_eq!(derive("obnoxious"), ["obnoxiously", "obnoxiousness"]);
        assert_eq!(derive("mendacious"), ["mendaciously", "mendaciousness", "mendacity"]);
        assert_eq!(derive("unsightly"), ["unsightliness"]);
    }

    #[test]
    fn words_of_judging_adjectives() {
        marks(
            &rules::DERIVED,
            &[
                ("He censoriously repeated the question.", &["censoriously"]),
                ("The brazenness of the board surprised Lund.", &["brazenness"]),
                ("She quickly left the room.", &[]),
                ("Their kindness and honesty were praised.", &[]),
                ("The family lives in the city.", &[]),
            ],
        );
    }
}
