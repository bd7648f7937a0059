//! Reads records one after the other, and knows after each where in which file it stands.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use csv::ByteRecord;
use serde::{Deserialize, Serialize};

use super::Failure;

/// Longest line that is read, in bytes; a longer one is a bad record.
const MAX_LINE: u64 = 64 << 20;

/// What a file holds, by the end of its name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    /// An article a line.
    JsonLines,
    /// An article a record, the columns named in the first.
    Csv,
    /// One article.
    Json,
    /// One article, plain.
    Text,
}

impl Kind {
    fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()? {
            "jsonl" | "ndjson" => Some(Self::JsonLines),
            "csv" => Some(Self::Csv),
            "json" => Some(Self::Json),
            "txt" => Some(Self::Text),
            _ => None,
        }
    }
}

/// How far the input is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Position {
    /// Index of the file.
    pub(crate) file: usize,
    /// Bytes of it.
    pub(crate) offset: u64,
    /// Lines of it.
    pub(crate) line: u64,
}

/// A record as it was read.
pub(crate) struct Record {
    pub(crate) file: Arc<Path>,
    /// The line it starts in, from 1.
    pub(crate) line: u64,
    pub(crate) content: Content,
    /// Where the next one starts.
    pub(crate) end: Position,
}

pub(crate) enum Content {
    Json(Vec<u8>),
    Text(Vec<u8>),
    Csv {
        header: Arc<ByteRecord>,
        record: ByteRecord,
    },
    /// Could not be read as a record, and why.
    Bad(Vec<u8>, String),
}

struct Source {
    path: Arc<Path>,
    kind: Kind,
    size: u64,
}

enum Open {
    Lines(BufReader<File>),
    Csv(Box<csv::Reader<File>>, Arc<ByteRecord>),
}

/// The records of all files, in order.
pub(crate) struct Input {
    sources: Vec<Source>,
    at: Position,
    open: Option<Open>,
}

impl Input {
    /// The files and folders given; of a folder all files that may hold articles, in order of their names.
    pub(crate) fn new(paths: &[PathBuf]) -> Result<Self, Failure> {
        let mut sources = Vec::new();
        for path in paths {
            let mut stack = vec![path.clone()];
            while let Some(path) = stack.pop() {
                let context = |error: io::Error| format!("{}: {error}", path.display());
                if path.is_dir() {
                    let mut inside = Vec::new();
                    for entry in fs::read_dir(&path).map_err(context)? {
                        let entry = entry?;
                        let follow = entry.file_type()?.is_dir() || Kind::of(&entry.path()).is_some();
                        inside.extend(follow.then(|| entry.path()));
                    }
                    inside.sort_by(|one, other| other.cmp(one));
                    stack.extend(inside);
                } else {
                    let size = fs::metadata(&path).map_err(context)?.len();
                    let unknown = || format!("{}: expected .jsonl, .csv, .json or .txt", path.display());
                    let kind = Kind::of(&path).ok_or_else(unknown)?;
                    sources.push(Source { path: path.into(), kind, size });
                }
            }
        }
        Ok(Self { sources, at: Position::default(), open: None })
    }

    /// Goes on from a position.
    pub(crate) fn resume(&mut self, position: Position) {
        self.at = position;
        self.open = None;
    }

    /// Names and sizes of the files.
    pub(crate) fn files(&self) -> Vec<(String, u64)> {
        self.sources.iter().map(|source| (source.path.display().to_string(), source.size)).collect()
    }

    /// Bytes of all files before a position.
    pub(crate) fn bytes_before(&self, position: Position) -> u64 {
        self.sources.iter().take(position.file).map(|source| source.size).sum::<u64>() + position.offset
    }

    pub(crate) fn bytes(&self) -> u64 {
        self.bytes_before(Position { file: self.sources.len(), ..Position::default() })
    }

