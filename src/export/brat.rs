//! brat standoff: a `.ann` file beside the `.txt` of the article, for the brat annotation tool and the many programs that read its
//! format.
//!
//! A finding is a text-bound annotation (`T`) over its [anchor](super::Row::anchor), with its parts as annotations of their own and
//! relations (`R`) to them: from the cue of an attribution to its source and content, from a number to its subject. Labels
//! with fixed values are attributes (`A`); the rule and the reason are a note (`#`). Offsets are code points. What stands in several
//! pieces, or over a line end, which brat does not allow inside an annotation, is discontinuous.

use std::io::{self, Write};

use super::{OffsetUnit, Row, rows};
use crate::attribution::{Act, AssertionKind, QuotationType, SourceKind, Stance};
use crate::loaded::Category;
use crate::{Analysis, Document, Span};

/// The labels that become attributes, with their values; for those of [`attribution`](crate::attribution) and
/// [`loaded`](crate::loaded) see [`values`].
const ATTRIBUTES: &[(&str, &[&str])] = &[
    ("source_kind", &[]),
    ("quotation", &[]),
    ("act", &[]),
    ("stance", &[]),
    ("assertion", &[]),
    ("category", &[]),
    ("modality", &["possible", "necessary", "predicted", "forecast", "target", "reported", "denied"]),
    ("sort", &["claim", "age", "date", "time", "ordinal", "score", "identifier", "name", "address", "phone"]),
    ("role", &["level", "change", "ratio", "share", "rate", "multiplier", "rank"]),
    ("direction", &["up", "down"]),
    ("bound", &["more_than", "at_least", "less_than", "at_most", "up_to"]),
    ("approximation", &["around", "below", "above"]),
    ("loaded_class", &["loaded", "epistemic", "appeal", "structural"]),
    ("strength", &["mild", "clear", "flagrant"]),
];

const FLAGS: &[&str] = &["negated", "possible_continuation", "repeats"];
const PARTS: &[&str] = &["source", "cue", "content", "subject", "denominator", "baseline", "period", "target"];

/// Where Python ends a line, and so brat's reader of annotations.
const LINE_ENDS: [char; 10] =
    ['\n', '\r', '\u{b}', '\u{c}', '\u{1c}', '\u{1d}', '\u{1e}', '\u{85}', '\u{2028}', '\u{2029}'];

/// Writes the `.ann` file of a document. The `.txt` file beside it must be [`Document::text`], unchanged.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use newsframe::export::brat;
/// use newsframe::{Analysis, Article, Document};
///
/// let document = Document::new(Article::from_text("The council made a brazen plan.")?)?;
/// let mut ann = Vec::new();
/// brat::write(&mut ann, &document, &Analysis::of(&document))?;
/// assert!(String::from_utf8(ann)?.contains("\tLoaded 19 25\tbrazen\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write(out: impl Write, document: &Document, analysis: &Analysis) -> io::Result<()> {
    let mut standoff = Standoff { out, document, spans: 0, relations: 0, attributes: 0, notes: 0 };
    rows(document, analysis).try_for_each(|row| standoff.row(&row))
}

/// Writes the `annotation.conf` that tells brat all types, relations and attributes that [`write`](fn@write) uses.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// let mut configuration = Vec::new();
/// newsframe::export::brat::write_configuration(&mut configuration)?;
/// assert!(String::from_utf8_lossy(&configuration).starts_with("[entities]\nAttribution\n"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn write_configuration(mut out: impl Write) -> io::Result<()> {
    writeln!(out, "[entities]")?;
    for name in super::Layer::ALL.iter().map(|layer| layer.name()).chain(PARTS.iter().copied()) {
        writeln!(out, "{}", capital(name))?;
    }
    writeln!(out, "\n[relations]")?;
    for part in PARTS {
        writeln!(out, "has_{part}\tArg1:<ENTITY>, Arg2:<ENTITY>")?;
    }
    writeln!(out, "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n[events]\n\n[attributes]")?;
    writeln!(out, "Voice\tArg:<ENTITY>, Value:outlet|quoted|reported")?;
    for (name, known) in ATTRIBUTES {
        writeln!(out, "{}\tArg:<ENTITY>, Value:{}", capital(name), values(name, known).join("|"))?;
    }
    FLAGS.iter().try_for_each(|name| writeln!(out, "{}\tArg:<ENTITY>", capital(name)))
}

