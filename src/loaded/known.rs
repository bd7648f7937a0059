//! [`Known`]: what is known of an entry before any text is seen; [`BuiltIn`]: that of the lexicons the crate ships.

use std::sync::OnceLock;

use once_cell::sync::OnceCell;

use super::alternatives::{self, Form};
use super::{Category, Class, Strength, calibration, settings};
use crate::digest::Symbols;
use crate::lexicon::{self, Entry, Lexicon, LexiconSet};
use crate::wording::Wording;
use crate::{Result, WordKey};

/// What is known of an entry before any text is seen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Prepared {
    pub(super) category: Category,
    pub(super) strength: Strength,
    pub(super) percent: i32,
}

impl Prepared {
    /// Category, strength and confidence of a user's entry; its column `percent` goes before the table.
    pub(super) fn of(entry: Entry<'_>) -> Option<Self> {
        let mut prepared = Self::by_table(entry)?;
        if let Some(percent) = entry.get("percent").and_then(|percent| percent.parse().ok()) {
            prepared.percent = percent;
        }
        Some(prepared)
    }

    fn by_table(entry: Entry<'_>) -> Option<Self> {
        let category = Category::from_name(entry.category())?;
        let strength = Strength::of_number(entry.strength());
        Some(Self { category, strength, percent: calibration::percent(category, strength) })
    }
}

/// Plainer wordings by the form they are in.
type ByForm = [OnceLock<Box<[Wording]>>; Form::COUNT];

/// An entry the crate ships, with what findings say of it: all findings of one entry share it.
pub(super) struct Known {
    pub(super) entry: Entry<'static>,
    pub(super) prepared: Prepared,
    reason: OnceLock<Box<str>>,
    /// By form; most entries have none, or are never found where they are wanted.
    alternatives: OnceLock<Box<ByForm>>,
}

impl Known {
    /// Meaning of the category and note of the entry.
    pub(super) fn reason(&'static self) -> &'static str {
        let meaning = self.prepared.category.meaning();
        match self.entry.note() {
            "" => meaning,
            note => self.reason.get_or_init(|| format!("{meaning}: {note}").into()),
        }
    }

    /// Plainer wordings in a form, which is asked for if there are any.
    pub(super) fn alternatives(&'static self, form: impl FnOnce() -> Form) -> &'static [Wording] {
        if self.entry.alternatives().next().is_none() {
            return &[];
        }
        let form = form();
        self.alternatives.get_or_init(Box::default)[form as usize].get_or_init(|| {
            let plainer = self.entry.alternatives();
            plainer.map(|text| alternatives::inflected(text, form).map_or(text.into(), Wording::from)).collect()
        })
    }
}

/// The loaded-language lexicons among the built-in ones.
pub(super) struct BuiltIn {
    set: &'static LexiconSet,
    /// Entries whose confidence is set by the phrase.
    by_phrase: Symbols<&'static str, i32>,
    /// By lexicon and entry, each made when it is first found; empty for lexicons of other analyzers.
    known: Vec<Vec<OnceLock<Option<Box<Known>>>>>,
}

impl BuiltIn {
    pub(super) fn has_phrase(&self, phrase: &str) -> bool {
        self.lexicons().any(|lexicon| settings::has_phrase(lexicon, phrase))
    }

    /// All entries of loaded language, with the places of their lexicons and their own.
    pub(super) fn entries(&self) -> impl Iterator<Item = (Entry<'static>, [usize; 2])> {
        let lexicons = self.set.lexicons().iter().enumerate().filter(|(_, lexicon)| is_ours(lexicon));
        lexicons.flat_map(|(at, lexicon)| lexicon.entries().enumerate().map(move |(index, entry)| (entry, [at, index])))
    }

    fn lexicons(&self) -> impl Iterator<Item = &'static Lexicon> {
        self.set.lexicons().iter().filter(|lexicon| is_ours(lexicon))
    }

    /// What is known of an entry, by the places of its lexicon and its own; `None` for those of other analyzers.
    pub(super) fn known(&'static self, [lexicon, index]: [usize; 2]) -> Option<&'static Known> {
        let known = self.known.get(lexicon)?.get(index)?.get_or_init(|| {
            let entry = self.set.lexicons().get(lexicon)?.entry(index)?;
            let mut prepared = Prepared::by_table(entry)?;
            if prepared.category.class() == Class::Loaded
                && let Some(&percent) = self.by_phrase.get(entry.phrase())
            {
                prepared.percent = percent;
            }
            Some(Box::new(Known { entry, prepared, reason: OnceLock::new(), alternatives: OnceLock::new() }))
        });
        known.as_deref()
    }

    /// Whether a word is the phrase of an entry of loaded language, not only a form of one.
    pub(super) fn is_phrase(&self, key: WordKey) -> bool {
        let mut entries = self.set.entries_of_word(key);
        entries.any(|entry| is_ours(entry.lexicon()) && WordKey::of(entry.phrase()) == key)
    }
}

fn is_ours(lexicon: &Lexicon) -> bool {
    lexicon.name().starts_with("loaded/")
}

/// The built-in lexicons.
pub(super) fn builtin() -> Result<&'static BuiltIn> {
    static BUILTIN: OnceCell<BuiltIn> = OnceCell::new();
    BUILTIN.get_or_try_init(|| {
        let set = lexicon::builtin()?;
        let count = |lexicon: &Lexicon| if is_ours(lexicon) { lexicon.entries().len() } else { 0 };
        let unknown = |lexicon: &Lexicon| (0..count(lexicon)).map(|_| OnceLock::new()).collect();
        let known = set.lexicons().iter().map(unknown).collect();
        Ok(BuiltIn { set, by_phrase: calibration::by_phrase().collect(), known })
    })
}
