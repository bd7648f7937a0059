//! Where the text speaks of whom, looked up backwards from any place.
//!
//! The article is read several times (names and phrases, sources, quotations), each time in order. What a later pass finds is
//! kept apart and merged when the pass ends, so that nothing is inserted into the middle of a long list.

use std::iter::Peekable;

/// A mention of an entity.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    /// The head of its phrase.
    pub(super) at: usize,
    pub(super) entity: usize,
    pub(super) sentence: usize,
    pub(super) zone: usize,
    pub(super) subject: bool,
    pub(super) speaks: bool,
    pub(super) owner: bool,
}

/// The mentions of a document, each list in order of the text.
#[derive(Default, Debug)]
pub(super) struct Mentions {
    /// Those of earlier passes, outside quotations.
    known: Vec<Mention>,
    /// Those of this pass, outside quotations.
    fresh: Vec<Mention>,
    /// Those of the quotation being read.
    quoted: Vec<Mention>,
}

impl Mentions {
    /// Adds a mention; a pass hardly ever steps back, so its place is at the end or near it.
    pub(super) fn note(&mut self, mention: Mention, quoted: bool) {
        let list = if quoted { &mut self.quoted } else { &mut self.fresh };
        let behind = list.iter().rev().take_while(|other| other.at > mention.at).count();
        list.insert(list.len() - behind, mention);
    }

    /// Merges what a pass has found into what was known.
    pub(super) fn end_pass(&mut self) {
        self.known.append(&mut self.fresh);
        // Stable, and linear on two runs.
        self.known.sort_by_key(|mention| mention.at);
    }

    /// Forgets the quotation read before.
    pub(super) fn begin_quotation(&mut self) {
        self.quoted.clear();
    }

    /// The mentions before a token, the last first; those of the same quotation before all others.
    pub(super) fn before(&self, token: usize) -> impl Iterator<Item = &Mention> {
        until(&self.quoted, token).iter().rev().chain(self.outside(token))
    }

    /// Those outside quotations only.
    pub(super) fn outside(&self, token: usize) -> impl Iterator<Item = &Mention> {
        let known = until(&self.known, token).iter().rev().peekable();
        let fresh = until(&self.fresh, token).iter().rev().peekable();
        Backwards { known, fresh }
    }
}

/// The part of a list that lies before a token.
fn until(list: &[Mention], token: usize) -> &[Mention] {
    &list[..list.partition_point(|mention| mention.at < token)]
}

/// Two lists merged from the end; of equals what was found later comes first.
struct Backwards<I: Iterator> {
    known: Peekable<I>,
    fresh: Peekable<I>,
}

impl<'a, I: Iterator<Item = &'a Mention>> Iterator for Backwards<I> {
    type Item = &'a Mention;

    fn next(&mut self) -> Option<&'a Mention> {
        match (self.known.peek(), self.fresh.peek()) {
            (Some(known), Some(fresh)) if fresh.at < known.at => self.known.next(),
            (Some(_), None) => self.known.next(),
            _ => self.fresh.next(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mention(at: usize, entity: usize) -> Mention {
        Mention { at, entity, sentence: 0, zone: 0, subject: false, speaks: false, owner: false }
    }

    #[test]
    fn passes_are_seen_from_any_place_in_order_of_the_text() {
        let mut mentions = Mentions::default();
        [1, 9, 5].into_iter().for_each(|at| mentions.note(mention(at, 0), false));
        mentions.end_pass();
        [3, 5, 7].into_iter().for_each(|at| mentions.note(mention(at, 1), false));
        mentions.note(mention(8, 2), true);
        let seen =
            |mentions: &Mentions, token| mentions.before(token).map(|one| (one.at, one.entity)).collect::<Vec<_>>();
        let expected = vec![(8, 2), (9, 0), (7, 1), (5, 1), (5, 0), (3, 1), (1, 0)];
        assert_eq!(seen(&mentions, 10), expected);
        mentions.end_pass();
        assert_eq!(seen(&mentions, 10), expected);
        mentions.begin_quotation();
        assert_eq!(seen(&mentions, 5), [(3, 1), (1, 0)]);
    }
}
