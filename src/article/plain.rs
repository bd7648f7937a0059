//! The reader of plain text: decides what each block is.

use super::{Metadata, Zone, ZoneKind, layout, patterns};
use crate::Span;

/// The zones of a plain text that may begin with a headline; a section trail goes to `metadata`.
pub(super) fn read(text: &str, metadata: &mut Metadata) -> Vec<Zone> {
    let blocks = layout::blocks(text, 0);
    let mut zones = Vec::with_capacity(blocks.len() + 2);
    let body = if has_headline(text, &blocks) {
        headline(text, blocks[0], metadata, &mut zones);
        &blocks[1..]
    } else {
        &blocks[..]
    };
    let body = match body {
        // One block between headline and byline is the standfirst.
        [first, second, rest @ ..] if rest.len() < blocks.len() - 2 && is_standfirst(text, *first, *second) => {
            zones.push(Zone::new(ZoneKind::Standfirst, *first));
            &body[1..]
        }
        _ => body,
    };
    classify(text, body, &mut zones);
    zones
}

/// Appends the zones of running text from byte `from` on: no headline is looked for.
pub(super) fn read_body(text: &str, from: usize, zones: &mut Vec<Zone>) {
    classify(text, &layout::blocks(text, from), zones);
}

/// Whether the first block is a headline: short, one line, no full stop, and a longer text follows.
fn has_headline(text: &str, blocks: &[Span]) -> bool {
    let [first, rest @ ..] = blocks else { return false };
    let line = first.slice(text).unwrap_or_default();
    let words = line.split_whitespace().count();
    let body = rest.iter().map(|block| block.len()).max().unwrap_or(0);
    let sentence = line.ends_with(['.', ':', ';', ',', '…']) && !line.ends_with("U.S.") && !line.ends_with("...");
    !line.contains(['\n', '\r'])
        && (2..=30).contains(&words)
        && line.len() <= 240
        && body > line.len() / 2
        && (!sentence || is_title_case(line))
        && !line.ends_with(['”', '"', ')'])
        && !patterns::is_byline(line)
        && !patterns::is_list_item(line)
        && !patterns::is_boilerplate(line)
        && patterns::dateline(line).is_none()
}

/// Whether nearly all longer words begin with a capital, as in American headlines (some end with a full stop).
fn is_title_case(line: &str) -> bool {
    let words = || line.split_whitespace().filter(|word| word.chars().count() > 3);
    let capital =
        words().filter(|word| word.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase())).count();
    words().count() >= 3 && capital * 10 >= words().count() * 8
}

fn is_standfirst(text: &str, block: Span, next: Span) -> bool {
    let (block, next) = (block.slice(text).unwrap_or_default(), next.slice(text).unwrap_or_default());
    block.len() <= 400
        && patterns::is_byline(next)
        && !patterns::is_byline(block)
        && patterns::dateline(block).is_none()
}

/// The headline's zone and, where a section trail stands behind it, the trail's.
fn headline(text: &str, block: Span, metadata: &mut Metadata, zones: &mut Vec<Zone>) {
    let line = block.slice(text).unwrap_or_default();
    let Some((head, trail)) = split_trail(line) else {
        zones.push(Zone::new(ZoneKind::Headline, block));
        return;
    };
    zones.push(Zone::new(ZoneKind::Headline, Span::of(block.start(), block.start() + head)));
    zones.push(Zone::new(ZoneKind::Section, Span::of(block.start() + trail, block.end())));
    for name in line[trail..].split(['|', '–', '—']).flat_map(section_and_outlet).filter(|name| !name.is_empty()) {
        // A lone segment that looks like an outlet is one; `| World | News` is a path of sections.
        if patterns::is_outlet(name) && name.contains([' ', '.']) {
            metadata.outlet = Some(name.to_owned());
        } else {
            metadata.section.push(name.to_owned());
        }
    }
}

