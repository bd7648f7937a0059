//! [`Words`]: what the data files say of single words.

use super::table::{Phrases, VagueEntry, direction, number, rows};
use super::{Direction, Number};
use crate::WordKey;
use crate::lexicon::{PartOfSpeech, inflect};
use crate::text::{KeyMap, KeyTable};

/// What a number word is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum NumeralWord {
    Small,
    Tens,
    Hundred,
    Scale,
    Group,
    Part,
    Ordinal,
}

/// How a word changes or multiplies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Multiplier {
    pub(super) factor: Number,
    pub(super) direction: Option<Direction>,
    pub(super) is_verb: bool,
}

macro_rules! classes {
    ($($name:ident = $text:literal),+ $(,)?) => {
        /// Closed classes of words, as in `words.tsv`.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u32)]
        pub(super) enum Class {
            $($name),+
        }

        impl Class {
            fn parse(name: &str) -> Option<Self> {
                match name {
                    $($text => Some(Self::$name),)+
                    _ => None,
                }
            }
        }
    };
}

classes! {
    Month = "month",
    Weekday = "weekday",
    DayWord = "day_word",
    Season = "season",
    Era = "era",
    Clock = "clock",
    BeforeYear = "before_year",
    Label = "label",
    Street = "street",
    Contest = "contest",
    Determiner = "determiner",
    TimeUnit = "time_unit",
    Measured = "measured",
    LengthNoun = "length_noun",
    NotCounted = "not_counted",
    NextTo = "next_to",
    PronounOf = "pronoun_of",
    PersonNoun = "person_noun",
}

/// Everything the tables say of a word by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Word {
    pub(super) numeral: Option<(NumeralWord, Number)>,
    pub(super) multiplier: Option<Multiplier>,
    /// Direction of a verb of change; `None` inside for *change, vary*.
    pub(super) change_verb: Option<Option<Direction>>,
    pub(super) change_noun: Option<Option<Direction>>,
    pub(super) change_word: Option<Direction>,
    classes: u32,
}

impl Word {
    pub(super) fn is(&self, class: Class) -> bool {
        self.classes & (1 << class as u32) != 0
    }
}

/// What the tables say of single words: one probe tells most words that they are in none.
pub(super) struct Words {
    known: KeyTable<Known>,
    /// The first stands for none.
    list: Vec<Word>,
}

/// What is known of a word by its key alone.
#[derive(Clone, Copy, Default)]
pub(super) struct Known {
    /// Its place in the list.
    place: u16,
    pub(super) start: NumberStart,
    /// Whether it makes a number of an article before it: *a dozen, a few hundred*.
    pub(super) follows_article: bool,
    /// Whether it may have another tag than the tagger's: a number word, a verb of change.
    pub(super) settles_tag: bool,
}

/// Whether a number may start at a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum NumberStart {
    #[default]
    No,
    /// A number word, a multiplier, a vague word.
    Yes,
    /// If the next word is one that goes on: *a, an, point*.
    WithNext,
}

impl Known {
    /// Whether the files list it.
    pub(super) fn is_listed(self) -> bool {
        self.place != 0
    }
}

/// Words that are no numbers and start one with the next word: *a dozen, point five*.
const BEFORE_NUMERALS: [WordKey; 3] = WordKey::list("a an point");

impl Words {
    /// Reads the data files; vague words come from elsewhere.
    pub(super) fn read(vague: &Phrases<VagueEntry>) -> Self {
        let mut reader = Reader(KeyMap::default());
        reader.numerals();
        reader.classes();
        reader.changes();
        reader.multipliers();
        let mut known: KeyMap<Known> = KeyMap::default();
        for words in vague.phrases() {
            if let [first, rest @ ..] = words {
                known.entry(*first).or_default().start = NumberStart::Yes;
                rest.iter().take(1).for_each(|&second| known.entry(second).or_default().follows_article = true);
            }
        }
        let mut list = vec![Word::default()];
        for (key, word) in reader.0 {
            let entry = known.entry(key).or_default();
            entry.place = list.len() as u16;
            if word.numeral.is_some() || word.multiplier.is_some() {
                entry.start = NumberStart::Yes;
            }
            entry.follows_article |= word.numeral.is_some();
            entry.settles_tag = word.numeral.is_some() || word.change_verb.is_some();
            list.push(word);
        }
        for key in BEFORE_NUMERALS {
            known.entry(key).or_default().start = NumberStart::WithNext;
        }
        Self { known: known.into_iter().collect(), list }
    }

