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

use jiff::civil::Date;

use super::clues::Clues;
use super::terms::Terms;
use crate::analysis::Pair;

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

/// A number for every two articles: the rows above the diagonal of a square, one after the other.
#[derive(Clone)]
pub(super) struct Triangle {
    count: usize,
    values: Vec<f64>,
}

impl Triangle {
    pub fn new(count: usize) -> Self {
        let values = vec![0.0; count * count.saturating_sub(1) / 2];
        Self { count, values }
    }

    /// How many articles.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Where the number of `a` and `b` stands, in either order.
    fn place(&self, a: usize, b: usize) -> usize {
        let (a, b) = (a.min(b), a.max(b));
        (a * (2 * self.count - a - 1) / 2 + b).saturating_sub(a + 1)
    }

    /// The number of two different articles; none for an article and itself.
    pub fn of(&self, a: usize, b: usize) -> f64 {
        let value = self.values.get(self.place(a, b)).filter(|_| a != b);
        value.copied().unwrap_or_default()
    }

    /// The same, to be changed.
    pub fn at(&mut self, a: usize, b: usize) -> Option<&mut f64> {
        let place = self.place(a, b);
        self.values.get_mut(place).filter(|_| a != b)
    }
}

/// The likeness of the articles at `places`; its rows are numbered like them.
pub(super) fn likeness(
    places: &[usize],
    terms: &Terms,
    clues: &[Clues],
    pairs: &[Pair],
) -> Triangle {
    let mut likeness = cosines(places, terms);
    for pair in pairs {
        let rows = places
            .binary_search(&pair.a)
            .ok()
            .zip(places.binary_search(&pair.b).ok());
        if let Some(known) = rows.and_then(|(a, b)| likeness.at(a, b)) {
            *known = known.max(WORDING * pair.shared_of_a.max(pair.shared_of_b).min(1.0));
        }
    }
    let mut nearest = vec![0.0_f64; places.len()];
    for a in 0..places.len() {
        for b in a + 1..places.len() {
            let articles = places.get(a).zip(places.get(b));
            let both = articles.and_then(|(a, b)| clues.get(*a).zip(clues.get(*b)));
            let held = articles.and_then(|(a, b)| terms.held.get(*a).zip(terms.held.get(*b)));
            let Some((value, ((one, two), held))) = likeness.at(a, b).zip(both.zip(held)) else {
                continue;
            };
            if *value > 0.0 {
                *value *= left(one, two, held);
            }
            for row in [a, b] {
                if let Some(nearest) = nearest.get_mut(row) {
                    *nearest = nearest.max(*value);
                }
            }
        }
    }
    for a in 0..places.len() {
        for b in a + 1..places.len() {
            let rivals = nearest
                .get(a)
                .zip(nearest.get(b))
                .map_or(1.0, |(a, b)| a * b);
            if let Some(value) = likeness.at(a, b) {
                // √(value · value / √rivals)
                *value /= rivals.max(f64::MIN_POSITIVE).sqrt().sqrt();
            }
        }
    }
    likeness
}

fn cosines(places: &[usize], terms: &Terms) -> Triangle {
    let mut likeness = Triangle::new(places.len());
    let words = terms
        .vectors
        .iter()
        .flatten()
        .map(|(id, _)| *id as usize + 1)
        .max();
    // Only articles that have a word in common are compared: through the list of articles of each word.
    let mut holders: Vec<Vec<(usize, f64)>> = vec![Vec::new(); words.unwrap_or_default()];
    // Summed up in a row of its own, which stays near at hand.
    let mut sums = vec![0.0_f64; places.len()];
    for (row, place) in places.iter().enumerate() {
        for (word, weight) in terms.vectors.get(*place).into_iter().flatten() {
            let Some(list) = holders.get_mut(*word as usize) else {
                continue;
            };
            for (other, theirs) in list.iter() {
                if let Some(sum) = sums.get_mut(*other) {
                    *sum += weight * theirs;
                }
            }
            list.push((row, *weight));
        }
        for (other, sum) in sums.iter_mut().enumerate().take(row) {
            if let Some(value) = likeness.at(other, row) {
                *value = *sum;
            }
            *sum = 0.0;
        }
    }
    likeness
}

/// What is left of the likeness of two articles when what speaks against one event is taken away, 0 to 1.
fn left(one: &Clues, two: &Clues, held: (&Vec<u32>, &Vec<u32>)) -> f64 {
    let mut left = 1.0;
    if let (Some(one), Some(two)) = (one.day, two.day) {
        left *= (-((one - two) as f64 / DAYS).powi(2)).exp();
    }
    left *= match (one.scene.days.first(), two.scene.days.first()) {
        (Some(first), Some(second)) if first == second => 1.0,
        (Some(first), Some(second)) if names(two, *first) || names(one, *second) => OTHER_DAY_FIRST,
        (Some(_), Some(_)) => OTHER_DAY,
        _ => 1.0,
    };
    if are_elsewhere(&one.scene.places, &two.scene.places, held) {
        left *= OTHER_PLACE;
    }
    if one.outlet.is_some() && one.outlet == two.outlet {
        left *= ONE_OUTLET;
    }
    left
}

fn names(clues: &Clues, day: Date) -> bool {
    clues.scene.days.contains(&day)
}

/// Both name places, and neither knows any of the other's.
pub(super) fn are_elsewhere(one: &[u32], two: &[u32], held: (&Vec<u32>, &Vec<u32>)) -> bool {
    let knows =
        |held: &[u32], places: &[u32]| places.iter().any(|place| held.binary_search(place).is_ok());
    !one.is_empty() && !two.is_empty() && !knows(held.0, two) && !knows(held.1, one)
}