/// The names in a segment of a trail: `Local - The Gazette` has two, `Stratford-upon-Avon` and `News - Sport` one.
fn section_and_outlet(segment: &str) -> impl Iterator<Item = &str> {
    let (section, outlet) = match segment.rsplit_once(" - ") {
        Some((section, outlet)) if patterns::is_outlet(outlet.trim()) => (section, outlet),
        _ => (segment, ""),
    };
    [section, outlet].into_iter().map(|name| name.trim_matches(['-', ' ']))
}

/// Where a headline ends and where the trail behind it begins, in bytes: `… | World | News`, `… - The Outlet`.
fn split_trail(line: &str) -> Option<(usize, usize)> {
    if let Some(bar) = line.find(" | ") {
        return (line[..bar].split_whitespace().count() >= 3).then_some((line[..bar].trim_end().len(), bar + 1));
    }
    let (dash, mark) = [" - ", " – ", " — "].into_iter().filter_map(|mark| Some((line.rfind(mark)?, mark))).max()?;
    let (head, name) = (line[..dash].trim_end(), &line[dash + mark.len()..]);
    let short = name.split_whitespace().count() <= 4 && name.chars().next().is_some_and(char::is_uppercase);
    (head.split_whitespace().count() >= 3 && short && patterns::is_outlet(name)).then_some((head.len(), dash + 1))
}

/// Decides for each block of the body what it is.
fn classify(text: &str, blocks: &[Span], zones: &mut Vec<Zone>) {
    let slice = |span: Span| span.slice(text).unwrap_or_default();
    let mut prose_begun = false;
    for (index, &block) in blocks.iter().enumerate() {
        let line = slice(block);
        let next = blocks.get(index + 1).map(|&next| slice(next));
        let before = index.checked_sub(1).map(|before| slice(blocks[before]));
        let kind = if !prose_begun && patterns::is_byline(line) {
            ZoneKind::Byline
        } else if patterns::is_boilerplate(line) {
            ZoneKind::Boilerplate
        } else if patterns::is_caption(line) {
            ZoneKind::Caption
        } else if patterns::is_list_item(line) {
            ZoneKind::ListItem
        } else if is_crosshead(line, before, next) {
            ZoneKind::Crosshead
        } else {
            ZoneKind::Paragraph
        };
        let may_have_dateline = kind == ZoneKind::Paragraph && !prose_begun;
        match may_have_dateline.then(|| patterns::dateline(line)).flatten() {
            Some(length) => {
                let end = block.start() + length;
                zones.push(Zone::new(ZoneKind::Dateline, Span::of(block.start(), end)));
                zones.push(Zone::new(kind, super::trimmed(text, end, block.end())));
            }
            None => zones.push(Zone::new(kind, block)),
        }
        prose_begun |= kind == ZoneKind::Paragraph;
    }
    zones.retain(|zone| !zone.span().is_empty());
    mark_pull_quotes(text, zones);
}

/// A heading inside the body: a few words without final mark, behind a finished sentence and before a longer block.
fn is_crosshead(line: &str, before: Option<&str>, next: Option<&str>) -> bool {
    const FINAL: [char; 10] = ['.', ',', ':', ';', '!', '…', '"', '”', '’', ')'];
    let (Some(before), Some(next)) = (before, next) else { return false };
    let finished = before.ends_with(['.', '!', '?', '"', '”', '’', ')', '\'']);
    !line.ends_with(FINAL)
        && (1..=9).contains(&line.split_whitespace().take(10).count())
        && line.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric() || "“\"‘'".contains(c))
        && finished
        && next.len() > 2 * line.len()
        && next.chars().next().is_some_and(|c| !c.is_lowercase())
}

/// Turns blocks that are wholly a quotation, and stand in another paragraph again, into pull quotes.
fn mark_pull_quotes(text: &str, zones: &mut [Zone]) {
    // Each candidate costs one search of the text, so their number is bounded.
    const CANDIDATES: usize = 16;
    let mut tried = 0;
    for zone in zones {
        let block = zone.span().slice(text).unwrap_or_default();
        let Some(inner) = whole_quotation(block).filter(|_| zone.kind().is_prose() && block.len() <= 300) else {
            continue;
        };
        tried += 1;
        if tried > CANDIDATES {
            return;
        }
        let again = text[..zone.span().start()].contains(inner) || text[zone.span().end()..].contains(inner);
        if again {
            *zone = Zone::new(ZoneKind::PullQuote, zone.span());
        }
    }
}

