//! English inflection: the forms of a verb, noun or adjective.
//!
//! Made from rules and the list of irregular words. Where usage differs (*travelled*, *traveled*) both forms are made. A
//! form that no one writes does no harm in a lexicon, a wrong one that is another word does; so doubling after one
//! syllable is strict (*scarred*, not *scared*).

use super::PartOfSpeech;
use crate::WordKey;
use crate::text::{Class, Irregular, irregular};

/// Calls `each` with every inflected form of the lower-case word `word`, itself not included. A form may come twice.
pub(crate) fn inflect(word: &str, pos: PartOfSpeech, each: &mut dyn FnMut(&str)) {
    inflect_keyed(word, WordKey::of(word), pos, &mut String::new(), each);
}

/// The same for a word whose key is known, with a buffer that serves many words: a lexicon has tens of thousands of forms.
pub(super) fn inflect_keyed(
    word: &str,
    key: WordKey,
    pos: PartOfSpeech,
    buffer: &mut String,
    each: &mut dyn FnMut(&str),
) {
    let forms = &mut Forms { key, buffer, each };
    match pos {
        PartOfSpeech::Verb => verb(word, forms),
        PartOfSpeech::Noun => noun(word, forms),
        PartOfSpeech::Adj => adjective(word, forms),
        _ => {}
    }
}

/// Where the forms go.
struct Forms<'a> {
    /// Of the word itself, which is looked up in several lists.
    key: WordKey,
    buffer: &'a mut String,
    each: &'a mut dyn FnMut(&str),
}

impl Forms<'_> {
    fn add<const N: usize>(&mut self, parts: [&str; N]) {
        self.buffer.clear();
        parts.iter().for_each(|part| self.buffer.push_str(part));
        (self.each)(self.buffer);
    }

    fn irregular(&self, class: Class, word: &str) -> Option<(&'static str, &'static Irregular)> {
        irregular_forms(class, word, self.key)
    }
}

fn verb(word: &str, forms: &mut Forms<'_>) {
    let listed = forms.irregular(Class::Verb, word);
    (0..3).for_each(|column| for_each_form(listed, column, forms));
    if listed.is_none_or(|(_, entry)| entry.forms(PRESENT).next().is_none()) {
        sibilant(word, false, forms);
    }
    let gerund = forms.irregular(Class::Ing, word);
    for_each_form(gerund, 0, forms);
    if gerund.is_none() {
        suffixed(word, "ing", forms);
    }
    if listed.is_none() {
        suffixed(word, "ed", forms);
    }
}

/// The column of the present tense in the list of irregular verbs.
const PRESENT: usize = 2;

fn noun(word: &str, forms: &mut Forms<'_>) {
    let listed = forms.irregular(Class::Noun, word);
    for_each_form(listed, 0, forms);
    if listed.is_some() {
        return;
    }
    match word.strip_suffix("man") {
        Some(stem) if stem.len() > 1 && !NOT_A_MAN.contains(&word) => forms.add([stem, "men"]),
        _ => sibilant(word, true, forms),
    }
    if let Some(stem) = word.strip_suffix("person").filter(|stem| !stem.is_empty()) {
        forms.add([stem, "people"]);
    }
}

#[inline]
fn for_each_form(listed: Option<(&str, &Irregular)>, column: usize, forms: &mut Forms<'_>) {
    match listed {
        Some(("", entry)) => {
            entry.forms(column).filter(|form| !OTHER_WORDS.contains(form)).for_each(|form| forms.add([form]))
        }
        Some((prefix, entry)) => entry.forms(column).for_each(|form| forms.add([prefix, form])),
        None => {}
    }
}

/// Forms out of use that are common as another word.
const OTHER_WORDS: &[&str] = &["span"];

/// Words in *-man* that are no men.
const NOT_A_MAN: &[&str] = &["caiman", "german", "human", "ottoman", "roman", "shaman", "superhuman", "talisman"];

