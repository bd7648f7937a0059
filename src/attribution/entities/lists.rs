//! Lists by a word, all in one vector: most have one item.

use crate::WordKey;
use crate::text::KeyMap;

/// Of the items of a word only the last ones are compared, so that time is linear.
pub(super) const COMPARED: usize = 8;

/// Items by a word.
#[derive(Debug)]
pub(super) struct Lists<T> {
    /// By word: its last item.
    last: KeyMap<u32>,
    /// Each item with the one before it of the same word, plus 1.
    items: Vec<(T, u32)>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { last: KeyMap::default(), items: Vec::new() }
    }
}

impl<T: Copy + Default> Lists<T> {
    pub(super) fn push(&mut self, key: WordKey, item: T) {
        let number = self.items.len() as u32 + 1;
        let before = self.last.insert(key, number).unwrap_or_default();
        self.items.push((item, before));
    }

    /// The last items of a word, in their order.
    pub(super) fn of(&self, key: WordKey) -> impl DoubleEndedIterator<Item = T> + use<T> {
        let mut found = [T::default(); COMPARED];
        let mut from = COMPARED;
        let mut next = self.last.get(&key).copied().unwrap_or_default();
        while let Some(&(item, before)) = (next as usize).checked_sub(1).and_then(|at| self.items.get(at))
            && from > 0
        {
            from -= 1;
            found[from] = item;
            next = before;
        }
        found.into_iter().skip(from)
    }

    pub(super) fn contains(&self, key: WordKey) -> bool {
        self.last.contains_key(&key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_items_of_a_word_in_their_order() {
        let mut lists = Lists::default();
        for number in 0..20_usize {
            lists.push(WordKey::of(if number % 2 == 0 { "even" } else { "odd" }), number);
        }
        lists.push(WordKey::of("one"), 1);
        let of = |word| lists.of(WordKey::of(word)).collect::<Vec<_>>();
        assert_eq!(of("even"), [4, 6, 8, 10, 12, 14, 16, 18]);
        assert_eq!((of("one"), of("none")), (vec![1], vec![]));
        assert_eq!(lists.of(WordKey::of("odd")).next_back(), Some(19));
        assert!(lists.contains(WordKey::of("one")) && !lists.contains(WordKey::of("none")));
    }
}
