//! What an analysis worked out, for the next one: where most articles are as they were, most is known already.
//!
//! A result is kept under everything that it was made from ([`Kept`]), so what is found again can never be out of date,
//! and what a run did not ask for is forgotten. Most results are made from an article and what the set has made of its
//! words. All that has one number, a [`Stamp`], which is a new one as soon as any of it is another ([`Stamps`]).
//!
//! An article of news takes 40 to 80 kilobytes of memory more for it.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::corpus::{Corpus, WordClass, Words};
use super::shared::{Comparison, Search};
use super::{meetings, reworded};
use crate::jobs::{Progress, parallel};
use crate::model::{Article, Offices, Settings, Spellings};

/// What is known from earlier analyses, of whatever articles under whatever settings; at first nothing.
#[derive(Debug, Default)]
pub struct Memory {
    pub(super) compared: Compared,
    pub(super) stamps: Stamps,
    pub(super) meetings: meetings::Memory,
    pub(super) reworded: reworded::Memory,
}

/// The comparison of the articles that were analysed last, and under which settings, if any were.
#[derive(Debug, Default)]
pub(super) struct Compared(Option<(Comparison, Under)>);

/// What a comparison depends on besides its articles.
#[derive(Debug, PartialEq)]
struct Under {
    spellings: Spellings,
    offices: Offices,
    search: Search,
}

/// Where more than one of so many articles is another one, all are compared anew.
const ONE_IN: usize = 8;

impl Compared {
    /// The comparison of these articles; nothing where that was cut short.
    pub fn follow(
        &mut self,
        articles: &[Arc<Article>],
        settings: &Settings,
        search: Search,
        progress: &Progress,
    ) -> Option<&Comparison> {
        let under = Under {
            spellings: settings.spellings.clone(),
            offices: settings.offices.clone(),
            search,
        };
        if progress.is_cancelled() {
            return None;
        }
        let before = self.0.take().filter(|(_, before)| *before == under);
        let comparison = before.and_then(|(comparison, _)| changed(comparison, articles, progress));
        let comparison = match comparison {
            Some(comparison) => comparison,
            None if progress.is_cancelled() => return None,
            None => {
                let Under {
                    spellings, offices, ..
                } = &under;
                let new = Comparison::new(articles, spellings, offices, search, progress);
                Some(new).filter(|_| !progress.is_cancelled())?
            }
        };
        self.0 = Some((comparison, under));
        let known = self.0.as_ref().filter(|_| !progress.is_cancelled());
        known.map(|(comparison, _)| comparison)
    }
}

/// The comparison with other articles, where most of them are the same, in the same order. When that is cancelled it ends
/// between two articles, with the comparison of some; nothing where it ended within one.
fn changed(
    mut comparison: Comparison,
    articles: &[Arc<Article>],
    progress: &Progress,
) -> Option<Comparison> {
    let stay: FxHashSet<usize> = articles.iter().map(address).collect();
    let known = comparison.articles().iter();
    let gone = known.map(|article| !stay.contains(&address(article)));
    let gone: Vec<usize> = (0..)
        .zip(gone)
        .filter_map(|(at, gone)| gone.then_some(at))
        .collect();
    let kept = comparison.articles().len() - gone.len();
    let changes = gone.len() + articles.len().abs_diff(kept);
    if changes * ONE_IN > articles.len() {
        return None;
    }
    for place in gone.iter().rev() {
        if progress.is_cancelled() {
            return Some(comparison).filter(Comparison::is_whole);
        }
        comparison.remove(*place, progress);
    }
    for (place, article) in articles.iter().enumerate() {
        let there = comparison.articles().get(place);
        if there.is_some_and(|there| Arc::ptr_eq(there, article)) {
            continue;
        }
        if progress.is_cancelled() {
            return Some(comparison).filter(Comparison::is_whole);
        }
        comparison.insert(place, article, progress);
    }
    // In another order, some were put in twice.
    let is_done = comparison.articles().len() == articles.len();
    Some(comparison).filter(|comparison| is_done && comparison.is_whole())
}

/// Results, by what they were made from.
#[derive(Debug)]
pub(super) struct Kept<I, V>(FxHashMap<I, Arc<V>>);

