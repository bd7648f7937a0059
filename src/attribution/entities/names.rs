//! Names in the text: runs of capitalised words, without the titles before them.

use super::super::clause::base_right;
use super::super::grid::Grid;
use super::super::lexis::{
    self, ARTICLE, BUT, CLITIC, COLON, COMMA, Class, DASH, OF, OPEN, PREPOSITION, QUOTE, RELATIVE, STOP, TIME,
};
use super::super::source::{self, Hint};
use crate::document::{Sentence, TokenKind, TokenRange, Upos};
use crate::text::KeyList;
use crate::{WordKey, ZoneKind};

/// Whether a lone given name is a newspaper's: *Dawn reported, in an interview with Dawn*.
pub(super) fn is_paper(grid: &Grid<'_>, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|at| grid.small(at));
    let is = |back: usize, words: &[&str]| before(back).is_some_and(|word| words.contains(&word.as_str()));
    matches!(grid.small(at + 1).as_str(), "reported" | "reports" | "newspaper")
        || is(1, &["newspaper", "daily", "broadsheet", "tabloid", "weekly", "magazine", "website"])
        || is(1, &["with", "to", "for", "in"]) && is(2, &["interview", "article"])
}

/// The most titles that are read before a name.
pub(super) const TITLES: usize = 4;

/// A run of capitalised words that is a name, with the titles before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    /// Titles and offices directly before the name.
    pub(super) titles: TokenRange,
    pub(super) core: TokenRange,
    pub(super) person: bool,
    /// Something beside the name says that it is a person's.
    pub(super) sure: bool,
}

/// What a token says about a source.
pub(super) fn hint(grid: &Grid<'_>, at: usize) -> Hint {
    grid.hint(at)
}

/// The last word of a name that is no suffix.
pub(super) fn surname(grid: &Grid<'_>, name: TokenRange) -> usize {
    let last = name.end().saturating_sub(1);
    if name.len() > 1 && hint(grid, last) & source::SUFFIX != 0 { last - 1 } else { last }
}

/// The number of words of a name, those joined by a hyphen counted as one.
pub(super) fn words(grid: &Grid<'_>, name: TokenRange) -> usize {
    let hyphens = name.range().filter(|&at| matches!(grid.word(at), "-" | "‑")).count();
    name.len() - (2 * hyphens).min(name.len() - 1)
}

/// The runs of capitalised words that are names, in order.
pub(super) fn runs(grid: &Grid<'_>) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut free = 0;
    for (at, token) in grid.tokens.iter().enumerate() {
        if token.shape().is_capitalized() && at >= free && begins(grid, at) {
            free = extent(grid, at);
            runs.extend(run(grid, at, free));
        }
    }
    runs
}

pub(super) fn is_capital_word(grid: &Grid<'_>, at: usize) -> bool {
    grid.is_capitalized(at) && grid.tokens.get(at).is_some_and(|token| token.kind() == TokenKind::Word)
}

/// Words that are no part of a name for all their capitals.
const FUNCTION: Class = lexis::THAT
    | lexis::WH
    | RELATIVE
    | lexis::SUBORDINATOR
    | lexis::COORDINATOR
    | PREPOSITION
    | lexis::PERSONAL
    | lexis::HE
    | lexis::SHE
    | lexis::THEY
    | lexis::NEGATION
    | lexis::BE
    | lexis::HAVE
    | lexis::DO
    | lexis::POSSESSIVE
    | ARTICLE
    | lexis::INDEFINITE
    | lexis::CONNECTIVE
    | lexis::THIS
    | lexis::NOTHING
    | lexis::EXISTENTIAL
    | lexis::FIRST_PERSON
    | lexis::ALSO;

/// Whether a word with a capital may belong to a name by itself: the tagger takes some names for other words, but inside a
/// sentence only names have capitals.
pub(super) fn is_name_word(grid: &Grid<'_>, at: usize) -> bool {
    is_capital_word(grid, at) && !grid.is(at, FUNCTION) && (grid.word(at).len() > 1 || grid.upos(at) == Upos::Propn)
}

/// Whether the token stands inside a sentence, where a capital means a name.
pub(super) fn is_inside(grid: &Grid<'_>, at: usize) -> bool {
    at > 0
        && !grid.is(at - 1, QUOTE | COLON | STOP | OPEN | DASH)
        && grid.sentence(at).is_some_and(|sentence| sentence.tokens().start() < at && !has_title_case(grid, sentence))
}

