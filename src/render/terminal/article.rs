//! The article itself, with its findings marked in the text.

use std::fmt;

use super::canvas::{Canvas, Color, Flow, Style};
use crate::render::item::{Item, Kind, Layer};
use crate::render::report::Report;
use crate::render::segment::{Mark, Part, Segment};
use crate::render::text::{harmless, line};
use crate::{Voice, Zone, ZoneKind};

/// How a layer is marked: brackets around and, in the legend, what they hold.
const BRACKETS: [(Layer, &str, &str, &str); 6] = [
    (Layer::Statement, "[", "]", "what somebody says"),
    (Layer::Assertion, "|", "|", "claimed without a source"),
    (Layer::Number, "<", ">", "number"),
    (Layer::Loaded, "{", "}", "loaded word"),
    (Layer::ScareQuote, "~", "~", "scare quotes"),
    (Layer::Plugin, "*", "*", "own finding"),
];

/// Whether an item is marked in the text: hedges and dates would be too many.
fn is_marked(item: &Item<'_>) -> bool {
    match item.kind {
        Kind::Statement(relation) => !relation.is_possible_continuation(),
        Kind::Loaded(_) => item.layer == Layer::Loaded,
        Kind::Number(number, _) => number.kind().is_claim(),
        Kind::Warning(_) => false,
        Kind::Assertion(_) | Kind::ScareQuote(_) | Kind::Plugin(_) => true,
    }
}

pub(super) fn write(report: &Report<'_>, canvas: &mut Canvas<'_>) -> fmt::Result {
    let (marks, zones) = report.cut(is_marked);
    let text = Text { report, marks };
    metadata(report, canvas)?;
    let mut before = None;
    for (zone, segments) in &zones {
        let list = ZoneKind::ListItem;
        if before.is_some_and(|before| before != list || zone.kind() != list) && zone.kind() != ZoneKind::Section {
            canvas.end()?;
        }
        text.zone(*zone, segments, canvas)?;
        before = Some(zone.kind());
    }
    legend(report, canvas)
}

/// Outlet, date, authors and address, where they are known.
fn metadata(report: &Report<'_>, canvas: &mut Canvas<'_>) -> fmt::Result {
    let url = report.document.article().metadata().url.as_deref();
    let known: Vec<_> = report.metadata().into_iter().chain(url.map(|url| line(url).into_owned())).collect();
    if known.is_empty() {
        return Ok(());
    }
    let mut flow = canvas.flow(0, 0);
    flow.text(&known.join(" · "), Style::DIM)?;
    flow.end()?;
    canvas.end()
}

/// What the marks mean, for the layers that occur.
fn legend(report: &Report<'_>, canvas: &mut Canvas<'_>) -> fmt::Result {
    let color = canvas.has_color();
    let first = |layer| report.layer(layer).find(|item| is_marked(item));
    let mut occurring = BRACKETS.iter().filter_map(|row| Some((row, first(row.0)?))).peekable();
    if occurring.peek().is_none() {
        return Ok(());
    }
    canvas.end()?;
    let mut flow = canvas.flow(0, 9);
    flow.text("Marked:  ", Style::DIM)?;
    for (&(layer, open, close, meaning), item) in occurring {
        if color && layer == Layer::Statement {
            flow.text("who", Style::BOLD)?;
            flow.text("\u{a0}says\u{a0}what", Style::PLAIN)?;
            flow.text(",\u{a0}quoted", Style::of(Color::Cyan))?;
            flow.text("\u{a0}or\u{a0}", Style::PLAIN)?;
            flow.text("reported", Style::of(Color::Green))?;
        } else {
            let meaning = meaning.replace(' ', "\u{a0}");
            let (open, close) = if color { ("", "") } else { (open, close) };
            flow.text(&format!("{open}{meaning}{close}"), style_of(item, Part::Whole, Style::PLAIN))?;
        }
        flow.text(&shown_label(&item.label, color), Style::DIM)?;
        flow.text("  ", Style::PLAIN)?;
    }
    flow.end()
}

/// A label as it stands in the text: raised where only the colour sets it off.
fn shown_label(label: &str, color: bool) -> String {
    const RAISED: [(char, char); 18] = [
        ('0', '⁰'),
        ('1', '¹'),
        ('2', '²'),
        ('3', '³'),
        ('4', '⁴'),
        ('5', '⁵'),
        ('6', '⁶'),
        ('7', '⁷'),
        ('8', '⁸'),
        ('9', '⁹'),
        ('a', 'ᵃ'),
        ('c', 'ᶜ'),
        ('d', 'ᵈ'),
        ('h', 'ʰ'),
        ('n', 'ⁿ'),
        ('p', 'ᵖ'),
        ('s', 'ˢ'),
        ('w', 'ʷ'),
    ];
    let raised = |c: char| RAISED.iter().find(|(plain, _)| *plain == c).map_or(c, |(_, raised)| *raised);
    if color { label.chars().map(raised).collect() } else { label.to_owned() }
}

