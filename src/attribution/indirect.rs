//! Reporting verbs with a complement behind them.
//!
//! # What it finds
//! A verb of saying, thinking, wanting or perceiving with its subject before it (or, rarely, behind it) and the content
//! behind it: a that-clause with or without *that*, an indirect question, an infinitive, a quotation, what follows a colon, a
//! noun phrase, a participle or the object of a preposition. Which of these a verb takes stands in `cues.tsv`.
//!
//! # Why it matters
//! Two thirds of all attributions in news are indirect (PolNeAR: Newell et al. 2018), and most of them have this form.
//!
//! # Examples
//! - `Officials said the bridge was safe.`
//! - `She told the council on Monday that the road would close.`
//! - `He vowed to appeal.`
//!
//! # Counter-examples
//! - `She told a story.`: no content
//! - `The firm added 200 jobs.`: *add* takes a that-clause or a quotation, no noun phrase
//!
//! # Known limits
//! Where the reported clause ends and the reporter goes on is a guess: up to a comma that returns to the reporting clause, else
//! to the end of the sentence.

use super::candidate::{Candidate, Context, VerbCue};
use super::clause::{Order, Subject};
use super::complement::{Complement, complement_start, distant_that};
use super::cues::{CueClass, Frames, frame_of_preposition};
use super::lexis::{self, COLON};
use super::noun_phrase::base_right;
use super::passive::is_passive;
use super::recognise::{Recognised, recognise};
use super::rules::{self, Rule};
use crate::document::{Tense, TokenRange};

/// Proposes an attribution for each active cue verb.
pub(super) fn detect(context: &Context<'_, '_>, out: &mut Vec<Candidate>) {
    for &found in &context.grid.cues {
        if found.cue.class != CueClass::Verb {
            continue;
        }
        let Some(verb) = context.verb(found) else { continue };
        if is_passive(context, verb) {
            continue;
        }
        if is_topic_preposition(context, verb) {
            continue;
        }
        let subject = context.clauses.subject(verb.index);
        if let Some(candidate) = super::parenthetical::detect(context, verb, subject) {
            out.push(candidate);
        } else if let Some(candidate) = complement(context, verb, subject) {
            out.push(candidate);
        }
    }
}

/// *regarding the budget*: a preposition, though it looks like a verb.
fn is_topic_preposition(context: &Context<'_, '_>, verb: VerbCue) -> bool {
    let word = context.grid.word(verb.group.head());
    verb.group.tokens().len() == 1 && ["regarding", "concerning"].iter().any(|topic| word.eq_ignore_ascii_case(topic))
}

fn complement(context: &Context<'_, '_>, verb: VerbCue, subject: Option<Subject>) -> Option<Candidate> {
    let cue = verb.found.cue;
    let end = verb.found.tokens.end().max(verb.group.tokens().end());
    let start = match subject {
        // *said Ana Ruiz on Monday that …*
        Some(subject) if subject.order == Order::Inverted => return inverted(context, verb, subject),
        _ => end,
    };
    let place = complement_start(context, verb, start);
    let place = distant_that(context, verb, place).unwrap_or(place);
    let found = recognise(context, verb, place)
        .or_else(|| object_alone(context, verb, place))
        .or_else(|| behind_hearer(context, verb, place))?;
    let content = context.trimmed(found.content);
    if content.is_empty() {
        return None;
    }
    let score = found.score
        + strength_bonus(cue.strength)
        + verb_bonus(context, verb, subject)
        + construction_bonus(verb, found.rule);
    let mut candidate = Candidate::new(found.rule, cue, verb.region_number, score).with_group(verb.group);
    candidate.content = vec![content];
    candidate.negated |= is_refusal(context, verb, content);
    candidate.cue = context.verbal_cue(verb);
    candidate.source = source_of(subject);
    Some(candidate)
}

/// *promised a fresh start*: what looked like the hearer is what was said.
fn object_alone(context: &Context<'_, '_>, verb: VerbCue, place: Complement) -> Option<Recognised> {
    let object = place.object.filter(|_| verb.found.cue.frames.has(Frames::NP))?;
    let content =
        TokenRange::new(object.start(), context.phrase_end_in(verb.region, object.start(), context.frame(verb)));
    Some(Recognised { content, rule: &rules::NOUN_PHRASE, score: 50 })
}

