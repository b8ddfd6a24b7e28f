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
    let mut seeds = Vec::new();
    for places in groups(corpus) {
        if places.len() > COMMON {
            for long in by_longer_run(corpus, &places) {
                pair_up(corpus, &long, &mut seeds);
            }
        } else {
            pair_up(corpus, &places, &mut seeds);
        }
    }
    seeds.sort_unstable();
    seeds
}

/// The places of every gram that stands at least twice and holds content.
fn groups(corpus: &Corpus) -> Vec<Vec<Place>> {
    let mut numbers: FxHashMap<[u32; GRAM], u32> = FxHashMap::default();
    let mut groups: Vec<Vec<Place>> = Vec::new();
    for (article, words) in (0_u32..).zip(&corpus.words) {
        for (at, gram) in (0_u32..).zip(words.ids.array_windows::<GRAM>()) {
            let number = *numbers.entry(*gram).or_insert_with(|| {
                groups.push(Vec::new());
                (groups.len() - 1) as u32
            });
            if let Some(group) = groups.get_mut(number as usize) {
                group.push(Place { article, at });
            }
        }
    }
    groups.retain(|places| {
        places.len() > 1
            && places
                .first()
                .is_some_and(|place| has_content(corpus, *place))
    });
    groups
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

/// A seed for every two places in different articles before which different words stand.
fn pair_up(corpus: &Corpus, places: &[Place], seeds: &mut Vec<Seed>) {
    let before = |place: &Place| {
        let at = (place.at as usize).checked_sub(1)?;
        corpus
            .words
            .get(place.article as usize)?
            .ids
            .get(at)
            .copied()
    };
    for (index, one) in places.iter().enumerate() {
        let before_one = before(one);
        for two in places.iter().skip(index + 1) {
            let goes_on_left = before_one.is_some() && before_one == before(two);
            if one.article != two.article && !goes_on_left {
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
