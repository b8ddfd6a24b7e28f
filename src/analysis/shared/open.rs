//! All wording that a changing set of articles shares: one more article costs what it shares itself, and what comes out is
//! what a fresh search finds.
//!
//! The grams stay in an open table ([`table`](super::table)). An article that comes is looked up there, compared with those
//! that it has to do with, and its matches are joined to what they touch ([`joins`](super::joins)). Three things reach
//! further, and seldom: spellings that are learned anew give other articles other words; a gram that becomes a formula, or
//! one no more, concerns all articles that hold it; and where there are about twice as many articles, the bar rises for
//! all. The first two are compared anew like articles that came; for the third everything is.

use std::sync::Arc;

use super::bar::doublings;
use super::grams::GRAM;
use super::joins::Joins;
use super::seeds::{LONG, Seed, any_content, seed};
use super::table::Table;
use super::{Found, Passage, Search, Shared, compare_all, compare_with_all};
use crate::analysis::corpus::{Change, Corpus, Key, OpenCorpus};
use crate::jobs::{Progress, parallel};
use crate::model::{Article, Offices, Spellings};

/// So many places the grams of an article may have, all together: where there are more, as of a word that stands a hundred
/// thousand times, a fresh comparison is quicker, because it takes all places of a gram together.
const CROWDED: usize = 10_000_000;

/// Articles, and the wording they share. One whose making or changing was cancelled [is not whole](Self::is_whole), and of
/// no use.
#[derive(Clone, Debug)]
pub struct Comparison {
    corpus: OpenCorpus,
    search: Search,
    /// The bar in force: see [`doublings`].
    doublings: u32,
    table: Table,
    /// Whether nothing was cut short.
    is_whole: bool,
    passages: Joins,
    formulae: Joins,
}

impl Comparison {
    /// Compares all of `articles`.
    pub fn new(
        articles: &[Arc<Article>],
        spellings: &Spellings,
        offices: &Offices,
        search: Search,
        progress: &Progress,
    ) -> Self {
        let corpus = OpenCorpus::new(articles, spellings, offices);
        let all = corpus.corpus().words.iter();
        let mut table = Table::with_room(all.clone().map(|words| words.ids.len()).sum());
        for (words, key) in all.zip(corpus.keys()) {
            table.insert(*key, &words.ids);
        }
        table.take_crossed();
        let mut comparison = Self {
            corpus,
            search,
            doublings: 0,
            table,
            is_whole: true,
            passages: Joins::default(),
            formulae: Joins::default(),
        };
        comparison.compare_all(progress);
        comparison
    }

    /// Whether it knows all that its articles share.
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// The articles, in their order.
    pub fn articles(&self) -> &[Arc<Article>] {
        &self.corpus.corpus().articles
    }

    /// The words of the articles, as a fresh corpus has them.
    pub fn corpus(&self) -> Corpus {
        self.corpus.settled()
    }

    /// Puts an article in before the one at `place`, or behind all.
    pub fn insert(&mut self, place: usize, article: &Arc<Article>, progress: &Progress) {
        let changes = self.corpus.insert(place, article);
        self.follow(&changes, progress);
    }

    /// Takes the article at `place` out.
    pub fn remove(&mut self, place: usize, progress: &Progress) {
        let changes = self.corpus.remove(place);
        self.follow(&changes, progress);
    }

    /// All wording that the articles share.
    pub fn shared(&self) -> Shared {
        Shared {
            passages: self.passages.all(&self.corpus),
            stock: self.formulae.all(&self.corpus),
        }
    }

    /// The wording that the article at `place` shares with others.
    pub fn shared_by(&self, place: usize) -> Vec<Passage> {
        let key = self.corpus.keys().get(place);
        key.map_or_else(Vec::new, |key| self.passages.of_article(&self.corpus, *key))
    }

    fn compare_all(&mut self, progress: &Progress) {
        let corpus = self.corpus.corpus();
        self.doublings = doublings(corpus.words.len());
        let found = compare_all(corpus, &self.search, progress);
        self.passages = Joins::default();
        self.formulae = Joins::default();
        self.take_in(&[], found);
        self.is_whole = !progress.is_cancelled();
    }

