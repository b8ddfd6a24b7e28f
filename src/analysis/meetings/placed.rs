//! What the reader decided about articles, as the grouping can use it: by places in the set, for whole families of
//! versions.

use rustc_hash::FxHashMap;

use crate::analysis::corpus::Corpus;
use crate::analysis::versions::{self, Repeat};
use crate::model::{ArticleId, Place, Placing};

/// The decisions on a set.
pub(super) struct Placed {
    /// Two articles that stand in one group, by the places of their first versions.
    pub together: Vec<(usize, usize)>,
    /// Two that do not.
    pub apart: Vec<(usize, usize)>,
    /// Of each article, whether it covers no meeting.
    pub nowhere: Vec<bool>,
    /// Of each article, whether there is a decision on it, and the articles that it belongs to.
    decided: Vec<Option<Vec<usize>>>,
}

impl Placed {
    pub fn new(corpus: &Corpus, repeats: &[Option<Repeat>], placing: &Placing) -> Self {
        let count = corpus.articles.len();
        let mut placed = Self {
            together: Vec::new(),
            apart: Vec::new(),
            nowhere: vec![false; count],
            decided: vec![None; count],
        };
        if placing.is_empty() {
            return placed;
        }
        let ids = corpus.articles.iter().map(|article| article.id).zip(0..);
        let places: FxHashMap<ArticleId, usize> = ids.collect();
        let mut outside = vec![false; count];
        for (article, place) in placing.iter() {
            let Some(at) = places.get(&article).copied() else {
                continue;
            };
            let first = versions::first(repeats, at);
            let known = |ids: &[ArticleId]| -> Vec<usize> {
                ids.iter()
                    .filter_map(|id| places.get(id).copied())
                    .collect()
            };
            let pairs = |others: &[usize]| -> Vec<(usize, usize)> {
                let others = others.iter().map(|other| versions::first(repeats, *other));
                others
                    .filter(|other| *other != first)
                    .map(|other| (first, other))
                    .collect()
            };
            let own = match place {
                Place::Nowhere => {
                    if let Some(slot) = outside.get_mut(first) {
                        *slot = true;
                    }
                    Vec::new()
                }
                Place::Meeting { with, apart } => {
                    let with = known(with);
                    placed.together.extend(pairs(&with));
                    placed.apart.extend(pairs(&known(apart)));
                    with
                }
            };
            if let Some(slot) = placed.decided.get_mut(at) {
                *slot = Some(own);
            }
        }
        for (place, slot) in placed.nowhere.iter_mut().enumerate() {
            *slot = outside
                .get(versions::first(repeats, place))
                .is_some_and(|out| *out);
        }
        placed
    }

    /// Whether the article stands in `group` because the reader put it there.
    pub fn is_by_reader(&self, article: usize, group: &[usize]) -> bool {
        let with = self.decided.get(article).and_then(Option::as_ref);
        with.is_some_and(|with| with.is_empty() || with.iter().any(|other| group.contains(other)))
    }

    /// The articles that cover no meeting.
    pub fn outside(&self) -> Vec<usize> {
        let all = self.nowhere.iter().enumerate();
        all.filter(|(_, nowhere)| **nowhere)
            .map(|(place, _)| place)
            .collect()
    }
}
