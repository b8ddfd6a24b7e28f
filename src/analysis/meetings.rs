//! Which articles cover the same meeting: first version.
//!
//! Likeness of two articles is the cosine of their words, weighed by how rare they are (TF-IDF), or the share of
//! wording they have in common, whichever is greater. Days of publication that lie more than [`MAX_DAYS`] apart keep
//! articles apart. Groups grow by average linkage while the likeness stays above [`THRESHOLD`].

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::Pair;
use super::corpus::Corpus;

/// Least mean likeness of two groups that are joined.
const THRESHOLD: f64 = 0.16;
/// Articles that are imagined beside a set, so that a word which all of a small set have still counts.
const BACKGROUND: f64 = 100.0;
/// Coverage of one meeting appears within so many days.
const MAX_DAYS: i64 = 5;

/// Articles about one meeting.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meeting {
    /// The articles, by their places in the set, ascending.
    pub articles: Vec<usize>,
    /// The day on which the first of them appeared.
    pub date: Option<Date>,
    /// The place at the head of most of them.
    pub place: Option<String>,
}

/// All articles as one meeting.
pub fn one(corpus: &Corpus) -> Vec<Meeting> {
    if corpus.articles.is_empty() {
        return Vec::new();
    }
    vec![described(corpus, (0..corpus.articles.len()).collect())]
}

/// Groups the articles; each stands in exactly one group. Groups are in the order of their first articles.
pub fn group(corpus: &Corpus, pairs: &[Pair]) -> Vec<Meeting> {
    let likeness = likeness(corpus, pairs);
    average_linkage(corpus.articles.len(), likeness)
        .into_iter()
        .map(|articles| described(corpus, articles))
        .collect()
}

fn described(corpus: &Corpus, articles: Vec<usize>) -> Meeting {
    let members = || {
        articles
            .iter()
            .filter_map(|index| corpus.articles.get(*index))
    };
    let date = members()
        .filter_map(|article| Some(article.fields.published.as_ref()?.value.date))
        .min();
    let places: Vec<&str> = members()
        .filter_map(|article| Some(article.fields.dateline.as_ref()?.value.as_str()))
        .collect();
    let times = |place: &str| {
        places
            .iter()
            .filter(|other| other.eq_ignore_ascii_case(place))
            .count()
    };
    let place = places
        .iter()
        .enumerate()
        .max_by_key(|(index, place)| (times(place), std::cmp::Reverse(*index)))
        .map(|(_, place)| (*place).to_owned());
    Meeting {
        articles,
        date,
        place,
    }
}

/// A sparse vector of length 1, by word number.
type Vector = Vec<(u32, f64)>;

fn likeness(corpus: &Corpus, pairs: &[Pair]) -> FxHashMap<(usize, usize), f64> {
    let vectors = vectors(corpus);
    // Only articles that have a word in common are compared: through the list of articles of each word.
    let mut holders: Vec<Vec<(usize, f64)>> = vec![Vec::new(); corpus.forms.len()];
    let mut likeness: FxHashMap<(usize, usize), f64> = FxHashMap::default();
    for (article, vector) in vectors.iter().enumerate() {
        for (word, weight) in vector {
            if let Some(list) = holders.get_mut(*word as usize) {
                for (other, theirs) in list.iter() {
                    *likeness.entry((*other, article)).or_default() += weight * theirs;
                }
                list.push((article, *weight));
            }
        }
    }
    for pair in pairs {
        let shared = pair.shared_of_a.max(pair.shared_of_b);
        let known = likeness.entry((pair.a, pair.b)).or_default();
        *known = known.max(shared.min(1.0) * 0.5 + *known * 0.5);
    }
    likeness.retain(|(a, b), _| near_in_time(corpus, *a, *b));
    likeness
}

fn near_in_time(corpus: &Corpus, a: usize, b: usize) -> bool {
    let day = |index: usize| {
        Some(
            corpus
                .articles
                .get(index)?
                .fields
                .published
                .as_ref()?
                .value
                .date,
        )
    };
    match (day(a), day(b)) {
        (Some(one), Some(two)) => {
            let apart = one.since(two).map_or(0, |span| i64::from(span.get_days()));
            apart.abs() <= MAX_DAYS
        }
        _ => true,
    }
}

