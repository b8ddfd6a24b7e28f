//! Colour and letters of each outlet: the same wherever it appears, the letters unique in a project.

use crate::analysis::Findings;
use crate::model::Article;

/// The outlets of a project, in the order in which they first appear.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outlets {
    /// Name and letters.
    known: Vec<(String, String)>,
}

impl Outlets {
    /// The outlets of all articles.
    pub fn of(findings: &Findings) -> Self {
        let mut outlets = Self::default();
        for article in &findings.articles {
            let name = article.outlet();
            if !outlets.known.iter().any(|(known, _)| known == name) {
                let letters = outlets.free_letters(name);
                outlets.known.push((name.to_owned(), letters));
            }
        }
        outlets
    }

    /// Number (for the colour) and letters of an article's outlet.
    pub fn get(&self, article: &Article) -> (usize, &str) {
        let name = article.outlet();
        self.known
            .iter()
            .position(|(known, _)| known == name)
            .and_then(|number| Some((number, self.known.get(number)?.1.as_str())))
            .unwrap_or((0, "?"))
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
        let mut candidates: Vec<String> = Vec::new();
        if words.len() > 1 {
            candidates.push(initials);
        }
        candidates.extend((1..first.len()).filter_map(from_first));
        candidates
            .extend((1..=99).map(|number| format!("{}{number}", first.first().unwrap_or(&'?'))));
        candidates.extend((1..=9999).map(|number| number.to_string()));
        candidates
            .into_iter()
            .map(|letters| letters.to_uppercase())
            .find(|letters| !self.known.iter().any(|(_, taken)| taken == letters))
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
            "kabar.id",
            "外报",
            "",
        ] {
            let free = outlets.free_letters(name);
            outlets.known.push((name.to_owned(), free.clone()));
            letters.push(free);
        }
        assert_eq!(letters, ["WS", "WA", "WI", "KA", "外报", "?1"]);
    }
}
