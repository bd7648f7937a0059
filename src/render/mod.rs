//! What people look at: an [`Analysis`](crate::Analysis) as a report for a terminal or as one HTML page.
//!
//! Both come from the same model and show the same: the article with its findings marked, who says what, who is heard, the
//! numbers, the loaded words by voice, what is absent, headline against body, and what the result was made with. Every
//! finding has a label (`s1` a statement, `n1` a number, `w1` a loaded word), which stands for it everywhere in a report.
//!
//! ```
//! use newsframe::render::Terminal;
//! use newsframe::{Analysis, Article, Document};
//!
//! let document = Document::new(Article::from_text("The mayor slammed the plan.")?)?;
//! let analysis = Analysis::of(&document);
//! print!("{}", Terminal::new().width(100).show(&analysis, &document));
//! # Ok::<(), newsframe::Error>(())
//! ```

mod gaps;
mod html;
mod item;
mod report;
mod segment;
mod terminal;
mod text;
mod value;

pub use html::Html;
pub use terminal::Terminal;
