//! What programs read: the findings of a document in the formats of the trade.
//!
//! | format | with | offsets | for |
//! | --- | --- | --- | --- |
//! | JSON, complete | [`Record`] | bytes | storing and reading back |
//! | JSON, flat | [`Findings`] | as you like | programs in other languages |
//! | CSV | [`csv::Writer`] | as you like | spreadsheets, R, pandas |
//!
//! All but [`Record`] are made from one list, the [`rows`] of a document, so that findings of plug-ins are exported like
//! those of the crate. The JSON formats are `serde` types: hand them to `serde_json` or to any other serialiser.

mod cells;
pub mod csv;
mod labels;
mod record;
mod row;
#[doc = include_str!("schema.md")]
pub mod schema {}
mod unit;

pub use labels::{Column, ColumnKind, Label, LabelValue, Part};
pub use record::{Findings, Record};
pub use row::{Layer, Row, Rows, rows};
pub use unit::OffsetUnit;