impl<I, V> Default for Kept<I, V> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<I: Eq + Hash + Sync, V: Send + Sync> Kept<I, V> {
    /// What each of `inputs` gives: what is kept, or else what `make` makes of it and of its place here; and what is to
    /// be kept instead of `self`.
    pub fn renewed(
        &self,
        inputs: Vec<I>,
        make: impl Fn(usize, &I) -> V + Sync,
    ) -> (Vec<Arc<V>>, Self) {
        let known = inputs.iter().map(|input| self.0.get(input).map(Arc::clone));
        let known: Vec<Option<Arc<V>>> = known.collect();
        let new = inputs.iter().enumerate().zip(&known);
        let new = new.filter_map(|(new, known)| known.is_none().then_some(new));
        let new: Vec<(usize, &I)> = new.collect();
        let made = parallel(&new, |(place, input)| Arc::new(make(*place, input)));
        let mut made = made.into_iter();
        let values = known
            .into_iter()
            .filter_map(|known| known.or_else(|| made.next()));
        let values: Vec<Arc<V>> = values.collect();
        let kept = inputs.into_iter().zip(values.iter().map(Arc::clone));
        let kept = Self(kept.collect());
        (values, kept)
    }

    /// The same, where all of it may be kept.
    pub fn renew(&mut self, inputs: Vec<I>, make: impl Fn(usize, &I) -> V + Sync) -> Vec<Arc<V>> {
        let (values, kept) = self.renewed(inputs, make);
        *self = kept;
        values
    }
}

/// A result of which others are made: the same only as itself. It is held, so that no other one can have its address.
#[derive(Debug)]
pub(super) struct Very<V>(pub Arc<V>);

impl<V> PartialEq for Very<V> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<V> Eq for Very<V> {}

impl<V> Hash for Very<V> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        address(&self.0).hash(state);
    }
}

/// An article, the numbers of its words and their classes, and the form and the class that the whole set gives each of
/// these numbers: the same stamp means that all of it is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stamp(u64);

/// The stamps of the articles that were analysed last, and what they stand for.
#[derive(Debug, Default)]
pub struct Stamps {
    articles: Vec<Stamped>,
    forms: Vec<String>,
    classes: Vec<WordClass>,
    given: u64,
}

/// An article as it was. It is held, so that no other one can have its address.
#[derive(Debug)]
struct Stamped {
    article: Arc<Article>,
    words: Words,
    stamp: Stamp,
}

impl Stamps {
    /// Stamps for an analysis that no later one is told of.
    pub fn passing(corpus: &Corpus) -> Vec<Stamp> {
        (0..).map(Stamp).take(corpus.words.len()).collect()
    }

    /// The stamp of each article of `corpus`, which stands in the place of the one before.
    pub fn renew(&mut self, corpus: &Corpus) -> Vec<Stamp> {
        let is_same = self.same_words(corpus);
        let before = std::mem::take(&mut self.articles);
        let before = before.into_iter();
        let mut before: FxHashMap<usize, Stamped> = before
            .map(|stamped| (address(&stamped.article), stamped))
            .collect();
        let articles = corpus.articles.iter().zip(&corpus.words);
        let articles: Vec<(Option<Stamped>, &Arc<Article>, &Words)> = articles
            .map(|(article, words)| (before.remove(&address(article)), article, words))
            .collect();
        let stays = parallel(&articles, |(before, _, words)| {
            let stays = |before: &Stamped| before.is_as_before(words, &is_same);
            before.as_ref().is_some_and(stays)
        });
        for ((before, article, words), stays) in articles.into_iter().zip(stays) {
            let known = before.filter(|_| stays);
            self.articles.push(known.unwrap_or_else(|| {
                self.given += 1;
                Stamped {
                    article: Arc::clone(article),
                    words: words.clone(),
                    stamp: Stamp(self.given),
                }
            }));
        }
        self.forms.truncate(corpus.forms.len());
        for ((known, form), is_same) in self.forms.iter_mut().zip(&corpus.forms).zip(is_same) {
            if !is_same {
                known.clone_from(form);
            }
        }
        let new = corpus.forms.iter().skip(self.forms.len());
        self.forms.extend(new.cloned());
        self.classes.clone_from(&corpus.classes);
        self.articles.iter().map(|known| known.stamp).collect()
    }

    /// Of each number, whether it means what it meant before.
    fn same_words(&self, corpus: &Corpus) -> Vec<bool> {
        let before = self.forms.iter().zip(&self.classes);
        let now = corpus.forms.iter().zip(&corpus.classes);
        now.zip(before).map(|(now, before)| now == before).collect()
    }
}

impl Stamped {
    fn is_as_before(&self, words: &Words, is_same: &[bool]) -> bool {
        let known = |id: &u32| is_same.get(*id as usize) == Some(&true);
        self.words == *words && words.ids.iter().all(known)
    }
}

fn address<V>(value: &Arc<V>) -> usize {
    Arc::as_ptr(value).addr()
}
