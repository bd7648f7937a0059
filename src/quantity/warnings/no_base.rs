//! A percentage or multiplier without anything it could be a percentage of.
//!
//! # What it finds
//! A change in per cent, or *doubled*, in a sentence that names neither baseline, nor period, nor a level before or after.
//!
//! # Why it matters
//! *Up 200%* can be from one to three or from a million to three (Best 2001).
//!
//! # Examples
//! `Complaints soared 200 per cent, the group said.`
//!
//! # Counter-examples
//! `Bills rose 6% last year`, `sales fell 3% to £2bn`, `up 5% from 2019`. Headlines are not flagged; nor are prices on markets, whose
//! base is the close before (`The index slid 2.5%`), and plans to multiply what is there (`doubling the minimum wage`).
//!
//! # Known limits
//! Looks at the sentence and the two beside it; a base named farther away is not seen.

use super::{Scene, warning};
use crate::WordKey;
use crate::document::{Upos, VerbForm};
use crate::quantity::cursor::{key, keys};
use crate::quantity::draft::Draft;
use crate::quantity::{Dimension, Modality, QuantityWarning, Role, Unit, UnitKind, Value};

pub(super) const RULE: &str = "quantity/percent-without-base";

/// What is traded, and the names of its indices: everybody knows that the change is the day's.
const MARKETS: &[WordKey] = &keys!(
    "stock stocks shares dow nasdaq s&p ftse dax cac nikkei sensex stoxx hang \
    indexes indices futures yields crude brent bitcoin traders trading traded equities equity bourse"
);

pub(super) fn find(scene: &Scene, out: &mut Vec<QuantityWarning>) {
    for (index, draft) in scene.claims() {
        let percent = draft.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Percent);
        // doubled, a sixfold rise; twice as bright names what it compares, or is a figure of speech
        let multiplier = draft.role == Role::Multiplier && draft.direction.is_some();
        if !(percent && draft.role == Role::Change || multiplier) || matches!(draft.value, Value::Interval { .. }) {
            continue;
        }
        let maximum = draft.bound.is_some_and(|bound| bound.value == crate::quantity::Bound::UpTo);
        if maximum
            || draft.baseline.is_some()
            || draft.period.is_some()
            || draft.denominator.is_some()
            || scene.in_headline(draft)
        {
            continue;
        }
        let level = scene.near(index, 1).any(|other| other.unit.is_some() && (is_level(other) || is_amount(other)));
        let dated = scene.word_near(draft, &[key!("period")]).is_some()
            || scene.near(index, 1).any(|other| other.period.is_some() || other.baseline.is_some());
        let supposed =
            draft.modality.is_some_and(|modality| matches!(modality.value, Modality::Possible | Modality::Target));
        let supposed = supposed || scene.word_near(draft, SUPPOSED).is_some();
        if supposed || scene.is_growth(draft) || level || dated || scene.has_date(draft) {
            continue;
        }
        if scene.is_market(draft) || scene.is_plan(draft) || scene.is_deposit(draft) || scene.is_layers(draft) {
            continue;
        }
        if scene.is_heading(draft) || scene.is_elasticity(index) || scene.is_dated_before(draft) {
            continue;
        }
        let reason =
            format!("“{}” is a change, and neither its base nor its period is named here", scene.slice(draft.span));
        out.push(warning(RULE, draft.span, draft.direction.map(|direction| direction.span), 75, reason));
    }
}

/// Words of a sentence that supposes a change instead of telling one.
const SUPPOSED: &[WordKey] = &keys!("if would imagine unless whether");

fn is_level(other: &Draft) -> bool {
    matches!(other.role, Role::Level | Role::Share | Role::Rate)
}

fn is_time(other: &Draft) -> bool {
    other.unit.as_ref().and_then(Unit::dimension) == Some(Dimension::Time)
}

/// *boosts spending by £54m, a 10 per cent rise*: the base follows from the amount.
fn is_amount(other: &Draft) -> bool {
    other.role == Role::Change
        && other.unit.as_ref().is_some_and(|unit| unit.is_currency() || matches!(unit.kind, UnitKind::Measure { .. }))
}

impl Scene<'_, '_> {
    /// *The Dow slid 2.5%; Oram Inc. ORM, +0.11%*.
    fn is_market(&self, draft: &Draft) -> bool {
        let signed = draft.direction.is_some_and(|direction| self.slice(direction.span) == "+");
        signed || self.word_near(draft, MARKETS).is_some()
    }

