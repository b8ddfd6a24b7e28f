//! Words that are looked for in the articles, and the hits on the screen.

use super::trail::Place;
use super::{Look, Spot, View};
use crate::analysis::Findings;
use crate::analysis::find::{Hit, Query};

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Find {
    /// Whether the bar is open.
    pub open: bool,
    /// Counts up whenever the bar was asked for: its field gets the keyboard then.
    pub asked: u64,
    /// What was asked for last; it stays when the bar is closed.
    pub query: Query,
    /// Whether the list of hits is folded away.
    pub folded: bool,
    /// Where the reader was when the bar was opened.
    pub(super) from: Option<Place>,
}

/// What is done with the bar.
#[derive(Clone, Debug, PartialEq)]
pub enum FindLook {
    /// Open it, or give it the keyboard.
    Open,
    /// Look for this.
    Query(Query),
    /// Fold the list of hits, or show it.
    Folded(bool),
    /// Put it away and stay.
    Stay,
    /// Put it away and go back to where it was opened.
    Return,
}

impl View {
    pub(super) fn find(&mut self, look: FindLook, findings: &Findings) {
        match look {
            FindLook::Open => {
                self.find.asked += 1;
                if !self.find.open {
                    self.find.from = self.here(findings);
                }
                self.find.open = true;
            }
            FindLook::Query(query) => {
                self.find(FindLook::Open, findings);
                self.find.asked -= 1;
                self.find.query = query;
            }
            FindLook::Folded(folded) => self.find.folded = folded,
            FindLook::Stay => self.find.open = false,
            FindLook::Return => {
                self.find.open = false;
                if let Some(place) = self.find.from.take() {
                    let here = self.here(findings);
                    if here.as_ref() != Some(&place) {
                        self.trail.back.extend(here);
                        self.return_to(&place, findings);
                    }
                }
            }
        }
    }

    /// Which of the hits in the columns on the screen is looked at, counted from 1, and of how many.
    pub fn hit_at(&self, hits: &[Hit], findings: &Findings) -> (Option<usize>, usize) {
        let (mut number, mut count) = (None, 0);
        for place in self.columns(findings) {
            let here = all_in_article(hits, place);
            let article = findings.articles.get(place).map(|article| article.id);
            let spot = self.spot.filter(|spot| Some(spot.article) == article);
            let at = spot.and_then(|spot| {
                let wanted = (spot.aside, spot.span);
                let found = here.binary_search_by_key(&wanted, |hit| (hit.aside, hit.span));
                found.ok()
            });
            number = at.map(|at| count + at + 1).or(number);
            count += here.len();
        }
        (number, count)
    }

    /// Goes to the next hit (1) or the one before (-1). A walk over many hits is one way.
    pub fn step_hit(&mut self, step: i8, hits: &[Hit], findings: &Findings) {
        if let Some(spot) = self.next_hit(step, hits, findings) {
            self.selected = None;
            let jump = self.jump(&Look::StepHit(step), findings);
            self.show_article(spot.article, findings);
            self.look_at_spot(spot, findings);
            if let Some(jump) = jump {
                self.remember(jump, findings);
            }
        }
    }

    /// The hit behind (1) or before (-1) the one that is looked at, round and round; else the first or the last. Where
    /// the columns have none, of all articles.
    fn next_hit(&self, step: i8, hits: &[Hit], findings: &Findings) -> Option<Spot> {
        let columns = self.columns(findings).into_iter();
        let mut here: Vec<&Hit> = columns
            .flat_map(|place| all_in_article(hits, place))
            .collect();
        if here.is_empty() {
            here.extend(hits);
        }
        let here = here.into_iter().filter_map(|hit| Spot::of(hit, findings));
        let here: Vec<Spot> = here.collect();
        let last = here.len().checked_sub(1)?;
        let at = here.iter().position(|spot| Some(*spot) == self.spot);
        let next = match (at, step > 0) {
            (None, true) => 0,
            (None, false) => last,
            (Some(at), true) => (at + 1) % here.len(),
            (Some(at), false) => at.checked_sub(1).unwrap_or(last),
        };
        here.get(next).copied()
    }
}

/// The hits in the text of one article, and those in what of it is set aside; all stand in their order.
pub fn in_article(hits: &[Hit], article: usize) -> (&[Hit], &[Hit]) {
    let here = all_in_article(hits, article);
    here.split_at(here.partition_point(|hit| hit.aside.is_none()))
}

fn all_in_article(hits: &[Hit], article: usize) -> &[Hit] {
    let from = hits.partition_point(|hit| hit.article < article);
    let to = hits.partition_point(|hit| hit.article <= article);
    hits.get(from..to).unwrap_or_default()
}
