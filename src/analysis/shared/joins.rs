//! Passages of a set of articles that changes: only what a change touches is joined anew.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::join::{groups, in_order, is_same};
use super::{Match, Passage};
use crate::analysis::corpus::{Key, OpenCorpus};

/// Number of a match, and of a group of matches: handed out in the order in which they come.
type Number = u32;

/// Matches, and the passages that they are. Here, and here alone, articles are named by their keys.
#[derive(Clone, Debug, Default)]
pub(super) struct Joins {
    /// The matches, and the group of each.
    matches: FxHashMap<Number, (Match, Number)>,
    /// The matches of each article, and of which of its words they speak.
    by_article: FxHashMap<Key, Vec<(Range<usize>, Number)>>,
    /// The matches that hang together.
    groups: FxHashMap<Number, Vec<Number>>,
    /// The passages of each group, those inside others too.
    passages: FxHashMap<Number, Vec<Passage>>,
    next: Number,
}

impl Joins {
    /// Forgets all matches of the articles `gone` and takes in what was `found`, where articles are named by their
    /// places.
    pub fn change(&mut self, corpus: &OpenCorpus, gone: &[Key], found: Vec<Match>) {
        let mut touched = self.forget(gone);
        let mut fresh = Vec::with_capacity(found.len());
        for found in found {
            let Some(found) = renamed(&found, |place| key(corpus, place)) else {
                continue;
            };
            for (article, words) in sides(&found) {
                touched.extend(self.groups_at(article, words));
            }
            fresh.push(found);
        }
        touched.sort_unstable();
        touched.dedup();
        let mut loose: Vec<Number> = Vec::new();
        for group in touched {
            loose.extend(self.groups.remove(&group).unwrap_or_default());
            self.passages.remove(&group);
        }
        loose.retain(|number| self.matches.contains_key(number));
        for found in fresh {
            let number = self.number();
            for (article, words) in sides(&found) {
                let list = self.by_article.entry(article).or_default();
                list.push((words.clone(), number));
            }
            self.matches.insert(number, (found, number));
            loose.push(number);
        }
        if !loose.is_empty() {
            self.join(corpus, &loose);
        }
    }

    /// All passages, in their order.
    pub fn all(&self, corpus: &OpenCorpus) -> Vec<Passage> {
        let passages = self.passages.values().flatten();
        in_order(passages.filter_map(|one| placed(corpus, one)).collect())
    }

    /// The passages of which an article is a witness, in their order. Whatever one of them lies inside has the article as
    /// a witness too.
    pub fn of_article(&self, corpus: &OpenCorpus, article: Key) -> Vec<Passage> {
        let passages = self.passages_at(article);
        let passages = passages.filter(|passage| passage.in_article(article as usize).is_some());
        in_order(passages.filter_map(|one| placed(corpus, one)).collect())
    }

    fn number(&mut self) -> Number {
        self.next += 1;
        self.next
    }

    /// The passages of all groups with a match in an article.
    fn passages_at(&self, article: Key) -> impl Iterator<Item = &Passage> {
        let matches = self.by_article.get(&article).into_iter().flatten();
        let groups = matches.filter_map(|(_, number)| Some(self.matches.get(number)?.1));
        let groups: FxHashSet<Number> = groups.collect();
        let passages = groups
            .into_iter()
            .filter_map(|group| self.passages.get(&group));
        passages.flatten()
    }

    /// The groups that speak of this place.
    fn groups_at(&self, article: Key, words: &Range<usize>) -> impl Iterator<Item = Number> {
        let matches = self.by_article.get(&article).into_iter().flatten();
        let there = matches.filter(|(place, _)| is_same(place, words));
        there.filter_map(|(_, number)| Some(self.matches.get(number)?.1))
    }

    /// Forgets all matches of these articles. Returns the groups in which they were.
    fn forget(&mut self, gone: &[Key]) -> Vec<Number> {
        let mut groups = Vec::new();
        for article in gone {
            for (_, number) in self.by_article.remove(article).unwrap_or_default() {
                let Some((found, group)) = self.matches.remove(&number) else {
                    continue;
                };
                groups.push(group);
                for (other, _) in sides(&found) {
                    if let Some(list) = self.by_article.get_mut(&other) {
                        list.retain(|(_, other)| *other != number);
                    }
                }
            }
        }
        groups
    }

    /// Joins matches that are in no group.
    fn join(&mut self, corpus: &OpenCorpus, loose: &[Number]) {
        let matches = loose.iter().filter_map(|number| {
            let (found, _) = self.matches.get(number)?;
            renamed(found, |key| corpus.place(key as Key))
        });
        let matches: Vec<Match> = matches.collect();
        for group in groups(corpus.corpus(), &matches) {
            let number = self.number();
            let members = group.matches.iter();
            let members: Vec<Number> = members.filter_map(|at| loose.get(*at)).copied().collect();
            for member in &members {
                if let Some((_, group)) = self.matches.get_mut(member) {
                    *group = number;
                }
            }
            self.groups.insert(number, members);
            let passages = group.passages.into_iter().map(|mut passage| {
                for witness in &mut passage.witnesses {
                    witness.article = key(corpus, witness.article).unwrap_or_default();
                }
                passage
            });
            self.passages.insert(number, passages.collect());
        }
    }
}

/// The articles of a match, and the words in each.
fn sides(found: &Match) -> [(Key, &Range<usize>); 2] {
    [(found.a as Key, &found.in_a), (found.b as Key, &found.in_b)]
}

/// The key of the article at a place.
fn key(corpus: &OpenCorpus, place: usize) -> Option<usize> {
    corpus.keys().get(place).map(|key| *key as usize)
}

/// A match with other names for its articles.
fn renamed(found: &Match, name: impl Fn(usize) -> Option<usize>) -> Option<Match> {
    Some(Match {
        a: name(found.a)?,
        b: name(found.b)?,
        ..found.clone()
    })
}

/// A passage with places for keys.
fn placed(corpus: &OpenCorpus, passage: &Passage) -> Option<Passage> {
    let mut passage = passage.clone();
    for witness in &mut passage.witnesses {
        witness.article = corpus.place(witness.article as Key)?;
    }
    Some(passage)
}
