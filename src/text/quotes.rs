//! Quotation marks.

use crate::document::{Closing, Quotation, QuoteStyle};
use crate::{Span, Token, Zone};

pub(crate) fn find_quotations(text: &str, _tokens: &[Token], zones: &[Zone]) -> Vec<Quotation> {
    let mut found = Vec::new();
    for zone in zones {
        let slice = zone.span().slice(text).unwrap_or_default();
        let mut open = None;
        for (at, c) in slice.char_indices().map(|(at, c)| (at + zone.span().start(), c)) {
            match (c, open) {
                ('“', _) => open = Some(at),
                ('”', Some(start)) => {
                    let (outer, inner) = (Span::of(start, at + 3), Span::of(start + 3, at));
                    found.push(Quotation::new(outer, inner, QuoteStyle::Curly, Closing::Closed, false, 0));
                    open = None;
                }
                _ => {}
            }
        }
    }
    found
}
