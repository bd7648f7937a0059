//! The sections behind the article: who says what, who is heard, numbers, loaded words, what is absent.

use std::fmt;

use super::canvas::{Canvas, Color, Column, Row, Style, Table};
use crate::attribution::VoiceShare;
use crate::loaded::LoadedFinding;
use crate::render::gaps::{Side, gaps, headline};
use crate::render::item::{Item, Layer};
use crate::render::report::{Report, source_kind, traits};
use crate::render::text::{excerpt, line, width_of};
use crate::{Finding, Voice};

pub(super) fn write(report: &Report<'_>, canvas: &mut Canvas<'_>) -> fmt::Result {
    statements(report, canvas)?;
    balance(report, canvas)?;
    numbers(report, canvas)?;
    words(report, canvas)?;
    signals(report, canvas)?;
    plugins(report, canvas)?;
    absent(report, canvas)?;
    compared(report, canvas)?;
    provenance(report, canvas)
}

/// The column where text behind a label begins.
const TEXT: usize = 6;

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A running text of several pieces behind a label.
fn entry(canvas: &mut Canvas<'_>, label: &str, pieces: &[(impl AsRef<str>, Style)]) -> fmt::Result {
    let label = format!("  {label:<3} ");
    canvas.put(&label, Style::DIM)?;
    let mut flow = canvas.flow(width_of(&label), TEXT);
    for (text, style) in pieces {
        flow.text(text.as_ref(), *style)?;
    }
    flow.end()
}

fn statements(report: &Report<'_>, canvas: &mut Canvas<'_>) -> fmt::Result {
    let total = report.statements().count();
    if total == 0 {
        return Ok(());
    }
    canvas.heading("WHO SAYS WHAT", &count(total, "statement", "statements"))?;
    for (item, relation) in report.statements() {
        let within =
            relation.parent().and_then(|parent| report.source(parent)).map(|(label, _)| format!(", in {label}"));
        let traits = format!("{}{}", traits(relation).join(", "), within.unwrap_or_default());
        let mut pieces = vec![(report.who(relation), Style::BOLD)];
        if !relation.cue().is_empty() {
            pieces.push((" · ".to_owned(), Style::DIM));
            pieces.push((report.joined(relation.cue(), 40), Style { italic: true, ..Style::PLAIN }));
        }
        pieces.push((format!(" · {traits}"), Style::DIM));
        entry(canvas, &item.label, &pieces)?;
        let content = report.content(relation, 2 * canvas.width().saturating_sub(TEXT + 2));
        canvas.blanks(TEXT)?;
        let mut flow = canvas.flow(TEXT, TEXT);
        flow.text(&content, Style::PLAIN)?;
        flow.end()?;
    }
    Ok(())
}

fn balance(report: &Report<'_>, canvas: &mut Canvas<'_>) -> fmt::Result {
    let said = report.analysis.attribution();
    let balance = said.balance();
    if balance.words() == 0 {
        return Ok(());
    }
    let note = format!("{}: █ quoted, ░ reported", count(balance.words(), "attributed word", "attributed words"));
    canvas.heading("WHO IS HEARD", &note)?;
    let name = |id| said.entity(id).map_or_else(String::new, |entity| line(entity.name()).into_owned());
    let speakers: Vec<_> = balance.speakers().iter().map(|row| (name(row.speaker()), row.voice())).collect();
    let kinds = balance.source_kinds().iter().map(|row| (source_kind(row.kind()).to_owned(), row.voice()));
    let kinds: Vec<_> = kinds.collect();
    let names = speakers.iter().chain(&kinds).map(|(name, _)| width_of(name)).max().unwrap_or(0);
    let names = names.min(canvas.width() / 3);
    let room = canvas.width().saturating_sub(2 + names + 2 + width_of(FIGURES)).min(40);
    for (title, rows) in [("by speaker", speakers), ("by kind of source", kinds)] {
        let bars = Bars { names, room, most: rows.iter().map(|(_, voice)| words_of(voice)).max().unwrap_or(1) };
        if room < 6 {
            bars_as_text(canvas, title, &rows)?;
            continue;
        }
        bars.title(canvas, title)?;
        for (name, voice) in &rows {
            bars.row(canvas, name, voice)?;
        }
    }
    Ok(())
}

fn words_of(voice: &VoiceShare) -> usize {
    voice.words_quoted() + voice.words_reported()
}

/// What bars would show, where there is no room for them.
fn bars_as_text(canvas: &mut Canvas<'_>, title: &str, rows: &[(String, &VoiceShare)]) -> fmt::Result {
    entry(canvas, "", &[(title, Style::DIM)])?;
    for (name, voice) in rows {
        let (quoted, reported) = (voice.words_quoted(), voice.words_reported());
        let figures = format!(": {:.0}%, {quoted} quoted, {reported} reported", 100.0 * voice.share());
        entry(canvas, "-", &[(name.as_str(), Style::PLAIN), (&figures, Style::DIM)])?;
    }
    Ok(())
}

/// The titles of the columns behind the bars.
const FIGURES: &str = "  share quoted reported times";

