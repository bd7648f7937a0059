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
