//! The fixtures: an article, a line `=====`, and its attributions as a reader marked them, one a line.
//!
//! ```text
//! paragraph | act | stance | source kind | negated | parent | speaker | source | cue | content
//! ```
//!
//! Paragraphs are the blocks between blank lines: the headline is 0, the first block behind it 1. Pieces are verbatim, joined
//! with ` ++ `; ` ... ` leaves out the middle of one; `¶4:` places one in another paragraph. The parent is the number of the mark
//! whose content this one stands in. Below: `unattributed | paragraph | kind | words`, `scare | paragraph | words`, and `#` for
//! a remark. `@path` in place of the text takes it from another file.

use std::fs;
use std::path::{Path, PathBuf};

use newsframe::attribution::{Act, AssertionKind, SourceKind, Stance};
use newsframe::{Article, Document, Span};

pub(crate) struct Fixture {
    pub(crate) name: String,
    pub(crate) document: Document,
    pub(crate) marks: Vec<Mark>,
    pub(crate) unattributed: Vec<(AssertionKind, Span)>,
    pub(crate) scare_quotes: Vec<Span>,
}

pub(crate) struct Mark {
    pub(crate) act: Act,
    pub(crate) stance: Stance,
    pub(crate) source_kind: SourceKind,
    pub(crate) negated: bool,
    pub(crate) parent: Option<usize>,
    pub(crate) speaker: Option<String>,
    pub(crate) source: Vec<Span>,
    pub(crate) cue: Vec<Span>,
    pub(crate) content: Vec<Span>,
}

/// The folder of the fixtures.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/attribution")
}

/// All fixtures by name, or what is wrong with them, one line a problem.
pub(crate) fn read_all() -> Result<Vec<Fixture>, String> {
    let mut paths: Vec<_> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let (mut fixtures, mut problems) = (Vec::new(), Vec::new());
    for path in paths {
        match read(&path) {
            Ok(fixture) => fixtures.push(fixture),
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() { Ok(fixtures) } else { Err(problems.join("\n")) }
}

fn read(path: &Path) -> Result<Fixture, Vec<String>> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let whole = fs::read_to_string(path).map_err(|error| vec![format!("{name}: {error}")])?;
    let (text, marks) = whole.split_once("\n=====\n").ok_or_else(|| vec![format!("{name}: no line `=====`")])?;
    let first = text.lines().count() + 2;
    let text = match text.strip_prefix('@') {
        Some(path) => fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
            .map_err(|error| vec![format!("{name}: {path}: {error}")])?,
        None => text.to_owned(),
    };
    let document = Document::new(Article::from_text(text).unwrap()).unwrap();
    let mut fixture = Fixture { name, document, marks: Vec::new(), unattributed: Vec::new(), scare_quotes: Vec::new() };
    let mut problems = Vec::new();
    for (index, line) in marks.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        if let Err(problem) = fixture.read_line(line) {
            problems.push(format!("{}.txt:{}: {problem}", fixture.name, first + index));
        }
    }
    if problems.is_empty() { Ok(fixture) } else { Err(problems) }
}

impl Fixture {
    fn read_line(&mut self, line: &str) -> Result<(), String> {
        let fields: Vec<_> = line.split('|').map(str::trim).collect();
        match fields[..] {
            ["unattributed", paragraph, kind, words] => {
                let kind = named(AssertionKind::ALL, AssertionKind::name, kind)?;
                self.unattributed.push((kind, self.piece(number(paragraph)?, words, &[], &[])?));
            }
            ["scare", paragraph, words] => self.scare_quotes.push(self.piece(number(paragraph)?, words, &[], &[])?),
            [paragraph, act, stance, source_kind, negated, parent, speaker, source, cue, content] => {
                let paragraph = number(paragraph)?;
                let content = self.pieces(paragraph, content, &[], &[])?;
                if content.is_empty() {
                    return Err("no content".into());
                }
                let cue = self.pieces(paragraph, cue, &[&content], &content)?;
                let source = self.pieces(paragraph, source, &[&cue, &content], &content)?;
                let mark = Mark {
                    act: named(Act::ALL, Act::name, act)?,
                    stance: named(Stance::ALL, Stance::name, stance)?,
                    source_kind: named(SourceKind::ALL, SourceKind::name, source_kind)?,
                    negated: named(&[false, true], |negated| if negated { "1" } else { "0" }, negated)?,
                    parent: if parent.is_empty() { None } else { Some(self.parent(parent, &content)?) },
                    speaker: (!speaker.is_empty()).then(|| speaker.to_owned()),
                    source,
                    cue,
                    content,
                };
                self.marks.push(mark);
            }
            _ => return Err(format!("{} fields", fields.len())),
        }
        Ok(())
    }

