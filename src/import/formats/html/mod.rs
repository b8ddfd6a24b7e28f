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
use crate::model::Role;

/// How many blocks behind the text are looked at for the author's name.
const BYLINES: usize = 8;

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
    // Behind the text stand the authors of other articles.
    let last = roles.iter().rposition(|role| *role == Role::Body);
    let around = blocks.iter().take(last.map_or(0, |last| last + BYLINES));
    let bylines = around.filter(|block| block.byline);
    metadata.declared.bylines = bylines.map(|block| block.text.clone()).collect();
    let lines = blocks.into_iter().zip(roles).map(|(block, role)| Line {
        text: block.text,
        heading: block.heading,
        apart: true,
        told: Some(role),
    });
    let mut lines: Vec<Line> = lines.collect();
    if let Some(text) = metadata.text.filter(|_| !lines.iter().any(is_text)) {
        lines.extend(
            text.lines()
                .map(body_line)
                .filter(|line| !line.text.is_empty()),
        );
    }
    if headline.is_none() && metadata.declared.headline.is_none() {
        // Nothing tells the headline, so that it stands among the lines of the text: they are read as plain text is.
        lines
            .iter_mut()
            .filter(|line| is_text(line))
            .for_each(|line| line.told = None);
    }
    Ok(Content {
        lines,
        declared: metadata.declared,
    })
}

fn is_text(line: &Line) -> bool {
    line.told == Some(Role::Body)
}

/// A line of the text that a page has only for machines, because a script would show it.
fn body_line(text: &str) -> Line {
    Line {
        told: Some(Role::Body),
        ..Line::new(text.trim(), true)
    }
}