fn begins(grid: &Grid<'_>, at: usize) -> bool {
    // *Neither Ana Ruiz nor …*
    if grid.is(at, lexis::PAIRED) {
        return false;
    }
    if grid.upos(at) == Upos::Propn && is_capital_word(grid, at) {
        return true;
    }
    if !is_name_word(grid, at) {
        return false;
    }
    let Some(sentence) = grid.sentence(at) else { return false };
    let next = at + 1 + usize::from(matches!(grid.word(at + 1), "-" | "‑"));
    let followed = is_name_word(grid, next) && next < sentence.tokens().end();
    let given = hint(grid, at) & (source::MALE_NAME | source::FEMALE_NAME) != 0;
    if is_inside(grid, at) {
        let body = hint(grid, at) & (source::BODY | source::PLACE) != 0 && grid.upos(at) == Upos::Noun;
        return followed || given || body;
    }
    // At the start of a sentence the second capital tells.
    let ending = || ["s", "ed", "ing", "ly"].iter().any(|ending| grid.word(at).ends_with(ending));
    let plain = || hint(grid, at) == 0 && !ending() || hint(grid, at) & source::TITLE != 0;
    followed && (given || begins_place(grid, at) || !has_title_case(grid, sentence) && plain())
}

/// Whether the token stands in a zone where every word may have a capital.
pub(super) fn is_title_case(grid: &Grid<'_>, at: usize) -> bool {
    grid.sentence(at).is_some_and(|sentence| has_title_case(grid, sentence))
}

fn has_title_case(grid: &Grid<'_>, sentence: Sentence) -> bool {
    let zone = grid.document.zones().get(sentence.zone());
    zone.is_some_and(|zone| matches!(zone.kind(), ZoneKind::Headline | ZoneKind::Crosshead | ZoneKind::Section))
}

fn extent(grid: &Grid<'_>, start: usize) -> usize {
    let Some(sentence) = grid.sentence(start) else { return start + 1 };
    let title_case = has_title_case(grid, sentence);
    let given = |at: usize| hint(grid, at) & (source::MALE_NAME | source::FEMALE_NAME) != 0;
    let name = |at: usize| {
        is_capital_word(grid, at) && (grid.upos(at) == Upos::Propn || is_name_word(grid, at) && !title_case)
            || given(start) && at == start + 1 && is_name_word(grid, at)
    };
    // *Institute for the Study of War*: *of* may follow wherever a body has begun.
    // *Tom Lake of Lesk* is no body.
    let person = given(start) && hint(grid, start) & source::PLACE == 0;
    let body = |end: usize| {
        names_body(grid, end - 1) && !(person && end == start + 2) || names_body(grid, start) && !given(start)
    };
    let mut end = start + 1;
    while end < sentence.tokens().end() {
        let word = grid.word(end);
        // *President Ruiz Claims Victory*
        if title_case && grid.finite_at(end) {
            break;
        }
        if name(end) {
            end += 1;
        } else if !grid.is_word(end) && !matches!(word, "-" | "‑" | "&") {
            break;
        } else if matches!(word, "al" | "el") && matches!(grid.word(end + 1), "-" | "‑") && name(end + 2) {
            end += 3;
        } else if joined_by_hyphen(grid, end)
            || name(end + 1)
                && (matches!(word, "-" | "‑")
                    || is_particle(word)
                    || body(end) && grid.is(end, PREPOSITION) && is_link(word))
        {
            end += 2;
        } else if let Some(to) = joint_body(grid, start, end).or_else(|| two_fields(grid, start, end)) {
            end = to;
        } else if body(end) && is_link(word) && grid.is(end + 1, ARTICLE) && name(end + 2) {
            end += 3;
        } else {
            break;
        }
    }
    // *the council of Lesk on Tuesday*
    while end > start + 1 && (is_weekday(grid, end - 1) || grid.is(end - 1, PREPOSITION)) {
        end -= 1;
    }
    end
}

/// *Yung | -soo*: a part of a name with a small letter behind a hyphen without spaces.
fn joined_by_hyphen(grid: &Grid<'_>, at: usize) -> bool {
    let edges = |a: usize, b: usize| {
        grid.tokens.get(a).zip(grid.tokens.get(b)).is_some_and(|(a, b)| a.span().end() == b.span().start())
    };
    matches!(grid.word(at), "-" | "‑")
        && at > 0
        && edges(at - 1, at)
        && edges(at, at + 1)
        && grid.is_word(at + 1)
        && grid.word(at + 1).len() < 6
        && !matches!(
            grid.word(at + 1),
            "era" | "led" | "run" | "like" | "held" | "born" | "style" | "made" | "owned" | "wide"
        )
        && hint(grid, at + 1) == 0
        && grid.group_at(at + 1).is_none()
}

