//! [`Article`]: what is handed in. A text, the zones it consists of, and what is known about it.
//!
//! | from | with |
//! | --- | --- |
//! | parts | [`Article::builder`] |
//! | plain text | [`Article::from_text`], [`Article::from_bytes`] |
//! | the crate's JSON | `Article: Deserialize` |
//! | schema.org JSON-LD | [`schema_org::NewsArticle`] |
//!
//! Reading a text decides what each block of it is (see [`Article::from_text`] for the rules); it never changes or drops a
//! character.

mod builder;
mod json;
mod layout;
mod metadata;
mod patterns;
mod plain;
pub mod schema_org;
mod zone;

use serde::{Deserialize, Serialize};

pub use builder::ArticleBuilder;
pub use metadata::{Metadata, PublicationDate};
pub use zone::{Zone, ZoneKind};

use crate::error::Kind;
use crate::{Error, Result, Span};

/// A news article: its text, cut into [zones](Zone), and its [metadata](Metadata).
///
/// The text is kept as it came: zones are spans into it. Made by the [builder](Article::builder) from parts, by a reader
/// from [plain text](Article::from_text), or by `serde` from JSON.
///
/// # JSON
///
/// Written as `{"text", "zones", "outlet", "url", "date", "language", "section", "authors"}`, read back equal. Also read:
/// `{"text"}` alone, as plain text; and the parts `{"headline", "standfirst", "byline", "dateline", "body"}` with the same
/// metadata, `body` a string or a list of blocks (`"…"` or `{"kind": "crosshead", "text": "…"}`). Unknown fields are ignored.
///
/// ```
/// use newsframe::Article;
///
/// let article = Article::builder().headline("Fury as tax bill soars 40%").body("Bills will rise.\n\nBy a lot.").build()?;
/// assert_eq!(article.headline(), Some("Fury as tax bill soars 40%"));
/// assert_eq!(article.text(), "Fury as tax bill soars 40%\n\nBills will rise.\n\nBy a lot.");
/// assert_eq!(article.zones().len(), 3);
///
/// let json = serde_json::to_string(&article).unwrap();
/// assert_eq!(serde_json::from_str::<Article>(&json).unwrap(), article);
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(try_from = "json::ArticleForm", into = "json::ArticleForm")]
pub struct Article {
    text: String,
    zones: Vec<Zone>,
    metadata: Metadata,
}

impl Article {
    /// The largest text an article may have, in bytes: offsets are 32 bits wide.
    pub const MAX_BYTES: usize = u32::MAX as usize;

    /// A builder for an article from its parts.
    ///
    /// ```
    /// use newsframe::Article;
    ///
    /// let article = Article::builder().headline("Rain at last").paragraph("It rained.").build()?;
    /// assert_eq!(article.headline(), Some("Rain at last"));
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn builder() -> ArticleBuilder {
        ArticleBuilder::default()
    }

    /// Reads a plain text. When unsure what a block is, it is a paragraph.
    ///
    /// - **Blocks** are separated by blank lines, or are single lines. Lines that were broken to a fixed width, or in the
    ///   middle of a sentence, are joined to one block.
    /// - **Headline**: a short first block without a full stop, when more follows. A section trail behind it
    ///   (`… | World | News`, `… - The Harbour Gazette`) becomes a zone of its own and metadata.
    /// - **Standfirst**: the one block between the headline and a byline.
    /// - **Byline** `By …`; **dateline** `LONDON (Agency) —` before the first sentence; **caption** `Photo: …`;
    ///   **crosshead**: a short block without final punctuation between paragraphs; **list item**: `• …`, `1. …`;
    ///   **pull quote**: a quotation that stands in the text again; **boilerplate**: `Read more: …`.
    ///
    /// CRLF, a byte order mark and control characters are kept in the text and belong to no zone's edge. Takes time linear
    /// in the text.
    ///
    /// # Errors
    /// If the text is longer than [`Article::MAX_BYTES`].
    ///
    /// ```
    /// use newsframe::{Article, ZoneKind};
    ///
    /// let article = Article::from_text("Harbour to close | Local | News\n\nBy Ana Ruiz\n\nPORT AGNES (NPA) — The harbour closes on Friday.")?;
    /// assert_eq!(article.headline(), Some("Harbour to close"));
    /// assert_eq!(article.metadata().section, ["Local", "News"]);
    /// let kinds: Vec<_> = article.zones().iter().map(|zone| zone.kind().name()).collect();
    /// assert_eq!(kinds, ["headline", "section", "byline", "dateline", "paragraph"]);
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn from_text(text: impl Into<String>) -> Result<Self> {
        let text = checked(text.into())?;
        let mut metadata = Metadata::default();
        let zones = plain::read(&text, &mut metadata);
        Ok(Self { text, zones, metadata })
    }

