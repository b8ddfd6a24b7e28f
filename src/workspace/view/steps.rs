//! What can be stepped through, in the order of the columns, and the steps from one to the next.

use std::cmp::Ordering;

use super::{Focus, Spot, View, is_shared};
use crate::analysis::{Findings, Kind};
use crate::text::{Span, words};

/// Shortest paragraph that is said to stand in one article alone, in words.
pub const MIN_ONLY_HERE: usize = 6;

/// What a step goes to the next of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// Everything that is marked.
    Marked,
    /// Passages of one kind.
    Kind(Kind),
    /// Passages off the order of the base.
    Moved,
    /// Paragraphs that stand in one article alone.
    OnlyHere,
}

/// Where something stands: the column, and the place in it.
type At = (usize, usize);

impl View {
    /// What at least two articles on the screen share and is not switched off, in the order of the base article, then of
    /// the others.
    pub fn marked(&self, findings: &Findings) -> Vec<Focus> {
        let placed = self.placed(findings).into_iter();
        placed.map(|(_, focus)| focus).collect()
    }

    /// The same, with the column and the word at which each begins first.
    fn placed(&self, findings: &Findings) -> Vec<(At, Focus)> {
        let columns = self.columns(findings);
        let mut found: Vec<(At, Focus)> = Focus::all(findings)
            .filter(|(_, passage)| is_shared(passage, &columns))
            .filter(|(focus, _)| self.shows(*focus, &columns, findings))
            .filter_map(|(focus, passage)| {
                let mut places = columns.iter().enumerate();
                places.find_map(|(column, place)| {
                    let start = passage.in_article(*place)?.span.start;
                    Some(((column, start), focus))
                })
            })
            .collect();
        found.sort_unstable();
        found
    }

    /// The passages among what is marked.
    pub fn passages(&self, findings: &Findings) -> Vec<usize> {
        let marked = self.marked(findings).into_iter();
        marked
            .filter_map(|focus| match focus {
                Focus::Passage(number) => Some(number),
                Focus::Stock(_) => None,
            })
            .collect()
    }

    /// The phrases that at least two articles on the screen share and that are not counted, switched off or not.
    pub fn stock(&self, findings: &Findings) -> Vec<usize> {
        let columns = self.columns(findings);
        let stock = findings.stock.iter().enumerate();
        stock
            .filter(|(_, phrase)| is_shared(phrase, &columns))
            .map(|(number, _)| number)
            .collect()
    }

    /// The paragraphs of some length of which nothing stands in another article on the screen, column by column; none
    /// where there is but one column. Filters make no difference.
    pub fn only_here(&self, findings: &Findings) -> Vec<Spot> {
        let columns = self.columns(findings);
        if columns.len() < 2 {
            return Vec::new();
        }
        let passages = findings.passages.iter();
        let shared: Vec<_> = passages
            .filter(|passage| is_shared(passage, &columns))
            .flat_map(|passage| &passage.witnesses)
            .collect();
        let mut found = Vec::new();
        for place in columns {
            let Some(article) = findings.articles.get(place) else {
                continue;
            };
            let here: Vec<Span> = shared
                .iter()
                .filter(|witness| witness.article == place)
                .map(|witness| witness.span)
                .collect();
            let body = article.body();
            let alone = body.paragraphs.iter().filter(|paragraph| {
                !here.iter().any(|span| span.overlaps(**paragraph))
                    && words(paragraph.of(&body.text)).len() >= MIN_ONLY_HERE
            });
            found.extend(alone.map(|paragraph| Spot::new(article.id, *paragraph)));
        }
        found
    }

    /// Whether a passage stands off the base's order in another column.
    fn is_moved(&self, number: usize, columns: &[usize], findings: &Findings) -> bool {
        let Some((base, others)) = columns.split_first() else {
            return false;
        };
        let mut pairs = others
            .iter()
            .filter_map(|other| findings.pair(*base, *other));
        pairs.any(|pair| pair.moved.contains(&number))
    }

    /// To the next (1) or the one before (-1), round and round; from where nothing is in focus, to the first or last.
    pub(super) fn step(&mut self, among: Among, step: i8, findings: &Findings) {
        let columns = self.columns(findings);
        let spot_at = |spot: &Spot| -> Option<At> {
            let place = findings.place_of(spot.article)?;
            let column = columns.iter().position(|other| *other == place)?;
            Some((column, spot.span.start))
        };
        let placed = self.placed(findings);
        let focused = placed.iter().find(|(_, focus)| self.focus == Some(*focus));
        let spot = self.spot.as_ref().filter(|spot| !spot.span.is_empty());
        let from = focused
            .map(|(at, focus)| (*at, Some(*focus)))
            .or_else(|| Some((spot.and_then(spot_at)?, None)));
        if among == Among::OnlyHere {
            let places = self.only_here(findings).into_iter();
            let stations: Vec<(At, Spot)> = places
                .filter_map(|spot| Some((spot_at(&spot)?, spot)))
                .collect();
            let from = from.map(|(at, _)| at);
            if let Some(spot) = next(&stations, step, |at, _| from.map(|from| at.cmp(&from))) {
                self.look_at_spot(spot, findings);
            }
            return;
        }
        let stations: Vec<(At, Focus)> = placed
            .into_iter()
            .filter(|(_, focus)| match (among, focus) {
                (Among::Marked, _) => true,
                (Among::Kind(kind), Focus::Passage(_)) => focus
                    .passage(findings)
                    .is_some_and(|passage| passage.kind_among(&columns) == kind),
                (Among::Moved, Focus::Passage(number)) => {
                    self.is_moved(*number, &columns, findings)
                }
                _ => false,
            })
            .collect();
        // Two passages can begin at one word: the number decides, as it does in the order.
        let order = |at: &At, focus: &Focus| {
            from.map(|(from, known)| at.cmp(&from).then(Some(*focus).cmp(&known)))
        };
        if let Some(focus) = next(&stations, step, order) {
            self.look_at(Some(focus), None);
        }
    }
}

/// The station behind (1) or before (-1) where one is; `order` tells where a station lies against that, if one is
/// anywhere.
fn next<T: Copy>(
    stations: &[(At, T)],
    step: i8,
    order: impl Fn(&At, &T) -> Option<Ordering>,
) -> Option<T> {
    let lies =
        |(at, station): &&(At, T), wanted| order(at, station).is_none_or(|found| found == wanted);
    let found = if step > 0 {
        let mut ahead = stations.iter();
        ahead
            .find(|one| lies(one, Ordering::Greater))
            .or(stations.first())
    } else {
        let mut back = stations.iter().rev();
        back.find(|one| lies(one, Ordering::Less))
            .or(stations.last())
    };
    found.map(|(_, station)| *station)
}
