//! What or whom a mark is said of, where the phrase shows it.
//!
//! A modifier is said of the rest of its noun phrase (*a shameless **raid***); a noun of the name behind it, of the phrase
//! behind *of* (*a crony of **the mayor***), or of the subject it is predicated of (***Lund** is a crook*); a verb and an adverb of
//! their object, else their subject. Nothing is guessed: no phrase, no target.

use super::mark::{Context, Mark};
use super::{Category, epithet};
use crate::document::{NounPhrase, Sentence, TokenRange, Upos};
use crate::{Span, WordKey, ZoneKind};

const fn key(word: &str) -> WordKey {
    WordKey::ascii(word)
}

const OF: WordKey = key("of");
const BE: &[WordKey] =
    &[key("is"), key("are"), key("was"), key("were"), key("be"), key("been"), key("being"), key("'s"), key("'re")];

/// How far a subject or object may stand from the mark.
const REACH: usize = 12;

/// The target of a mark.
pub(super) fn of(context: Context<'_>, mark: &Mark<'_>) -> Option<Span> {
    let sentence = *context.sentences.get(mark.sentence)?;
    let tokens = mark.tokens;
    let last = tokens.end().checked_sub(1)?;
    let found = match context.upos(last) {
        _ if mark.category == Category::ReportingVerb && !is_nominal(context.upos(last)) => {
            of_verb(context, sentence, tokens)
        }
        Upos::Verb | Upos::Aux if !is_modifier(context, last) => of_verb(context, sentence, tokens),
        Upos::Adv | Upos::Adp => of_verb(context, sentence, tokens),
        Upos::Noun | Upos::Propn => of_noun(context, sentence, tokens),
        _ => of_modifier(context, sentence, tokens),
    }?;
    Some(context.span(found)).filter(|span| !span.is_empty())
}

const fn is_nominal(upos: Upos) -> bool {
    matches!(upos, Upos::Noun | Upos::Propn)
}

/// Whether a participle stands before the noun it modifies.
fn is_modifier(context: Context<'_>, token: usize) -> bool {
    phrase_at(context, token).is_some_and(|phrase| phrase.head() > token)
}

fn phrase_at(context: Context<'_>, token: usize) -> Option<NounPhrase> {
    let phrases = context.document.noun_phrases();
    let at = phrases.partition_point(|phrase| phrase.tokens().end() <= token);
    phrases.get(at).copied().filter(|phrase| phrase.tokens().contains(token))
}

/// The first noun phrase that starts behind a token, within reach and sentence.
fn phrase_from(context: Context<'_>, sentence: Sentence, token: usize, reach: usize) -> Option<NounPhrase> {
    let phrases = context.document.noun_phrases();
    let at = phrases.partition_point(|phrase| phrase.tokens().start() < token);
    phrases
        .get(at)
        .copied()
        .filter(|phrase| phrase.tokens().end() <= sentence.tokens().end() && phrase.tokens().start() <= token + reach)
}

/// The last noun phrase that ends before a token, within reach and sentence.
fn phrase_before(context: Context<'_>, sentence: Sentence, token: usize) -> Option<NounPhrase> {
    let phrases = context.document.noun_phrases();
    let at = phrases.partition_point(|phrase| phrase.tokens().end() <= token).checked_sub(1)?;
    phrases
        .get(at)
        .copied()
        .filter(|phrase| phrase.tokens().start() >= sentence.tokens().start() && phrase.tokens().end() + REACH >= token)
}

/// The noun that a modifier stands before, else the subject it is predicated of.
fn of_modifier(context: Context<'_>, sentence: Sentence, tokens: TokenRange) -> Option<TokenRange> {
    let last = tokens.end() - 1;
    if let Some(phrase) = phrase_at(context, last).filter(|phrase| phrase.head() >= tokens.end()) {
        return Some(TokenRange::new(tokens.end(), phrase.tokens().end().max(phrase.head() + 1)));
    }
    predicated(context, sentence, tokens.start())
}

fn of_noun(context: Context<'_>, sentence: Sentence, tokens: TokenRange) -> Option<TokenRange> {
    let end = sentence.tokens().end();
    let name = epithet::name_at(context, tokens.end(), end);
    if !name.is_empty() {
        return Some(name);
    }
    if let Some(phrase) = phrase_at(context, tokens.end() - 1).filter(|phrase| phrase.head() >= tokens.end()) {
        return Some(TokenRange::new(tokens.end(), phrase.tokens().end()));
    }
    if context.key(tokens.end()) == OF
        && let Some(phrase) = phrase_from(context, sentence, tokens.end() + 1, 0)
    {
        return Some(phrase.tokens());
    }
    let start = phrase_at(context, tokens.start()).map_or(tokens.start(), |phrase| phrase.tokens().start());
    predicated(context, sentence, start).or_else(|| referent_in_lead(context, sentence, start, tokens.end()))
}

