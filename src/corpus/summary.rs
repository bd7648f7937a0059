//! [`Summary`]: what was counted over many articles.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::{Deserialize, Serialize};

use super::counts::{Counts, merge_maps, merge_speaker};
use crate::export::csv::field;
use crate::{Analysis, Document};

/// Which articles are counted together: those of one outlet, section and month.
///
/// Each is empty where the article does not tell.
///
/// ```
/// use newsframe::corpus::Group;
///
/// let group = Group { outlet: "Gazette".to_owned(), month: "2024-05".to_owned(), ..Group::default() };
/// assert!(group < Group { month: "2024-06".to_owned(), ..group.clone() });
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Group {
    /// The outlet.
    pub outlet: String,
    /// The first of the article's sections.
    pub section: String,
    /// The month of publication: `2024-05`.
    pub month: String,
}

impl Group {
    /// The group of a document.
    ///
    /// ```
    /// use newsframe::corpus::Group;
    /// use newsframe::{Article, Document};
    ///
    /// let article = Article::builder().outlet("Gazette").date("2024-05-13").body("Rain.").build()?;
    /// let group = Group::of(&Document::new(article)?);
    /// assert_eq!((group.outlet.as_str(), group.section.as_str(), group.month.as_str()), ("Gazette", "", "2024-05"));
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn of(document: &Document) -> Self {
        let metadata = document.article().metadata();
        let month = metadata.published().map(|date| format!("{:04}-{:02}", date.year(), date.month()));
        Self {
            outlet: metadata.outlet.clone().unwrap_or_default(),
            section: metadata.section.first().cloned().unwrap_or_default(),
            month: month.unwrap_or_default(),
        }
    }
}

/// The [`Counts`] of each [`Group`] of a corpus. Two summaries [merge](Summary::merge) into the one of both corpora, in any
/// order and nesting, so that parts of a corpus can be counted apart.
///
/// Memory: one name for each speaker of each group; all else is of fixed size a group.
///
/// ```
/// use newsframe::corpus::Summary;
/// use newsframe::{Analysis, Article, Document};
///
/// let of = |outlet: &str| -> Result<Summary, newsframe::Error> {
///     let document = Document::new(Article::builder().outlet(outlet).body("It rained.").build()?)?;
///     let mut summary = Summary::new();
///     summary.add(&document, &Analysis::of(&document));
///     Ok(summary)
/// };
/// let mut both = of("Gazette")?;
/// both.merge(of("Herald")?);
/// assert_eq!(both.by(|group| group.outlet.clone())["Herald"].articles, 1);
/// assert_eq!(both.total().articles, 2);
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Vec<Entry>", into = "Vec<Entry>")]
pub struct Summary {
    groups: BTreeMap<Group, Counts>,
}

/// A group and its counts as JSON has them.
#[derive(Serialize, Deserialize)]
struct Entry {
    #[serde(flatten)]
    group: Group,
    counts: Counts,
}

impl From<Vec<Entry>> for Summary {
    fn from(entries: Vec<Entry>) -> Self {
        let mut summary = Self::new();
        for entry in entries {
            summary.groups.entry(entry.group).or_default().merge(entry.counts);
        }
        summary
    }
}

impl From<Summary> for Vec<Entry> {
    fn from(summary: Summary) -> Self {
        summary.groups.into_iter().map(|(group, counts)| Entry { group, counts }).collect()
    }
}

impl Summary {
    /// Of no articles.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an article.
    pub fn add(&mut self, document: &Document, analysis: &Analysis) {
        self.add_counts(Group::of(document), Counts::of(document, analysis));
    }

    /// Adds counts to a group.
    pub fn add_counts(&mut self, group: Group, counts: Counts) {
        self.groups.entry(group).or_default().merge(counts);
    }

    /// Adds another summary. Associative and commutative.
    pub fn merge(&mut self, other: Self) {
        merge_maps(&mut self.groups, other.groups, Counts::merge);
    }

    /// Counts speakers under other names: joins *Mr. Harlan* and *Viktor Harlan* where you know that they are one, or the
    /// members of a party under its name. What comes under one name is added up.
    ///
    /// The crate does not do so by itself: whether *Harlan* is one person in two articles cannot be told from the name. Within
    /// one article names are joined, so an article counts twice for a speaker only if two of his names were kept apart there.
    ///
    /// ```
    /// use newsframe::corpus::Summary;
    /// use newsframe::{Analysis, Article, Document};
    ///
    /// let mut summary = Summary::new();
    /// for text in ["“It rains,” said Viktor Harlan.", "“It pours,” said Mr. Harlan."] {
    ///     let document = Document::new(Article::from_text(text)?)?;
    ///     summary.add(&document, &Analysis::of(&document));
    /// }
    /// summary.rename_speakers(|name| if name.ends_with("Harlan") { "Viktor Harlan" } else { name }.to_owned());
    /// assert_eq!(summary.total().speakers["Viktor Harlan"].statements, 2);
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn rename_speakers(&mut self, new_name: impl Fn(&str) -> String) {
        for counts in self.groups.values_mut() {
            for (name, heard) in std::mem::take(&mut counts.speakers) {
                merge_speaker(counts.speakers.entry(new_name(&name)).or_default(), heard);
            }
        }
    }

