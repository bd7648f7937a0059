//! [`Entry`]: one phrase of a lexicon and what is said about it.

use super::Lexicon;

/// One entry of a [`Lexicon`]: a view of its line. `Copy`.
///
/// ```
/// use newsframe::lexicon::Lexicon;
///
/// let lexicon = Lexicon::parse("mine", "phrase\tcategory\tstrength\tdomain\nfiasco\tloaded-term\t2\tpolitics, sport\n")?;
/// let entry = lexicon.entry(0).unwrap();
/// assert_eq!((entry.phrase(), entry.category(), entry.strength()), ("fiasco", "loaded-term", Some(2)));
/// assert_eq!(entry.get("domain"), Some("politics, sport"));
/// assert_eq!(entry.list("domain").count(), 2);
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) index: usize,
}

impl<'a> Entry<'a> {
    /// The lexicon it belongs to.
    pub fn lexicon(self) -> &'a Lexicon {
        self.lexicon
    }

    /// The phrase, as written in the file.
    pub fn phrase(self) -> &'a str {
        self.lexicon.cell(self.index, self.lexicon.columns.phrase)
    }

    /// What the entry stands for.
    pub fn category(self) -> &'a str {
        self.lexicon.cell(self.index, self.lexicon.columns.category)
    }

    /// 1 mild, 2 clear, 3 flagrant; `None` if not given.
    pub fn strength(self) -> Option<u8> {
        Some(self.lexicon.record(self.index).strength).filter(|&strength| strength > 0)
    }

    /// The parts of speech; empty if not given.
    pub fn parts_of_speech(self) -> PartsOfSpeech {
        self.lexicon.record(self.index).pos
    }

    /// The conditions of which one must hold, if there are any.
    pub fn when(self) -> impl Iterator<Item = Condition<'a>> {
        self.column(self.lexicon.columns.when).filter_map(Condition::parse)
    }

    /// The conditions of which none may hold.
    pub fn unless(self) -> impl Iterator<Item = Condition<'a>> {
        self.column(self.lexicon.columns.unless).filter_map(Condition::parse)
    }

    /// The inflected forms written out in the file, if any. They replace those made from the parts of speech.
    pub fn forms(self) -> impl Iterator<Item = &'a str> {
        self.column(self.lexicon.columns.forms)
    }

    /// Plainer wordings.
    pub fn alternatives(self) -> impl Iterator<Item = &'a str> {
        self.column(self.lexicon.columns.alternatives)
    }

    /// Why the entry is there; empty if not given.
    pub fn note(self) -> &'a str {
        self.lexicon.columns.note.map_or("", |column| self.lexicon.cell(self.index, column))
    }

    /// The cell of a column; `None` if there is no such column or the cell is empty.
    pub fn get(self, column: &str) -> Option<&'a str> {
        let column = self.lexicon.column(column)?;
        Some(self.lexicon.cell(self.index, column)).filter(|cell| !cell.is_empty())
    }

    /// The cell of a column as a list.
    pub fn list(self, column: &str) -> impl Iterator<Item = &'a str> {
        split_list(self.get(column).unwrap_or_default())
    }

    /// The examples below the entry, in order.
    pub fn examples(self) -> impl Iterator<Item = Example<'a>> {
        self.lexicon.examples_of(self.index)
    }

    /// The number of its line in the file, from 1.
    pub fn line(self) -> usize {
        self.lexicon.record(self.index).line as usize
    }

    fn column(self, column: Option<usize>) -> impl Iterator<Item = &'a str> {
        split_list(column.map_or("", |column| self.lexicon.cell(self.index, column)))
    }
}

impl std::fmt::Debug for Entry<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{} {} ({})", self.lexicon.name(), self.line(), self.phrase(), self.category())
    }
}

/// The items of a list in a cell.
pub(super) fn split_list(cell: &str) -> impl Iterator<Item = &str> {
    // Most cells are empty, and a search for commas is not to be started for them.
    let items = (!cell.is_empty()).then(|| cell.split(',').map(str::trim).filter(|item| !item.is_empty()));
    items.into_iter().flatten()
}

