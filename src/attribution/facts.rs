//! What the lists say of a word, its classes and what it says about a source: one table, so that one probe a token finds both.

use std::sync::LazyLock;

use super::lexis::{self, Class, DASH};
use super::source::{self, Hint};
use crate::document::TokenKind;
use crate::text::{KeyMap, KeyTable};
use crate::{Token, WordKey};

/// What the lists say of a word.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Facts {
    pub(super) class: Class,
    pub(super) hint: Hint,
}

impl Facts {
    /// What the lists say of a word, without a look at its parts.
    pub(super) fn of(word: WordKey) -> Self {
        table().get(word)
    }
}

fn table() -> &'static KeyTable<Facts> {
    static TABLE: LazyLock<KeyTable<Facts>> = LazyLock::new(|| {
        let mut table: KeyMap<Facts> = KeyMap::default();
        source::words().for_each(|(word, hint)| table.entry(WordKey::of(word)).or_default().hint |= hint);
        lexis::words().for_each(|(word, class)| table.entry(WordKey::of(word)).or_default().class |= class);
        table.into_iter().collect()
    });
    &TABLE
}

/// The classes of each token, and what it says about a source. A hyphen inside a word is no dash; abbreviations and the last
/// part of a compound count as sources.
pub(super) fn read(tokens: &[Token], text: &str) -> (Vec<Class>, Vec<Hint>) {
    let table = table();
    let (mut classes, mut hints) = (Vec::with_capacity(tokens.len()), Vec::with_capacity(tokens.len()));
    for (at, &token) in tokens.iter().enumerate() {
        let Facts { class, hint } = table.get(token.key());
        classes.push(if class == DASH && is_hyphen(tokens, at, text) { 0 } else { class });
        let mark = matches!(token.kind(), TokenKind::Punctuation | TokenKind::Symbol);
        hints.push(if hint == 0 && !mark && is_compound(token, text) { hint_of_part(token, text) } else { hint });
    }
    (classes, hints)
}

/// Whether a word has a hyphen or a point, or a character that could be one: all but a few do not.
#[inline]
fn is_compound(token: Token, text: &str) -> bool {
    let word = token.span().start()..token.span().end();
    let long = match text.as_bytes().get(word.start..).and_then(|rest| rest.first_chunk()) {
        Some(&chunk) if word.len() < 8 => return source::has_mark(u64::from_le_bytes(chunk), word.len()),
        _ => text.as_bytes().get(word),
    };
    long.is_some_and(|word| !source::is_whole(word))
}

/// What the last part of a word says about a source.
#[inline(never)]
fn hint_of_part(token: Token, text: &str) -> Hint {
    token.span().slice(text).and_then(source::last_part).map_or(0, |part| Facts::of(WordKey::of(part)).hint)
}

/// Whether a token is a hyphen without spaces on both sides.
#[inline(never)]
fn is_hyphen(tokens: &[Token], at: usize, text: &str) -> bool {
    let spaced =
        |at: usize| at == 0 || tokens.get(at).is_none_or(|token| token.span().start() > tokens[at - 1].span().end());
    matches!(tokens[at].span().slice(text), Some("-" | "‐" | "‑")) && !(spaced(at) && spaced(at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::lexis::{COMMA, RELATIVE, THAT};
    use crate::text::tokenize;

    #[test]
    fn a_word_has_all_its_classes() {
        let class = |word| Facts::of(WordKey::of(word)).class;
        assert_eq!(class("That"), THAT | RELATIVE);
        assert_ne!(class("”") & lexis::QUOTE, 0);
        assert_eq!(class("harbour"), 0);
    }

    #[test]
    fn tokens_by_their_words_and_parts() {
        let text = "Gov. Ruiz, the mayor – a well-known spokesman.";
        let mut tokens = Vec::new();
        tokenize(text, crate::Span::new(0, text.len()).unwrap(), &mut tokens);
        let (classes, hints) = read(&tokens, text);
        let at = |word: &str| tokens.iter().position(|token| token.span().slice(text) == Some(word)).unwrap();
        let of = |word: &str| (classes[at(word)], hints[at(word)]);
        assert_ne!(of("Gov.").1 & source::TITLE, 0);
        assert_eq!(of(","), (COMMA, 0));
        assert_eq!((of("–").0, of("-").0), (DASH, 0));
        assert_eq!(of("Ruiz"), (0, 0));
    }

    #[test]
    fn dashes_are_nothing_else() {
        for dash in ["–", "—", "-", "‑"] {
            assert_eq!(Facts::of(WordKey::of(dash)), Facts { class: DASH, hint: 0 });
        }
    }
}
