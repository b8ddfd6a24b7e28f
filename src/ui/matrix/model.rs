//! What the matrix of a meeting shows: its articles in an order, and how much of each stands in each other one.

use crate::analysis::{Findings, Kind, coverage};
use crate::model::ArticleId;
use crate::ui::library::with_versions;

/// In which order the articles stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// What shares most stands together.
    #[default]
    Likeness,
    /// As they appeared; those without a date last.
    Date,
    /// By the names of the outlets.
    Outlet,
    /// As the reader put them, in every meeting in which they did; articles that are not named come last.
    Own(Vec<ArticleId>),
}

/// What two articles share, as the one has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// Share of the words of the row's article that stand in the column's, 0 to 1.
    pub share: f64,
    /// So many words that is.
    pub words: usize,
    /// Of so many.
    pub of: usize,
    /// What it is made of, in the order of [`Kind::ALL`].
    pub kinds: [Portion; 3],
    /// Passages off the common order.
    pub moved: usize,
}

/// What one kind of shared wording contributes to a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Portion {
    /// So many passages.
    pub passages: usize,
    /// So many words of the row's article stand in them.
    pub words: usize,
}

/// Articles against articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// The articles, by their places in the findings.
    pub articles: Vec<usize>,
    /// Row by row; nothing where an article meets itself.
    cells: Vec<Option<Cell>>,
}

impl Model {
    /// The matrix of a meeting.
    pub fn new(findings: &Findings, meeting: usize, order: &Order) -> Self {
        let Some(meeting) = findings.meetings.get(meeting) else {
            return Self::default();
        };
        let articles = ordered(findings, with_versions(meeting, findings), order);
        let mut cells = Vec::new();
        for one in &articles {
            cells.extend(articles.iter().map(|two| cell(findings, *one, *two)));
        }
        Self { articles, cells }
    }

    /// How much of the article of `row` stands in that of `column`.
    pub fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        let at = row * self.articles.len() + column;
        self.cells
            .get(at)
            .filter(|_| column < self.articles.len())?
            .as_ref()
    }
}

/// The order with the one of `articles` that stands in `from` moved to stand at `to`. Articles of other meetings keep
/// theirs.
pub fn moved(
    findings: &Findings,
    order: &Order,
    articles: &[usize],
    from: usize,
    to: usize,
) -> Order {
    let ids = articles
        .iter()
        .filter_map(|place| findings.articles.get(*place));
    let mut ids: Vec<ArticleId> = ids.map(|article| article.id).collect();
    if from < ids.len() {
        let id = ids.remove(from);
        ids.insert(to.min(ids.len()), id);
    }
    let Order::Own(known) = order else {
        return Order::Own(ids);
    };
    let others = known.iter().filter(|id| !ids.contains(id));
    Order::Own(others.chain(&ids).copied().collect())
}

fn cell(findings: &Findings, one: usize, two: usize) -> Option<Cell> {
    if one == two {
        return None;
    }
    let of = findings.articles.get(one)?.body().words.len();
    let Some(pair) = findings.pair(one, two) else {
        return Some(Cell {
            of,
            ..Cell::default()
        });
    };
    let share = if pair.a == one {
        pair.shared_of_a
    } else {
        pair.shared_of_b
    };
    let kinds = Kind::ALL.map(|kind| {
        let is_of_kind = |number: &&usize| {
            let passage = findings.passages.get(**number);
            passage.is_some_and(|passage| passage.kind_among(&[one, two]) == kind)
        };
        let numbers: Vec<usize> = pair.passages.iter().filter(is_of_kind).copied().collect();
        Portion {
            passages: numbers.len(),
            words: coverage::covered(&findings.passages, &numbers, one),
        }
    });
    Some(Cell {
        share,
        words: (share * of as f64).round() as usize,
        of,
        kinds,
        moved: pair.moved.len(),
    })
}

fn ordered(findings: &Findings, mut articles: Vec<usize>, order: &Order) -> Vec<usize> {
    let article = |place: &usize| findings.articles.get(*place);
    match order {
        Order::Likeness => by_likeness(findings, articles),
        Order::Date => {
            let when = |place: &usize| {
                let moment = article(place)?.fields.published.as_ref()?.value;
                Some((moment.date, moment.time))
            };
            articles.sort_by_key(|place| (when(place).is_none(), when(place)));
            articles
        }
        Order::Outlet => {
            let outlet =
                |place: &usize| article(place).map(|article| article.outlet().to_lowercase());
            articles.sort_by_key(outlet);
            articles
        }
        Order::Own(own) => {
            let at = |place: &usize| {
                let id = article(place).map(|article| article.id);
                own.iter()
                    .position(|other| Some(*other) == id)
                    .unwrap_or(own.len())
            };
            // The order of another meeting says nothing of this one.
            articles = by_likeness(findings, articles);
            articles.sort_by_key(at);
            articles
        }
    }
}

