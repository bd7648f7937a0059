//! Quotation marks: which ones open, which close, which are apostrophes; and the quotations between them.
//!
//! Works block by block (zone by zone), in two passes over the marks of a block: [`marks`] reads them off the text with what
//! their neighbours allow, [`Pairing`] pairs them. Both passes are linear, whatever the text.
//!
//! - **Double marks** (straight, curly, guillemets, doubled single ones) open and close by their shape, straight ones by their
//!   neighbours. A mark left open ends with its block: *continued* if the next paragraph reopens or closes it, else *unclosed*.
//! - **Single marks** are apostrophes until an opening one finds its closing one in the same block: `'tis`, `'90s`,
//!   `rock 'n' roll` and `the ministers' plan` are no quotations.

use crate::document::{Closing, Quotation, QuoteStyle};
use crate::{Span, Token, Zone};

/// Nesting beyond this many levels is not followed: deeper opening marks are ignored.
const MAX_DEPTH: usize = 16;

/// Words that begin with an apostrophe, without it.
const ELISIONS: &[&str] = &[
    "tis", "twas", "twere", "twill", "til", "till", "em", "cause", "cos", "coz", "cuz", "n", "bout", "round", "neath",
    "ello", "fraid", "nother", "im",
];

/// The quotations of all zones, by their start, outer ones first.
pub(crate) fn find_quotations(text: &str, _tokens: &[Token], zones: &[Zone]) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut all = Vec::new();
    let mut next_marks = Vec::new();
    let mut carried = None;
    for (index, zone) in zones.iter().enumerate() {
        let block = zone.span();
        if index == 0 {
            marks(text, block, &mut all);
        } else {
            std::mem::swap(&mut all, &mut next_marks);
        }
        next_marks.clear();
        let next = zones.get(index + 1).map(|next| next.span());
        if let Some(next) = next {
            marks(text, next, &mut next_marks);
        }
        let mut pairing = Pairing::new(text, block, carried.take(), &mut found);
        pairing.run(&all);
        let goes_on = next.is_some_and(|_| zone.kind().is_prose() && zones[index + 1].kind().is_prose());
        carried = pairing.finish(if goes_on { next.zip(next_marks.first()) } else { None });
    }
    found.sort_by_key(|quotation| (quotation.outer().start(), std::cmp::Reverse(quotation.outer().end())));
    found
}

/// A quotation mark and what its neighbours allow it to be.
#[derive(Clone, Copy, Debug)]
struct Mark {
    span: Span,
    style: QuoteStyle,
    role: Role,
}

/// What a mark can be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Role {
    Opens,
    Closes,
    /// A closing single mark that may as well be the apostrophe of a plural possessive.
    MayClose,
    /// Opens if none is open, else closes.
    Either,
}

/// Whether a byte begins a mark: ASCII marks, and the first byte of `«»` and of general punctuation.
const BEGINS: [bool; 256] = {
    let mut begins = [false; 256];
    let (bytes, mut at) = ([b'"', b'\'', b'`', 0xC2, 0xE2], 0);
    while at < bytes.len() {
        begins[bytes[at] as usize] = true;
        at += 1;
    }
    begins
};

/// Where the next byte stands that may begin a mark. Eight bytes are asked at once whether one of them may: few can.
fn next_beginning(bytes: &[u8]) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let like = |eight: u64, byte: u8| {
        let unlike = eight ^ (u64::from(byte) * ONES);
        unlike.wrapping_sub(ONES) & !unlike
    };
    let mut at = 0;
    while let Some(&eight) = bytes[at..].first_chunk() {
        let eight = u64::from_le_bytes(eight);
        if (like(eight, b'"') | like(eight, b'\'') | like(eight, b'`') | eight) & (0x80 * ONES) != 0 {
            let found = bytes[at..at + 8].iter().position(|&byte| BEGINS[byte as usize]);
            if let Some(found) = found {
                return Some(at + found);
            }
        }
        at += 8;
    }
    let found = bytes[at..].iter().position(|&byte| BEGINS[byte as usize]);
    found.map(|found| at + found)
}

