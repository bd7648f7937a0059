//! From a numeral to a claim: sign, currency, unit, counted noun, rate.

use super::cursor::{Cursor, key};
use super::draft::Draft;
use super::numeral::Numeral;
use super::table::Class;
use super::{
    Denominator, DenominatorKind, Dimension, Number, QuantityKind, Role, Unit, UnitKind, Value, counted, currency,
    rate, unit,
};
use crate::document::{TokenKind, Upos};
use crate::{Span, WordKey};

/// The claim that a numeral makes; `None` where it is no number of anything (*that one*).
pub(super) fn claim(cursor: &Cursor, numeral: Numeral) -> Option<Draft> {
    let mut draft = Draft::new(numeral, QuantityKind::Claim, "quantity/bare-number", numeral.span, numeral.next);
    draft.confidence = 70;
    if let Some((unit, first)) = currency::before(cursor, numeral.first, numeral.span.start()) {
        draft.first = first;
        draft.span = unit.span.cover(draft.span);
        set_unit(&mut draft, unit);
    }
    sign(cursor, &mut draft);
    let suffix = numeral.suffix(cursor);
    if !suffix.is_empty() && !numeral.is_ordinal {
        let span = Span::of(numeral.span.end(), cursor.span(numeral.next - 1).end());
        let money = draft.unit.is_some();
        let found = if money { None } else { currency::suffixed(cursor, suffix, span, numeral.next) };
        match found.or_else(|| unit::suffixed(cursor, suffix, span, numeral.next)) {
            Some((unit, next)) => {
                draft.next = next;
                draft.span = draft.span.cover(unit.span);
                set_unit(&mut draft, unit);
            }
            None => return None,
        }
    } else if draft.unit.is_none() {
        unit_behind(cursor, &mut draft);
    } else {
        // $75 U.S., $4 million Canadian
        if cursor.is_any(draft.next, &[key!("us"), key!("u.s.")])
            && draft.unit_name() == "dollar"
            && cursor.upos(draft.next + 1) != Upos::Noun
        {
            draft.next += 1;
        }
    }
    minor_amount(cursor, &mut draft);
    compound(cursor, &mut draft);
    draft.reach = draft.next;
    if draft.unit.is_none() && !count(cursor, &mut draft) {
        return None;
    }
    denominator(cursor, &mut draft);
    age(cursor, &mut draft);
    below_zero(cursor, &mut draft);
    if let Some((amount, span)) = numeral.ratio {
        draft.role = Role::Share;
        let name =
            counted::phrase(cursor, numeral.next).map(|phrase| counted::name(cursor, phrase)).unwrap_or_default();
        draft.denominator = Some(Denominator { kind: DenominatorKind::OutOf, amount: Some(amount), name, span });
    }
    if draft.value == Value::Overflow {
        draft.confidence = 50;
        draft.rule = "quantity/overflow";
    }
    Some(draft)
}

pub(super) fn set_unit(draft: &mut Draft, unit: Unit) {
    (draft.rule, draft.confidence) = match unit.kind {
        UnitKind::Percent | UnitKind::PercentagePoint | UnitKind::BasisPoint => ("quantity/percent", 97),
        UnitKind::Currency { .. } => ("quantity/money", 96),
        UnitKind::Measure { .. } => ("quantity/measure", 93),
        UnitKind::Count => ("quantity/count", 88),
        UnitKind::Multiple => ("quantity/multiplier", 85),
    };
    draft.unit = Some(unit);
}

