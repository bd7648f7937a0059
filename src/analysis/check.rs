//! Whether an analysis that was read from somewhere fits a text: every span and every index in it.

use super::Analysis;
use crate::digest::digest;
use crate::error::Kind;
use crate::quantity::Quantity;
use crate::{Result, Span};

impl Analysis {
    /// As [`Analysis::check`], for a text.
    pub(crate) fn check_text(&self, text: &str) -> Result<()> {
        if self.provenance.text() != digest(text.as_bytes()) {
            return Err(Kind::OtherText.into());
        }
        for span in self.spans() {
            let problem = if span.end() > text.len() { "it ends behind the text" } else { "it cuts a character" };
            span.slice(text).ok_or(Kind::Span { span, problem })?;
        }
        self.check_indices()
    }

    /// Every span of the analysis.
    fn spans(&self) -> impl Iterator<Item = Span> + '_ {
        let findings = self
            .findings()
            .into_iter()
            .flat_map(|finding| [finding.span()].into_iter().chain(finding.evidence().iter().copied()));
        let stretches = self.voices.stretches().iter().map(|stretch| stretch.span());
        let relations = self.attribution.relations().iter();
        let parts =
            relations.flat_map(|relation| [relation.content(), relation.source(), relation.cue()]).flatten().copied();
        let mentions = self.attribution.entities().iter().flat_map(|entity| entity.mentions()).copied();
        let balance = self.attribution.balance();
        let first = balance.speakers().iter().map(|row| row.voice());
        let first = first.chain(balance.source_kinds().iter().map(|row| row.voice())).map(|voice| voice.first());
        let quantities = self.quantity.quantities().iter().flat_map(spans_of_quantity);
        let targets = self.loaded.findings().iter().filter_map(|finding| finding.target());
        let suppressed = self.loaded.suppressions().iter().map(|suppression| suppression.span());
        let sentences = self.loaded.sentence_scores().into_iter().map(|sentence| sentence.span());
        findings
            .chain(stretches)
            .chain(parts)
            .chain(mentions)
            .chain(first)
            .chain(quantities)
            .chain(targets)
            .chain(suppressed)
            .chain(sentences)
    }

    fn check_indices(&self) -> Result<()> {
        let refuse = |what: &str| Err(Kind::Export { format: "analysis", problem: what.to_owned() }.into());
        let (relations, entities) = (self.attribution.relations(), self.attribution.entities());
        let balance = self.attribution.balance();
        let speakers = relations.iter().filter_map(|relation| relation.speaker());
        let speakers =
            speakers.chain(balance.speakers().iter().map(|row| row.speaker())).chain(balance.unheard().iter().copied());
        if speakers.into_iter().any(|speaker| speaker.index() >= entities.len()) {
            return refuse("a speaker is not among the entities");
        }
        if relations.iter().any(|relation| relation.content().is_empty()) {
            return refuse("an attribution has no content");
        }
        let said_in = self.voices.stretches().iter().filter_map(|stretch| stretch.attribution());
        let said_in = said_in.chain(self.quantity_sources.iter().flatten().map(|&index| index as usize));
        let parents = relations.iter().filter_map(|relation| relation.parent());
        if said_in.chain(parents).any(|index| index >= relations.len()) {
            return refuse("an attribution that is pointed at does not exist");
        }
        if self.quantity_sources.len() != self.quantity.len() {
            return refuse("there are more or fewer sources of quantities than quantities");
        }
        if has_cycle(relations.iter().map(|relation| relation.parent()).collect()) {
            return refuse("an attribution stands in itself");
        }
        Ok(())
    }
}

fn spans_of_quantity(quantity: &Quantity) -> impl Iterator<Item = Span> {
    [
        Some(quantity.number()),
        quantity.bound().map(|marked| marked.span),
        quantity.approximator().map(|marked| marked.span),
        quantity.unit().map(|unit| unit.span()),
        quantity.direction().map(|marked| marked.span),
        quantity.subject(),
        quantity.denominator().map(|denominator| denominator.span()),
        quantity.baseline().map(|baseline| baseline.span()),
        quantity.period(),
        quantity.modality().map(|marked| marked.span),
        quantity.derived().map(|derived| derived.of()),
        quantity.repeats(),
    ]
    .into_iter()
    .flatten()
}

/// Whether following parents ever comes back: each chain is cut where it ended, so that no link is followed twice.
fn has_cycle(mut parents: Vec<Option<usize>>) -> bool {
    let mut chain = vec![usize::MAX; parents.len()];
    for start in 0..parents.len() {
        let mut at = start;
        loop {
            if std::mem::replace(&mut chain[at], start) == start {
                return true;
            }
            match parents[at].take() {
                Some(parent) => at = parent,
                None => break,
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cycles_of_parents_are_seen() {
        assert!(!has_cycle(vec![None, Some(0), Some(1), Some(1)]));
        assert!(has_cycle(vec![Some(0)]));
        assert!(has_cycle(vec![None, Some(2), Some(3), Some(1)]));
    }
}
