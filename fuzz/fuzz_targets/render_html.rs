//! Any text as a page: every tag of it is one of ours and is closed, and nothing of the text gets out as markup.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newsframe::render::Html;
use newsframe::{Analysis, Article, Document};

fuzz_target!(|text: &str| {
    let document = Document::new(Article::from_text(text).unwrap()).unwrap();
    let analysis = Analysis::of(&document);
    let page = Html::new().show(&analysis, &document).to_string();
    let mut open = Vec::new();
    for tag in page.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect("a tag ends");
        let name = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap_or_default();
        let unquoted: String = tag.split('"').step_by(2).collect();
        assert!(name != "script" && !unquoted.contains(" on"), "{tag}");
        match (tag.starts_with('/'), name) {
            (_, "!doctype" | "!DOCTYPE" | "meta" | "input" | "br" | "hr" | "wbr" | "link") => {}
            (true, _) => assert_eq!(open.pop(), Some(name), "closed in order"),
            (false, _) => open.push(name),
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
});
