//! [`Perceptron`]: the tagger.

use std::borrow::Cow;
use std::sync::Arc;

use once_cell::sync::OnceCell;

use super::Tagger;
use super::classes::{CLASSES, Class, TAGS};
use super::features::{History, Window, Word, features, is_caseless};
use super::model::Model;
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

    fn word(&self, text: &str, token: Option<&Token>, caseless: bool) -> Word {
        token.map_or(Word::EDGE, |token| {
            let mut word = Word::new(text, token, caseless);
            word.look_up(self.model.dictionary());
            word
        })
    }

    fn classify(&self, window: &Window, history: &History) -> Class {
        let mut scores = [0_i16; CLASSES];
        for feature in features(window, history) {
            for (score, weight) in scores.iter_mut().zip(self.model.row(feature)) {
                *score = score.wrapping_add(*weight);
            }
        }
        best(&scores, window[2].possible())
    }
}

/// The class with the highest score among the possible ones; of equals the first.
fn best(scores: &[i16; CLASSES], possible: u32) -> Class {
    let (mut best, mut highest) = (0, i32::MIN);
    for (class, &score) in scores.iter().enumerate() {
        let score = i32::from(score) - ((!possible >> class & 1) << 16) as i32;
        if score > highest {
            (best, highest) = (class, score);
        }
    }
    best as Class
}

impl Tagger for Perceptron {
    fn tag(&self, text: &str, tokens: &[Token], tags: &mut Vec<Tag>) {
        let caseless = is_caseless(tokens);
        let word = |at| self.word(text, tokens.get(at), caseless);
        let mut window = [Word::EDGE, Word::EDGE, Word::EDGE, word(0), word(1)];
        let mut history = History::default();
        for at in 0..tokens.len() {
            window.copy_within(1.., 0);
            window[4] = word(at + 2);
            let class = window[2].certain().unwrap_or_else(|| self.classify(&window, &history));
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
