//! Where two articles begin to agree: left ends of runs of equal words.

use rustc_hash::FxHashMap;

use super::grams::{GRAM, Grams, Place, Text};
use crate::analysis::corpus::{Corpus, WordClass};
use crate::jobs::parallel;

/// A gram that stands in more articles is a formula: only longer runs from it are followed, [`LONG`] words and up.
pub(super) const COMMON: usize = 64;
pub(super) const LONG: usize = 12;

/// Where a run of equal words begins that cannot be made longer to the left. `a` stands before `b`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Seed {
    pub a: u32,
    pub b: u32,
    pub at_a: u32,
    pub at_b: u32,
}

/// Articles that follow each other make a band: so many bands are sorted and compared by themselves.
const BANDS: usize = 64;

/// All seeds in their order, by the bands in which their first articles stand.
pub(super) fn find(corpus: &Corpus, text: &Text, grams: &Grams) -> Vec<Vec<Seed>> {
    let each = corpus.words.len().div_ceil(BANDS).max(1);
    let count = corpus.words.len().div_ceil(each);
    let parts = parallel(&grams.parts, |groups| {
        let mut seeds = Vec::new();
        for places in groups.iter() {
            of_group(corpus, text, grams, places, &mut seeds);
        }
        let mut bands: Vec<Vec<Seed>> = vec![Vec::new(); count];
        for seed in seeds {
            if let Some(band) = bands.get_mut(seed.a as usize / each) {
                band.push(seed);
            }
        }
        bands
    });
    let bands: Vec<usize> = (0..count).collect();
    parallel(&bands, |band| {
        let seeds = parts.iter().filter_map(|bands| bands.get(*band));
        let mut seeds: Vec<Seed> = seeds.flatten().copied().collect();
        seeds.sort_unstable();
        seeds
    })
}

/// The seeds of one gram, which stands at `places`.
fn of_group(corpus: &Corpus, text: &Text, grams: &Grams, places: &[Place], seeds: &mut Vec<Seed>) {
    let Some(first) = places.first().copied() else {
        return;
    };
    let before = text.before(first);
    if places.iter().all(|place| text.before(*place) == before)
        && is_paired(corpus, text, grams, first - 1)
    {
        // All of them go on the runs of one gram.
        return;
    }
    if !has_content(corpus, text, first) {
        return;
    }
    if !grams.is_common(first) {
        let is_followed = |place| is_paired(corpus, text, grams, place);
        pair_up(text, places, is_followed, seeds);
        return;
    }
    for long in by_longer_run(text, places) {
        // Two longer runs that the same word stands before are part of two that begin there.
        pair_up(text, &long, |place| has_content(corpus, text, place), seeds);
    }
}

/// Whether the gram at `place` is followed wherever it stands: it holds content, and is not too common.
fn is_paired(corpus: &Corpus, text: &Text, grams: &Grams, place: Place) -> bool {
    !grams.is_common(place) && has_content(corpus, text, place)
}

/// Whether the gram at `place` has content.
fn has_content(corpus: &Corpus, text: &Text, place: Place) -> bool {
    let (article, at) = text.locate(place);
    let words = corpus.words.get(article as usize);
    let at = at as usize;
    let gram = words.and_then(|words| words.classes.get(at..at + GRAM));
    gram.is_some_and(any_content)
}

/// Whether any of these words is no function word.
pub(super) fn any_content(classes: &[WordClass]) -> bool {
    classes
        .iter()
        .any(|class| !class.contains(WordClass::FUNCTION))
}

/// The places of a common gram, grouped by the longer run that begins there.
fn by_longer_run(text: &Text, places: &[Place]) -> Vec<Vec<Place>> {
    let mut numbers: FxHashMap<&[u32], usize> = FxHashMap::default();
    let mut groups: Vec<Vec<Place>> = Vec::new();
    for place in places {
        if let Some(run) = text.run(*place, LONG) {
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

/// A seed for every two places in different articles that do not go on a run whose seed stands one word before: where the
/// word there is the same, and the gram that begins with it is followed.
fn pair_up(
    text: &Text,
    places: &[Place],
    is_followed: impl Fn(Place) -> bool,
    seeds: &mut Vec<Seed>,
) {
    // The word before, where the gram that begins with it is followed.
    let mut open: Vec<(Option<u32>, u32, u32)> = places
        .iter()
        .map(|place| {
            let goes_on = !text.begins(*place) && is_followed(place - 1);
            let (article, at) = text.locate(*place);
            (goes_on.then(|| text.before(*place)), article, at)
        })
        .collect();
    // Those that go on the same runs stand together then, and are passed over together: one word a thousand times.
    open.sort_unstable();
    let mut rest = open.as_slice();
    while let Some((before, ..)) = rest.first() {
        let alike = match before {
            Some(_) => rest.partition_point(|(other, ..)| other == before),
            None => 1,
        };
        let (these, others) = rest.split_at(alike);
        for (_, one, at_one) in these {
            let pairs = others.iter().filter(|(_, two, _)| one != two);
            seeds.extend(pairs.map(|(_, two, at_two)| seed([*one, *at_one], [*two, *at_two])));
        }
        rest = others;
    }
}

/// The seed at these words of two articles, whichever stands first.
pub(super) fn seed(one: [u32; 2], two: [u32; 2]) -> Seed {
    let ([a, at_a], [b, at_b]) = (one.min(two), one.max(two));
    Seed { a, b, at_a, at_b }
}