    /// Reads a plain text from bytes, which must be UTF-8.
    ///
    /// # Errors
    /// If the bytes are not UTF-8 (the error says after how many valid bytes), or too many.
    ///
    /// ```
    /// use newsframe::Article;
    ///
    /// assert!(Article::from_bytes(b"Rain fell.").is_ok());
    /// assert!(Article::from_bytes(b"Rain\xff fell.").unwrap_err().is_input());
    /// ```
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        Self::from_text(std::str::from_utf8(bytes).map_err(Error::from)?)
    }

    /// The whole text, exactly as it was handed in (or put together by the builder).
    ///
    /// ```
    /// use newsframe::Article;
    ///
    /// assert_eq!(Article::from_text(" Rain.\r\n")?.text(), " Rain.\r\n");
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The zones, in order of the text, disjoint; between them is white space only.
    ///
    /// ```
    /// use newsframe::{Article, ZoneKind};
    ///
    /// let article = Article::from_text("Rain fell.\n\nMore is coming.")?;
    /// assert!(article.zones().iter().all(|zone| zone.kind() == ZoneKind::Paragraph));
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn zones(&self) -> &[Zone] {
        &self.zones
    }

    /// What is known about the article besides its text.
    ///
    /// ```
    /// use newsframe::Article;
    ///
    /// let article = Article::builder().outlet("The Harbour Gazette").body("Rain.").build()?;
    /// assert_eq!(article.metadata().outlet.as_deref(), Some("The Harbour Gazette"));
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// The headline, if there is one.
    ///
    /// ```
    /// use newsframe::Article;
    ///
    /// assert_eq!(Article::from_text("Rain fell.")?.headline(), None);
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn headline(&self) -> Option<&str> {
        self.part(ZoneKind::Headline)
    }

    /// The text of the first zone of a kind.
    ///
    /// ```
    /// use newsframe::{Article, ZoneKind};
    ///
    /// let article = Article::builder().byline("By Ana Ruiz").body("Rain.").build()?;
    /// assert_eq!(article.part(ZoneKind::Byline), Some("By Ana Ruiz"));
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn part(&self, kind: ZoneKind) -> Option<&str> {
        self.zones.iter().find(|zone| zone.kind() == kind).and_then(|zone| zone.span().slice(&self.text))
    }

    /// An article of a text whose zones are known, checked.
    fn from_zones(text: String, zones: Vec<Zone>, metadata: Metadata) -> Result<Self> {
        let text = checked(text)?;
        let mut end = 0;
        for zone in &zones {
            let span = zone.span();
            let refuse = |problem| Err(Kind::Span { span, problem }.into());
            if span.slice(&text).is_none() {
                return refuse("it is out of bounds or cuts a character");
            }
            if span.start() < end {
                return refuse("the zone overlaps the one before");
            }
            if !layout::is_blank(&text[end..span.start()]) {
                return refuse("there is text between this zone and the one before");
            }
            end = span.end();
        }
        if !layout::is_blank(&text[end..]) {
            return Err(Error::field("zones", "there is text behind the last zone"));
        }
        Ok(Self { text, zones, metadata })
    }
}

/// Refuses a text whose offsets would not fit.
fn checked(text: String) -> Result<String> {
    if text.len() > Article::MAX_BYTES {
        return Err(Kind::TooLong { length: text.len(), limit: Article::MAX_BYTES }.into());
    }
    Ok(text)
}

/// The span without white space, byte order marks and control characters at its edges.
fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let slice = &text[start..end];
    let front = slice.len() - slice.trim_start_matches(layout::is_space).len();
    let slice = slice[front..].trim_end_matches(layout::is_space);
    Span::of(start + front, start + front + slice.len())
}
