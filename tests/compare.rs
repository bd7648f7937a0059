//! The example `compare` on its bundled articles: what is shared, what differs, and that its page is safe.

#[path = "../examples/compare/compare.rs"]
#[allow(dead_code)]
mod compare;
#[path = "../examples/compare/html.rs"]
mod html;
#[path = "../examples/compare/loaded.rs"]
mod loaded;
#[path = "../examples/compare/naming.rs"]
mod naming;
#[path = "../examples/compare/numbers.rs"]
mod numbers;
#[path = "../examples/compare/quotations.rs"]
mod quotations;
#[path = "../examples/compare/sources.rs"]
mod sources;

use compare::{Comparison, Row, Side};
use newsframe::{Analysis, Article, Document};

fn comparison(texts: &[&str]) -> Comparison {
    let side = |text: &&str| {
        let document = Document::new(Article::from_text(*text).unwrap()).unwrap();
        let analysis = Analysis::of(&document);
        Side::new(document, analysis)
    };
    Comparison::new("<event>".to_owned(), texts.iter().map(side).collect())
}

fn bundled() -> Comparison {
    comparison(&[
        include_str!("../examples/articles/event-gazette.txt"),
        include_str!("../examples/articles/event-herald.txt"),
        include_str!("../examples/articles/event-wire.txt"),
    ])
}

fn rows<'a>(comparison: &'a Comparison, title: &str) -> &'a [Row] {
    comparison.tables.iter().find(|table| table.title == title).map_or(&[], |table| &table.rows)
}

fn row<'a>(comparison: &'a Comparison, title: &str, name: &str) -> &'a Row {
    let found = rows(comparison, title).iter().find(|row| row.name.contains(name));
    found.unwrap_or_else(|| panic!("no row `{name}` in {title}"))
}

#[test]
fn shared_and_unique_sources_and_quotations() {
    let comparison = bundled();
    assert_eq!(comparison.outlets, ["The Harbour Gazette", "The Agnes Herald", "Northern Press Agency"]);
    assert_eq!(row(&comparison, "Sources", "Ingrid Solberg").shared(), 3);
    assert_eq!(row(&comparison, "Sources", "Lena Brandt").shared(), 1);
    assert_eq!(row(&comparison, "Quotations", "go back to the table").cells, ["19 words", "10 words", "19 words"]);
    assert_eq!(row(&comparison, "Quotations", "blackmail").shared(), 1);
}

#[test]
fn numbers_shared_and_at_odds() {
    let comparison = bundled();
    assert_eq!(row(&comparison, "Numbers", "12 percent").shared(), 3, "12 percent is 12 per cent");
    let conflict = row(&comparison, "Perhaps the same number with different values", "docker");
    assert!(conflict.cells[0].starts_with("340: ") && conflict.cells[1].starts_with("290: "), "{:?}", conflict.cells);
}

#[test]
fn naming_and_loaded_words() {
    let comparison = bundled();
    let naming = row(&comparison, "Naming", "Peter Aune");
    assert!(
        naming.cells[1].contains("Hardline union chief") && naming.cells[2].contains("Union president"),
        "{:?}",
        naming.cells
    );
    let own = rows(&comparison, "The outlets' own loaded words");
    assert!(own.iter().all(|row| row.cells[2].is_empty()), "the agency's report is sober");
    assert!(own.iter().filter(|row| !row.cells[1].is_empty()).count() > 2);
}

#[test]
fn the_page_escapes_what_the_articles_say() {
    let comparison =
        comparison(&["“<script>alert(1)</script> is a fine & good plan indeed,” said Ana Ruiz.", "It rained."]);
    let mut page = Vec::new();
    html::write(&mut page, &[comparison]).unwrap();
    let page = String::from_utf8(page).unwrap();
    assert!(
        !page.contains("<script") && page.contains("&lt;script&gt;alert(1)") && page.contains(">&lt;event&gt;</h1>")
    );
    assert_eq!(page.matches("<table>").count(), page.matches("</table>").count());
}
