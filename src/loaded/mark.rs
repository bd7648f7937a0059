//! [`Mark`]: a finding in the making; [`Context`]: what detectors see of a document.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::sync::OnceLock;

use super::entry_id::EntryId;
use super::known::Known;
use super::model::{LoadedAnalysis, LoadedFinding, Suppression};
use super::scan::Scan;
use super::settings::Settings;
use super::voice::{self, Purpose};
use super::{Category, Class, Strength};
use super::{alternatives, calibration, epithet, literal, name, negation, reported_accusation, rules, target};
use crate::document::{Quotation, Sentence, Tag, TokenKind, TokenRange, Upos};
use crate::lexicon::{Entry, PartsOfSpeech};
use crate::wording::Wording;
use crate::{Confidence, Document, RuleId, Span, Token, Voice, WordKey, ZoneKind};

/// The layers of a document that detectors read.
#[derive(Clone, Copy)]
pub(super) struct Context<'d> {
    pub(super) document: &'d Document,
    pub(super) tokens: &'d [Token],
    pub(super) tags: &'d [Tag],
    pub(super) sentences: &'d [Sentence],
    pub(super) quotations: &'d [Quotation],
    pub(super) scan: &'d Scan,
}

impl<'d> Context<'d> {
    pub(super) fn new(document: &'d Document, scan: &'d Scan) -> Self {
        Self {
            document,
            tokens: document.tokens(),
            tags: document.tags(),
            sentences: document.sentences(),
            quotations: document.quotations(),
            scan,
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

    /// Whether a token stands in the headline.
    pub(super) fn is_in_headline(&self, token: usize) -> bool {
        let sentence = self.sentences.get(self.document.sentence_of(token));
        let zone = sentence.and_then(|sentence| self.document.zones().get(sentence.zone()));
        zone.is_some_and(|zone| zone.kind() == ZoneKind::Headline)
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
    BuiltIn(&'static Known),
    Own(Entry<'s>),
}

impl<'s> Source<'s> {
    fn entry(self) -> Entry<'s> {
        match self {
            Self::BuiltIn(known) => known.entry,
            Self::Own(entry) => entry,
        }
    }

    pub(super) fn phrase(self) -> &'s str {
        self.entry().phrase()
    }

    pub(super) fn parts_of_speech(self) -> PartsOfSpeech {
        self.entry().parts_of_speech()
    }

    pub(super) fn id(self) -> EntryId {
        match self {
            Self::BuiltIn(known) => EntryId::built_in(known),
            Self::Own(entry) => EntryId::new(entry.lexicon().name(), entry.phrase()),
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
    pub(super) reason: Option<Wording>,
    /// Empty if it is the marked words themselves.
    pub(super) evidence: Box<[Span]>,
    pub(super) target: Option<Span>,
    pub(super) voice: Voice,
    /// The rule that made it less sure, and why: the reason to give if it is too unsure then.
    pub(super) weakened: Option<Box<(RuleId, Wording)>>,
    /// The rule that decided against it, and why.
    pub(super) suppressed: Option<(RuleId, Wording)>,
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
            evidence: Box::default(),
            target: None,
            voice: Voice::Outlet,
            weakened: None,
            suppressed: None,
        }
    }

    pub(super) fn counts(&self) -> bool {
        self.suppressed.is_none() && self.category.class() == Class::Loaded
    }

    pub(super) fn suppress(&mut self, rule: RuleId, reason: impl Into<Wording>) {
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

/// Weighs what stands around each mark that counts: names, denials, accusations, voice, other marks of the sentence.
pub(super) fn weigh(context: Context<'_>, settings: &Settings, purposes: &[Purpose], marks: &mut [Mark<'_>]) {
    let on = |rule: &RuleId| settings.is_on(rule);
    let is_open =
        |mark: &&mut Mark<'_>| mark.counts() || mark.suppressed.is_none() && mark.category == Category::Slogan;
    for mark in marks.iter_mut().filter(is_open) {
        if on(&rules::NAME) {
            name::suppress(context, purposes, mark);
        }
        if on(&rules::LITERAL) {
            literal::suppress(context.scan.topics(), mark);
        }
        if on(&rules::NEGATION) {
            negation::suppress(context, mark);
        }
        if on(&rules::REPORTED_ACCUSATION) {
            reported_accusation::weaken(context, mark);
        }
        epithet::strengthen(context, mark);
        mark.voice = voice::voice(context, purposes, context.span(mark.tokens));
    }
    calibration::weigh_genre(context, marks);
    calibration::weigh_together(marks);
}

/// Turns marks into findings and suppressions.
pub(super) fn finish(context: Context<'_>, settings: &Settings, marks: Vec<Mark<'_>>, analysis: &mut LoadedAnalysis) {
    for mut mark in marks {
        let span = context.span(mark.tokens);
        let confidence = Confidence::percent(mark.percent.clamp(1, 99) as u8);
        if mark.counts() && confidence < settings.threshold(mark.voice) {
            let weakened = mark.weakened.take();
            let (rule, reason) =
                weakened.map_or_else(|| (rules::THRESHOLD, too_unsure(confidence).into()), |weakened| *weakened);
            mark.suppress(rule, reason);
        }
        let entry = mark.source.map(Source::id);
        if let Some((rule, reason)) = mark.suppressed {
            if settings.keep_suppressions && matches!(mark.category.class(), Class::Loaded | Class::Appeal) {
                analysis.suppressions.push(Suppression { span, category: mark.category, entry, rule, reason });
            }
            continue;
        }
        let sentence = context.sentences.get(mark.sentence).copied();
        let counts = mark.category.class() == Class::Loaded;
        if let Some(sentence) = sentence.filter(|_| counts)
            && analysis.sentences.last() != Some(&sentence.span())
        {
            analysis.sentences.push(sentence.span());
        }
        let zone = sentence.and_then(|sentence| context.document.zones().get(sentence.zone()));
        let reason = mark.reason.take().unwrap_or_else(|| reason(&mark));
        let target = mark.target.or_else(|| counts.then(|| target::of(context, &mark)).flatten());
        let target = target.map(|target| through_label(&analysis.findings, target));
        let alternatives = alternatives(context, &mark);
        analysis.findings.push(LoadedFinding {
            span,
            category: mark.category,
            strength: mark.strength,
            confidence,
            voice: mark.voice,
            in_headline: zone.is_some_and(|zone| zone.kind() == ZoneKind::Headline),
            target,
            alternatives,
            entry,
            rule: mark.rule,
            evidence: mark.evidence,
            reason,
        });
    }
    analysis.findings.shrink_to_fit();
    analysis.suppressions.shrink_to_fit();
}

/// What a target stands for: if it is a label just found, what that is said of.
fn through_label(findings: &[LoadedFinding], target: Span) -> Span {
    let labels = findings.iter().rev().take(3).filter(|finding| finding.category == Category::Label);
    let label = labels.filter(|finding| target.overlaps(finding.span)).find_map(|finding| finding.target);
    label.unwrap_or(target)
}

/// The alternatives of the entry in the form of the marked words. Those of an adjective do not replace its adverb.
fn alternatives(context: Context<'_>, mark: &Mark<'_>) -> Cow<'static, [Wording]> {
    if mark.rule == rules::LEXICON { alternatives::agree(context, mark) } else { Cow::Borrowed(&[]) }
}

/// The reason from category and note.
fn reason(mark: &Mark<'_>) -> Wording {
    let meaning = mark.category.meaning();
    match mark.source {
        Some(Source::BuiltIn(known)) => known.reason().into(),
        Some(Source::Own(entry)) if !entry.note().is_empty() => format!("{meaning}: {}", entry.note()).into(),
        _ => meaning.into(),
    }
}

/// The reason of marks that are not sure enough: a hundred texts for all.
fn too_unsure(confidence: Confidence) -> &'static str {
    static REASONS: [OnceLock<String>; 101] = [const { OnceLock::new() }; 101];
    REASONS[usize::from(confidence.as_percent())].get_or_init(|| format!("too unsure to report: {confidence}"))
}