/// *minus, negative*, and a sign before the number or its currency.
fn sign(cursor: &Cursor, draft: &mut Draft) {
    if draft.numeral.first > draft.first + 1
        && cursor.is_hyphen(draft.numeral.first - 1)
        && !draft.value.low().is_some_and(|value| value.is_negative())
    {
        // $-99.99
        draft.value = draft.value.map(|value| Some(value.negated()));
        return;
    }
    let Some(before) = draft.first.checked_sub(1) else { return };
    let start = draft.span.start();
    let touching = cursor.span(before).end() == start;
    let word = cursor.word(before);
    let mut negative = None;
    if matches!(word, "-" | "−" | "–" | "‐") && touching {
        let (gap, minus) = (cursor.byte_before(cursor.span(before).start()), before.checked_sub(1));
        if let Some(minus) = minus.filter(|&minus| cursor.is_any(minus, &[key!("minus"), key!("negative")])) {
            negative = Some(minus);
        } else if matches!(gap, b' ' | b'\n' | b'(' | b'[' | b'"' | b'<' | b'>' | b'=' | b'\t' | b'$') || before == 0 {
            // `5 -7` is a range, `at -7` a negative number
            let range = before > 0 && cursor.is_number(before - 1) && gap == b' ';
            negative = (!range).then_some(before);
        }
    } else if cursor.is_any(before, &[key!("minus"), key!("negative")]) && word != "-" {
        negative = Some(before);
    } else if word == "+" && touching {
        draft.first = before;
        draft.span = cursor.span(before).cover(draft.span);
        draft.direction = Some(super::Marked::new(super::Direction::Up, cursor.span(before)));
    }
    let Some(first) = negative else { return };
    draft.value = draft.value.map(|value| Some(value.negated()));
    draft.first = first;
    let span = cursor.span(first);
    draft.span = span.cover(draft.span);
    if draft.number.start() == start {
        draft.number = span.cover(draft.number);
    }
}

fn unit_behind(cursor: &Cursor, draft: &mut Draft) {
    let mut at = draft.numeral.next;
    if cursor.joins(at) || cursor.is_hyphen(at) && cursor.glued(at) && cursor.glued(at - 1) {
        at += 1;
    }
    // two more minutes, five or so miles
    const MORE: [WordKey; 6] =
        [key!("more"), key!("additional"), key!("extra"), key!("fewer"), key!("less"), key!("further")];
    let part = draft.numeral.is_fraction;
    let article = [key!("a"), key!("an")];
    let skipped = if cursor.is_any(at, &MORE) || part && cursor.is_any(at, &article) {
        at + 1
    } else if part
        && cursor.is(at, key!("of"))
        && (cursor.is_any(at + 1, &article)
            || cursor.is_any(at + 1, &[key!("one"), key!("1")])
            || cursor.in_class(at + 1, Class::TimeUnit))
    {
        at + 2
    } else {
        at
    };
    let value = draft.value.exact();
    if let Some(next) = super::multiplier::is_fold(cursor, &draft.numeral) {
        let span = cursor.span(next - 1);
        draft.next = next;
        draft.role = Role::Multiplier;
        draft.span = draft.span.cover(span);
        set_unit(draft, Unit { kind: UnitKind::Multiple, name: "time".to_owned(), span });
        return;
    }
    let found = currency::behind(cursor, skipped).or_else(|| unit::behind(cursor, skipped, value));
    let Some((unit, next)) = found.filter(|(unit, next)| !is_part_of_noun(cursor, draft, unit, at, *next)) else {
        return;
    };
    let scaled = draft.numeral.scale.is_some();
    let unit = currency::as_weight(cursor, draft.numeral.first, next, unit.span, scaled).unwrap_or(unit);
    if skipped > at && unit.kind == UnitKind::Percent {
        return;
    }
    draft.next = next;
    draft.span = draft.span.cover(unit.span);
    set_unit(draft, unit);
}

/// Whether a unit word is the first part of a counted noun: *two minute books, 12 day nurseries*.
fn is_part_of_noun(cursor: &Cursor, draft: &Draft, unit: &Unit, at: usize, next: usize) -> bool {
    let hyphen = at > draft.numeral.next;
    if hyphen || !matches!(unit.kind, UnitKind::Measure { .. } | UnitKind::Currency { .. }) || next != at + 1 {
        return false;
    }
    let word = cursor.word(at);
    let plural_follows = cursor.upos(next) == Upos::Noun && cursor.word(next).ends_with('s');
    let singular = !word.ends_with('s') && word.len() > 3;
    let many = draft.value.exact().is_some_and(|value| value > Number::ONE);
    // 30 minute delays has 30 minutes; two day nurseries counts nurseries
    singular
        && many
        && plural_follows
        && matches!(word, "day" | "night" | "year" | "quarter" | "second" | "point")
        && !draft.numeral.in_words
}

