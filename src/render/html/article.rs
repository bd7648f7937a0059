//! The article with its marks, and behind each zone the cards of the findings in it.

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use super::card;
use super::escape::Text;
use crate::render::item::{Kind, Layer};
use crate::render::report::Report;
use crate::render::segment::{Mark, Part, Segment};
use crate::render::text::line;
use crate::{Voice, Zone, ZoneKind};

/// How many findings of a zone light up together when one of their marks is pointed at. Beyond it only the card is shown,
/// since each costs a rule that browsers are slow at.
const LIT: usize = 60;

/// The article, ready to be written.
pub(super) struct Page<'r> {
    report: &'r Report<'r>,
    marks: Vec<Mark>,
    zones: Vec<(Zone, Vec<Segment>)>,
    /// The zone that holds the card of an item, and its first mark, which begins there.
    homes: Vec<Option<(usize, usize)>>,
    /// The items of each zone in order of appearance; their numbers tie marks to cards.
    numbers: Vec<BTreeMap<usize, usize>>,
}

impl<'r> Page<'r> {
    pub(super) fn of(report: &'r Report<'r>) -> Self {
        let (marks, zones) = report.cut(|_| true);
        let mut homes = vec![None; report.items.len()];
        let mut numbers = vec![BTreeMap::new(); zones.len()];
        for (zone, (_, segments)) in zones.iter().enumerate() {
            for segment in segments {
                for &mark in segment.starts.iter().filter(|&&mark| marks[mark].part == Part::Whole) {
                    homes[marks[mark].item].get_or_insert((zone, mark));
                }
                for &mark in segment.marks.iter().rev().chain(&segment.starts) {
                    let next = numbers[zone].len() + 1;
                    numbers[zone].entry(marks[mark].item).or_insert(next);
                }
            }
        }
        Self { report, marks, zones, homes, numbers }
    }

    /// The rules that show the cards of a zone when their marks are pointed at or focused: the n-th card for the n-th finding.
    pub(super) fn rules(&self, out: &mut dyn Write) -> fmt::Result {
        let most = self.numbers.iter().map(BTreeMap::len).max().unwrap_or(0);
        for number in 1..=most {
            write!(out, ".m{number}:hover~.cards>.c{number},.m{number}:focus~.cards>.c{number}")?;
            out.write_str(if number < most { ",\n" } else { "{display:block}\n" })?;
        }
        for number in 1..=most.min(LIT) {
            writeln!(out, ".zone:has(.m{number}:is(:hover,:focus)) .m{number}{{background-color:var(--lit)}}")?;
        }
        Ok(())
    }

    pub(super) fn write(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str("<article id=\"article\" tabindex=\"-1\">\n")?;
        if self.report.document.article().headline().is_none() {
            out.write_str("<h1 class=\"unseen\">Article</h1>\n")?;
        }
        self.metadata(out)?;
        let mut in_list = false;
        for (index, (zone, segments)) in self.zones.iter().enumerate() {
            let is_item = zone.kind() == ZoneKind::ListItem;
            if is_item != in_list {
                out.write_str(if is_item { "<ul>\n" } else { "</ul>\n" })?;
            }
            in_list = is_item;
            self.zone(index, zone.kind(), segments, out)?;
        }
        out.write_str(if in_list { "</ul>\n</article>\n" } else { "</article>\n" })
    }

    /// Outlet, date and address, where they are known.
    fn metadata(&self, out: &mut dyn Write) -> fmt::Result {
        let metadata = self.report.document.article().metadata();
        let known: Vec<_> = [&metadata.outlet, &metadata.date].into_iter().flatten().collect();
        let url = metadata.url.as_deref();
        if known.is_empty() && url.is_none() {
            return Ok(());
        }
        out.write_str("<p class=\"metadata\">")?;
        for text in known {
            write!(out, "<span>{}</span> ", Text(&line(text)))?;
        }
        match url {
            Some(url) if url.starts_with("https://") || url.starts_with("http://") => {
                write!(out, "<a href=\"{0}\" rel=\"noopener noreferrer\">{0}</a>", Text(url))?;
            }
            Some(url) => write!(out, "<span>{}</span>", Text(&line(url)))?,
            None => {}
        }
        out.write_str("</p>\n")
    }

    fn zone(&self, zone: usize, kind: ZoneKind, segments: &[Segment], out: &mut dyn Write) -> fmt::Result {
        let tag = match kind {
            ZoneKind::Headline if self.is_first_headline(zone) => "h1",
            ZoneKind::Headline | ZoneKind::Crosshead => "h2",
            ZoneKind::ListItem => "li",
            _ => "p",
        };
        write!(out, "<{tag} class=\"zone {}\">", kind.name())?;
        for segment in segments {
            self.segment(zone, segment, out)?;
        }
        self.cards(zone, out)?;
        writeln!(out, "</{tag}>")
    }

