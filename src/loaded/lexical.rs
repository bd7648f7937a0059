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

use super::known::{self, Prepared};
use super::mark::{Context, Mark, Source};
use super::{Class, Strength, rules};
use crate::document::{TokenRange, Upos, VerbForm};
use crate::lexicon::{Candidate, Entry, LexiconSet, PartOfSpeech, Rejection};

/// Marks of the built-in lexicons.
pub(super) fn built_in<'s>(context: Context<'_>, marks: &mut Vec<Mark<'s>>) {
    let Ok(builtin) = known::builtin() else { return };
    for candidate in context.document.candidates() {
        let found = candidate.found;
        if let Some(known) = builtin.known([found.lexicon(), found.entry()]) {
            marks.extend(mark(context, *candidate, known.prepared, known.entry, Source::BuiltIn(known)));
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
