//! What must hold for any report: nothing hostile gets out, lines keep their width, marks are complete, the same bytes each
//! time.

mod common;

use common::{analysed, bundled, newsy};
use newsframe::render::{Html, Terminal};
use newsframe::{Analysis, Analyzer, Article, Confidence, Document, Finding, Pipeline, RuleId, Span};
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
    let text =
        "A shameless \u{1b}]x;owned\u{7} \u{1b}[31mplan\u{9b}. \u{202e}desrever\u{2069} Rain\u{0} fell.\r\nThe end.";
    let (document, analysis) = analysed(text);
    let report = Terminal::new().show(&analysis, &document).to_string();
    assert!(report.contains("{shameless}w1 ␛]x;owned␇ ␛[31mplan�. �desrever� Rain␀ fell."), "{report}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

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

/// What a browser would see of a page: tags with attributes, and text.
enum Node<'p> {
    Open(&'p str, Vec<(&'p str, &'p str)>),
    Close(&'p str),
    Text(&'p str),
}

/// Reads a page as strictly as the report promises to be written: lower-case tags, attributes in double quotes, no comments.
fn nodes(page: &str) -> Vec<Node<'_>> {
    let mut rest = page.strip_prefix("<!doctype html>").expect("a page begins with its type");
    let mut nodes = Vec::new();
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        assert!(!text.contains('>'), "a bare > in {text:?}");
        nodes.push(Node::Text(text));
        let (tag, behind) = tag[1..].split_once('>').expect("a tag ends");
        rest = behind;
        if let Some(name) = tag.strip_prefix('/') {
            nodes.push(Node::Close(name));
            continue;
        }
        let (name, rest_of_tag) = tag.split_once(' ').unwrap_or((tag, ""));
        nodes.push(Node::Open(name, attributes(rest_of_tag)));
        if name == "style" {
            let (style, behind) = rest.split_once("</style>").expect("a style sheet ends");
            assert!(!style.contains('<'));
            nodes.push(Node::Close("style"));
            rest = behind;
        }
    }
    nodes.push(Node::Text(rest));
    nodes
}

/// The attributes of a tag: `name="value"` or a name alone.
fn attributes(mut rest: &str) -> Vec<(&str, &str)> {
    let mut read = Vec::new();
    while !rest.is_empty() {
        let (name, behind) = rest.split_at(rest.find(['=', ' ']).unwrap_or(rest.len()));
        let (value, more) = match behind.strip_prefix('=') {
            Some(quoted) => {
                quoted.strip_prefix('"').and_then(|value| value.split_once('"')).expect("a value in quotes")
            }
            None => ("", behind),
        };
        assert!(!value.contains(['<', '>']), "{value:?}");
        read.push((name, value));
        rest = more.trim_start();
    }
    read
}

const VOID: [&str; 2] = ["meta", "input"];
/// Every element a report is made of.
const ELEMENTS: &str = "html head meta title style body a header p span ul li b fieldset legend label input main article h1 h2 h3 \
    mark aside section table thead tbody tr th td small i footer code";
const ATTRIBUTES: &str = "lang charset http-equiv content name class href id type autocomplete checked tabindex data-label \
    aria-describedby aria-label role scope title style colspan rel";

/// Checks what must hold of every page, and gives its identifiers and the text of the article.
fn check(page: &str) -> (Vec<String>, String) {
    let (mut open, mut ids, mut links, mut shown) = (Vec::new(), Vec::new(), Vec::new(), String::new());
    // How deep the element stands that is no text of the article.
    let mut aside = None;
    for node in nodes(page) {
        match node {
            Node::Open(name, attributes) => {
                assert!(ELEMENTS.split_whitespace().any(|known| known == name), "<{name}>");
                for (attribute, value) in &attributes {
                    assert!(ATTRIBUTES.split_whitespace().any(|known| known == *attribute), "<{name} {attribute}>");
                    match *attribute {
                        "id" => ids.push((*value).to_owned()),
                        "href" => match value.strip_prefix('#') {
                            Some(id) => links.push(id.to_owned()),
                            None => assert!(value.starts_with("http://") || value.starts_with("https://"), "{value}"),
                        },
                        "aria-describedby" => links.extend(value.split(' ').map(str::to_owned)),
                        _ => {}
                    }
                }
                if attributes.contains(&("class", "cards")) || attributes.contains(&("class", "metadata")) {
                    aside = Some(open.len());
                }
                if !VOID.contains(&name) {
                    open.push(name);
                }
            }
            Node::Close(name) => {
                assert_eq!(open.pop(), Some(name), "</{name}> closes another element");
                if aside == Some(open.len()) {
                    aside = None;
                }
            }
            Node::Text(text) if open.contains(&"article") && aside.is_none() => shown.push_str(text),
            Node::Text(_) => {}
        }
    }
    assert!(open.is_empty(), "{open:?} stay open");
    let mut sorted = ids.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!(sorted.len(), ids.len(), "an identifier occurs twice");
    for link in links {
        assert!(sorted.binary_search(&link).is_ok(), "#{link} leads nowhere");
    }
    (ids, shown)
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

#[test]
fn the_page_is_well_formed_and_every_finding_has_one_card_and_one_mark() {
    for (name, text) in bundled() {
        let (document, analysis) = analysed(&text);
        let (ids, _) = check(&Html::new().show(&analysis, &document).to_string());
        let count = |prefix| ids.iter().filter(|id| id.starts_with(prefix)).count();
        assert_eq!(count("c-"), analysis.findings().len(), "{name}: cards");
        assert_eq!(count("m-"), analysis.findings().len(), "{name}: marks");
    }
}

#[test]
fn the_page_shows_the_article_word_for_word() {
    for (name, text) in bundled() {
        let (document, analysis) = analysed(&text);
        let (_, shown) = check(&Html::new().show(&analysis, &document).to_string());
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        // The bar or dash before the section trail is left out.
        let without_bars =
            |words: Vec<String>| words.into_iter().filter(|word| word != "|" && word != "-").collect::<Vec<_>>();
        assert_eq!(without_bars(words(&unescaped(&shown))), without_bars(words(&text)), "{name}");
    }
}

#[test]
fn markup_and_script_in_an_article_are_text() {
    let evil = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>&lt;b&gt;</title></style><!-- ]]> javascript:alert(3)";
    let body = format!(
        "The mayor slammed {evil} the plan. “It is {evil} a fiasco,” said Ana {evil} Ruiz. Bills rose 40% {evil}."
    );
    let article = Article::builder()
        .headline(format!("Fury {evil}"))
        .outlet(evil)
        .url(format!("javascript:{evil}"))
        .date(evil)
        .body(body);
    let document = Document::new(article.build().unwrap()).unwrap();
    let analysis = Analysis::of(&document);
    let page = Html::new().title(evil).show(&analysis, &document).to_string();
    // `check` refuses elements and attributes that a report does not have.
    let (_, shown) = check(&page);
    assert!(unescaped(&shown).contains(evil));
    assert!(page.contains("default-src 'none'"), "the page forbids scripts for itself");
}

