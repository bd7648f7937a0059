//! Folding of words: small letters, straight apostrophes and quotation marks, plain dashes; and the key of a folded word.
//!
//! The folded form is never written down: it is hashed as it is made. Words of ASCII only, nearly all of English, are
//! folded and hashed eight bytes at a time; the tests hold that path to the plain one.

use crate::WordKey;

use super::chars::is_joiner;

/// The folded form of one character: its small letters, except for marks with several written forms.
///
/// Characters that leave no trace on paper (soft hyphens, joiners, variation selectors) fold to nothing.
fn fold_char(c: char) -> impl Iterator<Item = char> {
    let (plain, rest) = match c {
        '`' | '´' | '‘' | '’' | '‛' | 'ʼ' => (Some('\''), None),
        '“' | '”' | '„' | '‟' => (Some('"'), None),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => (Some('-'), None),
        '\u{200b}' | '\u{feff}' => (None, None),
        _ if is_joiner(c) => (None, None),
        _ => (None, Some(c.to_lowercase())),
    };
    plain.into_iter().chain(rest.into_iter().flatten())
}

/// The key of a word's folded form. Costs about 3 ns for an ASCII word of up to eight letters.
pub(crate) fn word_key(word: &str) -> WordKey {
    if word.is_ascii() { ascii_key(word.as_bytes()) } else { unicode_key(word) }
}

/// The key of `bytes`, which are ASCII.
#[inline]
pub(crate) const fn ascii_key(bytes: &[u8]) -> WordKey {
    if let [first, second] = bytes
        && *first == *second
        && (*first == b'\'' || *first == b'`')
    {
        return ascii_key(b"\"");
    }
    let (mut rest, mut state) = (bytes, SEED);
    while let Some((chunk, behind)) = rest.split_first_chunk() {
        state = mix(state, fold_ascii(u64::from_le_bytes(*chunk)));
        rest = behind;
    }
    finish(state, fold_ascii(load(rest)), bytes.len())
}

/// The key of the ASCII word at `start..end` of a text. The last part of a word is read with what stands behind it, which is
/// quicker than reading it exactly.
#[inline]
pub(crate) fn ascii_key_in(text: &[u8], start: usize, end: usize) -> WordKey {
    let (length, mut at, mut state) = (end - start, start, SEED);
    while end - at >= 8 {
        let Some(&chunk) = text.get(at..).and_then(|rest| rest.first_chunk()) else { break };
        state = mix(state, fold_ascii(u64::from_le_bytes(chunk)));
        at += 8;
    }
    let Some(&chunk) = text.get(at..).and_then(|rest| rest.first_chunk()) else {
        return ascii_key(&text[start..end]);
    };
    let chunk = u64::from_le_bytes(chunk) & ((1 << (8 * (end - at))) - 1);
    if length == 2 && (chunk == DOUBLED[0] || chunk == DOUBLED[1]) {
        return WordKey::ascii("\"");
    }
    finish(state, fold_ascii(chunk), length)
}

/// Two apostrophes or grave accents, which are written for a quotation mark.
const DOUBLED: [u64; 2] = [u16::from_le_bytes(*b"''") as u64, u16::from_le_bytes(*b"``") as u64];

/// The key of any word, character by character.
fn unicode_key(word: &str) -> WordKey {
    let word = if matches!(word, "``" | "''" | "‘‘" | "’’") { "\"" } else { word };
    let (mut state, mut chunk, mut length) = (SEED, 0_u64, 0_usize);
    let mut buffer = [0; 4];
    for c in word.chars().flat_map(fold_char) {
        for &byte in c.encode_utf8(&mut buffer).as_bytes() {
            chunk |= (byte as u64) << (8 * (length % 8));
            length += 1;
            if length.is_multiple_of(8) {
                state = mix(state, chunk);
                chunk = 0;
            }
        }
    }
    finish(state, chunk, length)
}

/// The keys of constant words in ASCII, at compile time.
pub(crate) const fn keys<const N: usize>(words: [&str; N]) -> [WordKey; N] {
    let mut keys = [WordKey(0); N];
    let mut at = 0;
    while at < N {
        keys[at] = WordKey::ascii(words[at]);
        at += 1;
    }
    keys
}

// Three odd numbers with their bits well spread: the first digits of pi.
const SEED: u64 = 0x243f_6a88_85a3_08d3;
const FACTOR: u64 = 0x1319_8a2e_0370_7345;
const LAST_FACTOR: u64 = 0xa409_3822_299f_31d1;

/// Both halves of a product folded into one: every bit of the operands reaches every bit of the result.
const fn multiply(a: u64, b: u64) -> u64 {
    let product = a as u128 * b as u128;
    product as u64 ^ (product >> 64) as u64
}

const fn mix(state: u64, chunk: u64) -> u64 {
    multiply(state ^ chunk, FACTOR)
}

