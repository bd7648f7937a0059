//! The trie over word keys.
//!
//! All edges live in one open-addressing table, addressed by parent node and word key, so a step is one probe. The table is
//! larger than the near caches and most words of a text go on with no phrase, so a filter small enough for them is asked before.
//! Words are compared by their 64-bit keys alone: that one of a million different words of a text has the key of one of fifty
//! thousand words of the lexicons has a chance of one in three hundred million, and the harm would be one finding too many.

use crate::WordKey;

/// Sequences of word keys, each with the numbers of the entries it stands for.
#[derive(Debug, Default)]
pub(super) struct Trie {
    /// A power of two in length, never more than half full.
    slots: Vec<Edge>,
    /// The number of edges, which is that of the last node.
    edges: u32,
    values: Vec<Value>,
    /// Three bits an edge, all in one word (a blocked Bloom filter; Putze and others 2007). A power of two in length.
    filter: Vec<u64>,
}

/// An edge, with all that is asked of the node it leads to: they are read together.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Edge {
    hash: u64,
    /// The node it leads to. No edge leads to the root, which marks a free slot.
    node: u32,
    values: Values,
}

/// The entries of a node: none, one as it is, or the place of the last of several.
#[derive(Clone, Copy, Debug, Default)]
struct Values(u32);

/// One of several entries.
#[derive(Clone, Copy, Debug)]
struct Value {
    id: u32,
    before: Values,
}

impl Values {
    fn one(id: u32) -> Self {
        Self(id << 1 | 1)
    }

    fn ending_at(place: usize) -> Self {
        Self((place as u32 + 1) << 1)
    }

    /// The last entry, and those before it.
    fn split(self, all: &[Value]) -> Option<(u32, Self)> {
        if self.0 & 1 == 1 {
            return Some((self.0 >> 1, Self::default()));
        }
        let value = all.get((self.0 >> 1).checked_sub(1)? as usize)?;
        Some((value.id, value.before))
    }
}

const ROOT: u32 = 0;

impl Trie {
    /// An empty trie with room for about `sequences` sequences.
    pub(super) fn with_capacity(sequences: usize) -> Self {
        let slots = vec![Edge::default(); (sequences * 2).next_power_of_two().max(16)];
        Self { slots, ..Self::default() }
    }

    /// Adds a sequence that stands for entry `id`. The empty sequence is ignored.
    pub(super) fn insert(&mut self, keys: &[WordKey], id: u32) {
        let (mut node, mut last) = (ROOT, None);
        for &key in keys {
            let slot = self.edge_or_new(edge_hash(node, key));
            node = self.slots[slot].node;
            last = Some(slot);
        }
        let Some(slot) = last else { return };
        let values = self.slots[slot].values;
        if self.ids(values).any(|other| other == id) {
            return;
        }
        self.slots[slot].values = if values.0 == 0 {
            Values::one(id)
        } else {
            self.values.push(Value { id, before: values });
            Values::ending_at(self.values.len() - 1)
        };
    }

    /// Makes the filter. Call it after the last [`insert`](Trie::insert).
    pub(super) fn finish(mut self) -> Self {
        // Eight bits an edge: one in thirty of the others gets through to the table.
        self.filter = vec![0; (self.edges as usize / 8).next_power_of_two()];
        for slot in self.slots.iter().filter(|slot| slot.node != ROOT) {
            let block = self.block(slot.hash);
            self.filter[block] |= bits(slot.hash);
        }
        self
    }

    /// The edge of a word that sequences begin with.
    #[inline]
    pub(super) fn first(&self, word: WordKey) -> Option<&Edge> {
        self.find(edge_hash(ROOT, word))
    }

    /// Calls `each` with length and entry number of every sequence that consists of the word of `first` and words `rest` begins
    /// with, shorter ones first.
    #[inline]
    pub(super) fn walk(&self, first: &Edge, mut rest: impl Iterator<Item = WordKey>, mut each: impl FnMut(usize, u32)) {
        let mut last = first;
        for length in 1.. {
            self.ids(last.values).for_each(|id| each(length, id));
            let Some(next) = rest.next().and_then(|word| self.find(edge_hash(last.node, word))) else { return };
            last = next;
        }
    }

    /// The entries of the sequence that ends with an edge.
    pub(super) fn ids_at(&self, edge: &Edge) -> impl Iterator<Item = u32> {
        self.ids(edge.values)
    }

    /// The last entry first.
    fn ids(&self, mut values: Values) -> impl Iterator<Item = u32> {
        std::iter::from_fn(move || {
            let (id, before) = values.split(&self.values)?;
            values = before;
            Some(id)
        })
    }

    /// The slot of an edge, which is made if there is none.
    fn edge_or_new(&mut self, hash: u64) -> usize {
        let slot = self.slot(hash);
        if self.slots[slot].node != ROOT {
            return slot;
        }
        self.edges += 1;
        self.slots[slot] = Edge { hash, node: self.edges, values: Values::default() };
        if self.edges as usize * 2 < self.slots.len() {
            return slot;
        }
        self.grow();
        self.slot(hash)
    }

    fn grow(&mut self) {
        let larger = vec![Edge::default(); self.slots.len() * 2];
        for slot in std::mem::replace(&mut self.slots, larger) {
            if slot.node != ROOT {
                let at = self.slot(slot.hash);
                self.slots[at] = slot;
            }
        }
    }

    #[inline]
    fn find(&self, hash: u64) -> Option<&Edge> {
        if !self.may_have(hash) {
            return None;
        }
        Some(&self.slots[self.slot(hash)]).filter(|slot| slot.node != ROOT)
    }

    /// Where an edge stands, or the free slot where it would stand.
    #[inline]
    fn slot(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (hash >> 32) as usize & mask;
        while self.slots[at].node != ROOT && self.slots[at].hash != hash {
            at = (at + 1) & mask;
        }
        at
    }

    /// Whether there may be an edge with this hash: no for most hashes of none.
    #[inline]
    fn may_have(&self, hash: u64) -> bool {
        let bits = bits(hash);
        self.filter.get(self.block(hash)).is_some_and(|block| block & bits == bits)
    }

    /// The word of the filter for a hash.
    #[inline]
    fn block(&self, hash: u64) -> usize {
        (hash >> 18) as usize & self.filter.len().saturating_sub(1)
    }
}

/// The bits of a hash in its word of the filter.
#[inline]
fn bits(hash: u64) -> u64 {
    1 << (hash & 63) | 1 << (hash >> 6 & 63) | 1 << (hash >> 12 & 63)
}

/// The hash of the edge from `node` with word `key`.
fn edge_hash(node: u32, key: WordKey) -> u64 {
    let mixed = key.as_u64() ^ u64::from(node).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ mixed >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
    mixed ^ mixed >> 32
}
