//! Base noun phrases.

use super::{NounPhrase, NounPhraseKind};
use crate::document::{Document, Tag, Token, TokenRange, Upos, VerbForm, WordKey};
use crate::text::{KeyList, keys};

static POSSESSIVES: KeyList<8> = KeyList::of(["my", "your", "his", "her", "its", "our", "their", "whose"]);

/// Possessives that are also pronouns of their own: *met her*.
static AMBIGUOUS: KeyList<2> = KeyList::of(["his", "her"]);

/// Adverbs that may open a phrase, before a number or adjective.
static DEGREES: KeyList<24> = KeyList::of([
    "about",
    "almost",
    "approximately",
    "around",
    "barely",
    "exactly",
    "extremely",
    "fairly",
    "highly",
    "increasingly",
    "just",
    "least",
    "less",
    "more",
    "most",
    "nearly",
    "only",
    "over",
    "quite",
    "relatively",
    "roughly",
    "so",
    "too",
    "very",
]);

/// Words of several words before a number.
const BOUNDS: [&[WordKey]; 10] = [
    &keys(["more", "than"]),
    &keys(["less", "than"]),
    &keys(["fewer", "than"]),
    &keys(["at", "least"]),
    &keys(["at", "most"]),
    &keys(["up", "to"]),
    &keys(["as", "many", "as"]),
    &keys(["as", "few", "as"]),
    &keys(["no", "more", "than"]),
    &keys(["no", "fewer", "than"]),
];

/// The first words of these.
static BOUND_STARTS: KeyList<7> = KeyList::of(["more", "less", "fewer", "at", "up", "as", "no"]);

/// Adjectives that stand for *many people*, without an article.
static QUANTIFIERS: KeyList<6> = KeyList::of(["many", "most", "several", "few", "fewer", "more"]);

/// Times that stand behind a noun without belonging to it: *told reporters | Monday*.
static TIMES: KeyList<11> = KeyList::of([
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "today",
    "yesterday",
    "tomorrow",
    "tonight",
]);

/// Adjectives that begin a new phrase behind a name: *told Rowe | last week*.
static OPENERS: KeyList<6> = KeyList::of(["last", "next", "such", "able", "due", "likely"]);

static CURRENCIES: KeyList<4> = KeyList::of(["$", "us$", "a$", "c$"]);
const PERCENT: WordKey = WordKey::ascii("%");
const AMPERSAND: WordKey = WordKey::ascii("&");
const COMMA: WordKey = WordKey::ascii(",");
const QUOTE: WordKey = WordKey::ascii("\"");
const HYPHEN: WordKey = WordKey::ascii("-");
const PER: WordKey = WordKey::ascii("per");
const CENT: WordKey = WordKey::ascii("cent");
const THERE: WordKey = WordKey::ascii("there");

/// How far to look for the noun that a modifier needs. A bound, so that the pass stays linear.
const AHEAD: usize = 6;

/// The base noun phrases of a document, in order, disjoint. Linear in the number of tokens.
pub(in crate::document) fn noun_phrases(document: &Document) -> Vec<NounPhrase> {
    let mut found = Vec::with_capacity(document.tokens().len() / 4);
    let mut words = Words { document, tokens: document.tokens(), tags: document.tags(), end: 0 };
    for sentence in document.sentences() {
        let range = sentence.tokens();
        words.end = range.end();
        let mut at = range.start();
        while at < range.end() {
            let (phrase, next) = Chunk::at(&words, at).parse();
            found.extend(phrase);
            at = next.max(at + 1);
        }
    }
    found.shrink_to_fit();
    found
}

/// The words of a sentence.
struct Words<'d> {
    document: &'d Document,
    tokens: &'d [Token],
    tags: &'d [Tag],
    end: usize,
}

