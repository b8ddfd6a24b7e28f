//! The best alignment of two articles from a border on, to one side of it.
//!
//! It goes on while its score stays within [`DROP`] of the best so far, and ends at the best. What lies between two equal
//! words costs by how many words it is on each side, whatever they are. So only equal words are looked at, each with
//! those before it from which it can be reached: sparse dynamic programming (Eppstein et al. 1992).

use std::ops::Range;

use super::score::{Cell, LEFT_OUT, REPLACED, SENTENCE_EDGE, gain};
use crate::analysis::corpus::{WordClass, Words};

/// How far the score may fall below the best before the alignment is given up.
const DROP: i32 = 34;
/// How many words an alignment can pass over before it is given up, and a little.
const NEAR: usize = 8;

/// How far an alignment can go, in words: what a [`Cell`] can count.
const REACH: usize = 500_000;

/// An equal word that an alignment can go through: the `i`th and `j`th from the border, and the best alignment that ends
/// there. The border itself is the first.
#[derive(Clone, Copy, Default)]
struct Point {
    i: usize,
    j: usize,
    cell: Cell,
}

impl Point {
    /// From here to before the word `i`, `j`: words face to face are replaced, the others left out.
    fn before(&self, i: usize, j: usize) -> Cell {
        let (between_a, between_b) = ((i - 1 - self.i) as i32, (j - 1 - self.j) as i32);
        let replaced = between_a.min(between_b);
        let left_out = between_a.max(between_b) - replaced;
        self.cell.plus(REPLACED * replaced + LEFT_OUT * left_out)
    }
}

/// Room for the alignments of articles, one after the other.
#[derive(Default)]
pub(super) struct Room {
    points: Vec<Point>,
}

/// The direction in which an alignment grows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// To the words behind the border.
    Onward,
    /// To those before it.
    Backward,
}

/// How far an alignment goes on each side, and what it is worth to end there.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reach {
    pub worth: i32,
    pub a: usize,
    pub b: usize,
    pub cell: Cell,
}

/// The best alignment from here on. `from` is the border behind which it begins, in both articles.
pub(super) fn align(words: [&Words; 2], from: [usize; 2], way: Way, room: &mut Room) -> Reach {
    if !is_promising(words, from, way) {
        return Reach::default();
    }
    let mut growth = Growth::new(words, from, way, &mut room.points);
    while growth.next_word().is_some() {}
    growth.best
}

/// Whether any word with content stands in both articles as near to the border as an alignment can go without one.
fn is_promising([a, b]: [&Words; 2], from: [usize; 2], way: Way) -> bool {
    let near =
        |border: usize, words: &Words| way.range(border, 1..way.words(border, words).min(NEAR) + 1);
    let near_a = near(from[0], a);
    let ids_a = a.ids.get(near_a.clone()).unwrap_or_default();
    let classes_a = a.classes.get(near_a).unwrap_or_default();
    let ids_b = b.ids.get(near(from[1], b)).unwrap_or_default();
    // A run begins at a gram with content; equal function words may stand before it.
    let [next_a, next_b] = [ids_a, ids_b].map(|ids| match way {
        Way::Onward => ids.first(),
        Way::Backward => ids.last(),
    });
    if next_a.is_some() && next_a == next_b {
        return true;
    }
    ids_a
        .iter()
        .zip(classes_a)
        .any(|(id, class)| !class.contains(WordClass::FUNCTION) && ids_b.contains(id))
}

