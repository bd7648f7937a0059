//! Whom a definite description means: the holder of an office, a body spoken of, what was described before.

use super::super::lexis::{
    ALSO, ARTICLE, BE, COMMA, HAVE, HE, OF, OPEN, PAIR, PERSONAL, POSSESSIVE, PREPOSITION, PUBLIC, QUOTE, SEMICOLON,
    SHE, THAT, THIS,
};
use super::super::model::{EntityKind, SourceKind};
use super::super::source;
use super::describe::Owner;
use super::lists::Part;
use super::mentions::Mention;
use super::office::office;
use super::scores::Scores;
use super::{Entities, Office, names, pronoun, same_text};
use crate::WordKey;
use crate::document::{TokenRange, Upos};

impl Entities<'_, '_> {
    /// The person with an office: the only one in the article, or the last one spoken of.
    pub(super) fn holder(&self, tokens: TokenRange, head: usize, owner: Owner) -> Option<usize> {
        let grid = self.grid();
        let key = office(grid, head);
        let floor = owner.map_or(tokens.start(), |(_, words)| words.end());
        let modifier = self.modifier(head, floor);
        let capital = modifier.is_some() && grid.is_capitalized(head.saturating_sub(1)) && head > tokens.start() + 1;
        let of = self.country(head, tokens.start()).or_else(|| self.country_behind(head));
        let owner = owner.and_then(|(owner, _)| owner);
        let junior = self.is_junior(head, floor);
        let mut fitting: Vec<(usize, bool)> = Vec::new();
        for one in self.index.offices(key) {
            let kin = of.zip(one.of).is_some_and(|(a, b)| self.is_kin(a, b));
            let apart = |a: usize, b: usize| self.is_place(a) && self.is_place(b) || self.is_acronym(a);
            let foreign = of.zip(one.of).is_some_and(|(a, b)| a > head && !kin && apart(a, b));
            let modified = match (modifier, one.modifier) {
                (Some(a), Some(b)) => a == b || kin && capital,
                (Some(_), None) => !capital || kin,
                _ => true,
            };
            // Nobody is the spokesman of himself.
            let own = owner == Some(one.entity);
            if modified
                && one.junior == junior
                && !own
                && !foreign
                && !fitting.iter().any(|&(entity, _)| entity == one.entity)
            {
                fitting.push((one.entity, kin));
            }
        }
        // Of two presidents the one of the country named.
        let any = fitting.iter().any(|&(_, kin)| kin);
        let fitting: Vec<usize> = fitting.iter().filter(|&&(_, kin)| kin || !any).map(|&(entity, _)| entity).collect();
        match fitting[..] {
            [] => self.leader(head, of).or_else(|| self.subject_of_own(head, tokens)),
            [only] => Some(only),
            _ => {
                let last = self.mentions.before(head).take(24).find(|mention| fitting.contains(&mention.entity()))?;
                (grid.document.sentence_of(head).saturating_sub(last.sentence()) <= 3).then(|| last.entity())
            }
        }
    }

    /// *the president of Norland*
    fn country_behind(&self, head: usize) -> Option<usize> {
        let grid = self.grid();
        let at = head + 2 + usize::from(grid.is(head + 2, ARTICLE));
        (grid.is(head + 1, OF) && grid.is_capitalized(at)).then_some(at)
    }

    /// Whether a word is a country, or who or what comes from it: *Norland, Norlandic*.
    fn is_place(&self, at: usize) -> bool {
        self.hint(at) & source::PLACE != 0 || self.grid().upos(at) == Upos::Adj
    }

    fn is_acronym(&self, at: usize) -> bool {
        self.grid().tokens[at].shape().is_all_caps()
    }

    /// *the Norlandic leader* of *Norland's president, Ana Ruiz*.
    fn leader(&self, head: usize, of: Option<usize>) -> Option<usize> {
        const FIRST: &[&str] = &["president", "minister", "chancellor", "king", "queen", "emir", "sultan"];
        let of = of.filter(|_| matches!(self.grid().small(head).as_str(), "leader" | "strongman"))?;
        let prime = WordKey::of("prime");
        let offices = FIRST.iter().flat_map(|&word| {
            let all = self.index.offices(WordKey::of(word)).rev();
            all.filter(move |one| word != "minister" || one.modifier == Some(prime))
        });
        let kin = |one: &Office| !one.junior && one.of.is_some_and(|other| self.is_kin(of, other));
        let mut found = offices.filter(kin).map(|one| one.entity);
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }

