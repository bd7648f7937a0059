//! Metaphors that are meant literally, because the text is about what they are taken from.
//!
//! # What it finds
//! Marks to be suppressed: words of war in a text about a war (*battlefield*, *onslaught*), of disease in one about a disease (*contagion*, *infest*),
//! of water and storm in one about the weather (*deluge*, *flood*), of fire in one about a fire (*inferno*), of sport in one about a match.
//!
//! # Why it matters
//! A metaphor colours because it comes from elsewhere (Charteris-Black 2006). In its own field the word names the event.
//!
//! # Examples
//! *Troops left the battlefield after weeks of shelling.*
//!
//! # Counter-examples
//! *The committee room became a battlefield*: nothing else in the text is about war.
//!
//! # Known limits
//! A text about two things (a war and an election) takes the metaphors of either for literal.

use super::mark::Mark;
use super::{Category, rules};
use crate::WordKey;

const fn key(word: &str) -> WordKey {
    WordKey::ascii(word)
}

/// A field: words that show that a text is about it, and stems of the words taken from it.
struct Field {
    name: &'static str,
    topic: &'static [WordKey],
    words: &'static [&'static str],
}

const FIELDS: &[Field] = &[
    Field {
        name: "war",
        topic: &[
            key("troops"),
            key("soldiers"),
            key("army"),
            key("military"),
            key("missile"),
            key("missiles"),
            key("shelling"),
            key("artillery"),
            key("airstrike"),
            key("airstrikes"),
            key("ceasefire"),
            key("drone"),
            key("drones"),
            key("offensive"),
            key("battalion"),
            key("brigade"),
            key("insurgents"),
            key("militants"),
            key("warplanes"),
            key("bombing"),
            key("bombardment"),
            key("frontline"),
            key("casualties"),
            key("fighters"),
            key("gunmen"),
            key("hostages"),
            key("navy"),
            key("infantry"),
            key("tanks"),
            key("weapons"),
            key("rebels"),
            key("militia"),
        ],
        words: &[
            "battle",
            "war",
            "onslaught",
            "barrage",
            "besiege",
            "siege",
            "blitz",
            "bloodbath",
            "carnage",
            "slaughter",
            "massacre",
            "butcher",
            "invasion",
            "invade",
            "overrun",
            "assault",
            "bombard",
            "firestorm",
            "scorched",
            "trench",
            "killing",
            "warpath",
            "firing line",
            "crosshairs",
            "combat",
            "ambush",
            "raid",
            "storm",
            "crusade",
            "obliterate",
            "annihilate",
            "decimate",
            "meat",
            "human wave",
            "torpedo",
            "rocket",
            "tank",
            "salvo",
            "flashpoint",
            "powder keg",
        ],
    },
    Field {
        name: "disease",
        topic: &[
            key("virus"),
            key("coronavirus"),
            key("covid"),
            key("covid-19"),
            key("pandemic"),
            key("epidemic"),
            key("outbreak"),
            key("vaccine"),
            key("vaccines"),
            key("infections"),
            key("infected"),
            key("patients"),
            key("hospitals"),
            key("symptoms"),
            key("cancer"),
            key("tumour"),
            key("tumor"),
            key("disease"),
            key("influenza"),
            key("measles"),
            key("cholera"),
            key("ebola"),
            key("quarantine"),
            key("doctors"),
        ],
        words: &[
            "virus",
            "plague",
            "epidemic",
            "pandemic",
            "contagion",
            "contagious",
            "infect",
            "cancer",
            "tumour",
            "tumor",
            "malignan",
            "gangrene",
            "pestilence",
            "fever",
            "festering",
            "fester",
            "haemorrhage",
            "hemorrhage",
            "bleed",
            "life support",
            "intensive care",
            "cripple",
            "paralys",
            "paralyz",
            "toxic",
            "poison",
            "superspreader",
        ],
    },
    Field {
        name: "weather and water",
        topic: &[
            key("rain"),
            key("rains"),
            key("rainfall"),
            key("storm"),
            key("hurricane"),
            key("cyclone"),
            key("typhoon"),
            key("river"),
            key("floods"),
            key("flooding"),
            key("flooded"),
            key("forecasters"),
            key("winds"),
            key("snow"),
            key("weather"),
            key("tornado"),
            key("coastal"),
            key("earthquake"),
            key("tsunami"),
            key("dam"),
            key("meteorologists"),
            key("wildfire"),
            key("wildfires"),
            key("bushfire"),
            key("bushfires"),
            key("blaze"),
            key("firefighters"),
            key("flames"),
        ],
        words: &[
            "flood",
            "deluge",
            "tsunami",
            "tidal wave",
            "torrent",
            "avalanche",
            "storm",
            "swamp",
            "inundate",
            "surge",
            "swell",
            "wash",
            "perfect storm",
            "whirlwind",
            "inferno",
            "engulf",
            "ravage",
            "rage",
            "raging",
            "fan the flames",
            "ignite",
            "conflagration",
            "tinderbox",
            "devastat",
            "catastroph",
            "disaster",
            "apocalyp",
            "overwhelm",
            "batter",
            "pummel",
            "wreak",
        ],
    },
    Field {
        name: "sport",
        topic: &[
            key("match"),
            key("coach"),
            key("season"),
            key("league"),
            key("striker"),
            key("midfielder"),
            key("quarterback"),
            key("innings"),
            key("championship"),
            key("tournament"),
            key("goals"),
            key("scored"),
            key("playoff"),
            key("playoffs"),
            key("olympic"),
            key("stadium"),
            key("batting"),
            key("touchdown"),
            key("goalkeeper"),
        ],
        words: &[
            "showdown",
            "heavyweight",
            "knockout",
            "slam dunk",
            "own goal",
            "rout",
            "thrash",
            "trounce",
            "demolish",
            "crush",
            "humiliat",
            "gladiator",
            "slugfest",
            "hail mary",
            "curveball",
            "hammer",
            "hammering",
            "maul",
            "stun",
            "stunning",
            "shock",
            "heroic",
            "brilliant",
            "blow",
            "dominat",
        ],
    },
];

