//! Places in articles that are no passages, and how they stay with their words.

use crate::analysis::Findings;
use crate::model::ArticleId;
use crate::text::Span;
use crate::workspace::reading::same_paragraph;

/// A place in an article: bytes of its body. An empty span is a line to come back to, not something that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The article.
    pub article: ArticleId,
    /// Where in it.
    pub span: Span,
}

impl Spot {
    /// The top of an article, before its first letter.
    pub fn top(article: ArticleId) -> Self {
        Self {
            article,
            span: Span::new(0, 0),
        }
    }

    /// The end of the text before a block of an article.
    pub fn before(article: ArticleId, block: usize, findings: &Findings) -> Option<Self> {
        let place = findings.place_of(article)?;
        let body = findings.articles.get(place)?.body();
        let above = body.blocks.iter().take(block).flatten().next_back();
        let at = above.map_or(0, |span| span.end);
        let span = Span::new(at, at);
        Some(Self { article, span })
    }

    /// The same words in `new` findings: where other lines of the article came back or went they stand elsewhere.
    /// Nothing where they or the article have gone.
    pub fn follow(self, old: &Findings, new: &Findings) -> Option<Self> {
        let body = |findings: &Findings| {
            let place = findings.place_of(self.article)?;
            Some(std::sync::Arc::clone(findings.articles.get(place)?))
        };
        let (before, after) = (body(old)?, body(new)?);
        if self == Self::top(self.article) {
            return Some(self);
        }
        let (before, after) = (before.body(), after.body());
        let paragraph = before.paragraph_at(self.span.start);
        let (_, same) = same_paragraph((self.article, paragraph), old, new)?;
        let from = before.paragraphs.get(paragraph)?.start;
        let to = after.paragraphs.get(same)?.start;
        let moved = |at: usize| (at + to).checked_sub(from);
        let span = Span::new(moved(self.span.start)?, moved(self.span.end)?);
        let words = before.text.get(self.span.start..self.span.end);
        let same_words = words.is_some() && words == after.text.get(span.start..span.end);
        same_words.then_some(Self { span, ..self })
    }
}
