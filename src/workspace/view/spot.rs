//! Places in articles that are no passages, and how they stay with their words.

use crate::analysis::Findings;
use crate::analysis::find::Hit;
use crate::model::ArticleId;
use crate::text::Span;
use crate::workspace::reading::same_paragraph;

/// A place in an article. An empty span is a line to come back to, not something that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The article.
    pub article: ArticleId,
    /// The block, where it is set aside; else it stands in the text.
    pub aside: Option<usize>,
    /// Where in it: bytes of the body, or of the block that is set aside.
    pub span: Span,
}

impl Spot {
    /// A place in the text of an article.
    pub fn new(article: ArticleId, span: Span) -> Self {
        Self {
            article,
            aside: None,
            span,
        }
    }

    /// The top of an article, before its first letter.
    pub fn top(article: ArticleId) -> Self {
        Self::new(article, Span::new(0, 0))
    }

    /// Where a hit stands.
    pub fn of(hit: &Hit, findings: &Findings) -> Option<Self> {
        let article = findings.articles.get(hit.article)?.id;
        let Hit { aside, span, .. } = *hit;
        Some(Self {
            article,
            aside,
            span,
        })
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
        if let Some(block) = self.aside {
            // Words that were brought back stand in the text now.
            let words = self.span.of(&before.blocks().get(block)?.text);
            let now = after.body().blocks.get(block).copied().flatten();
            let now = now.map(|at| self.span.moved_by(at.start));
            let same_words = |span: &Span| span.of(&after.body().text) == words;
            return Some(match now.filter(same_words) {
                Some(span) => Self::new(self.article, span),
                None => self,
            });
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
