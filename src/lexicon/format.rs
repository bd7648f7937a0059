//! [`Lexicon`]: reading, checking and writing the file format.

use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::BuildHasherDefault;

use super::entry::{Condition, Entry, Example, PartsOfSpeech, split_list};
use super::lines::Lines;
use crate::digest::Fnv;
use crate::{Error, Result, Span};

/// A phrase lexicon: the entries of one file. The format is described in the [module](crate::lexicon).
///
/// Holds the text of the file and where its cells stand, nothing twice. Compile it with
/// [`LexiconSet::new`](super::LexiconSet::new) to search with it.
///
/// ```
/// use newsframe::lexicon::Lexicon;
///
/// let lexicon = Lexicon::parse("mine", "phrase\tcategory\tpos\nlash out\treporting-verb\tverb\n")?;
/// assert_eq!(lexicon.entries().len(), 1);
/// assert_eq!(lexicon.entry(0).unwrap().phrase(), "lash out");
///
/// let error = Lexicon::parse("mine", "phrase\tcategory\tpos\nlash out\treporting-verb\tvreb\n").unwrap_err();
/// assert!(error.is_lexicon());
/// assert_eq!(
///     error.to_string(),
///     "lexicon mine, line 2: unknown part of speech `vreb`; known are noun, verb, adj, adv, prep, phrase, name, exact"
/// );
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone)]
pub struct Lexicon {
    name: String,
    text: Cow<'static, str>,
    header: Vec<Span>,
    pub(super) columns: Columns,
    rows: Rows,
}

/// What stands below the header.
#[derive(Clone, Default)]
struct Rows {
    /// One a column and entry, row by row.
    cells: Vec<Span>,
    records: Vec<Record>,
    /// Sentence, line, and whether the entry must match.
    examples: Vec<(Span, u32, bool)>,
}

/// Where the columns with a meaning stand.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    pub(super) phrase: usize,
    pub(super) category: usize,
    pub(super) strength: Option<usize>,
    pub(super) pos: Option<usize>,
    pub(super) forms: Option<usize>,
    pub(super) when: Option<usize>,
    pub(super) unless: Option<usize>,
    pub(super) alternatives: Option<usize>,
    pub(super) note: Option<usize>,
}

/// What is known of an entry beside its cells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record {
    pub(super) line: u32,
    pub(super) pos: PartsOfSpeech,
    /// 0 if not given.
    pub(super) strength: u8,
    /// Index of its first example.
    examples: u32,
}

impl Lexicon {
    /// Reads a lexicon. `name` stands in errors and in the provenance of results.
    ///
    /// Takes about 4 ns a byte: 4 ms for the 16,000 entries the crate ships.
    ///
    /// # Errors
    /// With the line and what was expected there: a missing or repeated column, a wrong number of cells, an empty phrase or
    /// category, an unknown part of speech, a strength that is not 1, 2 or 3, a condition without words, an entry that
    /// repeats phrase, category and part of speech of another, an example above the first entry, a text over 4 GiB.
    pub fn parse(name: &str, text: &str) -> Result<Self> {
        Self::read(name, Cow::Owned(text.to_owned()), true)
    }

    /// Reads a lexicon the crate ships, without a copy. That it repeats no entry and its conditions have words is checked by
    /// the tests, which read the same files in the other way.
    pub(super) fn read_shipped(name: &str, text: &'static str) -> Result<Self> {
        Self::read(name, Cow::Borrowed(text), false)
    }

    fn read(name: &str, text: Cow<'static, str>, thoroughly: bool) -> Result<Self> {
        if Span::new(0, text.len()).is_none() {
            return Err(Error::lexicon(name, 0, "over 4 GiB"));
        }
        let (mut lines, mut header) = (Lines::new(&text), Vec::new());
        let first = loop {
            header.clear();
            match lines.next(&mut header) {
                Some((line, span)) if is_content(&text, span) => break line,
                Some(_) => {}
                None => return Err(Error::lexicon(name, 1, "no header; expected a line that names the columns")),
            }
        };
        let columns = Columns::find(&text, &header).map_err(|problem| Error::lexicon(name, first, problem))?;
        let mut reader = Reader::new(&text, &columns, header.len(), thoroughly);
        reader.lines(&mut lines).map_err(|(line, problem)| Error::lexicon(name, line, problem))?;
        let rows = reader.rows;
        Ok(Self { name: name.to_owned(), header, columns, rows, text })
    }