    /// *the 68-year-old, the 34-year-old singer*: the person spoken of.
    pub(super) fn aged(&self, tokens: TokenRange, head: usize) -> Option<usize> {
        let grid = self.grid();
        let old = tokens.range().any(|at| at > tokens.start() + 1 && grid.small(at).as_str() == "old");
        let hint = self.hint(head);
        old.then(|| self.antecedent(head, false, |draft| pronoun::is_of_gender(draft, hint))).flatten()
    }

    /// The group spoken of that *all, each, most* without a noun mean.
    pub(super) fn those_meant(&self, head: usize) -> Option<usize> {
        let grid = self.grid();
        // *the staff all agree, who have both left*: the word before says who.
        let before = (head.saturating_sub(2)..head).rev().find(|&at| !grid.is(at, HAVE | BE));
        if let Some(before) = before.filter(|&at| grid.is(at, PERSONAL | THIS | THAT) || self.entity_of(at).is_some()) {
            return self.entity_of(before);
        }
        self.antecedent(head, false, |draft| draft.kind == EntityKind::Group && !self.is_things(draft))
    }

    /// The two spoken of together that *the pair, the two, both* mean.
    pub(super) fn pair_meant(&self, head: usize) -> Option<usize> {
        const REACH: usize = 24;
        const SENTENCES: usize = 4;
        let grid = self.grid();
        if !grid.is(head, PAIR) {
            return None;
        }
        let alone = |at: usize| grid.group_at(at + 1).is_some() || grid.is(at + 1, COMMA | ALSO);
        match grid.small(head).as_str() {
            "pair" | "couple" | "duo" if !grid.is(head + 1, OF) => {}
            "both" | "two" if alone(head) => {}
            _ => return None,
        }
        let sentence = grid.document.sentence_of(head);
        let near = self.mentions.before(head).take(REACH);
        near.take_while(|mention| sentence.saturating_sub(mention.sentence()) <= SENTENCES)
            .map(|mention| mention.entity())
            .find(|&entity| self.drafts[entity].parts.len() == 2)
    }

    /// *The president praised his spokesman*, where *Ruiz's spokesman* was spoken of: the president is Ruiz.
    pub(super) fn subject_of_own(&self, head: usize, tokens: TokenRange) -> Option<usize> {
        let grid = self.grid();
        if !self.subjects.get(head).copied().unwrap_or_default() {
            return None;
        }
        const REACH: usize = 16;
        let sentence = grid.document.sentence_of(head);
        let mut at = tokens.end();
        let mut found = None;
        while at < grid.len().min(tokens.end() + REACH) && grid.document.sentence_of(at) == sentence {
            if grid.is(at, COMMA | SEMICOLON | QUOTE) || self.run_at.get(at).is_some_and(|&run| run != 0) {
                break;
            }
            if grid.is(at, HE | SHE)
                && grid.is(at, POSSESSIVE)
                && let Some(owned) = grid.phrase_at(at).filter(|phrase| phrase.head() > at)
                && let Some(&owner) = self.index.owner.get(&self.key(owned.head()))
            {
                let gender = self.drafts[owner].gender;
                let other = if grid.is(at, HE) { source::FEMALE } else { source::MALE };
                let own = if grid.is(at, HE) { source::MALE } else { source::FEMALE };
                found = (gender & other == 0 || gender & own != 0).then_some(owner);
                break;
            }
            at += 1;
        }
        found
    }

