//! Counted nouns: the noun phrase behind a number.
//!
//! # What it finds
//! The phrase that is counted, to its head: `700 heart transplants`, `20 coal-fired power plants`, `one of the best players`.
//!
//! # Why it matters
//! *12 complaints* and *12 complainants* are different claims.
//!
//! # Examples
//! `30 more jobs` counts jobs, `four FA Cup finals` finals.
//!
//! # Counter-examples
//! In `26 saves Friday` the day is not counted.
//!
//! # Known limits
//! Rests on the tags of the words; a noun tagged as a verb ends the phrase.

use super::cursor::{Cursor, keys};
use super::table::Class;
use crate::document::{Tag, TokenKind, Upos, VerbForm, WordKey};
use crate::tagger::lemma;

/// A counted noun phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    pub(super) start: usize,
    /// Head noun.
    pub(super) head: usize,
}

/// The longest phrase looked at, in tokens.
const LONGEST: usize = 12;

/// The noun phrase that starts at token `at`.
pub(super) fn phrase(cursor: &Cursor, at: usize) -> Option<Phrase> {
    let mut head = None;
    let end = cursor.len().min(at + LONGEST);
    let mut here = at;
    // eight million 250ml bottles: a size stands before the noun
    if cursor.is_number(at)
        && cursor.word(at).ends_with(|c: char| c.is_ascii_lowercase())
        && cursor.upos(at + 1) == Upos::Noun
    {
        here += 1;
    }
    while here < end {
        if cursor.is_hyphen(here) && cursor.joins(here) {
            here += 1;
            continue;
        }
        if cursor.kind(here) == Some(TokenKind::Number) && here > at {
            // two new 737 jets: a name inside the phrase
            if matches!(cursor.upos(here + 1), Upos::Noun | Upos::Propn)
                && cursor.upos(here.saturating_sub(1)) != Upos::Noun
            {
                here += 1;
                continue;
            }
            break;
        }
        if cursor.kind(here) != Some(TokenKind::Word) || cursor.word(here).starts_with(['\'', '’']) {
            break;
        }
        let in_compound = here > at && cursor.is_hyphen(here - 1) && cursor.joins(here - 1);
        let temporal = cursor.in_class(here, Class::Weekday)
            || cursor.in_class(here, Class::Month) && cursor.shape(here).is_capitalized()
            || cursor.in_class(here, Class::DayWord) && !matches!(cursor.upos(here + 1), Upos::Noun);
        let inside_compound = cursor.is_hyphen(here + 1) && cursor.joins(here + 1);
        match cursor.upos(here) {
            Upos::Noun | Upos::Propn => {
                if let Some(last) = head {
                    let ends = is_plural_noun(cursor, last)
                        && (temporal
                            || cursor.upos(here) == Upos::Propn
                            || !is_plural_noun(cursor, here) && !inside_compound);
                    if ends {
                        break;
                    }
                } else if temporal && here == at {
                    return None;
                }
                if temporal && head.is_some() {
                    break;
                }
                head = Some(here);
            }
            Upos::Adj | Upos::Num if head.is_none_or(|last| !is_plural_noun(cursor, last)) => {}
            // A word behind a number that looks like a plural is one: 30 million shares up for sale, two new launches
            Upos::Verb
                if cursor.tag(here).form == Some(VerbForm::Vbz)
                    && (here == at || head.is_none() && cursor.upos(here - 1) == Upos::Adj) =>
            {
                head = Some(here);
            }
            Upos::Verb | Upos::Adv if inside_compound || in_compound || head.is_none() && modifies(cursor, here) => {}
            Upos::Cconj if here > at && joins_modifiers(cursor, here) => {}
            Upos::Adp if inside_compound => {}
            Upos::X if head.is_none() => {}
            _ => break,
        }
        here += 1;
    }
    // One proposal asks: a noun the tagger took for an adjective
    let lone = here > at
        && cursor.upos(here - 1) == Upos::Adj
        && matches!(cursor.upos(here), Upos::Verb | Upos::Aux | Upos::Punct);
    let head = head.or((lone && cursor.is_number_word(at.saturating_sub(1))).then(|| here - 1))?;
    Some(Phrase { start: at, head })
}

/// Adverbs of place that stand before a noun like an adjective: *six back yards, 30 overseas bases*.
const PLACES: &[WordKey] = &keys!(
    "back home away overseas outside inside upstairs downstairs downtown offshore \
    onshore overnight"
);

/// A participle or adverb that belongs to the noun behind it: *500 recently built homes*.
fn modifies(cursor: &Cursor, at: usize) -> bool {
    let tag = cursor.tag(at);
    if PLACES.contains(&cursor.key(at)) && is_plural_noun(cursor, at + 1) {
        return true;
    }
    let participle = matches!(tag.form, Some(VerbForm::Vbn | VerbForm::Vbg));
    (participle || tag.upos == Upos::Adv)
        && matches!(cursor.upos(at + 1), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb)
        && (participle || cursor.upos(at + 1) != Upos::Noun)
}

/// *digital and physical sales, Kia and Hyundai vehicles*: the conjunction at `at` joins two modifiers of one noun.
fn joins_modifiers(cursor: &Cursor, at: usize) -> bool {
    let quality = |at: usize| match cursor.upos(at) {
        Upos::Verb if cursor.tag(at).form == Some(VerbForm::Vbn) => Upos::Adj,
        upos => upos,
    };
    let (before, behind) = (quality(at - 1), quality(at + 1));
    let modifiers = before == behind && matches!(before, Upos::Adj | Upos::Propn);
    cursor.is_any(at, &keys!("and or"))
        && modifiers
        && cursor.upos(at + 2) == Upos::Noun
        && is_plural_noun(cursor, at + 2)
}

fn is_plural_noun(cursor: &Cursor, at: usize) -> bool {
    let word = cursor.word(at);
    cursor.upos(at) == Upos::Noun
        && (word.ends_with('s') && !["ss", "us", "is", "gas", "news", "lens"].iter().any(|end| word.ends_with(end))
            || cursor.is_any(at, &keys!("people men women children")))
}

/// The name of a phrase: its words with the head in the singular, hyphens kept.
pub(super) fn name(cursor: &Cursor, phrase: Phrase) -> String {
    let mut name = String::new();
    for at in phrase.start..=phrase.head {
        let word = cursor.word(at);
        if cursor.is_hyphen(at) {
            name.push('-');
            continue;
        }
        if cursor.upos(at) == Upos::Cconj || cursor.is_number(at) && at == phrase.start {
            continue;
        }
        if !name.is_empty() && !name.ends_with('-') {
            name.push(' ');
        }
        if at < phrase.head {
            name.push_str(word);
        } else if cursor.upos(at) != Upos::Propn {
            name.push_str(&lemma(word, Tag::new(Upos::Noun)));
        } else {
            name.push_str(singular_name(word));
        }
    }
    name
}

/// *Americans*: a name in the plural.
fn singular_name(word: &str) -> &str {
    let ends = word.ends_with("ans") || word.ends_with("ers") || word.ends_with("ists") || word.ends_with("crats");
    if ends { word.strip_suffix('s').unwrap_or(word) } else { word }
}