    #[inline]
    pub(super) fn known(&self, key: WordKey) -> Known {
        self.known.get(key)
    }

    pub(super) fn get(&self, key: WordKey) -> Option<&Word> {
        self.at(self.known(key))
    }

    #[inline]
    pub(super) fn at(&self, known: Known) -> Option<&Word> {
        if known.is_listed() { self.list.get(usize::from(known.place)) } else { None }
    }
}

/// Words as they are read; several files say something of one.
struct Reader(KeyMap<Word>);

impl Reader {
    fn word(&mut self, word: &str) -> &mut Word {
        self.0.entry(WordKey::of(word)).or_default()
    }

    fn numerals(&mut self) {
        for row in rows(include_str!("data/numerals.tsv")) {
            let class = match row[1] {
                "small" => NumeralWord::Small,
                "tens" => NumeralWord::Tens,
                "hundred" => NumeralWord::Hundred,
                "scale" => NumeralWord::Scale,
                "group" => NumeralWord::Group,
                "part" => NumeralWord::Part,
                _ => NumeralWord::Ordinal,
            };
            if let Some(value) = number(row[2]) {
                self.word(row[0]).numeral = Some((class, value));
            }
        }
    }

    fn classes(&mut self) {
        for row in rows(include_str!("data/words.tsv")) {
            let Some(class) = Class::parse(row[0]) else { continue };
            for word in row[1].split(' ') {
                self.word(word).classes |= 1 << class as u32;
            }
        }
    }

    fn changes(&mut self) {
        for row in rows(include_str!("data/changes.tsv")) {
            let direction = direction(row[2]);
            match row[1] {
                // Of *edge down* the particle is a word of change by itself.
                "verb" if !row[0].contains(' ') => {
                    self.word(row[0]).change_verb = Some(direction);
                    inflect(row[0], PartOfSpeech::Verb, &mut |form| self.word(form).change_verb = Some(direction));
                }
                "noun" => {
                    self.word(row[0]).change_noun = Some(direction);
                    inflect(row[0], PartOfSpeech::Noun, &mut |form| self.word(form).change_noun = Some(direction));
                }
                "word" => self.word(row[0]).change_word = direction,
                _ => {}
            }
        }
    }

    fn multipliers(&mut self) {
        for row in rows(include_str!("data/multipliers.tsv")) {
            let Some(factor) = number(row[2]) else { continue };
            let multiplier = Multiplier { factor, direction: direction(row[3]), is_verb: row[1] == "verb" };
            if multiplier.is_verb {
                inflect(row[0], PartOfSpeech::Verb, &mut |form| self.word(form).multiplier = Some(multiplier));
            }
            let word = self.word(row[0]);
            word.multiplier = word.multiplier.or(Some(multiplier));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::tables;
    use super::*;

    #[test]
    fn every_class_is_known() {
        for row in rows(include_str!("data/words.tsv")) {
            assert!(Class::parse(row[0]).is_some(), "{}", row[0]);
        }
    }

    #[test]
    fn inflected_words_are_known() {
        let words = &tables().words;
        let word = |word: &str| words.get(WordKey::of(word)).copied().unwrap_or_default();
        assert_eq!(word("fell").change_verb, Some(Some(Direction::Down)));
        assert_eq!(word("halved").multiplier.unwrap().factor, Number::ratio(1, 2).unwrap());
        assert!(word("May").is(Class::Month) && !word("May").is(Class::Weekday));
    }

    #[test]
    fn where_a_number_may_start() {
        let start = |word: &str| tables().words.known(WordKey::of(word)).start;
        assert!(
            ["three", "doubled", "several", "Tens", "half"].map(start).iter().all(|&start| start == NumberStart::Yes)
        );
        assert!(["the", "in", "May", "fell", "harbour"].map(start).iter().all(|&start| start == NumberStart::No));
        assert_eq!(["a", "an", "point"].map(start), [NumberStart::WithNext; 3]);
        let follows = |word: &str| tables().words.known(WordKey::of(word)).follows_article;
        assert!(follows("dozen") && follows("few") && follows("third") && !follows("harbour"));
    }
}
