//! Modality: whether a number is stated, expected, wanted, possible, at second hand or denied.
//!
//! # What it finds
//! `will cost`, `is forecast to reach` (forecast); `aims to build`, `a target of` (target); `could reach` (possible);
//! `reportedly`, `an estimated` (reported); `did not spend` (denied).
//!
//! # Why it matters
//! A projection told as a fact is the commonest slip between report and headline.
//!
//! # Examples
//! `The plan could cost £2bn by 2030`: possible.
//!
//! # Counter-examples
//! `cost £2bn`: stated, no modality.
//!
//! # Known limits
//! The nearest verb before the number decides; verbs in between clauses can mislead.

use std::sync::LazyLock;

use super::cursor::{Cursor, key, keys};
use super::draft::Draft;
use super::{Marked, Modality};
use crate::WordKey;
use crate::text::KeyTable;

const FORECAST: &[WordKey] = &keys!(
    "will 'll shall would expect expects expected forecast forecasts predict \
    predicts predicted project projected projects anticipate anticipated anticipates estimate likely due set"
);
const TARGET: &[WordKey] = &keys!(
    "aim aims aimed aiming plan plans planned planning target targets targeted \
    targeting goal pledge pledged pledges promise promised promises hope hopes hoped want wants wanted vowed seeks"
);
const POSSIBLE: &[WordKey] = &keys!("could may might can possibly perhaps maybe potentially");
const REPORTED: &[WordKey] = &keys!(
    "reportedly allegedly estimated believed thought apparently supposedly \
    purportedly"
);
const DENIED: &[WordKey] = &keys!("not n't never denied denies");

/// The modality each word gives.
fn words() -> &'static KeyTable<Option<Modality>> {
    static TABLE: LazyLock<KeyTable<Option<Modality>>> = LazyLock::new(|| {
        let lists = [
            (Modality::Forecast, FORECAST),
            (Modality::Target, TARGET),
            (Modality::Reported, REPORTED),
            (Modality::Possible, POSSIBLE),
            (Modality::Denied, DENIED),
        ];
        lists.into_iter().flat_map(|(modality, words)| words.iter().map(move |&key| (key, Some(modality)))).collect()
    });
    &TABLE
}

/// How many tokens before the number are looked at.
const WINDOW: usize = 9;

pub(super) fn mark(cursor: &Cursor, drafts: &mut [Draft]) {
    for draft in drafts.iter_mut().filter(|draft| draft.is_claim()) {
        draft.modality = find(cursor, draft);
    }
}

fn find(cursor: &Cursor, draft: &Draft) -> Option<Marked<Modality>> {
    let sentence = cursor.sentence(draft.first);
    let start = draft.modified_from.saturating_sub(WINDOW).max(sentence.start());
    let words = words();
    let mut clause_verb = false;
    for at in (start..draft.first).rev() {
        if let Some(modality) = words.get(cursor.key(at)) {
            let no_bound = modality != Modality::Denied || at < draft.modified_from;
            let month = cursor.is(at, key!("may")) && cursor.shape(at).is_capitalized() && at > sentence.start();
            let set = cursor.is_any(at, &keys!("set due likely")) && !cursor.is(at + 1, key!("to"));
            if no_bound && !month && !set {
                return Some(Marked::new(modality, cursor.span(at)));
            }
        }
        // A finite verb before the nearest one belongs to another clause.
        let mark = cursor.mark(at);
        if matches!(mark, ";" | ":" | "—" | "“" | "”" | "\"") || mark == "," && clause_verb {
            return None;
        }
        clause_verb |= cursor.tag(at).is_verbal();
    }
    None
}
