//! Tests of the whole: from file to match.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::document::{Tag, Token, Upos, VerbForm};
use crate::tagger::Tagger;
use crate::{Article, Document, WordKey};

/// Tags from a table, all other words as determiners, so that tests do not depend on a model.
struct ByWord(&'static [(&'static str, Tag)]);

/// Row of the lexicon, text, tags, and whether the row matches.
type Case = (&'static str, &'static str, &'static [(&'static str, Tag)], bool);

/// The same, but all tags are guesses.
struct Guess(ByWord);

impl Tagger for Guess {
    fn tag(&self, text: &str, tokens: &[Token], tags: &mut Vec<Tag>) {
        self.0.tag(text, tokens, tags);
    }

    fn knows(&self, _: WordKey) -> bool {
        false
    }
}

impl Tagger for ByWord {
    fn tag(&self, text: &str, tokens: &[Token], tags: &mut Vec<Tag>) {
        tags.extend(tokens.iter().map(|token| {
            let word = token.span().slice(text).unwrap_or_default();
            self.0.iter().find(|&&(known, _)| known == word).map_or(Tag::new(Upos::Det), |&(_, tag)| tag)
        }));
    }
}

struct Untagged;

impl Tagger for Untagged {
    fn tag(&self, _: &str, tokens: &[Token], tags: &mut Vec<Tag>) {
        tags.extend(tokens.iter().map(|_| Tag::default()));
    }
}

fn document(text: &str) -> Document {
    Document::with_tagger(Article::from_text(text).unwrap(), Arc::new(Untagged)).unwrap()
}

fn set(rows: &str) -> LexiconSet {
    let text = format!("phrase\tcategory\tpos\tforms\twhen\tunless\n{rows}");
    LexiconSet::new([Lexicon::parse("test", &text).unwrap()])
}

fn found(set: &LexiconSet, document: &Document) -> Vec<String> {
    set.matches(document).iter().map(|m| document.slice(document.span_of(m.tokens())).to_owned()).collect()
}

#[track_caller]
fn check(rows: &str, text: &str, expected: &[&str]) {
    assert_eq!(found(&set(rows), &document(text)), expected, "{rows:?} in {text:?}");
}

#[test]
fn phrases_match_in_all_forms_and_no_others() {
    check(
        "lash out\tc\tverb\t\t\t\n",
        "Mr Oduya lashed out. She lashes out, lashing out.",
        &["lashed out", "lashes out", "lashing out"],
    );
    check("lash out\tc\tphrase\t\t\t\n", "Mr Oduya lashed out at it.", &[]);
    check(
        "witch hunt\tc\tnoun\t\t\t\n",
        "A Witch Hunt, two witch hunts, no witches hunt.",
        &["Witch Hunt", "witch hunts"],
    );
    check("enemy of the people\tc\tnoun\t\t\t\n", "They are enemies of the people.", &["enemies of the people"]);
    check("ugly\tc\tadj\t\t\t\n", "uglier, ugliest, uglies", &["uglier", "ugliest"]);
    check("tear\tc\tverb, noun\t\t\t\n", "tears tearing tore teared", &["tears", "tearing", "tore"]);
    check("hang\tc\tverb\thung\t\t\n", "hung hang hanged", &["hung", "hang"]);
}

#[test]
fn pronouns_stand_in_for_ones() {
    let rows = "bite one's tongue\tc\tverb\t\t\t\nput oneself first\tc\tverb\t\t\t\n";
    check(rows, "She bit her tongue; they bite their tongue.", &["bit her tongue", "bite their tongue"]);
    check(rows, "He put himself first and bit the tongue.", &["put himself first"]);
}

#[test]
fn apostrophes_dashes_and_capitals_may_be_written_either_way_but_a_capital_in_the_entry_is_asked_for() {
    check(
        "don't believe\tc\tphrase\t\t\t\n",
        "DON’T believe it. Don't Believe it.",
        &["DON’T believe", "Don't Believe"],
    );
    check("far-right\tc\tadj\t\t\t\n", "a far‑right, Far–Right or far right party", &["far‑right", "Far–Right"]);
    check("Karen\tc\tnoun\t\t\t\n", "Two Karens and one karen.", &["Karens"]);
}

#[test]
fn a_phrase_stays_within_its_sentence() {
    check("all over\tc\tphrase\t\t\t\n", "It was all. Over there it was all over.", &["all over"]);
}

#[test]
fn the_longest_phrase_of_a_lexicon_hides_those_inside() {
    let rows = "radical\tc\tadj\t\t\t\nradical left\tc\tnoun\t\t\t\nleft wing mob\tc\tnoun\t\t\t\n";
    check(rows, "The radical left wing mob.", &["radical left"]);
    check(rows, "The radical and the left wing mob.", &["radical", "left wing mob"]);
}