/// The end of a body named after two people: *the Bill and Ana Ruiz Foundation*.
fn joint_body(grid: &Grid<'_>, start: usize, end: usize) -> Option<usize> {
    const BODIES: &[&str] =
        &["foundation", "institute", "trust", "fund", "university", "college", "society", "centre", "center", "school"];
    const LONGEST: usize = 4;
    let given = |at: usize| hint(grid, at) & (source::MALE_NAME | source::FEMALE_NAME) != 0;
    if end != start + 1 || grid.word(end) != "and" || !given(start) || !given(end + 1) {
        return None;
    }
    let last = (end + 2..end + 2 + LONGEST).take_while(|&at| is_capital_word(grid, at)).last()?;
    BODIES.iter().any(|body| grid.word(last).eq_ignore_ascii_case(body)).then_some(last + 1)
}

/// The end of a body with two fields of work: *the Institute of Volcanology and Seismology*.
fn two_fields(grid: &Grid<'_>, start: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 3;
    let other = source::PLACE | source::BODY | source::TITLE | source::ROLE | source::MALE_NAME | source::FEMALE_NAME;
    let link = (start + 1..end).rev().take(LONGEST).find(|&at| is_link(grid.word(at)))?;
    let field = |at: usize| is_capital_word(grid, at) && hint(grid, at) & other == 0;
    if !matches!(grid.word(end), "and" | "&") || !names_body(grid, link - 1) || !(link + 1..end).all(field) {
        return None;
    }
    let last = (end + 1..end + 1 + LONGEST).take_while(|&at| is_capital_word(grid, at)).last()?;
    (end + 1..=last).all(field).then_some(last + 1)
}

/// Whether the word makes a name one of a body, so that *of* or *for* may go on with it.
fn names_body(grid: &Grid<'_>, at: usize) -> bool {
    let hint = hint(grid, at);
    hint & (source::BODY | source::ORGANISATION) != 0 && hint & (source::MALE_NAME | source::FEMALE_NAME) == 0
}

/// What joins the parts of a person's name: *Ana de la Cruz*.
fn is_particle(word: &str) -> bool {
    matches!(word, "de" | "del" | "da" | "di" | "dos" | "van" | "von" | "der" | "den" | "al" | "bin" | "bint" | "ibn")
        || matches!(word, "la" | "le" | "el" | "y")
}

fn is_link(word: &str) -> bool {
    matches!(word, "of" | "for" | "on")
}

fn is_weekday(grid: &Grid<'_>, at: usize) -> bool {
    let ending = |word: &str| word.len() > 4 && word.as_bytes()[word.len() - 3..].eq_ignore_ascii_case(b"day");
    grid.is(at, TIME) && ending(grid.word(at))
}

/// The run without its titles; nothing if it is an office, a date, or no name at all.
fn run(grid: &Grid<'_>, start: usize, end: usize) -> Option<Run> {
    let core = core(grid, start, end);
    if core >= end {
        return None;
    }
    let name = TokenRange::new(core, end);
    if name.len() == 1 && grid.is(core, TIME) && (is_weekday(grid, core) || is_dated(grid, core)) {
        return None;
    }
    // *Republican Representatives*
    let stem = || grid.word(end - 1).strip_suffix('s').map_or(0, |stem| source::hint(WordKey::of(stem)));
    let courtesy = core > start && hint(grid, core - 1) & (source::MALE_TITLE | source::FEMALE_TITLE) != 0;
    if name.len() == 1 && core > start && !courtesy && stem() & (source::ROLE | source::TITLE) != 0 {
        return None;
    }
    if name.len() == 1 && hint(grid, core) == 0 && is_from_place(grid.word(core)) {
        return None;
    }
    let many = hint(grid, end - 1);
    // *the House of Representatives*, but not *Senate Republicans*
    let house = names_body(grid, core) && grid.is(core + 1, OF);
    if many & source::COLLECTIVE != 0 && !house && many & (source::TITLE | source::BODY | source::PLACE) == 0 {
        return None;
    }
    let mut titles = core.min(start.max(core.saturating_sub(TITLES)));
    let opening = grid.sentence(core).map_or(core, |sentence| sentence.tokens().start());
    while titles > opening && titles + TITLES > core {
        let before = titles - 1;
        let small = !grid.is_capitalized(before) && hint(grid, before) & (source::TITLE | source::ROLE) != 0;
        if !small || !grid.is_noun(before) && grid.upos(before) != Upos::Adj {
            break;
        }
        titles = before;
    }
    let titles = TokenRange::new(titles, core);
    let titled = titles.range().any(|at| hint(grid, at) & (source::TITLE | source::ROLE) != 0);
    let body = (names_body(grid, end - 1) || hint(grid, end - 1) & source::DOCUMENT != 0) && !titled;
    let sure = !body && (titled || is_introduced(grid, name));
    let person = sure || reads_as_person(grid, name);
    Some(Run { titles, core: name, person, sure })
}