/// Reads the quotation marks of a block; apostrophes that cannot be marks are left out.
fn marks(text: &str, block: Span, out: &mut Vec<Mark>) {
    let bytes = text.as_bytes();
    let mut at = block.start();
    while let Some(next) = next_beginning(&bytes[at..block.end()]) {
        at += next;
        let rest = &bytes[at..block.end()];
        let Some((style, opening, length)) = shape(rest) else {
            at += 1;
            continue;
        };
        let span = Span::of(at, at + length);
        let before = text[block.start()..at].chars().next_back();
        let after = text[at + length..block.end()].chars().next();
        if let Some(role) =
            role(style, opening, before, after, &text[at + length..block.end()], &text[block.start()..at])
        {
            out.push(Mark { span, style, role });
        }
        at += length;
    }
}

/// The style of the mark that `bytes` begin with, whether it opens by its shape, and its length.
fn shape(bytes: &[u8]) -> Option<(QuoteStyle, Option<bool>, usize)> {
    const OPEN: Option<bool> = Some(true);
    const CLOSE: Option<bool> = Some(false);
    Some(match bytes {
        [b'"', ..] => (QuoteStyle::Straight, None, 1),
        [b'`', b'`', ..] => (QuoteStyle::Doubled, OPEN, 2),
        [b'\'', b'\'', ..] => (QuoteStyle::Doubled, None, 2),
        [b'\'', ..] => (QuoteStyle::SingleStraight, None, 1),
        [b'`', ..] => (QuoteStyle::SingleStraight, OPEN, 1),
        [0xC2, 0xAB, ..] => (QuoteStyle::Guillemet, OPEN, 2),
        [0xC2, 0xBB, ..] => (QuoteStyle::Guillemet, CLOSE, 2),
        [0xE2, 0x80, 0x98, 0xE2, 0x80, 0x98, ..] => (QuoteStyle::Doubled, OPEN, 6),
        [0xE2, 0x80, 0x99, 0xE2, 0x80, 0x99, ..] => (QuoteStyle::Doubled, CLOSE, 6),
        [0xE2, 0x80, 0x98 | 0x9A, ..] => (QuoteStyle::SingleCurly, OPEN, 3),
        [0xE2, 0x80, 0x99, ..] => (QuoteStyle::SingleCurly, CLOSE, 3),
        [0xE2, 0x80, 0x9C | 0x9E, ..] => (QuoteStyle::Curly, OPEN, 3),
        [0xE2, 0x80, 0x9D, ..] => (QuoteStyle::Curly, CLOSE, 3),
        [0xE2, 0x80, 0xB9, ..] => (QuoteStyle::Guillemet, OPEN, 3),
        [0xE2, 0x80, 0xBA, ..] => (QuoteStyle::Guillemet, CLOSE, 3),
        _ => return None,
    })
}

/// What a mark can be between its neighbours; `None` for an apostrophe.
fn role(
    style: QuoteStyle,
    opening: Option<bool>,
    before: Option<char>,
    after: Option<char>,
    rest: &str,
    head: &str,
) -> Option<Role> {
    let starts = before.is_none_or(|c| c.is_whitespace() || "([{—–-/“\"‘«'`…>".contains(c))
        && after.is_some_and(|c| !c.is_whitespace());
    let ends =
        before.is_some_and(|c| !c.is_whitespace() && !"([{".contains(c)) && after.is_none_or(|c| !c.is_alphanumeric());
    if matches!(style, QuoteStyle::SingleStraight | QuoteStyle::SingleCurly) {
        return single_role(opening, starts, ends, before, after, rest, head);
    }
    Some(match (opening, starts, ends) {
        (Some(true), ..) => Role::Opens,
        // A closing curly mark before a word and behind a space is a misprinted opening one.
        (Some(false), true, false) if after.is_some_and(char::is_alphanumeric) => Role::Opens,
        (Some(false), ..) => Role::Closes,
        (None, true, false) => Role::Opens,
        (None, false, true) => Role::Closes,
        (None, ..) => Role::Either,
    })
}

