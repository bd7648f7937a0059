//! Reading CoNLL-U.

use std::collections::BTreeSet;

/// A word of a treebank.
#[derive(Clone)]
pub(crate) struct Word {
    pub(crate) form: String,
    pub(crate) lemma: String,
    pub(crate) upos: String,
    pub(crate) xpos: String,
}

/// The sentences of a file, without the documents of these ids.
pub(crate) fn sentences(text: &str, without: &BTreeSet<String>) -> Vec<Vec<Word>> {
    let mut sentences = vec![Vec::new()];
    let mut skipping = false;
    for line in text.lines() {
        if let Some(id) = line.strip_prefix("# newdoc id = ") {
            skipping = without.contains(id.trim());
        }
        let cells: Vec<_> = line.split('\t').collect();
        match cells[..] {
            // Ranges (1-2) and empty nodes (1.1) are no words.
            [id, form, lemma, upos, xpos, ..] if !skipping && id.bytes().all(|byte| byte.is_ascii_digit()) => {
                let [form, lemma, upos, xpos] = [form, lemma, upos, xpos].map(str::to_owned);
                sentences.last_mut().expect("never empty").push(Word { form, lemma, upos, xpos });
            }
            [""] => sentences.push(Vec::new()),
            _ => {}
        }
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// The sentences of a table: words, and a letter a word.
pub(crate) fn lettered(text: &str) -> Result<Vec<Vec<Word>>, String> {
    let sentence = |line: &str| {
        let (words, letters) = line.split_once('\t')?;
        let (words, letters): (Vec<_>, Vec<_>) = (words.split(' ').collect(), letters.chars().collect());
        if words.len() != letters.len() {
            return None;
        }
        let word = |(form, letter): (&&str, &char)| {
            let (upos, xpos) = tags(*letter)?;
            let [form, upos, xpos] = [form, upos, xpos].map(str::to_owned);
            Some(Word { form, lemma: "_".to_owned(), upos, xpos })
        };
        words.iter().zip(&letters).map(word).collect()
    };
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| sentence(line).ok_or_else(|| format!("not a letter a word: {line}"))).collect()
}

fn tags(letter: char) -> Option<(&'static str, &'static str)> {
    Some(match letter {
        'N' => ("NOUN", "NN"),
        'K' => ("NOUN", "NNS"),
        'P' => ("PROPN", "NNP"),
        'J' => ("ADJ", "JJ"),
        'R' => ("ADV", "RB"),
        'I' => ("ADP", "IN"),
        'F' => ("ADP", "RP"),
        'S' => ("SCONJ", "IN"),
        'C' => ("CCONJ", "CC"),
        'D' => ("DET", "DT"),
        'O' => ("PRON", "PRP"),
        'G' => ("PRON", "PRP$"),
        'W' => ("PRON", "WP"),
        'U' => ("NUM", "CD"),
        'Y' => ("SYM", "SYM"),
        'T' => ("PART", "RB"),
        '.' => ("PUNCT", "."),
        'b' => ("VERB", "VB"),
        'd' => ("VERB", "VBD"),
        'g' => ("VERB", "VBG"),
        'n' => ("VERB", "VBN"),
        'p' => ("VERB", "VBP"),
        'z' => ("VERB", "VBZ"),
        'm' => ("AUX", "MD"),
        '1' => ("AUX", "VB"),
        '2' => ("AUX", "VBD"),
        '3' => ("AUX", "VBG"),
        '4' => ("AUX", "VBN"),
        '5' => ("AUX", "VBP"),
        '6' => ("AUX", "VBZ"),
        _ => return None,
    })
}

/// The ids of the documents that have a caution.
pub(crate) fn cautioned(table: &str) -> BTreeSet<String> {
    let mut lines = table.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let head = lines.next().unwrap_or_default();
    let column = |name| head.iter().position(|cell| *cell == name);
    let (id, caution) = (column("id"), column("caution"));
    let cell = |row: &[&str], at: Option<usize>| at.and_then(|at| row.get(at)).map_or("", |cell| cell).to_owned();
    lines.filter(|row| !cell(row, caution).is_empty()).map(|row| cell(&row, id)).collect()
}

/// The sentence with tags only where another field is likely to agree: names of genes are tagged as nouns, for one.
pub(crate) fn mask(mut sentence: Vec<Word>) -> Vec<Word> {
    for word in &mut sentence {
        let capital = word.form.chars().any(|c| c.is_uppercase() || c.is_ascii_digit());
        let letter = word.form.chars().count() == 1 && word.form.chars().all(char::is_alphabetic);
        if capital || letter || matches!(word.xpos.as_str(), "FW" | "SYM" | "LS" | "AFX") {
            (word.upos, word.xpos) = ("_".to_owned(), "_".to_owned());
        }
    }
    sentence
}
