//! Numbered words of a set of articles that changes.
//!
//! Numbers are never given back, so words keep theirs; where a fresh corpus would have others, that makes no difference to
//! what is compared. [`OpenCorpus::settled`] gives the numbers that a fresh one would have.

use std::sync::Arc;

use super::numbering::{self, Numbering, Tables, Use};
use super::{Corpus, WordClass, Words};
use crate::analysis::variants::{Names, OpenVariants, Texts};
use crate::model::{Article, Offices, Spellings};

/// An article in a set that changes: the same as long as it stays, whatever comes and goes before it.
pub type Key = u32;

/// What became of the words of one article.
#[derive(Clone, Debug)]
pub struct Change {
    /// The article.
    pub key: Key,
    /// The numbers of its words before; none if it is new.
    pub before: Vec<u32>,
}

/// A corpus to which articles come and from which they go.
#[derive(Clone, Debug)]
pub struct OpenCorpus {
    /// The articles and their words, as they are compared. What is known of numbers stands elsewhere: its other fields
    /// are empty.
    corpus: Corpus,
    /// The same words, before spellings are joined.
    words: Vec<Words>,
    /// The key of the article at each place.
    keys: Vec<Key>,
    /// For each key, the place of its article.
    places: Vec<usize>,
    numbering: Numbering,
    variants: OpenVariants,
    names: Names,
    offices: Offices,
}

/// The place of an article that is gone.
const NOWHERE: usize = usize::MAX;

impl OpenCorpus {
    /// Numbers the words of `articles`.
    pub fn new(articles: &[Arc<Article>], spellings: &Spellings, offices: &Offices) -> Self {
        let names = Names::new(spellings);
        let tables = Tables {
            names: &names,
            offices,
        };
        let (numbering, words) = numbering::of_all(articles, tables);
        let mut open = Self {
            corpus: Corpus {
                articles: articles.to_vec(),
                words: words.clone(),
                classes: Vec::new(),
                begins: Vec::new(),
                forms: Vec::new(),
                variants: Vec::new(),
                names: Names::default(),
            },
            keys: (0..words.len() as Key).collect(),
            places: (0..words.len()).collect(),
            words,
            numbering,
            variants: OpenVariants::new(spellings),
            names,
            offices: offices.clone(),
        };
        for (key, words) in (0..).zip(&open.words) {
            open.variants.hold(key, &words.ids, &distinct(&words.ids));
        }
        let all: Vec<u32> = (0..open.numbering.len() as u32).collect();
        let uses = open.uses(&all);
        open.learn(&uses);
        open
    }

    /// The articles and their words; no forms, classes and variants.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// The key of the article at each place.
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// The place of an article that is there.
    pub fn place(&self, key: Key) -> Option<usize> {
        let place = self.places.get(key as usize).copied();
        place.filter(|place| *place != NOWHERE)
    }

    /// The words of an article that is there, as they are compared.
    pub fn words(&self, key: Key) -> Option<&Words> {
        self.corpus.words.get(self.place(key)?)
    }

    /// Puts an article in before the one at `place`. Returns what became of it, and of other articles.
    pub fn insert(&mut self, place: usize, article: &Arc<Article>) -> Vec<Change> {
        let place = place.min(self.keys.len());
        let key = self.places.len() as Key;
        let tables = Tables {
            names: &self.names,
            offices: &self.offices,
        };
        let words = self.numbering.read(article.body(), tables);
        let ids = self.read_last();
        let uses = self.uses(&ids);
        self.numbering.settle(Use::add);
        self.variants.hold(key, &words.ids, &ids);
        self.corpus.articles.insert(place, Arc::clone(article));
        self.corpus.words.insert(place, Words::default());
        self.words.insert(place, words);
        self.keys.insert(place, key);
        self.places.push(place);
        self.settle_places();
        let mut changed = self.learn(&uses);
        if !changed.iter().any(|change| change.key == key) {
            changed.extend(self.join_spellings(key));
        }
        changed
    }

