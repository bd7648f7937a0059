//! Every export: what it must hold, natively; and the files for `tests/readers/check.py`, which opens each with the format's own
//! reader.

mod annotations;
#[cfg(feature = "parquet")]
mod columnar;
mod fixture;
mod tables;

use std::path::PathBuf;

/// Where the files for the readers go: `target/tmp/exports`.
fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("exports");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
