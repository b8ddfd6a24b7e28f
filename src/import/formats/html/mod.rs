//! Saved pages.

use dom_query::Document;

use crate::import::content::{Content, Line};

/// What stands on a page, and what the page declares of itself.
pub fn read(html: &str) -> Content {
    let document = Document::from(html);
    Content::of(vec![Line::new(document.formatted_text().trim(), true)])
}
