//! How alike the articles are, two and two, and the groups that follow.
//!
//! 1. The cosine of their weighed words ([`super::terms`]); shared wording can put it higher.
//! 2. What speaks against one event takes a share away: days of publication that lie apart, days of the event that
//!    differ, places that the other does not know, one outlet, which seldom covers an event twice. Three weeks apart
//!    nothing is left.
//! 3. The likeness is held against what each of the two has with its own nearest. Articles of a set about one person are
//!    all alike, and those on one event stand out by little; elsewhere a weak likeness that nothing rivals is enough.
//!    The likeness counts as the geometric mean of itself and of its share in the nearest ones. (Local scaling:
//!    Zelnik-Manor and Perona, Self-tuning spectral clustering, 2004.)
//! 4. Groups grow while their mean likeness stays above [`THRESHOLD`] ([`super::groups`]).

use std::hash::Hash;
use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::clues::Clues;
use super::terms::Terms;
use super::triangle::Triangle;
use crate::analysis::Pair;
use crate::jobs::{both, parallel};

/// Least mean likeness of two groups that are joined. Chosen on open sets in two languages, on which the quality is near
/// its best from 0.36 to 0.40.
pub(super) const THRESHOLD: f64 = 0.38;
/// At so many days between publication the likeness is down to a third (a bell curve).
const DAYS: f64 = 6.0;
/// Farther apart, articles are not compared: of their likeness, less than a hundred thousandth would be left.
const FAR: i64 = 21;
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

/// All that the likeness of two articles depends on. Rows stand by the day of publication, those without one first, so
/// that those behind a row that are not too far from it stand together.
pub(super) struct Likeness<'l> {
    terms: &'l Terms,
    /// The article of each row, by its place in the set.
    places: Vec<usize>,
    /// Of each row those behind it with which it shares wording, and how much that weighs.
    wording: Vec<Vec<(usize, f64)>>,
    /// Only articles that have a word in common are compared.
    holders: Holders,
    /// What is left where so many days lie between publication.
    by_days: Vec<f64>,
    /// What each row says of day, place and outlet.
    scenes: Vec<Setting<'l>>,
    /// For each place that a row names, and for each row, whether it has that word.
    knows: Vec<Vec<bool>>,
}

/// What an article says of day, place and outlet; what any two articles are asked for is a number.
struct Setting<'l> {
    published: Option<i64>,
    outlet: Option<usize>,
    days: &'l [Date],
    /// The places that it names, by their numbers in [`Likeness::knows`].
    places: Vec<usize>,
}

/// Of each word the rows that have it among their heaviest, in order, and what it weighs there.
struct Holders {
    /// Those of the first word, of the second one, and so on.
    all: Vec<(u32, f64)>,
    /// Where those of each word begin, and at last where all end.
    begins: Vec<usize>,
}

/// The likeness of the articles at `places`, numbered like them.
pub(super) fn likeness(
    places: &[usize],
    terms: &Terms,
    clues: &[Arc<Clues>],
    pairs: &[Pair],
) -> Triangle {
    let published = |place: &usize| clues.get(*place).and_then(|clues| clues.day);
    let mut articles: Vec<(Option<i64>, usize)> = places.iter().map(published).zip(0..).collect();
    articles.sort_unstable();
    let articles: Vec<usize> = articles.into_iter().map(|(_, article)| article).collect();
    let in_order = articles.iter().filter_map(|article| places.get(*article));
    let likeness = Likeness::new(in_order.copied().collect(), terms, clues, pairs);
    Triangle::of_rows(likeness.rows(), articles)
}

