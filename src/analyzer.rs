//! [`Analyzer`]: a pure function from a document to typed findings, and its composition.

use crate::{Document, Finding};

/// Something that finds things in a document.
///
/// Pure and infallible: what can fail (a lexicon, a setting) fails when the analyzer is built, so `analyze` has no
/// `Result`, takes `&self`, and may be called from any number of threads. Analyzers know nothing of each other; a tuple of
/// analyzers is an analyzer whose output is the tuple of their outputs:
///
/// ```
/// use newsframe::{Analyzer, Article, Attribution, Document, LoadedLanguage};
///
/// let document = Document::new(Article::from_text("“We are ready,” said Ana Ruiz.")?)?;
/// let (said, loaded) = (Attribution::new(), LoadedLanguage::new()).analyze(&document);
/// assert_eq!(said.len(), 1);
/// assert_eq!(loaded.loaded().count(), 0);
/// # Ok::<(), newsframe::Error>(())
/// ```
pub trait Analyzer: Send + Sync {
    /// What the analyzer returns for a document.
    type Output;

    /// Analyzes one document. The same document always gives the same output.
    fn analyze(&self, document: &Document) -> Self::Output;
}

impl<A: Analyzer + ?Sized> Analyzer for &A {
    type Output = A::Output;

    fn analyze(&self, document: &Document) -> Self::Output {
        (**self).analyze(document)
    }
}

impl<A: Analyzer + ?Sized> Analyzer for Box<A> {
    type Output = A::Output;

    fn analyze(&self, document: &Document) -> Self::Output {
        (**self).analyze(document)
    }
}

macro_rules! tuple_analyzer {
    ($($name:ident)+) => {
        impl<$($name: Analyzer),+> Analyzer for ($($name,)+) {
            type Output = ($($name::Output,)+);

            fn analyze(&self, document: &Document) -> Self::Output {
                #[allow(non_snake_case)]
                let ($($name,)+) = self;
                ($($name.analyze(document),)+)
            }
        }
    };
}

tuple_analyzer!(A);
tuple_analyzer!(A B);
tuple_analyzer!(A B C);
tuple_analyzer!(A B C D);
tuple_analyzer!(A B C D E);
tuple_analyzer!(A B C D E F);

/// The object-safe face of an analyzer: for plug-ins chosen at run time.
///
/// Every analyzer whose output is a list of findings is one already.
///
/// ```
/// use newsframe::{Analyzer, Article, Document, DynAnalyzer, Finding};
/// # use newsframe::{Confidence, RuleId, Span};
/// # struct Shout { span: Span, rule: RuleId }
/// # impl Finding for Shout {
/// #     fn span(&self) -> Span { self.span }
/// #     fn rule(&self) -> &RuleId { &self.rule }
/// #     fn evidence(&self) -> &[Span] { &[] }
/// #     fn confidence(&self) -> Confidence { Confidence::percent(90) }
/// #     fn reason(&self) -> &str { "an exclamation mark" }
/// # }
/// struct Shouts;
///
/// impl Analyzer for Shouts {
///     type Output = Vec<Shout>;
///     fn analyze(&self, document: &Document) -> Vec<Shout> {
///         # let make = |at| Shout { span: Span::new(at, at + 1).unwrap(), rule: RuleId::new("mine/shout") };
///         document.text().match_indices('!').map(|(at, _)| make(at)).collect()
///     }
/// }
///
/// let plugins: Vec<Box<dyn DynAnalyzer>> = vec![Box::new(Shouts)];
/// let document = Document::new(Article::from_text("Stop! Now!")?)?;
/// assert_eq!(plugins[0].findings(&document).len(), 2);
/// # Ok::<(), newsframe::Error>(())
/// ```
pub trait DynAnalyzer: Send + Sync {
    /// The findings in the document, in order of the text.
    fn findings(&self, document: &Document) -> Vec<Box<dyn Finding>>;
}

impl<A, F> DynAnalyzer for A
where
    A: Analyzer<Output = Vec<F>>,
    F: Finding + 'static,
{
    fn findings(&self, document: &Document) -> Vec<Box<dyn Finding>> {
        self.analyze(document).into_iter().map(|finding| Box::new(finding) as Box<dyn Finding>).collect()
    }
}