    /// The name given to [`Lexicon::parse`].
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The entries, in order of the file.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = Entry<'_>> {
        (0..self.rows.records.len()).map(|index| Entry { lexicon: self, index })
    }

    /// The entry with this index.
    pub fn entry(&self, index: usize) -> Option<Entry<'_>> {
        (index < self.rows.records.len()).then_some(Entry { lexicon: self, index })
    }

    /// The names of the columns.
    pub fn columns(&self) -> impl ExactSizeIterator<Item = &str> {
        self.header.iter().map(|&span| self.slice(span))
    }

    /// A 64-bit digest of the file's bytes (FNV-1a) in 16 hexadecimal digits: which file a result was made with.
    ///
    /// ```
    /// # use newsframe::lexicon::Lexicon;
    /// let lexicon = Lexicon::parse("mine", "phrase\tcategory\n")?;
    /// assert_eq!(lexicon.digest(), "116e063aa606a5c7");
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn digest(&self) -> String {
        crate::digest::digest(self.text.as_bytes())
    }

    /// The lexicon in the normal form of its file format: comments above the header, the header, the entries in their
    /// order with their examples; no other comments, no empty lines, cells trimmed.
    ///
    /// ```
    /// # use newsframe::lexicon::Lexicon;
    /// let text = "# Mine.\nphrase\tcategory\nfiasco\tloaded-term\n+\tThe launch was a fiasco.\n";
    /// assert_eq!(Lexicon::parse("mine", text)?.to_tsv(), text);
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn to_tsv(&self) -> String {
        let mut out = String::with_capacity(self.text.len());
        let (mut lines, mut cells) = (Lines::new(&self.text), Vec::new());
        let above = std::iter::from_fn(|| lines.next(&mut cells)).map(|(_, span)| self.slice(span).trim_end());
        for comment in above.take_while(|line| line.is_empty() || line.starts_with('#')).filter(|line| !line.is_empty())
        {
            out.push_str(comment);
            out.push('\n');
        }
        self.write_row(&self.header, &mut out);
        for (entry, row) in self.entries().zip(self.rows.cells.chunks(self.header.len())) {
            self.write_row(row, &mut out);
            for example in entry.examples() {
                out.push_str(if example.matches { "+\t" } else { "-\t" });
                out.push_str(example.text);
                out.push('\n');
            }
        }
        out
    }

    fn write_row(&self, row: &[Span], out: &mut String) {
        for (index, &cell) in row.iter().enumerate() {
            if index > 0 {
                out.push('\t');
            }
            out.push_str(self.slice(cell));
        }
        out.push('\n');
    }

    pub(super) fn record(&self, entry: usize) -> &Record {
        &self.rows.records[entry]
    }

    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.columns().position(|column| column == name)
    }

    pub(super) fn cell(&self, entry: usize, column: usize) -> &str {
        self.slice(self.rows.cells[entry * self.header.len() + column])
    }

    pub(super) fn examples_of(&self, entry: usize) -> impl Iterator<Item = Example<'_>> {
        let start = self.rows.records[entry].examples as usize;
        let end = self.rows.records.get(entry + 1).map_or(self.rows.examples.len(), |next| next.examples as usize);
        self.rows.examples[start..end].iter().map(|&(span, line, matches)| Example {
            matches,
            text: self.slice(span),
            line: line as usize,
        })
    }

    fn slice(&self, span: Span) -> &str {
        span.slice(&self.text).unwrap_or_default()
    }
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Lexicon({}, {} entries)", self.name, self.rows.records.len())
    }
}

/// Reads the lines below the header.
struct Reader<'a> {
    text: &'a str,
    columns: &'a Columns,
    width: usize,
    rows: Rows,
    /// The entries so far, if the file is checked for repetitions and its conditions.
    seen: Option<Seen<'a>>,
}

/// Phrase, category and part of speech of entries.
type Seen<'a> = HashSet<(&'a str, &'a str, PartsOfSpeech), BuildHasherDefault<Fnv>>;

impl<'a> Reader<'a> {
    fn new(text: &'a str, columns: &'a Columns, width: usize, thoroughly: bool) -> Self {
        // A row of a lexicon has some sixty bytes.
        let rows = text.len() / 60;
        let seen = thoroughly.then(|| HashSet::with_capacity_and_hasher(rows, BuildHasherDefault::default()));
        let cells = Vec::with_capacity((rows * width).min(text.len()));
        let records = Vec::with_capacity(rows);
        Self { text, columns, width, rows: Rows { cells, records, examples: Vec::new() }, seen }
    }

    /// Reads what is left; on failure the number of the line and what is wrong.
    fn lines(&mut self, lines: &mut Lines<'_>) -> Result<(), (usize, String)> {
        let mut start = 0;
        while let Some((line, span)) = lines.next(&mut self.rows.cells) {
            let is_row = self.line(line, span, start).map_err(|problem| (line, problem))?;
            if is_row {
                start = self.rows.cells.len();
            } else {
                // The cells of a comment or example are none.
                self.rows.cells.truncate(start);
            }
        }
        Ok(())
    }

