//! The words of an article, weighed: by how rare they are, by how near the head they stand, and names more than others.
//!
//! The lead says what is new and paragraphs further down repeat what went before, so a word counts less the later it
//! stands. The headline comes before the body. Rarity is that of TF-IDF, with articles imagined beside the set so that
//! what all of a small set have still counts.

use std::num::NonZeroU32;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::own::Own;
use crate::analysis::corpus::{Corpus, WordClass};
use crate::analysis::lists;
use crate::analysis::variants::Names;
use crate::jobs::parallel;
use crate::text::Span;

/// A word so far down counts half as much as one at the head.
const HALF: f64 = 50.0;
/// How much more a name weighs than another word.
const NAME: f64 = 3.0;
/// Articles that are imagined beside a set.
const BACKGROUND: f64 = 300.0;
/// The heaviest words of an article are compared.
const HEAVIEST: usize = 100;

/// Numbers from here on are of words that stand in headlines alone: they stay when the corpus gets more words.
const HEADLINES: u32 = 1 << 31;

/// The words of all articles.
pub(super) struct Terms {
    /// Of each article the heaviest words with their weights, by number; together of length 1. Here the words of
    /// headlines alone follow those of the corpus.
    pub vectors: Vec<Vec<(u32, f64)>>,
    /// Of each article all words but function words.
    counts: Vec<Arc<Counts>>,
    /// The words behind numbers that stand in no body.
    more: Vec<String>,
}

impl Terms {
    pub fn new(corpus: &Corpus, counts: Vec<Arc<Counts>>, more: Vec<String>) -> Self {
        let forms = corpus.forms.len();
        let place = |id: u32| match id.checked_sub(HEADLINES) {
            Some(more) => forms + more as usize,
            None => id as usize,
        };
        let mut holders = vec![0_u32; forms + more.len()];
        for word in counts.iter().flat_map(|counts| &counts.words) {
            if let Some(count) = holders.get_mut(place(word.id)) {
                *count += 1;
            }
        }
        let total = BACKGROUND + counts.len() as f64;
        let rarity = |holders: u32| (total / f64::from(holders.max(1))).ln();
        let name = |at: usize| match corpus.classes.get(at) {
            Some(class) if class.contains(WordClass::NAME) => NAME,
            _ => 1.0,
        };
        let weights = holders.into_iter().enumerate();
        let weights = weights.map(|(at, holders)| rarity(holders) * name(at));
        let weights: Vec<f64> = weights.collect();
        let weigh = |word: &Counted| {
            let at = place(word.id);
            let weight = weights.get(at).copied().unwrap_or_default();
            (at as u32, word.count * weight)
        };
        let vectors = parallel(&counts, |counts| {
            vector(counts.words.iter().map(weigh).collect())
        });
        Self {
            vectors,
            counts,
            more,
        }
    }

    /// The word behind a number of a vector, as it is compared.
    pub fn form<'t>(&'t self, corpus: &'t Corpus, id: u32) -> &'t str {
        let index = id as usize;
        let more = || self.more.get(index.checked_sub(corpus.forms.len())?);
        corpus
            .forms
            .get(index)
            .or_else(more)
            .map_or("", String::as_str)
    }

    /// The words of the headline of an article, in order, function words left out, and where they stand in it.
    pub fn headline(&self, article: usize) -> &[(u32, Span)] {
        let counts = self.counts.get(article);
        counts.map_or(&[], |counts| &counts.headline)
    }

    /// All words of an article but function words, by number.
    pub fn words(&self, article: usize) -> impl Iterator<Item = u32> {
        let counts = self.counts.get(article).into_iter();
        counts.flat_map(|counts| counts.words.iter().map(|word| word.id))
    }

    /// Whether an article has a word.
    pub fn has(&self, article: usize, id: u32) -> bool {
        self.counted(article, id).is_some()
    }

    /// Which word of the body of an article shows how it prints a word; none where it stands at its head alone.
    pub fn printed(&self, article: usize, id: u32) -> Option<usize> {
        let printed = self.counted(article, id)?.printed?;
        Some(printed.get() as usize - 1)
    }

    fn counted(&self, article: usize, id: u32) -> Option<&Counted> {
        let words = &self.counts.get(article)?.words;
        let at = words.binary_search_by_key(&id, |word| word.id).ok()?;
        words.get(at)
    }
}

/// The numbers of the corpus, and more for words that stand in headlines alone.
pub(super) struct Numbers<'c> {
    known: FxHashMap<&'c str, u32>,
    new: FxHashMap<String, u32>,
    more: Vec<String>,
}

impl<'c> Numbers<'c> {
    pub fn new(corpus: &'c Corpus) -> Self {
        let known = (0_u32..)
            .zip(&corpus.forms)
            .map(|(id, form)| (form.as_str(), id));
        Self {
            known: known.collect(),
            new: FxHashMap::default(),
            more: Vec::new(),
        }
    }

    /// The number of a word that stands in a body.
    pub fn known(&self, word: &str) -> Option<u32> {
        self.known.get(word).copied()
    }