fn vectors(corpus: &Corpus) -> Vec<Vector> {
    let mut holding = vec![0_u32; corpus.forms.len()];
    let counted: Vec<Vec<(u32, u32)>> = corpus
        .words
        .iter()
        .map(|words| {
            let mut ids = words.ids.clone();
            ids.sort_unstable();
            ids.chunk_by(|one, two| one == two)
                .filter_map(|run| Some((*run.first()?, run.len() as u32)))
                .filter(|(id, _)| {
                    corpus
                        .classes
                        .get(*id as usize)
                        .is_some_and(|class| !class.function)
                })
                .collect()
        })
        .collect();
    for (id, _) in counted.iter().flatten() {
        if let Some(count) = holding.get_mut(*id as usize) {
            *count += 1;
        }
    }
    let total = corpus.articles.len() as f64;
    counted
        .into_iter()
        .map(|counts| {
            let mut vector: Vector = counts
                .into_iter()
                .map(|(id, count)| {
                    let holders = holding.get(id as usize).copied().unwrap_or(1);
                    let rarity = ((BACKGROUND + total) / f64::from(holders)).ln();
                    (id, (1.0 + f64::from(count).ln()) * rarity)
                })
                .collect();
            let length = vector
                .iter()
                .map(|(_, weight)| weight * weight)
                .sum::<f64>()
                .sqrt();
            for (_, weight) in &mut vector {
                *weight /= length.max(f64::MIN_POSITIVE);
            }
            vector
        })
        .collect()
}

/// Joins the two likest groups again and again, by the mean likeness of their members.
fn average_linkage(count: usize, likeness: FxHashMap<(usize, usize), f64>) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = (0..count).map(|index| vec![index]).collect();
    // Sums of likeness between living groups, each pair under its smaller number.
    let mut sums: Vec<FxHashMap<usize, f64>> = vec![FxHashMap::default(); count];
    let mut edges: Vec<((usize, usize), f64)> = likeness.into_iter().collect();
    edges.sort_by_key(|(pair, _)| *pair);
    for ((a, b), value) in edges {
        if let Some(row) = sums.get_mut(a) {
            row.insert(b, value);
        }
        if let Some(row) = sums.get_mut(b) {
            row.insert(a, value);
        }
    }
    let mean = |groups: &[Vec<usize>], a: usize, b: usize, sum: f64| {
        let size = |index: usize| groups.get(index).map_or(1, Vec::len).max(1) as f64;
        sum / (size(a) * size(b))
    };
    let best_of = |groups: &[Vec<usize>], sums: &[FxHashMap<usize, f64>], a: usize| {
        let row = sums.get(a)?;
        let mut neighbours: Vec<usize> = row.keys().copied().collect();
        neighbours.sort_unstable();
        neighbours
            .into_iter()
            .map(|b| {
                (
                    mean(groups, a, b, row.get(&b).copied().unwrap_or_default()),
                    b,
                )
            })
            .max_by(|one, two| one.0.total_cmp(&two.0).then(two.1.cmp(&one.1)))
    };
    let mut best: Vec<Option<(f64, usize)>> =
        (0..count).map(|a| best_of(&groups, &sums, a)).collect();
    loop {
        let joined = best
            .iter()
            .enumerate()
            .filter_map(|(a, best)| best.map(|(value, b)| (value, a, b)))
            .max_by(|one, two| one.0.total_cmp(&two.0).then(two.1.cmp(&one.1)));
        let Some((value, a, b)) = joined else { break };
        if value < THRESHOLD {
            break;
        }
        let (a, b) = (a.min(b), a.max(b));
        let moved = groups.get_mut(b).map(std::mem::take).unwrap_or_default();
        if let Some(group) = groups.get_mut(a) {
            group.extend(moved);
        }
        let row = sums.get_mut(b).map(std::mem::take).unwrap_or_default();
        let mut touched: Vec<usize> = row.keys().copied().collect();
        touched.sort_unstable();
        for other in &touched {
            let theirs = row.get(other).copied().unwrap_or_default();
            if let Some(line) = sums.get_mut(*other) {
                line.remove(&b);
                if *other != a {
                    *line.entry(a).or_default() += theirs;
                }
            }
            if *other != a
                && let Some(line) = sums.get_mut(a)
            {
                *line.entry(*other).or_default() += theirs;
            }
        }
        if let Some(slot) = best.get_mut(b) {
            *slot = None;
        }
        let mut stale: Vec<usize> = sums
            .get(a)
            .map(|row| row.keys().copied().collect())
            .unwrap_or_default();
        stale.push(a);
        stale.sort_unstable();
        for index in stale {
            let fresh = best_of(&groups, &sums, index);
            if let Some(slot) = best.get_mut(index) {
                *slot = fresh;
            }
        }
    }
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.retain(|group| !group.is_empty());
    groups.sort();
    groups
}
