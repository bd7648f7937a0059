//! The shapes by which blocks of a plain text are told apart. Each looks at one short block, or at the beginning or end of
//! one, so reading stays linear. Only the dateline is a regular expression, over classes of characters: with the letters of
//! all scripts in it, an expression takes longer to compile than an article takes to read.

use std::sync::LazyLock;

use regex::bytes::Regex;

/// How many bytes of a block a pattern may look at.
const WINDOW: usize = 160;

/// What a block of page furniture begins with, and what must follow.
const BOILERPLATE: &[(&str, Then)] = &[
    ("advertisement", Then::WordEnd),
    ("all rights reserved", Then::Anything),
    ("click here", Then::WordEnd),
    ("continue reading", Then::WordEnd),
    ("copyright", Then::WordEnd),
    ("don't miss", Then::WordEnd),
    ("don’t miss", Then::WordEnd),
    ("download our app", Then::Anything),
    ("download the app", Then::WordEnd),
    ("get the app", Then::WordEnd),
    ("join the conversation", Then::WordEnd),
    ("loading", Then::WordEnd),
    ("more: ", Then::Anything),
    ("most read", Then::WordEnd),
    ("read also", Then::WordEnd),
    ("read more", Then::WordEnd),
    ("read next", Then::WordEnd),
    ("read the full", Then::WordEnd),
    ("recommended", Then::Heading),
    ("related", Then::Label),
    ("related articles", Then::Label),
    ("related content", Then::Label),
    ("related coverage", Then::Label),
    ("related stories", Then::Label),
    ("related topics", Then::Label),
    ("see also", Then::WordEnd),
    ("share this", Then::WordEnd),
    ("sign up for", Then::WordEnd),
    ("sign up to", Then::WordEnd),
    ("story continues", Then::WordEnd),
    ("subscribe", Then::WordEnd),
    ("this article first appeared", Then::Anything),
    ("this article first published", Then::Anything),
    ("this article originally appeared", Then::Anything),
    ("this article originally published", Then::Anything),
    ("this article was first appeared", Then::Anything),
    ("this article was first published", Then::Anything),
    ("this article was originally appeared", Then::Anything),
    ("this article was originally published", Then::Anything),
    ("view comments", Then::Anything),
    ("view the comments", Then::Anything),
    ("©", Then::Anything),
];

/// What must follow a beginning.
#[derive(Clone, Copy)]
enum Then {
    Anything,
    WordEnd,
    /// A colon somewhere behind blanks, or the end.
    Label,
    /// Blanks, a colon or none, and the end.
    Heading,
}

impl Then {
    fn holds(self, rest: &str) -> bool {
        match self {
            Self::Anything => true,
            Self::WordEnd => ends_word(rest),
            Self::Label => rest.is_empty() || rest.trim_start().starts_with(':'),
            Self::Heading => {
                let rest = rest.trim_start();
                rest.is_empty() || rest == ":"
            }
        }
    }
}

/// What a caption or credit begins with; a colon follows, or `by` and a colon.
const CAPTIONS: &[&str] = &[
    "caption",
    "file photo",
    "graphic",
    "illustration",
    "image",
    "images",
    "photo",
    "photos",
    "picture",
    "pictured",
    "pictures",
    "video",
    "watch",
];

/// What the bracket of a credit begins with.
const CREDITS: &[&str] = &["ap photo", "credit", "file", "image", "photo", "picture", "source"];

/// What stands before the colon of a credit at the end of a caption.
const CREDIT_LABELS: &[&str] = &["Credit", "Image", "Photo", "Photograph", "Picture"];

/// Agencies that a credit ends with.
const AGENCIES: &[&str] = &["AFP", "Alamy", "Getty", "Reuters", "Shutterstock"];

