//! The side panel: who is heard, the numbers, the loaded words, headline against body, what is absent; below the article all
//! statements.

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use super::escape::Text;
use crate::attribution::VoiceShare;
use crate::loaded::LoadedFinding;
use crate::render::gaps::{Side, gaps, headline};
use crate::render::item::{Item, Layer};
use crate::render::report::{Report, source_kind, traits};
use crate::render::text::{excerpt, line};
use crate::{Finding, Voice};

pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> fmt::Result {
    out.write_str("<aside aria-label=\"What was found\">\n")?;
    heard(report, out)?;
    words(report, out)?;
    numbers(report, out)?;
    compared(report, out)?;
    absent(report, out)?;
    plugins(report, out)?;
    signals(report, out)?;
    out.write_str("</aside>\n")
}

/// The figures at the top of the page.
pub(super) fn figures(report: &Report<'_>) -> Vec<(usize, String)> {
    let plural = |count: usize, one: &str, many: &str| if count == 1 { one.to_owned() } else { many.to_owned() };
    let statements = report.statements().count();
    let speakers = report.analysis.attribution().balance().speakers().len();
    let numbers = report.numbers().count();
    let warnings = report.analysis.quantity().warnings().len();
    let outlet = report.words().filter(|(_, word)| word.voice() == Voice::Outlet).count();
    let others = report.words().count() - outlet;
    let claims = report.layer(Layer::Assertion).count();
    vec![
        (
            statements,
            format!(
                "{} of {speakers} {}",
                plural(statements, "statement", "statements"),
                plural(speakers, "source", "sources")
            ),
        ),
        (numbers, format!("{} claimed, {warnings} with a remark", plural(numbers, "number", "numbers"))),
        (
            outlet,
            format!(
                "{} in the outlet's own voice, {others} in the words of others",
                plural(outlet, "loaded word", "loaded words")
            ),
        ),
        (
            claims,
            format!(
                "{} without a source",
                plural(claims, "claim of intent, cause or feeling", "claims of intent, cause or feeling")
            ),
        ),
    ]
}

/// A link to the mark of a finding.
fn link(report: &Report<'_>, label: &str) -> String {
    if report.has_mark(label) { format!("<a href=\"#m-{label}\">{label}</a>") } else { label.to_owned() }
}

fn links(report: &Report<'_>, labels: &[String]) -> String {
    labels.iter().map(|label| link(report, label)).collect::<Vec<_>>().join(" ")
}

fn heard(report: &Report<'_>, out: &mut dyn Write) -> fmt::Result {
    let said = report.analysis.attribution();
    let balance = said.balance();
    if balance.words() == 0 {
        return Ok(());
    }
    let name = |id| said.entity(id).map_or_else(String::new, |entity| excerpt(entity.name(), 60));
    let speakers: Vec<_> = balance.speakers().iter().map(|row| (name(row.speaker()), row.voice())).collect();
    let kinds = balance.source_kinds().iter().map(|row| (source_kind(row.kind()).to_owned(), row.voice()));
    let kinds: Vec<_> = kinds.collect();
    writeln!(
        out,
        "<section>\n<h2>Who is heard</h2>\n<p class=\"note\">{} attributed words: <span class=\"swatch quoted\"></span> \
         quoted, <span class=\"swatch reported\"></span> reported.</p>",
        balance.words()
    )?;
    bars("by speaker", &speakers, out)?;
    bars("by kind of source", &kinds, out)?;
    out.write_str("</section>\n")
}

fn words_of(voice: &VoiceShare) -> usize {
    voice.words_quoted() + voice.words_reported()
}

fn bars(title: &str, rows: &[(String, &VoiceShare)], out: &mut dyn Write) -> fmt::Result {
    let Some(most) = rows.iter().map(|(_, voice)| words_of(voice)).max() else { return Ok(()) };
    writeln!(
        out,
        "<table class=\"bars\">\n<thead><tr><th scope=\"col\">{title}</th><th scope=\"col\"><span class=\"unseen\">share</span>\
         </th><th scope=\"col\">quoted</th><th scope=\"col\">reported</th></tr></thead>\n<tbody>"
    )?;
    for (name, voice) in rows {
        let width = |words: usize| 100.0 * words as f64 / most.max(1) as f64;
        writeln!(
            out,
            "<tr><th scope=\"row\">{}</th><td><span class=\"bar\" title=\"{times} in all\"><i class=\"quoted\" \
             style=\"width:{:.1}%\"></i><i class=\"reported\" style=\"width:{:.1}%\"></i></span> {:.0}%</td>\
             <td>{quoted}</td><td>{reported}</td></tr>",
            Text(name),
            width(voice.words_quoted()),
            width(voice.words_reported()),
            100.0 * voice.share(),
            times = voice.statements(),
            quoted = voice.words_quoted(),
            reported = voice.words_reported(),
        )?;
    }
    out.write_str("</tbody>\n</table>\n")
}

