//! Every run of [`GRAM`] words that stands more than once, and where.
//!
//! An exact table: an entry is the place at which a gram stands first, and a gram is looked up by comparing its words
//! with those there. A hash only says where to look, so nothing is found or lost by collision. The table is split by
//! the hash into parts that stay in the cache, and each processor builds parts of its own.

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use rustc_hash::FxHasher;
use std::hash::Hasher;

use crate::analysis::corpus::Corpus;
use crate::analysis::grouped::Grouped;
use crate::jobs::{parallel, shares};

/// Words in a gram. Three finds a little more for twice the work, five loses edited passages.
pub(super) const GRAM: usize = 4;

/// A gram stands at a word of this number, all articles end to end.
pub(super) type Place = u32;

/// The words of all articles, end to end.
pub(super) struct Text {
    /// Before every article, and behind the last, stands a number that is no word's and no other's.
    ids: Vec<u32>,
    /// Where each article begins, and where one behind the last would.
    starts: Vec<Place>,
    /// The article in which each word stands.
    articles: Vec<u32>,
}

impl Text {
    pub fn new(corpus: &Corpus) -> Self {
        let borders = corpus.words.len() + 1;
        let total: usize = corpus.words.iter().map(|words| words.ids.len()).sum();
        let mut text = Self {
            ids: Vec::with_capacity(total + borders),
            starts: Vec::with_capacity(borders),
            articles: Vec::with_capacity(total + borders),
        };
        text.begin(0);
        for (article, words) in (0_u32..).zip(&corpus.words) {
            text.ids.extend(&words.ids);
            text.articles.resize(text.ids.len(), article);
            text.begin(article + 1);
        }
        text
    }

    fn begin(&mut self, article: u32) {
        self.ids.push(u32::MAX - article);
        self.articles.push(article);
        self.starts.push(self.ids.len() as Place);
    }

    /// The article in which a word stands.
    pub fn article(&self, place: Place) -> u32 {
        self.articles.get(place as usize).copied().unwrap_or(0)
    }

    /// The article in which a word stands, and its number there.
    pub fn locate(&self, place: Place) -> (u32, u32) {
        let article = self.article(place);
        let start = self.starts.get(article as usize).copied().unwrap_or(0);
        (article, place - start)
    }

    /// The word before; where the article begins, what is before no other word.
    pub fn before(&self, place: Place) -> u32 {
        let before = (place as usize).checked_sub(1);
        before
            .and_then(|before| self.ids.get(before).copied())
            .unwrap_or(u32::MAX)
    }

    /// Whether the article begins here.
    pub fn begins(&self, place: Place) -> bool {
        self.before(place) == u32::MAX - self.article(place)
    }

    /// The `count` words from `place` on, if the article has so many.
    pub fn run(&self, place: Place, count: usize) -> Option<&[u32]> {
        let next = *self.starts.get(self.article(place) as usize + 1)? as usize;
        let place = place as usize;
        (place + count < next)
            .then(|| self.ids.get(place..place + count))
            .flatten()
    }

    fn gram(&self, place: Place) -> Option<&[u32; GRAM]> {
        self.ids.get(place as usize..)?.first_chunk()
    }
}

/// The grams that stand more than once.
pub(super) struct Grams {
    /// The places of each, by part of the table.
    pub parts: Vec<Grouped<Place>>,
    /// Whether the gram at each word stands in more than so many articles as were said.
    common: Vec<bool>,
}

