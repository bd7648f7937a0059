//! Verb groups.

use super::{Modality, NounPhrase, Tense, VerbGroup};
use crate::document::{Document, Tag, Token, TokenRange, Upos, VerbForm, WordKey};
use crate::text::KeyList;

static BE: KeyList<14> =
    KeyList::of(["be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m", "s", "re", "ai"]);
static HAVE: KeyList<7> = KeyList::of(["have", "has", "had", "having", "'ve", "'s", "'d"]);
static GET: KeyList<5> = KeyList::of(["get", "gets", "got", "gotten", "getting"]);
static NOT: KeyList<5> = KeyList::of(["not", "n't", "nt", "never", "nor"]);
static POSSIBLE: KeyList<5> = KeyList::of(["can", "could", "may", "might", "ca"]);
static NECESSARY: KeyList<4> = KeyList::of(["must", "should", "ought", "need"]);
static FUTURE: KeyList<5> = KeyList::of(["will", "shall", "'ll", "wo", "sha"]);
/// Participles behind *'s* that tell it is *has*.
static BEHIND_HAS: KeyList<6> = KeyList::of(["been", "had", "got", "said", "become", "come"]);

/// Forms of *have* before *to*.
static HAVE_TO: KeyList<4> = KeyList::of(["have", "has", "had", "having"]);
const GOT: WordKey = WordKey::ascii("got");
const TO: WordKey = WordKey::ascii("to");
static GOING: KeyList<2> = KeyList::of(["going", "gon"]);
static TA: KeyList<2> = KeyList::of(["na", "ta"]);
const OUGHT: WordKey = WordKey::ascii("ought");
const IS_OR_HAS: WordKey = WordKey::ascii("'s");
const COMMA: WordKey = WordKey::ascii(",");
const HYPHEN: WordKey = WordKey::ascii("-");

/// How many verbs a group may have: *would have been going to be being asked*.
const MOST: usize = 8;

/// How many adverbs may stand between two verbs of a group.
const ADVERBS: usize = 4;

/// The verb groups of a document, in order, disjoint. Linear in the number of tokens.
///
/// Participles inside noun phrases (*the elected president*) are no verb groups.
pub(in crate::document) fn verb_groups(document: &Document, phrases: &[NounPhrase]) -> Vec<VerbGroup> {
    let mut found = Vec::with_capacity(document.tokens().len() / 8);
    let mut phrases = phrases.iter().map(|phrase| phrase.tokens()).peekable();
    let mut words = Words { tokens: document.tokens(), tags: document.tags(), end: 0 };
    for sentence in document.sentences() {
        let mut at = sentence.tokens().start();
        while at < sentence.tokens().end() {
            while phrases.next_if(|phrase| phrase.end() <= at).is_some() {}
            let phrase = phrases.peek().copied().unwrap_or_default();
            if phrase.contains(at) {
                at = phrase.end();
                continue;
            }
            // A group ends before the next noun phrase at the latest.
            words.end =
                if phrase.is_empty() { sentence.tokens().end() } else { sentence.tokens().end().min(phrase.start()) };
            let group = words.group(at);
            at = group.map_or(at + 1, |group| group.tokens.end());
            found.extend(group);
        }
    }
    found.shrink_to_fit();
    found
}

struct Words<'d> {
    tokens: &'d [Token],
    tags: &'d [Tag],
    end: usize,
}

