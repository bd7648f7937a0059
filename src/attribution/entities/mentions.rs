//! Where the text speaks of whom, looked up backwards from any place.
//!
//! The article is read several times (names and phrases, sources, quotations), each time in order. What a later pass finds is
//! kept apart and merged when the pass ends, so that nothing is inserted into the middle of a long list.

/// A mention of an entity.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    /// The head of its phrase.
    pub(super) at: u32,
    entity: u32,
    sentence: u32,
    roles: u8,
}

impl Mention {
    /// It is the subject of a verb.
    pub(super) const SUBJECT: u8 = 1;
    /// It is a source.
    pub(super) const SPEAKS: u8 = 2;
    /// It only says whose something is.
    pub(super) const OWNER: u8 = 4;

    pub(super) fn new(at: usize, entity: usize, sentence: usize, roles: u8) -> Self {
        Self { at: at as u32, entity: entity as u32, sentence: sentence as u32, roles }
    }

    pub(super) fn entity(self) -> usize {
        self.entity as usize
    }

    pub(super) fn sentence(self) -> usize {
        self.sentence as usize
    }

    /// Whether it has one of the roles.
    pub(super) fn is(self, role: u8) -> bool {
        self.roles & role != 0
    }
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
    /// With room for what a first pass mostly finds.
    pub(super) fn with_capacity(count: usize) -> Self {
        Self { fresh: Vec::with_capacity(count), ..Self::default() }
    }

    /// Adds a mention; a pass hardly ever steps back, so its place is at the end or near it.
    pub(super) fn note(&mut self, mention: Mention, quoted: bool) {
        let list = if quoted { &mut self.quoted } else { &mut self.fresh };
        let behind = list.iter().rev().take_while(|other| other.at > mention.at).count();
        list.insert(list.len() - behind, mention);
    }

    /// Merges what a pass has found into what was known, from the end: of equals what was found later comes last.
    pub(super) fn end_pass(&mut self) {
        if self.known.is_empty() {
            std::mem::swap(&mut self.known, &mut self.fresh);
            return;
        }
        let (mut known, fresh) = (self.known.len(), std::mem::take(&mut self.fresh));
        self.known.extend_from_slice(&fresh);
        for (before, &mention) in fresh.iter().enumerate().rev() {
            while let Some(last) = known.checked_sub(1)
                && self.known[last].at > mention.at
            {
                self.known[known + before] = self.known[last];
                known = last;
            }
            self.known[known + before] = mention;
        }
    }

    /// Forgets the quotation read before.
    pub(super) fn begin_quotation(&mut self) {
        self.quoted.clear();
    }

    /// The mentions before a token, the last first; those of the same quotation before all others.
    pub(super) fn before(&self, token: usize) -> impl Iterator<Item = Mention> {
        until(&self.quoted, token).iter().rev().copied().chain(self.outside(token))
    }

    /// Those outside quotations only.
    pub(super) fn outside(&self, token: usize) -> impl Iterator<Item = Mention> {
        Backwards { known: until(&self.known, token), fresh: until(&self.fresh, token) }
    }
}

/// The part of a list that lies before a token: mostly all of it, while the list is made.
fn until(list: &[Mention], token: usize) -> &[Mention] {
    match list.last() {
        Some(last) if last.at as usize >= token => {
            &list[..list.partition_point(|mention| (mention.at as usize) < token)]
        }
        _ => list,
    }
}

/// Two lists merged from the end; of equals what was found later comes first.
struct Backwards<'a> {
    known: &'a [Mention],
    fresh: &'a [Mention],
}

impl Iterator for Backwards<'_> {
    type Item = Mention;

    fn next(&mut self) -> Option<Mention> {
        let known = self.known.last().is_some_and(|known| self.fresh.last().is_none_or(|fresh| fresh.at < known.at));
        let list = if known { &mut self.known } else { &mut self.fresh };
        let (&last, rest) = list.split_last()?;
        *list = rest;
        Some(last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mention(at: usize, entity: usize) -> Mention {
        Mention::new(at, entity, 0, 0)
    }

    #[test]
    fn passes_are_seen_from_any_place_in_order_of_the_text() {
        let mut mentions = Mentions::default();
        [1, 9, 5].into_iter().for_each(|at| mentions.note(mention(at, 0), false));
        mentions.end_pass();
        [3, 5, 7].into_iter().for_each(|at| mentions.note(mention(at, 1), false));
        mentions.note(mention(8, 2), true);
        let seen =
            |mentions: &Mentions, token| mentions.before(token).map(|one| (one.at, one.entity())).collect::<Vec<_>>();
        let expected = vec![(8, 2), (9, 0), (7, 1), (5, 1), (5, 0), (3, 1), (1, 0)];
        assert_eq!(seen(&mentions, 10), expected);
        mentions.end_pass();
        assert_eq!(seen(&mentions, 10), expected);
        mentions.begin_quotation();
        assert_eq!(seen(&mentions, 5), [(3, 1), (1, 0)]);
    }
}
