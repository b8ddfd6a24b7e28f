//! From seeds to runs of sentences: what hangs together, and what holds as a whole.

use std::ops::Range;

use super::evidence::{Piece, overlap};
use super::seeds::Seed;
use super::sentence::{Sentence, Sentences, Text};
use crate::analysis::sets::Sets;

/// Most sentences between two seeds of one run, in either text; less where the run does not hold so.
const GAP: usize = 4;

/// Least cosine of the two sides of a run, gaps included.
const WHOLE: f64 = 0.34;

/// Most times that one side of a run may be as long as the other.
const LOPSIDED: usize = 3;

/// Least cosine of what stands between two seeds in both texts.
const BETWEEN: f64 = 0.1;

/// How much of a sentence a piece must cover for the sentence to be its own, in percent.
const WHOLLY: usize = 90;

/// How many pairs of sentences are few: those of two articles of usual length.
const FEW_PAIRS: f64 = 1024.0;

/// For a summary: how often the long side is as long as the short one, at least; what part of its article the long
/// side takes at least, and the short one at most, in percent; how much of all likeness of the two articles it holds,
/// in percent; and how much of the short side a single piece of shared wording may cover.
const SUMMED_UP: usize = 2;
const LONG_PART: usize = 25;
const SHORT_PART: usize = 50;
const MOST_OF_ALL: f64 = 80.0;
const ONE_PIECE: usize = 50;

/// Two stretches of sentences that say the same.
#[derive(Clone, Debug)]
pub struct Cluster {
    /// The sentences of the first text.
    pub a: Range<usize>,
    /// The sentences of the second.
    pub b: Range<usize>,
    /// How alike both sides are as a whole.
    pub score: f64,
    /// The seeds that hold it together.
    pub seeds: Vec<Seed>,
    /// Whether one side sums up the other.
    pub summary: bool,
}

/// Two texts and what is known of them.
pub struct Pair<'s> {
    /// All sentences of the meeting.
    pub all: &'s Sentences,
    /// The first text.
    pub a: &'s Text,
    /// The second.
    pub b: &'s Text,
    /// Wording that they share.
    pub pieces: &'s [Piece],
    /// Shortest shared wording, in words.
    pub min_words: usize,
}

