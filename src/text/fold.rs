//! Folding of words: small letters, straight quotation marks, plain dashes.

use crate::WordKey;

pub(crate) fn word_key(word: &str) -> WordKey {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for c in word.chars().flat_map(char::to_lowercase) {
        let c = if c == '’' { '\'' } else { c };
        hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3);
    }
    WordKey(hash)
}