#[test]
fn a_rejected_phrase_hides_nothing() {
    check("plague\tc\tnoun\t\t\t\nplague of locusts\tc\tnoun\t\t\tbible\n", "A Bible plague of locusts.", &["plague"]);
}

#[test]
fn two_entries_of_one_phrase_both_match() {
    let set = set("gut\ta\tverb\t\t\t\ngut\tb\tnoun\t\t\t\n");
    let document = document("They gut it.");
    let categories: Vec<_> = set.matches(&document).into_iter().map(|m| set.entry(m).category()).collect();
    assert_eq!(categories, ["a", "b"]);
}

#[test]
fn conditions_look_at_the_words_around() {
    let near = "gut\tc\tverb\t\t\tfish, cold war\n";
    check(near, "They gut it. They gut all of the fish.", &["gut"]);
    check(near, "They gut it on all of the fish.", &["gut"]);
    check(near, "They gut, “all”, (of), the fish.", &[]);
    check(near, "A fish. They gut it.", &["gut"]);
    check("war\tc\tnoun\t\t\tcold war\n", "The cold war. Then the war.", &["war"]);
    check("war\tc\tnoun\t\t\t<cold\n", "The cold war. Cold as war.", &["war"]);
    check("minister\tc\tnoun\t\t\t>of state\n", "A minister of state. A minister of a state.", &["minister"]);
    check(
        "minister\tc\tnoun\t\t>of state, <prime\t\n",
        "A minister of state, prime minister, no minister.",
        &["minister", "minister"],
    );
}

#[test]
fn rejections_say_why() {
    let rows = "gut\tc\tverb\t\tnews\tfish, >feeling\ngut feeling\tc\tnoun\t\t\t\nGut\td\tname\t\t\t\n";
    let set = set(rows);
    let reasons = |text: &str| -> Vec<(String, Option<Rejection>)> {
        let document = document(text);
        let name = |candidate: Candidate| document.slice(document.span_of(candidate.found.tokens())).to_owned();
        set.candidates(&document).into_iter().map(|candidate| (name(candidate), candidate.rejection)).collect()
    };
    let gut = || "gut".to_owned();
    assert_eq!(reasons("to gut"), [(gut(), Some(Rejection::When)), (gut(), Some(Rejection::Capitals))]);
    assert_eq!(reasons("news fish gut")[0], (gut(), Some(Rejection::Unless(0))));
    assert_eq!(reasons("news gut")[0], (gut(), None));
    assert_eq!(
        reasons("news gut feeling")[..2],
        [("gut feeling".to_owned(), None), (gut(), Some(Rejection::Unless(1)))]
    );
    let document = document("news Gut feeling");
    assert_eq!(set.candidates(&document)[2].rejection, Some(Rejection::Covered));
}

#[test]
fn the_tag_of_the_head_must_fit() {
    const NOUN: Tag = Tag::new(Upos::Noun);
    const NAME: Tag = Tag::new(Upos::Propn);
    const VERB: Tag = Tag::verb(Upos::Verb, VerbForm::Vbd);
    const ADJ: Tag = Tag::new(Upos::Adj);
    const ADP: Tag = Tag::new(Upos::Adp);
    const ADV: Tag = Tag::new(Upos::Adv);
    const PARTICIPLE: Tag = Tag::verb(Upos::Verb, VerbForm::Vbn);
    let cases: &[Case] = &[
        ("slam\tc\tverb\t\t\t", "it slams", &[("slams", VERB)], true),
        ("slam\tc\tverb\t\t\t", "it slams", &[("slams", NOUN)], false),
        ("slam\tc\tnoun, verb\t\t\t", "it slams", &[("slams", NOUN)], true),
        ("slam\tc\texact\t\t\t", "it slam", &[("slam", NOUN)], true),
        ("slam\tc\t\t\t\t", "it slam", &[], true),
        ("lash out\tc\tverb\t\t\t", "it lashed out", &[("lashed", VERB), ("out", ADP)], true),
        ("lash out\tc\tverb\t\t\t", "it lashes out", &[("lashes", NOUN), ("out", VERB)], false),
        ("house of cards\tc\tnoun\t\t\t", "it house of cards", &[("house", VERB), ("cards", NOUN)], false),
        ("radical\tc\tadj\t\t\t", "radical ideas", &[("radical", ADJ)], true),
        ("puppet\tc\tadj\t\t\t", "puppet regime", &[("puppet", NOUN), ("regime", NOUN)], true),
        ("puppet\tc\tadj\t\t\t", "the puppet", &[("puppet", NOUN)], false),
        ("hick\tc\tnoun\t\t\t", "later Hicks spoke", &[("Hicks", NAME)], false),
        ("hick\tc\tnoun\t\t\t", "Hicks Rule the House", &[("Hicks", NAME)], true),
        ("Remoaner\tc\tnoun\t\t\t", "later Remoaners spoke", &[("Remoaners", NAME)], true),
        ("august\tc\tadj\t\t\t", "during August recess", &[("August", NAME), ("recess", NOUN)], false),
        ("twisted\tc\tadj\t\t\t", "is twisted", &[("twisted", PARTICIPLE)], true),
        ("twisted\tc\tadj\t\t\t", "he twisted", &[("twisted", VERB)], false),
        ("grossly\tc\tadv\t\t\t", "grossly", &[("grossly", ADV)], true),
        ("grossly\tc\tadv\t\t\t", "grossly", &[("grossly", NOUN)], false),
        ("woke\tc\tname\t\t\t", "Woke", &[], true),
        ("woke\tc\tname\t\t\t", "woke", &[("woke", VERB)], false),
    ];
    for &(row, text, tags, expected) in cases {
        let document = Document::with_tagger(Article::from_text(text).unwrap(), Arc::new(ByWord(tags))).unwrap();
        assert_eq!(!set(&format!("{row}\n")).matches(&document).is_empty(), expected, "{row:?} in {text:?}");
    }
}

