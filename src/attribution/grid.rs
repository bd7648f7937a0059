//! [`Grid`]: the layers of a document by token, and the regions in which clauses are read.
//!
//! A *unit* is one sentence, or several that a quotation holds together (`“We won. We will win again,” she said.`). A
//! quotation is *opaque* when it is speech of its own: clauses outside it step over it as over a single word, and what
//! stands inside is read sentence by sentence. Other quotations (`a “disaster”`) are read as if the marks were not there.

use super::cues::{Cue, cue_of};
use super::facts;
use super::lexis::{self, Class, Small};
use super::source::Hint;
use crate::document::{NounPhrase, Sentence, Tag, TokenKind, TokenRange, Upos, VerbForm, VerbGroup};
use crate::text::KeyList;
use crate::{Document, Span, Token};

/// The layers of a document, by token.
pub(super) struct Grid<'d> {
    pub(super) document: &'d Document,
    pub(super) tokens: &'d [Token],
    tags: &'d [Tag],
    noun_phrases: &'d [NounPhrase],
    verb_groups: &'d [VerbGroup],
    classes: Vec<Class>,
    /// What each token says about a source.
    hints: Vec<Hint>,
    /// The noun phrase or verb group a token stands in.
    chunks: Vec<Chunk>,
    /// By verb group: whether it is the predicate of a clause.
    finite: Vec<bool>,
    /// Where the last of them ends, while they are read in order.
    pub(super) finite_end: usize,
    /// Index of the outermost quotation a token stands in (marks included), plus 1.
    quotes: Vec<u32>,
    /// By quotation: its tokens with the marks, and whether it is opaque.
    quotations: Vec<QuotationInfo>,
    pub(super) units: Vec<Unit>,
    pub(super) regions: Vec<Region>,
    pub(super) cues: Vec<CueMatch>,
}

/// An outermost quotation by tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct QuotationInfo {
    /// With its marks.
    pub(super) outer: TokenRange,
    /// Without.
    pub(super) inner: TokenRange,
    pub(super) opaque: bool,
    pub(super) continues: bool,
    pub(super) outermost: bool,
}

/// One sentence, or several that a quotation holds together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub(super) tokens: TokenRange,
    pub(super) zone: usize,
}

/// A stretch in which clauses are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Region {
    pub(super) tokens: TokenRange,
    /// Where its text ends, final marks aside.
    pub(super) end: usize,
    /// Index of the opaque quotation it lies in, if it does.
    pub(super) quotation: Option<usize>,
    pub(super) unit: usize,
}

/// A noun phrase or a verb group, which are disjoint, by its index; or neither.
#[derive(Clone, Copy, Default)]
struct Chunk(u32);

impl Chunk {
    fn phrase(index: usize) -> Self {
        Self((index as u32 + 1) << 1)
    }

    fn group(index: usize) -> Self {
        Self((index as u32) << 1 | 1)
    }

    fn as_phrase(self) -> Option<usize> {
        (self.0 > 0 && self.0 & 1 == 0).then(|| (self.0 >> 1) as usize - 1)
    }

    fn as_group(self) -> Option<usize> {
        (self.0 & 1 == 1).then_some((self.0 >> 1) as usize)
    }
}

/// A cue of the lexicon in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct CueMatch {
    pub(super) tokens: TokenRange,
    pub(super) cue: Cue,
}

