//! What a word can be, from a list of base forms: for words that training text does not have.

use std::collections::BTreeMap;

use crate::WordKey;
use crate::lexicon::{PartOfSpeech, inflect};
use crate::text::{Class, irregular};

/// Singular noun.
const NOUN: u16 = 1;
const PLURAL: u16 = 1 << 1;
/// Base form and present of a verb.
const BASE: u16 = 1 << 2;
const PAST: u16 = 1 << 3;
const PARTICIPLE: u16 = 1 << 4;
const GERUND: u16 = 1 << 5;
const THIRD: u16 = 1 << 6;
const ADJECTIVE: u16 = 1 << 7;
const ADVERB: u16 = 1 << 8;

/// Words with what they can be, as bits.
#[derive(Default)]
pub(crate) struct WordList(BTreeMap<WordKey, u16>);

impl WordList {
    /// Adds a base form and its inflections. Other parts of speech than these four are left out.
    pub(crate) fn add(&mut self, word: &str, part: PartOfSpeech) {
        let base = match part {
            PartOfSpeech::Noun => NOUN,
            PartOfSpeech::Verb => BASE,
            PartOfSpeech::Adj => ADJECTIVE,
            PartOfSpeech::Adv => ADVERB,
            _ => return,
        };
        let same = if part == PartOfSpeech::Verb { past_or_participle(word, word) } else { 0 };
        *self.0.entry(WordKey::of(word)).or_default() |= base | same;
        inflect(word, part, &mut |form| *self.0.entry(WordKey::of(form)).or_default() |= meaning(form, word, part));
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (WordKey, u16)> {
        self.0.iter().map(|(key, parts)| (*key, *parts))
    }
}

/// What an inflected form of a word is.
fn meaning(form: &str, word: &str, part: PartOfSpeech) -> u16 {
    match (part, past_or_participle(form, word)) {
        (PartOfSpeech::Noun, _) => PLURAL,
        (PartOfSpeech::Verb, irregular) if irregular != 0 => irregular,
        (PartOfSpeech::Verb, _) if form.ends_with("ing") => GERUND,
        (PartOfSpeech::Verb, _) if form.ends_with("ed") => PAST | PARTICIPLE,
        (PartOfSpeech::Verb, _) => THIRD,
        _ => ADJECTIVE,
    }
}

/// Whether a form of an irregular verb is its past, its participle, or both.
fn past_or_participle(form: &str, verb: &str) -> u16 {
    let entry = irregular().get(Class::Verb, verb);
    let lists = |column| entry.is_some_and(|entry| entry.forms(column).any(|listed| listed == form));
    (if lists(0) { PAST } else { 0 }) | if lists(1) { PARTICIPLE } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_told_apart() {
        let mut list = WordList::default();
        for (word, part) in [
            ("break", PartOfSpeech::Verb),
            ("break", PartOfSpeech::Noun),
            ("put", PartOfSpeech::Verb),
            ("slam", PartOfSpeech::Verb),
            ("of", PartOfSpeech::Prep),
        ] {
            list.add(word, part);
        }
        let found: BTreeMap<_, _> = list.iter().collect();
        for (form, parts) in [
            ("break", NOUN | BASE),
            ("breaks", PLURAL | THIRD),
            ("broke", PAST),
            ("broken", PARTICIPLE),
            ("put", BASE | PAST | PARTICIPLE),
            ("putting", GERUND),
            ("slammed", PAST | PARTICIPLE),
        ] {
            assert_eq!(found.get(&WordKey::of(form)), Some(&parts), "{form}");
        }
        assert_eq!(found.get(&WordKey::of("of")), None);
    }
}
