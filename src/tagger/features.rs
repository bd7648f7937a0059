//! What the tagger looks at: features of a word and its neighbours, as 64-bit hashes.
//!
//! A feature is a template with one or two 32-bit values mixed into a number: the word, its ending, beginning and way of
//! writing, what dictionary and word list say of it, the same of its neighbours, the tags before, and pairs of these.

use super::classes::{self, Class, EDGE, Role};
use super::word::{Shape, Values, Word};

/// Number of features of a word and its neighbours.
pub(crate) const FIXED: usize = 19;

/// Number of features of the beginning and end of a word that the dictionary does not have.
pub(crate) const EDGES: usize = 9;

/// Number of features that need the tags before.
pub(crate) const TAGGED: usize = 11;

/// The most features a word has.
pub(crate) const FEATURES: usize = FIXED + EDGES + TAGGED;

/// A number that features are made of, mixed beforehand: mixing is linear, so each of the two values of a feature can be mixed
/// by itself and once for all features.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Value {
    /// As the first value of a feature.
    first: u64,
    /// As the second.
    second: u64,
}

impl Value {
    #[inline]
    pub(crate) const fn new(number: u32) -> Self {
        Self { first: mixed((number as u64) << 32), second: mixed(number as u64) }
    }

    /// The number that has the bits of both, which have none in common.
    #[inline]
    fn and(self, other: Self) -> Self {
        Self { first: self.first ^ other.first, second: self.second ^ other.second }
    }
}

const fn mixed(bits: u64) -> u64 {
    bits ^ bits >> 29
}

/// A hash of a template and its values, good in its upper half. The number of a template is part of the model: never reuse
/// one.
#[inline]
fn feature(template: u64, a: Value, b: Value) -> u64 {
    let template = mixed(template.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    (template ^ a.first ^ b.second).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}

/// The same with one value.
#[inline]
fn single(template: u64, a: u32) -> u64 {
    feature(template, Value::new(a), Value::new(0))
}

/// What the words before were tagged as.
#[derive(Clone, Copy)]
pub(crate) struct History {
    before: Class,
    before2: Class,
    /// The last verb.
    verb: Class,
    /// How many clauses wait for their finite verb.
    open: u8,
    /// Whether a noun or pronoun stands behind the last verb.
    nominal: bool,
}

impl Default for History {
    fn default() -> Self {
        Self { before: EDGE, before2: EDGE, verb: EDGE, open: 1, nominal: false }
    }
}

impl History {
    /// Whether no word stands before.
    pub(crate) fn is_first(&self) -> bool {
        self.before == EDGE
    }

    /// The next word was tagged so.
    #[inline]
    pub(crate) fn push(&mut self, class: Class) {
        (self.before2, self.before) = (self.before, class);
        let role = classes::role(class);
        match role {
            Role::Finite => self.open = self.open.saturating_sub(1),
            Role::Opener => self.open = (self.open + 1).min(3),
            _ => {}
        }
        if matches!(role, Role::Finite | Role::Verb) {
            (self.verb, self.nominal) = (class, false);
        } else {
            self.nominal |= role == Role::Nominal;
        }
    }
}

/// The features of a word that look at nothing else; `first` in its sentence.
#[inline]
pub(crate) fn alone(word: &Values, shape: Shape, first: bool) -> [u64; 4] {
    [
        single(0, 0),
        feature(1, word.key, Value::new(0)),
        feature(10, Value::new(shape.bits()), Value::new(u32::from(first))),
        feature(21, word.lexical, Value::new(shape.capital())),
    ]
}

/// The features of the beginning and end of a word. A word that the dictionary has is known better by itself, and does
/// without them: that costs nothing and saves time.
#[inline]
pub(crate) fn edges(word: &Word) -> Option<[u64; EDGES]> {
    let suffix = |count| word.suffix(count);
    let shape = Value::new(word.shape().bits());
    word.is_unknown().then(|| {
        [
            single(2, suffix(1) as u32),
            single(3, suffix(2) as u32),
            single(4, suffix(3) as u32),
            single(5, suffix(4) as u32),
            feature(6, Value::new(suffix(5) as u32), Value::new((suffix(5) >> 32) as u32)),
            feature(7, Value::new(word.prefix(1)), shape),
            single(8, word.prefix(3)),
            single(9, word.shape().bits()),
            feature(25, word.values.kind, shape),
        ]
    })
}

/// The features that a word gives to the one behind it.
#[inline]
pub(crate) fn as_before(word: &Word) -> [u64; 2] {
    [feature(11, word.values.key, Value::new(0)), single(17, word.suffix(3) as u32)]
}

/// The features that a word gives to the one before it.
#[inline]
pub(crate) fn as_next(word: &Word) -> [u64; 3] {
    let none = Value::new(0);
    [feature(13, word.values.key, none), single(18, word.suffix(3) as u32), feature(22, word.values.lexical, none)]
}

/// The feature that a word gives to the second behind it, and the one it gives to the second before it.
#[inline]
pub(crate) fn as_second(word: &Word) -> [u64; 2] {
    [12, 14].map(|template| feature(template, word.values.key, Value::new(0)))
}

/// A word to tag, those beside it, and what certainly comes first behind it, by
/// [`Signal::before`](super::word::Signal::before).
#[derive(Clone, Copy)]
pub(crate) struct Window<'w> {
    pub(crate) before: &'w Values,
    pub(crate) word: &'w Values,
    pub(crate) next: &'w Values,
    pub(crate) ahead: u8,
}

