//! Words to numbers: an exact table of folded words, and how the articles use each.
//!
//! Every processor numbers a share of the articles by itself; the shares' tables are then joined in the order of the
//! articles, which gives the same numbers on any number of processors.

use std::hash::{BuildHasher, Hash, Hasher};
use std::sync::Arc;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::{WordClass, Words};
use crate::analysis::lists;
use crate::analysis::variants::Names;
use crate::jobs::{parallel, shares};
use crate::model::offices::Purpose;
use crate::model::{Article, Body, Offices};
use crate::text::{Span, fold};

/// What stands between two words.
#[derive(Clone, Copy, Debug, Default)]
struct Gap {
    /// Whether it parts sentences or clauses: a place head and its text, a quote and its cue.
    parts_clauses: bool,
    /// Whether any word behind it would have a capital.
    asks_for_capital: bool,
}

impl Gap {
    fn new(text: &str, end: usize, start: usize) -> Self {
        if start == end + 1 && text.as_bytes().get(end) == Some(&b' ') {
            return Self::default();
        }
        let gap = text.get(end..start).unwrap_or_default();
        let dashes = [" - ", " – ", " — ", " -- "];
        Self {
            parts_clauses: gap.contains(ENDS)
                || gap.contains(QUOTES)
                || gap.contains([':', ';', '”'])
                || dashes.iter().any(|dash| gap.contains(dash)),
            asks_for_capital: gap.contains(ENDS)
                || gap.contains(QUOTES)
                || gap.contains([':', '(', '—', '–', '-', '•'])
                || gap.ends_with(SINGLE_QUOTES),
        }
    }
}

/// What ends a sentence, and breaks of lines.
const ENDS: [char; 11] = ['.', '!', '?', '\n', '…', '。', '！', '？', '؟', '۔', '।'];
/// What stands before a quote, in one language or another.
const QUOTES: [char; 5] = ['"', '“', '„', '«', '»'];
/// The same, where it can be an apostrophe too: then no word follows at once.
const SINGLE_QUOTES: [char; 4] = ['\'', '‘', '’', '‚'];

/// What stands behind each word of a body.
fn gaps(body: &Body) -> Vec<Gap> {
    let starts = body.words.iter().skip(1).map(|word| Some(word.start));
    let words = body.words.iter().zip(starts.chain([None]));
    words
        .map(|(word, next)| match next {
            Some(next) => Gap::new(&body.text, word.end, next),
            None => Gap {
                parts_clauses: true,
                asks_for_capital: true,
            },
        })
        .collect()
}

/// How often a word stands where it need not have a capital, and how often it has one there.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Use {
    capital: u32,
    inside: u32,
    small: u32,
}

impl Use {
    fn count(&mut self, capital: bool, asked: bool) {
        self.inside += u32::from(!asked);
        self.capital += u32::from(!asked && capital);
        self.small += u32::from(!capital);
    }

    pub fn add(&mut self, other: Self) {
        self.inside += other.inside;
        self.capital += other.capital;
        self.small += other.small;
    }

    pub fn subtract(&mut self, other: Self) {
        self.inside -= other.inside;
        self.capital -= other.capital;
        self.small -= other.small;
    }

    /// Whether it stands nowhere but where any word would have a capital.
    fn only_begins(self) -> bool {
        self.inside == 0 && self.small == 0
    }

    /// Whether it is used as a name. A word that only ever begins sentences is none: nothing speaks for it.
    fn is_name(self) -> bool {
        self.inside > 0
            && self.capital * 5 >= self.inside * 4
            && (self.capital > 1 || self.small == 0)
    }
}

/// Folded words and their numbers: the words stand once, and the table holds numbers.
#[derive(Clone, Debug, Default)]
struct Forms {
    forms: Vec<String>,
    table: HashTable<u32>,
}

impl Forms {
    fn form(&self, id: u32) -> &str {
        self.forms.get(id as usize).map_or("", String::as_str)
    }

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug)]
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
pub(super) struct Tables<'t> {
    pub names: &'t Names,
    pub offices: &'t Offices,
}

