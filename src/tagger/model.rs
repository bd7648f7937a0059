//! The weights: an exact table from features to rows of weights, a dictionary, and the file both come from.
//!
//! A feature that training did not see must not add noise, so rows are found by a 15-bit fingerprint in a bucket of
//! four; nearly all unseen features miss. Fingerprints lie apart from the rows: a miss touches no row.

use super::classes::CLASSES;
use crate::digest::digest;

/// One weight a class. Aligned, so that a row is added in four instructions.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[repr(align(64))]
pub(crate) struct Row(pub(crate) [i16; CLASSES]);

/// log2 of the number of buckets.
const BITS: u32 = 14;
const BUCKETS: usize = 1 << BITS;

/// Slots in a bucket.
const WAYS: usize = 4;

/// All slots: what sixteen bits can tell apart.
const ROWS: usize = BUCKETS * WAYS;

const MAGIC: &[u8; 4] = b"NFT4";

/// The weights of a trained tagger.
pub(crate) struct Model {
    /// Four fingerprints of 15 bits a bucket. In its free slots the first is repeated, so that a search need not ask
    /// whether a slot is free. Arrays, so that no index need be checked.
    fingerprints: Box<[u64; BUCKETS]>,
    /// Four rows a bucket, the free ones zero.
    rows: Box<[Row; ROWS]>,
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
        let dictionary = Dictionary::parse(&mut reader)?;
        let mut fingerprints = vec![0_u64; BUCKETS];
        let mut rows = vec![Row::default(); ROWS];
        for (bucket, four) in fingerprints.iter_mut().zip(rows.chunks_exact_mut(WAYS)) {
            let mut taken = 0;
            for _ in 0..WAYS {
                let fingerprint = reader.u16()?;
                if fingerprint != 0 {
                    *bucket |= u64::from(fingerprint & MARK) << (16 * taken);
                    reader.row(&mut four[taken])?;
                    taken += 1;
                }
            }
            for free in taken..WAYS {
                *bucket |= (*bucket & u64::from(MARK)) << (16 * free);
            }
        }
        if !reader.0.is_empty() {
            return Err("there are bytes behind its end");
        }
        let fingerprints = fingerprints.into_boxed_slice().try_into().map_err(|_| "its table has another size")?;
        let rows = rows.into_boxed_slice().try_into().map_err(|_| "its table has another size")?;
        Ok(Self { fingerprints, rows, dictionary, digest: digest(bytes) })
    }

    /// A hash of the file.
    pub(crate) fn digest(&self) -> &str {
        &self.digest
    }

    /// What the dictionary says of a word.
    pub(crate) fn dictionary(&self) -> &Dictionary {
        &self.dictionary
    }

    /// The number of the row of a feature, and whether it has one. Features of an empty bucket have a row of zeros.
    #[inline]
    pub(crate) fn find(&self, feature: u64) -> (u16, bool) {
        const ONES: u64 = 0x0001_0001_0001_0001;
        const HIGH: u64 = 0x8000 * ONES;
        let bucket = bucket(feature);
        let unlike = self.fingerprints[bucket] ^ (fingerprint(feature) * ONES);
        // The high bit of a slot stays only where nothing is taken away.
        let hits = (HIGH - unlike) & HIGH;
        ((bucket * WAYS) as u16 | (hits.trailing_zeros() / 16) as u16, hits != 0)
    }

    /// The sum of the rows of these numbers.
    #[inline(never)]
    pub(crate) fn sum(&self, numbers: &[u16]) -> Row {
        let mut sum = [0; CLASSES];
        for &number in numbers {
            // A copy of the whole row keeps its alignment in sight: half the instructions.
            let Row(row) = self.rows[usize::from(number)];
            sum = std::array::from_fn(|class| i16::wrapping_add(sum[class], row[class]));
        }
        Row(sum)
    }
}

fn bucket(feature: u64) -> usize {
    (feature >> (64 - BITS)) as usize
}

/// The part of a feature that tells it from the others in its bucket.
fn fingerprint(feature: u64) -> u64 {
    feature >> 32 & u64::from(MARK)
}

/// The bits of a fingerprint. In the file the bit above them is set, which tells it from that of a free slot, 0.
const MARK: u16 = 0x7fff;

/// For a word that training text did not have often enough.
pub(crate) const UNSEEN: u16 = u16::MAX;

/// What the dictionary says of a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Entry {
    /// [`short`](super::word::short) of its key; 0 in an empty slot.
    pub(crate) key: u32,
    /// Below [`CLASSES`] the class it always has, else a number for the set of classes it was seen with, or [`UNSEEN`].
    pub(crate) seen: u16,
    /// What it can be by the word list.
    pub(crate) listed: u16,
}

/// What is known of words: a table with open addressing.
#[derive(Default)]
pub(crate) struct Dictionary {
    slots: Vec<Entry>,
}

impl Dictionary {
    /// A dictionary of these entries.
    pub(crate) fn new(entries: &[Entry]) -> Self {
        let mut slots = vec![Entry::default(); (entries.len() * 2).next_power_of_two()];
        let mask = slots.len() - 1;
        for entry in entries {
            let mut at = entry.key as usize & mask;
            while slots[at].key != 0 {
                at = (at + 1) & mask;
            }
            slots[at] = *entry;
        }
        Self { slots }
    }

