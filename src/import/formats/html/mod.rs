//! Saved pages: the tree to blocks ([`blocks`]), what the page declares of itself ([`metadata`]), and which blocks are
//! its article ([`opinions`]).

mod article;
mod blocks;
mod headline;
mod json_ld;
mod metadata;
mod moment;
mod opinions;
#[cfg(test)]
mod tests;

use dom_query::Document;

use opinions::Opinion;

use crate::import::content::{Content, Line};

/// What stands on a page, and what the page declares of itself.
pub fn read(html: &str) -> Content {
    let document = Document::from(html);
    let mut metadata = metadata::read(&document);
    let blocks = blocks::read(&document);
    let opinions = if blocks::depth(&document) > blocks::MAX_DEPTH {
        // The readers walk the tree by calling themselves.
        vec![Opinion::Frame; blocks.len()]
    } else {
        opinions::opinions(html, &document, &blocks)
    };
    let (title, headline) = headline::find(
        &blocks,
        metadata.given.as_deref(),
        metadata.declared.headline.as_deref(),
    );
    metadata.declared.headline = title;
    let roles = article::roles(&blocks, &opinions, metadata.text.as_deref(), headline);
    let bylines = blocks
        .iter()
        .filter(|block| block.byline && block.linked < 1.1);
    metadata.declared.bylines = bylines.map(|block| block.text.clone()).collect();
    let lines = blocks.into_iter().zip(roles).map(|(block, role)| Line {
        text: block.text,
        heading: block.heading,
        apart: true,
        told: Some(role),
    });
    Content {
        lines: lines.collect(),
        declared: metadata.declared,
    }
}
