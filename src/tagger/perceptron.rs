//! [`Perceptron`]: the tagger.

use std::borrow::Cow;
use std::sync::Arc;

use once_cell::sync::OnceCell;

use super::Tagger;
use super::classes::{CLASSES, Class, TAGS};
use super::features::{self, History, Window};
use super::model::{Model, Row};
use super::vocabulary::{Gathered, Memory, Place, Pool};
use super::word::{Form, is_caseless, short};
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
    memories: Pool,
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
        Ok(Self { model, memories: Pool::default() })
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

    /// The class of the word in the middle.
    fn classify(&self, memory: &Memory, places: &[Place; 5], history: &History) -> Class {
        let [before2, before, word, next, next2] = places.map(|place| memory.known(place));
        if let Some(class) = word.certain {
            return class;
        }
        let mut rows = Gathered::NONE;
        rows.extend(&word.edges);
        if history.is_first() {
            // Once a sentence, its shape says something else.
            rows.find(&self.model, &features::alone(&word.values, word.form.shape(), true));
        } else {
            rows.extend(&word.alone);
        }
        rows.extend(&before2.before2);
        rows.extend(&before.before);
        rows.extend(&next.next);
        rows.extend(&next2.next2);
        let window = Window { before: &before.values, word: &word.values, next: &next.values, ahead: places[2].ahead };
        rows.find(&self.model, &features::together(&window));
        rows.find(&self.model, &features::tagged(&window, history));
        best(self.model.sum(rows.numbers()), word.possible)
    }
}

/// The class with the highest score among the possible ones; of equals the first.
#[inline(never)]
fn best(Row(mut scores): Row, possible: u32) -> Class {
    let mut ruled_out = !possible;
    while ruled_out != 0 {
        scores[ruled_out.trailing_zeros() as usize] = i16::MIN;
        ruled_out &= ruled_out - 1;
    }
    let highest = scores.into_iter().fold(i16::MIN, i16::max);
    // The least number of a class, which is put out of reach where its score is another. All by vector, without a branch.
    let unlike = |class: usize| highest.saturating_sub(scores[class]).min(1);
    (0..CLASSES).map(|class| class as i16 + CLASSES as i16 * unlike(class)).fold(i16::MAX, i16::min) as Class
}

impl Tagger for Perceptron {
    fn tag(&self, text: &str, tokens: &[Token], tags: &mut Vec<Tag>) {
        let caseless = is_caseless(tokens);
        self.memories.with(&self.model, |memory| {
            memory.read(&self.model, tokens.iter().map(|token| Form::new(text, token, caseless)));
            let mut history = History::default();
            for places in memory.windows() {
                let class = self.classify(memory, places, &history);
                history.push(class);
                tags.push(TAGS[usize::from(class)]);
            }
        });
    }

    fn knows(&self, word: WordKey) -> bool {
        self.model.dictionary().get(short(word)).is_some()
    }

    fn id(&self) -> Cow<'static, str> {
        Cow::Owned(format!("perceptron {}", self.digest()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagger::word::Word;

    /// Without a memory: every feature of every word is looked for, in the order of learning.
    fn plainly(tagger: &Perceptron, text: &str, tokens: &[Token]) -> Vec<Tag> {
        let caseless = is_caseless(tokens);
        let word = |token| Word::new(Form::new(text, token, caseless), tagger.model.dictionary());
        let words: Vec<Word> = tokens.iter().map(word).collect();
        let mut ahead = vec![0; words.len()];
        for at in (1..words.len()).rev() {
            ahead[at - 1] = words[at].signal().before(ahead[at]);
        }
        let mut history = History::default();
        let mut tag = |at: usize| {
            let five: [&Word; 5] = std::array::from_fn(|offset| {
                (at + offset).checked_sub(2).and_then(|at| words.get(at)).unwrap_or(&Word::EDGE)
            });
            let [before, word, next] = [1, 2, 3].map(|at: usize| &five[at].values);
            let mut rows = Gathered::NONE;
            rows.find(&tagger.model, &features::fixed(five, ahead[at], at == 0));
            rows.find(&tagger.model, &features::tagged(&Window { before, word, next, ahead: ahead[at] }, &history));
            rows.find(&tagger.model, features::edges(five[2]).as_ref().map_or(&[], |edges| edges));
            let chosen = || best(tagger.model.sum(rows.numbers()), five[2].possible());
            let class = five[2].certain().unwrap_or_else(chosen);
            history.push(class);
            TAGS[usize::from(class)]
        };
        (0..words.len()).map(&mut tag).collect()
    }

    #[test]
    fn what_is_remembered_changes_nothing() {
        let tagger = Perceptron::embedded().expect("embedded weights");
        // More words than are remembered, most of them new to the dictionary.
        let many: String =
            (0..9000).map(|n| format!("Word{n} of 'em, the re{}ed{}", n % 700, [" ", ". "][n % 2])).collect();
        let articles = [
            include_str!("../../examples/articles/wire.txt"),
            include_str!("../../examples/articles/feature.txt"),
            "MINISTER QUITS OVER LEAKED MEMO. Don`t O`Shaughnessy don't O'Shaughnessy don’t O’Shaughnessy a é “x” 1,463 it’s",
            &many,
            include_str!("../../examples/articles/tabloid.txt"),
        ];
        for article in articles.iter().chain(&articles) {
            let mut tokens = Vec::new();
            text::tokenize(article, crate::Span::of(0, article.len()), &mut tokens);
            for sentence in tokens.split_inclusive(|token| token.key() == WordKey::of(".")) {
                let mut tags = Vec::new();
                tagger.tag(article, sentence, &mut tags);
                assert_eq!(tags, plainly(&tagger, article, sentence));
            }
        }
    }

    #[test]
    fn of_equal_scores_the_first_is_best() {
        let mut row = Row([7; CLASSES]);
        assert_eq!(best(row, u32::MAX), 0);
        assert_eq!(best(row, !1), 1);
        (row.0[31], row.0[3], row.0[5]) = (i16::MAX, i16::MIN, 8);
        assert_eq!((best(row, u32::MAX), best(row, !(1 << 31)), best(row, 1 << 3)), (31, 5, 0));
    }
}