/// The form in *-s* of a verb, the plural of a noun.
fn sibilant(word: &str, noun: bool, forms: &mut Forms<'_>) {
    if let Some(stem) = consonant_y(word) {
        forms.add([stem, "ies"]);
    } else if word.ends_with('z') && doubling(word, forms.key) == Doubling::Always {
        forms.add([word, "zes"]);
    } else if ["s", "x", "z", "ch", "sh"].iter().any(|ending| word.ends_with(ending)) {
        forms.add([word, "es"]);
        if noun && word.ends_with("ch") {
            forms.add([word, "s"]); // monarchs
        }
    } else if word.ends_with('o') {
        forms.add([word, "es"]);
        if noun {
            forms.add([word, "s"]);
        }
    } else {
        forms.add([word, "s"]);
    }
}

/// The forms in *-ed* and *-ing*.
fn suffixed(word: &str, suffix: &str, forms: &mut Forms<'_>) {
    if let Some(stem) = word.strip_suffix("ie").filter(|_| suffix == "ing") {
        return forms.add([stem, "ying"]);
    }
    if let Some(stem) = consonant_y(word).filter(|_| suffix == "ed") {
        return forms.add([stem, "ied"]);
    }
    if let Some(stem) = word.strip_suffix('e') {
        let keeps = suffix == "ing" && (stem.ends_with(['e', 'o', 'y']) || !stem.bytes().any(is_vowel));
        if keeps || stem.ends_with("ng") && suffix == "ing" {
            forms.add([word, suffix]); // seeing, whingeing
        }
        if !keeps {
            forms.add([stem, suffix]);
        }
        return;
    }
    if word.ends_with("ic") {
        return forms.add([word, "k", suffix]); // panicked
    }
    let last = last_letter(word);
    let doubling = doubling(word, forms.key);
    if doubling != Doubling::Never {
        forms.add([word, last, suffix]);
    }
    if doubling != Doubling::Always {
        forms.add([word, suffix]);
    }
}

