//! Of what must not matter: how a text is typed, and what stands beside it.

use crate::common::newsy;
use newsframe::{Analysis, Article, Document};
use proptest::prelude::*;

use crate::{Row, rows};

/// A paragraph that says nothing of anybody and counts nothing.
const NEUTRAL: &str = "The road along the river is wide and quiet.";

/// Paragraphs as news has them: whole sentences, quotation marks in pairs.
fn paragraph() -> impl Strategy<Value = String> {
    let sentence = prop::sample::select(vec![
        "“We will not close the harbour,” said Ana Ruiz, the mayor.",
        "The council slammed the plan as a “shameless” raid on ferries.",
        "Bills rose by 4% to £1,463 last year, according to the Harbour Trust.",
        "About two-thirds of the crews didn’t vote, Olaf Lund told reporters.",
        "“It’s a disgrace,” he said. “Nobody asked us.”",
        "Critics claim that the board’s puppets were paid $2.5m.",
        "Nine people were killed when the quay collapsed.",
        "So-called experts warned of a “flood of claims” by 2030.",
        "She denied that the fleet had shrunk from 40 to 12 boats.",
        "Mr. Lund isn’t the first to say so: “Not one of them sailed.”",
    ]);
    prop::collection::vec(sentence, 1..4).prop_map(|sentences| sentences.join(" "))
}

fn paragraphs() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(paragraph(), 1..4)
}

/// Analysis of paragraphs with a blank line, of this line end, between them.
fn analysis_of(paragraphs: &[String], line_end: &str) -> (Document, Analysis) {
    let article = Article::from_text(paragraphs.join(&line_end.repeat(2))).unwrap();
    let document = Document::new(article).unwrap();
    let analysis = Analysis::of(&document);
    (document, analysis)
}

/// The findings with every span as the words under it, typed in one way.
fn words(document: &Document, analysis: &Analysis) -> Vec<(String, String, u8)> {
    let typed = |words: &str| words.replace(['“', '”'], "\"").replace('’', "'").replace("\r\n", "\n");
    let row = |(rule, span, percent): Row| (rule, typed(&document.text()[span]), percent);
    rows(analysis).into_iter().map(row).collect()
}

/// The findings of blocks in an article of only these, from byte `from` to `to`, counted from there.
fn rows_within(blocks: &[&str], from: usize, to: usize) -> Vec<Row> {
    let article = blocks.iter().fold(Article::builder(), |builder, block| builder.paragraph(*block)).build().unwrap();
    let analysis = Analysis::of(&Document::new(article).unwrap());
    let inside = rows(&analysis).into_iter().filter(|(_, span, _)| span.start >= from && span.end <= to);
    inside.map(|(rule, span, percent)| (rule, span.start - from..span.end - from, percent)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn curly_or_straight_marks(paragraphs in paragraphs()) {
        let (document, analysis) = analysis_of(&paragraphs, "\n");
        let straight: Vec<_> = paragraphs.iter().map(|p| p.replace(['“', '”'], "\"").replace('’', "'")).collect();
        let (other_document, other) = analysis_of(&straight, "\n");
        prop_assert_eq!(words(&document, &analysis), words(&other_document, &other));
    }

    #[test]
    fn line_ends_of_any_system(paragraphs in paragraphs()) {
        let (document, analysis) = analysis_of(&paragraphs, "\n");
        for line_end in ["\r\n", "\r"] {
            let (other_document, other) = analysis_of(&paragraphs, line_end);
            prop_assert_eq!(words(&document, &analysis), words(&other_document, &other));
        }
    }

    #[test]
    fn a_neutral_paragraph_before_shifts_what_is_found(paragraphs in paragraphs()) {
        let text = paragraphs.join("\n\n");
        let blocks: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
        let alone = rows_within(&blocks, 0, text.len());
        let from = NEUTRAL.len() + 2;
        let behind = rows_within(&[&[NEUTRAL], &blocks[..]].concat(), from, from + text.len());
        prop_assert_eq!(alone, behind);
    }

    #[test]
    fn a_neutral_paragraph_behind_changes_nothing(paragraphs in paragraphs()) {
        let text = paragraphs.join("\n\n");
        let blocks: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
        let alone = rows_within(&blocks, 0, text.len());
        prop_assert_eq!(alone, rows_within(&[&blocks[..], &[NEUTRAL]].concat(), 0, text.len()));
    }

    /// Of any text, numbers are read paragraph by paragraph: what stands in the next one does not touch them.
    #[test]
    fn numbers_are_read_within_their_paragraph(text in newsy(), next in newsy()) {
        prop_assume!(!text.trim().is_empty());
        // Warnings may look for a base anywhere in the article; the quantities themselves may not.
        let numbers = |blocks: &[&str]| {
            let article = blocks.iter().fold(Article::builder(), |builder, block| builder.paragraph(*block)).build().unwrap();
            let analysis = Analysis::of(&Document::new(article).unwrap());
            let spans = analysis.quantity().quantities().iter().map(newsframe::Finding::span);
            spans.filter(|span| span.end() <= text.len()).collect::<Vec<_>>()
        };
        let alone = numbers(&[&text]);
        prop_assert_eq!(alone, numbers(&[&text, &next]));
    }
}
