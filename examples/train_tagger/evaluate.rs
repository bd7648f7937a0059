//! Measuring a tagger on words told apart by a treebank.

use std::time::Instant;

use newsframe::document::{Tag, Upos, VerbForm};
use newsframe::tagger::{Perceptron, lemma};

use crate::conllu::Word;
use crate::recase;

const FORMS: [(&str, VerbForm); 7] = [
    ("VB", VerbForm::Vb),
    ("VBD", VerbForm::Vbd),
    ("VBG", VerbForm::Vbg),
    ("VBN", VerbForm::Vbn),
    ("VBP", VerbForm::Vbp),
    ("VBZ", VerbForm::Vbz),
    ("MD", VerbForm::Md),
];

/// Prints accuracy of the universal tags, F1 of each verb form, the same with the capitals of a headline, accuracy of the
/// lemmas of nouns and verbs by their true tags, and words a second.
pub(crate) fn print(tagger: &Perceptron, sentences: &[Vec<Word>]) {
    let forms = |sentence: &[Word]| sentence.iter().map(|word| word.form.clone()).collect::<Vec<_>>();
    let titles = |sentence: &[Word]| sentence.iter().enumerate().map(|(at, word)| recase::title(at, word)).collect();
    let start = Instant::now();
    print_tags("as written", tagger, sentences, forms);
    print_tags("title case", tagger, sentences, titles);
    let words: usize = sentences.iter().map(Vec::len).sum();
    println!("{:.2} million words/s with tokens made", 2.0 * words as f64 / start.elapsed().as_secs_f64() / 1e6);
    print_lemmas(sentences);
}

fn print_tags(name: &str, tagger: &Perceptron, sentences: &[Vec<Word>], forms: impl Fn(&[Word]) -> Vec<String>) {
    let (mut right, mut words) = (0, 0);
    let mut counts = [[0; 3]; FORMS.len()];
    for sentence in sentences {
        let tags = tagger.tag_words(forms(sentence).iter().map(String::as_str));
        for (word, tag) in sentence.iter().zip(tags) {
            words += 1;
            right += usize::from(upos(word) == name_of(tag.upos));
            for ((form, known), [both, told, gold]) in FORMS.iter().zip(&mut counts) {
                let (says, is) = (tag.form == Some(*known), word.xpos == *form);
                *both += usize::from(says && is);
                *told += usize::from(says);
                *gold += usize::from(is);
            }
        }
    }
    print!("{name}: {words} words, UPOS {:.2}%, F1", percent(right, words));
    for ((form, _), [both, told, gold]) in FORMS.iter().zip(counts) {
        print!(" {form} {:.1}", percent(2 * both, told + gold));
    }
    println!();
}

fn print_lemmas(sentences: &[Vec<Word>]) {
    let words = sentences.iter().flatten().filter(|word| matches!(upos(word), "NOUN" | "VERB" | "AUX"));
    let (mut right, mut total) = (0, 0);
    for word in words {
        total += 1;
        let form = FORMS.iter().find(|(name, _)| *name == word.xpos).map(|(_, form)| *form);
        let upos = match upos(word) {
            "NOUN" => Upos::Noun,
            "VERB" => Upos::Verb,
            _ => Upos::Aux,
        };
        right += usize::from(lemma(&word.form, Tag { upos, form }).to_lowercase() == word.lemma.to_lowercase());
    }
    println!("lemmas of {total} nouns and verbs: {:.2}%", percent(right, total));
}

/// The universal tag, where a name is a name whatever its words are elsewhere.
fn upos(word: &Word) -> &str {
    if word.xpos.starts_with("NNP") { "PROPN" } else { &word.upos }
}

fn name_of(upos: Upos) -> String {
    format!("{upos:?}").to_uppercase()
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}
