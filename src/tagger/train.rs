//! [`Trainer`]: makes the weights of a [`Perceptron`](super::Perceptron).

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use super::classes::{self, CLASSES, Class};
use super::features::{EDGES, FEATURES, FIXED, History, TAGGED, Window, edges, fixed, tagged};
use super::model::{self, Row};
use super::word::{Form, Word, is_caseless, short};
use super::wordlist::WordList;
use crate::lexicon::PartOfSpeech;
use crate::text;

/// How often the sentences are gone through.
const EPOCHS: usize = 8;
/// How often before the unimportant features are dropped.
const DRAFT_EPOCHS: usize = 3;
/// How many times, each in another order; the weights are the mean.
const RUNS: u64 = 6;
/// A feature must be seen this often to count.
const LEAST: u32 = 2;
/// How many features the table is meant to hold, nine tenths of its rows.
const CAPACITY: usize = 60_000;
/// A word seen this often is in the dictionary, with the classes that make up a twentieth of its uses.
const FREQUENT: u32 = 3;
const SHARE: u32 = 20;
/// A word seen this often, and with another class in at most one of so many uses, is always tagged so.
const CERTAIN: u32 = 25;
const UNLIKE: u32 = 100;
/// The largest weight in whole numbers: the sum of one for each feature still fits sixteen bits.
const LARGEST: f32 = (i16::MAX as usize / (FEATURES + 1)) as f32;
/// By how much the right class must win.
const MARGIN: f32 = 12.0;
/// One of so many features is passed over, another each time, so that the others learn to do without it.
const DROPPED: u64 = 5;
/// The bias, which is feature 0, learns this much faster than the others, so that they need not learn it.
const BIAS: f32 = 8.0;

/// Trains a [`Perceptron`](super::Perceptron) on tagged sentences and, if there is one, a list of words.
///
/// The same sentences and words in the same order give the same bytes. A hundred thousand words take some seconds.
///
/// ```
/// use newsframe::lexicon::PartOfSpeech;
/// use newsframe::tagger::{Perceptron, Trainer};
///
/// let mut trainer = Trainer::new();
/// trainer.list("fall", PartOfSpeech::Verb);
/// trainer.add(&[("Rain", "NOUN", "NN"), ("fell", "VERB", "VBD"), (".", "PUNCT", ".")]);
/// let tagger = Perceptron::from_bytes(&trainer.train())?;
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Default)]
pub struct Trainer {
    sentences: Vec<Sentence>,
    words: WordList,
}

struct Sentence {
    forms: Vec<Form>,
    /// What the dictionary, made of all sentences, says of them, and what comes behind each.
    words: Vec<Word>,
    ahead: Vec<u8>,
    gold: Vec<Option<Class>>,
}

impl Trainer {
    /// A trainer without sentences.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a sentence: form, universal tag and Penn tag of each word. A word with tags not known, such as `_`, is context
    /// and not learned.
    pub fn add(&mut self, words: &[(&str, &str, &str)]) {
        let (line, tokens) = text::line_of(words.iter().map(|(form, ..)| *form));
        let caseless = is_caseless(&tokens);
        self.sentences.push(Sentence {
            forms: tokens.iter().map(|token| Form::new(&line, token, caseless)).collect(),
            words: Vec::new(),
            ahead: Vec::new(),
            gold: words.iter().map(|(_, upos, xpos)| classes::class_of(upos, xpos)).collect(),
        });
    }

    /// Lists what a word can be, in its base form; it may be listed several times. Nouns, verbs, adjectives and adverbs
    /// count, the others are ignored.
    pub fn list(&mut self, word: &str, part: PartOfSpeech) {
        self.words.add(word, part);
    }

    /// Learns the weights and returns the weight file.
    pub fn train(mut self) -> Vec<u8> {
        let dictionary = self.dictionary();
        let lookup = model::Dictionary::new(&dictionary);
        for sentence in &mut self.sentences {
            sentence.look_up(&lookup);
        }
        let mut index = self.frequent_features();
        if index.len() > CAPACITY {
            // Learning again without the unimportant features lets the others make up for them.
            index = most_important(&index, &self.learn(&index, 1, DRAFT_EPOCHS));
        }
        let mut weights = self.learn(&index, 1, EPOCHS);
        for seed in 2..=RUNS {
            for (sum, weight) in weights.iter_mut().zip(self.learn(&index, seed, EPOCHS)) {
                sum.now.iter_mut().zip(weight.now).for_each(|(sum, weight)| *sum += weight);
            }
        }
        model::write(&quantised(&index, &weights), &dictionary)
    }

