//! A match is cut wherever both articles begin a paragraph at the same place.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Match;
use super::score::{SAME_CONTENT, gain};
use crate::analysis::corpus::{Corpus, WordClass};

/// The pieces of a match.
pub(super) fn cut(corpus: &Corpus, found: Match) -> Vec<Match> {
    let breaks_a = breaks(corpus, found.a, &found.in_a);
    if breaks_a.is_empty() {
        return vec![found];
    }
    let breaks_b = breaks(corpus, found.b, &found.in_b);
    let mut cuts = common_breaks(corpus, &found, &breaks_a, &breaks_b);
    if cuts.is_empty() {
        return vec![found];
    }
    cuts.push((found.in_a.end, found.in_b.end));
    let (mut a, mut b) = (found.in_a.start, found.in_b.start);
    let pieces = cuts.into_iter().filter_map(|cut| {
        let (in_a, in_b) = (a..cut.0, b..cut.1);
        (a, b) = cut;
        piece(corpus, &found, in_a, in_b)
    });
    let pieces: Vec<Match> = pieces.collect();
    // A cut that leaves a piece of which less than half agrees was no common place.
    if pieces.iter().all(Match::is_dense) {
        pieces
    } else {
        vec![found]
    }
}

/// The breaks that are one place: the words on both sides of it agree, or two on one side. In the order of both.
fn common_breaks(
    corpus: &Corpus,
    found: &Match,
    breaks_a: &[usize],
    breaks_b: &[usize],
) -> Vec<(usize, usize)> {
    let (words_a, words_b) = (
        ids(corpus, found.a, &found.in_a),
        ids(corpus, found.b, &found.in_b),
    );
    let agree = |a: usize, b: usize| {
        let (before_a, behind_a) = words_a.split_at(a - found.in_a.start);
        let (before_b, behind_b) = words_b.split_at(b - found.in_b.start);
        let before = before_a.iter().rev().zip(before_b.iter().rev());
        let behind = behind_a.iter().zip(behind_b);
        let equal = |(one, two): &(&u32, &u32)| one == two;
        before.take(2).take_while(equal).count() + behind.take(2).take_while(equal).count() >= 2
    };
    let mut common = Vec::new();
    let mut rest = breaks_b;
    for a in breaks_a {
        if let Some(at) = rest.iter().position(|b| agree(*a, *b)) {
            let (before, behind) = rest.split_at(at + 1);
            common.extend(before.last().map(|b| (*a, *b)));
            rest = behind;
        }
    }
    common
}

/// Words within `range` that begin a paragraph, but for the first of the range.
fn breaks(corpus: &Corpus, article: usize, range: &Range<usize>) -> Vec<usize> {
    let behind_first = range.start + 1..range.end;
    let words = corpus.words.get(article);
    let classes = words.and_then(|words| words.classes.get(behind_first.clone()));
    let words = behind_first.zip(classes.unwrap_or_default());
    words
        .filter(|(_, class)| class.contains(WordClass::BEGINS_PARAGRAPH))
        .map(|(word, _)| word)
        .collect()
}

/// What agrees in a part of a match, from the first equal word to the last.
fn piece(corpus: &Corpus, found: &Match, in_a: Range<usize>, in_b: Range<usize>) -> Option<Match> {
    let (words_a, words_b) = (ids(corpus, found.a, &in_a), ids(corpus, found.b, &in_b));
    let equal = equal_words(words_a, words_b);
    let equal: Vec<(usize, usize)> = equal
        .into_iter()
        .map(|(a, b)| (in_a.start + a, in_b.start + b))
        .collect();
    let (first, last) = (equal.first()?, equal.last()?);
    let gains = equal
        .iter()
        .map(|(a, b)| gain(corpus.class(found.a, *a), corpus.class(found.b, *b)));
    Some(Match {
        in_a: first.0..last.0 + 1,
        in_b: first.1..last.1 + 1,
        same: equal.len(),
        plain: gains.clone().filter(|gain| *gain == SAME_CONTENT).count(),
        weight: gains.sum::<i32>() as u32,
        ..*found
    })
}

/// The pairs of places at which words agree, in order.
fn equal_words(a: &[u32], b: &[u32]) -> Vec<(usize, usize)> {
    if a == b {
        return (0..a.len()).map(|at| (at, at)).collect();
    }
    let equal = capture_diff_slices(Algorithm::Myers, a, b)
        .into_iter()
        .filter_map(|op| match op {
            DiffOp::Equal {
                old_index,
                new_index,
                len,
            } => Some((old_index..old_index + len).zip(new_index..new_index + len)),
            _ => None,
        });
    equal.flatten().collect()
}

/// The numbers of the words that stand there.
pub(super) fn ids<'c>(corpus: &'c Corpus, article: usize, words: &Range<usize>) -> &'c [u32] {
    let ids = corpus.words.get(article).map(|words| words.ids.as_slice());
    ids.and_then(|ids| ids.get(words.clone()))
        .unwrap_or_default()
}
