//! Subjects: what a number measures.
//!
//! # What it finds
//! The whole of a share (`20 per cent of personal spending`), the noun before *of* (`a range of 400 kilometres`), the noun that a
//! size stands before (`an $800 pizza oven`), those who come to harm (`killing scores of civilians`), the subject of
//! the clause (`Shares of Oram Ltd rose 5%`), else that of the number before.
//!
//! # Why it matters
//! Two numbers contradict each other only if they measure the same.
//!
//! # Examples
//! `Port traffic was up 9%`: *Port traffic*.
//!
//! # Counter-examples
//! Pronouns (`It rose 5%`) are no subjects; the number keeps none, or that of the number before.
//!
//! # Known limits
//! Works on tags, without a parser; long subjects are cut at fifteen words.

mod amounts;
mod clause;

use amounts::Amounts;
use clause::{clause, nouns_before};

use super::cursor::{Cursor, key, keys};
use super::draft::Draft;
use super::table::Class;
use super::{DenominatorKind, Role, UnitKind, counted};
use crate::document::{TokenKind, Upos, VerbForm};
use crate::{Span, WordKey};

/// How far before a number its clause is looked at, in tokens.
const FARTHEST: usize = 50;

/// The longest subject, in tokens.
const LONGEST: usize = 16;

pub(super) fn mark(cursor: &Cursor, drafts: &mut [Draft]) {
    let amounts = Amounts::of(drafts);
    let mut last: Option<(usize, Span)> = None;
    // the token behind the last percentage, sum or measure: no subject reaches back over it
    let mut wall = 0;
    for draft in drafts.iter_mut().filter(|draft| draft.is_claim()) {
        let sentence = cursor.document.sentence_of(draft.first);
        let inherited = last.filter(|(before, _)| *before == sentence).map(|(_, span)| span);
        let found = subject(cursor, draft, wall).and_then(|span| amounts.spared(cursor, draft, span));
        draft.subject = found.or(inherited).or_else(|| first_phrase(cursor, draft));
        if draft.unit.as_ref().is_some_and(|unit| unit.kind != UnitKind::Count) {
            wall = draft.next;
        }
        if let Some(span) = draft.subject {
            last = Some((sentence, span));
        }
    }
}

fn subject(cursor: &Cursor, draft: &Draft, wall: usize) -> Option<Span> {
    whole(cursor, draft)
        .or_else(|| noun_of(cursor, draft))
        .or_else(|| sized(cursor, draft))
        .or_else(|| harmed(cursor, draft))
        .or_else(|| price_of(cursor, draft))
        .or_else(|| object(cursor, draft))
        .or_else(|| ranging(cursor, draft))
        .or_else(|| clause(cursor, draft, wall))
        .or_else(|| behind(cursor, draft))
}

/// The first noun phrase before the number in its sentence, where nothing nearer was found.
fn first_phrase(cursor: &Cursor, draft: &Draft) -> Option<Span> {
    if draft.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Count) && draft.role == Role::Level {
        return None;
    }
    let sentence = cursor.sentence(draft.first);
    let start = (sentence.start()..draft.modified_from.min(sentence.start() + FARTHEST))
        .find(|&at| cursor.tag(at).is_nominal() && !is_time(cursor, at))?;
    let phrase = counted::phrase(cursor, start).filter(|phrase| phrase.head < draft.modified_from)?;
    Some(cursor.tokens_span(start, phrase.head + 1))
}

/// Whether a word names a time, which is never what is measured: *last week, Monday*.
fn is_time(cursor: &Cursor, at: usize) -> bool {
    [Class::TimeUnit, Class::Weekday, Class::DayWord, Class::Month, Class::NextTo]
        .into_iter()
        .any(|class| cursor.in_class(at, class))
}

/// The token behind a bracket that starts at `at`: `(13 kilometres)`.
fn past_bracket(cursor: &Cursor, at: usize) -> usize {
    if cursor.word(at) != "(" {
        return at;
    }
    (at + 1..at + 7).find(|&at| cursor.word(at) == ")").map_or(at, |close| close + 1)
}

/// *a notebook for €1,200, homes worth £300,000*: what has the price.
fn price_of(cursor: &Cursor, draft: &Draft) -> Option<Span> {
    let at = draft.modified_from.checked_sub(1)?;
    let priced =
        cursor.is_any(at, &keys!("for worth at")) && draft.unit.as_ref().is_some_and(|unit| unit.is_currency());
    let ranged = cursor.is(at, key!("from")) && draft.role != Role::Change;
    if !(priced || ranged) || at == 0 || !cursor.tag(at - 1).is_nominal() || is_time(cursor, at - 1) {
        return None;
    }
    Some(phrase_before(cursor, at))
}

