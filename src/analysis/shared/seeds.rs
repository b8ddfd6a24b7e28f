//! Runs of equal words in two articles, through a table of word 4-grams.

use rustc_hash::FxHashMap;

use crate::analysis::corpus::Corpus;

/// Words in a gram. Three finds a little more for twice the work, five loses edited passages.
pub(super) const GRAM: usize = 4;

/// A gram that stands more often is a formula: only longer runs from it are followed, [`LONG`] words and up.
const COMMON: usize = 64;
const LONG: usize = 12;

/// A run of equal words that cannot be made longer to the left; `len` words are known to agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Seed {
    pub a: usize,
    pub b: usize,
    pub at_a: usize,
    pub at_b: usize,
    pub len: usize,
}

/// Where a gram stands.
#[derive(Clone, Copy)]
struct Place {
    article: u32,
    at: u32,
}

/// All seeds, ordered by articles and place.
pub(super) fn find(corpus: &Corpus) -> Vec<Seed> {
    let grams = Grams::new(corpus);
    let mut seeds = Vec::new();
    for places in grams.places.iter().filter(|places| places.len() > 1) {
        let Some(first) = places.first().filter(|place| has_content(corpus, **place)) else {
            continue;
        };
        if grams.are_paired(corpus, *first) {
            pair_up(corpus, &grams, places, &mut seeds);
        } else {
            for long in by_longer_run(corpus, places) {
                pair_up(corpus, &grams, &long, &mut seeds);
            }
        }
    }
    seeds.sort_unstable();
    seeds
}

/// Every gram of the corpus, numbered in the order in which they first stand.
struct Grams {
    /// Where each gram stands.
    places: Vec<Vec<Place>>,
    /// The number of the gram at each word of each article.
    numbers: Vec<Vec<u32>>,
}

impl Grams {
    fn new(corpus: &Corpus) -> Self {
        let mut table: FxHashMap<[u32; GRAM], u32> = FxHashMap::default();
        let mut places: Vec<Vec<Place>> = Vec::new();
        let mut numbers = Vec::with_capacity(corpus.words.len());
        for (article, words) in (0_u32..).zip(&corpus.words) {
            let mut here = Vec::with_capacity(words.ids.len());
            for (at, gram) in (0_u32..).zip(words.ids.array_windows::<GRAM>()) {
                let number = *table.entry(*gram).or_insert_with(|| {
                    places.push(Vec::new());
                    (places.len() - 1) as u32
                });
                if let Some(group) = places.get_mut(number as usize) {
                    group.push(Place { article, at });
                }
                here.push(number);
            }
            numbers.push(here);
        }
        Self { places, numbers }
    }

    /// Whether all places of the gram that stands here are paired: it holds content and is not too common.
    fn are_paired(&self, corpus: &Corpus, place: Place) -> bool {
        let number = self
            .numbers
            .get(place.article as usize)
            .and_then(|numbers| numbers.get(place.at as usize));
        let count = number
            .and_then(|number| self.places.get(*number as usize))
            .map_or(0, Vec::len);
        count <= COMMON && has_content(corpus, place)
    }
}

fn has_content(corpus: &Corpus, place: Place) -> bool {
    (0..GRAM).any(|offset| {
        !corpus
            .class(place.article as usize, place.at as usize + offset)
            .function
    })
}

/// The places of a common gram, grouped by the longer run that begins there.
fn by_longer_run(corpus: &Corpus, places: &[Place]) -> Vec<Vec<Place>> {
    let mut numbers: FxHashMap<&[u32], usize> = FxHashMap::default();
    let mut groups: Vec<Vec<Place>> = Vec::new();
    for place in places {
        let at = place.at as usize;
        let run = corpus
            .words
            .get(place.article as usize)
            .and_then(|words| words.ids.get(at..at + LONG));
        if let Some(run) = run {
            let number = *numbers.entry(run).or_insert_with(|| {
                groups.push(Vec::new());
                groups.len() - 1
            });
            if let Some(group) = groups.get_mut(number) {
                group.push(*place);
            }
        }
    }
    groups
}

/// A seed for every two places in different articles that do not go on a run whose seed stands one word before.
fn pair_up(corpus: &Corpus, grams: &Grams, places: &[Place], seeds: &mut Vec<Seed>) {
    let before = |place: &Place| {
        let left = Place {
            at: place.at.checked_sub(1)?,
            ..*place
        };
        let words = corpus.words.get(place.article as usize)?;
        Some((
            *words.ids.get(left.at as usize)?,
            grams.are_paired(corpus, left),
        ))
    };
    for (index, one) in places.iter().enumerate() {
        let before_one = before(one);
        for two in places
            .iter()
            .skip(index + 1)
            .filter(|two| one.article != two.article)
        {
            let goes_on = before_one.is_some_and(|(_, paired)| paired) && before_one == before(two);
            if !goes_on {
                seeds.push(Seed {
                    a: one.article as usize,
                    b: two.article as usize,
                    at_a: one.at as usize,
                    at_b: two.at as usize,
                    len: GRAM,
                });
            }
        }
    }
}
