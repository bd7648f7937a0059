//! Words coloured by one of their parts.
//!
//! # What it finds
//! Compounds and coinages whose second or first part judges, whatever the other part is: *rage-fuelled*, *freedom-hating*,
//! *crime-infested*, *liar-in-chief*, *pseudo-scholar*, *outragemonger*, *snowpocalypse*, *Bridgegate*.
//!
//! # Why it matters
//! News coins words daily; no list has them, but the parts that judge are few (derogatory and evaluative morphology).
//!
//! # Examples
//! *the freedom-hating caliph*; *a crime-infested quarter*; *the tweeter-in-chief*.
//!
//! # Counter-examples
//! *shark-infested waters*; *a fun-loving aunt*; *the editor-in-chief*; *a pseudonym*; *Margate*.
//!
//! # Known limits
//! First parts that make the compound literal are a list.

use super::mark::{Context, Mark};
use super::{Category, Strength, rules};
use crate::document::{TokenKind, TokenRange};

/// A part that colours, the first or last of a compound.
struct Part {
    text: &'static str,
    category: Category,
    strength: Strength,
    percent: i32,
    /// Other parts beside which it is literal or usual.
    except: &'static [&'static str],
}

const fn part(
    text: &'static str,
    category: Category,
    strength: Strength,
    percent: i32,
    except: &'static [&'static str],
) -> Part {
    Part { text, category, strength, percent, except }
}

use Category::{Evaluative, Exaggeration, Label, LoadedTerm, Metaphor, Sensational};
use Strength::{Clear, Flagrant, Mild};

/// Last parts after a hyphen: `freedom-hating`.
const LAST: &[Part] = &[
    part("addled", Evaluative, Flagrant, 70, &[]),
    part("baiting", Evaluative, Clear, 55, &["bear", "bull", "badger"]),
    part("bashing", Evaluative, Clear, 55, &[]),
    part("blinded", Evaluative, Clear, 50, &["snow"]),
    part("clutching", Evaluative, Clear, 50, &[]),
    part("crazed", Evaluative, Flagrant, 70, &[]),
    part("deranged", Evaluative, Flagrant, 70, &[]),
    part("drenched", Evaluative, Clear, 45, &["rain", "sun", "sweat"]),
    part("fueled", Evaluative, Clear, 45, FUELS),
    part("fuelled", Evaluative, Clear, 45, FUELS),
    part("grubbing", Evaluative, Flagrant, 65, &[]),
    part("happy", Evaluative, Clear, 50, &["un", "not", "slap"]),
    part("hating", Evaluative, Flagrant, 70, &[]),
    part("hugging", Evaluative, Clear, 50, &["figure", "body", "coast", "road"]),
    part("hungry", Evaluative, Clear, 55, &[]),
    part("infested", Metaphor, Clear, 55, PESTS),
    part("loving", Evaluative, Clear, 50, &["fun", "peace", "home", "water", "shade", "sun", "heat", "acid"]),
    part("mongering", Evaluative, Flagrant, 70, &[]),
    part("obsessed", Evaluative, Clear, 60, &[]),
    part("peddling", Evaluative, Clear, 60, &["drug", "back", "soft"]),
    part("plagued", Evaluative, Clear, 50, &[]),
    part("ravaged", Evaluative, Clear, 40, &["war", "fire", "storm", "hurricane", "flood", "drought"]),
    part("riddled", Evaluative, Clear, 50, &["bullet", "cancer", "tumour", "worm"]),
    part("soaked", Evaluative, Clear, 45, &["rain", "water", "sun", "petrol", "sweat", "oil"]),
    part("stained", Evaluative, Clear, 40, &["tear", "blood", "tobacco", "water", "oil", "grass"]),
    part("sucking", Evaluative, Flagrant, 65, &["blood", "thumb", "sap"]),
    part("tainted", Evaluative, Clear, 45, &["lead", "blood", "melamine"]),
    part("worshipping", Evaluative, Flagrant, 65, &["sun"]),
];

