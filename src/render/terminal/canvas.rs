//! Styled text on lines of a fixed width: [`Canvas`], [`Flow`], [`Table`].

use std::fmt::{self, Write};

use crate::render::text::{is_blank, width, width_of};

/// How a piece of text looks on a terminal with colours.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Style {
    pub(super) color: Option<Color>,
    pub(super) bold: bool,
    pub(super) dim: bool,
    pub(super) italic: bool,
    pub(super) underline: bool,
}

/// The colours used: those every terminal has, so that its own theme decides how they look.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Color {
    Red = 31,
    Green = 32,
    Yellow = 33,
    Blue = 34,
    Magenta = 35,
    Cyan = 36,
}

impl Style {
    pub(super) const PLAIN: Self = Self { color: None, bold: false, dim: false, italic: false, underline: false };
    pub(super) const BOLD: Self = Self { bold: true, ..Self::PLAIN };
    pub(super) const DIM: Self = Self { dim: true, ..Self::PLAIN };

    pub(super) const fn of(color: Color) -> Self {
        Self { color: Some(color), ..Self::PLAIN }
    }
}

/// Where a report is written to: styles become escape sequences if colours are wanted, and nothing else.
pub(super) struct Canvas<'w> {
    out: &'w mut dyn Write,
    color: bool,
    width: usize,
    current: Style,
}

impl<'w> Canvas<'w> {
    pub(super) fn new(out: &'w mut dyn Write, width: usize, color: bool) -> Self {
        Self { out, color, width, current: Style::PLAIN }
    }

    pub(super) fn width(&self) -> usize {
        self.width
    }

    pub(super) fn has_color(&self) -> bool {
        self.color
    }

    /// Writes text as it is.
    pub(super) fn put(&mut self, text: &str, style: Style) -> fmt::Result {
        if self.color && style != self.current {
            self.current = style;
            self.out.write_str("\u{1b}[0")?;
            let flags = [(style.bold, 1), (style.dim, 2), (style.italic, 3), (style.underline, 4)];
            for (_, code) in flags.iter().filter(|(on, _)| *on) {
                write!(self.out, ";{code}")?;
            }
            if let Some(color) = style.color {
                write!(self.out, ";{}", color as u8)?;
            }
            self.out.write_char('m')?;
        }
        self.out.write_str(text)
    }

    /// Ends the line.
    pub(super) fn end(&mut self) -> fmt::Result {
        self.put("\n", Style::PLAIN)
    }

    /// Blanks, without underline or colour.
    pub(super) fn blanks(&mut self, count: usize) -> fmt::Result {
        self.put(&" ".repeat(count), Style::PLAIN)
    }

    /// A heading with a note and a line to the right edge, as far as they fit.
    pub(super) fn heading(&mut self, title: &str, note: &str) -> fmt::Result {
        self.end()?;
        let mut flow = self.flow(0, 2);
        flow.text(title, Style::BOLD)?;
        if !note.is_empty() {
            flow.text(&format!(" · {note}"), Style::DIM)?;
        }
        flow.finish_word()?;
        let rest = flow.room();
        if rest > 2 {
            self.put(" ", Style::PLAIN)?;
            self.put(&"─".repeat(rest - 1), Style::DIM)?;
        }
        self.end()
    }

    /// Text that breaks between words; continued lines are indented by `hang`. The first line starts where the pen stands,
    /// at column `at`.
    pub(super) fn flow(&mut self, at: usize, hang: usize) -> Flow<'_, 'w> {
        let hang = if hang + 8 > self.width { 0 } else { hang };
        Flow { canvas: self, hang, used: at, empty: true, blank: None, word: Vec::new(), word_width: 0 }
    }
}

/// A paragraph in the making.
pub(super) struct Flow<'c, 'w> {
    canvas: &'c mut Canvas<'w>,
    hang: usize,
    /// Columns used on the line.
    used: usize,
    /// Whether the line holds no word yet.
    empty: bool,
    /// The style of the blank before the word, if there is one.
    blank: Option<Style>,
    word: Vec<(String, Style)>,
    word_width: usize,
}

impl Flow<'_, '_> {
    /// Adds text; blanks are where lines may break.
    pub(super) fn text(&mut self, text: &str, style: Style) -> fmt::Result {
        for c in text.chars() {
            if is_blank(c) {
                self.finish_word()?;
                self.blank = Some(style);
            } else {
                self.push(c, style)?;
            }
        }
        Ok(())
    }

    /// Ends the paragraph and its line.
    pub(super) fn end(mut self) -> fmt::Result {
        self.finish_word()?;
        self.canvas.end()
    }

    /// Columns that are free on the line.
    fn room(&self) -> usize {
        self.canvas.width.saturating_sub(self.used)
    }

