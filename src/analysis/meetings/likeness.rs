//! How alike the articles are, two and two, and the groups that follow.
//!
//! 1. The cosine of their weighed words ([`super::terms`]); shared wording can put it higher.
//! 2. What speaks against one event takes a share away: days of publication that lie apart, days of the event that
//!    differ, places that the other does not know, one outlet, which seldom covers an event twice.
//! 3. The likeness is held against what each of the two has with its own nearest. Articles of a set about one person are
//!    all alike, and those on one event stand out by little; elsewhere a weak likeness that nothing rivals is enough.
//!    The likeness counts as the geometric mean of itself and of its share in the nearest ones. (Local scaling:
//!    Zelnik-Manor and Perona, Self-tuning spectral clustering, 2004.)
//! 4. Groups grow while their mean likeness stays above [`THRESHOLD`] ([`super::groups`]).

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::clues::Clues;
use super::terms::Terms;
use crate::analysis::Pair;
use crate::jobs::parallel;

/// Least mean likeness of two groups that are joined. Chosen on open sets in two languages, on which the quality is near
/// its best from 0.36 to 0.40.
pub(super) const THRESHOLD: f64 = 0.38;
/// At so many days between publication the likeness is down to a third (a bell curve).
const DAYS: f64 = 6.0;
/// What is left where the one names the other's day, but not first.
const OTHER_DAY_FIRST: f64 = 0.85;
/// What is left where neither names a day of the other.
const OTHER_DAY: f64 = 0.6;
/// What is left where neither knows the places of the other.
const OTHER_PLACE: f64 = 0.85;
/// What is left where both are of one outlet.
const ONE_OUTLET: f64 = 0.75;
/// The share of wording that weighs as much as likeness of words.
const WORDING: f64 = 0.6;

/// A number for every two articles: the rows above the diagonal of a square.
pub(super) struct Triangle(Vec<Vec<f64>>);

impl Triangle {
    pub fn new(count: usize) -> Self {
        Self((0..count).map(|row| vec![0.0; count - row - 1]).collect())
    }

    /// How many articles.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The number of two different articles, in either order; none for an article and itself.
    pub fn of(&self, a: usize, b: usize) -> f64 {
        let (a, b) = (a.min(b), a.max(b));
        let row = self.0.get(a);
        let value = row.and_then(|row| row.get(b.checked_sub(a + 1)?));
        value.copied().unwrap_or_default()
    }

    /// The same, to be changed.
    pub fn at(&mut self, a: usize, b: usize) -> Option<&mut f64> {
        let (a, b) = (a.min(b), a.max(b));
        self.0.get_mut(a)?.get_mut(b.checked_sub(a + 1)?)
    }

    /// The numbers of `a` and of each that stands behind it.
    pub fn row(&self, a: usize) -> impl Iterator<Item = (usize, f64)> {
        let row = self.0.get(a).into_iter().flatten();
        row.copied()
            .enumerate()
            .map(move |(at, value)| (a + 1 + at, value))
    }
}

/// All that the likeness of two articles depends on.
pub(super) struct Likeness<'l> {
    /// The articles that are compared; the rows are numbered like them.
    places: &'l [usize],
    terms: &'l Terms,
    pairs: &'l [Pair],
    /// Of each word the rows that have it among their heaviest, in order, and what it weighs there. Only articles that
    /// have a word in common are compared.
    holders: Vec<Vec<(usize, f64)>>,
    /// What each row says of day, place and outlet.
    scenes: Vec<Setting<'l>>,
    /// For each place that a row names, and for each row, whether it has that word.
    knows: Vec<Vec<bool>>,
}

/// What an article says of day, place and outlet.
struct Setting<'l> {
    clues: &'l Clues,
    /// The places that it names, by their numbers in [`Likeness::knows`].
    places: Vec<usize>,
}

/// The likeness of the articles at `places`; its rows are numbered like them.
pub(super) fn likeness(
    places: &[usize],
    terms: &Terms,
    clues: &[Arc<Clues>],
    pairs: &[Pair],
) -> Triangle {
    Likeness::new(places, terms, clues, pairs).triangle()
}

impl<'l> Likeness<'l> {
    fn new(
        places: &'l [usize],
        terms: &'l Terms,
        clues: &'l [Arc<Clues>],
        pairs: &'l [Pair],
    ) -> Self {
        let mut numbers: FxHashMap<u32, usize> = FxHashMap::default();
        let scenes = places.iter().filter_map(|place| clues.get(*place));
        let scenes = scenes.map(|clues| Setting {
            clues,
            places: (clues.scene.places.iter())
                .map(|id| {
                    let next = numbers.len();
                    *numbers.entry(*id).or_insert(next)
                })
                .collect(),
        });
        let scenes = scenes.collect();
        let mut knows = vec![vec![false; places.len()]; numbers.len()];
        for (row, place) in places.iter().enumerate() {
            for number in terms.words(*place).filter_map(|id| numbers.get(&id)) {
                if let Some(slot) = knows.get_mut(*number).and_then(|rows| rows.get_mut(row)) {
                    *slot = true;
                }
            }
        }
        Self {
            places,
            terms,
            pairs,
            holders: holders(places, terms),
            scenes,
            knows,
        }
    }

