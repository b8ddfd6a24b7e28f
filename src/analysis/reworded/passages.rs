//! From runs of pairs to passages of the meeting: joined over articles, with what they make superfluous left out.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::by_article;
use super::runs::Run;
use super::sentence::Sentences;
use crate::analysis::corpus::Corpus;
use crate::analysis::differences::equal_words;
use crate::analysis::grouped::Grouped;
use crate::analysis::{Kind, Passage, Witness};

/// How far the ends of two places may lie apart to be one place, in words.
const END_TOLERANCE: usize = 2;

/// A stretch of words of an article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    article: usize,
    start: usize,
    end: usize,
}

/// The passages of the runs between pairs of texts.
pub fn join(corpus: &Corpus, all: &Sentences, runs: &[((usize, usize), Vec<Run>)]) -> Vec<Passage> {
    let article = |text: usize| all.texts.get(text).map_or(0, |text| text.article);
    let place = |text: usize, words: &Range<usize>| Place {
        article: article(text),
        start: words.start,
        end: words.end,
    };
    let links: Vec<[Place; 2]> = runs
        .iter()
        .flat_map(|((a, b), runs)| {
            runs.iter()
                .map(|run| [place(*a, &run.a), place(*b, &run.b)])
        })
        .collect();
    let mut places: Vec<Place> = links.iter().flatten().cloned().collect();
    places.sort_unstable();
    places.dedup();
    let same = same_places(&places);
    let number = |place: &Place| {
        let at = places.binary_search(place).ok()?;
        same.get(at).copied()
    };
    let mut neighbours: Vec<Vec<usize>> = vec![Vec::new(); places.len()];
    for [a, b] in &links {
        if let Some((a, b)) = number(a).zip(number(b)) {
            for (one, two) in [(a, b), (b, a)] {
                if let Some(list) = neighbours.get_mut(one) {
                    list.push(two);
                }
            }
        }
    }
    stars(neighbours)
        .into_iter()
        .filter_map(|star| {
            let places: Vec<&Place> = star.iter().filter_map(|at| places.get(*at)).collect();
            passage(corpus, all, &places)
        })
        .collect()
}

/// For each place the first one that is the same: both ends nearly agree.
fn same_places(places: &[Place]) -> Vec<usize> {
    let mut first: Vec<usize> = Vec::with_capacity(places.len());
    for (at, place) in places.iter().enumerate() {
        let same = places
            .iter()
            .enumerate()
            .take(at)
            .rev()
            .take_while(|(_, other)| {
                other.article == place.article && other.start + END_TOLERANCE >= place.start
            })
            .filter(|(_, other)| other.end.abs_diff(place.end) <= END_TOLERANCE)
            .last();
        let number = same.and_then(|(other, _)| first.get(other).copied());
        first.push(number.unwrap_or(at));
    }
    first
}

/// Each place with all that are linked to it, the one with most links first, until every link is in a set: likeness is
/// not handed on, so a chain of links is no passage.
fn stars(mut neighbours: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    let mut order: Vec<usize> = (0..neighbours.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(neighbours.get(*at).map_or(0, Vec::len)));
    for at in order {
        let mut star = neighbours.get(at).cloned().unwrap_or_default();
        if star.is_empty() {
            continue;
        }
        star.push(at);
        star.sort_unstable();
        star.dedup();
        for member in &star {
            if let Some(list) = neighbours.get_mut(*member) {
                list.retain(|other| star.binary_search(other).is_err());
            }
        }
        found.push(star);
    }
    found
}

fn passage(corpus: &Corpus, all: &Sentences, places: &[&Place]) -> Option<Passage> {
    let mut merged: Vec<Place> = Vec::new();
    for place in places {
        match merged.last_mut() {
            Some(last) if last.article == place.article && place.start < last.end => {
                last.end = last.end.max(place.end);
            }
            _ => merged.push((*place).clone()),
        }
    }
    let kind = kind(corpus, &merged)?;
    let mut wordings: Vec<&[u32]> = Vec::new();
    let mut wording = |place: &Place| {
        let words = ids(corpus, place);
        let known = wordings.iter().position(|known| *known == words);
        known.unwrap_or_else(|| {
            wordings.push(words);
            wordings.len() - 1
        })
    };
    let witnesses: Vec<Witness> = (0..merged.len())
        .filter_map(|at| {
            let wording = wording(merged.get(at)?);
            let witness = witness(corpus, all, &merged, at, kind)?;
            Some(Witness { wording, ..witness })
        })
        .collect();
    let several = witnesses.windows(2).any(|two| match two {
        [one, two] => one.article != two.article,
        _ => false,
    });
    several.then_some(Passage { kind, witnesses })
}

