//! [`Trainer`]: makes the weights of a [`Perceptron`](super::Perceptron).

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::classes::{self, CLASSES, Class};
use super::features::{DYNAMIC, STATIC, Window, Word, dynamic_features, is_caseless, static_features};
use super::model::{self, Row};
use crate::text;

/// Trains a [`Perceptron`](super::Perceptron) on tagged sentences.
///
/// The same sentences in the same order give the same bytes.
///
/// ```
/// use newsframe::tagger::{Perceptron, Trainer};
///
/// let mut trainer = Trainer::new();
/// trainer.add(&[("Rain", "NOUN", "NN"), ("fell", "VERB", "VBD"), (".", "PUNCT", ".")]);
/// assert!(Perceptron::from_bytes(&trainer.train()).is_ok());
/// ```
pub struct Trainer {
    sentences: Vec<Sentence>,
    epochs: usize,
    bits: u32,
    capacity: usize,
    least: u32,
}

struct Sentence {
    words: Vec<Word>,
    gold: Vec<Option<Class>>,
}

/// Weights while they are learned, and what averaging needs.
#[derive(Clone, Default)]
struct Weights {
    now: [f32; CLASSES],
    total: [f64; CLASSES],
    since: [u32; CLASSES],
}

type Index = HashMap<u64, u32, BuildHasherDefault<Identity>>;

