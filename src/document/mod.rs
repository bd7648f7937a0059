//! [`Document`]: one text and its layers.

mod offsets;
mod phrase;
mod quotation;
mod sentence;
mod tag;
mod token;

use std::sync::{Arc, OnceLock};

pub use offsets::Offsets;
pub use phrase::{Modality, NounPhrase, NounPhraseKind, Tense, VerbGroup};
pub use quotation::{Closing, Quotation, QuoteStyle};
pub use sentence::Sentence;
pub use tag::{Tag, Upos, VerbForm};
pub use token::{Shape, Token, TokenKind, TokenRange, WordKey};

use crate::error::Kind;
use crate::lexicon::{self, Candidate, LexiconMatch};
use crate::tagger::Tagger;
use crate::text;
use crate::{Article, Result, Span, Zone, tagger};

/// One article and its layers: zones, sentences, tokens, tags, quotations, phrases, lexicon matches.
///
/// The text is owned once and never rewritten; all layers are spans into it or indices into [`tokens`](Document::tokens).
/// Each layer is made at its first use, once, and shared by all analyzers and threads.
///
/// ```
/// use newsframe::{Article, Document};
///
/// let document = Document::new(Article::from_text("Rain fell. “More is coming,” she said.")?)?;
/// assert_eq!(document.sentences().len(), 2);
/// assert_eq!(document.slice(document.quotations()[0].inner()), "More is coming,");
/// # Ok::<(), newsframe::Error>(())
/// ```
pub struct Document {
    article: Article,
    tagger: Arc<dyn Tagger>,
    tokens: OnceLock<Vec<Token>>,
    sentences: OnceLock<Vec<Sentence>>,
    /// The sentence of every [`STRIDE`]th token.
    sentence_marks: OnceLock<Vec<u32>>,
    tags: OnceLock<Vec<Tag>>,
    quotations: OnceLock<Vec<Quotation>>,
    noun_phrases: OnceLock<Vec<NounPhrase>>,
    verb_groups: OnceLock<Vec<VerbGroup>>,
    candidates: OnceLock<Vec<Candidate>>,
    matches: OnceLock<Vec<LexiconMatch>>,
    checkpoints: OnceLock<Vec<offsets::Checkpoint>>,
}

impl Document {
    /// The document of an article, tagged by the [embedded tagger](crate::tagger::Perceptron::embedded).
    ///
    /// # Errors
    /// If the embedded weights or lexicons cannot be loaded, which would be a defect of the build. All that can fail fails
    /// here: layers and analysis cannot.
    pub fn new(article: Article) -> Result<Self> {
        Self::with_tagger(article, tagger::embedded()?)
    }

    /// The document of an article, tagged by another tagger.
    ///
    /// # Errors
    /// As for [`Document::new`].
    ///
    /// ```
    /// use std::borrow::Cow;
    /// use std::sync::Arc;
    ///
    /// use newsframe::document::{Tag, Token, Upos};
    /// use newsframe::tagger::Tagger;
    /// use newsframe::{Article, Document};
    ///
    /// struct AllNouns;
    /// impl Tagger for AllNouns {
    ///     fn tag(&self, _text: &str, sentence: &[Token], tags: &mut Vec<Tag>) {
    ///         tags.extend(sentence.iter().map(|_| Tag::new(Upos::Noun)));
    ///     }
    ///     fn id(&self) -> Cow<'static, str> {
    ///         "all-nouns".into()
    ///     }
    /// }
    ///
    /// let document = Document::with_tagger(Article::from_text("Rain fell.")?, Arc::new(AllNouns))?;
    /// assert!(document.tags().iter().all(|tag| tag.is_nominal()));
    /// assert_eq!(document.tagger().id(), "all-nouns");
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn with_tagger(article: Article, tagger: Arc<dyn Tagger>) -> Result<Self> {
        lexicon::builtin()?;
        Ok(Self {
            article,
            tagger,
            tokens: OnceLock::new(),
            sentences: OnceLock::new(),
            sentence_marks: OnceLock::new(),
            tags: OnceLock::new(),
            quotations: OnceLock::new(),
            noun_phrases: OnceLock::new(),
            verb_groups: OnceLock::new(),
            candidates: OnceLock::new(),
            matches: OnceLock::new(),
            checkpoints: OnceLock::new(),
        })
    }

