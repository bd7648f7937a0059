//! [`Memory`]: what tagging remembers of the words it has met, so that the rows of the features that look at one word alone
//! are found once a word and not once a token. It changes no sum: it holds what the model would say again.

use std::sync::{Mutex, PoisonError};

use super::classes::Class;
use super::features::{EDGES, FEATURES, alone, as_before, as_next, as_second, edges};
use super::model::Model;
use super::word::{Form, Signal, Values, Word};

/// Numbers of rows, with room for `N`.
#[derive(Clone, Copy)]
pub(crate) struct Rows<const N: usize> {
    numbers: [u16; N],
    count: u16,
}

impl<const N: usize> Rows<N> {
    pub(crate) const NONE: Self = Self { numbers: [0; N], count: 0 };

    fn of(model: &Model, features: &[u64]) -> Self {
        let mut rows = Self::NONE;
        rows.find(model, features);
        rows
    }

    /// Adds the rows of the features that the model has.
    #[inline]
    pub(crate) fn find(&mut self, model: &Model, features: &[u64]) {
        for &feature in features {
            // Whether it has a feature cannot be foreseen, so that writing in any case is quicker than to ask.
            let (number, found) = model.find(feature);
            self.numbers[usize::from(self.count) % N] = number;
            self.count += u16::from(found);
        }
    }

    /// Adds other rows.
    #[inline]
    pub(crate) fn extend<const M: usize>(&mut self, other: &Rows<M>) {
        if let Some(free) = self.numbers.get_mut(usize::from(self.count)..).and_then(|free| free.first_chunk_mut()) {
            *free = other.numbers;
            self.count += other.count;
        }
    }

    pub(crate) fn numbers(&self) -> &[u16] {
        &self.numbers[..usize::from(self.count).min(N)]
    }
}

/// All rows of a word to tag.
pub(crate) type Gathered = Rows<{ (FEATURES + 1).next_power_of_two() }>;

/// A word, and the rows of the features that look at nothing else, by the place it stands at seen from the word to tag.
#[derive(Clone, Copy)]
pub(crate) struct Known {
    pub(crate) form: Form,
    pub(crate) values: Values,
    /// The class, if the dictionary knows only one, and those it may get.
    pub(crate) certain: Option<Class>,
    pub(crate) possible: u32,
    signal: Signal,
    /// At the place itself, but for the first of a sentence.
    pub(crate) alone: Rows<4>,
    pub(crate) edges: Rows<EDGES>,
    pub(crate) before: Rows<2>,
    pub(crate) next: Rows<4>,
    /// Two before and two behind.
    pub(crate) before2: Rows<1>,
    pub(crate) next2: Rows<1>,
}

impl Known {
    fn new(model: &Model, form: Form, word: &Word) -> Self {
        let certain = word.certain();
        let [before2, next2] = as_second(word).map(|feature| Rows::of(model, &[feature]));
        Self {
            form,
            values: word.values,
            certain,
            possible: word.possible(),
            signal: word.signal(),
            // What is certain is never asked for.
            alone: if certain.is_none() {
                Rows::of(model, &alone(&word.values, word.shape(), false))
            } else {
                Rows::NONE
            },
            edges: edges(word).map_or(Rows::NONE, |edges| Rows::of(model, &edges)),
            before: Rows::of(model, &as_before(word)),
            next: Rows::of(model, &as_next(word)),
            before2,
            next2,
        }
    }
}

/// A word of a sentence.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    number: u32,
    /// What certainly comes first behind it.
    pub(crate) ahead: u8,
}

/// What comes before and behind a sentence, the first of the known words. No token has its form.
const EDGE: Place = Place { number: 0, ahead: 0 };

/// log2 of the number of slots.
const BITS: u32 = 13;
const SLOTS: usize = 1 << BITS;

/// When this many words are known, all are forgotten before the next sentence: half a megabyte.
const LIMIT: usize = 4096;

/// The words met so far, and the sentence at hand.
pub(crate) struct Memory {
    /// The number of the last word of each hash; 0 where there is none.
    slots: Box<[u32; SLOTS]>,
    known: Vec<Known>,
    places: Vec<Place>,
}

impl Memory {
    fn new(model: &Model) -> Self {
        Self {
            slots: Box::new([0; SLOTS]),
            known: vec![Known::new(model, Form::EDGE, &Word::EDGE)],
            places: Vec::new(),
        }
    }

    /// Takes in a sentence.
    pub(crate) fn read(&mut self, model: &Model, forms: impl Iterator<Item = Form>) {
        if self.known.len() > LIMIT {
            self.slots.fill(0);
            self.known.truncate(1);
            self.known.shrink_to(LIMIT);
        }
        self.places.clear();
        self.places.extend([EDGE; 2]);
        for form in forms {
            let number = self.number(model, form);
            self.places.push(Place { number, ahead: 0 });
        }
        let mut ahead = 0;
        for place in self.places.iter_mut().rev() {
            place.ahead = ahead;
            ahead = self.known[place.number as usize].signal.before(ahead);
        }
        self.places.extend([EDGE; 2]);
    }

    /// The number of a word, known or new.
    #[inline]
    fn number(&mut self, model: &Model, form: Form) -> u32 {
        let slot = &mut self.slots[(form.hash() >> (64 - BITS)) as usize];
        if self.known.get(*slot as usize).is_none_or(|known| known.form != form) {
            *slot = self.known.len() as u32;
            self.known.push(Known::new(model, form, &Word::new(form, model.dictionary())));
        }
        *slot
    }

    /// Each word of the sentence between the two before it and the two behind it.
    pub(crate) fn windows(&self) -> impl Iterator<Item = &[Place; 5]> {
        self.places.windows(5).filter_map(|places| places.try_into().ok())
    }

    pub(crate) fn known(&self, place: Place) -> &Known {
        &self.known[place.number as usize]
    }
}

/// Memories that nobody is using: as many as there were threads tagging at one time.
#[derive(Default)]
pub(crate) struct Pool(Mutex<Vec<Memory>>);

impl Pool {
    /// Lends a memory of this model.
    pub(crate) fn with<T>(&self, model: &Model, work: impl FnOnce(&mut Memory) -> T) -> T {
        let free = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = free().pop();
        let mut memory = taken.unwrap_or_else(|| Memory::new(model));
        let result = work(&mut memory);
        free().push(memory);
        result
    }
}
