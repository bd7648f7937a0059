//! What programs read: the findings of a document in the formats of the trade.
//!
//! | format | with | offsets | for |
//! | --- | --- | --- | --- |
//! | JSON, complete | [`Record`] | bytes | storing and reading back |
//! | JSON, flat | [`Findings`] | as you like | programs in other languages |
//! | CSV | [`csv::Writer`] | as you like | spreadsheets, R, pandas |
//! | brat standoff | [`brat::write`](fn@brat::write) | code points | brat, and tools that read its format |
//! | W3C Web Annotation | [`WebAnnotations`] | code points | annotation on the web |
//! | spaCy, displaCy | [`SpacyDoc`] | code points | spaCy 3 |
//! | UIMA CAS JSON 0.4 | [`CasJson`] | UTF-16 | INCEpTION, dkpro-cassis, Java |
//! | Arrow | `arrow::Batches`, feature `arrow` | as you like | data frames |
//! | Parquet | `parquet::Writer`, feature `parquet` | as you like | DuckDB, Spark, pandas |
//!
//! All but [`Record`] are made from one list, the [`rows`] of a document, so that findings of plug-ins are exported like
//! those of the crate. The JSON formats are `serde` types: hand them to `serde_json` or to any other serialiser. Fields and
//! columns are described in [`schema`].
//!
//! # Recipes
//!
//! A file of records, one a line, and back:
//!
//! ```
//! use newsframe::export::Record;
//! use newsframe::{Analysis, Article, Document};
//!
//! let document = Document::new(Article::from_text("The council made a brazen plan.")?)?;
//! let line = serde_json::to_string(&Record::new("a-1", &document, &Analysis::of(&document)))?;
//! let (document, analysis) = serde_json::from_str::<Record>(&line)?.into_parts()?;
//! assert_eq!(analysis.loaded().outlet_voice().count(), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The tables in Python, R and SQL; `start` and `end` are code points there, so `text[start:end]` in Python and
//! `substr(text, start + 1, end)` in R are the words:
//!
//! ```text
//! pandas.read_csv("findings.csv").query("layer == 'loaded' and voice == 'outlet'").groupby("outlet").size()
//! subset(read.csv("findings.csv"), layer == "attribution" & source_kind == "anonymous")
//! select outlet, stance, count(*) from 'findings.parquet' where layer = 'attribution' group by all     -- DuckDB
//! ```
//!
//! A whole corpus into one of these files: the example `corpus`.

#[cfg(feature = "arrow")]
pub mod arrow;
pub mod brat;
mod cells;
pub mod csv;
mod labels;
#[cfg(feature = "parquet")]
pub mod parquet;
mod record;
mod row;
#[doc = include_str!("schema.md")]
pub mod schema {}
mod spacy;
mod uima;
mod unit;
mod web_annotation;

pub use labels::{Column, ColumnKind, Label, LabelValue, Part};
pub use record::{Findings, Record};
pub use row::{Layer, Row, Rows, rows};
pub use spacy::SpacyDoc;
pub use uima::CasJson;
pub use unit::OffsetUnit;
pub use web_annotation::WebAnnotations;
