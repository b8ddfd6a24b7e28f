//! Pairs of sentences that say the same.

use rustc_hash::FxHashMap;

use super::sentence::{Sentence, Sentences, common};
use crate::analysis::corpus::WordClass;
use crate::analysis::sets::Sets;
use crate::jobs::parallel;

/// Least cosine of the weighted terms of a pair.
const COSINE: f64 = 0.33;

/// Least overlap of all terms of a pair: twice those in common through those of both (Dice).
const DICE: f64 = 0.33;

/// Fewest terms in common that are content other than names, titles and figures: who, where and when alone are no
/// statement.
pub const PLAIN: usize = 2;

/// A term in more sentences of the meeting says too little to look for partners by it; it still counts in the score.
const COMMON: usize = 200;

/// Fewest terms with content, no commoner than that, by which a partner is looked for.
const LEADS: u32 = 2;

/// Fewest terms with content in common for parts of two sentences to say the same.
pub const HINT: usize = 3;

/// What sentences of two texts have in common.
#[derive(Clone, Debug, Default)]
pub struct Partners {
    /// Those that are alike as they are.
    pub seeds: Vec<Seed>,
    /// Those that have some terms in common, in reports of one event: a part of each may say the same.
    pub hints: Vec<(usize, usize)>,
    /// Whether the texts begin alike.
    begin_alike: bool,
}

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

/// The partners of each pair of texts that has any, in order. Texts are named by their place in `all`.
pub fn find(all: &Sentences) -> Vec<((usize, usize), Partners)> {
    let index = Index::new(all);
    let places: Vec<usize> = (0..all.texts.len()).collect();
    let found = parallel(&places, |text| partners_of(all, &index, *text));
    let mut found: Vec<_> = found.into_iter().flatten().collect();
    // Two texts that begin as a third does report one event, though neither has all that it has.
    let mut events = Sets::new(all.texts.len());
    for ((one, two), partners) in &found {
        if partners.begin_alike {
            events.unite(*one, *two);
        }
    }
    for ((one, two), partners) in &mut found {
        if !events.are_one(*one, *two) {
            partners.hints.clear();
        }
    }
    found
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
                        && all.terms.has_content(*term)
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

/// The partners between the sentences of one text and of those behind it.
fn partners_of(all: &Sentences, index: &Index, at: usize) -> Vec<((usize, usize), Partners)> {
    let Some(text) = all.texts.get(at) else {
        return Vec::new();
    };
    let mut found: FxHashMap<usize, Partners> = FxHashMap::default();
    let mut counts = FxHashMap::default();
    for (a, sentence) in text.sentences.iter().enumerate() {
        for number in index.partners(at, sentence, &mut counts) {
            let Some((other, b)) = index.places.get(number as usize) else {
                continue;
            };
            let (other, b) = (*other as usize, *b as usize);
            let Some(other_text) = all.texts.get(other) else {
                continue;
            };
            let Some(partner) = other_text.sentences.get(b) else {
                continue;
            };
            let both = both(sentence, partner);
            if let Some(score) = score(all, sentence, partner, &both) {
                let seed = Seed {
                    a,
                    b,
                    score,
                    own: true,
                };
                found.entry(other).or_default().seeds.push(seed);
            }
            let with_content = both.iter().filter(|term| all.terms.has_content(**term));
            if with_content.count() >= HINT {
                found.entry(other).or_default().hints.push((a, b));
            }
        }
    }
    let mut found: Vec<_> = found
        .into_iter()
        .map(|(other, mut partners)| {
            let other_text = all.texts.get(other);
            partners.begin_alike = other_text.is_some_and(|it| all.begin_alike(text, it));
            ((at, other), partners)
        })
        .collect();
    found.sort_unstable_by_key(|(pair, _)| *pair);
    found
}

/// The terms that stand in both.
fn both(one: &Sentence, two: &Sentence) -> Vec<u32> {
    let both = common(&one.terms, &two.terms);
    both.map(|(term, _, _)| term).collect()
}

/// How alike two sentences are, if they are alike enough to say the same; `both` are the terms that stand in both.
fn score(all: &Sentences, one: &Sentence, two: &Sentence, both: &[u32]) -> Option<f64> {
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
