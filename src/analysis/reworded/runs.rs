//! From clusters of sentences to runs of words: which of them are reported, and where they begin and end.

use std::cmp::Reverse;
use std::ops::Range;

use super::clusters::{Cluster, Pair, stretch, words};
use super::evidence::{Piece, overlap, seeds as seeds_of_pieces};
use super::seeds::{PLAIN, Seed};
use super::sentence::{Text, ascending, in_both};

/// Shortest side of a run in which no wording is shared, in words.
const SHORTEST: usize = 14;

/// Least cosine of such a run among few pairs of sentences; how much more for each doubling of them; and where that ends.
const ALONE: f64 = 0.34;
const A_DOUBLING: f64 = 0.04;
const ALONE_AT_MOST: f64 = 0.60;

/// Fewest terms with content that both sides of such a run have.
const SHARED: usize = 4;

/// What part of a side shared wording must cover for the run to be built around it, or of a sentence to tell it, in percent; and what part of both
/// for the run to be nothing but it.
const AROUND: usize = 50;
const NOTHING_BUT: usize = 90;

/// What is added before or behind shared wording must be alike by this cosine, and at most so lopsided.
const ADDED: f64 = 0.4;
const ADDED_LOPSIDED: usize = 3;

/// Two stretches of words in two texts that say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words of the first text.
    pub a: Range<usize>,
    /// The words of the second.
    pub b: Range<usize>,
}

impl Run {
    fn holds_most_of(&self, piece: &Piece) -> bool {
        overlap(&self.a, &piece.a) * 2 > piece.a.len()
            && overlap(&self.b, &piece.b) * 2 > piece.b.len()
    }

    fn hull(&self, piece: &Piece) -> Self {
        Self {
            a: self.a.start.min(piece.a.start)..self.a.end.max(piece.a.end),
            b: self.b.start.min(piece.b.start)..self.b.end.max(piece.b.end),
        }
    }
}

/// The runs of one pair of texts.
pub fn find(pair: &Pair, own: &[Seed]) -> Vec<Run> {
    let mut seeds = own.to_vec();
    seeds.retain(|seed| !is_told(pair, seed));
    let of_pieces = seeds_of_pieces(pair.pieces, pair.a, pair.b, &seeds);
    seeds.extend(of_pieces);
    let mut clusters = pair.clusters(&seeds);
    let size =
        |cluster: &Cluster| words(pair.a, &cluster.a).len() + words(pair.b, &cluster.b).len();
    clusters.sort_by(|one, two| {
        let weight = |cluster: &Cluster| cluster.score * size(cluster) as f64;
        let place = |cluster: &Cluster| (cluster.a.start, cluster.b.start);
        weight(two)
            .total_cmp(&weight(one))
            .then_with(|| place(one).cmp(&place(two)))
    });
    let mut kept: Vec<Cluster> = Vec::new();
    for cluster in clusters {
        let taken = kept
            .iter()
            .any(|other| overlap(&cluster.a, &other.a) > 0 && overlap(&cluster.b, &other.b) > 0);
        if !taken {
            kept.push(cluster);
        }
    }
    kept.sort_by_key(|cluster| (cluster.a.start, cluster.b.start, Reverse(cluster.a.end)));
    kept.iter()
        .filter_map(|cluster| run(pair, cluster))
        .collect()
}

/// Whether one of two sentences, which have no wording in common, is told in the same words elsewhere in the other text:
/// that is its partner.
fn is_told(pair: &Pair, seed: &Seed) -> bool {
    let (Some(a), Some(b)) = (pair.a.sentences.get(seed.a), pair.b.sentences.get(seed.b)) else {
        return false;
    };
    let takes = |piece: &Range<usize>, sentence: &Range<usize>| {
        overlap(piece, sentence) * 100 >= sentence.len() * AROUND
    };
    let mut pieces = pair.pieces.iter();
    let are_one = |it: &Piece| overlap(&it.a, &a.words) > 0 && overlap(&it.b, &b.words) > 0;
    !pair.pieces.iter().any(are_one)
        && pieces.any(|it| takes(&it.a, &a.words) || takes(&it.b, &b.words))
}

fn run(pair: &Pair, cluster: &Cluster) -> Option<Run> {
    let whole = Run {
        a: words(pair.a, &cluster.a),
        b: words(pair.b, &cluster.b),
    };
    let covers = |piece: &Piece| {
        overlap(&whole.a, &piece.a) * 100 >= whole.a.len() * NOTHING_BUT
            && overlap(&whole.b, &piece.b) * 100 >= whole.b.len() * NOTHING_BUT
    };
    if pair.pieces.iter().any(covers) {
        return None;
    }
    let inside: Vec<&Piece> = pair
        .pieces
        .iter()
        .filter(|piece| whole.holds_most_of(piece))
        .collect();
    let Some((first, others)) = inside.split_first() else {
        return stands_alone(pair, cluster, &whole).then_some(whole);
    };
    if cluster.summary || !is_around(&whole, &inside) {
        let own = cluster.seeds.iter().any(|seed| seed.own);
        let says_more = || cluster.summary || plain_outside(pair, &whole, &inside) >= PLAIN;
        let holds = !others.is_empty() || own && says_more();
        return holds.then(|| inside.iter().fold(whole, |run, piece| run.hull(piece)));
    }
    let start = Run {
        a: first.a.clone(),
        b: first.b.clone(),
    };
    let core = others.iter().fold(start, |run, piece| run.hull(piece));
    let grown = grown(pair, cluster, &core);
    (grown != core || !others.is_empty()).then_some(grown)
}

