//! The lexicons the crate ships. Each analyzer owns its files; this table names them.

use once_cell::sync::OnceCell;

use super::{Lexicon, LexiconSet};
use crate::Result;

/// Name and text of each file. The name is its analyzer and what it holds.
const FILES: &[(&str, &str)] = &[
    ("attribution/cues", include_str!("../attribution/cues.tsv")),
    ("loaded/assertive", include_str!("../loaded/lexicon/assertive.tsv")),
    ("loaded/booster", include_str!("../loaded/lexicon/booster.tsv")),
    ("loaded/contested-term", include_str!("../loaded/lexicon/contested-term.tsv")),
    ("loaded/distancing", include_str!("../loaded/lexicon/distancing.tsv")),
    ("loaded/evaluative", include_str!("../loaded/lexicon/evaluative.tsv")),
    ("loaded/exaggeration", include_str!("../loaded/lexicon/exaggeration.tsv")),
    ("loaded/factive", include_str!("../loaded/lexicon/factive.tsv")),
    ("loaded/fear", include_str!("../loaded/lexicon/fear.tsv")),
    ("loaded/flag-waving", include_str!("../loaded/lexicon/flag-waving.tsv")),
    ("loaded/hedge", include_str!("../loaded/lexicon/hedge.tsv")),
    ("loaded/implicative", include_str!("../loaded/lexicon/implicative.tsv")),
    ("loaded/label", include_str!("../loaded/lexicon/label.tsv")),
    ("loaded/loaded-term", include_str!("../loaded/lexicon/loaded-term.tsv")),
    ("loaded/metaphor", include_str!("../loaded/lexicon/metaphor.tsv")),
    ("loaded/minimisation", include_str!("../loaded/lexicon/minimisation.tsv")),
    ("loaded/moral", include_str!("../loaded/lexicon/moral.tsv")),
    ("loaded/reporting-verb", include_str!("../loaded/lexicon/reporting-verb.tsv")),
    ("loaded/sensational", include_str!("../loaded/lexicon/sensational.tsv")),
    ("loaded/slogan", include_str!("../loaded/lexicon/slogan.tsv")),
    ("loaded/us-against-them", include_str!("../loaded/lexicon/us-against-them.tsv")),
    ("loaded/weasel", include_str!("../loaded/lexicon/weasel.tsv")),
];

/// The built-in lexicons of all analyzers, compiled at first use.
pub(crate) fn builtin() -> Result<&'static LexiconSet> {
    static BUILTIN: OnceCell<LexiconSet> = OnceCell::new();
    BUILTIN.get_or_try_init(|| {
        let lexicons: Result<Vec<Lexicon>> =
            FILES.iter().map(|&(name, text)| Lexicon::read_shipped(name, text)).collect();
        Ok(LexiconSet::new(lexicons?))
    })
}

/// The built-in lexicons of all analyzers: to look at, to list, to cite.
///
/// # Errors
/// If a built-in file cannot be read, which would be a defect of the build.
///
/// ```
/// let lexicons = newsframe::lexicon::builtin_lexicons()?;
/// assert!(lexicons.iter().any(|lexicon| lexicon.entries().any(|entry| entry.phrase() == "according to")));
/// # Ok::<(), newsframe::Error>(())
/// ```
pub fn builtin_lexicons() -> Result<&'static [Lexicon]> {
    Ok(builtin()?.lexicons())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Entry, Example, PartOfSpeech, Rejection};
    use crate::{Article, Document};

    fn examples() -> impl Iterator<Item = (Entry<'static>, Example<'static>)> {
        let lexicons = builtin().unwrap().lexicons();
        lexicons
            .iter()
            .flat_map(Lexicon::entries)
            .flat_map(|entry| entry.examples().map(move |example| (entry, example)))
    }

    /// Whether the entry matches in the example, or would if a longer phrase did not cover it or with another tag.
    fn matches(entry: Entry<'_>, example: Example<'_>) -> (bool, bool) {
        let set = builtin().unwrap();
        let document = Document::new(Article::from_text(example.text).unwrap()).unwrap();
        let candidates = set.candidates(&document);
        let same = candidates.iter().filter(|candidate| {
            let other = set.entry(candidate.found);
            other.line() == entry.line() && other.lexicon.name() == entry.lexicon.name()
        });
        let found = same.clone().any(|candidate| matches!(candidate.rejection, None | Some(Rejection::Covered)));
        let mistagged = same.clone().any(|candidate| candidate.rejection == Some(Rejection::PartOfSpeech));
        (found, found || mistagged)
    }

    /// That a cue is no cue here is for the attribution analyzer to say: its counter-examples turn on syntax.
    #[test]
    fn examples_match_and_counter_examples_do_not() {
        let judged =
            examples().filter(|(entry, example)| example.matches || entry.lexicon.name() != "attribution/cues");
        let (mut wrong, mut mistagged, mut total) = (Vec::new(), Vec::new(), 0);
        for (entry, example) in judged {
            total += 1;
            let (found, with_another_tag) = matches(entry, example);
            if found != example.matches {
                // No tagger is right on every rare word: its misses are counted, and few.
                let list = if with_another_tag && example.matches { &mut mistagged } else { &mut wrong };
                list.push(format!("{entry:?}, line {}: {}", example.line, example.text));
            }
        }
        assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
        let few = mistagged.len() * 30 <= total;
        assert!(few, "{} of {total} mistagged:\n{}", mistagged.len(), mistagged.join("\n"));
    }

    #[test]
    fn the_files_are_in_normal_form() {
        for &(name, text) in FILES {
            let lexicon = Lexicon::parse(name, text).unwrap();
            assert_eq!(lexicon.to_tsv(), text, "{name}: not as written by to_tsv");
            let keys: Vec<_> = lexicon
                .entries()
                .map(|entry| (entry.phrase().to_lowercase(), entry.phrase(), entry.get("pos")))
                .collect();
            let unsorted = keys.windows(2).find(|pair| pair[0] >= pair[1]);
            assert!(unsorted.is_none(), "{name}: not sorted by phrase and part of speech: {unsorted:?}");
        }
    }

    /// Such an entry would be found twice: by itself and by the rules of inflection.
    #[test]
    fn no_entry_is_a_mere_form_of_another() {
        for &(name, text) in FILES {
            let set = LexiconSet::new([Lexicon::parse(name, text).unwrap()]);
            for entry in set.lexicons()[0].entries() {
                let fixed = |part| matches!(part, PartOfSpeech::Phrase | PartOfSpeech::Exact);
                if entry.parts_of_speech().iter().all(fixed) {
                    let others = set.entries_of(entry.phrase()).filter(|other| other.line() != entry.line());
                    assert_eq!(others.map(|other| other.phrase()).collect::<Vec<_>>(), [""; 0], "{entry:?}");
                }
            }
        }
    }
}
