//! The bodies of all articles as numbered words.
//!
//! Equal numbers mean equal words after folding and after name spellings: the numbers are handed out by an exact table,
//! so no collision can make two words one. Every processor numbers a share of the articles by itself; the shares'
//! tables are then joined in the order of the articles, which gives the same numbers on any number of processors.

use std::hash::{BuildHasher, Hash, Hasher};
use std::sync::Arc;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::lists;
use super::variants::{self, Names, Variants};
use crate::jobs::{parallel, shares};
use crate::model::offices::Purpose;
use crate::model::{Article, Body, Offices, Spellings};
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
    /// An office or form of address that stands before a name.
    pub role: bool,
    /// Holds a digit.
    pub number: bool,
    /// Stands in a run of at least three names and titles: "Menteri Luar Negeri Belmora".
    pub formula: bool,
    /// A sentence or clause ends behind it.
    pub ends_clause: bool,
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
        let shares = parallel(&shares(articles, FEW), |share| Share::new(share, tables));
        let (mut words, forms, classes) = joined(shares);
        let learned = variants::learn(&words, &forms, &classes, &spellings.apart);
        if !learned.is_empty() {
            words.iter_mut().for_each(|words| rename(words, &learned));
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

/// Folded words and their numbers: the words stand once, and the table holds numbers.
#[derive(Default)]
struct Forms {
    forms: Vec<String>,
    table: HashTable<u32>,
}

impl Forms {
    /// The number of `form`, and whether it is a new one.
    fn number(&mut self, form: &str) -> (u32, bool) {
        let hash = |form: &str| FxBuildHasher.hash_one(form);
        let forms = &self.forms;
        let known = |id: &u32| forms.get(*id as usize).map_or("", String::as_str);
        match self
            .table
            .entry(hash(form), |id| known(id) == form, |id| hash(known(id)))
        {
            Entry::Occupied(id) => (*id.get(), false),
            Entry::Vacant(free) => {
                let id = self.forms.len() as u32;
                free.insert(id);
                self.forms.push(form.to_owned());
                (id, true)
            }
        }
    }
}

/// A printed word of up to [`Short::LONGEST`] bytes as a number, and its length: nearly all words. So a look into the
/// table needs no look at the text, which has long left the cache, and the table stays small. In parts of four bytes, so
/// that an entry of the table takes sixteen.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Short([u32; 3]);

impl Hash for Short {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let [first, second, third] = self.0.map(u64::from);
        state.write_u64(first << 32 | second);
        state.write_u64(third);
    }
}

impl Short {
    const LONGEST: usize = 11;

    fn new(text: &str, word: Span) -> Option<Self> {
        let length = word.len();
        if length > Self::LONGEST {
            return None;
        }
        let letters = match text.as_bytes().get(word.start..)?.first_chunk() {
            Some(bytes) => u128::from_le_bytes(*bytes) & ((1 << (8 * length)) - 1),
            None => {
                let mut bytes = [0; 16];
                let printed = word.of(text).as_bytes();
                bytes.get_mut(..length)?.copy_from_slice(printed);
                u128::from_le_bytes(bytes)
            }
        };
        let whole = letters | (length as u128) << (8 * Self::LONGEST);
        Some(Self([
            whole as u32,
            (whole >> 32) as u32,
            (whole >> 64) as u32,
        ]))
    }
}

/// What is known of a printed word: its number, and whether it begins with a capital.
#[derive(Clone, Copy)]
struct Printed(u32);

impl Printed {
    fn new(id: u32, capital: bool) -> Self {
        Self(id << 1 | u32::from(capital))
    }

    fn id(self) -> u32 {
        self.0 >> 1
    }

    fn capital(self) -> bool {
        self.0 & 1 == 1
    }
}

/// In so many bytes of news, one word is new; a few articles have more new ones, and then the tables grow.
const BYTES_A_FORM: usize = 80;

/// So few articles are numbered at once.
const FEW: usize = 8;

/// What is known of words before any is read.
#[derive(Clone, Copy)]
struct Tables<'t> {
    names: &'t Names,
    offices: &'t Offices,
}

/// Some of the articles, with numbers of their own.
#[derive(Default)]
struct Share<'a> {
    printed: FxHashMap<Short, Printed>,
    /// The same for long words.
    printed_long: FxHashMap<&'a str, Printed>,
    forms: Forms,
    /// What is known of each number.
    known: Vec<Known>,
    words: Vec<Words>,
}

