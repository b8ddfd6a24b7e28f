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
const DROP: i32 = 34;
/// How many words an alignment can pass over before it is given up, and a little.
const NEAR: usize = 8;

/// How far an alignment can go, in words: what a [`Cell`] can count.
const REACH: usize = 500_000;

/// Room for the alignments of one pair of articles after the other.
#[derive(Default)]
pub(super) struct Rows {
    row: Vec<Cell>,
    next: Vec<Cell>,
}

/// Two articles side by side, and room to align them.
pub(super) struct Aligner<'c, 'r> {
    a: (usize, &'c Words),
    b: (usize, &'c Words),
    rows: &'r mut Rows,
}

impl<'c, 'r> Aligner<'c, 'r> {
    /// For articles `a` and `b`; nothing where there is no such article.
    pub fn new(corpus: &'c Corpus, a: usize, b: usize, rows: &'r mut Rows) -> Option<Self> {
        Some(Self {
            a: (a, corpus.words.get(a)?),
            b: (b, corpus.words.get(b)?),
            rows,
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

    /// Whether any word with content stands in both articles as near to the border as an alignment can go without one.
    fn is_promising(&self, from: [usize; 2], way: Way) -> bool {
        let near = |border: usize, words: &'c Words| {
            let count = way.words(border, words).min(NEAR);
            let range = match way {
                Way::Onward => border..border + count,
                Way::Backward => border - count..border,
            };
            (
                words.ids.get(range.clone()).unwrap_or_default(),
                words.classes.get(range).unwrap_or_default(),
            )
        };
        let (ids_a, classes_a) = near(from[0], self.a.1);
        let (ids_b, _) = near(from[1], self.b.1);
        // A run begins at a gram with content; equal function words may stand before it.
        let next = |ids: &'c [u32]| match way {
            Way::Onward => ids.first(),
            Way::Backward => ids.last(),
        };
        if next(ids_a).is_some() && next(ids_a) == next(ids_b) {
            return true;
        }
        ids_a
            .iter()
            .zip(classes_a)
            .any(|(id, class)| !class.contains(WordClass::FUNCTION) && ids_b.contains(id))
    }

    /// The best alignment from here on, within [`DROP`] all the way. `from` is the border behind which it begins, in
    /// both articles. Compiled once for each way, so that no word asks which it is.
    #[inline(always)]
    fn grow(&mut self, from: [usize; 2], way: Way) -> Reach {
        if !self.is_promising(from, way) {
            return Reach::default();
        }
        let length = [way.words(from[0], self.a.1), way.words(from[1], self.b.1)];
        let mut best = Reach::default();
        if let (Some(a), Some(b)) = (way.last_before(from[0]), way.last_before(from[1]))
            && self.ends_both(way, a, b)
        {
            best.worth = SENTENCE_EDGE;
        }
        let reach = (DROP / -LEFT_OUT) as usize;
        let mut front = Front::default();
        self.rows.row.clear();
        self.rows
            .row
            .extend((0..=reach.min(length[1]) as i32).map(|j| Cell::default().plus(LEFT_OUT * j)));
        while front.i < length[0] {
            front.i += 1;
            self.next_row(from, way, length[1], &mut front, &mut best);
            let dead = self.rows.row.iter().take_while(|cell| **cell == Cell::DEAD);
            let dead = dead.count();
            if dead == self.rows.row.len() {
                break;
            }
            self.rows.row.drain(..dead);
            front.first += dead;
            self.slide(from, way, length, &mut front, &mut best);
        }
        best
    }

    /// Computes the row of word `front.i` of the first article from the row before.
    #[inline(always)]
    fn next_row(
        &mut self,
        from: [usize; 2],
        way: Way,
        length_b: usize,
        front: &mut Front,
        best: &mut Reach,
    ) {
        self.rows.next.clear();
        let word_a = way.word(from[0], front.i);
        let (Some(id), Some(class)) = (self.a.1.ids.get(word_a), self.a.1.classes.get(word_a))
        else {
            return self.rows.row.clear();
        };
        let least = front.score - DROP;
        let mut before = Cell::DEAD;
        let mut diagonal = Cell::DEAD;
        // Cells beyond the row can be reached from its last one, and from each other.
        let row = self.rows.row.iter().copied();
        let above = row.chain(std::iter::repeat(Cell::DEAD));
        for (j, above) in (front.first..=length_b).zip(above) {
            let mut cell = above.max(before).plus(LEFT_OUT);
            if diagonal > Cell::DEAD {
                let word_b = way.word(from[1], j);
                if self.b.1.ids.get(word_b) == Some(id) {
                    let other = self.b.1.classes.get(word_b).copied().unwrap_or_default();
                    let step = diagonal.same(gain(*class, other));
                    if step >= cell {
                        cell = step;
                        self.improve(best, [front.i, j], cell, way, [word_a, word_b]);
                    }
                } else {
                    cell = cell.max(diagonal.plus(REPLACED));
                }
            }
            let score = cell.score();
            if score < least {
                cell = Cell::DEAD;
                if j >= front.first + self.rows.row.len() {
                    break;
                }
            } else if score > front.score {
                front.score = score;
                front.best = Some((j, cell));
            }
            self.rows.next.push(cell);
            before = cell;
            diagonal = above;
        }
        std::mem::swap(&mut self.rows.row, &mut self.rows.next);
    }

    /// A run of equal words that is worth more than [`DROP`] leaves all other ways behind: goes to its end at once.
    #[inline(always)]
    fn slide(
        &mut self,
        from: [usize; 2],
        way: Way,
        length: [usize; 2],
        front: &mut Front,
        best: &mut Reach,
    ) {
        let Some((start, mut cell)) = front.best.take() else {
            return;
        };
        let (ids_a, ids_b) = (&self.a.1.ids, &self.b.1.ids);
        let most = (length[0] - front.i).min(length[1] - start);
        let (i, j) = (front.i, start);
        let words = |step: usize| [way.word(from[0], i + step), way.word(from[1], j + step)];
        let gain_of = |[a, b]: [usize; 2]| {
            let class =
                |words: &Words, at: usize| words.classes.get(at).copied().unwrap_or_default();
            gain(class(self.a.1, a), class(self.b.1, b))
        };
        let equal = (1..=most)
            .map(words)
            .take_while(|[a, b]| ids_a.get(*a) == ids_b.get(*b));
        let (equal, worth) = equal.fold((0, 0), |(equal, worth), words| {
            (equal + 1, worth + gain_of(words))
        });
        if worth <= DROP {
            return;
        }
        for step in 1..=equal {
            let words = words(step);
            cell = cell.same(gain_of(words));
            self.improve(best, [i + step, j + step], cell, way, words);
        }
        front.i += equal;
        front.first = start + equal;
        front.score = cell.score();
        self.rows.row.clear();
        self.rows.row.push(cell);
    }

    /// Ends the best alignment here if that is worth more: so many words on, at these words.
    fn improve(&self, best: &mut Reach, at: [usize; 2], cell: Cell, way: Way, words: [usize; 2]) {
        let mut worth = cell.score();
        if worth + SENTENCE_EDGE > best.worth && self.ends_both(way, words[0], words[1]) {
            worth += SENTENCE_EDGE;
        }
        if worth > best.worth {
            let [a, b] = at;
            *best = Reach { worth, a, b, cell };
        }
    }

    fn ends_both(&self, way: Way, word_a: usize, word_b: usize) -> bool {
        way.ends_clause(self.a.1, word_a) && way.ends_clause(self.b.1, word_b)
    }
}

/// How far the rows of an alignment are.
#[derive(Default)]
struct Front {
    /// The last row: so many words of the first article.
    i: usize,
    /// The first column of that row.
    first: usize,
    /// The best score so far.
    score: i32,
    /// The column and cell of it, if it stands in the last row.
    best: Option<(usize, Cell)>,
}

/// The direction in which an alignment grows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Onward,
    Backward,
}

impl Way {
    /// How many words there are from a border on.
    #[inline(always)]
    fn words(self, border: usize, words: &Words) -> usize {
        match self {
            Self::Onward => words.ids.len().saturating_sub(border).min(REACH),
            Self::Backward => border.min(REACH),
        }
    }

    /// The `count`th word from a border on.
    #[inline(always)]
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

    /// Whether a clause ends with a word, seen in this direction; so it does where no word stands.
    fn ends_clause(self, words: &Words, word: usize) -> bool {
        let last = match self {
            Self::Onward => Some(word),
            Self::Backward => word.checked_sub(1),
        };
        let last = last.and_then(|last| words.classes.get(last));
        last.is_none_or(|class| class.contains(WordClass::ENDS_CLAUSE))
    }
}

/// What an equal word is worth, by what it is on both sides.
pub(super) fn gain(one: WordClass, other: WordClass) -> i32 {
    match one {
        class if class.contains(WordClass::FUNCTION) => SAME_FUNCTION,
        class if (class & other).contains(WordClass::FORMULA) => SAME_FORMULA,
        class if (class | other).is_plain() => SAME_CONTENT,
        _ => SAME_NAME,
    }
}

/// What an equal word can be worth at most, by what it is on one side.
pub(super) fn most(class: WordClass) -> i32 {
    let others = [WordClass::empty(), class];
    others
        .map(|other| gain(class, other))
        .into_iter()
        .max()
        .unwrap_or_default()
}

/// The best alignment of so many words with so many: its score, above the count of equal words, above the count of
/// those with plain content. So the greater of two cells is the better one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Cell(i64);

impl Cell {
    /// No alignment worth following gets here.
    const DEAD: Self = Self(i64::MIN / 2);
    const SCORE: u32 = 40;
    const SAME: u32 = 20;

    fn score(self) -> i32 {
        (self.0 >> Self::SCORE) as i32
    }

    /// The same words, for so much more.
    fn plus(self, score: i32) -> Self {
        Self(self.0 + (i64::from(score) << Self::SCORE))
    }

    /// One equal word further on both sides.
    fn same(self, gain: i32) -> Self {
        let plain = i64::from(gain == SAME_CONTENT);
        Self(self.plus(gain).0 + (1 << Self::SAME) + plain)
    }

    /// Equal words, and those with plain content.
    fn counts(self) -> (usize, usize) {
        let mask = (1 << Self::SAME) - 1;
        (
            (self.0 >> Self::SAME & mask) as usize,
            (self.0 & mask) as usize,
        )
    }
}

/// How far an alignment goes on each side, and what it is worth to end there.
#[derive(Clone, Copy, Debug, Default)]
struct Reach {
    worth: i32,
    a: usize,
    b: usize,
    cell: Cell,
}