    /// The dictionary: frequent words with the set of their classes, and the words of the list.
    fn dictionary(&self) -> Vec<model::Entry> {
        let mut counts: BTreeMap<u32, [u32; CLASSES]> = BTreeMap::new();
        for (form, gold) in self.sentences.iter().flat_map(|sentence| sentence.forms.iter().zip(&sentence.gold)) {
            if let Some(class) = gold {
                counts.entry(form.key()).or_insert([0; CLASSES])[usize::from(*class)] += 1;
            }
        }
        let mut sets = Vec::new();
        let mut entries: BTreeMap<u32, model::Entry> = BTreeMap::new();
        for (key, counts) in counts.iter().filter(|(_, counts)| counts.iter().sum::<u32>() >= FREQUENT) {
            entries.insert(*key, model::Entry { key: *key, seen: seen_as(counts, &mut sets), listed: 0 });
        }
        for (key, parts) in self.words.iter() {
            let key = short(key);
            entries.entry(key).or_insert(model::Entry { key, seen: model::UNSEEN, listed: 0 }).listed |= parts;
        }
        entries.into_values().collect()
    }

    /// The features seen often enough, numbered in the order of their first sight.
    fn frequent_features(&self) -> Index {
        let mut counts: HashMap<u64, u32, BuildHasherDefault<Identity>> = HashMap::default();
        let mut order = Vec::new();
        for sentence in &self.sentences {
            let mut history = History::default();
            for at in 0..sentence.words.len() {
                if sentence.gold[at].is_some() {
                    for feature in sentence.features(at, &history) {
                        *counts.entry(feature).or_insert_with(|| {
                            order.push(feature);
                            0
                        }) += 1;
                    }
                }
                history.push(sentence.gold[at].unwrap_or(classes::EDGE));
            }
        }
        let frequent = order.into_iter().filter(|feature| counts[feature] >= LEAST);
        frequent.enumerate().map(|(number, feature)| (feature, number as u32)).collect()
    }

    /// The rows of the features that need no tag, of each word of each sentence.
    fn known(&self, index: &Index) -> Vec<Vec<Untagged>> {
        let rows = |sentence: &Sentence, at| {
            let mut known = [None; FIXED + EDGES];
            let features = sentence.untagged(at);
            known.iter_mut().zip(features).for_each(|(row, feature)| *row = index.get(&feature).copied());
            known
        };
        self.sentences.iter().map(|sentence| (0..sentence.words.len()).map(|at| rows(sentence, at)).collect()).collect()
    }

    /// Averaged weights for the features of the index.
    fn learn(&self, index: &Index, seed: u64, epochs: usize) -> Vec<Weights> {
        let known = self.known(index);
        let mut learner = Learner::new(index, seed);
        let mut order: Vec<usize> = (0..self.sentences.len()).collect();
        for _ in 0..epochs {
            learner.random.shuffle(&mut order);
            for &number in &order {
                learner.learn(&self.sentences[number], &known[number]);
            }
        }
        learner.averaged()
    }
}

/// The rows of the features that need no tag.
type Untagged = [Option<u32>; FIXED + EDGES];

/// The only class of a word, if it is certain; else [`CLASSES`] and the number of its set of classes.
fn seen_as(counts: &[u32; CLASSES], sets: &mut Vec<u32>) -> u16 {
    let total: u32 = counts.iter().sum();
    let highest = (0..CLASSES).max_by_key(|&class| counts[class]).unwrap_or_default();
    if total >= CERTAIN && (total - counts[highest]) * UNLIKE <= total {
        return highest as u16;
    }
    let set = (0..CLASSES).filter(|&class| counts[class] * SHARE >= total).fold(0_u32, |set, class| set | 1 << class);
    let number = sets.iter().position(|known| *known == set).unwrap_or_else(|| {
        sets.push(set);
        sets.len() - 1
    });
    (CLASSES + number) as u16
}

