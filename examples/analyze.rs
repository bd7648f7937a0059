//! Analyzes one article and shows who says what, which numbers are claimed, and which words colour it.
//!
//! ```text
//! analyze [OPTIONS] [FILE]
//! ```
//!
//! `FILE` is a plain text, or JSON (the crate's form of an article, a schema.org `NewsArticle`, or what `--json` wrote);
//! `-` is standard input; without one a bundled article is analyzed. See `--help` for the options.
//! Exit status: 0 fine, 1 the article cannot be read, 2 the command line is wrong.

use std::io::{self, IsTerminal, Read, Write};
use std::process::ExitCode;

use newsframe::article::schema_org::NewsArticle;
use newsframe::render::{Html, Terminal};
use newsframe::{Analysis, Article, Document};
use serde::Deserialize;
use serde_json::{Value, json};

const HELP: &str = "\
Usage: analyze [OPTIONS] [FILE]

Shows who says what in a news article, which numbers it claims, and which words colour it.
FILE is plain text or JSON; - is standard input; without one, a bundled article is analyzed.

Options:
      --json         write article and analysis as JSON
      --html         write the report as one HTML page
      --width N      columns of the report (default: $COLUMNS or 80)
      --color WHEN   always, never or auto (default: where a terminal is watching and NO_COLOR is not set)
  -h, --help         show this";

/// What is analyzed when no file is given.
const BUNDLED: &str = include_str!("articles/tabloid.txt");

type Failure = Box<dyn std::error::Error>;

#[derive(Clone, Copy)]
enum Format {
    Terminal,
    Html,
    Json,
    Help,
}

struct Options {
    file: Option<String>,
    format: Format,
    width: Option<usize>,
    color: Option<bool>,
}

/// What `--json` writes and a JSON file may hold.
#[derive(Deserialize)]
struct Saved {
    article: Article,
    analysis: Analysis,
}

fn main() -> ExitCode {
    let options = match options() {
        Ok(options) => options,
        Err(error) => {
            eprintln!("analyze: {error}\nTry --help.");
            return ExitCode::from(2);
        }
    };
    match run(&options) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads has had enough: `analyze … | head`.
        Err(error) if is_broken_pipe(&*error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("analyze: {}: {error}", options.file.as_deref().unwrap_or("bundled article"));
            ExitCode::FAILURE
        }
    }
}

fn is_broken_pipe(error: &(dyn std::error::Error + 'static)) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

fn options() -> Result<Options, Failure> {
    use lexopt::Arg::{Long, Short, Value};
    let mut options = Options { file: None, format: Format::Terminal, width: None, color: None };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("json") => options.format = Format::Json,
            Long("html") => options.format = Format::Html,
            Long("width") => {
                let value = arguments.value()?.to_string_lossy().into_owned();
                options.width =
                    Some(value.parse().map_err(|_| format!("--width is a number of columns, not {value:?}"))?);
            }
            Long("color") => {
                options.color = match &*arguments.value()?.to_string_lossy() {
                    "always" => Some(true),
                    "never" => Some(false),
                    "auto" => None,
                    other => return Err(format!("--color is always, never or auto, not {other:?}").into()),
                }
            }
            Short('h') | Long("help") => options.format = Format::Help,
            Value(file) if options.file.is_none() => options.file = Some(file.to_string_lossy().into_owned()),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn run(options: &Options) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    if let Format::Help = options.format {
        return Ok(writeln!(out, "{HELP}")?);
    }
    let (article, stored) = read(options.file.as_deref())?;
    let document = Document::new(article)?;
    let analysis = match stored {
        Some(analysis) => analysis.check(&document).map(|()| analysis)?,
        None => Analysis::of(&document),
    };
    match options.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &json!({"article": document.article(), "analysis": analysis}))?;
            writeln!(out)?;
        }
        Format::Html => write!(out, "{}", Html::new().show(&analysis, &document))?,
        Format::Terminal | Format::Help => write!(out, "{}", terminal(options).show(&analysis, &document))?,
    }
    Ok(out.flush()?)
}

/// The terminal that is watching, or what the options say.
fn terminal(options: &Options) -> Terminal {
    let variable = |name| std::env::var(name).ok();
    let watched = || {
        let no_color = variable("NO_COLOR");
        Terminal::color_for(io::stdout().is_terminal(), no_color.as_deref(), variable("TERM").as_deref())
    };
    let columns = || variable("COLUMNS").and_then(|columns| columns.parse().ok()).unwrap_or(80);
    Terminal::new().width(options.width.unwrap_or_else(columns)).color(options.color.unwrap_or_else(watched))
}

/// The article, and its analysis if one was stored with it.
fn read(file: Option<&str>) -> Result<(Article, Option<Analysis>), Failure> {
    let bytes = match file {
        None => BUNDLED.as_bytes().to_vec(),
        Some("-") => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes)?;
            bytes
        }
        Some(file) => std::fs::read(file)?,
    };
    let is_json = match file {
        None => false,
        Some("-") => bytes.trim_ascii_start().starts_with(b"{"),
        Some(file) => file.ends_with(".json"),
    };
    if !is_json {
        return Ok((Article::from_bytes(&bytes)?, None));
    }
    let value: Value = serde_json::from_slice(&bytes)?;
    let has = |key: &str| value.get(key).is_some();
    if has("analysis") {
        let Saved { article, analysis } = serde_json::from_value(value)?;
        Ok((article, Some(analysis)))
    } else if value.is_array() || has("@type") || has("@graph") || has("@context") {
        Ok((Article::try_from(serde_json::from_value::<NewsArticle>(value)?)?, None))
    } else {
        Ok((serde_json::from_value(value)?, None))
    }
}