/// The tables that number words.
#[derive(Clone, Debug, Default)]
pub(in crate::analysis) struct Numbering {
    printed: FxHashMap<Short, Printed>,
    /// The same for long words.
    printed_long: FxHashMap<Box<str>, Printed>,
    forms: Forms,
    /// What is known of each number.
    known: Vec<Known>,
    /// The words of the article that is being read, each once.
    here: Vec<Here>,
}

/// What is known of a folded word: in one piece, because looking it up is waiting.
#[derive(Clone, Copy, Debug)]
struct Known {
    /// What it is without knowing its use.
    kind: WordClass,
    /// Its use in all articles that were taken in.
    all: Use,
    /// Its place among the words of the article that is being read, or [`NOWHERE`].
    here: u32,
}

const NOWHERE: u32 = u32::MAX;

/// A word of the article that is being read.
#[derive(Clone, Copy, Debug)]
struct Here {
    id: u32,
    used: Use,
}

impl Numbering {
    /// With room for the words of these articles.
    fn with_room(articles: &[Arc<Article>]) -> Self {
        let blocks = articles.iter().flat_map(|article| article.blocks());
        let bytes: usize = blocks.map(|block| block.text.len()).sum();
        let expected = bytes / BYTES_A_FORM;
        let mut numbering = Self {
            printed: FxHashMap::with_capacity_and_hasher(expected, FxBuildHasher),
            ..Self::default()
        };
        numbering.forms.table.reserve(expected, |_| 0);
        numbering
    }

    /// How many numbers there are.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// The folded word behind a number.
    pub fn form(&self, id: u32) -> &str {
        self.forms.form(id)
    }

    /// What a word is, by the use of all articles that were taken in.
    pub fn class(&self, id: u32) -> WordClass {
        let known = self.known.get(id as usize);
        known.map_or(WordClass::empty(), |known| named(known.kind, known.all))
    }

    /// Whether a word only ever begins sentences, in all articles that were taken in.
    pub fn only_begins(&self, id: u32) -> bool {
        let known = self.known.get(id as usize);
        known.is_some_and(|known| known.all.only_begins())
    }

    /// The folded words by their numbers, their classes, and whether each only ever begins sentences.
    pub fn into_parts(self) -> (Vec<String>, Vec<WordClass>, Vec<bool>) {
        let known = || self.known.iter();
        let classes = known().map(|known| named(known.kind, known.all)).collect();
        let begins = known().map(|known| known.all.only_begins()).collect();
        (self.forms.forms, classes, begins)
    }

    /// The words of an article, whose use of them counts from now on.
    fn take_in(&mut self, body: &Body, tables: Tables<'_>) -> Words {
        let words = self.read(body, tables);
        self.settle(Use::add);
        words
    }

    /// The words of an article; how it uses them waits to be [settled](Self::settle).
    pub(super) fn read(&mut self, body: &Body, tables: Tables<'_>) -> Words {
        // By itself, because looking up is waiting, and the next word need not wait for this one.
        let printed: Vec<Printed> = body
            .words
            .iter()
            .map(|word| self.look_up(&body.text, *word, tables))
            .collect();
        let gaps = gaps(body);
        let mut asks = true;
        let places: Vec<u32> = (printed.iter().zip(&gaps))
            .map(|(word, behind)| {
                let asked = std::mem::replace(&mut asks, behind.asks_for_capital);
                self.use_here(*word, asked)
            })
            .collect();
        let kind = |id: u32| self.known.get(id as usize).map(|known| known.kind);
        let here = self.here.iter();
        let named: Vec<WordClass> = here
            .map(|here| named(kind(here.id).unwrap_or_default(), here.used))
            .collect();
        let mut classes: Vec<WordClass> = (places.iter().zip(&gaps))
            .map(|(place, behind)| {
                let mut class = named.get(*place as usize).copied().unwrap_or_default();
                class.set(WordClass::ENDS_CLAUSE, behind.parts_clauses);
                class
            })
            .collect();
        for paragraph in &body.paragraphs {
            let first = body
                .words
                .partition_point(|word| word.start < paragraph.start);
            if let Some(class) = classes.get_mut(first) {
                *class |= WordClass::BEGINS_PARAGRAPH;
            }
        }
        mark_formulae(&mut classes);
        let ids = printed.iter().map(|word| word.id()).collect();
        Words { ids, classes }
    }

