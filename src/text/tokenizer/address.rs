//! Web addresses, e-mail addresses, `@handles` and `#tags`: where they end.

use super::super::chars::{CLASS, DIGIT, LOWER, NON_ASCII, UPPER, WORD};

/// Endings of host names that are no English words, so that `gazette.com` is a host and `ended.it` a missing space.
const DOMAINS: [&str; 32] = [
    "ai", "app", "au", "biz", "ca", "ch", "com", "cz", "de", "dev", "edu", "es", "eu", "fm", "fr", "gov", "ie", "info",
    "int", "io", "jp", "ly", "mil", "net", "nl", "nz", "org", "pl", "ru", "tv", "uk", "za",
];

/// Longest name of a user before the `@` of an e-mail address (RFC 5321).
const USER_LIMIT: usize = 64;

/// Whether a host name ends in `label`.
pub(super) fn is_domain(label: &str) -> bool {
    DOMAINS.contains(&label)
}

/// The end of a web address that is known to reach `at`: up to a blank or a character no address has, without the marks that
/// close the sentence or bracket around it.
pub(super) fn web_end(text: &str, from: usize, at: usize) -> usize {
    let bytes = text.as_bytes();
    let stops =
        |byte: u8| byte <= b' ' || matches!(byte, b'"' | b'<' | b'>' | b'`' | b'{' | b'}' | b'|' | b'\\' | b'^');
    let mut end = at;
    let mut open = 0_i32;
    while let Some(&byte) = bytes.get(end).filter(|&&byte| !stops(byte)) {
        if byte >= 0x80 {
            match text[end..].chars().next() {
                Some(c) if c.is_alphanumeric() => end += c.len_utf8(),
                _ => break,
            }
            continue;
        }
        open += i32::from(byte == b'(') - i32::from(byte == b')');
        if open < 0 {
            break;
        }
        end += 1;
    }
    let closes =
        |byte: u8| matches!(byte, b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b']' | b'*' | b'-' | b'(' | b'[');
    while end > from && closes(bytes[end - 1]) {
        end -= 1;
    }
    end.max(at.min(text.len()))
}

/// The e-mail address around the `@` at `at`, at most back to `floor`: its start and end.
pub(super) fn email(bytes: &[u8], floor: usize, at: usize) -> Option<(usize, usize)> {
    let floor = floor.max(at.saturating_sub(USER_LIMIT));
    let user = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'+' | b'%');
    let mut start = at;
    while start > floor && user(bytes[start - 1]) {
        start -= 1;
    }
    while start < at && !bytes[start].is_ascii_alphanumeric() {
        start += 1;
    }
    let length = bytes[at + 1..].iter().take_while(|&&b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-').count();
    let mut end = at + 1 + length;
    while end > at + 1 && !bytes[end - 1].is_ascii_alphanumeric() {
        end -= 1;
    }
    let host = &bytes[at + 1..end];
    (start < at && host.first() != Some(&b'.') && host.contains(&b'.')).then_some((start, end))
}

/// The end of the `@handle` or `#tag` whose mark stands at `at`; it must have a letter.
pub(super) fn handle_end(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = &bytes[at + 1..];
    let classes = || rest.iter().map(|&byte| CLASS[byte as usize]).take_while(|class| class & (WORD | NON_ASCII) != 0);
    let first = classes().next()?;
    let letters = classes().any(|class| class & (UPPER | LOWER) != 0);
    (first & WORD != 0 && letters && (first & DIGIT == 0 || bytes[at] == b'#')).then_some(at + 1 + ascii_word(rest))
}

fn ascii_word(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|&&byte| CLASS[byte as usize] & WORD != 0).count()
}