/// Features are hashes already.
#[derive(Default)]
struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash << 8 | u64::from(*byte));
    }
    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
    fn write_u32(&mut self, value: u32) {
        self.0 = u64::from(value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Default for Trainer {
    fn default() -> Self {
        Self::new()
    }
}

fn env(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

impl Trainer {
    /// A trainer without sentences.
    pub fn new() -> Self {
        Self {
            sentences: Vec::new(),
            epochs: env("EPOCHS", 8),
            bits: env("BITS", 14) as u32,
            capacity: env("CAP", 60_000),
            least: env("LEAST", 2) as u32,
        }
    }

    /// Adds a sentence: form, universal tag and Penn tag of each word. A tag of another tag set, such as `_`, is not learned.
    pub fn add(&mut self, words: &[(&str, &str, &str)]) {
        let (line, tokens) = text::line_of(words.iter().map(|(form, ..)| *form));
        let caseless = is_caseless(&tokens);
        let sentence = Sentence {
            words: tokens.iter().map(|token| Word::new(&line, token, caseless)).collect(),
            gold: words.iter().map(|(_, upos, xpos)| classes::class_of(upos, xpos)).collect(),
        };
        self.sentences.push(sentence);
    }

    /// Learns the weights and returns the weight file.
    pub fn train(mut self) -> Vec<u8> {
        let dictionary = self.dictionary();
        let lookup = model::Dictionary::new(&dictionary);
        for word in self.sentences.iter_mut().flat_map(|sentence| &mut sentence.words) {
            word.lexical = lookup.get(word.key).map_or_else(|| word.unknown(), u32::from);
        }
        let mut index = self.frequent_features();
        eprintln!("{} features", index.len());
        let mut weights = self.learn(&index);
        if index.len() > self.capacity {
            index = most_important(&index, &weights, self.capacity);
            weights = self.learn(&index);
        }
        let features = quantised(&index, &weights);
        let (file, lost) = model::write(self.bits, &features, &dictionary);
        eprintln!("{} features kept, {lost} lost, {} bytes", features.len(), file.len());
        file
    }

    /// Words seen often enough, with what tags: below [`CLASSES`] the only one, above it the number of a set of tags.
    fn dictionary(&self) -> Vec<(u32, u16)> {
        let mut counts: HashMap<u32, [u32; CLASSES], BuildHasherDefault<Identity>> = HashMap::default();
        for sentence in &self.sentences {
            for (word, gold) in sentence.words.iter().zip(&sentence.gold) {
                if let Some(class) = gold {
                    counts.entry(word.key).or_insert([0; CLASSES])[usize::from(*class)] += 1;
                }
            }
        }
        let mut words: Vec<_> =
            counts.into_iter().filter(|(_, counts)| counts.iter().sum::<u32>() >= env("DICT", 3) as u32).collect();
        words.sort_unstable();
        let mut sets: Vec<u32> = Vec::new();
        let mut entries = Vec::new();
        for (key, counts) in words {
            let total: u32 = counts.iter().sum();
            let set = counts.iter().enumerate().fold(0_u32, |set, (class, &count)| {
                if count * env("SHARE", 20) as u32 >= total { set | 1 << class } else { set }
            });
            let sure = set.count_ones() == 1
                && total >= env("SURE", 50) as u32
                && counts.iter().all(|&count| count == 0 || count * 500 >= total * 499);
            let value = if sure {
                set.trailing_zeros() as usize
            } else {
                CLASSES
                    + sets.iter().position(|known| *known == set).unwrap_or_else(|| {
                        sets.push(set);
                        sets.len() - 1
                    })
            };
            entries.push((key.max(1), value as u16));
        }
        eprintln!("dictionary {} words {} sets", entries.len(), sets.len());
        entries
    }

    /// The features seen often enough, numbered in the order of their first sight.
    fn frequent_features(&self) -> Index {
        let mut counts: HashMap<u64, (u32, u32), BuildHasherDefault<Identity>> = HashMap::default();
        let mut order = Vec::new();
        let mut see = |feature: u64| {
            let count = counts.entry(feature).or_insert_with(|| {
                order.push(feature);
                (0, 0)
            });
            count.0 += 1;
        };
        for sentence in &self.sentences {
            let (mut before, mut before2) = (classes::EDGE, classes::EDGE);
            for at in 0..sentence.words.len() {
                let window = sentence.window(at);
                let gold = sentence.gold[at].unwrap_or(classes::EDGE);
                if sentence.gold[at].is_some() {
                    static_features(&window, at == 0).into_iter().for_each(&mut see);
                    dynamic_features(&window, before, before2).into_iter().for_each(&mut see);
                }
                (before2, before) = (before, gold);
            }
        }
        let frequent = order.into_iter().filter(|feature| counts[feature].0 >= self.least);
        frequent.enumerate().map(|(number, feature)| (feature, number as u32)).collect()
    }

    fn learn(&self, index: &Index) -> Vec<Weights> {
        let mut weights = vec![Weights::default(); index.len()];
        let mut order: Vec<usize> = (0..self.sentences.len()).collect();
        let mut random = Random(0x2545_f491_4f6c_dd1d);
        let mut step = 0;
        for epoch in 0..self.epochs {
            random.shuffle(&mut order);
            let (mut seen, mut right) = (0, 0);
            for &number in &order {
                let sentence = &self.sentences[number];
                let (mut before, mut before2) = (classes::EDGE, classes::EDGE);
                for at in 0..sentence.words.len() {
                    step += 1;
                    let guess = self.learn_word(sentence, at, (before, before2), index, &mut weights, step);
                    if let Some(gold) = sentence.gold[at] {
                        seen += 1;
                        right += usize::from(guess == gold);
                    }
                    (before2, before) = (before, guess);
                }
            }
            eprintln!("epoch {epoch}: {:.2}", 100.0 * right as f64 / seen as f64);
        }
        for weight in &mut weights {
            weight.finish(step);
        }
        weights
    }

    fn learn_word(
        &self,
        sentence: &Sentence,
        at: usize,
        (before, before2): (Class, Class),
        index: &Index,
        weights: &mut [Weights],
        step: u32,
    ) -> Class {
        let window = sentence.window(at);
        if window[2].lexical < CLASSES as u32 {
            return window[2].lexical as Class;
        }
        let mut active = [u32::MAX; STATIC + DYNAMIC];
        let mut scores = [0_f32; CLASSES];
        let features = static_features(&window, at == 0).into_iter().chain(dynamic_features(&window, before, before2));
        for (slot, feature) in active.iter_mut().zip(features) {
            if let Some(&number) = index.get(&feature) {
                *slot = number;
                scores.iter_mut().zip(&weights[number as usize].now).for_each(|(score, weight)| *score += weight);
            }
        }
        let guess = (0..CLASSES).fold(0, |best, class| if scores[class] > scores[best] { class } else { best });
        if let Some(gold) = sentence.gold[at].map(usize::from)
            && gold != guess
        {
            for &number in active.iter().filter(|number| **number != u32::MAX) {
                weights[number as usize].change(gold, 1.0, step);
                weights[number as usize].change(guess, -1.0, step);
            }
        }
        guess as Class
    }
}

impl Sentence {
    fn window(&self, at: usize) -> Window {
        std::array::from_fn(|offset| {
            (at + offset).checked_sub(2).and_then(|at| self.words.get(at)).copied().unwrap_or(Word::EDGE)
        })
    }
}

impl Weights {
    fn change(&mut self, class: usize, by: f32, step: u32) {
        self.total[class] += f64::from(step - self.since[class]) * f64::from(self.now[class]);
        self.since[class] = step;
        self.now[class] += by;
    }

    /// From here on `now` holds the average.
    fn finish(&mut self, step: u32) {
        for class in 0..CLASSES {
            self.change(class, 0.0, step);
            self.now[class] = (self.total[class] / f64::from(step.max(1))) as f32;
        }
    }

    fn importance(&self) -> f32 {
        self.now.iter().map(|weight| weight.abs()).sum()
    }
}

/// The `capacity` features with the largest weights.
fn most_important(index: &Index, weights: &[Weights], capacity: usize) -> Index {
    let mut features: Vec<_> =
        index.iter().map(|(feature, number)| (weights[*number as usize].importance(), *feature)).collect();
    features.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    features.truncate(capacity);
    features.into_iter().enumerate().map(|(number, (_, feature))| (feature, number as u32)).collect()
}

/// The rows in whole numbers, scaled by the largest weight, the most important features first, without empty rows.
fn quantised(index: &Index, weights: &[Weights]) -> Vec<(u64, Row)> {
    let largest = weights.iter().flat_map(|weight| weight.now).fold(0_f32, |largest, weight| largest.max(weight.abs()));
    let scale = if largest > 0.0 { 127.0 / largest } else { 0.0 };
    let mut rows: Vec<_> = index
        .iter()
        .map(|(feature, number)| {
            let weight = &weights[*number as usize];
            (weight.importance(), *feature, weight.now.map(|weight| (weight * scale).round() as i8))
        })
        .filter(|(_, _, row)| row.iter().any(|weight| *weight != 0))
        .collect();
    rows.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    rows.into_iter().map(|(_, feature, row)| (feature, row)).collect()
}

/// Marsaglia's xorshift: the same numbers everywhere.
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