#[test]
fn headings_and_labels_tell_a_screen_reader_where_it_is() {
    let (document, analysis) = analysed(&bundled()[0].1);
    let page = Html::new().show(&analysis, &document).to_string();
    assert_eq!(page.matches("<h1").count(), 1);
    assert!(page.contains("<html lang=\"en\">") && page.contains("<main>") && page.contains("<legend>"));
    assert_eq!(page.matches("<input").count(), page.matches("<label>").count());
    let stops: Vec<_> = nodes(&page)
        .into_iter()
        .filter_map(|node| match node {
            Node::Open("mark", attributes) if attributes.contains(&("tabindex", "0")) => Some(attributes),
            _ => None,
        })
        .collect();
    assert!(!stops.is_empty(), "the keyboard reaches the marks");
    for attributes in stops {
        assert!(attributes.iter().any(|(name, _)| *name == "aria-describedby"), "{attributes:?} has no card");
    }
}

/// A plug-in that marks whatever it is told to.
struct Everywhere(Vec<(usize, usize)>);

struct Anything {
    span: Span,
    rule: RuleId,
}

impl Finding for Anything {
    fn span(&self) -> Span {
        self.span
    }

    fn rule(&self) -> &RuleId {
        &self.rule
    }

    fn evidence(&self) -> &[Span] {
        &[]
    }