/// Last words of the names of outlets.
const OUTLETS: &[&str] = &[
    "ABC",
    "Agency",
    "Argus",
    "BBC",
    "Bulletin",
    "CBS",
    "CNN",
    "Chronicle",
    "Courier",
    "Daily",
    "Echo",
    "Express",
    "Gazette",
    "Guardian",
    "Herald",
    "Independent",
    "Journal",
    "Magazine",
    "Mail",
    "Mirror",
    "NBC",
    "NPR",
    "News",
    "Observer",
    "Online",
    "Post",
    "Press",
    "Radio",
    "Reuters",
    "Review",
    "Standard",
    "TV",
    "Telegraph",
    "Times",
    "Today",
    "Tribune",
];

/// `PORT AGNES, May 3 (NPA) —`, `LONDON (Agency) -`, `Port Agnes (NPA) —`, `(NPA) –`, `KYIV, Ukraine —`, by the [classes](class)
/// of their characters.
static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x-u)^(?:
            (?:A[A\ .'-]+|(?:A[Aa.'-]*\ ?){1,3})
                (?:,\ A[Aa.]*(?:\ A[Aa.]*)?)? (?:,?\ A[Aa]{2,8}\.?\ 0{1,2}(?:,\ 0{4})?)? \ ?\(A[^()]{1,30}\)
            | A[A.'-]{2,}(?:\ A[A.'-]+){0,3}
                (?:,\ A[Aa.]*(?:\ A[Aa.]*)?)? (?:,?\ A[Aa]{2,8}\.?\ 0{1,2})?
            | \(A[^()]{1,30}\)
        )\ ?(?:=|--|-)\ ",
    )
    .expect("the pattern is tested")
});

/// Bytes of the dateline that a block begins with, with its dash but without the space behind it.
pub(super) fn dateline(block: &str) -> Option<usize> {
    let head = head(block);
    let dash = || ["- ", "– ", "— "].iter().any(|dash| head.contains(dash));
    if !head.starts_with(|c: char| c == '(' || c.is_uppercase()) || !dash() {
        return None;
    }
    let classes: Vec<u8> = head.chars().map(class).collect();
    let characters = DATELINE.find(&classes)?.len();
    let (end, _) = head.char_indices().nth(characters).unwrap_or((head.len(), ' '));
    Some(head[..end].trim_end().len())
}

/// The class of a character of a dateline, as an ASCII character.
fn class(c: char) -> u8 {
    match c {
        '’' => b'\'',
        '—' | '–' => b'=',
        _ if c.is_uppercase() => b'A',
        _ if c.is_alphabetic() => b'a',
        _ if c.is_numeric() => b'0',
        _ if c.is_ascii() && c != '=' => c as u8,
        _ => b'?',
    }
}

/// The first bytes of a block, cut at a character.
fn head(block: &str) -> &str {
    let end = (0..=WINDOW.min(block.len())).rev().find(|&end| block.is_char_boundary(end));
    &block[..end.unwrap_or(0)]
}

/// Whether a block is a byline: `By …`, short, without a sentence in it.
pub(super) fn is_byline(block: &str) -> bool {
    let name = || {
        let rest = strip(block, "by")?;
        Some(rest.trim_start()).filter(|name| name.len() < rest.len() && name.starts_with(char::is_uppercase))
    };
    block.len() <= WINDOW
        && name().is_some_and(|name| !name.contains(['!', '?']) && stops_are_of_initials(name))
        && block.split_whitespace().count() <= 16
}

/// Whether every full stop stands behind a capital that is a word: `J. K. Marsh`.
fn stops_are_of_initials(name: &str) -> bool {
    name.match_indices('.').all(|(at, _)| {
        let mut back = name[..at].chars().rev();
        back.next().is_some_and(char::is_uppercase) && back.next().is_none_or(|c| !is_word(c))
    })
}

/// Whether a block is a caption or credit.
pub(super) fn is_caption(block: &str) -> bool {
    block.len() <= 3 * WINDOW
        && (is_labelled(block) || ends_in_bracketed_credit(block) || ends_in_agency(block) || ends_in_credit(block))
}

