//! Instructions of each stage on some of the bundled articles, against the baseline. The stages before it are done, lexicons and
//! weights loaded, except in `first-call`, which is all that a process pays once.

use std::collections::BTreeMap;
use std::hint::black_box;

use newsframe::{Analysis, Analyzer, Article, Attribution, Document, LoadedLanguage, Quantities};

use crate::callgrind::{counts, newsframe_counted};

/// By how many percent a stage may cost more.
const LIMIT: f64 = 3.0;

const BASELINE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/baseline.tsv");

const ARTICLES: [(&str, &str); 5] = [
    ("wire", include_str!("../../../examples/articles/wire.txt")),
    ("tabloid", include_str!("../../../examples/articles/tabloid.txt")),
    ("business", include_str!("../../../examples/articles/business.txt")),
    ("interview", include_str!("../../../examples/articles/interview.txt")),
    ("feature", include_str!("../../../examples/articles/feature.txt")),
];

type Stage = (&'static str, fn(&Document));

/// In the order of work: each finds what those before it made.
const STAGES: [Stage; 10] = [
    ("tokens", |document| hide(document.tokens())),
    ("sentences", |document| hide(document.sentences())),
    ("quotations", |document| hide(document.quotations())),
    ("tags", |document| hide(document.tags())),
    ("phrases", |document| hide(document.verb_groups())),
    ("matches", |document| hide(document.matches())),
    ("attribution", |document| hide(Attribution::new().analyze(document))),
    ("quantity", |document| hide(Quantities::new().analyze(document))),
    ("loaded", |document| hide(LoadedLanguage::new().analyze(document))),
    ("all-and-json", |document| hide(serde_json::to_string(&Analysis::of(document)))),
];

/// Keeps the optimiser from leaving out what nobody looks at.
fn hide<T>(value: T) {
    black_box(value);
}

/// Names of the counts, in their order.
fn names() -> impl Iterator<Item = String> {
    let of_article = |name: &'static str| {
        let stages = STAGES.iter().map(|&(stage, _)| stage);
        ["read"].into_iter().chain(stages).map(move |stage| format!("{stage}\t{name}"))
    };
    ["first-call\tsentence".to_owned()].into_iter().chain(ARTICLES.iter().flat_map(move |&(name, _)| of_article(name)))
}

/// Runs all stages. This runs inside valgrind.
pub(crate) fn count() -> bool {
    let read = |text: &str| Article::from_text(text).expect("a short text");
    let document = |text: &str| Document::new(read(text)).expect("embedded data load");
    newsframe_counted(&mut || hide(Analysis::of(&document("Bills rose 4%, said Ana Ruiz, who slammed the plan."))));
    for (_, text) in ARTICLES {
        black_box(Analysis::of(&document(text)));
        newsframe_counted(&mut || hide(read(text)));
        let document = document(text);
        for (_, stage) in STAGES {
            newsframe_counted(&mut || stage(&document));
        }
    }
    true
}

pub(crate) fn compare(renew: bool) -> bool {
    let Some(counts) = counts(&["stages", "--count"]) else {
        println!("stages: skipped, valgrind is not installed");
        return true;
    };
    let baseline = std::fs::read_to_string(BASELINE).unwrap_or_default();
    let before: BTreeMap<&str, u64> = baseline
        .lines()
        .filter_map(|line| line.rsplit_once('\t'))
        .filter_map(|(name, count)| Some((name, count.parse().ok()?)))
        .collect();
    let (mut worse, mut rows) = (0, String::new());
    for (name, count) in names().zip(counts) {
        let change = before.get(name.as_str()).map(|&before| (count as f64 / before as f64 - 1.0) * 100.0);
        let note = match change {
            None => "new".to_owned(),
            Some(percent) if percent > LIMIT => format!("{percent:+.2} %  COSTS MORE"),
            Some(percent) => format!("{percent:+.2} %"),
        };
        worse += usize::from(change.is_some_and(|percent| percent > LIMIT));
        println!(
            "{:14} {:10} {count:12}  {:>7} a byte  {note}",
            stage_of(&name),
            article_of(&name),
            a_byte(&name, count)
        );
        rows.push_str(&format!("{name}\t{count}\n"));
    }
    if worse > 0 {
        println!(
            "stages: {worse} counts are over {LIMIT} % above the baseline. If that is the price of something wanted, say so in"
        );
        println!("the commit and renew it: cargo run --release -- stages --renew");
    }
    if renew {
        let about = "# Instructions by stage and article. Made by: cargo run --release -- stages --renew\n";
        std::fs::write(BASELINE, format!("{about}{rows}")).expect("the baseline is written");
    }
    worse == 0 || renew
}

fn stage_of(name: &str) -> &str {
    name.split('\t').next().unwrap_or_default()
}

fn article_of(name: &str) -> &str {
    name.split('\t').nth(1).unwrap_or_default()
}

/// Instructions a byte of the article; a first call is not about its bytes.
fn a_byte(name: &str, count: u64) -> String {
    let article = ARTICLES.iter().find(|(article, _)| *article == article_of(name));
    article.map_or("-".to_owned(), |(_, text)| format!("{:.1}", count as f64 / text.len() as f64))
}
