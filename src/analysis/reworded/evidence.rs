//! What was found before, pair by pair: pieces of verbatim and near wording, as evidence for what stands around them.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::seeds::Seed;
use super::sentence::{Sentence, Text};
use crate::analysis::{Kind, Passage};

/// A passage in more places is looked at no further: its pairs grow with the square of them.
const PLACES: usize = 64;

/// What a piece counts as a seed; the words of its sentences are not asked.
const SCORE: f64 = 0.9;

/// Two places of one passage, in two texts.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Its words in the first text.
    pub a: Range<usize>,
    /// Its words in the second.
    pub b: Range<usize>,
    /// Whether both are the same word for word.
    pub verbatim: bool,
}

/// A passage as the texts of a meeting have it.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Wording {
    /// Whether it is the same everywhere, word for word.
    verbatim: bool,
    /// Its places: the text, and the words there.
    places: Vec<(usize, Range<usize>)>,
}

impl Wording {
    /// A passage where it stands in these articles, which are in order.
    pub fn of(passage: &Passage, articles: &[usize]) -> Self {
        let witnesses = passage.witnesses.iter();
        let places = witnesses.filter_map(|witness| {
            let text = articles.binary_search(&witness.article).ok()?;
            Some((text, witness.words.clone()))
        });
        Self {
            verbatim: passage.kind == Kind::Verbatim,
            places: places.collect(),
        }
    }

    /// Whether two of the texts have it, and not too many.
    pub fn is_shared(&self) -> bool {
        (2..=PLACES).contains(&self.places.len())
    }
}

/// The pieces of each pair of texts that has any.
pub fn by_pair(known: &[Wording]) -> FxHashMap<(usize, usize), Vec<Piece>> {
    let mut pieces: FxHashMap<(usize, usize), Vec<Piece>> = FxHashMap::default();
    for wording in known {
        for (a, in_a) in &wording.places {
            for (b, in_b) in wording.places.iter().filter(|(b, _)| a < b) {
                pieces.entry((*a, *b)).or_default().push(Piece {
                    a: in_a.clone(),
                    b: in_b.clone(),
                    verbatim: wording.verbatim,
                });
            }
        }
    }
    pieces
}

/// The pairs of sentences that the pieces run through, where words do not speak for them already.
pub fn seeds(pieces: &[Piece], a: &Text, b: &Text, own: &[Seed]) -> Vec<Seed> {
    let mut found: Vec<(usize, usize)> = pieces
        .iter()
        .flat_map(|piece| diagonal(piece, &a.sentences, &b.sentences))
        .collect();
    found.sort_unstable();
    found.dedup();
    let known = |pair: &(usize, usize)| own.iter().any(|seed| (seed.a, seed.b) == *pair);
    found.retain(|pair| !known(pair));
    let seed = |(a, b)| Seed {
        a,
        b,
        score: SCORE,
        own: false,
    };
    found.into_iter().map(seed).collect()
}

/// Each sentence that a piece touches, with the one at the same height in the other text.
fn diagonal(piece: &Piece, a: &[Sentence], b: &[Sentence]) -> Vec<(usize, usize)> {
    let (in_a, in_b) = (heights(&piece.a, a), heights(&piece.b, b));
    let nearest = |height: f64, others: &[(usize, f64)]| {
        others
            .iter()
            .min_by(|one, two| (one.1 - height).abs().total_cmp(&(two.1 - height).abs()))
            .map(|(place, _)| *place)
    };
    let from_a = in_a
        .iter()
        .filter_map(|(place, height)| Some((*place, nearest(*height, &in_b)?)));
    let from_b = in_b
        .iter()
        .filter_map(|(place, height)| Some((nearest(*height, &in_a)?, *place)));
    from_a.chain(from_b).collect()
}

/// The sentences that a stretch of words touches, and where in it their common middle lies, 0 to 1.
fn heights(words: &Range<usize>, sentences: &[Sentence]) -> Vec<(usize, f64)> {
    let first = sentences.partition_point(|sentence| sentence.words.end <= words.start);
    sentences
        .iter()
        .enumerate()
        .skip(first)
        .take_while(|(_, sentence)| sentence.words.start < words.end)
        .map(|(place, sentence)| {
            let start = sentence.words.start.max(words.start) - words.start;
            let end = sentence.words.end.min(words.end) - words.start;
            (place, (start + end) as f64 / 2.0 / words.len() as f64)
        })
        .collect()
}

/// Words that two stretches have in common.
pub fn overlap(one: &Range<usize>, two: &Range<usize>) -> usize {
    one.end
        .min(two.end)
        .saturating_sub(one.start.max(two.start))
}
