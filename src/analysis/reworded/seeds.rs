//! Pairs of sentences that say the same.

use rustc_hash::FxHashMap;

use super::sentence::{Sentence, Sentences, Text, common};
use crate::analysis::corpus::WordClass;
use crate::jobs::parallel;

/// Least cosine of the weighted terms of a pair.
const COSINE: f64 = 0.33;

/// Least overlap of all terms of a pair: twice those in common through those of both (Dice).
const DICE: f64 = 0.33;

/// Fewest terms in common that are content other than names, titles and figures: who, where and when alone are no
/// statement.
const PLAIN: usize = 2;

/// A term in more sentences of the meeting says too little to look for partners by it; it still counts in the score.
const COMMON: usize = 200;

/// Fewest terms with content, no commoner than that, by which a partner is looked for.
const LEADS: u32 = 2;

/// Two sentences of two articles. Sentences are named by their place in their article.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seed {
    /// The sentence of the first article.
    pub a: usize,
    /// The sentence of the second.
    pub b: usize,
    /// How alike they are, 0 to 1.
    pub score: f64,
    /// Whether words speak for it; otherwise only a passage that was there before.
    pub own: bool,
}

/// The seeds of each pair of texts that has any, in order. Texts are named by their place in `all`.
pub fn find(all: &Sentences) -> Vec<((usize, usize), Vec<Seed>)> {
    let index = Index::new(all);
    let places: Vec<usize> = (0..all.texts.len()).collect();
    let found = parallel(&places, |text| seeds_of(all, &index, *text));
    found.into_iter().flatten().collect()
}

/// Where the rarer terms with content stand.
struct Index {
    /// For each term the numbers of the sentences, counted over all texts; none for a common term.
    sentences: Vec<Vec<u32>>,
    /// For each such number its text and its place there.
    places: Vec<(u32, u32)>,
}

impl Index {
    fn new(all: &Sentences) -> Self {
        let mut sentences = vec![Vec::new(); all.terms.classes.len()];
        let mut places = Vec::new();
        for (text, at) in (0_u32..).zip(&all.texts) {
            for (place, sentence) in (0_u32..).zip(&at.sentences) {
                for (term, _) in &sentence.terms {
                    if let Some(list) = sentences.get_mut(*term as usize)
                        && !all.terms.class(*term).contains(WordClass::FUNCTION)
                    {
                        list.push(places.len() as u32);
                    }
                }
                places.push((text, place));
            }
        }
        for list in &mut sentences {
            if list.len() > COMMON {
                list.clear();
            }
        }
        Self { sentences, places }
    }

    /// Sentences of texts behind `text` that share enough rarer terms with `sentence`, ascending.
    fn partners(
        &self,
        text: usize,
        sentence: &Sentence,
        counts: &mut FxHashMap<u32, u32>,
    ) -> Vec<u32> {
        let mut met = Vec::new();
        counts.clear();
        for (term, _) in &sentence.terms {
            let list = self
                .sentences
                .get(*term as usize)
                .map(Vec::as_slice)
                .unwrap_or_default();
            let behind = list.partition_point(|number| self.text_of(*number) <= text);
            for number in list.iter().skip(behind) {
                let count = counts.entry(*number).or_insert(0);
                *count += 1;
                if *count == LEADS {
                    met.push(*number);
                }
            }
        }
        met.sort_unstable();
        met
    }

    fn text_of(&self, number: u32) -> usize {
        self.places
            .get(number as usize)
            .map_or(usize::MAX, |(text, _)| *text as usize)
    }
}

/// The seeds between one text and those behind it.
fn seeds_of(all: &Sentences, index: &Index, text: usize) -> Vec<((usize, usize), Vec<Seed>)> {
    let mut found: Vec<(usize, Seed)> = Vec::new();
    let mut counts = FxHashMap::default();
    let sentences = all
        .texts
        .get(text)
        .map(|text| text.sentences.as_slice())
        .unwrap_or_default();
    for (a, sentence) in sentences.iter().enumerate() {
        for number in index.partners(text, sentence, &mut counts) {
            let Some((other, b)) = index.places.get(number as usize) else {
                continue;
            };
            let partner = all
                .texts
                .get(*other as usize)
                .and_then(|other: &Text| other.sentences.get(*b as usize));
            if let Some(score) = partner.and_then(|partner| score(all, sentence, partner)) {
                let seed = Seed {
                    a,
                    b: *b as usize,
                    score,
                    own: true,
                };
                found.push((*other as usize, seed));
            }
        }
    }
    found.sort_by_key(|(other, seed)| (*other, seed.a, seed.b));
    found
        .chunk_by(|(one, _), (two, _)| one == two)
        .filter_map(|seeds| {
            let (other, _) = seeds.first()?;
            Some((
                (text, *other),
                seeds.iter().map(|(_, seed)| *seed).collect(),
            ))
        })
        .collect()
}

/// How alike two sentences are, if they are alike enough to say the same.
fn score(all: &Sentences, one: &Sentence, two: &Sentence) -> Option<f64> {
    let both: Vec<u32> = common(&one.terms, &two.terms)
        .map(|(term, _, _)| term)
        .collect();
    let dice = 2.0 * both.len() as f64 / (one.terms.len() + two.terms.len()) as f64;
    let plain = both
        .iter()
        .filter(|term| all.terms.class(**term).is_plain())
        .count();
    if dice <= DICE || plain < PLAIN || figures_differ(all, one, two) {
        return None;
    }
    let cosine = all.cosine(std::slice::from_ref(one), std::slice::from_ref(two));
    (cosine > COSINE).then_some(cosine)
}

/// Whether both are full of figures and have none in common: two rows of one list.
pub fn figures_differ(all: &Sentences, one: &Sentence, two: &Sentence) -> bool {
    let is_number = |term: &u32| all.terms.class(*term).contains(WordClass::NUMBER);
    let numbers = |sentence: &Sentence| {
        sentence
            .terms
            .iter()
            .filter(|(term, _)| is_number(term))
            .count()
    };
    numbers(one) >= 2
        && numbers(two) >= 2
        && !common(&one.terms, &two.terms).any(|(term, _, _)| is_number(&term))
}
