//! From matches of pairs to passages: cut at paragraphs, joined over articles.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::extend::{SAME_CONTENT, gain};
use super::{Kind, Match, Passage, Witness};
use crate::analysis::corpus::Corpus;
use crate::analysis::sets::Sets;
use crate::jobs::{parallel, shares};

/// How far the ends of two witnesses may lie apart to be one place: in words, and as a share of the length.
const END_TOLERANCE: usize = 2;
const END_SHARE: usize = 10;

/// Cuts a match wherever both articles begin a paragraph at the same place.
pub(super) fn cut_at_paragraphs(corpus: &Corpus, found: Match) -> Vec<Match> {
    let breaks_a = breaks(corpus, found.a, &found.in_a);
    if breaks_a.is_empty() {
        return vec![found];
    }
    let breaks_b = breaks(corpus, found.b, &found.in_b);
    let mut cuts = common_breaks(corpus, &found, &breaks_a, &breaks_b);
    if cuts.is_empty() {
        return vec![found];
    }
    cuts.push((found.in_a.end, found.in_b.end));
    let (mut a, mut b) = (found.in_a.start, found.in_b.start);
    let pieces = cuts.into_iter().filter_map(|cut| {
        let (in_a, in_b) = (a..cut.0, b..cut.1);
        (a, b) = cut;
        piece(corpus, &found, in_a, in_b)
    });
    pieces.collect()
}

/// The breaks that are one place: the words on both sides of it agree, or two on one side. In the order of both.
fn common_breaks(
    corpus: &Corpus,
    found: &Match,
    breaks_a: &[usize],
    breaks_b: &[usize],
) -> Vec<(usize, usize)> {
    let (words_a, words_b) = (
        ids(corpus, found.a, &found.in_a),
        ids(corpus, found.b, &found.in_b),
    );
    let agree = |a: usize, b: usize| {
        let (before_a, behind_a) = words_a.split_at(a - found.in_a.start);
        let (before_b, behind_b) = words_b.split_at(b - found.in_b.start);
        let before = before_a.iter().rev().zip(before_b.iter().rev());
        let behind = behind_a.iter().zip(behind_b);
        let equal = |(one, two): &(&u32, &u32)| one == two;
        before.take(2).take_while(equal).count() + behind.take(2).take_while(equal).count() >= 2
    };
    let mut common = Vec::new();
    let mut rest = breaks_b;
    for a in breaks_a {
        if let Some(at) = rest.iter().position(|b| agree(*a, *b)) {
            let (before, behind) = rest.split_at(at + 1);
            common.extend(before.last().map(|b| (*a, *b)));
            rest = behind;
        }
    }
    common
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

/// What agrees in a part of a match, from the first equal word to the last.
fn piece(corpus: &Corpus, found: &Match, in_a: Range<usize>, in_b: Range<usize>) -> Option<Match> {
    let (words_a, words_b) = (ids(corpus, found.a, &in_a), ids(corpus, found.b, &in_b));
    let equal = equal_words(words_a, words_b);
    let equal: Vec<(usize, usize)> = equal
        .into_iter()
        .map(|(a, b)| (in_a.start + a, in_b.start + b))
        .collect();
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

/// The pairs of places at which words agree, in order.
fn equal_words(a: &[u32], b: &[u32]) -> Vec<(usize, usize)> {
    if a == b {
        return (0..a.len()).map(|at| (at, at)).collect();
    }
    let equal = capture_diff_slices(Algorithm::Myers, a, b)
        .into_iter()
        .filter_map(|op| match op {
            DiffOp::Equal {
                old_index,
                new_index,
                len,
            } => Some((old_index..old_index + len).zip(new_index..new_index + len)),
            _ => None,
        });
    equal.flatten().collect()
}

/// A place in an article that a match speaks of.
#[derive(Clone, Debug)]
struct Place {
    article: usize,
    words: Range<usize>,
}

/// Joins matches that speak of the same places to passages.
pub(super) fn join(corpus: &Corpus, matches: Vec<Match>) -> Vec<Passage> {
    let mut places = Vec::with_capacity(matches.len() * 2);
    for found in matches {
        let sides = [(found.a, found.in_a), (found.b, found.in_b)];
        places.extend(sides.map(|(article, words)| Place { article, words }));
    }
    let mut sets = Sets::new(places.len());
    for index in (0..places.len()).step_by(2) {
        sets.unite(index, index + 1);
    }
    for (one, two) in same_places(&places, corpus.words.len()) {
        sets.unite(one, two);
    }
    let groups = sets.groups();
    let passages = parallel(&shares(&groups, 64), |groups| -> Vec<Passage> {
        groups
            .iter()
            .flat_map(|group| agreeing(corpus, &merged(&places, group)))
            .map(|places| passage(corpus, places))
            .collect()
    });
    let mut passages: Vec<Passage> = passages.into_iter().flatten().collect();
    passages.sort_by_key(Passage::first_place);
    without_nested(passages)
}

/// The pairs of places in one of so many articles whose ends nearly agree.
fn same_places(places: &[Place], articles: usize) -> Vec<(usize, usize)> {
    let mut by_article: Vec<Vec<(usize, usize, usize)>> = vec![Vec::new(); articles];
    for (index, place) in places.iter().enumerate() {
        if let Some(list) = by_article.get_mut(place.article) {
            list.push((place.words.start, place.words.end, index));
        }
    }
    let pairs = parallel(&shares(&by_article, 64), |lists| -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        for list in *lists {
            same_in_article(list.clone(), &mut pairs);
        }
        pairs
    });
    pairs.into_iter().flatten().collect()
}

/// The same among the places of one article: where each begins and ends, and its number.
fn same_in_article(mut list: Vec<(usize, usize, usize)>, pairs: &mut Vec<(usize, usize)>) {
    list.sort_unstable();
    let mut rest = list.as_slice();
    while let Some(((start, end, one), behind)) = rest.split_first() {
        for (other_start, other_end, two) in behind {
            let shorter = (end - start).min(other_end - other_start);
            let tolerance = END_TOLERANCE.max(shorter / END_SHARE);
            if *other_start > start + tolerance {
                break;
            }
            if end.abs_diff(*other_end) <= tolerance {
                pairs.push((*one, *two));
            }
        }
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

/// Splits places that hang together by chains of matches into sets that agree with their first member: likeness is
/// not handed on for ever ("today in the journal", "in the journal of", "the journal of science").
fn agreeing(corpus: &Corpus, places: &[Place]) -> Vec<Vec<Place>> {
    let mut open: Vec<usize> = (0..places.len()).collect();
    let mut sets = Vec::new();
    while let Some(first) = open.first().copied() {
        let text = |index: usize| {
            places
                .get(index)
                .map(|place| ids(corpus, place.article, &place.words))
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
    let mut texts = places
        .iter()
        .map(|place| ids(corpus, place.article, &place.words));
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

/// The numbers of the words that stand there.
fn ids<'c>(corpus: &'c Corpus, article: usize, words: &Range<usize>) -> &'c [u32] {
    let ids = corpus.words.get(article).map(|words| words.ids.as_slice());
    ids.and_then(|ids| ids.get(words.clone()))
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