    /// The index of an earlier mark whose content holds all of `content`.
    fn parent(&self, number: &str, content: &[Span]) -> Result<usize, String> {
        let index = self::number(number)?.wrapping_sub(1);
        let parent = self.marks.get(index).ok_or_else(|| format!("no mark {number} before this one"))?;
        let whole = parent.content.iter().copied().reduce(Span::cover).unwrap_or_default();
        match content.iter().find(|&&piece| !whole.contains(piece)) {
            Some(&piece) => Err(format!("not within mark {number}: {:?}", self.document.slice(piece))),
            None => Ok(index),
        }
    }

    fn pieces(&self, paragraph: usize, field: &str, near: &[&[Span]], avoid: &[Span]) -> Result<Vec<Span>, String> {
        let pieces = field.split(" ++ ").map(str::trim).filter(|piece| !piece.is_empty());
        pieces.map(|piece| self.piece(paragraph, piece, near, avoid)).collect()
    }

    /// Where a piece stands in its paragraph. Of several places whole words come first, then those outside `avoid`, then the
    /// one closest to all of `near`.
    fn piece(&self, paragraph: usize, piece: &str, near: &[&[Span]], avoid: &[Span]) -> Result<Span, String> {
        let (paragraph, piece) = match piece.strip_prefix('¶').and_then(|piece| piece.split_once(':')) {
            Some((other, piece)) => (number(other)?, piece.trim()),
            None => (paragraph, piece),
        };
        let block = self.block(paragraph).ok_or_else(|| format!("no paragraph {paragraph}"))?;
        let (first, last) = piece.split_once(" ... ").map_or((piece, None), |(first, last)| (first, Some(last)));
        let text = self.document.slice(block);
        let places = text.match_indices(first).filter_map(|(at, _)| {
            let start = block.start() + at;
            Span::new(start, start + first.len())
        });
        let place = places
            .min_by_key(|&place| {
                let within = !self.is_whole(place);
                let avoided = avoid.iter().any(|&other| place.overlaps(other));
                (within, avoided, near.iter().map(|spans| gap(place, spans)).sum::<usize>(), place.start())
            })
            .ok_or_else(|| format!("not in paragraph {paragraph}: {first:?}"))?;
        let Some(last) = last else { return Ok(place) };
        let rest = &self.document.text()[place.end()..block.end()];
        let at = rest.find(last).ok_or_else(|| format!("not in paragraph {paragraph} behind {first:?}: {last:?}"))?;
        Ok(place.cover(Span::new(place.start(), place.end() + at + last.len()).unwrap_or(place)))
    }

    /// Whether a span does not begin or end inside a word.
    fn is_whole(&self, span: Span) -> bool {
        let text = self.document.text();
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let cuts = |at: usize| is_word(text[..at].chars().next_back()) && is_word(text[at..].chars().next());
        !cuts(span.start()) && !cuts(span.end())
    }

    /// The block with this number; 0 is the headline.
    fn block(&self, paragraph: usize) -> Option<Span> {
        let index = if self.document.article().headline().is_some() { paragraph } else { paragraph.checked_sub(1)? };
        let mut start = 0;
        let blocks = self.document.text().split("\n\n").map(|block| {
            let span = Span::new(start, start + block.len());
            start += block.len() + 2;
            span
        });
        blocks.flatten().nth(index)
    }
}

/// Bytes between a place and the nearest of the spans.
fn gap(place: Span, spans: &[Span]) -> usize {
    let gaps =
        spans.iter().map(|span| span.start().saturating_sub(place.end()).max(place.start().saturating_sub(span.end())));
    gaps.min().unwrap_or(0)
}

fn number(field: &str) -> Result<usize, String> {
    field.parse().map_err(|_| format!("not a number: {field:?}"))
}

fn named<T: Copy>(all: &[T], name: impl Fn(T) -> &'static str, field: &str) -> Result<T, String> {
    all.iter().copied().find(|&member| name(member) == field).ok_or_else(|| format!("unknown label: {field:?}"))
}
