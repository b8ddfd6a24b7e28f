//! Builds the columns of the [`super::model`] from the findings.

use std::collections::BTreeSet;
use std::ops::Range;

use super::model::{Aside, Column, Item, Mark, Paragraph};
use crate::analysis::differences::{Change, compare};
use crate::analysis::{Findings, Kind, Passage, Witness};
use crate::model::{ArticleId, Block, Join};
use crate::text::Span;
use crate::workspace::View;
use crate::workspace::view::Focus;

/// What columns are built from.
pub(super) struct Builder<'f> {
    pub findings: &'f Findings,
    pub view: &'f View,
    /// The articles on the screen, the base first.
    pub places: &'f [usize],
    /// What at least two of them share, switched off or not.
    pub passages: &'f [usize],
    pub stock: &'f [usize],
    /// Paragraphs of one article alone, by where they begin.
    pub only_here: BTreeSet<(ArticleId, usize)>,
}

/// Where something stands in an article.
struct Found<'f> {
    focus: Focus,
    kind: Kind,
    moved: bool,
    witness: &'f Witness,
}

/// The passages that stand off the order that two articles have in common.
pub(super) fn moved_between(findings: &Findings, one: usize, two: usize) -> &[usize] {
    findings.pair(one, two).map_or(&[], |pair| &pair.moved)
}

