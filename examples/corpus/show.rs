//! The summary, as a file and for the terminal.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::time::Duration;

use newsframe::Voice;
use newsframe::corpus::{Counts, Summary};

use super::job::{Failure, Outcome};

/// Rows of a table in the terminal.
const ROWS: usize = 12;

/// Writes the summary: CSV or, by any other name, JSON.
pub(crate) fn write(path: &Path, summary: &Summary) -> Result<(), Failure> {
    let mut file = BufWriter::new(File::create(path)?);
    if path.extension().is_some_and(|extension| extension == "csv") {
        summary.write_csv(&mut file)?;
    } else {
        serde_json::to_writer(&mut file, summary)?;
    }
    Ok(file.flush()?)
}

pub(crate) fn print(outcome: &Outcome, time: Duration, rejects: &Path) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let total = outcome.summary.total();
    let seconds = time.as_secs_f64();
    writeln!(out, "{} articles, {} words in {seconds:.1} s", total.articles, total.words())?;
    if outcome.rejected > 0 {
        let plural = if outcome.rejected == 1 { "" } else { "s" };
        writeln!(out, "{} bad record{plural}, kept in {}", outcome.rejected, rejects.display())?;
    }
    writeln!(
        out,
        "\n{:<28} {:>8} {:>9} {:>9} {:>9} {:>9}",
        "outlet", "articles", "words", "said", "loaded", "warnings"
    )?;
    let mut outlets: Vec<(String, Counts)> = outcome.summary.by(|group| group.outlet.clone()).into_iter().collect();
    outlets.sort_by(|(a, one), (b, other)| (other.articles, a).cmp(&(one.articles, b)));
    for (outlet, counts) in outlets.iter().take(ROWS) {
        row(&mut out, if outlet.is_empty() { "(unknown)" } else { outlet }, counts)?;
    }
    row(&mut out, "all", &total)?;
    writeln!(out, "said, warnings: for 1,000 words; loaded: for 1,000 words of the outlet's own\n")?;
    let mut speakers: Vec<_> = total.speakers.iter().collect();
    speakers.sort_by(|(a, one), (b, other)| (other.statements, a).cmp(&(one.statements, b)));
    for (name, heard) in speakers.iter().take(ROWS) {
        let words = heard.words_quoted.saturating_add(heard.words_reported);
        writeln!(
            out,
            "{name:<28} {:>5} statements in {:>4} articles, {words} words",
            heard.statements, heard.articles
        )?;
    }
    Ok(())
}

fn row(out: &mut impl Write, name: &str, counts: &Counts) -> io::Result<()> {
    let per_thousand = |count: u64, words: u64| count as f64 * 1000.0 / words.max(1) as f64;
    let own = counts.words_by_voice.get(&Voice::Outlet).copied().unwrap_or_default();
    let short: String = name.chars().take(28).collect();
    let warnings = counts.warnings.values().sum();
    writeln!(
        out,
        "{short:<28} {:>8} {:>9} {:>9.1} {:>9.1} {:>9.1}",
        counts.articles,
        counts.words(),
        per_thousand(counts.attributions, counts.words()),
        per_thousand(counts.loaded_words(Voice::Outlet), own),
        per_thousand(warnings, counts.words()),
    )
}
