//! From matches of pairs to passages: cut at paragraphs, joined over articles.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::extend::{SAME_CONTENT, gain};
use super::{Kind, Match, Passage, Witness};
use crate::analysis::corpus::Corpus;
use crate::jobs::{parallel, shares};

/// How far the ends of two witnesses may lie apart to be one place: in words, and as a share of the length.
const END_TOLERANCE: usize = 2;
const END_SHARE: usize = 10;

/// Cuts a match wherever both articles begin a paragraph between the same two words.
pub(super) fn cut_at_paragraphs(corpus: &Corpus, found: Match) -> Vec<Match> {
    let breaks_a = breaks(corpus, found.a, &found.in_a);
    if breaks_a.is_empty() {
        return vec![found];
    }
    let breaks_b = breaks(corpus, found.b, &found.in_b);
    if breaks_b.is_empty() {
        return vec![found];
    }
    let equal = equal_words(corpus, &found);
    let mut pieces = Vec::new();
    let mut rest = equal.as_slice();
    for cut in breaks_a {
        let behind = rest.partition_point(|(a, _)| *a < cut);
        let (before, after) = rest.split_at(behind);
        let last = before.last().map(|(_, b)| *b);
        let next = after.first().map(|(_, b)| *b);
        let common = last
            .zip(next)
            .is_some_and(|(last, next)| breaks_b.iter().any(|cut| last < *cut && *cut <= next));
        if common {
            pieces.extend(piece(corpus, &found, before));
            rest = after;
        }
    }
    pieces.extend(piece(corpus, &found, rest));
    pieces
}

/// Words within `range` that begin a paragraph, but for the first of the range.
fn breaks(corpus: &Corpus, article: usize, range: &Range<usize>) -> Vec<usize> {
    let paragraph = |word: usize| corpus.paragraph(article, word);
    let (Some(first), Some(last), Some(body)) = (
        paragraph(range.start),
        paragraph(range.end.saturating_sub(1)),
        corpus.articles.get(article).map(|article| article.body()),
    ) else {
        return Vec::new();
    };
    // Most passages stand in one paragraph.
    let begun = body.paragraphs.get(first + 1..=last).unwrap_or_default();
    begun
        .iter()
        .map(|paragraph| {
            body.words
                .partition_point(|word| word.start < paragraph.start)
        })
        .collect()
}

/// The pairs of places at which the words of a match agree, in order.
fn equal_words(corpus: &Corpus, found: &Match) -> Vec<(usize, usize)> {
    let side = |article: usize, range: &Range<usize>| {
        corpus
            .words
            .get(article)
            .and_then(|words| words.ids.get(range.clone()))
            .unwrap_or_default()
    };
    let (a, b) = (side(found.a, &found.in_a), side(found.b, &found.in_b));
    if a == b {
        return found.in_a.clone().zip(found.in_b.clone()).collect();
    }
    let mut equal = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, a, b) {
        if let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = op
        {
            equal.extend((0..len).map(|offset| {
                (
                    found.in_a.start + old_index + offset,
                    found.in_b.start + new_index + offset,
                )
            }));
        }
    }
    equal
}

fn piece(corpus: &Corpus, found: &Match, equal: &[(usize, usize)]) -> Option<Match> {
    let (first, last) = (equal.first()?, equal.last()?);
    let gains = equal
        .iter()
        .map(|(a, b)| gain(corpus.class(found.a, *a), corpus.class(found.b, *b)));
    Some(Match {
        in_a: first.0..last.0 + 1,
        in_b: first.1..last.1 + 1,
        same: equal.len(),
        plain: gains.clone().filter(|gain| *gain == SAME_CONTENT).count(),
        weight: gains.sum::<i32>() as u32,
        ..*found
    })
}

/// A place in an article that a match speaks of.
#[derive(Clone, Debug)]
struct Place {
    article: usize,
    words: Range<usize>,
}

/// Joins matches that speak of the same places to passages.
pub(super) fn join(corpus: &Corpus, matches: &[Match]) -> Vec<Passage> {
    let places: Vec<Place> = matches
        .iter()
        .flat_map(|found| {
            [
                Place {
                    article: found.a,
                    words: found.in_a.clone(),
                },
                Place {
                    article: found.b,
                    words: found.in_b.clone(),
                },
            ]
        })
        .collect();
    let mut sets = Sets::new(places.len());
    for index in (0..places.len()).step_by(2) {
        sets.unite(index, index + 1);
    }
    unite_same_places(&places, &mut sets);
    let groups = sets.groups();
    let passages = parallel(&shares(&groups, 64), |groups| -> Vec<Passage> {
        groups
            .iter()
            .flat_map(|group| agreeing(corpus, &merged(&places, group)))
            .map(|places| passage(corpus, places))
            .collect()
    });
    let mut passages = passages.concat();
    passages.sort_by_key(Passage::first_place);
    without_nested(passages)
}

