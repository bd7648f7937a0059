//! Reader of schema.org `NewsArticle` objects, the JSON-LD that news sites embed in their pages.

use serde::Deserialize;

use super::{Article, Metadata};
use crate::{Error, Result};

/// A schema.org `NewsArticle` (or another kind of `Article`), alone or in an `@graph`.
///
/// `headline`, `alternativeHeadline` (as standfirst), `dateline` and `articleBody` become text; `articleSection`,
/// `publisher`, `author`, `url`, `datePublished` and `inLanguage` become metadata. Other properties are ignored.
///
/// ```
/// use newsframe::Article;
/// use newsframe::article::schema_org::NewsArticle;
///
/// let json = r#"{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Harbour to close",
///     "articleBody": "The harbour closes on Friday.", "publisher": {"@type": "Organization", "name": "The Harbour Gazette"}}"#;
/// let article = Article::try_from(serde_json::from_str::<NewsArticle>(json).unwrap())?;
/// assert_eq!(article.headline(), Some("Harbour to close"));
/// assert_eq!(article.metadata().outlet.as_deref(), Some("The Harbour Gazette"));
/// # Ok::<(), newsframe::Error>(())
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct NewsArticle {
    #[serde(rename = "@type", alias = "type")]
    kind: Many<String>,
    #[serde(rename = "@graph")]
    graph: Vec<Node>,
    headline: Option<String>,
    alternative_headline: Option<String>,
    dateline: Option<String>,
    article_body: Option<String>,
    article_section: Many<String>,
    author: Many<Named>,
    publisher: Many<Named>,
    url: Option<String>,
    main_entity_of_page: Many<Named>,
    date_published: Option<String>,
    in_language: Many<Named>,
}

/// One value or a list of them, as JSON-LD allows everywhere.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Many<T> {
    List(Vec<T>),
    One(T),
    None(()),
}

/// A name, or an object that has one.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Named {
    Plain(String),
    Object {
        #[serde(alias = "alternateName")]
        name: Option<String>,
        #[serde(rename = "@id")]
        id: Option<String>,
    },
}

/// A node of a graph: an article, or something else that the graph describes (a site, a picture).
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Node {
    Article(Box<NewsArticle>),
    Other(serde::de::IgnoredAny),
}

impl<T> Default for Many<T> {
    fn default() -> Self {
        Self::None(())
    }
}

impl<T> Many<T> {
    fn into_vec(self) -> Vec<T> {
        match self {
            Self::List(list) => list,
            Self::One(one) => vec![one],
            Self::None(()) => Vec::new(),
        }
    }
}

impl Named {
    fn into_name(self) -> Option<String> {
        match self {
            Self::Plain(name) => Some(name),
            Self::Object { name, id } => name.or(id),
        }
    }
}

impl NewsArticle {
    /// Whether its type is one of schema.org's kinds of article.
    fn is_article(&self) -> bool {
        let names = match &self.kind {
            Many::List(names) => names.as_slice(),
            Many::One(name) => std::slice::from_ref(name),
            Many::None(()) => &[],
        };
        names.iter().any(|name| {
            let name = name.rsplit(['/', ':']).next().unwrap_or_default();
            name.ends_with("NewsArticle") || matches!(name, "Article" | "BlogPosting" | "Report" | "LiveBlogPosting")
        })
    }
}

impl TryFrom<NewsArticle> for Article {
    type Error = Error;

    /// # Errors
    /// If the object (or no node of its graph) is an article, or if it has neither `headline` nor `articleBody`.
    fn try_from(object: NewsArticle) -> Result<Self> {
        let is_article = object.is_article();
        // A graph is not nested in a graph, so one look is enough.
        let mut nodes = object.graph.iter().filter_map(|node| match node {
            Node::Article(article) if article.is_article() => Some((**article).clone()),
            _ => None,
        });
        let found = nodes.next();
        let object = match found {
            _ if is_article => object,
            Some(article) => article,
            None => return Err(Error::field("@type", "expected NewsArticle or another kind of Article")),
        };
        if object.headline.is_none() && object.article_body.is_none() {
            return Err(Error::field("articleBody", "missing, and so is `headline`"));
        }
        let first = |many: Many<Named>| many.into_vec().into_iter().find_map(Named::into_name);
        let metadata = Metadata {
            outlet: first(object.publisher),
            url: object.url.or_else(|| first(object.main_entity_of_page)),
            date: object.date_published,
            language: first(object.in_language),
            section: object.article_section.into_vec(),
            authors: object.author.into_vec().into_iter().filter_map(Named::into_name).collect(),
        };
        let mut builder = Self::builder().metadata(metadata);
        builder = object.headline.into_iter().fold(builder, |builder, text| builder.headline(text));
        builder = object.alternative_headline.into_iter().fold(builder, |builder, text| builder.standfirst(text));
        builder = object.dateline.into_iter().fold(builder, |builder, text| builder.dateline(text));
        builder = object.article_body.into_iter().fold(builder, |builder, text| builder.body(text));
        builder.build()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Article, String> {
        let object: NewsArticle = serde_json::from_str(json).map_err(|error| error.to_string())?;
        Article::try_from(object).map_err(|error| error.to_string())
    }

    #[test]
    fn an_article_in_a_graph_is_found() {
        let json = r#"{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Gazette", "url": "https://gazette.example", "author": 3},
            {"@type": ["NewsArticle"], "headline": "Rain", "articleBody": "It rained.", "author": [{"name": "Ana Ruiz"}, "Olaf Lund"],
             "articleSection": ["Weather", "Local"], "mainEntityOfPage": {"@id": "https://gazette.example/rain"}, "inLanguage": "en-GB",
             "datePublished": "2024-05-13T09:00:00Z"}]}"#;
        let article = read(json).unwrap();
        let metadata = article.metadata();
        assert_eq!(article.text(), "Rain\n\nIt rained.");
        assert_eq!(metadata.authors, ["Ana Ruiz", "Olaf Lund"]);
        assert_eq!(metadata.section, ["Weather", "Local"]);
        assert_eq!(metadata.url.as_deref(), Some("https://gazette.example/rain"));
        assert_eq!(metadata.published().unwrap().to_string(), "2024-05-13");
    }

    #[test]
    fn what_is_no_article_is_refused() {
        assert!(read(r#"{"@type": "Recipe", "headline": "Soup"}"#).unwrap_err().contains("expected NewsArticle"));
        assert!(read(r#"{"@type": "NewsArticle"}"#).unwrap_err().contains("articleBody"));
    }
}
