//! Scores of sentences and documents from the marks in them.
//!
//! A sentence scores one minus the product of (1 − weight) over its marks (a "noisy or"): one flagrant, sure mark is
//! nearly enough, several doubtful ones support each other. A document scores the mean over all its sentences. Both are
//! monotone: a mark more never lowers them, and every score can name the marks that gave it.

use super::model::{LoadedAnalysis, LoadedFinding, Score, SentenceScore};
use crate::{Finding, Voice};

impl LoadedAnalysis {
    /// How loaded the text is as printed, quotations included: the mean of the sentence scores.
    pub fn score(&self) -> Score {
        self.score_of(|_| true)
    }

    /// How loaded the outlet's own words are.
    pub fn outlet_score(&self) -> Score {
        self.score_of(|finding| finding.voice() == Voice::Outlet)
    }

    /// The score of the text from those findings alone that `keep` keeps.
    ///
    /// ```
    /// # use newsframe::{Analyzer, Article, Document, LoadedLanguage};
    /// let document = Document::new(Article::from_text("The brazen scheme is a disgrace.")?)?;
    /// let found = LoadedLanguage::new().analyze(&document);
    /// assert!(found.score_of(|finding| finding.is_in_headline()) < found.score());
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn score_of(&self, keep: impl Fn(&LoadedFinding) -> bool) -> Score {
        let mut total = 0.0;
        self.each_sentence(|_, findings| {
            total += noisy_or(findings.iter().map(|(_, finding)| *finding).filter(|finding| keep(finding)));
        });
        Score::of(total / self.sentence_count.max(1) as f64)
    }

    /// The sentences with marks that count, in order, with their scores.
    ///
    /// ```
    /// # use newsframe::{Analyzer, Article, Document, LoadedLanguage};
    /// let document = Document::new(Article::from_text("It rained. The brazen scheme is a disgrace.")?)?;
    /// let found = LoadedLanguage::new().analyze(&document);
    /// let scores = found.sentence_scores();
    /// assert_eq!(document.slice(scores[0].span()), "The brazen scheme is a disgrace.");
    /// assert_eq!(scores[0].findings().len(), found.loaded().count());
    /// # Ok::<(), newsframe::Error>(())
    /// ```
    pub fn sentence_scores(&self) -> Vec<SentenceScore> {
        let mut scores = Vec::with_capacity(self.sentences.len());
        self.each_sentence(|span, findings| {
            let score = Score::of(noisy_or(findings.iter().map(|(_, finding)| *finding)));
            scores.push(SentenceScore { span, score, findings: findings.iter().map(|(index, _)| *index).collect() });
        });
        scores
    }

    /// Calls `each` with every sentence that has marks, and its marks with their indices.
    fn each_sentence(&self, mut each: impl FnMut(crate::Span, &[(usize, &LoadedFinding)])) {
        let mut findings = self.findings.iter().enumerate().filter(|(_, finding)| finding.weight() > 0.0).peekable();
        let mut inside = Vec::new();
        for &sentence in &self.sentences {
            inside.clear();
            while let Some(finding) = findings.next_if(|(_, finding)| finding.span().start() < sentence.end()) {
                inside.push(finding);
            }
            if !inside.is_empty() {
                each(sentence, &inside);
            }
        }
    }
}

fn noisy_or<'a>(findings: impl Iterator<Item = &'a LoadedFinding>) -> f64 {
    1.0 - findings.map(|finding| 1.0 - finding.weight()).product::<f64>()
}
