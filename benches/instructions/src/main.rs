//! Instruction counts of newsframe under valgrind; skipped with a message where there is none.
//!
//! ```text
//! cargo run --release -- stages            each stage against the baseline; fails if one costs over 3 % more
//! cargo run --release -- stages --renew    the same, then writes the baseline
//! cargo run --release -- growth [TEXT]     whether work grows in step with hostile texts (those that contain TEXT)
//! ```

mod callgrind;
mod growth;
mod stages;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let good = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["stages"] => stages::compare(false),
        ["stages", "--renew"] => stages::compare(true),
        ["stages", "--count"] => stages::count(),
        ["growth"] => growth::compare(""),
        ["growth", filter] => growth::compare(filter),
        ["growth", "--count", filter] => growth::count(filter),
        _ => {
            eprintln!("usage: stages [--renew] | growth [TEXT]");
            false
        }
    };
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
