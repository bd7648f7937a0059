//! The data files, read once into tables over word keys.

use std::sync::LazyLock;

use super::words::Words;
pub(super) use super::words::{Class, NumeralWord};
use super::{Approximation, Bound, Dimension, Direction, Number};
use crate::Token;
use crate::digest::Symbols;
use crate::document::WordKey;
use crate::lexicon::{PartOfSpeech, inflect};
use crate::text::{self, KeyMap};

/// Phrases by their first word in the direction of matching, longest first.
pub(super) struct Phrases<T> {
    /// A bit for each first word, by the first twelve of its key: nearly all words start no phrase.
    filter: Box<[u64; 64]>,
    by_key: KeyMap<Vec<Phrase<T>>>,
}

/// The words of a phrase and what it stands for.
type Phrase<T> = (Box<[WordKey]>, T);

impl<T: Copy> Phrases<T> {
    fn new() -> Self {
        Self { filter: Box::new([0; 64]), by_key: KeyMap::default() }
    }

    fn add(&mut self, keys: Vec<WordKey>, value: T) {
        let Some(first) = keys.first() else { return };
        let (word, bit) = filter_bit(*first);
        self.filter[word] |= bit;
        let list = self.by_key.entry(*first).or_default();
        list.push((keys.into_boxed_slice(), value));
        list.sort_by_key(|(keys, _)| std::cmp::Reverse(keys.len()));
    }

    fn add_backward(&mut self, mut keys: Vec<WordKey>, value: T) {
        keys.reverse();
        self.add(keys, value);
    }

    /// The words of all phrases, in no order.
    pub(super) fn phrases(&self) -> impl Iterator<Item = &[WordKey]> {
        self.by_key.values().flatten().map(|(words, _)| &**words)
    }

    /// Whether a phrase may start with a token.
    pub(super) fn starts_at(&self, tokens: &[Token], at: usize) -> bool {
        self.of(tokens.get(at)).is_some()
    }

    /// The phrases that start (backward: end) with a token.
    fn of(&self, token: Option<&Token>) -> Option<&[Phrase<T>]> {
        let key = token?.key();
        let (word, bit) = filter_bit(key);
        if self.filter[word] & bit == 0 { None } else { self.by_key.get(&key).map(Vec::as_slice) }
    }

    /// The longest phrase whose first word is token `at`: its value and number of tokens.
    pub(super) fn forward(&self, tokens: &[Token], at: usize) -> Option<(T, usize)> {
        let list = self.of(tokens.get(at))?;
        list.iter().find_map(|(keys, value)| {
            let found = tokens.get(at..at + keys.len())?;
            found.iter().zip(keys).all(|(token, key)| token.key() == *key).then_some((*value, keys.len()))
        })
    }

    /// The longest phrase whose last word is token `at`: its value and number of tokens.
    pub(super) fn backward(&self, tokens: &[Token], at: usize) -> Option<(T, usize)> {
        let list = self.of(tokens.get(at))?;
        list.iter().find_map(|(keys, value)| {
            let start = (at + 1).checked_sub(keys.len())?;
            let found = tokens.get(start..=at)?;
            found.iter().rev().zip(keys).all(|(token, key)| token.key() == *key).then_some((*value, keys.len()))
        })
    }
}

/// The place of a word's bit in a filter of 64 words.
fn filter_bit(key: WordKey) -> (usize, u64) {
    let place = key.as_u64() >> 52;
    ((place / 64) as usize, 1 << (place % 64))
}

/// A unit of `units.tsv`.
pub(super) struct UnitEntry {
    pub(super) name: String,
    pub(super) dimension: Dimension,
    pub(super) si: Option<Number>,
    pub(super) offset: Option<Number>,
}

/// A currency of `currencies.tsv`.
pub(super) struct CurrencyEntry {
    pub(super) code: &'static str,
    pub(super) name: &'static str,
    /// Name of its hundredth.
    pub(super) minor: &'static str,
}

/// When letters behind digits scale them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Scaling {
    Always,
    Money,
    Never,
}

/// A vague number word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct VagueEntry {
    pub(super) base: Number,
    pub(super) low: Number,
    pub(super) high: Number,
    pub(super) needs_of: bool,
}

/// What a modifier before or behind a number says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Modifier {
    Bound(Bound),
    Approximation(Approximation),
}

/// All tables.
pub(super) struct Tables {
    pub(super) words: Words,
    pub(super) magnitudes: Symbols<&'static str, (i32, Scaling)>,
    pub(super) vague: Phrases<VagueEntry>,
    pub(super) before: Phrases<Modifier>,
    pub(super) after: Phrases<Modifier>,
    pub(super) units: Vec<UnitEntry>,
    /// Index into `units`, and whether the symbol counts only directly behind digits.
    pub(super) unit_symbols: Symbols<String, (u16, bool)>,
    pub(super) unit_words: Phrases<u16>,
    pub(super) units_by_name: Symbols<String, u16>,
    pub(super) currencies: Vec<CurrencyEntry>,
    pub(super) currency_signs: Symbols<&'static str, u16>,
    /// Index into `currencies`, and whether it is its hundredth.
    pub(super) currency_words: Phrases<(u16, bool)>,
}

