//! Which articles cover the same meeting: first version.
//!
//! Likeness of two articles is the cosine of their words, weighed by how rare they are (TF-IDF), or the share of
//! wording they have in common, whichever is greater. Days of publication that lie more than [`MAX_DAYS`] apart keep
//! articles apart. Groups grow by average linkage while the likeness stays above [`THRESHOLD`].

use jiff::civil::Date;

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
    /// The one of which most words stand in others too: it holds most of what there is to compare.
    pub fullest: Option<usize>,
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
    let distances: Vec<f64> = likeness(corpus, pairs)
        .values
        .iter()
        .map(|likeness| 1.0 - likeness)
        .collect();
    average_linkage(corpus.articles.len(), distances)
        .into_iter()
        .map(|articles| described(corpus, articles))
        .collect()
}

/// Date and place are given only where the articles agree about them.
fn described(corpus: &Corpus, articles: Vec<usize>) -> Meeting {
    let members = || {
        articles
            .iter()
            .filter_map(|index| corpus.articles.get(*index))
    };
    let mut dates: Vec<Date> = members()
        .filter_map(|article| Some(article.fields.published.as_ref()?.value.date))
        .collect();
    dates.sort_unstable();
    let near = dates
        .first()
        .zip(dates.last())
        .is_some_and(|(first, last)| days_apart(*first, *last) <= MAX_DAYS);
    let places: Vec<&str> = members()
        .filter_map(|article| Some(article.fields.dateline.as_ref()?.value.as_str()))
        .collect();
    let times = |place: &str| {
        places
            .iter()
            .filter(|other| other.eq_ignore_ascii_case(place))
            .count()
    };
    let place = places.iter().find(|place| times(place) * 2 > places.len());
    Meeting {
        date: dates.first().copied().filter(|_| near),
        place: place.map(|place| (*place).to_owned()),
        fullest: None,
        articles,
    }
}

fn days_apart(one: Date, two: Date) -> i64 {
    one.since(two)
        .map_or(0, |span| i64::from(span.get_days()).abs())
}

/// A sparse vector of length 1, by word number.
type Vector = Vec<(u32, f64)>;

/// A number for every two articles: the rows above the diagonal of a square, one after the other.
struct Triangle {
    count: usize,
    values: Vec<f64>,
}

impl Triangle {
    fn new(count: usize) -> Self {
        let values = vec![0.0; count * count.saturating_sub(1) / 2];
        Self { count, values }
    }

    /// The number of `a` and `b`, where `a` stands before `b`.
    fn at(&mut self, a: usize, b: usize) -> Option<&mut f64> {
        let row = a * (2 * self.count - a - 1) / 2;
        self.values.get_mut(row + b - a - 1)
    }
}

fn likeness(corpus: &Corpus, pairs: &[Pair]) -> Triangle {
    let vectors = vectors(corpus);
    let mut likeness = Triangle::new(vectors.len());
    // Only articles that have a word in common are compared: through the list of articles of each word.
    let mut holders: Vec<Vec<(usize, f64)>> = vec![Vec::new(); corpus.forms.len()];
    for (article, vector) in vectors.iter().enumerate() {
        for (word, weight) in vector {
            let Some(list) = holders.get_mut(*word as usize) else {
                continue;
            };
            for (other, theirs) in list.iter() {
                if let Some(sum) = likeness.at(*other, article) {
                    *sum += weight * theirs;
                }
            }
            list.push((article, *weight));
        }
    }
    for pair in pairs {
        if let Some(known) = likeness.at(pair.a, pair.b) {
            let shared = pair.shared_of_a.max(pair.shared_of_b).min(1.0);
            *known = known.max((shared + *known) / 2.0);
        }
    }
    for b in 1..vectors.len() {
        for a in 0..b {
            if !near_in_time(corpus, a, b)
                && let Some(value) = likeness.at(a, b)
            {
                *value = 0.0;
            }
        }
    }
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
        (Some(one), Some(two)) => days_apart(one, two) <= MAX_DAYS,
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

/// Groups whose mean likeness stays above the threshold, by average linkage.
fn average_linkage(count: usize, mut distances: Vec<f64>) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = (0..count).map(|index| vec![index]).collect();
    if count > 1 {
        // Each step joins two groups to one that gets the next number; steps ascend in distance.
        for step in kodama::linkage(&mut distances, count, kodama::Method::Average).steps() {
            let near = step.dissimilarity <= 1.0 - THRESHOLD;
            let mut joined = Vec::new();
            for part in [step.cluster1, step.cluster2].into_iter().filter(|_| near) {
                joined.append(groups.get_mut(part).unwrap_or(&mut Vec::new()));
            }
            joined.sort_unstable();
            groups.push(joined);
        }
    }
    groups.retain(|group| !group.is_empty());
    groups.sort();
    groups
}
