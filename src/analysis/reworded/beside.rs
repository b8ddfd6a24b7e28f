//! Statements that stand beside shared wording in both articles: who takes a sentence over often tells the next one in
//! other words. There less likeness is enough than elsewhere, because chance seldom puts two like sentences at one place.

use std::ops::Range;

use super::clusters::{Pair, paragraph};
use super::evidence::overlap;
use super::runs::Run;
use super::seeds::{PLAIN, figures_differ};
use super::sentence::{Sentence, Text};

/// How many sentences before and behind shared wording are looked at.
const NEAR: usize = 3;

/// Least cosine of the weighted terms of two of them.
const COSINE: f64 = 0.25;

/// Fewest terms with content that both have.
const SHARED: usize = 3;

/// Shortest of them, in words, and at most how often as long as one the other is.
const SHORTEST: usize = 6;
const LOPSIDED: usize = 3;

/// What part of a sentence shared wording or a run takes for the sentence to be part of that: one in so many words.
const TAKEN: usize = 3;

/// The pairs of sentences in paragraphs beside the pieces of a pair of texts, where no run of `runs` has them already.
/// (What stands in the paragraph of a piece is the runs' to take in.) Each sentence stands in one of them at most, the
/// likest first.
pub fn find(pair: &Pair, runs: &[Run]) -> Vec<Run> {
    let mut found: Vec<(f64, usize, usize)> = places(pair, runs)
        .into_iter()
        .filter_map(|(a, b)| {
            let (one, two) = (pair.a.sentences.get(a)?, pair.b.sentences.get(b)?);
            Some((likeness(pair, one, two)?, a, b))
        })
        .collect();
    found.sort_by(|one, two| two.0.total_cmp(&one.0));
    let mut kept: Vec<(usize, usize)> = Vec::new();
    for (_, a, b) in found {
        if !kept.iter().any(|(in_a, in_b)| *in_a == a || *in_b == b) {
            kept.push((a, b));
        }
    }
    kept.sort_unstable();
    let words = |text: &Text, at: usize| Some(text.sentences.get(at)?.words.clone());
    let runs = kept.into_iter().filter_map(|(a, b)| {
        let (a, b) = (words(pair.a, a)?, words(pair.b, b)?);
        Some(Run { a, b })
    });
    runs.collect()
}

/// The places of two sentences that stand before or behind one piece in both texts, each once.
fn places(pair: &Pair, runs: &[Run]) -> Vec<(usize, usize)> {
    let in_a = pair.pieces.iter().map(|piece| &piece.a);
    let in_b = pair.pieces.iter().map(|piece| &piece.b);
    let free_a = free(pair.a, in_a.chain(runs.iter().map(|run| &run.a)));
    let free_b = free(pair.b, in_b.chain(runs.iter().map(|run| &run.b)));
    let mut places: Vec<(usize, usize)> = Vec::new();
    for piece in pair.pieces {
        let ends = [touched(pair.a, &piece.a), touched(pair.b, &piece.b)];
        let before = ends
            .clone()
            .map(|end| end.start.saturating_sub(NEAR)..end.start);
        let behind = ends.clone().map(|end| end.end..end.end + NEAR);
        let firsts = ends.clone().map(|end| end.start);
        let lasts = ends.map(|end| end.end.saturating_sub(1));
        for ([near_a, near_b], [end_a, end_b]) in [(before, firsts), (behind, lasts)] {
            let pairs = near_a.flat_map(|a| near_b.clone().map(move |b| (a, b)));
            places.extend(pairs.filter(|(a, b)| {
                let are_free = free_a.get(*a) == Some(&true) && free_b.get(*b) == Some(&true);
                let parted = |text: &Text, one: usize, other: usize| {
                    paragraph(text, one) != paragraph(text, other)
                };
                are_free && (parted(pair.a, *a, end_a) || parted(pair.b, *b, end_b))
            }));
        }
    }
    places.sort_unstable();
    places.dedup();
    places
}

/// For each sentence of a text whether none of these stretches takes a good part of it.
fn free<'r>(text: &Text, stretches: impl Iterator<Item = &'r Range<usize>>) -> Vec<bool> {
    let stretches: Vec<&Range<usize>> = stretches.collect();
    let takes = |it: &Sentence| {
        let mut stretches = stretches.iter();
        stretches.any(|stretch| overlap(stretch, &it.words) * TAKEN >= it.words.len())
    };
    text.sentences.iter().map(|it| !takes(it)).collect()
}

/// The sentences that a stretch of words touches.
fn touched(text: &Text, words: &Range<usize>) -> Range<usize> {
    let sentences = &text.sentences;
    let first = sentences.partition_point(|it| it.words.end <= words.start);
    first..sentences.partition_point(|it| it.words.start < words.end)
}

/// How alike two sentences are, if they are alike enough to say the same where they stand.
fn likeness(pair: &Pair, one: &Sentence, two: &Sentence) -> Option<f64> {
    let (short, long) = (
        one.words.len().min(two.words.len()),
        one.words.len().max(two.words.len()),
    );
    if short < SHORTEST || long > LOPSIDED * short || figures_differ(pair.all, one, two) {
        return None;
    }
    let [one, two] = [one, two].map(std::slice::from_ref);
    let shared = pair.all.shared(one, two);
    let is_plain = |term: &&u32| pair.all.terms.class(**term).is_plain();
    if shared.len() < SHARED || shared.iter().filter(is_plain).count() < PLAIN {
        return None;
    }
    Some(pair.all.cosine(one, two)).filter(|cosine| *cosine >= COSINE)
}
