//! Sentences with other capitals, so that headlines are no surprise.

use crate::conllu::Word;

/// The sentence in title case, in capitals, or with a small first letter, by turns.
pub(crate) fn recased(sentence: &[Word], turn: usize) -> Vec<Word> {
    let recase = |(at, word): (usize, &Word)| {
        let form = match turn % 4 {
            0 | 2 => title(at, word),
            1 => word.form.to_uppercase(),
            _ if at == 0 && word.upos != "PROPN" && word.form != "I" => word.form.to_lowercase(),
            _ => word.form.clone(),
        };
        Word { form, ..word.clone() }
    };
    sentence.iter().enumerate().map(recase).collect()
}

/// A word in title case, where short words of no content stay small.
pub(crate) fn title(at: usize, word: &Word) -> String {
    let small = at > 0 && matches!(&*word.upos, "ADP" | "DET" | "CCONJ" | "PART") && word.form.len() < 5;
    if small || word.form.contains(['\'', '’']) {
        return word.form.clone();
    }
    let mut rest = word.form.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}