impl Words<'_> {
    fn upos(&self, at: usize) -> Option<Upos> {
        (at < self.end).then(|| self.tags[at].upos)
    }

    fn key(&self, at: usize) -> Option<WordKey> {
        (at < self.end).then(|| self.tokens[at].key())
    }

    fn is(&self, at: usize, key: WordKey) -> bool {
        self.key(at) == Some(key)
    }

    fn is_one_of<const N: usize>(&self, at: usize, words: &KeyList<N>) -> bool {
        self.key(at).is_some_and(|key| words.contains(key))
    }

    fn is_nominal(&self, at: usize) -> bool {
        at < self.end && self.tags[at].is_nominal()
    }

    fn is_participle(&self, at: usize) -> bool {
        at < self.end && matches!(self.tags[at], Tag { upos: Upos::Verb, form: Some(VerbForm::Vbn | VerbForm::Vbg) })
    }

    /// Whether the token touches the one behind it.
    fn touches_next(&self, at: usize) -> bool {
        at + 1 < self.end && self.tokens[at].span().end() == self.tokens[at + 1].span().start()
    }

    /// Whether a hyphen between two words stands at `at`; a dash between clauses does not count.
    fn is_hyphen(&self, at: usize) -> bool {
        self.is(at, HYPHEN)
            && self.touches_next(at)
            && at > 0
            && self.touches_next(at - 1)
            && self.document.word(at) != "—"
    }

    fn is_currency(&self, at: usize) -> bool {
        self.is_one_of(at, &CURRENCIES)
            || matches!(self.document.word(at), "£" | "€" | "¥" | "₹" | "₽" | "₩" | "₺" | "₴")
    }

    /// Whether modifiers from `at` on lead to a noun.
    fn leads_to_noun(&self, at: usize) -> bool {
        for at in at..self.end.min(at + AHEAD) {
            let modifies = match self.tags[at].upos {
                Upos::Noun | Upos::Propn => return true,
                Upos::Adj | Upos::Num => true,
                Upos::Adv => {
                    self.upos(at + 1) == Some(Upos::Adj) || self.is_participle(at + 1) || self.is_hyphen(at + 1)
                }
                Upos::Verb => self.is_participle(at),
                Upos::Punct => self.is_hyphen(at) || self.is(at, QUOTE) || self.is(at, COMMA),
                Upos::Sym => self.is_currency(at),
                Upos::Cconj => true,
                _ => self.is_hyphen(at + 1),
            };
            if !modifies {
                return false;
            }
        }
        false
    }

    fn leads_to_noun_or_number(&self, at: usize) -> bool {
        self.leads_to_noun(at) || self.upos(at) == Some(Upos::Num) || self.is_currency(at)
    }

    /// Number of words of a bound before a number: *at least, as many as*.
    fn bound(&self, at: usize) -> Option<usize> {
        if !self.is_one_of(at, &BOUND_STARTS) {
            return None;
        }
        let fits = |words: &&&[WordKey]| words.iter().enumerate().all(|(offset, word)| self.is(at + offset, *word));
        let length = BOUNDS.iter().find(fits)?.len();
        let amount = at + length;
        (self.upos(amount) == Some(Upos::Num) || self.is_currency(amount) || self.is_number_word(amount))
            .then_some(length)
    }

    fn is_number_word(&self, at: usize) -> bool {
        static WORDS: KeyList<4> = KeyList::of(["half", "dozen", "dozens", "hundreds"]);
        self.is_one_of(at, &WORDS)
    }
}

/// A phrase in the making.
struct Chunk<'w> {
    words: &'w Words<'w>,
    start: usize,
    at: usize,
    /// A determiner, possessive or *'s* stands before.
    determined: bool,
    /// Last noun or name.
    nominal: Option<usize>,
    /// Behind numbers that follow the noun: *Article 5*.
    tail: usize,
    /// Head of a bare amount.
    amount: Option<usize>,
    /// Behind the amount.
    amount_end: usize,
    /// Last adjective or participle.
    adjective: Option<usize>,
    possessor: Option<TokenRange>,
    /// The head before the last *'s*, for where nothing follows it.
    owner: Option<usize>,
    in_quotes: bool,
}

