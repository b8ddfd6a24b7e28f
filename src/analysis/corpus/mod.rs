//! The bodies of all articles as numbered words.
//!
//! Equal numbers mean equal words after folding and after name spellings: the numbers are handed out by an exact table,
//! so no collision can make two words one ([`numbering`]). A set that changes keeps its tables open ([`open`]), so that one
//! more article costs no more than its own words.

mod class;
mod numbering;
mod open;

use std::ops::Range;
use std::sync::Arc;

use super::variants::{self, Names};
use crate::model::{Article, Offices, Spellings};
use crate::text::Span;
pub use class::WordClass;
pub(super) use numbering::Numbering;
use numbering::Tables;
pub(super) use open::{Change, Key, OpenCorpus};

/// The words of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The number of each word.
    pub ids: Vec<u32>,
    /// What each is where it stands. Whether it is a name, the article's own use says.
    pub classes: Vec<WordClass>,
}

impl Words {
    /// Gives all spellings of a name one number, where `name` knows one; each is a name then.
    fn rename(&mut self, name: impl Fn(u32) -> Option<u32>) {
        let mut any = false;
        for (id, class) in self.ids.iter_mut().zip(&mut self.classes) {
            if let Some(canonical) = name(*id) {
                *id = canonical;
                *class |= WordClass::NAME;
                any = true;
            }
        }
        if any {
            numbering::mark_formulae(&mut self.classes);
        }
    }
}

/// All articles, in numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Corpus {
    /// The articles.
    pub articles: Vec<Arc<Article>>,
    /// Their words; where each stands, [`Article::body`] says.
    pub words: Vec<Words>,
    /// The class of each number, by the use of all articles.
    pub classes: Vec<WordClass>,
    /// Of each number, whether its word only ever begins sentences: whether it is a name, its use does not tell. No part
    /// of the class, because of most rare words it changes with the next article.
    pub begins: Vec<bool>,
    /// The folded word behind each number; of several spellings the first.
    pub forms: Vec<String>,
    /// Spellings that were taken for one name because of how the articles use them.
    pub variants: Vec<Vec<String>>,
    /// All spellings that count as one: the reader's and those.
    pub names: Names,
}

impl Corpus {
    /// Numbers the words of `articles`.
    pub fn new(articles: &[Arc<Article>], spellings: &Spellings) -> Self {
        Self::with_offices(articles, spellings, &Offices::default())
    }

    /// The same with titles and offices that the reader changed.
    pub fn with_offices(
        articles: &[Arc<Article>],
        spellings: &Spellings,
        offices: &Offices,
    ) -> Self {
        let mut names = Names::new(spellings);
        let tables = Tables {
            names: &names,
            offices,
        };
        let (numbering, mut words) = numbering::of_all(articles, tables);
        let (forms, classes, begins) = numbering.into_parts();
        let learned = variants::learn(&words, &forms, &classes, &spellings.apart);
        if !learned.is_empty() {
            let name = |id| learned.canonical(id);
            words.iter_mut().for_each(|words| words.rename(name));
        }
        let rows = learned.rows(&forms);
        for row in &rows {
            names.add(row);
        }
        Self {
            articles: articles.to_vec(),
            words,
            classes,
            begins,
            forms,
            variants: rows,
            names,
        }
    }

    /// The number of a folded word, if it stands anywhere. Looks at all of them.
    pub fn number(&self, form: &str) -> Option<u32> {
        let at = self.forms.iter().position(|other| other == form);
        at.map(|at| at as u32)
    }

    /// The class of word `index` of article `article`.
    pub fn class(&self, article: usize, index: usize) -> WordClass {
        self.words
            .get(article)
            .and_then(|words| words.classes.get(index))
            .copied()
            .unwrap_or_default()
    }

    /// The numbers of these words of article `article`; none where it has not so many.
    pub fn ids(&self, article: usize, words: &Range<usize>) -> &[u32] {
        let ids = self.words.get(article).map(|it| it.ids.as_slice());
        ids.and_then(|ids| ids.get(words.clone()))
            .unwrap_or_default()
    }

    /// Where the words of article `article` stand in its body: bytes.
    pub fn spans(&self, article: usize) -> &[Span] {
        let article = self.articles.get(article);
        article.map_or(&[], |article| &article.body().words)
    }

    /// Where word `index` of article `article` stands in its body: bytes.
    pub fn span(&self, article: usize, index: usize) -> Option<Span> {
        self.spans(article).get(index).copied()
    }

    /// The number of the paragraph in which word `index` of article `article` stands.
    pub fn paragraph(&self, article: usize, index: usize) -> Option<usize> {
        let start = self.span(article, index)?.start;
        let article = self.articles.get(article)?;
        Some(article.body().paragraph_at(start))
    }
}
