//! The trie over word keys.
//!
//! All edges live in one open-addressing table, addressed by parent node and word key, so a step is one probe. A bit filter
//! small enough for the first-level cache answers for the many tokens that begin no phrase. Words are compared by their
//! 64-bit keys alone: that one of a million different words of a text has the key of one of fifty thousand words of the
//! lexicons has a chance of one in three hundred million, and the harm would be one finding too many.

use crate::WordKey;

/// Sequences of word keys, each with the numbers of the entries it stands for.
#[derive(Debug, Default)]
pub(super) struct Trie {
    /// Hash of the edge and the node it leads to; node 0, the root, marks a free slot. A power of two in length.
    slots: Vec<(u64, u32)>,
    nodes: Vec<Node>,
    values: Vec<Value>,
    /// One bit a hash of a first word.
    filter: Vec<u64>,
    /// Hashes of the first words, until the filter is made.
    first: Vec<u64>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Node {
    /// Index of its last value plus one.
    value: u32,
    /// Whether longer sequences go through it.
    goes_on: bool,
}

#[derive(Clone, Copy, Debug)]
struct Value {
    id: u32,
    /// Index of the value before it plus one.
    next: u32,
}

const ROOT: u32 = 0;

impl Trie {
    /// An empty trie with room for about `sequences` sequences.
    pub(super) fn with_capacity(sequences: usize) -> Self {
        let mut nodes = Vec::with_capacity(sequences * 2);
        nodes.push(Node::default());
        Self {
            slots: vec![(0, 0); (sequences * 2).next_power_of_two().max(16)],
            nodes,
            values: Vec::with_capacity(sequences),
            filter: Vec::new(),
            first: Vec::with_capacity(sequences),
        }
    }

    /// Adds a sequence that stands for entry `id`. The empty sequence is ignored.
    pub(super) fn insert(&mut self, keys: &[WordKey], id: u32) {
        if keys.is_empty() {
            return;
        }
        let mut node = ROOT;
        for &key in keys {
            self.nodes[node as usize].goes_on = true;
            node = self.child_or_new(node, key);
        }
        if self.values_of(node).any(|value| value == id) {
            return;
        }
        let value = &mut self.nodes[node as usize].value;
        self.values.push(Value { id, next: *value });
        *value = self.values.len() as u32;
    }

    /// Makes the filter. Call it after the last [`insert`](Trie::insert).
    pub(super) fn finish(mut self) -> Self {
        // Eight bits a word: one in eight of the other words gets through to the table.
        let bits = (self.first.len() * 8).next_power_of_two().max(64);
        self.filter = vec![0; bits / 64];
        for hash in std::mem::take(&mut self.first) {
            let bit = self.filter_bit(hash);
            self.filter[bit / 64] |= 1 << (bit % 64);
        }
        self
    }

    /// Whether a sequence may begin with this word: no for most words that begin none.
    #[inline]
    pub(super) fn may_begin(&self, first: WordKey) -> bool {
        let bit = self.filter_bit(edge(ROOT, first));
        self.filter.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1)
    }

    /// Calls `each` with length and entry number of every sequence that `keys` begins with, shorter ones first. Ask
    /// [`may_begin`](Trie::may_begin) before: it is quicker.
    pub(super) fn walk(&self, keys: impl Iterator<Item = WordKey>, mut each: impl FnMut(usize, u32)) {
        let mut node = ROOT;
        for (before, key) in keys.enumerate() {
            let Some(next) = self.find(edge(node, key)) else { return };
            node = next;
            self.values_of(node).for_each(|id| each(before + 1, id));
            if !self.nodes[node as usize].goes_on {
                return;
            }
        }
    }

    fn values_of(&self, node: u32) -> impl Iterator<Item = u32> {
        let mut next = self.nodes[node as usize].value;
        std::iter::from_fn(move || {
            let value = self.values[next.checked_sub(1)? as usize];
            next = value.next;
            Some(value.id)
        })
    }

    fn child_or_new(&mut self, node: u32, key: WordKey) -> u32 {
        let hash = edge(node, key);
        let slot = self.slot(hash);
        if self.slots[slot].1 != ROOT {
            return self.slots[slot].1;
        }
        let child = self.nodes.len() as u32;
        self.nodes.push(Node::default());
        if node == ROOT {
            self.first.push(hash);
        }
        self.slots[slot] = (hash, child);
        if self.nodes.len() * 2 > self.slots.len() {
            self.grow();
        }
        child
    }

    fn grow(&mut self) {
        let larger = vec![(0, 0); self.slots.len() * 2];
        for slot in std::mem::replace(&mut self.slots, larger) {
            if slot.1 != ROOT {
                let at = self.slot(slot.0);
                self.slots[at] = slot;
            }
        }
    }

    fn find(&self, hash: u64) -> Option<u32> {
        Some(self.slots[self.slot(hash)].1).filter(|&node| node != ROOT)
    }

    /// The slot of an edge, or the free slot where it would stand. The table is never more than half full.
    fn slot(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (hash >> 32) as usize & mask;
        while self.slots[at].1 != ROOT && self.slots[at].0 != hash {
            at = (at + 1) & mask;
        }
        at
    }

    /// The low bits of the hash, which the table does not use.
    fn filter_bit(&self, hash: u64) -> usize {
        hash as usize & (self.filter.len() * 64).saturating_sub(1)
    }
}

/// The hash of the edge from `node` with word `key`.
fn edge(node: u32, key: WordKey) -> u64 {
    let mixed = key.as_u64() ^ u64::from(node).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ mixed >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
    mixed ^ mixed >> 32
}