impl Pair<'_> {
    /// How alike two stretches of sentences are, if both are there.
    pub fn likeness(&self, a: &Range<usize>, b: &Range<usize>) -> f64 {
        let (one, two) = (stretch(self.a, a), stretch(self.b, b));
        if one.is_empty() || two.is_empty() {
            return 0.0;
        }
        self.all.cosine(one, two)
    }

    /// How often the number of pairs of sentences doubles from [`FEW_PAIRS`] to that of these texts; less than nothing
    /// where they are fewer. Among more pairs more are alike by chance.
    pub fn doublings(&self) -> f64 {
        let compared = (self.a.sentences.len() * self.b.sentences.len()).max(1);
        (compared as f64 / FEW_PAIRS).log2()
    }

    /// The clusters of `seeds`, a summary or all that hang together.
    pub fn clusters(&self, seeds: &[Seed]) -> Vec<Cluster> {
        let summary = [false, true]
            .into_iter()
            .find_map(|turned| self.summary(seeds, turned));
        match summary {
            Some(summary) => vec![summary],
            None => self.holding(seeds, GAP),
        }
    }

    /// The clusters of `seeds` that hold as a whole, with the widest gaps with which they do.
    fn holding(&self, seeds: &[Seed], gap: usize) -> Vec<Cluster> {
        let mut found = Vec::new();
        let parts = self.linked_sets(seeds, gap);
        for part in parts
            .into_iter()
            .flat_map(|part| self.cut_at_paragraphs(part))
        {
            let (a, b) = hull(&part);
            let score = self.likeness(&a, &b);
            let (long_a, long_b) = (words(self.a, &a).len(), words(self.b, &b).len());
            let even = long_a.max(long_b) <= LOPSIDED * long_a.min(long_b);
            if score > WHOLE && even {
                found.push(Cluster {
                    a,
                    b,
                    score,
                    seeds: part,
                    summary: false,
                });
            } else if let Some(narrower) = gap.checked_sub(1) {
                found.extend(self.holding(&part, narrower));
            }
        }
        found
    }

    /// Seeds, in sets that hang together by links, in the order of their first ones.
    fn linked_sets(&self, seeds: &[Seed], gap: usize) -> Vec<Vec<Seed>> {
        let mut order = seeds.to_vec();
        order.sort_by_key(|seed| (seed.a, seed.b));
        let mut sets = Sets::new(order.len());
        for (at, seed) in order.iter().enumerate() {
            let near = order.iter().enumerate().skip(at + 1);
            for (other_at, other) in near.take_while(|(_, it)| it.a <= seed.a + gap + 1) {
                if !sets.are_one(at, other_at) && self.is_linked(seed, other, gap) {
                    sets.unite(at, other_at);
                }
            }
        }
        let of_set = |set: Vec<usize>| {
            let seeds = set.iter().filter_map(|at| order.get(*at));
            seeds.copied().collect()
        };
        sets.groups().into_iter().map(of_set).collect()
    }

    /// Whether two seeds, the second not before the first in the first text, belong to one run.
    fn is_linked(&self, one: &Seed, two: &Seed, gap: usize) -> bool {
        let between_a = one.a + 1..two.a;
        let between_b = one.b.min(two.b) + 1..one.b.max(two.b);
        if between_a.len() > gap || between_b.len() > gap {
            return false;
        }
        let parted =
            |text: &Text, one: usize, two: usize| paragraph(text, one) != paragraph(text, two);
        if parted(self.a, one.a, two.a) && parted(self.b, one.b, two.b) {
            return false;
        }
        // A paragraph of its own is no part of what another article says around it.
        let passes_over = |text: &Text, between: &Range<usize>| {
            let mut between = between.clone();
            let ends = [between.start - 1, between.end].map(|end| paragraph(text, end));
            between.any(|place| !ends.contains(&paragraph(text, place)))
        };
        if passes_over(self.a, &between_a) || passes_over(self.b, &between_b) {
            return false;
        }
        // Whole sentences word for word, and more than one of them: each is a passage of its own already.
        if one.a != two.a
            && one.b != two.b
            && self.is_verbatim(one)
            && self.is_verbatim(two)
            && !self.are_in_one_piece(one, two)
        {
            return false;
        }
        between_a.is_empty()
            || between_b.is_empty()
            || self.likeness(&between_a, &between_b) >= BETWEEN
    }

    fn is_verbatim(&self, seed: &Seed) -> bool {
        let (Some(a), Some(b)) = (self.a.sentences.get(seed.a), self.b.sentences.get(seed.b))
        else {
            return false;
        };
        self.pieces.iter().any(|piece| {
            piece.verbatim
                && overlap(&piece.a, &a.words) * 100 >= a.words.len() * WHOLLY
                && overlap(&piece.b, &b.words) * 100 >= b.words.len() * WHOLLY
        })
    }

    fn are_in_one_piece(&self, one: &Seed, two: &Seed) -> bool {
        let touches = |piece: &Piece, seed: &Seed| {
            let in_a = self
                .a
                .sentences
                .get(seed.a)
                .map_or(0, |sentence| overlap(&piece.a, &sentence.words));
            let in_b = self
                .b
                .sentences
                .get(seed.b)
                .map_or(0, |sentence| overlap(&piece.b, &sentence.words));
            in_a > 0 && in_b > 0
        };
        self.pieces
            .iter()
            .any(|piece| touches(piece, one) && touches(piece, two))
    }

    /// Cuts a set of seeds wherever both texts begin a paragraph between those before and those behind.
    fn cut_at_paragraphs(&self, seeds: Vec<Seed>) -> Vec<Vec<Seed>> {
        let (in_a, _) = hull(&seeds);
        let cut = (in_a.start + 1..in_a.end)
            .filter(|place| begins_paragraph(self.a, *place))
            .find(|place| {
                let (before, behind): (Vec<&Seed>, Vec<&Seed>) =
                    seeds.iter().partition(|seed| seed.a < *place);
                let ends = |seeds: &[&Seed]| {
                    let places = || seeds.iter().map(|seed| seed.b);
                    Some((places().min()?, places().max()?))
                };
                let Some(((low, high), (next_low, next_high))) = ends(&before).zip(ends(&behind))
                else {
                    return false;
                };
                let (last, next) = if high < next_low {
                    (high, next_low)
                } else {
                    (next_high, low)
                };
                last < next && (last + 1..=next).any(|place| begins_paragraph(self.b, place))
            });
        match cut {
            Some(place) => {
                let (before, behind): (Vec<Seed>, Vec<Seed>) =
                    seeds.into_iter().partition(|seed| seed.a < place);
                let mut parts = self.cut_at_paragraphs(before);
                parts.extend(self.cut_at_paragraphs(behind));
                parts
            }
            None => vec![seeds],
        }
    }

    /// One stretch within a paragraph of one text that holds nearly all likeness of the two and stands against much of
    /// the other: a summary. `turned`: the second text is the short one.
    fn summary(&self, seeds: &[Seed], turned: bool) -> Option<Cluster> {
        let (short, long) = if turned {
            (self.b, self.a)
        } else {
            (self.a, self.b)
        };
        let sides = |seed: &Seed| {
            if turned {
                (seed.b, seed.a)
            } else {
                (seed.a, seed.b)
            }
        };
        let mut order = seeds.to_vec();
        order.sort_by_key(sides);
        let weight = |seeds: &[Seed]| seeds.iter().map(|seed| seed.score).sum::<f64>();
        let block = order
            .chunk_by(|one, two| {
                let (one, two) = (sides(one).0, sides(two).0);
                two <= one + GAP + 1
                    && short.sentences.get(one).map(|sentence| sentence.paragraph)
                        == short.sentences.get(two).map(|sentence| sentence.paragraph)
            })
            .max_by(|one, two| weight(one).total_cmp(&weight(two)))?;
        let distinct = |of: fn((usize, usize)) -> usize| {
            let mut places: Vec<usize> = block.iter().map(|seed| of(sides(seed))).collect();
            places.sort_unstable();
            places.dedup();
            places.len()
        };
        let enough = distinct(|(short, _)| short) >= 2 && distinct(|(_, long)| long) >= 3;
        if !enough || weight(block) * 100.0 < weight(&order) * MOST_OF_ALL {
            return None;
        }
        let (a, b) = hull(block);
        let (in_short, in_long) = if turned {
            (words(self.b, &b), words(self.a, &a))
        } else {
            (words(self.a, &a), words(self.b, &b))
        };
        let in_one_piece = self.pieces.iter().any(|piece| {
            let side = if turned { &piece.b } else { &piece.a };
            overlap(side, &in_short) * 100 >= in_short.len() * ONE_PIECE
        });
        let is_summary = in_long.len() > SUMMED_UP * in_short.len()
            && in_short.len() * 100 < short.terms.len() * SHORT_PART
            && in_long.len() * 100 > long.terms.len() * LONG_PART
            && !in_one_piece;
        let score = self.likeness(&a, &b);
        (is_summary && score > WHOLE).then(|| Cluster {
            a,
            b,
            score,
            seeds: block.to_vec(),
            summary: true,
        })
    }
}