/// Two places of one article are the same if both their ends nearly agree.
fn unite_same_places(places: &[Place], sets: &mut Sets) {
    let mut order: Vec<(usize, usize, usize, usize)> = places
        .iter()
        .enumerate()
        .map(|(index, place)| (place.article, place.words.start, place.words.end, index))
        .collect();
    order.sort_unstable();
    for (at, (.., one)) in order.iter().enumerate() {
        for (.., two) in order.iter().skip(at + 1) {
            let (Some(first), Some(second)) = (places.get(*one), places.get(*two)) else {
                continue;
            };
            let tolerance =
                END_TOLERANCE.max(first.words.len().min(second.words.len()) / END_SHARE);
            if first.article != second.article || second.words.start > first.words.start + tolerance
            {
                break;
            }
            if first.words.end.abs_diff(second.words.end) <= tolerance {
                sets.unite(*one, *two);
            }
        }
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

/// Splits places that hang together by chains of matches into sets that agree with their first member: likeness is
/// not handed on for ever ("today in the journal", "in the journal of", "the journal of science").
fn agreeing(corpus: &Corpus, places: &[Place]) -> Vec<Vec<Place>> {
    let mut open: Vec<usize> = (0..places.len()).collect();
    let mut sets = Vec::new();
    while let Some(first) = open.first().copied() {
        let text = |index: usize| {
            places
                .get(index)
                .map(|place| ids(corpus, place))
                .unwrap_or_default()
        };
        let set: Vec<usize> = (0..places.len())
            .filter(|other| *other == first || agree(text(first), text(*other)))
            .collect();
        open.retain(|index| *index != first && !set.contains(index));
        let article = |index: &usize| places.get(*index).map(|place| place.article);
        if set.iter().any(|other| article(other) != article(&first)) {
            sets.push(
                set.into_iter()
                    .filter_map(|index| places.get(index).cloned())
                    .collect(),
            );
        }
    }
    sets
}

/// Whether at least half of the longer text's words stand in the other too.
fn agree(one: &[u32], two: &[u32]) -> bool {
    if one == two {
        return true;
    }
    let mut rest = two.to_vec();
    rest.sort_unstable();
    let mut words = one.to_vec();
    words.sort_unstable();
    let mut rest = rest.into_iter().peekable();
    let mut equal = 0;
    for word in words {
        while rest.next_if(|other| *other < word).is_some() {}
        equal += usize::from(rest.next_if_eq(&word).is_some());
    }
    equal * 2 >= one.len().max(two.len())
}

fn passage(corpus: &Corpus, places: Vec<Place>) -> Passage {
    let mut texts = places.iter().map(|place| ids(corpus, place));
    let first = texts.next().unwrap_or_default();
    let kind = if texts.all(|text| text == first) {
        Kind::Verbatim
    } else {
        Kind::Near
    };
    Passage {
        kind,
        witnesses: places
            .into_iter()
            .filter_map(|place| witness(corpus, place))
            .collect(),
    }
}

fn ids<'c>(corpus: &'c Corpus, place: &Place) -> &'c [u32] {
    corpus
        .words
        .get(place.article)
        .and_then(|words| words.ids.get(place.words.clone()))
        .unwrap_or_default()
}

fn witness(corpus: &Corpus, place: Place) -> Option<Witness> {
    let first = corpus.span(place.article, place.words.start)?;
    let last = corpus.span(place.article, place.words.end.checked_sub(1)?)?;
    Some(Witness {
        article: place.article,
        span: first.hull(last),
        words: place.words,
        carriers: Vec::new(),
    })
}

/// Drops a passage each of whose witnesses lies inside a witness of one other passage.
fn without_nested(passages: Vec<Passage>) -> Vec<Passage> {
    let mut by_article: Vec<Vec<(Range<usize>, usize)>> = Vec::new();
    for (number, passage) in passages.iter().enumerate() {
        for witness in &passage.witnesses {
            if by_article.len() <= witness.article {
                by_article.resize(witness.article + 1, Vec::new());
            }
            if let Some(list) = by_article.get_mut(witness.article) {
                list.push((witness.words.clone(), number));
            }
        }
    }
    let holds = |outer: &Passage, inner: &Passage| {
        inner.witnesses.iter().all(|small| {
            outer.witnesses.iter().any(|large| {
                large.article == small.article
                    && large.words.start <= small.words.start
                    && small.words.end <= large.words.end
            })
        })
    };
    let nested: Vec<bool> = passages
        .iter()
        .enumerate()
        .map(|(number, inner)| {
            let Some(first) = inner.witnesses.first() else {
                return true;
            };
            by_article
                .get(first.article)
                .into_iter()
                .flatten()
                .filter(|(words, other)| {
                    *other != number
                        && words.start <= first.words.start
                        && first.words.end <= words.end
                })
                .filter_map(|(_, other)| Some((*other, passages.get(*other)?)))
                // Of two that hold each other the first stays.
                .any(|(other, outer)| {
                    holds(outer, inner) && (!holds(inner, outer) || other < number)
                })
        })
        .collect();
    passages
        .into_iter()
        .zip(nested)
        .filter_map(|(passage, nested)| (!nested).then_some(passage))
        .collect()
}

/// Disjoint sets of numbers (union-find with path halving).
struct Sets {
    parent: Vec<usize>,
}

impl Sets {
    fn new(size: usize) -> Self {
        Self {
            parent: (0..size).collect(),
        }
    }

    fn root(&mut self, mut at: usize) -> usize {
        while let Some(parent) = self.parent.get(at).copied().filter(|parent| *parent != at) {
            let above = self.parent.get(parent).copied().unwrap_or(parent);
            if let Some(slot) = self.parent.get_mut(at) {
                *slot = above;
            }
            at = above;
        }
        at
    }

    fn unite(&mut self, one: usize, two: usize) {
        let (one, two) = (self.root(one), self.root(two));
        if let Some(slot) = self.parent.get_mut(one.max(two)) {
            *slot = one.min(two);
        }
    }

    /// The sets, each with its members ascending, in the order of their first members.
    fn groups(&mut self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = vec![Vec::new(); self.parent.len()];
        for index in 0..self.parent.len() {
            let root = self.root(index);
            if let Some(group) = groups.get_mut(root) {
                group.push(index);
            }
        }
        groups.retain(|group| !group.is_empty());
        groups
    }
}