impl<'w> Chunk<'w> {
    fn at(words: &'w Words<'w>, start: usize) -> Self {
        Self {
            words,
            start,
            at: start,
            determined: false,
            nominal: None,
            tail: start,
            amount: None,
            amount_end: start,
            adjective: None,
            possessor: None,
            owner: None,
            in_quotes: false,
        }
    }

    /// The phrase that starts here, if one does, and where to go on.
    fn parse(mut self) -> (Option<NounPhrase>, usize) {
        if let Some(pronoun) = self.pronoun() {
            return (pronoun, self.start + 1);
        }
        self.at += self.words.bound(self.at).unwrap_or(0);
        while self.at < self.words.end {
            let taken =
                if self.at > self.start && self.words.is_hyphen(self.at - 1) { self.compound() } else { self.word() };
            if taken == 0 {
                break;
            }
            self.at += taken;
        }
        let phrase = self.finish();
        (phrase, phrase.map_or(self.at, |phrase| phrase.tokens().end()))
    }

    fn phrase(&self, end: usize, head: usize, kind: NounPhraseKind) -> NounPhrase {
        let tokens = TokenRange::new(self.start, end);
        let possessor_end = self.possessor.map(|possessor| possessor.end()).filter(|&end| end < head);
        NounPhrase { tokens, head: head as u32, kind, possessor_end: possessor_end.unwrap_or(0) as u32 }
    }

    /// Of a pronoun, `Some`: a phrase of its own, or none for *there*. A possessive before a noun is a determiner.
    fn pronoun(&mut self) -> Option<Option<NounPhrase>> {
        let words = self.words;
        if words.upos(self.at)? != Upos::Pron {
            return None;
        }
        let determiner = words.is_one_of(self.at, &POSSESSIVES);
        let time = words.is_one_of(self.at + 1, &TIMES) && !words.is_nominal(self.at + 2);
        let alone = words.is_one_of(self.at, &AMBIGUOUS) && (time || !words.leads_to_noun(self.at + 1));
        if determiner && !alone {
            self.determined = true;
            self.at += 1;
            return None;
        }
        let pronoun = self.phrase(self.at + 1, self.at, NounPhraseKind::Pronoun);
        Some((!words.is(self.at, THERE)).then_some(pronoun))
    }

    /// Number of tokens that the phrase takes here; 0 where it ends.
    fn word(&mut self) -> usize {
        let (words, at) = (self.words, self.at);
        let Some(upos) = words.upos(at) else { return 0 };
        let fresh = self.nominal.is_none();
        let takes = match upos {
            Upos::Det => {
                let opens = fresh && self.amount.is_none() && self.adjective.is_none();
                self.determined |= opens;
                opens
            }
            Upos::Adv => fresh && self.takes_adverb(),
            Upos::Num => return self.number(),
            Upos::Sym => return self.symbol(),
            Upos::Adj => self.takes_adjective(),
            Upos::Verb => self.takes_participle(),
            Upos::Noun | Upos::Propn => return self.noun(),
            Upos::X => {
                fresh && words.upos(at + 1) == Some(Upos::Propn) || !fresh && words.upos(at - 1) == Some(Upos::Propn)
            }
            Upos::Part => return self.genitive(),
            Upos::Punct => return self.mark(),
            Upos::Cconj => self.takes_conjunction(),
            Upos::Adp if words.is(at, PER) && words.is(at + 1, CENT) && self.amount.is_some() => true,
            _ => words.is_hyphen(at + 1) && self.determined && words.leads_to_noun(at + 1),
        };
        usize::from(takes)
    }

