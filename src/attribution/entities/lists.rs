//! Entities by a word, all in one table: most words have one.

use crate::WordKey;
use crate::text::KeyMap;

/// Of the items of a word only the last ones are compared, so that time is linear.
pub(super) const COMPARED: usize = 8;

/// What a word is to an entity.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    Surname,
    /// The first word of a name.
    First,
    /// A word of a person's name between the first and the last.
    Middle,
    /// A word of a body's name.
    Word,
    /// An office; the items are offices, not entities.
    Office,
    /// The head of a description.
    Head,
}

/// Items by a word and what it is to them.
#[derive(Default, Debug)]
pub(super) struct Lists {
    /// Its last item.
    last: KeyMap<u32>,
    /// Each item with the one before it of the same word, plus 1.
    items: Vec<(u32, u32)>,
}

impl Lists {
    /// With room for so many items.
    pub(super) fn with_capacity(count: usize) -> Self {
        Self { last: KeyMap::with_capacity_and_hasher(count, Default::default()), items: Vec::with_capacity(count) }
    }

    pub(super) fn push(&mut self, part: Part, word: WordKey, item: usize) {
        let number = self.items.len() as u32 + 1;
        let before = self.last.insert(key(part, word), number).unwrap_or_default();
        self.items.push((item as u32, before));
    }

    /// The last items of a word, in their order.
    pub(super) fn of(&self, part: Part, word: WordKey) -> Found {
        let mut found = Found { items: [0; COMPARED], from: COMPARED, end: COMPARED };
        let mut next = self.last.get(&key(part, word)).copied().unwrap_or_default();
        while let Some(&(item, before)) = (next as usize).checked_sub(1).and_then(|at| self.items.get(at))
            && found.from > 0
        {
            found.from -= 1;
            found.items[found.from] = item;
            next = before;
        }
        found
    }

    pub(super) fn contains(&self, part: Part, word: WordKey) -> bool {
        self.last.contains_key(&key(part, word))
    }
}

/// The items of a word.
#[derive(Clone, Copy)]
pub(super) struct Found {
    items: [u32; COMPARED],
    from: usize,
    end: usize,
}

impl Iterator for Found {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let &item = self.items[..self.end].get(self.from)?;
        self.from += 1;
        Some(item as usize)
    }
}

impl DoubleEndedIterator for Found {
    fn next_back(&mut self) -> Option<usize> {
        let (&item, _) = self.items[self.from..self.end].split_last()?;
        self.end -= 1;
        Some(item as usize)
    }
}

/// The key of a word as a part: one word has other keys for other parts.
fn key(part: Part, word: WordKey) -> WordKey {
    WordKey(word.as_u64().rotate_left(8 * part as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_items_of_a_word_in_their_order() {
        let mut lists = Lists::default();
        for number in 0..20_usize {
            lists.push(Part::Head, WordKey::of(if number % 2 == 0 { "even" } else { "odd" }), number);
        }
        lists.push(Part::Head, WordKey::of("one"), 1);
        let of = |word| lists.of(Part::Head, WordKey::of(word)).collect::<Vec<_>>();
        assert_eq!(of("even"), [4, 6, 8, 10, 12, 14, 16, 18]);
        assert_eq!((of("one"), of("none")), (vec![1], vec![]));
        assert_eq!(lists.of(Part::Head, WordKey::of("odd")).next_back(), Some(19));
        assert!(lists.contains(Part::Head, WordKey::of("one")) && !lists.contains(Part::Word, WordKey::of("one")));
        assert!(!lists.contains(Part::Head, WordKey::of("none")));
    }
}
