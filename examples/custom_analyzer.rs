//! An analyzer and a lexicon of one's own, run with the built-in ones: as a tuple, and as a plug-in of the pipeline.

use newsframe::lexicon::{Lexicon, LexiconSet};
use newsframe::{Analysis, Analyzer, Article, Confidence, Document, Finding, LoadedLanguage, Pipeline, RuleId, Span};

/// A lexicon file: the columns are separated by tabs; the lines below an entry are its tests.
const ANONYMITY: &str = "phrase\tcategory\tpos\n\
    condition of anonymity\tanonymity\tnoun\n\
    +\tShe spoke on condition of anonymity.\n\
    familiar with the matter\tanonymity\t\n\
    not authorised to speak\tanonymity\t\n";
const TEXT: &str = "The council brazenly hid the bill, a person familiar with the matter said. \
    “It is a fiasco,” said an official who spoke on condition of anonymity.";

/// Finds where a source is kept from the reader.
struct Anonymity(LexiconSet);
struct Hidden {
    span: Span,
    rule: RuleId,
    reason: String,
}

#[rustfmt::skip]
impl Finding for Hidden {
    fn span(&self) -> Span { self.span }
    fn rule(&self) -> &RuleId { &self.rule }
    fn evidence(&self) -> &[Span] { &[] }
    fn confidence(&self) -> Confidence { Confidence::percent(90) }
    fn reason(&self) -> &str { &self.reason }
}

impl Analyzer for Anonymity {
    type Output = Vec<Hidden>;

    fn analyze(&self, document: &Document) -> Vec<Hidden> {
        let finding = |found| {
            let reason = format!("“{}” keeps a source from the reader", self.0.entry(found).phrase());
            Hidden { span: document.span_of(found.tokens()), rule: RuleId::new("mine/anonymity"), reason }
        };
        self.0.matches(document).into_iter().map(finding).collect()
    }
}

fn main() -> newsframe::Result<()> {
    let document = Document::new(Article::from_text(TEXT)?)?;
    let anonymity = || Lexicon::parse("anonymity", ANONYMITY).map(|lexicon| Anonymity(LexiconSet::new([lexicon])));

    // A tuple of analyzers is an analyzer: the types of all outputs are kept.
    let (hidden, loaded) = (anonymity()?, LoadedLanguage::new()).analyze(&document);
    println!("{} hidden sources, {} loaded words", hidden.len(), loaded.len());

    // As a plug-in its findings stand beside the others, in reports and exports too.
    let analysis: Analysis = Pipeline::builder().plugin(anonymity()?).build().analyze(&document);
    for finding in analysis.findings() {
        println!("{:27} {:30.28} {}", finding.rule().as_str(), document.slice(finding.span()), finding.reason());
    }
    Ok(())
}