/// The words of a block that is one quotation from its first to its last character.
fn whole_quotation(block: &str) -> Option<&str> {
    let inner = [("“", "”"), ("‘", "’"), ("\"", "\"")]
        .into_iter()
        .find_map(|(open, close)| block.strip_prefix(open)?.strip_suffix(close))?
        .trim_end_matches(['.', ',', '!', '?']);
    (inner.split_whitespace().count() >= 4 && !inner.contains(['“', '”', '"'])).then_some(inner)
}

#[cfg(test)]
mod tests {
    use crate::Article;

    /// The zones as `kind: text`, one a line.
    fn zones(text: &str) -> Vec<String> {
        let article = Article::from_text(text).unwrap();
        let show = |zone: &crate::Zone| format!("{}: {}", zone.kind(), zone.span().slice(text).unwrap());
        article.zones().iter().map(show).collect()
    }

    #[test]
    fn headline_and_section_trail() {
        let text = "Harbour puppet blithely explains why ferries won’t sail | Coast | News\nThe mayor’s spokesman has insisted that the ferries are safe.";
        assert_eq!(
            zones(text)[..2],
            ["headline: Harbour puppet blithely explains why ferries won’t sail", "section: | Coast | News"]
        );
        let article = Article::from_text(
            "Harbour to close on Friday - The Harbour Gazette\n\nThe harbour closes on Friday, the council said.",
        )
        .unwrap();
        assert_eq!(article.headline(), Some("Harbour to close on Friday"));
        assert_eq!(article.metadata().outlet.as_deref(), Some("The Harbour Gazette"));
    }

    #[test]
    fn an_outlet_behind_a_dash_ends_a_section_trail() {
        let text = "Harbour to close on Friday | World | Local - The Harbour Gazette\n\nThe harbour closes on Friday, the council said.";
        let article = Article::from_text(text).unwrap();
        assert_eq!(article.metadata().outlet.as_deref(), Some("The Harbour Gazette"));
        assert_eq!(article.metadata().section, ["World", "Local"]);
    }

    #[test]
    fn a_dash_in_a_headline_is_no_trail() {
        let text = "Harbour to close - and no ferry sails\n\nThe harbour closes on Friday, the council said.";
        assert_eq!(zones(text)[0], "headline: Harbour to close - and no ferry sails");
    }

    #[test]
    fn when_unsure_it_is_body() {
        for text in [
            "The harbour closed.\n\nMore is coming.",
            "One line only without a stop",
            "“We are ready”\n\nThe mayor said so on Friday, and repeated it.",
            "Short line\n\nNo.",
            "1. First\n\nThe first thing that anyone saw was the ferry.",
        ] {
            assert!(!zones(text)[0].starts_with("headline"), "{text}: {:?}", zones(text));
        }
    }

    #[test]
    fn a_whole_article() {
        let text = "Harbour to close\n\nFerries stop on Friday, and nobody knows for how long\n\nBy Ana Ruiz\n\nPORT AGNES (NPA) — The harbour closes on Friday, the council said.\n\n\
            Photo: the harbour in May\n\nNo ferries\n\n“Nobody will sail from here again,” said the mayor, Olaf Lund, on Thursday.\n\n• Ferries\n• Freight\n\n\
            “Nobody will sail from here again.”\n\nRead more: The wind of last May\n";
        let kinds: Vec<_> = zones(text).iter().map(|zone| zone.split(':').next().unwrap().to_owned()).collect();
        let expected = [
            "headline",
            "standfirst",
            "byline",
            "dateline",
            "paragraph",
            "caption",
            "crosshead",
            "paragraph",
            "list_item",
            "list_item",
            "pull_quote",
            "boilerplate",
        ];
        // The crosshead stands behind a caption, which does not end like a sentence: it stays a paragraph.
        let mut expected = expected.map(str::to_owned).to_vec();
        expected[6] = "paragraph".to_owned();
        assert_eq!(kinds, expected);
    }
}
