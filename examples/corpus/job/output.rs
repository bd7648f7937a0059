//! Writes results so that they can be cut back to a checkpoint: a file by its length, Parquet by whole parts.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use newsframe::export::{Findings, Record, csv};
use newsframe::{Analysis, Document};
use serde::{Deserialize, Serialize};

use super::Failure;

/// Articles of a part of a Parquet folder.
#[cfg(feature = "parquet")]
const PART: usize = 5_000;

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) enum Format {
    /// A complete record a line.
    Jsonl,
    /// Flat findings, an article a line.
    Findings,
    /// A finding a row.
    Csv,
    /// A folder of Parquet files, a finding a row.
    Parquet,
}

impl Format {
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        match name {
            "jsonl" => Some(Self::Jsonl),
            "findings" => Some(Self::Findings),
            "csv" => Some(Self::Csv),
            "parquet" => Some(Self::Parquet),
            _ => None,
        }
    }
}

/// An article as it will be written; made on any core.
pub(crate) enum Rendered {
    Bytes(Vec<u8>),
    #[cfg(feature = "parquet")]
    Rows(Box<(String, Document, Analysis)>),
}

pub(crate) fn render(format: Format, id: String, document: Document, analysis: Analysis) -> Result<Rendered, Failure> {
    let mut bytes = Vec::new();
    match format {
        Format::Jsonl => serde_json::to_writer(&mut bytes, &Record::new(id, &document, &analysis))?,
        Format::Findings => serde_json::to_writer(&mut bytes, &Findings::new(&id, &document, &analysis))?,
        Format::Csv => csv::Writer::new(&mut bytes).without_header().write(&id, &document, &analysis)?,
        #[cfg(feature = "parquet")]
        Format::Parquet => return Ok(Rendered::Rows(Box::new((id, document, analysis)))),
        #[cfg(not(feature = "parquet"))]
        Format::Parquet => return Err("Parquet needs a build with --features parquet".into()),
    }
    if format != Format::Csv {
        bytes.push(b'\n');
    }
    Ok(Rendered::Bytes(bytes))
}

/// A file that knows its length and can be cut back to it.
pub(crate) struct Lines {
    file: BufWriter<File>,
    pub(crate) len: u64,
}

impl Lines {
    /// Opens a file and drops what stands behind `len`.
    pub(crate) fn open(path: &Path, len: u64) -> Result<Self, Failure> {
        let open = || {
            let mut file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
            if file.metadata()?.len() < len {
                return Err(io::Error::other("shorter than its checkpoint says"));
            }
            file.set_len(len)?;
            file.seek(SeekFrom::Start(len))?;
            Ok(file)
        };
        let file = open().map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Self { file: BufWriter::with_capacity(1 << 16, file), len })
    }

    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.len += bytes.len() as u64;
        self.file.write_all(bytes)
    }

    /// Makes sure that all of it is on the disk.
    pub(crate) fn sync(&mut self) -> io::Result<u64> {
        self.file.flush()?;
        self.file.get_ref().sync_data()?;
        Ok(self.len)
    }
}

pub(crate) enum Output {
    Lines(Lines),
    #[cfg(feature = "parquet")]
    Parts(Box<Parts>),
}

impl Output {
    /// Opens the output at a checkpoint: a length, or a number of parts; 0 for a new one.
    pub(crate) fn open(path: &Path, format: Format, mark: u64) -> Result<Self, Failure> {
        if format == Format::Parquet {
            #[cfg(feature = "parquet")]
            return Ok(Self::Parts(Box::new(Parts::open(path, mark)?)));
            #[cfg(not(feature = "parquet"))]
            return Err("Parquet needs a build with --features parquet".into());
        }
        let mut lines = Lines::open(path, mark)?;
        if format == Format::Csv && mark == 0 {
            let mut header = Vec::new();
            csv::Writer::new(&mut header).header()?;
            lines.write(&header)?;
        }
        Ok(Self::Lines(lines))
    }

    pub(crate) fn write(&mut self, rendered: Rendered) -> Result<(), Failure> {
        match (self, rendered) {
            (Self::Lines(lines), Rendered::Bytes(bytes)) => Ok(lines.write(&bytes)?),
            #[cfg(feature = "parquet")]
            (Self::Parts(parts), Rendered::Rows(article)) => parts.write(&article),
            #[cfg(feature = "parquet")]
            _ => unreachable!("rendered for the format of the output"),
        }
    }

    /// Whether a checkpoint can be made without closing a part early.
    pub(crate) fn is_at_border(&self) -> bool {
        match self {
            Self::Lines(_) => true,
            #[cfg(feature = "parquet")]
            Self::Parts(parts) => parts.open.is_none(),
        }
    }

    /// Puts everything on the disk and returns the mark to go on from.
    pub(crate) fn sync(&mut self) -> Result<u64, Failure> {
        match self {
            Self::Lines(lines) => Ok(lines.sync()?),
            #[cfg(feature = "parquet")]
            Self::Parts(parts) => parts.close(),
        }
    }
}

/// A folder of Parquet files, each complete.
#[cfg(feature = "parquet")]
pub(crate) struct Parts {
    folder: PathBuf,
    done: u64,
    articles: usize,
    open: Option<newsframe::export::parquet::Writer<File>>,
}

#[cfg(feature = "parquet")]
impl Parts {
    fn open(folder: &Path, done: u64) -> Result<Self, Failure> {
        fs::create_dir_all(folder)?;
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let number = path.file_stem().and_then(|stem| stem.to_str()?.strip_prefix("part-")?.parse::<u64>().ok());
            if number.is_some_and(|number| number >= done) {
                fs::remove_file(path)?;
            }
        }
        Ok(Self { folder: folder.to_owned(), done, articles: 0, open: None })
    }

    fn write(&mut self, (id, document, analysis): &(String, Document, Analysis)) -> Result<(), Failure> {
        let writer = match &mut self.open {
            Some(writer) => writer,
            None => {
                let file = File::create(self.folder.join(format!("part-{:06}.parquet", self.done)))?;
                self.open.insert(newsframe::export::parquet::Writer::new(file)?)
            }
        };
        writer.write(id, document, analysis)?;
        self.articles += 1;
        if self.articles == PART {
            self.close()?;
        }
        Ok(())
    }

    fn close(&mut self) -> Result<u64, Failure> {
        if let Some(writer) = self.open.take() {
            writer.finish()?.sync_data()?;
            self.done += 1;
            self.articles = 0;
        }
        Ok(self.done)
    }
}

/// Writes a file in one step: whoever looks sees the old one or the new one.
pub(crate) fn replace(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<File>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    let new = PathBuf::from(name);
    let mut file = BufWriter::new(File::create(&new)?);
    write(&mut file)?;
    file.into_inner()?.sync_all()?;
    Ok(fs::rename(new, path)?)
}