/// Begins with the two that share most; then always the one that is most like any that stands there already. Of equally
/// good ones the first.
fn by_likeness(findings: &Findings, articles: Vec<usize>) -> Vec<usize> {
    let likeness = |one: usize, two: usize| {
        let pair = findings.pair(one, two);
        pair.map_or(0.0, |pair| pair.shared_of_a + pair.shared_of_b)
    };
    // How like each is to the likest of the others; when the first stands, of those that stand.
    let best = |one: &usize| {
        let others = articles.iter().filter(|other| *other != one);
        others
            .map(|other| likeness(*one, *other))
            .fold(0.0, f64::max)
    };
    let mut left: Vec<(usize, f64)> = articles.iter().map(|one| (*one, best(one))).collect();
    let mut ordered: Vec<usize> = Vec::new();
    while !left.is_empty() {
        let ranked = left.iter().enumerate().rev();
        let likest = ranked.max_by(|(_, one), (_, two)| one.1.total_cmp(&two.1));
        let (next, _) = left.remove(likest.map_or(0, |(at, _)| at));
        for (one, best) in &mut left {
            let known = if ordered.is_empty() { 0.0 } else { *best };
            *best = likeness(*one, next).max(known);
        }
        ordered.push(next);
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Meeting, Pair};
    use crate::model::{Article, Block, Fields, Noted, Role};
    use std::sync::Arc;

    fn findings() -> Findings {
        let article = |(id, outlet, day): (u32, &str, Option<&str>)| {
            let fields = Fields {
                outlet: Some(Noted::printed(outlet.to_owned())),
                published: day.and_then(|day| Some(Noted::printed(day.parse().ok()?))),
                ..Fields::default()
            };
            let text = "one two three four five six seven eight nine ten";
            let mut article = Article::new("x", fields, vec![Block::new(text, Role::Body)]);
            article.id = ArticleId(id);
            Arc::new(article)
        };
        let pair = |a, b, of_a, of_b| Pair {
            a,
            b,
            shared_of_a: of_a,
            shared_of_b: of_b,
            passages: Vec::new(),
            moved: Vec::new(),
        };
        let rows = [
            (20, "Selat", Some("2026-04-15")),
            (21, "Gerbang", None),
            (22, "warta", Some("2026-04-14")),
        ];
        Findings {
            articles: rows.into_iter().map(article).collect(),
            meetings: vec![Meeting {
                articles: vec![0, 1, 2],
                ..Meeting::default()
            }],
            repeats: vec![None; 3],
            pairs: vec![pair(0, 2, 0.3, 0.2), pair(1, 2, 0.9, 0.6)],
            ..Findings::default()
        }
    }

    /// The matrix as text: a line a row, shares in per cent.
    fn text(model: &Model) -> String {
        let count = model.articles.len();
        let line = |row: usize| {
            let cells = (0..count).map(|column| match model.cell(row, column) {
                Some(cell) => format!("{:.0}", cell.share * 100.0),
                None => "-".to_owned(),
            });
            let cells: Vec<String> = cells.collect();
            format!("{}: {}", model.articles[row], cells.join(" "))
        };
        let lines: Vec<String> = (0..count).map(line).collect();
        lines.join(" | ")
    }

    #[test]
    fn each_against_each_in_every_order() {
        let findings = findings();
        let shown = |order: &Order| text(&Model::new(&findings, 0, order));
        assert_eq!(
            shown(&Order::Likeness),
            "1: - 90 0 | 2: 60 - 20 | 0: 0 30 -"
        );
        assert_eq!(shown(&Order::Date), "2: - 20 60 | 0: 30 - 0 | 1: 90 0 -");
        assert_eq!(shown(&Order::Outlet), "1: - 0 90 | 0: 0 - 30 | 2: 60 20 -");
        let own = moved(&findings, &Order::Date, &[0, 1, 2], 2, 0);
        assert_eq!(shown(&own), "2: - 20 60 | 0: 30 - 0 | 1: 90 0 -");
        // Who was not there yet comes last, by likeness.
        assert_eq!(
            shown(&Order::Own(vec![ArticleId(22)])),
            "2: - 60 20 | 1: 90 - 0 | 0: 30 0 -"
        );
        assert_eq!(Model::new(&findings, 7, &own), Model::default());
        // What another meeting was put in stays, and says nothing of this one.
        let other = Order::Own(vec![ArticleId(9), ArticleId(8)]);
        assert_eq!(shown(&other), shown(&Order::Likeness));
        let both = moved(&findings, &other, &[0, 1, 2], 2, 0);
        let ids = [9, 8, 22, 20, 21].map(ArticleId);
        assert_eq!(both, Order::Own(ids.into()));
    }

    #[test]
    fn a_cell_counts_words() {
        let model = Model::new(&findings(), 0, &Order::Likeness);
        let cell = model.cell(0, 1).map(|cell| (cell.words, cell.of));
        assert_eq!(cell, Some((9, 10)));
        assert_eq!(
            model.cell(0, 2).map(|cell| (cell.words, cell.of)),
            Some((0, 10))
        );
        assert_eq!(model.cell(0, 3), None);
    }
}