/// `Photo: …`, `Picture by: …`, `AP Photo …`.
fn is_labelled(block: &str) -> bool {
    let colon = |rest: &str| rest.trim_start().starts_with(':');
    CAPTIONS
        .iter()
        .filter_map(|label| strip(block, label))
        .any(|rest| colon(rest) || strip(rest, " by").is_some_and(colon))
        || ["AP ", "Reuters ", "AFP "]
            .iter()
            .filter_map(|agency| block.strip_prefix(agency))
            .filter_map(|rest| rest.strip_prefix("Photo").or_else(|| rest.strip_prefix("file photo")))
            .any(ends_word)
}

/// `… (Photo by Ana Ruiz)`.
fn ends_in_bracketed_credit(block: &str) -> bool {
    let inner = || {
        let before = block.strip_suffix('.').unwrap_or(block).strip_suffix(')')?;
        let open = before.rfind(['(', ')'])?;
        before[open..].strip_prefix('(')
    };
    inner().is_some_and(|inner| CREDITS.iter().filter_map(|label| strip(inner, label)).any(ends_word))
}

/// `… Ana Ruiz/Getty Images`, `… via AFP`.
fn ends_in_agency(block: &str) -> bool {
    let block = block.strip_suffix('.').unwrap_or(block);
    let block = block.strip_suffix(" Images").unwrap_or(block);
    AGENCIES.iter().filter_map(|agency| block.strip_suffix(agency)).any(|before| {
        let joined = |before: &str| ["/", "©", " via "].iter().any(|joint| before.ends_with(joint));
        joined(before) || before.strip_suffix(' ').is_some_and(joined)
    })
}

/// `… in May. Photo: Ana Ruiz`.
fn ends_in_credit(block: &str) -> bool {
    const NAME: std::ops::RangeInclusive<usize> = 3..=61;
    let mut colons = block.match_indices(':').filter_map(|(at, _)| Some((at, block[at + 1..].strip_prefix(' ')?)));
    colons.any(|(at, name)| {
        let labelled = || {
            let before = CREDIT_LABELS.iter().find_map(|label| block[..at].strip_suffix(label))?;
            before.strip_suffix(' ').filter(|before| before.ends_with(['.', '!', '?']))
        };
        labelled().is_some()
            && name.starts_with(char::is_uppercase)
            && !name.contains(['!', '?'])
            && NAME.contains(&name.chars().count())
    })
}

/// Whether a block is page furniture. Long blocks are prose, whatever they begin with.
pub(super) fn is_boilerplate(block: &str) -> bool {
    block.len() <= WINDOW
        && (BOILERPLATE.iter().any(|&(words, then)| strip(block, words).is_some_and(|rest| then.holds(rest)))
            || is_call_to_follow(block))
}

/// `Follow us on …`, `Follow the author on …`, `Follow @ana on …`.
fn is_call_to_follow(block: &str) -> bool {
    let Some(rest) = strip(block, "follow ") else { return false };
    let whom = strip(rest, "the author").unwrap_or_else(|| rest.trim_start_matches(|c| is_word(c) || c == '@'));
    whom.len() < rest.len() && strip(whom, " on").is_some_and(ends_word)
}

/// Whether a block begins with a bullet or number.
pub(super) fn is_list_item(block: &str) -> bool {
    match block.chars().next() {
        Some('•' | '·' | '▪' | '‣' | '◦' | '●' | '■') => true,
        Some(mark @ ('*' | '–' | '-')) => block[mark.len_utf8()..].starts_with(char::is_whitespace),
        _ => is_numbered(block.strip_prefix('(').unwrap_or(block)),
    }
}

/// `1. Ferries`, `12) Ferries`.
fn is_numbered(block: &str) -> bool {
    let digits = block.bytes().take_while(u8::is_ascii_digit).count();
    let Some(rest) = block[digits..].strip_prefix(['.', ')']) else { return false };
    let item = rest.trim_start();
    (1..=2).contains(&digits) && item.len() < rest.len() && item.starts_with(char::is_uppercase)
}

