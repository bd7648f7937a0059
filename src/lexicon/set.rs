//! [`LexiconSet`]: several lexicons compiled into one trie, and the search with it.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::check::{Check, Phrase};
use super::entry::{PartOfSpeech, PartsOfSpeech};
use super::inflect::inflect_keyed;
use super::trie::{Edge, Trie};
use super::{Entry, Lexicon};
use crate::document::TokenRange;
use crate::{Document, Token, WordKey};

/// Several lexicons compiled into one trie: one pass over the tokens of a document finds the phrases of all.
///
/// Within one lexicon the longest of overlapping phrases counts, and of those that cross the first; different lexicons do
/// not hide each other's phrases. A phrase never crosses the end of a sentence.
///
/// # Resource usage
/// Compiling takes about 0.5 µs an entry (7 ms for the 16,000 the crate ships, with 35,000 forms). Searching is linear in the
/// text and hardly depends on the number of entries: a third as fast as cutting the text into tokens, for the lexicons the crate ships.
///
/// ```
/// use newsframe::lexicon::{Lexicon, LexiconSet, Rejection};
/// use newsframe::{Article, Document};
///
/// let animals = Lexicon::parse("animals", "phrase\tcategory\tpos\tunless\nhorde\tmetaphor\tnoun\tmongol\n")?;
/// let labels = Lexicon::parse("labels", "phrase\tcategory\tpos\nhorde of zealots\tlabel\tnoun\n")?;
/// let set = LexiconSet::new([animals, labels]);
///
/// let document = Document::new(Article::from_text("Hordes of zealots read about the Mongol horde.")?)?;
/// let words = |tokens| document.slice(document.span_of(tokens));
/// let found: Vec<_> = set.matches(&document).into_iter().map(|found| words(found.tokens())).collect();
/// assert_eq!(found, ["Hordes of zealots", "Hordes"]);
///
/// let rejected = set.candidates(&document)[2];
/// assert_eq!((words(rejected.found.tokens()), rejected.rejection), ("horde", Some(Rejection::Unless(0))));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct LexiconSet {
    lexicons: Vec<Lexicon>,
    /// The number of the first entry of each lexicon; entries are numbered through.
    starts: Vec<u32>,
    trie: Trie,
    /// By entry, made at its first candidate: most entries of a large lexicon never meet one.
    checks: Vec<OnceLock<Box<Check>>>,
}

/// A phrase of a lexicon found in a document.
///
/// ```
/// use newsframe::lexicon::{Lexicon, LexiconSet};
/// use newsframe::{Article, Document};
///
/// let set = LexiconSet::new([Lexicon::parse("house", "phrase\tcategory\tpos\nbankroll\tcontested\tverb\n")?]);
/// let document = Document::new(Article::from_text("The state bankrolled the bank.")?)?;
/// let found = set.matches(&document)[0];
/// assert_eq!(document.slice(document.span_of(found.tokens())), "bankrolled");
/// assert_eq!(set.lexicons()[found.lexicon()].name(), "house");
/// assert_eq!((set.position("house"), found.entry()), (Some(0), 0));
/// assert_eq!(set.entry(found).phrase(), "bankroll");
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LexiconMatch {
    start: u32,
    length: u16,
    lexicon: u16,
    entry: u32,
}

impl LexiconMatch {
    /// The tokens of the phrase.
    pub fn tokens(self) -> TokenRange {
        let start = self.start as usize;
        TokenRange::new(start, start + usize::from(self.length))
    }

    /// Index of the lexicon in its [`LexiconSet`].
    pub fn lexicon(self) -> usize {
        self.lexicon as usize
    }

    /// Index of the entry in its lexicon.
    pub fn entry(self) -> usize {
        self.entry as usize
    }
}

/// A phrase whose words stand in the document, and why it does not count, if it does not.
///
/// ```
/// use newsframe::lexicon::{Lexicon, LexiconSet, Rejection};
/// use newsframe::{Article, Document};
///
/// let lexicon = Lexicon::parse("house", "phrase\tcategory\tpos\tunless\ngut\tharm\tverb\tfish\n")?;
/// let set = LexiconSet::new([lexicon]);
/// let document = Document::new(Article::from_text("He gutted the fish.")?)?;
/// let candidate = set.candidates(&document)[0];
/// assert_eq!(candidate.rejection, Some(Rejection::Unless(0)));
/// assert_eq!(set.entry(candidate.found).phrase(), "gut");
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// The phrase.
    pub found: LexiconMatch,
    /// Why it is no match; `None` if it is one.
    pub rejection: Option<Rejection>,
}

