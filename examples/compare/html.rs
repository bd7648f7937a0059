//! The tables side by side as one HTML page without scripts or anything from elsewhere.

use std::io::{self, Write};

use crate::compare::{Comparison, Row};

const STYLE: &str = "
:root { color-scheme: light dark; --line: #8886; --soft: #8882; }
body { font: 1rem/1.45 system-ui, sans-serif; margin: 1rem auto; max-width: 80rem; padding: 0 1rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; min-width: calc(var(--columns) * 5.4rem); margin-bottom: 2rem; }
nav ul { columns: 20rem; column-gap: 2rem; padding: 0; list-style: none; }
nav li { break-inside: avoid; padding-bottom: .3rem; }
h2 { font-size: 1.1rem; margin: 0; }
.note { font-size: .85rem; margin: .2rem 0; opacity: .75; }
th, td { text-align: left; vertical-align: top; padding: .35rem .7rem .35rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead td { width: 28%; }
tbody th { font-weight: 500; }
tr.shared { background: var(--soft); }
tbody td:empty::after { content: '–'; opacity: .4; }
@media screen and (max-width: 36rem) { body { padding: 0 .5rem; margin: .5rem auto; } h1 { font-size: 1.4rem; } table { font-size: .85rem; hyphens: auto; } }
@media print { .scroll { overflow: visible; } table { min-width: 0; break-inside: auto; } tr { break-inside: avoid; } }
";

pub(crate) fn write(out: &mut impl Write, comparisons: &[Comparison]) -> io::Result<()> {
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<title>One event, several outlets</title>\n<style>{STYLE}</style>\n<main>")?;
    write_contents(out, comparisons)?;
    for (event, comparison) in comparisons.iter().enumerate() {
        writeln!(out, "<h1 id=\"e{event}\">{}</h1>", escape(&comparison.event))?;
        let columns = comparison.outlets.len() + 1;
        for (number, table) in comparison.tables.iter().enumerate() {
            let (id, title, note) = (format!("e{event}-{number}"), escape(table.title), escape(table.note));
            writeln!(out, "<h2 id=\"{id}\">{title}</h2>\n<p class=\"note\">{note}</p>")?;
            writeln!(
                out,
                "<div class=\"scroll\" style=\"--columns:{columns}\" role=\"region\" aria-labelledby=\"{id}\" tabindex=\"0\"><table>\n<thead><tr><td></td>"
            )?;
            for outlet in &comparison.outlets {
                writeln!(out, "<th scope=\"col\">{}</th>", escape(outlet))?;
            }
            writeln!(out, "</tr></thead>\n<tbody>")?;
            // Shading says nothing where all rows would have it.
            let contrast = table.rows.iter().any(|row| row.shared() < 2);
            table.rows.iter().try_for_each(|row| write_row(out, row, contrast && row.shared() > 1))?;
            writeln!(out, "</tbody></table></div>")?;
        }
    }
    writeln!(
        out,
        "</main>\n<p><small>Shaded rows are in several outlets. Matched by name and wording; evidence, not a verdict.</small></p>\n</html>"
    )
}

/// A list of the events, each with the headline of its first article, where there are several.
fn write_contents(out: &mut impl Write, comparisons: &[Comparison]) -> io::Result<()> {
    if comparisons.len() < 2 {
        return Ok(());
    }
    writeln!(out, "<nav aria-label=\"Events\"><ul>")?;
    for (event, comparison) in comparisons.iter().enumerate() {
        let glance = comparison.tables.first().and_then(|table| table.rows.first());
        let headline = glance.and_then(|row| row.cells.first()).map_or("", String::as_str);
        let name = escape(&comparison.event);
        writeln!(out, "<li><a href=\"#e{event}\">{name}</a> {}</li>", escape(headline))?;
    }
    writeln!(out, "</ul></nav>")
}

fn write_row(out: &mut impl Write, row: &Row, shaded: bool) -> io::Result<()> {
    let class = if shaded { " class=\"shared\"" } else { "" };
    write!(out, "<tr{class}><th scope=\"row\">{}</th>", escape(&row.name))?;
    row.cells.iter().try_for_each(|cell| write!(out, "<td>{}</td>", escape(cell)))?;
    writeln!(out, "</tr>")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
