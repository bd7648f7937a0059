//! Media-framing analysis of news text: **who says what, which numbers are claimed, and which words colour it**, every finding
//! tied to the exact characters it rests on. Offline, deterministic, no model to download.
//!
//! ```
//! use newsframe::{Analysis, Article, Document, Finding};
//!
//! let article = Article::builder()
//!     .headline("Fury as water bills soar 40%")
//!     .body("Water bills will rise by 40% to £610, the regulator said. “It is a shameless raid,” said Ana Ruiz of Fair Water.")
//!     .build()?;
//! let document = Document::new(article)?;
//! let analysis = Analysis::of(&document);
//!
//! // Who says what.
//! let relation = &analysis.attribution().relations()[1];
//! assert_eq!(document.slice(relation.content()[0]), "“It is a shameless raid,”");
//! assert_eq!(analysis.attribution().speaker_of(relation).unwrap().name(), "Ana Ruiz");
//!
//! // Which numbers are claimed.
//! let quantity = analysis.quantity().claims().last().unwrap();
//! assert_eq!(document.slice(quantity.span()), "£610");
//!
//! // Which words colour it, in the outlet's own voice: the raid is Ms Ruiz's.
//! let words: Vec<_> = analysis.loaded().outlet_voice().map(|finding| document.slice(finding.span())).collect();
//! assert_eq!(words, ["Fury as"]);
//! # Ok::<(), newsframe::Error>(())
//! ```
//!
//! # Overview
//!
//! Data flows one way, through four types:
//!
//! - an [`Article`] is what you hand in: a text, the [zones](ZoneKind) it consists of (headline, byline, paragraph, …), metadata. Made by a
//!   [builder](Article::builder), from [plain text](Article::from_text), or by `serde` from JSON or [schema.org](article::schema_org) objects;
//! - a [`Document`] is one article with its layers: tokens, sentences, part-of-speech tags, quotations, phrases, lexicon matches,
//!   each made at its first use, once, and shared by all analyzers;
//! - an [`Analyzer`] is a pure function from a document to typed findings: [`Attribution`], [`Quantities`], [`LoadedLanguage`], a tuple of
//!   analyzers, or your own;
//! - an [`Analysis`] is what the three found, joined by span: every finding gets its [`Voice`], every quantity its source. [`Pipeline`]
//!   makes it with other settings and with plug-ins.
//!
//! Every finding implements [`Finding`]: span, rule, evidence, confidence, and the reason in plain words. [`render`] shows an analysis to people,
//! [`export`] writes it for programs, `corpus` runs over many articles. The [`guide`] explains concepts, analyzers and extension.
//!
//! # By question
//!
//! **Who is heard, and how much?**
//!
//! ```
//! use newsframe::{Analyzer, Article, Attribution, Document};
//!
//! let text = "“We need a new pier,” said Ana Ruiz. The mayor said that there was no money. “There never is,” Ms Ruiz replied.";
//! let found = Attribution::new().analyze(&Document::new(Article::from_text(text)?)?);
//! let heard = &found.balance().speakers()[0];
//! assert_eq!(found.entity(heard.speaker()).unwrap().name(), "Ana Ruiz");
//! assert_eq!((heard.voice().statements(), heard.voice().words_quoted()), (2, 8));
//! # Ok::<(), newsframe::Error>(())
//! ```
//!
//! **What does the outlet say in its own voice, and what was seen and not flagged?**
//!
//! ```
//! use newsframe::{Analysis, Article, Document, Finding};
//!
//! let text = "The chemical plant released toxic waste. The council’s response has been shameful. “It is a disgrace,” said Ana Ruiz.";
//! let document = Document::new(Article::from_text(text)?)?;
//! let analysis = Analysis::of(&document);
//! let own: Vec<_> = analysis.loaded().outlet_voice().map(|finding| document.slice(finding.span())).collect();
//! assert_eq!(own, ["shameful"]);
//! # Ok::<(), newsframe::Error>(())
//! ```
//!
//! **Only the layers?** `document.tokens()`, `.sentences()`, `.tags()`, `.quotations()`, `.noun_phrases()`, `.verb_groups()` work without
//! any analyzer, and only what is asked for is made.
//!
//! # What it does not do
//!
//! - **No verdict.** It never says "biased" or "false" and scores neither outlets nor people: a frame is an interpretation of a pattern of
//!   devices, made by a person.
//! - **No other language** than English: lexicons, tagger and half of the rules are English.
//! - **No coreference across documents**, no entity database: names are merged within one article.
//! - **No understanding** of irony, implicature, or the world.
//!
//! # Untrusted input
//!
//! Text from anywhere may be handed in, and so may JSON. What is promised, and the test that keeps it:
//!
//! - **Analysis never fails and never panics.** Only building can fail: a bad lexicon, a bad setting, a text over
//!   [`Article::MAX_BYTES`]. Any text gives an [`Analysis`] whose every span fits the text (`tests/hostile.rs`,
//!   `tests/properties/`, fuzz target `analyze`). There is no `unsafe` code.
//! - **Work grows in step with the text.** Every look back or ahead is bounded. Of some hundred hostile texts, ten times the
//!   length may cost no more than fifteen times the instructions (`benches/instructions`, counted under valgrind; fuzz target
//!   `growth` searches for others).
//! - **Memory grows in step with the text.** Layers are flat tables of small records: a token has 18 bytes, a tag 2
//!   (`tests/auto_traits.rs`), and no token is a string. Findings are as many as the text gives reason for.
//! - **No recursion on the input.** Brackets and quotations nested a thousand deep are counted, not descended into; the stack
//!   needed is the same for any text (`tests/hostile.rs`).
//! - **Records are checked.** An [`Article`] read from JSON has zones that fit its text or is refused. An [`Analysis`] read from
//!   JSON is data about some text: [`Analysis::check`] tells whether every span and index in it fits the document at hand
//!   (`tests/properties/records.rs` damages them on purpose; fuzz target `article_json`).
//! - **Reports are safe to show.** What the article contains is shown as text: no escape sequence reaches the terminal, no
//!   markup the page, which forbids scripts and loading for itself (`tests/render.rs`, fuzz target `render_html`).
//! - **The same input gives the same bytes**, on every run, thread and machine: nothing depends on hash order, clock, locale or
//!   environment (`tests/properties/records.rs`).
//!
//! Lexicons are settings, not input: a lexicon is refused with the line that is wrong, but one with a million entries takes the
//! memory of a million entries.
//!
//! # Features
//!
//! None is on by default; each only adds. `rayon`: a corpus on all cores. `arrow`, `parquet`: those exports. The default build depends on serde,
//! regex, once_cell and thiserror.

pub mod analysis;
mod analyzer;
pub mod article;
pub mod attribution;
pub mod corpus;
mod digest;
pub mod document;
mod error;
pub mod export;
mod finding;
pub mod guide;
pub mod lexicon;
pub mod loaded;
pub mod quantity;
pub mod render;
mod span;
pub mod tagger;
mod text;
mod wording;

pub use analysis::{Analysis, Pipeline};
pub use analyzer::{Analyzer, DynAnalyzer};
pub use article::{Article, Zone, ZoneKind};
pub use attribution::Attribution;
pub use document::{Document, Token, WordKey};
pub use error::{Error, Result};
pub use finding::{Confidence, Finding, RuleId, Voice};
pub use loaded::LoadedLanguage;
pub use quantity::Quantities;
pub use span::Span;

/// The README's code is compiled and run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
