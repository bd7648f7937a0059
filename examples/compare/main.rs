//! Compares what several outlets make of one event: whom they quote, which numbers they give, what they call the same people, and how
//! loaded their words are.
//!
//! ```text
//! compare [FILE.jsonl | FILE.txt…] [--event ID] [--html PAGE.html]
//! ```
//!
//! Rows are articles in the crate's JSON, with `event` and `outlet`; rows of one event are compared. Text files given together are one
//! event. Without files, three invented articles about one strike are compared.
//!
//! What is matched across outlets is matched by name and by wording; two people of one name would be taken for one. The output says what
//! differs, not who is right.

mod compare;
mod html;
mod loaded;
mod naming;
mod numbers;
mod quotations;
mod sources;
mod terminal;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use compare::{Comparison, Side};
use newsframe::{Analyzer, Article, Document, Pipeline};
use serde::Deserialize;

const USAGE: &str = "usage: compare [FILE.jsonl | FILE.txt…] [--event ID] [--html PAGE.html]";

type Failure = Box<dyn std::error::Error>;

const BUNDLED: [(&str, &str); 3] = [
    ("The Harbour Gazette", include_str!("../articles/event-gazette.txt")),
    ("The Agnes Herald", include_str!("../articles/event-herald.txt")),
    ("Northern Press Agency", include_str!("../articles/event-wire.txt")),
];

/// One line of input.
#[derive(Deserialize)]
struct Row {
    event: String,
    #[serde(flatten)]
    article: Article,
}

#[derive(Default)]
struct Options {
    files: Vec<PathBuf>,
    event: Option<String>,
    html: Option<PathBuf>,
}

fn main() -> ExitCode {
    match options().and_then(|options| run(&options)) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the output may stop reading.
        Err(error) if error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe) => {
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("compare: {error}");
            ExitCode::FAILURE
        }
    }
}

fn options() -> Result<Options, Failure> {
    let mut options = Options::default();
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Value(path) => options.files.push(path.into()),
            lexopt::Arg::Long("event") => options.event = Some(arguments.value()?.to_string_lossy().into_owned()),
            lexopt::Arg::Long("html") => options.html = Some(page(arguments.value()?.into())?),
            lexopt::Arg::Short('h') | lexopt::Arg::Long("help") => {
                println!("{USAGE}");
                std::process::exit(0);
            }
            other => return Err(format!("{}\n{USAGE}", other.unexpected()).into()),
        }
    }
    Ok(options)
}

/// The file to write the page to. One by another ending may be meant as input, and would be lost.
fn page(path: PathBuf) -> Result<PathBuf, Failure> {
    let html = path.extension().is_some_and(|ending| ending == "html" || ending == "htm");
    if html { Ok(path) } else { Err(format!("--html {}: the page's name must end in .html", path.display()).into()) }
}

fn run(options: &Options) -> Result<(), Failure> {
    let pipeline = Pipeline::new();
    let mut comparisons = Vec::new();
    for (event, articles) in events(options)? {
        let mut sides = Vec::new();
        for article in articles {
            let document = Document::new(article)?;
            let analysis = pipeline.analyze(&document);
            sides.push(Side::new(document, analysis));
        }
        comparisons.push(Comparison::new(event, sides));
    }
    let mut out = BufWriter::new(io::stdout().lock());
    for comparison in &comparisons {
        terminal::write(&mut out, comparison)?;
    }
    out.flush()?;
    if let Some(path) = &options.html {
        let mut file = BufWriter::new(File::create(path)?);
        html::write(&mut file, &comparisons)?;
        file.flush()?;
    }
    Ok(())
}

/// The articles of each event, in the order they are given.
fn events(options: &Options) -> Result<Vec<(String, Vec<Article>)>, Failure> {
    if options.files.is_empty() {
        let articles = BUNDLED.map(|(outlet, text)| named(Article::from_text(text)?, outlet));
        return Ok(vec![("Strike at Port Agnes (invented)".into(), articles.into_iter().collect::<Result<_, _>>()?)]);
    }
    let (texts, rows): (Vec<_>, Vec<_>) =
        options.files.iter().partition(|path| path.extension().is_some_and(|extension| extension == "txt"));
    let mut events: Vec<(String, Vec<Article>)> = Vec::new();
    for path in texts {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        add(&mut events, "", named(Article::from_bytes(&fs::read(path)?)?, &name)?);
    }
    for path in rows {
        for (line, text) in fs::read_to_string(path)?.lines().enumerate().filter(|(_, text)| !text.trim().is_empty()) {
            let row: Row =
                serde_json::from_str(text).map_err(|error| format!("{}:{}: {error}", path.display(), line + 1))?;
            if options.event.as_ref().is_none_or(|event| *event == row.event) {
                add(&mut events, &row.event, row.article);
            }
        }
    }
    if events.is_empty() { Err("no articles to compare".into()) } else { Ok(events) }
}

fn add(events: &mut Vec<(String, Vec<Article>)>, event: &str, article: Article) {
    match events.iter_mut().find(|(name, _)| name == event) {
        Some((_, articles)) => articles.push(article),
        None => events.push((event.to_owned(), vec![article])),
    }
}

/// The article with an outlet, unless it names its own.
fn named(article: Article, outlet: &str) -> Result<Article, Failure> {
    if article.metadata().outlet.is_some() {
        return Ok(article);
    }
    let mut value = serde_json::to_value(&article)?;
    value["outlet"] = outlet.into();
    Ok(serde_json::from_value(value)?)
}
