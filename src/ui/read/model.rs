//! What the columns show: paragraphs with their marks, as values without geometry.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::analysis::differences::{Change, compare};
use crate::analysis::{Findings, Kind, Passage};
use crate::model::{ArticleId, Block, Cause, Join, Reason};
use crate::text::Span;
use crate::ui::filter_bar::Counts;
use crate::workspace::View;
use crate::workspace::view::{Focus, is_shared};

/// A passage, or a phrase that is not counted, where it stands in a paragraph; places are characters of the paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What it is a place of.
    pub focus: Focus,
    /// Its kind.
    pub kind: Kind,
    /// Whether it is off the order of the base article.
    pub moved: bool,
    /// The characters it covers here.
    pub chars: Range<usize>,
    /// Those of them that no mark on top of it covers: its line stands under these.
    pub line: Vec<Range<usize>>,
    /// The words in it that carry a reworded statement.
    pub carriers: Vec<Range<usize>>,
    /// Whether the witness begins in this paragraph.
    pub begins: bool,
}

/// A paragraph of the body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// Its text.
    pub text: String,
    /// Where it begins in the body, in bytes.
    pub start: usize,
    /// Passages in it.
    pub marks: Vec<Mark>,
    /// Phrases in it that are not counted.
    pub stock: Vec<Mark>,
    /// Words that the base has otherwise: characters, ascending.
    pub strong: Vec<Range<usize>>,
    /// Whether no other article has anything of it.
    pub only_here: bool,
    /// A line over the paragraphs that follow.
    pub heading: bool,
    /// Brought back by the reader: the block's number.
    pub restored: Option<usize>,
}

/// A block that is set aside, shown in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Its number in the article.
    pub block: usize,
    /// Its text.
    pub text: String,
    /// Why it is set aside.
    pub reason: Reason,
    /// By what it was recognised.
    pub cause: Cause,
}

/// What stands in a column, from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// Part of the body.
    Paragraph(Paragraph),
    /// Set aside.
    Aside(Aside),
}

/// One article as a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its place in the findings.
    pub article: usize,
    /// Its name.
    pub id: ArticleId,
    /// From top to bottom.
    pub items: Vec<Item>,
}

/// What all columns show, and how much there is of each kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Model {
    /// One for each article on the screen, the base first.
    pub columns: Vec<Column>,
    /// For the legend.
    pub counts: Counts,
    /// The passages on the screen in their order: the first is number 1 for the reader.
    pub order: Vec<usize>,
}

impl Model {
    /// What `view` shows of `findings`.
    pub fn new(findings: &Findings, view: &View) -> Self {
        let places = view.columns(findings);
        let passages: Vec<usize> = (0..findings.passages.len())
            .filter(|number| {
                let passage = findings.passages.get(*number);
                passage.is_some_and(|passage| is_shared(passage, &places))
            })
            .collect();
        let stock = view.stock(findings);
        let builder = Builder {
            findings,
            view,
            base: places.first().copied(),
            passages: &passages,
            stock: &stock,
            only_here: view
                .only_here(findings)
                .into_iter()
                .map(|spot| (spot.article, spot.span.start))
                .collect(),
        };
        let columns: Vec<Column> = places
            .iter()
            .filter_map(|place| builder.column(*place))
            .collect();
        let counts = counts(findings, &columns, &passages, stock.len());
        Self {
            columns,
            counts,
            order: view.passages(findings),
        }
    }
}

