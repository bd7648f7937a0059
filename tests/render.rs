//! What must hold for any report: nothing hostile gets out, lines keep their width, marks are complete, the same bytes each
//! time.

mod common;

use common::{analysed, bundled, newsy};
use newsframe::render::Terminal;
use proptest::prelude::*;

/// Columns as a terminal counts them, for texts without wide characters.
fn columns(line: &str) -> usize {
    line.chars().count()
}

#[test]
fn the_terminal_report_fits_its_width_and_needs_no_colour() {
    for (name, text) in bundled() {
        let (document, analysis) = analysed(&text);
        for width in [20, 40, 60, 80, 100, 120] {
            let report = Terminal::new().width(width).show(&analysis, &document).to_string();
            for line in report.lines() {
                assert!(columns(line) <= width, "{name} at {width}: {line:?}");
                assert_eq!(line.trim_end(), line, "{name} at {width}: blanks at the end");
            }
            assert!(!report.contains('\u{1b}'));
        }
    }
}

#[test]
fn colours_change_nothing_but_the_brackets_and_labels_in_the_text() {
    for (name, text) in bundled() {
        let (document, analysis) = analysed(&text);
        let plain = Terminal::new().show(&analysis, &document).to_string();
        let coloured = Terminal::new().color(true).show(&analysis, &document).to_string();
        let sections = |report: &str| {
            let report = common::without_escapes(report);
            report.split_once("\nMADE WITH").map(|(_, rest)| rest.to_owned())
        };
        assert!(sections(&plain).is_some(), "{name}");
        assert_eq!(sections(&plain), sections(&coloured), "{name}");
    }
}

#[test]
fn every_word_of_the_article_is_in_the_report() {
    for (name, text) in bundled() {
        let (document, analysis) = analysed(&text);
        let report = common::without_escapes(&Terminal::new().color(true).show(&analysis, &document).to_string());
        let mut shown = report.split_whitespace();
        for word in text.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)) {
            // A raised label may stand behind a word.
            assert!(shown.any(|shown| shown.starts_with(word)), "{name}: {word:?} is missing or out of order");
        }
    }
}

#[test]
fn escape_sequences_and_direction_marks_of_the_article_are_made_harmless() {
    let text = "The mayor slammed \u{1b}]0;owned\u{7} the \u{1b}[31mplan\u{9b}. \u{202e}desrever\u{2069} Rain\u{0} fell.\r\nThe end.";
    let (document, analysis) = analysed(text);
    let report = Terminal::new().show(&analysis, &document).to_string();
    assert!(report.contains("{slammed}w1 ␛]0;owned␇ the ␛[31mplan�. �desrever� Rain␀ fell."), "{report}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_terminal_report_of_any_text_is_clean_and_repeatable(text in newsy(), width in 0_usize..140, color: bool) {
        let (document, analysis) = analysed(&text);
        let terminal = Terminal::new().width(width).color(color);
        let report = terminal.show(&analysis, &document).to_string();
        prop_assert_eq!(&report, &terminal.show(&analysis, &document).to_string());
        let plain = if color { common::without_escapes(&report) } else { report };
        prop_assert!(plain.chars().all(|c| c == '\n' || !c.is_control()), "{:?}", plain);
        let turns = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        prop_assert!(!plain.contains(turns));
    }
}
