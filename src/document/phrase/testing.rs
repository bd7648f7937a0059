//! Documents with given tags, so that these tests do not hang on the weights of a tagger.

use std::sync::{Arc, Mutex};

use crate::document::{Document, Tag, Upos, VerbForm};
use crate::tagger::Tagger;
use crate::{Article, Token};

/// Gives out the tags of a list, one after the other.
struct Given(Mutex<std::vec::IntoIter<Tag>>);

impl Tagger for Given {
    fn tag(&self, _: &str, tokens: &[Token], tags: &mut Vec<Tag>) {
        let mut given = self.0.lock().unwrap();
        tags.extend(tokens.iter().map(|_| given.next().unwrap_or_default()));
    }
}

fn document(text: &str, tags: Vec<Tag>) -> Document {
    Document::with_tagger(Article::from_text(text).unwrap(), Arc::new(Given(Mutex::new(tags.into_iter())))).unwrap()
}

/// A document whose tokens have these tags, one letter each; small letters are forms of verbs, digits of auxiliaries.
pub(super) fn tagged(text: &str, tags: &str) -> Document {
    let tags: Vec<Tag> = tags.chars().map(tag).collect();
    let (count, document) = (tags.len(), document(text, tags));
    assert_eq!(document.tokens().len(), count, "a tag a token: {text}");
    document
}

fn tag(letter: char) -> Tag {
    use VerbForm::{Md, Vb, Vbd, Vbg, Vbn, Vbp, Vbz};
    let verb = |form| Tag::verb(Upos::Verb, form);
    let auxiliary = |form| Tag::verb(Upos::Aux, form);
    match letter {
        'C' => Tag::new(Upos::Cconj),
        'D' => Tag::new(Upos::Det),
        'I' => Tag::new(Upos::Adp),
        'J' => Tag::new(Upos::Adj),
        'N' => Tag::new(Upos::Noun),
        'O' => Tag::new(Upos::Pron),
        'P' => Tag::new(Upos::Propn),
        'R' => Tag::new(Upos::Adv),
        'S' => Tag::new(Upos::Sym),
        'T' => Tag::new(Upos::Part),
        'U' => Tag::new(Upos::Num),
        '.' => Tag::new(Upos::Punct),
        'b' => verb(Vb),
        'd' => verb(Vbd),
        'g' => verb(Vbg),
        'n' => verb(Vbn),
        'p' => verb(Vbp),
        'z' => verb(Vbz),
        'm' => auxiliary(Md),
        '1' => auxiliary(Vb),
        '2' => auxiliary(Vbd),
        '3' => auxiliary(Vbg),
        '4' => auxiliary(Vbn),
        '5' => auxiliary(Vbp),
        '6' => auxiliary(Vbz),
        _ => panic!("no tag: {letter}"),
    }
}

/// A document of `sentence` sixty times over with tags that make no sense.
pub(super) fn noise(sentence: &str, seed: u64) -> Document {
    const LETTERS: &[u8] = b"CDIJNOPRSTU.bdgnpzm123456";
    let mut state = seed * 2 + 1;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        tag(char::from(LETTERS[(state >> 33) as usize % LETTERS.len()]))
    };
    let text = sentence.repeat(60);
    let tags = (0..text.len()).map(|_| next()).collect();
    document(&text, tags)
}