fn ids<'c>(corpus: &'c Corpus, place: &Place) -> &'c [u32] {
    corpus.ids(place.article, &(place.start..place.end))
}

/// How the places agree with the first of them.
fn kind(corpus: &Corpus, places: &[Place]) -> Option<Kind> {
    let (first, others) = places.split_first()?;
    let first = ids(corpus, first);
    let kinds = others.iter().map(|other| {
        let other = ids(corpus, other);
        if other == first {
            Kind::Verbatim
        } else if equal_words(first, other).len() * 2 >= first.len().max(other.len()) {
            Kind::Near
        } else {
            Kind::Reworded
        }
    });
    kinds.max()
}

fn witness(
    corpus: &Corpus,
    all: &Sentences,
    places: &[Place],
    at: usize,
    kind: Kind,
) -> Option<Witness> {
    let place = places.get(at)?;
    let spans = corpus.spans(place.article).get(place.start..place.end)?;
    let carriers = if kind == Kind::Reworded {
        let said: FxHashSet<u32> = places
            .iter()
            .filter(|other| other.article != place.article)
            .flat_map(|other| ids(corpus, other))
            .filter_map(|id| all.terms.of(*id))
            .collect();
        let carries = |id: &u32| {
            all.terms
                .of(*id)
                .is_some_and(|term| said.contains(&term) && all.terms.has_content(term))
        };
        let words = ids(corpus, place).iter().zip(spans);
        words
            .filter(|(id, _)| carries(id))
            .map(|(_, span)| *span)
            .collect()
    } else {
        Vec::new()
    };
    Some(Witness {
        article: place.article,
        span: spans.first()?.hull(*spans.last()?),
        words: place.start..place.end,
        wording: 0,
        carriers,
    })
}

/// What part of the places of a passage shared wording must make up to stay beside it, in percent.
const STAYS: usize = 50;

/// Whether wording that lies inside an added passage stays beside it: what two articles have in the same words is not
/// hidden by a third that tells it in others.
fn stays_beside(known: &Passage, added: &Passage) -> bool {
    let others = added.witnesses.iter();
    let mut others = others.filter(|other| known.in_article(other.article).is_none());
    let makes_up = |witness: &Witness| {
        let mut around = added.witnesses.iter();
        let around = around.find(|around| {
            let (inner, outer) = (&witness.words, &around.words);
            around.article == witness.article
                && outer.start <= inner.start
                && inner.end <= outer.end
        });
        around.is_some_and(|around| witness.words.len() * 100 >= around.words.len() * STAYS)
    };
    added.kind == Kind::Reworded && others.next().is_some() && known.witnesses.iter().all(makes_up)
}

/// Puts `added` to `known`. What is known goes where it lies wholly inside an added passage, unless it [`stays_beside`]
/// that; what is added goes where it lies inside what stays. All stand in the order of first witnesses.
pub fn merge(known: Vec<Passage>, added: Vec<Passage>) -> Vec<Passage> {
    if added.is_empty() {
        return known;
    }
    let around = Around::new(&added);
    let is_replaced = |known: &Passage| {
        let mut others = around.first_place_of(known);
        others.any(|(_, added)| added.holds(known) && !stays_beside(known, added))
    };
    let known: Vec<Passage> = known.into_iter().filter(|it| !is_replaced(it)).collect();
    let around_known = Around::new(&known);
    let is_new = |(number, it): &(usize, &Passage)| {
        let is_known = around_known
            .first_place_of(it)
            .any(|(_, known)| known.holds(it));
        // Of two that hold each other the first stays.
        let is_held = around.first_place_of(it).any(|(other, outer)| {
            other != *number && outer.holds(it) && (other < *number || !it.holds(outer))
        });
        !is_known && !is_held
    };
    let new = added.iter().enumerate().filter(is_new);
    let mut all: Vec<Passage> = new.map(|(_, passage)| passage.clone()).collect();
    all.splice(0..0, known);
    all.sort_by_key(Passage::first_place);
    all
}

/// Passages by the articles in which they stand.
struct Around<'p> {
    passages: &'p [Passage],
    in_article: Grouped<usize>,
}

impl<'p> Around<'p> {
    fn new(passages: &'p [Passage]) -> Self {
        let witnesses = passages.iter().flat_map(|passage| &passage.witnesses);
        let last = witnesses.map(|witness| witness.article).max();
        Self {
            passages,
            in_article: by_article(passages, last.map_or(0, |last| last + 1)),
        }
    }

    /// The passages in the article in which this one stands first, with their numbers.
    fn first_place_of(&self, inner: &Passage) -> impl Iterator<Item = (usize, &'p Passage)> {
        let numbers = self.in_article.get(inner.first_place().0).iter();
        numbers.filter_map(|number| Some((*number, self.passages.get(*number)?)))
    }
}
