//! Words and phrases of the lexicons.
//!
//! # What it finds
//! Every accepted match of the lexicons named `loaded/…` and of the user's own, one mark an entry. What the lexicon rejects
//! (another part of speech, a literal context) becomes a suppression with the reason.
//!
//! # Why it matters
//! Word choice is the commonest device of framing (Gamson & Modigliani 1989; Recasens et al. 2013).
//!
//! # Examples
//! *The senator slammed the plan*; *a shameless raid on families*; *radical-left mobs*.
//!
//! # Counter-examples
//! *He slammed the door*; *the mob boss was tried in Palermo*: conditions of the entries.
//!
//! # Known limits
//! Senses are told apart by tag and neighbouring words only. Irony is not seen.

use once_cell::sync::OnceCell;

use super::mark::{Context, Mark, Source};
use super::{Category, Class, Strength, calibration, rules, settings};
use crate::Result;
use crate::digest::Symbols;
use crate::document::{TokenRange, Upos, VerbForm};
use crate::lexicon::{self, Candidate, Entry, Lexicon, LexiconSet, PartOfSpeech, Rejection};

/// What is known of an entry before any text is seen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Prepared {
    pub(super) category: Category,
    pub(super) strength: Strength,
    pub(super) percent: i32,
}

impl Prepared {
    /// Category, strength and confidence of an entry; the column `percent` of a user's lexicon goes before the table.
    fn of(entry: Entry<'_>) -> Option<Self> {
        let mut prepared = Self::by_table(Category::from_name(entry.category())?, entry);
        if let Some(percent) = entry.get("percent").and_then(|percent| percent.parse().ok()) {
            prepared.percent = percent;
        }
        Some(prepared)
    }

    fn by_table(category: Category, entry: Entry<'_>) -> Self {
        let strength = Strength::of_number(entry.strength());
        Self { category, strength, percent: calibration::percent(category, strength) }
    }
}

/// All entries of a built-in lexicon, which has no column `percent`; the confidence may be set by the phrase.
fn prepare(lexicon: &Lexicon, by_phrase: &Symbols<&str, i32>) -> Vec<Option<Prepared>> {
    // The entries of a file share their category, or nearly all do.
    let mut last = ("", None);
    let prepared = lexicon.entries().map(|entry| {
        if entry.category() != last.0 {
            last = (entry.category(), Category::from_name(entry.category()));
        }
        let mut prepared = Prepared::by_table(last.1?, entry);
        if let Some(&percent) = by_phrase.get(entry.phrase()).filter(|_| prepared.category.class() == Class::Loaded) {
            prepared.percent = percent;
        }
        Some(prepared)
    });
    prepared.collect()
}

/// The loaded-language lexicons among the built-in ones, prepared.
pub(super) struct BuiltIn {
    set: &'static LexiconSet,
    /// By lexicon and entry; empty for lexicons of other analyzers.
    prepared: Vec<Vec<Option<Prepared>>>,
}

impl BuiltIn {
    pub(super) fn has_phrase(&self, phrase: &str) -> bool {
        self.lexicons().any(|lexicon| settings::has_phrase(lexicon, phrase))
    }

    /// All entries of loaded language.
    pub(super) fn entries(&self) -> impl Iterator<Item = (Entry<'static>, Prepared)> {
        let all = self.set.lexicons().iter().zip(&self.prepared);
        all.flat_map(|(lexicon, prepared)| {
            lexicon.entries().zip(prepared).filter_map(|(entry, prepared)| Some((entry, (*prepared)?)))
        })
    }

    fn lexicons(&self) -> impl Iterator<Item = &'static Lexicon> {
        self.set.lexicons().iter().filter(|lexicon| is_ours(lexicon))
    }
}

fn is_ours(lexicon: &Lexicon) -> bool {
    lexicon.name().starts_with("loaded/")
}

/// The built-in lexicons, prepared at first use.
pub(super) fn builtin() -> Result<&'static BuiltIn> {
    static BUILTIN: OnceCell<BuiltIn> = OnceCell::new();
    BUILTIN.get_or_try_init(|| {
        let set = lexicon::builtin()?;
        let by_phrase = calibration::by_phrase().collect();
        let ours = |lexicon: &Lexicon| if is_ours(lexicon) { prepare(lexicon, &by_phrase) } else { Vec::new() };
        Ok(BuiltIn { set, prepared: set.lexicons().iter().map(ours).collect() })
    })
}