/// Whether a word is the plural of those from a place: *Leskites, Norlandians*.
pub(super) fn is_from_place(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && ["ites", "ians"].iter().any(|ending| word.ends_with(ending))
}

/// *in May, last March*
fn is_dated(grid: &Grid<'_>, at: usize) -> bool {
    at > 0 && (grid.is(at - 1, PREPOSITION) || matches!(grid.word(at - 1), "last" | "next" | "this" | "early" | "late"))
        || grid.tokens.get(at + 1).is_some_and(|token| token.kind() == TokenKind::Number)
}

/// Where the name begins behind titles; `end` if there are only titles.
fn core(grid: &Grid<'_>, start: usize, end: usize) -> usize {
    let given = |at: usize| hint(grid, at) & (source::MALE_NAME | source::FEMALE_NAME) != 0;
    let title = |at: usize| {
        let hint = hint(grid, at);
        // *the Court of Justice*
        if at > start + 1 && is_link(grid.word(at - 1)) && names_body(grid, at - 2) {
            return false;
        }
        if hint & source::TITLE != 0 {
            return !given(at) || at + 1 < end && given(at + 1);
        }
        hint & source::ROLE != 0 && !given(at) && (at + 1 >= end || given(at + 1) || end - at > 2)
    };
    if let Some(last) = (start..end).rev().find(|&at| title(at)) {
        let rest = TokenRange::new(last + 1, end);
        // *General Motors, Consumer Reports*: no title of a person.
        let body = !rest.is_empty() && names_body(grid, end - 1) && !(rest.len() == 2 && given(last + 1));
        let surname = rest.is_empty() && last > start && given(start);
        if !body && !surname {
            let mark = rest.len() > 1 && matches!(grid.word(last + 1), "-" | "‑" | ".");
            let begin = last + 1 + usize::from(mark);
            // *President-elect Ana Ruiz*
            let elect = begin + 1 < end && matches!(grid.small(begin).as_str(), "elect" | "designate");
            return begin + usize::from(elect);
        }
    }
    // *State Ana Ruiz, Republican Bill Lake*: what stands before a given name is part of an office.
    let office = |at: usize| {
        hint(grid, at) & (source::BODY | source::PLACE | source::ORGANISATION | source::COLLECTIVE) != 0
            || grid.tokens[at].shape().is_all_caps() && grid.word(at).len() > 1
    };
    let body = names_body(grid, end - 1);
    let found = (start + 1..end.saturating_sub(1)).find(|&at| given(at) && hint(grid, at) & source::PLACE == 0);
    let place = |at: usize| begins_place(grid, at - 1);
    // *President of Lesk Ana Ruiz*
    let titled = || start > 1 && grid.is(start - 1, OF) && hint(grid, start - 2) & source::TITLE != 0;
    found.filter(|&at| !body && !given(start) && ((start..at).any(office) || titled()) && !place(at)).unwrap_or(start)
}

/// Whether what stands beside the name is said of persons: *Ruiz, 34,*; *Ruiz, who*; *Ruiz, a baker*; *a man named Ruiz*.
fn is_introduced(grid: &Grid<'_>, name: TokenRange) -> bool {
    let at = name.end();
    let named = name.start() > 1
        && matches!(grid.word(name.start() - 1), "named" | "called")
        && hint(grid, name.start() - 2) & (source::ROLE | source::COLLECTIVE) != 0;
    if named || grid.word(at) == "who" {
        return true;
    }
    if !grid.is(at, COMMA) {
        return false;
    }
    // *the agency NDA, the chief said*: an apposition of a body, or none.
    let place = hint(grid, name.start()) & (source::PLACE | source::MALE_NAME | source::FEMALE_NAME) == source::PLACE;
    if name.len() == 1 && (place || grid.tokens[name.start()].shape().is_all_caps()) {
        return false;
    }
    if matches!(grid.word(at + 1), "who" | "whose") && grid.is(at + 1, RELATIVE) {
        return !grid.is(name.start(), BUT);
    }
    let age = grid.tokens.get(at + 1).is_some_and(|token| token.kind() == TokenKind::Number)
        && grid.word(at + 1).len() <= 2
        && grid.is(at + 2, COMMA);
    age || apposition(grid, name).is_some()
}