impl Builder<'_> {
    /// The column of one article.
    pub fn column(&self, place: usize) -> Option<Column> {
        let article = self.findings.articles.get(place)?;
        let moved = match self.base() {
            Some(base) if base != place => moved_between(self.findings, base, place),
            _ => &[],
        };
        let here = self.found_in(place, moved);
        let strong = self.words_unlike_base(place);
        let body = article.body();
        let mut paragraphs = body.paragraphs.iter().enumerate().peekable();
        let mut items = Vec::new();
        for (number, block) in article.blocks().iter().enumerate() {
            match body.blocks.get(number).copied().flatten() {
                Some(span) => {
                    // A block can hold several paragraphs (text as it stands); a joined one goes on in the last.
                    while let Some((ordinal, paragraph)) =
                        paragraphs.next_if(|(_, paragraph)| paragraph.start < span.end)
                    {
                        let restored =
                            (block.restored && block.join == Join::Paragraph).then_some(number);
                        items.push(Item::Paragraph(Paragraph {
                            number: ordinal,
                            restored,
                            ..self.paragraph(place, *paragraph, &here, &strong)
                        }));
                    }
                }
                None => items.extend(self.aside(number, block)),
            }
        }
        unmark_lists(&mut items);
        Some(Column {
            article: place,
            id: article.id,
            items,
        })
    }

    fn aside(&self, number: usize, block: &Block) -> Option<Item> {
        let (reason, cause) = block.aside().filter(|_| self.view.asides)?;
        Some(Item::Aside(Aside {
            block: number,
            text: block.text.clone(),
            reason,
            cause: cause.clone(),
        }))
    }

    fn base(&self) -> Option<usize> {
        self.places.first().copied()
    }

    /// What stands in an article of the passages, then of the phrases that are not counted.
    fn found_in(&self, place: usize, moved: &[usize]) -> Vec<Found<'_>> {
        let stock = if self.view.hides().stock {
            &[]
        } else {
            self.stock
        };
        let passages = self.passages.iter().copied().map(Focus::Passage);
        let all = passages.chain(stock.iter().copied().map(Focus::Stock));
        all.filter_map(|focus| Some((focus, focus.passage(self.findings)?)))
            .flat_map(|(focus, passage)| {
                let moved = matches!(focus, Focus::Passage(number) if moved.contains(&number));
                let witnesses = passage.witnesses.iter();
                witnesses
                    .filter(|witness| witness.article == place)
                    .map(move |witness| Found {
                        focus,
                        kind: passage.kind_among(self.places),
                        moved,
                        witness,
                    })
            })
            .collect()
    }

    /// Words inside witnesses that the base's witness (or the first) has not, or spells otherwise: bytes of the body. In
    /// reworded passages nearly all are: there they say nothing.
    fn words_unlike_base(&self, place: usize) -> Vec<Span> {
        let mut strong = Vec::new();
        let witnesses = |passage: &Passage| -> Vec<Span> {
            let here = passage.witnesses.iter();
            here.filter(|witness| witness.article == place)
                .map(|witness| witness.span)
                .collect()
        };
        let shown = self
            .passages
            .iter()
            .filter_map(|number| self.findings.passages.get(*number));
        let verbatim: Vec<Span> = shown
            .filter(|passage| passage.kind_among(self.places) == Kind::Verbatim)
            .flat_map(witnesses)
            .collect();
        let outshone = |span: Span| {
            verbatim
                .iter()
                .any(|whole| whole.start <= span.start && span.end <= whole.end)
        };
        for passage in self
            .passages
            .iter()
            .filter_map(|number| self.findings.passages.get(*number))
            .filter(|passage| passage.kind != Kind::Reworded)
        {
            let base = self
                .base()
                .and_then(|base| passage.in_article(base))
                .or(passage.witnesses.first());
            let Some(base) = base.filter(|base| base.article != place) else {
                continue;
            };
            let text = |article: usize, span: Span| {
                self.findings
                    .articles
                    .get(article)
                    .map(|article| span.of(&article.body().text))
            };
            for witness in passage
                .witnesses
                .iter()
                .filter(|witness| witness.article == place)
                .filter(|witness| passage.kind == Kind::Verbatim || !outshone(witness.span))
            {
                let (Some(ours), Some(theirs)) =
                    (text(place, witness.span), text(base.article, base.span))
                else {
                    continue;
                };
                // Most that differ do so in where lines end.
                if theirs.split_whitespace().eq(ours.split_whitespace()) {
                    continue;
                }
                let found = compare(theirs, ours, &self.findings.names);
                let other = found.stretches.into_iter().filter(|stretch| {
                    matches!(stretch.change, Change::OnlySecond | Change::Spelled)
                });
                if found.good {
                    strong.extend(other.map(|stretch| {
                        Span::new(
                            witness.span.start + stretch.span.start,
                            witness.span.start + stretch.span.end,
                        )
                    }));
                }
            }
        }
        strong.sort_unstable();
        strong
    }

    fn paragraph(
        &self,
        place: usize,
        span: Span,
        here: &[Found<'_>],
        strong: &[Span],
    ) -> Paragraph {
        let Some(article) = self.findings.articles.get(place) else {
            return Paragraph::default();
        };
        let text = span.of(&article.body().text);
        let chars = |part: Span| characters(text, part.relative_to(span.start));
        let (stock, mut marks): (Vec<Mark>, Vec<Mark>) = here
            .iter()
            .filter_map(|found| {
                let part = found.witness.span.intersection(span)?;
                let carriers = found.witness.carriers.iter();
                Some(Mark {
                    focus: found.focus,
                    kind: found.kind,
                    moved: found.moved,
                    chars: chars(part),
                    line: Vec::new(),
                    carriers: carriers
                        .filter_map(|word| word.intersection(part))
                        .map(chars)
                        .collect(),
                    begins: part.start == found.witness.span.start,
                })
            })
            .partition(|mark| matches!(mark.focus, Focus::Stock(_)));
        let only_here = self.only_here.contains(&(article.id, span.start));
        marks.retain(|mark| self.view.shows(mark.focus, self.places, self.findings));
        // What stands elsewhere in closer wording needs no fainter likeness beside it.
        let closer: Vec<(Kind, Range<usize>)> = marks
            .iter()
            .map(|mark| (mark.kind, mark.chars.clone()))
            .collect();
        let (mut outshone, mut marks): (Vec<Mark>, Vec<Mark>) =
            marks.into_iter().partition(|mark| {
                closer.iter().any(|(kind, whole)| {
                    *kind < mark.kind
                        && whole.start <= mark.chars.start
                        && mark.chars.end <= whole.end
                })
            });
        // Shown alone, they lie on top of all.
        for mark in &mut outshone {
            mark.line = vec![mark.chars.clone()];
        }
        // The longest first, so that a shorter one inside it is painted on top.
        marks.sort_by_key(|mark| {
            (
                std::cmp::Reverse(mark.chars.len()),
                mark.chars.start,
                mark.focus,
            )
        });
        under_lines(&mut marks);
        let seen: Vec<Range<usize>> = marks.iter().map(|mark| mark.chars.clone()).collect();
        Paragraph {
            text: text.to_owned(),
            start: span.start,
            marks,
            stock,
            outshone,
            strong: strong
                .iter()
                .filter_map(|part| part.intersection(span))
                .map(chars)
                .filter(|chars| {
                    seen.iter()
                        .any(|mark| mark.start <= chars.start && chars.end <= mark.end)
                })
                .collect(),
            only_here,
            heading: is_heading(text),
            ..Paragraph::default()
        }
    }
}