    fn parse(reader: &mut Reader<'_>) -> Result<Self, &'static str> {
        let count = reader.u32()? as usize;
        if count > reader.0.len() / 8 {
            return Err("its dictionary is cut short");
        }
        let entry = |_| Ok(Entry { key: reader.u32()?, seen: reader.u16()?, listed: reader.u16()? });
        let entries = (0..count).map(entry).collect::<Result<Vec<_>, &'static str>>()?;
        if entries.iter().any(|entry| entry.key == 0) {
            return Err("its dictionary has an empty key");
        }
        Ok(Self::new(&entries))
    }

    /// The entry of a key.
    #[inline]
    pub(crate) fn get(&self, key: u32) -> Option<&Entry> {
        // Half of the slots are empty, so the search ends soon.
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        loop {
            match &self.slots[at] {
                entry if entry.key == key => return Some(entry),
                Entry { key: 0, .. } => return None,
                _ => at = (at + 1) & mask,
            }
        }
    }
}

/// Writes a weight file: features with their rows, the most important first, and the dictionary's entries.
///
/// Features for which their bucket has no room, the least important, are dropped.
pub(crate) fn write(features: &[(u64, Row)], dictionary: &[Entry]) -> Vec<u8> {
    let mut buckets: Vec<Vec<(u16, &Row)>> = vec![Vec::new(); BUCKETS];
    for (feature, row) in features {
        let bucket = &mut buckets[bucket(*feature)];
        let mark = fingerprint(*feature) as u16 | !MARK;
        if bucket.len() < WAYS && bucket.iter().all(|(other, _)| *other != mark) {
            bucket.push((mark, row));
        }
    }
    let mut out = MAGIC.to_vec();
    out.extend((dictionary.len() as u32).to_le_bytes());
    for entry in dictionary {
        out.extend(entry.key.to_le_bytes());
        out.extend(entry.seen.to_le_bytes());
        out.extend(entry.listed.to_le_bytes());
    }
    for bucket in &buckets {
        for (mark, row) in bucket {
            out.extend(mark.to_le_bytes());
            let mask = (0..CLASSES).fold(0_u32, |mask, class| mask | u32::from(row.0[class] != 0) << class);
            out.extend(mask.to_le_bytes());
            row.0.iter().filter(|weight| **weight != 0).for_each(|weight| write_weight(&mut out, *weight));
        }
        out.extend(std::iter::repeat_n([0; 2], WAYS - bucket.len()).flatten());
    }
    out
}

/// Stands before a weight of two bytes; nearly all need only one.
const LONG: i8 = i8::MIN;

fn write_weight(out: &mut Vec<u8>, weight: i16) {
    match i8::try_from(weight) {
        Ok(short) if short != LONG => out.push(short as u8),
        _ => {
            out.push(LONG as u8);
            out.extend(weight.to_le_bytes());
        }
    }
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
        let mut rest = Reader(self.0);
        while mask != 0 {
            let (&byte, behind) = rest.0.split_first().ok_or("it is cut short")?;
            rest.0 = behind;
            let weight = byte as i8;
            row.0[mask.trailing_zeros() as usize] = if weight == LONG { rest.u16()? as i16 } else { i16::from(weight) };
            mask &= mask - 1;
        }
        self.0 = rest.0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> Vec<u8> {
        let mut row = Row::default();
        (row.0[0], row.0[3], row.0[31]) = (-5, -128, 700);
        let entry = Entry { key: 9, seen: UNSEEN, listed: 3 };
        write(
            &[(0x1234_5678_9abc_def0, row), (7 << 60 | 5 << 32, Row([1; CLASSES]))],
            &[entry, Entry { key: 25, seen: 2, listed: 0 }],
        )
    }

    #[test]
    fn what_is_written_is_read() {
        let model = Model::parse(&file()).unwrap_or_else(|problem| panic!("{problem}"));
        let row = |feature| {
            let (number, found) = model.find(feature);
            found.then(|| model.sum(&[number]))
        };
        let first = row(0x1234_5678_9abc_def0).unwrap_or_default().0;
        assert_eq!((first[0], first[3], first[30], first[31]), (-5, -128, 0, 700));
        assert_eq!(row(7 << 60 | 5 << 32), Some(Row([1; CLASSES])));
        for missing in [0x1234_5679_9abc_def0, 7 << 60 | 6 << 32] {
            assert_eq!(row(missing), None, "{missing:x}");
        }
        for empty in [0, u64::MAX] {
            assert_eq!(row(empty).unwrap_or_default(), Row::default(), "{empty:x}");
        }
        assert_eq!(model.dictionary().get(9).map(|entry| entry.listed), Some(3));
        assert_eq!(model.dictionary().get(25).map(|entry| entry.seen), Some(2));
        assert_eq!(model.dictionary().get(10), None);
    }

    #[test]
    fn damaged_files_are_refused() {
        let file = file();
        for length in (0..64).chain((64..file.len()).step_by(4001)) {
            assert!(Model::parse(&file[..length]).is_err(), "cut to {length}");
        }
        assert!(Model::parse(&[file.clone(), vec![0]].concat()).is_err());
        for at in 0..14 {
            for value in [0, 1, 0x7f, 0xff] {
                let mut file = file.clone();
                file[at] = value;
                // Whatever the head says: an answer, no panic, no huge table.
                let _ = Model::parse(&file);
            }
        }
    }
}
