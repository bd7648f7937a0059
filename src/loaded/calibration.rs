//! What a confidence is made of: where the mark comes from, and what stands around it.
//!
//! The numbers are round and set by judgement. A mark of strength 3 is one that about seven in ten expert readers'
//! gold marks agree with, of strength 2 four in ten, of strength 1 two in ten; contested terms are marked less often than
//! judging ones, since most readers take them for names of the thing.

use super::mark::{Context, Mark};
use super::{Category, Profile, Strength};
use crate::{Voice, ZoneKind};

/// How sure an entry is before its context is seen, in percent.
pub(super) fn percent(category: Category, strength: Strength) -> i32 {
    let by_strength = |mild, clear, flagrant| match strength {
        Strength::Mild => mild,
        Strength::Clear => clear,
        Strength::Flagrant => flagrant,
    };
    match category {
        Category::Evaluative => by_strength(25, 58, 80),
        Category::Label => by_strength(20, 50, 75),
        Category::LoadedTerm => by_strength(15, 45, 65),
        Category::Exaggeration => by_strength(20, 40, 70),
        Category::Metaphor => by_strength(10, 40, 60),
        Category::ReportingVerb => by_strength(10, 50, 75),
        Category::Sensational => by_strength(20, 35, 65),
        Category::ContestedTerm => by_strength(10, 20, 50),
        Category::Minimisation => by_strength(10, 30, 60),
        Category::Fear | Category::UsAgainstThem | Category::FlagWaving | Category::Slogan | Category::Moral => 30,
        _ => 80,
    }
}

/// The entries whose confidence is set by phrase, from `confidence.tsv`.
pub(super) fn by_phrase() -> impl Iterator<Item = (&'static str, i32)> {
    let rows = include_str!("confidence.tsv").lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(|row| row.split_once('\t')).filter_map(|(phrase, percent)| Some((phrase, percent.parse().ok()?)))
}

/// By how much another mark of the sentence makes a mark surer, and how many count.
const SUPPORT: (i32, usize) = (2, 3);

/// By how much less sure a mark in a quotation is: readers mind the outlet's words more than those of its sources.
const QUOTED: i32 = 15;

/// By how much surer a mark is in a section of opinion, where judging is the business.
const OPINION: i32 = 5;

/// Names of sections of opinion.
const OPINION_SECTIONS: &[&str] = &[
    "opinion",
    "opinions",
    "comment",
    "commentary",
    "editorial",
    "editorials",
    "op-ed",
    "column",
    "columnists",
    "leader",
];

/// Makes the marks of an article of an opinion section surer. The section is read off the navigation behind the headline.
pub(super) fn weigh_genre(context: Context<'_>, marks: &mut [Mark<'_>]) {
    let sections = context.document.zones().iter().filter(|zone| zone.kind() == ZoneKind::Section);
    let is_opinion = sections.into_iter().any(|zone| {
        let words = context.document.slice(zone.span()).split(|c: char| !c.is_alphanumeric() && c != '-');
        words.into_iter().any(|word| OPINION_SECTIONS.iter().any(|name| name.eq_ignore_ascii_case(word)))
    });
    if is_opinion {
        marks.iter_mut().filter(|mark| mark.counts()).for_each(|mark| mark.percent += OPINION);
    }
}

/// Weighs the marks of a sentence together, and the voice.
///
/// A lone mild word in a sober sentence is likely to be meant soberly; several support each other. Monotone: a mark more
/// never makes another less sure. A quotation lowers confidence, but not below the threshold for quoted words: they are
/// labelled, not dropped.
pub(super) fn weigh_together(marks: &mut [Mark<'_>]) {
    let mut start = 0;
    while start < marks.len() {
        let sentence = marks[start].sentence;
        let length = marks[start..].iter().take_while(|mark| mark.sentence == sentence).count();
        let marks_of_sentence = &mut marks[start..start + length];
        let counted = marks_of_sentence.iter().filter(|mark| mark.counts() && mark.percent >= SUPPORTS).count();
        for mark in marks_of_sentence.iter_mut().filter(|mark| mark.counts()) {
            let others = counted - usize::from(mark.percent >= SUPPORTS);
            mark.percent += SUPPORT.0 * others.min(SUPPORT.1) as i32;
            if mark.voice != Voice::Outlet {
                let floor = i32::from(Profile::Default.min_confidence_quoted().as_percent()).min(mark.percent);
                mark.percent = (mark.percent - QUOTED).max(floor);
            }
        }
        start += length;
    }
}

/// How sure a mark must be to support others.
const SUPPORTS: i32 = 35;
