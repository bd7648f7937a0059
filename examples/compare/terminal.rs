//! The tables side by side in a terminal.

use std::io::{self, IsTerminal, Write};

use crate::compare::{Comparison, Row, Table};

/// Columns of a terminal that does not say how wide it is.
const WIDTH: usize = 110;
/// Rows of a table; what is left out is said.
const ROWS: usize = 24;

pub(crate) fn write(out: &mut impl Write, comparison: &Comparison) -> io::Result<()> {
    let width = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(WIDTH).clamp(60, 300);
    let name = width * 3 / 10;
    let column = (width - name) / comparison.outlets.len().max(1);
    let bold = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let widths: Vec<usize> = std::iter::once(name).chain(comparison.outlets.iter().map(|_| column)).collect();
    for table in &comparison.tables {
        let Table { title, note, rows } = table;
        let (on, off) = if bold { ("\x1b[1m", "\x1b[0m") } else { ("", "") };
        writeln!(out, "\n{on}{}: {title}{off}", comparison.event)?;
        if !note.is_empty() {
            writeln!(out, "{note}")?;
        }
        let head = Row { name: String::new(), cells: comparison.outlets.clone() };
        line(out, &head, &widths)?;
        writeln!(out, "{}", "─".repeat(widths.iter().sum::<usize>().saturating_sub(2)))?;
        rows.iter().take(ROWS).try_for_each(|row| line(out, row, &widths))?;
        if rows.len() > ROWS {
            writeln!(out, "and {} more", rows.len() - ROWS)?;
        }
    }
    Ok(())
}

/// A row, its cells wrapped to up to four lines.
fn line(out: &mut impl Write, row: &Row, widths: &[usize]) -> io::Result<()> {
    let cells = std::iter::once(&row.name).chain(&row.cells);
    let wrapped: Vec<Vec<String>> =
        cells.zip(widths).map(|(cell, width)| wrap(cell, width.saturating_sub(2))).collect();
    for index in 0..wrapped.iter().map(Vec::len).max().unwrap_or(0) {
        let mut text = String::new();
        for (cell, width) in wrapped.iter().zip(widths) {
            let piece = cell.get(index).map_or("", String::as_str);
            text.push_str(piece);
            text.extend(std::iter::repeat_n(' ', width.saturating_sub(piece.chars().count())));
        }
        writeln!(out, "{}", text.trim_end())?;
    }
    Ok(())
}

/// Words in lines of at most `width` characters, at most four of them. Control characters of the text do not reach the terminal.
fn wrap(text: &str, width: usize) -> Vec<String> {
    const LINES: usize = 4;
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let word: String = word.chars().filter(|c| !c.is_control()).take(width).collect();
        let last = lines.len() - 1;
        let used = lines[last].chars().count();
        if used > 0 && used + 1 + word.chars().count() > width {
            if lines.len() == LINES {
                let kept: String = lines[last].chars().take(width.saturating_sub(1)).collect();
                lines[last] = kept + "…";
                break;
            }
            lines.push(word);
        } else {
            lines[last].push_str(if used > 0 { " " } else { "" });
            lines[last].push_str(&word);
        }
    }
    lines
}