/// Bars in columns.
struct Bars {
    /// Width of the names.
    names: usize,
    /// Width of the bars.
    room: usize,
    /// The words of whoever has most.
    most: usize,
}

impl Bars {
    fn title(&self, canvas: &mut Canvas<'_>, title: &str) -> fmt::Result {
        let title = excerpt(title, self.names + 2 + self.room);
        canvas.blanks(2)?;
        canvas.put(&title, Style::DIM)?;
        canvas.blanks((self.names + 2 + self.room).saturating_sub(width_of(&title)))?;
        canvas.put(FIGURES, Style::DIM)?;
        canvas.end()
    }

    fn row(&self, canvas: &mut Canvas<'_>, name: &str, voice: &VoiceShare) -> fmt::Result {
        let name = excerpt(name, self.names);
        // Rounded up, so that whoever is heard has a bar.
        let cells = |words: usize| (words * self.room).div_ceil(self.most.max(1)).min(self.room);
        let all = cells(words_of(voice));
        let quoted = cells(voice.words_quoted()).min(all);
        canvas.blanks(2)?;
        canvas.put(&name, Style::PLAIN)?;
        canvas.blanks(2 + self.names.saturating_sub(width_of(&name)))?;
        canvas.put(&"█".repeat(quoted), Style::of(Color::Cyan))?;
        canvas.put(&"░".repeat(all - quoted), Style::of(Color::Green))?;
        let share = format!("{:.0}%", 100.0 * voice.share());
        let (quoted, reported, times) = (voice.words_quoted(), voice.words_reported(), voice.statements());
        canvas
            .put(&format!("{:>1$}{share:>7}{quoted:>7}{reported:>9}{times:>6}", "", self.room - all), Style::PLAIN)?;
        canvas.end()
    }
}

fn numbers(report: &Report<'_>, canvas: &mut Canvas<'_>) -> fmt::Result {
    let total = report.numbers().count();
    let others = report.layer(Layer::OtherNumber).count();
    if total == 0 {
        return Ok(());
    }
    let mut note = count(total, "claim", "claims");
    if others > 0 {
        note += &format!(", {others} other (dates, ordinals, names)");
    }
    canvas.heading("NUMBERS", &note)?;
    let mut table = Table::new(vec![
        Column::new("", 3, 6),
        Column::new("as printed", 12, 34),
        Column::new("value", 12, 34),
        Column::new("what it is", 8, 20),
        Column::new("source", 10, 26),
    ]);
    for (item, number, source) in report.numbers() {
        let source = match source.and_then(|index| report.source(index)) {
            Some((label, speaker)) => format!("{speaker} ({label})"),
            None => report.analysis.voice_of(number.span()).to_string(),
        };
        let cells = vec![
            (item.label.clone(), Style::DIM),
            (report.excerpt(number.span(), 60), Style { bold: true, ..Style::of(Color::Yellow) }),
            (report.value(number), Style::PLAIN),
            (report.role(number), Style::PLAIN),
            (source, Style::DIM),
        ];
        let parts: Vec<_> = report.parts(number).iter().map(|(name, text)| format!("{name}: {text}")).collect();
        let mut notes = Vec::new();
        if !parts.is_empty() {
            notes.push(vec![(parts.join(" · "), Style::DIM)]);
        }
        notes.extend(report.warnings(number).map(|warning| warned(warning)));
        table.push(Row { cells, notes });
    }
    table.write(canvas)
}

fn warned(warning: &Item<'_>) -> Vec<(String, Style)> {
    let reason = line(warning.finding().reason()).into_owned();
    vec![(format!("! {} ", warning.label), Style::of(Color::Red)), (reason, Style::PLAIN)]
}

fn words(report: &Report<'_>, canvas: &mut Canvas<'_>) -> fmt::Result {
    let loaded = report.analysis.loaded();
    let voices = [
        (Voice::Outlet, "LOADED WORDS IN THE OUTLET'S OWN VOICE"),
        (Voice::Quoted, "LOADED WORDS IN QUOTATIONS"),
        (Voice::Reported, "LOADED WORDS IN REPORTED SPEECH"),
    ];
    for (voice, title) in voices {
        let words: Vec<_> = report.words().filter(|(_, word)| word.voice() == voice).collect();
        if words.is_empty() {
            continue;
        }
        let density = 1000.0 * words.len() as f64 / loaded.word_count().max(1) as f64;
        canvas.heading(title, &format!("{}, {density:.1} per 1,000 words", words.len()))?;
        let mut table = Table::new(vec![
            Column::new("", 3, 6),
            Column::new("word", 10, 28),
            Column::new("category", 8, 20),
            Column::new("strength", 8, 8),
            Column::new("said of", 8, 30),
            Column::new("sure", 4, 4),
        ]);
        for (item, word) in words {
            table.push(word_row(report, item, word));
        }
        table.write(canvas)?;
    }
    Ok(())
}

