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
    /// The words that carry a reworded passage; none where the wording itself is shared.
    pub carriers: Vec<Span>,
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
    /// Whether a seed lies inside it, on both sides.
    fn holds(&self, seed: &seeds::Seed) -> bool {
        self.in_a.contains(&seed.at_a)
            && self.in_b.contains(&seed.at_b)
            && self.in_a.end >= seed.at_a + seed.len
            && self.in_b.end >= seed.at_b + seed.len
    }

    /// This match and one that follows it closely in both articles, as one.
    fn followed_by(&self, next: &Match) -> Option<Match> {
        let gap_a = next.in_a.start.checked_sub(self.in_a.end)?;
        let gap_b = next.in_b.start.checked_sub(self.in_b.end)?;
        let both_plain = self.plain >= MIN_PLAIN && next.plain >= MIN_PLAIN;
        (gap_a.max(gap_b) <= MAX_GAP && both_plain).then(|| Match {
            in_a: self.in_a.start..next.in_a.end,
            in_b: self.in_b.start..next.in_b.end,
            same: self.same + next.same,
            plain: self.plain + next.plain,
            ..*self
        })
    }

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
    let mut found: Vec<Grown> = Vec::new();
    for seed in seeds {
        let inside = found.iter().any(|known| known.whole.holds(seed));
        if !inside {
            let exact = extend::exact(corpus, seed);
            // A formula is no seed: nothing grows from it.
            let whole = (exact.plain > 0).then(|| extend::extend(corpus, &exact));
            // What grew too thin is no passage; its core may still be one.
            let whole = whole.filter(|whole| whole.counts(min_words) || !exact.counts(min_words));
            found.push(Grown {
                whole: whole.unwrap_or_else(|| exact.clone()),
                exact,
            });
        }
    }
    let mut kept: Vec<Match> = chained(without_doubles(found), min_words)
        .into_iter()
        .flat_map(|found| passages::cut_at_paragraphs(corpus, found))
        .collect();
    kept.retain(|found| {
        found.counts(min_words) || (found.plain < MIN_PLAIN && found.same >= MIN_STOCK)
    });
    kept
}

/// A match, and the run of equal words it grew from.
struct Grown {
    whole: Match,
    exact: Match,
}

/// Joins matches that follow each other in both articles within [`MAX_GAP`] words: one passage with an edited middle.
fn chained(matches: Vec<Match>, min_words: usize) -> Vec<Match> {
    let mut chains: Vec<Match> = Vec::new();
    for one in matches {
        let joined = chains
            .iter()
            .enumerate()
            .rev()
            .take(8)
            .find_map(|(at, last)| Some((at, last.followed_by(&one)?)))
            .filter(|(_, joined)| joined.counts(min_words));
        match joined.and_then(|(at, joined)| Some((chains.get_mut(at)?, joined))) {
            Some((last, joined)) => *last = joined,
            None => chains.push(one),
        }
    }
    chains
}

/// Drops a match that lies for the most part inside a longer one, on both sides; if the run it grew from does not, that
/// run stays.
fn without_doubles(mut found: Vec<Grown>) -> Vec<Match> {
    found.sort_by_key(|one| {
        let whole = &one.whole;
        (
            std::cmp::Reverse(whole.same),
            whole.in_a.start,
            whole.in_b.start,
        )
    });
    let mut kept: Vec<Match> = Vec::new();
    for Grown { whole, exact } in found {
        let is_double = |one: &Match| {
            kept.iter().any(|known| {
                mostly_inside(&one.in_a, &known.in_a) && mostly_inside(&one.in_b, &known.in_b)
            })
        };
        let stays = [whole, exact].into_iter().find(|one| !is_double(one));
        kept.extend(stays);
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
