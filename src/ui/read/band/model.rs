//! What the band shows: one row an article, one column an aligned segment, as values without geometry.
//!
//! A segment is a passage, or a stretch that stands in one article alone. They are in the order of the base; what
//! another article adds stands behind what it follows there. So an article that leaves something out has a gap.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::analysis::{Findings, Kind};
use crate::model::Article;
use crate::ui::read::build::moved_between;
use crate::workspace::View;
use crate::workspace::view::{Focus, MIN_ONLY_HERE, is_shared, kind_in};

/// Shorter stretches between two passages are no segments of their own, in words.
const MIN_OWN: usize = 4;

/// What an article has of a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A witness of the passage; moved or not against the base.
    Shared(Kind, bool),
    /// Whole paragraphs that no other article has anything of.
    OnlyHere,
    /// Words of which nothing is said: beside passages in their paragraph, or of a kind that is switched off.
    Other,
}

/// A segment in one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it is.
    pub what: What,
    /// Its words in the article.
    pub words: Range<usize>,
}

/// A segment: one column of the band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The passage, if it is one.
    pub passage: Option<usize>,
    /// Its length in words, in the article that has most of it.
    pub words: usize,
    /// What each row has; nothing where it is left out.
    pub cells: Vec<Option<Cell>>,
}

/// The band.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Band {
    /// The articles, by their places in the findings; the base first.
    pub rows: Vec<usize>,
    /// From left to right.
    pub segments: Vec<Segment>,
    /// What each row has of them.
    pub counts: Vec<Counts>,
}

/// A run of words of one article: what covers them.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Run {
    passage: Option<usize>,
    only_here: bool,
    words: Range<usize>,
}

impl Band {
    /// What `view` shows of `findings`.
    pub fn new(findings: &Findings, view: &View) -> Self {
        let rows = view.columns(findings);
        let shared: Vec<usize> = findings
            .passages
            .iter()
            .enumerate()
            .filter(|(_, passage)| is_shared(passage, &rows))
            .map(|(number, _)| number)
            .collect();
        let mut segments: Vec<Segment> = Vec::new();
        for (row, place) in rows.iter().enumerate() {
            if let Some(article) = findings.articles.get(*place) {
                let runs = runs(findings, &shared, &rows, *place, article);
                merge(&mut segments, runs, row, rows.len());
            }
        }
        let mut band = Self {
            rows,
            segments,
            counts: Vec::new(),
        };
        band.fill(findings, view);
        band.counts = (0..band.rows.len()).map(|row| band.count(row)).collect();
        band
    }

    /// Gives every row its cell of each passage.
    fn fill(&mut self, findings: &Findings, view: &View) {
        let base = self.rows.first().copied().unwrap_or_default();
        for (row, place) in self.rows.iter().enumerate() {
            let moved: &[usize] = match row {
                0 => &[],
                _ => moved_between(findings, base, *place),
            };
            for segment in &mut self.segments {
                let Some(number) = segment.passage else {
                    continue;
                };
                let passage = findings.passages.get(number);
                let found =
                    passage.and_then(|passage| Some((passage, passage.in_article(*place)?)));
                let cell = found.map(|(passage, witness)| Cell {
                    what: if !view.shows(Focus::Passage(number), &self.rows, findings) {
                        What::Other
                    } else {
                        What::Shared(
                            kind_in(passage, &self.rows, *place),
                            moved.contains(&number),
                        )
                    },
                    words: witness.words.clone(),
                });
                if let Some(slot) = segment.cells.get_mut(row) {
                    *slot = cell;
                }
            }
        }
    }

    /// How many segments a row has of each: verbatim, near-verbatim, reworded, only here; and how many passages it
    /// leaves out.
    fn count(&self, row: usize) -> Counts {
        let mut counts = Counts::default();
        for segment in &self.segments {
            match segment.cells.get(row).and_then(Option::as_ref) {
                Some(cell) => match cell.what {
                    What::Shared(Kind::Verbatim, _) => counts.verbatim += 1,
                    What::Shared(Kind::Near, _) => counts.near += 1,
                    What::Shared(Kind::Reworded, _) => counts.reworded += 1,
                    What::OnlyHere => counts.only_here += 1,
                    What::Other => {}
                },
                None => counts.left_out += usize::from(segment.passage.is_some()),
            }
        }
        counts
    }
}

/// What a row has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Segments that it has word for word.
    pub verbatim: usize,
    /// With changed words.
    pub near: usize,
    /// In other words.
    pub reworded: usize,
    /// Alone.
    pub only_here: usize,
    /// Passages of others that it has not.
    pub left_out: usize,
}