    /// The number of any word.
    fn of(&mut self, word: &str) -> u32 {
        if let Some(id) = self.known.get(word).or_else(|| self.new.get(word)) {
            return *id;
        }
        let next = HEADLINES + self.more.len() as u32;
        self.new.insert(word.to_owned(), next);
        self.more.push(word.to_owned());
        next
    }

    /// The words that stand in headlines alone, in the order of their numbers.
    pub fn into_more(self) -> Vec<String> {
        self.more
    }
}

/// The lines at the head of an article in numbers; none for a function word.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Head {
    headline: Vec<Option<u32>>,
    deck: Vec<Option<u32>>,
}

impl Head {
    pub fn new(own: &Own, names: &Names, numbers: &mut Numbers<'_>) -> Self {
        let mut number = |(word, _): &(String, Span)| {
            let word = names.canonical(word);
            (!lists::is_function_word(word)).then(|| numbers.of(word))
        };
        Self {
            headline: own.headline.iter().map(&mut number).collect(),
            deck: own.deck.iter().map(number).collect(),
        }
    }

    /// Those words of the headline that stand in a body too.
    pub fn in_bodies(&self) -> Vec<u32> {
        let words = self.headline.iter().flatten().copied();
        words.filter(|id| *id < HEADLINES).collect()
    }
}

/// The words of one article, counted.
#[derive(Debug, Default)]
pub(super) struct Counts {
    /// The words of the headline, in order, function words left out, and where they stand in it.
    headline: Vec<(u32, Span)>,
    /// All words but function words, by number.
    words: Vec<Counted>,
}

/// A word of an article.
#[derive(Clone, Copy, Debug)]
struct Counted {
    id: u32,
    /// The word of the body, counted from 1, that shows how the article prints it: the first small one, because a
    /// sentence may begin with it; where there is none, the first.
    printed: Option<NonZeroU32>,
    /// How much it counts by where it stands.
    count: f64,
}

impl Counts {
    /// Of the article at `place`, which has this head.
    pub fn of(corpus: &Corpus, place: usize, head: &Head, own: &[Arc<Own>]) -> Self {
        let ids = corpus.words.get(place).map_or(&[][..], |words| &words.ids);
        let class = |id: &u32| corpus.classes.get(*id as usize).copied();
        let is_content = |id: &u32| !class(id).unwrap_or_default().contains(WordClass::FUNCTION);
        let body = ids.iter().map(|id| Some(*id).filter(is_content));
        let head_words = head.headline.iter().chain(&head.deck).copied();
        let before = head.headline.len() + head.deck.len();
        let all = head_words.chain(body).enumerate();
        let mut all: Vec<(u32, usize)> = all.filter_map(|(at, id)| Some((id?, at))).collect();
        all.sort_unstable();
        let weight = |(_, at): &(u32, usize)| 1.0 / (1.0 + *at as f64 / HALF);
        let is_small = |word: &usize| {
            let article = corpus.articles.get(place).map(|article| article.body());
            let span = corpus.span(place, *word);
            let printed = article
                .zip(span)
                .map_or("", |(body, span)| span.of(&body.text));
            printed.starts_with(char::is_lowercase)
        };
        let words = all.chunk_by(|one, two| one.0 == two.0).filter_map(|run| {
            let in_body = || run.iter().filter_map(|(_, at)| at.checked_sub(before));
            let printed = in_body().find(is_small).or_else(|| in_body().next());
            Some(Counted {
                id: run.first()?.0,
                printed: printed.and_then(|word| NonZeroU32::new(word as u32 + 1)),
                count: (1.0 + 3.0 * run.iter().map(weight).sum::<f64>()).ln(),
            })
        });
        let spans = own.get(place).into_iter().flat_map(|own| &own.headline);
        let headline = head.headline.iter().zip(spans);
        Self {
            headline: headline
                .filter_map(|(id, (_, span))| Some(((*id)?, *span)))
                .collect(),
            words: words.collect(),
        }
    }
}

/// The heaviest of `weights`, which stand by number, scaled to length 1; of equal ones the first.
fn vector(mut weights: Vec<(u32, f64)>) -> Vec<(u32, f64)> {
    if weights.len() > HEAVIEST {
        let mut all: Vec<f64> = weights.iter().map(|(_, weight)| *weight).collect();
        let (heavier, least, _) =
            all.select_nth_unstable_by(HEAVIEST - 1, |one, two| two.total_cmp(one));
        let mut room = HEAVIEST - heavier.iter().filter(|weight| *weight > least).count();
        weights.retain(|(_, weight)| {
            let is_last = weight == least && room > 0;
            room -= usize::from(is_last);
            weight > least || is_last
        });
    }
    let length = weights
        .iter()
        .map(|(_, weight)| weight * weight)
        .sum::<f64>()
        .sqrt();
    for (_, weight) in &mut weights {
        *weight /= length.max(f64::MIN_POSITIVE);
    }
    weights
}
