//! How much of an article other articles also have: counted in words, and never the same from both sides.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::Passage;
use super::corpus::Corpus;
use super::shared::order;
use super::versions::{self, Repeat};
use crate::jobs::parallel;

/// What two articles share. `a` stands before `b` in the set.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The one article, by its place in the set.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// Share of the words of `a` that stand in passages shared with `b`, 0 to 1.
    pub shared_of_a: f64,
    /// Share of the words of `b` that stand in passages shared with `a`, 0 to 1.
    pub shared_of_b: f64,
    /// Numbers of the passages that both have, ascending.
    pub passages: Vec<usize>,
    /// Those of them that stand off the order the others have in common.
    pub moved: Vec<usize>,
}

/// Every pair of articles that shares a passage, in order.
pub fn pairs(corpus: &Corpus, passages: &[Passage]) -> Vec<Pair> {
    let mut shared: FxHashMap<(usize, usize), Vec<usize>> = FxHashMap::default();
    for (number, passage) in passages.iter().enumerate() {
        let mut articles: Vec<usize> = passage
            .witnesses
            .iter()
            .map(|witness| witness.article)
            .collect();
        articles.dedup();
        for (index, a) in articles.iter().enumerate() {
            for b in articles.iter().skip(index + 1) {
                shared.entry((*a, *b)).or_default().push(number);
            }
        }
    }
    let mut shared: Vec<((usize, usize), Vec<usize>)> = shared.into_iter().collect();
    shared.sort_unstable();
    parallel(&shared, |((a, b), numbers)| Pair {
        a: *a,
        b: *b,
        shared_of_a: share(corpus, passages, numbers, *a),
        shared_of_b: share(corpus, passages, numbers, *b),
        moved: order::moved(passages, numbers, *a, *b),
        passages: numbers.clone(),
    })
}

/// Share of the words of `article` that stand in a witness of one of these passages, 0 to 1.
pub fn share(corpus: &Corpus, passages: &[Passage], numbers: &[usize], article: usize) -> f64 {
    let total = corpus.words.get(article).map_or(0, |words| words.ids.len());
    covered(passages, numbers, article) as f64 / total.max(1) as f64
}

/// Words of `article` that stand in a witness of one of these passages; a word in two counts once.
pub fn covered(passages: &[Passage], numbers: &[usize], article: usize) -> usize {
    let ranges = numbers
        .iter()
        .filter_map(|number| passages.get(*number))
        .flat_map(|passage| &passage.witnesses)
        .filter(|witness| witness.article == article)
        .map(|witness| witness.words.clone())
        .collect();
    union(ranges)
}

/// For each of `count` articles, how many of its words stand in a passage that another article has too; versions of one
/// article are no others to each other.
pub fn covered_by_others(
    passages: &[Passage],
    count: usize,
    repeats: &[Option<Repeat>],
) -> Vec<usize> {
    let mut ranges: Vec<Vec<Range<usize>>> = vec![Vec::new(); count];
    let is_shared = |passage: &&Passage| {
        let mut firsts = passage
            .witnesses
            .iter()
            .map(|witness| versions::first(repeats, witness.article));
        let one = firsts.next();
        firsts.any(|other| Some(other) != one)
    };
    let shared = passages.iter().filter(is_shared);
    for witness in shared.flat_map(|passage| &passage.witnesses) {
        if let Some(list) = ranges.get_mut(witness.article) {
            list.push(witness.words.clone());
        }
    }
    ranges.into_iter().map(union).collect()
}

/// How many numbers stand in at least one of the ranges.
fn union(mut ranges: Vec<Range<usize>>) -> usize {
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut end = 0;
    let mut count = 0;
    for range in ranges {
        count += range.end.saturating_sub(range.start.max(end));
        end = end.max(range.end);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Kind, Witness};
    use crate::text::Span;

    #[test]
    fn a_word_in_two_passages_counts_once() {
        assert_eq!(union(vec![5..9, 0..4, 2..6, 20..21]), 10);
        assert_eq!(union(Vec::new()), 0);
    }

    #[test]
    fn versions_of_one_article_cover_nothing_of_each_other() {
        let witness = |article, words: Range<usize>| Witness {
            article,
            span: Span::new(words.start, words.end),
            words,
            wording: 0,
            carriers: Vec::new(),
        };
        let passage = |witnesses| Passage {
            kind: Kind::Verbatim,
            witnesses,
        };
        let passages = [
            passage(vec![witness(0, 0..10), witness(1, 0..10)]),
            passage(vec![
                witness(0, 20..25),
                witness(1, 20..25),
                witness(2, 0..5),
            ]),
        ];
        let versions = [None, Some(Repeat::Version(0)), None];
        assert_eq!(covered_by_others(&passages, 3, &[]), [15, 15, 5]);
        assert_eq!(covered_by_others(&passages, 3, &versions), [5, 5, 5]);
    }
}