    fn read(&mut self) -> io::Result<Option<Record>> {
        while let Some(source) = self.sources.get(self.at.file) {
            let (path, kind) = (Arc::clone(&source.path), source.kind);
            let record = match kind {
                Kind::JsonLines | Kind::Csv => self.next_of_many(&path, kind)?,
                Kind::Json | Kind::Text => Some(self.only(&path, kind)?),
            };
            match record {
                Some(record) => return Ok(Some(record)),
                None => self.next_file(),
            }
        }
        Ok(None)
    }

    fn next_file(&mut self) {
        self.at = Position { file: self.at.file + 1, ..Position::default() };
        self.open = None;
    }

    /// The whole file as one record.
    fn only(&mut self, path: &Arc<Path>, kind: Kind) -> io::Result<Record> {
        let bytes = fs::read(path)?;
        self.next_file();
        let content = if kind == Kind::Json { Content::Json(bytes) } else { Content::Text(bytes) };
        Ok(Record { file: Arc::clone(path), line: 1, content, end: self.at })
    }

    fn next_of_many(&mut self, path: &Arc<Path>, kind: Kind) -> io::Result<Option<Record>> {
        let open = match self.open.take() {
            Some(open) => open,
            None => open(path, kind, self.at)?,
        };
        let open = self.open.insert(open);
        let (line, content) = match open {
            Open::Lines(reader) => {
                let Some(content) = next_line(reader, &mut self.at)? else { return Ok(None) };
                (self.at.line, content)
            }
            Open::Csv(reader, header) => {
                let mut record = ByteRecord::new();
                let start = reader.position().line();
                let content = match reader.read_byte_record(&mut record) {
                    Ok(false) => return Ok(None),
                    Ok(true) => Content::Csv { header: Arc::clone(header), record },
                    Err(error) if error.is_io_error() => return Err(error.into()),
                    Err(error) => Content::Bad(Vec::new(), error.to_string()),
                };
                (self.at.offset, self.at.line) = (reader.position().byte(), reader.position().line());
                (start, content)
            }
        };
        Ok(Some(Record { file: Arc::clone(path), line, content, end: self.at }))
    }
}

impl Iterator for Input {
    type Item = io::Result<Record>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read().transpose()
    }
}

fn open(path: &Path, kind: Kind, at: Position) -> io::Result<Open> {
    let mut file = File::open(path)?;
    if kind == Kind::Csv {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(file);
        let header = Arc::new(reader.byte_headers()?.clone());
        if at.offset > 0 {
            let mut position = csv::Position::new();
            position.set_byte(at.offset).set_line(at.line);
            reader.seek(position)?;
        }
        return Ok(Open::Csv(Box::new(reader), header));
    }
    file.seek(SeekFrom::Start(at.offset))?;
    Ok(Open::Lines(BufReader::with_capacity(1 << 16, file)))
}

/// The next line that is not blank, without a byte order mark.
fn next_line(reader: &mut BufReader<File>, at: &mut Position) -> io::Result<Option<Content>> {
    loop {
        let mut line = Vec::new();
        let first = at.offset == 0;
        let mut read = reader.by_ref().take(MAX_LINE).read_until(b'\n', &mut line)? as u64;
        if read == 0 {
            return Ok(None);
        }
        let too_long = read == MAX_LINE && line.last() != Some(&b'\n');
        if too_long {
            line.truncate(1 << 10);
            read += skip_line(reader)?;
        }
        at.offset += read;
        at.line += 1;
        if first && line.starts_with("\u{feff}".as_bytes()) {
            line.drain(..3);
        }
        if too_long {
            return Ok(Some(Content::Bad(line, format!("the line is longer than {MAX_LINE} bytes"))));
        }
        if !line.trim_ascii().is_empty() {
            return Ok(Some(Content::Json(line)));
        }
    }
}

/// Skips to behind the next line end, in bounded memory.
fn skip_line(reader: &mut BufReader<File>) -> io::Result<u64> {
    let mut skipped = 0;
    loop {
        let buffer = reader.fill_buf()?;
        let end = buffer.iter().position(|&byte| byte == b'\n');
        let length = end.map_or(buffer.len(), |end| end + 1);
        reader.consume(length);
        skipped += length as u64;
        if end.is_some() || length == 0 {
            return Ok(skipped);
        }
    }
}