    fn push(&mut self, c: char, style: Style) -> fmt::Result {
        // A word longer than a continued line is cut.
        if self.word_width + width(c) > self.canvas.width.saturating_sub(self.hang) && self.word_width > 0 {
            self.finish_word()?;
        }
        self.word_width += width(c);
        match self.word.last_mut() {
            Some((text, last)) if *last == style => text.push(c),
            _ => self.word.push((c.to_string(), style)),
        }
        Ok(())
    }

    fn finish_word(&mut self) -> fmt::Result {
        if self.word.is_empty() {
            return Ok(());
        }
        let blank = self.blank.take().filter(|_| !self.empty);
        let fits = self.used + usize::from(blank.is_some()) + self.word_width <= self.canvas.width;
        if !fits && self.used > self.hang {
            self.canvas.end()?;
            self.canvas.blanks(self.hang)?;
            self.used = self.hang;
        } else if let Some(style) = blank {
            self.canvas.put(" ", style)?;
            self.used += 1;
        }
        for (text, style) in std::mem::take(&mut self.word) {
            self.canvas.put(&text, style)?;
        }
        self.used += std::mem::take(&mut self.word_width);
        self.empty = false;
        Ok(())
    }
}

/// A column of a [`Table`].
pub(super) struct Column {
    pub(super) title: &'static str,
    /// The most columns of the terminal it takes.
    pub(super) most: usize,
    /// The least it is squeezed to, if it is wider; more where a word is longer.
    pub(super) least: usize,
}

impl Column {
    pub(super) const fn new(title: &'static str, least: usize, most: usize) -> Self {
        Self { title, most, least }
    }
}

/// Rows of cells under titles; long cells go on in the next line of their column.
pub(super) struct Table {
    columns: Vec<Column>,
    rows: Vec<Row>,
}

/// A row, and notes that stand below it over the whole width.
#[derive(Default)]
pub(super) struct Row {
    pub(super) cells: Vec<(String, Style)>,
    pub(super) notes: Vec<Vec<(String, Style)>>,
}

const GAP: usize = 2;

impl Table {
    pub(super) fn new(columns: Vec<Column>) -> Self {
        Self { columns, rows: Vec::new() }
    }

    pub(super) fn push(&mut self, row: Row) {
        self.rows.push(row);
    }

    pub(super) fn write(mut self, canvas: &mut Canvas<'_>) -> fmt::Result {
        self.drop_empty_columns();
        let Some(widths) = self.widths(canvas.width()) else { return self.write_narrow(canvas) };
        let titles: Vec<_> = self.columns.iter().map(|column| (column.title.to_owned(), Style::DIM)).collect();
        write_row(canvas, &titles, &widths)?;
        for row in &self.rows {
            write_row(canvas, &row.cells, &widths)?;
            self.write_notes(canvas, row, GAP + widths.first().map_or(0, |width| width + GAP))?;
        }
        Ok(())
    }

    fn drop_empty_columns(&mut self) {
        let empty = |row: &Row, index: usize| row.cells.get(index).is_none_or(|(text, _)| text.is_empty());
        for index in (0..self.columns.len()).rev() {
            if self.rows.iter().all(|row| empty(row, index)) {
                self.columns.remove(index);
                self.rows
                    .iter_mut()
                    .filter(|row| index < row.cells.len())
                    .for_each(|row| drop(row.cells.remove(index)));
            }
        }
    }

    /// The width of each column: as wide as its widest cell and allowed; the one that can best give is squeezed until all fit.
    /// `None` if they cannot.
    fn widths(&self, available: usize) -> Option<Vec<usize>> {
        let cell = |row: &Row, index: usize| row.cells.get(index).map_or(0, |(text, _)| width_of(text));
        let widest = |index| self.rows.iter().map(move |row| cell(row, index)).max().unwrap_or(0);
        let columns = self.columns.iter().enumerate();
        let mut widths: Vec<_> =
            columns.map(|(index, column)| widest(index).min(column.most).max(width_of(column.title))).collect();
        // Words stay whole if they can.
        let words = |(text, _): &(String, Style)| text.split(is_blank).map(width_of).max().unwrap_or(0).min(20);
        let longest =
            |index: usize| self.rows.iter().filter_map(|row| row.cells.get(index)).map(words).max().unwrap_or(0);
        let least: Vec<_> =
            self.columns.iter().enumerate().map(|(index, column)| column.least.max(longest(index))).collect();
        let spare = |widths: &[usize], index: usize| widths[index].saturating_sub(least[index]);
        while widths.iter().map(|width| GAP + width).sum::<usize>() > available {
            let widest = (0..widths.len()).max_by_key(|&index| spare(&widths, index))?;
            if spare(&widths, widest) == 0 {
                return None;
            }
            widths[widest] -= 1;
        }
        Some(widths)
    }

