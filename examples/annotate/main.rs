//! Annotates articles for the evaluation kit: JSON Lines in, JSON Lines out, in order, one article in memory at a time.
//!
//! ```text
//! annotate [--layers] [--profile default|strict|broad] [--bench N] < articles.jsonl > findings.jsonl
//! ```
//!
//! A row is an [`Article`] in the crate's JSON form with an `id`; offsets in the output are code points. A bad row is
//! reported with its line number, skipped and counted, and the exit status is 1 at the end.
//! `--layers` adds tokens with tags, and sentences. `--bench N` reads everything, analyzes it N times on one thread, writes
//! nothing but the last line `X MB/s`.

mod attribution;
mod layers;
mod loaded;
mod quantity;

use std::hint::black_box;
use std::io::{self, BufRead, BufWriter, IsTerminal, Read, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use lexopt::ValueExt;
use newsframe::loaded::Profile;
use newsframe::{Analysis, Analyzer, Article, Attribution, Document, LoadedLanguage, Quantities};
use serde::Deserialize;
use serde_json::{Value, json};

type Failure = Box<dyn std::error::Error>;

/// One line of input.
#[derive(Deserialize)]
struct Row {
    id: String,
    #[serde(flatten)]
    article: Article,
}

struct Options {
    layers: bool,
    profile: Profile,
    bench: Option<u32>,
}

fn main() -> ExitCode {
    let result = options().and_then(|options| match options.bench {
        Some(times) => bench(times).map(|()| 0),
        None => annotate(&options),
    });
    match result {
        Ok(0) => ExitCode::SUCCESS,
        Ok(bad) => {
            eprintln!("annotate: {bad} bad rows were skipped");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("annotate: {error}");
            ExitCode::from(2)
        }
    }
}

fn options() -> Result<Options, Failure> {
    let mut options = Options { layers: false, profile: Profile::Default, bench: None };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("layers") => options.layers = true,
            lexopt::Arg::Long("profile") => options.profile = profile(&arguments.value()?.string()?)?,
            lexopt::Arg::Long("bench") => {
                options.bench = Some(arguments.value()?.to_str().unwrap_or_default().parse()?)
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn profile(name: &str) -> Result<Profile, Failure> {
    let known = [Profile::Default, Profile::Strict, Profile::Broad];
    known.into_iter().find(|profile| profile.name() == name).ok_or_else(|| format!("unknown profile `{name}`").into())
}

/// Annotates standard input; the number of bad rows.
fn annotate(options: &Options) -> Result<u64, Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    let progress = progress();
    let loaded = LoadedLanguage::builder().profile(options.profile).build()?;
    let analyzers = (Attribution::new(), Quantities::new(), loaded);
    let (mut bad, mut line) = (0, Vec::new());
    let mut input = io::stdin().lock();
    for number in 1_u64.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        progress.inc(1);
        if line.trim_ascii().is_empty() {
            continue;
        }
        match read(&line) {
            Ok((id, document)) => {
                serde_json::to_writer(&mut out, &annotated(id, &document, &analyzers, options))?;
                out.write_all(b"\n")?;
            }
            Err(error) => {
                bad += 1;
                progress.suspend(|| eprintln!("annotate: line {number}: {error}"));
            }
        }
    }
    out.flush()?;
    progress.finish_and_clear();
    Ok(bad)
}

/// A row's id and document.
fn read(line: &[u8]) -> Result<(String, Document), Failure> {
    let row: Row = serde_json::from_slice(line)?;
    Ok((row.id, Document::new(row.article)?))
}

fn annotated(
    id: String,
    document: &Document,
    analyzers: &(Attribution, Quantities, LoadedLanguage),
    options: &Options,
) -> Value {
    let (said, numbers, loaded) = analyzers.analyze(document);
    let analysis = Analysis::join(document, said, numbers, loaded, &[]);
    let offsets = document.offsets();
    let zones: Vec<_> = document
        .zones()
        .iter()
        .map(|zone| json!({"kind": zone.kind().name(), "span": offsets.to_code_points(zone.span())}))
        .collect();
    let mut row = json!({
        "id": id,
        "attributions": attribution::rows(document, analysis.attribution()),
        "quantities": quantity::rows(document, &analysis),
        "loaded": loaded::rows(document, analysis.loaded()),
        "loaded_score": loaded::score(analysis.loaded()),
        "zones": zones,
    });
    if options.layers {
        row["tokens"] = layers::tokens(document);
        row["sentences"] = layers::sentences(document);
    }
    row
}

/// A progress bar where a person is watching.
fn progress() -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style =
        ProgressStyle::with_template("{spinner} {pos} articles, {per_sec}, {elapsed}").expect("the template is tested");
    let progress = ProgressBar::new_spinner().with_style(style);
    progress.enable_steady_tick(Duration::from_millis(200));
    progress
}

/// Analyzes all input `times` times in this process, on this thread.
fn bench(times: u32) -> Result<(), Failure> {
    let mut input = Vec::new();
    io::stdin().read_to_end(&mut input)?;
    let lines = input.split(|&byte| byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
    let articles =
        lines.map(|line| Ok(serde_json::from_slice::<Row>(line)?.article)).collect::<Result<Vec<_>, Failure>>()?;
    let bytes: usize = articles.iter().map(|article| article.text().len()).sum();
    let analyzers = (Attribution::new(), Quantities::new(), LoadedLanguage::new());
    let mut spent = Duration::ZERO;
    for _ in 0..times {
        for article in &articles {
            let article = article.clone();
            let start = Instant::now();
            let document = Document::new(article)?;
            black_box(analyzers.analyze(&document));
            spent += start.elapsed();
        }
    }
    println!("{:.2} MB/s", bytes as f64 * f64::from(times) / spent.as_secs_f64() / 1e6);
    Ok(())
}