/// Nouns whose infinitive says what somebody does, not what the noun does: *plans to cut 500 jobs*.
const INTENTS: &[WordKey] = &keys!(
    "plan plans decision pledge pledges promise bid effort efforts attempt deal \
    agreement proposal chance"
);

/// Verbs whose objects news counts: the number measures them and not who did it.
const HARMING: &[WordKey] = &keys!(
    "killing killed kills kill injuring injured injures injure wounding wounded \
    wounds wound hurting displacing displaced arresting arrested detaining detained infecting infected trapping \
    trapped massacred"
);

/// *The army shelled the town, killing scores of civilians*: those who were killed.
fn harmed(cursor: &Cursor, draft: &Draft) -> Option<Span> {
    let unit = draft.unit.as_ref().filter(|unit| unit.kind == UnitKind::Count && draft.role == Role::Level)?;
    let verb = draft.modified_from.checked_sub(1)?;
    (cursor.is_any(verb, HARMING) && cursor.tag(verb).is_verbal()).then_some(unit.span)
}

/// *boost the range by 35 miles, expects bills to rise 5%*: the object of the verb.
fn object(cursor: &Cursor, draft: &Draft) -> Option<Span> {
    if draft.role != Role::Change {
        return None;
    }
    let verb = cursor.document.token_at(draft.direction?.span.start());
    let by = draft.modified_from.checked_sub(1)?;
    if verb < by && cursor.is(by, key!("by")) && cursor.tag(verb).is_verbal() {
        let start = past_determiners(cursor, verb + 1);
        let object = counted::phrase(cursor, start).filter(|phrase| phrase.head < by && !is_time(cursor, phrase.head));
        if let Some(object) = object {
            return Some(cursor.tokens_span(start, extended(cursor, object.head + 1).min(by)));
        }
    }
    let to = verb.checked_sub(1).filter(|&to| cursor.is(to, key!("to")) && to > 0)?;
    (cursor.tag(to - 1).is_nominal() && cursor.tag(verb).is_verbal() && !cursor.is_any(to - 1, INTENTS))
        .then(|| nouns_before(cursor, to, cursor.sentence(verb).start()))
        .flatten()
}

/// *12% of pupils*.
fn whole(cursor: &Cursor, draft: &Draft) -> Option<Span> {
    if let Some(denominator) = &draft.denominator
        && denominator.kind == DenominatorKind::Of
    {
        return (!denominator.name.is_empty()
            && !matches!(cursor.upos(cursor.document.token_at(denominator.span.start())), Upos::Pron | Upos::Det))
        .then_some(denominator.span);
    }
    // 30 gigawatts of offshore wind capacity, $2bn of claims, $2bn in sales; 8 miles (13 km) of tunnels
    let at = past_bracket(cursor, draft.reach);
    if !cursor.is_any(at, &keys!("of in")) || draft.unit.as_ref().is_none_or(|unit| unit.kind == UnitKind::Count) {
        return None;
    }
    if cursor.is(at, key!("in")) && !draft.unit.as_ref().is_some_and(|unit| unit.is_currency()) {
        return None;
    }
    let start = past_determiners(cursor, at + 1);
    let phrase = counted::phrase(cursor, start)
        .filter(|phrase| cursor.upos(phrase.head) == Upos::Noun && !is_time(cursor, phrase.head))?;
    Some(cursor.tokens_span(start, extended(cursor, phrase.head + 1)))
}

fn past_determiners(cursor: &Cursor, at: usize) -> usize {
    (at..at + 3)
        .find(|&at| !(cursor.upos(at) == Upos::Det || cursor.upos(at) == Upos::Pron && cursor.word(at).len() > 2))
        .unwrap_or(at)
}

/// Goes on over *of* and *in* phrases behind a noun phrase that ends before `at`.
fn extended(cursor: &Cursor, at: usize) -> usize {
    let mut end = at;
    for _ in 0..2 {
        if !cursor.is_any(end, &keys!("of in for on")) {
            break;
        }
        let start = past_determiners(cursor, end + 1);
        if cursor.in_class(start, Class::Month) || cursor.is_number(start) {
            break;
        }
        match counted::phrase(cursor, start) {
            Some(phrase) => end = phrase.head + 1,
            None => break,
        }
    }
    end
}

