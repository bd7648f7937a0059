//! The words the sentence splitter knows.

use crate::WordKey;

use super::super::fold::keys;

/// Words that begin a sentence when a capital begins them, and are hardly part of a name: behind the stop of `Inc.` or `U.S.`
/// they tell the end of a sentence.
#[rustfmt::skip]
pub(super) const STARTERS: &[WordKey] = &keys([
    "a", "about", "according", "after", "again", "all", "also", "although", "among", "an", "and", "another",
    "any", "anyone", "as", "at", "because", "before", "both", "but", "by", "despite", "during", "each", "earlier",
    "even", "every", "everyone", "few", "for", "from", "given", "he", "her", "here", "his", "how", "however", "i",
    "if", "in", "indeed", "instead", "it", "its", "just", "last", "later", "many", "maybe", "meanwhile", "more",
    "most", "much", "my", "neither", "no", "nobody", "nor", "not", "nothing", "now", "of", "on", "once", "one",
    "only", "or", "our", "people", "perhaps", "she", "since", "so", "some", "such", "that", "the", "their",
    "then", "there", "these", "they", "this", "those", "though", "to", "we", "well", "what", "when", "where",
    "whether", "which", "while", "who", "why", "with", "yes", "yet", "you", "your",
]);

/// Words with a capital that begin anew where speech breaks off at a dash.
#[rustfmt::skip]
pub(super) const RESTARTS: &[WordKey] = &keys([
    "can", "do", "for", "he", "how", "it", "no", "oh", "okay", "see", "she", "that", "there", "they", "this",
    "we", "well", "what", "yeah", "yes", "you",
]);

/// Verbs of the clause behind a quotation: `“Why?” Mr Rowe asked.`
#[rustfmt::skip]
pub(super) const SPEECH: &[WordKey] = &keys([
    "said", "says", "asked", "asks", "added", "adds", "wrote", "writes", "told", "tweeted", "replied", "shouted",
    "cried", "exclaimed", "yelled", "demanded", "wondered", "joked", "quipped", "recalled", "responded",
    "continued", "posted", "screamed",
]);

/// What may follow such a verb, where the clause has no object but the quotation.
pub(super) const BEHIND_SPEECH: &[WordKey] = &keys([".", ",", "in", "on", "at", "to", "during", "after", "when", "as"]);

/// Before a colon: the credit of a picture.
pub(super) const CREDITS: &[WordKey] =
    &keys(["image", "images", "photo", "photos", "photograph", "photographs", "picture", "pictures", "credit"]);

/// Before a number: the label of a figure.
pub(super) const LABELS: &[WordKey] = &keys(["figure", "table", "chart"]);

/// Names written with an exclamation mark.
pub(super) const CRYING_NAMES: &[WordKey] = &keys(["yahoo", "jeopardy"]);
