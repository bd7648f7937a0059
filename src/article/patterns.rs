//! The shapes by which blocks of a plain text are told apart. Each pattern is anchored and looks at one short block or at
//! the beginning of one, so reading stays linear.

use std::sync::LazyLock;

use regex::Regex;

/// How many bytes of a block a pattern may look at.
const WINDOW: usize = 160;

macro_rules! pattern {
    ($name:ident, $pattern:expr) => {
        static $name: LazyLock<Regex> = LazyLock::new(|| Regex::new($pattern).expect("the pattern is tested"));
    };
}

// `PORT AGNES, May 3 (NPA) —`, `LONDON (Agency) -`, `Port Agnes (NPA) —`, `(NPA) –`, `KYIV, Ukraine —`.
pattern!(
    DATELINE,
    r"(?x)^(?:
        (?:\p{Lu}[\p{Lu}\ .'’-]+|(?:\p{Lu}[\p{L}.'’-]*\ ?){1,3})
            (?:,\ \p{Lu}[\p{L}.]*(?:\ \p{Lu}[\p{L}.]*)?)? (?:,?\ \p{Lu}\p{L}{2,8}\.?\ \d{1,2}(?:,\ \d{4})?)? \ ?\(\p{Lu}[^()]{1,30}\)
        | \p{Lu}[\p{Lu}.'’-]{2,}(?:\ \p{Lu}[\p{Lu}.'’-]+){0,3}
            (?:,\ \p{Lu}[\p{L}.]*(?:\ \p{Lu}[\p{L}.]*)?)? (?:,?\ \p{Lu}\p{L}{2,8}\.?\ \d{1,2})?
        | \(\p{Lu}[^()]{1,30}\)
    )\ ?(?:—|–|--|-)\ "
);
pattern!(BYLINE, r"^(?i:by)\s+(?:\p{Lu}\.\s?|\p{Lu}[^.!?]*?)(?:\b\p{Lu}\.|[^.!?])*$");
pattern!(
    CAPTION,
    r"(?x)^(?i:photos?|pictures?|pictured|image|images|caption|file\ photo|video|watch|graphic|illustration)(?:\ by)?\s*:
      | \((?i:photo|image|picture|credit|source|ap\ photo|file)\b[^()]*\)\.?$ | (?:/|©|\ via\ )\ ?(?:Getty|AFP|Reuters|Alamy|Shutterstock)(?:\ Images)?\.?$
      | ^(?:AP|Reuters|AFP)\ (?:Photo|file\ photo)\b | [.!?]\ (?:Photo|Photograph|Picture|Image|Credit):\ \p{Lu}[^!?]{2,60}$"
);
pattern!(
    BOILERPLATE,
    r"(?x)^(?i: read\ (?:more|next|also|the\ full)\b | related(?:\ (?:stories|articles|content|coverage|topics))?\s*(?::|$) | sign\ up\ (?:for|to)\b
      | subscribe\b | advertisement\b | follow\ (?:us|him|her|the\ author|[\w@]+)\ on\b | share\ this\b | click\ here\b | story\ continues\b | continue\ reading\b
      | more:\  | see\ also\b | most\ read\b | don['’]t\ miss\b | copyright\b | ©\ | all\ rights\ reserved | (?:get|download)\ the\ app\b | join\ the\ conversation\b
      | view\ (?:the\ )?comments | loading\b | this\ article\ (?:was\ )?(?:first|originally)\ (?:appeared|published) | download\ our\ app | recommended\b\s*:?$)"
);
pattern!(LIST_ITEM, r"^(?:[•·▪‣◦●■]\s*|[*–-]\s+|\(?\d{1,2}[.)]\s+\p{Lu})");
pattern!(
    OUTLET,
    r"(?x)(?i:\.(?:com|co\.uk|org|net)$) | \b(?i:News|Times|Post|Gazette|Herald|Journal|Guardian|Tribune|Chronicle|Mail|Express|Telegraph|Mirror
      |Independent|Observer|Courier|Review|Press|Daily|Today|Magazine|Online|Agency|Radio|TV|BBC|CNN|NPR|NBC|CBS|ABC|Reuters|Bulletin|Echo|Argus|Standard)$"
);

/// Bytes of the dateline that a block begins with, with its dash but without the space behind it.
pub(super) fn dateline(block: &str) -> Option<usize> {
    let found = DATELINE.find(head(block))?;
    Some(found.as_str().trim_end().len())
}

/// Whether a block is a byline: `By …`, short, without a sentence in it.
pub(super) fn is_byline(block: &str) -> bool {
    block.len() <= WINDOW && block.split_whitespace().count() <= 16 && BYLINE.is_match(block)
}

/// Whether a block is a caption or credit.
pub(super) fn is_caption(block: &str) -> bool {
    block.len() <= 3 * WINDOW && CAPTION.is_match(block)
}

/// Whether a block is page furniture. Long blocks are prose, whatever they begin with.
pub(super) fn is_boilerplate(block: &str) -> bool {
    block.len() <= WINDOW && BOILERPLATE.is_match(block)
}

/// Whether a block begins with a bullet or number.
pub(super) fn is_list_item(block: &str) -> bool {
    LIST_ITEM.is_match(head(block))
}

/// Whether a name looks like that of an outlet.
pub(super) fn is_outlet(name: &str) -> bool {
    name.starts_with("The ") || OUTLET.is_match(name)
}

/// The first bytes of a block, cut at a character.
fn head(block: &str) -> &str {
    let end = (0..=WINDOW.min(block.len())).rev().find(|&end| block.is_char_boundary(end));
    &block[..end.unwrap_or(0)]
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
        assert!(!is_caption("The photo: it showed nothing, she said, and that was the point."));
        assert!(is_boilerplate("Read more: Harbour to close") && is_boilerplate("Sign up for our newsletter"));
        assert!(!is_boilerplate("Read the report, he said, and then tell me that it is wrong."));
        assert!(is_list_item("• Ferries") && is_list_item("1. Ferries stop") && !is_list_item("10 ferries stopped"));
    }
}
