//! What moved: passages that stand off the order which the rest have in common.

use super::Passage;

/// The numbers, ascending, of the passages among `shared` that are off the common order of articles `a` and `b`.
///
/// The common order is the heaviest sequence of passages, by words, that stands in the same order in both; of equally
/// heavy ones the one found first. `shared` are numbers of passages with a witness in both.
pub fn moved(passages: &[Passage], shared: &[usize], a: usize, b: usize) -> Vec<usize> {
    let mut places: Vec<(usize, usize, usize, usize)> = shared
        .iter()
        .filter_map(|number| {
            let passage = passages.get(*number)?;
            let (in_a, in_b) = (passage.in_article(a)?, passage.in_article(b)?);
            Some((
                in_a.words.start,
                in_b.words.start,
                in_a.words.len(),
                *number,
            ))
        })
        .collect();
    places.sort_unstable();
    // weight[i]: the heaviest sequence that ends with place i, and the place before it.
    let mut weights: Vec<(usize, Option<usize>)> = Vec::with_capacity(places.len());
    for (_, in_b, words, _) in &places {
        let before = places
            .iter()
            .zip(&weights)
            .enumerate()
            .filter(|(_, ((_, other, _, _), _))| other <= in_b)
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
    let mut moved: Vec<usize> = places
        .iter()
        .zip(kept)
        .filter_map(|((_, _, _, number), kept)| (!kept).then_some(*number))
        .collect();
    moved.sort_unstable();
    moved
}