impl<'l> Likeness<'l> {
    fn new(places: Vec<usize>, terms: &'l Terms, clues: &'l [Arc<Clues>], pairs: &[Pair]) -> Self {
        let mut numbers: FxHashMap<u32, usize> = FxHashMap::default();
        let mut outlets: FxHashMap<&str, usize> = FxHashMap::default();
        let scenes = places.iter().filter_map(|place| clues.get(*place));
        let scenes = scenes.map(|clues| Setting {
            published: clues.day,
            outlet: (clues.outlet.as_deref()).map(|outlet| number(&mut outlets, outlet)),
            days: &clues.scene.days,
            places: (clues.scene.places.iter())
                .map(|id| number(&mut numbers, *id))
                .collect(),
        });
        let scenes = scenes.collect();
        let (holders, knows) = both(
            || Holders::new(&places, terms),
            || knows(&places, terms, &numbers),
        );
        Self {
            scenes,
            knows,
            wording: wording(&places, pairs),
            holders,
            by_days: (0..=FAR).map(after_days).collect(),
            terms,
            places,
        }
    }

    /// How alike any two of the articles are.
    fn rows(&self) -> Vec<Vec<f64>> {
        let rows: Vec<usize> = (0..self.places.len()).collect();
        let mut rows = parallel(&rows, |row| self.row(*row));
        hold_against_nearest(&mut rows);
        rows
    }

    /// The row behind the last one that is compared with row `a`.
    fn end(&self, a: usize) -> usize {
        let published = |scene: &Setting<'_>| scene.published;
        let last = self.scenes.get(a).and_then(published);
        let last = last.map(|day| day.saturating_add(FAR));
        let is_near = |scene: &Setting<'_>| last.is_none() || scene.published <= last;
        self.scenes.partition_point(is_near)
    }

    /// How alike row `a` is to each that stands behind it, before that is held against what is nearest to the two.
    fn row(&self, a: usize) -> Vec<f64> {
        let (begin, end) = (a + 1, self.end(a));
        let mut row = vec![0.0_f64; end.saturating_sub(begin)];
        let vector = self
            .places
            .get(a)
            .and_then(|place| self.terms.vectors.get(*place));
        for (word, weight) in vector.into_iter().flatten() {
            let holders = self.holders.of(*word);
            let first = holders.partition_point(|(other, _)| (*other as usize) < begin);
            for (other, theirs) in holders.iter().skip(first) {
                let Some(sum) = row.get_mut(*other as usize - begin) else {
                    break;
                };
                *sum += weight * theirs;
            }
        }
        for (other, wording) in self.wording.get(a).into_iter().flatten() {
            if let Some(known) = row.get_mut(other - begin) {
                *known = known.max(*wording);
            }
        }
        if let Some(own) = self.scenes.get(a) {
            let behind = self.scenes.iter().enumerate().skip(begin);
            for (value, (b, theirs)) in row.iter_mut().zip(behind) {
                if *value > 0.0 {
                    *value *= self.left((a, own), (b, theirs));
                }
            }
        }
        row
    }

    /// What is left of the likeness of two articles when what speaks against one event is taken away, 0 to 1.
    fn left(&self, (a, one): (usize, &Setting<'_>), (b, two): (usize, &Setting<'_>)) -> f64 {
        let mut left = 1.0;
        if let (Some(one), Some(two)) = (one.published, two.published) {
            let by_days = self.by_days.get(one.abs_diff(two) as usize);
            left *= by_days.copied().unwrap_or_default();
        }
        let (ours, theirs) = (one.days, two.days);
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
        if one.outlet.is_some() && one.outlet == two.outlet {
            left *= ONE_OUTLET;
        }
        left
    }

    fn knows(&self, row: usize, places: &[usize]) -> bool {
        let has = |place: &usize| self.knows.get(*place).and_then(|rows| rows.get(row));
        places.iter().any(|place| has(place) == Some(&true))
    }
}

