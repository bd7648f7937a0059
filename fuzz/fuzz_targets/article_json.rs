//! Any bytes as JSON: an article is refused, or is whole and survives being written and read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newsframe::article::schema_org::NewsArticle;
use newsframe::{Analysis, Article, Document};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(article) = serde_json::from_slice::<Article>(bytes) {
        let json = serde_json::to_string(&article).unwrap();
        assert_eq!(serde_json::from_str::<Article>(&json).unwrap(), article);
        let document = Document::new(article).unwrap();
        Analysis::of(&document).check(&document).unwrap();
    }
    if let Ok(object) = serde_json::from_slice::<NewsArticle>(bytes) {
        let _ = Article::try_from(object);
    }
    if let Ok(analysis) = serde_json::from_slice::<Analysis>(bytes) {
        let document = Document::new(Article::from_text("Rain fell.").unwrap()).unwrap();
        let _ = analysis.check(&document);
    }
});