/// How many terms with content that are no names, titles and figures both sides of a run have outside these pieces. A
/// piece alone may be who said something, where and when.
fn plain_outside(pair: &Pair, run: &Run, pieces: &[&Piece]) -> usize {
    let terms = |text: &Text, words: &Range<usize>, side: fn(&Piece) -> &Range<usize>| {
        let is_outside = |at: &usize| !pieces.iter().any(|piece| side(piece).contains(at));
        let outside = words.clone().filter(is_outside);
        ascending(outside.filter_map(|at| text.terms.get(at).copied()))
    };
    let in_a = terms(pair.a, &run.a, |piece| &piece.a);
    let in_b = terms(pair.b, &run.b, |piece| &piece.b);
    let is_plain = |term: &u32| pair.all.terms.class(*term).is_plain();
    in_both(&in_a, &in_b).filter(is_plain).count()
}

/// Whether a run without any shared wording says enough to be reported.
fn stands_alone(pair: &Pair, cluster: &Cluster, run: &Run) -> bool {
    let shared = pair
        .all
        .shared(stretch(pair.a, &cluster.a), stretch(pair.b, &cluster.b));
    run.a.len().min(run.b.len()) >= SHORTEST
        && cluster.score >= least_alone(pair)
        && shared.len() >= SHARED
}

/// How alike two stretches without shared wording must be in texts of this length.
fn least_alone(pair: &Pair) -> f64 {
    (ALONE + A_DOUBLING * pair.doublings()).clamp(ALONE, ALONE_AT_MOST)
}

/// Whether shared wording makes up so much of a run that the rest stands around it.
fn is_around(run: &Run, pieces: &[&Piece]) -> bool {
    let covered = |side: fn(&Piece) -> &Range<usize>| {
        pieces.iter().map(|piece| side(piece).len()).sum::<usize>()
    };
    covered(|piece| &piece.a) * 100 >= run.a.len() * AROUND
        || covered(|piece| &piece.b) * 100 >= run.b.len() * AROUND
}

/// Shared wording with as many sentences of the cluster before and behind it as are alike on their own.
fn grown(pair: &Pair, cluster: &Cluster, core: &Run) -> Run {
    let outside = |text: &Text, places: &Range<usize>, core: &Range<usize>| {
        let is_outside = |place: &usize| {
            text.sentences
                .get(*place)
                .is_some_and(|sentence| overlap(&sentence.words, core) * 2 <= sentence.words.len())
        };
        let starts = |place: &usize| {
            text.sentences
                .get(*place)
                .map_or(0, |sentence| sentence.words.start)
        };
        places
            .clone()
            .filter(is_outside)
            .partition::<Vec<usize>, _>(|place| starts(place) < core.start)
    };
    let (before_a, behind_a) = outside(pair.a, &cluster.a, &core.a);
    let (before_b, behind_b) = outside(pair.b, &cluster.b, &core.b);
    let mut run = core.clone();
    if let (Some(end_a), Some(end_b)) = (before_a.last(), before_b.last()) {
        let mut starts = starts(cluster, &before_a, &before_b);
        starts.reverse();
        let best = corners(&starts, usize::min)
            .into_iter()
            .rev()
            .find(|(a, b)| is_alike(pair, &(*a..end_a + 1), &(*b..end_b + 1)));
        if let Some((a, b)) = best {
            run.a.start = run.a.start.min(words(pair.a, &(a..a + 1)).start);
            run.b.start = run.b.start.min(words(pair.b, &(b..b + 1)).start);
        }
    }
    if let (Some(start_a), Some(start_b)) = (behind_a.first(), behind_b.first()) {
        let ends = starts(cluster, &behind_a, &behind_b);
        let best = corners(&ends, usize::max)
            .into_iter()
            .rev()
            .find(|(a, b)| is_alike(pair, &(*start_a..a + 1), &(*start_b..b + 1)));
        if let Some((a, b)) = best {
            run.a.end = run.a.end.max(words(pair.a, &(a..a + 1)).end);
            run.b.end = run.b.end.max(words(pair.b, &(b..b + 1)).end);
        }
    }
    run
}

/// The seeds of a cluster between these sentences, in order.
fn starts(cluster: &Cluster, a: &[usize], b: &[usize]) -> Vec<(usize, usize)> {
    cluster
        .seeds
        .iter()
        .map(|seed| (seed.a, seed.b))
        .filter(|(in_a, in_b)| a.contains(in_a) && b.contains(in_b))
        .collect()
}

/// For seeds from the wording outwards: the farthest sentences on both sides that each more of them reach.
fn corners(seeds: &[(usize, usize)], farther: fn(usize, usize) -> usize) -> Vec<(usize, usize)> {
    let mut reached: Option<(usize, usize)> = None;
    seeds
        .iter()
        .map(|(a, b)| {
            let corner = reached.map_or((*a, *b), |(in_a, in_b)| {
                (farther(in_a, *a), farther(in_b, *b))
            });
            reached = Some(corner);
            corner
        })
        .collect()
}

fn is_alike(pair: &Pair, a: &Range<usize>, b: &Range<usize>) -> bool {
    let (one, two) = (words(pair.a, a).len(), words(pair.b, b).len());
    one.max(two) <= ADDED_LOPSIDED * one.min(two) && pair.likeness(a, b) >= ADDED
}
