//! From a seed to a match: over edited words, as far as it pays.

use super::Match;
use super::align::{Room, Way, align};
use super::grams::GRAM;
use super::score::{SAME_CONTENT, gain};
use super::seeds::Seed;
use crate::analysis::corpus::{Corpus, Words};

/// Two articles side by side, and room to align them.
pub(super) struct Aligner<'c, 'r> {
    a: (usize, &'c Words),
    b: (usize, &'c Words),
    room: &'r mut Room,
}

impl<'c, 'r> Aligner<'c, 'r> {
    /// For articles `a` and `b`; nothing where there is no such article.
    pub fn new(corpus: &'c Corpus, a: usize, b: usize, room: &'r mut Room) -> Option<Self> {
        Some(Self {
            a: (a, corpus.words.get(a)?),
            b: (b, corpus.words.get(b)?),
            room,
        })
    }

    /// The seed's run of equal words, to its full length on the right.
    pub fn exact(&self, seed: &Seed) -> Match {
        let (at_a, at_b) = (seed.at_a as usize, seed.at_b as usize);
        let behind = |words: &'c Words, at: usize| words.ids.get(at + GRAM..).unwrap_or_default();
        let more = behind(self.a.1, at_a)
            .iter()
            .zip(behind(self.b.1, at_b))
            .take_while(|(one, two)| one == two)
            .count();
        let len = GRAM + more;
        let classes =
            |words: &'c Words, at: usize| words.classes.get(at..at + len).unwrap_or_default();
        let both = classes(self.a.1, at_a).iter().zip(classes(self.b.1, at_b));
        let (mut plain, mut weight) = (0, 0);
        for (one, two) in both {
            let gain = gain(*one, *two);
            plain += usize::from(gain == SAME_CONTENT);
            weight += gain as u32;
        }
        Match {
            a: self.a.0,
            b: self.b.0,
            in_a: at_a..at_a + len,
            in_b: at_b..at_b + len,
            same: len,
            plain,
            weight,
        }
    }

    /// The match grown to both sides.
    pub fn extend(&mut self, exact: &Match) -> Match {
        let words = [self.a.1, self.b.1];
        let right = align(
            words,
            [exact.in_a.end, exact.in_b.end],
            Way::Onward,
            self.room,
        );
        let left = align(
            words,
            [exact.in_a.start, exact.in_b.start],
            Way::Backward,
            self.room,
        );
        let (same_left, plain_left) = left.cell.counts();
        let (same_right, plain_right) = right.cell.counts();
        let score = left.cell.score() + right.cell.score();
        Match {
            in_a: exact.in_a.start - left.a..exact.in_a.end + right.a,
            in_b: exact.in_b.start - left.b..exact.in_b.end + right.b,
            same: exact.same + same_left + same_right,
            plain: exact.plain + plain_left + plain_right,
            weight: exact.weight + score.max(0) as u32,
            ..*exact
        }
    }
}
