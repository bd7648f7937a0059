//! Apache Arrow: findings as record batches, for DataFusion, Polars, DuckDB, pandas (feature `arrow`).

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::builder::{ArrayBuilder, BooleanBuilder, Float64Builder, StringBuilder, UInt32Builder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef};

use super::cells::{self, Cell, Head};
use super::{Column, ColumnKind, OffsetUnit, rows};
use crate::error::Kind;
use crate::{Analysis, Document, Result};

/// The schema of the batches: the [columns](Column::all), and the unit of offsets in the metadata as `offsets`.
///
/// ```
/// use newsframe::export::{OffsetUnit, arrow};
///
/// let schema = arrow::schema(OffsetUnit::CodePoint);
/// assert_eq!(schema.field_with_name("value").unwrap().data_type(), &arrow_schema::DataType::Float64);
/// ```
pub fn schema(unit: OffsetUnit) -> SchemaRef {
    let field = |column: &Column| {
        let about = [("description".to_owned(), column.about().to_owned())];
        Field::new(column.name(), data_type(column.kind()), true).with_metadata(HashMap::from(about))
    };
    let fields: Vec<Field> = Column::all().iter().map(field).collect();
    Arc::new(Schema::new_with_metadata(fields, HashMap::from([("offsets".to_owned(), unit.name().to_owned())])))
}

fn data_type(kind: ColumnKind) -> DataType {
    match kind {
        ColumnKind::Text => DataType::Utf8,
        ColumnKind::Integer => DataType::UInt32,
        ColumnKind::Number => DataType::Float64,
        ColumnKind::Flag => DataType::Boolean,
    }
}

/// Collects the findings of articles into record batches.
///
/// ```
/// use newsframe::export::{OffsetUnit, arrow};
/// use newsframe::{Analysis, Article, Document};
///
/// let document = Document::new(Article::from_text("The council made a brazen plan.")?)?;
/// let mut batches = arrow::Batches::new(OffsetUnit::CodePoint);
/// batches.push("a-1", &document, &Analysis::of(&document));
/// let batch = batches.finish()?;
/// assert_eq!(batch.num_rows(), 1);
/// # Ok::<(), newsframe::Error>(())
/// ```
pub struct Batches {
    schema: SchemaRef,
    unit: OffsetUnit,
    builders: Vec<Builder>,
    len: usize,
}

enum Builder {
    Text(StringBuilder),
    Integer(UInt32Builder),
    Number(Float64Builder),
    Flag(BooleanBuilder),
}

impl Builder {
    fn new(kind: ColumnKind) -> Self {
        match kind {
            ColumnKind::Text => Self::Text(StringBuilder::new()),
            ColumnKind::Integer => Self::Integer(UInt32Builder::new()),
            ColumnKind::Number => Self::Number(Float64Builder::new()),
            ColumnKind::Flag => Self::Flag(BooleanBuilder::new()),
        }
    }

    /// A cell of another kind than the column's would be a defect of the table of columns; it becomes null.
    fn append(&mut self, cell: Cell<'_>) {
        match (self, cell) {
            (Self::Text(builder), Cell::Text(text)) => builder.append_value(text),
            (Self::Integer(builder), Cell::Integer(number)) => builder.append_option(u32::try_from(number).ok()),
            (Self::Number(builder), Cell::Number(number)) => builder.append_value(number),
            (Self::Flag(builder), Cell::Flag(flag)) => builder.append_value(flag),
            (Self::Text(builder), _) => builder.append_null(),
            (Self::Integer(builder), _) => builder.append_null(),
            (Self::Number(builder), _) => builder.append_null(),
            (Self::Flag(builder), _) => builder.append_null(),
        }
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Text(builder) => ArrayBuilder::finish(builder),
            Self::Integer(builder) => ArrayBuilder::finish(builder),
            Self::Number(builder) => ArrayBuilder::finish(builder),
            Self::Flag(builder) => ArrayBuilder::finish(builder),
        }
    }
}

impl Batches {
    /// No rows yet.
    pub fn new(unit: OffsetUnit) -> Self {
        let builders = Column::all().iter().map(|column| Builder::new(column.kind())).collect();
        Self { schema: schema(unit), unit, builders, len: 0 }
    }

    /// Adds the findings of an article under an id of the caller's.
    pub fn push(&mut self, article: &str, document: &Document, analysis: &Analysis) {
        let head = Head::new(article, document);
        for row in rows(document, analysis) {
            cells::cells(&head, document, self.unit, &row, |index, cell| self.builders[index].append(cell));
            self.len += 1;
        }
    }

    /// How many rows were added since the last batch.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The rows since the last batch as one batch. Goes on empty.
    ///
    /// # Errors
    /// If Arrow refuses the batch: a column of text over 2 GiB.
    pub fn finish(&mut self) -> Result<RecordBatch> {
        self.len = 0;
        let columns = self.builders.iter_mut().map(Builder::finish).collect();
        RecordBatch::try_new(self.schema.clone(), columns)
            .map_err(|error| Kind::Export { format: "arrow", problem: error.to_string() }.into())
    }
}

impl std::fmt::Debug for Batches {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Batches").field("len", &self.len).finish_non_exhaustive()
    }
}
