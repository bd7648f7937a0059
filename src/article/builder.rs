//! [`ArticleBuilder`]: an article from its parts.

use super::{Article, Metadata, Zone, ZoneKind, layout, plain, trimmed};
use crate::{Error, Result};

/// Builds an [`Article`] from its parts, in whatever order they are given.
///
/// The text becomes headline, standfirst, byline and then the body blocks in the order they were added, with a blank line
/// between any two; a dateline stands before the first body block, on its line.
///
/// ```
/// use newsframe::{Article, ZoneKind};
///
/// let article = Article::builder()
///     .headline("Harbour to close")
///     .standfirst("Ferries will stop on Friday")
///     .byline("By Ana Ruiz")
///     .dateline("PORT AGNES —")
///     .paragraph("The harbour closes on Friday.")
///     .crosshead("No date for reopening")
///     .paragraph("It is not known for how long.")
///     .caption("The harbour in May. Photo: A. Ruiz")
///     .outlet("The Harbour Gazette")
///     .date("2024-05-13")
///     .build()?;
/// assert!(article.text().starts_with("Harbour to close\n\nFerries will stop on Friday\n\nBy Ana Ruiz\n\nPORT AGNES — The"));
/// assert_eq!(article.part(ZoneKind::Crosshead), Some("No date for reopening"));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct ArticleBuilder {
    headline: Option<String>,
    standfirst: Option<String>,
    byline: Option<String>,
    dateline: Option<String>,
    body: Vec<Block>,
    metadata: Metadata,
}

/// A part of the body as it was handed in.
#[derive(Clone, Debug)]
enum Block {
    /// Running text, still to be cut into blocks.
    Running(String),
    /// One block of a known kind.
    One(ZoneKind, String),
}

/// Generates the setters of one part each, all alike.
macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident: $store:expr;)+) => {
        $($(#[$doc])*
        ///
        /// ```
        /// use newsframe::Article;
        ///
        #[doc = concat!("let article = Article::builder().", stringify!($name), "(\"Ana Ruiz\").paragraph(\"Rain fell.\").build()?;")]
        /// assert!(article.text().ends_with("Rain fell."));
        /// # Ok::<(), newsframe::Error>(())
        /// ```
        #[must_use]
        pub fn $name(mut self, text: impl Into<String>) -> Self {
            let store: fn(&mut Self, String) = $store;
            store(&mut self, text.into());
            self
        })+
    };
}

impl ArticleBuilder {
    parts! {
        /// Sets the headline.
        headline: |this, text| this.headline = Some(text);
        /// Sets the standfirst.
        standfirst: |this, text| this.standfirst = Some(text);
        /// Sets the byline, as printed: `By Ana Ruiz`.
        byline: |this, text| this.byline = Some(text);
        /// Sets the dateline, as printed: `PORT AGNES (NPA) —`.
        dateline: |this, text| this.dateline = Some(text);
        /// Adds running text, which is cut into blocks as [`Article::from_text`] does, but has no headline.
        body: |this, text| this.body.push(Block::Running(text));
        /// Adds a paragraph.
        paragraph: |this, text| this.body.push(Block::One(ZoneKind::Paragraph, text));
        /// Adds a heading inside the body.
        crosshead: |this, text| this.body.push(Block::One(ZoneKind::Crosshead, text));
        /// Adds a caption.
        caption: |this, text| this.body.push(Block::One(ZoneKind::Caption, text));
        /// Adds a pull quote.
        pull_quote: |this, text| this.body.push(Block::One(ZoneKind::PullQuote, text));
        /// Adds an item of a list.
        list_item: |this, text| this.body.push(Block::One(ZoneKind::ListItem, text));
        /// Adds a section, behind those added before.
        section: |this, text| this.metadata.section.push(text);
        /// Sets the name of the outlet.
        outlet: |this, text| this.metadata.outlet = Some(text);
        /// Sets the web address.
        url: |this, text| this.metadata.url = Some(text);
        /// Sets the date of publication, best as `YYYY-MM-DD`; another form is kept but not understood.
        date: |this, text| this.metadata.date = Some(text);
        /// Sets the language tag.
        language: |this, text| this.metadata.language = Some(text);
        /// Adds an author, as metadata.
        author: |this, text| this.metadata.authors.push(text);
    }

