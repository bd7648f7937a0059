//! What a confidence is made of: where the mark comes from, and what stands around it.
//!
//! The numbers are round and set by judgement. A mark of strength 3 is one that about seven in ten expert readers'
//! gold marks agree with, of strength 2 four in ten, of strength 1 two in ten; contested terms are marked less often than
//! judging ones, since most readers take them for names of the thing.

use super::{Category, Strength};
use crate::lexicon::PartsOfSpeech;

/// How sure an entry is before its context is seen, in percent.
pub(super) fn percent(category: Category, strength: Strength, _pos: PartsOfSpeech) -> i32 {
    let by_strength = |mild, clear, flagrant| match strength {
        Strength::Mild => mild,
        Strength::Clear => clear,
        Strength::Flagrant => flagrant,
    };
    match category {
        Category::Evaluative => by_strength(25, 50, 75),
        Category::Label => by_strength(20, 40, 70),
        Category::LoadedTerm => by_strength(15, 40, 65),
        Category::Exaggeration => by_strength(20, 40, 65),
        Category::Metaphor => by_strength(10, 35, 60),
        Category::ReportingVerb => by_strength(10, 45, 70),
        Category::Sensational => by_strength(25, 40, 65),
        Category::ContestedTerm => by_strength(10, 20, 60),
        Category::Minimisation => by_strength(15, 35, 60),
        Category::Fear | Category::UsAgainstThem | Category::FlagWaving | Category::Slogan | Category::Moral => 30,
        _ => 80,
    }
}
