//! A match is cut wherever both articles begin a paragraph at the same place.

use std::ops::Range;

use super::Match;
use super::score::{SAME_CONTENT, gain};
use crate::analysis::corpus::{Corpus, WordClass};
use crate::analysis::differences::equal_words;

/// The pieces of a match.
pub(super) fn cut(corpus: &Corpus, found: Match) -> Vec<Match> {
    let breaks_a = breaks(corpus, found.a, &found.in_a);
    if breaks_a.is_empty() {
        return vec![found];
    }
    let breaks_b = breaks(corpus, found.b, &found.in_b);
    if breaks_b.is_empty() {
        return vec![found];
    }
    let equal = equal_words(
        corpus.ids(found.a, &found.in_a),
        corpus.ids(found.b, &found.in_b),
    );
    let equal: Vec<(usize, usize)> = equal
        .into_iter()
        .map(|(a, b)| (found.in_a.start + a, found.in_b.start + b))
        .collect();
    let common = common_breaks(&equal, &breaks_a, &breaks_b);
    if common.is_empty() {
        return vec![found];
    }
    let mut rest = equal.as_slice();
    let mut pieces = Vec::new();
    for count in common {
        let (before, behind) = rest.split_at(count - (equal.len() - rest.len()));
        pieces.extend(piece(corpus, &found, before));
        rest = behind;
    }
    pieces.extend(piece(corpus, &found, rest));
    // A cut that leaves a piece of which less than half agrees was no common place.
    if pieces.iter().all(Match::is_dense) {
        pieces
    } else {
        vec![found]
    }
}

/// How many equal words stand before each place at which both begin a paragraph: no equal word before it in one and behind
/// it in the other. Ascending, with equal words before, between and behind them.
fn common_breaks(equal: &[(usize, usize)], breaks_a: &[usize], breaks_b: &[usize]) -> Vec<usize> {
    let mut common = Vec::new();
    for place in breaks_a {
        let count = equal.partition_point(|(a, _)| a < place);
        let (before, behind) = equal.split_at(count);
        if let (Some((_, last)), Some((_, next))) = (before.last(), behind.first())
            && let Some(b) = breaks_b.get(breaks_b.partition_point(|b| b <= last))
            && b <= next
            && common.last() != Some(&count)
        {
            common.push(count);
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

/// These equal words of a match by themselves, with what stands between them.
fn piece(corpus: &Corpus, found: &Match, equal: &[(usize, usize)]) -> Option<Match> {
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
