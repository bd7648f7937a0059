//! Scores of the few entities that a pronoun or a description may mean.

use super::pronoun::REACH;

/// The scores of as many entities as mentions are looked back over.
pub(super) struct Scores {
    /// Entities and their scores; only the first are taken.
    all: [(u32, i32); REACH],
    taken: usize,
}

impl Default for Scores {
    fn default() -> Self {
        Self { all: [(0, 0); REACH], taken: 0 }
    }
}

impl Scores {
    /// Notes the score of a mention: that of an entity is the best of its mentions, and `again` more for each but the first.
    pub(super) fn note(&mut self, entity: usize, score: i32, again: i32) {
        if let Some(best) = self.of(entity) {
            *best = (*best).max(score) + again;
        } else if let Some(free) = self.all.get_mut(self.taken) {
            *free = (entity as u32, score);
            self.taken += 1;
        }
    }

    /// Adds to the score of an entity that has one.
    pub(super) fn add(&mut self, entity: usize, bonus: i32) {
        if let Some(score) = self.of(entity) {
            *score += bonus;
        }
    }

    fn of(&mut self, entity: usize) -> Option<&mut i32> {
        self.all[..self.taken].iter_mut().find(|(other, _)| *other as usize == entity).map(|(_, score)| score)
    }

    /// The entity with the best score, if no other has the same.
    pub(super) fn best(&self) -> Option<usize> {
        let scores = &self.all[..self.taken];
        let best = scores.iter().map(|&(_, score)| score).max()?;
        let mut first = scores.iter().filter(|&&(_, score)| score == best);
        first.next().filter(|_| first.next().is_none()).map(|&(entity, _)| entity as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_of_several_unless_two_are_alike() {
        let mut scores = Scores::default();
        assert_eq!(scores.best(), None);
        scores.note(7, 5, 1);
        scores.note(3, 6, 1);
        assert_eq!(scores.best(), Some(3));
        scores.note(7, 2, 1);
        assert_eq!(scores.best(), None);
        scores.add(7, 1);
        scores.add(9, 9);
        assert_eq!(scores.best(), Some(7));
    }
}
