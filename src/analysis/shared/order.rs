//! What moved: passages that stand off the order which the rest have in common.

use std::ops::Range;

use super::Passage;

/// The numbers, ascending, of the passages among `shared` that are off the common order of articles `a` and `b`.
///
/// The common order is the heaviest sequence of passages, by words, that stands in the same order in both; of equally
/// heavy ones the one found first. `shared` are numbers of passages with a witness in both. One that stands several times
/// is in the order if one of its places is.
pub fn moved(passages: &[Passage], shared: &[usize], a: usize, b: usize) -> Vec<usize> {
    let mut places: Vec<(usize, usize, usize, usize)> = shared
        .iter()
        .filter_map(|number| Some((number, passages.get(*number)?)))
        .flat_map(|(number, passage)| {
            let (in_a, in_b) = (places(passage, a), places(passage, b));
            in_a.flat_map(move |in_a| {
                let both = in_b.clone().map(move |in_b| (in_a.start, in_b.start));
                both.map(move |(start_a, start_b)| (start_a, start_b, in_a.len(), *number))
            })
        })
        .collect();
    places.sort_unstable();
    // weight[i]: the heaviest sequence that ends with place i, and the place before it.
    let mut weights: Vec<(usize, Option<usize>)> = Vec::with_capacity(places.len());
    for (in_a, in_b, words, number) in &places {
        // Two places of one passage of which one is the same are no order.
        let is_itself =
            |a: &usize, b: &usize, other: &usize| other == number && (a == in_a || b == in_b);
        let before = places
            .iter()
            .zip(&weights)
            .enumerate()
            .filter(|(_, ((a, b, _, number), _))| b <= in_b && !is_itself(a, b, number))
            .map(|(index, (_, (weight, _)))| (*weight, std::cmp::Reverse(index)))
            .max();
        let (weight, from) = before.map_or((0, None), |(weight, index)| (weight, Some(index.0)));
        weights.push((weight + words, from));
    }
    let mut kept = vec![false; places.len()];
    let mut at = weights
        .iter()
        .enumerate()
        .max_by_key(|(index, (weight, _))| (*weight, std::cmp::Reverse(*index)))
        .map(|(index, _)| index);
    while let Some(index) = at {
        if let Some(slot) = kept.get_mut(index) {
            *slot = true;
        }
        at = weights.get(index).and_then(|(_, from)| *from);
    }
    let in_order = places.iter().zip(kept).filter(|(_, kept)| *kept);
    let mut in_order: Vec<usize> = in_order.map(|((_, _, _, number), _)| *number).collect();
    in_order.sort_unstable();
    let mut moved: Vec<usize> = places.iter().map(|(_, _, _, number)| *number).collect();
    moved.sort_unstable();
    moved.dedup();
    moved.retain(|number| in_order.binary_search(number).is_err());
    moved
}

/// So many places of a passage in one article are looked at.
const PLACES: usize = 4;

/// The words at which a passage stands in an article.
fn places(passage: &Passage, article: usize) -> impl Iterator<Item = &Range<usize>> + Clone {
    let witnesses = passage.witnesses.iter();
    let here = witnesses.filter(move |witness| witness.article == article);
    here.map(|witness| &witness.words).take(PLACES)
}