/// *warned the town | of floods*: the preposition that looked like part of the hearer begins the content.
fn behind_hearer(context: &Context<'_, '_>, verb: VerbCue, place: Complement) -> Option<Recognised> {
    let grid = context.grid;
    let object = place.object?;
    let frames = verb.found.cue.frames;
    let base = base_right(grid, object.start(), object.end())?;
    let frame = frame_of_preposition(grid.small(base).as_str());
    // *told the stories of farmers*: what hangs on a thing with *of* is no topic.
    let topic = !grid.is(base, lexis::OF) || base == object.start() + 1;
    let clear = verb.found.cue.strength >= 3 && topic;
    let takes = base + 1 < object.end() && grid.is(base, lexis::PREPOSITION) && frames.has(frame) && clear;
    takes.then(|| Recognised {
        content: TokenRange::new(base + 1, context.phrase_end_in(verb.region, base + 1, context.frame(verb))),
        rule: &rules::PREPOSITION,
        score: 52,
    })
}

/// *declined to comment*: nothing was said.
fn is_refusal(context: &Context<'_, '_>, verb: VerbCue, content: TokenRange) -> bool {
    const SAYING: &[&str] = &[
        "comment",
        "say",
        "answer",
        "discuss",
        "confirm",
        "disclose",
        "reveal",
        "elaborate",
        "respond",
        "speak",
        "name",
        "identify",
        "talk",
        "specify",
        "explain",
        "acknowledge",
        "express",
    ];
    let head = context.grid.word(verb.group.head()).to_ascii_lowercase();
    let said = context.grid.word(content.start() + 1);
    (head.starts_with("declin") || head.starts_with("refus"))
        && SAYING.iter().any(|word| said.eq_ignore_ascii_case(word))
}

/// *asked a reporter: “…”*; the content must be a quotation behind the subject.
fn inverted(context: &Context<'_, '_>, verb: VerbCue, subject: Subject) -> Option<Candidate> {
    let cue = verb.found.cue;
    if !cue.frames.has(Frames::QUOTE) {
        return None;
    }
    let place = complement_start(context, verb, subject.tokens.end());
    let grid = context.grid;
    let at = if grid.is(place.at, COLON) { place.at + 1 } else { place.at };
    let (_, quotation) = grid.opaque_at(at).filter(|_| grid.is_hidden(verb.region, at))?;
    let mut candidate = Candidate::new(&rules::VERB_THEN_QUOTE, cue, verb.region_number, 85).with_group(verb.group);
    candidate.content = vec![quotation.outer];
    candidate.cue = context.verbal_cue(verb);
    candidate.source = source_of(Some(subject));
    Some(candidate)
}

pub(super) fn source_of(subject: Option<Subject>) -> Vec<TokenRange> {
    let Some(subject) = subject else { return Vec::new() };
    let relative = subject.relative.filter(|&at| !subject.tokens.contains(at));
    [subject.tokens].into_iter().chain(relative.map(|at| TokenRange::new(at, at + 1))).collect()
}

fn strength_bonus(strength: u8) -> i32 {
    match strength {
        1 => -18,
        2 => 0,
        _ => 12,
    }
}

/// What the form of the verb says about a construction.
fn construction_bonus(verb: VerbCue, rule: &Rule) -> i32 {
    let strength = verb.found.cue.strength;
    let tense = verb.group.tense();
    // Without *that*, a clause behind a weak verb that is not finite is mostly its misread object: *seeing people leave*.
    let misread = match tense {
        Tense::Gerund | Tense::Participle => strength == 1,
        Tense::Infinitive => strength < 3,
        _ => false,
    };
    if rule.id == rules::BARE_CLAUSE.id && misread { -20 } else { 0 }
}

fn verb_bonus(context: &Context<'_, '_>, verb: VerbCue, subject: Option<Subject>) -> i32 {
    let tense = match verb.group.tense() {
        Tense::Infinitive => -14,
        Tense::Gerund => -4,
        Tense::Modal | Tense::Future => -4,
        _ => 0,
    };
    let source = match subject {
        None => -14,
        Some(subject)
            if context.grid.is(subject.tokens.start(), lexis::IT | lexis::THIS) && subject.tokens.len() == 1 =>
        {
            -12
        }
        Some(_) => 0,
    };
    tense + source
}

