//! [`EntryId`]: which entry of a lexicon is behind a finding.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde::{Deserialize, Serialize};

use super::known::Known;

/// Names a lexicon entry: the lexicon and the phrase. Prints as `loaded/label: puppet`.
///
/// ```
/// use newsframe::loaded::Strength;
/// use newsframe::{Analyzer, Article, Document, Finding, LoadedLanguage};
///
/// let document = Document::new(Article::from_text("The minister slammed the report.")?)?;
/// let found = LoadedLanguage::new().analyze(&document);
/// let finding = &found.findings()[0];
/// let entry = finding.entry().unwrap();
/// assert_eq!(entry.phrase(), "slam");
/// assert_eq!(entry.to_string(), format!("{}: slam", entry.lexicon()));
/// // What else a finding says of itself.
/// assert!(finding.strength() >= Strength::Mild && finding.weight() > 0.0);
/// assert!(!finding.is_in_headline());
/// assert_eq!(finding.evidence().len(), 1);
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Serialize, Deserialize)]
#[serde(into = "Written", from = "Written")]
pub struct EntryId(Origin);

#[derive(Clone)]
enum Origin {
    BuiltIn(&'static Known),
    /// An entry of the user's, or read back: its lexicon and phrase.
    Other(Box<(String, String)>),
}

/// The form of an id in output.
#[derive(Serialize, Deserialize)]
struct Written {
    lexicon: Cow<'static, str>,
    phrase: Cow<'static, str>,
}

impl EntryId {
    pub(super) fn built_in(known: &'static Known) -> Self {
        Self(Origin::BuiltIn(known))
    }

    pub(super) fn new(lexicon: &str, phrase: &str) -> Self {
        Self(Origin::Other(Box::new((lexicon.to_owned(), phrase.to_owned()))))
    }

    /// The name of the lexicon.
    pub fn lexicon(&self) -> &str {
        self.names().0
    }

    /// The phrase as the lexicon has it.
    pub fn phrase(&self) -> &str {
        self.names().1
    }

    fn names(&self) -> (&str, &str) {
        match &self.0 {
            Origin::BuiltIn(known) => (known.entry.lexicon().name(), known.entry.phrase()),
            Origin::Other(names) => (&names.0, &names.1),
        }
    }
}

impl From<Written> for EntryId {
    fn from(written: Written) -> Self {
        Self(Origin::Other(Box::new((written.lexicon.into_owned(), written.phrase.into_owned()))))
    }
}

impl From<EntryId> for Written {
    fn from(id: EntryId) -> Self {
        match id.0 {
            Origin::BuiltIn(known) => {
                Self { lexicon: known.entry.lexicon().name().into(), phrase: known.entry.phrase().into() }
            }
            Origin::Other(names) => Self { lexicon: names.0.into(), phrase: names.1.into() },
        }
    }
}

impl PartialEq for EntryId {
    fn eq(&self, other: &Self) -> bool {
        self.names() == other.names()
    }
}

impl Eq for EntryId {}

impl PartialOrd for EntryId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for EntryId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.names().cmp(&other.names())
    }
}

impl Hash for EntryId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.names().hash(state);
    }
}

impl fmt::Debug for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (lexicon, phrase) = self.names();
        f.debug_struct("EntryId").field("lexicon", &lexicon).field("phrase", &phrase).finish()
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.lexicon(), self.phrase())
    }
}