/// The head of an office behind a name: *Ana Ruiz, the governor's spokeswoman*; *Ana Ruiz, 34, a baker*.
pub(super) fn apposition(grid: &Grid<'_>, name: TokenRange) -> Option<usize> {
    let mut at = name.end();
    if !grid.is(at, COMMA) {
        return None;
    }
    at += 1;
    if grid.tokens.get(at).is_some_and(|token| token.kind() == TokenKind::Number) && grid.is(at + 1, COMMA) {
        at += 2;
    }
    while matches!(grid.word(at), "now" | "then" | "once" | "formerly" | "also") {
        at += 1;
    }
    let end = base_right(grid, at, grid.len())?;
    let last = grid.phrase_at(at).map_or(end - 1, |phrase| phrase.head());
    let office = hint(grid, last) & source::ROLE != 0 && grid.upos(last) != Upos::Propn
        || hint(grid, last) & source::TITLE != 0 && !grid.is(end, CLITIC) && end - at > 1 && last + 1 == end;
    // `Ruiz, the mayor and Lake` may be a list, `Ruiz, the mayor said` a clause of its own.
    let clause = super::super::clause::begins_clause(grid, end, grid.len()) && !grid.is(end, COMMA);
    // The second comma is left out: *Ana Ruiz, the mayor paid tribute*.
    let opens =
        name.start() == 0 || grid.document.sentence_of(name.start() - 1) != grid.document.sentence_of(name.start());
    let clause = clause && !(opens && name.len() > 1 && !grid.is(end + 1, COMMA));
    (office && !clause && last >= at).then_some(last)
}

/// Whether a word begins names of places: *Port Agnes, San Marco*.
fn begins_place(grid: &Grid<'_>, at: usize) -> bool {
    static WORDS: KeyList<15> = KeyList::of([
        "los", "las", "san", "santa", "fort", "new", "north", "south", "east", "west", "port", "mount", "saint", "st",
        "st.",
    ]);
    grid.is_among(at, &WORDS)
}

/// A name of two to four words without a sign of a body or place, or one that begins with a given name.
fn reads_as_person(grid: &Grid<'_>, name: TokenRange) -> bool {
    let bits = name.range().fold(0, |bits, at| bits | hint(grid, at));
    let (first, last) = (hint(grid, name.start()), hint(grid, surname(grid, name)));
    let given = first & (source::MALE_NAME | source::FEMALE_NAME) != 0;
    if given && name.len() > 1 {
        // *Tom Lake* is a man unless somebody stands at it.
        static SURNAMES: KeyList<8> =
            KeyList::of(["lake", "church", "power", "post", "street", "bank", "hall", "park"]);
        let located = name.start() > 0
            && (grid.is(name.start() - 1, ARTICLE)
                || matches!(grid.word(name.start() - 1), "in" | "at" | "near" | "on" | "from" | "around"));
        let surname = name.len() == 2 && !located && grid.is_among(name.end() - 1, &SURNAMES);
        return (last & source::BODY == 0 || surname) && !name.range().any(|at| grid.is(at, OF));
    }
    if name.len() == 1 {
        return (given || first & source::SURNAME != 0) && first & (source::PLACE | source::BODY) == 0;
    }
    if begins_place(grid, name.start()) {
        return false;
    }
    let definite = name.start() > 0 && grid.is(name.start() - 1, ARTICLE);
    if definite || bits & (source::BODY | source::PLACE) != 0 || names_body(grid, name.end() - 1) {
        return false;
    }
    if last & source::DOCUMENT != 0 {
        return false;
    }
    let acronym = name.range().any(|at| grid.tokens[at].shape().is_all_caps() && grid.word(at).len() > 2);
    let linked = name.range().any(|at| grid.is(at, PREPOSITION));
    (2..=5).contains(&name.len()) && !acronym && !linked
}