    /// The article.
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// The tagger that makes the tags.
    pub fn tagger(&self) -> &dyn Tagger {
        &*self.tagger
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        self.article.text()
    }

    /// The text under a span of this document; empty where the span does not fit the text.
    pub fn slice(&self, span: Span) -> &str {
        span.slice(self.text()).unwrap_or_default()
    }

    /// The text under a span from elsewhere.
    ///
    /// # Errors
    /// If the span is out of bounds or cuts a character.
    ///
    /// ```
    /// use newsframe::{Article, Document, Span};
    ///
    /// let document = Document::new(Article::from_text("£5 it is.")?)?;
    /// assert_eq!(document.text(), document.article().text());
    /// assert_eq!(document.get(Span::new(0, 3).unwrap())?, "£5");
    /// assert!(document.get(Span::new(1, 3).unwrap()).is_err(), "it cuts the pound sign");
    /// assert!(document.get(Span::new(0, 99).unwrap()).is_err());
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn get(&self, span: Span) -> Result<&str> {
        let problem = if span.end() > self.text().len() { "it ends behind the text" } else { "it cuts a character" };
        span.slice(self.text()).ok_or_else(|| Kind::Span { span, problem }.into())
    }

    /// The zones of the article, in order.
    pub fn zones(&self) -> &[Zone] {
        self.article.zones()
    }

    /// The tokens of all zones, in order.
    ///
    /// ```
    /// use newsframe::{Article, Document};
    ///
    /// let document = Document::new(Article::from_text("Rain fell on the old pier.")?)?;
    /// assert_eq!(document.zones().len(), 1);
    /// assert_eq!(document.tokens().len(), document.tags().len());
    /// assert_eq!(document.noun_phrases().len(), 2);
    /// assert_eq!(document.verb_groups().len(), 1);
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn tokens(&self) -> &[Token] {
        self.tokens.get_or_init(|| {
            let mut tokens = Vec::with_capacity(self.text().len() / 5);
            for zone in self.zones() {
                text::tokenize(self.text(), zone.span(), &mut tokens);
            }
            tokens.shrink_to_fit();
            tokens
        })
    }

    /// The sentences of all zones, in order. A zone always starts a sentence.
    pub fn sentences(&self) -> &[Sentence] {
        self.sentences.get_or_init(|| {
            let mut sentences = Vec::new();
            let (tokens, mut from) = (self.tokens(), 0);
            for (index, zone) in self.zones().iter().enumerate() {
                let length = tokens[from..].partition_point(|token| token.span().end() <= zone.span().end());
                text::split_sentences(self.text(), tokens, TokenRange::new(from, from + length), index, &mut sentences);
                from += length;
            }
            sentences
        })
    }

    /// The part-of-speech tags, one a token.
    pub fn tags(&self) -> &[Tag] {
        self.tags.get_or_init(|| {
            let mut tags = Vec::with_capacity(self.tokens().len());
            for sentence in self.sentences() {
                self.tagger.tag(self.text(), &self.tokens()[sentence.tokens().range()], &mut tags);
            }
            tags.resize(self.tokens().len(), Tag::default());
            tags
        })
    }

    /// Whether the tag of a token is no more than a guess: the tagger has not learned the word.
    pub(crate) fn is_guess(&self, token: usize) -> bool {
        self.tokens().get(token).is_none_or(|token| !self.tagger.knows(token.key()))
    }

    /// The quotations, by their start; nested ones follow the one around them.
    pub fn quotations(&self) -> &[Quotation] {
        self.quotations.get_or_init(|| text::find_quotations(self.text(), self.tokens(), self.zones()))
    }

    /// The base noun phrases, in order, disjoint.
    pub fn noun_phrases(&self) -> &[NounPhrase] {
        self.noun_phrases.get_or_init(|| phrase::noun_phrases(self))
    }

    /// The verb groups, in order, disjoint.
    pub fn verb_groups(&self) -> &[VerbGroup] {
        self.verb_groups.get_or_init(|| phrase::verb_groups(self, self.noun_phrases()))
    }

