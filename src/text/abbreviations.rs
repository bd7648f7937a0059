//! Abbreviations written with a full stop, from `abbreviations.txt`.

use std::sync::LazyLock;

use crate::WordKey;

/// What the full stop behind an abbreviation may mean.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Abbreviation {
    /// Before a name: never ends a sentence.
    Title,
    /// An abbreviation only before a number; never ends a sentence.
    Number,
    /// An abbreviation only before a number or comma.
    Date,
    /// Never ends a sentence.
    Inner,
    /// May end a sentence as well.
    End,
}

struct Entry {
    key: WordKey,
    capital: bool,
    meaning: Abbreviation,
}

/// What the abbreviation `word`, without its stop, means. A prefix counts for nothing: `ex-Gov`.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    static TABLE: LazyLock<Vec<Entry>> = LazyLock::new(|| {
        let mut table: Vec<_> = entries(include_str!("abbreviations.txt")).collect();
        table.sort_by_key(|entry| entry.key);
        table
    });
    let word = word.rsplit('-').next().unwrap_or(word);
    let (key, capital) = (WordKey::of(word), begins_with_capital(word));
    let from = TABLE.partition_point(|entry| entry.key < key);
    let mut same = TABLE[from..].iter().take_while(|entry| entry.key == key);
    same.find(|entry| entry.capital == capital).map(|entry| entry.meaning)
}

fn begins_with_capital(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
}

fn entries(data: &str) -> impl Iterator<Item = Entry> {
    data.lines().filter(|line| !line.starts_with('#')).flat_map(|line| {
        let mut words = line.split_ascii_whitespace();
        let meaning = match words.next() {
            Some("title") => Abbreviation::Title,
            Some("number") => Abbreviation::Number,
            Some("date") => Abbreviation::Date,
            Some("inner") => Abbreviation::Inner,
            _ => Abbreviation::End,
        };
        words.map(move |word| Entry { key: WordKey::of(word), capital: begins_with_capital(word), meaning })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_must_be_as_listed() {
        assert_eq!(abbreviation("Mr"), Some(Abbreviation::Title));
        assert_eq!(abbreviation("MR"), Some(Abbreviation::Title));
        assert_eq!(abbreviation("ex-Gov"), Some(Abbreviation::Title));
        assert_eq!(abbreviation("mar"), None, "to mar");
        assert_eq!(abbreviation("al"), Some(Abbreviation::Inner), "et al.");
        assert_eq!(abbreviation("Al"), None, "a name");
        assert_eq!(abbreviation("Rowe"), None);
    }

    #[test]
    fn the_list_is_well_formed() {
        const KINDS: [&str; 5] = ["title", "number", "date", "inner", "end"];
        let mut seen = std::collections::BTreeSet::new();
        for line in include_str!("abbreviations.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            let (kind, words) = line.split_once(' ').unwrap();
            assert!(KINDS.contains(&kind), "{line}");
            for word in words.split_ascii_whitespace() {
                assert!(seen.insert(word), "{word} stands in the list twice");
            }
        }
    }
}
