//! The subject of the clause that a number stands in: the nouns before its verb.

use super::{FARTHEST, LONGEST, is_time};
use crate::Span;
use crate::document::{TokenKind, Upos, VerbForm};
use crate::quantity::cursor::{Cursor, key, keys};
use crate::quantity::draft::Draft;
use crate::quantity::{Role, UnitKind};

/// The subject of the clause: the nouns before its verb.
pub(super) fn clause(cursor: &Cursor, draft: &Draft, wall: usize) -> Option<Span> {
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
        let joined = group > floor && cursor.is_any(group - 1, &keys!("and but"));
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
pub(super) fn nouns_before(cursor: &Cursor, verb: usize, floor: usize) -> Option<Span> {
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
    if end > floor && cursor.is_any(end - 1, &keys!("who which that")) {
        end -= 1;
        if end > floor && cursor.word(end - 1) == "," {
            end -= 1;
        }
        while end > floor && cursor.is_any(end - 1, &keys!("of half all most")) {
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
            || cursor.is_any(at, &keys!("of and in for on at to from with its his her their"));
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
