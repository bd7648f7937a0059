//! Changes: by how much, and which way.
//!
//! # What it finds
//! `rose 6.5%`, `fell by a third`, `up about 19 per cent`, `16 per cent lower`, `an increase of 60,600 jobs`, `a 3 percent drop`.
//! The direction is kept with the word that tells it. The level reached (`to $2.3 billion`) is not a change.
//!
//! # Why it matters
//! A change needs a baseline, a level does not; and *soared 5%* colours what *rose 5%* states.
//!
//! # Examples
//! `edged down 0.03%`, `lost 190 points, or 0.6%`, `cut costs by a tenth`.
//!
//! # Counter-examples
//! `raised $5m` (collected), `rose to 7%` (a level), `up to 400` (a bound).
//!
//! # Known limits
//! A change told by an adjective alone (`a smaller 5% stake`) is not read.

use super::cursor::{Cursor, key, keys};
use super::draft::Draft;
use super::{Direction, Marked, Role, Unit, UnitKind, Value};
use crate::WordKey;
use crate::document::Upos;

/// Verbs that change what stands behind them only by percentages or with *by*.
const TRANSITIVE: &[WordKey] = &keys!(
    "raise raised raises raising drop dropped drops cut cuts cutting lift \
    lifted advance advanced recover recovered mounted mount crash crashed contract slide"
);

/// Comparatives behind an amount: *20% more than*.
const MORE: &[WordKey] = &keys!("more higher larger bigger greater longer heavier dearer");
const LESS: &[WordKey] = &keys!("less fewer lower smaller shorter cheaper lighter slower");

/// Marks role and direction of each draft that is a change.
pub(super) fn mark(cursor: &Cursor, drafts: &mut [Draft]) {
    for index in 0..drafts.len() {
        let (before, rest) = drafts.split_at_mut(index);
        let Some(draft) = rest.first_mut().filter(|draft| draft.is_claim() && draft.role != Role::Multiplier) else {
            continue;
        };
        if matches!(draft.value, Value::Interval { .. }) && draft.role == Role::Change {
            direction_of_levels(cursor, draft);
            continue;
        }
        let claim = before.iter().rev().take(3).find(|draft| draft.is_claim());
        let floor = claim.map_or(0, |draft| draft.next);
        let found = beside(cursor, draft).or_else(|| verb(cursor, draft, floor)).or_else(|| noun(cursor, draft));
        match found {
            Some(direction) => {
                draft.role = Role::Change;
                draft.direction = direction.or(draft.direction);
            }
            None => inherit(cursor, before, draft),
        }
        if draft.direction.is_some() {
            draft.role = Role::Change;
        }
    }
    for draft in drafts.iter_mut() {
        draft.direction = draft.direction.or_else(|| direction_of_level(cursor, draft));
    }
}

/// *climbed to 6.7%*: a level keeps the direction of the verb that leads to it.
fn direction_of_level(cursor: &Cursor, draft: &Draft) -> Found {
    let to = draft.modified_from.checked_sub(1).filter(|&to| cursor.is(to, key!("to")))?;
    let at = to.checked_sub(1)?;
    if !draft.is_claim() || draft.role != Role::Level || matches!(draft.value, Value::Interval { .. }) {
        return None;
    }
    let direction = cursor.entry(at).and_then(|word| word.change_verb).filter(|_| is_verb(cursor, at))?;
    marked(cursor, at, direction)
}

type Found = Option<Marked<Direction>>;

fn marked(cursor: &Cursor, at: usize, direction: Option<Direction>) -> Found {
    direction.map(|direction| Marked::new(direction, cursor.span(at)))
}