/// `$20 and 43c`, `20 dollars 43 cents`, `US$3 and fourteen`: one amount of money.
fn minor_amount(cursor: &Cursor, draft: &mut Draft) {
    let Some(UnitKind::Currency { main, .. }) = draft.unit.as_ref().map(|unit| unit.kind.clone()) else { return };
    let whole =
        draft.value.exact().filter(|value| value.is_whole() && main == Number::ONE && draft.numeral.scale.is_none());
    let Some(whole) = whole else { return };
    let joined = cursor.is(draft.next, key!("and"));
    let at = if joined { draft.next + 1 } else { draft.next };
    let Some(more) = super::numeral::numeral(cursor, at).filter(|more| !more.is_ordinal && more.scale.is_none()) else {
        return;
    };
    let Some(value) = more.exact().filter(|value| value.is_whole() && *value < Number::from(100)) else { return };
    let suffix = more.suffix(cursor);
    let behind = if suffix.is_empty() {
        currency::behind(cursor, more.next)
    } else {
        let span = Span::of(more.span.end(), cursor.span(more.next - 1).end());
        currency::suffixed(cursor, suffix, span, more.next)
    };
    let minor = behind.filter(|(unit, _)| matches!(unit.kind, UnitKind::Currency { main, .. } if main != Number::ONE));
    // twenty dollars and 43: only where the sentence ends
    let ends = suffix.is_empty() && (more.next >= cursor.len() || matches!(cursor.word(more.next), "." | "!" | "?"));
    let Some(next) = minor.map(|(_, next)| next).or(ends.then_some(more.next)) else { return };
    if let Some(sum) = value.over(Number::from(100)).and_then(|cents| whole.plus(cents)) {
        draft.value = Value::Exact(sum);
        draft.number = draft.number.cover(more.span);
        draft.span = draft.span.cover(cursor.span(next - 1));
        draft.next = next;
    }
}

/// `7 feet 10 inches`, `2 years and 3 months`: one amount in the smaller unit.
fn compound(cursor: &Cursor, draft: &mut Draft) {
    for _ in 0..4 {
        let Some(Unit { kind: UnitKind::Measure { dimension, si: Some(si), .. }, .. }) = draft.unit.clone() else {
            return;
        };
        if !matches!(dimension, Dimension::Length | Dimension::Time | Dimension::Mass) {
            return;
        }
        let comma = usize::from(dimension == Dimension::Length && cursor.word(draft.next) == ",");
        let joined = cursor.is(draft.next + comma, key!("and"));
        let at = draft.next + comma + usize::from(joined);
        if and_a_half(cursor, draft, at, joined) {
            return;
        }
        let Some(more) = super::numeral::numeral(cursor, at).filter(|more| !more.is_ordinal) else { return };
        let Some(value) = more.exact() else { return };
        if minutes_left_out(cursor, draft, &more) {
            return;
        }
        let suffix = more.suffix(cursor);
        let found = if suffix.is_empty() {
            unit::behind(cursor, more.next, Some(value))
        } else {
            let span = Span::of(more.span.end(), cursor.span(more.next - 1).end());
            unit::suffixed(cursor, suffix, span, more.next)
        };
        let Some((smaller, next)) = found else { return };
        let UnitKind::Measure { dimension: other, si: Some(small), .. } = smaller.kind else { return };
        let whole = draft.value.exact().filter(|whole| whole.is_whole());
        let fits = other == dimension && small < si && value < Number::from(1000) && is_multiple(si, small);
        let total = whole.filter(|_| fits).and_then(|whole| whole.times(si)?.over(small)?.plus(value));
        let Some(total) = total else { return };
        draft.value = Value::Exact(total);
        draft.number = draft.number.cover(more.span);
        draft.span = draft.span.cover(smaller.span);
        draft.next = next;
        draft.unit = Some(smaller);
    }
}

