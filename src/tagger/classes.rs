//! The classes the tagger tells apart: a little finer than [`Tag`], so that a verb sees whether its subject is plural.

use crate::document::{Tag, Upos, VerbForm};

/// Number of classes, and of weights in a row.
pub(crate) const CLASSES: usize = 32;

/// What stands before the first word of a sentence.
pub(crate) const EDGE: Class = CLASSES as Class;

/// Index of a class.
pub(crate) type Class = u8;

/// Classes of one universal part of speech that Penn tags split further.
const PLURAL: Class = 24;
const POSSESSIVE: Class = 25;
const WH_PRONOUN: Class = 26;
const PARTICLE: Class = 27;

const UPOS: [Upos; 15] = [
    Upos::Adj,
    Upos::Adp,
    Upos::Adv,
    Upos::Cconj,
    Upos::Det,
    Upos::Intj,
    Upos::Noun,
    Upos::Num,
    Upos::Part,
    Upos::Pron,
    Upos::Propn,
    Upos::Punct,
    Upos::Sconj,
    Upos::Sym,
    Upos::X,
];

const FORMS: [VerbForm; 6] = [VerbForm::Vb, VerbForm::Vbd, VerbForm::Vbg, VerbForm::Vbn, VerbForm::Vbp, VerbForm::Vbz];

/// The tag of each class.
pub(crate) const TAGS: [Tag; CLASSES] = tags();

const fn tags() -> [Tag; CLASSES] {
    let mut tags = [Tag::new(Upos::X); CLASSES];
    let mut at = 0;
    while at < UPOS.len() {
        tags[at] = Tag::new(UPOS[at]);
        at += 1;
    }
    let mut form = 0;
    while form < FORMS.len() {
        tags[15 + form] = Tag::verb(Upos::Verb, FORMS[form]);
        form += 1;
    }
    // Auxiliaries: the classes that are left over.
    tags[21] = Tag::verb(Upos::Aux, VerbForm::Md);
    tags[22] = Tag::verb(Upos::Aux, VerbForm::Vb);
    tags[23] = Tag::verb(Upos::Aux, VerbForm::Vbd);
    tags[PLURAL as usize] = Tag::new(Upos::Noun);
    tags[POSSESSIVE as usize] = Tag::new(Upos::Pron);
    tags[WH_PRONOUN as usize] = Tag::new(Upos::Pron);
    tags[PARTICLE as usize] = Tag::new(Upos::Adp);
    tags[28] = Tag::verb(Upos::Aux, VerbForm::Vbg);
    tags[29] = Tag::verb(Upos::Aux, VerbForm::Vbn);
    tags[30] = Tag::verb(Upos::Aux, VerbForm::Vbp);
    tags[31] = Tag::verb(Upos::Aux, VerbForm::Vbz);
    tags
}

/// Classes of *'s*, as bits: particle, auxiliary (*is*, *has*), pronoun (*let's*).
pub(crate) const GENITIVE: u32 = 1 << 8 | 1 << 9 | 1 << 31;

/// The class of names, as a bit.
pub(crate) const NAME: u32 = 1 << 10;

/// All classes but the verbs that a word is not by the bits of the [word list](super::wordlist).
#[inline]
pub(crate) const fn possible_verbs(listed: u32) -> u32 {
    const VERBS: u32 = 0b11_1111 << 15;
    // Of each form of a verb, in the order of FORMS: the bit of the word list.
    const BITS: [u32; 6] = [2, 3, 5, 4, 2, 6];
    let (mut possible, mut form) = (!VERBS, 0);
    while form < BITS.len() {
        possible |= (listed >> BITS[form] & 1) << (15 + form);
        form += 1;
    }
    possible
}

/// What a class does in a clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Role {
    /// A finite verb or auxiliary.
    Finite,
    /// Another form of a verb.
    Verb,
    /// A conjunction or pronoun that begins a clause.
    Opener,
    /// A noun, name or pronoun.
    Nominal,
    Other,
}

/// What a class does in a clause.
#[inline]
pub(crate) fn role(class: Class) -> Role {
    // A table is quicker than jumps that depend on the text.
    const ROLES: [Role; CLASSES] = {
        let mut roles = [Role::Other; CLASSES];
        let mut class = 0;
        while class < CLASSES {
            roles[class] = role_of(class as Class);
            class += 1;
        }
        roles
    };
    ROLES.get(usize::from(class)).copied().unwrap_or(Role::Other)
}

