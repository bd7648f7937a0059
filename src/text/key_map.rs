//! Maps over word keys, which are hashes already and need no second hash.

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