    /// How alike any two of the articles are.
    fn triangle(&self) -> Triangle {
        let rows: Vec<usize> = (0..self.places.len()).collect();
        let rows = parallel(&rows, |row| self.row(*row));
        let mut nearest = vec![0.0_f64; rows.len()];
        for (a, row) in rows.iter().enumerate() {
            let best = row.iter().copied().fold(0.0, f64::max);
            let (before, behind) = nearest.split_at_mut(a + 1);
            if let Some(own) = before.last_mut() {
                *own = own.max(best);
            }
            for (nearest, value) in behind.iter_mut().zip(row) {
                *nearest = nearest.max(*value);
            }
        }
        let rows: Vec<(usize, Vec<f64>)> = rows.into_iter().enumerate().collect();
        Triangle(parallel(&rows, |(a, row)| scaled(row, *a, &nearest)))
    }

    /// How alike article `a` is to each that stands behind it, before that is held against what is nearest to the two.
    fn row(&self, a: usize) -> Vec<f64> {
        let mut row = vec![0.0_f64; self.places.len() - a - 1];
        let Some(place) = self.places.get(a) else {
            return row;
        };
        for (word, weight) in self.terms.vectors.get(*place).into_iter().flatten() {
            let list = self.holders.get(*word as usize);
            let list = list.map_or(&[][..], Vec::as_slice);
            let behind = list.partition_point(|(other, _)| *other <= a);
            for (other, theirs) in list.iter().skip(behind) {
                if let Some(sum) = row.get_mut(other - a - 1) {
                    *sum += weight * theirs;
                }
            }
        }
        let first = self.pairs.partition_point(|pair| pair.a < *place);
        let pairs = self.pairs.iter().skip(first);
        for pair in pairs.take_while(|pair| pair.a == *place) {
            let other = self.places.binary_search(&pair.b).ok();
            let at = other.and_then(|other| other.checked_sub(a + 1));
            if let Some(known) = at.and_then(|at| row.get_mut(at)) {
                *known = known.max(WORDING * pair.shared_of_a.max(pair.shared_of_b).min(1.0));
            }
        }
        for (value, b) in row.iter_mut().zip(a + 1..) {
            if *value > 0.0 {
                *value *= self.left(a, b);
            }
        }
        row
    }

    /// What is left of the likeness of two articles when what speaks against one event is taken away, 0 to 1.
    fn left(&self, a: usize, b: usize) -> f64 {
        let Some((one, two)) = self.scenes.get(a).zip(self.scenes.get(b)) else {
            return 1.0;
        };
        let mut left = 1.0;
        if let (Some(one), Some(two)) = (one.clues.day, two.clues.day) {
            left *= (-((one - two) as f64 / DAYS).powi(2)).exp();
        }
        let (ours, theirs) = (&one.clues.scene.days, &two.clues.scene.days);
        left *= match (ours.first(), theirs.first()) {
            (Some(first), Some(second)) if first == second => 1.0,
            (Some(first), Some(second)) if theirs.contains(first) || ours.contains(second) => {
                OTHER_DAY_FIRST
            }
            (Some(_), Some(_)) => OTHER_DAY,
            _ => 1.0,
        };
        // Both name places, and neither knows any of the other's.
        let name_places = !one.places.is_empty() && !two.places.is_empty();
        if name_places && !self.knows(a, &two.places) && !self.knows(b, &one.places) {
            left *= OTHER_PLACE;
        }
        if one.clues.outlet.is_some() && one.clues.outlet == two.clues.outlet {
            left *= ONE_OUTLET;
        }
        left
    }

    fn knows(&self, row: usize, places: &[usize]) -> bool {
        let has = |place: &usize| self.knows.get(*place).and_then(|rows| rows.get(row));
        places.iter().any(|place| has(place) == Some(&true))
    }
}

fn holders(places: &[usize], terms: &Terms) -> Vec<Vec<(usize, f64)>> {
    let vectors = || places.iter().filter_map(|place| terms.vectors.get(*place));
    let words = vectors().flatten().map(|(id, _)| *id as usize + 1).max();
    let mut holders: Vec<Vec<(usize, f64)>> = vec![Vec::new(); words.unwrap_or_default()];
    for (row, vector) in vectors().enumerate() {
        for (word, weight) in vector {
            if let Some(list) = holders.get_mut(*word as usize) {
                list.push((row, *weight));
            }
        }
    }
    holders
}

/// A row held against what each of two articles has with its own nearest.
fn scaled(row: &[f64], a: usize, nearest: &[f64]) -> Vec<f64> {
    let own = nearest.get(a).copied().unwrap_or_default();
    let scaled = |(value, theirs): (&f64, &f64)| {
        // √(value · value / √rivals)
        if *value > 0.0 {
            value / (own * theirs).max(f64::MIN_POSITIVE).sqrt().sqrt()
        } else {
            0.0
        }
    };
    row.iter()
        .zip(nearest.iter().skip(a + 1))
        .map(scaled)
        .collect()
}
