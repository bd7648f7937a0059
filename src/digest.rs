//! Digests for provenance: which text, lexicon or model a result was made with.

/// FNV-1a over the bytes, as 16 hexadecimal digits. Tells files apart; it is no protection against forgery.
pub(crate) fn digest(bytes: &[u8]) -> String {
    let step = |hash: u64, &byte: &u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", bytes.iter().fold(0xcbf2_9ce4_8422_2325, step))
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
