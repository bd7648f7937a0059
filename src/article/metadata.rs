//! [`Metadata`]: what is known about an article besides its text.

use serde::{Deserialize, Serialize};

/// What is known about an article besides its text. All of it optional, none of it analyzed.
///
/// ```
/// use newsframe::article::Metadata;
///
/// let mut metadata = Metadata::default();
/// metadata.date = Some("2024-05-13T09:00:00Z".into());
/// assert_eq!(metadata.published().unwrap().to_string(), "2024-05-13");
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Metadata {
    /// Name of the outlet: `The Harbour Gazette`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// Where it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// When it was published, as given; see [`published`](Metadata::published).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Language tag (BCP 47), such as `en-GB`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Section, in the order given: `["World", "News"]`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub section: Vec<String>,
    /// Names of the authors, where a reader was told them apart from the byline.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
}

impl Metadata {
    /// The day of publication, if [`date`](Metadata::date) starts with an ISO date (`YYYY-MM-DD`).
    ///
    /// ```
    /// # use newsframe::article::Metadata;
    /// let mut metadata = Metadata::default();
    /// metadata.date = Some("last Tuesday".into());
    /// assert_eq!(metadata.published(), None);
    /// ```
    pub fn published(&self) -> Option<PublicationDate> {
        PublicationDate::parse(self.date.as_deref()?)
    }
}

/// A calendar day.
///
/// ```
/// use newsframe::article::PublicationDate;
///
/// let date = PublicationDate::parse("2024-05-13").unwrap();
/// assert_eq!((date.year(), date.month(), date.day()), (2024, 5, 13));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PublicationDate {
    year: u16,
    month: u8,
    day: u8,
}

impl PublicationDate {
    /// Reads `YYYY-MM-DD`, alone or followed by a time; `None` for anything else.
    ///
    /// ```
    /// # use newsframe::article::PublicationDate;
    /// assert!(PublicationDate::parse("2024-05-13 12:00").is_some());
    /// assert!(PublicationDate::parse("2024-13-05").is_none());
    /// assert!(PublicationDate::parse("2024-05-131").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let number = |from: usize, to: usize| {
            let digits = text.get(from..to)?;
            digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse::<u16>().ok())?
        };
        let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
        let dashes = text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-';
        let ends = text.as_bytes().get(10).is_none_or(|b| !b.is_ascii_digit());
        (dashes && ends && (1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Self {
            year,
            month: month as u8,
            day: day as u8,
        })
    }

    /// The year.
    ///
    /// ```
    /// # use newsframe::article::PublicationDate;
    /// assert_eq!(PublicationDate::parse("2024-05-13").unwrap().year(), 2024);
    /// ```
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1.
    ///
    /// ```
    /// # use newsframe::article::PublicationDate;
    /// assert_eq!(PublicationDate::parse("2024-05-13").unwrap().month(), 5);
    /// ```
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    ///
    /// ```
    /// # use newsframe::article::PublicationDate;
    /// assert_eq!(PublicationDate::parse("2024-05-13").unwrap().day(), 13);
    /// ```
    pub fn day(self) -> u8 {
        self.day
    }
}

impl std::fmt::Display for PublicationDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
