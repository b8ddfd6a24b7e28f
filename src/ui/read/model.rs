//! What the columns show: paragraphs with their marks, as values without geometry.

use std::collections::BTreeSet;
use std::ops::Range;

use super::build::{Builder, moved_between};
use crate::analysis::{Findings, Kind};
use crate::model::{ArticleId, Cause, Reason};
use crate::ui::filter_bar::Counts;
use crate::workspace::View;
use crate::workspace::view::{Filter, Focus, is_shared};

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
    /// Its place among the paragraphs of the body.
    pub number: usize,
    /// Its text.
    pub text: String,
    /// Where it begins in the body, in bytes.
    pub start: usize,
    /// Passages in it.
    pub marks: Vec<Mark>,
    /// Phrases in it that are not counted.
    pub stock: Vec<Mark>,
    /// Passages in it that stand elsewhere in closer wording: marked only while they are looked at.
    pub outshone: Vec<Mark>,
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

impl Paragraph {
    /// Everything that is marked in it, at times or always: passages, phrases, then what is outshone.
    pub fn all_marks(&self) -> impl Iterator<Item = &Mark> {
        let marks = self.marks.iter().chain(&self.stock);
        marks.chain(&self.outshone)
    }
}

impl Item {
    /// Its words.
    pub fn text(&self) -> &str {
        match self {
            Self::Paragraph(paragraph) => &paragraph.text,
            Self::Aside(aside) => &aside.text,
        }
    }

    /// The passages of which something stands in it.
    pub fn passages(&self) -> impl Iterator<Item = usize> + '_ {
        let marks = match self {
            Self::Paragraph(paragraph) => paragraph.marks.as_slice(),
            Self::Aside(_) => &[],
        };
        marks.iter().filter_map(|mark| match mark.focus {
            Focus::Passage(number) => Some(number),
            Focus::Stock(_) => None,
        })
    }
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
    /// That number, for each passage of the findings; 0 for those that are not on the screen.
    numbers: Vec<usize>,
    /// The passages that at least two articles on the screen share, ascending; what is switched off is among them.
    pub shared: Vec<usize>,
    /// How many words the articles on the screen have together.
    pub words: usize,
    /// How many passages each filter takes away.
    pub taken_away: Vec<(Filter, usize)>,
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
            places: &places,
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
        let counts = counts(findings, &columns, &places, &passages, stock.len());
        let order = view.passages(findings);
        let mut numbers = vec![0; findings.passages.len()];
        for (at, passage) in order.iter().enumerate() {
            if let Some(number) = numbers.get_mut(*passage) {
                *number = at + 1;
            }
        }
        let articles = columns
            .iter()
            .filter_map(|column| findings.articles.get(column.article));
        Self {
            words: articles.map(|article| article.body().words.len()).sum(),
            taken_away: view.taken_away(findings),
            columns,
            counts,
            order,
            numbers,
            shared: passages,
        }
    }

    /// The number of a passage for the reader; 0 where it is not on the screen.
    pub fn number_of(&self, passage: usize) -> usize {
        self.numbers.get(passage).copied().unwrap_or_default()
    }
}

fn counts(
    findings: &Findings,
    columns: &[Column],
    places: &[usize],
    passages: &[usize],
    stock: usize,
) -> Counts {
    let of_kind = |kind: Kind| {
        passages
            .iter()
            .filter(|number| {
                findings
                    .passages
                    .get(**number)
                    .is_some_and(|passage| passage.kind_among(places) == kind)
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
    let (base, others) = places.split_first().unwrap_or((&0, &[]));
    let moved = others.iter();
    let moved: BTreeSet<usize> = moved
        .flat_map(|other| moved_between(findings, *base, *other))
        .copied()
        .collect();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Passage;
    use crate::workspace::sample::findings;

    fn paragraphs(model: &Model) -> impl Iterator<Item = &Paragraph> {
        let items = model.columns.iter().flat_map(|column| &column.items);
        items.filter_map(|item| match item {
            Item::Paragraph(paragraph) => Some(paragraph),
            Item::Aside(_) => None,
        })
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

    /// Steps lead to it all the same, and there it is to be seen.
    #[test]
    fn what_stands_in_closer_wording_elsewhere_is_still_known() {
        let mut findings = findings();
        let verbatim = |one: &Passage| one.kind == Kind::Verbatim;
        let at = findings.passages.iter().position(verbatim);
        let mut twin = Passage {
            kind: Kind::Reworded,
            ..findings.passages[at.unwrap_or_default()].clone()
        };
        for (wording, witness) in twin.witnesses.iter_mut().enumerate() {
            witness.wording = wording;
        }
        findings.passages.push(twin);
        let fainter = Focus::Passage(findings.passages.len() - 1);
        let model = Model::new(&findings, &View::default());
        let has = |marks: &[Mark]| marks.iter().any(|mark| mark.focus == fainter);
        assert!(paragraphs(&model).any(|one| has(&one.outshone)));
        assert!(!paragraphs(&model).any(|one| has(&one.marks)));
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
