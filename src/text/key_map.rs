//! Maps over word keys, which are hashes already and need no second hash.
//!
//! [`KeyMap`] is for building and large tables; [`KeyTable`] for what is asked of every token, [`KeyList`] for a few words.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use crate::WordKey;

/// Takes a word key for its hash.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

pub(crate) type KeyMap<T> = HashMap<WordKey, T, BuildHasherDefault<KeyHasher>>;
pub(crate) type KeySet = HashSet<WordKey, BuildHasherDefault<KeyHasher>>;

/// A few constant words, told from nearly all others by one bit.
#[derive(Debug)]
pub(crate) struct KeyList<const N: usize> {
    /// The bits of the words in it, by the first six bits of their keys.
    filter: u64,
    keys: [WordKey; N],
}

impl<const N: usize> KeyList<N> {
    /// Words in ASCII.
    pub(crate) const fn of(words: [&str; N]) -> Self {
        let keys = super::fold::keys(words);
        let (mut filter, mut at) = (0, 0);
        while at < N {
            filter |= 1 << (keys[at].as_u64() >> 58);
            at += 1;
        }
        Self { filter, keys }
    }

    #[inline]
    pub(crate) fn contains(&self, key: WordKey) -> bool {
        self.position(key).is_some()
    }

    /// The place of a word in the list.
    #[inline]
    pub(crate) fn position(&self, key: WordKey) -> Option<usize> {
        if self.filter >> (key.as_u64() >> 58) & 1 == 0 {
            return None;
        }
        self.keys.iter().position(|&known| known == key)
    }
}

/// A table that is never changed: one probe for nearly every word, most of which are not in it.
#[derive(Debug)]
pub(crate) struct KeyTable<T> {
    /// A power of two of slots, at most a quarter of them taken. The key of a free one is 0, its value the default.
    slots: Vec<(WordKey, T)>,
}

impl<T: Copy + Default> KeyTable<T> {
    /// The value of a word; the default where it has none.
    #[inline]
    pub(crate) fn get(&self, key: WordKey) -> T {
        let mask = self.slots.len() - 1;
        let mut at = key.as_u64() as usize & mask;
        loop {
            match self.slots.get(at) {
                Some(&(found, value)) if found == key => return value,
                Some((found, _)) if *found != WordKey::default() => at = (at + 1) & mask,
                _ => return T::default(),
            }
        }
    }

    /// The slot of a key, or the free one where it would stand.
    #[inline]
    fn slot(&self, key: WordKey) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = key.as_u64() as usize & mask;
        while self.slots[at].0 != key && self.slots[at].0 != WordKey::default() {
            at = (at + 1) & mask;
        }
        at
    }
}

impl<T: Copy + Default> FromIterator<(WordKey, T)> for KeyTable<T> {
    /// Of several values of one word the last counts.
    fn from_iter<I: IntoIterator<Item = (WordKey, T)>>(rows: I) -> Self {
        let rows: Vec<_> = rows.into_iter().collect();
        let mut table = Self { slots: vec![Default::default(); (rows.len() * 4).next_power_of_two().max(4)] };
        for (key, value) in rows {
            let slot = table.slot(key);
            table.slots[slot] = (key, value);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_finds_what_a_map_finds() {
        let word = |number: usize| WordKey::of(&format!("word{number}"));
        let table: KeyTable<usize> = (1..=300).map(|number| (word(number), number)).collect();
        for number in 0..1000 {
            assert_eq!(table.get(word(number)), if (1..=300).contains(&number) { number } else { 0 });
        }
        assert_eq!(table.get(WordKey::default()), 0);
        assert_eq!(KeyTable::<usize>::from_iter([]).get(word(1)), 0);
    }

    #[test]
    fn a_list_has_its_words() {
        static LIST: KeyList<3> = KeyList::of(["at", "least", "n't"]);
        let has = |word: &str| LIST.contains(WordKey::of(word));
        assert!(has("At") && has("least") && has("n’t"));
        assert!((0..1000).all(|number| !has(&format!("word{number}"))) && !LIST.contains(WordKey::default()));
    }
}
