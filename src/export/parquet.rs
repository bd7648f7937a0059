//! Apache Parquet: findings as columnar files, for DuckDB, Spark, pandas, Polars (feature `parquet`).

use std::io::Write;

use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;

use super::OffsetUnit;
use super::arrow::{Batches, schema};
use crate::error::Kind;
use crate::{Analysis, Document, Error, Result};

/// Rows of a batch; memory is bounded by one row group of eight of them.
const BATCH: usize = 8_192;

/// Writes the findings of any number of articles into one Parquet file with the columns of [`schema`], compressed with Snappy.
///
/// ```
/// use newsframe::export::parquet;
/// use newsframe::{Analysis, Article, Document};
///
/// let document = Document::new(Article::from_text("The council made a brazen plan.")?)?;
/// let mut file = parquet::Writer::new(Vec::new())?;
/// file.write("a-1", &document, &Analysis::of(&document))?;
/// assert!(file.finish()?.starts_with(b"PAR1"));
/// # Ok::<(), newsframe::Error>(())
/// ```
pub struct Writer<W: Write + Send> {
    writer: ArrowWriter<W>,
    batches: Batches,
}

impl<W: Write + Send> Writer<W> {
    /// A file with offsets in code points.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn new(out: W) -> Result<Self> {
        Self::with_offsets(out, OffsetUnit::CodePoint)
    }

    /// A file with offsets in another unit.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn with_offsets(out: W, unit: OffsetUnit) -> Result<Self> {
        // The version of the writing library is not part of the result; runs compare byte for byte.
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by(concat!("newsframe ", env!("CARGO_PKG_VERSION")).to_owned())
            .set_max_row_group_row_count(Some(8 * BATCH))
            .build();
        let writer = ArrowWriter::try_new(out, schema(unit), Some(properties)).map_err(failed)?;
        Ok(Self { writer, batches: Batches::new(unit) })
    }

    /// Writes the findings of an article under an id of the caller's.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write(&mut self, article: &str, document: &Document, analysis: &Analysis) -> Result<()> {
        self.batches.push(article, document, analysis);
        if self.batches.len() >= BATCH { self.flush() } else { Ok(()) }
    }

    /// Writes the footer, without which the file cannot be read, and returns the writer.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn finish(mut self) -> Result<W> {
        self.flush()?;
        self.writer.into_inner().map_err(failed)
    }

    fn flush(&mut self) -> Result<()> {
        if self.batches.is_empty() {
            return Ok(());
        }
        let batch = self.batches.finish()?;
        self.writer.write(&batch).map_err(failed)
    }
}

impl<W: Write + Send> std::fmt::Debug for Writer<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer").field("batches", &self.batches).finish_non_exhaustive()
    }
}

fn failed(error: ParquetError) -> Error {
    Kind::Export { format: "parquet", problem: error.to_string() }.into()
}