    fn is_first_headline(&self, zone: usize) -> bool {
        self.zones[..zone].iter().all(|(zone, _)| zone.kind() != ZoneKind::Headline)
    }

    fn segment(&self, zone: usize, segment: &Segment, out: &mut dyn Write) -> fmt::Result {
        let slice = self.report.document.slice(segment.span);
        let is_trail = self.zones[zone].0.kind() == ZoneKind::Section;
        // `| World | News`: the line below the headline needs no bar in front.
        let text = Text(if is_trail { slice.trim_start_matches(['|', '-', '–', '—', ' ']) } else { slice });
        if segment.marks.is_empty() {
            return write!(out, "{text}");
        }
        // The findings that begin here: of the first its mark has the identifier, the others get an anchor.
        let is_first = |&mark: &usize| self.homes[self.marks[mark].item].is_some_and(|(_, first)| first == mark);
        let begun: Vec<usize> =
            segment.starts.iter().copied().filter(is_first).map(|mark| self.marks[mark].item).collect();
        let label = |item: &usize| self.report.items[*item].label.as_str();
        for item in begun.iter().skip(1) {
            write!(out, "<span id=\"m-{}\"></span>", label(item))?;
        }
        write!(out, "<mark class=\"{}\"", self.classes(zone, segment))?;
        if let Some(first) = begun.first() {
            write!(out, " id=\"m-{}\" tabindex=\"0\" aria-describedby=\"", label(first))?;
            write_joined(out, begun.iter().map(label), "c-")?;
            out.write_str("\"")?;
            // On paper the label stands by the mark, except where there would be one at every `said`.
            let printed =
                |item: &&usize| !matches!(self.report.items[**item].layer, Layer::Signal | Layer::OtherNumber);
            if begun.iter().any(|item| printed(&item)) {
                out.write_str(" data-label=\"")?;
                write_joined(out, begun.iter().filter(printed).map(label), "")?;
                out.write_str("\"")?;
            }
        } else {
            out.write_str(" tabindex=\"-1\"")?;
        }
        write!(out, ">{text}</mark>")
    }

    fn classes(&self, zone: usize, segment: &Segment) -> String {
        let mut classes = String::new();
        for mark in segment.marks.iter().map(|&mark| self.marks[mark]) {
            let item = &self.report.items[mark.item];
            let look = match (item.kind, mark.part) {
                (_, Part::Source) => "source",
                (_, Part::Cue) => "cue",
                (_, Part::Quoted) => "quoted",
                (Kind::Statement(relation), _) if relation.is_possible_continuation() => "perhaps",
                (Kind::Loaded(word), _) if word.voice() == Voice::Outlet => "outlet",
                (Kind::Number(number, _), _) if self.report.warnings(number).next().is_some() => "warned",
                _ => "",
            };
            let number = self.numbers[zone].get(&mark.item).copied().unwrap_or_default();
            let layer = match item.kind {
                _ if mark.part != Part::Whole => "",
                Kind::Warning(_) => "remark",
                _ => item.layer.name(),
            };
            for class in [layer, look].into_iter().filter(|class| !class.is_empty()) {
                if !classes.split(' ').any(|known| known == class) {
                    classes += class;
                    classes.push(' ');
                }
            }
            classes += &format!("m{number} ");
        }
        classes.truncate(classes.trim_end().len());
        classes
    }

    /// The cards of the findings of a zone; for those whose card stands in another zone a line that leads there.
    fn cards(&self, zone: usize, out: &mut dyn Write) -> fmt::Result {
        if self.numbers[zone].is_empty() {
            return Ok(());
        }
        let mut in_order: Vec<_> = self.numbers[zone].iter().map(|(&item, &number)| (number, item)).collect();
        // What begins last is mostly what is most particular: its card comes first.
        in_order.sort_unstable_by(|one, other| other.cmp(one));
        out.write_str("<span class=\"cards\">")?;
        for (number, item) in in_order {
            let item_shown = &self.report.items[item];
            if self.homes[item].is_some_and(|(home, _)| home == zone) {
                card::write(self.report, item_shown, number, out)?;
            } else {
                card::write_pointer(self.report, item_shown, number, out)?;
            }
        }
        out.write_str("</span>")
    }
}

fn write_joined<'t>(out: &mut dyn Write, words: impl Iterator<Item = &'t str>, prefix: &str) -> fmt::Result {
    for (index, word) in words.enumerate() {
        write!(out, "{}{prefix}{word}", if index > 0 { " " } else { "" })?;
    }
    Ok(())
}
