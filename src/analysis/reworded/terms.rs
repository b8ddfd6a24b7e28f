//! Words to terms: what counts as the same word when a statement is told again.
//!
//! A term is a rough stem: English endings off, and where the texts are Indonesian or Malay, its affixes too
//! (*menyepakati*, *disepakati*, *kesepakatan* are one), then the first letters only, which serves the languages that
//! have no rules here. Rough on purpose: a wrong join costs little, because a sentence is known by many words. Words that
//! newspapers use for one another (`assets/lists/synonyms.txt`) are one term. Numbers stay whole, and spellings of one
//! name have one number already.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::analysis::corpus::{Corpus, WordClass};
use crate::analysis::lists;

/// Letters of a stem that count.
const LETTERS: usize = 7;

/// Fewest letters that stay when an ending or a prefix goes.
const ROOT: usize = 4;

/// Share of *yang* among the words from which on texts count as Indonesian or Malay: one in so many.
const YANG_IN: usize = 250;

/// Endings of English, the longest first, and what stays at least.
const ENDINGS: [&str; 11] = [
    "ingly", "edly", "ings", "ing", "ies", "ied", "ed", "es", "ly", "s", "e",
];

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
    /// Numbers the terms of `articles` in the order in which they first stand there. `yang` is the number of that word.
    pub fn new(corpus: &Corpus, articles: &[usize], yang: Option<u32>) -> Self {
        let malay = yang.is_some_and(|yang| is_malay(corpus, articles, yang));
        let mut terms = Self {
            of_word: FxHashMap::default(),
            classes: Vec::new(),
        };
        let mut by_stem: FxHashMap<String, u32> = FxHashMap::default();
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
            let term = *by_stem.entry(key(form, malay)).or_insert(next);
            if term == next {
                terms.classes.push(class);
            }
            terms.of_word.insert(*id, term);
        }
        terms
    }

    /// The term of a word number.
    pub fn of(&self, word: u32) -> Option<u32> {
        self.of_word.get(&word).copied()
    }

    /// The kind of a term; of several words the first one's.
    pub fn class(&self, term: u32) -> WordClass {
        self.classes.get(term as usize).copied().unwrap_or_default()
    }
}

fn is_malay(corpus: &Corpus, articles: &[usize], yang: u32) -> bool {
    let (mut all, mut found) = (0, 0);
    for words in articles
        .iter()
        .filter_map(|article| corpus.words.get(*article))
    {
        all += words.ids.len();
        found += words.ids.iter().filter(|id| **id == yang).count();
    }
    found * YANG_IN > all
}

static SYNONYMS: LazyLock<FxHashMap<String, String>> = LazyLock::new(|| synonyms(false));
static MALAY_SYNONYMS: LazyLock<FxHashMap<String, String>> = LazyLock::new(|| synonyms(true));

/// For the stem of each listed synonym the stem that stands for its row; where rows meet, the first holds.
fn synonyms(malay: bool) -> FxHashMap<String, String> {
    let mut table: FxHashMap<String, String> = FxHashMap::default();
    for row in lists::synonyms() {
        let stems: Vec<String> = row.iter().map(|word| stem(word, malay)).collect();
        if let Some(first) = stems.first() {
            for other in &stems {
                table.entry(other.clone()).or_insert_with(|| first.clone());
            }
        }
    }
    table
}

/// What stands for a folded word and for all that count as the same.
fn key(form: &str, malay: bool) -> String {
    let stem = stem(form, malay);
    let table = if malay { &MALAY_SYNONYMS } else { &SYNONYMS };
    table.get(&stem).cloned().unwrap_or(stem)
}

/// The rough stem of a folded word.
fn stem(form: &str, malay: bool) -> String {
    if form.chars().any(char::is_numeric) {
        return form.to_owned();
    }
    // Written twice: the plural of Indonesian.
    let form = match form.split_once('-') {
        Some((one, two)) if one == two => one,
        _ => form,
    };
    let bare = form.strip_suffix("'s").unwrap_or(form);
    let root = if malay {
        malay_root(bare)
    } else {
        english_root(bare).to_owned()
    };
    root.chars().take(LETTERS).collect()
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
        for (malay, words) in [
            (
                true,
                &["menyepakati", "disepakati", "sepakat", "sepakati"][..],
            ),
            (true, &["memutar", "diputar", "berputar", "putaran"]),
            (true, &["penutupan", "menutup", "ditutup", "tutup"]),
            (true, &["kapal-kapal", "kapal", "kapalnya"]),
            (true, &["membantu", "dibantu", "bantuan"]),
            (false, &["agreed", "agree", "agrees"]),
            (false, &["studies", "study", "studied"]),
            (false, &["negotiations", "negotiators", "negotiated"]),
            (false, &["queen's", "queen"]),
            (false, &["treaty", "accords", "agreement"]),
            (true, &["perselisihan", "berseteru", "sengketa"]),
        ] {
            let stems: Vec<String> = words.iter().map(|word| key(word, malay)).collect();
            assert!(stems.windows(2).all(|two| two[0] == two[1]), "{stems:?}");
        }
        assert_ne!(stem("1974", false), stem("1975", false));
        assert_ne!(stem("harbour", false), stem("harvest", false));
    }
}
