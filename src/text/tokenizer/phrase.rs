//! Phrases of lexicons: nearly all are small letters and blanks, whose words need no scanner.

use super::super::chars::LOWER;
use super::super::fold::ascii_key;
use super::tokenize;
use super::words::CONTRACTIONS;
use crate::document::{Shape, TokenKind};
use crate::{Span, Token};

/// Appends the tokens of a phrase: those of [`tokenize`], sooner.
pub(crate) fn tokenize_phrase(phrase: &str, out: &mut Vec<Token>) {
    let first = out.len();
    if !plain_words(phrase.as_bytes(), out) {
        out.truncate(first);
        tokenize(phrase, Span::of(0, phrase.len()), out);
    }
}

/// Appends words of small letters; `false` if something else is met, or two words written as one.
fn plain_words(phrase: &[u8], out: &mut Vec<Token>) -> bool {
    let mut at = 0;
    while at < phrase.len() {
        let length = phrase[at..].iter().take_while(|byte| byte.is_ascii_lowercase()).count();
        let end = at + length;
        if length > 0 {
            let key = ascii_key(&phrase[at..end]);
            if matches!(length, 5 | 6) && CONTRACTIONS.contains(&key) {
                return false;
            }
            out.push(Token::new(Span::of(at, end), key, TokenKind::Word, Shape::new(LOWER)));
        }
        if phrase.get(end).is_some_and(|&byte| byte != b' ') {
            return false;
        }
        at = end + 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::builtin_lexicons;

    #[test]
    fn phrases_have_the_tokens_of_texts() {
        let shipped = builtin_lexicons().unwrap().iter().flat_map(|lexicon| lexicon.entries());
        let others =
            ["", " ", "a  b ", "cannot", "you gonna see", "O'Brien", "co-founder", "u.s.", "x\ty", "caf\u{e9} au"];
        for phrase in shipped.map(|entry| entry.phrase()).chain(others) {
            let (mut plain, mut scanned) = (Vec::new(), Vec::new());
            tokenize_phrase(phrase, &mut plain);
            tokenize(phrase, Span::of(0, phrase.len()), &mut scanned);
            assert_eq!(plain, scanned, "{phrase}");
        }
    }
}