/// For each place that a row names, by its number, and for each row, whether it has that word.
fn knows(places: &[usize], terms: &Terms, numbers: &FxHashMap<u32, usize>) -> Vec<Vec<bool>> {
    let mut knows = vec![vec![false; places.len()]; numbers.len()];
    // A table is looked at sooner than a map is asked, and every word of every article is.
    let size = numbers.keys().max().map_or(0, |last| *last as usize + 1);
    let mut number_of = vec![None; size];
    for (id, slot) in (0..).zip(&mut number_of) {
        *slot = numbers.get(&id).copied();
    }
    for (row, place) in places.iter().enumerate() {
        let known = |id: u32| number_of.get(id as usize).copied().flatten();
        for number in terms.words(*place).filter_map(known) {
            if let Some(slot) = knows.get_mut(number).and_then(|rows| rows.get_mut(row)) {
                *slot = true;
            }
        }
    }
    knows
}

/// Of each row those behind it with which it shares wording, and how much that weighs.
fn wording(places: &[usize], pairs: &[Pair]) -> Vec<Vec<(usize, f64)>> {
    let rows: FxHashMap<usize, usize> = places.iter().copied().zip(0..).collect();
    let mut wording = vec![Vec::new(); places.len()];
    for pair in pairs {
        if let Some((a, b)) = rows.get(&pair.a).zip(rows.get(&pair.b))
            && let Some(row) = wording.get_mut(*a.min(b))
        {
            let share = pair.shared_of_a.max(pair.shared_of_b).min(1.0);
            row.push((*a.max(b), WORDING * share));
        }
    }
    wording
}

impl Holders {
    fn new(places: &[usize], terms: &Terms) -> Self {
        let vectors = || places.iter().filter_map(|place| terms.vectors.get(*place));
        let words = || vectors().flatten().map(|(id, _)| *id as usize);
        let mut begins = vec![0; words().max().map_or(0, |last| last + 1) + 1];
        for word in words() {
            if let Some(count) = begins.get_mut(word + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for begin in &mut begins {
            sum += *begin;
            *begin = sum;
        }
        let mut next = begins.clone();
        let mut all = vec![(0, 0.0); sum];
        for (row, vector) in (0..).zip(vectors()) {
            for (word, weight) in vector {
                if let Some(at) = next.get_mut(*word as usize)
                    && let Some(slot) = all.get_mut(*at)
                {
                    *slot = (row, *weight);
                    *at += 1;
                }
            }
        }
        Self { all, begins }
    }

    fn of(&self, word: u32) -> &[(u32, f64)] {
        let bounds = self.begins.get(word as usize..).unwrap_or_default();
        let [begin, end, ..] = bounds else {
            return &[];
        };
        self.all.get(*begin..*end).unwrap_or_default()
    }
}

/// What is left of the likeness where so many days lie between publication.
fn after_days(days: i64) -> f64 {
    (-(days as f64 / DAYS).powi(2)).exp()
}

/// The number of a key: the same for equal ones.
fn number<K: Eq + Hash>(numbers: &mut FxHashMap<K, usize>, key: K) -> usize {
    let next = numbers.len();
    *numbers.entry(key).or_insert(next)
}

/// Holds the likeness of two articles against what each of them has with its own nearest.
fn hold_against_nearest(rows: &mut [Vec<f64>]) {
    let mut nearest = vec![0.0_f64; rows.len()];
    for (a, row) in rows.iter().enumerate() {
        let (before, behind) = nearest.split_at_mut(a + 1);
        let mut best = before.last().copied().unwrap_or_default();
        for (theirs, value) in behind.iter_mut().zip(row) {
            best = best.max(*value);
            *theirs = theirs.max(*value);
        }
        if let Some(own) = before.last_mut() {
            *own = best;
        }
    }
    // √(value · value / √rivals)
    let share = |nearest: &f64| nearest.max(f64::MIN_POSITIVE).sqrt().sqrt().recip();
    let shares: Vec<f64> = nearest.iter().map(share).collect();
    for (a, row) in rows.iter_mut().enumerate() {
        let own = shares.get(a).copied().unwrap_or_default();
        for (value, theirs) in row.iter_mut().zip(shares.iter().skip(a + 1)) {
            *value *= own * theirs;
        }
    }
}
