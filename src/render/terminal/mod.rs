//! [`Terminal`]: the report as text, with colours or without.

mod article;
mod canvas;
mod sections;

use std::fmt::{self, Write};

use super::report::Report;
use crate::{Analysis, Document};
use canvas::Canvas;

/// The report for a terminal: the article with its findings marked, then who says what, who is heard, the numbers, the
/// loaded words, what is absent, headline against body, and what the result was made with.
///
/// Without colours every mark stands in brackets with the label of its finding behind it, so nothing is lost in a file or a
/// pipe; with colours only the labels remain. Whether a terminal is watching is for the caller to know, see
/// [`color_for`](Terminal::color_for). What the article contains cannot disturb the terminal: control characters and marks
/// that turn the direction of text are shown as symbols.
///
/// Takes time linear in the text and its findings, up to a factor for sorting them.
///
/// ```
/// use newsframe::render::Terminal;
/// use newsframe::{Analysis, Article, Document};
///
/// let document = Document::new(Article::from_text("A shameless plan.")?)?;
/// let analysis = Analysis::of(&document);
/// let report = Terminal::new().width(60).show(&analysis, &document).to_string();
/// assert!(report.contains("A {shameless}w1 plan."));
/// assert!(report.lines().all(|line| line.chars().count() <= 60));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Terminal {
    width: usize,
    color: bool,
}

impl Default for Terminal {
    fn default() -> Self {
        Self { width: 80, color: false }
    }
}

impl Terminal {
    /// 80 columns, no colours.
    ///
    /// ```
    /// assert_eq!(newsframe::render::Terminal::new(), newsframe::render::Terminal::default());
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the width in columns. Made for 80 and more; at least 20 are used, and at most 120, since longer lines are hard to
    /// read.
    ///
    /// ```
    /// # use newsframe::render::Terminal;
    /// let _ = Terminal::new().width(100);
    /// ```
    #[must_use]
    pub fn width(mut self, columns: usize) -> Self {
        self.width = columns.clamp(20, 120);
        self
    }

    /// Whether to colour the report with ANSI escape sequences.
    ///
    /// ```
    /// # use newsframe::render::Terminal;
    /// # use newsframe::{Analysis, Article, Document};
    /// let document = Document::new(Article::from_text("The mayor slammed the plan.")?)?;
    /// let analysis = Analysis::of(&document);
    /// assert!(Terminal::new().color(true).show(&analysis, &document).to_string().contains("\u{1b}["));
    /// assert!(!Terminal::new().show(&analysis, &document).to_string().contains("\u{1b}["));
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    #[must_use]
    pub fn color(mut self, color: bool) -> Self {
        self.color = color;
        self
    }

    /// Whether colours are wanted: where a terminal is watching, unless the variable `NO_COLOR` is set to something or `TERM`
    /// is `dumb` (see <https://no-color.org>). Give it the variables as they are.
    ///
    /// ```
    /// use std::io::IsTerminal;
    /// use newsframe::render::Terminal;
    ///
    /// let variable = |name| std::env::var(name).ok();
    /// let color = Terminal::color_for(std::io::stdout().is_terminal(), variable("NO_COLOR").as_deref(), variable("TERM").as_deref());
    /// let terminal = Terminal::new().color(color);
    ///
    /// assert!(Terminal::color_for(true, None, Some("xterm")));
    /// assert!(Terminal::color_for(true, Some(""), None));
    /// assert!(!Terminal::color_for(true, Some("1"), Some("xterm")));
    /// assert!(!Terminal::color_for(false, None, None));
    /// ```
    pub fn color_for(is_terminal: bool, no_color: Option<&str>, term: Option<&str>) -> bool {
        is_terminal && no_color.is_none_or(str::is_empty) && term != Some("dumb")
    }

    /// Writes the report of an analysis and the document it was made of. Of findings that do not fit the document, what can be
    /// shown is shown.
    ///
    /// # Errors
    /// Only those of `out`.
    ///
    /// ```
    /// # use newsframe::render::Terminal;
    /// # use newsframe::{Analysis, Article, Document};
    /// let document = Document::new(Article::from_text("Rain fell.")?)?;
    /// let mut out = String::new();
    /// Terminal::new().write(&Analysis::of(&document), &document, &mut out).unwrap();
    /// assert!(out.contains("Rain fell."));
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn write(&self, analysis: &Analysis, document: &Document, out: &mut impl Write) -> fmt::Result {
        self.draw(analysis, document, out)
    }

    /// The report as something to print: with `print!`, into any [`std::io::Write`], or `to_string()`.
    ///
    /// ```
    /// # use newsframe::render::Terminal;
    /// # use newsframe::{Analysis, Article, Document};
    /// let document = Document::new(Article::from_text("Rain fell.")?)?;
    /// println!("{}", Terminal::new().show(&Analysis::of(&document), &document));
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn show<'a>(&self, analysis: &'a Analysis, document: &'a Document) -> impl fmt::Display + use<'a> {
        Shown { terminal: *self, analysis, document }
    }

    fn draw(self, analysis: &Analysis, document: &Document, out: &mut dyn Write) -> fmt::Result {
        let report = Report::of(analysis, document);
        let mut canvas = Canvas::new(out, self.width, self.color);
        article::write(&report, &mut canvas)?;
        sections::write(&report, &mut canvas)
    }
}

/// A report that is written when it is printed.
struct Shown<'a> {
    terminal: Terminal,
    analysis: &'a Analysis,
    document: &'a Document,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.terminal.draw(self.analysis, self.document, f)
    }
}