/// Whether a name looks like that of an outlet.
pub(super) fn is_outlet(name: &str) -> bool {
    let host = || [".com", ".co.uk", ".org", ".net"].iter().any(|ending| ends_in(name, ending));
    let word = |word: &&str| name.strip_suffix(*word).is_some_and(|before| !before.ends_with(is_word));
    name.starts_with("The ") || host() || OUTLETS.iter().any(word)
}

fn ends_in(name: &str, ending: &str) -> bool {
    let start = name.len().checked_sub(ending.len());
    start.and_then(|start| name.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case(ending))
}

/// What follows `words`, which are written in small letters here and in any way there, at the beginning of a block.
fn strip<'a>(block: &'a str, words: &str) -> Option<&'a str> {
    // Nearly all differ in their first letter, and this is asked for every block and every beginning.
    if block.as_bytes().first().map(u8::to_ascii_lowercase) != words.as_bytes().first().copied() {
        return None;
    }
    let (first, rest) = block.split_at_checked(words.len())?;
    first.eq_ignore_ascii_case(words).then_some(rest)
}

fn ends_word(rest: &str) -> bool {
    !rest.starts_with(is_word)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines() {
        let yes = [
            ("PORT AGNES (NPA) — The harbour", "PORT AGNES (NPA) —"),
            ("PORT AGNES, May 3 (NPA) - The harbour", "PORT AGNES, May 3 (NPA) -"),
            ("Port Agnes (NPA) -- The harbour", "Port Agnes (NPA) --"),
            ("(NPA) – The harbour", "(NPA) –"),
            ("LUNDBY, Norland — The harbour", "LUNDBY, Norland —"),
            ("ST. OLA — The harbour", "ST. OLA —"),
        ];
        for (block, expected) in yes {
            assert_eq!(dateline(block).map(|end| &block[..end]), Some(expected), "{block}");
        }
        let no = [
            "The harbour (NPA) closed — for good",
            "The mayor — a sailor — spoke",
            "He said no - twice",
            "A—B",
            "NATO said on Friday",
        ];
        for block in no {
            assert_eq!(dateline(block), None, "{block}");
        }
    }

    #[test]
    fn kinds_of_short_blocks() {
        assert!(
            is_byline("By Ana Ruiz") && is_byline("By ANA RUIZ, Harbour Correspondent") && is_byline("By J. K. Marsh")
        );
        assert!(!is_byline("By Friday the harbour had closed.") && !is_byline("by and by"));
        assert!(is_caption("Photo: A. Ruiz") && is_caption("The harbour in May. (Photo by Ana Ruiz)"));
        assert!(is_caption("The harbour in May. Photo: Ana Ruiz") && is_caption("The quay. Ana Ruiz/Getty Images"));
        assert!(
            is_caption("AP Photo by Ana Ruiz") && is_caption("PICTURED : the quay") && !is_caption("Photos of May")
        );
        assert!(!is_caption("He left (she said) the file."));
        assert!(!is_caption("The photo: it showed nothing, she said, and that was the point."));
        assert!(is_boilerplate("Read more: Harbour to close") && is_boilerplate("Sign up for our newsletter"));
        assert!(!is_boilerplate("Read the report, he said, and then tell me that it is wrong."));
        assert!(
            is_boilerplate("Related: ferries") && is_boilerplate("RELATED STORIES") && !is_boilerplate("Related news")
        );
        assert!(is_boilerplate("Follow @ana on Chirp") && is_boilerplate("Follow the author on Chirp"));
        assert!(!is_boilerplate("Follow us once more") && !is_boilerplate("Readmore") && !is_boilerplate("Seen also"));
        assert!(
            is_outlet("Harbour News") && is_outlet("ruiz.CO.UK") && !is_outlet("Outposts") && !is_outlet("Fishnews")
        );
        assert!(is_list_item("• Ferries") && is_list_item("1. Ferries stop") && !is_list_item("10 ferries stopped"));
    }
}
