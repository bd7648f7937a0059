//! A run over a corpus that can be stopped anywhere and goes on where it stopped.
//!
//! After every few seconds, and when it is told to stop, the run writes a checkpoint: how far input, output and rejects
//! are, and the summary so far. The next run with the same input and format cuts the files back to the checkpoint and goes on from there, so
//! even after a crash nothing is lost or written twice.

mod input;
mod output;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use newsframe::corpus::{Counts, Group, Summary};
use newsframe::{Analyzer, Article, Document, Pipeline};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use input::{Content, Input, Position};
pub(crate) use output::Format;
use output::{Lines, Output, Rendered};

pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Least time between two checkpoints.
const INTERVAL: Duration = Duration::from_secs(5);

pub(crate) struct Job {
    pub(crate) inputs: Vec<PathBuf>,
    pub(crate) output: PathBuf,
    pub(crate) format: Format,
    pub(crate) rejects: PathBuf,
    /// Forget a checkpoint and start over.
    pub(crate) fresh: bool,
}

/// What a run tells while it runs.
pub(crate) enum Event<'a> {
    /// Bytes of input, and how many were done in earlier runs.
    Started {
        bytes: u64,
        done: u64,
    },
    /// Bytes of input done.
    Advanced {
        done: u64,
    },
    Rejected {
        file: &'a Path,
        line: u64,
        problem: &'a str,
    },
}

/// What a run came to.
pub(crate) struct Outcome {
    pub(crate) summary: Summary,
    /// Bad records.
    pub(crate) rejected: u64,
    /// Whether all input is done; if not, the next run goes on.
    pub(crate) finished: bool,
}

/// What the next run needs to go on.
#[derive(Serialize, Deserialize)]
struct Checkpoint {
    version: String,
    files: Vec<(String, u64)>,
    format: Format,
    position: Position,
    output: u64,
    rejects: u64,
    rejected: u64,
    summary: Summary,
}

/// A record, analyzed or refused.
struct Done {
    file: Arc<Path>,
    line: u64,
    end: Position,
    result: Result<(Group, Counts, Rendered), Refused>,
}

struct Refused {
    problem: String,
    record: String,
}

impl Job {
    /// The file that holds the checkpoint while the run is not finished.
    pub(crate) fn checkpoint(&self) -> PathBuf {
        let mut name = self.output.as_os_str().to_owned();
        name.push(".checkpoint");
        name.into()
    }