/// The lines of a data file as their cells, empty ones behind the last.
pub(super) fn rows(file: &'static str) -> impl Iterator<Item = [&'static str; 8]> {
    let lines = file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| {
        let mut cells = [""; 8];
        cells.iter_mut().zip(line.split('\t')).for_each(|(cell, text)| *cell = text.trim());
        cells
    })
}

/// The words of a cell, separated by commas.
fn list(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split(',').map(str::trim).filter(|word| !word.is_empty())
}

fn keys(phrase: &str) -> Vec<WordKey> {
    let mut tokens = Vec::new();
    text::tokenize_phrase(phrase, &mut tokens);
    tokens.iter().map(|token| token.key()).collect()
}

/// The phrase and its plural.
fn with_plural(phrase: &str, mut each: impl FnMut(&str)) {
    each(phrase);
    let (before, last) = phrase.rsplit_once(' ').unwrap_or(("", phrase));
    let join = |word: &str| if before.is_empty() { word.to_owned() } else { format!("{before} {word}") };
    inflect(last, PartOfSpeech::Noun, &mut |plural| each(&join(plural)));
    // degrees Celsius, barrels of oil
    if let Some((first, rest)) = phrase.split_once(' ') {
        inflect(first, PartOfSpeech::Noun, &mut |plural| each(&format!("{plural} {rest}")));
    }
    // mile per hour: miles per hour
    if let Some((first, rest)) = phrase.split_once(" per ") {
        inflect(first.rsplit(' ').next().unwrap_or(first), PartOfSpeech::Noun, &mut |plural| {
            let head = first.rsplit_once(' ').map_or(String::new(), |(head, _)| format!("{head} "));
            each(&format!("{head}{plural} per {rest}"));
        });
    }
}

pub(super) fn direction(cell: &str) -> Option<Direction> {
    match cell {
        "up" => Some(Direction::Up),
        "down" => Some(Direction::Down),
        _ => None,
    }
}

pub(super) fn number(cell: &str) -> Option<Number> {
    cell.parse().ok()
}

/// Names of the SI prefixes with their powers of ten.
const PREFIXES: [(&str, &str, i32); 14] = [
    ("k", "kilo", 3),
    ("M", "mega", 6),
    ("G", "giga", 9),
    ("T", "tera", 12),
    ("h", "hecto", 2),
    ("d", "deci", -1),
    ("c", "centi", -2),
    ("m", "milli", -3),
    ("µ", "micro", -6),
    ("μ", "micro", -6),
    ("n", "nano", -9),
    ("p", "pico", -12),
    ("f", "femto", -15),
    ("a", "atto", -18),
];

pub(super) fn tables() -> &'static Tables {
    static TABLES: LazyLock<Tables> = LazyLock::new(Tables::read);
    &TABLES
}

fn read_vague() -> Phrases<VagueEntry> {
    let mut vague = Phrases::new();
    for row in rows(include_str!("data/vague.tsv")) {
        if let (Some(base), Some(low), Some(high)) = (number(row[1]), number(row[2]), number(row[3])) {
            vague.add(keys(row[0]), VagueEntry { base, low, high, needs_of: row[4] == "of" });
        }
    }
    vague
}

impl Tables {
    fn read() -> Self {
        let vague = read_vague();
        let mut tables = Self {
            words: Words::read(&vague),
            magnitudes: Symbols::default(),
            vague,
            before: Phrases::new(),
            after: Phrases::new(),
            units: Vec::new(),
            unit_symbols: Symbols::default(),
            unit_words: Phrases::new(),
            units_by_name: Symbols::default(),
            currencies: Vec::new(),
            currency_signs: Symbols::default(),
            currency_words: Phrases::new(),
        };
        tables.read_magnitudes();
        tables.read_modifiers();
        tables.read_units();
        tables.read_currencies();
        tables
    }

    fn read_magnitudes(&mut self) {
        for row in rows(include_str!("data/magnitudes.tsv")) {
            let scaling = match row[2] {
                "always" => Scaling::Always,
                "money" => Scaling::Money,
                _ => Scaling::Never,
            };
            self.magnitudes.insert(row[0], (row[1].parse().unwrap_or(0), scaling));
        }
    }