    /// The word behind a hyphen: a modifier, whatever it is elsewhere (*Russia-backed*), or the noun.
    fn compound(&mut self) -> usize {
        let (words, at) = (self.words, self.at);
        match words.upos(at) {
            Some(Upos::Noun | Upos::Propn) => self.nominal = Some(at),
            Some(Upos::Adj | Upos::Verb) => self.adjective = Some(at),
            Some(Upos::Num) if self.nominal.is_none() => (self.amount, self.amount_end) = (Some(at), at + 1),
            Some(Upos::Punct) | None => return 0,
            _ => {}
        }
        if self.nominal.is_some_and(|nominal| nominal < at) && words.leads_to_noun(at + 1) {
            self.nominal = None;
        }
        1
    }

    /// Before a number or adjective; without a determiner only adverbs of degree.
    fn takes_adverb(&self) -> bool {
        let (words, at) = (self.words, self.at);
        let started = self.determined || at > self.start;
        let next = words.upos(at + 1);
        let modifies =
            matches!(next, Some(Upos::Num | Upos::Adj)) || words.is_participle(at + 1) || words.is_currency(at + 1);
        let again = started && next == Some(Upos::Adv);
        (modifies || again || words.is_hyphen(at + 1))
            && words.leads_to_noun_or_number(at + 1)
            && (started || words.is_hyphen(at + 1) || words.is_one_of(at, &DEGREES))
    }

    fn number(&mut self) -> usize {
        let (words, at) = (self.words, self.at);
        match self.nominal {
            None => {
                let behind_currency = at > self.start && words.is_currency(at - 1);
                if !behind_currency {
                    self.amount = self.amount.filter(|head| words.is_currency(*head)).or(Some(at));
                }
                self.amount_end = at + 1;
            }
            // Article 5, May 3; not: killed people 30 miles away.
            Some(nominal) if words.tags[nominal].upos == Upos::Propn || !words.leads_to_noun(at + 1) => {
                self.tail = at + 1;
            }
            Some(_) => return 0,
        }
        1
    }

    fn symbol(&mut self) -> usize {
        let (words, at) = (self.words, self.at);
        let percent = words.is(at, PERCENT) && self.amount.is_some() && self.nominal.is_none();
        let currency = words.is_currency(at) && self.nominal.is_none();
        if percent || currency {
            (self.amount, self.amount_end) = (Some(at), at + 1);
            return 1;
        }
        usize::from(words.is(at, AMPERSAND) && self.nominal.is_some() && words.is_nominal(at + 1))
    }

    fn takes_adjective(&mut self) -> bool {
        let (words, at) = (self.words, self.at);
        let takes = match self.nominal {
            None => true,
            Some(nominal) => {
                words.tags[nominal].upos == Upos::Propn && !words.is_one_of(at, &OPENERS) && words.leads_to_noun(at + 1)
            }
        };
        if takes {
            self.adjective = Some(at);
        }
        takes
    }

    /// *the elected president, two wounded soldiers, the accused*; not *raising taxes*.
    fn takes_participle(&mut self) -> bool {
        let (words, at) = (self.words, self.at);
        let started = self.determined || self.adjective.is_some() || self.amount.is_some();
        let compound = words.is_hyphen(at + 1) && words.leads_to_noun(at + 1);
        let takes =
            self.nominal.is_none() && (started && words.is_participle(at) && words.leads_to_noun(at + 1) || compound);
        let stands_alone = self.determined && at == self.start + 1 && words.tags[at].form == Some(VerbForm::Vbn);
        if takes || stands_alone {
            self.adjective = Some(at);
        }
        takes || stands_alone
    }

    fn noun(&mut self) -> usize {
        let (words, at) = (self.words, self.at);
        let time = words.is_one_of(at, &TIMES);
        if time && self.nominal.is_some() {
            return 0;
        }
        (self.nominal, self.tail) = (Some(at), at + 1);
        1
    }