/// *one hour thirty, 2 hours and 10*: minutes without their name, where nothing follows that they count.
fn minutes_left_out(cursor: &Cursor, draft: &mut Draft, more: &Numeral) -> bool {
    let ends = more.suffix(cursor).is_empty()
        && cursor.kind(more.next).is_none_or(|kind| kind == TokenKind::Punctuation)
        && !cursor.is_dash(more.next)
        && !matches!(cursor.word(more.next), "%" | "(" | "/");
    let sixty = Number::from(60);
    let minutes = more.exact().filter(|value| ends && value.is_whole() && *value >= Number::from(5) && *value < sixty);
    let hours = draft.value.exact().filter(|hours| draft.unit_name() == "hour" && hours.is_whole());
    let total = hours.zip(minutes).and_then(|(hours, minutes)| hours.times(sixty)?.plus(minutes));
    let index = cursor.tables.units_by_name.get("minute");
    let (Some(total), Some(&index)) = (total, index) else { return false };
    draft.value = Value::Exact(total);
    draft.number = draft.number.cover(more.span);
    draft.span = draft.span.cover(more.span);
    draft.next = more.next;
    draft.unit = Some(unit::measure(cursor, index, more.span));
    true
}

/// *an hour and a half, two years and a quarter*.
fn and_a_half(cursor: &Cursor, draft: &mut Draft, at: usize, joined: bool) -> bool {
    let part = super::numeral::part_of_one(cursor, at).filter(|_| joined);
    let ends =
        |next: usize| !matches!(cursor.upos(next), Upos::Noun | Upos::Adj | Upos::Num) && !cursor.is(next, key!("of"));
    let Some((part, next)) = part.filter(|&(_, next)| ends(next)) else { return false };
    let Some(sum) = draft.value.exact().and_then(|whole| whole.plus(part)) else { return false };
    draft.value = Value::Exact(sum);
    draft.number = draft.number.cover(cursor.span(next - 1));
    draft.span = draft.span.cover(cursor.span(next - 1));
    draft.next = next;
    true
}

/// Whether a unit is a whole number of smaller ones: feet and inches, kilometres and metres; not miles and kilometres.
fn is_multiple(large: Number, small: Number) -> bool {
    large.over(small).is_some_and(Number::is_whole)
}

/// The counted noun phrase behind a bare number; whether the number may stand.
fn count(cursor: &Cursor, draft: &mut Draft) -> bool {
    let numeral = draft.numeral;
    let mut at = numeral.next;
    let is_one = cursor.is_any(numeral.first, &[key!("one")]) && numeral.next == numeral.first + 1;
    if cursor.is_hyphen(at) && cursor.joins(at) {
        if is_one {
            return false;
        }
        at += 1;
        // a four-cylinder engine counts cylinders
        if cursor.tag(at).is_nominal() && !cursor.joins(at + 1) {
            let (name, span) = (cursor.word(at).to_lowercase(), cursor.span(at));
            draft.head = Some(at);
            draft.reach = at + 1;
            set_unit(draft, Unit { kind: UnitKind::Count, name, span });
            return true;
        }
    }
    if is_one {
        return one(cursor, draft) || draft.first < numeral.first;
    }
    if numeral.is_fraction {
        share(cursor, draft);
        return true;
    }
    if cursor.is(at, key!("of")) {
        let vague = matches!(draft.value, Value::Vague { .. });
        let behind = at + 1;
        let start = if cursor.in_class(behind, Class::Determiner) && !vague { behind + 1 } else { behind };
        let determined = start > behind;
        if vague || numeral.scale.is_some() {
            if let Some(found) = currency::behind(cursor, start).or_else(|| unit::behind(cursor, start, None)) {
                draft.next = found.1;
                draft.span = draft.span.cover(found.0.span);
                set_unit(draft, found.0);
                return true;
            }
            set_count(cursor, draft, start);
        } else if determined || cursor.is_number(start) {
            // three of the men, 280 million of the 1.5 billion
            set_count(cursor, draft, start);
        }
        return true;
    }
    let plural = cursor.is_any(
        at,
        &[
            key!("more"),
            key!("additional"),
            key!("extra"),
            key!("fewer"),
            key!("further"),
            key!("other"),
            key!("such"),
            key!("or"),
        ],
    );
    if plural && !cursor.is(at, key!("or")) {
        at += 1;
    }
    set_count(cursor, draft, at);
    true
}

