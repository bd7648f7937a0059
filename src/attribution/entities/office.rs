//! Offices under one key, whichever way they are written: *Gov.* and *governor*, *foreign secretary* and *foreign minister*.

use super::super::grid::Grid;
use super::super::source;
use crate::WordKey;
use crate::text::{KeyList, keys};

/// Titles, and those they stand for.
const TITLES: [(&str, &str); 18] = [
    ("gov", "governor"),
    ("sen", "senator"),
    ("rep", "representative"),
    ("gen", "general"),
    ("col", "colonel"),
    ("capt", "captain"),
    ("lt", "lieutenant"),
    ("sgt", "sergeant"),
    ("prof", "professor"),
    ("dr", "doctor"),
    ("adm", "admiral"),
    ("cllr", "councillor"),
    ("ceo", "executive"),
    ("chair", "chairman"),
    ("chairperson", "chairman"),
    ("c.e.o", "executive"),
    ("pm", "minister"),
    ("premier", "minister"),
];
static SHORT: KeyList<18> = KeyList::of(column(false));
const FULL: [WordKey; 18] = keys(column(true));

const fn column(full: bool) -> [&'static str; 18] {
    let (mut words, mut at) = ([""; 18], 0);
    while at < words.len() {
        words[at] = if full { TITLES[at].1 } else { TITLES[at].0 };
        at += 1;
    }
    words
}

/// Fields whose secretary of a cabinet is elsewhere called a minister.
static PORTFOLIOS: KeyList<13> = KeyList::of([
    "foreign",
    "home",
    "interior",
    "defence",
    "defense",
    "health",
    "justice",
    "education",
    "transport",
    "finance",
    "trade",
    "culture",
    "agriculture",
]);

/// The key of an office, abbreviations written out.
pub(super) fn office(grid: &Grid<'_>, at: usize) -> WordKey {
    const ELECT: WordKey = WordKey::ascii("elect");
    const ELECTED: WordKey = WordKey::ascii("president-elect");
    const SECRETARY: WordKey = WordKey::ascii("secretary");
    const MINISTER: WordKey = WordKey::ascii("minister");
    let key = |at: usize| grid.tokens.get(at).map_or(WordKey::default(), |token| token.key());
    // Somebody elected to an office does not hold it yet.
    if key(at + 2) == ELECT && matches!(grid.word(at + 1), "-" | "‑") {
        return ELECTED;
    }
    let word = grid.word(at);
    let (office, whole) = match source::last_part(word) {
        Some(part) => (WordKey::of(part), word.starts_with(part)),
        None => (key(at), true),
    };
    if whole && office == SECRETARY && at > 0 && grid.is_among(at - 1, &PORTFOLIOS) {
        return MINISTER;
    }
    SHORT.position(office).filter(|_| whole).map_or(office, |title| FULL[title])
}