impl Words<'_> {
    fn is(&self, at: usize, key: WordKey) -> bool {
        at < self.end && self.tokens[at].key() == key
    }

    fn is_one_of<const N: usize>(&self, at: usize, words: &KeyList<N>) -> bool {
        at < self.end && words.contains(self.tokens[at].key())
    }

    fn tag(&self, at: usize) -> Tag {
        if at < self.end { self.tags[at] } else { Tag::default() }
    }

    /// Whether a verb is half of a compound: *Russia-backed*.
    fn is_hyphenated(&self, at: usize) -> bool {
        let touches = |a: usize, b: usize| self.tokens[a].span().end() == self.tokens[b].span().start();
        let before = at > 0 && self.is(at - 1, HYPHEN) && touches(at - 1, at);
        let behind = self.tokens.get(at + 1).is_some_and(|next| next.key() == HYPHEN) && touches(at, at + 1);
        before || behind
    }

    fn is_to(&self, at: usize) -> bool {
        self.is(at, TO) && self.tag(at).upos == Upos::Part
    }

    /// Skips adverbs and negation, and adverbs between commas, if a verb follows them.
    fn next_verb(&self, from: usize) -> Option<usize> {
        let mut at = from;
        if self.is(at, COMMA) && self.tag(at + 1).upos == Upos::Adv && self.is(at + 2, COMMA) {
            at += 3;
        }
        for _ in 0..=ADVERBS {
            let tag = self.tag(at);
            if tag.is_verbal() {
                return Some(at);
            }
            if tag.upos != Upos::Adv && !self.is_one_of(at, &NOT) {
                return None;
            }
            at += 1;
        }
        None
    }

    /// The group that starts here, if one does.
    fn group(&self, start: usize) -> Option<VerbGroup> {
        let negated_to = self.is_one_of(start, &NOT) && self.is_to(start + 1);
        let to = start + usize::from(negated_to);
        let first = if self.is_to(to) {
            self.next_verb(to + 1).filter(|&verb| self.is_base(verb))?
        } else if self.tag(start).is_verbal() && !self.is_hyphenated(start) {
            start
        } else {
            return None;
        };
        let mut group = Group { words: self, verbs: [first; MOST], count: 1, has_to: false, going_to: false };
        group.extend();
        Some(group.finish(start))
    }

    fn is_base(&self, at: usize) -> bool {
        // Some base forms look like the present or past (to cut, to put), and so they get tagged.
        self.tag(at).is_verbal() && !matches!(self.tag(at).form, Some(VerbForm::Vbz | VerbForm::Vbg | VerbForm::Md))
    }
}

struct Group<'w> {
    words: &'w Words<'w>,
    verbs: [usize; MOST],
    count: usize,
    has_to: bool,
    going_to: bool,
}

