//! The bodies of all articles as numbered words.
//!
//! Equal numbers mean equal words after folding and after name variants: the numbers are handed out by an exact table,
//! so no collision can make two words one.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::lists;
use super::variants::{self, Names};
use crate::jobs::parallel;
use crate::model::{Article, Spellings};
use crate::text::{Span, fold};

/// What a word is for the comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordClass {
    /// Carries no content: of, the, yang.
    pub function: bool,
    /// Written with a capital wherever it does not begin a sentence.
    pub name: bool,
    /// Part of titles and offices.
    pub title: bool,
    /// Holds a digit.
    pub number: bool,
}

impl WordClass {
    /// Whether it makes wording worth noticing: content that is neither name nor title nor figure.
    pub fn is_plain(self) -> bool {
        !(self.function || self.name || self.title || self.number)
    }
}

/// The words of one article.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// The number of each word.
    pub ids: Vec<u32>,
    /// Where each stands in the body, in bytes.
    pub spans: Vec<Span>,
    /// The number of the paragraph in which each stands.
    pub paragraphs: Vec<u32>,
    /// Whether a sentence or clause ends behind each.
    pub ends_sentence: Vec<bool>,
    /// Whether each is part of a run of at least three names and titles.
    pub formula: Vec<bool>,
}

/// All articles, in numbers.
#[derive(Clone, Debug)]
pub struct Corpus {
    /// The articles.
    pub articles: Vec<Arc<Article>>,
    /// Their words.
    pub words: Vec<Words>,
    /// The class of each number.
    pub classes: Vec<WordClass>,
    /// The folded word behind each number; of several spellings the first.
    pub forms: Vec<String>,
    /// Spellings that were taken for one name because of how the articles use them.
    pub variants: Vec<Vec<String>>,
    /// All spellings that count as one: the reader's and those.
    pub names: Names,
}

/// A word as it was found, before it has a number.
struct Raw {
    folded: String,
    capital: bool,
    /// Stands where every word would have a capital.
    at_start: bool,
}

impl Corpus {
    /// Numbers the words of `articles`.
    pub fn new(articles: &[Arc<Article>], spellings: &Spellings) -> Self {
        let mut names = Names::new(spellings);
        let raw: Vec<Vec<Raw>> = parallel(articles, |article| raw_words(article, &names));
        let (mut ids, mut forms) = number(&raw);
        let mut classes = classes(&raw, &ids, &forms);
        let variants = variants::learn(&ids, &forms, &classes);
        for words in &mut ids {
            for id in words {
                *id = variants.canonical(*id);
            }
        }
        // A spelling of a name is a name.
        for (index, class) in variants
            .groups
            .iter()
            .flatten()
            .filter_map(|id| Some((*id as usize, *classes.get(*id as usize)?)))
            .collect::<Vec<_>>()
        {
            if let Some(slot) = classes.get_mut(index) {
                *slot = WordClass {
                    name: true,
                    ..class
                };
            }
        }
        let learned: Vec<Vec<String>> = variants
            .groups
            .iter()
            .map(|group| {
                group
                    .iter()
                    .filter_map(|id| forms.get(*id as usize).cloned())
                    .collect()
            })
            .collect();
        for row in &learned {
            names.add(row);
        }
        forms.shrink_to_fit();
        Self {
            words: articles
                .iter()
                .zip(ids)
                .map(|(article, ids)| placed(article, ids, &classes))
                .collect(),
            articles: articles.to_vec(),
            classes,
            forms,
            variants: learned,
            names,
        }
    }

    /// The class of word `index` of article `article`.
    pub fn class(&self, article: usize, index: usize) -> WordClass {
        self.words
            .get(article)
            .and_then(|words| words.ids.get(index))
            .and_then(|id| self.classes.get(*id as usize))
            .copied()
            .unwrap_or_default()
    }
}

