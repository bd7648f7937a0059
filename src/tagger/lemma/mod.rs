//! Lemmas of nouns and verbs, by rule and by the list of irregular forms.

mod spelling;

use std::borrow::Cow;

use spelling::Rule;

use crate::document::{Tag, Upos, VerbForm};
use crate::text::{Class, irregular};

/// The base form of a noun or verb; of any other word its form in small letters, of a name the word as it stands.
///
/// Borrows where the word is its own lemma. Rules of spelling undo the regular inflections and a list the irregular ones,
/// so unknown verbs come out right most of the time and never fail. Linear in the word.
///
/// ```
/// use newsframe::document::{Tag, Upos, VerbForm};
/// use newsframe::tagger::lemma;
///
/// assert_eq!(lemma("said", Tag::verb(Upos::Verb, VerbForm::Vbd)), "say");
/// assert_eq!(lemma("controlling", Tag::verb(Upos::Verb, VerbForm::Vbg)), "control");
/// assert_eq!(lemma("spokeswomen", Tag::new(Upos::Noun)), "spokeswoman");
/// assert_eq!(lemma("States", Tag::new(Upos::Propn)), "States");
/// ```
pub fn lemma(word: &str, tag: Tag) -> Cow<'_, str> {
    if tag.upos == Upos::Propn {
        return Cow::Borrowed(word);
    }
    if tag.upos == Upos::Noun && is_acronym(word) {
        return Cow::Borrowed(if word.len() > 2 { word.strip_suffix('s').unwrap_or(word) } else { word });
    }
    let lower = lower(word);
    let found = match tag.upos {
        Upos::Noun => noun(&lower),
        Upos::Verb | Upos::Aux => verb(&lower, tag.form.unwrap_or(VerbForm::Vb)),
        _ => None,
    };
    found.map_or(lower, Cow::Owned)
}

/// *DVDs, MPs, GDP*, whose capitals are the word's own; not *OFFICERS*.
fn is_acronym(word: &str) -> bool {
    word.chars().nth(1).is_some_and(char::is_uppercase) && (word.len() < 5 || word.chars().any(char::is_lowercase))
}

/// In small letters and with straight apostrophes; borrowed where nothing changes.
fn lower(word: &str) -> Cow<'_, str> {
    if word.chars().any(|c| c.is_uppercase() || c == '’') {
        Cow::Owned(word.to_lowercase().replace('’', "'"))
    } else {
        Cow::Borrowed(word)
    }
}

/// Compounds inflect like their last part.
const NOUN_ENDINGS: &[(&str, &str)] = &[
    ("women", "woman"),
    ("men", "man"),
    ("people", "person"),
    ("children", "child"),
    ("feet", "foot"),
    ("teeth", "tooth"),
    ("wives", "wife"),
    ("wolves", "wolf"),
    ("knives", "knife"),
    ("shelves", "shelf"),
    ("halves", "half"),
    ("selves", "self"),
    ("leaves", "leaf"),
    ("thieves", "thief"),
    ("hooves", "hoof"),
    ("craft", "craft"),
    ("ics", "ics"),
];

fn noun(word: &str) -> Option<String> {
    let list = irregular();
    if let Some(base) = list.base_of(Class::Noun, 0, word) {
        return Some(base.to_owned());
    }
    if list.get(Class::Noun, word).is_some() || spelling::has(Rule::SingularMen, word) || !has_vowel(word) {
        return None;
    }
    if spelling::has(Rule::PluralIcs, word) {
        return word.strip_suffix('s').map(str::to_owned);
    }
    for (plural, singular) in NOUN_ENDINGS {
        if let Some(stem) = word.strip_suffix(plural).filter(|stem| !stem.is_empty()) {
            return Some(format!("{stem}{singular}"));
        }
    }
    strip_s(word)
}

