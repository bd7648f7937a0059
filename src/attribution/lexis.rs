//! Classes of function words and marks, as bits: what the grammar of the detectors is written in.

/// A set of word classes.
pub(super) type Class = u64;

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal: $words:literal,)+) => {
        $($(#[$doc])* pub(super) const $name: Class = 1 << $bit;)+

        const WORDS: &[(Class, &str)] = &[$(($name, $words)),+];
    };
}

classes! {
    THAT = 0: "that",
    /// Begins an indirect question.
    WH = 1: "what who whom whose which when where why how whether if whatever whoever",
    /// Begins a relative clause.
    RELATIVE = 2: "who which whose whom that",
    SUBORDINATOR = 3: "because although though while since after before unless until when as than whereas once if despite",
    COORDINATOR = 4: "and or but nor yet &",
    BUT = 5: "but yet",
    PREPOSITION = 6: "of for at in on with from by to about against over under between among during through into \
        within without behind near outside inside across along around via toward towards upon beyond amid despite above \
        below after before since until per like than off throughout",
    TO = 7: "to",
    OF = 8: "of",
    BY = 9: "by",
    AS = 10: "as",
    COMMA = 11: ",",
    COLON = 12: ":",
    SEMICOLON = 13: ";",
    DASH = 14: "– — -- ―",
    OPEN = 15: "( [",
    CLOSE = 16: ") ]",
    QUOTE = 17: "\" “ ” `` '' « » ‘ ’ ' ‹ › „ ‚ `",
    STOP = 18: ". ! ? … ...",
    /// Personal pronouns that can be subjects.
    PERSONAL = 19: "i he she they we it you",
    HE = 20: "he him his himself",
    SHE = 21: "she her hers herself",
    THEY = 22: "they them their theirs themselves",
    NEGATION = 23: "not n't never no cannot",
    BE = 24: "be is are was were been being am 's 're 'm",
    HAVE = 25: "have has had having 've 'd",
    DO = 26: "do does did",
    MODAL = 27: "will would can could may might must should shall 'll 'd ca wo",
    POSSESSIVE = 28: "his her their its my our your",
    ARTICLE = 29: "a an the",
    INDEFINITE = 30: "a an some several many one another two three four five most few any",
    TIME = 31: "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun yesterday today \
        tomorrow tonight january february march april may june july august september october november december jan feb \
        mar apr jun jul aug sept sep oct nov dec morning afternoon evening night week month year day weekend earlier ago \
        midday noon overnight",
    CLITIC = 32: "'s '",
    FIRST_PERSON = 33: "i we me us my our",
    IT = 34: "it",
    /// Connects a sentence to the one before and belongs to the reporter.
    CONNECTIVE = 35: "but and so however meanwhile still yet or then also instead separately additionally moreover \
        furthermore nevertheless nonetheless now",
    SO = 36: "so",
    LAST_NEXT = 37: "last next this earlier late later early",
    /// Events and places of speech: their phrases belong to the cue, not to the content.
    OCCASION = 38: "interview interviews statement statements speech speeches rally rallies conference conferences \
        tweet tweets letter letters email e-mail debate debates news-conference briefing briefings hearing hearings \
        testimony remarks comments post posts appearance podcast show program programme memo op-ed editorial column \
        press twitter facebook television tv radio town event telephone phone call fundraiser meeting segment broadcast \
        filing affidavit video message thread report release address essay blog article instagram telegram reddit book \
        morning afternoon evening monday tuesday wednesday thursday friday saturday sunday",
    NOTHING = 39: "nothing anything something everything",
    ALSO = 40: "also too again later then further repeatedly previously recently earlier once",
    THIS = 41: "this these those such",
    EXISTENTIAL = 42: "there",
    /// Quantifiers that stand for people.
    QUANTIFIER = 43: "each both all neither either none half many several most some few others another any",
    /// Stands for whoever speaks, or is spoken to.
    SPEAKER = 50: "i we me us my our mine ours you your",
    YOU = 51: "you",
    ANONYMITY = 52: "anonymity anonymous anonymously",
    /// Keeps from being named: *declined to be identified, not authorised to speak*.
    DENIAL = 53: "not n't declined refused",
    NAMED = 54: "named identified authorized authorised allowed",
    /// Counts the people behind it.
    SHARE = 55: "percent % cent majority number half quarter dozens minority",
    /// Stands for two people.
    PAIR = 56: "pair couple duo both two",
    /// Words in the names of public bodies and places, which are no firms.
    PUBLIC = 57: "university council court ministry department police government parliament museum agency commission \
        school hospital committee project times news institute board authority bureau office service army \
        islands bay sea river road street lake valley district county province city port forum union party \
        newswire",
    /// Verbs whose subject, not their object, does what an infinitive behind the object says: *used the speech to say*.
    SUBJECT_CONTROL = 58: "use uses used using take takes took taking has have had having made makes make making do does did done \
        doing spent spends seized found got went",
    /// Gives out a document.
    ISSUING = 59: "issued released published signed sent wrote posted gave made issue release signs issues issuing releases \
        tweeted filed delivered drafted circulated",
    /// Verbs that say little beside a noun of saying: *expressed concern*.
    LIGHT = 60: "have has had having made make makes making express expressed expresses expressing voice voiced raise \
        raised raises raising issue issued share shared reiterated repeated gave give gives announced outlined \
        unveiled dropped abandoned",
    /// Joins an adjective to its subject, as *be* does.
    LINKING = 61: "feel feels felt remain remains remained seem seems seemed appear appears appeared sound sounded sounds \
        became become becomes becoming grew grow growing feeling getting",
    /// Nouns and verbs before a title or a word that is meant as a word.
    NAMES_WHAT_FOLLOWS = 62: "film movie book novel song single album play show series sitcom drama musical opera painting poem story \
        essay article column magazine newspaper game programme program podcast episode track ballad documentary \
        comedy thriller exhibition memoir anthem hit classic word words term terms phrase letter letters name \
        nickname title slogan motto password hashtag verb noun expression mean means meaning meant called named \
        nicknamed dubbed titled entitled labelled labeled termed christened rated marked stamped inscribed read \
        reads reading spelled spelt known recording",
    /// Nouns of appositions in which the reporter sums up or judges what was said: *…, a move that angered the crews*.
    SUMMARY = 63: "accusation admission allegation argument assertion attack change charge claim comment decision dig idea jab \
        message move notion plan pledge point position prediction promise proposal recommendation reference remark \
        requirement response reversal sentiment shift stance statement step suggestion swipe theme view",
    /// Stands before two coordinated phrases.
    PAIRED = 44: "both neither either",
    /// Units of time.
    UNIT = 45: "seconds minutes hours days weeks months years decades minute hour decade moments moment",
    /// May stand behind those it counts: *they all said*.
    FLOATING = 46: "all both each",
}

/// Every class of function words and marks; those from 50 on have words that may stand in a name.
pub(super) const ANY: Class = (1 << 50) - 1;

/// Words that are no names, whatever their capital.
pub(super) const FUNCTION: Class = WH
    | SUBORDINATOR
    | COORDINATOR
    | PREPOSITION
    | PERSONAL
    | BE
    | HAVE
    | DO
    | POSSESSIVE
    | ARTICLE
    | INDEFINITE
    | TIME
    | CONNECTIVE
    | THIS
    | NEGATION
    | NOTHING
    | ALSO
    | EXISTENTIAL;

/// The words of all classes, each with one of its classes.
pub(super) fn words() -> impl Iterator<Item = (&'static str, Class)> {
    WORDS.iter().flat_map(|&(class, words)| words.split_whitespace().map(move |word| (word, class)))
}

/// A word in small letters, to be compared with words of the rules; nothing if it is longer than any of them. Nearly all words
/// of a text are in small letters already and not copied.
#[derive(Clone, Copy)]
pub(super) enum Small<'d> {
    Given(&'d str),
    Copied([u8; LONGEST], usize),
}

const LONGEST: usize = 16;

impl<'d> Small<'d> {
    #[inline]
    pub(super) fn of(word: &'d str) -> Self {
        if word.len() > LONGEST {
            return Self::Given("");
        }
        if !word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return Self::Given(word);
        }
        let mut bytes = [0; LONGEST];
        bytes[..word.len()].copy_from_slice(word.as_bytes());
        bytes.make_ascii_lowercase();
        Self::Copied(bytes, word.len())
    }

    #[inline]
    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Given(word) => word,
            Self::Copied(bytes, length) => std::str::from_utf8(&bytes[..*length]).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_small_letters() {
        assert_eq!(Small::of("N’T").as_str(), "n’t");
        assert_eq!(Small::of("Unidentified").as_str(), "unidentified");
        assert_eq!(Small::of("internationalisation").as_str(), "");
    }
}
