//! Labels put before a name.
//!
//! # What it finds
//! A label of the lexicons directly before the name it is put on: *Putin puppet Oleg Brand*, *thug Lund*. The mark is the
//! lexicon's; this rule makes it surer and adds the name as its target.
//!
//! # Why it matters
//! Before a name a label is name-calling beyond doubt; elsewhere it may name a topic (Da San Martino et al. 2020).
//!
//! # Examples
//! *firebrand Ana Ruiz*; *puppet Brand*.
//!
//! # Counter-examples
//! *the puppets were carved in Osk*; *Socialist Party*: the label begins the name.
//!
//! # Known limits
//! Names are known by their tag and capital.

use super::mark::{Context, Mark};
use super::{Category, Class};
use crate::document::{TokenRange, Upos};

/// By how much surer a label before a name is, in percent.
const SURER: i32 = 10;

/// Makes labels before names surer and gives them the name as target.
pub(super) fn strengthen(context: Context<'_>, mark: &mut Mark<'_>) {
    let is_label = mark.category == Category::Label && mark.category.class() == Class::Loaded;
    if !is_label || context.is_capitalized(mark.tokens.start()) && mark.tokens.len() == 1 {
        return;
    }
    let Some(sentence) = context.sentences.get(mark.sentence) else { return };
    let name = name_at(context, mark.tokens.end(), sentence.tokens().end());
    if !name.is_empty() {
        mark.percent += SURER;
        mark.target = Some(context.span(name));
        mark.evidence = Box::new([context.span(mark.tokens), context.span(name)]);
    }
}

/// The name that starts at `start`, up to `end`; empty if none does.
pub(super) fn name_at(context: Context<'_>, start: usize, end: usize) -> TokenRange {
    let is_name = |token: usize| {
        context.is_word(token) && context.is_capitalized(token) && matches!(context.upos(token), Upos::Propn | Upos::X)
    };
    let length = (start..end.min(start + 4)).take_while(|&token| is_name(token)).count();
    TokenRange::new(start, start + length)
}

#[cfg(test)]
mod tests {
    use super::super::testing::targets;

    #[test]
    fn the_name_is_the_target() {
        let target = |text: &str, word: &str| {
            targets(text).into_iter().find(|(found, _)| found == word).and_then(|(_, target)| target)
        };
        assert_eq!(target("They cheered thug Oleg Brand on Sunday.", "thug").as_deref(), Some("Oleg Brand"));
        assert_eq!(target("A crony of the mayor resigned.", "crony").as_deref(), Some("the mayor"));
    }
}