    fn read_modifiers(&mut self) {
        for row in rows(include_str!("data/bounds.tsv")) {
            let modifier = match row[1] {
                "more_than" => Modifier::Bound(Bound::MoreThan),
                "at_least" => Modifier::Bound(Bound::AtLeast),
                "less_than" => Modifier::Bound(Bound::LessThan),
                "at_most" => Modifier::Bound(Bound::AtMost),
                "up_to" => Modifier::Bound(Bound::UpTo),
                _ => continue,
            };
            self.modifier(row[0], row[2], modifier);
        }
        for row in rows(include_str!("data/approximators.tsv")) {
            let side = match row[1] {
                "below" => Approximation::Below,
                "above" => Approximation::Above,
                _ => Approximation::Around,
            };
            self.modifier(row[0], row[2], Modifier::Approximation(side));
        }
    }

    fn modifier(&mut self, phrase: &str, place: &str, modifier: Modifier) {
        match place {
            "before" => self.before.add_backward(keys(phrase), modifier),
            _ => self.after.add(keys(phrase), modifier),
        }
    }

    fn read_units(&mut self) {
        for row in rows(include_str!("data/units.tsv")) {
            let dimension = Dimension::ALL.into_iter().find(|d| d.name() == row[1]).unwrap_or(Dimension::Other);
            let (si, offset) = (number(row[2]), number(row[3]));
            let words: Vec<&str> = [row[0]].into_iter().chain(list(row[5])).collect();
            let symbols: Vec<&str> = row[4].split(' ').filter(|symbol| !symbol.is_empty()).collect();
            self.unit(row[0].to_owned(), dimension, si, offset, &symbols, &words);
            for prefix in row[6].split(' ') {
                for (symbol, name, power) in
                    PREFIXES.into_iter().filter(|(symbol, ..)| *symbol == prefix || (prefix == "µ" && *symbol == "μ"))
                {
                    let scaled = si.and_then(|si| si.times(Number::decimal(1, power)?));
                    let symbols: Vec<String> =
                        symbols.iter().map(|base| format!("{symbol}{}", base.trim_end_matches('!'))).collect();
                    let symbols: Vec<&str> = symbols.iter().map(String::as_str).collect();
                    let words: Vec<String> = words.iter().map(|word| format!("{name}{word}")).collect();
                    let words: Vec<&str> = words.iter().map(String::as_str).collect();
                    self.unit(format!("{name}{}", row[0]), dimension, scaled, offset, &symbols, &words);
                }
            }
        }
    }

    fn unit(
        &mut self,
        name: String,
        dimension: Dimension,
        si: Option<Number>,
        offset: Option<Number>,
        symbols: &[&str],
        words: &[&str],
    ) {
        let known = self.units_by_name.get(&name).copied();
        let index = known.unwrap_or(self.units.len() as u16);
        for word in words {
            with_plural(word, |form| self.unit_words.add(keys(form), index));
        }
        for symbol in symbols {
            let glued = symbol.ends_with('!');
            self.unit_symbols.entry(symbol.trim_end_matches('!').to_owned()).or_insert((index, glued));
        }
        if known.is_none() {
            self.units_by_name.insert(name.clone(), index);
            self.units.push(UnitEntry { name, dimension, si, offset });
        }
    }

    fn read_currencies(&mut self) {
        for row in rows(include_str!("data/currencies.tsv")) {
            let index = self.currencies.len() as u16;
            let minor = list(row[4]).find(|word| word.len() > 1 && *word != "pence").unwrap_or(match row[0] {
                "GBP" => "penny",
                _ => "cent",
            });
            self.currencies.push(CurrencyEntry { code: row[0], name: row[1], minor });
            for sign in row[2].split(' ').filter(|sign| !sign.is_empty()) {
                self.currency_signs.insert(sign, index);
            }
            for word in list(row[3]) {
                with_plural(word, |form| self.currency_words.add(keys(form), (index, false)));
            }
            for word in list(row[4]).filter(|word| word.len() > 1) {
                with_plural(word, |form| self.currency_words.add(keys(form), (index, true)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_files_are_read_whole() {
        let tables = tables();
        let count = |file: &'static str| rows(file).count();
        assert_eq!(count(include_str!("data/currencies.tsv")), tables.currencies.len());
        assert!(tables.units.len() > count(include_str!("data/units.tsv")), "and the prefixed units");
        for row in rows(include_str!("data/numerals.tsv")) {
            assert!(tables.words.get(WordKey::of(row[0])).is_some_and(|word| word.numeral.is_some()), "{}", row[0]);
        }
        for row in rows(include_str!("data/units.tsv")) {
            assert!(Dimension::ALL.iter().any(|d| d.name() == row[1]), "{}", row[0]);
            assert!(row[2].is_empty() || number(row[2]).is_some(), "{}", row[0]);
        }
        for row in rows(include_str!("data/bounds.tsv")).chain(rows(include_str!("data/approximators.tsv"))) {
            assert!(matches!(row[2], "before" | "after"), "{}", row[0]);
        }
    }
}
