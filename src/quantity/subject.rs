//! Subjects: what a number measures.
//!
//! # What it finds
//! The whole of a share (`20 per cent of personal spending`), the noun before *of* (`a range of 400 kilometres`), the noun that a
//! size stands before (`an $800 pizza oven`), the subject of the clause (`Shares of Oram Ltd rose 5%`), else that of the
//! number before.
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

use super::cursor::{Cursor, key};
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

/// The tokens of all amounts with a unit, in order: *68p* is never what another number measures.
struct Amounts(Vec<(usize, usize)>);

impl Amounts {
    fn of(drafts: &[Draft]) -> Self {
        let amount =
            |draft: &&Draft| draft.is_claim() && draft.unit.as_ref().is_some_and(|u| u.kind != UnitKind::Count);
        Self(drafts.iter().filter(amount).map(|draft| (draft.first, draft.next)).collect())
    }

    /// Where the amount that holds a token starts.
    fn start(&self, token: usize) -> Option<usize> {
        let before = self.0.partition_point(|&(first, _)| first <= token);
        self.0[..before].last().filter(|&&(_, next)| token < next).map(|&(first, _)| first)
    }

    /// The subject, unless it is another amount; then the nouns before that: *Unite Group, down 68p at 1,112p*.
    fn spared(&self, cursor: &Cursor, draft: &Draft, found: Span) -> Option<Span> {
        const AMOUNTS: usize = 4;
        let floor = cursor.sentence(draft.first).start();
        let mut span = found;
        for _ in 0..AMOUNTS {
            let last = cursor.document.token_at(span.end().saturating_sub(1));
            let Some(start) = self.start(last).filter(|&start| start != draft.first) else {
                return Some(self.behind_the_last(cursor, span));
            };
            let skipped = |at: usize| {
                cursor.kind(at) == Some(TokenKind::Punctuation)
                    || cursor.upos(at) == Upos::Adp
                    || cursor.entry(at).is_some_and(|word| word.change_word.is_some())
            };
            let end = (floor..start).rev().take(LONGEST).find(|&at| !skipped(at))? + 1;
            span = nouns_before(cursor, end, floor)?;
        }
        None
    }

    /// What stands behind the last amount in a span, where a conjunction parts them: *rose 8 percent to 99 yuan and Foods*.
    fn behind_the_last(&self, cursor: &Cursor, span: Span) -> Span {
        let tokens = cursor.document.tokens_in(span);
        let end = tokens.end();
        let next = self.0[..self.0.partition_point(|&(first, _)| first < end)].last().map_or(0, |&(_, next)| next);
        let parted = cursor.upos(next) == Upos::Cconj || cursor.kind(next) == Some(TokenKind::Punctuation);
        if next <= tokens.start() || next + 1 >= end || !parted || cursor.is_hyphen(next) {
            return span;
        }
        cursor.tokens_span(next + 1, end)
    }
}

fn subject(cursor: &Cursor, draft: &Draft, wall: usize) -> Option<Span> {
    whole(cursor, draft)
        .or_else(|| noun_of(cursor, draft))
        .or_else(|| sized(cursor, draft))
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
    let priced = cursor.is_any(at, &[key!("for"), key!("worth"), key!("at")])
        && draft.unit.as_ref().is_some_and(|unit| unit.is_currency());
    let ranged = cursor.is(at, key!("from")) && draft.role != Role::Change;
    if !(priced || ranged) || at == 0 || !cursor.tag(at - 1).is_nominal() || is_time(cursor, at - 1) {
        return None;
    }
    Some(phrase_before(cursor, at))
}

