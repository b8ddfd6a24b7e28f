//! The bodies of all articles as numbered words.
//!
//! Equal numbers mean equal words after folding and after name spellings: the numbers are handed out by an exact table,
//! so no collision can make two words one. Every processor numbers a share of the articles by itself; the shares'
//! tables are then joined in the order of the articles, which gives the same numbers on any number of processors.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::lists;
use super::variants::{self, Names, Variants};
use crate::jobs::{parallel, shares};
use crate::model::{Article, Spellings};
use crate::text::{Span, fold};

/// What a word is for the comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordClass {
    /// Carries no content: of, the, yang.
    pub function: bool,
    /// Written with a capital where it does not begin a sentence.
    pub name: bool,
    /// Part of titles and offices.
    pub title: bool,
    /// Holds a digit.
    pub number: bool,
    /// Stands in a run of at least three names and titles: "Menteri Luar Negeri Belmora".
    pub formula: bool,
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
    /// What each is where it stands. Whether it is a name, the article's own use says.
    pub classes: Vec<WordClass>,
}

/// All articles, in numbers.
#[derive(Clone, Debug)]
pub struct Corpus {
    /// The articles.
    pub articles: Vec<Arc<Article>>,
    /// Their words; where each stands, [`Article::body`] says.
    pub words: Vec<Words>,
    /// The class of each number, by the use of all articles.
    pub classes: Vec<WordClass>,
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
        let mut names = Names::new(spellings);
        let shares = parallel(&shares(articles), |share| Share::new(share, &names));
        let (mut words, forms, classes) = joined(shares);
        let learned = variants::learn(&words, &forms, &classes, &spellings.apart);
        for article in &mut words {
            rename(article, &learned);
        }
        let rows = learned.rows(&forms);
        for row in &rows {
            names.add(row);
        }
        Self {
            articles: articles.to_vec(),
            words,
            classes,
            forms,
            variants: rows,
            names,
        }
    }

    /// The class of word `index` of article `article`.
    pub fn class(&self, article: usize, index: usize) -> WordClass {
        self.words
            .get(article)
            .and_then(|words| words.classes.get(index))
            .copied()
            .unwrap_or_default()
    }

    /// Where word `index` of article `article` stands in its body: bytes.
    pub fn span(&self, article: usize, index: usize) -> Option<Span> {
        let article = self.articles.get(article)?;
        article.body().words.get(index).copied()
    }

    /// Whether a sentence or clause ends behind word `index` of article `article`; so it does where no word stands.
    pub fn ends_clause(&self, article: usize, index: usize) -> bool {
        let Some(article) = self.articles.get(article) else {
            return true;
        };
        let body = article.body();
        match (body.words.get(index), body.words.get(index + 1)) {
            (Some(word), Some(next)) => parts_clauses(between(&body.text, word.end, next.start)),
            _ => true,
        }
    }

    /// The number of the paragraph in which word `index` of article `article` stands.
    pub fn paragraph(&self, article: usize, index: usize) -> Option<usize> {
        let start = self.span(article, index)?.start;
        let article = self.articles.get(article)?;
        Some(article.body().paragraph_at(start))
    }
}

fn between(text: &str, end: usize, start: usize) -> &str {
    text.get(end..start).unwrap_or_default()
}

/// Whether what stands between two words parts sentences or clauses: a place head and its text, a quote and its cue.
fn parts_clauses(between: &str) -> bool {
    between != " "
        && (between.contains(['.', '!', '?', '\n', '…', '。', ':', ';', '"', '“', '”'])
            || [" - ", " – ", " — ", " -- "]
                .iter()
                .any(|dash| between.contains(dash)))
}

/// Whether any word behind this would have a capital.
fn asks_for_capital(between: &str) -> bool {
    between != " "
        && between.contains([
            '.', '!', '?', '\n', ':', '"', '“', '(', '…', '—', '–', '-', '•',
        ])
}

/// How often a word stands where it need not have a capital, and how often it has one there.
#[derive(Clone, Copy, Debug, Default)]
struct Use {
    capital: u32,
    inside: u32,
    anywhere_small: bool,
}

impl Use {
    fn count(&mut self, capital: bool, asked: bool) {
        self.inside += u32::from(!asked);
        self.capital += u32::from(!asked && capital);
        self.anywhere_small |= !capital;
    }

    fn add(&mut self, other: Self) {
        self.inside += other.inside;
        self.capital += other.capital;
        self.anywhere_small |= other.anywhere_small;
    }

    /// Whether it is used as a name. A word that only ever begins sentences is none: nothing speaks for it.
    fn is_name(self) -> bool {
        self.inside > 0
            && self.capital * 5 >= self.inside * 4
            && (self.capital > 1 || !self.anywhere_small)
    }
}