fn numbers(report: &Report<'_>, out: &mut dyn Write) -> fmt::Result {
    if report.numbers().next().is_none() {
        return Ok(());
    }
    out.write_str(
        "<section>\n<h2>Numbers</h2>\n<table>\n<thead><tr><th scope=\"col\"></th><th scope=\"col\">number</th>\
         <th scope=\"col\">what it is</th><th scope=\"col\">source</th></tr></thead>\n<tbody>\n",
    )?;
    for (item, number, source) in report.numbers() {
        let source = match source.and_then(|index| report.source(index)) {
            Some((label, speaker)) => format!("{} {}", Text(&speaker), link(report, label)),
            None => Text(report.analysis.voice_of(number.span()).name()).to_string(),
        };
        let printed = report.excerpt(number.span(), 60);
        let value = report.value(number);
        write!(out, "<tr><td>{}</td><td><b>{}</b>", link(report, &item.label), Text(&printed))?;
        if value.to_lowercase() != printed.to_lowercase().replace('-', " ") {
            write!(out, "<small>{}</small>", Text(&value))?;
        }
        write!(out, "</td><td>{}", Text(&report.role(number)))?;
        for (name, text) in report.parts(number) {
            write!(out, "<small>{name} {}</small>", Text(&text))?;
        }
        write!(out, "</td><td>{source}</td></tr>")?;
        for warning in report.warnings(number) {
            let reason = excerpt(warning.finding().reason(), 400);
            write!(
                out,
                "\n<tr class=\"warning\"><td></td><td colspan=\"3\">{} {}</td></tr>",
                link(report, &warning.label),
                Text(&reason)
            )?;
        }
        out.write_str("\n")?;
    }
    out.write_str("</tbody>\n</table>\n</section>\n")
}

fn words(report: &Report<'_>, out: &mut dyn Write) -> fmt::Result {
    if report.words().next().is_none() {
        return Ok(());
    }
    out.write_str("<section>\n<h2>Loaded words</h2>\n")?;
    let voices = [
        (Voice::Outlet, "In the outlet's own voice"),
        (Voice::Quoted, "In quotations"),
        (Voice::Reported, "In reported speech"),
    ];
    let all = report.analysis.loaded().word_count().max(1);
    for (voice, title) in voices {
        let words: Vec<_> = report.words().filter(|(_, word)| word.voice() == voice).collect();
        if words.is_empty() {
            continue;
        }
        let density = 1000.0 * words.len() as f64 / all as f64;
        writeln!(
            out,
            "<h3>{title} <span class=\"note\">{}, {density:.1} per 1,000 words</span></h3>\n<table class=\"words\">\n<thead><tr>\
             <th scope=\"col\"></th><th scope=\"col\">word</th><th scope=\"col\">category</th><th scope=\"col\">plainer</th>\
             <th scope=\"col\">sure</th></tr></thead>\n<tbody>",
            words.len()
        )?;
        for (target, words) in by_target(report, words) {
            let count = words.len();
            if !target.is_empty() && count > 1 {
                writeln!(
                    out,
                    "<tr class=\"target\"><td></td><td colspan=\"4\">of <b>{}</b> ({count})</td></tr>",
                    Text(&target)
                )?;
            }
            for (item, word) in words {
                word_row(report, item, word, if count > 1 { "" } else { &target }, out)?;
            }
        }
        out.write_str("</tbody>\n</table>\n")?;
    }
    out.write_str("</section>\n")
}