fn single_role(
    opening: Option<bool>,
    starts: bool,
    ends: bool,
    before: Option<char>,
    after: Option<char>,
    rest: &str,
    head: &str,
) -> Option<Role> {
    // The mark before an elision may be drawn either way.
    let can_open = starts && (opening != Some(false)) && !is_elision(rest);
    let can_close = ends && opening != Some(true) && !ends_with_clipped_and(head);
    if can_open && !before.is_some_and(|c| c.is_alphanumeric()) {
        return Some(Role::Opens);
    }
    if !can_close {
        return None;
    }
    let possessive = matches!(before, Some('s' | 'S' | 'z' | 'x')) || after == Some('-');
    let goes_on = after.is_some_and(char::is_whitespace) && rest.trim_start().starts_with(char::is_alphanumeric);
    Some(if possessive && goes_on { Role::MayClose } else { Role::Closes })
}

/// Whether `rest` begins with a word whose beginning an apostrophe replaces: `tis`, `90s`.
fn is_elision(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len()).min(8);
    let word = rest.get(..end).unwrap_or_default();
    let decade = word.len() >= 2
        && word.as_bytes()[..2].iter().all(u8::is_ascii_digit)
        && matches!(word.as_bytes().get(2), None | Some(b's'));
    decade && word.len() <= 3 || ELISIONS.iter().any(|elision| elision.eq_ignore_ascii_case(word))
}

/// Whether `head` ends with the `'n` of `rock 'n' roll`.
fn ends_with_clipped_and(head: &str) -> bool {
    let Some(head) = head.strip_suffix(['n', 'N']) else { return false };
    head.ends_with(['\'', '’', '‘'])
}

/// A mark that waits for its closing one.
#[derive(Clone, Copy)]
struct Open {
    mark: Mark,
    continues: bool,
    /// Where a single mark would close if no surer mark follows.
    fallback: Option<Span>,
}

/// Pairs the marks of one block.
struct Pairing<'a> {
    text: &'a str,
    block: Span,
    open: Vec<Open>,
    /// The style that the block before left open, to be reopened or closed here.
    carried: Option<QuoteStyle>,
    found: &'a mut Vec<Quotation>,
    /// How many quotations the blocks before have.
    before: usize,
}

impl<'a> Pairing<'a> {
    fn new(text: &'a str, block: Span, carried: Option<QuoteStyle>, found: &'a mut Vec<Quotation>) -> Self {
        let before = found.len();
        Self { text, block, open: Vec::new(), carried, found, before }
    }

    fn may_end_quotation(&self, mark: Mark) -> bool {
        let before = self.text.get(self.block.start()..mark.span.start()).and_then(|text| text.chars().next_back());
        before.is_some_and(|c| ".,!?…".contains(c) || mark.span.end() == self.block.end() && !c.is_ascii_digit())
    }

    fn run(&mut self, marks: &[Mark]) {
        // A quotation carried into the block without a reopening mark begins with the block.
        let reopened = marks
            .first()
            .is_some_and(|mark| mark.span.start() == self.block.start() && Some(mark.style) == self.carried);
        if let Some(style) = self.carried.filter(|_| !reopened) {
            let mark = Mark { span: Span::of(self.block.start(), self.block.start()), style, role: Role::Opens };
            self.open.push(Open { mark, continues: true, fallback: None });
        }
        for (index, &mark) in marks.iter().enumerate() {
            let continues = index == 0 && reopened;
            match mark.role {
                Role::Opens => self.open(mark, continues),
                Role::Closes => self.close(mark),
                Role::MayClose => self.may_close(mark),
                Role::Either if self.partner(mark.style).is_some() => self.close(mark),
                Role::Either => self.open(mark, continues),
            }
        }
    }

    fn open(&mut self, mark: Mark, continues: bool) {
        // Guillemets nest in themselves; any other style reopened was not closed before.
        if mark.style != QuoteStyle::Guillemet
            && let Some(at) = self.open.iter().position(|open| open.mark.style == mark.style)
        {
            self.abandon(at, mark.span.start(), Closing::Unclosed);
        }
        if self.open.len() < MAX_DEPTH {
            self.open.push(Open { mark, continues, fallback: None });
        }
    }

