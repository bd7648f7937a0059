//! Tokens of words that others have told apart, as a treebank does.

use super::{Scanner, tokenize};
use crate::document::{Shape, TokenKind};
use crate::text::fold::word_key;
use crate::{Span, Token};

/// A line of text with these words, and one token a word.
pub(crate) fn line_of<'w>(words: impl IntoIterator<Item = &'w str>) -> (String, Vec<Token>) {
    let (mut line, mut tokens) = (String::new(), Vec::new());
    for word in words {
        let start = line.len();
        line.push_str(word);
        tokens.push(whole_token(&line, Span::of(start, line.len())));
        line.push(' ');
    }
    (line, tokens)
}

/// One token over the whole of a span.
fn whole_token(text: &str, span: Span) -> Token {
    let mut out = Vec::new();
    tokenize(text, span, &mut out);
    match out[..] {
        [] => Token::new(span, word_key(""), TokenKind::Symbol, Shape::default()),
        [token] if token.span() == span => token,
        [first, ..] => {
            let bytes = text.as_bytes();
            Scanner { text, bytes, start: span.start(), first: 0, undotted: 0, mailed: 0, out: &mut out }.push_whole(
                span.start(),
                span.end(),
                first.kind(),
            );
            out.pop().unwrap_or(first)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_a_word_whatever_the_tokenizer_would_do() {
        let words = ["She", "do", "n't", "far-right", "U.S.", "", "’s", "5%"];
        let (line, tokens) = line_of(words);
        assert_eq!(tokens.len(), words.len());
        for (word, token) in words.iter().zip(tokens) {
            assert_eq!(token.span().slice(&line), Some(*word));
            assert_eq!(token.key(), word_key(word));
        }
    }
}
