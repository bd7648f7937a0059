//! Scores the sentence splitter: boundaries inside paragraphs, F1 in percent by genre.
//!
//! ```text
//! evaluate_sentences < sentence_dev.jsonl
//! ```
//!
//! A row is `{"genre", "text", "sentences": [[start, end], …]}` with offsets in code points; paragraphs are separated by a blank
//! line. Spoken genres are conversation, speech and vlog; the other five are written.

use std::collections::{BTreeMap, BTreeSet};
use std::io::BufRead;

use newsframe::{Article, Document};
use serde::Deserialize;

#[derive(Deserialize)]
struct Row {
    genre: String,
    text: String,
    sentences: Vec<[usize; 2]>,
}

#[derive(Default)]
struct Count {
    right: usize,
    gold: usize,
    found: usize,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    for line in std::io::stdin().lock().lines() {
        let row: Row = serde_json::from_str(&line?)?;
        let mut builder = Article::builder();
        let mut at = 0;
        let mut paragraph_starts = BTreeSet::new();
        for paragraph in row.text.split("\n\n") {
            paragraph_starts.insert(at);
            at += paragraph.chars().count() + 2;
            builder = builder.paragraph(paragraph);
        }
        let document = Document::new(builder.build()?)?;
        let offsets = document.offsets();
        let inner = |start: &usize| !paragraph_starts.contains(start);
        let gold: BTreeSet<_> = row.sentences.iter().map(|span| span[0]).filter(inner).collect();
        let found = document.sentences().iter().map(|sentence| offsets.to_code_points(sentence.span())[0]);
        let found: BTreeSet<_> = found.filter(inner).collect();
        let spoken = ["conversation", "speech", "vlog"].contains(&row.genre.as_str());
        for group in [row.genre.as_str(), if spoken { "= spoken" } else { "= written" }] {
            let count = counts.entry(group.to_owned()).or_default();
            count.right += gold.intersection(&found).count();
            count.gold += gold.len();
            count.found += found.len();
        }
    }
    for (group, count) in counts {
        let f1 = 200.0 * count.right as f64 / (count.gold + count.found).max(1) as f64;
        println!("{group:<14} F1 {f1:6.2}  ({} boundaries)", count.gold);
    }
    Ok(())
}