/// Some of the articles, with numbers of their own.
#[derive(Default)]
struct Share<'a> {
    /// From a printed word to its number, and whether it begins with a capital.
    printed: FxHashMap<&'a str, (u32, bool)>,
    /// From a folded word to its number.
    folded: FxHashMap<String, u32>,
    /// The folded word behind each number.
    forms: Vec<String>,
    /// What it is without knowing its use.
    kinds: Vec<WordClass>,
    /// The use of each number in all these articles.
    uses: Vec<Use>,
    words: Vec<Words>,
}

impl<'a> Share<'a> {
    fn new(articles: &'a [Arc<Article>], names: &Names) -> Self {
        let mut share = Self::default();
        let mut here = Vec::new();
        for article in articles {
            let words = share.words_of(article, names, &mut here);
            share.words.push(words);
        }
        share
    }

    /// The words of `article`; `here` is all zeros, before and after.
    fn words_of(&mut self, article: &'a Article, names: &Names, here: &mut Vec<Use>) -> Words {
        let body = article.body();
        let mut ids = Vec::with_capacity(body.words.len());
        let mut end = 0;
        for span in &body.words {
            let asked = end == 0 || asks_for_capital(between(&body.text, end, span.start));
            end = span.end;
            let (id, capital) = self.number(span.of(&body.text), names);
            if here.len() <= id as usize {
                here.resize(self.forms.len(), Use::default());
            }
            if let Some(seen) = here.get_mut(id as usize) {
                seen.count(capital, asked);
            }
            ids.push(id);
        }
        let mut classes: Vec<WordClass> = ids
            .iter()
            .filter_map(|id| {
                Some(named(
                    *self.kinds.get(*id as usize)?,
                    *here.get(*id as usize)?,
                ))
            })
            .collect();
        mark_formulae(&mut classes);
        self.uses.resize(self.forms.len(), Use::default());
        for id in &ids {
            if let (Some(all), Some(used)) =
                (self.uses.get_mut(*id as usize), here.get_mut(*id as usize))
            {
                all.add(std::mem::take(used));
            }
        }
        Words { ids, classes }
    }

    fn number(&mut self, printed: &'a str, names: &Names) -> (u32, bool) {
        if let Some(known) = self.printed.get(printed) {
            return *known;
        }
        let folded = fold(printed);
        let form = names.canonical(&folded);
        let id = match self.folded.get(form) {
            Some(id) => *id,
            None => {
                let id = self.forms.len() as u32;
                self.folded.insert(form.to_owned(), id);
                self.forms.push(form.to_owned());
                self.kinds.push(class_of(form));
                id
            }
        };
        let capital = printed.chars().next().is_some_and(char::is_uppercase);
        self.printed.insert(printed, (id, capital));
        (id, capital)
    }
}

/// What a folded word is without knowing its use.
fn class_of(form: &str) -> WordClass {
    WordClass {
        function: lists::is_function_word(form),
        title: lists::is_title(form),
        number: form.chars().any(char::is_numeric),
        ..WordClass::default()
    }
}

fn named(class: WordClass, used: Use) -> WordClass {
    WordClass {
        name: !class.function && used.is_name(),
        ..class
    }
}

/// Marks runs of at least three names and titles.
fn mark_formulae(classes: &mut [WordClass]) {
    let in_run = |class: &WordClass| class.name || class.title;
    for run in classes.chunk_by_mut(|one, two| in_run(one) == in_run(two)) {
        let formula = run.len() >= 3 && run.first().is_some_and(in_run);
        for class in run {
            class.formula = formula;
        }
    }
}

/// Gives all spellings of a name the number of the first; each is a name then.
fn rename(words: &mut Words, learned: &Variants) {
    let mut any = false;
    for (id, class) in words.ids.iter_mut().zip(&mut words.classes) {
        if let Some(canonical) = learned.canonical(*id) {
            *id = canonical;
            class.name = true;
            any = true;
        }
    }
    if any {
        mark_formulae(&mut words.classes);
    }
}

/// All shares under the same numbers: words get theirs in the order in which they first stand.
fn joined(shares: Vec<Share>) -> (Vec<Words>, Vec<String>, Vec<WordClass>) {
    let mut table: FxHashMap<String, u32> = FxHashMap::default();
    let mut forms: Vec<String> = Vec::new();
    let mut known: Vec<(WordClass, Use)> = Vec::new();
    let mut words = Vec::new();
    for share in shares {
        let mut renamed = Vec::with_capacity(share.forms.len());
        let known_here = share.kinds.into_iter().zip(share.uses);
        for (form, (class, used)) in share.forms.into_iter().zip(known_here) {
            let id = match table.get(&form) {
                Some(id) => *id,
                None => {
                    let id = forms.len() as u32;
                    forms.push(form.clone());
                    known.push((class, Use::default()));
                    table.insert(form, id);
                    id
                }
            };
            if let Some((_, all)) = known.get_mut(id as usize) {
                all.add(used);
            }
            renamed.push(id);
        }
        for mut article in share.words {
            for id in &mut article.ids {
                *id = renamed.get(*id as usize).copied().unwrap_or_default();
            }
            words.push(article);
        }
    }
    let classes = known.into_iter().map(|(class, used)| named(class, used));
    (words, forms, classes.collect())
}