    /// Adds a block of any kind to the body.
    ///
    /// ```
    /// use newsframe::{Article, ZoneKind};
    ///
    /// let article = Article::builder().block(ZoneKind::Boilerplate, "Sign up to our newsletter").build()?;
    /// assert_eq!(article.zones()[0].kind(), ZoneKind::Boilerplate);
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    #[must_use]
    pub fn block(mut self, kind: ZoneKind, text: impl Into<String>) -> Self {
        self.body.push(Block::One(kind, text.into()));
        self
    }

    pub(super) fn metadata(mut self, metadata: Metadata) -> Self {
        self.metadata = metadata;
        self
    }

    /// Puts the article together. Blank parts are left out.
    ///
    /// # Errors
    /// If the text is longer than [`Article::MAX_BYTES`], or if there is a dateline but no body to stand before.
    ///
    /// ```
    /// use newsframe::Article;
    ///
    /// assert_eq!(Article::builder().build()?.text(), "");
    /// assert!(Article::builder().dateline("PORT AGNES —").build().is_err());
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn build(self) -> Result<Article> {
        let mut draft = Draft::default();
        let parts = [
            (ZoneKind::Headline, self.headline),
            (ZoneKind::Standfirst, self.standfirst),
            (ZoneKind::Byline, self.byline),
        ];
        for (kind, part) in parts {
            draft.push(kind, part.as_deref().unwrap_or_default());
        }
        let mut dateline = self.dateline.filter(|text| !layout::is_blank(text));
        for block in self.body {
            match block {
                Block::One(kind, text) if !layout::is_blank(&text) => {
                    draft.separate();
                    draft.dateline(dateline.take());
                    draft.append(kind, &text);
                }
                Block::Running(text) if !layout::is_blank(&text) => {
                    draft.separate();
                    draft.dateline(dateline.take());
                    draft.running(&text);
                }
                Block::One(..) | Block::Running(_) => {}
            }
        }
        if dateline.is_some() {
            return Err(Error::field("dateline", "there is no body for it to stand before"));
        }
        let text = super::checked(draft.text)?;
        Ok(Article { text, zones: draft.zones, metadata: self.metadata })
    }
}

/// A text and its zones as they grow.
#[derive(Default)]
struct Draft {
    text: String,
    zones: Vec<Zone>,
}

impl Draft {
    /// A blank line, unless the text is empty.
    fn separate(&mut self) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
    }

    fn push(&mut self, kind: ZoneKind, part: &str) {
        if !layout::is_blank(part) {
            self.separate();
            self.append(kind, part);
        }
    }

    fn append(&mut self, kind: ZoneKind, part: &str) {
        let start = self.text.len();
        self.text.push_str(part);
        if self.text.len() <= Article::MAX_BYTES {
            self.zones.push(Zone::new(kind, trimmed(&self.text, start, self.text.len())));
        }
    }

    fn dateline(&mut self, dateline: Option<String>) {
        if let Some(dateline) = dateline {
            self.append(ZoneKind::Dateline, &dateline);
            self.text.push(' ');
        }
    }

    fn running(&mut self, body: &str) {
        let start = self.text.len();
        self.text.push_str(body);
        if self.text.len() <= Article::MAX_BYTES {
            plain::read_body(&self.text, start, &mut self.zones);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_and_a_body_stand_a_blank_line_apart() {
        let article = Article::builder().headline("Rain").body("It rained.\n\nA lot.").build().unwrap();
        assert_eq!(article.text(), "Rain\n\nIt rained.\n\nA lot.");
        let spans: Vec<_> = article.zones().iter().map(|zone| zone.span().range()).collect();
        assert_eq!(spans, [0..4, 6..16, 18..24]);
    }

    #[test]
    fn a_text_over_the_limit_is_refused_and_blank_parts_are_left_out() {
        let article = Article::builder().headline(" \n").paragraph("It rained.").byline("").build().unwrap();
        assert_eq!(article.text(), "It rained.");
        assert_eq!(article.headline(), None);
    }
}
