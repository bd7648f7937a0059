//! Analyzes a corpus: JSON Lines, CSV, or a folder of `.txt` and `.json` files in; JSON Lines, CSV or Parquet and a summary out.
//!
//! ```text
//! corpus INPUT… -o OUTPUT [--format jsonl|findings|csv|parquet] [--summary FILE.json|FILE.csv]
//!        [--names FILE] [--rejects FILE] [--threads N] [--fresh]
//! ```
//!
//! The format follows from the name of the output. Rows have the fields of the crate's JSON (`headline` and `body`, or
//! `text`; `outlet`, `date`, `section`) and an `id`. A bad record is reported with file and line, kept in the rejects file and counted.
//! Ctrl-C stops cleanly, and the same command goes on where it stopped; after a crash too.
//!
//! Build with `--features rayon` for all cores, `--features parquet` for Parquet. Exit status: 0 done; 1 done, with bad
//! records; 2 failed; 130 stopped.
//!
//! The summary counts speakers by the fullest name of each article, so *Harlan* and *Viktor Harlan* of two articles are two. `--names`
//! joins them: a file with lines of a name, a tab, and the name to count it under.

mod job;
mod show;

use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use job::{Event, Failure, Format, Job, Outcome};
use lexopt::ValueExt;

const USAGE: &str = "usage: corpus INPUT… -o OUTPUT [--format jsonl|findings|csv|parquet] [--summary FILE.json|FILE.csv] \
                     [--names FILE] [--rejects FILE] [--threads N] [--fresh]";

struct Options {
    job: Job,
    summary: Option<PathBuf>,
    names: BTreeMap<String, String>,
    threads: Option<usize>,
}

fn main() -> ExitCode {
    match options().and_then(|options| run(&options)) {
        Ok(Outcome { finished: false, .. }) => {
            eprintln!("corpus: stopped; the same command goes on from here");
            ExitCode::from(130)
        }
        Ok(Outcome { rejected: 0, .. }) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("corpus: {error}");
            ExitCode::from(2)
        }
    }
}

fn options() -> Result<Options, Failure> {
    let (mut inputs, mut output, mut format, mut rejects) = (Vec::new(), None, None, None);
    let (mut summary, mut names, mut threads, mut fresh) = (None, BTreeMap::new(), None, false);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Value(path) => inputs.push(PathBuf::from(path)),
            lexopt::Arg::Short('o') | lexopt::Arg::Long("output") => output = Some(PathBuf::from(arguments.value()?)),
            lexopt::Arg::Long("format") => {
                let name = arguments.value()?.string()?;
                format = Some(Format::from_name(&name).ok_or_else(|| format!("unknown format `{name}`\n{USAGE}"))?);
            }
            lexopt::Arg::Long("summary") => summary = Some(PathBuf::from(arguments.value()?)),
            lexopt::Arg::Long("rejects") => rejects = Some(PathBuf::from(arguments.value()?)),
            lexopt::Arg::Long("names") => names = read_names(&PathBuf::from(arguments.value()?))?,
            lexopt::Arg::Long("threads") => threads = Some(arguments.value()?.parse()?),
            lexopt::Arg::Long("fresh") => fresh = true,
            lexopt::Arg::Short('h') | lexopt::Arg::Long("help") => {
                println!("{USAGE}");
                std::process::exit(0);
            }
            other => return Err(format!("{}\n{USAGE}", other.unexpected()).into()),
        }
    }
    let output = output.filter(|_| !inputs.is_empty()).ok_or(USAGE)?;
    let by_name = || Format::from_name(output.extension()?.to_str()?);
    let format = format.or_else(by_name).ok_or_else(|| format!("give --format\n{USAGE}"))?;
    let rejects = rejects.unwrap_or_else(|| with_suffix(&output, ".rejects.jsonl"));
    Ok(Options { job: Job { inputs, output, format, rejects, fresh }, summary, names, threads })
}

/// What to count a speaker under, by name.
fn read_names(path: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let place = |line: usize| format!("{}:{}", path.display(), line + 1);
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(number, line)| {
            let (name, other) = line.split_once('\t').ok_or_else(|| format!("{}: no tab", place(number)))?;
            Ok((name.trim().to_owned(), other.trim().to_owned()))
        })
        .collect()
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn run(options: &Options) -> Result<Outcome, Failure> {
    set_threads(options.threads)?;
    let stop = Arc::new(AtomicBool::new(false));
    let handler = Arc::clone(&stop);
    ctrlc::set_handler(move || {
        // A second time: at once. The checkpoint on the disk stays good.
        if handler.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
    })?;
    let start = Instant::now();
    let progress = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::hidden());
    let mut outcome = options.job.run(&stop, |event| match event {
        Event::Started { bytes, done } => {
            progress.set_length(bytes);
            begin(&progress, done);
        }
        Event::Advanced { done } => progress.set_position(done),
        Event::Rejected { file, line, problem } => {
            progress.suspend(|| eprintln!("corpus: {}:{line}: {problem}", file.display()));
        }
    })?;
    progress.finish_and_clear();
    if outcome.finished {
        outcome.summary.rename_speakers(|name| options.names.get(name).map_or(name, String::as_str).to_owned());
        if let Some(path) = &options.summary {
            show::write(path, &outcome.summary)?;
        }
        show::print(&outcome, start.elapsed(), &options.job.rejects)?;
    }
    Ok(outcome)
}

/// A progress bar where a person is watching.
fn begin(progress: &ProgressBar, done: u64) {
    let template = "{bar:30} {percent}% of {total_bytes}, {bytes_per_sec}, {eta} left";
    if let (true, Ok(style)) = (std::io::stderr().is_terminal(), ProgressStyle::with_template(template)) {
        progress.set_style(style);
        progress.set_draw_target(ProgressDrawTarget::stderr());
        progress.enable_steady_tick(Duration::from_millis(250));
    }
    // What earlier runs did says nothing about the rate of this one.
    progress.set_position(done);
    progress.reset_eta();
}

#[cfg(feature = "rayon")]
fn set_threads(threads: Option<usize>) -> Result<(), Failure> {
    if let Some(threads) = threads {
        rayon::ThreadPoolBuilder::new().num_threads(threads).build_global()?;
    }
    Ok(())
}

#[cfg(not(feature = "rayon"))]
fn set_threads(threads: Option<usize>) -> Result<(), Failure> {
    match threads {
        None | Some(1) => Ok(()),
        Some(_) => Err("more than one thread needs a build with --features rayon".into()),
    }
}