const fn role_of(class: Class) -> Role {
    match class {
        16 | 19..=21 | 23 | 30 | 31 => Role::Finite,
        15 | 17 | 18 | 22 | 28 | 29 => Role::Verb,
        12 | WH_PRONOUN => Role::Opener,
        6 | 7 | 9 | 10 | PLURAL => Role::Nominal,
        _ => Role::Other,
    }
}

/// The class of a universal and a Penn tag; `None` if they do not fit together.
pub(crate) fn class_of(upos: &str, xpos: &str) -> Option<Class> {
    let upos = match (upos, xpos) {
        // Words inside names keep a tag of their own in some treebanks (United/VERB Kingdom); here a name is a name.
        (_, "NNP" | "NNPS") => return class_of_tag(Tag::new(Upos::Propn)),
        ("NOUN", "NNS") => return Some(PLURAL),
        ("PRON", "PRP$" | "WP$") => return Some(POSSESSIVE),
        ("PRON", "WDT" | "WP") => return Some(WH_PRONOUN),
        ("ADP", "RP") => return Some(PARTICLE),
        ("VERB", _) => Upos::Verb,
        ("AUX", _) => Upos::Aux,
        _ => return UPOS.iter().find(|known| name(**known) == upos).and_then(|upos| class_of_tag(Tag::new(*upos))),
    };
    let form = match xpos {
        "VB" => VerbForm::Vb,
        "VBD" => VerbForm::Vbd,
        "VBG" => VerbForm::Vbg,
        "VBN" => VerbForm::Vbn,
        "VBP" => VerbForm::Vbp,
        "VBZ" => VerbForm::Vbz,
        "MD" => VerbForm::Md,
        _ => return None,
    };
    class_of_tag(Tag::verb(upos, form))
}

/// The first class with this tag.
fn class_of_tag(tag: Tag) -> Option<Class> {
    TAGS.iter().position(|known| *known == tag).map(|at| at as Class)
}

fn name(upos: Upos) -> &'static str {
    match upos {
        Upos::Adj => "ADJ",
        Upos::Adp => "ADP",
        Upos::Adv => "ADV",
        Upos::Aux => "AUX",
        Upos::Cconj => "CCONJ",
        Upos::Det => "DET",
        Upos::Intj => "INTJ",
        Upos::Noun => "NOUN",
        Upos::Num => "NUM",
        Upos::Part => "PART",
        Upos::Pron => "PRON",
        Upos::Propn => "PROPN",
        Upos::Punct => "PUNCT",
        Upos::Sconj => "SCONJ",
        Upos::Sym => "SYM",
        Upos::Verb => "VERB",
        Upos::X => "X",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_has_a_tag_of_its_own_or_of_its_coarser_class() {
        for (upos, xpos, tag) in [
            ("NOUN", "NN", Tag::new(Upos::Noun)),
            ("NOUN", "NNS", Tag::new(Upos::Noun)),
            ("VERB", "NNP", Tag::new(Upos::Propn)),
            ("ADP", "RP", Tag::new(Upos::Adp)),
            ("VERB", "VBD", Tag::verb(Upos::Verb, VerbForm::Vbd)),
            ("AUX", "MD", Tag::verb(Upos::Aux, VerbForm::Md)),
            ("AUX", "VBZ", Tag::verb(Upos::Aux, VerbForm::Vbz)),
            ("PRON", "PRP$", Tag::new(Upos::Pron)),
        ] {
            let class = class_of(upos, xpos).expect("a class");
            assert_eq!(TAGS[usize::from(class)], tag, "{upos} {xpos}");
        }
        assert_eq!(class_of("VERB", "NN"), None);
        assert_eq!(class_of("_", "_"), None);
        let used: std::collections::BTreeSet<_> = TAGS.iter().collect();
        assert_eq!(used.len(), 28);
        let of = |bits: u32| (0..CLASSES).filter(move |class| bits >> class & 1 == 1).map(|class| TAGS[class]);
        assert_eq!(of(NAME).collect::<Vec<_>>(), [Tag::new(Upos::Propn)]);
        let genitive = [Tag::new(Upos::Part), Tag::new(Upos::Pron), Tag::verb(Upos::Aux, VerbForm::Vbz)];
        assert_eq!(of(GENITIVE).collect::<Vec<_>>(), genitive);
        let past_or_participle: Vec<_> =
            of(possible_verbs(1 << 3 | 1 << 4)).filter(|tag| tag.upos == Upos::Verb).collect();
        assert_eq!(past_or_participle, [Tag::verb(Upos::Verb, VerbForm::Vbd), Tag::verb(Upos::Verb, VerbForm::Vbn)]);
    }
}
