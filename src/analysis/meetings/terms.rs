//! The words of an article, weighed: by how rare they are, by how near the head they stand, and names more than others.
//!
//! The lead says what is new and paragraphs further down repeat what went before, so a word counts less the later it
//! stands. The headline comes before the body. Rarity is that of TF-IDF, with articles imagined beside the set so that
//! what all of a small set have still counts.

use rustc_hash::FxHashMap;

use crate::analysis::corpus::Corpus;
use crate::analysis::lists;
use crate::text::{fold, words};

/// A word so far down counts half as much as one at the head.
const HALF: f64 = 50.0;
/// How much more a name weighs than another word.
const NAME: f64 = 3.0;
/// Articles that are imagined beside a set.
const BACKGROUND: f64 = 300.0;
/// The heaviest words of an article are compared.
const HEAVIEST: usize = 100;

/// The words of all articles.
pub(super) struct Terms {
    /// Of each article the heaviest words with their weights, by number; together of length 1.
    pub vectors: Vec<Vec<(u32, f64)>>,
    /// Of each article all words but function words, by number.
    pub held: Vec<Vec<u32>>,
    /// The words of each headline, in order, function words left out.
    pub headlines: Vec<Vec<u32>>,
    /// The words behind numbers that stand in no body.
    more: Vec<String>,
}

impl Terms {
    pub fn new(corpus: &Corpus) -> Self {
        let mut numbers = Numbers::new(corpus);
        let mut headlines = Vec::new();
        let counted: Vec<Vec<(u32, f64)>> = (0..corpus.articles.len())
            .map(|index| {
                let (headline, counts) = counts(corpus, index, &mut numbers);
                headlines.push(headline);
                counts
            })
            .collect();
        let mut holders = vec![0_u32; corpus.forms.len() + numbers.more.len()];
        for (id, _) in counted.iter().flatten() {
            if let Some(count) = holders.get_mut(*id as usize) {
                *count += 1;
            }
        }
        let held = counted
            .iter()
            .map(|counts| counts.iter().map(|(id, _)| *id).collect())
            .collect();
        let total = BACKGROUND + counted.len() as f64;
        let weigh = |(id, count): (u32, f64)| {
            let holders = holders.get(id as usize).copied().unwrap_or(1);
            let class = corpus.classes.get(id as usize).copied().unwrap_or_default();
            let name = if class.name { NAME } else { 1.0 };
            let rarity = (total / f64::from(holders.max(1))).ln();
            (id, (1.0 + 3.0 * count).ln() * rarity * name)
        };
        let vectors = counted
            .into_iter()
            .map(|counts| vector(counts.into_iter().map(weigh).collect()))
            .collect();
        Self {
            vectors,
            held,
            headlines,
            more: numbers.more,
        }
    }

    /// The word behind a number, as it is compared.
    pub fn form<'t>(&'t self, corpus: &'t Corpus, id: u32) -> &'t str {
        let index = id as usize;
        let more = || self.more.get(index.checked_sub(corpus.forms.len())?);
        corpus
            .forms
            .get(index)
            .or_else(more)
            .map_or("", String::as_str)
    }
}

/// The numbers of the corpus, and more for words that stand in headlines alone.
struct Numbers<'c> {
    known: FxHashMap<&'c str, u32>,
    new: FxHashMap<String, u32>,
    more: Vec<String>,
}

impl<'c> Numbers<'c> {
    fn new(corpus: &'c Corpus) -> Self {
        let known = (0_u32..)
            .zip(&corpus.forms)
            .map(|(id, form)| (form.as_str(), id));
        Self {
            known: known.collect(),
            new: FxHashMap::default(),
            more: Vec::new(),
        }
    }

    fn of(&mut self, word: &str) -> u32 {
        let next = (self.known.len() + self.more.len()) as u32;
        if let Some(id) = self.known.get(word).or_else(|| self.new.get(word)) {
            return *id;
        }
        self.new.insert(word.to_owned(), next);
        self.more.push(word.to_owned());
        next
    }
}

/// The words of an article's headline, and how much each word of the whole counts by where it stands.
fn counts(corpus: &Corpus, index: usize, numbers: &mut Numbers<'_>) -> (Vec<u32>, Vec<(u32, f64)>) {
    let mut headline = Vec::new();
    let mut counts: Vec<(u32, f64)> = Vec::new();
    let mut at = 0_u32;
    let mut place = || {
        at += 1;
        1.0 / (1.0 + f64::from(at - 1) / HALF)
    };
    let fields = corpus.articles.get(index).map(|article| &article.fields);
    let lines = fields.map(|fields| [&fields.headline, &fields.deck]);
    for (line, first) in lines.into_iter().flatten().zip([true, false]) {
        let Some(line) = line.as_ref().map(|noted| &noted.value) else {
            continue;
        };
        for word in words(line) {
            let weight = place();
            let folded = fold(word.of(line));
            let folded = corpus.names.canonical(&folded);
            if lists::is_function_word(folded) {
                continue;
            }
            let id = numbers.of(folded);
            counts.push((id, weight));
            if first {
                headline.push(id);
            }
        }
    }
    for id in corpus.words.get(index).map_or(&[][..], |words| &words.ids) {
        let weight = place();
        let class = corpus
            .classes
            .get(*id as usize)
            .copied()
            .unwrap_or_default();
        if !class.function {
            counts.push((*id, weight));
        }
    }
    counts.sort_by_key(|(id, _)| *id);
    let summed = counts
        .chunk_by(|one, two| one.0 == two.0)
        .filter_map(|run| Some((run.first()?.0, run.iter().map(|(_, weight)| weight).sum())))
        .collect();
    (headline, summed)
}

/// The heaviest of `weights`, by number, scaled to length 1.
fn vector(mut weights: Vec<(u32, f64)>) -> Vec<(u32, f64)> {
    weights.sort_by(|one, two| two.1.total_cmp(&one.1).then(one.0.cmp(&two.0)));
    weights.truncate(HEAVIEST);
    weights.sort_by_key(|(id, _)| *id);
    let length = weights
        .iter()
        .map(|(_, weight)| weight * weight)
        .sum::<f64>()
        .sqrt();
    for (_, weight) in &mut weights {
        *weight /= length.max(f64::MIN_POSITIVE);
    }
    weights
}