    fn confidence(&self) -> Confidence {
        Confidence::percent(50)
    }

    fn reason(&self) -> &str {
        "<told> \u{1b}[31mto & \"so\""
    }
}

impl Analyzer for Everywhere {
    type Output = Vec<Anything>;

    fn analyze(&self, _: &Document) -> Vec<Anything> {
        let span = |&(start, length): &(usize, usize)| Span::new(start, start + length).unwrap();
        self.0.iter().map(|place| Anything { span: span(place), rule: RuleId::new("test/\"<any>") }).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn the_page_of_any_text_with_marks_anywhere_is_well_formed_and_repeatable(
        text in newsy(),
        places in prop::collection::vec((0_usize..200, 0_usize..80), 0..40),
    ) {
        let document = Document::new(Article::from_text(text).unwrap()).unwrap();
        let analysis = Pipeline::builder().plugin(Everywhere(places)).build().analyze(&document);
        let page = Html::new().show(&analysis, &document).to_string();
        prop_assert_eq!(&page, &Html::new().show(&analysis, &document).to_string());
        check(&page);
        let plain = Terminal::new().show(&analysis, &document).to_string();
        prop_assert!(plain.chars().all(|c| c == '\n' || !c.is_control()), "{:?}", plain);
        prop_assert!(page.chars().all(|c| c == '\n' || !c.is_control()), "{:?}", page);
    }
}

#[test]
fn reports_grow_no_faster_than_their_text() {
    let pieces =
        ["Ana Ruiz said that ", "“No,” he said. ", "He claims “it is 40% “", "a shameless fiasco ", "up 4% to "];
    for piece in pieces {
        let size = |times: usize| {
            let (document, analysis) = analysed(&piece.repeat(times));
            let page = Html::new().show(&analysis, &document).to_string().len();
            (page, Terminal::new().show(&analysis, &document).to_string().len())
        };
        let (small, large) = (size(100), size(400));
        assert!(large.0 < 5 * small.0 && large.1 < 5 * small.1, "{piece:?}: {small:?} and {large:?} bytes");
    }
}

#[test]
fn assertions_scare_quotes_and_remarks_are_marked_listed_and_explained() {
    let text = "The “reform” is designed to break them. Bills rose 40%. The rest is plain.";
    let (document, analysis) = analysed(text);
    let finding = |words: &str, rule: &str| {
        let start = text.find(words).unwrap();
        serde_json::json!({
            "span": [start, start + words.len()], "rule": rule, "evidence": [], "confidence": 0.7, "reason": format!("because of {words}"),
        })
    };
    let mut stored = serde_json::to_value(&analysis).unwrap();
    let mut intent = finding("The “reform” is designed to break them.", "attribution/intent");
    intent["kind"] = "intent".into();
    stored["attribution"]["unattributed"] = vec![intent].into();
    stored["attribution"]["scare_quotes"] = vec![finding("“reform”", "attribution/scare-quote")].into();
    stored["quantity"]["warnings"] = vec![finding("rose 40%", "quantity/change-without-baseline")].into();
    let analysis: Analysis = serde_json::from_value(stored).unwrap();
    analysis.check(&document).unwrap();

    let page = Html::new().show(&analysis, &document).to_string();
    let (ids, _) = check(&page);
    for id in ["c-a1", "m-a1", "c-c1", "m-c1", "c-x1", "m-x1"] {
        assert!(ids.iter().any(|known| known == id), "{id} is missing");
    }
    let plain = Terminal::new().width(120).show(&analysis, &document).to_string();
    assert!(plain.contains("|The ~“reform”~c1 is designed to break them.|a1"), "{plain}");
    for shown in
        ["! x1 because of rose 40%", "Change without baseline: x1", "gives no source: a1", "scare quotes: “reform”"]
    {
        assert!(plain.contains(shown), "{shown:?} is missing from\n{plain}");
    }
    assert!(page.contains("Change without baseline") && page.contains("because of rose 40%"));
}