/// Why a [`Candidate`] is no match.
///
/// ```
/// use newsframe::lexicon::{Lexicon, LexiconSet, Rejection};
/// use newsframe::{Article, Document};
///
/// let set = LexiconSet::new([Lexicon::parse("house", "phrase\tcategory\tpos\tforms\nSolidarity\tmovement\texact\t\n")?]);
/// let document = Document::new(Article::from_text("They showed solidarity.")?)?;
/// assert_eq!(set.candidates(&document)[0].rejection, Some(Rejection::Capitals));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Rejection {
    /// A word is written small where the entry has a capital.
    Capitals,
    /// It is tagged as another part of speech.
    PartOfSpeech,
    /// The condition with this index among the entry's [`unless`](Entry::unless) holds.
    Unless(u16),
    /// The entry has [`when`](Entry::when) conditions, and none holds.
    When,
    /// A longer match of the same lexicon, or one that starts before it, overlaps it.
    Covered,
}

impl LexiconSet {
    /// Compiles lexicons. Their order is the one [`LexiconMatch::lexicon`] counts in.
    pub fn new(lexicons: impl IntoIterator<Item = Lexicon>) -> Self {
        let lexicons: Vec<Lexicon> = lexicons.into_iter().collect();
        let entries: usize = lexicons.iter().map(|lexicon| lexicon.entries().len()).sum();
        let mut forms = Forms::new(Trie::with_capacity(entries * 4));
        let mut starts = Vec::with_capacity(lexicons.len());
        let mut id = 0;
        for lexicon in &lexicons {
            starts.push(id);
            for entry in lexicon.entries() {
                forms.insert(entry, id);
                id += 1;
            }
        }
        let checks = (0..id).map(|_| OnceLock::new()).collect();
        Self { lexicons, starts, trie: forms.trie.finish(), checks }
    }

    /// The lexicons, in order.
    pub fn lexicons(&self) -> &[Lexicon] {
        &self.lexicons
    }

    /// The index of the lexicon with this name.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.lexicons.iter().position(|lexicon| lexicon.name() == name)
    }

    /// The entry of a match.
    ///
    /// # Panics
    /// If another set made the match and this one has no such entry.
    pub fn entry(&self, found: LexiconMatch) -> Entry<'_> {
        Entry { lexicon: &self.lexicons[found.lexicon()], index: found.entry() }
    }

    /// The phrases of the document that count, by their start; of two with one start the longer first, then in order of
    /// lexicons and entries.
    pub fn matches(&self, document: &Document) -> Vec<LexiconMatch> {
        let mut found = Vec::new();
        self.search(document, |candidate| {
            if candidate.rejection.is_none() {
                found.push(candidate.found);
            }
        });
        found
    }

    /// All phrases whose words stand in the document, those that do not count with the reason; ordered as
    /// [`matches`](LexiconSet::matches).
    pub fn candidates(&self, document: &Document) -> Vec<Candidate> {
        let mut found = Vec::new();
        self.search(document, |candidate| found.push(candidate));
        found.shrink_to_fit();
        found
    }

    /// The entries, of any lexicon, that a word is a form of.
    pub(crate) fn entries_of_word(&self, word: WordKey) -> impl Iterator<Item = Entry<'_>> {
        let ids = self.trie.first(word).into_iter().flat_map(|edge| self.trie.ids_at(edge));
        ids.map(|id| {
            let (lexicon, entry) = self.locate(id);
            Entry { lexicon: &self.lexicons[lexicon], index: entry as usize }
        })
    }

    /// The entries, of any lexicon, that `words` are a form of.
    #[cfg(test)]
    pub(super) fn entries_of(&self, words: &str) -> impl Iterator<Item = Entry<'_>> {
        let (keys, mut ids) = (Phrase::new(words).keys(), Vec::new());
        if let Some(edge) = keys.first().and_then(|&first| self.trie.first(first)) {
            self.trie
                .walk(edge, keys[1..].iter().copied(), |length, id| ids.extend((length == keys.len()).then_some(id)));
        }
        ids.into_iter().map(|id| {
            let (lexicon, entry) = self.locate(id);
            Entry { lexicon: &self.lexicons[lexicon], index: entry as usize }
        })
    }

    /// The lexicon of an entry, and its number there.
    fn locate(&self, id: u32) -> (usize, u32) {
        let lexicon = self.starts.partition_point(|&first| first <= id) - 1;
        (lexicon, id - self.starts[lexicon])
    }

    fn search(&self, document: &Document, mut each: impl FnMut(Candidate)) {
        let mut accepted = vec![TokenRange::default(); self.lexicons.len()];
        let mut hits = Vec::new();
        for sentence in document.sentences() {
            let sentence = sentence.tokens();
            for start in sentence.range() {
                let Some(first) = self.trie.first(document.tokens()[start].key()) else { continue };
                self.hits(document, sentence, start, first, &mut hits);
                for &(found, id) in &hits {
                    let check = self.checks[id as usize].get_or_init(|| Box::new(Check::of(self.entry(found))));
                    let last = &mut accepted[found.lexicon()];
                    let tokens = found.tokens();
                    let covered = tokens.start() < last.end() && tokens != *last;
                    let rejection = match check.rejection(document, sentence, tokens) {
                        None if covered => Some(Rejection::Covered),
                        None => {
                            *last = tokens;
                            None
                        }
                        rejection => rejection,
                    };
                    each(Candidate { found, rejection });
                }
            }
        }
    }

    /// All phrases that start with token `start`, whose edge is `first`, whatever their conditions, with the numbers of their
    /// entries.
    fn hits(
        &self,
        document: &Document,
        sentence: TokenRange,
        start: usize,
        first: &Edge,
        hits: &mut Vec<(LexiconMatch, u32)>,
    ) {
        hits.clear();
        let rest = document.tokens()[start + 1..sentence.end()].iter().map(|token| token.key());
        self.trie.walk(first, rest, |length, id| {
            let (lexicon, entry) = self.locate(id);
            // Phrases of 65,536 words and more, and more lexicons than that, are not served.
            let (Ok(length), Ok(lexicon)) = (u16::try_from(length), u16::try_from(lexicon)) else { return };
            hits.push((LexiconMatch { start: start as u32, length, lexicon, entry }, id));
        });
        if hits.len() > 1 {
            hits.sort_unstable_by_key(|&(found, id)| (std::cmp::Reverse(found.length), id));
        }
    }
}