    /// The matches of the built-in lexicons of all analyzers.
    ///
    /// ```
    /// use newsframe::{Article, Document};
    ///
    /// let document = Document::new(Article::from_text("The mayor slammed the report.")?)?;
    /// let words: Vec<_> = document.matches().iter().map(|found| document.slice(document.span_of(found.tokens()))).collect();
    /// assert!(words.contains(&"slammed"));
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn matches(&self) -> &[LexiconMatch] {
        self.matches.get_or_init(|| self.accepted().collect())
    }

    /// The same, without keeping them a second time.
    pub(crate) fn accepted(&self) -> impl Iterator<Item = LexiconMatch> + '_ {
        self.candidates().iter().filter(|found| found.rejection.is_none()).map(|found| found.found)
    }

    /// The matches of the built-in lexicons and what was rejected, with the reason, made in one pass over the tokens.
    pub(crate) fn candidates(&self) -> &[Candidate] {
        self.candidates.get_or_init(|| lexicon::builtin().map(|set| set.candidates(self)).unwrap_or_default())
    }

    /// Converts byte offsets to code points or UTF-16 units and back.
    ///
    /// ```
    /// use newsframe::{Article, Document, Span};
    ///
    /// let document = Document::new(Article::from_text("£5")?)?;
    /// assert_eq!(document.offsets().to_code_points(Span::new(2, 3).unwrap()), [1, 2]);
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn offsets(&self) -> Offsets<'_> {
        Offsets::new(self.text(), self.checkpoints.get_or_init(|| offsets::checkpoints(self.text())))
    }

    /// The text of a token.
    ///
    /// ```
    /// use newsframe::{Article, Document, Span};
    ///
    /// let document = Document::new(Article::from_text("Rain fell. More is coming.")?)?;
    /// assert_eq!(document.word(3), "More");
    /// assert_eq!(document.token_at(11), 3);
    /// assert_eq!(document.sentence_of(3), 1);
    /// let tokens = document.tokens_in(Span::new(11, 18).unwrap());
    /// assert_eq!(document.slice(document.span_of(tokens)), "More is");
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn word(&self, token: usize) -> &str {
        self.tokens().get(token).map_or("", |token| self.slice(token.span()))
    }

    /// The span from the first to the last token of a range; empty for an empty range.
    pub fn span_of(&self, range: TokenRange) -> Span {
        match &self.tokens()[range.range()] {
            [] => Span::default(),
            [only] => only.span(),
            [first, .., last] => first.span().cover(last.span()),
        }
    }

    /// The index of the first token that ends behind byte `offset`.
    pub fn token_at(&self, offset: usize) -> usize {
        self.tokens().partition_point(|token| token.span().end() <= offset)
    }

    /// The tokens that overlap a span.
    pub fn tokens_in(&self, span: Span) -> TokenRange {
        let start = self.token_at(span.start());
        let end = self.tokens().partition_point(|token| token.span().start() < span.end());
        TokenRange::new(start, end.max(start))
    }

    /// The index of the sentence a token stands in.
    pub fn sentence_of(&self, token: usize) -> usize {
        let sentences = self.sentences();
        let marks = self.sentence_marks.get_or_init(|| {
            let mut at = 0;
            let mut next = |token: usize| {
                at = sentence_from(sentences, at, token);
                at as u32
            };
            (0..self.tokens().len()).step_by(STRIDE).map(&mut next).collect()
        });
        marks.get(token / STRIDE).map_or(sentences.len(), |&mark| sentence_from(sentences, mark as usize, token))
    }
}

/// From a token to the next whose sentence is noted: a few steps to any sentence, for a quarter byte a token.
const STRIDE: usize = 16;

/// The first sentence from `at` on that ends behind a token.
fn sentence_from(sentences: &[Sentence], at: usize, token: usize) -> usize {
    let before = |sentence: &&Sentence| sentence.tokens().end() <= token;
    at + sentences[at..].iter().take_while(before).count()
}

impl std::fmt::Debug for Document {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Document").field("article", &self.article).finish_non_exhaustive()
    }
}