/// What is known of a folded word: in one piece, because looking it up is waiting.
#[derive(Clone, Copy, Default)]
struct Known {
    /// What it is without knowing its use.
    kind: WordClass,
    /// Its use in all articles of the share.
    all: Use,
    /// Its use in the article that is being read; none but there.
    here: Use,
}

impl<'a> Share<'a> {
    fn new(articles: &'a [Arc<Article>], tables: Tables<'_>) -> Self {
        let blocks = articles.iter().flat_map(|article| article.blocks());
        let bytes: usize = blocks.map(|block| block.text.len()).sum();
        let expected = bytes / BYTES_A_FORM;
        let mut share = Self {
            printed: FxHashMap::with_capacity_and_hasher(expected, FxBuildHasher),
            ..Self::default()
        };
        share.forms.table.reserve(expected, |_| 0);
        for article in articles {
            let words = share.words_of(article.body(), tables);
            share.words.push(words);
        }
        share
    }

    fn words_of(&mut self, body: &'a Body, tables: Tables<'_>) -> Words {
        // By itself, because looking up is waiting, and the next word need not wait for this one.
        let printed: Vec<Printed> = body
            .words
            .iter()
            .map(|word| self.look_up(&body.text, *word, tables))
            .collect();
        let mut ends = Vec::with_capacity(printed.len() + 1);
        let mut end = 0;
        for (word, span) in printed.iter().zip(&body.words) {
            let gap = between(&body.text, end, span.start);
            ends.push(parts_clauses(gap));
            let asked = end == 0 || asks_for_capital(gap);
            end = span.end;
            if let Some(known) = self.known.get_mut(word.id() as usize) {
                known.here.count(word.capital(), asked);
            }
        }
        ends.push(true);
        let classes = printed.iter().zip(ends.iter().skip(1)).map(|(word, ends)| {
            let known = self.known.get(word.id() as usize);
            let known = known.copied().unwrap_or_default();
            WordClass {
                ends_clause: *ends,
                ..named(known.kind, known.here)
            }
        });
        let mut classes: Vec<WordClass> = classes.collect();
        mark_formulae(&mut classes);
        let ids: Vec<u32> = printed.iter().map(|word| word.id()).collect();
        for id in &ids {
            if let Some(known) = self.known.get_mut(*id as usize) {
                known.all.add(std::mem::take(&mut known.here));
            }
        }
        Words { ids, classes }
    }

    fn look_up(&mut self, text: &'a str, word: Span, tables: Tables<'_>) -> Printed {
        let short = Short::new(text, word);
        let known = match &short {
            Some(short) => self.printed.get(short),
            None => self.printed_long.get(word.of(text)),
        };
        if let Some(known) = known {
            return *known;
        }
        let printed = word.of(text);
        let new = self.number(printed, tables);
        match short {
            Some(short) => self.printed.insert(short, new),
            None => self.printed_long.insert(printed, new),
        };
        new
    }

    fn number(&mut self, printed: &str, tables: Tables<'_>) -> Printed {
        let folded = fold(printed);
        let form = tables.names.canonical(&folded);
        let (id, is_new) = self.forms.number(form);
        if is_new {
            self.known.push(Known {
                kind: class_of(form, tables.offices),
                ..Known::default()
            });
        }
        Printed::new(id, printed.chars().next().is_some_and(char::is_uppercase))
    }
}

/// What a folded word is without knowing its use.
fn class_of(form: &str, offices: &Offices) -> WordClass {
    let used = offices.used(form);
    WordClass {
        function: lists::is_function_word(form),
        title: used.is_some_and(Purpose::is_in_formulae),
        role: used.is_some_and(Purpose::is_before_names),
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

/// All shares under the same numbers: words get theirs in the order in which they first stand, so those of the first
/// share keep what they have.
fn joined(shares: Vec<Share>) -> (Vec<Words>, Vec<String>, Vec<WordClass>) {
    let mut shares = shares.into_iter();
    let mut all = shares.next().unwrap_or_default();
    for share in shares {
        let mut renamed = Vec::with_capacity(share.known.len());
        for (form, known) in share.forms.forms.iter().zip(share.known) {
            let (id, is_new) = all.forms.number(form);
            if is_new {
                all.known.push(known);
            } else if let Some(before) = all.known.get_mut(id as usize) {
                before.all.add(known.all);
            }
            renamed.push(id);
        }
        for mut article in share.words {
            for id in &mut article.ids {
                *id = renamed.get(*id as usize).copied().unwrap_or_default();
            }
            all.words.push(article);
        }
    }
    let known = all.known.into_iter();
    let classes = known.map(|known| named(known.kind, known.all)).collect();
    (all.words, all.forms.forms, classes)
}