const FUELS: &[&str] = &[
    "coal", "gas", "oil", "diesel", "petrol", "wood", "nuclear", "hydrogen", "biomass", "solid", "liquid", "re", "un",
];

const PESTS: &[&str] = &[
    "shark",
    "rat",
    "flea",
    "lice",
    "mosquito",
    "tick",
    "crocodile",
    "alligator",
    "termite",
    "roach",
    "cockroach",
    "bedbug",
    "worm",
    "snake",
    "mouse",
    "mice",
    "beetle",
    "weed",
    "mite",
    "insect",
    "parasite",
];

/// First parts before a hyphen: `pseudo-scholar`.
const FIRST: &[Part] = &[
    part("arch", Evaluative, Clear, 50, &["way"]),
    part("crypto", Label, Clear, 55, CRYPTO),
    part("faux", Evaluative, Clear, 55, &["fur", "leather", "suede", "hawk", "pas", "marble", "wood"]),
    part("pseudo", Evaluative, Clear, 60, &["random", "code", "ephedrine", "gene"]),
    part("quasi", Evaluative, Mild, 30, &[]),
    part("uber", Evaluative, Clear, 50, &[]),
    part("über", Evaluative, Clear, 50, &[]),
    part("wannabe", Label, Clear, 60, &[]),
];

const CRYPTO: &[&str] = &[
    "currency",
    "currencies",
    "asset",
    "assets",
    "coin",
    "coins",
    "exchange",
    "token",
    "trading",
    "jacking",
    "mining",
];

/// Ends of words written as one: `outragemonger`. The rest of the word must have four letters.
const ENDS: &[Part] = &[
    part("monger", Label, Flagrant, 65, MONGERS),
    part("mongers", Label, Flagrant, 65, MONGERS),
    part("mongering", LoadedTerm, Flagrant, 65, &["fish", "iron"]),
    part("pocalypse", Sensational, Flagrant, 60, &["a"]),
    part("mageddon", Sensational, Flagrant, 60, &["ar"]),
    part("splaining", LoadedTerm, Flagrant, 60, &[]),
    part("aganza", Exaggeration, Clear, 40, &["extrav"]),
];

const MONGERS: &[&str] = &["fish", "iron", "cheese", "coster", "coffee"];

/// Beginnings of words written as one: `pseudoscience`. The rest of the word must have four letters.
const BEGINNINGS: &[Part] = &[part("pseudo", Evaluative, Clear, 60, PSEUDO)];

const PSEUDO: &[&str] = &["nym", "nyms", "nymous", "nymously", "nymity", "ephedrine", "monas", "pod", "pods", "morph"];

/// Heads of office: beside these *-in-chief* is a title.
const IN_CHIEF: &[&str] = &["commander", "commanders", "editor", "editors", "surgeon", "engineer", "prosecutor"];

/// Places and words in *-gate*; all scandals but the first are named after it.
const GATES: &[&str] = &[
    "aldgate",
    "apsley",
    "applegate",
    "aldersgate",
    "billingsgate",
    "bishopsgate",
    "canongate",
    "colgate",
    "cowgate",
    "eastgate",
    "elmgate",
    "fergate",
    "golden",
    "harrogate",
    "highgate",
    "kingsgate",
    "ludgate",
    "margate",
    "moorgate",
    "newgate",
    "northgate",
    "palmers",
    "ramsgate",
    "reigate",
    "sandgate",
    "seagate",
    "southgate",
    "watergate",
    "wingate",
    "westgate",
    "woodgate",
    "investigate",
    "delegate",
    "surrogate",
    "navigate",
    "mitigate",
    "aggregate",
    "propagate",
    "interrogate",
    "tailgate",
    "floodgate",
    "subrogate",
    "promulgate",
    "conjugate",
    "segregate",
    "congregate",
    "irrigate",
    "litigate",
    "instigate",
    "castigate",
    "fumigate",
    "relegate",
    "abrogate",
];

/// No coinage has fewer letters.
const SHORTEST: usize = 8;

