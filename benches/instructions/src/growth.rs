//! Whether work grows in step with the text: the hostile texts of the tests at 10 kB and at 100 kB.

use std::hint::black_box;

use newsframe::{Analysis, Article, Document};

use crate::callgrind::{counts, newsframe_counted};

#[path = "../../../tests/common/pieces.rs"]
mod pieces;

const SHORT: usize = 10_000;
const LONG: usize = 100_000;
/// What the instructions a byte may grow by from the short to the long text.
const LIMIT: f64 = 1.5;

/// Name, short and long text of every case.
fn cases(filter: &str) -> impl Iterator<Item = (String, [String; 2])> {
    let repeated = |piece: &str, bytes: usize| piece.repeat(bytes / piece.len());
    let both = move |piece: &str, make: &dyn Fn(&str, usize) -> String| {
        (format!("{piece:?}"), [make(piece, SHORT), make(piece, LONG)])
    };
    let repetitions = pieces::REPEATED.iter().map(move |piece| both(piece, &repeated));
    let numbered = pieces::NUMBERED.iter().map(move |piece| both(piece, &pieces::numbered));
    let prefixed = pieces::PREFIXED.iter().map(move |&(start, piece)| {
        let (name, texts) = both(piece, &|piece, bytes| format!("{start}{}", repeated(piece, bytes)));
        (format!("{start:?} {name}"), texts)
    });
    repetitions.chain(numbered).chain(prefixed).filter(move |(name, _)| name.contains(filter))
}

/// Analyzes all texts. This runs inside valgrind.
pub(crate) fn count(filter: &str) -> bool {
    black_box(analysis("Bills rose 4%, said Ana Ruiz, who slammed the plan."));
    for (_, texts) in cases(filter) {
        for text in texts {
            newsframe_counted(&mut || drop(black_box(analysis(&text))));
        }
    }
    true
}

fn analysis(text: &str) -> (Document, Analysis) {
    let document = Document::new(Article::from_text(text).expect("a short text")).expect("embedded data load");
    let analysis = Analysis::of(&document);
    (document, analysis)
}

pub(crate) fn compare(filter: &str) -> bool {
    let Some(counts) = counts(&["growth", "--count", filter]) else {
        println!("growth: skipped, valgrind is not installed");
        return true;
    };
    let mut worse = 0;
    for ((name, texts), counts) in cases(filter).zip(counts.chunks(2)) {
        let a_byte = |which: usize| counts[which] as f64 / texts[which].len() as f64;
        let (short, long) = (a_byte(0), a_byte(1));
        let mark = if long > LIMIT * short { "  WORSE THAN LINEAR" } else { "" };
        worse += usize::from(long > LIMIT * short);
        println!("{:6.2}  {short:8.0} {long:8.0} instructions a byte  {name}{mark}", long / short);
    }
    if worse > 0 {
        println!("growth: {worse} texts cost over {LIMIT} times as much a byte when they are ten times as long");
    }
    worse == 0
}
