//! brat, Web Annotation, spaCy and UIMA: offsets point at the words, and the structure is what the format demands.

use std::collections::{BTreeMap, BTreeSet};

use newsframe::export::{CasJson, OffsetUnit, SpacyDoc, WebAnnotations, brat, rows};
use newsframe::{Analysis, Article, Document};
use proptest::prelude::*;
use serde_json::Value;

use super::fixture::{analysis, document};

fn save(name: &str, text: impl AsRef<[u8]>) {
    std::fs::write(super::folder().join(name), text).unwrap();
}

fn json(name: &str, value: impl serde::Serialize) -> Value {
    let text = serde_json::to_string_pretty(&value).unwrap();
    save(name, &text);
    serde_json::from_str(&text).unwrap()
}

fn number(value: &Value) -> usize {
    value.as_u64().unwrap_or_else(|| panic!("{value}")) as usize
}

/// Checks a `.ann` file by the rules of brat's own reader; the identifiers it defines.
fn check_ann(text: &str, ann: &str) -> BTreeMap<String, String> {
    let chars: Vec<char> = text.chars().collect();
    let mut ids = BTreeMap::new();
    for line in ann.strip_suffix('\n').unwrap_or(ann).split('\n').filter(|line| !line.is_empty()) {
        let (id, rest) = line.split_once('\t').unwrap();
        if let Some(rest) = id.starts_with('T').then_some(rest) {
            let (head, words) = rest.split_once('\t').unwrap();
            let (kind, offsets) = head.split_once(' ').unwrap();
            assert!(kind.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'), "{kind}");
            let mut end = 0;
            let pieces: Vec<String> = offsets
                .split(';')
                .map(|piece| {
                    let (from, to) = piece.split_once(' ').unwrap();
                    let (from, to): (usize, usize) = (from.parse().unwrap(), to.parse().unwrap());
                    assert!(end <= from && from < to, "{line}");
                    end = to;
                    chars[from..to].iter().collect()
                })
                .collect();
            assert_eq!(pieces.join(" "), words);
        }
        for word in rest.split_whitespace().filter(|_| !id.starts_with(['T', '#'])) {
            let target = word.rsplit(':').next().unwrap();
            if target.starts_with('T') && target[1..].parse::<u32>().is_ok() {
                assert!(ids.contains_key(target), "{line}");
            }
        }
        assert!(ids.insert(id.to_owned(), rest.to_owned()).is_none(), "{id} twice");
    }
    ids
}

fn ann_of(document: &Document, analysis: &Analysis) -> String {
    let mut ann = Vec::new();
    brat::write(&mut ann, document, analysis).unwrap();
    String::from_utf8(ann).unwrap()
}

#[test]
fn brat_standoff() {
    let document = document();
    let analysis = analysis(&document);
    let ann = ann_of(&document, &analysis);
    save("article.txt", document.text());
    save("article.ann", &ann);
    let ids = check_ann(document.text(), &ann);
    let all: BTreeSet<&str> = ids.values().map(String::as_str).collect();
    let having = |words: &str| all.iter().filter(|line| line.contains(words)).count();
    assert!(all.iter().any(|line| line.starts_with("Attribution ") && line.ends_with("\tsaid")), "the cue carries it");
    assert_eq!(
        having("“=1+1 is no <b>plan</b>,” “and it never was.”"),
        1,
        "three pieces: an interruption and a line end"
    );
    assert_eq!(having("has_source "), 2);
    assert_eq!(having("Stance T"), 3);
    assert_eq!(having("Negated T"), 1, "flags are there only when true");
    assert!(all.iter().any(|line| line.ends_with("votes/tally: a vote: \"tab here\"")));
}

#[test]
fn brat_configuration_knows_every_type_and_value() {
    let document = document();
    let mut conf = Vec::new();
    brat::write_configuration(&mut conf).unwrap();
    let conf = String::from_utf8(conf).unwrap();
    save("annotation.conf", &conf);
    for line in ann_of(&document, &analysis(&document)).lines() {
        let (id, rest) = line.split_once('\t').unwrap();
        let name = rest.split(' ').next().unwrap();
        match id.as_bytes()[0] {
            b'T' => assert!(conf.lines().any(|known| known == name), "{name}"),
            b'R' => assert!(conf.lines().any(|known| known.starts_with(&format!("{name}\t"))), "{name}"),
            b'A' => {
                let known = conf.lines().find(|known| known.starts_with(&format!("{name}\t"))).unwrap();
                let value = rest.split(' ').nth(2);
                let values = known.split("Value:").nth(1).unwrap_or_default();
                assert!(value.is_none_or(|value| values.split('|').any(|known| known == value)), "{rest}");
            }
            _ => {}
        }
    }
}

#[test]
fn web_annotations_are_found_by_position_and_by_quotation() {
    let document = document();
    let analysis = analysis(&document);
    let page = json("web-annotation.json", WebAnnotations::new(&document, &analysis));
    assert_eq!(page["type"], "AnnotationPage");
    let chars: Vec<char> = document.text().chars().collect();
    let mut ids = BTreeSet::new();
    for item in page["items"].as_array().unwrap() {
        let [quote, position] = [0, 1].map(|index| &item["target"]["selector"][index]);
        let words: String = chars[number(&position["start"])..number(&position["end"])].iter().collect();
        assert_eq!(quote["exact"], words.as_str());
        let context: String = ["prefix", "exact", "suffix"].iter().map(|name| quote[*name].as_str().unwrap()).collect();
        assert!(document.text().contains(&context));
        assert!(ids.insert(item["id"].as_str().unwrap().to_owned()), "ids are unique");
    }
    for link in page["items"].as_array().unwrap().iter().filter(|item| item["motivation"] == "linking") {
        assert!(ids.contains(link["body"][0]["source"].as_str().unwrap()), "links point at annotations");
    }
    assert_eq!(ids.iter().filter(|id| id.split(':').count() == 4).count(), rows(&document, &analysis).len());
}

/// What spaCy makes of the tokens: words, each with or without a space behind it.
fn check_spacy(text: &str, doc: &Value) {
    let chars: Vec<char> = text.chars().collect();
    let tokens: Vec<(usize, usize)> = doc["tokens"]
        .as_array()
        .unwrap()
        .iter()
        .map(|token| (number(&token["start"]), number(&token["end"])))
        .collect();
    let mut made = String::new();
    for (index, &(start, end)) in tokens.iter().enumerate() {
        made.extend(&chars[start..end]);
        let next = tokens.get(index + 1).map_or(chars.len(), |next| next.0);
        assert!(next == end || chars[end..next] == [' '], "only a space may be left out");
        made.extend(&chars[end..next]);
    }
    assert_eq!(made, text);
    let (starts, ends): (BTreeSet<_>, BTreeSet<_>) = tokens.iter().copied().unzip();
    let group = doc["spans"]["newsframe"].as_array().unwrap();
    for span in doc["ents"].as_array().unwrap().iter().chain(group).chain(doc["sents"].as_array().unwrap()) {
        assert!(starts.contains(&number(&span["start"])) && ends.contains(&number(&span["end"])), "{span}");
    }
    let mut end = 0;
    for entity in doc["ents"].as_array().unwrap() {
        assert!(end <= number(&entity["start"]), "entities do not overlap");
        end = number(&entity["end"]);
    }
}

#[test]
fn spacy_documents_consist_of_whole_tokens() {
    let document = document();
    let analysis = analysis(&document);
    let doc = json("spacy.json", SpacyDoc::new(&document, &analysis));
    check_spacy(document.text(), &doc);
    assert_eq!(doc["spans"]["newsframe"].as_array().unwrap().len(), analysis.findings().len());
}

fn check_cas(document: &Document, cas: &Value) {
    let units: Vec<u16> = document.text().encode_utf16().collect();
    let structures = cas["%FEATURE_STRUCTURES"].as_array().unwrap();
    let ids: BTreeSet<usize> = structures.iter().map(|fs| number(&fs["%ID"])).collect();
    assert_eq!(ids.len(), structures.len());
    for fs in structures.iter().skip(1) {
        let words = String::from_utf16(&units[number(&fs["begin"])..number(&fs["end"])]).unwrap();
        assert!(!words.is_empty() || fs["%TYPE"] == "uima.tcas.DocumentAnnotation");
        let kind = fs["%TYPE"].as_str().unwrap();
        let features = fs.as_object().unwrap().keys().map(|key| key.trim_start_matches('@'));
        let own = features.filter(|key| !key.starts_with('%') && !["sofa", "begin", "end"].contains(key));
        if let Some(declared) = cas["%TYPES"].get(kind) {
            own.for_each(|key| assert!(declared.get(key).is_some(), "{kind} {key}"));
        }
        for end in ["@Governor", "@Dependent"] {
            assert!(fs.get(end).is_none_or(|id| ids.contains(&number(id))));
        }
    }
    assert_eq!(cas["%VIEWS"]["_InitialView"]["%MEMBERS"].as_array().unwrap().len(), structures.len() - 1);
}

#[test]
fn cas_json_declares_what_it_uses() {
    let document = document();
    let cas = json("cas.json", CasJson::new(&document, &analysis(&document)));
    check_cas(&document, &cas);
    let links = cas["%FEATURE_STRUCTURES"].as_array().unwrap().iter().filter(|fs| fs["%TYPE"] == "newsframe.Link");
    assert!(links.count() > 5);
}

proptest! {
    #[test]
    fn any_text_exports_soundly(text in "[ a-z“”\"é🙂<>&\n\r\t\u{85}\u{2028}\0.,!0-9%]{0,160}") {
        let document = Document::new(Article::from_text(format!("He slammed {text} brazen 40% said Ana Ruiz “{text}”")).unwrap()).unwrap();
        let analysis = Analysis::of(&document);
        check_ann(document.text(), &ann_of(&document, &analysis));
        check_spacy(document.text(), &serde_json::to_value(SpacyDoc::new(&document, &analysis)).unwrap());
        check_cas(&document, &serde_json::to_value(CasJson::new(&document, &analysis)).unwrap());
        let page = serde_json::to_value(WebAnnotations::new(&document, &analysis)).unwrap();
        for item in page["items"].as_array().unwrap() {
            let [quote, position] = [0, 1].map(|index| &item["target"]["selector"][index]);
            let span = OffsetUnit::CodePoint.span(&document, number(&position["start"]), number(&position["end"])).unwrap();
            prop_assert_eq!(quote["exact"].as_str().unwrap(), document.slice(span));
        }
    }
}