/// Marks of the built-in lexicons.
pub(super) fn built_in<'s>(context: Context<'_>, marks: &mut Vec<Mark<'s>>) {
    let Ok(builtin) = builtin() else { return };
    for candidate in context.document.candidates() {
        let found = candidate.found;
        let prepared = builtin.prepared.get(found.lexicon()).and_then(|lexicon| *lexicon.get(found.entry())?);
        if let Some(prepared) = prepared {
            let entry = builtin.set.entry(found);
            marks.extend(mark(context, *candidate, prepared, entry, Source::BuiltIn(entry)));
        }
    }
}

/// Marks of the user's own lexicons.
pub(super) fn own<'s>(context: Context<'_>, set: &'s LexiconSet, marks: &mut Vec<Mark<'s>>) {
    if set.lexicons().is_empty() {
        return;
    }
    for candidate in set.candidates(context.document) {
        let entry = set.entry(candidate.found);
        if let Some(prepared) = Prepared::of(entry) {
            marks.extend(mark(context, candidate, prepared, entry, Source::Own(entry)));
        }
    }
}

fn mark<'s>(
    context: Context<'_>,
    candidate: Candidate,
    prepared: Prepared,
    entry: Entry<'_>,
    source: Source<'s>,
) -> Option<Mark<'s>> {
    let tokens = candidate.found.tokens();
    let mut mark = Mark {
        source: Some(source),
        ..Mark::new(context, tokens, prepared.category, prepared.strength, prepared.percent, rules::LEXICON)
    };
    match candidate.rejection {
        None => {}
        Some(Rejection::PartOfSpeech) if is_mistagged(context, tokens, prepared, entry) => mark.percent -= MISTAGGED,
        Some(Rejection::PartOfSpeech) if context.upos(tokens.end() - 1) == Upos::Propn => {
            mark.suppress(rules::NAME, "written as a name");
        }
        Some(Rejection::PartOfSpeech) => mark.suppress(rules::WORD_CLASS, "another part of speech here"),
        Some(Rejection::Unless(index)) => {
            let near = entry.unless().nth(index.into()).map_or("", |condition| condition.words);
            mark.suppress(rules::LITERAL, format!("literal or neutral here: beside “{near}”"));
        }
        // A wrong capital or a missing condition is no use of the entry; a covered one is part of a longer mark.
        Some(_) => return None,
    }
    Some(mark)
}

/// By how much less sure a mark is whose tag is probably wrong, in percent.
const MISTAGGED: i32 = 10;

/// Whether the tag rather than the entry is likely to be wrong: taggers take unusual adjectives for nouns, adverbs and verbs,
/// and unusual nouns for adjectives, more often than a clearly judging word is used as something else.
fn is_mistagged(context: Context<'_>, tokens: TokenRange, prepared: Prepared, entry: Entry<'_>) -> bool {
    /// Words that are at home in both classes.
    const AT_HOME: &[&str] = &["illegal", "jihad", "suspect", "rank", "rash", "mad", "righteous", "lush", "baseless"];
    if prepared.strength < Strength::Clear || prepared.category.class() != Class::Loaded {
        return false;
    }
    let parts = entry.parts_of_speech();
    if tokens.len() > 1 {
        return parts.contains(PartOfSpeech::Noun); // the last word tagged as a verb: a power grab
    }
    let tag = context.tags.get(tokens.start()).copied().unwrap_or_default();
    // Headlines drop articles and auxiliaries, and taggers take their verbs for plurals: council slams plan.
    if parts.contains(PartOfSpeech::Verb) && prepared.strength == Strength::Flagrant && tag.upos == Upos::Noun {
        return context.is_in_headline(tokens.start()) && context.document.word(tokens.start()).ends_with('s');
    }
    let is_past = matches!(tag.form, Some(VerbForm::Vbd | VerbForm::Vbz));
    let as_adjective =
        parts.contains(PartOfSpeech::Adj) && matches!(tag.upos, Upos::Noun | Upos::Adv | Upos::Verb) && !is_past;
    let as_noun = parts.contains(PartOfSpeech::Noun) && tag.upos == Upos::Adj;
    (as_adjective || as_noun) && !AT_HOME.contains(&entry.phrase())
}