    fn close(&mut self, mark: Mark) {
        let Some(at) = self.partner(mark.style) else {
            return self.close_unopened(mark);
        };
        self.abandon(at + 1, mark.span.start(), Closing::Unclosed);
        if let Some(open) = self.open.pop() {
            self.record(open, Span::of(mark.span.start(), mark.span.end()), Closing::Closed);
        }
    }

    /// A paragraph whose first mark closes, behind a stop or at the end, goes on with a quotation whose beginning was cut off.
    fn close_unopened(&mut self, mark: Mark) {
        let doubled = matches!(mark.style, QuoteStyle::Curly | QuoteStyle::Straight);
        if doubled && self.open.is_empty() && self.found.len() == self.before && self.may_end_quotation(mark) {
            let start = Span::of(self.block.start(), self.block.start());
            let open = Mark { span: start, style: mark.style, role: Role::Opens };
            self.record(Open { mark: open, continues: true, fallback: None }, mark.span, Closing::Closed);
        }
    }

    /// The mark that one of this style closes. Where none of its style is open, a straight and a curly mark may make a pair, as
    /// in text pasted together: `"It rained,” she said.`
    fn partner(&self, style: QuoteStyle) -> Option<usize> {
        let alike = |other: QuoteStyle| {
            matches!(
                (style, other),
                (QuoteStyle::Straight, QuoteStyle::Curly) | (QuoteStyle::Curly, QuoteStyle::Straight)
            )
        };
        let same = self.open.iter().rposition(|open| open.mark.style == style);
        same.or_else(|| self.open.iter().rposition(|open| alike(open.mark.style)))
    }

    fn may_close(&mut self, mark: Mark) {
        if let Some(open) = self.open.last_mut().filter(|open| open.mark.style == mark.style) {
            open.fallback.get_or_insert(mark.span);
        }
    }

    /// Ends all marks from index `from` on at byte `end`: single ones close at their fallback or were apostrophes.
    fn abandon(&mut self, from: usize, end: usize, closing: Closing) {
        while self.open.len() > from {
            let Some(open) = self.open.pop() else { return };
            let single = matches!(open.mark.style, QuoteStyle::SingleStraight | QuoteStyle::SingleCurly);
            match open.fallback {
                Some(mark) => self.record(open, mark, Closing::Closed),
                None if single && closing == Closing::Unclosed => {}
                None => self.record(open, Span::of(end, end), closing),
            }
        }
    }

    /// Adds the quotation from an opening mark to the span of its closing one (empty where there is none).
    fn record(&mut self, open: Open, close: Span, closing: Closing) {
        let outer = open.mark.span.cover(close);
        let inner = Span::of(open.mark.span.end(), close.start().max(open.mark.span.end()));
        if !inner.is_empty() {
            let depth = self.open.len() as u8;
            self.found.push(Quotation::new(outer, inner, open.mark.style, closing, open.continues, depth));
        }
    }

    /// Ends what is open at the end of the block; the style that goes on in the next block, if one does.
    fn finish(mut self, next: Option<(Span, &Mark)>) -> Option<QuoteStyle> {
        let outermost = self.open.first().copied()?;
        let goes_on = next.is_some_and(|(block, mark)| {
            let reopens = mark.span.start() == block.start() && mark.role != Role::Closes;
            let single = matches!(mark.style, QuoteStyle::SingleStraight | QuoteStyle::SingleCurly);
            mark.style == outermost.mark.style && (reopens || mark.role == Role::Closes && !single)
        });
        let goes_on = goes_on && outermost.fallback.is_none();
        self.abandon(1, self.block.end(), Closing::Unclosed);
        self.abandon(0, self.block.end(), if goes_on { Closing::Continued } else { Closing::Unclosed });
        goes_on.then_some(outermost.mark.style)
    }
}

#[cfg(test)]
mod tests {
    use crate::document::Closing;
    use crate::{Article, Document};