fn counts(findings: &Findings, columns: &[Column], passages: &[usize], stock: usize) -> Counts {
    let of_kind = |kind: Kind| {
        passages
            .iter()
            .filter(|number| {
                findings
                    .passages
                    .get(**number)
                    .is_some_and(|passage| passage.kind == kind)
            })
            .count()
    };
    let paragraphs = || {
        columns
            .iter()
            .flat_map(|column| &column.items)
            .filter_map(|item| match item {
                Item::Paragraph(paragraph) => Some(paragraph),
                Item::Aside(_) => None,
            })
    };
    let mut moved: Vec<Focus> = paragraphs()
        .flat_map(|paragraph| &paragraph.marks)
        .filter(|mark| mark.moved)
        .map(|mark| mark.focus)
        .collect();
    moved.sort_unstable();
    moved.dedup();
    let asides = columns
        .iter()
        .filter_map(|column| findings.articles.get(column.article))
        .flat_map(|article| article.blocks())
        .filter(|block| block.aside().is_some() && !block.restored)
        .count();
    Counts {
        verbatim: of_kind(Kind::Verbatim),
        near: of_kind(Kind::Near),
        reworded: of_kind(Kind::Reworded),
        moved: moved.len(),
        only_here: paragraphs().filter(|paragraph| paragraph.only_here).count(),
        stock,
        asides,
    }
}

struct Builder<'f> {
    findings: &'f Findings,
    view: &'f View,
    base: Option<usize>,
    passages: &'f [usize],
    stock: &'f [usize],
    /// Paragraphs of one article alone, by where they begin.
    only_here: BTreeSet<(ArticleId, usize)>,
}

