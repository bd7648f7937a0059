//! Who speaks, in short texts: the speaker and kind of source of each attribution, in order.

use super::super::model::SourceKind;
use super::super::testing::analyze;

/// A text, and `speaker (kind)` of its attributions.
const CASES: &[(&str, &[&str])] = &[
    // Two people side by side.
    (
        "Ana Ruiz and Tom Lake met on Monday. They said the plan was sound. The pair also vowed to fight on.",
        &["Ana Ruiz and Tom Lake (named)", "Ana Ruiz and Tom Lake (named)"],
    ),
    // An office glued to the body, and the body behind the person.
    ("Lesk Department of Transportation official Tom Berg said the road was safe.", &["Tom Berg (named)"]),
    ("Ana Ruiz of the Bill and Mary Lake Foundation noted that the sprays are common.", &["Ana Ruiz (named)"]),
    ("President-elect Ana Ruiz said she would visit.", &["Ana Ruiz (named)"]),
    (
        "The plan is dead, harbour master Ingrid Solberg told reporters. “We have no money,” she said.",
        &["Ingrid Solberg (named)", "Ingrid Solberg (named)"],
    ),
    // As the article mostly names her.
    (
        "Mary Anne Jane Bell resigned. Mary Bell said she was tired. “I am tired,” said Mary Bell.",
        &["Mary Bell (named)", "Mary Bell (named)"],
    ),
    // A newspaper that is called like a woman.
    (
        "In an interview with Dawn, Mary Bell said the law was old. She said it would change.",
        &["Mary Bell (named)", "Mary Bell (named)"],
    ),
    ("Dawn reported that the minister had resigned.", &["Dawn (organisation)"]),
    // Works of data, by the words beside the name or by its form and use.
    ("The monitoring project Driftline said the loss was the fastest ever.", &["Driftline (document)"]),
    ("The bay lost 40 square miles of ice, according to SeaState.", &["SeaState (document)"]),
    ("The charity project Haven said it needed money.", &["Haven (organisation)"]),
    // A short form given in brackets.
    (
        "The Institute of Tides and Storms (Tidestorm) was founded in 1990. Tidestorm said the wave was high.",
        &["Institute of Tides and Storms (organisation)"],
    ),
];

#[test]
fn speakers_and_kinds_of_short_texts() {
    let mut wrong = Vec::new();
    for (text, expected) in CASES {
        let (_, found) = analyze(text);
        let outer = found.iter().filter(|one| one.parent().is_none() && !one.is_possible_continuation());
        let speakers: Vec<String> = outer
            .filter(|one| one.source_kind() != SourceKind::None)
            .map(|one| {
                let name = found.speaker_of(one).map_or("-", |entity| entity.name());
                format!("{name} ({})", one.source_kind().name())
            })
            .collect();
        if speakers != *expected {
            wrong.push(format!("{text}\n  {speakers:?}\n  {expected:?} ({})", found.relations().len()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
