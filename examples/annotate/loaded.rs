//! Loaded language in the exchange format.

use newsframe::Document;
use newsframe::attribution::AttributionAnalysis;
use newsframe::loaded::LoadedAnalysis;
use serde_json::{Value, json};

pub fn rows(_document: &Document, _found: &LoadedAnalysis, _said: &AttributionAnalysis) -> Value {
    json!([])
}

pub fn score(_found: &LoadedAnalysis) -> f64 {
    0.0
}