/// A sentence in which an [`Entry`] must match, or must not.
///
/// ```
/// use newsframe::lexicon::Lexicon;
///
/// let lexicon = Lexicon::parse(
///     "house",
///     "phrase\tcategory\tstrength\tpos\tunless\talternatives\tnote\n\
///      bankroll\tcontested\t2\tverb\t>of notes\tfund, pay for\timplies an idle rich giver\n\
///      +\tThe state bankrolled the bank.\n",
/// )?;
/// let entry = lexicon.entries().next().unwrap();
/// assert_eq!((entry.phrase(), entry.category(), entry.strength(), entry.line()), ("bankroll", "contested", Some(2), 2));
/// assert!(!entry.parts_of_speech().is_empty());
/// assert_eq!(entry.alternatives().collect::<Vec<_>>(), ["fund", "pay for"]);
/// assert_eq!((entry.when().count(), entry.unless().count(), entry.forms().count()), (0, 1, 0));
/// assert_eq!(entry.note(), "implies an idle rich giver");
/// assert_eq!((entry.get("pos"), entry.list("alternatives").count()), (Some("verb"), 2));
/// assert_eq!(entry.lexicon().name(), "house");
/// let example = entry.examples().next().unwrap();
/// assert!(example.matches && example.line == 3);
/// assert_eq!(example.text, "The state bankrolled the bank.");
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Example<'a> {
    /// Whether the entry must match.
    pub matches: bool,
    /// The sentence.
    pub text: &'a str,
    /// The number of the line in the file, from 1.
    pub line: usize,
}

/// A word or words around a phrase, as written in the columns `when` and `unless`.
///
/// `fish`: within four words on either side of the phrase, in the same sentence. `<the`: directly before. `>of state`:
/// directly after. Words are compared folded; inflected forms are not made. Several words without a mark may also
/// overlap the phrase: `cold war` holds for *war* in *a cold war*.
///
/// ```
/// use newsframe::lexicon::{Condition, Place};
///
/// let condition = Condition::parse(">of state").unwrap();
/// assert_eq!((condition.place, condition.words), (Place::After, "of state"));
/// assert_eq!(Condition::parse("> "), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Condition<'a> {
    /// Where the words must stand.
    pub place: Place,
    /// The words.
    pub words: &'a str,
}

/// Where the words of a [`Condition`] must stand.
///
/// ```
/// use newsframe::lexicon::{Condition, Place};
///
/// let place = |text| Condition::parse(text).unwrap().place;
/// assert_eq!([place("<the"), place(">of state"), place("fish")], [Place::Before, Place::After, Place::Near]);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// Within four words on either side, in the same sentence.
    Near,
    /// Directly before the phrase.
    Before,
    /// Directly behind the phrase.
    After,
}

impl<'a> Condition<'a> {
    /// Reads a condition; `None` if it has no words or a second mark.
    pub fn parse(text: &'a str) -> Option<Self> {
        let (place, words) = match text.as_bytes().first()? {
            b'<' => (Place::Before, &text[1..]),
            b'>' => (Place::After, &text[1..]),
            _ => (Place::Near, text),
        };
        let words = words.trim();
        (!words.is_empty() && !words.contains(['<', '>'])).then_some(Self { place, words })
    }
}

impl std::fmt::Display for Condition<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mark = match self.place {
            Place::Near => "",
            Place::Before => "<",
            Place::After => ">",
        };
        write!(f, "{mark}{}", self.words)
    }
}

