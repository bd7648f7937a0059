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

/// What the abbreviation with this key means; `capital` says whether its first letter is written so.
pub(super) fn abbreviation(key: WordKey, capital: bool) -> Option<Abbreviation> {
    static TABLE: LazyLock<Vec<Entry>> = LazyLock::new(|| {
        let mut table: Vec<_> = entries(include_str!("abbreviations.txt")).collect();
        table.sort_by_key(|entry| entry.key);
        table
    });
    let from = TABLE.partition_point(|entry| entry.key < key);
    let same = TABLE[from..].iter().take_while(|entry| entry.key == key);
    same.filter(|entry| entry.capital == capital).map(|entry| entry.meaning).next()
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
        let entry = move |word: &str| Entry {
            key: WordKey::of(word),
            capital: word.starts_with(|c: char| c.is_ascii_uppercase()),
            meaning,
        };
        words.map(entry)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_must_be_as_listed() {
        let find = |word, capital| abbreviation(WordKey::of(word), capital);
        assert_eq!(find("Mr", true), Some(Abbreviation::Title));
        assert_eq!(find("MR", true), Some(Abbreviation::Title));
        assert_eq!(find("mar", false), None, "to mar");
        assert_eq!(find("al", false), Some(Abbreviation::Inner), "et al.");
        assert_eq!(find("Al", true), None, "a name");
        assert_eq!(find("Rowe", true), None);
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