/// *one*: a number only where it counts something.
fn one(cursor: &Cursor, draft: &mut Draft) -> bool {
    let at = draft.numeral.next;
    let before = draft.numeral.first.checked_sub(1);
    let referring = before.is_some_and(|before| {
        cursor.is_any(
            before,
            &[
                key!("this"),
                key!("that"),
                key!("which"),
                key!("the"),
                key!("any"),
                key!("every"),
                key!("each"),
                key!("no"),
                key!("some"),
                key!("another"),
                key!("next"),
                key!("last"),
                key!("previous"),
                key!("new"),
                key!("a"),
                key!("good"),
                key!("big"),
                key!("other"),
            ],
        )
    });
    if cursor.is(at, key!("of")) {
        let start = at + 1;
        let start = if cursor.in_class(start, Class::Determiner) || cursor.is(start, key!("several")) {
            start + 1
        } else {
            start
        };
        let start = if cursor.is(start, key!("most")) { start + 1 } else { start };
        if !cursor.in_class(start, Class::PronounOf) {
            // one of Airbnb's earliest investments
            set_count(cursor, draft, start);
            if cursor.is_any(draft.reach, &[key!("'s"), key!("'")]) {
                let head = counted::phrase(cursor, draft.reach + 1);
                if let Some(phrase) = head {
                    set_count(cursor, draft, phrase.start);
                }
            }
        }
        return !before
            .is_some_and(|before| cursor.is_any(before, &[key!("no"), key!("any"), key!("every"), key!("each")]));
    }
    if referring
        && !before.is_some_and(|before| {
            cursor.is_any(before, &[key!("the"), key!("this"), key!("that")]) && cursor.upos(at) == Upos::Noun
        })
    {
        return false;
    }
    // one day, one another, one by one
    let idiom = cursor.is_any(
        at,
        &[
            key!("another"),
            key!("by"),
            key!("way"),
            key!("thing"),
            key!("side"),
            key!("and"),
            key!("who"),
            key!("that"),
            key!("which"),
            key!("more"),
            key!("last"),
            key!("such"),
        ],
    );
    if idiom {
        return false;
    }
    set_count(cursor, draft, at);
    draft.unit.is_some() || before.is_none() && at >= cursor.len()
}

/// A share of something: *a third of voters*.
fn share(cursor: &Cursor, draft: &mut Draft) {
    draft.role = Role::Share;
    (draft.rule, draft.confidence) = ("quantity/share", 88);
    let mut at = draft.numeral.next;
    if cursor.is(at, key!("of")) {
        at += 1;
        of(cursor, draft, at);
    } else if draft.numeral.ratio.is_some() || cursor.in_class(at, Class::Determiner) {
        of(cursor, draft, at);
    }
}

/// The whole behind *of*: up to the end of its noun phrase.
pub(super) fn of(cursor: &Cursor, draft: &mut Draft, at: usize) {
    let mut start = at;
    while cursor.in_class(start, Class::Determiner) && start < at + 3 {
        start += 1;
    }
    let Some(phrase) = counted::phrase(cursor, start) else {
        let pronoun = matches!(cursor.upos(at), Upos::Pron | Upos::Det) && at < cursor.len();
        if pronoun && draft.denominator.is_none() {
            let name = cursor.word(at).to_lowercase();
            draft.denominator =
                Some(Denominator { kind: DenominatorKind::Of, amount: None, name, span: cursor.span(at) });
            draft.reach = draft.reach.max(at + 1);
        }
        return;
    };
    let amount = super::numeral::numeral(cursor, start).filter(|number| number.next <= phrase.head);
    let name = counted::name(cursor, phrase);
    let span = cursor.tokens_span(start, phrase.head + 1);
    draft.reach = draft.reach.max(phrase.head + 1);
    if draft.denominator.is_none() {
        draft.denominator =
            Some(Denominator { kind: DenominatorKind::Of, amount: amount.and_then(|n| n.exact()), name, span });
    }
}