fn values<'a>(name: &str, known: &[&'a str]) -> Vec<&'a str> {
    match name {
        "source_kind" => SourceKind::ALL.iter().map(|value| value.name()).collect(),
        "quotation" => QuotationType::ALL.iter().map(|value| value.name()).collect(),
        "act" => Act::ALL.iter().map(|value| value.name()).collect(),
        "stance" => Stance::ALL.iter().map(|value| value.name()).collect(),
        "assertion" => AssertionKind::ALL.iter().map(|value| value.name()).collect(),
        "category" => Category::all().map(Category::name).collect(),
        _ => known.to_vec(),
    }
}

/// A file of annotations, and how many of each kind it has.
struct Standoff<'a, W> {
    out: W,
    document: &'a Document,
    spans: usize,
    relations: usize,
    attributes: usize,
    notes: usize,
}

impl<W: Write> Standoff<'_, W> {
    fn row(&mut self, row: &Row<'_>) -> io::Result<()> {
        let anchor = row.anchor();
        let Some(id) = self.text_bound(row.layer().name(), &anchor)? else { return Ok(()) };
        for part in row.parts().iter().filter(|part| part.spans() != &*anchor) {
            if let Some(other) = self.text_bound(part.role(), part.spans())? {
                self.relations += 1;
                writeln!(self.out, "R{}\thas_{} Arg1:T{id} Arg2:T{other}", self.relations, part.role())?;
            }
        }
        self.attribute(id, "voice", row.voice().name())?;
        for (name, _) in ATTRIBUTES {
            if let Some(value) = row.label(name) {
                self.attribute(id, name, &value.to_string())?;
            }
        }
        for name in FLAGS {
            if row.label(name).is_some_and(|value| *value == super::LabelValue::Flag(true)) {
                self.attribute(id, name, "")?;
            }
        }
        self.notes += 1;
        let (rule, reason) = (row.finding().rule(), one_line(row.finding().reason()));
        writeln!(self.out, "#{}\tAnnotatorNotes T{id}\t{}: {reason}", self.notes, one_line(rule.as_str()))
    }

    fn attribute(&mut self, id: usize, name: &str, value: &str) -> io::Result<()> {
        self.attributes += 1;
        let space = if value.is_empty() { "" } else { " " };
        writeln!(self.out, "A{}\t{} T{id}{space}{value}", self.attributes, capital(name))
    }

    /// The number of a new text-bound annotation; `None` if there is nothing but white space to mark.
    fn text_bound(&mut self, name: &str, spans: &[Span]) -> io::Result<Option<usize>> {
        let pieces = pieces(self.document.text(), spans);
        if pieces.is_empty() {
            return Ok(None);
        }
        self.spans += 1;
        let offsets = pieces.iter().map(|&piece| {
            let [start, end] = OffsetUnit::CodePoint.of(self.document, piece);
            format!("{start} {end}")
        });
        let offsets = offsets.collect::<Vec<_>>().join(";");
        let words = pieces.iter().map(|&piece| self.document.slice(piece)).collect::<Vec<_>>().join(" ");
        writeln!(self.out, "T{}\t{} {offsets}\t{words}", self.spans, capital(name))?;
        Ok(Some(self.spans))
    }
}

/// The lines of the spans, disjoint and in order, without white space at their edges.
fn pieces(text: &str, spans: &[Span]) -> Vec<Span> {
    let mut spans = spans.to_vec();
    spans.sort_unstable();
    let (mut pieces, mut end) = (Vec::new(), 0);
    for span in spans {
        let span = Span::of(span.start().max(end), span.end().max(end));
        end = span.end();
        let mut start = span.start();
        for line in span.slice(text).unwrap_or_default().split_inclusive(LINE_ENDS) {
            let piece = Span::of(start, start + line.len()).trimmed(text);
            start += line.len();
            if !piece.is_empty() {
                pieces.push(piece);
            }
        }
    }
    pieces
}

fn one_line(text: &str) -> String {
    text.replace('\t', " ").replace(LINE_ENDS, " ")
}

fn capital(name: &str) -> String {
    let mut name = name.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}