/// A trie while the forms of entries are added. The buffers serve all: a lexicon has tens of thousands of forms.
struct Forms {
    trie: Trie,
    tokens: Vec<Token>,
    keys: Vec<WordKey>,
    buffer: String,
}

impl Forms {
    fn new(trie: Trie) -> Self {
        Self { trie, tokens: Vec::new(), keys: Vec::new(), buffer: String::new() }
    }

    /// Adds all forms of an entry. `one's` stands for any possessive pronoun, `oneself` for any reflexive one.
    fn insert(&mut self, entry: Entry<'_>, id: u32) {
        let mut written_out = false;
        for form in entry.forms() {
            self.insert_form(form, PartsOfSpeech::default(), id);
            written_out = true;
        }
        let pos = if written_out { PartsOfSpeech::default() } else { entry.parts_of_speech() };
        let text = entry.phrase();
        let stand_in = |&(stand_in, pronouns)| Some((stand_in, pronouns, find_word(text, stand_in)?));
        let may_have_one = text.starts_with("one") || text.as_bytes().windows(4).any(|bytes| bytes == b" one");
        match PRONOUNS.iter().filter(|_| may_have_one).find_map(stand_in) {
            Some((stand_in, pronouns, at)) => {
                let (before, behind) = (&text[..at], &text[at + stand_in.len()..]);
                pronouns.iter().for_each(|pronoun| self.insert_form(&format!("{before}{pronoun}{behind}"), pos, id));
            }
            None => self.insert_form(text, pos, id),
        }
    }

    /// Adds a phrase and its inflected forms.
    fn insert_form(&mut self, text: &str, pos: PartsOfSpeech, id: u32) {
        let Self { trie, tokens, keys, buffer } = self;
        let phrase = Phrase::reusing(text, std::mem::take(tokens));
        keys.clear();
        keys.extend(phrase.tokens.iter().map(|token| token.key()));
        trie.insert(keys, id);
        for pos in pos.iter() {
            // A comparative is made of one word only: *far-right* has none.
            if pos == PartOfSpeech::Adj && keys.len() > 1 {
                continue;
            }
            let head = phrase.head(pos);
            let Some(&base) = keys.get(head) else { continue };
            inflect_keyed(&small(phrase.word(head)), base, pos, buffer, &mut |form| {
                keys[head] = WordKey::of(form);
                trie.insert(keys, id);
            });
            keys[head] = base;
        }
        *tokens = phrase.tokens;
    }
}

/// A word in small letters.
fn small(word: &str) -> Cow<'_, str> {
    let is_small = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_small { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

const PRONOUNS: &[(&str, &[&str])] = &[
    ("one's", &["one's", "my", "your", "his", "her", "its", "our", "their"]),
    (
        "oneself",
        &["oneself", "myself", "yourself", "himself", "herself", "itself", "ourselves", "yourselves", "themselves"],
    ),
];

/// Where `word` stands as a word of its own in a phrase of several.
fn find_word(phrase: &str, word: &str) -> Option<usize> {
    let mut at = 0;
    phrase.split(' ').find_map(|part| {
        let start = at;
        at += part.len() + 1;
        (part == word).then_some(start)
    })
}