fn set_count(cursor: &Cursor, draft: &mut Draft, at: usize) {
    // times as many: a multiplier; 3,200 times: how often
    if cursor.is_any(at, &[key!("times"), key!("time")]) && cursor.kind(at) == Some(TokenKind::Word) {
        let unit = Unit { kind: UnitKind::Multiple, name: "time".to_owned(), span: cursor.span(at) };
        draft.next = at + 1;
        draft.reach = at + 1;
        draft.span = draft.span.cover(unit.span);
        set_unit(draft, unit);
        return;
    }
    if let Some(phrase) = counted::phrase(cursor, at) {
        if let Some((unit, next)) = qualified_measure(cursor, phrase) {
            draft.reach = next;
            set_unit(draft, unit);
            return;
        }
        let name = counted::name(cursor, phrase);
        let span = cursor.tokens_span(phrase.start, phrase.head + 1);
        draft.head = Some(phrase.head);
        draft.reach = phrase.head + 1;
        set_unit(draft, Unit { kind: UnitKind::Count, name, span });
    }
}

/// *three consecutive quarters, 50 previous years*: a measure with an adjective before it is no noun to count; *20 business
/// days* and *six back yards* are.
fn qualified_measure(cursor: &Cursor, phrase: counted::Phrase) -> Option<unit::Found> {
    let before = phrase.start..phrase.head;
    let qualities = before.len() <= 2
        && before.clone().all(|at| {
            let participle = cursor.tag(at).is_verbal() || cursor.word(at).ends_with("ing");
            cursor.upos(at) == Upos::Adj && !cursor.is_hyphen(at + 1) || participle
        });
    if before.is_empty() || !qualities || !cursor.word(phrase.head).ends_with('s') {
        return None;
    }
    let (found, next) = unit::behind(cursor, phrase.head, None)?;
    let plain =
        matches!(found.dimension(), Some(Dimension::Time | Dimension::Length | Dimension::Area | Dimension::Mass));
    (plain && next == phrase.head + 1).then_some((found, next))
}

fn denominator(cursor: &Cursor, draft: &mut Draft) {
    if draft.denominator.is_some() {
        return;
    }
    // C$6 (US$4.46) per share
    let bracket =
        cursor.word(draft.reach) == "(" && (draft.reach + 2..draft.reach + 6).any(|at| cursor.word(at) == ")");
    let behind =
        (draft.reach..draft.reach + 6).find(|&at| bracket && cursor.word(at) == ")").map_or(draft.reach, |at| at + 1);
    let Some((denominator, next)) = rate::denominator(cursor, behind) else { return };
    if bracket {
        draft.role = Role::Rate;
        draft.denominator = Some(denominator);
        return;
    }
    draft.role = Role::Rate;
    draft.reach = next;
    draft.denominator = Some(denominator);
}

/// *50-year-old, 34 years old, aged 34*: the number is an age.
fn age(cursor: &Cursor, draft: &mut Draft) {
    if draft.unit.as_ref().and_then(Unit::dimension) != Some(Dimension::Time) {
        return;
    }
    let at = draft.next;
    let old = if cursor.is_hyphen(at) { at + 1 } else { at };
    let of_age = cursor.is_any(at, &[key!("of"), key!("in")]) && cursor.is(at + 1, key!("age"));
    if !cursor.is_any(old, &[key!("old"), key!("olds"), key!("olds'")]) && !of_age {
        return;
    }
    let end = if of_age { at + 1 } else { old };
    draft.next = end + 1;
    draft.reach = end + 1;
    draft.span = draft.span.cover(cursor.span(end));
    draft.kind = QuantityKind::Age;
    draft.rule = "quantity/age";
    if let Some(unit) = &mut draft.unit {
        unit.name = format!("{} of age", unit.name);
        unit.span = unit.span.cover(cursor.span(end));
    }
}

/// *2 degrees below zero*.
fn below_zero(cursor: &Cursor, draft: &mut Draft) {
    if cursor.is(draft.next, key!("below")) && cursor.is_any(draft.next + 1, &[key!("zero"), key!("freezing")]) {
        let positive = draft.value.exact().is_some_and(|value| !value.is_negative());
        if positive && cursor.is(draft.next + 1, key!("zero")) {
            draft.value = draft.value.map(|value| Some(value.negated()));
            draft.span = draft.span.cover(cursor.span(draft.next + 1));
            draft.next += 2;
            draft.reach = draft.reach.max(draft.next);
        }
    }
}
