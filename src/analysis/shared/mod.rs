//! Shared wording: what two or more articles say in the same or nearly the same words.
//!
//! 1. [`seeds`]: every run of at least four equal words that stands in two articles, found through a table of word
//!    4-grams. The table's keys are the words themselves, so nothing is found or lost by collision.
//! 2. [`extend`]: a seed grows to both sides over edited words by alignment with an X-drop, as BLAST does it (Altschul
//!    et al. 1997): the alignment goes on while its score stays within a fixed distance of the best so far, and ends at
//!    the best. Names, titles and function words weigh less than content.
//! 3. [`passages`]: a match is cut where both articles begin a paragraph; matches with the same witness are joined over
//!    articles.
//! 4. [`order`]: per pair of articles, the heaviest set of passages that stand in one order; the rest moved.
//!
//! Order of the text plays no part in 1 to 3, so a moved passage is found like any other, and one place can match
//! several. A match in which fewer than [`MIN_PLAIN`] words are content other than names, titles and figures is a
//! formula: it is kept apart as stock and not counted. Not found: wording in which no four words in a row are equal.

mod extend;
pub mod order;
mod passages;
mod seeds;

use super::corpus::Corpus;
use crate::jobs::{Progress, parallel};
use crate::text::Span;
use std::ops::Range;

/// Fewest words with plain content in a match that counts.
pub const MIN_PLAIN: usize = 2;

/// Shortest formula that is shown as not counted, in words.
const MIN_STOCK: usize = 4;

/// Most words between two matches that are still one passage.
const MAX_GAP: usize = 8;

/// How the witnesses of a passage agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Word for word, but for case, quotes, dashes and name variants.
    Verbatim,
    /// With words replaced, put in or left out.
    Near,
    /// The same statement in other words.
    Reworded,
}

impl Kind {
    /// All kinds, the closest first.
    pub const ALL: [Self; 3] = [Self::Verbatim, Self::Near, Self::Reworded];
}

/// One place where a passage stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// The article, by its place in the set.
    pub article: usize,
    /// Where in its body: bytes.
    pub span: Span,
    /// Where in its words.
    pub words: Range<usize>,
}

/// Shared wording and all places where it stands: two or more, in the order of articles and text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// How the places agree.
    pub kind: Kind,
    /// The places.
    pub witnesses: Vec<Witness>,
}

impl Passage {
    /// Its first place in `article`.
    pub fn in_article(&self, article: usize) -> Option<&Witness> {
        self.witnesses
            .iter()
            .find(|witness| witness.article == article)
    }

    /// Length in words, of its longest witness.
    pub fn word_count(&self) -> usize {
        self.witnesses
            .iter()
            .map(|witness| witness.words.len())
            .max()
            .unwrap_or(0)
    }
}

/// Two stretches of words in two articles that agree.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Match {
    /// The articles; `a` stands before `b`.
    a: usize,
    b: usize,
    in_a: Range<usize>,
    in_b: Range<usize>,
    /// Words that are the same on both sides.
    same: usize,
    /// Those of them with plain content.
    plain: usize,
}

impl Match {
    fn counts(&self, min_words: usize) -> bool {
        let longest = self.in_a.len().max(self.in_b.len());
        self.same >= min_words && self.plain >= MIN_PLAIN && self.same * 2 >= longest
    }
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// Shared wording.
    pub passages: Vec<Passage>,
    /// Formulae that are not counted.
    pub stock: Vec<Passage>,
}

/// All wording of at least `min_words` equal words that articles of `corpus` share.
pub fn find(corpus: &Corpus, min_words: usize, progress: &Progress) -> Shared {
    let seeds = seeds::find(corpus);
    let by_pair: Vec<&[seeds::Seed]> = seeds
        .chunk_by(|one, two| (one.a, one.b) == (two.a, two.b))
        .collect();
    let found = parallel(&by_pair, |seeds| {
        if progress.is_cancelled() {
            return Vec::new();
        }
        matches_of_pair(corpus, seeds, min_words)
    });
    let (matches, stock): (Vec<Match>, Vec<Match>) = found
        .into_iter()
        .flatten()
        .partition(|found| found.counts(min_words));
    Shared {
        passages: passages::join(corpus, &matches),
        stock: passages::join(corpus, &stock),
    }
}

/// The matches of one pair of articles: those that count, and formulae.
fn matches_of_pair(corpus: &Corpus, seeds: &[seeds::Seed], min_words: usize) -> Vec<Match> {
    let mut found: Vec<Match> = Vec::new();
    for seed in seeds {
        let inside = found.iter().any(|known| {
            known.in_a.contains(&seed.at_a)
                && known.in_b.contains(&seed.at_b)
                && known.in_a.end >= seed.at_a + seed.len
                && known.in_b.end >= seed.at_b + seed.len
        });
        if !inside {
            let exact = extend::exact(corpus, seed);
            // A formula is no seed: nothing grows from it.
            found.push(if exact.plain == 0 {
                exact
            } else {
                extend::extend(corpus, &exact)
            });
        }
    }
    let kept = without_doubles(found);
    let mut kept: Vec<Match> = chained(kept)
        .into_iter()
        .flat_map(|found| passages::cut_at_paragraphs(corpus, found))
        .collect();
    kept.retain(|found| {
        found.counts(min_words) || (found.plain < MIN_PLAIN && found.same >= MIN_STOCK)
    });
    kept
}

/// Joins matches that follow each other in both articles within [`MAX_GAP`] words: one passage with an edited middle.
fn chained(matches: Vec<Match>) -> Vec<Match> {
    let mut chains: Vec<Match> = Vec::new();
    for one in matches {
        let follows = |last: &&mut Match| {
            let gap_a = one.in_a.start.checked_sub(last.in_a.end);
            let gap_b = one.in_b.start.checked_sub(last.in_b.end);
            gap_a.is_some_and(|gap| gap <= MAX_GAP) && gap_b.is_some_and(|gap| gap <= MAX_GAP)
        };
        match chains.iter_mut().rev().take(8).find(follows) {
            Some(last) if last.plain >= MIN_PLAIN && one.plain >= MIN_PLAIN => {
                last.in_a.end = one.in_a.end;
                last.in_b.end = one.in_b.end;
                last.same += one.same;
                last.plain += one.plain;
            }
            _ => chains.push(one),
        }
    }
    chains
}

/// Drops a match that lies for the most part inside a longer one, on both sides.
fn without_doubles(mut found: Vec<Match>) -> Vec<Match> {
    found.sort_by_key(|one| (std::cmp::Reverse(one.same), one.in_a.start, one.in_b.start));
    let mut kept: Vec<Match> = Vec::new();
    for one in found {
        let double = kept.iter().any(|known| {
            mostly_inside(&one.in_a, &known.in_a) && mostly_inside(&one.in_b, &known.in_b)
        });
        if !double {
            kept.push(one);
        }
    }
    kept.sort_by_key(|one| (one.in_a.start, one.in_b.start));
    kept
}

fn mostly_inside(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    let common = inner
        .end
        .min(outer.end)
        .saturating_sub(inner.start.max(outer.start));
    common * 2 > inner.len()
}

#[cfg(test)]
mod tests;
