//! Attributions in the exchange format.

use newsframe::Document;
use newsframe::attribution::AttributionAnalysis;
use serde_json::{Value, json};

pub(crate) fn rows(_document: &Document, _found: &AttributionAnalysis) -> Value {
    json!([])
}
