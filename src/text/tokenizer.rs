//! The tokenizer.

use crate::document::{Shape, TokenKind};
use crate::{Span, Token};

use super::word_key;

/// Appends the tokens of `span` to `out`.
pub(crate) fn tokenize(text: &str, span: Span, out: &mut Vec<Token>) {
    let slice = span.slice(text).unwrap_or_default();
    let mut chars = slice.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = at + c.len_utf8();
        if c.is_alphanumeric() {
            while let Some(&(next, c)) = chars.peek() {
                if !c.is_alphanumeric() {
                    break;
                }
                end = next + c.len_utf8();
                chars.next();
            }
        }
        let kind = if c.is_numeric() {
            TokenKind::Number
        } else if c.is_alphabetic() {
            TokenKind::Word
        } else {
            TokenKind::Punctuation
        };
        let word = Span::of(span.start() + at, span.start() + end);
        let shape = if c.is_uppercase() { Shape::CAPITALIZED } else { 0 };
        out.push(Token::new(word, word_key(&slice[at..end]), kind, Shape::new(shape)));
    }
}