impl Sentence {
    /// Asks a dictionary about its words.
    fn look_up(&mut self, dictionary: &model::Dictionary) {
        self.words = self.forms.iter().map(|&form| Word::new(form, dictionary)).collect();
        self.ahead = vec![0; self.words.len()];
        for at in (1..self.words.len()).rev() {
            self.ahead[at - 1] = self.words[at].signal().before(self.ahead[at]);
        }
    }

    /// A word or, outside of the sentence, its edge.
    fn word(&self, at: Option<usize>) -> &Word {
        at.and_then(|at| self.words.get(at)).unwrap_or(&Word::EDGE)
    }

    fn features(&self, at: usize, history: &History) -> impl Iterator<Item = u64> {
        self.untagged(at).chain(self.tagged(at, history))
    }

    /// The features that need no tag.
    fn untagged(&self, at: usize) -> impl Iterator<Item = u64> {
        let words = std::array::from_fn(|offset| self.word((at + offset).checked_sub(2)));
        fixed(words, self.ahead[at], at == 0).into_iter().chain(edges(&self.words[at]).into_iter().flatten())
    }

    /// The features that need the tags before.
    fn tagged(&self, at: usize, history: &History) -> [u64; TAGGED] {
        let [before, word, next] = [at.checked_sub(1), Some(at), Some(at + 1)].map(|at| &self.word(at).values);
        tagged(&Window { before, word, next, ahead: self.ahead[at] }, history)
    }
}

/// The weights while they are learned.
struct Learner<'i> {
    index: &'i Index,
    weights: Vec<Weights>,
    step: u32,
    random: Random,
}

impl<'i> Learner<'i> {
    fn new(index: &'i Index, seed: u64) -> Self {
        let random = Random(0x2545_f491_4f6c_dd1d_u64.wrapping_mul(seed));
        Self { index, weights: vec![Weights::default(); index.len()], step: 0, random }
    }

    /// Goes through a sentence with the classes it guesses itself.
    fn learn(&mut self, sentence: &Sentence, known: &[Untagged]) {
        let mut history = History::default();
        for (at, known) in known.iter().enumerate() {
            self.step += 1;
            let class = self.learn_word(sentence, at, known, &history);
            history.push(class);
        }
    }

    /// Guesses the class of a word, corrects the weights if it is wrong, and returns the guess.
    fn learn_word(&mut self, sentence: &Sentence, at: usize, known: &Untagged, history: &History) -> Class {
        if let Some(class) = sentence.words[at].certain() {
            return class;
        }
        let mut active = [None; FEATURES];
        let mut scores = [0_f32; CLASSES];
        let new = sentence.tagged(at, history).map(|feature| self.index.get(&feature).copied());
        for (slot, number) in active.iter_mut().zip(known.iter().chain(&new)) {
            let kept = !self.random.next().is_multiple_of(DROPPED);
            *slot = number.filter(|_| kept).map(|number| number as usize);
            if let Some(number) = *slot {
                scores.iter_mut().zip(&self.weights[number].now).for_each(|(score, weight)| *score += weight);
            }
        }
        let guess = highest(&scores);
        if let Some(gold) = sentence.gold[at].map(usize::from) {
            // The right class must win by a margin.
            scores[gold] -= MARGIN;
            self.correct(&active, gold, highest(&scores));
        }
        guess as Class
    }

    fn correct(&mut self, active: &[Option<usize>; FEATURES], gold: usize, wrong: usize) {
        if gold == wrong {
            return;
        }
        for (at, number) in active.iter().enumerate() {
            let by = if at == 0 { BIAS } else { 1.0 };
            if let Some(number) = *number {
                self.weights[number].change(gold, by, self.step);
                self.weights[number].change(wrong, -by, self.step);
            }
        }
    }

    /// The mean of the weights over all steps.
    fn averaged(mut self) -> Vec<Weights> {
        let step = self.step;
        self.weights.iter_mut().for_each(|weight| weight.average(step));
        self.weights
    }
}

/// The class with the highest score; of equals the first.
fn highest(scores: &[f32; CLASSES]) -> usize {
    (0..CLASSES).fold(0, |best, class| if scores[class] > scores[best] { class } else { best })
}

/// The weights of a feature while they are learned, and what averaging needs.
#[derive(Clone, Default)]
struct Weights {
    now: [f32; CLASSES],
    total: [f64; CLASSES],
    since: [u32; CLASSES],
}