    fn write_notes(&self, canvas: &mut Canvas<'_>, row: &Row, hang: usize) -> fmt::Result {
        for note in &row.notes {
            canvas.blanks(hang)?;
            let mut flow = canvas.flow(hang, hang + GAP);
            for (text, style) in note {
                flow.text(text, *style)?;
            }
            flow.end()?;
        }
        Ok(())
    }

    fn write_narrow(&self, canvas: &mut Canvas<'_>) -> fmt::Result {
        for row in &self.rows {
            canvas.blanks(GAP)?;
            let mut flow = canvas.flow(GAP, 2 * GAP);
            for (index, (text, style)) in row.cells.iter().filter(|(text, _)| !text.is_empty()).enumerate() {
                if index > 1 {
                    flow.text(" ·", Style::DIM)?;
                }
                flow.text(" ", Style::PLAIN)?;
                flow.text(text, *style)?;
            }
            flow.end()?;
            self.write_notes(canvas, row, 2 * GAP)?;
        }
        Ok(())
    }
}

fn write_row(canvas: &mut Canvas<'_>, cells: &[(String, Style)], widths: &[usize]) -> fmt::Result {
    let wrapped: Vec<Vec<String>> = cells.iter().zip(widths).map(|((text, _), width)| wrap(text, *width)).collect();
    let lines = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    for line in 0..lines {
        let mut behind = GAP;
        for ((wrapped, width), (_, style)) in wrapped.iter().zip(widths).zip(cells) {
            let text = wrapped.get(line).map_or("", String::as_str);
            if !text.is_empty() {
                canvas.blanks(behind)?;
                canvas.put(text, *style)?;
                behind = 0;
            }
            behind += width.saturating_sub(width_of(text)) + GAP;
        }
        canvas.end()?;
    }
    Ok(())
}

/// The lines of a text at a width.
fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split(is_blank).filter(|word| !word.is_empty()) {
        let size = width_of(word);
        if used > 0 && used + 1 + size <= columns {
            used += 1;
            lines.last_mut().into_iter().for_each(|line| line.push(' '));
        } else if used > 0 {
            lines.push(String::new());
            used = 0;
        }
        for c in word.chars() {
            if used > 0 && used + width(c) > columns {
                lines.push(String::new());
                used = 0;
            }
            lines.last_mut().into_iter().for_each(|line| line.push(c));
            used += width(c);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(width: usize, color: bool, draw: impl FnOnce(&mut Canvas<'_>) -> fmt::Result) -> String {
        let mut out = String::new();
        draw(&mut Canvas::new(&mut out, width, color)).unwrap();
        out
    }

    #[test]
    fn text_breaks_between_words_and_inside_those_longer_than_a_line() {
        let cases = [
            ("one two three", "one two\n  three\n"),
            ("one  two", "one two\n"),
            ("unpronounceable word", "unpron\n  ouncea\n  ble\n  word\n"),
            ("漢字漢字漢字", "漢字漢\n  字漢字\n"),
            ("4\u{a0}% 4\u{a0}%", "4\u{a0}%\n  4\u{a0}%\n"),
            ("", "\n"),
        ];
        for (text, expected) in cases {
            let drawn = drawn(if text.contains('%') { 6 } else { 8 }, false, |canvas| {
                let mut flow = Flow { hang: 2, ..canvas.flow(0, 0) };
                flow.text(text, Style::PLAIN)?;
                flow.end()
            });
            assert_eq!(drawn, expected, "{text:?}");
        }
    }

    #[test]
    fn styles_are_escape_sequences_only_with_colour() {
        let draw = |canvas: &mut Canvas<'_>| {
            let mut flow = canvas.flow(0, 0);
            flow.text("red", Style { bold: true, ..Style::of(Color::Red) })?;
            flow.text(" plain", Style::PLAIN)?;
            flow.end()
        };
        assert_eq!(drawn(40, false, draw), "red plain\n");
        assert_eq!(drawn(40, true, draw), "\u{1b}[0;1;31mred\u{1b}[0m plain\n");
    }

    #[test]
    fn cells_wrap_in_their_column() {
        let mut table = Table::new(vec![Column::new("a", 2, 4), Column::new("b", 9, 60)]);
        let cells = ["n1", "one two three four five six seven eight nine ten eleven twelve"];
        table.push(Row { cells: cells.map(|cell| (cell.to_owned(), Style::PLAIN)).to_vec(), ..Row::default() });
        let expected = "  a   b\n  n1  one two three four five six seven eight nine ten eleven\n      twelve\n";
        assert_eq!(drawn(62, false, |canvas| table.write(canvas)), expected);
    }
}