/// A change word directly before or behind: *up 40%, 16 per cent lower*.
fn beside(cursor: &Cursor, draft: &Draft) -> Option<Found> {
    let before = draft.modified_from.checked_sub(1)?;
    if let Some(direction) = cursor.entry(before).and_then(|word| word.change_word)
        && !cursor.is_any(before, &keys!("lower higher"))
        && !(cursor.is(before, key!("off")) && (before == 0 || cursor.tag(before - 1).is_verbal()))
    {
        // up to 400 has been taken as a bound, set up 12 schools is a verb's particle
        let particle = before > 0 && is_particle_of(cursor, draft, before - 1);
        if !particle {
            return Some(marked(cursor, before, Some(direction)));
        }
    }
    let behind = draft.next.max(draft.numeral.next);
    let behind = if cursor.is_any(behind, &keys!("to from")) { return None } else { behind };
    let amount = draft.unit.as_ref().is_some_and(|unit| unit.kind != UnitKind::Count);
    if !amount {
        return None;
    }
    // 20% smaller than, 20 cents more than
    if cursor.is(behind + 1, key!("than")) {
        let direction = [(Direction::Up, MORE), (Direction::Down, LESS)]
            .into_iter()
            .find(|(_, words)| cursor.is_any(behind, words));
        if let Some((direction, _)) = direction {
            return Some(marked(cursor, behind, Some(direction)));
        }
    }
    let entry = cursor.entry(behind)?;
    if let Some(direction) = entry.change_word
        && !cursor.is_any(behind, &keys!("up off"))
        && (!matches!(cursor.upos(behind + 1), Upos::Noun) || cursor.is(behind + 1, key!("than")))
    {
        return Some(marked(cursor, behind, Some(direction)));
    }
    None
}

/// Whether *up* or *down* behind the verb at `at` is the verb's particle and no change: *gave up 517 yards, set up 12 schools*; but
/// *was up 19 cents, ended down 3%*.
fn is_particle_of(cursor: &Cursor, draft: &Draft, at: usize) -> bool {
    let relative = draft.unit.as_ref().is_none_or(|unit| {
        matches!(unit.kind, UnitKind::Percent | UnitKind::PercentagePoint | UnitKind::BasisPoint)
            || matches!(unit.name.as_str(), "point" | "cent" | "penny")
    });
    let state = cursor.upos(at) == Upos::Aux || cursor.is_any(at, STATES);
    !relative && !state && cursor.tag(at).is_verbal() && cursor.entry(at).is_none_or(|word| word.change_verb.is_none())
}

/// Verbs behind which *up* and *down* tell the state of a price or level.
const STATES: &[WordKey] = &keys!(
    "be was were is are been ended closed finished traded trading opened settled \
    went"
);

/// A verb of change before the number: *rose 6.5%, fell by a third, cut costs by 10%*.
fn verb(cursor: &Cursor, draft: &Draft, floor: usize) -> Option<Found> {
    let mut at = draft.modified_from.checked_sub(1)?;
    let mut by = false;
    let mut particle = None;
    for _ in 0..5 {
        if at < floor {
            return None;
        }
        let word = cursor.entry(at);
        if cursor.is(at, key!("by")) {
            by = true;
        } else if let Some(direction) = word.and_then(|word| word.change_word) {
            particle = particle.or(Some((at, direction)));
        } else if let Some(direction) = word.and_then(|word| word.change_verb) {
            if !is_verb(cursor, at) || !changes(cursor, draft, at, by) {
                return None;
            }
            return Some(match particle {
                Some((at, direction)) => marked(cursor, at, Some(direction)),
                None => marked(cursor, at, direction),
            });
        } else if let Some((word, direction)) = particle.filter(|_| cursor.tag(at).is_verbal()) {
            return (!is_particle_of(cursor, draft, at)).then(|| marked(cursor, word, Some(direction)));
        } else if !(cursor.upos(at) == Upos::Adv
            || cursor.is_any(at, &keys!("a an another the additional further only just as")))
        {
            break;
        }
        at = at.checked_sub(1)?;
    }
    if by { transitive(cursor, draft, at, floor) } else { None }
}

/// Whether a token of the table is a verb here; tags decide where the word is a noun, too.
fn is_verb(cursor: &Cursor, at: usize) -> bool {
    let noun = cursor.entry(at).is_some_and(|word| word.change_noun.is_some());
    !noun || cursor.tag(at).is_verbal() || cursor.upos(at) == Upos::X
}

