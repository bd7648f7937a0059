//! [`Symbols`]: tables by short strings whose case counts: signs, codes, symbols of units.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A table by short strings. Its keys come from this crate's data, so a plain hash is enough (FNV-1a); it is asked several times
/// at every number.
pub(super) type Symbols<K, T> = HashMap<K, T, BuildHasherDefault<Fnv>>;

/// The hash of Fowler, Noll and Vo, 64 bits.
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