fn begins_paragraph(text: &Text, place: usize) -> bool {
    place
        .checked_sub(1)
        .is_some_and(|before| paragraph(text, before) != paragraph(text, place))
}

/// The number of the paragraph in which a sentence stands.
pub fn paragraph(text: &Text, place: usize) -> Option<u32> {
    text.sentences.get(place).map(|sentence| sentence.paragraph)
}

/// The stretches of sentences from the first to the last seed.
pub fn hull(seeds: &[Seed]) -> (Range<usize>, Range<usize>) {
    let side = |of: fn(&Seed) -> usize| {
        let places = || seeds.iter().map(of);
        places().min().unwrap_or(0)..places().max().map_or(0, |last| last + 1)
    };
    (side(|seed| seed.a), side(|seed| seed.b))
}

/// The sentences of a text at these places.
pub fn stretch<'t>(text: &'t Text, places: &Range<usize>) -> &'t [Sentence] {
    text.sentences.get(places.clone()).unwrap_or_default()
}

/// The words of a stretch of sentences.
pub fn words(text: &Text, places: &Range<usize>) -> Range<usize> {
    let sentences = stretch(text, places);
    match (sentences.first(), sentences.last()) {
        (Some(first), Some(last)) => first.words.start..last.words.end,
        _ => 0..0,
    }
}