/// Undoes the *-s* of plurals and of the third person.
fn strip_s(word: &str) -> Option<String> {
    let stem = word.strip_suffix('s')?;
    if stem.len() < 2 || stem.ends_with(['s', '\'', '’', 'u', 'i']) && stem.len() < 4 || stem.ends_with('s') {
        return None;
    }
    if stem.ends_with("'") || (stem.ends_with('u') || stem.ends_with('i')) && !spelling::has(Rule::VowelEnd, stem) {
        return None;
    }
    if let Some(root) = stem.strip_suffix("ie") {
        return Some(if root.len() <= 1 || ends_in_ie(stem) { stem.to_owned() } else { format!("{root}y") });
    }
    let Some(root) = stem.strip_suffix('e') else { return Some(stem.to_owned()) };
    let sibilant =
        ["ss", "sh", "ch", "x", "zz", "tz"].iter().any(|end| root.ends_with(end)) && !spelling::has(Rule::KeepsE, stem);
    let us =
        root.ends_with("us") && !root.ends_with("aus") && !root.ends_with("ous") && !spelling::has(Rule::Use, stem);
    let o = root.ends_with('o') && irregular().get(Class::Noun, stem).is_none();
    Some(if sibilant || us || o { root.to_owned() } else { stem.to_owned() })
}

fn verb(word: &str, form: VerbForm) -> Option<String> {
    if let Some(base) = clitic(word, form) {
        return Some(base.to_owned());
    }
    let (list, column) = (
        irregular(),
        match form {
            VerbForm::Vbd => Some(0),
            VerbForm::Vbn => Some(1),
            VerbForm::Vbz | VerbForm::Vbp => Some(2),
            _ => None,
        },
    );
    if let Some(base) = column.and_then(|column| list.base_of(Class::Verb, column, word)) {
        return Some(base.to_owned());
    }
    match form {
        VerbForm::Vbz if word == "goes" => Some("go".to_owned()),
        VerbForm::Vbz => strip_s(word),
        VerbForm::Vbd | VerbForm::Vbn => past(word),
        VerbForm::Vbg => gerund(word),
        _ => None,
    }
}

/// Shortened forms of auxiliaries.
fn clitic(word: &str, form: VerbForm) -> Option<&'static str> {
    Some(match (word, form) {
        ("'s", VerbForm::Vbz) | ("s" | "'m" | "m" | "'re" | "re" | "ai", _) => "be",
        ("'ve" | "ve", _) | ("'d", VerbForm::Vbd | VerbForm::Vbn) => "have",
        ("'ll" | "ll" | "wo", _) => "will",
        ("'d" | "d", _) => "would",
        ("ca", _) => "can",
        ("sha", _) => "shall",
        ("gon", _) => "go",
        ("wan", _) => "want",
        ("got", VerbForm::Vb) => "get",
        _ => return None,
    })
}

fn past(word: &str) -> Option<String> {
    if let Some(root) = word.strip_suffix("ied") {
        let ie = word.strip_suffix('d').unwrap_or(word);
        return Some(match word {
            "skied" | "taxied" => format!("{root}i"),
            _ if root.len() <= 1 || ends_in_ie(ie) => ie.to_owned(),
            _ => format!("{root}y"),
        });
    }
    word.strip_suffix("ed").filter(|stem| has_vowel(stem) || stem.len() > 2).map(base_of_stem)
}

fn gerund(word: &str) -> Option<String> {
    if let Some(base) = irregular().base_of(Class::Ing, 0, word) {
        return Some(base.to_owned());
    }
    let stem = word.strip_suffix("ing").or_else(|| word.strip_suffix("in'")).or_else(|| word.strip_suffix("in"));
    stem.filter(|stem| stem.len() > 1 && (has_vowel(stem) || stem.ends_with('y'))).map(base_of_stem)
}

/// Verbs in *-ie*, which change to *-y-* before *-ing*.
fn ends_in_ie(word: &str) -> bool {
    irregular().get(Class::Ing, word).is_some() || matches!(word, "hogtie")
}

