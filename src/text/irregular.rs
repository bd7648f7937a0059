//! Irregular inflection: the verbs, nouns and adjectives of `irregular.tsv`.

use std::sync::LazyLock;

use super::{KeyTable, word_key};
use crate::WordKey;

/// A column group of `irregular.tsv`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Class {
    /// Past, past participle, irregular present.
    Verb,
    /// Present participle that the spelling rules would get wrong.
    Ing,
    /// Verb that doubles its last consonant.
    Double,
    /// Verb that may double it.
    Either,
    /// Plural.
    Noun,
    /// Comparative, superlative.
    Adj,
    /// Comparative, superlative.
    Adv,
}

impl Class {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "verb" => Self::Verb,
            "ing" => Self::Ing,
            "double" => Self::Double,
            "either" => Self::Either,
            "noun" => Self::Noun,
            "adj" => Self::Adj,
            "adv" => Self::Adv,
            _ => return None,
        })
    }
}

/// One line of `irregular.tsv`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Irregular {
    class: Class,
    base: &'static str,
    columns: [&'static str; 3],
}

impl Irregular {
    /// The base form.
    #[cfg(test)]
    pub(crate) fn base(&self) -> &'static str {
        self.base
    }

    /// The forms of one column, the commonest first: of a verb 0 past, 1 past participle, 2 present; of a noun 0 plural.
    pub(crate) fn forms(&self, column: usize) -> impl Iterator<Item = &'static str> + use<> {
        self.columns.get(column).copied().unwrap_or("").split('/').filter(|form| !form.is_empty())
    }
}

/// The whole list, with the ways to look into it.
pub(crate) struct IrregularList {
    by_base: Vec<Irregular>,
    /// Index into `by_base` plus 1, by class and base: a lexicon asks for tens of thousands of bases.
    by_key: KeyTable<u16>,
    /// Class, column, form, and index into `by_base`; sorted.
    by_form: Vec<(Class, u8, &'static str, u16)>,
}

/// The list, parsed at first use.
pub(crate) fn irregular() -> &'static IrregularList {
    static LIST: LazyLock<IrregularList> = LazyLock::new(|| IrregularList::parse(include_str!("irregular.tsv")));
    &LIST
}

impl IrregularList {
    fn parse(text: &'static str) -> Self {
        let mut by_base: Vec<_> = text.lines().filter(|line| !line.starts_with('#')).filter_map(parse_line).collect();
        by_base.sort_by_key(|entry| (entry.class, entry.base));
        let mut by_form = Vec::new();
        for (index, entry) in by_base.iter().enumerate() {
            for column in 0..entry.columns.len() {
                by_form.extend(entry.forms(column).map(|form| (entry.class, column as u8, form, index as u16)));
            }
        }
        by_form.sort_unstable();
        let keyed = |(index, entry): (usize, &Irregular)| (key(entry.class, word_key(entry.base)), index as u16 + 1);
        let by_key = by_base.iter().enumerate().rev().map(keyed).collect();
        Self { by_base, by_key, by_form }
    }

    /// The entry of a base form.
    pub(crate) fn get(&self, class: Class, base: &str) -> Option<&Irregular> {
        self.get_keyed(class, base, word_key(base))
    }

    /// The same, for callers that have the key of the base.
    pub(crate) fn get_keyed(&self, class: Class, base: &str, base_key: WordKey) -> Option<&Irregular> {
        let index = self.by_key.get(key(class, base_key)).checked_sub(1)?;
        self.by_base.get(usize::from(index)).filter(|entry| entry.class == class && entry.base == base)
    }

    /// The base that has `form` in a column.
    pub(crate) fn base_of(&self, class: Class, column: u8, form: &str) -> Option<&'static str> {
        let at = self.by_form.partition_point(|&(c, n, f, _)| (c, n, f) < (class, column, form));
        let &(c, n, f, index) = self.by_form.get(at)?;
        if (c, n, f) != (class, column, form) {
            return None;
        }
        self.by_base.get(usize::from(index)).map(|entry| entry.base)
    }
}

/// The key of a base among those of its class.
fn key(class: Class, base: WordKey) -> WordKey {
    WordKey(base.as_u64().rotate_left(class as u32))
}

fn parse_line(line: &'static str) -> Option<Irregular> {
    let mut cells = line.split('\t');
    let class = Class::parse(cells.next()?)?;
    let base = cells.next()?;
    let mut columns = [""; 3];
    for (column, cell) in columns.iter_mut().zip(cells) {
        *column = cell;
    }
    Some(Irregular { class, base, columns })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_forms_and_bases() {
        let list = irregular();
        let begin = list.get(Class::Verb, "begin").expect("a common verb");
        assert_eq!(begin.forms(0).collect::<Vec<_>>(), ["began"]);
        assert_eq!(begin.forms(1).collect::<Vec<_>>(), ["begun"]);
        assert_eq!(list.base_of(Class::Verb, 2, "does"), Some("do"));
        assert_eq!(list.base_of(Class::Noun, 0, "criteria"), Some("criterion"));
        assert_eq!(list.base_of(Class::Verb, 0, "walked"), None);
        assert!(list.get(Class::Double, "commit").is_some() && list.get(Class::Double, "visit").is_none());
    }

    #[test]
    fn the_file_is_well_formed() {
        let rows = include_str!("irregular.tsv").lines().filter(|line| !line.starts_with('#')).skip(1);
        let mut count = 0;
        for line in rows {
            let entry = parse_line(line).unwrap_or_else(|| panic!("no entry: {line:?}"));
            let needed = match entry.class {
                Class::Verb | Class::Adj | Class::Adv => 2,
                Class::Ing | Class::Noun => 1,
                Class::Double | Class::Either => 0,
            };
            assert!((0..needed).all(|column| entry.forms(column).next().is_some()), "a form is missing: {line:?}");
            assert_eq!(line, line.to_lowercase(), "not in small letters");
            count += 1;
        }
        let list = irregular();
        assert_eq!(list.by_base.len(), count);
        let twice =
            list.by_base.windows(2).find(|pair| (pair[0].class, pair[0].base()) == (pair[1].class, pair[1].base()));
        assert!(twice.is_none(), "listed twice: {twice:?}");
    }
}
