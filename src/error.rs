//! [`Error`]: the one error type. Only configuration and input can fail, never analysis.

use crate::Span;

/// What went wrong while reading input or building a configuration.
///
/// Opaque: ask with the predicates, show with [`Display`](std::fmt::Display). No error depends on what a text says; any
/// text that can be read can be analyzed.
///
/// ```
/// use newsframe::Article;
///
/// let error = Article::from_bytes(b"caf\xe9").unwrap_err();
/// assert!(error.is_input());
/// assert_eq!(error.to_string(), "invalid UTF-8 after 3 valid bytes");
/// ```
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(Box<Kind>);

/// A `Result` whose error is [`Error`].
///
/// ```
/// use newsframe::{Article, Document};
///
/// fn sentences(text: &str) -> newsframe::Result<usize> {
///     Ok(Document::new(Article::from_text(text)?)?.sentences().len())
/// }
/// assert_eq!(sentences("It rained. It poured.")?, 2);
/// # Ok::<(), newsframe::Error>(())
/// ```
pub type Result<T, E = Error> = std::result::Result<T, E>;

#[derive(Debug, thiserror::Error)]
pub(crate) enum Kind {
    #[error("invalid UTF-8 after {valid} valid bytes")]
    Utf8 { valid: usize },
    #[error("text of {length} bytes is over the limit of {limit}")]
    TooLong { length: usize, limit: usize },
    #[error("span {span} does not fit the text: {problem}")]
    Span { span: Span, problem: &'static str },
    #[error("the analysis was made of another text")]
    OtherText,
    #[error("article field `{field}`: {problem}")]
    Field { field: &'static str, problem: String },
    #[error("lexicon {file}, line {line}: {problem}")]
    Lexicon { file: String, line: usize, problem: String },
    #[error("setting `{setting}`: {problem}")]
    Setting { setting: &'static str, problem: String },
    #[error("tagger model: {problem}")]
    Model { problem: String },
    #[error("{format}: {problem}")]
    Export { format: &'static str, problem: String },
}

impl Error {
    /// Whether the input (a text, an article, a span, a record) is at fault.
    ///
    /// ```
    /// # use newsframe::Article;
    /// assert!(Article::from_bytes(b"\xff").unwrap_err().is_input());
    /// ```
    pub fn is_input(&self) -> bool {
        matches!(
            &*self.0,
            Kind::Utf8 { .. }
                | Kind::TooLong { .. }
                | Kind::Span { .. }
                | Kind::OtherText
                | Kind::Field { .. }
                | Kind::Export { .. }
        )
    }

    /// Whether a lexicon file is at fault; the message names file, line and reason.
    ///
    /// ```
    /// # use newsframe::Article;
    /// assert!(!Article::from_bytes(b"\xff").unwrap_err().is_lexicon());
    /// ```
    pub fn is_lexicon(&self) -> bool {
        matches!(&*self.0, Kind::Lexicon { .. })
    }

    /// Whether a setting of an analyzer or a tagger model is at fault.
    ///
    /// ```
    /// # use newsframe::Article;
    /// assert!(!Article::from_bytes(b"\xff").unwrap_err().is_setting());
    /// ```
    pub fn is_setting(&self) -> bool {
        matches!(&*self.0, Kind::Setting { .. } | Kind::Model { .. })
    }

    pub(crate) fn lexicon(file: &str, line: usize, problem: impl Into<String>) -> Self {
        Kind::Lexicon { file: file.to_owned(), line, problem: problem.into() }.into()
    }

    pub(crate) fn field(field: &'static str, problem: impl Into<String>) -> Self {
        Kind::Field { field, problem: problem.into() }.into()
    }
}

impl From<Kind> for Error {
    fn from(kind: Kind) -> Self {
        Self(Box::new(kind))
    }
}

impl From<std::str::Utf8Error> for Error {
    fn from(error: std::str::Utf8Error) -> Self {
        Kind::Utf8 { valid: error.valid_up_to() }.into()
    }
}
