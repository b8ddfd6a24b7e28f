//! What an alignment is worth, in tenths of a content word.

use crate::analysis::corpus::WordClass;

/// An equal word with plain content.
pub const SAME_CONTENT: i32 = 10;
const SAME_NAME: i32 = 7;
/// A name or title among others: formulae carry nothing over.
const SAME_FORMULA: i32 = 1;
const SAME_FUNCTION: i32 = 5;
/// How much better it is to end where a sentence ends on both sides: wording is taken over by sentences.
pub const SENTENCE_EDGE: i32 = 6;
/// A word that another stands for, and one that stands in one article alone.
pub const REPLACED: i32 = -6;
pub const LEFT_OUT: i32 = -5;

/// What an equal word is worth, by what it is on both sides.
pub fn gain(one: WordClass, other: WordClass) -> i32 {
    match one {
        class if class.contains(WordClass::FUNCTION) => SAME_FUNCTION,
        class if (class & other).contains(WordClass::FORMULA) => SAME_FORMULA,
        class if (class | other).is_plain() => SAME_CONTENT,
        _ => SAME_NAME,
    }
}

/// What an equal word can be worth at most, by what it is on one side.
pub fn most(class: WordClass) -> i32 {
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
pub struct Cell(i64);

impl Cell {
    const SCORE: u32 = 40;
    const SAME: u32 = 20;

    /// The score.
    pub fn score(self) -> i32 {
        (self.0 >> Self::SCORE) as i32
    }

    /// The same words, for so much more.
    pub fn plus(self, score: i32) -> Self {
        Self(self.0 + (i64::from(score) << Self::SCORE))
    }

    /// One equal word further on both sides.
    pub fn same(self, gain: i32) -> Self {
        let plain = i64::from(gain == SAME_CONTENT);
        Self(self.plus(gain).0 + (1 << Self::SAME) + plain)
    }

    /// Equal words, and those with plain content.
    pub fn counts(self) -> (usize, usize) {
        let mask = (1 << Self::SAME) - 1;
        (
            (self.0 >> Self::SAME & mask) as usize,
            (self.0 & mask) as usize,
        )
    }
}
