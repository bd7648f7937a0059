//! The rules of the analyzer: ids with one line each.

/// Every rule id with what it finds.
pub(super) const RULES: [(&str, &str); 30] = [
    ("quantity/percent", "a number with %, per cent, percentage points or basis points"),
    ("quantity/money", "a number with the sign, code or name of a currency"),
    ("quantity/measure", "a number with a unit of measurement"),
    ("quantity/count", "a number before the noun it counts"),
    ("quantity/share", "a part of a whole: a third of, one in five"),
    ("quantity/rank", "a range of ranks: between the tenth and the fifteenth"),
    ("quantity/multiplier", "how many times as much: doubled, three times as many"),
    ("quantity/bare-number", "a number without a unit"),
    ("quantity/overflow", "a number with more digits than can be kept"),
    ("quantity/age", "the age of somebody or something"),
    ("quantity/date", "a date, year or time span counted from now; claims no amount"),
    ("quantity/time", "a time of day; claims no amount"),
    ("quantity/ordinal", "a place in an order; claims no amount"),
    ("quantity/score", "the result of a match or vote; claims no amount"),
    ("quantity/identifier", "a number that names a section, route or version; claims no amount"),
    ("quantity/name", "a number that is part of a name; claims no amount"),
    ("quantity/address", "a postal address; claims no amount"),
    ("quantity/phone", "a telephone number; claims no amount"),
    ("quantity/percent-without-base", "a change in per cent, or a multiplier, with neither base nor period in sight"),
    ("quantity/relative-risk-alone", "a relative risk without the absolute one"),
    ("quantity/percent-for-points", "per cent where the two levels show that percentage points are meant"),
    ("quantity/change-mismatch", "a change that does not follow from the levels told with it"),
    ("quantity/extreme-baseline", "a change measured from a peak, a low or another extreme"),
    ("quantity/maximum-as-typical", "an effect told by its maximum: up to, as much as"),
    ("quantity/total-without-period", "a large sum of spending without the time it is spread over"),
    ("quantity/vague-casualties", "a vague number of casualties or people in a crowd"),
    ("quantity/spurious-precision", "more digits than an estimate can have"),
    ("quantity/two-values", "two different numbers for one thing"),
    ("quantity/parts-and-total", "parts that do not sum to their total"),
    ("quantity/headline-number", "a number of the headline that does not follow from the body"),
];

/// What a rule finds, if it is one of ours.
pub(super) fn explain(rule: &str) -> Option<&'static str> {
    RULES.iter().find(|(id, _)| *id == rule).map(|(_, text)| *text)
}

/// The id as it stands in the table.
pub(super) fn known(rule: &str) -> Option<&'static str> {
    RULES.iter().find(|(id, _)| *id == rule).map(|(id, _)| *id)
}

pub(super) fn is_on(disabled: &[&'static str], rule: &str) -> bool {
    !disabled.contains(&rule)
}