    fn take_in(&mut self, gone: &[Key], found: Found) {
        self.passages.change(&self.corpus, gone, found.passages);
        self.formulae.change(&self.corpus, gone, found.formulae);
    }

    /// Finds anew what the articles share whose words have changed.
    fn follow(&mut self, changes: &[Change], progress: &Progress) {
        for change in changes {
            self.table.remove(change.key, &change.before);
        }
        for change in changes {
            if let Some(words) = self.corpus.words(change.key) {
                self.table.insert(change.key, &words.ids);
            }
        }
        let crossed = self.table.take_crossed();
        if self.doublings != doublings(self.corpus.keys().len()) {
            self.compare_all(progress);
            return;
        }
        let mut touched: Vec<Key> = changes
            .iter()
            .map(|change| change.key)
            .chain(crossed)
            .collect();
        touched.sort_unstable();
        touched.dedup();
        let found = parallel(&touched, |key| self.compare(*key, &touched, progress));
        let Some(found) = found.into_iter().collect::<Option<Vec<Found>>>() else {
            self.compare_all(progress);
            return;
        };
        let mut all = Found::default();
        found.into_iter().for_each(|found| all.add(found));
        self.take_in(&touched, all);
        self.is_whole &= !progress.is_cancelled();
    }

    /// Compares an article with all others; of those that are `touched` too, only with those behind it. Nothing where
    /// too many places are [`CROWDED`].
    fn compare(&self, key: Key, touched: &[Key], progress: &Progress) -> Option<Found> {
        let Some(place) = self.corpus.place(key) else {
            return Some(Found::default());
        };
        let is_left_out = |other: usize| {
            let key = self.corpus.keys().get(other);
            other <= place && key.is_some_and(|key| touched.binary_search(key).is_ok())
        };
        let seeds = self.seeds(place, is_left_out)?;
        let (corpus, search) = (self.corpus.corpus(), &self.search);
        Some(compare_with_all(corpus, place, &seeds, search, progress))
    }

    /// The seeds that the article at `place` has with others, sorted; nothing where too many places are [`CROWDED`].
    fn seeds(&self, place: usize, is_left_out: impl Fn(usize) -> bool) -> Option<Vec<Seed>> {
        let all = &self.corpus.corpus().words;
        let words = all.get(place)?;
        let mut seeds = Vec::new();
        let mut looks = 0;
        // The word before, where the gram that begins with it has content; and whether it is followed wherever it stands.
        let mut before = None;
        let grams = words.ids.array_windows::<GRAM>().enumerate();
        for ((at, gram), classes) in grams.zip(words.classes.windows(GRAM)) {
            let goes_on = before.take();
            let repeated = self.table.repeated(gram);
            let is_common = repeated.is_some_and(|repeated| repeated.is_common());
            if !any_content(classes) {
                continue;
            }
            before = gram.first().map(|first| (*first, !is_common));
            // Two longer runs that the same word stands before are part of two that begin there.
            let goes_on = goes_on.filter(|(_, everywhere)| *everywhere || is_common);
            let run = words.ids.get(at..at + LONG);
            let spots = repeated.map_or(&[][..], |repeated| &repeated.spots);
            looks += spots.len();
            if looks > CROWDED {
                return None;
            }
            for spot in spots {
                let Some(other) = self.corpus.place(spot.key) else {
                    continue;
                };
                let ids = all.get(other).map_or(&[][..], |words| &words.ids);
                let at_other = spot.at as usize;
                let begins_before = at_other.checked_sub(1).and_then(|at| ids.get(at)).copied();
                let is_followed =
                    !is_common || (run.is_some() && ids.get(at_other..at_other + LONG) == run);
                let is_inside = goes_on.is_some_and(|(word, _)| begins_before == Some(word));
                if other != place && is_followed && !is_inside && !is_left_out(other) {
                    seeds.push(seed([place as u32, at as u32], [other as u32, spot.at]));
                }
            }
        }
        seeds.sort_unstable();
        Some(seeds)
    }
}
