//! The card of a finding: what it is, why it was found, in whose voice, how sure, by which rule.

use std::fmt::{self, Write};

use super::escape::Text;
use crate::Finding;
use crate::attribution::AttributionRelation;
use crate::loaded::LoadedFinding;
use crate::quantity::Quantity;
use crate::render::item::{Item, Kind, Layer};
use crate::render::report::{Report, form, source_kind, stance};
use crate::render::text::{excerpt, line};

/// The most columns of text a fact shows.
const COLUMNS: usize = 100;

/// Ends a sentence for those who hear the card.
const STOP: &str = "<span class=\"unseen\">. </span>";

/// A card in the making: its heading, what it is about, and facts by name.
struct Card {
    kind: &'static str,
    what: String,
    facts: Vec<(&'static str, String)>,
}

/// Writes the card of an item, the one with this number in its zone.
pub(super) fn write(report: &Report<'_>, item: &Item<'_>, number: usize, out: &mut dyn Write) -> fmt::Result {
    let card = card(report, item);
    write!(
        out,
        "\n<span class=\"card {} c{number}\" id=\"c-{}\" role=\"note\"><span class=\"kind\">{} · {}</span> <b>{}</b>{STOP}",
        item.layer.name(),
        item.label,
        Text(card.kind),
        item.label,
        Text(&card.what),
    )?;
    let finding = item.finding();
    let sure = ("sure", finding.confidence().to_string());
    let rule = ("rule", line(finding.rule().as_str()).into_owned());
    for (name, text) in card.facts.iter().chain([&sure, &rule]).filter(|(_, text)| !text.is_empty()) {
        let class = if *name == "rule" { "fact rule" } else { "fact" };
        write!(out, "<span class=\"{class}\"><i>{name}</i> {}{STOP}</span>", Text(text))?;
    }
    out.write_str("</span>")
}

/// Writes a line instead of a card whose place is in another zone.
pub(super) fn write_pointer(report: &Report<'_>, item: &Item<'_>, number: usize, out: &mut dyn Write) -> fmt::Result {
    write!(
        out,
        "\n<span class=\"pointer {0} c{number}\"><a href=\"#m-{1}\">{1}</a> {2}, continued</span>",
        item.layer.name(),
        item.label,
        Text(&card(report, item).what),
    )
}

fn card(report: &Report<'_>, item: &Item<'_>) -> Card {
    let finding = item.finding();
    let what = report.excerpt(finding.span(), COLUMNS);
    let why = || ("why", excerpt(finding.reason(), 400));
    match item.kind {
        Kind::Statement(relation) => statement(report, relation),
        Kind::Number(number, source) if item.layer == Layer::Number => self::number(report, number, source),
        Kind::Number(number, _) => {
            Card { kind: "No claim", what, facts: vec![("is", number.kind().name().replace('_', " ")), why()] }
        }
        Kind::Loaded(word) => self::word(report, word, item.layer),
        Kind::Assertion(assertion) => {
            let is = format!("{}, with no source", assertion.kind().name().replace('_', " "));
            Card { kind: "Claim without a source", what, facts: vec![("claims", is), why()] }
        }
        Kind::ScareQuote(_) => Card { kind: "Scare quotes", what, facts: vec![why()] },
        Kind::Warning(_) => Card { kind: "About this number", what, facts: vec![why()] },
        Kind::Plugin(_) => Card { kind: "Own finding", what, facts: vec![why()] },
    }
}

fn statement(report: &Report<'_>, relation: &AttributionRelation) -> Card {
    let cue = report.joined(relation.cue(), 40);
    let mut what = report.who(relation);
    if !cue.is_empty() {
        what += &format!(" · {cue}");
    }
    let kind = if relation.is_possible_continuation() { "Perhaps a statement" } else { "Statement" };
    let mut facts = vec![("form", form(relation))];
    if let Some(meaning) = stance(relation.stance()) {
        facts.push(("cue", format!("{}: {meaning}", relation.stance())));
    }
    if relation.is_negated() {
        facts.push(("negated", "it was not said".to_owned()));
    }
    facts.push(("source", source_kind(relation.source_kind()).to_owned()));
    if let Some((label, speaker)) = relation.parent().and_then(|parent| report.source(parent)) {
        facts.push(("within", format!("{label}, {speaker}")));
    }
    facts.push(("why", excerpt(relation.reason(), 400)));
    Card { kind, what, facts }
}

fn number(report: &Report<'_>, number: &Quantity, source: Option<usize>) -> Card {
    let mut facts = vec![("value", report.value(number)), ("is", report.role(number))];
    facts.extend(report.parts(number));
    let voice = report.voice(report.analysis.voice_of(number.span()), number.span());
    let source = source.and_then(|index| report.source(index));
    facts.push(("source", source.map_or(voice, |(label, speaker)| format!("{speaker} ({label})"))));
    facts.push(("why", excerpt(number.reason(), 400)));
    Card { kind: "Number", what: report.excerpt(number.span(), COLUMNS), facts }
}

fn word(report: &Report<'_>, word: &LoadedFinding, layer: Layer) -> Card {
    let kind = if layer == Layer::Loaded { "Loaded word" } else { "Signal, not counted" };
    let category = word.category().name().replace('_', " ");
    let plainer: Vec<_> = word.alternatives().take(6).map(line).collect();
    let facts = vec![
        ("why", excerpt(word.reason(), 400)),
        ("is", if layer == Layer::Loaded { format!("{category}, {}", word.strength()) } else { category }),
        ("voice", report.voice(word.voice(), word.span())),
        ("of", word.target().map_or_else(String::new, |target| report.excerpt(target, COLUMNS))),
        ("plainer", plainer.join(", ")),
    ];
    Card { kind, what: report.excerpt(word.span(), COLUMNS), facts }
}
