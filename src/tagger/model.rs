//! The weights: an exact table from features to rows of weights, a dictionary, and the file both come from.
//!
//! A feature that training did not see must not add noise, so rows are found by a 16-bit fingerprint in a bucket of
//! four; nearly all unseen features miss. Fingerprints lie apart from the rows: a miss touches no row.

use super::classes::CLASSES;
use crate::digest::digest;

/// One weight a class.
pub(crate) type Row = [i8; CLASSES];

/// Slots in a bucket.
const WAYS: usize = 4;

const MAGIC: &[u8; 4] = b"NFT1";

/// The weights of a trained tagger.
pub(crate) struct Model {
    /// log2 of the number of buckets.
    bits: u32,
    /// Four 16-bit fingerprints a bucket.
    fingerprints: Vec<u64>,
    /// Four rows a bucket, and one row of zeros for features that are not there.
    rows: Vec<Row>,
    dictionary: Dictionary,
    digest: String,
}

impl Model {
    /// Parses a weight file.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, &'static str> {
        let mut reader = Reader(bytes);
        if reader.take(4)? != MAGIC {
            return Err("it does not begin like a weight file of this version");
        }
        let bits = u32::from(reader.u16()?);
        if !(4..=20).contains(&bits) {
            return Err("the size of its table is out of range");
        }
        let dictionary = Dictionary::parse(&mut reader)?;
        let buckets = 1_usize << bits;
        let mut fingerprints = vec![0_u64; buckets];
        let mut rows = vec![[0_i8; CLASSES]; buckets * WAYS + 1];
        for (bucket, four) in fingerprints.iter_mut().zip(rows.chunks_exact_mut(WAYS)) {
            for (way, row) in four.iter_mut().enumerate() {
                let fingerprint = reader.u16()?;
                if fingerprint != 0 {
                    *bucket |= u64::from(fingerprint) << (16 * way);
                    reader.row(row)?;
                }
            }
        }
        if reader.0.is_empty() {
            Ok(Self { bits, fingerprints, rows, dictionary, digest: digest(bytes) })
        } else {
            Err("there are bytes behind its end")
        }
    }

    /// A hash of the file.
    pub(crate) fn digest(&self) -> &str {
        &self.digest
    }

    /// What the dictionary says of a word.
    pub(crate) fn dictionary(&self) -> &Dictionary {
        &self.dictionary
    }

    /// The row of a feature; a row of zeros if it has none.
    #[inline]
    pub(crate) fn row(&self, feature: u64) -> &Row {
        const ONES: u64 = 0x0001_0001_0001_0001;
        let bucket = (feature >> (64 - self.bits)) as usize;
        let unlike = self.fingerprints[bucket] ^ (fingerprint(feature) * ONES);
        let hits = unlike.wrapping_sub(ONES) & !unlike & (0x8000 * ONES);
        let row = if hits == 0 { self.rows.len() - 1 } else { bucket * WAYS + hits.trailing_zeros() as usize / 16 };
        &self.rows[row]
    }
}

/// The part of a feature that tells it from the others in its bucket; never 0, which marks an empty slot.
fn fingerprint(feature: u64) -> u64 {
    (feature & 0xffff).max(1)
}

/// Ambiguity classes of frequent words.
#[derive(Default)]
pub(crate) struct Dictionary {
    /// Key and value, open addressing, 0 for an empty slot; a power of two of slots.
    slots: Vec<(u32, u16)>,
}

impl Dictionary {
    /// A dictionary of these keys and values.
    pub(crate) fn new(entries: &[(u32, u16)]) -> Self {
        let size = (entries.len() * 2).next_power_of_two().max(4);
        let mut slots = vec![(0, 0); size];
        for &(key, value) in entries {
            let mut at = key as usize & (size - 1);
            while slots[at].0 != 0 {
                at = (at + 1) & (size - 1);
            }
            slots[at] = (key, value);
        }
        Self { slots }
    }

    fn parse(reader: &mut Reader<'_>) -> Result<Self, &'static str> {
        let count = reader.u32()? as usize;
        if count > reader.0.len() / 6 {
            return Err("its dictionary is cut short");
        }
        let entries =
            (0..count).map(|_| Ok((reader.u32()?, reader.u16()?))).collect::<Result<Vec<_>, &'static str>>()?;
        if entries.iter().any(|&(key, _)| key == 0) {
            return Err("its dictionary has an empty key");
        }
        Ok(Self::new(&entries))
    }

    /// The value of a key.
    #[inline]
    pub(crate) fn get(&self, key: u32) -> Option<u16> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = key as usize & mask;
        loop {
            let &(found, value) = self.slots.get(at)?;
            if found == key {
                return Some(value);
            }
            if found == 0 {
                return None;
            }
            at = (at + 1) & mask;
        }
    }
}

/// Writes a weight file: features with their rows, the most important first, and the dictionary's entries.
///
/// Returns the file and the number of features that found no place, which are the least important of full buckets.
pub(crate) fn write(bits: u32, features: &[(u64, Row)], dictionary: &[(u32, u16)]) -> (Vec<u8>, usize) {
    let mut buckets: Vec<Vec<(u64, &Row)>> = vec![Vec::new(); 1 << bits];
    let mut lost = 0;
    for (feature, row) in features {
        let bucket = &mut buckets[(feature >> (64 - bits)) as usize];
        let mark = fingerprint(*feature);
        if bucket.len() < WAYS && bucket.iter().all(|(other, _)| *other != mark) {
            bucket.push((mark, row));
        } else {
            lost += 1;
        }
    }
    let mut out = MAGIC.to_vec();
    out.extend((bits as u16).to_le_bytes());
    out.extend((dictionary.len() as u32).to_le_bytes());
    for (key, value) in dictionary {
        out.extend(key.to_le_bytes());
        out.extend(value.to_le_bytes());
    }
    for bucket in &buckets {
        for (mark, row) in bucket {
            out.extend((*mark as u16).to_le_bytes());
            let mask = (0..CLASSES).fold(0_u32, |mask, class| mask | u32::from(row[class] != 0) << class);
            out.extend(mask.to_le_bytes());
            out.extend(row.iter().filter(|weight| **weight != 0).map(|weight| *weight as u8));
        }
        out.extend(std::iter::repeat_n([0; 2], WAYS - bucket.len()).flatten());
    }
    (out, lost)
}

/// The rest of a file.
struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    fn take(&mut self, count: usize) -> Result<&'b [u8], &'static str> {
        let (head, rest) = self.0.split_at_checked(count).ok_or("it is cut short")?;
        self.0 = rest;
        Ok(head)
    }

    fn u16(&mut self) -> Result<u16, &'static str> {
        self.take(2).map(|bytes| u16::from_le_bytes([bytes[0], bytes[1]]))
    }

    fn u32(&mut self) -> Result<u32, &'static str> {
        self.take(4).map(|bytes| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    }

    /// A row: which weights are not zero, and those.
    fn row(&mut self, row: &mut Row) -> Result<(), &'static str> {
        let mut mask = self.u32()?;
        for &weight in self.take(mask.count_ones() as usize)? {
            row[mask.trailing_zeros() as usize] = weight as i8;
            mask &= mask - 1;
        }
        Ok(())
    }
}