impl<'d> Grid<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        let tokens = document.tokens();
        let (classes, hints) = facts::read(tokens, document.text());
        let mut grid = Self {
            document,
            tokens,
            tags: document.tags(),
            noun_phrases: document.noun_phrases(),
            verb_groups: document.verb_groups(),
            classes,
            hints,
            finite: Vec::new(),
            finite_end: 0,
            chunks: vec![Chunk::default(); tokens.len()],
            quotes: vec![0; tokens.len()],
            quotations: Vec::with_capacity(document.quotations().len()),
            units: Vec::with_capacity(document.sentences().len()),
            regions: Vec::new(),
            cues: Vec::new(),
        };
        for (index, phrase) in grid.noun_phrases.iter().enumerate() {
            grid.chunks[phrase.tokens().range()].fill(Chunk::phrase(index));
        }
        for (index, group) in grid.verb_groups.iter().enumerate() {
            grid.chunks[group.tokens().range()].fill(Chunk::group(index));
        }
        grid.finite.reserve_exact(grid.verb_groups.len());
        for (index, group) in grid.verb_groups.iter().enumerate() {
            let finite = grid.reads_finite(index);
            grid.finite.push(finite);
            if finite {
                grid.finite_end = group.tokens().end();
            }
        }
        grid.read_quotations();
        grid.read_units();
        grid.find_opaque();
        grid.find_regions();
        grid.cues = document
            .accepted()
            .filter_map(|found| Some(CueMatch { tokens: found.tokens(), cue: cue_of(found)? }))
            .collect();
        grid
    }

    /// Whether the verb group with this index is the predicate of a clause.
    pub(super) fn finite(&self, group: usize) -> bool {
        self.finite.get(group).copied().unwrap_or_default()
    }

    /// Whether the token stands in the predicate of a clause.
    pub(super) fn finite_at(&self, token: usize) -> bool {
        self.group_index(token).is_some_and(|group| self.finite(group))
    }

    fn read_quotations(&mut self) {
        for (index, quotation) in self.document.quotations().iter().enumerate() {
            let outer = self.document.tokens_in(quotation.outer());
            let inner = self.document.tokens_in(quotation.inner());
            let outermost = quotation.depth() == 0;
            self.quotations.push(QuotationInfo {
                outer,
                inner: if inner.is_empty() { TokenRange::new(outer.start(), outer.start()) } else { inner },
                opaque: false,
                continues: quotation.continues(),
                outermost,
            });
            if outermost {
                self.quotes[outer.range()].fill(index as u32 + 1);
            }
        }
    }

    fn read_units(&mut self) {
        for sentence in self.document.sentences() {
            let range = sentence.tokens();
            if range.is_empty() {
                continue;
            }
            // A quotation that begins in the unit before and does not end there holds the two together.
            let held =
                self.quotation_at(range.start()).is_some_and(|quotation| quotation.outer.start() < range.start());
            let credits = self.units.last().is_some_and(|last| self.credits_question(last.tokens, range));
            match self.units.last_mut() {
                Some(last) if (held || credits) && last.zone == sentence.zone() => {
                    last.tokens = TokenRange::new(last.tokens.start(), range.end());
                }
                _ => self.units.push(Unit { tokens: range, zone: sentence.zone() }),
            }
        }
    }

    /// Whether a sentence says who asked the question or made the exclamation before it: *“Why now?” | Ruiz asked in May.*
    fn credits_question(&self, before: TokenRange, sentence: TokenRange) -> bool {
        const VERBS: &[&str] = &[
            "said",
            "says",
            "asked",
            "asks",
            "told",
            "tells",
            "wrote",
            "added",
            "shouted",
            "replied",
            "tweeted",
            "yelled",
            "responded",
            "wondered",
            "joked",
            "quipped",
            "cried",
        ];
        let start = sentence.start();
        let asked = before.end().checked_sub(2).filter(|&mark| {
            self.is(mark + 1, lexis::QUOTE) && matches!(self.word(mark), "?" | "!") && self.quotation_at(mark).is_some()
        });
        let Some(subject) = self.phrase_at(start).filter(|_| asked.is_some()) else { return false };
        let verb = subject.tokens().end();
        let next = verb + 1;
        let told = matches!(self.small(verb).as_str(), "told" | "tells" | "asked");
        let pause = lexis::STOP | lexis::COMMA | lexis::PREPOSITION | lexis::TIME;
        subject.tokens().start() == start
            && VERBS.contains(&self.small(verb).as_str())
            && (next >= sentence.end() || self.is(next, pause) || told && self.phrase_at(next).is_some())
    }

    fn find_opaque(&mut self) {
        for unit in 0..self.units.len() {
            let unit = self.units[unit].tokens;
            let mut at = unit.start();
            while let Some((quoted, index)) = self.next_quotation(at, unit.end()) {
                let opaque = self.is_speech_like(index, unit);
                self.quotations[index].opaque = opaque;
                at = self.quotations[index].outer.end().max(quoted + 1);
            }
        }
    }

    /// Whether a quotation looks like an utterance of its own rather than like words borrowed for a clause.
    fn is_speech_like(&self, index: usize, unit: TokenRange) -> bool {
        let QuotationInfo { outer, inner, continues, .. } = self.quotations[index];
        if inner.is_empty() {
            return false;
        }
        let spans_sentences = self.end_of_sentence(inner.start()) < inner.end();
        let at_start = outer.start() <= unit.start();
        let before = outer.start().checked_sub(1).filter(|&at| at >= unit.start());
        let after_pause = before.is_some_and(|at| self.is(at, lexis::COMMA | lexis::COLON | lexis::DASH | lexis::STOP));
        let after_verb = before.is_some_and(|at| self.is_verb(at));
        let capital = self.tokens[inner.start()].shape().is_capitalized();
        let pauses = |at: usize| self.is(at, lexis::COMMA | lexis::STOP | lexis::DASH);
        let ends = self.ends_with(inner, lexis::COMMA | lexis::STOP | lexis::DASH)
            || outer.end() >= unit.end()
            || pauses(outer.end());
        let has_clause = || self.has_clause(inner);
        continues
            || spans_sentences
            || (at_start && ends)
            || (after_pause && ends && (capital || has_clause()))
            || (after_verb && capital && has_clause())
    }

    fn region(&self, tokens: TokenRange, quotation: Option<usize>, unit: usize) -> Region {
        let final_mark = |at: usize| self.is(at, lexis::STOP);
        let end = tokens.range().rev().find(|&at| !final_mark(at)).map_or(tokens.start(), |at| at + 1);
        Region { tokens, end, quotation, unit }
    }

    fn find_regions(&mut self) {
        let mut regions = Vec::with_capacity(self.units.len());
        for (index, unit) in self.units.iter().enumerate() {
            regions.push(self.region(unit.tokens, None, index));
            let mut at = unit.tokens.start();
            while let Some((quoted, number)) = self.next_quotation(at, unit.tokens.end()) {
                let quotation = self.quotations[number];
                at = quoted;
                if !quotation.opaque {
                    at = quotation.outer.end().max(at + 1);
                    continue;
                }
                let inner = quotation.inner;
                let end = inner.end().min(unit.tokens.end());
                let mut start = inner.start().max(at.min(end));
                while start < end {
                    let stop = self.end_of_sentence(start).min(end).max(start + 1);
                    regions.push(self.region(TokenRange::new(start, stop), Some(number), index));
                    start = stop;
                }
                at = quotation.outer.end().max(at + 1);
            }
        }
        self.regions = regions;
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The region of a whole unit, which stands before those of its quotations.
    pub(super) fn first_region(&self, unit: usize) -> Option<usize> {
        let at = self.regions.partition_point(|region| region.unit < unit);
        self.regions.get(at).is_some_and(|region| region.unit == unit).then_some(at)
    }

    /// Whether the token has one of the classes.
    pub(super) fn is(&self, token: usize, class: Class) -> bool {
        self.classes.get(token).is_some_and(|have| have & class != 0)
    }

    /// What a token says about a source.
    pub(super) fn hint(&self, token: usize) -> Hint {
        self.hints.get(token).copied().unwrap_or_default()
    }

    pub(super) fn tag(&self, token: usize) -> Tag {
        self.tags.get(token).copied().unwrap_or_default()
    }

    pub(super) fn upos(&self, token: usize) -> Upos {
        self.tag(token).upos
    }

    pub(super) fn form(&self, token: usize) -> Option<VerbForm> {
        self.tag(token).form
    }

    pub(super) fn is_verb(&self, token: usize) -> bool {
        self.upos(token) == Upos::Verb
    }

    pub(super) fn is_noun(&self, token: usize) -> bool {
        self.tag(token).is_nominal()
    }

    pub(super) fn is_word(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|token| matches!(token.kind(), TokenKind::Word | TokenKind::Number))
    }

    pub(super) fn is_capitalized(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|token| token.shape().is_capitalized())
    }

    pub(super) fn word(&self, token: usize) -> &'d str {
        self.tokens.get(token).map_or("", |token| self.document.slice(token.span()))
    }

    /// Whether the word is one of a list, whatever its capitals.
    pub(super) fn is_among<const N: usize>(&self, token: usize, words: &KeyList<N>) -> bool {
        self.tokens.get(token).is_some_and(|token| words.contains(token.key()))
    }

    /// The sentence of a token.
    pub(super) fn sentence(&self, token: usize) -> Option<Sentence> {
        self.document.sentences().get(self.document.sentence_of(token)).copied()
    }

    /// Where the sentence of a token ends; at the token if there is none.
    pub(super) fn end_of_sentence(&self, token: usize) -> usize {
        self.sentence(token).map_or(token, |sentence| sentence.tokens().end())
    }

    /// The word in small letters, without a new string.
    pub(super) fn small(&self, token: usize) -> Small<'d> {
        Small::of(self.word(token))
    }

    /// The base noun phrase a token stands in.
    pub(super) fn phrase_at(&self, token: usize) -> Option<NounPhrase> {
        self.noun_phrases.get(self.chunks.get(token)?.as_phrase()?).copied()
    }

    /// The verb group a token stands in.
    pub(super) fn group_at(&self, token: usize) -> Option<VerbGroup> {
        self.verb_groups.get(self.group_index(token)?).copied()
    }

    pub(super) fn group_index(&self, token: usize) -> Option<usize> {
        self.chunks.get(token)?.as_group()
    }

    fn quotation_index(&self, token: usize) -> Option<usize> {
        Some((*self.quotes.get(token)?).checked_sub(1)? as usize)
    }

    /// The first token from `at` to `end` that stands in a quotation, and the index of the outermost one.
    fn next_quotation(&self, at: usize, end: usize) -> Option<(usize, usize)> {
        if at < end
            && let Some(index) = self.quotation_index(at)
        {
            return Some((at, index));
        }
        // Outside quotations the next one is an outermost one.
        let next = self.quotations.partition_point(|quotation| quotation.outer.start() <= at);
        let start = self.quotations.get(next)?.outer.start();
        (start < end).then_some((start, next))
    }

    /// Whether a token stands in a quotation.
    pub(super) fn is_quoted(&self, token: usize) -> bool {
        self.quotes.get(token).is_some_and(|&quotation| quotation != 0)
    }

    /// The outermost quotation a token stands in.
    pub(super) fn quotation_at(&self, token: usize) -> Option<QuotationInfo> {
        self.quotation_index(token).map(|index| self.quotations[index])
    }

    /// The first cue match that starts at a token.
    pub(super) fn cue_starting(&self, token: usize) -> Option<CueMatch> {
        let at = self.cues.partition_point(|found| found.tokens.start() < token);
        self.cues.get(at).copied().filter(|found| found.tokens.start() == token)
    }

    /// Where the quotation ends, at any depth, whose opening mark stands at a token.
    pub(super) fn quotation_end(&self, token: usize) -> Option<usize> {
        if !self.is(token, lexis::QUOTE) {
            return None;
        }
        let from = self.quotations.partition_point(|quotation| quotation.outer.start() < token);
        let found = self.quotations.get(from).filter(|quotation| quotation.outer.start() == token)?;
        Some(found.outer.end()).filter(|&end| end > token + 1)
    }

    /// The opaque quotation a token stands in, with its number.
    pub(super) fn opaque_at(&self, token: usize) -> Option<(usize, QuotationInfo)> {
        let index = self.quotation_index(token)?;
        let info = self.quotations[index];
        info.opaque.then_some((index, info))
    }

    /// Whether a token lies in an opaque quotation other than the region's own.
    pub(super) fn is_hidden(&self, region: Region, token: usize) -> bool {
        self.opaque_at(token).is_some_and(|(index, _)| region.quotation != Some(index))
    }

    pub(super) fn quotations(&self) -> &[QuotationInfo] {
        &self.quotations
    }

    pub(super) fn span(&self, range: TokenRange) -> Span {
        let range = TokenRange::new(range.start().min(self.len()), range.end().min(self.len()));
        self.document.span_of(range)
    }

    /// Whether a stretch ends with a mark of the class, closing quotation marks aside: *Let’s go,’*.
    pub(super) fn ends_with(&self, range: TokenRange, class: Class) -> bool {
        const MARKS: usize = 4;
        let last = range.range().rev().take(MARKS).find(|&at| !self.is(at, lexis::QUOTE));
        last.is_some_and(|at| self.is(at, class))
    }

    /// Whether all its longer words have capitals, as in titles: *“Harbour of Lights”*.
    pub(super) fn is_title(&self, range: TokenRange) -> bool {
        const SHORT: usize = 4;
        const LONGEST: usize = 12;
        let long = |&at: &usize| self.is_word(at) && self.word(at).len() >= SHORT;
        let mut words = range.range().take(LONGEST).filter(long).peekable();
        range.len() <= LONGEST && words.peek().is_some() && words.all(|at| self.is_capitalized(at))
    }

    /// Whether a stretch has a finite verb.
    pub(super) fn has_clause(&self, range: TokenRange) -> bool {
        range.range().any(|at| self.finite_at(at))
    }
}
