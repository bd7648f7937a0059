//! [`Comparison`]: tables with a column an outlet, made once and shown in the terminal or as HTML.

use newsframe::{Analysis, Document, Finding, Span, Voice};

use crate::{loaded, naming, numbers, quotations, sources};

/// One article.
pub(crate) struct Side {
    pub(crate) outlet: String,
    pub(crate) document: Document,
    pub(crate) analysis: Analysis,
}

impl Side {
    pub(crate) fn new(document: Document, analysis: Analysis) -> Self {
        let outlet = document.article().metadata().outlet.clone().unwrap_or_else(|| "(unknown)".to_owned());
        Self { outlet, document, analysis }
    }

    /// The words of a span, on one line.
    pub(crate) fn words(&self, span: Span) -> String {
        self.document.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The words of the sentence a span stands in, in lower case, with letters only.
    pub(crate) fn around(&self, span: Span, tokens: usize) -> Vec<String> {
        let first = self.document.token_at(span.start());
        let inside = self.document.tokens_in(span);
        let Some(sentence) = self.document.sentences().get(self.document.sentence_of(first)) else { return Vec::new() };
        let from = sentence.tokens().start().max(first.saturating_sub(tokens));
        let to = sentence.tokens().end().min(inside.end() + tokens);
        let tokens = (from..to).filter(|&token| !inside.contains(token));
        tokens.map(|token| self.document.word(token).to_lowercase()).filter(|word| is_content(word)).collect()
    }
}

/// Whether a word says something of the matter: a long one that is no function word.
pub(crate) fn is_content(word: &str) -> bool {
    const FUNCTION: [&str; 24] = [
        "that", "this", "with", "from", "have", "been", "were", "will", "would", "which", "their", "they", "than",
        "said", "says", "about", "after", "before", "more", "also", "when", "into", "over", "year",
    ];
    word.chars().count() > 3 && word.chars().all(char::is_alphabetic) && !FUNCTION.contains(&word)
}

/// A row of a table: what it is about, and what each outlet has of it (empty if nothing).
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) cells: Vec<String>,
}

impl Row {
    /// How many outlets have something.
    pub(crate) fn shared(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }
}

pub(crate) struct Table {
    pub(crate) title: &'static str,
    pub(crate) note: &'static str,
    pub(crate) rows: Vec<Row>,
}

pub(crate) struct Comparison {
    pub(crate) event: String,
    pub(crate) outlets: Vec<String>,
    pub(crate) tables: Vec<Table>,
}

impl Comparison {
    pub(crate) fn new(event: String, sides: Vec<Side>) -> Self {
        let tables = vec![
            Table { title: "At a glance", note: "", rows: glance(&sides) },
            Table {
                title: "Sources",
                note: "statements, and words quoted + reported; those that several outlets have come first",
                rows: sources::rows(&sides),
            },
            Table {
                title: "Quotations",
                note: "quoted by several outlets, and the rest; matched by six words in a row",
                rows: quotations::rows(&sides),
            },
            Table {
                title: "Numbers",
                note: "who gives which; ✎ where somebody is named as the source",
                rows: numbers::rows(&sides),
            },
            Table {
                title: "Perhaps the same number with different values",
                note: "same unit and similar words around; judge by the sentences",
                rows: numbers::conflicts(&sides),
            },
            Table {
                title: "Naming",
                note: "what the people that several outlets mention are called",
                rows: naming::rows(&sides),
            },
            Table {
                title: "Loaded words",
                note: "for 1,000 words of that voice and part of the article; (number found)",
                rows: loaded::rows(&sides),
            },
            Table { title: "The outlets' own loaded words", note: "by category", rows: loaded::words(&sides) },
        ];
        let outlets = sides.into_iter().map(|side| side.outlet).collect();
        Self { event, outlets, tables: tables.into_iter().filter(|table| !table.rows.is_empty()).collect() }
    }
}

/// Rows with those of several outlets first.
pub(crate) fn shared_first(mut rows: Vec<Row>) -> Vec<Row> {
    rows.sort_by_key(|row| std::cmp::Reverse(row.shared()));
    rows
}

fn glance(sides: &[Side]) -> Vec<Row> {
    let row = |name: &str, cell: &dyn Fn(&Side) -> String| Row {
        name: name.to_owned(),
        cells: sides.iter().map(cell).collect(),
    };
    let voice = |side: &Side, voice: Voice| {
        let tokens = side.document.tokens().iter().filter(|token| token.is_word());
        let (all, own) = tokens.fold((0, 0), |(all, own), token| {
            (all + 1, own + usize::from(side.analysis.voice_of(token.span()) == voice))
        });
        format!("{}%", 100 * own / all.max(1))
    };
    let mut rows = vec![
        row("headline", &|side| side.document.article().headline().unwrap_or_default().to_owned()),
        row("date", &|side| side.document.article().metadata().date.clone().unwrap_or_default()),
        row("words", &|side| side.analysis.loaded().word_count().to_string()),
        row("outlet's own words", &|side| voice(side, Voice::Outlet)),
        row("quoted", &|side| voice(side, Voice::Quoted)),
        row("reported", &|side| voice(side, Voice::Reported)),
        row("attributions", &|side| side.analysis.attribution().len().to_string()),
        row("claims with numbers", &|side| side.analysis.quantity().claims().count().to_string()),
        row("warnings about numbers", &|side| {
            let mut rules: Vec<_> =
                side.analysis.quantity().warnings().iter().map(|warning| warning.rule().as_str()).collect();
            rules.sort_unstable();
            rules.dedup();
            let names = rules.iter().map(|rule| rule.rsplit('/').next().unwrap_or_default().replace('-', " "));
            let count = side.analysis.quantity().warnings().len();
            if count == 0 { "0".to_owned() } else { format!("{count}: {}", names.collect::<Vec<_>>().join(", ")) }
        }),
    ];
    rows.retain(|row| row.shared() > 0);
    rows
}