/// An article as a sequence of runs: where passages overlap, the closer kind counts, then the longer passage.
fn runs(
    findings: &Findings,
    shared: &[usize],
    rows: &[usize],
    place: usize,
    article: &Article,
) -> Vec<Run> {
    let body = article.body();
    let mut owner: Vec<Option<usize>> = vec![None; body.words.len()];
    let mut witnesses: Vec<(Kind, usize, usize, Range<usize>)> = shared
        .iter()
        .filter_map(|number| Some((*number, findings.passages.get(*number)?)))
        .flat_map(|(number, passage)| {
            let here = passage.witnesses.iter();
            here.filter(|witness| witness.article == place)
                .map(move |witness| {
                    let words = witness.words.clone();
                    (passage.kind_among(rows), words.len(), number, words)
                })
        })
        .collect();
    // The closest and longest last: it covers the others.
    witnesses.sort_by_key(|(kind, length, number, _)| (std::cmp::Reverse(*kind), *length, *number));
    for (_, _, number, words) in witnesses {
        if let Some(part) = owner.get_mut(words) {
            part.fill(Some(number));
        }
    }
    let paragraph = |word: usize| {
        body.words
            .get(word)
            .map(|span| body.paragraph_at(span.start))
    };
    let mut runs: Vec<Run> = Vec::new();
    for (word, passage) in owner.iter().enumerate() {
        let same = |run: &Run| {
            run.passage == *passage
                && (passage.is_some() || paragraph(run.words.start) == paragraph(word))
        };
        match runs.last_mut().filter(|run| same(run)) {
            Some(run) => run.words.end = word + 1,
            None => runs.push(Run {
                passage: *passage,
                only_here: false,
                words: word..word + 1,
            }),
        }
    }
    mark_only_here(&mut runs, paragraph);
    runs.retain(|run| run.passage.is_some() || run.words.len() >= MIN_OWN);
    runs
}

/// A run is its whole paragraph if neither neighbour has a part of it.
fn mark_only_here(runs: &mut [Run], paragraph: impl Fn(usize) -> Option<usize>) {
    let ends: Vec<(Option<usize>, Option<usize>)> = runs
        .iter()
        .map(|run| (paragraph(run.words.start), paragraph(run.words.end - 1)))
        .collect();
    for (index, run) in runs.iter_mut().enumerate() {
        let here = ends.get(index).map(|ends| ends.0);
        let before = index.checked_sub(1).and_then(|at| ends.get(at));
        let behind = ends.get(index + 1);
        run.only_here = run.passage.is_none()
            && run.words.len() >= MIN_ONLY_HERE
            && before.map(|ends| ends.1) != here
            && behind.map(|ends| ends.0) != here;
    }
}

/// Takes the runs of another article in: passages that are there keep their place, the rest stands behind what it
/// follows in this article.
fn merge(segments: &mut Vec<Segment>, runs: Vec<Run>, row: usize, rows: usize) {
    let places: BTreeMap<usize, usize> = segments
        .iter()
        .enumerate()
        .filter_map(|(at, segment)| Some((segment.passage?, at)))
        .collect();
    // By the number of segments before them.
    let mut new: BTreeMap<usize, Vec<Segment>> = BTreeMap::new();
    let mut taken: Vec<usize> = Vec::new();
    let mut cursor = 0;
    for run in runs {
        let length = run.words.len();
        if let Some(passage) = run.passage {
            if let Some(at) = places.get(&passage) {
                // What was moved up does not take what follows it along.
                cursor = cursor.max(at + 1);
                if let Some(segment) = segments.get_mut(*at) {
                    segment.words = segment.words.max(length);
                }
                continue;
            }
            if taken.contains(&passage) {
                continue;
            }
            taken.push(passage);
        }
        let mut cells = vec![None; rows];
        if let (None, Some(cell)) = (run.passage, cells.get_mut(row)) {
            *cell = Some(Cell {
                what: if run.only_here {
                    What::OnlyHere
                } else {
                    What::Other
                },
                words: run.words,
            });
        }
        new.entry(cursor).or_default().push(Segment {
            passage: run.passage,
            words: length,
            cells,
        });
    }
    let old = std::mem::take(segments);
    for (at, segment) in old.into_iter().enumerate() {
        segments.extend(new.remove(&at).unwrap_or_default());
        segments.push(segment);
    }
    segments.extend(new.into_values().flatten());
}