struct Text<'r, 'a> {
    report: &'r Report<'a>,
    marks: Vec<Mark>,
}

impl Text<'_, '_> {
    fn zone(&self, zone: Zone, segments: &[Segment], canvas: &mut Canvas<'_>) -> fmt::Result {
        let (prefix, base) = look(zone.kind());
        let hang = if zone.kind() == ZoneKind::ListItem { 4 } else { prefix.chars().count().min(2) };
        let color = canvas.has_color();
        let mut flow = canvas.flow(0, hang);
        flow.text(prefix, Style::DIM)?;
        for (index, segment) in segments.iter().enumerate() {
            if !color {
                self.open(segment, &mut flow)?;
            }
            let style = segment.marks.iter().rev().fold(base, |style, &mark| {
                let mark = self.marks[mark];
                style_of(&self.report.items[mark.item], mark.part, style)
            });
            let text: String = self.report.document.slice(segment.span).chars().filter_map(harmless).collect();
            // `| World | News`: the line below the headline needs no bar in front.
            let is_trail = zone.kind() == ZoneKind::Section && index == 0;
            flow.text(if is_trail { text.trim_start_matches(['|', '-', '–', '—', ' ']) } else { &text }, style)?;
            self.close(segment, color, &mut flow)?;
        }
        flow.end()
    }

    fn open(&self, segment: &Segment, flow: &mut Flow<'_, '_>) -> fmt::Result {
        for (bracket, ..) in segment.starts.iter().filter_map(|&mark| self.brackets(mark)) {
            flow.text(bracket, Style::PLAIN)?;
        }
        Ok(())
    }

    fn close(&self, segment: &Segment, color: bool, flow: &mut Flow<'_, '_>) -> fmt::Result {
        for (_, bracket, label) in segment.ends.iter().filter_map(|&mark| self.brackets(mark)) {
            if !color {
                flow.text(bracket, Style::PLAIN)?;
            }
            flow.text(&shown_label(&label, color), Style::DIM)?;
        }
        Ok(())
    }

    /// The brackets of a mark and its label; none for the source and cue of a statement.
    fn brackets(&self, mark: usize) -> Option<(&'static str, &'static str, String)> {
        let mark = self.marks[mark];
        let item = &self.report.items[mark.item];
        let (_, open, close, _) = BRACKETS.iter().find(|row| row.0 == item.layer)?;
        let warned = matches!(item.kind, Kind::Number(number, _) if self.report.warnings(number).next().is_some());
        let label = format!("{}{}", item.label, if warned { "!" } else { "" });
        (mark.part == Part::Whole).then_some((open, close, label))
    }
}

/// What stands before a zone, and how its text looks.
fn look(kind: ZoneKind) -> (&'static str, Style) {
    match kind {
        ZoneKind::Headline | ZoneKind::Crosshead => ("", Style::BOLD),
        ZoneKind::Standfirst => ("", Style { italic: true, ..Style::PLAIN }),
        ZoneKind::Caption => ("Caption: ", Style::DIM),
        ZoneKind::PullQuote => ("Pull quote: ", Style { italic: true, ..Style::PLAIN }),
        ZoneKind::ListItem => ("  ", Style::PLAIN),
        ZoneKind::Section | ZoneKind::Byline | ZoneKind::Dateline | ZoneKind::Boilerplate => ("", Style::DIM),
        ZoneKind::Paragraph => ("", Style::PLAIN),
    }
}

/// The style of a marked stretch, on top of the style of what it stands in.
fn style_of(item: &Item<'_>, part: Part, base: Style) -> Style {
    let color = |color| Style { color: Some(color), ..base };
    match (item.kind, part) {
        (_, Part::Source) => Style { bold: true, ..base },
        (_, Part::Cue) => Style { italic: true, ..base },
        (_, Part::Quoted) => color(Color::Cyan),
        // A statement inside a quotation is still quoted.
        (Kind::Statement(_), Part::Whole) if base.color == Some(Color::Cyan) => base,
        (Kind::Statement(_), Part::Whole) => color(Color::Green),
        (Kind::Number(..) | Kind::Warning(_), _) => Style { bold: true, ..color(Color::Yellow) },
        (Kind::Loaded(word), _) if word.voice() == Voice::Outlet => Style { bold: true, ..color(Color::Red) },
        (Kind::Loaded(_), _) => Style { bold: true, ..color(Color::Magenta) },
        (Kind::ScareQuote(_), _) => Style { italic: true, ..color(Color::Magenta) },
        (Kind::Assertion(_), _) => Style { underline: true, ..base },
        (Kind::Plugin(_), _) => Style { bold: true, ..color(Color::Blue) },
    }
}
