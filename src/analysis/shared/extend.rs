//! From a seed to a match: over edited words, as far as it pays.

use super::Match;
use super::grams::GRAM;
use super::seeds::Seed;
use crate::analysis::corpus::{Corpus, WordClass, Words};

/// Scores of the alignment, in tenths of a content word.
pub(super) const SAME_CONTENT: i32 = 10;
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
/// A cell that no alignment worth following reaches.
const DEAD: i32 = i32::MIN / 2;

/// Two articles side by side, and room to align them.
pub(super) struct Aligner<'c> {
    corpus: &'c Corpus,
    a: (usize, &'c Words),
    b: (usize, &'c Words),
    row: Vec<Cell>,
    next: Vec<Cell>,
}

impl<'c> Aligner<'c> {
    /// For articles `a` and `b`; nothing where there is no such article.
    pub fn new(corpus: &'c Corpus, a: usize, b: usize) -> Option<Self> {
        Some(Self {
            corpus,
            a: (a, corpus.words.get(a)?),
            b: (b, corpus.words.get(b)?),
            row: Vec::new(),
            next: Vec::new(),
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
        let right = self.grow([exact.in_a.end, exact.in_b.end], Way::Onward);
        let left = self.grow([exact.in_a.start, exact.in_b.start], Way::Backward);
        Match {
            in_a: exact.in_a.start - left.a..exact.in_a.end + right.a,
            in_b: exact.in_b.start - left.b..exact.in_b.end + right.b,
            same: exact.same + left.same + right.same,
            plain: exact.plain + left.plain + right.plain,
            weight: exact.weight + left.weight + right.weight,
            ..*exact
        }
    }

    /// The best alignment from here on, within [`DROP`] all the way. `from` is the border behind which it begins, in
    /// both articles.
    fn grow(&mut self, from: [usize; 2], way: Way) -> Reach {
        let (corpus, (number_a, a), (number_b, b)) = (self.corpus, self.a, self.b);
        let (length_a, length_b) = (way.words(from[0], a), way.words(from[1], b));
        let ends_both = |word_a: usize, word_b: usize| {
            way.ends_clause(corpus, number_a, word_a) && way.ends_clause(corpus, number_b, word_b)
        };
        let edge = match (way.last_before(from[0]), way.last_before(from[1])) {
            (Some(word_a), Some(word_b)) => ends_both(word_a, word_b),
            _ => false,
        };
        let mut best = Reach {
            worth: if edge { SENTENCE_EDGE } else { 0 },
            ..Reach::default()
        };
        let mut best_score = 0;
        // The live cells of one row: alignments of the first `i` words of `a` with `j` of `b`, `j` from `first` on.
        let mut first = 0;
        self.row.clear();
        let reach = (DROP / -LEFT_OUT) as usize;
        self.row.extend((0..=reach.min(length_b)).map(|j| Cell {
            score: LEFT_OUT * j as i32,
            ..Cell::default()
        }));
        for i in 1..=length_a {
            let word_a = way.word(from[0], i);
            let (Some(id), Some(class)) = (a.ids.get(word_a), a.classes.get(word_a)) else {
                break;
            };
            self.next.clear();
            let mut before = Cell::dead();
            let mut diagonal = Cell::dead();
            let last = first + self.row.len();
            for j in first..=length_b {
                let above = self.row.get(j - first).copied().unwrap_or(Cell::dead());
                let mut cell = above.left_out().better(before.left_out());
                if j > 0 && diagonal.score > DEAD {
                    let word_b = way.word(from[1], j);
                    let is_same = b.ids.get(word_b) == Some(id);
                    let other = b.classes.get(word_b).copied().unwrap_or_default();
                    let step = diagonal.step(is_same, *class, other);
                    cell = step.better(cell);
                    if is_same && cell.score == step.score && best.is_near(&cell) {
                        let edge = ends_both(word_a, word_b);
                        best.improve(i, j, &cell, if edge { SENTENCE_EDGE } else { 0 });
                    }
                }
                if cell.score < best_score - DROP {
                    cell = Cell::dead();
                }
                best_score = best_score.max(cell.score);
                if j >= last && cell.score == DEAD {
                    break;
                }
                self.next.push(cell);
                before = cell;
                diagonal = above;
            }
            let dead = self
                .next
                .iter()
                .take_while(|cell| cell.score == DEAD)
                .count();
            if dead == self.next.len() {
                break;
            }
            self.next.drain(..dead);
            first += dead;
            std::mem::swap(&mut self.row, &mut self.next);
        }
        best
    }
}

/// The direction in which an alignment grows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Onward,
    Backward,
}

impl Way {
    /// How many words there are from a border on.
    fn words(self, border: usize, words: &Words) -> usize {
        match self {
            Self::Onward => words.ids.len().saturating_sub(border),
            Self::Backward => border,
        }
    }

    /// The `count`th word from a border on.
    fn word(self, border: usize, count: usize) -> usize {
        match self {
            Self::Onward => border + count - 1,
            Self::Backward => border - count,
        }
    }

    /// The word on this side of a border.
    fn last_before(self, border: usize) -> Option<usize> {
        match self {
            Self::Onward => border.checked_sub(1),
            Self::Backward => Some(border),
        }
    }

    /// Whether a clause ends with a word, seen in this direction.
    fn ends_clause(self, corpus: &Corpus, article: usize, word: usize) -> bool {
        match self {
            Self::Onward => corpus.ends_clause(article, word),
            Self::Backward => word
                .checked_sub(1)
                .is_none_or(|before| corpus.ends_clause(article, before)),
        }
    }
}

/// What an equal word is worth, by what it is on both sides.
pub(super) fn gain(one: WordClass, other: WordClass) -> i32 {
    match one {
        class if class.function => SAME_FUNCTION,
        class if class.formula && other.formula => SAME_FORMULA,
        class if class.is_plain() && other.is_plain() => SAME_CONTENT,
        _ => SAME_NAME,
    }
}

/// The best alignment of so many words with so many.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    score: i32,
    same: u16,
    plain: u16,
    weight: u32,
}

impl Cell {
    const fn dead() -> Self {
        Self {
            score: DEAD,
            same: 0,
            plain: 0,
            weight: 0,
        }
    }

    fn left_out(self) -> Self {
        Self {
            score: self.score + LEFT_OUT,
            ..self
        }
    }

    /// One word further on both sides.
    fn step(self, is_same: bool, one: WordClass, other: WordClass) -> Self {
        if !is_same {
            return Self {
                score: self.score + REPLACED,
                ..self
            };
        }
        let gain = gain(one, other);
        Self {
            score: self.score + gain,
            same: self.same.saturating_add(1),
            plain: self.plain.saturating_add(u16::from(gain == SAME_CONTENT)),
            weight: self.weight + gain as u32,
        }
    }

    /// Of two equally good ones the first.
    fn better(self, other: Self) -> Self {
        if other.score > self.score {
            other
        } else {
            self
        }
    }
}

/// How far an alignment goes on each side, and what it is worth to end there.
#[derive(Clone, Copy, Debug, Default)]
struct Reach {
    worth: i32,
    a: usize,
    b: usize,
    same: usize,
    plain: usize,
    weight: u32,
}

impl Reach {
    /// Whether a cell might be worth more.
    fn is_near(&self, cell: &Cell) -> bool {
        cell.score + SENTENCE_EDGE > self.worth
    }

    /// Goes to a cell that is worth more.
    fn improve(&mut self, a: usize, b: usize, cell: &Cell, edge: i32) {
        if cell.score + edge > self.worth {
            *self = Self {
                worth: cell.score + edge,
                a,
                b,
                same: usize::from(cell.same),
                plain: usize::from(cell.plain),
                weight: cell.weight,
            };
        }
    }
}