fn word_row(report: &Report<'_>, item: &Item<'_>, word: &LoadedFinding) -> Row {
    let color = if word.voice() == Voice::Outlet { Color::Red } else { Color::Magenta };
    let cells = vec![
        (item.label.clone(), Style::DIM),
        (report.excerpt(word.span(), 60), Style { bold: true, ..Style::of(color) }),
        (word.category().name().replace('_', " "), Style::PLAIN),
        (word.strength().to_string(), Style::PLAIN),
        (word.target().map_or_else(String::new, |target| report.excerpt(target, 40)), Style::PLAIN),
        (word.confidence().to_string(), Style::DIM),
    ];
    let plainer: Vec<_> = word.alternatives().take(4).map(line).collect();
    let mut note = Vec::new();
    if !plainer.is_empty() {
        note.push(("plainer: ".to_owned(), Style::DIM));
        note.push((plainer.join(", "), Style::of(Color::Green)));
        note.push((" · ".to_owned(), Style::DIM));
    }
    note.push((line(word.reason()).into_owned(), Style::DIM));
    if let Some(relation) = report.analysis.attribution_of(word.span()).filter(|_| word.voice() != Voice::Outlet) {
        note.push((format!(" · said by {}", report.speaker(relation)), Style::DIM));
    }
    Row { cells, notes: vec![note] }
}

/// Hedges, appeals, grammar and scare quotes, by category, in a line each.
fn signals(report: &Report<'_>, canvas: &mut Canvas<'_>) -> fmt::Result {
    let groups = report.signals();
    if groups.is_empty() {
        return Ok(());
    }
    canvas.heading("ALSO SEEN", "described, not counted")?;
    for (category, words) in groups {
        let times = |(word, labels): (String, Vec<&str>)| match labels.len() {
            0 | 1 => word,
            times => format!("{word} ×{times}"),
        };
        canvas.blanks(2)?;
        let mut flow = canvas.flow(2, 4);
        flow.text(&format!("{category}: "), Style::DIM)?;
        flow.text(&words.into_iter().map(times).collect::<Vec<_>>().join(", "), Style::PLAIN)?;
        flow.end()?;
    }
    Ok(())
}

fn plugins(report: &Report<'_>, canvas: &mut Canvas<'_>) -> fmt::Result {
    let total = report.layer(Layer::Plugin).count();
    if total == 0 {
        return Ok(());
    }
    canvas.heading("OWN FINDINGS", &total.to_string())?;
    for item in report.layer(Layer::Plugin) {
        let finding = item.finding();
        entry(
            canvas,
            &item.label,
            &[
                (&report.excerpt(finding.span(), 60), Style { bold: true, ..Style::of(Color::Blue) }),
                (&format!(": {} ", line(finding.reason())), Style::PLAIN),
                (&format!("({}, {})", line(finding.rule().as_str()), finding.confidence()), Style::DIM),
            ],
        )?;
    }
    Ok(())
}

fn absent(report: &Report<'_>, canvas: &mut Canvas<'_>) -> fmt::Result {
    let gaps = gaps(report);
    if gaps.is_empty() {
        return Ok(());
    }
    canvas.heading("WHAT IS NOT THERE", "")?;
    for gap in gaps {
        canvas.put("  - ", Style::DIM)?;
        let mut flow = canvas.flow(4, 4);
        flow.text(&gap.text, Style::PLAIN)?;
        if !gap.labels.is_empty() {
            flow.text(&format!(": {}", gap.labels.join(" ")), Style::DIM)?;
        }
        flow.end()?;
    }
    Ok(())
}

fn compared(report: &Report<'_>, canvas: &mut Canvas<'_>) -> fmt::Result {
    let Some(compared) = headline(report) else { return Ok(()) };
    canvas.heading("HEADLINE AGAINST BODY", "")?;
    for (name, side) in [("headline", &compared.headline), ("body", &compared.body)] {
        let Side { words, loaded } = side;
        let loaded = count(loaded.len(), "loaded word", "loaded words");
        let words = count(*words, "word", "words");
        entry(canvas, "-", &[(&format!("{name}: "), Style::DIM), (&format!("{loaded} in {words}"), Style::PLAIN)])?;
    }
    for claim in &compared.claims {
        let whose = claim.source.as_ref().map_or_else(String::new, |source| format!(" ({source})"));
        let same: Vec<_> = claim
            .same
            .iter()
            .map(|(label, source)| {
                source.as_ref().map_or_else(|| label.clone(), |source| format!("{label} ({source})"))
            })
            .collect();
        let found =
            if same.is_empty() { ": not in the body".to_owned() } else { format!(": in the body {}", same.join(", ")) };
        entry(
            canvas,
            &claim.label,
            &[(claim.shown.as_str(), Style::PLAIN), (&whose, Style::DIM), (&found, Style::DIM)],
        )?;
    }
    Ok(())
}

fn provenance(report: &Report<'_>, canvas: &mut Canvas<'_>) -> fmt::Result {
    let made = report.analysis.provenance();
    let lexicons = count(made.lexicons().len(), "lexicon", "lexicons");
    canvas.heading("MADE WITH", "")?;
    let mut flow = canvas.flow(0, 2);
    let text = format!("newsframe {} · tagger {} · {lexicons} · text {}", made.version(), made.tagger(), made.text());
    flow.text(&line(&text), Style::DIM)?;
    flow.end()
}