/// A loaded word and its item.
type Word<'r, 'a> = (&'r Item<'a>, &'a LoadedFinding);

/// Words grouped by what they are said of: the largest group first, those that do not show it last.
fn by_target<'r, 'a>(report: &Report<'a>, words: Vec<Word<'r, 'a>>) -> Vec<(String, Vec<Word<'r, 'a>>)> {
    let mut groups: Vec<(String, Vec<Word<'r, 'a>>)> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for (item, word) in words {
        let target = word.target().map_or_else(String::new, |target| report.excerpt(target, 60));
        let index = *known.entry(target.to_lowercase()).or_insert(groups.len());
        if index == groups.len() {
            groups.push((target, Vec::new()));
        }
        groups[index].1.push((item, word));
    }
    groups.sort_by_key(|(target, words)| (target.is_empty(), std::cmp::Reverse(words.len())));
    groups
}

fn word_row(
    report: &Report<'_>,
    item: &Item<'_>,
    word: &LoadedFinding,
    target: &str,
    out: &mut dyn Write,
) -> fmt::Result {
    let plainer: Vec<_> = word.alternatives().take(3).map(line).collect();
    write!(out, "<tr><td>{}</td><td><b>{}</b>", link(report, &item.label), Text(&report.excerpt(word.span(), 60)),)?;
    if !target.is_empty() {
        write!(out, "<small>of {}</small>", Text(target))?;
    }
    if word.voice() != Voice::Outlet {
        write!(out, "<small>{}</small>", Text(&report.voice(word.voice(), word.span())))?;
    }
    writeln!(
        out,
        "</td><td>{}<small>{}</small></td><td>{}</td><td>{}</td></tr>",
        Text(&word.category().name().replace('_', " ")),
        word.strength(),
        Text(&plainer.join(", ")),
        word.confidence(),
    )
}

fn compared(report: &Report<'_>, out: &mut dyn Write) -> fmt::Result {
    let Some(compared) = headline(report) else { return Ok(()) };
    out.write_str(
        "<section>\n<h2>Headline against body</h2>\n<table>\n<thead><tr><th scope=\"col\"></th><th scope=\"col\">headline</th>\
         <th scope=\"col\">body</th></tr></thead>\n<tbody>\n",
    )?;
    let Side { words, loaded } = &compared.headline;
    let body = &compared.body;
    writeln!(out, "<tr><th scope=\"row\">words</th><td>{words}</td><td>{}</td></tr>", body.words)?;
    writeln!(
        out,
        "<tr><th scope=\"row\">loaded words, outlet's voice</th><td>{} {}</td><td>{}</td></tr>",
        loaded.len(),
        links(report, loaded),
        body.loaded.len()
    )?;
    for claim in &compared.claims {
        let what = if claim.source.is_some() { "number" } else { "heard" };
        let small = |source: &Option<String>| {
            source.as_ref().map_or_else(String::new, |source| format!("<small>{}</small>", Text(source)))
        };
        let same: String =
            claim.same.iter().map(|(label, source)| format!("{}{} ", link(report, label), small(source))).collect();
        writeln!(
            out,
            "<tr><th scope=\"row\">{what}</th><td>{} {}{}</td><td>{}</td></tr>",
            Text(&claim.shown),
            link(report, &claim.label),
            small(&claim.source),
            if same.is_empty() { "not there" } else { same.trim_end() },
        )?;
    }
    out.write_str("</tbody>\n</table>\n</section>\n")
}

fn absent(report: &Report<'_>, out: &mut dyn Write) -> fmt::Result {
    let gaps = gaps(report);
    if gaps.is_empty() {
        return Ok(());
    }
    out.write_str("<section>\n<h2>What is not there</h2>\n<ul class=\"gaps\">\n")?;
    for gap in gaps {
        writeln!(out, "<li>{} {}</li>", Text(&gap.text), links(report, &gap.labels))?;
    }
    out.write_str("</ul>\n</section>\n")
}

fn plugins(report: &Report<'_>, out: &mut dyn Write) -> fmt::Result {
    if report.layer(Layer::Plugin).next().is_none() {
        return Ok(());
    }
    out.write_str("<section>\n<h2>Own findings</h2>\n<ul>\n")?;
    for item in report.layer(Layer::Plugin) {
        let finding = item.finding();
        writeln!(
            out,
            "<li>{} <b>{}</b> {} <small>{}, {}</small></li>",
            link(report, &item.label),
            Text(&report.excerpt(finding.span(), 60)),
            Text(&excerpt(finding.reason(), 400)),
            Text(&line(finding.rule().as_str())),
            finding.confidence(),
        )?;
    }
    out.write_str("</ul>\n</section>\n")
}

/// Hedges, appeals, grammar and scare quotes by category: each word once, with a link for every time it occurs.
fn signals(report: &Report<'_>, out: &mut dyn Write) -> fmt::Result {
    let groups = report.signals();
    if groups.is_empty() {
        return Ok(());
    }
    out.write_str(
        "<section>\n<h2>Also seen</h2>\n<p class=\"note\">Described, not counted.</p>\n<ul class=\"signals\">\n",
    )?;
    for (category, words) in groups {
        write!(out, "<li>{}:", Text(&category))?;
        for (place, (word, labels)) in words.into_iter().enumerate() {
            out.write_str(if place > 0 { "," } else { "" })?;
            for (index, label) in labels.iter().enumerate() {
                let shown = if index == 0 { word.clone() } else { (index + 1).to_string() };
                match report.has_mark(label) {
                    true => write!(out, " <a href=\"#m-{label}\">{}</a>", Text(&shown))?,
                    false => write!(out, " {}", Text(&shown))?,
                }
            }
        }
        out.write_str("</li>\n")?;
    }
    out.write_str("</ul>\n</section>\n")
}

/// All statements, below article and panel.
pub(super) fn statements(report: &Report<'_>, out: &mut dyn Write) -> fmt::Result {
    if report.statements().next().is_none() {
        return Ok(());
    }
    out.write_str(
        "<section class=\"statements\">\n<h2>Who says what</h2>\n<table>\n<thead><tr><th scope=\"col\"></th>\
         <th scope=\"col\">who</th><th scope=\"col\">cue</th><th scope=\"col\">what</th><th scope=\"col\">how</th></tr></thead>\n<tbody>\n",
    )?;
    for (item, relation) in report.statements() {
        writeln!(
            out,
            "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            link(report, &item.label),
            Text(&report.who(relation)),
            Text(&report.joined(relation.cue(), 40)),
            Text(&report.content(relation, 240)),
            Text(&traits(relation).join(", ")),
        )?;
    }
    out.write_str("</tbody>\n</table>\n</section>\n")
}
