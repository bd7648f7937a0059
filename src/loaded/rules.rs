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
    AFFIX "loaded/affix" "a word coloured by one of its parts: pseudo-scholar, freedom-hating"
    DERIVED "loaded/derived" "an adverb or noun made from a judging adjective: obnoxiously, pettiness"
    FORWARD_REFERENCE "loaded/forward-reference" "a headline that announces the news instead of giving it: this is why"
    RHETORICAL_QUESTION "loaded/rhetorical-question" "a question in a headline that suggests its answer"
    ALL_CAPS "loaded/all-caps" "a word shouted in capitals"
    EXCLAMATION "loaded/exclamation" "an exclamation mark at the end of a sentence"
    SCARE_QUOTE "loaded/scare-quote" "quotation marks that keep a distance from a word"
    AGENTLESS_PASSIVE "loaded/agentless-passive" "a passive of harm without the doer: were killed"
    NOMINALISATION "loaded/nominalisation" "a noun of harm without the doer: the bombing of"
    LITERAL "loaded/literal" "suppression: the word is meant literally or names the topic"
    WORD_CLASS "loaded/part-of-speech" "suppression: the word is another part of speech here"
    NAME "loaded/name" "suppression: the word is part of a name or title"
    NEGATION "loaded/negation" "suppression: the judgement is denied"
    REPORTED_ACCUSATION "loaded/reported-accusation" "suppression: the judgement is reported as somebody's accusation"
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