fn has_vowel(word: &str) -> bool {
    word.bytes().any(|byte| is_vowel(byte) || byte == b'y' || byte >= 128)
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// The verb whose form with *-ed* or *-ing* leaves `stem`: *stopp* → *stop*, *mak* → *make*, *walk*.
fn base_of_stem(stem: &str) -> String {
    let list = irregular();
    let with_e = format!("{stem}e");
    if list.get(Class::Verb, stem).is_some() || spelling::has(Rule::NoE, stem) {
        return stem.to_owned();
    }
    if list.get(Class::Verb, &with_e).is_some()
        || list.get(Class::Ing, &with_e).is_some()
        || spelling::has(Rule::WithE, stem)
    {
        return with_e;
    }
    let bytes = stem.as_bytes();
    if let [.., a, b] = bytes
        && a == b
        && !is_vowel(*b)
    {
        return undouble(stem).to_owned();
    }
    if let Some(root) = stem.strip_suffix('k').filter(|root| list.get(Class::Ing, root).is_some()) {
        return root.to_owned();
    }
    let doubles = list.get(Class::Either, stem).is_some() || list.get(Class::Double, stem).is_some();
    if !doubles && lost_e(bytes) { with_e } else { stem.to_owned() }
}

/// One of two consonants goes where the verb has only one.
fn undouble(stem: &str) -> &str {
    let Some(single) = stem.get(..stem.len() - 1) else { return stem };
    let list = irregular();
    let listed = [Class::Double, Class::Either, Class::Verb].iter().any(|&class| list.get(class, single).is_some());
    let last = stem.as_bytes()[stem.len() - 1];
    let may_keep = matches!(last, b's' | b'l' | b'f' | b'z');
    if listed || !may_keep && !spelling::has(Rule::KeepsDouble, stem) { single } else { stem }
}

/// Whether a stem not listed has lost an *-e*, by its end.
fn lost_e(stem: &[u8]) -> bool {
    let &[.., b, c] = stem else { return false };
    let a = stem.len().checked_sub(3).map_or(0, |at| stem[at]);
    match c {
        b'c' | b'v' | b'z' => b != b't',
        b'u' => b != b'o',
        b'e' => b != b'e',
        b's' => b != b's' && !(b == b'u' && syllables(stem) > 1 && a != b'a' && a != b'o' && !ends_with_use(stem)),
        b'g' => match b {
            b'n' => matches!(a, b'e' | b'u'),
            _ => b != b'o',
        },
        b'l' => match b {
            b'b' | b'p' | b't' | b'd' | b'g' | b'f' | b'k' | b'c' | b'z' | b's' => true,
            b'i' | b'u' => !is_vowel(a),
            b'a' | b'o' => !is_vowel(a) && syllables(stem) == 1,
            _ => false,
        },
        b'a' | b'o' | b'i' | b'w' | b'x' | b'y' | b'h' => false,
        _ if !is_vowel(b) => false,
        // Two vowels before the consonant and none was lost: rain, shout; but create, evacuate, argue.
        _ if is_vowel(a)
            && !(c == b't' && b == b'a' && matches!(a, b'i' | b'u') || ends_in_create(stem))
            && !(a == b'u' && before(stem, 3) == b'q') =>
        {
            false
        }
        _ if syllables(stem) <= 1 => true,
        b't' => matches!(b, b'a' | b'u'),
        b'n' => b == b'i',
        b'r' => matches!(b, b'a' | b'i' | b'u'),
        b'm' => b == b'u',
        b'd' => matches!(b, b'a' | b'i' | b'o' | b'u'),
        b'k' => matches!(b, b'a' | b'i' | b'o'),
        b'b' => matches!(b, b'i' | b'u'),
        b'p' => b == b'a',
        _ => false,
    }
}

fn ends_with_use(stem: &[u8]) -> bool {
    std::str::from_utf8(stem).is_ok_and(|stem| spelling::has(Rule::Use, &format!("{stem}e")))
}

/// *create, recreate, procreate*: one of few words in *-eate*.
fn ends_in_create(stem: &[u8]) -> bool {
    stem.ends_with(b"creat")
        || stem.ends_with(b"nause")
        || stem == b"permeat"
        || stem == b"delineat"
        || stem == b"laureat"
}

fn before(stem: &[u8], back: usize) -> u8 {
    stem.len().checked_sub(back + 1).map_or(0, |at| stem[at])
}

/// Groups of vowels.
fn syllables(word: &[u8]) -> usize {
    let mut count = 0;
    let mut inside = false;
    for (at, &byte) in word.iter().enumerate() {
        let vowel = is_vowel(byte) && !(byte == b'u' && at > 0 && word[at - 1] == b'q') || byte == b'y' && at > 0;
        count += usize::from(vowel && !inside);
        inside = vowel;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOUN: Tag = Tag::new(Upos::Noun);

    fn verb(form: VerbForm) -> Tag {
        Tag::verb(Upos::Verb, form)
    }

    #[test]
    fn nouns() {
        for (word, base) in [
            ("officials", "official"),
            ("parties", "party"),
            ("movies", "movie"),
            ("ties", "tie"),
            ("boxes", "box"),
            ("churches", "church"),
            ("losses", "loss"),
            ("viruses", "virus"),
            ("causes", "cause"),
            ("uses", "use"),
            ("houses", "house"),
            ("crises", "crisis"),
            ("heroes", "hero"),
            ("wives", "wife"),
            ("chairmen", "chairman"),
            ("people", "person"),
            ("spokespeople", "spokesperson"),
            ("grandchildren", "grandchild"),
            ("critics", "critic"),
            ("politics", "politics"),
            ("news", "news"),
            ("series", "series"),
            ("aircraft", "aircraft"),
            ("glass", "glass"),
            ("campus", "campus"),
            ("lens", "lens"),
            ("crisis", "crisis"),
            ("specimen", "specimen"),
            ("DVDs", "DVD"),
            ("MPs", "MP"),
            ("OFFICERS", "officer"),
            ("Voters", "voter"),
            ("taxis", "taxi"),
            ("gas", "gas"),
            ("US", "US"),
        ] {
            assert_eq!(lemma(word, NOUN), base, "{word}");
        }
    }

    #[test]
    fn verbs() {
        use VerbForm::{Vbd, Vbg, Vbn, Vbp, Vbz};
        for (word, form, base) in [
            ("said", Vbd, "say"),
            ("found", Vbd, "find"),
            ("founded", Vbn, "found"),
            ("lay", Vbd, "lie"),
            ("laid", Vbd, "lay"),
            ("was", Vbd, "be"),
            ("are", Vbp, "be"),
            ("has", Vbz, "have"),
            ("’s", Vbz, "be"),
            ("n't", Vbz, "n't"),
            ("claimed", Vbd, "claim"),
            ("accused", Vbd, "accuse"),
            ("stopped", Vbd, "stop"),
            ("added", Vbd, "add"),
            ("admitted", Vbd, "admit"),
            ("limited", Vbn, "limit"),
            ("cited", Vbd, "cite"),
            ("invited", Vbn, "invite"),
            ("controlled", Vbn, "control"),
            ("called", Vbd, "call"),
            ("travelled", Vbd, "travel"),
            ("traveled", Vbd, "travel"),
            ("passed", Vbd, "pass"),
            ("denied", Vbd, "deny"),
            ("died", Vbd, "die"),
            ("argued", Vbd, "argue"),
            ("agreed", Vbd, "agree"),
            ("agreeing", Vbg, "agree"),
            ("created", Vbd, "create"),
            ("treated", Vbn, "treat"),
            ("required", Vbn, "require"),
            ("repaired", Vbn, "repair"),
            ("urged", Vbd, "urge"),
            ("changed", Vbd, "change"),
            ("belonged", Vbd, "belong"),
            ("used", Vbn, "use"),
            ("focused", Vbn, "focus"),
            ("panicked", Vbd, "panic"),
            ("making", Vbg, "make"),
            ("running", Vbg, "run"),
            ("lying", Vbg, "lie"),
            ("dying", Vbg, "die"),
            ("being", Vbg, "be"),
            ("seeing", Vbg, "see"),
            ("writing", Vbg, "write"),
            ("hitting", Vbg, "hit"),
            ("offering", Vbg, "offer"),
            ("tries", Vbz, "try"),
            ("goes", Vbz, "go"),
            ("vetoes", Vbz, "veto"),
            ("watches", Vbz, "watch"),
            ("closes", Vbz, "close"),
            ("lies", Vbz, "lie"),
            ("Slams", Vbz, "slam"),
            ("ACCUSES", Vbz, "accuse"),
        ] {
            assert_eq!(lemma(word, verb(form)), base, "{word}");
        }
    }

    #[test]
    fn odd_words_stay_as_they_are() {
        for word in ["", "s", "ed", "ing", "'", "é", "ß", "’", "ies", "ied", "日本"] {
            for form in [VerbForm::Vbd, VerbForm::Vbg, VerbForm::Vbz] {
                assert!(!lemma(word, verb(form)).is_empty() || word.is_empty(), "{word}");
            }
            assert!(!lemma(word, NOUN).is_empty() || word.is_empty(), "{word}");
        }
    }
}