    /// Takes the article at `place` out. Returns what became of it, and of other articles.
    pub fn remove(&mut self, place: usize) -> Vec<Change> {
        if place >= self.keys.len() {
            return Vec::new();
        }
        let article = self.corpus.articles.remove(place);
        let before = self.corpus.words.remove(place).ids;
        let ids = self.words.remove(place).ids;
        let key = self.keys.remove(place);
        if let Some(slot) = self.places.get_mut(key as usize) {
            *slot = NOWHERE;
        }
        self.settle_places();
        let tables = Tables {
            names: &self.names,
            offices: &self.offices,
        };
        self.numbering.read(article.body(), tables);
        let distinct = self.read_last();
        let uses = self.uses(&distinct);
        self.numbering.settle(Use::subtract);
        self.variants.release(key, &ids, &distinct);
        let mut changed = self.learn(&uses);
        changed.push(Change { key, before });
        changed
    }

    /// The corpus that [`Corpus::with_offices`] makes of the same articles.
    pub fn settled(&self) -> Corpus {
        let mut numbers = vec![None; self.numbering.len()];
        let mut ids: Vec<u32> = Vec::with_capacity(numbers.len());
        for id in self.words.iter().flat_map(|words| &words.ids) {
            if let Some(number @ None) = numbers.get_mut(*id as usize) {
                *number = Some(ids.len() as u32);
                ids.push(*id);
            }
        }
        let number = |id: &u32| numbers.get(*id as usize).copied().flatten();
        let words = self.corpus.words.iter().map(|words| Words {
            ids: words.ids.iter().filter_map(number).collect(),
            classes: words.classes.clone(),
        });
        let mut joined: Vec<Vec<u32>> = self
            .variants
            .joined()
            .map(|ids| ids.iter().filter_map(number).collect())
            .collect();
        joined.sort_unstable();
        let form = |id: &u32| self.numbering.form(*id).to_owned();
        let forms: Vec<String> = ids.iter().map(form).collect();
        let form = |number: &u32| forms.get(*number as usize).cloned();
        let rows = joined
            .iter()
            .map(|row| row.iter().filter_map(form).collect());
        let variants: Vec<Vec<String>> = rows.collect();
        let mut names = self.names.clone();
        variants.iter().for_each(|row| names.add(row));
        Corpus {
            articles: self.corpus.articles.clone(),
            words: words.collect(),
            classes: ids.iter().map(|id| self.numbering.class(*id)).collect(),
            begins: (ids.iter())
                .map(|id| self.numbering.only_begins(*id))
                .collect(),
            forms,
            variants,
            names,
        }
    }

    /// The numbers of the words of the article that was read last, ascending.
    fn read_last(&self) -> Vec<u32> {
        let mut ids: Vec<u32> = self.numbering.read_last().collect();
        ids.sort_unstable();
        ids
    }

    /// These numbers, and whether each is a name now.
    fn uses(&self, ids: &[u32]) -> Vec<(u32, bool)> {
        let name = |id: &u32| (*id, self.numbering.class(*id).contains(WordClass::NAME));
        ids.iter().map(name).collect()
    }

    /// Learns spellings anew, where the use of words may have changed, and joins them.
    fn learn(&mut self, uses: &[(u32, bool)]) -> Vec<Change> {
        let texts = Texts {
            numbering: &self.numbering,
            words: &self.words,
            places: &self.places,
        };
        let articles = self.variants.learn(uses, texts);
        let changes = articles.into_iter().map(|key| self.join_spellings(key));
        changes.flatten().collect()
    }

    /// Gives the words of an article the numbers under which they are compared.
    fn join_spellings(&mut self, key: Key) -> Option<Change> {
        let place = self.place(key)?;
        let mut words = self.words.get(place)?.clone();
        words.rename(|id| self.variants.canonical(id));
        let compared = self.corpus.words.get_mut(place)?;
        let before = std::mem::replace(compared, words).ids;
        Some(Change { key, before })
    }

    fn settle_places(&mut self) {
        for (place, key) in self.keys.iter().enumerate() {
            if let Some(slot) = self.places.get_mut(*key as usize) {
                *slot = place;
            }
        }
    }
}

/// Numbers, ascending, each once.
fn distinct(ids: &[u32]) -> Vec<u32> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    ids
}