    /// Runs until all is done or `stop` is set.
    pub(crate) fn run(&self, stop: &Arc<AtomicBool>, mut tell: impl FnMut(Event<'_>)) -> Result<Outcome, Failure> {
        let mut input = Input::new(&self.inputs)?;
        let mut state = self.begin(&input)?;
        let mut output = Output::open(&self.output, self.format, state.output)?;
        let mut rejects = Lines::open(&self.rejects, state.rejects)?;
        input.resume(state.position);
        // A second list of the files to count bytes with: the first goes to where records are drawn.
        let sizes = Input::new(&self.inputs)?;
        tell(Event::Started { bytes: sizes.bytes(), done: sizes.bytes_before(state.position) });

        let (stopped, format) = (Arc::clone(stop), self.format);
        let records = input.take_while(move |_| !stopped.load(Ordering::Relaxed));
        let mut pause = INTERVAL;
        let mut saved = Instant::now();
        for done in analyze(records, format) {
            let Done { file, line, end, result } = done?;
            match result {
                Ok((group, counts, rendered)) => {
                    output.write(rendered)?;
                    state.summary.add_counts(group, counts);
                }
                Err(Refused { problem, record }) => {
                    let reject =
                        json!({"file": file.display().to_string(), "line": line, "problem": problem, "record": record});
                    rejects.write(format!("{reject}\n").as_bytes())?;
                    state.rejected += 1;
                    tell(Event::Rejected { file: &file, line, problem: &problem });
                }
            }
            state.position = end;
            tell(Event::Advanced { done: sizes.bytes_before(end) });
            if saved.elapsed() >= pause && output.is_at_border() {
                let start = Instant::now();
                self.save(&mut state, &mut output, &mut rejects)?;
                saved = Instant::now();
                // Saving takes a twentieth of the time at most, however large the summary grows.
                pause = INTERVAL.max(20 * (saved - start));
            }
        }
        self.save(&mut state, &mut output, &mut rejects)?;
        let finished = !stop.load(Ordering::Relaxed) || sizes.bytes_before(state.position) == sizes.bytes();
        if finished {
            fs::remove_file(self.checkpoint())?;
            if state.rejected == 0 {
                fs::remove_file(&self.rejects)?;
            }
        }
        Ok(Outcome { summary: state.summary, rejected: state.rejected, finished })
    }

    /// The state to begin with: that of the checkpoint, if there is one.
    fn begin(&self, input: &Input) -> Result<Checkpoint, Failure> {
        let new = Checkpoint {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            files: input.files(),
            format: self.format,
            position: Position::default(),
            output: 0,
            rejects: 0,
            rejected: 0,
            summary: Summary::new(),
        };
        let path = self.checkpoint();
        if self.fresh || !path.exists() {
            return Ok(new);
        }
        let old: Checkpoint =
            serde_json::from_slice(&fs::read(&path)?).map_err(|error| format!("{}: {error}", path.display()))?;
        if (&old.version, &old.files, old.format) != (&new.version, &new.files, new.format) {
            let path = path.display();
            return Err(format!(
                "{path} is of another run (other input, format or version); give --fresh to start over"
            )
            .into());
        }
        Ok(old)
    }

    fn save(&self, state: &mut Checkpoint, output: &mut Output, rejects: &mut Lines) -> Result<(), Failure> {
        state.output = output.sync()?;
        state.rejects = rejects.sync()?;
        output::replace(&self.checkpoint(), |file| Ok(serde_json::to_writer(file, state)?))
    }
}

/// The records, analyzed and rendered, in order: on all cores with feature `rayon`, on this one without.
fn analyze(
    records: impl Iterator<Item = std::io::Result<input::Record>>,
    format: Format,
) -> impl Iterator<Item = Result<Done, Failure>> {
    let pipeline = Pipeline::new();
    let work = move |record: std::io::Result<input::Record>| one(record?, &pipeline, format);
    #[cfg(feature = "rayon")]
    return newsframe::corpus::par_map(records, work);
    #[cfg(not(feature = "rayon"))]
    return records.map(work);
}

fn one(record: input::Record, pipeline: &Pipeline, format: Format) -> Result<Done, Failure> {
    let input::Record { file, line, content, end } = record;
    let result = match read(&file, line, &content) {
        Ok((id, article)) => {
            let document = Document::new(article)?;
            let analysis = pipeline.analyze(&document);
            let (group, counts) = (Group::of(&document), Counts::of(&document, &analysis));
            Ok((group, counts, output::render(format, id, document, analysis)?))
        }
        Err(problem) => Err(Refused { problem: problem.to_string(), record: shown(&content) }),
    };
    Ok(Done { file, line, end, result })
}

/// An article in the crate's JSON, with an id if it has one.
#[derive(Deserialize)]
#[serde(expecting = "an article")]
struct Row {
    id: Option<Value>,
    #[serde(flatten)]
    article: Article,
}

impl Row {
    fn named(self, file: &Path, line: u64) -> (String, Article) {
        let id = match self.id {
            Some(Value::String(id)) => id,
            Some(Value::Number(id)) => id.to_string(),
            _ => format!("{}:{line}", file.display()),
        };
        (id, self.article)
    }
}

fn read(file: &Path, line: u64, content: &Content) -> Result<(String, Article), Failure> {
    match content {
        Content::Json(bytes) => {
            Ok(serde_json::from_slice::<Row>(bytes.trim_ascii_end()).map_err(in_line)?.named(file, line))
        }
        Content::Text(bytes) => Ok((file.display().to_string(), Article::from_bytes(bytes)?)),
        Content::Csv { header, record } => {
            if header.len() != record.len() {
                return Err(format!("{} fields, but the header has {}", record.len(), header.len()).into());
            }
            let mut fields = Map::new();
            for (name, field) in header.iter().zip(record).filter(|(_, field)| !field.is_empty()) {
                let (name, text) = (std::str::from_utf8(name)?, std::str::from_utf8(field)?);
                let list = matches!(name, "section" | "authors");
                let name = name.trim_start_matches('\u{feff}').to_owned();
                fields.insert(name, if list { json!([text]) } else { json!(text) });
            }
            Ok(serde_json::from_value::<Row>(fields.into())?.named(file, line))
        }
        Content::Bad(_, problem) => Err(problem.as_str().into()),
    }
}

/// What is wrong with a line of JSON: the parser counts lines within the record, which is one line of a file.
fn in_line(error: serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.rsplit_once(" at line ").map_or(&*text, |(what, _)| what);
    match (error.line(), error.column()) {
        (0, _) | (1, 0) => what.to_owned(),
        (1, column) => format!("{what}, column {column}"),
        _ => text,
    }
}

/// A record for the rejects file: as it came, but for what is not UTF-8.
fn shown(content: &Content) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim_end_matches(['\r', '\n']).to_owned();
    match content {
        Content::Json(bytes) | Content::Text(bytes) | Content::Bad(bytes, _) => text(bytes),
        Content::Csv { record, .. } => {
            let mut writer = csv::Writer::from_writer(Vec::new());
            let written = writer.write_byte_record(record).ok().and_then(|()| writer.into_inner().ok());
            text(&written.unwrap_or_default())
        }
    }
}