impl Grams {
    /// `common` is the number of articles above which a gram is a common one.
    pub fn new(text: &Text, common: usize) -> Self {
        let borders: Vec<[Place; 2]> = text.starts.array_windows().copied().collect();
        let count = if text.ids.len() < SMALL { 1 } else { SHARDS };
        let records = parallel(&shares(&borders, FEW), |borders| {
            records(text, borders, count)
        });
        let shards: Vec<usize> = (0..count).collect();
        let parts = parallel(&shards, |shard| {
            let records = records.iter().filter_map(|part| part.get(*shard));
            repeated(text, records.map(Vec::as_slice))
        });
        let mut is_common = vec![false; text.ids.len()];
        let groups = parts.iter().flat_map(Grouped::iter);
        let groups = groups.filter(|group| group.len() > common);
        for group in groups.filter(|group| articles_of(text, group) > common) {
            for place in group {
                if let Some(slot) = is_common.get_mut(*place as usize) {
                    *slot = true;
                }
            }
        }
        Self {
            parts,
            common: is_common,
        }
    }

    /// Whether the gram at `place` is a common one.
    pub fn is_common(&self, place: Place) -> bool {
        self.common.get(place as usize) == Some(&true)
    }
}

/// Articles in which these places, ascending, stand.
fn articles_of(text: &Text, group: &[Place]) -> usize {
    group
        .chunk_by(|one, two| text.article(*one) == text.article(*two))
        .count()
}

/// Parts of the table, by the upper bits of the hash: so many that each stays in the cache.
const SHARDS: usize = 64;
/// A text of fewer words stays there whole.
const SMALL: usize = 20_000;
/// So few articles are read at once.
const FEW: usize = 8;

/// A gram on its way to its part of the table.
struct Record {
    hash: u32,
    place: Place,
}

/// The records of these articles, by part of the table, of which there are `count`; places ascend.
fn records(text: &Text, borders: &[[Place; 2]], count: usize) -> Vec<Vec<Record>> {
    let words: u32 = borders.iter().map(|[start, next]| next - start).sum();
    let expected = words as usize / count * 9 / 8;
    let mut shards: Vec<Vec<Record>> = Vec::new();
    shards.resize_with(count, || Vec::with_capacity(expected));
    for [start, next] in borders {
        let ids = text.ids.get(*start as usize..*next as usize - 1);
        let grams = ids.unwrap_or_default().array_windows::<GRAM>();
        for (place, gram) in (*start..).zip(grams) {
            let hash = hash(gram);
            if let Some(shard) = shards.get_mut(hash as usize % count) {
                shard.push(Record { hash, place });
            }
        }
    }
    shards
}

/// The first place of a gram, and its group once it was met again.
struct Known {
    hash: u32,
    first: Place,
    group: u32,
}

const ALONE: u32 = u32::MAX;

/// The groups of one part of the table.
fn repeated<'r>(
    text: &Text,
    records: impl Iterator<Item = &'r [Record]> + Clone,
) -> Grouped<Place> {
    let count = records.clone().map(<[Record]>::len).sum();
    let mut table: HashTable<Known> = HashTable::with_capacity(count);
    let mut members: Vec<(usize, Place)> = Vec::with_capacity(count);
    let mut counts: Vec<u32> = Vec::new();
    let spread_out = |hash: u32| u64::from(hash).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    for Record { hash, place } in records.flatten() {
        let is_same =
            |known: &Known| known.hash == *hash && text.gram(known.first) == text.gram(*place);
        match table.entry(spread_out(*hash), is_same, |known| spread_out(known.hash)) {
            Entry::Vacant(free) => {
                free.insert(Known {
                    hash: *hash,
                    first: *place,
                    group: ALONE,
                });
            }
            Entry::Occupied(mut known) => {
                let known = known.get_mut();
                if known.group == ALONE {
                    known.group = counts.len() as u32;
                    counts.push(1);
                    members.push((known.group as usize, known.first));
                }
                if let Some(count) = counts.get_mut(known.group as usize) {
                    *count += 1;
                }
                members.push((known.group as usize, *place));
            }
        }
    }
    Grouped::with_counts(counts, members.into_iter())
}

fn hash(gram: &[u32; GRAM]) -> u32 {
    let mut hasher = FxHasher::default();
    for id in gram {
        hasher.write_u32(*id);
    }
    (hasher.finish() >> 20) as u32
}