fn adjective(word: &str, forms: &mut Forms<'_>) {
    let listed = forms.irregular(Class::Adj, word);
    for column in 0..2 {
        for_each_form(listed, column, forms);
    }
    if listed.is_some() {
        return;
    }
    let syllables = syllables(word);
    let short = syllables == 1 || syllables == 2 && ["y", "le", "ow"].iter().any(|ending| word.ends_with(ending));
    if !short {
        return;
    }
    for suffix in ["er", "est"] {
        if let Some(stem) = consonant_y(word) {
            forms.add([stem, "i", suffix]);
        } else if let Some(stem) = word.strip_suffix('e') {
            forms.add([stem, suffix]);
        } else if doubling(word, forms.key) == Doubling::Always {
            forms.add([word, last_letter(word), suffix]);
        } else {
            forms.add([word, suffix]);
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Doubling {
    Never,
    Always,
    /// Usage differs: *travelled*, *traveled*.
    Either,
}

/// Whether the last consonant doubles before *-ed*, *-ing*, *-er*.
fn doubling(word: &str, key: WordKey) -> Doubling {
    let bytes = word.as_bytes();
    let [.., before, vowel, last] = bytes else { return Doubling::Never };
    let closed = is_vowel(*vowel) && !is_vowel(*last) && !b"wxyhc".contains(last) && last.is_ascii_alphabetic();
    // In *quit* the *u* belongs to the *q*.
    let single = !is_vowel(*before) || bytes.ends_with(&[b'q', b'u', *vowel, *last]);
    if !closed || !single {
        return Doubling::Never;
    }
    if syllables(word) == 1 || irregular_forms(Class::Double, word, key).is_some() {
        Doubling::Always
    } else if *last == b'l' || irregular_forms(Class::Either, word, key).is_some() {
        Doubling::Either
    } else {
        Doubling::Never
    }
}

fn last_letter(word: &str) -> &str {
    word.char_indices().next_back().map_or("", |(at, _)| &word[at..])
}

/// What stands before a final *y* that follows a consonant.
fn consonant_y(word: &str) -> Option<&str> {
    word.strip_suffix('y').filter(|stem| stem.bytes().last().is_some_and(|byte| !is_vowel(byte)))
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// The number of vowel groups, a final silent *e* not counted.
fn syllables(word: &str) -> usize {
    let sounds = word.strip_suffix('e').filter(|stem| !stem.ends_with('l') && !stem.is_empty()).unwrap_or(word);
    let mut groups = 0;
    let mut inside = false;
    for (index, byte) in sounds.bytes().enumerate() {
        let vowel = is_vowel(byte) || byte == b'y' && index > 0;
        groups += usize::from(vowel && !inside);
        inside = vowel;
    }
    groups.max(1)
}

/// The entry of a word in the list of irregular forms, with the prefix to put before its forms: *outdo* is a *do*.
fn irregular_forms(class: Class, word: &str, key: WordKey) -> Option<(&'static str, &'static Irregular)> {
    let list = irregular();
    let compound = |prefix: &&'static str| {
        let rest = word.strip_prefix(prefix)?;
        list.get(class, rest).map(|entry| (*prefix, entry))
    };
    let is_compound = !matches!(class, Class::Noun | Class::Adj) && word != "relay";
    let first = word.as_bytes().first();
    let prefixes = PREFIXES.iter().filter(|prefix| is_compound && prefix.as_bytes().first() == first);
    list.get_keyed(class, word, key).map(|entry| ("", entry)).or_else(|| prefixes.into_iter().find_map(compound))
}

const PREFIXES: &[&str] = &["over", "under", "out", "mis", "fore", "with", "up", "un", "re"];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pos: PartOfSpeech, rows: &[&str]) {
        for row in rows {
            let (word, expected) = row.split_once(':').unwrap();
            let mut forms = Vec::new();
            inflect(word, pos, &mut |form| forms.push(form.to_owned()));
            let mut expected: Vec<&str> = expected.split_whitespace().collect();
            forms.sort_unstable();
            expected.sort_unstable();
            assert_eq!(forms, expected, "{word}");
        }
    }

    #[test]
    fn verbs() {
        check(
            PartOfSpeech::Verb,
            &[
                "slam: slams slammed slamming",
                "blast: blasts blasted blasting",
                "scar: scars scarred scarring",
                "scare: scares scared scaring",
                "claim: claims claimed claiming",
                "lash: lashes lashed lashing",
                "fuss: fusses fussed fussing",
                "vow: vows vowed vowing",
                "tax: taxes taxed taxing",
                "decry: decries decried decrying",
                "play: plays played playing",
                "vie: vies vied vying",
                "agree: agrees agreed agreeing",
                "binge: binges binged bingeing binging",
                "panic: panics panicked panicking",
                "veto: vetoes vetoed vetoing",
                "quip: quips quipped quipping",
                "equip: equips equipped equipping",
                "admit: admits admitted admitting",
                "edit: edits edited editing",
                "offer: offers offered offering",
                "travel: travels travelled traveled travelling traveling",
                "focus: focuses focused focussed focusing focussing",
                "cheat: cheats cheated cheating",
                "say: says said said saying",
                "redo: redoes redid redone redoing",
                "have: has had had having",
                "be: am is are was were been being",
                "misspeak: misspeaks misspoke misspoken misspeaking",
                "spin: spins spun spun spinning",
                "relay: relays relayed relaying",
                "quiz: quizzes quizzed quizzing",
                "kidnap: kidnaps kidnapped kidnaped kidnapping kidnaping",
            ],
        );
    }

    #[test]
    fn nouns() {
        check(
            PartOfSpeech::Noun,
            &[
                "mob: mobs",
                "witch: witches witchs",
                "monarch: monarches monarchs",
                "crony: cronies",
                "toy: toys",
                "fiasco: fiascoes fiascos",
                "quiz: quizzes",
                "thief: thieves",
                "wife: wives",
                "strongman: strongmen",
                "human: humans",
                "crisis: crises",
                "salesperson: salespersons salespeople",
            ],
        );
    }

    #[test]
    fn adjectives() {
        check(
            PartOfSpeech::Adj,
            &[
                "big: bigger biggest",
                "foul: fouler foulest",
                "vile: viler vilest",
                "ugly: uglier ugliest",
                "coy: coyer coyest",
                "feeble: feebler feeblest",
                "brazen:",
                "outrageous:",
                "extreme:",
            ],
        );
    }
}
