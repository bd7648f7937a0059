//! The words in `spelling.txt`, by rule.

use std::collections::HashMap;

use once_cell::sync::Lazy;

/// A rule that has exceptions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Rule {
    /// Singulars that end like one of the endings in the table.
    SingularMen,
    /// Plurals in *-ics* whose singular ends in *-ic*; the rest (*economics*) have none.
    PluralIcs,
    /// Nouns and verbs in *-use* that lose only their *-s*; the others in *-uses* are plurals of *-us*.
    Use,
    /// Words in *-i* and *-u* that take a plain *-s*: without them *-is* and *-us* are part of the word.
    VowelEnd,
    /// Words in *-xe, -che, -she* that end in *-e* themselves.
    KeepsE,
    /// Verbs that end in two of b, d, g, n, r, t.
    KeepsDouble,
    /// Stems without *-e* that the rules would give one.
    NoE,
    /// Stems that have lost an *-e* where the rules would not give it back.
    WithE,
}

/// The names of the rules in the file.
const NAMES: [(&str, Rule); 8] = [
    ("singular-men", Rule::SingularMen),
    ("plural-ics", Rule::PluralIcs),
    ("use", Rule::Use),
    ("i-or-u", Rule::VowelEnd),
    ("keeps-e", Rule::KeepsE),
    ("keeps-double", Rule::KeepsDouble),
    ("no-e", Rule::NoE),
    ("with-e", Rule::WithE),
];

/// The rules each word is listed under, as bits. Only looked up, never gone through.
static LISTED: Lazy<HashMap<&str, u8>> = Lazy::new(|| {
    let mut listed = HashMap::new();
    let mut bit = 0;
    for line in include_str!("spelling.txt").lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(name) => bit = NAMES.iter().find(|(known, _)| *known == name).map_or(0, |(_, rule)| 1 << *rule as u8),
            None => line.split_whitespace().for_each(|word| *listed.entry(word).or_default() |= bit),
        }
    }
    listed
});

/// Whether a word is listed under a rule.
pub(super) fn has(rule: Rule, word: &str) -> bool {
    LISTED.get(word).is_some_and(|rules| rules >> rule as u8 & 1 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_is_named_once_in_the_file() {
        let names: Vec<_> = include_str!("spelling.txt").lines().filter(|line| line.starts_with('[')).collect();
        assert_eq!(names, NAMES.map(|(name, _)| format!("[{name}]")));
        assert!(has(Rule::Use, "excuse") && !has(Rule::NoE, "excuse") && !has(Rule::Use, ""));
    }
}
