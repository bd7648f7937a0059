//! Counting with valgrind's callgrind: this program runs itself under valgrind, which writes the count of each call of one
//! function that it knows by name.

use std::path::Path;
use std::process::Command;

/// Runs `work` where valgrind counts: each call is one count, in order.
#[unsafe(no_mangle)]
#[inline(never)]
pub(crate) fn newsframe_counted(work: &mut dyn FnMut()) {
    work();
}

/// The counts of this program run with `arguments`; `None` without valgrind.
pub(crate) fn counts(arguments: &[&str]) -> Option<Vec<u64>> {
    Command::new("valgrind").arg("--version").output().ok()?;
    let folder = std::env::temp_dir().join(format!("newsframe-instructions-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a temporary folder");
    let status = Command::new("valgrind")
        .args(["--quiet", "--tool=callgrind", "--dump-line=no"])
        .args(["--zero-before=newsframe_counted", "--dump-after=newsframe_counted"])
        .arg(format!("--callgrind-out-file={}", folder.join("out").display()))
        .arg(std::env::current_exe().expect("a running program"))
        .args(arguments)
        .status()
        .expect("valgrind runs");
    let counts = (1..).map_while(|part| total(&folder.join(format!("out.{part}")))).collect();
    std::fs::remove_dir_all(&folder).expect("a temporary folder");
    assert!(status.success(), "{status}");
    Some(counts)
}

/// The instructions of one profile.
fn total(profile: &Path) -> Option<u64> {
    let text = std::fs::read_to_string(profile).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("totals:").or_else(|| line.strip_prefix("summary:")))?;
    line.trim().parse().ok()
}
