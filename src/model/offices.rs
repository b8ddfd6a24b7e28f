//! Titles and offices: the words before a person's name, and those of which formulae are made.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::text::{fold, phrase};

/// What a word is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// It stands before a person's name, and runs of such words and of names are formulae: "president".
    Office,
    /// It stands before a person's name: "coach".
    Address,
    /// It only belongs to formulae: "foreign".
    Part,
}

impl Purpose {
    /// Whether it stands before a person's name.
    pub fn is_before_names(self) -> bool {
        self != Self::Part
    }

    /// Whether runs of such words and of names are formulae.
    pub fn is_in_formulae(self) -> bool {
        self != Self::Address
    }
}

/// A word of the program's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The language in which it is listed, as a tag; [`OTHERS`] for all that have no list of their own.
    pub language: &'static str,
    /// What it is for.
    pub used: Purpose,
    /// Folded.
    pub word: String,
}

/// The tag of all languages that have no list of their own.
pub const OTHERS: &str = "mul";
/// The languages of the lists, in the order in which they are shown.
pub const LANGUAGES: [&str; 4] = ["id", "ms", "en", OTHERS];

static LISTED: LazyLock<Vec<Listed>> = LazyLock::new(|| {
    let list = include_str!("../../assets/lists/offices.tsv");
    list.lines().flat_map(row).collect()
});

static USES: LazyLock<FxHashMap<&str, Purpose>> = LazyLock::new(|| {
    let uses = LISTED.iter().map(|row| (row.word.as_str(), row.used));
    uses.collect()
});

fn row(line: &'static str) -> Vec<Listed> {
    let mut columns = line.split('\t');
    let (Some(language), Some(used), Some(words)) =
        (columns.next(), columns.next(), columns.next())
    else {
        return Vec::new();
    };
    let used = match used {
        "office" => Purpose::Office,
        "address" => Purpose::Address,
        _ => Purpose::Part,
    };
    let words = words.split_whitespace().map(|word| Listed {
        language,
        used,
        word: fold(word).into_owned(),
    });
    words.collect()
}

/// The words of `assets/lists/offices.tsv`. All count in all articles: many are read in several languages, and a
/// language without a list knows what it borrowed.
pub fn listed() -> &'static [Listed] {
    &LISTED
}

/// A word that the reader added: an office.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Added {
    /// The language under which it stands, one of [`LANGUAGES`].
    pub language: String,
    /// Folded.
    pub word: String,
}

/// What the reader changed in the lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Offices {
    /// Words that are offices too.
    pub added: Vec<Added>,
    /// Words of the lists that count for nothing, folded.
    pub off: Vec<String>,
}

impl Offices {
    /// With the words of `typed` under `language`; what was switched off is on again. Nothing where all of them count
    /// already, or no word is typed.
    pub fn with(&self, language: &str, typed: &str) -> Option<Self> {
        let mut next = self.clone();
        for word in phrase(typed).split(' ').filter(|word| !word.is_empty()) {
            next.off.retain(|off| off != word);
            if next.used(word).is_none() {
                next.added.push(Added {
                    language: language.to_owned(),
                    word: word.to_owned(),
                });
            }
        }
        (next != *self).then_some(next)
    }

    /// Without a word that the reader added.
    pub fn without(&self, word: &str) -> Self {
        let mut next = self.clone();
        next.added.retain(|added| added.word != word);
        next
    }

    /// With a word of the lists switched off, or on again.
    pub fn switched(&self, word: &str) -> Self {
        let mut next = self.clone();
        next.off.retain(|off| off != word);
        if next.off.len() == self.off.len() {
            next.off.push(word.to_owned());
        }
        next
    }

    /// What a folded word is for, if it is a title or office.
    pub fn used(&self, word: &str) -> Option<Purpose> {
        if self.is_added(word) {
            return Some(Purpose::Office);
        }
        let listed = USES.get(word).copied();
        listed.filter(|_| self.is_on(word))
    }

    /// Whether a word of the lists counts.
    pub fn is_on(&self, word: &str) -> bool {
        !self.off.iter().any(|off| off == word)
    }

    fn is_added(&self, word: &str) -> bool {
        self.added.iter().any(|added| added.word == word)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_list_has_each_word_once_in_a_language_that_is_shown() {
        let words: BTreeSet<&str> = listed().iter().map(|listed| listed.word.as_str()).collect();
        assert_eq!(words.len(), listed().len());
        for language in LANGUAGES {
            assert!(listed().iter().any(|listed| listed.language == language));
        }
        let known = |listed: &Listed| LANGUAGES.contains(&listed.language);
        assert!(listed().iter().all(known));
    }

    #[test]
    fn words_are_added_as_they_are_typed_and_switched() {
        let none = Offices::default();
        let muda = none.with("id", "Laksamana Muda").unwrap_or_default();
        let words: Vec<&str> = muda.added.iter().map(|added| added.word.as_str()).collect();
        assert_eq!(words, ["muda"], "the other one is listed");
        assert_eq!(muda.with("en", "muda, LAKSAMANA"), None);
        assert_eq!(none.with("id", " – "), None);
        assert_eq!(muda.without("muda"), none);
        let off = none.switched("laksamana");
        assert!(!off.is_on("laksamana") && off.is_on("kapten"));
        assert_eq!(off.switched("laksamana"), none);
        assert_eq!(off.with("id", "laksamana"), Some(none));
    }
}
