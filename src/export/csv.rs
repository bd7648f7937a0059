//! CSV: one row a finding, for spreadsheets, R and pandas.
//!
//! Written by hand rather than with the `csv` crate: quoting is one function, nothing is read, and the default build stays at
//! four dependencies. RFC 4180: commas, CRLF, fields with special characters in quotation marks, quotation marks
//! doubled.
//!
//! A text cell that a spreadsheet would run as a formula (it starts with `=`, `+`, `-`, `@`, a tab or a line end, or one of the full-width
//! forms of these signs) gets an apostrophe in front, as OWASP advises. Cells of columns that are numbers are written as
//! numbers and never get one. Offsets find the words unchanged.

use std::io::{self, Write};

use super::cells::{self, Cell, Head};
use super::{Column, OffsetUnit, rows};
use crate::{Analysis, Document};

/// Writes the findings of any number of articles into one table, the [columns](Column::all) first.
///
/// ```
/// use newsframe::export::csv;
/// use newsframe::{Analysis, Article, Document};
///
/// let document = Document::new(Article::from_text("The council made a brazen plan.")?)?;
/// let mut table = csv::Writer::new(Vec::new());
/// table.write("a-1", &document, &Analysis::of(&document))?;
/// let text = String::from_utf8(table.into_inner())?;
/// assert!(text.starts_with("article,outlet,date,section,finding,layer,analyzer,rule,start,end,text,"));
/// assert!(text.contains("\r\na-1,,,,0,loaded,loaded,"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Writer<W> {
    out: W,
    unit: OffsetUnit,
    begun: bool,
    byte_order_mark: bool,
    line: Vec<u8>,
}

impl<W: Write> Writer<W> {
    /// A table with offsets in code points.
    pub fn new(out: W) -> Self {
        Self { out, unit: OffsetUnit::CodePoint, begun: false, byte_order_mark: false, line: Vec::new() }
    }

    /// Counts offsets in another unit.
    #[must_use]
    pub fn offsets(mut self, unit: OffsetUnit) -> Self {
        self.unit = unit;
        self
    }

    /// Begins the file with a byte order mark, without which Excel does not take it for UTF-8. Other programs do.
    ///
    /// ```
    /// use newsframe::export::csv;
    ///
    /// let mut table = csv::Writer::new(Vec::new()).byte_order_mark(true);
    /// table.header()?;
    /// assert!(table.into_inner().starts_with("\u{feff}article,".as_bytes()));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub fn byte_order_mark(mut self, mark: bool) -> Self {
        self.byte_order_mark = mark;
        self
    }

    /// Goes on with a table that has its header already.
    ///
    /// ```
    /// use newsframe::export::csv;
    ///
    /// let mut table = csv::Writer::new(Vec::new()).without_header();
    /// table.header()?;
    /// assert!(table.into_inner().is_empty());
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub fn without_header(mut self) -> Self {
        self.begun = true;
        self
    }

    /// Writes the findings of one article under an id of the caller's; also the header if it is the first.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write(&mut self, article: &str, document: &Document, analysis: &Analysis) -> io::Result<()> {
        self.header()?;
        let head = Head::new(article, document);
        for row in rows(document, analysis) {
            self.line.clear();
            cells::cells(&head, document, self.unit, &row, |index, cell| put(&mut self.line, index, &cell));
            self.line.extend_from_slice(b"\r\n");
            self.out.write_all(&self.line)?;
        }
        Ok(())
    }

    /// Writes the header, if it was not written yet: for a table that may stay without rows.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn header(&mut self) -> io::Result<()> {
        if std::mem::replace(&mut self.begun, true) {
            return Ok(());
        }
        if self.byte_order_mark {
            self.out.write_all("\u{feff}".as_bytes())?;
        }
        let names: Vec<_> = Column::all().iter().map(Column::name).collect();
        write!(self.out, "{}\r\n", names.join(","))
    }

    /// The writer, not flushed.
    pub fn into_inner(self) -> W {
        self.out
    }
}

fn put(line: &mut Vec<u8>, index: usize, cell: &Cell<'_>) {
    if index > 0 {
        line.push(b',');
    }
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => field(line, text),
        Cell::Integer(number) => line.extend_from_slice(number.to_string().as_bytes()),
        Cell::Number(number) => line.extend_from_slice(number.to_string().as_bytes()),
        Cell::Flag(flag) => line.extend_from_slice(if *flag { b"true" } else { b"false" }),
    }
}

/// Appends a text field: harmless in a spreadsheet, in quotation marks where needed.
pub(crate) fn field(line: &mut Vec<u8>, text: &str) {
    const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let formula = text.starts_with(FORMULA);
    // Semicolons and tabs too: some spreadsheets split there, by locale.
    let quoted = text.contains(['"', ',', ';', '\t', '\r', '\n']) || text != text.trim();
    if quoted {
        line.push(b'"');
    }
    if formula {
        line.push(b'\'');
    }
    for (index, piece) in text.split('"').enumerate() {
        if index > 0 {
            line.extend_from_slice(b"\"\"");
        }
        line.extend_from_slice(piece.as_bytes());
    }
    if quoted {
        line.push(b'"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields() {
        let cases = [
            ("plain", "plain"),
            ("a, b", "\"a, b\""),
            ("said \"no\"", "\"said \"\"no\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            (" edge", "\" edge\""),
            ("=1+1", "'=1+1"),
            ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
            ("+44", "'+44"),
            ("-3%", "'-3%"),
            ("@cmd", "'@cmd"),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            ("＝1", "'＝1"),
            ("a=1", "a=1"),
            ("", ""),
        ];
        for (text, expected) in cases {
            let mut line = Vec::new();
            field(&mut line, text);
            assert_eq!(String::from_utf8(line).unwrap(), expected, "{text:?}");
        }
    }
}
