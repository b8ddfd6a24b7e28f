//! Words to terms: what counts as the same word when a statement is told again.
//!
//! A term is a rough stem without accents and hyphens: of English texts endings are off, of Indonesian and Malay ones
//! affixes (*menyepakati*, *disepakati*, *kesepakatan* are one), and of any only the first letters count. Of languages
//! without rules here these are five, as serve Turkish nearly as well as a stemmer (Can et al., "Information retrieval on
//! Turkish texts", JASIST 59/3, 2008), and of Korean, whose words carry their particles, two syllables. Rough on purpose:
//! a wrong join costs little, because a sentence is known by many words; only words without content are never joined to
//! others. Words that newspapers use for one another (`assets/lists/synonyms.txt`) are one term. Numbers stay whole but
//! for a currency before them, and spellings of one name have one number already.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::analysis::corpus::{Corpus, WordClass};
use crate::analysis::lists;
use crate::text::fold_accents;

/// Letters of a stem that count: where endings are off, where they are not, and of syllables of Hangul.
const LETTERS: usize = 7;
const LETTERS_UNCUT: usize = 5;
const SYLLABLES: usize = 2;

/// Fewest letters that stay when an ending or a prefix goes.
const ROOT: usize = 4;

/// Share of *yang* among the words from which on texts count as Indonesian or Malay, and of *the* for English: one in so
/// many.
const YANG_IN: usize = 250;
const THE_IN: usize = 100;

/// What is taken off words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Affixes {
    English,
    Malay,
    /// Nothing: of the language they are not known.
    Unknown,
}

/// The numbers of words that tell languages.
#[derive(Clone, Copy, Debug)]
pub struct Tells {
    yang: Option<u32>,
    the: Option<u32>,
}

impl Tells {
    /// Looks for them among all words.
    pub fn new(corpus: &Corpus) -> Self {
        Self {
            yang: corpus.number("yang"),
            the: corpus.number("the"),
        }
    }

    fn affixes(self, corpus: &Corpus, articles: &[usize]) -> Affixes {
        let is_told = |word: Option<u32>, one_in: usize| {
            word.is_some_and(|word| is_common(corpus, articles, word, one_in))
        };
        if is_told(self.yang, YANG_IN) {
            Affixes::Malay
        } else if is_told(self.the, THE_IN) {
            Affixes::English
        } else {
            Affixes::Unknown
        }
    }
}

/// Endings of English, the longest first, and what stays at least.
const ENDINGS: [&str; 11] = [
    "ingly", "edly", "ings", "ing", "ies", "ied", "ed", "es", "ly", "s", "e",
];

/// Currencies that are written in letters before an amount, with a blank or without.
const CURRENCIES: [&str; 2] = ["rp", "rm"];

/// Particles and possessives of Indonesian, then its suffixes.
const PARTICLES: [&str; 4] = ["nya", "lah", "kah", "pun"];
const SUFFIXES: [&str; 3] = ["kan", "an", "i"];

/// Prefixes of Indonesian, and the first letter of the root that they swallow before a vowel.
const PREFIXES: [(&str, &str); 14] = [
    ("meny", "s"),
    ("peny", "s"),
    ("meng", ""),
    ("peng", ""),
    ("mem", "p"),
    ("pem", "p"),
    ("men", "t"),
    ("pen", "t"),
    ("ber", ""),
    ("ter", ""),
    ("per", ""),
    ("me", ""),
    ("di", ""),
    ("ke", ""),
];

/// The terms of some articles.
pub struct Terms {
    /// The term of each word number that stands in them.
    of_word: FxHashMap<u32, u32>,
    /// What kind of word each term is.
    pub classes: Vec<WordClass>,
}

impl Terms {
    /// Numbers the terms of `articles` in the order in which they first stand there.
    pub fn new(corpus: &Corpus, articles: &[usize], tells: Tells) -> Self {
        let affixes = tells.affixes(corpus, articles);
        let mut terms = Self {
            of_word: FxHashMap::default(),
            classes: Vec::new(),
        };
        let mut by_stem: FxHashMap<(String, bool), u32> = FxHashMap::default();
        let words = articles
            .iter()
            .filter_map(|article| corpus.words.get(*article));
        for id in words.flat_map(|words| &words.ids) {
            if terms.of_word.contains_key(id) {
                continue;
            }
            let form = corpus.forms.get(*id as usize).map_or("", String::as_str);
            let class = corpus
                .classes
                .get(*id as usize)
                .copied()
                .unwrap_or_default();
            let next = terms.classes.len() as u32;
            // A short stem can be that of a word with content and of one without.
            let key = (key(form, affixes), class.contains(WordClass::FUNCTION));
            let term = *by_stem.entry(key).or_insert(next);
            match terms.classes.get_mut(term as usize) {
                Some(known) => *known &= class,
                None => terms.classes.push(class),
            }
            terms.of_word.insert(*id, term);
        }
        terms
    }

    /// The term of a word number.
    pub fn of(&self, word: u32) -> Option<u32> {
        self.of_word.get(&word).copied()
    }

    /// Whether a term says something: no "of", "the", "yang".
    pub fn has_content(&self, term: u32) -> bool {
        !self.class(term).contains(WordClass::FUNCTION)
    }

    /// The kind of a term: what all its words are.
    pub fn class(&self, term: u32) -> WordClass {
        self.classes.get(term as usize).copied().unwrap_or_default()
    }
}