/// The key from the state, the last chunk (0 to 7 bytes) and the length of the folded form.
const fn finish(state: u64, chunk: u64, length: usize) -> WordKey {
    WordKey(multiply(mix(state, chunk) ^ length as u64, LAST_FACTOR))
}

/// Up to seven bytes, the first in the lowest place.
#[inline]
const fn load(bytes: &[u8]) -> u64 {
    match bytes {
        [] => 0,
        [first] => *first as u64,
        [first, second] => u16::from_le_bytes([*first, *second]) as u64,
        [first, second, third] => u32::from_le_bytes([*first, *second, *third, 0]) as u64,
        _ => match (bytes.first_chunk(), bytes.last_chunk()) {
            // The two reads overlap, which changes nothing: they are or-ed where they stand.
            (Some(first), Some(last)) => {
                u32::from_le_bytes(*first) as u64 | (u32::from_le_bytes(*last) as u64) << (8 * (bytes.len() - 4))
            }
            _ => 0,
        },
    }
}

/// Folds eight ASCII bytes at once: capitals to small letters, grave accents to apostrophes.
#[inline]
const fn fold_ascii(chunk: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    // No byte has its high bit set, so sums of bytes up to 0x80 stay inside their byte.
    let at_least_a = chunk + (0x80 - b'A' as u64) * ONES;
    let above_z = chunk + (0x7f - b'Z' as u64) * ONES;
    let capitals = at_least_a & !above_z & HIGH;
    let not_grave = (chunk ^ (b'`' as u64 * ONES)) + 0x7f * ONES;
    let graves = !not_grave & HIGH;
    (chunk | capitals >> 2) ^ ((graves >> 7) * (b'`' ^ b'\'') as u64)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_key_for_all_ways_of_writing_a_word() {
        for (a, b) in [
            ("Said", "said"),
            ("DON’T", "don't"),
            ("don`t", "don't"),
            ("donʼt", "don't"),
            ("“", "\""),
            ("``", "\""),
            ("''", "\""),
            ("—", "-"),
            ("−", "-"),
            ("ÉLYSÉE", "élysée"),
            ("infor\u{ad}mation", "information"),
            ("❤\u{fe0f}", "❤"),
            ("İ", "i\u{307}"),
            ("INTERNATIONALISATION’S", "internationalisation's"),
        ] {
            assert_eq!(word_key(a), word_key(b), "{a} {b}");
        }
    }

    #[test]
    fn different_keys_for_different_words() {
        let words =
            ["", "a", "b", "ab", "ba", "a\0", "aa", "aaaaaaaa", "aaaaaaaaa", "é", "e", "'", "\"", "-", "--", "@", "`a"];
        let keys: BTreeMap<_, _> = words.iter().map(|word| (word_key(word), word)).collect();
        assert_eq!(keys.len(), words.len());
    }

    #[test]
    fn all_pairs_and_triples_of_letters_have_keys_of_their_own() {
        let letters = || (b'a'..=b'z').map(char::from);
        let pairs = || letters().flat_map(|a| letters().map(move |b| format!("{a}{b}")));
        let words: Vec<_> = pairs().chain(pairs().flat_map(|ab| letters().map(move |c| format!("{ab}{c}")))).collect();
        let keys: std::collections::BTreeSet<_> = words.iter().map(|word| word_key(word)).collect();
        assert_eq!(keys.len(), words.len());
        // Good bits everywhere: a table that takes any eight bits of the key as its index is filled evenly.
        for shift in (0..64).step_by(8) {
            let mut buckets = [0; 256];
            keys.iter().for_each(|key| buckets[(key.as_u64() >> shift) as usize % 256] += 1);
            assert!(buckets.iter().all(|&count| (30..120).contains(&count)), "{shift}: {buckets:?}");
        }
    }

    #[test]
    fn keys_never_change() {
        assert_eq!(word_key("said").as_u64(), WordKey::ascii("said").as_u64());
        assert_eq!(word_key("said").as_u64(), 5_758_609_758_132_923_916);
        assert_eq!(word_key("Spokesperson’s").as_u64(), 7_971_796_609_615_992_092);
    }

    proptest! {
        #[test]
        fn the_fast_path_equals_the_plain_one(word in "[ -~\\x00-\\x1f]{0,40}") {
            prop_assert_eq!(ascii_key(word.as_bytes()), unicode_key(&word));
            for (text, start) in [(format!("\u{e9}{word}\u{e9}behind it"), 2), (word.clone(), 0)] {
                prop_assert_eq!(ascii_key_in(text.as_bytes(), start, start + word.len()), unicode_key(&word));
            }
        }

        #[test]
        fn folding_twice_changes_nothing(word in "\\PC{0,12}") {
            let folded: String = word.chars().flat_map(fold_char).collect();
            prop_assume!(!matches!(folded.as_str(), "''"));
            prop_assert_eq!(word_key(&word), word_key(&folded));
        }
    }
}
