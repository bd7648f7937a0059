//! [`Html`]: the report as one page.

mod article;
mod card;
mod escape;
mod panel;

use std::fmt::{self, Write};

use super::item::Layer;
use super::report::Report;
use super::text::excerpt;
use crate::{Analysis, Document};
use escape::Text;

/// The report as one HTML page that needs nothing else: no network, no script, no font, no picture.
///
/// The article stands on the left with its findings marked by layer; a card says of each what, why, in whose voice, how sure
/// and by which rule, when it is pointed at, tapped or reached with the keyboard. Switches show and hide the layers. On the
/// right: who is heard, the numbers, the loaded words by voice and target, headline against body, what is absent. Light and
/// dark as the reader's system has it; on paper the cards are left out and every mark has its label.
///
/// Whatever the article contains is shown as text. All of it is escaped, and the page forbids scripts and loading for itself.
/// The classes and identifiers in the page may change with any version.
///
/// Takes time linear in the text and its findings, up to a factor for sorting them.
///
/// ```
/// use newsframe::render::Html;
/// use newsframe::{Analysis, Article, Document};
///
/// let document = Document::new(Article::from_text("The mayor slammed the <b>plan</b>.")?)?;
/// let analysis = Analysis::of(&document);
/// let page = Html::new().show(&analysis, &document).to_string();
/// assert!(page.starts_with("<!doctype html>"));
/// assert!(page.contains("&lt;b&gt;plan&lt;/b&gt;"));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Html {
    title: Option<String>,
}

impl Html {
    /// A page with the headline as its title.
    ///
    /// ```
    /// assert_eq!(newsframe::render::Html::new(), newsframe::render::Html::default());
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the title that the browser shows.
    ///
    /// ```
    /// use newsframe::render::Html;
    /// use newsframe::{Analysis, Article, Document};
    ///
    /// let document = Document::new(Article::from_text("Rain fell.")?)?;
    /// let page = Html::new().title("Rain & wind").show(&Analysis::of(&document), &document).to_string();
    /// assert!(page.contains("<title>Rain &amp; wind</title>"));
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Writes the report of an analysis and the document it was made of. Of findings that do not fit the document, what can be
    /// shown is shown.
    ///
    /// # Errors
    /// Only those of `out`.
    ///
    /// ```
    /// # use newsframe::render::Html;
    /// # use newsframe::{Analysis, Article, Document};
    /// let document = Document::new(Article::from_text("Rain fell.")?)?;
    /// let mut out = String::new();
    /// Html::new().write(&Analysis::of(&document), &document, &mut out).unwrap();
    /// assert!(out.ends_with("</html>\n"));
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn write(&self, analysis: &Analysis, document: &Document, out: &mut impl Write) -> fmt::Result {
        self.draw(analysis, document, out)
    }

    /// The report as something to print: with `write!` into any [`std::io::Write`], or `to_string()`.
    ///
    /// ```
    /// # use newsframe::render::Html;
    /// # use newsframe::{Analysis, Article, Document};
    /// use std::io::Write;
    ///
    /// let document = Document::new(Article::from_text("Rain fell.")?)?;
    /// let mut page = Vec::new();
    /// write!(page, "{}", Html::new().show(&Analysis::of(&document), &document)).unwrap();
    /// assert!(!page.is_empty());
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn show<'a>(&'a self, analysis: &'a Analysis, document: &'a Document) -> impl fmt::Display + use<'a> {
        Shown { html: self, analysis, document }
    }

    fn draw(&self, analysis: &Analysis, document: &Document, out: &mut dyn Write) -> fmt::Result {
        let report = Report::of(analysis, document);
        let article = article::Page::of(&report);
        self.head(&report, &article, out)?;
        out.write_str("<body>\n<a class=\"skip\" href=\"#article\">Skip to the article</a>\n")?;
        summary(&report, out)?;
        switches(&report, out)?;
        out.write_str("<main>\n")?;
        article.write(out)?;
        panel::write(&report, out)?;
        panel::statements(&report, out)?;
        out.write_str("</main>\n")?;
        footer(&report, out)?;
        out.write_str("</body>\n</html>\n")
    }

    fn head(&self, report: &Report<'_>, article: &article::Page<'_>, out: &mut dyn Write) -> fmt::Result {
        let headline = || report.document.article().headline().unwrap_or("Article");
        let title = self.title.as_deref().unwrap_or_else(headline);
        write!(
            out,
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
             <meta name=\"generator\" content=\"newsframe {}\">\n<title>{}</title>\n<style>\n{}",
            language(report),
            Text(report.analysis.provenance().version()),
            Text(&excerpt(title, 200)),
            include_str!("style.css"),
        )?;
        article.rules(out)?;
        out.write_str("</style>\n</head>\n")
    }
}

/// The language of the article, if it says so in a way a page can say it too.
fn language<'a>(report: &Report<'a>) -> &'a str {
    let language = report.document.article().metadata().language.as_deref().unwrap_or("en");
    let plain = language.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if plain && (2..=35).contains(&language.len()) { language } else { "en" }
}

/// How many findings of each layer there are, large.
fn summary(report: &Report<'_>, out: &mut dyn Write) -> fmt::Result {
    out.write_str("<header class=\"top\">\n<p class=\"brand\">newsframe <span>who says what, which numbers are claimed, which words colour it</span></p>\n<ul class=\"tiles\">\n")?;
    for (number, what) in panel::figures(report) {
        writeln!(out, "<li><b>{number}</b> {}</li>", Text(&what))?;
    }
    out.write_str("</ul>\n</header>\n")
}

/// The switches of the layers that occur.
fn switches(report: &Report<'_>, out: &mut dyn Write) -> fmt::Result {
    out.write_str("<fieldset class=\"switches\">\n<legend>Show</legend>\n")?;
    for layer in Layer::ALL {
        let count = report.layer(layer).count();
        if count == 0 {
            continue;
        }
        // Every `said` is a signal and every date a number: too many to begin with.
        let checked = if matches!(layer, Layer::Signal | Layer::OtherNumber) { "" } else { " checked" };
        writeln!(
            out,
            "<label><input type=\"checkbox\" id=\"show-{0}\" autocomplete=\"off\"{checked}> \
             <span class=\"key {0}\">{1}</span> <span class=\"count\">{count}</span></label>",
            layer.name(),
            layer.title(),
        )?;
    }
    out.write_str(
        "<p class=\"hint\">Point at a mark, tap it or reach it with Tab: a card says why it is marked.</p>\n</fieldset>\n",
    )
}

/// What the result was made with.
fn footer(report: &Report<'_>, out: &mut dyn Write) -> fmt::Result {
    let made = report.analysis.provenance();
    writeln!(
        out,
        "<footer>\n<p>Found by rules, with how sure they are; what it means is for a person to say. English written news; \
         irony and context are not understood.</p>\n<p>newsframe {} · tagger {} · {} lexicons · text <code>{}</code></p>\n\
         </footer>",
        Text(made.version()),
        Text(made.tagger()),
        made.lexicons().len(),
        Text(made.text()),
    )
}

/// A report that is written when it is printed.
struct Shown<'a> {
    html: &'a Html,
    analysis: &'a Analysis,
    document: &'a Document,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.html.draw(self.analysis, self.document, f)
    }
}
