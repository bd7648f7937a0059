//! Tags where the tables or the writing of a word know better than the tagger.

use super::Number;
use super::cursor::{Cursor, keys};
use super::words::{NumeralWord, Word};
use crate::document::{Tag, TokenKind, Upos, VerbForm, WordKey};

/// Behind these a word of change is a verb.
const MODALS: &[WordKey] = &keys!("could will would may might should can must did to");

/// Behind these a word is a noun.
const POSSESSIVES: &[WordKey] = &keys!("its his their our my your the a");

/// Overrules the tagger where the tables or the writing of a word leave no doubt: digits and number words are numbers,
/// *grew* and *fell* behind a noun are verbs, a capital inside a sentence of small letters is a name.
pub(super) fn settle(cursor: &Cursor) -> Vec<Tag> {
    let mut tags = cursor.document.tags().to_vec();
    for (at, (token, known)) in cursor.tokens.iter().zip(&*cursor.words).enumerate() {
        let tag = tags[at];
        let settled = if token.kind() == TokenKind::Number {
            Some(Tag::new(Upos::Num))
        } else if known.settles_tag {
            cursor.entry(at).and_then(|word| by_word(cursor, &tags, at, word))
        } else if token.shape().is_capitalized() && !known.is_listed() {
            as_name(cursor, tag, at)
        } else {
            None
        };
        if let Some(settled) = settled.or_else(|| as_noun(cursor, tag, at)) {
            tags[at] = settled;
        }
    }
    tags
}

fn starts_sentence(cursor: &Cursor, at: usize) -> bool {
    cursor.sentence(at).start() == at
}

/// Number words, and words of change; the tags before `at` are settled.
fn by_word(cursor: &Cursor, tags: &[Tag], at: usize, word: &Word) -> Option<Tag> {
    let tag = tags[at];
    let changes = word.change_verb.is_some() && !tag.is_verbal();
    if changes && at > 0 && cursor.is_any(at - 1, MODALS) {
        return Some(Tag::verb(Upos::Verb, VerbForm::Vb));
    }
    let number = matches!(word.numeral, Some((NumeralWord::Small | NumeralWord::Tens | NumeralWord::Scale, _)));
    // that one
    if number && !(word.numeral == Some((NumeralWord::Small, Number::ONE)) && tag.upos == Upos::Pron) {
        return Some(Tag::new(Upos::Num));
    }
    let only_verb = changes && word.change_noun.is_none();
    let behind_noun = at > 0 && matches!(tags[at - 1].upos, Upos::Noun | Upos::Propn | Upos::Num | Upos::Pron);
    let past = || cursor.word(at).ends_with("ed") || matches!(tag.upos, Upos::Noun | Upos::X);
    let settled = only_verb && behind_noun && past() && !starts_sentence(cursor, at);
    settled.then_some(Tag::verb(Upos::Verb, VerbForm::Vbd))
}

/// A word with a capital inside a sentence of small letters, or a cry before a word: *Oh* of *Oh Min-jun*.
fn as_name(cursor: &Cursor, tag: Tag, at: usize) -> Option<Tag> {
    let is_name = match tag.upos {
        Upos::Verb | Upos::Aux | Upos::Adv | Upos::X => {
            let before = at.checked_sub(1).map(|before| cursor.shape(before));
            let plain = before.is_some_and(|before| before.has_lower() && !before.is_capitalized());
            plain && cursor.shape(at).has_lower() && !starts_sentence(cursor, at)
        }
        Upos::Intj => cursor.kind(at + 1) == Some(TokenKind::Word) && starts_sentence(cursor, at),
        _ => false,
    };
    is_name.then_some(Tag::new(Upos::Propn))
}

/// A verb behind a possessive: *cut its costs*.
fn as_noun(cursor: &Cursor, tag: Tag, at: usize) -> Option<Tag> {
    let is_verb = matches!(tag.form, Some(VerbForm::Vbz | VerbForm::Vbp | VerbForm::Vb));
    (is_verb && at > 0 && cursor.is_any(at - 1, POSSESSIVES)).then_some(Tag::new(Upos::Noun))
}
