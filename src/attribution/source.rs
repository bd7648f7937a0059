//! What kind of source a noun phrase is: by its head noun and the words around it.
//!
//! # What it finds
//! Named people and bodies by their names, titles and given names (`names.tsv`); people by office, groups, bodies and documents by
//! the head noun (`sources.tsv`); anonymous sources by what is said of them.
//!
//! # Why it matters
//! Officials dominate the news (Sigal 1973); who is anonymous or only a group is a choice of the outlet.
//!
//! # Examples
//! - `a spokesman for the firm`: role; `the firm`: organisation; `residents`: collective; `a survey`: document
//! - `officials who asked not to be named`: anonymous
//!
//! # Counter-examples
//! - `sources said` is anonymous, `a source of income` is no source
//!
//! # Known limits
//! A single capitalised word that is nowhere part of a longer name is taken as an organisation.

use super::facts::Facts;
use crate::WordKey;

/// What a word says about a source: flags.
pub(super) type Hint = u32;

macro_rules! hints {
    ($($name:ident = $bit:literal $text:literal,)+) => {
        $(pub(super) const $name: Hint = 1 << $bit;)+
        const HINTS: &[(&str, Hint)] = &[$(($text, $name)),+];
    };
}

hints! {
    DOCUMENT = 0 "document",
    ORGANISATION = 1 "organisation",
    ROLE = 2 "role",
    MALE_ROLE = 3 "male_role",
    FEMALE_ROLE = 4 "female_role",
    COLLECTIVE = 5 "collective",
    ANONYMOUS = 6 "anonymous",
    TITLE = 7 "title",
    MALE_TITLE = 8 "male_title",
    FEMALE_TITLE = 9 "female_title",
    PLACE = 10 "place",
    BODY = 11 "body",
    MALE_NAME = 12 "m",
    FEMALE_NAME = 13 "f",
    PERSONAL = 14 "personal",
    SITE = 15 "site",
    DATA = 16 "data",
    DATA_WORK = 17 "data_work",
    SURNAME = 18 "surname",
    ANY_BODY = 19 "any_body",
    MEASURE = 20 "measure",
    SUFFIX = 21 "suffix",
    VOICE = 22 "voice",
}

/// Any hint that the word is masculine.
pub(super) const MALE: Hint = MALE_ROLE | MALE_TITLE | MALE_NAME;
/// Any hint that the word is feminine.
pub(super) const FEMALE: Hint = FEMALE_ROLE | FEMALE_TITLE | FEMALE_NAME;

/// What a word says about a source; 0 if nothing.
pub(super) fn hint(word: WordKey) -> Hint {
    Facts::of(word).hint
}

/// The words of the lists, each with what one line says of it.
pub(super) fn words() -> impl Iterator<Item = (&'static str, Hint)> {
    let lines = [include_str!("sources.tsv"), include_str!("names.tsv")].into_iter().flat_map(str::lines);
    let rows = lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    rows.flat_map(|(name, words)| {
        let bits = HINTS.iter().find(|(known, _)| *known == name).map_or(0, |&(_, bits)| bits);
        words.split_whitespace().map(move |word| (word, bits))
    })
}

/// Whether a word has neither hyphen nor point, as nearly all: these come before the digits, others behind ASCII.
#[inline]
pub(super) fn is_whole(word: &[u8]) -> bool {
    word.iter().all(|&byte| (b'0'..0x80).contains(&byte))
}

/// Whether one of the first bytes of a chunk is no letter or digit of ASCII: [`is_whole`] of up to seven bytes at once.
#[inline]
pub(super) fn has_mark(chunk: u64, length: usize) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let digits = u64::from(b'0') * ONES;
    let kept = (1_u64 << (8 * length)) - 1;
    let word = chunk & kept | digits & !kept;
    // A byte below the digits borrows from its high bit, one outside ASCII has it.
    (word.wrapping_sub(digits) | word) & (0x80 * ONES) != 0
}

/// The last part of a word with a hyphen, and an abbreviation without its point. Nearly all words have no parts.
pub(super) fn last_part(word: &str) -> Option<&str> {
    if is_whole(word.as_bytes()) {
        return None;
    }
    word.trim_end_matches('.').rsplit(['-', '‑']).next().filter(|part| part.len() < word.len())
}

/// A guess from the shape of a noun the list does not know.
pub(super) fn guess(word: &str) -> Hint {
    const PERSON: &[&str] = &["er", "or", "ist", "ian", "ant", "man", "woman", "eer", "ee"];
    let ends = |ending: &str| {
        let from = word.len().checked_sub(ending.len());
        from.is_some_and(|from| word.as_bytes()[from..].eq_ignore_ascii_case(ending.as_bytes()))
    };
    if ends("people") || ends("men") || ends("women") {
        return COLLECTIVE;
    }
    if word.len() > 3 && ends("s") && !ends("ss") {
        return match hint(WordKey::of(&word[..word.len() - 1])) {
            bits if bits & (ROLE | ORGANISATION | PERSONAL) != 0 => COLLECTIVE,
            bits if bits & DOCUMENT != 0 => DOCUMENT,
            _ => COLLECTIVE,
        };
    }
    if PERSON.iter().any(|ending| ends(ending)) { ROLE } else { ORGANISATION }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn head_nouns_tell_the_kind() {
        let of = |word: &str| hint(WordKey::of(word));
        for (word, bit) in [
            ("spokeswoman", ROLE | FEMALE_ROLE),
            ("survey", DOCUMENT),
            ("residents", COLLECTIVE),
            ("ministry", ORGANISATION),
            ("Mr", TITLE | MALE_TITLE),
        ] {
            assert_eq!(of(word) & bit, bit, "{word}");
        }
        assert_eq!(of("umbrella"), 0);
        assert_eq!(guess("glaziers"), COLLECTIVE);
        assert_eq!(guess("glazier"), ROLE);
    }

    #[test]
    fn marks_are_seen_by_chunks_as_by_bytes() {
        for word in ["", "said", "a-b", "Gov.", "O’Bri", "1,463", "Zwölf", "G20", "x~", "A:b"] {
            let mut chunk = *b"-.-.-.-.";
            chunk[..word.len()].copy_from_slice(word.as_bytes());
            assert_eq!(has_mark(u64::from_le_bytes(chunk), word.len()), !is_whole(word.as_bytes()), "{word}");
        }
    }

    #[test]
    fn every_line_of_the_lists_has_a_known_kind() {
        for file in [include_str!("sources.tsv"), include_str!("names.tsv")] {
            for line in file.lines().filter(|line| !line.starts_with('#')) {
                let name = line.split('\t').next().unwrap_or_default();
                assert!(HINTS.iter().any(|(known, _)| *known == name), "{name}");
            }
        }
    }
}