#[test]
fn a_guessed_tag_is_no_ground_to_reject_save_between_noun_and_verb() {
    const NOUN: Tag = Tag::new(Upos::Noun);
    const NAME: Tag = Tag::new(Upos::Propn);
    const VERB: Tag = Tag::verb(Upos::Verb, VerbForm::Vbz);
    let cases: &[Case] = &[
        ("scandal\tc\tnoun\t\t\t", "the scandal broke", &[], true),
        ("bizarre\tc\tadj\t\t\t", "it is bizarre", &[("bizarre", NOUN)], true),
        ("insist\tc\tverb\t\t\t", "they insist", &[], true),
        ("gerrymander\tc\tverb\t\t\t", "gerrymandered seats", &[("gerrymandered", NOUN)], true),
        ("drone\tc\tverb\t\t\t", "two drones", &[("drones", NOUN)], false),
        ("smear\tc\tnoun\t\t\t", "he smears", &[("smears", VERB)], false),
        ("hatch\tc\tverb\t\t\t", "Senator Orrin Hatch spoke later", &[("Hatch", NAME)], false),
        ("hatch\tc\tverb\t\t\t", "Plotters Hatch Scheme", &[("Hatch", VERB)], true),
        ("thug\tc\tnoun\t\t\t", "Thugs gathered outside", &[("Thugs", NAME)], true),
        ("terf\tc\tnoun\t\t\t", "he called her a TERF online", &[("TERF", NAME)], true),
    ];
    for &(row, text, tags, expected) in cases {
        let tagger = Arc::new(Guess(ByWord(tags)));
        let document = Document::with_tagger(Article::from_text(text).unwrap(), tagger).unwrap();
        assert_eq!(!set(&format!("{row}\n")).matches(&document).is_empty(), expected, "{row:?} in {text:?}");
    }
}

#[test]
fn lexicons_do_not_hide_each_other() {
    let lexicon = |name, phrase| Lexicon::parse(name, &format!("phrase\tcategory\n{phrase}\tc\n")).unwrap();
    let set = LexiconSet::new([lexicon("a", "left"), lexicon("none", "x y"), lexicon("b", "radical left")]);
    let document = document("the radical left");
    let found: Vec<_> = set.matches(&document).into_iter().map(|m| (m.lexicon(), m.tokens().len())).collect();
    assert_eq!(found, [(2, 2), (0, 1)]);
    assert_eq!((set.position("b"), set.position("c")), (Some(2), None));
}

