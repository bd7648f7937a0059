//! A whole corpus: articles in, analyses out, in order and in bounded memory, and the counts of all of them in a [`Summary`].
//!
//! [`analyze`] wraps an iterator of articles; with feature `rayon`, `par_analyze` does the same on all cores and returns the same, in the
//! same order. `par_map` is the machine behind it, for those who want to do more of the work (reading, rendering) on all cores too.
//!
//! ```
//! use newsframe::corpus::{self, Summary};
//! use newsframe::{Article, Pipeline};
//!
//! let articles = ["The council made a brazen plan.", "It rained."].map(|text| Article::from_text(text).unwrap());
//! let pipeline = Pipeline::new();
//! let mut summary = Summary::new();
//! for analyzed in corpus::analyze(articles.into_iter().enumerate(), &pipeline) {
//!     let analyzed = analyzed?;
//!     summary.add(&analyzed.document, &analyzed.analysis);
//! }
//! assert_eq!(summary.total().articles, 2);
//! # Ok::<(), newsframe::Error>(())
//! ```

mod counts;
#[cfg(feature = "rayon")]
mod parallel;
mod summary;

pub use counts::{Counts, LoadedCount, SpeakerCount};
#[cfg(feature = "rayon")]
pub use parallel::{ParMap, par_analyze, par_map};
pub use summary::{Group, Summary};

use crate::{Analysis, Analyzer, Article, Document, Pipeline, Result};

/// An article of a corpus, analyzed: what [`analyze`] and `par_analyze` return, one for each article.
///
/// ```
/// use newsframe::{Article, Pipeline, corpus};
///
/// let articles = [("a-1", Article::from_text("“It rained,” said Ana Ruiz.")?)];
/// for analyzed in corpus::analyze(articles, &Pipeline::new()) {
///     let corpus::Analyzed { tag, document, analysis, .. } = analyzed?;
///     let relation = &analysis.attribution().relations()[0];
///     assert_eq!((tag, document.slice(relation.content()[0])), ("a-1", "“It rained,”"));
/// }
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Analyzed<T> {
    /// What the article came with: its id, its place in a file, anything.
    pub tag: T,
    /// The article and its layers.
    pub document: Document,
    /// What was found in it.
    pub analysis: Analysis,
}

/// Analyzes a stream of articles, each with a tag of the caller's (its index, from [`Iterator::enumerate`], or its id), in order.
///
/// Lazy: one article is in memory at a time.
///
/// # Errors
/// An item is an error only as [`Document::new`] is one; no text makes it so.
///
/// ```
/// use newsframe::{Article, Pipeline, corpus};
///
/// let articles = [("a-1", Article::from_text("It rained.")?)];
/// let pipeline = Pipeline::new();
/// let analyzed = corpus::analyze(articles, &pipeline).next().unwrap()?;
/// assert_eq!((analyzed.tag, analyzed.document.sentences().len()), ("a-1", 1));
/// # Ok::<(), newsframe::Error>(())
/// ```
pub fn analyze<T>(
    articles: impl IntoIterator<Item = (T, Article)>,
    pipeline: &Pipeline,
) -> impl Iterator<Item = Result<Analyzed<T>>> {
    articles.into_iter().map(move |(tag, article)| one(pipeline, tag, article))
}

fn one<T>(pipeline: &Pipeline, tag: T, article: Article) -> Result<Analyzed<T>> {
    let document = Document::new(article)?;
    let analysis = pipeline.analyze(&document);
    Ok(Analyzed { tag, document, analysis })
}
