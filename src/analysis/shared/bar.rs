//! How much two articles must agree for it to mean anything.
//!
//! Unrelated texts share short wording by chance, the more the longer they are and the more of them there are. So the
//! bar rises with both, by a fixed step for every doubling, as expectation values do in sequence search (Karlin and
//! Altschul 1990). The steps were measured, on open sets of news copies and of long documents: chance agreement in
//! news of 600 words rarely goes beyond five content words, among a thousand such articles beyond eleven.

use super::{MIN_PLAIN, Match, Search};
use crate::analysis::corpus::Corpus;

/// Least worth of a passage in articles of [`USUAL`] words, in tenths of a content word.
const WORTH: f64 = 45.0;
/// The usual length of an article, in words.
const USUAL: f64 = 620.0;
/// What the bar rises by when the longer article is twice as long.
const BY_LENGTH: f64 = 22.0;
/// What the best passage of two articles must be worth more than the others.
const LONE: f64 = 15.0;
/// What the bar for the best passage rises by when there are twice as many articles.
const BY_COUNT: f64 = 6.4;

/// How often a pair must be doubled to be about so many articles. In whole steps, so that one more article seldom makes
/// any difference to two others.
pub(super) fn doublings(articles: usize) -> u32 {
    (articles.max(2) as f64 / 2.0).log2().round() as u32
}

/// What two articles must agree in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bar {
    /// Least equal words of a passage.
    min_words: usize,
    /// Least worth of a passage, in tenths of a content word.
    worth: u32,
    /// Least worth of the best passage of the two: without one as good, they have nothing to do with each other.
    best: u32,
}

impl Bar {
    /// For two articles of a set.
    pub fn of(corpus: &Corpus, search: &Search, articles: [usize; 2]) -> Self {
        let words = articles.map(|article| corpus.words.get(article).map_or(0, |it| it.ids.len()));
        let longer = words.into_iter().max().unwrap_or_default();
        Self::new(search.min_words, longer, corpus.words.len())
    }

    /// For two articles of a set of `count`, the longer of `longer` words.
    fn new(min_words: usize, longer: usize, count: usize) -> Self {
        let worth = WORTH + BY_LENGTH * (longer.max(1) as f64 / USUAL).log2();
        let best = worth + LONE + BY_COUNT * f64::from(doublings(count));
        Self {
            min_words,
            worth: worth.max(0.0) as u32,
            best: best.max(0.0) as u32,
        }
    }

    /// Whether a match is a passage.
    pub fn passes(&self, found: &Match) -> bool {
        self.is_long_enough(found) && found.weight >= self.worth
    }

    /// Whether a match is long enough for a passage, where something else says that it is no chance.
    pub fn is_long_enough(&self, found: &Match) -> bool {
        found.same >= self.min_words && found.plain >= MIN_PLAIN && found.is_dense()
    }

    /// Whether runs of equal words that are worth so much together can belong to related articles.
    pub fn is_worth_a_look(&self, worth: u32) -> bool {
        worth * 2 >= self.best
    }

    /// Whether two articles with these matches have to do with each other.
    pub fn are_related<'m>(&self, mut found: impl Iterator<Item = &'m Match>) -> bool {
        found.any(|found| found.weight >= self.best && self.passes(found))
    }
}