    /// The body with the word in its name, or for *the company* and its like the one spoken of.
    pub(super) fn body_meant(&self, head: usize) -> Option<usize> {
        let grid = self.grid();
        const REACH: usize = 40;
        const SENTENCES: usize = 12;
        let key = self.key(head);
        let sentence = grid.document.sentence_of(head);
        let recent = || {
            let near = self.mentions.before(head).take(REACH);
            near.filter(|mention| sentence.saturating_sub(mention.sentence()) <= SENTENCES)
        };
        let mut named = self.index.of(Part::Word, key);
        let all = named;
        if let Some(first) = named.next() {
            let meant = recent().find(|mention| { all }.any(|body| body == mention.entity()));
            let only = named.next().is_none() && self.drafts[first].name.start() < head;
            return meant.map(|mention| mention.entity()).or(only.then_some(first));
        }
        if self.hint(head) & source::ANY_BODY == 0 {
            return None;
        }
        let is_firm = |entity: usize| {
            let draft = &self.drafts[entity];
            let other = |at: usize| self.hint(at) & source::PLACE != 0 || grid.is(at, PUBLIC);
            draft.kind == EntityKind::Organisation
                && draft.keep
                && !draft.name.range().any(other)
                && self.run_of(draft.name.start()).is_some()
        };
        // The one named more often is more likely spoken of.
        let mut scores = Scores::default();
        for (age, mention) in recent().enumerate().filter(|(_, mention)| is_firm(mention.entity())) {
            let score = 8 * i32::from(mention.is(Mention::SUBJECT))
                - 2 * sentence.saturating_sub(mention.sentence()) as i32
                - (age as i32).min(6);
            scores.note(mention.entity(), score, 2);
        }
        scores.best()
    }

    /// Whether what hangs on the noun names somebody the earlier description does not: *data from the Tide Office, data from Lesk*.
    fn says_otherwise(&self, tokens: TokenRange, earlier: TokenRange) -> bool {
        let grid = self.grid();
        if !matches!(grid.word(tokens.end()), "of" | "from" | "by" | "at" | "for") {
            return false;
        }
        let Some(named) = (tokens.end() + 1..tokens.end() + 3).find_map(|at| self.run_at(at)) else { return false };
        let key = self.key(self.runs[named].core.end() - 1);
        !earlier.range().any(|at| self.key(at) == key)
    }

    /// The place or short form that hangs on a description: *officials in Lesk, analysts at the Institute of Tides (IT)*.
    fn place_behind(&self, name: TokenRange) -> std::ops::Range<usize> {
        let grid = self.grid();
        let bound = grid.is(name.end(), PREPOSITION | OPEN);
        name.end()..(name.end() + if bound { 3 } else { 0 }).min(grid.len())
    }

    /// Whether a description says of which of many it speaks: *Lesk Democrats, prominent Democrats*, not *the Democrats*.
    fn is_part(&self, name: TokenRange, head: usize) -> bool {
        let grid = self.grid();
        let key = self.key(head);
        let head = name.range().find(|&at| self.key(at) == key).unwrap_or(name.start());
        (name.start()..head).any(|at| grid.is_word(at) && !grid.is(at, ARTICLE)) || head + 1 < name.end()
    }

    /// What was described with the same noun before.
    pub(super) fn described_before(
        &self,
        tokens: TokenRange,
        head: usize,
        owner: Owner,
        kind: SourceKind,
        definite: bool,
        bare: bool,
    ) -> Option<usize> {
        let grid = self.grid();
        let owner = owner.and_then(|(owner, _)| owner);
        let fits = |&entity: &usize| {
            let draft = &self.drafts[entity];
            let owned = match (owner, draft.owner) {
                (Some(a), Some((b, _))) => a == b,
                (Some(_), None) => false,
                _ => true,
            };
            let same = draft.source_kind == kind || draft.source_kind == SourceKind::Anonymous;
            let alike = same_text(grid, draft.name, tokens);
            // The first of several words before the noun must not say otherwise: *the Lesk officials, the Norland officials*.
            let told = self.modifier(head, tokens.start()).is_some_and(|modifier| {
                grid.is_capitalized(head.saturating_sub(1))
                    && !draft.name.range().chain(self.place_behind(draft.name)).any(|at| office(grid, at) == modifier)
            });
            // *Lesk Democrats … Democrats*: of people with a name the few are not the many.
            let part = grid.is_capitalized(head) && kind == SourceKind::Collective && self.is_part(draft.name, head);
            owned
                && same
                && !told
                && (alike || !part)
                && !self.says_otherwise(tokens, draft.name)
                && (definite || alike || bare && tokens.len() == 1 && draft.name.len() <= 2)
        };
        if !definite && !bare {
            let many = matches!(kind, SourceKind::Collective | SourceKind::Anonymous)
                && self.hint(head) & source::COLLECTIVE != 0;
            let headline = |&entity: &usize| {
                let name = self.drafts[entity].name;
                name.len() == 1 && names::is_title_case(grid, name.start())
            };
            return self.index.of(Part::Head, self.key(head)).find(headline).filter(|_| many);
        }
        self.index.of(Part::Head, self.key(head)).rev().find(fits)
    }
}
