//! From a seed to a match: over edited words, as far as it pays.

use super::Match;
use super::seeds::Seed;
use crate::analysis::corpus::{Corpus, WordClass, Words};

/// Scores of the alignment, in tenths of a content word.
const SAME_CONTENT: i32 = 10;
const SAME_NAME: i32 = 2;
const SAME_FUNCTION: i32 = 5;
/// On top, where a sentence begins or ends with the same word on both sides: wording is taken over by sentences.
const SENTENCE_EDGE: i32 = 6;
const REPLACED: i32 = -6;
const LEFT_OUT: i32 = -5;
/// How far the score may fall below the best before the alignment is given up.
const DROP: i32 = 42;

/// The seed's run of equal words, to its full length on the right.
pub(super) fn exact(corpus: &Corpus, seed: &Seed) -> Match {
    let behind = |article: usize, at: usize| {
        let words = corpus.words.get(article).map(|words| words.ids.as_slice());
        words.unwrap_or_default().iter().skip(at + seed.len)
    };
    let more = behind(seed.a, seed.at_a)
        .zip(behind(seed.b, seed.at_b))
        .take_while(|(one, two)| one == two)
        .count();
    let len = seed.len + more;
    let plain = (seed.at_a..seed.at_a + len)
        .filter(|index| corpus.class(seed.a, *index).is_plain())
        .count();
    Match {
        a: seed.a,
        b: seed.b,
        in_a: seed.at_a..seed.at_a + len,
        in_b: seed.at_b..seed.at_b + len,
        same: len,
        plain,
    }
}

/// The match grown to both sides.
pub(super) fn extend(corpus: &Corpus, exact: &Match) -> Match {
    let (Some(a), Some(b)) = (corpus.words.get(exact.a), corpus.words.get(exact.b)) else {
        return exact.clone();
    };
    let right = grow(
        corpus,
        &onward(a, exact.in_a.end),
        &onward(b, exact.in_b.end),
    );
    let left = grow(
        corpus,
        &backward(a, exact.in_a.start),
        &backward(b, exact.in_b.start),
    );
    Match {
        in_a: exact.in_a.start - left.a..exact.in_a.end + right.a,
        in_b: exact.in_b.start - left.b..exact.in_b.end + right.b,
        same: exact.same + left.same + right.same,
        plain: exact.plain + left.plain + right.plain,
        ..*exact
    }
}

/// A word on the way that the alignment takes.
#[derive(Clone, Copy)]
struct Step {
    id: u32,
    /// The sentence ends with it, seen in the direction of the alignment.
    last: bool,
}

/// How far the alignment can reach at most, in words; only rarely is anything near it.
const REACH: usize = 4000;

fn onward(words: &Words, from: usize) -> Vec<Step> {
    let ids = words.ids.iter().zip(&words.ends_sentence).skip(from);
    ids.map(|(id, last)| Step {
        id: *id,
        last: *last,
    })
    .take(REACH)
    .collect()
}

fn backward(words: &Words, to: usize) -> Vec<Step> {
    (0..to)
        .rev()
        .take(REACH)
        .filter_map(|index| {
            let before = index
                .checked_sub(1)
                .and_then(|at| words.ends_sentence.get(at));
            Some(Step {
                id: *words.ids.get(index)?,
                last: before.copied().unwrap_or(true),
            })
        })
        .collect()
}

/// An alignment of the first `a` words here with the first `b` words there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Reach {
    score: i32,
    a: usize,
    b: usize,
    same: usize,
    plain: usize,
}

/// The best alignment of a beginning of `a` with a beginning of `b`, within [`DROP`] all the way.
fn grow(corpus: &Corpus, a: &[Step], b: &[Step]) -> Reach {
    let mut best = Reach::default();
    // The live cells of one row: alignments of the first `i` words of `a` with `j` of `b`, `j` counted from `first`.
    let mut row: Vec<Option<Reach>> = Vec::new();
    let mut first = 0;
    for j in 0..=b.len() {
        let score = LEFT_OUT * j as i32;
        if score < -DROP {
            break;
        }
        row.push(Some(Reach {
            score,
            b: j,
            ..Reach::default()
        }));
    }
    for (i, word) in (1..).zip(a) {
        let class = corpus
            .classes
            .get(word.id as usize)
            .copied()
            .unwrap_or_default();
        let mut next: Vec<Option<Reach>> = Vec::with_capacity(row.len() + 1);
        let above = |row: &[Option<Reach>], j: usize| {
            j.checked_sub(first)
                .and_then(|at| row.get(at))
                .copied()
                .flatten()
        };
        let mut j = first;
        loop {
            let replaced = j.checked_sub(1).and_then(|before| {
                let other = *b.get(before)?;
                let edge = word.last && other.last;
                Some(matched(
                    above(&row, before)?,
                    word.id == other.id,
                    edge,
                    class,
                    i,
                    j,
                ))
            });
            let left_out = above(&row, j).map(|reach| skipped(reach, i, j));
            let put_in = next
                .last()
                .copied()
                .flatten()
                .map(|reach| skipped(reach, i, j));
            let cell = [replaced, left_out, put_in]
                .into_iter()
                .flatten()
                .max_by_key(|reach| reach.score)
                .filter(|reach| reach.score >= best.score - DROP);
            if let Some(reach) = cell
                && reach.score > best.score
            {
                best = reach;
            }
            let beyond = j >= first + row.len();
            if (beyond && cell.is_none()) || j > b.len() {
                break;
            }
            next.push(cell.filter(|_| j <= b.len()));
            j += 1;
        }
        let dead = next.iter().take_while(|cell| cell.is_none()).count();
        if dead == next.len() {
            break;
        }
        next.drain(..dead);
        first += dead;
        row = next;
    }
    best
}

fn matched(from: Reach, same: bool, edge: bool, class: WordClass, i: usize, j: usize) -> Reach {
    let edge = if same && edge { SENTENCE_EDGE } else { 0 };
    let gain = match (same, class) {
        (false, _) => REPLACED,
        (true, class) if class.function => SAME_FUNCTION,
        (true, class) if class.is_plain() => SAME_CONTENT,
        (true, _) => SAME_NAME,
    };
    Reach {
        score: from.score + gain + edge,
        a: i,
        b: j,
        same: from.same + usize::from(same),
        plain: from.plain + usize::from(same && class.is_plain()),
    }
}

fn skipped(from: Reach, i: usize, j: usize) -> Reach {
    Reach {
        score: from.score + LEFT_OUT,
        a: i,
        b: j,
        ..from
    }
}