    /// The numbers of the words of the article that was read last, each once, until that is [settled](Self::settle).
    pub(super) fn read_last(&self) -> impl Iterator<Item = u32> {
        self.here.iter().map(|here| here.id)
    }

    /// Moves the use of words by the article that was read last to that of all.
    pub(super) fn settle(&mut self, change: impl Fn(&mut Use, Use)) {
        for here in self.here.drain(..) {
            if let Some(known) = self.known.get_mut(here.id as usize) {
                change(&mut known.all, here.used);
                known.here = NOWHERE;
            }
        }
    }

    /// Counts one more use of a word by the article that is being read. Returns its place among the words of that.
    fn use_here(&mut self, word: Printed, asked: bool) -> u32 {
        let Some(known) = self.known.get_mut(word.id() as usize) else {
            return NOWHERE;
        };
        if known.here == NOWHERE {
            known.here = self.here.len() as u32;
            let used = Use::default();
            self.here.push(Here {
                id: word.id(),
                used,
            });
        }
        if let Some(here) = self.here.get_mut(known.here as usize) {
            here.used.count(word.capital(), asked);
        }
        known.here
    }

    fn look_up(&mut self, text: &str, word: Span, tables: Tables<'_>) -> Printed {
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
            None => self.printed_long.insert(printed.into(), new),
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
                all: Use::default(),
                here: NOWHERE,
            });
        }
        Printed::new(id, printed.chars().next().is_some_and(char::is_uppercase))
    }
}

/// What a folded word is without knowing its use.
fn class_of(form: &str, offices: &Offices) -> WordClass {
    let used = offices.used(form);
    let mut class = WordClass::empty();
    class.set(WordClass::FUNCTION, lists::is_function_word(form));
    class.set(WordClass::TITLE, used.is_some_and(Purpose::is_in_formulae));
    class.set(WordClass::ROLE, used.is_some_and(Purpose::is_before_names));
    class.set(WordClass::NUMBER, form.chars().any(char::is_numeric));
    class
}

fn named(mut class: WordClass, used: Use) -> WordClass {
    let is_name = !class.contains(WordClass::FUNCTION) && used.is_name();
    class.set(WordClass::NAME, is_name);
    class
}

/// Marks runs of at least three names and titles.
pub(super) fn mark_formulae(classes: &mut [WordClass]) {
    let in_run = |class: &WordClass| class.intersects(WordClass::NAME | WordClass::TITLE);
    for run in classes.chunk_by_mut(|one, two| in_run(one) == in_run(two)) {
        let formula = run.len() >= 3 && run.first().is_some_and(in_run);
        for class in run {
            class.set(WordClass::FORMULA, formula);
        }
    }
}

/// The words of all articles, and the tables that numbered them. Every processor numbers a share of the articles.
pub(super) fn of_all(articles: &[Arc<Article>], tables: Tables<'_>) -> (Numbering, Vec<Words>) {
    let shares = parallel(&shares(articles, FEW), |share| {
        let mut numbering = Numbering::with_room(share);
        let words = share.iter();
        let words: Vec<Words> = words
            .map(|article| numbering.take_in(article.body(), tables))
            .collect();
        (numbering, words)
    });
    joined(shares)
}

/// All shares under the same numbers: words get theirs in the order in which they first stand, so those of the first
/// share keep what they have.
fn joined(shares: Vec<(Numbering, Vec<Words>)>) -> (Numbering, Vec<Words>) {
    let mut shares = shares.into_iter();
    let (mut all, mut all_words) = shares.next().unwrap_or_default();
    for (share, words) in shares {
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
        for mut article in words {
            for id in &mut article.ids {
                *id = renamed.get(*id as usize).copied().unwrap_or_default();
            }
            all_words.push(article);
        }
    }
    (all, all_words)
}