impl Weights {
    fn change(&mut self, class: usize, by: f32, step: u32) {
        self.total[class] += f64::from(step - self.since[class]) * f64::from(self.now[class]);
        self.since[class] = step;
        self.now[class] += by;
    }

    /// From here on `now` holds the average over all steps.
    fn average(&mut self, step: u32) {
        for class in 0..CLASSES {
            self.change(class, 0.0, step);
            self.now[class] = (self.total[class] / f64::from(step.max(1))) as f32;
        }
    }

    fn importance(&self) -> f32 {
        self.now.iter().map(|weight| weight.abs()).sum()
    }
}

/// The features with the largest weights.
fn most_important(index: &Index, weights: &[Weights]) -> Index {
    let importance = |number: u32| weights[number as usize].importance();
    let mut features: Vec<_> = index.iter().map(|(&feature, &number)| (importance(number), feature)).collect();
    features.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    features.truncate(CAPACITY);
    features.into_iter().enumerate().map(|(number, (_, feature))| (feature, number as u32)).collect()
}

/// The rows in whole numbers, scaled by the largest weight, the most important first, without empty ones.
fn quantised(index: &Index, weights: &[Weights]) -> Vec<(u64, Row)> {
    let largest = weights.iter().flat_map(|weight| weight.now).fold(0_f32, |largest, weight| largest.max(weight.abs()));
    let scale = if largest > 0.0 { LARGEST / largest } else { 0.0 };
    let row = |&number: &u32| Row(weights[number as usize].now.map(|weight| (weight * scale).round() as i16));
    let mut rows: Vec<_> = index
        .iter()
        .map(|(feature, number)| (weights[*number as usize].importance(), *feature, row(number)))
        .filter(|(_, _, row)| row.0.iter().any(|weight| *weight != 0))
        .collect();
    rows.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    rows.into_iter().map(|(_, feature, row)| (feature, row)).collect()
}

/// Numbers of features. Only looked up and sorted, so the order of its buckets shows nowhere.
type Index = HashMap<u64, u32, BuildHasherDefault<Identity>>;

/// Features are hashes already.
#[derive(Default)]
struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        // Features are good in their upper half only, and tables go by the lower bits.
        self.0 ^ self.0 >> 32
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash << 8 | u64::from(*byte));
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

/// Marsaglia's xorshift (2003): the same numbers everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn shuffle(&mut self, items: &mut [usize]) {
        for last in (1..items.len()).rev() {
            items.swap(last, (self.next() % (last as u64 + 1)) as usize);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Tag, Upos, VerbForm};
    use crate::tagger::Perceptron;

    fn trainer() -> Trainer {
        let mut trainer = Trainer::new();
        trainer.list("crumble", PartOfSpeech::Verb);
        trainer.list("wall", PartOfSpeech::Noun);
        trainer.list("mall", PartOfSpeech::Noun);
        trainer.list("tumble", PartOfSpeech::Verb);
        for _ in 0..5 {
            trainer.add(&[
                ("The", "DET", "DT"),
                ("wall", "NOUN", "NN"),
                ("crumbled", "VERB", "VBD"),
                (".", "PUNCT", "."),
            ]);
            trainer.add(&[
                ("Walls", "NOUN", "NNS"),
                ("crumble", "VERB", "VBP"),
                ("fast", "_", "_"),
                (".", "PUNCT", "."),
            ]);
        }
        trainer
    }

    #[test]
    fn the_same_sentences_give_the_same_bytes() {
        assert_eq!(trainer().train(), trainer().train());
    }

    #[test]
    fn a_listed_word_is_tagged_like_its_kind() {
        let tagger = Perceptron::from_bytes(&trainer().train()).unwrap();
        let tags = tagger.tag_words(["The", "mall", "tumbled", "."]);
        let past = Tag::verb(Upos::Verb, VerbForm::Vbd);
        assert_eq!(tags, [Tag::new(Upos::Det), Tag::new(Upos::Noun), past, Tag::new(Upos::Punct)]);
    }

    #[test]
    fn a_trainer_without_sentences_makes_a_file() {
        let tagger = Perceptron::from_bytes(&Trainer::new().train()).unwrap();
        assert_eq!(tagger.tag_words(["Anything", "goes"]).len(), 2);
    }
}