    /// *to double the fee, doubling the wage*: the base is what is multiplied.
    fn is_plan(&self, draft: &Draft) -> bool {
        let (cursor, at) = (self.cursor, draft.first);
        let before = at.checked_sub(1);
        let infinitive = before.is_some_and(|before| cursor.is(before, key!("to")));
        let gerund = cursor.tag(at).form == Some(VerbForm::Vbg)
            && before.is_none_or(|before| !cursor.tag(before).is_verbal() && cursor.upos(before) != Upos::Adv);
        let object = matches!(cursor.upos(at + 1), Upos::Det | Upos::Noun | Upos::Adj | Upos::Pron | Upos::Propn);
        draft.role == Role::Multiplier && (infinitive || gerund) && object
    }

    /// *double shifts, the triple fence*: how many layers a thing has.
    fn is_layers(&self, draft: &Draft) -> bool {
        let (cursor, at) = (self.cursor, draft.first);
        let adjective = cursor.is_any(at, &keys!("double triple quadruple"));
        draft.role == Role::Multiplier && adjective && cursor.tag(at + 1).is_nominal()
    }

    /// *a 15% rise in trust raises income by 1%*: a rule about changes, in the present tense.
    fn is_elasticity(&self, index: usize) -> bool {
        let (cursor, draft) = (self.cursor, &self.drafts[index]);
        let ruled = self.near(index, 0).any(|other| {
            let between = draft.next.min(other.next)..draft.first.max(other.first);
            let present = |at: usize| cursor.tag(at).form == Some(VerbForm::Vbz) && cursor.entry(at).is_some();
            other.unit_name() == "percent" && between.len() < 40 && between.into_iter().any(present)
        });
        let general = |draft: &Draft| draft.first > 0 && cursor.is_any(draft.first - 1, &keys!("a an"));
        ruled && (general(draft) || self.near(index, 0).any(general))
    }

    /// *Rates Up 22 Per Cent*: a line without a full stop is a heading or a caption.
    fn is_heading(&self, draft: &Draft) -> bool {
        let end = self.sentence(draft).end();
        let last = (end.saturating_sub(3)..end).rev().map(|at| self.cursor.word(at));
        let mut last = last.skip_while(|word| matches!(*word, "\"" | "”" | "'" | "’" | ")"));
        last.next().is_none_or(|word| !matches!(word, "." | "!" | "?" | "…" | ";" | ":"))
    }

    /// *3 per cent growth* is that of a year.
    fn is_growth(&self, draft: &Draft) -> bool {
        (draft.next..draft.next + 3).any(|at| self.cursor.is_any(at, &keys!("growth inflation")))
    }

    /// *bought with only 10% down*.
    fn is_deposit(&self, draft: &Draft) -> bool {
        let before = draft.modified_from.saturating_sub(3)..draft.modified_from;
        let put = before.into_iter().any(|at| self.cursor.is_any(at, &keys!("with put puts putting")));
        put && self.cursor.is(draft.next, key!("down"))
    }

    /// *During the next three months prices rose. Orders soared 50 per cent*: a period up to four sentences before, in the same
    /// paragraph.
    fn is_dated_before(&self, draft: &Draft) -> bool {
        let (here, index) = (self.sentence_of(draft), self.drafts.partition_point(|other| other.first < draft.first));
        let zone = |sentence: usize| self.cursor.document.sentences().get(sentence).map(|sentence| sentence.zone());
        self.drafts[index.saturating_sub(12)..index].iter().any(|other| {
            let there = self.sentence_of(other);
            here - there <= 4
                && zone(there) == zone(here)
                && (other.period.is_some() || other.is_claim() && is_time(other))
        })
    }

    /// Whether a date stands in the sentence of a draft.
    fn has_date(&self, draft: &Draft) -> bool {
        let (here, index) = (self.sentence_of(draft), self.drafts.partition_point(|other| other.first < draft.first));
        let range = index.saturating_sub(6)..(index + 7).min(self.drafts.len());
        self.drafts[range]
            .iter()
            .any(|other| other.kind == crate::quantity::QuantityKind::Date && self.sentence_of(other) == here)
    }
}