#[cfg(test)]
mod tests {
    use crate::attribution::testing::check;

    #[test]
    fn examples_and_counter_examples() {
        check(
            &[
                "that-clause",
                "bare-clause",
                "indirect-question",
                "infinitive",
                "gerund",
                "preposition",
                "noun-phrase",
                "object-predicate",
                "verb-then-quote",
            ],
            &[
                ("Officials said the bridge was safe.", &["Officials | said | the bridge was safe"]),
                ("She told the council on Monday that the road would close.", &["She | told | the road would close"]),
                ("He vowed to appeal.", &["He | vowed | to appeal"]),
                ("She asked whether the road would close.", &["She | asked | whether the road would close"]),
                ("They warned of delays.", &["They | warned of | delays"]),
                ("He denied taking the money.", &["He | denied | taking the money"]),
                ("Residents called the plan a disaster.", &["Residents | called | the plan a disaster"]),
                ("They accused the firm of fraud.", &["They | accused | the firm of fraud"]),
                ("He said: “The bridge is safe.”", &["He | said | “The bridge is safe.”"]),
                (
                    "Tom Lake, who runs the port, said the gates would stay shut.",
                    &["Tom Lake, who runs the port | said | the gates would stay shut"],
                ),
                (
                    "Lund said the deal was dead, adding that talks had failed.",
                    &["Lund | said | the deal was dead", "Lund | adding | talks had failed"],
                ),
                ("They praised the crew for staying calm.", &["They | praised | the crew for staying calm"]),
                (
                    "Voters credited the mayor with saving the port.",
                    &["Voters | credited | the mayor with saving the port"],
                ),
                ("She described the offer as a trap.", &["She | described | the offer as a trap"]),
                ("He said despite all that, the road was safe.", &["He | said | despite all that, the road was safe"]),
                ("You might ask, what is new?", &["You | ask | what is new"]),
                (
                    "Ana Ruiz, who grew up in Port Agnes, Dale, said the bridge was safe.",
                    &["Ana Ruiz, who grew up in Port Agnes, Dale | said | the bridge was safe"],
                ),
                ("He added, that there was a need.", &["He | added | there was a need"]),
                ("She called on leaders “not to hurry”.", &["She | called on | leaders “not to hurry”"]),
                ("Lund said the deal was dead, as did his rival.", &["Lund | said | the deal was dead"]),
                (
                    "A poll released Friday said the mayor would win.",
                    &["A poll released Friday | said | the mayor would win"],
                ),
                (
                    "Those who met on Monday said the bridge was safe.",
                    &["Those who met on Monday | said | the bridge was safe"],
                ),
                ("He said he had to leave: “I was tired,” he told the Herald.", &["He | said | he had to leave"]),
                ("Half of them said so.", &["Half of them | said | so"]),
                ("They acknowledged as much in May.", &["They | acknowledged | as much"]),
                ("The miners have warned they could strike.", &["The miners | warned | they could strike"]),
                ("The mayor promised a fresh start.", &["The mayor | promised | a fresh start"]),
                ("His wife had warned him not to go.", &["His wife | warned | not to go"]),
                ("The firm has firmly denied the charge.", &["The firm | denied | the charge"]),
                ("She said neither Lund nor Moor voted.", &["She | said | neither Lund nor Moor voted"]),
                ("Lund said — on the radio, as it happens — that he had won.", &["Lund | said | he had won"]),
                ("Lund told a rally in Port Agnes, Dale, on Monday that it rained.", &["Lund | told | it rained"]),
                ("Critics said that overlooked the costs.", &["Critics | said | that overlooked the costs"]),
                ("He called on the mayor, Ana Ruiz, to resign.", &["He | called on | the mayor, Ana Ruiz, to resign"]),
                ("They urged the mayor to resign.", &["They | urged | to resign"]),
                ("Lund called that “a disgrace.”", &["Lund | called | that “a disgrace.”"]),
                (
                    "One in three said it rained and one in four said it snowed.",
                    &["One in three | said | it rained", "one in four | said | it snowed"],
                ),
                (
                    "Lund left early, calling the vote “unfair” and vowing to appeal.",
                    &["Lund | calling | the vote “unfair”", "Lund | vowing | to appeal"],
                ),
                (
                    "Lund said the port would close, a move that angered the crews.",
                    &["Lund | said | the port would close"],
                ),
                ("They fled in what officials called a riot.", &["officials | called | a riot"]),
                ("He promised to cut taxes, raise wages.", &["He | promised | to cut taxes, raise wages"]),
                ("She used the speech to call for a ban.", &["She | call for | a ban"]),
                (
                    "Lund said he liked Ruiz before adding that she was slow.",
                    &["Lund | said | he liked Ruiz", "Lund | adding | she was slow"],
                ),
                (
                    "Lund claimed the port was safe: “It is safe,” he told the Herald.",
                    &["Lund | claimed | the port was safe"],
                ),
                ("Asked for a date, Lund said, “Not before May.”", &["Lund | said | “Not before May.”"]),
                (
                    "A source speaking to the Herald said it rained.",
                    &["A source speaking to the Herald | said | it rained"],
                ),
                ("A poll released Friday said she led.", &["A poll released Friday | said | she led"]),
                ("The mayor, who was ill, on Monday said it rained.", &["The mayor, who was ill | said | it rained"]),
                // Coordinated verbs and participles go on with the reporter.
                (
                    "Lund said prices would fall, and praised the board.",
                    &["Lund | said | prices would fall", "Lund | praised | the board"],
                ),
                (
                    "Lund said the plan was “too late for the old town,” adding that it was dear.",
                    &["Lund | said | the plan was “too late for the old town,”", "Lund | adding | it was dear"],
                ),
                ("Lund wrote to the harbour board asking for more time.", &["Lund | asking for | more time"]),
                ("Ana Ruiz herself said it was late.", &["Ana Ruiz herself | said | it was late"]),
                (
                    "Peter Moor, a customer based in Dale, said he was tired.",
                    &["Peter Moor, a customer based in Dale | said | he was tired"],
                ),
                (
                    "Ana Ruiz, wearing a shirt covered in buttons, said it rained.",
                    &["Ana Ruiz, wearing a shirt covered in buttons | said | it rained"],
                ),
                (
                    "Tom Lake, a former adviser who backed the port, said Ruiz “understood the risk.”",
                    &[
                        "Tom Lake, a former adviser who backed the port | said | Ruiz “understood the risk.”",
                        "a former adviser ++ who | backed | the port",
                    ],
                ),
                (
                    "The plan was made by Tom Moor, who’s argued that the dam leaks.",
                    &["Tom Moor ++ who | argued | the dam leaks"],
                ),
                (
                    "She sent a note saying, if elected, she would close the port.",
                    &["She | saying | if elected, she would close the port"],
                ),
                ("The mayor has warned us about the floods.", &["The mayor | warned | the floods"]),
                (
                    "Lund said much of his talk with Ruiz was about rain.",
                    &["Lund | said | much of his talk with Ruiz was about rain"],
                ),
                (
                    "She says despite all that, Lund wasn’t wrong.",
                    &["She | says | despite all that, Lund wasn’t wrong"],
                ),
                ("He said at least six planes were lost.", &["He | said | at least six planes were lost"]),
                ("Police said over 200 people fled.", &["Police | said | over 200 people fled"]),
                ("Lund said at a meeting that it rained.", &["Lund | said | it rained"]),
                ("Half of them said no.", &["Half of them | said | no"]),
                ("Officials said no decision had been made.", &["Officials | said | no decision had been made"]),
                (
                    "Lund said they were willing to talk, but not to yield.",
                    &["Lund | said | they were willing to talk, but not to yield"],
                ),
                (
                    "Lund warned on Monday that the dam, even as a ruin, could hold.",
                    &["Lund | warned | the dam, even as a ruin, could hold"],
                ),
                (
                    "He attacked critics who say it is a “farce,” saying that they never read it.",
                    &["He | saying | they never read it", "critics ++ who | say | it is a “farce,”"],
                ),
                (
                    "Legislators backing the law called it fair.",
                    &["Legislators backing the law | called | it fair", "Legislators | backing | the law"],
                ),
                ("She says no to everything.", &[]),
                ("She told a story.", &[]),
                ("He told the stories of farmers.", &[]),
                ("The firm added 200 jobs.", &[]),
                ("The price rose to nine crowns.", &[]),
            ],
        );
    }
}
