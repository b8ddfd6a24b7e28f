//! The project: articles, and what the reader set.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Article, ArticleId, Offices, Placing, Spellings};

/// How the articles are compared; part of the project because findings depend on it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The shortest shared wording that is reported, in words.
    pub min_words: usize,
    /// Whether all articles count as coverage of one meeting.
    pub one_meeting: bool,
    /// Whether sentences that say the same in other words are looked for.
    pub reworded: bool,
    /// Names with several spellings.
    pub spellings: Spellings,
    /// Titles and offices that the reader added or took out.
    pub offices: Offices,
    /// Formulae that the reader counts as shared wording all the same: their words folded, with one blank between.
    pub counted: Vec<String>,
    /// Wording that the reader does not count, written as those.
    pub ignored: Vec<String>,
    /// Where the reader put articles.
    pub placing: Placing,
}

impl Settings {
    /// Counts a phrase, or does not, whatever was decided of it before. What only takes a decision back leaves none.
    pub(super) fn count(&mut self, phrase: String, counted: bool) {
        let (on, off) = if counted {
            (&mut self.counted, &mut self.ignored)
        } else {
            (&mut self.ignored, &mut self.counted)
        };
        let before = off.len();
        off.retain(|other| *other != phrase);
        if off.len() == before && !on.contains(&phrase) {
            on.push(phrase);
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            min_words: 6,
            one_meeting: false,
            reworded: true,
            spellings: Spellings::default(),
            offices: Offices::default(),
            counted: Vec::new(),
            ignored: Vec::new(),
            placing: Placing::default(),
        }
    }
}

/// Everything that is stored in a project file. Cheap to copy: articles are shared.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Project {
    /// In the order in which they came.
    pub articles: Vec<Arc<Article>>,
    /// How they are compared.
    pub settings: Settings,
    /// The next article's name.
    next: u32,
}

impl Project {
    /// Takes an article in and names it.
    pub fn add(&mut self, mut article: Article) -> ArticleId {
        let id = ArticleId(self.next);
        self.next += 1;
        article.id = id;
        self.articles.push(Arc::new(article));
        id
    }

    /// Whether both hold the very same articles in the same order, and the same settings. Reads no text.
    pub fn is_same(&self, other: &Self) -> bool {
        self.settings == other.settings
            && self.articles.len() == other.articles.len()
            && self
                .articles
                .iter()
                .zip(&other.articles)
                .all(|(one, two)| Arc::ptr_eq(one, two))
    }

    /// The name that the next article gets.
    pub fn next_id(&self) -> u32 {
        self.next
    }

    /// Passes over names that were given elsewhere, so that none is used twice.
    pub fn skip_ids(&mut self, below: u32) {
        self.next = self.next.max(below);
    }

    /// The article with that name.
    pub fn article(&self, id: ArticleId) -> Option<&Arc<Article>> {
        self.articles.iter().find(|article| article.id == id)
    }

    /// Its place among the articles.
    pub fn position(&self, id: ArticleId) -> Option<usize> {
        self.articles.iter().position(|article| article.id == id)
    }
}
