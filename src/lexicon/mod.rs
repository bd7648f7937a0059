//! Phrase lexicons: a file format a person can edit, compiled into a trie over folded-word keys, matched in one pass.
//!
//! # The file
//!
//! UTF-8, cells separated by tabs. The first line that is no comment names the columns; every further line is an entry.
//!
//! ```text
//! # Words of our region. Between two cells stands one tab, shown as ⇥.
//! phrase⇥category⇥strength⇥pos⇥unless⇥alternatives
//! gut⇥loaded-term⇥2⇥verb⇥fish, >feeling⇥cut, reduce
//! +⇥The council gutted the library budget.
//! -⇥He gutted the fish on the quay.
//! so-called⇥distancing⇥2⇥adj⇥⇥
//! ```
//!
//! | column | content |
//! | --- | --- |
//! | `phrase` | the words, base form, small letters (a capital must be a capital in the text too); `one's` stands for any possessive pronoun, `oneself` for any reflexive; required |
//! | `category` | what the entry stands for; required |
//! | `strength` | 1 mild, 2 clear, 3 flagrant |
//! | `pos` | [parts of speech](PartOfSpeech): which forms are made, and as what the phrase must be tagged |
//! | `forms` | the inflected forms, written out; replaces those made from `pos` |
//! | `when` | [conditions](Condition) of which one must hold |
//! | `unless` | [conditions](Condition) of which none may hold |
//! | `alternatives` | plainer wordings |
//! | `note` | why the entry is there |
//! | any other | kept: [`Entry::get`] |
//!
//! Lists inside a cell are separated by commas. Lines that start with `#` are comments. A line `+<tab>sentence` below an
//! entry is an example in which the entry must match, `-<tab>sentence` one in which it must not. A byte order mark and
//! Windows line ends are accepted.
//!
//! # Matching
//!
//! ```
//! use newsframe::lexicon::{Lexicon, LexiconSet};
//! use newsframe::{Article, Document};
//!
//! let words = Lexicon::parse("mine", "phrase\tcategory\tpos\tunless\ngut\tcuts\tverb\tfish\n")?;
//! let set = LexiconSet::new([words]);
//! let document = Document::new(Article::from_text("The council gutted the budget. They gutted fish.")?)?;
//! let found = set.matches(&document);
//! assert_eq!(found.len(), 1);
//! assert_eq!(document.slice(document.span_of(found[0].tokens())), "gutted");
//! assert_eq!(set.entry(found[0]).category(), "cuts");
//! # Ok::<(), newsframe::Error>(())
//! ```

mod builtin;
mod check;
mod entry;
mod format;
mod inflect;
mod lines;
mod reading;
mod set;
#[cfg(test)]
mod tests;
mod trie;

pub(crate) use builtin::builtin;
pub use builtin::builtin_lexicons;
pub use entry::{Condition, Entry, Example, PartOfSpeech, PartsOfSpeech, Place};
pub use format::Lexicon;
pub(crate) use inflect::inflect;
pub use set::{Candidate, LexiconMatch, LexiconSet, Rejection};
