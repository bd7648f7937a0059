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

use once_cell::sync::OnceCell;

use super::lexical::{self, Prepared};
use super::mark::{Context, Mark, Source};
use super::{Category, rules};
use crate::document::{TokenKind, TokenRange};
use crate::lexicon::{Entry, PartOfSpeech};
use crate::text::{KeyMap, KeySet};
use crate::{Result, WordKey};

/// By how much less sure a derived word is than its adjective, in percent.
const LESS: i32 = 5;

type Table = KeyMap<(Entry<'static>, Prepared)>;

/// The derived words of all judging adjectives, made at first use.
fn table() -> Result<&'static Table> {
    static TABLE: OnceCell<Table> = OnceCell::new();
    TABLE.get_or_try_init(|| {
        let mut table = Table::default();
        let builtin = lexical::builtin()?;
        let phrases = builtin.entries().map(|(entry, _)| entry.phrase());
        let listed: KeySet = phrases.filter(|phrase| ends_derived(phrase)).map(WordKey::of).collect();
        for (entry, prepared) in builtin.entries() {
            let word = entry.phrase();
            let is_judgement = matches!(prepared.category, Category::Evaluative | Category::Exaggeration);
            let single = word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_lowercase());
            if is_judgement && single && entry.parts_of_speech().contains(PartOfSpeech::Adj) {
                each_derived(word, |derived| {
                    let key = WordKey::of(derived);
                    if !listed.contains(&key) {
                        table.entry(key).or_insert((entry, prepared));
                    }
                });
            }
        }
        Ok(table)
    })
}

/// Whether a word may be derived: all of them end so.
fn ends_derived(word: &str) -> bool {
    matches!(word.as_bytes(), [.., b'l', b'y'] | [.., b's', b's'] | [.., b't', b'y'] | [.., b'c', b'e'])
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
    let Ok(table) = table() else { return };
    for (index, token) in context.tokens.iter().enumerate() {
        let is_derived = token.kind() == TokenKind::Word
            && token.span().len() > 5
            && ends_derived(context.document.slice(token.span()));
        let Some(&(entry, prepared)) = is_derived.then(|| table.get(&token.key())).flatten() else { continue };
        let reason = format!("{}, from “{}”", prepared.category.meaning(), entry.phrase());
        marks.push(Mark {
            source: Some(Source::BuiltIn(entry)),
            reason: Some(reason.into()),
            ..Mark::new(
                context,
                TokenRange::new(index, index + 1),
                prepared.category,
                prepared.strength,
                prepared.percent - LESS,
                rules::DERIVED,
            )
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