impl Group<'_> {
    fn last(&self) -> usize {
        self.verbs[self.count - 1]
    }

    /// Takes verbs as long as one follows that fits.
    fn extend(&mut self) {
        while let Some(next) = self.next() {
            self.verbs[self.count] = next;
            self.count += 1;
        }
    }

    fn next(&mut self) -> Option<usize> {
        if self.count == MOST {
            return None;
        }
        let (words, last) = (self.words, self.last());
        if let Some(verb) = self.behind_to(last) {
            return Some(verb);
        }
        let auxiliary = words.tag(last).upos == Upos::Aux;
        let get = words.is_one_of(last, &GET);
        if !auxiliary && !get {
            return None;
        }
        let next = words.next_verb(last + 1).filter(|&next| !words.is_hyphenated(next))?;
        let form = words.tag(next).form;
        let fits = if get && !auxiliary {
            form == Some(VerbForm::Vbn)
        } else {
            !matches!(form, Some(VerbForm::Vbz | VerbForm::Md))
                && (words.tag(next).upos == Upos::Verb || self.chains(last, next))
        };
        fits.then_some(next)
    }

    /// Whether one auxiliary can follow another: *may have, has been, to be being*; not *is is*.
    fn chains(&self, last: usize, next: usize) -> bool {
        use VerbForm::{Md, Vb, Vbg, Vbn};
        match self.words.tag(last).form {
            Some(Md) => self.words.tag(next).form == Some(Vb),
            _ => matches!(self.words.tag(next).form, Some(Vbn | Vbg | Vb)),
        }
    }

    /// The verb behind *have to*, *have got to*, *ought to* and *be going to*.
    fn behind_to(&mut self, last: usize) -> Option<usize> {
        let words = self.words;
        let joined = words.is_one_of(last + 1, &TA);
        if !joined && !words.is_to(last + 1) {
            return None;
        }
        let before = self.count.checked_sub(2).map(|at| self.verbs[at]);
        let going = words.is_one_of(last, &GOING) && before.is_some_and(|be| words.is_one_of(be, &BE));
        let got = words.is(last, GOT) && before.is_some_and(|have| words.is_one_of(have, &HAVE));
        let has = words.is_one_of(last, &HAVE_TO) || words.is(last, OUGHT) || got || joined && words.is(last, GOT);
        if !going && !has {
            return None;
        }
        let verb = words.next_verb(last + 2).filter(|&verb| words.is_base(verb))?;
        (self.has_to, self.going_to) = (self.has_to || has, self.going_to || going);
        Some(verb)
    }

    fn finish(self, start: usize) -> VerbGroup {
        let (words, head) = (self.words, self.last());
        // A negation behind a lone auxiliary belongs to it: is not | a threat.
        let auxiliary = words.tag(head).upos == Upos::Aux;
        let end = head + 1 + usize::from(auxiliary && words.is_one_of(head + 1, &NOT));
        let negated = (start..end).any(|at| words.is_one_of(at, &NOT));
        let pairs = || self.verbs[..self.count].windows(2).map(|pair| (pair[0], pair[1]));
        let perfect = pairs().any(|(have, verb)| self.is_perfect(have, verb));
        let progressive = pairs().any(|(be, verb)| {
            words.is_one_of(be, &BE) && words.tag(verb).form == Some(VerbForm::Vbg) && !words.is_one_of(verb, &GOING)
        }) || pairs()
            .next_back()
            .is_some_and(|(be, verb)| words.is_one_of(be, &BE) && words.tag(verb).form == Some(VerbForm::Vbg));
        let passive = pairs().next_back().is_some_and(|(be, verb)| self.is_passive(be, verb));
        let flag = |holds: bool, flag: u8| if holds { flag } else { 0 };
        VerbGroup {
            tokens: TokenRange::new(start, end),
            head: head as u32,
            tense: self.tense(start),
            modality: self.modality(),
            flags: flag(passive, VerbGroup::PASSIVE)
                | flag(negated, VerbGroup::NEGATED)
                | flag(perfect, VerbGroup::PERFECT)
                | flag(progressive, VerbGroup::PROGRESSIVE)
                | flag(self.has_to, VerbGroup::HAS_TO)
                | flag(auxiliary, VerbGroup::AUXILIARY),
        }
    }

    /// Whether a verb can be a past participle here; taggers mistake some for past tenses.
    fn is_participle(&self, verb: usize) -> bool {
        matches!(self.words.tag(verb).form, Some(VerbForm::Vbn | VerbForm::Vbd))
    }

    fn is_perfect(&self, have: usize, verb: usize) -> bool {
        let words = self.words;
        let has = words.is_one_of(have, &HAVE) && (!words.is(have, IS_OR_HAS) || words.is_one_of(verb, &BEHIND_HAS));
        has && self.is_participle(verb)
    }

    fn is_passive(&self, be: usize, verb: usize) -> bool {
        let words = self.words;
        let be = words.is_one_of(be, &BE) && !self.is_perfect(be, verb) || words.is_one_of(be, &GET);
        be && self.is_participle(verb) && words.tag(verb).upos == Upos::Verb
    }

    fn tense(&self, start: usize) -> Tense {
        let words = self.words;
        let first = self.verbs[0];
        if words.is_to(start) || words.is_to(start + 1) && first > start {
            return Tense::Infinitive;
        }
        match words.tag(first).form {
            Some(VerbForm::Md) if words.is_one_of(first, &FUTURE) => Tense::Future,
            Some(VerbForm::Md) => Tense::Modal,
            Some(VerbForm::Vbd) => Tense::Past,
            Some(VerbForm::Vbz | VerbForm::Vbp) if self.going_to => Tense::Future,
            Some(VerbForm::Vbz | VerbForm::Vbp) => Tense::Present,
            Some(VerbForm::Vbg) => Tense::Gerund,
            Some(VerbForm::Vbn) => Tense::Participle,
            Some(VerbForm::Vb) | None => Tense::Infinitive,
        }
    }

    fn modality(&self) -> Option<Modality> {
        let (words, first) = (self.words, self.verbs[0]);
        if words.tag(first).form == Some(VerbForm::Md) {
            return Some(if words.is_one_of(first, &POSSIBLE) {
                Modality::Possible
            } else if words.is_one_of(first, &NECESSARY) || self.has_to {
                Modality::Necessary
            } else {
                Modality::Predicted
            });
        }
        if self.has_to {
            return Some(Modality::Necessary);
        }
        self.going_to.then_some(Modality::Predicted)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{noise, tagged};
    use super::*;

    /// The groups of a text: words, tense, and what else holds.
    fn show(document: &Document) -> Vec<String> {
        let show = |group: &VerbGroup| {
            let mut shown = format!("{} {:?}", document.slice(document.span_of(group.tokens())), group.tense());
            for (holds, name) in [
                (group.is_passive(), " passive"),
                (group.is_negated(), " negated"),
                (group.is_perfect(), " perfect"),
                (group.is_progressive(), " progressive"),
                (group.has_to(), " has-to"),
                (group.is_auxiliary(), " auxiliary"),
            ] {
                shown.push_str(if holds { name } else { "" });
            }
            shown
        };
        document.verb_groups().iter().map(show).collect()
    }

    #[test]
    fn groups() {
        for (text, tags, expected) in [
            ("She said it.", "OdO.", &["said Past"][..]),
            (
                "The plan has not yet been published.",
                "DN6TR4n.",
                &["has not yet been published Present passive negated perfect"],
            ),
            ("Officials may not have been told.", "NmT14n.", &["may not have been told Modal passive negated perfect"]),
            ("He is widely expected to run.", "O6RnTb.", &["is widely expected Present passive", "to run Infinitive"]),
            ("They have to leave.", "OpTb.", &["have to leave Present has-to"]),
            ("They ought to leave.", "OmTb.", &["ought to leave Modal has-to"]),
            ("She is going to resign.", "O6gTb.", &["is going to resign Future"]),
            ("She was going to the market.", "O2gIDN.", &["was going Past progressive"]),
            ("They're being watched.", "O53n.", &["'re being watched Present passive progressive"]),
            ("She will never resign.", "OmRb.", &["will never resign Future negated"]),
            ("The deal is not dead.", "DN6TJ.", &["is not Present negated auxiliary"]),
            ("He got fired.", "Odn.", &["got fired Past passive"]),
            ("She's said so.", "O6nR.", &["'s said Present perfect"]),
            ("She's feared.", "O6n.", &["'s feared Present passive"]),
            ("He decided not to go.", "OdTTb.", &["decided Past", "not to go Infinitive negated"]),
            ("It is, however, planning cuts.", "O6.R.gN.", &["is, however, planning Present progressive"]),
            ("The elected president spoke.", "DnNd.", &["spoke Past"]),
            ("A man accused of theft fled.", "DNnINd.", &["accused Participle", "fled Past"]),
            ("Having been told, she left.", "34n.Od.", &["Having been told Gerund passive perfect", "left Past"]),
            ("Did he say so?", "2ObR.", &["Did Past auxiliary", "say Infinitive"]),
            ("He couldn't have said so.", "OmT1nR.", &["couldn't have said Modal negated perfect"]),
        ] {
            assert_eq!(show(&tagged(text, tags)), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_group() {
        for (text, tags) in [
            ("To the north.", "IDN."),
            ("The Norland-backed forces.", "DP.nN."),
            ("Not to", "TT"),
            ("to to not", "TTT"),
        ] {
            assert_eq!(show(&tagged(text, tags)), [""; 0], "{text}");
        }
    }

    #[test]
    fn modality() {
        for (text, tags, expected) in [
            ("It could rain.", "Omb.", Some(Modality::Possible)),
            ("It must stop.", "Omb.", Some(Modality::Necessary)),
            ("It has to stop.", "OzTb.", Some(Modality::Necessary)),
            ("It will stop.", "Omb.", Some(Modality::Predicted)),
            ("It is going to stop.", "O6gTb.", Some(Modality::Predicted)),
            ("It stopped.", "Od.", None),
        ] {
            assert_eq!(tagged(text, tags).verb_groups()[0].modality(), expected, "{text}");
        }
    }

    /// Whatever a tagger says, groups lie in order inside their sentence, apart from noun phrases.
    #[test]
    fn any_tags_give_ordered_groups() {
        for seed in 0..20 {
            let document = noise("have got to be going to, never, not to ought's b-c get not ' been being a . ", seed);
            let groups = document.verb_groups();
            assert!(groups.len() > 100);
            assert!(groups.windows(2).all(|pair| pair[0].tokens().end() <= pair[1].tokens().start()));
            for group in groups {
                let sentence = document.sentences()[document.sentence_of(group.head())].tokens();
                assert!(group.tokens().contains(group.head()) && group.tokens().end() <= sentence.end());
                assert!(document.noun_phrases().iter().all(|phrase| !phrase.tokens().contains(group.head())));
            }
        }
    }
}
