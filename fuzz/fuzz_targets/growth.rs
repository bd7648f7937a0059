//! Searches for worse than linear work: a text of pieces that the rules branch on, repeated to 8 and to 64 times its length, may
//! not take more than four times as long a byte. Times are noisy, so only gross growth counts, and only when seen three times.
#![no_main]

use std::time::{Duration, Instant};

use libfuzzer_sys::fuzz_target;
use newsframe::{Analysis, Article, Document};

const PIECES: [&str; 48] = [
    "“", "”", "\"", "'", "’", "‘", "``", "''", "(", ")", "[", "—", "-", "/", ",", ".", ":", ";", "!", "?", "…", "\n", "\n\n", " ", "9", "1,", "1.", "%",
    "$", "£", "a", "A", "é", "said", "that", "and", "of", "the", "to", "who", "million", "percent", "not", "Ana Ruiz", "he", "claims", "from", "was killed",
];

fn time(text: &str) -> Duration {
    let article = Article::from_text(text).unwrap();
    let start = Instant::now();
    let document = Document::new(article).unwrap();
    std::hint::black_box(Analysis::of(&document));
    start.elapsed()
}

fuzz_target!(|bytes: &[u8]| {
    if bytes.is_empty() || bytes.len() > 24 {
        return;
    }
    let unit: String =
        bytes.iter().map(|&byte| [PIECES[usize::from(byte) % PIECES.len()], if byte >= 128 { " " } else { "" }].concat()).collect();
    let (short, long) = (unit.repeat(2_000 / unit.len() + 1), unit.repeat(16_000 / unit.len() + 1));
    let grows = || {
        let ratio = long.len() as f64 / short.len() as f64;
        time(&long).as_secs_f64() > 4.0 * ratio * time(&short).max(Duration::from_micros(300)).as_secs_f64()
    };
    assert!(!(grows() && grows() && grows()), "worse than linear: {unit:?}");
});
