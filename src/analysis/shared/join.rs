//! From matches of pairs to passages, joined over articles.
//!
//! Matches hang together where they speak of the same place of an article. What hangs together is joined by itself
//! ([`groups`]), so of a set that changes only the groups have to be joined anew that a change touches
//! ([`joins`](super::joins)).

use std::cmp::Ordering;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{Kind, Match, Passage, Witness};
use crate::analysis::corpus::Corpus;
use crate::analysis::grouped::Grouped;
use crate::analysis::sets::Sets;
use crate::jobs::{parallel, shares};

/// How far the ends of two witnesses may lie apart to be one place: in words, and as a share of the length.
const END_TOLERANCE: usize = 2;
const END_SHARE: usize = 10;

/// So few groups, articles or passages are looked at on one processor: waking another takes longer.
const FEW: usize = 256;

/// Matches that hang together.
pub(super) struct Group {
    /// Their numbers, ascending.
    pub matches: Vec<usize>,
    /// What they are as passages.
    pub passages: Vec<Passage>,
}

/// A place in an article that a match speaks of.
#[derive(Clone, Debug)]
struct Place {
    article: usize,
    words: Range<usize>,
}

/// All passages that these matches are, in their order.
pub(super) fn join(corpus: &Corpus, matches: &[Match]) -> Vec<Passage> {
    let groups = groups(corpus, matches).into_iter();
    in_order(groups.flat_map(|group| group.passages).collect())
}

/// The matches, as they hang together.
pub(super) fn groups(corpus: &Corpus, matches: &[Match]) -> Vec<Group> {
    let mut places = Vec::with_capacity(matches.len() * 2);
    for found in matches {
        let sides = [(found.a, &found.in_a), (found.b, &found.in_b)];
        places.extend(sides.map(|(article, words)| Place {
            article,
            words: words.clone(),
        }));
    }
    let mut sets = Sets::new(places.len());
    for index in (0..places.len()).step_by(2) {
        sets.unite(index, index + 1);
    }
    for (one, two) in same_places(&places, corpus.words.len()) {
        sets.unite(one, two);
    }
    let sets = sets.groups();
    let groups = parallel(&shares(&sets, FEW), |sets| -> Vec<Group> {
        let groups = sets.iter().map(|set| group(corpus, matches, &places, set));
        groups.collect()
    });
    groups.into_iter().flatten().collect()
}

/// The group of these places, among which are both places of each of its matches.
fn group(corpus: &Corpus, matches: &[Match], places: &[Place], set: &[usize]) -> Group {
    let numbers: Vec<usize> = set.iter().step_by(2).map(|place| place / 2).collect();
    let places = worded(corpus, merged(places, set));
    let is_one_wording = places.iter().all(|place| place.wording == 0);
    // The two places of one match are known to agree.
    let is_one_match = matches!(numbers.as_slice(),
        [number] if matches.get(*number).is_some_and(Match::is_dense));
    let sets = if is_one_wording || is_one_match {
        vec![places]
    } else {
        agreeing(&places)
    };
    let passages = sets.iter().map(|places| passage(corpus, places));
    Group {
        matches: numbers,
        passages: passages.collect(),
    }
}

/// The pairs of places in one of so many articles that are the same.
fn same_places(places: &[Place], articles: usize) -> Vec<(usize, usize)> {
    let numbers = places.iter().enumerate();
    let by_article = Grouped::new(articles, numbers.map(|(number, it)| (it.article, number)));
    let lists: Vec<&[usize]> = by_article.iter().filter(|list| list.len() > 1).collect();
    let pairs = parallel(&shares(&lists, FEW), |lists| -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        for list in *lists {
            same_in_article(places, list, &mut pairs);
        }
        pairs
    });
    pairs.into_iter().flatten().collect()
}

/// How far the ends of a place of so many words may lie from those of another, in words.
fn tolerance(words: usize) -> usize {
    END_TOLERANCE.max(words / END_SHARE)
}

/// Whether two stretches of words of one article are one place: their ends nearly agree.
pub(super) fn is_same(one: &Range<usize>, other: &Range<usize>) -> bool {
    let tolerance = tolerance(one.len().min(other.len()));
    one.start.abs_diff(other.start) <= tolerance && one.end.abs_diff(other.end) <= tolerance
}

/// The same among these places of one article. Equal ones are each paired with the first of them only.
fn same_in_article(places: &[Place], list: &[usize], pairs: &mut Vec<(usize, usize)>) {
    let there = list
        .iter()
        .filter_map(|number| Some((&places.get(*number)?.words, *number)));
    let mut there: Vec<(&Range<usize>, usize)> = there.collect();
    there.sort_unstable_by_key(|(words, number)| (words.start, words.end, *number));
    there.dedup_by(|(words, number), (first_words, first)| {
        let is_equal = words == first_words;
        if is_equal {
            pairs.push((*first, *number));
        }
        is_equal
    });
    let mut rest = there.as_slice();
    while let Some(((words, one), behind)) = rest.split_first() {
        let near = words.start + tolerance(words.len());
        let behind_near = behind.iter().take_while(|(other, _)| other.start <= near);
        let same = behind_near.filter(|(other, _)| is_same(words, other));
        pairs.extend(same.map(|(_, two)| (*one, *two)));
        rest = behind;
    }
}

/// One place for all places of an article that overlap.
fn merged(places: &[Place], group: &[usize]) -> Vec<Place> {
    let mut members: Vec<&Place> = group
        .iter()
        .filter_map(|index| places.get(*index))
        .collect();
    members.sort_by_key(|place| (place.article, place.words.start, place.words.end));
    let mut merged: Vec<Place> = Vec::new();
    for place in members {
        match merged.last_mut() {
            Some(last) if last.article == place.article && place.words.start < last.words.end => {
                last.words.end = last.words.end.max(place.words.end);
            }
            _ => merged.push(place.clone()),
        }
    }
    merged
}