/// How many different topic words make a text be about a field.
const ENOUGH: usize = 2;

/// The fields a text is about: one bit each.
#[derive(Clone, Copy, Default)]
pub(super) struct Topics(u8);

/// A topic word: its field and its number there.
#[derive(Clone, Copy)]
pub(super) struct Topic {
    field: u8,
    word: u8,
}

/// The topic words, each of one field.
pub(super) fn topics() -> impl Iterator<Item = (WordKey, Topic)> {
    FIELDS
        .iter()
        .zip(0..)
        .flat_map(|(row, field)| row.topic.iter().zip(0..).map(move |(&key, word)| (key, Topic { field, word })))
}

/// The topic words seen so far: one bit each.
#[derive(Default)]
pub(super) struct Seen([u64; FIELDS.len()]);

impl Seen {
    pub(super) fn add(&mut self, topic: Topic) {
        self.0[usize::from(topic.field)] |= 1 << topic.word;
    }

    /// The fields of which enough different words were seen.
    pub(super) fn topics(&self) -> Topics {
        let about = |bits: &u64| bits.count_ones() as usize >= ENOUGH;
        Topics(self.0.iter().enumerate().filter(|(_, bits)| about(bits)).fold(0, |all, (field, _)| all | 1 << field))
    }
}

/// Suppresses marks taken from a field the text is about.
pub(super) fn suppress(topics: Topics, mark: &mut Mark<'_>) {
    let figurative = matches!(
        mark.category,
        Category::Metaphor
            | Category::Sensational
            | Category::Exaggeration
            | Category::LoadedTerm
            | Category::Evaluative
    );
    if topics.0 == 0 || !figurative {
        return;
    }
    let Some(source) = mark.source else { return };
    let phrase = source.phrase();
    // A metaphor of several words says what it is applied to: flood of migrants.
    let is_applied = phrase.contains(" of ") || phrase.contains(" on ");
    let field = FIELDS.iter().enumerate().find(|(at, field)| {
        topics.0 >> at & 1 == 1 && !is_applied && field.words.iter().any(|word| phrase.starts_with(word))
    });
    if let Some((_, field)) = field {
        mark.suppress(rules::LITERAL, format!("literal here: the text is about {}", field.name));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::suppresses;
    use super::*;
    use crate::text::KeySet;

    #[test]
    fn words_of_the_topic() {
        suppresses(
            &rules::LITERAL,
            &[
                ("Soldiers left the line after weeks of shelling. The onslaught began at dawn.", &["onslaught"]),
                ("The committee faced an onslaught from the press.", &[]),
                ("Forecasters expect more rain in Osk. The deluge closed the school.", &["deluge"]),
                ("The office met a deluge of complaints.", &[]),
            ],
        );
    }

    #[test]
    fn topic_words_fit_their_bits_and_belong_to_one_field() {
        assert!(FIELDS.iter().all(|field| field.topic.len() <= 64));
        let keys: KeySet = topics().map(|(key, _)| key).collect();
        assert_eq!(keys.len(), topics().count());
    }
}
