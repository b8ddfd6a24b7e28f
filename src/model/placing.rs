//! Where the reader put articles, whatever the program makes of them.
//!
//! A decision is about one article, and names others: it stands with these, and apart from those; or it covers no
//! meeting. Only articles are named, never meetings, because meetings come and go with every article that is added. A
//! merge is the same decision for each article of a meeting; a split stands apart from all and with none.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ArticleId;

/// Where the reader put one article.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Place {
    /// In a meeting, which is told by articles that are in it, and by articles that are not.
    Meeting {
        /// These belong to the same one; with none it stands for itself.
        with: Vec<ArticleId>,
        /// These belong to others.
        apart: Vec<ArticleId>,
    },
    /// It covers no meeting.
    Nowhere,
}

impl Place {
    /// It stands for itself, `apart` from the articles it stood with.
    pub fn alone(apart: Vec<ArticleId>) -> Self {
        let with = Vec::new();
        Self::Meeting { with, apart }
    }

    fn forget(&mut self, gone: &[ArticleId]) {
        if let Self::Meeting { with, apart } = self {
            with.retain(|id| !gone.contains(id));
            apart.retain(|id| !gone.contains(id));
        }
    }
}

/// All that the reader decided, one decision an article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Placing(BTreeMap<ArticleId, Place>);

impl Placing {
    /// The decision on an article.
    pub fn of(&self, article: ArticleId) -> Option<&Place> {
        self.0.get(&article)
    }

    /// All decisions, in the order of the articles' names.
    pub fn iter(&self) -> impl Iterator<Item = (ArticleId, &Place)> {
        self.0.iter().map(|(article, place)| (*article, place))
    }

    /// Whether nothing was decided.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts `articles` somewhere. What an older decision says about them and the articles that are named now gives way;
    /// from whom they were kept apart before, they stay apart.
    pub(super) fn put(&mut self, articles: &[ArticleId], place: &Place) {
        for article in articles {
            let old = self.0.remove(article);
            let mut place = place.clone();
            if let Place::Meeting { with, apart } = &mut place {
                if let Some(Place::Meeting { apart: old, .. }) = old {
                    apart.extend(old);
                }
                with.retain(|id| !articles.contains(id));
                apart.retain(|id| !articles.contains(id) && !with.contains(id));
                for list in [with, apart] {
                    list.sort_unstable();
                    list.dedup();
                }
            }
            self.0.insert(*article, place);
        }
        for (other, old) in &mut self.0 {
            let Place::Meeting { with, apart } = old else {
                continue;
            };
            if articles.contains(other) {
                continue;
            }
            with.retain(|id| !articles.contains(id));
            if matches!(place, Place::Meeting { with, .. } if with.contains(other)) {
                apart.retain(|id| !articles.contains(id));
            }
        }
        self.drop_empty();
    }

    /// Drops decisions that name nobody any more.
    fn drop_empty(&mut self) {
        self.0.retain(|_, place| match place {
            Place::Meeting { with, apart } => !(with.is_empty() && apart.is_empty()),
            Place::Nowhere => true,
        });
    }

    /// Takes the decisions on `articles` back.
    pub(super) fn take_back(&mut self, articles: &[ArticleId]) {
        self.0.retain(|article, _| !articles.contains(article));
    }

    /// Forgets articles that have gone.
    pub(super) fn forget(&mut self, gone: &[ArticleId]) {
        self.take_back(gone);
        for place in self.0.values_mut() {
            place.forget(gone);
        }
        self.drop_empty();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: ArticleId = ArticleId(0);
    const B: ArticleId = ArticleId(1);
    const C: ArticleId = ArticleId(2);
    const D: ArticleId = ArticleId(3);

    fn meeting(with: &[ArticleId], apart: &[ArticleId]) -> Place {
        let (with, apart) = (with.to_vec(), apart.to_vec());
        Place::Meeting { with, apart }
    }

    #[test]
    fn a_later_decision_takes_the_place_of_an_earlier_one() {
        let mut placing = Placing::default();
        placing.put(&[A], &meeting(&[B], &[C, D]));
        // Back to C: no longer apart from it, still from D.
        placing.put(&[A], &meeting(&[C], &[B]));
        assert_eq!(placing.of(A), Some(&meeting(&[C], &[B, D])));
        placing.put(&[A], &Place::Nowhere);
        assert_eq!(placing.of(A), Some(&Place::Nowhere));
        placing.take_back(&[A]);
        assert!(placing.is_empty());
    }

    #[test]
    fn what_is_said_of_the_others_gives_way_too() {
        let mut placing = Placing::default();
        placing.put(&[A], &meeting(&[B], &[C]));
        placing.put(&[B], &Place::alone(vec![A]));
        assert_eq!(placing.of(A), Some(&meeting(&[], &[C])));
        // C comes to A, which was kept apart from it.
        placing.put(&[C], &meeting(&[A], &[D]));
        assert_eq!(placing.of(A), None);
    }

    #[test]
    fn articles_that_have_gone_are_forgotten() {
        let mut placing = Placing::default();
        placing.put(&[A], &meeting(&[B, C], &[D]));
        placing.put(&[D], &Place::Nowhere);
        placing.forget(&[B, D]);
        assert_eq!(placing.of(A), Some(&meeting(&[C], &[])));
        assert_eq!(placing.of(D), None);
    }
}
