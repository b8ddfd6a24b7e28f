//! From a seed to a match: over edited words, as far as it pays.

use std::ops::Range;

use super::Match;
use super::seeds::Seed;
use crate::analysis::corpus::{Corpus, WordClass, Words};

/// Scores of the alignment, in tenths of a content word.
const SAME_CONTENT: i32 = 10;
const SAME_NAME: i32 = 7;
/// A name or title among others: formulae carry nothing over.
const SAME_FORMULA: i32 = 1;
const SAME_FUNCTION: i32 = 5;
/// How much better it is to end where a sentence ends on both sides: wording is taken over by sentences.
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
    let ends =
        |words: &Words, range: &Range<usize>| ends_behind(words, range.end.saturating_sub(1));
    let begins = |words: &Words, range: &Range<usize>| begins_at(words, range.start);
    let right = grow(
        corpus,
        &onward(a, exact.in_a.end),
        &onward(b, exact.in_b.end),
        ends(a, &exact.in_a) && ends(b, &exact.in_b),
    );
    let left = grow(
        corpus,
        &backward(a, exact.in_a.start),
        &backward(b, exact.in_b.start),
        begins(a, &exact.in_a) && begins(b, &exact.in_b),
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
    /// It is part of a run of names and titles.
    formula: bool,
}

/// How far the alignment can reach at most, in words; only rarely is anything near it.
const REACH: usize = 4000;

fn onward(words: &Words, from: usize) -> Vec<Step> {
    let steps = (from..words.ids.len()).take(REACH);
    steps
        .filter_map(|index| step(words, index, ends_behind(words, index)))
        .collect()
}

fn backward(words: &Words, to: usize) -> Vec<Step> {
    let steps = (0..to).rev().take(REACH);
    steps
        .filter_map(|index| step(words, index, begins_at(words, index)))
        .collect()
}

fn ends_behind(words: &Words, index: usize) -> bool {
    words.ends_sentence.get(index).copied().unwrap_or(true)
}

fn begins_at(words: &Words, index: usize) -> bool {
    index
        .checked_sub(1)
        .is_none_or(|before| ends_behind(words, before))
}

fn step(words: &Words, index: usize, last: bool) -> Option<Step> {
    Some(Step {
        id: *words.ids.get(index)?,
        last,
        formula: words.formula.get(index).copied().unwrap_or_default(),
    })
}

/// An alignment of the first `a` words here with the first `b` words there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Reach {
    score: i32,
    a: usize,
    b: usize,
    same: usize,
    plain: usize,
    /// Ends with a word with which a sentence ends on both sides.
    edge: bool,
}

impl Reach {
    /// What it is worth to end here.
    fn worth(&self) -> i32 {
        self.score + if self.edge { SENTENCE_EDGE } else { 0 }
    }
}

/// The best alignment of a beginning of `a` with a beginning of `b`, within [`DROP`] all the way; `edge` says whether
/// it is at the end of a sentence already.
fn grow(corpus: &Corpus, a: &[Step], b: &[Step], edge: bool) -> Reach {
    let mut best = Reach {
        edge,
        ..Reach::default()
    };
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
                let step = matched(above(&row, before)?, (word, &other), class);
                Some(Reach { a: i, b: j, ..step })
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
                && reach.worth() > best.worth()
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

/// One word further on both sides.
fn matched(from: Reach, (one, other): (&Step, &Step), class: WordClass) -> Reach {
    let same = one.id == other.id;
    let gain = match class {
        _ if !same => REPLACED,
        class if class.function => SAME_FUNCTION,
        _ if one.formula && other.formula => SAME_FORMULA,
        class if class.is_plain() => SAME_CONTENT,
        _ => SAME_NAME,
    };
    Reach {
        score: from.score + gain,
        edge: same && one.last && other.last,
        same: from.same + usize::from(same),
        plain: from.plain + usize::from(same && class.is_plain()),
        ..from
    }
}

fn skipped(from: Reach, i: usize, j: usize) -> Reach {
    Reach {
        score: from.score + LEFT_OUT,
        a: i,
        b: j,
        edge: false,
        ..from
    }
}