impl std::fmt::Display for Band {
    /// A row a line: `V`, `N`, `R` for the kinds, small where it was moved; `o` only here, `.` other text, blank left
    /// out.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for row in 0..self.rows.len() {
            let letter = |segment: &Segment| {
                let cell = segment.cells.get(row).and_then(Option::as_ref);
                match cell.map(|cell| cell.what) {
                    None => ' ',
                    Some(What::Shared(Kind::Verbatim, false)) => 'V',
                    Some(What::Shared(Kind::Verbatim, true)) => 'v',
                    Some(What::Shared(Kind::Near, false)) => 'N',
                    Some(What::Shared(Kind::Near, true)) => 'n',
                    Some(What::Shared(Kind::Reworded, false)) => 'R',
                    Some(What::Shared(Kind::Reworded, true)) => 'r',
                    Some(What::OnlyHere) => 'o',
                    Some(What::Other) => '.',
                }
            };
            let line: String = self.segments.iter().map(letter).collect();
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Wanted, analyse};
    use crate::jobs::Progress;
    use crate::model::{Block, Edit, Fields, Project, Role};
    use crate::ui::read::model::Model;
    use crate::workspace::sample::findings;

    fn run(passage: Option<usize>, words: Range<usize>) -> Run {
        Run {
            passage,
            only_here: passage.is_none(),
            words,
        }
    }

    #[test]
    fn what_an_article_adds_stands_behind_what_it_follows() {
        let mut segments = Vec::new();
        let base = vec![run(Some(7), 0..9), run(None, 9..20), run(Some(3), 20..30)];
        merge(&mut segments, base, 0, 2);
        // The other one begins with the base's last passage, adds something, and has the first one behind it.
        let other = vec![
            run(None, 0..8),
            run(Some(3), 8..30),
            run(None, 30..40),
            run(Some(7), 40..48),
            run(Some(5), 48..60),
        ];
        merge(&mut segments, other, 1, 2);
        let order: Vec<(Option<usize>, usize)> = segments
            .iter()
            .map(|segment| (segment.passage, segment.words))
            .collect();
        assert_eq!(
            order,
            [
                (None, 8),
                (Some(7), 9),
                (None, 11),
                (Some(3), 22),
                (None, 10),
                (Some(5), 12),
            ]
        );
    }

    #[test]
    fn the_sample_shows_who_copies_rewrites_adds_and_leaves_out() {
        let findings = findings();
        let band = Band::new(&findings, &View::default());
        let text = band.to_string();
        assert_eq!(text.lines().count(), 3, "{text}");
        // Every passage is one column, and every row has what its article has.
        let passages = band.segments.iter().filter(|one| one.passage.is_some());
        for segment in passages {
            let number = segment.passage.unwrap_or_default();
            let holders = band.rows.iter().map(|place| {
                let passage = findings.passages.get(number);
                passage.is_some_and(|passage| passage.in_article(*place).is_some())
            });
            let shown = segment.cells.iter().map(Option::is_some);
            assert!(holders.eq(shown), "{number}\n{text}");
        }
        assert!(text.contains('o') && text.contains('V'), "{text}");
        let counts = band.counts[1];
        assert!(
            counts.left_out > 0 && counts.only_here > 0,
            "{counts:?}\n{text}"
        );
    }

    /// The legend counts how those on the screen agree, and a row of the band says how it agrees with the base.
    #[test]
    fn a_third_that_edits_does_not_hide_that_two_agree() {
        let literal = "Fishermen of the eastern shore met at the old harbour before sunrise to count their boats.";
        let texts = [
            literal,
            "Fishermen of the eastern shore met at the new harbour after sunrise to count their boats.",
            literal,
        ];
        let articles = texts.iter().zip(["a", "b", "c"]).map(|(text, name)| {
            let block = Block::new(*text, Role::Body);
            Article::new(name, Fields::default(), vec![block])
        });
        let project = Edit::Add(articles.collect()).apply(&Project::default());
        let findings = analyse(
            &project.articles,
            &project.settings,
            Wanted {
                meetings: false,
                ..Wanted::ALL
            },
            &Progress::default(),
        );
        let mut view = View::default();
        let shown = |view: &View| {
            let counts = Model::new(&findings, view).counts;
            let band = Band::new(&findings, view).to_string();
            (counts.verbatim, counts.near, band)
        };
        assert_eq!(shown(&view), (0, 1, "N\nN\nV\n".to_owned()));
        view.closed.push(findings.articles[1].id);
        assert_eq!(shown(&view), (1, 0, "V\nV\n".to_owned()));
        view.hidden.near = true;
        assert_eq!(view.marked(&findings).len(), 1);
    }

    #[test]
    fn a_kind_that_is_switched_off_is_text_like_any_other() {
        let findings = findings();
        let mut view = View::default();
        view.hidden.verbatim = true;
        let text = Band::new(&findings, &view).to_string();
        assert!(!text.contains(['V', 'v']) && text.contains('.'), "{text}");
    }
}
