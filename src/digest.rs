//! One hash of bytes, for two ends: digests for provenance (which text, lexicon or model a result was made with), and tables by
//! short strings.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// FNV-1a over the bytes, as 16 hexadecimal digits. Tells files apart; it is no protection against forgery.
pub(crate) fn digest(bytes: &[u8]) -> String {
    let mut hash = Fnv::default();
    hash.write(bytes);
    format!("{:016x}", hash.0)
}

/// A table by short strings of the crate's own data: signs, codes, symbols of units, whose case counts.
pub(crate) type Symbols<K, T> = HashMap<K, T, BuildHasherDefault<Fnv>>;

/// The hash of Fowler, Noll and Vo, 64 bits: fast for short keys that nobody forges. No order is ever that of the hash.
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        let one = |hash: u64, &byte: &u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        // Sixteen at a time: the digests of the lexicons are of a megabyte, at the first call.
        let (chunks, rest) = bytes.as_chunks::<16>();
        self.0 = chunks.iter().fold(self.0, |hash, chunk| chunk.iter().fold(hash, one));
        self.0 = rest.iter().fold(self.0, one);
    }

    fn finish(&self) -> u64 {
        // A table takes the upper bits too.
        self.0 ^ self.0.rotate_left(32)
    }
}

#[cfg(test)]
mod tests {
    use super::digest;

    #[test]
    fn known_values() {
        assert_eq!(digest(b""), "cbf29ce484222325");
        assert_eq!(digest(b"foobar"), "85944171f73967e8");
    }
}
