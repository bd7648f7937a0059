//! [`Mark`]: a finding in the making; [`Context`]: what detectors see of a document.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::model::{EntryId, LoadedAnalysis, LoadedFinding, Suppression, Text};
use super::settings::Settings;
use super::{Category, Class, Strength};
use super::{rules, voice};
use crate::document::{Quotation, Sentence, Tag, TokenKind, TokenRange, Upos};
use crate::lexicon::Entry;
use crate::{Confidence, Document, RuleId, Span, Token, WordKey, ZoneKind};

/// The layers of a document that detectors read.
#[derive(Clone, Copy)]
pub(super) struct Context<'d> {
    pub(super) document: &'d Document,
    pub(super) tokens: &'d [Token],
    pub(super) tags: &'d [Tag],
    pub(super) sentences: &'d [Sentence],
    pub(super) quotations: &'d [Quotation],
}

impl<'d> Context<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        Self {
            document,
            tokens: document.tokens(),
            tags: document.tags(),
            sentences: document.sentences(),
            quotations: document.quotations(),
        }
    }

    /// The key of a token; that of no word outside the text.
    pub(super) fn key(&self, token: usize) -> WordKey {
        self.tokens.get(token).map_or(WordKey::default(), |token| token.key())
    }

    pub(super) fn upos(&self, token: usize) -> Upos {
        self.tags.get(token).map_or(Upos::X, |tag| tag.upos)
    }

    pub(super) fn is_word(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|token| token.kind() == TokenKind::Word)
    }

    pub(super) fn is_capitalized(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|token| token.shape().is_capitalized())
    }

    pub(super) fn span(&self, tokens: TokenRange) -> Span {
        self.document.span_of(tokens)
    }
}

/// A lexicon entry, of the crate or of the user.
#[derive(Clone, Copy)]
pub(super) enum Source<'s> {
    BuiltIn(Entry<'static>),
    Own(Entry<'s>),
}

impl Source<'_> {
    pub(super) fn phrase(self) -> Text {
        match self {
            Self::BuiltIn(entry) => Cow::Borrowed(entry.phrase()),
            Self::Own(entry) => Cow::Owned(entry.phrase().to_owned()),
        }
    }

    pub(super) fn id(self) -> EntryId {
        let lexicon = match self {
            Self::BuiltIn(entry) => Cow::Borrowed(entry.lexicon().name()),
            Self::Own(entry) => Cow::Owned(entry.lexicon().name().to_owned()),
        };
        EntryId { lexicon, phrase: self.phrase() }
    }

    fn alternatives(self) -> Vec<Text> {
        match self {
            Self::BuiltIn(entry) => entry.alternatives().map(Cow::Borrowed).collect(),
            Self::Own(entry) => entry.alternatives().map(|text| Cow::Owned(text.to_owned())).collect(),
        }
    }

    fn note(self) -> Text {
        match self {
            Self::BuiltIn(entry) => Cow::Borrowed(entry.note()),
            Self::Own(entry) => Cow::Owned(entry.note().to_owned()),
        }
    }
}

/// A finding in the making.
pub(super) struct Mark<'s> {
    pub(super) tokens: TokenRange,
    pub(super) sentence: usize,
    pub(super) category: Category,
    pub(super) strength: Strength,
    /// How sure, in percent, before the context is weighed.
    pub(super) percent: i32,
    pub(super) rule: RuleId,
    pub(super) source: Option<Source<'s>>,
    /// Why, where the category and the entry do not say it.
    pub(super) reason: Option<Text>,
    pub(super) alternatives: Vec<Text>,
    pub(super) evidence: Vec<Span>,
    pub(super) target: Option<Span>,
    /// The rule that decided against it, and why.
    pub(super) suppressed: Option<(RuleId, Text)>,
}

impl Mark<'_> {
    pub(super) fn new(
        context: Context<'_>,
        tokens: TokenRange,
        category: Category,
        strength: Strength,
        percent: i32,
        rule: RuleId,
    ) -> Self {
        Self {
            tokens,
            sentence: context.document.sentence_of(tokens.start()),
            category,
            strength,
            percent,
            rule,
            source: None,
            reason: None,
            alternatives: Vec::new(),
            evidence: Vec::new(),
            target: None,
            suppressed: None,
        }
    }

    pub(super) fn counts(&self) -> bool {
        self.suppressed.is_none() && self.category.class() == Class::Loaded
    }

    pub(super) fn suppress(&mut self, rule: RuleId, reason: impl Into<Text>) {
        self.suppressed.get_or_insert((rule, reason.into()));
    }
}

/// Sorts marks and settles which of overlapping ones stay: of one class the longer, then the surer.
pub(super) fn resolve(mut marks: Vec<Mark<'_>>) -> Vec<Mark<'_>> {
    let order = |mark: &Mark<'_>| {
        let tokens = mark.tokens;
        (
            tokens.start(),
            Reverse(tokens.end()),
            mark.suppressed.is_some(),
            mark.category.class(),
            Reverse(mark.percent),
            mark.category,
        )
    };
    marks.sort_by_key(order);
    let mut covered = [0; 4];
    marks.retain(|mark| {
        // A suppressed reading gives way to a mark on the same words, and never covers one.
        let class = mark.category.class();
        let ends = if class == Class::Epistemic { covered[0].max(covered[1]) } else { covered[class as usize] };
        let free = mark.tokens.start() >= ends;
        if free && mark.suppressed.is_none() {
            covered[class as usize] = mark.tokens.end();
        }
        free
    });
    marks
}

/// Turns marks into findings and suppressions.
pub(super) fn finish(context: Context<'_>, settings: &Settings, marks: Vec<Mark<'_>>, analysis: &mut LoadedAnalysis) {
    let purposes = voice::purposes(context);
    for mut mark in marks {
        let span = context.span(mark.tokens);
        let confidence = Confidence::percent(mark.percent.clamp(1, 99) as u8);
        if mark.counts() && confidence < settings.min_confidence {
            mark.suppress(rules::THRESHOLD, format!("too unsure to report: {confidence}"));
        }
        let entry = mark.source.map(Source::id);
        if let Some((rule, reason)) = mark.suppressed {
            if settings.keep_suppressions {
                analysis.suppressions.push(Suppression { span, category: mark.category, entry, rule, reason });
            }
            continue;
        }
        let sentence = context.sentences.get(mark.sentence).copied();
        if let Some(sentence) = sentence.filter(|_| mark.category.class() == Class::Loaded)
            && analysis.sentences.last() != Some(&sentence.span())
        {
            analysis.sentences.push(sentence.span());
        }
        let zone = sentence.and_then(|sentence| context.document.zones().get(sentence.zone()));
        let reason = mark.reason.take().unwrap_or_else(|| reason(&mark));
        analysis.findings.push(LoadedFinding {
            span,
            category: mark.category,
            strength: mark.strength,
            confidence,
            voice: voice::voice(context, &purposes, span),
            in_headline: zone.is_some_and(|zone| zone.kind() == ZoneKind::Headline),
            target: mark.target,
            alternatives: mark.source.map_or(mark.alternatives, Source::alternatives),
            entry,
            rule: mark.rule,
            evidence: if mark.evidence.is_empty() { vec![span] } else { mark.evidence },
            reason,
        });
    }
}

/// The reason from category and note.
fn reason(mark: &Mark<'_>) -> Text {
    let meaning = mark.category.meaning();
    match mark.source.map(Source::note) {
        Some(note) if !note.is_empty() => Cow::Owned(format!("{meaning}: {note}")),
        _ => Cow::Borrowed(meaning),
    }
}