/// Nouns whose infinitive says what somebody does, not what the noun does: *plans to cut 500 jobs*.
const INTENTS: [WordKey; 14] = [
    key!("plan"),
    key!("plans"),
    key!("decision"),
    key!("pledge"),
    key!("pledges"),
    key!("promise"),
    key!("bid"),
    key!("effort"),
    key!("efforts"),
    key!("attempt"),
    key!("deal"),
    key!("agreement"),
    key!("proposal"),
    key!("chance"),
];

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
    (cursor.tag(to - 1).is_nominal() && cursor.tag(verb).is_verbal() && !cursor.is_any(to - 1, &INTENTS))
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
    if !cursor.is_any(at, &[key!("of"), key!("in")])
        || draft.unit.as_ref().is_none_or(|unit| unit.kind == UnitKind::Count)
    {
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
        if !cursor.is_any(end, &[key!("of"), key!("in"), key!("for"), key!("on")]) {
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
    while of > 0
        && cursor.is_any(of, &[key!("between"), key!("from"), key!("a"), key!("an"), key!("just"), key!("only")])
    {
        of -= 1;
    }
    if !cursor.is_any(of, &[key!("of"), key!("at")]) || of == 0 || cursor.upos(of - 1) != Upos::Noun {
        return None;
    }
    if cursor.is_any(
        of - 1,
        &[
            key!("total"),
            key!("average"),
            key!("maximum"),
            key!("minimum"),
            key!("number"),
            key!("tens"),
            key!("hundreds"),
        ],
    ) {
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
    let participle = if cursor.is_any(before, &[key!("from"), key!("between"), key!("at")]) {
        before.checked_sub(1)?
    } else {
        before
    };
    if !matches!(cursor.tag(participle).form, Some(VerbForm::Vbg | VerbForm::Vbn)) || draft.role == Role::Change {
        return None;
    }
    const MEASURING: [WordKey; 13] = [
        key!("priced"),
        key!("valued"),
        key!("estimated"),
        key!("ranging"),
        key!("totalling"),
        key!("totaling"),
        key!("averaging"),
        key!("costing"),
        key!("measuring"),
        key!("weighing"),
        key!("numbering"),
        key!("starting"),
        key!("covering"),
    ];
    if !cursor.is_any(participle, &MEASURING) {
        return None;
    }
    let end = if participle > 0 && cursor.word(participle - 1) == "," { participle - 1 } else { participle };
    (end > 0 && cursor.tag(end - 1).is_nominal() && !is_time(cursor, end - 1)).then(|| phrase_before(cursor, end))
}

/// The subject of the clause: the nouns before its verb.
fn clause(cursor: &Cursor, draft: &Draft, wall: usize) -> Option<Span> {
    let sentence = cursor.sentence(draft.first);
    let wall = sentence.start().max(wall.min(draft.first));
    let mut at = draft.first.min(draft.numeral.first);
    let mut verb = None;
    let floor = at.saturating_sub(FARTHEST).max(sentence.start());
    while at > floor {
        at -= 1;
        if matches!(cursor.word(at), ";" | "—" | ":") {
            break;
        }
        // while Brent nearly reached $87: the clause begins here, whatever form the verb was taken for
        if verb.is_some() && cursor.upos(at) == Upos::Sconj {
            break;
        }
        if cursor.tag(at).is_verbal() {
            verb = Some(at);
            if is_finite(cursor, at) {
                break;
            }
        } else if verb.is_none()
            && draft.role == Role::Change
            && cursor.entry(at).is_some_and(|word| word.change_word.is_some())
            && at + 1 == draft.modified_from
        {
            // shares down 11.9%; Unite Group, down 68p
            let end = if at > 0 && cursor.word(at - 1) == "," && cursor.tag(at.saturating_sub(2)).is_nominal() {
                at - 1
            } else {
                at
            };
            let aside = end < at && is_oblique(cursor, end);
            if let Some(span) = nouns_before(cursor, end, wall).filter(|_| !aside) {
                return Some(span);
            }
        }
    }
    match verb {
        Some(verb) => {
            // Burlow fell 2.3%, Foley by 2.6%: the verb is left out
            let gap =
                draft.modified_from.checked_sub(1).filter(|&by| verb < wall && by > wall && cursor.is(by, key!("by")));
            let border = if verb < wall { sentence.start() } else { wall };
            gap.and_then(|by| nouns_before(cursor, by, wall)).or_else(|| {
                let verb = first_of_series(cursor, verb, border);
                nouns_before(cursor, verb, border).or_else(|| main_subject(cursor, verb, sentence.start()))
            })
        }
        None => {
            // In total, 12 people were hurt: nothing but a place or time stands before the count
            if draft.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Count)
                && cursor.upos(sentence.start()) == Upos::Adp
            {
                return None;
            }
            // A headline or label: Dow +0.2%, Total cost: $72,370
            let mut end = draft.modified_from.min(draft.first);
            while end > floor && matches!(cursor.kind(end - 1), Some(TokenKind::Punctuation)) {
                end -= 1;
            }
            // the second of two items in one row has its name directly before it
            let apart = wall > sentence.start() && end < draft.modified_from;
            nouns_before(cursor, end, wall).filter(|_| !apart)
        }
    }
}

/// *have been on a tear, up 57%*: whether a preposition stands before the noun phrase that ends before `end`.
fn is_oblique(cursor: &Cursor, end: usize) -> bool {
    let mut at = end;
    while at > 0 && end - at < 6 && (matches!(cursor.upos(at - 1), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det)) {
        at -= 1;
    }
    at > 0 && at < end && cursor.upos(at - 1) == Upos::Adp
}

/// *can be charged at a socket and is powered by 6kW*: of verbs joined by *and* the first, before which the subject stands.
fn first_of_series(cursor: &Cursor, verb: usize, floor: usize) -> usize {
    let mut first = verb;
    for _ in 0..3 {
        let mut group = first;
        while group > floor
            && (cursor.tag(group - 1).is_verbal() || matches!(cursor.upos(group - 1), Upos::Adv | Upos::Part))
        {
            group -= 1;
        }
        let joined = group > floor && cursor.is_any(group - 1, &[key!("and"), key!("but")]);
        let start = group.saturating_sub(FARTHEST / 2).max(floor);
        let before = (start..group.saturating_sub(1))
            .rev()
            .take_while(|&at| !matches!(cursor.word(at), ";" | ":" | "—"))
            .find(|&at| is_finite(cursor, at));
        match before.filter(|_| joined) {
            Some(before) => first = before,
            None => break,
        }
    }
    first
}

fn is_finite(cursor: &Cursor, at: usize) -> bool {
    let tag = cursor.tag(at);
    tag.is_verbal() && !matches!(tag.form, Some(VerbForm::Vb | VerbForm::Vbg | VerbForm::Vbn))
}

/// The first noun phrase of the sentence, where a pronoun stands before the verb: *Rowe says she has 12 dogs*.
fn main_subject(cursor: &Cursor, verb: usize, floor: usize) -> Option<Span> {
    let mut pronoun = verb;
    let near = verb.saturating_sub(FARTHEST);
    while pronoun > near.max(floor)
        && (cursor.tag(pronoun - 1).is_verbal() || matches!(cursor.upos(pronoun - 1), Upos::Adv | Upos::Part))
    {
        pronoun -= 1;
    }
    if pronoun == floor || cursor.upos(pronoun - 1) != Upos::Pron {
        return None;
    }
    let end = pronoun - 1;
    let start = (floor..end.min(floor + FARTHEST)).find(|&at| cursor.tag(at).is_nominal() && !is_time(cursor, at))?;
    let mut last = start;
    while last + 1 < end && (cursor.tag(last + 1).is_nominal() || cursor.is_hyphen(last + 1)) {
        last += 1;
    }
    Some(cursor.tokens_span(start, last + 1))
}

/// A capitalised first word that is no pronoun or adverb, whatever the tagger makes of a name it does not know.
fn is_lone_name(cursor: &Cursor, at: usize) -> bool {
    let (shape, word) = (cursor.shape(at), cursor.word(at));
    let unknown = cursor.document.is_guess(at);
    let open = !matches!(cursor.upos(at), Upos::Pron | Upos::Adv | Upos::Adp | Upos::Sconj | Upos::Det);
    shape.is_capitalized() && word.len() > 3 && (open || unknown)
}

/// The stretch of nouns and what joins them that ends before the verb group at `verb`.
fn nouns_before(cursor: &Cursor, verb: usize, floor: usize) -> Option<Span> {
    if verb == floor + 1 && is_lone_name(cursor, floor) {
        return Some(cursor.span(floor));
    }
    let mut end = verb;
    let floor = floor.max(verb.saturating_sub(2 * FARTHEST));
    while end > floor && (cursor.tag(end - 1).is_verbal() || matches!(cursor.upos(end - 1), Upos::Adv | Upos::Part)) {
        end -= 1;
    }
    // Burford on Tuesday cut 500 jobs
    let time = (0..3).take_while(|back| end > floor + back && is_time(cursor, end - back - 1)).count();
    let on = end - time;
    if time > 0 && on > floor + 1 && cursor.upos(on - 1) == Upos::Adp && cursor.tag(on - 2).is_nominal() {
        end = on - 1;
    }
    // who, which, that: what stands before them
    if end > floor && cursor.is_any(end - 1, &[key!("who"), key!("which"), key!("that")]) {
        end -= 1;
        if end > floor && cursor.word(end - 1) == "," {
            end -= 1;
        }
        while end > floor && cursor.is_any(end - 1, &[key!("of"), key!("half"), key!("all"), key!("most")]) {
            end -= 1;
        }
    }
    // Osler, a law firm, has 59 users: the apposition ends with a comma
    if end > floor && matches!(cursor.word(end - 1), "," | ")") {
        let close = cursor.word(end - 1) == ")";
        let open = (end.saturating_sub(14).max(floor)..end - 1)
            .rev()
            .find(|&at| if close { cursor.word(at) == "(" } else { cursor.word(at) == "," });
        if let Some(open) = open.filter(|&open| open > floor) {
            end = open;
        }
    }
    if end == floor + 1 && is_lone_name(cursor, floor) {
        return Some(cursor.span(floor));
    }
    let mut start = end;
    let mut nominal = false;
    while start > floor && end - start < LONGEST {
        let at = start - 1;
        let joins = cursor.is_hyphen(at)
            || matches!(cursor.word(at), "&" | "'s" | "’s" | "'" | "’" | "/")
            || matches!(cursor.upos(at), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det | Upos::Num)
            || cursor.is_any(
                at,
                &[
                    key!("of"),
                    key!("and"),
                    key!("in"),
                    key!("for"),
                    key!("on"),
                    key!("at"),
                    key!("to"),
                    key!("from"),
                    key!("with"),
                    key!("its"),
                    key!("his"),
                    key!("her"),
                    key!("their"),
                ],
            );
        if !joins || cursor.kind(at) == Some(TokenKind::Address) {
            break;
        }
        // nasdaq fell, the poor pay more: nothing but an adjective before the verb
        nominal |= cursor.tag(at).is_nominal()
            || at + 1 == end && cursor.upos(at) == Upos::Adj && cursor.tag(verb).is_verbal();
        start = at;
    }
    while start < end && matches!(cursor.upos(start), Upos::Adp | Upos::Cconj | Upos::Punct | Upos::Det) {
        start += 1;
    }
    (nominal && start < end).then(|| cursor.tokens_span(start, end))
}

/// A noun phrase behind the number: *$300m for the new bridge*.
fn behind(cursor: &Cursor, draft: &Draft) -> Option<Span> {
    let at = draft.reach;
    if !cursor.is_any(at, &[key!("for"), key!("in"), key!("on"), key!("from"), key!("of"), key!("to"), key!("at")]) {
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