    /// *the Kremlin's spokesman*.
    fn genitive(&mut self) -> usize {
        let (words, at) = (self.words, self.at);
        let owner = self.nominal.or(self.amount);
        let has_owner = owner.is_some_and(|owner| owner + 1 == at || self.tail == at);
        if !has_owner
            || !words.leads_to_noun_or_number(at + 1)
            || !words.document.word(at).starts_with(['\'', '’', '‘', 'ʼ'])
        {
            return 0;
        }
        self.possessor = Some(TokenRange::new(self.start, at));
        self.owner = owner;
        (self.nominal, self.amount, self.adjective) = (None, None, None);
        self.determined = true;
        1
    }

    /// Hyphens, commas between adjectives, quotation marks around a modifier or the noun.
    fn mark(&mut self) -> usize {
        let (words, at) = (self.words, self.at);
        if at == self.start {
            return 0;
        }
        if words.is_hyphen(at) {
            return 1;
        }
        let fresh = self.nominal.is_none();
        if words.is(at, COMMA) {
            let between = self.adjective == Some(at - 1) && matches!(words.upos(at + 1), Some(Upos::Adj));
            return usize::from(fresh && between && words.leads_to_noun(at + 1));
        }
        if words.is(at, QUOTE) {
            let closes = words.touches_next(at - 1);
            let fits = if self.in_quotes { closes } else { fresh && !closes };
            let takes = fits && words.leads_to_noun(at + 1);
            self.in_quotes = takes && !self.in_quotes;
            return usize::from(takes);
        }
        0
    }

    /// *political and economic crisis*.
    fn takes_conjunction(&self) -> bool {
        let (words, at) = (self.words, self.at);
        let adjectives =
            self.adjective.is_some_and(|adjective| adjective + 1 == at) && words.upos(at + 1) == Some(Upos::Adj);
        let ampersand = words.is(at, AMPERSAND) && self.nominal.is_some() && words.is_nominal(at + 1);
        self.nominal.is_none() && adjectives && words.leads_to_noun(at + 1) || ampersand
    }

