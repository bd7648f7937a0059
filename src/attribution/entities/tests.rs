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
    ("Rents rose 4 percent last year, according to BrightPoll.", &["BrightPoll (organisation)"]),
    ("The firm lost 40 square miles of forest, according to McAllen.", &["McAllen (organisation)"]),
    ("The charity project Haven said it needed money.", &["Haven (organisation)"]),
    // Two offices of one person, and one of a group.
    ("Author and critic Ana Ruiz said the film was dull.", &["Ana Ruiz (named)"]),
    ("Ana Ruiz of the council and contributor to the Post said the vote was close.", &["Ana Ruiz (named)"]),
    ("One of the unions said the offer was poor.", &["One of the unions (organisation)"]),
    ("One of the lamps, according to a man who would not be named, had gone out.", &["a man (anonymous)"]),
    ("Thirty per cent of voters said the tax was fair.", &["Thirty per cent of voters (collective)"]),
    ("A group of senators said the bill was dead.", &["A group of senators (collective)"]),
    ("Ana Ruiz of the Post and author of two books said the vote was close.", &["Ana Ruiz (named)"]),
    // People spoken of by all of them, and by those they own.
    ("The teachers met on Monday. They all said that the plan was poor.", &["The teachers (collective)"]),
    (
        "Viktor Harlan's spokesman resigned. The president praised his spokesman and said the work was good.",
        &["Viktor Harlan (named)", "Viktor Harlan (named)"],
    ),
    // A short form given in brackets.
    (
        "The Institute of Tides and Storms (Tidestorm) was founded in 1990. Tidestorm said the wave was high.",
        &["Institute of Tides and Storms (organisation)"],
    ),
    // Of two with a surname the one named in full more often; a title tells them apart.
    (
        "Ana Ruiz won on Monday. Ana Ruiz thanked voters. Her niece Clara Ruiz published a book. Ruiz said it was false.",
        &["Ana Ruiz (named)", "Ana Ruiz (named)"],
    ),
    ("Ana Ruiz and Tom Ruiz met. Mr Ruiz said it was late.", &["Tom Ruiz (named)"]),
    // Two surnames, a surname with a hyphen, a name with an article.
    ("Ana Rosell Navarro resigned. Rosell said she was tired.", &["Ana Rosell Navarro (named)"]),
    (
        "Tom Lake-Berg studied glue. Lake-Berg found that it holds. Lake-Berg said it was new.",
        &["Tom Lake-Berg (named)", "Tom Lake-Berg (named)"],
    ),
    ("Union president Omar el-Dari said the talks would go on.", &["Omar el-Dari (named)"]),
    // Words that only begin the sentence, or follow the name in a headline.
    ("Ana Ruiz spoke first. Unlike Ruiz, Tom Lake was calm. Maybe Ruiz said that it was late.", &["Ana Ruiz (named)"]),
    // Short forms.
    ("The Lesk Monetary Fund met. Growth will slow, according to the LMF.", &["Lesk Monetary Fund (organisation)"]),
    (
        "The United States Commission on Harbour Safety met. The CHS said it was late.",
        &["United States Commission on Harbour Safety (organisation)"],
    ),
    (
        "The Norland Court of Justice met on Monday. The Court of Justice ruled that the law was void.",
        &["Norland Court of Justice (organisation)"],
    ),
    // Offices: another rank, another name for the same one, two of two countries.
    (
        "Norland's Foreign Secretary Ana Ruiz spoke. The foreign minister said the border was open.",
        &["Ana Ruiz (named)"],
    ),
    (
        "President Ana Ruiz met Vice President Tom Lake. The president said it went well. The vice president said it was late.",
        &["Ana Ruiz (named)", "Tom Lake (named)"],
    ),
    (
        "Norlandic President Ana Ruiz met Leskian President Tom Lake. The Norlandic president said it went well.",
        &["Ana Ruiz (named)"],
    ),
    (
        "Norlandic President Ana Ruiz met Tom Lake, the Lesk coach. The Norlandic leader said it went well.",
        &["Ana Ruiz (named)"],
    ),
    ("Ana Ruiz resigned on Monday. The 58-year-old politician said she was tired.", &["Ana Ruiz (named)"]),
    ("The baker's widow, former chess champion Ana Ruiz, said he was gone.", &["Ana Ruiz (named)"]),
    // Those listed behind a plural, and two before *both*.
    (
        "The authors, Ana Ruiz of Lesk and Tom Lake of Norland, measured it. They found that it grew.",
        &["Ana Ruiz and Tom Lake (named)"],
    ),
    ("Ana Ruiz and Tom Lake spoke. Ruiz and Lake both said the plan was sound.", &["Ana Ruiz and Tom Lake (named)"]),
    // *They* are people, or a body that has just acted; things are nobody.
    (
        "Sources said the price of talks with voters was high. They said it would fall.",
        &["Sources (anonymous)", "Sources (anonymous)"],
    ),
    (
        "Campaigners for animal rights met. Ana Ruiz's animal foundation said she was ill. She had, they said, no plans.",
        &["Ana Ruiz's animal foundation (organisation)", "Ana Ruiz's animal foundation (organisation)"],
    ),
    ("Norlandic President Ana Ruiz spoke. President of Lesk Tom Berg said it was late.", &["Tom Berg (named)"]),
    ("Republican Representatives said the bill was dead.", &["Republican Representatives (collective)"]),
    ("The House of Representatives said the bill was dead.", &["House of Representatives (organisation)"]),
    (
        "According to the news agency LNA, the prosecutor of Lesk, Tom Berg, said the trial would begin.",
        &["LNA (organisation)"],
    ),
    (
        "Hamid Ruiz was a leader for years. He fled in May. The press asked Tom Berg about it, but he declined to comment.",
        &["The press (organisation)", "Tom Berg (named)"],
    ),
    (
        "Michael Berg, the information minister paid tribute to Tom Lake. He said it was a loss.",
        &["Michael Berg (named)", "Michael Berg (named)"],
    ),
    (
        "One of the deputies, Rebecca Ruiz, spoke of Tom Lake. She said that he was honest.",
        &["Rebecca Ruiz (named)", "Rebecca Ruiz (named)"],
    ),
    ("A dozen Senate Republicans said that the bill was dead.", &["A dozen Senate Republicans (collective)"]),
    ("The home of Prime Minister Tom Berg, who said he was ill, is near.", &["Tom Berg (named)"]),
    ("Leskites said the plant was late.", &["Leskites (collective)"]),
    ("A group of senators said the bill was dead.", &["A group of senators (collective)"]),
    // Pairs with their first word, nobody at all, what stands alone for many.
    ("Neither Ana Ruiz nor Tom Lake would say why.", &["Ana Ruiz and Tom Lake (named)"]),
    ("No organisation claimed responsibility.", &[]),
    (
        "Two officials met in Lesk. The officials said it was late. All agreed that it was cold.",
        &["Two officials (collective)", "Two officials (collective)"],
    ),
    // *all* and *both* behind those they count.
    ("The engineers all said it was late.", &["The engineers (collective)"]),
    ("Two officials met in Lesk. They both agreed that it was cold.", &["Two officials (collective)"]),
    // The voice of a body, a short form that the article explains, whose view it is.
    (
        "“We have no money,” said Lund Foods spokesman Tom Berg. “We expect a loss,” he added.",
        &["Tom Berg (named)", "Tom Berg (named)"],
    ),
    (
        "The National Harbour Office (NHO) met. The road was safe, according to an NHO report.",
        &["National Harbour Office report (document)"],
    ),
    ("Ana Ruiz is a pilot. In her view, the road is too narrow.", &["Ana Ruiz (named)"]),
    ("An attorney representing the farmers said it was late.", &["An attorney (role)"]),
    ("Ana Ruiz resigned in May. Ruiz herself said it was time.", &["Ana Ruiz (named)"]),
    ("The Ruiz campaign met. The Lake campaign said it was late.", &["The Lake campaign (organisation)"]),
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
