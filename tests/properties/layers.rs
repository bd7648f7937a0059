//! Of the layers of a document, and of reading an article.

use newsframe::{Article, Document};
use proptest::prelude::*;

use crate::common::newsy;
use crate::document;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn layers_cover_the_text_in_order(text in newsy()) {
        let document = document(&text);
        let mut end = 0;
        for zone in document.zones() {
            prop_assert!(end <= zone.span().start() && !zone.span().is_empty());
            prop_assert!(document.get(zone.span()).is_ok());
            end = zone.span().end();
        }
        let mut end = 0;
        for token in document.tokens() {
            prop_assert!(end <= token.span().start() && !token.span().is_empty());
            prop_assert!(document.get(token.span()).is_ok());
            end = token.span().end();
        }
        let mut next = 0;
        for sentence in document.sentences() {
            prop_assert_eq!(sentence.tokens().start(), next, "every token is in one sentence");
            prop_assert!(!sentence.tokens().is_empty());
            prop_assert_eq!(document.span_of(sentence.tokens()), sentence.span());
            next = sentence.tokens().end();
        }
        prop_assert_eq!(next, document.tokens().len());
        prop_assert_eq!(document.tags().len(), document.tokens().len());
    }

    #[test]
    fn every_letter_and_digit_of_a_zone_is_in_a_token(text in newsy()) {
        let document = document(&text);
        for zone in document.zones() {
            for (at, c) in document.slice(zone.span()).char_indices().filter(|(_, c)| c.is_alphanumeric()) {
                let at = zone.span().start() + at;
                let token = document.tokens().get(document.token_at(at));
                prop_assert!(token.is_some_and(|token| token.span().contains_offset(at)), "{:?} at {}", c, at);
            }
        }
    }

    #[test]
    fn quotations_are_in_bounds_and_nested(text in newsy()) {
        let document = document(&text);
        let mut last = 0;
        for quotation in document.quotations() {
            prop_assert!(document.get(quotation.outer()).is_ok() && document.get(quotation.inner()).is_ok());
            prop_assert!(quotation.outer().contains(quotation.inner()) && !quotation.inner().is_empty());
            prop_assert!(quotation.outer().start() >= last);
            last = quotation.outer().start();
        }
        for (index, one) in document.quotations().iter().enumerate() {
            for other in &document.quotations()[index + 1..] {
                let (one, other) = (one.outer(), other.outer());
                prop_assert!(!one.overlaps(other) || one.contains(other) || other.contains(one), "{} crosses {}", one, other);
            }
        }
    }

    #[test]
    fn phrases_and_matches_are_in_bounds(text in newsy()) {
        let document = document(&text);
        let count = document.tokens().len();
        for phrase in document.noun_phrases() {
            prop_assert!(phrase.tokens().end() <= count && phrase.tokens().contains(phrase.head()));
        }
        for group in document.verb_groups() {
            prop_assert!(group.tokens().end() <= count && group.tokens().contains(group.head()));
        }
        for found in document.matches() {
            prop_assert!(found.tokens().end() <= count && !found.tokens().is_empty());
        }
    }

    #[test]
    fn an_article_survives_json(text in newsy()) {
        let article = Article::from_text(text.as_str()).unwrap();
        let json = serde_json::to_string(&article).unwrap();
        prop_assert_eq!(serde_json::from_str::<Article>(&json).unwrap(), article);
    }

    #[test]
    fn any_json_is_read_or_refused(json in "\\PC{0,80}", zones in prop::collection::vec((0_u32..40, 0_u32..40), 0..4)) {
        let _ = serde_json::from_str::<Article>(&json);
        let zones: Vec<_> = zones.iter().map(|(start, end)| serde_json::json!({"kind": "paragraph", "span": [start, end]})).collect();
        let value = serde_json::json!({"text": json, "zones": zones});
        if let Ok(article) = serde_json::from_value::<Article>(value) {
            for zone in article.zones() {
                prop_assert!(article.text().get(zone.span().range()).is_some());
            }
        }
    }

    /// A text of ASCII takes other ways than one with an accent in it.
    #[test]
    fn one_accent_somewhere_changes_no_layer_elsewhere(text in newsy()) {
        let ascii: String = text.chars().filter(char::is_ascii).collect();
        let of = |end: &str| {
            let article = Article::builder().paragraph(ascii.as_str()).paragraph(end).build().unwrap();
            Document::new(article).unwrap()
        };
        let (plain, accented) = (of("End."), of("\u{c9}nd."));
        let [plain_tokens, accented_tokens] =
            [&plain, &accented].map(|document| &document.tokens()[..document.tokens().len() - 2]);
        prop_assert_eq!(plain_tokens, accented_tokens);
        let spans = |document: &Document| -> Vec<_> {
            let sentences = document.sentences();
            sentences[..sentences.len() - 1].iter().map(|sentence| sentence.span()).collect()
        };
        prop_assert_eq!(spans(&plain), spans(&accented));
        prop_assert_eq!(plain.quotations(), accented.quotations());
        let offsets = accented.offsets();
        for token in plain_tokens {
            prop_assert_eq!(offsets.to_code_points(token.span()), [token.span().start(), token.span().end()]);
        }
    }

    /// Stages are lazy: whichever is asked for first, and from however many threads, they are the same.
    #[test]
    fn layers_are_the_same_from_any_thread_and_in_any_order(text in newsy()) {
        let (one, other) = (document(&text), document(&text));
        std::thread::scope(|scope| {
            scope.spawn(|| other.matches().len());
            scope.spawn(|| other.quotations().len());
            scope.spawn(|| other.verb_groups().len());
        });
        prop_assert_eq!(one.tokens(), other.tokens());
        prop_assert_eq!(one.tags(), other.tags());
        prop_assert_eq!(one.quotations(), other.quotations());
        prop_assert_eq!(one.verb_groups(), other.verb_groups());
        prop_assert_eq!(one.matches(), other.matches());
    }
}
