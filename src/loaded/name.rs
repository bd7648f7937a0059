//! Words that are part of a name or title.
//!
//! # What it finds
//! Marks to be suppressed: capitalised words beside other capitalised words or behind a form of address, in a sentence that is not
//! in headline capitals: *Mr Pan*, *Magnificent Mile*, *the Garbage Collectors' Union*; and words in the title of a work.
//!
//! # Why it matters
//! A name is given, not chosen by the writer.
//!
//! # Examples
//! *Rep. Stephen Lynch*; *the film “Outrageous Fortune”*.
//!
//! # Counter-examples
//! *the Radical Left*: labels are often capitalised by those who use them; *Outrageous fees were charged*: the first word.
//!
//! # Known limits
//! A name of one word that looks like a judging word (*Rage*, a band) is seen only behind a form of address.

use super::Category;
use super::mark::{Context, Mark};
use super::rules;
use super::voice::{self, Purpose};
use crate::document::{Sentence, TokenKind, TokenRange, Upos};
use crate::{WordKey, ZoneKind};

const fn key(word: &str) -> WordKey {
    WordKey::ascii(word)
}

/// Forms of address before a name, with and without stop.
const ADDRESS: &[WordKey] = &[
    key("mr"),
    key("mr."),
    key("mrs"),
    key("mrs."),
    key("ms"),
    key("ms."),
    key("miss"),
    key("dr"),
    key("dr."),
    key("rep"),
    key("rep."),
    key("sen"),
    key("sen."),
    key("gov"),
    key("gov."),
    key("prof"),
    key("prof."),
    key("sir"),
    key("lord"),
    key("lady"),
    key("judge"),
    key("justice"),
    key("capt."),
    key("gen"),
    key("gen."),
    key("sgt."),
    key("lt."),
    key("col."),
    key("rev."),
    key("st."),
];

/// Suppresses marks that are part of a name or of the title of a work.
pub(super) fn suppress(context: Context<'_>, purposes: &[Purpose], mark: &mut Mark<'_>) {
    if mark.source.is_none() {
        return;
    }
    if voice::is_in_title(context, purposes, context.span(mark.tokens)) {
        return mark.suppress(rules::NAME, "part of the title of a work");
    }
    let Some(&sentence) = context.sentences.get(mark.sentence) else { return };
    let tokens = mark.tokens;
    let capital = |token: usize| context.is_word(token) && context.is_capitalized(token);
    if !tokens.range().filter(|&token| context.is_word(token)).all(capital) {
        return;
    }
    if is_abbreviation(context, tokens) {
        return mark.suppress(rules::NAME, "an abbreviation");
    }
    let is_surname = |token: usize| capital(token) && context.upos(token) == Upos::Propn;
    if entry_is_capitalized(mark) {
        // A label that is a first name: the councillor Karen Lund.
        if tokens.len() == 1 && tokens.end() < sentence.tokens().end() && is_surname(tokens.end()) {
            mark.suppress(rules::NAME, "somebody's name");
        }
        return;
    }
    let before = tokens.start().checked_sub(1).filter(|&token| token >= sentence.tokens().start());
    if before.is_some_and(|before| ADDRESS.contains(&context.key(before))) {
        return mark.suppress(rules::NAME, "a name: behind a form of address");
    }
    let zone = context.document.zones().get(sentence.zone()).map(|zone| zone.kind());
    if zone == Some(ZoneKind::Headline) || is_title_case(context, sentence) {
        return;
    }
    // Those who use labels and slogans write them with capitals: the Radical Left, Fake News.
    let often_capital = matches!(mark.category, Category::Label | Category::ContestedTerm | Category::Slogan);
    let at_start = is_first_word(context, sentence, tokens.start());
    let next = tokens.end();
    let name_before = before.is_some_and(|before| is_surname(before) && !is_first_word(context, sentence, before));
    let name_after = next < sentence.tokens().end() && is_surname(next);
    let all_names = tokens.range().all(|token| matches!(context.upos(token), Upos::Propn | Upos::X | Upos::Punct));
    let inside = tokens.len() == 1 && !at_start && (name_before || !often_capital);
    let begins = at_start && name_after && !often_capital;
    // A slogan that became a name: a Black Lives Matter march.
    if mark.category == Category::Slogan {
        return mark.suppress(rules::NAME, "a slogan used as a name");
    }
    if all_names && (inside || begins) {
        mark.suppress(rules::NAME, "part of a name");
    }
}

/// Whether a short word in capitals stands alone among words that are not: a CNN/ORC poll.
fn is_abbreviation(context: Context<'_>, tokens: TokenRange) -> bool {
    let all_caps = |token: usize| context.tokens.get(token).is_some_and(|token| token.shape().is_all_caps());
    let is_short = tokens.len() == 1 && context.tokens[tokens.start()].span().len() <= 4;
    let neighbours = [tokens.start().checked_sub(1), Some(tokens.end())];
    is_short
        && all_caps(tokens.start())
        && neighbours.into_iter().flatten().any(|token| context.is_word(token) && !all_caps(token))
}

fn entry_is_capitalized(mark: &Mark<'_>) -> bool {
    mark.source.is_some_and(|source| source.phrase().starts_with(char::is_uppercase))
}

fn is_first_word(context: Context<'_>, sentence: Sentence, token: usize) -> bool {
    !(sentence.tokens().start()..token).any(|before| context.is_word(before)) || {
        let before = context.document.word(token.saturating_sub(1));
        matches!(before, ":" | "“" | "\"" | "‘" | "'" | "(" | "-" | "—")
    }
}

/// Whether most longer words of a sentence are capitalised, as in headlines of American papers.
fn is_title_case(context: Context<'_>, sentence: Sentence) -> bool {
    let (mut capital, mut small) = (0, 0);
    for token in &context.tokens[sentence.tokens().range()] {
        if token.kind() == TokenKind::Word && token.span().len() > 3 {
            *(if token.shape().is_capitalized() { &mut capital } else { &mut small }) += 1;
        }
    }
    capital >= 3 && capital >= 3 * small
}

#[cfg(test)]
mod tests {
    use super::super::testing::suppresses;
    use super::rules;

    #[test]
    fn names() {
        suppresses(
            &rules::NAME,
            &[
                ("The crowd cheered Mr Brat in Osk.", &["Brat"]),
                ("They opened a shop near Shameless Hall in May.", &["Shameless"]),
                ("She starred in the film “Outrageous Fortune” at 19.", &["Outrageous"]),
                ("The Radical Left lost in Osk.", &[]),
                ("The councillor Karen Lund spoke.", &["Karen"]),
                ("An OAF poll of voters was published.", &["OAF"]),
                ("Outrageous fees were charged.", &[]),
                ("A Black Lives Matter march passed the vice president’s house.", &["Black Lives Matter"]),
                ("It was an outrageous fee.", &[]),
            ],
        );
    }
}
