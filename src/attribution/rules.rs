//! The rules of the analyzer: id, what it finds, and the reason given to a reader.

use crate::RuleId;

/// A rule.
#[derive(PartialEq, Eq, Debug)]
pub(super) struct Rule {
    pub(super) id: &'static str,
    pub(super) explanation: &'static str,
    pub(super) reason: &'static str,
}

impl Rule {
    pub(super) const fn rule_id(&self) -> RuleId {
        RuleId::new(self.id)
    }
}

macro_rules! rules {
    ($($name:ident = $id:literal, $explanation:literal, $reason:literal;)+) => {
        $(
            pub(super) static $name: Rule =
                Rule { id: concat!("attribution/", $id), explanation: $explanation, reason: $reason };
        )+

        /// All rules.
        pub(super) const ALL: &[&Rule] = &[$(&$name),+];
    };
}

rules! {
    QUOTE_THEN_VERB = "quote-then-verb",
        "A quotation followed by a verb of speech with its subject: “…,” she said; “…,” said Ana Ruiz, “…”.",
        "a quotation followed by a verb of speech and its subject";
    VERB_THEN_QUOTE = "verb-then-quote",
        "A verb of speech followed by a quotation: He said: “…”; she called it “…”.",
        "a verb of speech followed by a quotation";
    PARENTHETICAL = "parenthetical",
        "A clause behind or inside its content: The road will close, officials said.",
        "a reporting clause set off by a comma behind or inside what it reports";
    THAT_CLAUSE = "that-clause",
        "A cue verb with a that-clause: Officials said that the road would close.",
        "a verb of saying or thinking with a that-clause";
    BARE_CLAUSE = "bare-clause",
        "A cue verb with a clause without that: Officials said the road would close.",
        "a verb of saying or thinking with a clause behind it";
    INDIRECT_QUESTION = "indirect-question",
        "A cue verb with an indirect question: She asked whether the road would close.",
        "a verb of asking, saying or knowing with an indirect question";
    INFINITIVE = "infinitive",
        "A cue verb with an infinitive: He vowed to appeal; they urged him to go.",
        "a verb of promising, wanting or urging with an infinitive";
    COLON = "colon",
        "A cue or a source with a colon before what is said: Ruiz: Road must close.",
        "a colon between a source and what is said";
    NOUN_PHRASE = "noun-phrase",
        "A cue verb whose object is the content: She denied the charges.",
        "a verb of statement or judgement with its object";
    GERUND = "gerund",
        "A cue verb with a participle as content: He denied taking the money.",
        "a verb of saying or thinking with a participle behind it";
    PREPOSITION = "preposition",
        "A cue verb with the object of a preposition as content: They warned of delays.",
        "a verb of saying or thinking with a preposition and its object";
    OBJECT_PREDICATE = "object-predicate",
        "A cue verb with an object and what is said of it: He called the plan a mistake; they accused her of fraud.",
        "a verb of judgement with its object and what is said of it";
    PASSIVE_INFINITIVE = "passive-infinitive",
        "A passive cue with an infinitive: The firm is expected to cut jobs.",
        "a passive verb of saying or thinking, with no source, before an infinitive";
    PASSIVE_AS = "passive-as",
        "A passive cue with as: The plan is seen as a success.",
        "a passive verb of judging, with as";
    PASSIVE_CLAUSE = "passive-clause",
        "A passive cue with a clause: It was announced that the road would close.",
        "a passive verb of saying with a clause";
    PASSIVE_BY = "passive-by",
        "A passive cue whose source stands behind by: The plan was criticised by residents.",
        "a passive verb of judgement with its source behind by";
    ACCORDING_TO = "according-to",
        "A prepositional cue whose object is the source: according to the council.",
        "a phrase that names the source of the clause";
    EVIDENTIAL = "evidential",
        "A word that marks hearsay: reportedly, it is understood.",
        "a word that marks hearsay and names no source";
    NOUN_CUE = "noun-cue",
        "A noun of saying or thinking with its content: the claim that, plans to, fears of.",
        "a noun of saying, thinking or wanting with its content";
    ADJECTIVE = "adjective",
        "A predicative adjective of opinion or feeling with its content: is confident that.",
        "an adjective of opinion or feeling with its content";
    LONE_QUOTATION = "lone-quotation",
        "A quotation with no cue; its speaker is the one quoted before, or the one the sentence before is about.",
        "a quotation with no cue, following somebody's words or actions";
    TRANSCRIPT = "transcript",
        "A turn of a transcript: Q: …; Ruiz: ….",
        "a name or letter and a colon at the start of a paragraph";
    CREDITED_QUOTATION = "credited-quotation",
        "A quotation followed by a dash and a name: “…” – Ana Ruiz.",
        "a quotation followed by a dash and a name";
    CONTINUATION = "possible-continuation",
        "A sentence that perhaps goes on with what a source was reported to say in the sentence before.",
        "a sentence that perhaps goes on with what was reported before";
    SCARE_QUOTE = "scare-quote",
        "Quotation marks around a word or two that are nobody's speech.",
        "quotation marks around a word, with nobody who is said to have used it";
    UNATTRIBUTED_INTENT = "unattributed-intent",
        "A sentence that says what somebody aims at, with no source: The tactic is aimed at breaking morale.",
        "claims what somebody intends, with no source";
    UNATTRIBUTED_CAUSE = "unattributed-cause",
        "A sentence that says what brought something about, with no source: The crisis was caused by greed.",
        "claims what brought something about, with no source";
    UNATTRIBUTED_STATE = "unattributed-inner-state",
        "A sentence that says what somebody thinks or feels, with no source: The Kremlin sees no reason to stop.",
        "claims what somebody thinks or feels, with no source";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_explained() {
        let mut ids: Vec<_> = ALL.iter().map(|rule| rule.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), ALL.len());
        assert!(ALL.iter().all(|rule| rule.explanation.ends_with('.') && !rule.reason.ends_with('.')));
    }
}