#[test]
fn errors_name_line_and_reason() {
    let cases = [
        ("", 1, "no header"),
        ("\r#tag\tphrase\tcategory\n", 1, "`#tag` in the first column"),
        ("phrase\tcategory\n #metoo\tslogan\n", 2, "`#metoo` in the first column"),
        ("phrase\tcategory\n\u{a0}-\tmark\n", 2, "`-` in the first column"),
        ("phrase\tpos\n", 1, "no column `category`; found phrase, pos"),
        ("phrase\tcategory\tphrase\n", 1, "column `phrase` is named twice"),
        ("phrase\tcategory\t\n", 1, "column 3 has no name"),
        ("phrase\tcategory\nfoul\n", 2, "1 cells; the header names 2 columns (an empty cell needs its tab too)"),
        ("phrase\tcategory\nfoul\tc\tx\n", 2, "3 cells; the header names 2 columns"),
        ("# c\n\nphrase\tcategory\n\n \tc\n", 5, "the phrase is empty"),
        ("phrase\tcategory\nfoul\t\n", 2, "`foul` has no category"),
        ("phrase\tcategory\tpos\nfoul\tc\tadj, vreb\n", 2, "unknown part of speech `vreb`"),
        ("phrase\tcategory\tstrength\nfoul\tc\t4\n", 2, "strength `4` of `foul`; expected 1, 2, 3 or nothing"),
        ("phrase\tcategory\tunless\nfoul\tc\tball, >\n", 2, "condition `>` of `foul`"),
        ("phrase\tcategory\twhen\nfoul\tc\ta<b\n", 2, "condition `a<b` of `foul`"),
        ("phrase\tcategory\nfoul\tc\nfoul\td\nfoul\tc\n", 4, "`foul` stands twice"),
        ("phrase\tcategory\n+\tFoul.\nfoul\tc\n", 2, "an example above the first entry"),
        ("phrase\tcategory\nfoul\tc\n-\t \n", 3, "an example without a sentence"),
        // Two files with their marks, one behind the other.
        ("phrase\tcategory\nfoul\tc\n\u{feff}vile\tc\n", 3, "a byte order mark before `vile`"),
        ("\n\u{feff}phrase\tcategory\n", 2, "a byte order mark before `phrase`"),
    ];
    for (text, line, reason) in cases {
        let error = Lexicon::parse("x.tsv", text).unwrap_err();
        assert!(error.is_lexicon());
        let message = error.to_string();
        assert!(message.starts_with(&format!("lexicon x.tsv, line {line}: {reason}")), "{text:?}: {message}");
    }
}

#[test]
fn byte_order_mark_and_windows_line_ends_are_accepted() {
    let text = "\u{feff}# Mine.\r\nphrase\tcategory\tpos\r\nfoul\tc\tadj\r\n+\tA foul move.\r\n";
    let lexicon = Lexicon::parse("mine", text).unwrap();
    let entry = lexicon.entry(0).unwrap();
    assert_eq!((entry.phrase(), entry.get("pos"), entry.line()), ("foul", Some("adj"), 3));
    assert_eq!(entry.examples().collect::<Vec<_>>(), [Example { matches: true, text: "A foul move.", line: 4 }]);
    assert_eq!(lexicon.to_tsv(), "# Mine.\nphrase\tcategory\tpos\nfoul\tc\tadj\n+\tA foul move.\n");
}

/// Words of two letters, so that random phrases share beginnings and occur in random texts.
fn words(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec("[ab]{1,2}", 1..=most).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn the_trie_finds_what_a_naive_search_finds(phrases in prop::collection::btree_set(words(4), 1..12), text in words(30)) {
        let rows: String = phrases.iter().map(|phrase| format!("{phrase}\tc\n")).collect();
        let set = LexiconSet::new([Lexicon::parse("test", &format!("phrase\tcategory\n{rows}")).unwrap()]);
        let document = document(&text);
        let found: Vec<(usize, usize, usize)> = set
            .candidates(&document)
            .iter()
            .map(|candidate| (candidate.found.tokens().start(), candidate.found.tokens().len(), candidate.found.entry()))
            .collect();
        let text: Vec<&str> = text.split(' ').collect();
        let mut naive = Vec::new();
        for start in 0..text.len() {
            for length in (1..=4).rev().filter(|length| start + length <= text.len()) {
                let here = text[start..start + length].join(" ");
                naive.extend(phrases.iter().position(|phrase| *phrase == here).map(|entry| (start, length, entry)));
            }
        }
        prop_assert_eq!(found, naive);
    }

    #[test]
    fn any_text_is_a_lexicon_or_an_error(text in "(phrase\tcategory\tpos\tunless\n)?([a-c+\\-#<>,\t\r\n é“]|noun|adj){0,60}") {
        if let Ok(lexicon) = Lexicon::parse("any", &text) {
            let normal = lexicon.to_tsv();
            let again = Lexicon::parse("any", &normal).unwrap();
            prop_assert_eq!(again.to_tsv(), normal);
            prop_assert_eq!(again.entries().len(), lexicon.entries().len());
            let set = LexiconSet::new([lexicon]);
            set.candidates(&document(&text));
        }
    }
}

#[test]
fn conditions_and_parts_of_speech_print_as_they_are_read() {
    for text in ["fish", "<the", ">of state"] {
        assert_eq!(Condition::parse(text).map(|condition| condition.to_string()).as_deref(), Some(text));
    }
    let names = PartOfSpeech::ALL.map(PartOfSpeech::name);
    assert_eq!(names, ["noun", "verb", "adj", "adv", "prep", "phrase", "name", "exact"]);
    for (part, name) in PartOfSpeech::ALL.into_iter().zip(names) {
        let parts = PartsOfSpeech::parse(name).unwrap();
        assert_eq!((parts.contains(part), format!("{parts:?}")), (true, format!("{{{part:?}}}")), "{name}");
    }
    assert_eq!(format!("{:?}", PartsOfSpeech::parse("verb, noun").unwrap()), "{Noun, Verb}");
}
