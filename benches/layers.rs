//! Speed of every layer and analyzer alone, of the whole, and of floors measured beside them in the same run.
//!
//! ```text
//! cargo bench
//! NEWSFRAME_CORPUS=articles.jsonl cargo bench -- corpus
//! ```
//!
//! Throughput is in bytes of text. Absolute times vary between machines; compare with the floors of the same run. A JSON Lines
//! file named by `NEWSFRAME_CORPUS` (the rows `annotate` reads) is measured as the case `corpus`.

#![allow(missing_docs)] // criterion_group! makes an undocumented function

use std::hint::black_box;

use criterion::measurement::WallTime;
use criterion::{BatchSize, BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use newsframe::{Analysis, Analyzer, Article, Attribution, Document, LoadedLanguage, Quantities};
use unicode_segmentation::UnicodeSegmentation;

/// The bundled articles, and 1 MB of them one behind the other.
fn cases() -> Vec<(String, Article)> {
    let bundled = [
        ("wire", include_str!("../examples/articles/wire.txt")),
        ("tabloid", include_str!("../examples/articles/tabloid.txt")),
        ("business", include_str!("../examples/articles/business.txt")),
        ("interview", include_str!("../examples/articles/interview.txt")),
        ("opinion", include_str!("../examples/articles/opinion.txt")),
        ("feature", include_str!("../examples/articles/feature.txt")),
        ("court", include_str!("../examples/articles/court.txt")),
        ("science", include_str!("../examples/articles/science.txt")),
    ];
    let all = bundled.map(|(_, text)| text).join("\n\n");
    let megabyte = std::iter::repeat_n(all.as_str(), 1_000_000 / all.len() + 1).collect::<Vec<_>>().join("\n\n");
    let mut cases: Vec<_> = bundled.iter().map(|&(name, text)| (name.to_owned(), text.to_owned())).collect();
    cases.push(("megabyte".to_owned(), megabyte));
    if let Some(text) = external_corpus() {
        cases.push(("corpus".to_owned(), text));
    }
    cases.into_iter().map(|(name, text)| (name, Article::from_text(text).expect("a short text"))).collect()
}

/// The first megabytes of the articles of the file named by `NEWSFRAME_CORPUS`.
fn external_corpus() -> Option<String> {
    const BYTES: usize = 4_000_000;
    let path = std::env::var_os("NEWSFRAME_CORPUS")?;
    let file = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut text = String::new();
    for line in file.lines() {
        let article: Article = serde_json::from_str(line).expect("a row as annotate reads it");
        text.push_str(article.text());
        text.push_str("\n\n");
        if text.len() > BYTES {
            break;
        }
    }
    Some(text)
}

/// Measures `routine` on fresh documents on which `prepare` was run before.
fn measure(group: &mut BenchmarkGroup<'_, WallTime>, prepare: fn(&Document), routine: &dyn Fn(&Document)) {
    for (name, article) in cases() {
        group.throughput(Throughput::Bytes(article.text().len() as u64));
        group.bench_function(name.as_str(), |bencher| {
            let setup = || {
                let document = Document::new(article.clone()).expect("embedded data load");
                prepare(&document);
                document
            };
            bencher.iter_batched_ref(setup, |document| routine(document), BatchSize::LargeInput);
        });
    }
}

fn nothing(_: &Document) {}

fn tokens(document: &Document) {
    black_box(document.tokens());
}

fn sentences(document: &Document) {
    black_box(document.sentences());
}

fn tags(document: &Document) {
    black_box(document.tags());
}

fn phrases(document: &Document) {
    black_box(document.noun_phrases());
    black_box(document.verb_groups());
}

fn matches(document: &Document) {
    black_box(document.matches());
}

fn quotations(document: &Document) {
    black_box(document.quotations());
}

fn layers_without_tags(document: &Document) {
    sentences(document);
    quotations(document);
}

fn all_layers(document: &Document) {
    layers_without_tags(document);
    phrases(document);
    matches(document);
}

fn layers(criterion: &mut Criterion) {
    type Stage = (&'static str, fn(&Document), fn(&Document));
    let stages: [Stage; 8] = [
        ("tokens", nothing, tokens),
        ("sentences", tokens, sentences),
        ("quotations", tokens, quotations),
        ("tags", sentences, tags),
        ("phrases", tags, phrases),
        ("matches", tags, matches),
        ("layers-without-tags", nothing, layers_without_tags),
        ("layers", nothing, all_layers),
    ];
    for (name, prepare, routine) in stages {
        measure(&mut criterion.benchmark_group(name), prepare, &routine);
    }
}

fn analyzers(criterion: &mut Criterion) {
    let (attribution, quantities, loaded) = (Attribution::new(), Quantities::new(), LoadedLanguage::new());
    measure(&mut criterion.benchmark_group("attribution"), all_layers, &|document| {
        black_box(attribution.analyze(document));
    });
    measure(&mut criterion.benchmark_group("quantity"), all_layers, &|document| {
        black_box(quantities.analyze(document));
    });
    measure(&mut criterion.benchmark_group("loaded"), all_layers, &|document| {
        black_box(loaded.analyze(document));
    });
    measure(&mut criterion.benchmark_group("analysis"), nothing, &|document| {
        black_box(Analysis::of(document));
    });
}

/// What the machine can do at best: reading the bytes, counting lines, words by UAX #29, a phrase automaton.
fn floors(criterion: &mut Criterion) {
    let automaton = aho_corasick::AhoCorasick::builder().ascii_case_insensitive(true).build(lexicon_phrases());
    let automaton = automaton.expect("the lexicons are small");
    type Floor<'a> = (&'static str, Box<dyn Fn(&str) -> usize + 'a>);
    let floors: [Floor<'_>; 4] = [
        ("floor-bytes", Box::new(|text| text.bytes().map(usize::from).fold(0, usize::wrapping_add))),
        ("floor-lines", Box::new(|text| text.lines().count())),
        ("floor-unicode-words", Box::new(|text| text.unicode_words().count())),
        ("floor-aho-corasick", Box::new(|text| automaton.find_overlapping_iter(text).count())),
    ];
    for (name, floor) in floors {
        let mut group = criterion.benchmark_group(name);
        for (case, article) in cases() {
            group.throughput(Throughput::Bytes(article.text().len() as u64));
            group.bench_function(case.as_str(), |bencher| bencher.iter(|| floor(black_box(article.text()))));
        }
    }
}

/// The phrases of the crate's own lexicons.
fn lexicon_phrases() -> Vec<String> {
    let lexicons = newsframe::lexicon::builtin_lexicons().expect("embedded data load");
    lexicons.iter().flat_map(|lexicon| lexicon.entries().map(|entry| entry.phrase().to_owned())).collect()
}

criterion_group!(benches, layers, analyzers, floors);
criterion_main!(benches);