    fn finish(&self) -> Option<NounPhrase> {
        let words = self.words;
        if let Some(head) = self.nominal {
            let kind = if words.tags[head].upos == Upos::Propn { NounPhraseKind::Name } else { NounPhraseKind::Common };
            return Some(self.phrase(self.tail.max(head + 1), head, kind));
        }
        if let Some(head) = self.amount {
            return Some(self.phrase(self.amount_end, head, NounPhraseKind::Amount));
        }
        if let Some(head) = self.adjective {
            let alone = head == self.start && words.is_one_of(head, &QUANTIFIERS) && self.at == head + 1;
            if self.determined && self.owner.is_none() || alone {
                return Some(self.phrase(head + 1, head, NounPhraseKind::Common));
            }
        }
        let (owner, possessor) = (self.owner?, self.possessor?);
        let kind = if words.tags[owner].upos == Upos::Propn { NounPhraseKind::Name } else { NounPhraseKind::Common };
        Some(self.phrase(possessor.end(), owner, kind))
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{noise, tagged};
    use super::*;

    /// Phrases of a text, with a star behind the head.
    fn show(document: &Document) -> String {
        let words = document.noun_phrases().iter().map(|phrase| {
            let words = phrase.tokens().range().map(|at| {
                let star = if at == phrase.head() && phrase.tokens().len() > 1 { "*" } else { "" };
                format!("{}{star}", document.word(at))
            });
            words.collect::<Vec<_>>().join(" ")
        });
        words.collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn phrases_and_their_heads() {
        for (text, tags, expected) in [
            ("The Kremlin's spokesman said the plan was dead.", "DPTNdDN2J.", "The Kremlin 's spokesman* | the plan*"),
            ("The agency's director's deputy met him.", "DNTNTNdO.", "The agency 's director 's deputy* | him"),
            ("It was the minister's.", "O2DNT.", "It | the minister*"),
            ("He accused her of theft.", "OdOIN.", "He | her | theft"),
            ("They met her Monday.", "OdOP.", "They | her | Monday"),
            ("She praised her new deputy.", "OdOJN.", "She | her new deputy*"),
            ("They signed a $4 billion contract.", "OdDSUUN.", "They | a $ 4 billion contract*"),
            ("It cost $4 billion.", "OdSUU.", "It | $* 4 billion"),
            ("Prices rose by 40% to 3,000.", "NdIUSIU.", "Prices | 40 %* | 3,000"),
            ("Only 10 per cent of schools", "RUININ", "Only 10 per cent* | schools"),
            ("At least 12 people died in the blast.", "IJUNdIDN.", "At least 12 people* | the blast*"),
            ("The far-right leader's long, bitter row", "DR.JNTJ.JN", "The far - right leader 's long , bitter row*"),
            ("The Norland-backed forces left.", "DP.nNd.", "The Norland - backed forces*"),
            ("Three of the men were released without charge.", "UIDN2nIN.", "Three | the men* | charge"),
            ("The law protects the poor and the wounded.", "DNzDJCDn.", "The law* | the poor* | the wounded*"),
            ("Many believe officials told reporters Tuesday.", "JpNdNP.", "Many | officials | reporters | Tuesday"),
            (
                "President Joe Rowe told the court last week.",
                "PPPdDNJN.",
                "President Joe Rowe* | the court* | last week*",
            ),
            ("UK prime minister Jo Rowe", "PJNPP", "UK prime minister Jo Rowe*"),
            ("It violates Article 5 of the treaty.", "OzPUIDN.", "It | Article* 5 | the treaty*"),
            ("killed people 30 miles away", "dNUNR", "people | 30 miles*"),
            ("He called it a \"historic\" deal.", "OdOD.J.N.", "He | it | a \" historic \" deal*"),
            ("The newly elected president spoke.", "DRnNd.", "The newly elected president*"),
            ("Raising taxes and rising prices hurt.", "gNCgNp.", "taxes | prices"),
            ("There is a political and economic crisis.", "O6DJCJN.", "a political and economic crisis*"),
            ("Smith & Sons gave voters hope", "PCPdNN", "Smith & Sons* | voters hope*"),
        ] {
            assert_eq!(show(&tagged(text, tags)), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_phrase() {
        for (text, tags) in [("Stop.", "b."), ("There!", "O."), ("Very slowly and sadly.", "RRCR."), ("\" - ,", "...")]
        {
            assert_eq!(show(&tagged(text, tags)), "", "{text}");
        }
    }

    #[test]
    fn kinds_and_possessors() {
        let document = tagged("The mayor's aide told Ms Rowe she wanted 40%.", "DNTNdPPOdUS.");
        let kinds: Vec<_> = document.noun_phrases().iter().map(|phrase| phrase.kind()).collect();
        use NounPhraseKind::{Amount, Common, Name, Pronoun};
        assert_eq!(kinds, [Common, Name, Pronoun, Amount]);
        let possessor = document.noun_phrases()[0].possessor().map(|range| document.slice(document.span_of(range)));
        assert_eq!(possessor, Some("The mayor"));
        assert_eq!(document.noun_phrases()[1].possessor(), None);
    }

    /// Whatever a tagger says, phrases lie in order inside their sentence.
    #[test]
    fn any_tags_give_ordered_phrases() {
        for seed in 0..20 {
            let document = noise("a's b-c “d” 5% $4 e, f & g at least h—i there her j, k l per cent . ", seed);
            let phrases = document.noun_phrases();
            assert!(phrases.len() > 100);
            assert!(phrases.windows(2).all(|pair| pair[0].tokens().end() <= pair[1].tokens().start()));
            for phrase in phrases {
                let sentence = document.sentences()[document.sentence_of(phrase.head())].tokens();
                let tokens = phrase.tokens();
                assert!(tokens.contains(phrase.head()));
                assert!(sentence.start() <= tokens.start() && tokens.end() <= sentence.end());
                let owner = phrase.possessor();
                assert!(owner.is_none_or(|owner| owner.start() == tokens.start() && owner.end() < phrase.head()));
            }
        }
    }
}
