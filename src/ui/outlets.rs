//! Colour and letters of each outlet: the same wherever it appears, the letters unique in a project.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::Findings;
use crate::model::Article;

/// The outlets of a project, in the order in which they first appear.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outlets {
    /// By name in small letters: the number in the order of appearance, and the letters.
    known: BTreeMap<String, (usize, String)>,
    /// All letters that are given.
    taken: BTreeSet<String>,
}

/// Outlets are the same however a page shouts their names.
fn key(article: &Article) -> String {
    article.outlet().to_lowercase()
}

/// Whether the first word of an outlet's name tells it from no other one: "The", "La", "Die". "LA Times" is another matter.
fn is_silent(word: &str) -> bool {
    const SILENT: [&str; 13] = [
        "the", "der", "die", "das", "le", "la", "les", "el", "los", "il", "lo", "het", "de",
    ];
    word.chars().any(char::is_lowercase) && SILENT.contains(&word.to_lowercase().as_str())
}

impl Outlets {
    /// The outlets of all articles.
    pub fn of(findings: &Findings) -> Self {
        let mut outlets = Self::default();
        for article in &findings.articles {
            if !outlets.known.contains_key(&key(article)) {
                let letters = outlets.free_letters(article.outlet());
                outlets.take(key(article), letters);
            }
        }
        outlets
    }

    fn take(&mut self, name: String, letters: String) {
        let number = self.known.len();
        self.taken.insert(letters.clone());
        self.known.insert(name, (number, letters));
    }

    /// Number (for the colour) and letters of an article's outlet.
    pub fn get(&self, article: &Article) -> (usize, &str) {
        self.known
            .get(&key(article))
            .map_or((0, "?"), |(number, letters)| (*number, letters))
    }

    /// Initials, or the first letters; with a figure behind where those are taken.
    fn free_letters(&self, name: &str) -> String {
        // The ending of a domain tells nothing.
        let own = if name.contains(' ') {
            name
        } else {
            name.split('.').next().unwrap_or(name)
        };
        let words: Vec<&str> = own
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let words = match words.as_slice() {
            [first, rest @ ..] if !rest.is_empty() && is_silent(first) => rest,
            all => all,
        };
        let initials: String = words
            .iter()
            .filter_map(|word| word.chars().next())
            .take(2)
            .collect();
        let first: Vec<char> = words
            .first()
            .map(|word| word.chars().collect())
            .unwrap_or_default();
        let from_first = |second: usize| -> Option<String> {
            Some([*first.first()?, *first.get(second)?].iter().collect())
        };
        let initials = (words.len() > 1).then_some(initials);
        let head = first.first().copied().unwrap_or('?');
        // One after the other, until one is free: most projects need the first.
        initials
            .into_iter()
            .chain((1..first.len()).filter_map(from_first))
            .chain((1..=9).map(|number| format!("{head}{number}")))
            .chain((self.known.len()..).map(|number| number.to_string()))
            .map(|letters| letters.to_uppercase())
            .find(|letters| !self.taken.contains(letters))
            .unwrap_or_else(|| "?".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_unique() {
        let mut outlets = Outlets::default();
        let mut letters = Vec::new();
        for name in [
            "Warta Samira",
            "Warta Senja",
            "Wasit",
            "The Vellin Courier",
            "The Guardsman",
            "LA Times",
            "kabar.id",
            "外报",
            "",
        ] {
            let free = outlets.free_letters(name);
            outlets.take(name.to_lowercase(), free.clone());
            letters.push(free);
        }
        assert_eq!(
            letters,
            ["WS", "WA", "WI", "VC", "GU", "LT", "KA", "外报", "?1"]
        );
    }
}