    /// The quotations of a text, as printed with their marks, `+` where they go on, `?` where unclosed.
    fn quotations(text: &str) -> Vec<String> {
        let document = Document::new(Article::from_text(text).unwrap()).unwrap();
        let show = |quotation: &crate::document::Quotation| {
            let end = match quotation.closing() {
                Closing::Closed => "",
                Closing::Continued => "+",
                Closing::Unclosed => "?",
            };
            let start = if quotation.continues() { "+" } else { "" };
            format!("{start}{}{end}", document.slice(quotation.outer()))
        };
        document.quotations().iter().map(show).collect()
    }

    #[test]
    fn quotations_in_all_marks() {
        let cases: &[(&str, &[&str])] = &[
            ("“We go,” she said. “Now.”", &["“We go,”", "“Now.”"]),
            ("\"We go,\" she said. \"Now.\"", &["\"We go,\"", "\"Now.\""]),
            ("«We go», she said.", &["«We go»"]),
            ("« a « b » c »", &["« a « b » c »", "« b »"]),
            ("``We go,'' she said.", &["``We go,''"]),
            ("''We go,'' she said. ''Now.''", &["''We go,''", "''Now.''"]),
            ("‘We go,’ she said.", &["‘We go,’"]),
            ("'We go,' she said.", &["'We go,'"]),
            ("“He said ‘no’ to me,” she said.", &["“He said ‘no’ to me,”", "‘no’"]),
            ("'He said \"no\" to me,' she said.", &["'He said \"no\" to me,'", "\"no\""]),
            ("The (\"so-called\") deal", &["(\"so-called\")".trim_matches(['(', ')'])]),
            ("He—“a liar”—left.", &["“a liar”"]),
            ("”We go,” she said.", &["”We go,”"]),
            ("We will stay and fight.”", &["+We will stay and fight.”"]),
            ("The `` plan of Mr.” Lund", &["`` plan of Mr.” Lund?"]),
            ("It is wrong,” she said. “We stay.”", &["+It is wrong,”", "“We stay.”"]),
            ("He is 6'2\" and she is 5'11\" tall.", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(&quotations(text), expected, "{text}");
        }
    }

    #[test]
    fn apostrophes_are_no_quotations() {
        for text in [
            "'Tis the season, and 'twas ever thus.",
            "Born in the '90s, raised on rock 'n' roll.",
            "The ministers' plan and the players' union don't agree.",
            "It's Lund's boat; the Ruizes' boat isn't.",
            "He stood 5'10\" tall in James' shoes.",
            "‘Tis the ‘90s",
        ] {
            assert_eq!(quotations(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn possessives_inside_single_marks_do_not_close() {
        assert_eq!(quotations("'The ministers' plan is dead,' she said."), ["'The ministers' plan is dead,'"]);
        assert_eq!(quotations("She called it ‘the players’ revolt’ on Friday."), ["‘the players’ revolt’"]);
        assert_eq!(quotations("‘Don’t go,’ she said."), ["‘Don’t go,’"]);
        assert_eq!(quotations("'It was rock 'n' roll,' she said."), ["'It was rock 'n' roll,'"]);
    }

    #[test]
    fn quotations_over_paragraphs() {
        assert_eq!(
            quotations("She said: “We go.\n\n“We go now.\n\n“And fast.”"),
            ["“We go.+", "+“We go now.+", "+“And fast.”"]
        );
        assert_eq!(quotations("She said: “We go.\n\nWe go now.” He did not."), ["“We go.+", "+We go now.”"]);
        assert_eq!(quotations("‘We go.\n\n‘We go now.’"), ["‘We go.+", "+‘We go now.’"]);
        assert_eq!(quotations("She said: “We go.\n\nHe did not."), ["“We go.?"]);
        assert_eq!(quotations("“We go, she said. “Now.”"), ["“We go, she said. ?", "“Now.”"]);
    }

    #[test]
    fn a_million_marks_take_no_time_and_do_not_panic() {
        for mark in ["\"", "“", "”", "'", "‘", "’", "``", "''", "« ", "\" ", " “", "s' ", " 'a"] {
            let _ = quotations(&mark.repeat(100_000));
        }
    }
}
