//! [`Perceptron`]: the tagger.

use std::borrow::Cow;
use std::sync::Arc;

use once_cell::sync::OnceCell;

use super::Tagger;
use super::classes::{CLASSES, Class, TAGS};
use super::features::{FEATURES, History, Window, Word, edges, fixed, is_caseless, look_ahead, tagged};
use super::model::{Model, Row};
use crate::document::Tag;
use crate::error::Kind;
use crate::{Result, Token, WordKey, text};

/// A greedy averaged perceptron (Collins 2002) over features of the word, its neighbours and the two tags before.
///
/// ```
/// use newsframe::tagger::Perceptron;
///
/// let tagger = Perceptron::embedded()?;
/// assert_eq!(tagger.digest().len(), 16);
/// # Ok::<(), newsframe::Error>(())
/// ```
pub struct Perceptron {
    model: Model,
}

impl Perceptron {
    /// The tagger that comes with the crate, loaded at first use and shared.
    ///
    /// # Errors
    /// If the embedded weights are damaged, which would be a defect of the build.
    pub fn embedded() -> Result<Arc<Self>> {
        static EMBEDDED: OnceCell<Arc<Perceptron>> = OnceCell::new();
        EMBEDDED.get_or_try_init(|| Self::from_bytes(include_bytes!("weights.bin")).map(Arc::new)).cloned()
    }

    /// A tagger from a weight file as `examples/train_tagger.rs` writes it.
    ///
    /// # Errors
    /// If the bytes are no weight file of this version.
    ///
    /// ```
    /// assert!(newsframe::tagger::Perceptron::from_bytes(b"something else").is_err());
    /// ```
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let model = Model::parse(bytes).map_err(|problem| Kind::Model { problem: problem.to_owned() })?;
        Ok(Self { model })
    }

    /// A 64-bit hash of the weight file in hexadecimal, for provenance.
    pub fn digest(&self) -> &str {
        self.model.digest()
    }

    /// The tags of a sentence whose words are known already, as in a treebank.
    ///
    /// ```
    /// use newsframe::document::{Tag, Upos, VerbForm};
    /// use newsframe::tagger::Perceptron;
    ///
    /// let tags = Perceptron::embedded()?.tag_words(["She", "resigned", "."]);
    /// assert_eq!(tags[1], Tag::verb(Upos::Verb, VerbForm::Vbd));
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn tag_words<'w>(&self, words: impl IntoIterator<Item = &'w str>) -> Vec<Tag> {
        let (line, tokens) = text::line_of(words);
        let mut tags = Vec::with_capacity(tokens.len());
        self.tag(&line, &tokens, &mut tags);
        tags
    }

    fn classify(&self, window: &Window, history: &History) -> Class {
        let mut rows = Rows { numbers: [0; FEATURES], count: 0 };
        rows.find(&self.model, &fixed(window, history.is_first()));
        rows.find(&self.model, &tagged(window, history));
        if let Some(features) = edges(&window[2]) {
            rows.find(&self.model, &features);
        }
        best(self.model.sum(&rows.numbers[..rows.count.min(FEATURES)]), window[2].possible())
    }
}

/// The rows of the features that the model has. They are gathered before they are added, so that the sums stay in registers.
struct Rows {
    numbers: [u32; FEATURES],
    count: usize,
}

impl Rows {
    #[inline]
    fn find(&mut self, model: &Model, features: &[u64]) {
        for &feature in features {
            if let Some(number) = model.find(feature) {
                self.numbers[self.count] = number;
                self.count += 1;
            }
        }
    }
}

/// The class with the highest score among the possible ones; of equals the first.
#[inline(never)]
fn best(Row(mut scores): Row, possible: u32) -> Class {
    if possible != u32::MAX {
        (0..CLASSES).filter(|class| possible >> class & 1 == 0).for_each(|class| scores[class] = i16::MIN);
    }
    // The eight first, then the one: by vector and by few comparisons.
    let highest = |scores: &[i16]| scores.iter().fold(i16::MIN, |highest, &score| highest.max(score));
    let all = highest(&scores);
    let eight = scores.chunks_exact(8).position(|eight| highest(eight) == all).unwrap_or_default() * 8;
    let one = scores[eight..].iter().position(|&score| score == all).unwrap_or_default();
    (eight + one) as Class
}

impl Tagger for Perceptron {
    fn tag(&self, text: &str, tokens: &[Token], tags: &mut Vec<Tag>) {
        let caseless = is_caseless(tokens);
        let mut words = Vec::with_capacity(tokens.len() + 4);
        words.extend([Word::EDGE; 2]);
        words.extend(tokens.iter().map(|token| {
            let mut word = Word::new(text, token, caseless);
            word.look_up(self.model.dictionary());
            word
        }));
        look_ahead(&mut words[2..]);
        words.extend([Word::EDGE; 2]);
        let mut history = History::default();
        for window in words.windows(5).filter_map(|window| <&Window>::try_from(window).ok()) {
            let class = window[2].certain().unwrap_or_else(|| self.classify(window, &history));
            history.push(class);
            tags.push(TAGS[usize::from(class)]);
        }
    }

    fn knows(&self, word: WordKey) -> bool {
        self.model.dictionary().get(Word::short(word)).is_some()
    }

    fn id(&self) -> Cow<'static, str> {
        Cow::Owned(format!("perceptron {}", self.digest()))
    }
}
