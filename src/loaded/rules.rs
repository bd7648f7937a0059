//! The rules of this analyzer: ids and what they find or decide.

use crate::RuleId;

macro_rules! rules {
    ($($name:ident $id:literal $what:literal)+) => {
        $(pub(super) const $name: RuleId = RuleId::new($id);)+

        /// Id and description of every rule.
        const TABLE: &[(&str, &str)] = &[$(($id, $what)),+];
    };
}

rules! {
    LEXICON "loaded/lexicon" "a word or phrase of the loaded-language lexicons"
    LITERAL "loaded/literal" "suppression: the word is meant literally or names the topic"
    WORD_CLASS "loaded/part-of-speech" "suppression: the word is another part of speech here"
    THRESHOLD "loaded/threshold" "suppression: too unsure for the profile"
}

/// What a rule of this analyzer finds or decides; `None` for an unknown id.
///
/// ```
/// assert!(newsframe::loaded::explain("loaded/lexicon").is_some());
/// assert_eq!(newsframe::loaded::explain("loaded/nothing"), None);
/// ```
pub fn explain(rule: &str) -> Option<&'static str> {
    TABLE.iter().find(|row| row.0 == rule).map(|row| row.1)
}

/// The ids of all rules of this analyzer.
///
/// ```
/// assert!(newsframe::loaded::rule_ids().all(|id| id.starts_with("loaded/")));
/// ```
pub fn rule_ids() -> impl Iterator<Item = &'static str> {
    TABLE.iter().map(|row| row.0)
}