/// The features of a word together with those beside it.
#[inline]
pub(crate) fn together(window: &Window<'_>) -> [u64; 8] {
    let Window { before, word, next, ahead } = *window;
    [
        feature(15, before.key, word.key),
        feature(16, word.key, next.key),
        feature(19, next.lexical, word.lexical),
        feature(23, before.lexical, word.lexical),
        feature(27, word.kind, before.kind),
        feature(28, word.kind, before.key),
        feature(29, word.kind, next.key),
        feature(30, word.kind, Value::new(u32::from(ahead))),
    ]
}

/// The features of a word and those beside it that need the tags before.
#[inline]
pub(crate) fn tagged(window: &Window<'_>, history: &History) -> [u64; TAGGED] {
    let Window { word, next, ahead, .. } = *window;
    let (before, verb) = (u32::from(history.before), u32::from(history.verb));
    let clause = (u32::from(history.open) << 8 | u32::from(history.nominal)) << 8;
    let (tag, tags) = (Value::new(before), Value::new(before << 8 | u32::from(history.before2)));
    [
        feature(42, tags, Value::new(0)),
        feature(43, tag, word.key),
        feature(44, tags, word.lexical),
        feature(45, tag, next.lexical),
        feature(47, tags, next.lexical),
        feature(48, tags, word.kind),
        feature(49, Value::new(before << 16).and(word.kind), next.kind),
        feature(51, Value::new(clause | verb), word.kind),
        feature(52, Value::new(clause | before), word.kind),
        feature(53, Value::new(clause | u32::from(ahead)), word.kind),
        feature(54, Value::new(verb << 8 | before), word.lexical),
    ]
}

/// All features of a word, the third of five, that need no tag, in the order they are learned in; `first` in its sentence.
pub(crate) fn fixed(words: [&Word; 5], ahead: u8, first: bool) -> [u64; FIXED] {
    let [before2, before, word, next, next2] = words;
    let [bias, key, shape, lexical] = alone(&word.values, word.shape(), first);
    let ([before_key, before_end], [next_key, next_end, next_lexical]) = (as_before(before), as_next(next));
    let ([before2, _], [_, next2]) = (as_second(before2), as_second(next2));
    let window = Window { before: &before.values, word: &word.values, next: &next.values, ahead };
    let [pair, next_pair, next_both, both, kinds, kind_before, kind_next, ahead] = together(&window);
    [
        bias,
        key,
        shape,
        before_key,
        before2,
        next_key,
        next2,
        pair,
        next_pair,
        before_end,
        next_end,
        next_both,
        lexical,
        next_lexical,
        both,
        kinds,
        kind_before,
        kind_next,
        ahead,
    ]
}
