//! The grams of a set of articles that changes: where each stands.
//!
//! An exact table like that of [`grams`](super::grams), but open: an entry holds the gram itself, and articles come and
//! go one at a time.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry as Slot;
use rustc_hash::FxBuildHasher;

use super::grams::GRAM;
use super::seeds::COMMON;
use crate::analysis::corpus::Key;

/// Where a gram stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// In which article.
    pub key: Key,
    /// At which of its words.
    pub at: u32,
}

/// A gram that stands more than once.
#[derive(Clone, Debug, Default)]
pub(super) struct Repeated {
    /// Where it stands; the spots in one article follow each other.
    pub spots: Vec<Spot>,
    /// In how many articles.
    articles: usize,
}

impl Repeated {
    /// Whether it stands in so many articles that it is a formula.
    pub fn is_common(&self) -> bool {
        self.articles > COMMON
    }

    /// One more spot. Returns whether that makes it common.
    fn add(&mut self, spot: Spot) -> bool {
        let is_new = self.spots.last().is_none_or(|last| last.key != spot.key);
        self.articles += usize::from(is_new);
        self.spots.push(spot);
        is_new && self.articles == COMMON + 1
    }

    /// No spot in an article. Returns whether that makes it common no more.
    fn remove(&mut self, key: Key) -> bool {
        let before = self.spots.len();
        self.spots.retain(|spot| spot.key != key);
        let is_gone = self.spots.len() < before;
        self.articles -= usize::from(is_gone);
        is_gone && self.articles == COMMON
    }

    fn keys(&self) -> impl Iterator<Item = Key> {
        self.spots.iter().map(|spot| spot.key)
    }
}

#[derive(Clone, Debug)]
struct Entry {
    gram: [u32; GRAM],
    /// Where it stands, if it stands once.
    only: Spot,
    /// Its number among those that stand more than once.
    repeated: u32,
}

const ONCE: u32 = u32::MAX;

/// All grams.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    grams: HashTable<Entry>,
    repeated: Vec<Repeated>,
    /// Numbers of those that stand more than once no more.
    free: Vec<u32>,
    /// Articles with a gram that became common, or common no more.
    crossed: Vec<Key>,
}

impl Table {
    /// With room for so many words.
    pub fn with_room(words: usize) -> Self {
        Self {
            grams: HashTable::with_capacity(words),
            ..Self::default()
        }
    }

    /// The spots of a gram that stands more than once.
    pub fn repeated(&self, gram: &[u32; GRAM]) -> Option<&Repeated> {
        let entry = self.grams.find(hash(gram), |entry| entry.gram == *gram)?;
        self.repeated.get(entry.repeated as usize)
    }

    /// The grams of one more article.
    pub fn insert(&mut self, key: Key, ids: &[u32]) {
        for (at, gram) in (0..).zip(ids.array_windows::<GRAM>()) {
            let spot = Spot { key, at };
            let slot = self.grams.entry(
                hash(gram),
                |entry| entry.gram == *gram,
                |entry| hash(&entry.gram),
            );
            match slot {
                Slot::Vacant(free) => {
                    free.insert(Entry {
                        gram: *gram,
                        only: spot,
                        repeated: ONCE,
                    });
                }
                Slot::Occupied(mut entry) => {
                    let entry = entry.get_mut();
                    if entry.repeated == ONCE {
                        entry.repeated = self.free.pop().unwrap_or_else(|| {
                            self.repeated.push(Repeated::default());
                            self.repeated.len() as u32 - 1
                        });
                        if let Some(repeated) = self.repeated.get_mut(entry.repeated as usize) {
                            repeated.add(entry.only);
                        }
                    }
                    if let Some(repeated) = self.repeated.get_mut(entry.repeated as usize)
                        && repeated.add(spot)
                    {
                        self.crossed.extend(repeated.keys());
                    }
                }
            }
        }
    }

    /// An article is gone, or has other words now.
    pub fn remove(&mut self, key: Key, ids: &[u32]) {
        for gram in ids.array_windows::<GRAM>() {
            let found = self
                .grams
                .find_entry(hash(gram), |entry| entry.gram == *gram);
            // A gram that the article had twice may be gone already.
            let Ok(mut slot) = found else {
                continue;
            };
            let entry = slot.get_mut();
            let Some(repeated) = self.repeated.get_mut(entry.repeated as usize) else {
                if entry.only.key == key {
                    slot.remove();
                }
                continue;
            };
            if repeated.remove(key) {
                self.crossed.extend(repeated.keys());
            }
            if let [] | [_] = repeated.spots.as_slice() {
                self.free.push(std::mem::replace(&mut entry.repeated, ONCE));
                match std::mem::take(repeated).spots.first() {
                    Some(only) => entry.only = *only,
                    None => {
                        slot.remove();
                    }
                }
            }
        }
    }

    /// The articles with a gram that became common, or common no more, since this was last asked.
    pub fn take_crossed(&mut self) -> Vec<Key> {
        std::mem::take(&mut self.crossed)
    }
}

fn hash(gram: &[u32; GRAM]) -> u64 {
    FxBuildHasher.hash_one(gram)
}