fn changes(cursor: &Cursor, draft: &Draft, at: usize, by: bool) -> bool {
    let relative = draft.unit.as_ref().is_some_and(|unit| {
        matches!(unit.kind(), UnitKind::Percent | UnitKind::PercentagePoint | UnitKind::BasisPoint)
            || matches!(unit.name(), "point" | "cent" | "penny")
    });
    by || relative || draft.numeral.is_fraction || !TRANSITIVE.contains(&cursor.key(at))
}

/// *cut costs by a tenth*: the object stands between verb and *by*.
fn transitive(cursor: &Cursor, draft: &Draft, from: usize, floor: usize) -> Option<Found> {
    let sentence = cursor.sentence(draft.first);
    let start = from.saturating_sub(9).max(sentence.start()).max(floor);
    for at in (start..=from).rev() {
        if let Some(direction) = cursor.entry(at).and_then(|word| word.change_verb)
            && (cursor.tag(at).is_verbal() || cursor.upos(at) == Upos::X)
        {
            return Some(marked(cursor, at, direction));
        }
        if cursor.tag(at).is_verbal() || matches!(cursor.word(at), ";" | ":") {
            return None;
        }
    }
    None
}

/// A noun of change: *an increase of 60,600 jobs, a 3 percent drop*.
fn noun(cursor: &Cursor, draft: &Draft) -> Option<Found> {
    let before = draft.modified_from.checked_sub(1)?;
    let noun_at = |at: usize| {
        let direction = cursor.entry(at)?.change_noun?;
        let money_lost = cursor.is_any(at, &keys!("loss losses gain gains difference"))
            && draft.unit.as_ref().is_some_and(Unit::is_currency);
        (!money_lost && !cursor.tag(at).is_verbal()).then(|| marked(cursor, at, direction))
    };
    if cursor.is(before, key!("of")) && before > 0 {
        return noun_at(before - 1);
    }
    if draft.unit.as_ref().is_none_or(|unit| unit.kind == UnitKind::Count) && !draft.numeral.is_fraction {
        return None;
    }
    let mut at = draft.next.max(draft.numeral.next);
    let end = at + 4;
    while at < end {
        if let Some(found) = noun_at(at) {
            return Some(found);
        }
        if !matches!(cursor.upos(at), Upos::Noun | Upos::Adj) && !cursor.is_hyphen(at) {
            return None;
        }
        at += 1;
    }
    None
}

/// *lost 190 points, or 0.6%*; *X fell 2.3%, Y by 2.6%*: the change goes on.
fn inherit(cursor: &Cursor, before: &[Draft], draft: &mut Draft) {
    let Some(last) = before.last().filter(|last| last.role == Role::Change && last.direction.is_some()) else { return };
    let from = draft.modified_from;
    let same_sentence = cursor.document.sentence_of(last.first) == cursor.document.sentence_of(from);
    let near = from >= last.next && from - last.next.min(from) <= 10 && same_sentence;
    let linked = near && from > 0 && {
        let or = cursor.is(from - 1, key!("or")) && from <= last.reach.max(last.next) + 2;
        let by = cursor.is(from - 1, key!("by")) && (last.next..from).all(|at| !cursor.tag(at).is_verbal());
        or || by
    };
    if linked {
        draft.role = Role::Change;
        draft.direction = last.direction;
    }
}

/// *from 252 to 287*: the levels tell the direction, the verb is the evidence.
fn direction_of_levels(cursor: &Cursor, draft: &mut Draft) {
    let Value::Interval { first, last } = draft.value else { return };
    let sentence = cursor.sentence(draft.first);
    let start = draft.first.saturating_sub(6).max(sentence.start());
    let word = (start..draft.first)
        .rev()
        .find(|&at| cursor.entry(at).is_some_and(|word| word.change_verb.is_some() || word.change_word.is_some()));
    let direction = if last > first { Direction::Up } else { Direction::Down };
    draft.direction = word.map(|at| Marked::new(direction, cursor.span(at)));
}