impl Builder<'_> {
    fn column(&self, place: usize) -> Option<Column> {
        let article = self.findings.articles.get(place)?;
        let moved = self.moved_against_base(place);
        let strong = self.words_unlike_base(place);
        let body = article.body();
        let mut paragraphs = body.paragraphs.iter().peekable();
        let mut items = Vec::new();
        for (number, block) in article.blocks().iter().enumerate() {
            match body.blocks.get(number).copied().flatten() {
                Some(span) => {
                    // A block can hold several paragraphs (text as it stands); a joined one goes on in the last.
                    while let Some(paragraph) =
                        paragraphs.next_if(|paragraph| paragraph.start < span.end)
                    {
                        let restored =
                            (block.restored && block.join == Join::Paragraph).then_some(number);
                        items.push(Item::Paragraph(
                            self.paragraph(place, *paragraph, &moved, &strong, restored),
                        ));
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

    /// The passages that stand off the base's order in this article.
    fn moved_against_base(&self, place: usize) -> Vec<usize> {
        let Some(base) = self.base.filter(|base| *base != place) else {
            return Vec::new();
        };
        let (a, b) = (base.min(place), base.max(place));
        self.findings
            .pairs
            .binary_search_by_key(&(a, b), |pair| (pair.a, pair.b))
            .ok()
            .and_then(|index| self.findings.pairs.get(index))
            .map(|pair| pair.moved.clone())
            .unwrap_or_default()
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
            .filter(|passage| passage.kind == Kind::Verbatim)
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
                .base
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
        moved: &[usize],
        strong: &[Span],
        restored: Option<usize>,
    ) -> Paragraph {
        let Some(article) = self.findings.articles.get(place) else {
            return Paragraph::default();
        };
        let text = span.of(&article.body().text);
        let chars = |part: Span| characters(text, part.relative_to(span.start));
        let marks_of = |focus: Focus| -> Vec<Mark> {
            let moved = matches!(focus, Focus::Passage(number) if moved.contains(&number));
            let passage = focus.passage(self.findings);
            let here = passage.map_or(&[][..], |passage| &passage.witnesses);
            let here = here.iter().filter(|witness| witness.article == place);
            here.filter_map(|witness| {
                let part = witness.span.intersection(span)?;
                let carriers = witness.carriers.iter();
                Some(Mark {
                    focus,
                    kind: passage?.kind,
                    moved,
                    chars: chars(part),
                    line: Vec::new(),
                    carriers: carriers
                        .filter_map(|word| word.intersection(part))
                        .map(chars)
                        .collect(),
                    begins: part.start == witness.span.start,
                })
            })
            .collect()
        };
        let passages = self.passages.iter().copied().map(Focus::Passage);
        let mut marks: Vec<Mark> = passages.flat_map(marks_of).collect();
        let only_here = self.only_here.contains(&(article.id, span.start));
        marks.retain(|mark| self.view.shows(mark.focus, self.findings));
        // What stands elsewhere in closer wording needs no fainter likeness beside it.
        let closer: Vec<(Kind, Range<usize>)> = marks
            .iter()
            .map(|mark| (mark.kind, mark.chars.clone()))
            .collect();
        marks.retain(|mark| {
            !closer.iter().any(|(kind, whole)| {
                *kind < mark.kind && whole.start <= mark.chars.start && mark.chars.end <= whole.end
            })
        });
        // The longest first, so that a shorter one inside it is painted on top.
        marks.sort_by_key(|mark| {
            (
                std::cmp::Reverse(mark.chars.len()),
                mark.chars.start,
                mark.focus,
            )
        });
        under_lines(&mut marks);
        let shown = if self.view.hidden.stock {
            &[]
        } else {
            self.stock
        };
        let stock = shown.iter().copied().map(Focus::Stock);
        let stock: Vec<Mark> = stock.flat_map(marks_of).collect();
        let seen: Vec<Range<usize>> = marks.iter().map(|mark| mark.chars.clone()).collect();
        Paragraph {
            text: text.to_owned(),
            start: span.start,
            marks,
            stock,
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
            restored,
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
    use crate::analysis::{Wanted, analyse};
    use crate::import::ReadOptions;
    use crate::jobs::Progress;
    use crate::locale::Language;
    use crate::model::{Edit, Project};
    use crate::workspace::sample;

    fn findings() -> Findings {
        let articles = sample::articles(Language::English, &ReadOptions::today());
        let project = Edit::Add(articles).apply(&Project::default());
        analyse(
            &project.articles,
            &project.settings,
            Wanted::ALL,
            &Progress::default(),
        )
    }

    fn paragraphs(model: &Model) -> impl Iterator<Item = &Paragraph> {
        let items = model.columns.iter().flat_map(|column| &column.items);
        items.filter_map(|item| match item {
            Item::Paragraph(paragraph) => Some(paragraph),
            Item::Aside(_) => None,
        })
    }

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

    /// In other words nearly every word differs: none is set off, and the kind has its own count and switch.
    #[test]
    fn reworded_passages_are_a_kind_of_their_own() {
        let mut findings = findings();
        let mut view = View::default();
        let before = Model::new(&findings, &view).counts;
        let changed = |model: &Model| {
            paragraphs(model)
                .filter(|one| !one.strong.is_empty())
                .count()
        };
        assert!(changed(&Model::new(&findings, &view)) > 0);
        for passage in &mut findings.passages {
            if passage.kind == Kind::Near {
                passage.kind = Kind::Reworded;
            }
        }
        let model = Model::new(&findings, &view);
        assert_eq!(
            (model.counts.near, model.counts.reworded),
            (0, before.near + before.reworded)
        );
        let near_only = |model: &Model| {
            let marks = paragraphs(model).flat_map(|one| &one.marks);
            marks.filter(|mark| mark.kind == Kind::Reworded).count()
        };
        assert!(near_only(&model) > 0);
        let strong: usize = paragraphs(&model).map(|one| one.strong.len()).sum();
        let in_verbatim = findings
            .passages
            .iter()
            .filter(|one| one.kind == Kind::Verbatim);
        assert!(strong <= 2 * in_verbatim.count());
        view.hidden.reworded = true;
        assert_eq!(near_only(&Model::new(&findings, &view)), 0);
    }

    #[test]
    fn phrases_that_are_not_counted_are_marked_when_asked_for() {
        let findings = findings();
        let mut view = View::default();
        let stock = |view: &View| -> Vec<Mark> {
            let model = Model::new(&findings, view);
            paragraphs(&model)
                .flat_map(|one| one.stock.clone())
                .collect()
        };
        assert!(stock(&view).is_empty());
        view.hidden.stock = false;
        let shown = stock(&view);
        assert!(
            shown
                .iter()
                .any(|mark| mark.focus == Focus::Stock(0) && mark.begins)
        );
        assert!(shown.iter().all(|mark| mark.line.is_empty()));
    }
}