/// *a range of 400 kilometres, a price of £5*.
fn noun_of(cursor: &Cursor, draft: &Draft) -> Option<Span> {
    let mut of = draft.modified_from.checked_sub(1)?;
    while of > 0 && cursor.is_any(of, &keys!("between from a an just only")) {
        of -= 1;
    }
    if !cursor.is_any(of, &keys!("of at")) || of == 0 || cursor.upos(of - 1) != Upos::Noun {
        return None;
    }
    if cursor.is_any(of - 1, &keys!("total average maximum minimum number tens hundreds")) {
        return None;
    }
    Some(phrase_before(cursor, of))
}

/// The noun phrase that ends before token `end`.
fn phrase_before(cursor: &Cursor, end: usize) -> Span {
    let mut start = end;
    while start > 0
        && end - start < 6
        && (matches!(cursor.upos(start - 1), Upos::Noun | Upos::Propn | Upos::Adj) || cursor.is_hyphen(start - 1))
    {
        start -= 1;
    }
    cursor.tokens_span(start, end)
}

/// *an $800 pizza oven, a 6kW electric motor, a 0.6 per cent fee*.
fn sized(cursor: &Cursor, draft: &Draft) -> Option<Span> {
    if draft.unit.as_ref().is_none_or(|unit| unit.kind == UnitKind::Count) || draft.numeral.is_fraction {
        return None;
    }
    let mut at = past_bracket(cursor, draft.reach);
    if cursor.is_hyphen(at) {
        at += 1;
    }
    if !matches!(cursor.upos(at), Upos::Noun | Upos::Adj | Upos::Propn) || cursor.kind(at) != Some(TokenKind::Word) {
        return None;
    }
    // Dow +0.2% S&P 500 +0.3%: a name behind a percentage begins the next item
    if draft.unit_name() == "percent" && cursor.upos(at) == Upos::Propn {
        return None;
    }
    let phrase = counted::phrase(cursor, at).filter(|phrase| !is_time(cursor, phrase.head) && !is_time(cursor, at))?;
    let end = if draft.role == Role::Change { extended(cursor, phrase.head + 1) } else { phrase.head + 1 };
    Some(cursor.tokens_span(at, end))
}

/// *claims, ranging from $200 to $4 million; a bill totalling £5m; homes priced at £2m*: what stands before the participle.
fn ranging(cursor: &Cursor, draft: &Draft) -> Option<Span> {
    let before = draft.modified_from.checked_sub(1)?;
    let participle = if cursor.is_any(before, &keys!("from between at")) { before.checked_sub(1)? } else { before };
    if !matches!(cursor.tag(participle).form, Some(VerbForm::Vbg | VerbForm::Vbn)) || draft.role == Role::Change {
        return None;
    }
    const MEASURING: &[WordKey] = &keys!(
        "priced valued estimated ranging totalling totaling averaging costing \
        measuring weighing numbering starting covering"
    );
    if !cursor.is_any(participle, MEASURING) {
        return None;
    }
    let end = if participle > 0 && cursor.word(participle - 1) == "," { participle - 1 } else { participle };
    (end > 0 && cursor.tag(end - 1).is_nominal() && !is_time(cursor, end - 1)).then(|| phrase_before(cursor, end))
}

/// A noun phrase behind the number: *$300m for the new bridge*.
fn behind(cursor: &Cursor, draft: &Draft) -> Option<Span> {
    let at = draft.reach;
    if !cursor.is_any(at, &keys!("for in on from of to at")) {
        return None;
    }
    let start = past_determiners(cursor, at + 1);
    if cursor.is_number(start) {
        return None;
    }
    let phrase = counted::phrase(cursor, start).filter(|phrase| !is_time(cursor, phrase.head))?;
    Some(cursor.tokens_span(start, phrase.head + 1))
}

#[cfg(test)]
mod tests {
    use crate::{Analyzer, Article, Document, Quantities};

    #[test]
    fn an_amount_is_not_what_another_number_measures() {
        for (text, subject) in [
            ("The biggest fallers were Oram Group, down 68 p at 1112 p.", "Oram Group"),
            ("Guard Tom Lake (15.3 ppg, 7.4 rpg) starts.", "Guard Tom Lake"),
            ("Quorvex rose 8.15% to 3.65 after the meeting.", "Quorvex"),
        ] {
            let document = Document::new(Article::from_text(text).unwrap()).unwrap();
            let found = Quantities::new().analyze(&document);
            let last = found.claims().last().and_then(|claim| claim.subject());
            assert!(
                last.is_some_and(|span| document.slice(span).ends_with(subject)),
                "{text}: {:?}",
                last.map(|span| document.slice(span))
            );
        }
    }
}