/// Gives each mark the characters under which its line stands: those that no later one covers.
fn under_lines(marks: &mut [Mark]) {
    let covers: Vec<Range<usize>> = marks.iter().map(|mark| mark.chars.clone()).collect();
    for (index, mark) in marks.iter_mut().enumerate() {
        let on_top = covers.iter().skip(index + 1);
        mark.line = on_top.fold(vec![mark.chars.clone()], |parts, cover| {
            parts
                .into_iter()
                .flat_map(|part| without(part, cover))
                .collect()
        });
    }
}

/// What is left of `part` before and behind `cover`.
fn without(part: Range<usize>, cover: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let before = part.start..part.end.min(cover.start);
    let behind = part.start.max(cover.end)..part.end;
    [before, behind]
        .into_iter()
        .filter(|rest| rest.start < rest.end)
}

/// A span of bytes as a range of characters of `text`.
pub(super) fn characters(text: &str, span: Span) -> Range<usize> {
    let count = |to: usize| text.get(..to).map_or(0, |head| head.chars().count());
    count(span.start)..count(span.end)
}

/// Longest line that can be a heading, in words.
const MAX_HEADING: usize = 14;

/// Whether a paragraph is a line over others: short, and it does not end as a sentence.
fn is_heading(text: &str) -> bool {
    let ends = text
        .trim_end()
        .ends_with(|c: char| !c.is_alphanumeric() && c != ')');
    !ends && crate::text::words(text).len() <= MAX_HEADING
}

/// Short lines one after the other are a list, not headings.
fn unmark_lists(items: &mut [Item]) {
    let is_short = |item: Option<&Item>| matches!(item, Some(Item::Paragraph(paragraph)) if is_heading(&paragraph.text));
    let lists: Vec<bool> = (0..items.len())
        .map(|index| {
            let before = index.checked_sub(1).and_then(|at| items.get(at));
            is_short(before) || is_short(items.get(index + 1))
        })
        .collect();
    for (item, in_list) in items.iter_mut().zip(lists) {
        if let Item::Paragraph(paragraph) = item {
            paragraph.heading &= !in_list;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(kind: Kind, chars: Range<usize>) -> Mark {
        Mark {
            focus: Focus::Passage(0),
            kind,
            moved: false,
            chars,
            line: Vec::new(),
            carriers: Vec::new(),
            begins: true,
        }
    }

    #[test]
    fn a_line_stands_where_no_other_mark_lies_on_top() {
        let mut marks = [
            mark(Kind::Reworded, 0..100),
            mark(Kind::Near, 10..60),
            mark(Kind::Verbatim, 20..30),
        ];
        under_lines(&mut marks);
        let [long, middle, short] = marks;
        assert_eq!(long.line, [0..10, 60..100]);
        assert_eq!(middle.line, [10..20, 30..60]);
        assert_eq!(short.line.first(), Some(&(20..30)));
    }
}
