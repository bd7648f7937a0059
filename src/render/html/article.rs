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
    /// The zone that is the title of the page.
    title: Option<usize>,
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
        let title = zones.iter().position(|(zone, _)| zone.kind() == ZoneKind::Headline);
        Self { report, marks, zones, homes, numbers, title }
    }

    /// The rules that show the cards of a zone when their marks are pointed at or focused: the n-th card for the n-th finding.
    pub(super) fn rules(&self, out: &mut dyn Write) -> fmt::Result {
        let most = self.numbers.iter().map(BTreeMap::len).max().unwrap_or(0);
        // A link may lead to a mark whose layer is switched off: its card is shown all the same.
        for (state, show) in [("hover", "display:block"), ("focus", "display:block!important")] {
            for number in 1..=most {
                write!(out, ".m{number}:{state}~.cards>.c{number}")?;
                if number < most { out.write_str(",\n")? } else { writeln!(out, "{{{show}}}")? }
            }
        }
        for number in 1..=most.min(LIT) {
            writeln!(out, ".zone:has(.m{number}:is(:hover,:focus)) .m{number}{{background-color:var(--lit)}}")?;
        }
        Ok(())
    }

    pub(super) fn write(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str("<article id=\"article\" tabindex=\"-1\">\n")?;
        if self.title.is_none() {
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

    /// Outlet, date, authors and address, where they are known.
    fn metadata(&self, out: &mut dyn Write) -> fmt::Result {
        let known = self.report.metadata();
        let url = self.report.document.article().metadata().url.as_deref();
        if known.is_empty() && url.is_none() {
            return Ok(());
        }
        out.write_str("<p class=\"metadata\">")?;
        for text in known {
            write!(out, "<span>{}</span> ", Text(&text))?;
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
            ZoneKind::Headline if self.title == Some(zone) => "h1",
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

    fn segment(&self, zone: usize, segment: &Segment, out: &mut dyn Write) -> fmt::Result {
        let (kind, start) = (self.zones[zone].0.kind(), self.zones[zone].0.span().start());
        let slice = self.report.document.slice(segment.span);
        // `| World | News`: the line below the headline needs no bar in front.
        let is_trail = kind == ZoneKind::Section && segment.span.start() == start;
        let text = Text(if is_trail { slice.trim_start_matches(['|', '-', '–', '—', ' ']) } else { slice });
        if segment.marks.is_empty() {
            return write!(out, "{text}");
        }
        let is_first = |&mark: &usize| self.homes[self.marks[mark].item].is_some_and(|(_, first)| first == mark);
        let begun: Vec<usize> =
            segment.starts.iter().copied().filter(is_first).map(|mark| self.marks[mark].item).collect();
        self.anchors(zone, begun.get(1..).unwrap_or_default(), out)?;
        write!(out, "<mark class=\"{}\"", self.classes(zone, segment))?;
        self.identity(&begun, out)?;
        write!(out, ">{text}</mark>")
    }

    /// Of the findings that begin with a mark the mark itself identifies the first; the others get a place of their own, which
    /// shows the card when a link leads there.
    fn anchors(&self, zone: usize, items: &[usize], out: &mut dyn Write) -> fmt::Result {
        for &item in items {
            let number = self.numbers[zone].get(&item).copied().unwrap_or_default();
            let label = &self.report.items[item].label;
            write!(out, "<span class=\"m{number}\" id=\"m-{label}\" tabindex=\"-1\"></span>")?;
        }
        Ok(())
    }

    /// The attributes of a mark with which findings begin, or which only goes on with some.
    fn identity(&self, begun: &[usize], out: &mut dyn Write) -> fmt::Result {
        let Some(first) = begun.first() else { return out.write_str(" tabindex=\"-1\"") };
        let label = |item: &usize| self.report.items[*item].label.as_str();
        // A stop at every `said` would be no help; a link in the panel leads to each.
        let minor = |item: &&usize| matches!(self.report.items[**item].layer, Layer::Signal | Layer::OtherNumber);
        let stop = if begun.iter().all(|item| minor(&item)) { -1 } else { 0 };
        write!(out, " id=\"m-{}\" tabindex=\"{stop}\" aria-describedby=\"", label(first))?;
        write_joined(out, begun.iter().map(label), "c-")?;
        out.write_str("\"")?;
        if stop == 0 {
            out.write_str(" data-label=\"")?;
            write_joined(out, begun.iter().filter(|item| !minor(item)).map(label), "")?;
            out.write_str("\"")?;
        }
        Ok(())
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