/// A place with its words, and the number of that wording among those of its group.
#[derive(Clone)]
struct Worded<'c> {
    place: Place,
    words: &'c [u32],
    wording: usize,
}

fn worded(corpus: &Corpus, places: Vec<Place>) -> Vec<Worded<'_>> {
    let mut wordings: FxHashMap<&[u32], usize> = FxHashMap::default();
    let worded = places.into_iter().map(|place| {
        let words = corpus.ids(place.article, &place.words);
        let next = wordings.len();
        Worded {
            place,
            words,
            wording: *wordings.entry(words).or_insert(next),
        }
    });
    worded.collect()
}

/// Splits places that hang together by chains of matches into sets that agree with their first member: likeness is
/// not handed on for ever ("today in the journal", "in the journal of", "the journal of science").
fn agreeing<'c>(places: &[Worded<'c>]) -> Vec<Vec<Worded<'c>>> {
    let mut bags: Vec<Vec<u32>> = Vec::new();
    for place in places {
        if place.wording == bags.len() {
            bags.push(bag(place.words));
        }
    }
    let mut open: Vec<usize> = (0..places.len()).collect();
    let mut sets = Vec::new();
    while let Some(first) = open.first().and_then(|at| places.get(*at)) {
        let bag_of_first = bags.get(first.wording).map_or(&[][..], Vec::as_slice);
        let agreed: Vec<bool> = (bags.iter().enumerate())
            .map(|(wording, bag)| wording == first.wording || agree(bag_of_first, bag))
            .collect();
        let agrees = |place: &Worded<'_>| agreed.get(place.wording) == Some(&true);
        open.retain(|at| !places.get(*at).is_some_and(agrees));
        let set: Vec<Worded<'_>> = places.iter().filter(|it| agrees(it)).cloned().collect();
        let mut articles = set.iter().map(|worded| worded.place.article);
        let article = articles.next();
        if articles.any(|other| Some(other) != article) {
            sets.push(set);
        }
    }
    sets
}

/// The words, sorted.
fn bag(words: &[u32]) -> Vec<u32> {
    let mut bag = words.to_vec();
    bag.sort_unstable();
    bag
}

/// Whether at least half of the longer bag's words are in the other too.
fn agree(one: &[u32], two: &[u32]) -> bool {
    let mut rest = two.iter().peekable();
    let mut equal = 0;
    for word in one {
        while rest.next_if(|other| *other < word).is_some() {}
        equal += usize::from(rest.next_if_eq(&word).is_some());
    }
    equal * 2 >= one.len().max(two.len())
}

fn passage(corpus: &Corpus, places: &[Worded<'_>]) -> Passage {
    let mut wordings: Vec<usize> = Vec::new();
    let witnesses = places.iter().filter_map(|worded| {
        let known = wordings.iter().position(|known| *known == worded.wording);
        let wording = known.unwrap_or_else(|| {
            wordings.push(worded.wording);
            wordings.len() - 1
        });
        witness(corpus, &worded.place, wording)
    });
    let witnesses = witnesses.collect();
    Passage {
        kind: if wordings.len() > 1 {
            Kind::Near
        } else {
            Kind::Verbatim
        },
        witnesses,
    }
}

fn witness(corpus: &Corpus, place: &Place, wording: usize) -> Option<Witness> {
    let first = corpus.span(place.article, place.words.start)?;
    let last = corpus.span(place.article, place.words.end.checked_sub(1)?)?;
    Some(Witness {
        article: place.article,
        span: first.hull(last),
        words: place.words.clone(),
        wording,
        carriers: Vec::new(),
    })
}

/// Passages in the order of their places, without those that lie inside another one.
pub(super) fn in_order(mut passages: Vec<Passage>) -> Vec<Passage> {
    passages.sort_by(order);
    let places = passages.iter().enumerate().flat_map(|(number, passage)| {
        let witnesses = passage.witnesses.iter();
        witnesses.map(move |it| (it.article, (it.words.start, it.words.end, number)))
    });
    let last = places.clone().map(|(article, _)| article).max();
    let by_article = Grouped::new(last.map_or(0, |last| last + 1), places);
    let is_nested = |inner: &Passage| {
        let (article, start, end) = inner.first_place();
        let around = by_article.get(article).iter();
        let around = around.filter(|(from, to, _)| *from <= start && end <= *to);
        is_nested(
            inner,
            around.filter_map(|(_, _, number)| passages.get(*number)),
        )
    };
    let nested = parallel(&shares(&passages, FEW), |passages| -> Vec<bool> {
        passages.iter().map(is_nested).collect()
    });
    let mut nested = nested.into_iter().flatten();
    passages.retain(|_| nested.next() == Some(false));
    passages
}

/// Passages by the places of their witnesses. Two that are equal so are one.
fn order(one: &Passage, other: &Passage) -> Ordering {
    let places = |passage: &Passage| {
        let witnesses = passage.witnesses.iter();
        let places: Vec<_> = witnesses
            .map(|witness| (witness.article, witness.words.start, witness.words.end))
            .collect();
        places
    };
    let firsts = one.first_place().cmp(&other.first_place());
    firsts.then_with(|| places(one).cmp(&places(other)))
}

/// Whether each witness of a passage lies inside a witness of one of `others`. Of two that hold each other the first
/// stays.
fn is_nested<'p>(inner: &Passage, mut others: impl Iterator<Item = &'p Passage>) -> bool {
    others.any(|outer| outer.holds(inner) && (!inner.holds(outer) || order(outer, inner).is_lt()))
}