/// Whether of so many words of `articles` more than one is this.
fn is_common(corpus: &Corpus, articles: &[usize], word: u32, one_in: usize) -> bool {
    let words = articles.iter().filter_map(|it| corpus.words.get(*it));
    let (mut all, mut found) = (0, 0);
    for words in words {
        all += words.ids.len();
        found += words.ids.iter().filter(|id| **id == word).count();
    }
    found * one_in > all
}

static SYNONYMS: LazyLock<FxHashMap<String, String>> = LazyLock::new(|| synonyms(Affixes::English));
static MALAY_SYNONYMS: LazyLock<FxHashMap<String, String>> =
    LazyLock::new(|| synonyms(Affixes::Malay));

/// For the stem of each listed synonym the stem that stands for its row; where rows meet, the first holds.
fn synonyms(affixes: Affixes) -> FxHashMap<String, String> {
    let mut table: FxHashMap<String, String> = FxHashMap::default();
    for row in lists::synonyms() {
        let stems: Vec<String> = row.iter().map(|word| stem(word, affixes)).collect();
        if let Some(first) = stems.first() {
            for other in &stems {
                table.entry(other.clone()).or_insert_with(|| first.clone());
            }
        }
    }
    table
}

/// What stands for a folded word and for all that count as the same.
fn key(form: &str, affixes: Affixes) -> String {
    let stem = stem(form, affixes);
    let table = match affixes {
        Affixes::English => &SYNONYMS,
        Affixes::Malay => &MALAY_SYNONYMS,
        // The lists are of those two.
        Affixes::Unknown => return stem,
    };
    table.get(&stem).cloned().unwrap_or(stem)
}

/// The rough stem of a folded word.
fn stem(form: &str, affixes: Affixes) -> String {
    if form.chars().any(char::is_numeric) {
        // "Rp900" is "Rp 900".
        let amount = CURRENCIES.iter().find_map(|it| form.strip_prefix(it));
        return amount.unwrap_or(form).to_owned();
    }
    // Written twice: the plural of Indonesian.
    let form = match form.split_once('-') {
        Some((one, two)) if one == two => one,
        _ => form,
    };
    let bare = fold_accents(form.strip_suffix("'s").unwrap_or(form)).replace('-', "");
    let (root, letters) = match affixes {
        Affixes::Malay => (malay_root(&bare), LETTERS),
        Affixes::English => (english_root(&bare).to_owned(), LETTERS),
        Affixes::Unknown if bare.starts_with(is_hangul) => (bare, SYLLABLES),
        Affixes::Unknown => (bare, LETTERS_UNCUT),
    };
    root.chars().take(letters).collect()
}

fn is_hangul(character: char) -> bool {
    ('\u{AC00}'..='\u{D7A3}').contains(&character)
}

fn without_ending<'w>(word: &'w str, endings: &[&str], least: usize) -> &'w str {
    endings
        .iter()
        .find_map(|ending| {
            word.strip_suffix(ending)
                .filter(|rest| rest.chars().count() >= least)
        })
        .unwrap_or(word)
}

fn english_root(word: &str) -> &str {
    let rest = without_ending(word, &ENDINGS, ROOT - 1);
    rest.strip_suffix('y')
        .filter(|rest| rest.len() >= ROOT - 1)
        .unwrap_or(rest)
}

fn malay_root(word: &str) -> String {
    let bare = without_ending(word, &PARTICLES, ROOT);
    let bare = without_ending(bare, &SUFFIXES, ROOT);
    PREFIXES
        .iter()
        .find_map(|(prefix, swallowed)| {
            let rest = bare.strip_prefix(prefix)?;
            let root = if rest.starts_with(['a', 'e', 'i', 'o', 'u']) {
                format!("{swallowed}{rest}")
            } else if prefix.ends_with("ny") {
                return None;
            } else {
                rest.to_owned()
            };
            (root.chars().count() >= ROOT).then_some(root)
        })
        .unwrap_or_else(|| bare.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_one_term() {
        for (affixes, words) in [
            (
                Affixes::Malay,
                &["menyepakati", "disepakati", "sepakat", "sepakati"][..],
            ),
            (
                Affixes::Malay,
                &["memutar", "diputar", "berputar", "putaran"],
            ),
            (
                Affixes::Malay,
                &["penutupan", "menutup", "ditutup", "tutup"],
            ),
            (Affixes::Malay, &["kapal-kapal", "kapal", "kapalnya"]),
            (Affixes::Malay, &["membantu", "dibantu", "bantuan"]),
            (Affixes::English, &["agreed", "agree", "agrees"]),
            (Affixes::English, &["studies", "study", "studied"]),
            (
                Affixes::English,
                &["negotiations", "negotiators", "negotiated"],
            ),
            (Affixes::English, &["queen's", "queen"]),
            (Affixes::English, &["treaty", "accords", "agreement"]),
            (Affixes::English, &["re-opened", "reopen"]),
            (Affixes::English, &["sánchez", "sanchez"]),
            (
                Affixes::Unknown,
                &["договорились", "договор", "договорённость"],
            ),
            (Affixes::Unknown, &["güterverkehr", "güterverkehrs"]),
            (Affixes::Unknown, &["정부는", "정부가", "정부"]),
            (Affixes::Malay, &["rp900", "900"]),
            (Affixes::Malay, &["perselisihan", "berseteru", "sengketa"]),
        ] {
            let stems: Vec<String> = words.iter().map(|word| key(word, affixes)).collect();
            assert!(stems.windows(2).all(|two| two[0] == two[1]), "{stems:?}");
        }
        assert_ne!(
            stem("1974", Affixes::English),
            stem("1975", Affixes::English)
        );
    }
}