    /// The groups, in order.
    pub fn groups(&self) -> impl ExactSizeIterator<Item = (&Group, &Counts)> {
        self.groups.iter()
    }

    /// The counts of larger groups: by outlet, by section, by year.
    ///
    /// ```
    /// use newsframe::corpus::{Counts, Group, Summary};
    ///
    /// let mut summary = Summary::new();
    /// for month in ["2023-12", "2024-05", "2024-06"] {
    ///     summary.add_counts(Group { month: month.to_owned(), ..Group::default() }, Counts::default());
    /// }
    /// let years = summary.by(|group| group.month.get(..4).unwrap_or_default().to_owned());
    /// assert_eq!((summary.groups().len(), years.len()), (3, 2));
    /// ```
    pub fn by<K: Ord>(&self, key: impl Fn(&Group) -> K) -> BTreeMap<K, Counts> {
        let mut larger: BTreeMap<K, Counts> = BTreeMap::new();
        for (group, counts) in &self.groups {
            larger.entry(key(group)).or_default().merge(counts.clone());
        }
        larger
    }

    /// The counts of all articles.
    pub fn total(&self) -> Counts {
        self.by(|_| ()).remove(&()).unwrap_or_default()
    }

    /// Writes a CSV table, one row a count: `outlet,section,month,measure,of,count`. As harmless in a spreadsheet as
    /// [`export::csv`](crate::export::csv).
    ///
    /// # Errors
    /// Those of the writer.
    ///
    /// ```
    /// let mut table = Vec::new();
    /// newsframe::corpus::Summary::new().write_csv(&mut table)?;
    /// assert_eq!(table, b"outlet,section,month,measure,of,count\r\n");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn write_csv(&self, mut out: impl Write) -> io::Result<()> {
        out.write_all(b"outlet,section,month,measure,of,count\r\n")?;
        let mut lines = Vec::new();
        for (group, counts) in &self.groups {
            lines.clear();
            counts.for_each(|measure, of, count| {
                for text in [&group.outlet, &group.section, &group.month, measure, of] {
                    field(&mut lines, text);
                    lines.push(b',');
                }
                lines.extend_from_slice(count.to_string().as_bytes());
                lines.extend_from_slice(b"\r\n");
            });
            out.write_all(&lines)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Voice;
    use crate::attribution::Stance;
    use crate::corpus::SpeakerCount;
    use crate::loaded::Category;

    fn counts() -> impl Strategy<Value = Counts> {
        let number = || prop_oneof![4 => 0_u64..9, 1 => Just(u64::MAX - 1)];
        let keys = prop::collection::btree_map(prop::sample::select(vec!["a", "b", "c"]), number(), 0..3);
        (number(), number(), keys).prop_map(|(one, two, keys)| {
            let named = |name: &&str| (*name).to_owned();
            let speaker = |(name, &n): (&&str, &u64)| {
                (named(name), SpeakerCount { statements: n, words_quoted: one, ..SpeakerCount::default() })
            };
            Counts {
                articles: one,
                sentences: two,
                words_by_voice: [(Voice::Outlet, one), (Voice::Quoted, two)].into(),
                warnings: keys.iter().map(|(name, &n)| (named(name), n)).collect(),
                speakers: keys.iter().map(speaker).collect(),
                loaded: [(Voice::Reported, [(Category::Label, two)].into())].into(),
                stances: [(Stance::Hostile, one)].into(),
                ..Counts::default()
            }
        })
    }

    fn summary() -> impl Strategy<Value = Summary> {
        let outlet = prop::sample::select(vec!["Gazette", "Herald", ""]);
        prop::collection::vec((outlet, counts()), 0..4).prop_map(|groups| {
            let mut summary = Summary::new();
            for (outlet, counts) in groups {
                summary.add_counts(Group { outlet: outlet.to_owned(), ..Group::default() }, counts);
            }
            summary
        })
    }

    fn merged(one: &Summary, other: &Summary) -> Summary {
        let mut sum = one.clone();
        sum.merge(other.clone());
        sum
    }

    proptest! {
        #[test]
        fn merging_is_associative_and_commutative_and_keeps_nothing_back(a in summary(), b in summary(), c in summary()) {
            prop_assert_eq!(merged(&a, &b), merged(&b, &a));
            prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
            prop_assert_eq!(merged(&a, &Summary::new()), a.clone());
            prop_assert_eq!(merged(&a, &b).total().articles, a.total().articles.saturating_add(b.total().articles));
        }

        #[test]
        fn a_summary_survives_json(a in summary()) {
            let json = serde_json::to_string(&a).unwrap();
            prop_assert_eq!(serde_json::from_str::<Summary>(&json).unwrap(), a);
        }
    }
}