/// Marks compounds and coinages.
pub(super) fn find<'s>(context: Context<'_>, marks: &mut Vec<Mark<'s>>) {
    for index in context.scan.affixes() {
        marks.extend(if context.is_word(index) { coinage(context, index) } else { compound(context, index) });
    }
}

/// The mark of the compound around a hyphen, if it is coloured.
fn compound<'s>(context: Context<'_>, hyphen: usize) -> Option<Mark<'s>> {
    let first = hyphen.checked_sub(1)?;
    let joined = |left: usize, right: usize| {
        context
            .tokens
            .get(left)
            .zip(context.tokens.get(right))
            .is_some_and(|(left, right)| left.span().end() == right.span().start())
    };
    if !joined(first, hyphen) || !joined(hyphen, hyphen + 1) || !context.is_word(first) || !context.is_word(hyphen + 1)
    {
        return None;
    }
    let before = context.document.word(first).to_lowercase();
    let after = context.document.word(hyphen + 1).to_lowercase();
    let is_free = |part: &Part, other: &str| !part.except.contains(&other);
    let tokens = TokenRange::new(compound_start(context, first), compound_end(context, hyphen + 1) + 1);
    if after == "in"
        && context.document.word(hyphen + 2) == "-"
        && context.document.word(hyphen + 3).eq_ignore_ascii_case("chief")
    {
        if IN_CHIEF.contains(&before.as_str()) {
            return None;
        }
        return Some(coloured(context, tokens, &part("-in-chief", Label, Clear, 60, &[])));
    }
    let part = LAST
        .iter()
        .find(|part| part.text == after && is_free(part, &before))
        .or_else(|| FIRST.iter().find(|part| part.text == before && is_free(part, &after)))?;
    Some(coloured(context, tokens, part))
}

/// The first token of the hyphenated word that a token belongs to.
pub(super) fn compound_start(context: Context<'_>, mut token: usize) -> usize {
    for _ in 0..MAX_PARTS {
        let Some(before) = token.checked_sub(2) else { break };
        if !(is_hyphen_between(context, before)) {
            break;
        }
        token = before;
    }
    token
}

/// The last token of the hyphenated word that a token belongs to.
pub(super) fn compound_end(context: Context<'_>, mut token: usize) -> usize {
    for _ in 0..MAX_PARTS {
        if !is_hyphen_between(context, token) {
            break;
        }
        token += 2;
    }
    token
}

/// Words of a compound beyond which nobody writes one.
const MAX_PARTS: usize = 4;

/// Whether a word and the second one after it are joined by a hyphen.
fn is_hyphen_between(context: Context<'_>, word: usize) -> bool {
    let Some([left, hyphen, right]) = context.tokens.get(word..word + 3) else { return false };
    hyphen.kind() == TokenKind::Punctuation
        && left.span().end() == hyphen.span().start()
        && hyphen.span().end() == right.span().start()
        && left.kind() == TokenKind::Word
        && right.kind() == TokenKind::Word
        && context.document.slice(hyphen.span()) == "-"
}

/// Whether a word ends or begins with the letters of a coinage: no for nearly all, and quicker than to ask for each.
pub(super) fn may_be_coined(word: &[u8]) -> bool {
    if word.len() < SHORTEST {
        return false;
    }
    let small = |bytes: Option<&[u8; 4]>| bytes.map(|bytes| bytes.map(|byte| byte.to_ascii_lowercase()));
    matches!(
        small(word.last_chunk()).as_ref(),
        Some(b"nger" | b"gers" | b"ring" | b"ypse" | b"ddon" | b"ning" | b"anza" | b"gate")
    ) || small(word.first_chunk()).as_ref() == Some(b"pseu")
}

