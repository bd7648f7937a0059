//! Trains the embedded part-of-speech tagger, or measures one, on files in CoNLL-U.
//!
//! ```text
//! cargo run --release --example train_tagger -- --output src/tagger/weights.bin \
//!     --words examples/train_tagger/words.txt --without documents.tsv --sparse craft_ccby.conllu \
//!     gum_strict.train.conllu gum_strict.train.conllu examples/train_tagger/invented.tsv
//! cargo run --release --example train_tagger -- --evaluate gum_strict.test.conllu [--weights weights.bin]
//! ```
//!
//! Files are CoNLL-U or, with the extension `tsv`, tables like `invented.tsv`. The first prints nothing and gives the same bytes for the same files. A file given twice counts twice. Of a `--sparse`
//! file, which is text of another field, every sixth sentence is taken, without its names and symbols. `--without` is a
//! table with the columns `id` and `caution`; documents with a caution are left out. What the embedded weights were made
//! from is in `NOTICE`.

mod conllu;
mod evaluate;
mod recase;

use std::collections::BTreeSet;
use std::error::Error;
use std::ffi::OsString;
use std::fs;
use std::path::Path;

use conllu::Word;
use lexopt::prelude::*;
use newsframe::lexicon::PartOfSpeech;
use newsframe::tagger::{Perceptron, Trainer};

/// Of how many sentences one is learned a second time, with other capitals.
const RECASED: usize = 4;

/// Of how many sentences of a sparse file one is taken.
const SPARSE: usize = 6;

fn main() -> Result<(), Box<dyn Error>> {
    let (mut output, mut evaluate, mut weights) = (None, None, None);
    let (mut files, mut without) = (Vec::new(), BTreeSet::new());
    let mut trainer = Trainer::new();
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("output") => output = Some(arguments.value()?),
            Long("words") => list(&mut trainer, &fs::read_to_string(arguments.value()?)?)?,
            Long("without") => without = conllu::cautioned(&fs::read_to_string(arguments.value()?)?),
            Long("sparse") => files.push((arguments.value()?, true)),
            Long("evaluate") => evaluate = Some(arguments.value()?),
            Long("weights") => weights = Some(arguments.value()?),
            Value(file) => files.push((file, false)),
            other => return Err(other.unexpected().into()),
        }
    }
    if let Some(file) = evaluate {
        return measure(file, weights);
    }
    for (number, (file, sparse)) in files.iter().enumerate() {
        let text = fs::read_to_string(file)?;
        let table = Path::new(file).extension().is_some_and(|extension| extension == "tsv");
        let sentences = if table { conllu::lettered(&text)? } else { conllu::sentences(&text, &without) };
        if *sparse {
            sentences
                .into_iter()
                .skip(SPARSE - 1)
                .step_by(SPARSE)
                .for_each(|sentence| add(&mut trainer, &conllu::mask(sentence)));
            continue;
        }
        for (at, sentence) in sentences.iter().enumerate() {
            add(&mut trainer, sentence);
            if (at + number) % RECASED == 0 {
                add(&mut trainer, &recase::recased(sentence, at / RECASED));
            }
        }
    }
    fs::write(output.ok_or("--output or --evaluate is missing")?, trainer.train())?;
    Ok(())
}

fn add(trainer: &mut Trainer, sentence: &[Word]) {
    let words: Vec<_> = sentence.iter().map(|word| (&*word.form, &*word.upos, &*word.xpos)).collect();
    trainer.add(&words);
}

/// Reads a word list: a line with a part of speech alone, then words.
fn list(trainer: &mut Trainer, text: &str) -> Result<(), String> {
    let mut part = None;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some(named) = PartOfSpeech::ALL.into_iter().find(|part| part.name() == line) {
            part = Some(named);
            continue;
        }
        for word in line.split_whitespace() {
            trainer.list(word, part.ok_or_else(|| format!("no part of speech before {word}"))?);
        }
    }
    Ok(())
}

fn measure(file: OsString, weights: Option<OsString>) -> Result<(), Box<dyn Error>> {
    let sentences = conllu::sentences(&fs::read_to_string(file)?, &BTreeSet::new());
    match weights {
        Some(weights) => evaluate::print(&Perceptron::from_bytes(&fs::read(weights)?)?, &sentences),
        None => evaluate::print(&*Perceptron::embedded()?, &sentences),
    }
    Ok(())
}