/// A part of speech of a phrase: which inflected forms are made of it, and as what it must be tagged to match.
///
/// The tag is that of the head: the first word of a verb, the last of the others (for a noun, the word before a
/// preposition: *enemy* of the people). Of an adjective or adverb of several words no tag is asked.
///
/// ```
/// use newsframe::lexicon::PartOfSpeech;
///
/// assert_eq!(PartOfSpeech::ALL.map(PartOfSpeech::name)[..3], ["noun", "verb", "adj"]);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum PartOfSpeech {
    /// `noun`: its plural too; tagged as noun. A word tagged as a name counts in a headline, or if the entry has a capital.
    Noun,
    /// `verb`: all its forms; tagged as verb or auxiliary.
    Verb,
    /// `adj`: *-er* and *-est* where short; tagged as adjective, as participle, or as a noun before a noun.
    Adj,
    /// `adv`: as written; tagged as adverb.
    Adv,
    /// `prep`: as written, whatever the tag.
    Prep,
    /// `phrase`: as written, whatever the tag.
    Phrase,
    /// `name`: as written; tagged as name or capitalised.
    Name,
    /// `exact`: as written, whatever the tag.
    Exact,
}

impl PartOfSpeech {
    /// All of them, in the order of the file format.
    pub const ALL: [Self; 8] =
        [Self::Noun, Self::Verb, Self::Adj, Self::Adv, Self::Prep, Self::Phrase, Self::Name, Self::Exact];

    /// The name used in files.
    ///
    /// ```
    /// # use newsframe::lexicon::PartOfSpeech;
    /// assert_eq!(PartOfSpeech::Adj.name(), "adj");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::Noun => "noun",
            Self::Verb => "verb",
            Self::Adj => "adj",
            Self::Adv => "adv",
            Self::Prep => "prep",
            Self::Phrase => "phrase",
            Self::Name => "name",
            Self::Exact => "exact",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "noun" => Self::Noun,
            "verb" => Self::Verb,
            "adj" => Self::Adj,
            "adv" => Self::Adv,
            "prep" => Self::Prep,
            "phrase" => Self::Phrase,
            "name" => Self::Name,
            "exact" => Self::Exact,
            _ => return None,
        })
    }
}

/// A set of [`PartOfSpeech`].
///
/// ```
/// use newsframe::lexicon::{PartOfSpeech, PartsOfSpeech};
///
/// let parts = PartsOfSpeech::parse("verb, noun").unwrap();
/// assert_eq!(parts.iter().collect::<Vec<_>>(), [PartOfSpeech::Noun, PartOfSpeech::Verb]);
/// assert!(parts.contains(PartOfSpeech::Noun) && PartsOfSpeech::default().is_empty());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct PartsOfSpeech(u8);

impl PartsOfSpeech {
    /// Reads a list of names; on failure the name that is unknown.
    ///
    /// ```
    /// use newsframe::lexicon::{PartOfSpeech, PartsOfSpeech};
    ///
    /// let parts = PartsOfSpeech::parse("noun, verb").unwrap();
    /// assert!(parts.contains(PartOfSpeech::Verb) && !parts.contains(PartOfSpeech::Adj));
    /// assert_eq!(PartsOfSpeech::parse("noun, nuon"), Err("nuon"));
    /// ```
    ///
    /// # Errors
    /// The first name that is none.
    pub fn parse(list: &str) -> Result<Self, &str> {
        // Nearly all lists have one item.
        if let Some(part) = PartOfSpeech::from_name(list) {
            return Ok(Self(1 << part as u8));
        }
        split_list(list).try_fold(Self::default(), |set, name| {
            let part = PartOfSpeech::from_name(name).ok_or(name)?;
            Ok(Self(set.0 | 1 << part as u8))
        })
    }

    /// Whether `part` is in the set.
    pub fn contains(self, part: PartOfSpeech) -> bool {
        self.0 & 1 << part as u8 != 0
    }

    /// Whether the set is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Its members, in the order of [`PartOfSpeech::ALL`].
    pub fn iter(self) -> impl Iterator<Item = PartOfSpeech> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let part = PartOfSpeech::ALL.get(rest.trailing_zeros() as usize).copied();
            rest &= rest.wrapping_sub(1);
            part
        })
    }
}

impl std::fmt::Debug for PartsOfSpeech {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
