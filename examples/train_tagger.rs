//! Trains the embedded tagger, or measures one.
//!
//!     cargo run --release --example train_tagger -- OUTPUT FILE[*COPIES]…
//!     cargo run --release --example train_tagger -- --evaluate FILE [--weights WEIGHTS]
use std::collections::BTreeMap;
use std::fs;
use std::time::Instant;

use newsframe::document::{Tag, Upos, VerbForm};
use newsframe::tagger::{Perceptron, Trainer};

type Word = (String, String, String);

/// The sentences of a file in CoNLL-U: form, UPOS, XPOS. Documents whose id is in `skip` are left out.
fn sentences(text: &str, skip: &[String]) -> Vec<Vec<Word>> {
    let mut all = vec![Vec::new()];
    let mut skipping = false;
    for line in text.lines() {
        if let Some(id) = line.strip_prefix("# newdoc id = ") {
            skipping = skip.iter().any(|s| s == id.trim());
        }
        let cells: Vec<_> = line.split('\t').collect();
        if let [id, form, _, upos, xpos, ..] = cells[..]
            && id.bytes().all(|b| b.is_ascii_digit())
            && !skipping
        {
            all.last_mut().expect("one at least").push((form.to_owned(), upos.to_owned(), xpos.to_owned()));
        } else if line.is_empty() {
            all.push(Vec::new());
        }
    }
    all.retain(|s| !s.is_empty());
    all
}

fn mask(words: &mut [Word]) {
    for (form, upos, xpos) in words {
        if form.chars().any(|c| c.is_uppercase() || c.is_ascii_digit())
            || form.chars().count() == 1 && form.chars().all(char::is_alphabetic)
            || matches!(xpos.as_str(), "FW" | "SYM" | "LS" | "AFX")
        {
            *upos = "_".into();
            *xpos = "_".into();
        }
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let skip: Vec<String> = match std::env::var("SKIP") {
        Ok(f) => fs::read_to_string(f)?.lines().map(str::to_owned).collect(),
        _ => Vec::new(),
    };
    if arguments[0] == "--evaluate" {
        let weights = match arguments.get(2) {
            Some(p) => Perceptron::from_bytes(&fs::read(p)?)?,
            None => unimplemented!(),
        };
        return evaluate(&weights, &sentences(&fs::read_to_string(&arguments[1])?, &[]));
    }
    let mut trainer = Trainer::new();
    let perturb: usize = std::env::var("PERTURB").ok().and_then(|v| v.parse().ok()).unwrap_or(0);
    for argument in &arguments[1..] {
        let (path, copies) = argument.split_once('*').unwrap_or((argument, "1"));
        let mut all = sentences(&fs::read_to_string(path)?, &skip);
        if path.contains("craft") {
            all.iter_mut().for_each(|s| mask(s));
        }
        for copy in 0..copies.parse::<usize>()? {
            for (number, sentence) in all.iter().enumerate() {
                let words: Vec<_> = sentence.iter().map(|(f, u, x)| (f.as_str(), u.as_str(), x.as_str())).collect();
                trainer.add(&words);
                if perturb > 0 && !path.contains("craft") && (number + copy) % perturb == 0 {
                    let forms: Vec<String> = sentence
                        .iter()
                        .enumerate()
                        .map(|(i, w)| recase(&w.0, &w.1, (number / perturb) % 4, i))
                        .collect();
                    let words: Vec<_> = sentence
                        .iter()
                        .zip(&forms)
                        .map(|((_, u, x), f)| (f.as_str(), u.as_str(), x.as_str()))
                        .collect();
                    trainer.add(&words);
                }
            }
        }
    }
    fs::write(&arguments[0], trainer.train())?;
    Ok(())
}

fn recase(form: &str, upos: &str, mode: usize, at: usize) -> String {
    let title = |form: &str| {
        let mut c = form.chars();
        c.next().map(|f| f.to_uppercase().chain(c).collect::<String>()).unwrap_or_default()
    };
    match mode {
        0 | 2 => {
            if at > 0 && matches!(upos, "ADP" | "DET" | "CCONJ" | "PART") && form.len() < 5
                || form.starts_with(['\'', '’', 'n']) && form.contains(['\'', '’'])
            {
                form.to_owned()
            } else {
                title(form)
            }
        }
        1 => form.to_uppercase(),
        _ => {
            if at == 0 && upos != "PROPN" && form != "I" {
                form.to_lowercase()
            } else {
                form.to_owned()
            }
        }
    }
}

fn evaluate(tagger: &Perceptron, all: &[Vec<Word>]) -> Result<(), Box<dyn std::error::Error>> {
    let forms = [
        ("VB", VerbForm::Vb),
        ("VBD", VerbForm::Vbd),
        ("VBG", VerbForm::Vbg),
        ("VBN", VerbForm::Vbn),
        ("VBP", VerbForm::Vbp),
        ("VBZ", VerbForm::Vbz),
    ];
    let mut counts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let (mut n, mut right) = (0, 0);
    let mut wrong: BTreeMap<(String, String), usize> = BTreeMap::new();
    let title = std::env::var("TITLE").ok();
    for sentence in all {
        let words: Vec<String> = sentence
            .iter()
            .enumerate()
            .map(|(i, w)| match title.as_deref() {
                Some(m) => recase(&w.0, &w.1, m.parse().unwrap(), i),
                None => w.0.clone(),
            })
            .collect();
        let tags = tagger.tag_words(words.iter().map(|w| w.as_str()));
        for ((form, upos, xpos), tag) in sentence.iter().zip(tags) {
            let upos = if xpos.starts_with("NNP") { "PROPN" } else { upos };
            let got = serde_json::to_value(tag.upos)?.as_str().unwrap_or_default().to_owned();
            n += 1;
            if got == upos {
                right += 1
            } else {
                *wrong.entry((upos.to_owned(), got.clone())).or_default() += 1;
                if std::env::var("ERRORS").is_ok() {
                    println!("{form}\t{upos}\t{got}");
                }
            }
            for (name, f) in forms {
                let c = counts.entry(name).or_default();
                let (g, t) = (xpos == name, tag.form == Some(f));
                c[0] += usize::from(g && t);
                c[1] += usize::from(t);
                c[2] += usize::from(g);
            }
        }
    }
    print!("UPOS {:.2}% of {n};", 100.0 * right as f64 / n as f64);
    for (name, [both, told, gold]) in counts {
        print!(" {name} {:.1}", 200.0 * both as f64 / (told + gold) as f64);
    }
    println!();
    if std::env::var("CONF").is_ok() {
        let mut w: Vec<_> = wrong.into_iter().collect();
        w.sort_by_key(|x| std::cmp::Reverse(x.1));
        for ((g, t), c) in w.iter().take(25) {
            println!("{g} as {t}: {c}");
        }
    }
    let _ = (Upos::X, Tag::default(), Instant::now());
    Ok(())
}