    /// Reads a line, whose cells have been added from `start` on: whether it is a row.
    fn line(&mut self, line: usize, span: Span, start: usize) -> Result<bool, String> {
        if !is_content(self.text, span) {
            return Ok(false);
        }
        if let Some(matches) = example_mark(&self.text.as_bytes()[span.range()]) {
            self.example(line, Span::of(span.start() + 1, span.end()).trimmed(self.text), matches)?;
            return Ok(false);
        }
        let found = self.rows.cells.len() - start;
        if found != self.width {
            let hint = if found < self.width { " (an empty cell needs its tab too)" } else { "" };
            return Err(format!("{found} cells; the header names {} columns{hint}", self.width));
        }
        unlike_mark(self.rows.cells[start].slice(self.text).unwrap_or_default())?;
        self.entry(line, start)?;
        Ok(true)
    }

    fn example(&mut self, line: usize, span: Span, matches: bool) -> Result<(), String> {
        if self.rows.records.is_empty() {
            return Err("an example above the first entry; it belongs below its entry".to_owned());
        }
        if span.is_empty() {
            return Err("an example without a sentence".to_owned());
        }
        self.rows.examples.push((span, line as u32, matches));
        Ok(())
    }

    fn entry(&mut self, line: usize, start: usize) -> Result<(), String> {
        let row = &self.rows.cells[start..];
        let cell = |column: usize| row[column].slice(self.text).unwrap_or_default();
        let optional = |column: Option<usize>| column.map_or("", cell);
        let (phrase, category) = (cell(self.columns.phrase), cell(self.columns.category));
        if phrase.is_empty() {
            return Err("the phrase is empty".to_owned());
        }
        if category.is_empty() {
            return Err(format!("`{phrase}` has no category"));
        }
        let pos = PartsOfSpeech::parse(optional(self.columns.pos)).map_err(|name| {
            format!("unknown part of speech `{name}`; known are noun, verb, adj, adv, prep, phrase, name, exact")
        })?;
        let strength = match optional(self.columns.strength) {
            "" => 0,
            "1" => 1,
            "2" => 2,
            "3" => 3,
            other => return Err(format!("strength `{other}` of `{phrase}`; expected 1, 2, 3 or nothing")),
        };
        if let Some(seen) = &mut self.seen {
            let mut conditions =
                [self.columns.when, self.columns.unless].map(optional).into_iter().flat_map(split_list);
            if let Some(item) = conditions.find(|item| Condition::parse(item).is_none()) {
                return Err(format!("condition `{item}` of `{phrase}`; expected words, or `<` or `>` and words"));
            }
            if !seen.insert((phrase, category, pos)) {
                return Err(format!("`{phrase}` stands twice in category `{category}` with the same part of speech"));
            }
        }
        let examples = self.rows.examples.len() as u32;
        self.rows.records.push(Record { line: line as u32, pos, strength, examples });
        Ok(())
    }
}

impl Columns {
    fn find(text: &str, header: &[Span]) -> Result<Self, String> {
        let names: Vec<&str> = header.iter().map(|span| span.slice(text).unwrap_or_default()).collect();
        unlike_mark(names.first().unwrap_or(&""))?;
        for (index, name) in names.iter().enumerate() {
            if name.is_empty() {
                return Err(format!("column {} has no name", index + 1));
            }
            if names[..index].contains(name) {
                return Err(format!("column `{name}` is named twice"));
            }
        }
        let find = |name| names.iter().position(|&column| column == name);
        let require = |name| find(name).ok_or_else(|| format!("no column `{name}`; found {}", names.join(", ")));
        Ok(Self {
            phrase: require("phrase")?,
            category: require("category")?,
            strength: find("strength"),
            pos: find("pos"),
            forms: find("forms"),
            when: find("when"),
            unless: find("unless"),
            alternatives: find("alternatives"),
            note: find("note"),
        })
    }
}

fn is_content(text: &str, span: Span) -> bool {
    match &text.as_bytes()[span.range()] {
        [] | [b'#', ..] => false,
        [b'!'..=b'~', ..] => true,
        _ => span.slice(text).is_some_and(|line| !line.trim().is_empty()),
    }
}

fn example_mark(line: &[u8]) -> Option<bool> {
    match line {
        [b'+', b'\t', ..] => Some(true),
        [b'-', b'\t', ..] => Some(false),
        _ => None,
    }
}

/// Refuses a first cell that would be a comment or an example, were it not for the space before it, and one that begins with
/// the mark of a file's beginning: so a line means the same whoever trims it, and wherever it stands.
fn unlike_mark(cell: &str) -> Result<(), String> {
    if cell.starts_with('#') || matches!(cell, "+" | "-") {
        return Err(format!("`{cell}` in the first column, which marks a comment or an example"));
    }
    if let Some(rest) = cell.strip_prefix('\u{feff}') {
        return Err(format!("a byte order mark before `{rest}`; it may only begin the file"));
    }
    Ok(())
}
