//! Offices under one key, whichever way they are written: *Gov.* and *governor*, *foreign secretary* and *foreign minister*.

use super::super::grid::Grid;
use super::super::source;
use crate::WordKey;

/// Titles that another stands for.
const ABBREVIATED: &[(WordKey, WordKey)] = &[
    abbreviated("gov", "governor"),
    abbreviated("sen", "senator"),
    abbreviated("rep", "representative"),
    abbreviated("gen", "general"),
    abbreviated("col", "colonel"),
    abbreviated("capt", "captain"),
    abbreviated("lt", "lieutenant"),
    abbreviated("sgt", "sergeant"),
    abbreviated("prof", "professor"),
    abbreviated("dr", "doctor"),
    abbreviated("adm", "admiral"),
    abbreviated("cllr", "councillor"),
    abbreviated("ceo", "executive"),
    abbreviated("chair", "chairman"),
    abbreviated("chairperson", "chairman"),
    abbreviated("c.e.o", "executive"),
    abbreviated("pm", "minister"),
    abbreviated("premier", "minister"),
];

/// Fields whose secretary of a cabinet is elsewhere called a minister.
const PORTFOLIOS: &[&str] = &[
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
];

const fn abbreviated(short: &str, full: &str) -> (WordKey, WordKey) {
    (WordKey::ascii(short), WordKey::ascii(full))
}

/// The key of an office, abbreviations written out.
pub(super) fn office(grid: &Grid<'_>, at: usize) -> WordKey {
    const ELECT: WordKey = WordKey::ascii("elect");
    const SECRETARY: WordKey = WordKey::ascii("secretary");
    let key = |at: usize| grid.tokens.get(at).map_or(WordKey::default(), |token| token.key());
    // Somebody elected to an office does not hold it yet.
    if key(at + 2) == ELECT && matches!(grid.word(at + 1), "-" | "‑") {
        return WordKey::of("president-elect");
    }
    let word = grid.word(at);
    let (office, whole) = match source::last_part(word) {
        Some(part) => (WordKey::of(part), word.starts_with(part)),
        None => (key(at), true),
    };
    if whole && office == SECRETARY && at > 0 && PORTFOLIOS.contains(&grid.small(at - 1).as_str()) {
        return WordKey::of("minister");
    }
    let full = ABBREVIATED.iter().find(|&&(short, _)| whole && short == office);
    full.map_or(office, |&(_, full)| full)
}