/// The mark of a word whose beginning or end colours it.
fn coinage<'s>(context: Context<'_>, token: usize) -> Option<Mark<'s>> {
    let word = context.document.word(token);
    if !word.is_ascii() {
        return None;
    }
    let bytes = word.as_bytes();
    let ends =
        |end: &str| bytes.len() > end.len() && bytes[bytes.len() - end.len()..].eq_ignore_ascii_case(end.as_bytes());
    let begins = |start: &str| bytes.len() > start.len() && bytes[..start.len()].eq_ignore_ascii_case(start.as_bytes());
    let one = TokenRange::new(token, token + 1);
    let is_long = |part: &Part| word.len() >= part.text.len() + 3;
    if let Some(part) = ENDS.iter().find(|part| is_long(part) && ends(part.text)) {
        let rest = word[..word.len() - part.text.len()].to_ascii_lowercase();
        return (!part.except.contains(&rest.as_str())).then(|| coloured(context, one, part));
    }
    if let Some(part) = BEGINNINGS.iter().find(|part| is_long(part) && begins(part.text)) {
        let rest = word[part.text.len()..].to_ascii_lowercase();
        return (!part.except.contains(&rest.as_str())).then(|| coloured(context, one, part));
    }
    let is_gate = ends("gate") && context.is_capitalized(token) && !context.tokens[token].shape().is_all_caps();
    (is_gate && !GATES.contains(&word.to_ascii_lowercase().as_str()))
        .then(|| coloured(context, one, &part("-gate", Sensational, Clear, 45, &[])))
}

fn coloured<'s>(context: Context<'_>, tokens: TokenRange, part: &Part) -> Mark<'s> {
    let reason = format!("{}: the part “{}” colours whatever it is joined to", part.category.meaning(), part.text);
    Mark {
        reason: Some(reason.into()),
        ..Mark::new(context, tokens, part.category, part.strength, part.percent, rules::AFFIX)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::marks;
    use super::{BEGINNINGS, ENDS, may_be_coined, rules};

    #[test]
    fn every_part_may_be_coined() {
        let ends = ENDS.iter().map(|part| format!("Wxyz{}", part.text));
        let beginnings = BEGINNINGS.iter().map(|part| format!("{}WXYZ", part.text.to_uppercase()));
        for word in ends.chain(beginnings).chain(["Wxyzgate".to_owned()]) {
            assert!(may_be_coined(word.as_bytes()), "{word}");
        }
        assert!(!may_be_coined(b"the") && !may_be_coined(b"ordinary"));
    }

    #[test]
    fn parts_that_colour() {
        marks(
            &rules::AFFIX,
            &[
                ("A harbour-hating mayor spoke in Vasarel.", &["harbour-hating"]),
                ("They fled a slogan-infested quarter of Port Lund.", &["slogan-infested"]),
                ("Another envy-fuelled rally ended at noon.", &["envy-fuelled"]),
                ("The tweeter-in-chief was back.", &["tweeter-in-chief"]),
                ("A pseudo-scholar from Osk wrote it.", &["pseudo-scholar"]),
                ("It is pseudoscience, the editor wrote.", &["pseudoscience"]),
                ("The outragemongers met again.", &["outragemongers"]),
                ("Commuters braced for pigeonmageddon.", &["pigeonmageddon"]),
                ("The affair was soon called Bridgegate.", &["Bridgegate"]),
                ("A publicity-obsessed mayor cut the ribbon.", &["publicity-obsessed"]),
                ("The tax-and-spend-loving deputies voted.", &["tax-and-spend-loving"]),
                ("A crypto-monarchist sect bought the farm.", &["crypto-monarchist"]),
            ],
        );
    }

    #[test]
    fn parts_that_are_literal() {
        marks(
            &rules::AFFIX,
            &[
                ("They swam in shark-infested waters off Osk.", &[]),
                ("A fun-loving aunt of five, she died on Monday.", &[]),
                ("Ana Ruiz was editor-in-chief of the Courier.", &[]),
                ("She wrote under a pseudonym.", &[]),
                ("The train to Margate was late.", &[]),
                ("The Watergate hotel has reopened.", &[]),
                ("A coal-fuelled power station closed.", &[]),
                ("A fishmonger and an ironmonger share the shop.", &[]),
                ("They bought crypto-currency worth £300.", &[]),
                ("The apocalypse was painted in 1512.", &[]),
                ("They will investigate the fire.", &[]),
                ("The score was 3 -hating is no word.", &[]),
            ],
        );
    }
}