/// An alignment that grows from a border to one side.
struct Growth<'c, 'r> {
    words: [&'c Words; 2],
    from: [usize; 2],
    way: Way,
    /// How many words there are on this side of the border.
    length: [usize; 2],
    /// The equal words from which it may go on.
    points: &'r mut Vec<Point>,
    /// So many words of the first article were looked at.
    done: usize,
    /// The best score so far.
    score: i32,
    /// What an alignment must be worth to be followed up to the last of those words.
    least: i32,
    /// The best end so far.
    best: Reach,
}

impl<'c, 'r> Growth<'c, 'r> {
    fn new(words: [&'c Words; 2], from: [usize; 2], way: Way, points: &'r mut Vec<Point>) -> Self {
        points.clear();
        points.push(Point::default());
        let [a, b] = words;
        let ends = |words: &Words, border: usize| {
            let last = way.last_before(border);
            last.is_some_and(|last| way.ends_clause(words, last))
        };
        let worth = if ends(a, from[0]) && ends(b, from[1]) {
            SENTENCE_EDGE
        } else {
            0
        };
        Self {
            words,
            from,
            way,
            length: [way.words(from[0], a), way.words(from[1], b)],
            points,
            done: 0,
            score: 0,
            least: -DROP,
            best: Reach {
                worth,
                ..Reach::default()
            },
        }
    }

    /// Adds the points of the next word of the first article; nothing where no alignment worth following comes so far.
    fn next_word(&mut self) -> Option<()> {
        if self.done == self.length[0] {
            return None;
        }
        let least = std::mem::replace(&mut self.least, self.score - DROP);
        self.done += 1;
        let near = self.near(least)?;
        let [a, b] = self.words;
        let id = a.ids.get(self.way.word(self.from[0], self.done))?;
        let known = self.points.len();
        let mut ahead = None;
        for (word, other) in near.clone().zip(b.ids.get(near)?) {
            if other != id {
                continue;
            }
            let at = [self.done, self.way.count(self.from[1], word)];
            let Some(point) = self.point(at, known, least) else {
                continue;
            };
            self.points.push(point);
            self.improve(point);
            if point.cell.score() > self.score {
                self.score = point.cell.score();
                ahead = Some(point);
            }
        }
        if let Some(ahead) = ahead {
            self.slide(ahead);
        }
        Some(())
    }

    /// Drops the points from which no alignment that is worth `least` comes to the next word. Returns the words of the
    /// second article to which one can come.
    fn near(&mut self, least: i32) -> Option<Range<usize>> {
        let done = self.done;
        self.points
            .retain(|point| point.before(done, point.j + 1).score() >= least);
        let first = self.points.iter().map(|point| point.j).min()? + 1;
        let reach = |point: &Point| (point.cell.score() - least) / -LEFT_OUT;
        let ends = self.points.iter();
        let end = ends
            .map(|point| point.j + 2 + reach(point) as usize)
            .max()?;
        let end = end.min(self.length[1] + 1).max(first);
        Some(self.way.range(self.from[1], first..end))
    }

    /// The point at equal words, reached from one of the first `known` points by an alignment that is worth `least` all
    /// the way.
    fn point(&self, at: [usize; 2], known: usize, least: i32) -> Option<Point> {
        let [i, j] = at;
        let points = self.points.get(..known)?.iter();
        let points = points.filter(|point| point.j < j);
        let before = points.map(|point| point.before(i, j)).max()?;
        let cell = before.same(self.gain(at));
        (before.score() >= least && cell.score() >= self.least).then_some(Point { i, j, cell })
    }

    /// A run of equal words that is worth more than [`DROP`] leaves all other ways behind: goes to its end at once.
    fn slide(&mut self, start: Point) {
        let on = |step: usize| [start.i + step, start.j + step];
        let most = (self.length[0] - start.i).min(self.length[1] - start.j);
        let equal = (1..=most).map(on).take_while(|at| self.are_equal(*at));
        let (equal, worth) = equal.fold((0, 0), |(equal, worth), at| {
            (equal + 1, worth + self.gain(at))
        });
        if worth <= DROP {
            return;
        }
        let mut point = start;
        for [i, j] in (1..=equal).map(on) {
            let cell = point.cell.same(self.gain([i, j]));
            point = Point { i, j, cell };
            self.improve(point);
        }
        self.done = point.i;
        self.score = point.cell.score();
        self.least = self.score - DROP;
        self.points.clear();
        self.points.push(point);
    }

    /// Ends the best alignment here if that is worth more.
    fn improve(&mut self, Point { i, j, cell }: Point) {
        let mut worth = cell.score();
        if worth + SENTENCE_EDGE > self.best.worth && self.ends_both([i, j]) {
            worth += SENTENCE_EDGE;
        }
        if worth > self.best.worth {
            let [a, b] = [i, j];
            self.best = Reach { worth, a, b, cell };
        }
    }

    /// The words that are so many from the border on.
    fn places(&self, [i, j]: [usize; 2]) -> [usize; 2] {
        [
            self.way.word(self.from[0], i),
            self.way.word(self.from[1], j),
        ]
    }

    fn are_equal(&self, at: [usize; 2]) -> bool {
        let ([a, b], [at_a, at_b]) = (self.words, self.places(at));
        a.ids.get(at_a) == b.ids.get(at_b)
    }

    fn gain(&self, at: [usize; 2]) -> i32 {
        let ([a, b], [at_a, at_b]) = (self.words, self.places(at));
        let class = |words: &Words, at: usize| words.classes.get(at).copied().unwrap_or_default();
        gain(class(a, at_a), class(b, at_b))
    }

    fn ends_both(&self, at: [usize; 2]) -> bool {
        let ([a, b], [at_a, at_b]) = (self.words, self.places(at));
        self.way.ends_clause(a, at_a) && self.way.ends_clause(b, at_b)
    }
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

    /// The how manieth from a border on a word is.
    #[inline(always)]
    fn count(self, border: usize, word: usize) -> usize {
        match self {
            Self::Onward => word + 1 - border,
            Self::Backward => border - word,
        }
    }

    /// The words of these counts from a border on.
    #[inline(always)]
    fn range(self, border: usize, counts: Range<usize>) -> Range<usize> {
        match self {
            Self::Onward => border + counts.start - 1..border + counts.end - 1,
            Self::Backward => border + 1 - counts.end..border + 1 - counts.start,
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::score::SAME_CONTENT;
    use super::*;

    /// The best score of all alignments from the beginning on, word against word.
    fn best_of_all(a: &[u32], b: &[u32]) -> i32 {
        let mut row: Vec<i32> = (0..=b.len() as i32).map(|j| LEFT_OUT * j).collect();
        let mut best = 0;
        for (i, one) in (1..).zip(a) {
            let mut next = vec![LEFT_OUT * i];
            for (j, two) in b.iter().enumerate() {
                let step = if one == two { SAME_CONTENT } else { REPLACED };
                let gap = next[j].max(row[j + 1]) + LEFT_OUT;
                next.push(gap.max(row[j] + step));
            }
            best = best.max(next.iter().copied().max().unwrap_or_default());
            row = next;
        }
        best
    }

    fn words(ids: Vec<u32>) -> Words {
        let classes = vec![WordClass::empty(); ids.len()];
        Words { ids, classes }
    }

    proptest! {
        /// So few words cost less than what an alignment is given up for, so none may be missed.
        #[test]
        fn no_better_alignment_is_missed(
            a in prop::collection::vec(0_u32..4, 0..6),
            b in prop::collection::vec(0_u32..4, 0..6),
        ) {
            let expected = best_of_all(&a, &b);
            let (one, two) = (words(a), words(b));
            let found = align([&one, &two], [0, 0], Way::Onward, &mut Room::default());
            prop_assert_eq!(found.worth, expected);
        }
    }
}
