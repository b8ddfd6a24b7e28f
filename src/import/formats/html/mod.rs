//! Saved pages: the tree to blocks ([`blocks`]), what the page declares of itself ([`metadata`]), and which blocks are
//! its article ([`opinions`]).

mod article;
mod blocks;
mod depth;
mod headline;
mod json_ld;
mod metadata;
mod moment;
mod opinions;
#[cfg(test)]
mod tests;

use crate::import::Problem;
use crate::import::content::{Content, Line};

/// What stands on a page, and what the page declares of itself.
///
/// # Errors
/// The page is deeper than any that was written to be read.
pub fn read(html: &str) -> Result<Content, Problem> {
    let document = depth::tree(html)?;
    let mut metadata = metadata::read(&document);
    let blocks = blocks::read(&document);
    let opinions = opinions::opinions(html, &document, &blocks);
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
    Ok(Content {
        lines: lines.collect(),
        declared: metadata.declared,
    })
}