/// Whom a label in a headline stands for: the first phrase of the lead that has the same name before its noun. *Brand puppet
/// resigns*, and the lead: *Oleg Brand's **spokesman***.
fn referent_in_lead(context: Context<'_>, headline: Sentence, start: usize, end: usize) -> Option<TokenRange> {
    let zones = context.document.zones();
    if zones.get(headline.zone())?.kind() != ZoneKind::Headline {
        return None;
    }
    let before = start.saturating_sub(2).max(headline.tokens().start());
    let is_name = |token: usize| context.is_word(token) && context.is_capitalized(token);
    let lead = context
        .sentences
        .iter()
        .find(|sentence| zones.get(sentence.zone()).is_some_and(|zone| zone.kind().is_prose()))?;
    let phrases = context.document.noun_phrases();
    let from = phrases.partition_point(|phrase| phrase.tokens().start() < lead.tokens().start());
    let in_lead = phrases[from..].iter().take_while(|phrase| phrase.tokens().end() <= lead.tokens().end());
    let found = in_lead.take(LEAD_PHRASES).find(|phrase| {
        let names = phrase.tokens().start()..phrase.head();
        (before..end)
            .filter(|&token| is_name(token))
            .any(|name| names.clone().any(|token| context.key(token) == context.key(name)))
    });
    found.map(|phrase| phrase.tokens())
}

/// Among how many phrases of the lead the referent of a headline is looked for.
const LEAD_PHRASES: usize = 3;

/// The subject before a form of *be* that stands directly before a phrase.
fn predicated(context: Context<'_>, sentence: Sentence, start: usize) -> Option<TokenRange> {
    let first = sentence.tokens().start();
    let be = (first..start)
        .rev()
        .take(4)
        .take_while(|&token| {
            BE.contains(&context.key(token))
                || matches!(context.upos(token), Upos::Adv | Upos::Part | Upos::Det | Upos::Aux)
        })
        .find(|&token| BE.contains(&context.key(token)))?;
    phrase_before(context, sentence, be).map(NounPhrase::tokens)
}

/// The object behind a verb or adverb of manner, else the subject before it.
fn of_verb(context: Context<'_>, sentence: Sentence, tokens: TokenRange) -> Option<TokenRange> {
    let verb = (tokens.start()..sentence.tokens().end().min(tokens.end() + 2))
        .find(|&token| context.upos(token) == Upos::Verb);
    let behind = verb.map_or(tokens.end(), |verb| tokens.end().max(verb + 1));
    let is_adverb = context.upos(tokens.end() - 1) == Upos::Adv && context.upos(tokens.start()) != Upos::Verb;
    let object = phrase_from(context, sentence, behind, 1)
        .filter(|phrase| !crosses_clause(context, behind, phrase.tokens().start()));
    let subject = || phrase_before(context, sentence, tokens.start());
    // An adverb of manner judges the one who acts.
    let found = if is_adverb { subject().or(object) } else { object.or_else(subject) };
    found.map(NounPhrase::tokens)
}

/// Whether a mark, a conjunction or *that* stands between.
fn crosses_clause(context: Context<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|token| matches!(context.upos(token), Upos::Punct | Upos::Sconj | Upos::Cconj))
}

#[cfg(test)]
mod tests {
    use super::super::testing::targets;

    #[test]
    fn targets_by_the_phrase() {
        let rows = [
            ("They fought a shameless raid on families.", "shameless", Some("raid")),
            ("The minister slammed the report.", "slammed", Some("the report")),
            ("The budget was disgraceful.", "disgraceful", Some("The budget")),
            ("The mayor shamelessly rejected the plan.", "shamelessly", Some("The mayor")),
            ("The plan is a fiasco.", "fiasco", Some("The plan")),
        ];
        for (text, word, expected) in rows {
            let found = targets(text);
            let target = found.iter().find(|(marked, _)| marked == word).unwrap_or_else(|| panic!("{text}: {found:?}"));
            assert_eq!(target.1.as_deref(), expected, "{text}");
        }
    }
}
