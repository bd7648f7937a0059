//! The sentence splitter.

use crate::document::{Sentence, TokenRange};
use crate::{Span, Token};

/// Appends the sentences of the tokens `range`, all of one zone, to `out`.
pub(crate) fn split_sentences(text: &str, tokens: &[Token], range: TokenRange, zone: usize, out: &mut Vec<Sentence>) {
    let mut start = range.start();
    for index in range.range() {
        let span = tokens[index].span();
        let ends = matches!(span.slice(text), Some("." | "!" | "?"));
        if ends || index + 1 == range.end() {
            let whole = tokens[start].span().cover(span);
            out.push(Sentence::new(Span::of(whole.start(), whole.end()), TokenRange::new(start, index + 1), zone));
            start = index + 1;
        }
    }
}