fn raw_words(article: &Article, names: &Names) -> Vec<Raw> {
    let body = article.body();
    let mut end = 0;
    body.words
        .iter()
        .map(|span| {
            let word = span.of(&body.text);
            let between = Span::new(end, span.start).of(&body.text);
            let at_start = end == 0
                || between.contains([
                    '.', '!', '?', '\n', ':', '"', '“', '(', '…', '—', '–', '-', '•',
                ]);
            end = span.end;
            let capital = word.chars().next().is_some_and(char::is_uppercase);
            let folded = fold(word);
            Raw {
                folded: names.canonical(&folded).to_owned(),
                capital,
                at_start,
            }
        })
        .collect()
}

/// Numbers in the order in which words first stand.
fn number(raw: &[Vec<Raw>]) -> (Vec<Vec<u32>>, Vec<String>) {
    let mut table: FxHashMap<&str, u32> = FxHashMap::default();
    let mut forms: Vec<String> = Vec::new();
    let ids = raw
        .iter()
        .map(|words| {
            words
                .iter()
                .map(|word| {
                    *table.entry(&word.folded).or_insert_with(|| {
                        forms.push(word.folded.clone());
                        (forms.len() - 1) as u32
                    })
                })
                .collect()
        })
        .collect();
    (ids, forms)
}

fn classes(raw: &[Vec<Raw>], ids: &[Vec<u32>], forms: &[String]) -> Vec<WordClass> {
    /// How often a word stands inside sentences: with a capital, and at all.
    #[derive(Clone, Copy, Default)]
    struct Use {
        capital: u32,
        inside: u32,
        anywhere_small: bool,
    }
    let mut uses = vec![Use::default(); forms.len()];
    for (words, ids) in raw.iter().zip(ids) {
        for (word, id) in words.iter().zip(ids) {
            if let Some(seen) = uses.get_mut(*id as usize) {
                seen.inside += u32::from(!word.at_start);
                seen.capital += u32::from(!word.at_start && word.capital);
                seen.anywhere_small |= !word.capital;
            }
        }
    }
    forms
        .iter()
        .zip(uses)
        .map(|(form, seen)| {
            let function = lists::is_function_word(form);
            WordClass {
                function,
                title: lists::is_title(form),
                number: form.chars().any(char::is_numeric),
                name: !function
                    && if seen.inside > 0 {
                        seen.capital * 5 >= seen.inside * 4
                    } else {
                        // Only ever at the head of sentences: nothing speaks for a name.
                        false
                    }
                    && (seen.capital > 1 || !seen.anywhere_small),
            }
        })
        .collect()
}

fn placed(article: &Article, ids: Vec<u32>, classes: &[WordClass]) -> Words {
    let body = article.body();
    Words {
        paragraphs: body
            .words
            .iter()
            .map(|span| body.paragraph_at(span.start) as u32)
            .collect(),
        ends_sentence: body
            .words
            .iter()
            .enumerate()
            .map(|(index, span)| {
                let next = body
                    .words
                    .get(index + 1)
                    .map_or(body.text.len(), |next| next.start);
                index + 1 == body.words.len() || is_edge(Span::new(span.end, next).of(&body.text))
            })
            .collect(),
        formula: formulae(&ids, classes),
        spans: body.words.clone(),
        ids,
    }
}

/// Marks runs of at least three names and titles: "Menteri Luar Negeri Belmora".
fn formulae(ids: &[u32], classes: &[WordClass]) -> Vec<bool> {
    let in_run = |id: &u32| {
        classes
            .get(*id as usize)
            .is_some_and(|class| class.name || class.title)
    };
    ids.chunk_by(|one, two| in_run(one) == in_run(two))
        .flat_map(|run| {
            let formula = run.len() >= 3 && run.first().is_some_and(in_run);
            std::iter::repeat_n(formula, run.len())
        })
        .collect()
}

/// Whether what stands between two words parts sentences or clauses: a place head and its text, a quote and its cue.
fn is_edge(between: &str) -> bool {
    between.contains(['.', '!', '?', '\n', '…', '。', ':', ';', '"', '“', '”'])
        || [" - ", " – ", " — ", " -- "]
            .iter()
            .any(|dash| between.contains(dash))
}
