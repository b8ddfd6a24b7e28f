//! Names that outlets write in different ways: Tiongkok and China, Sergei and Sergey.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::text::{fold, phrase};

/// Which words count as one when articles are compared. Changes nothing in what is displayed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Spellings {
    /// The spellings of one name a row, each one word. A word in two rows counts for the first.
    pub rows: Vec<Vec<String>>,
    /// Words that look like spellings of one name and are not, a group a row: none of them is joined with another.
    pub apart: Vec<Vec<String>>,
}

impl Default for Spellings {
    /// The rows of `assets/lists/variants.txt`.
    fn default() -> Self {
        let rows = LIST.lines().filter(|line| !line.starts_with('#'));
        Self {
            rows: rows
                .map(row)
                .filter(|row: &Vec<String>| row.len() > 1)
                .collect(),
            apart: Vec::new(),
        }
    }
}

const LIST: &str = include_str!("../../assets/lists/variants.txt");

/// A folded word as the program's list prints it.
pub fn as_listed(folded: &str) -> Option<&'static str> {
    static PRINTED: LazyLock<FxHashMap<String, &str>> = LazyLock::new(|| {
        let words = LIST.lines().filter(|line| !line.starts_with('#'));
        let words = words.flat_map(str::split_whitespace);
        words.map(|word| (fold(word).into_owned(), word)).collect()
    });
    PRINTED.get(folded).copied()
}

/// Why what was typed is no row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoRow {
    /// Less than two different words.
    TooFew,
    /// This word stands in another row, which is given too.
    Elsewhere(String, Vec<String>),
}

impl Spellings {
    /// The table with the row at `place`, or one row more, as it was typed: words with blanks or commas between.
    ///
    /// # Errors
    /// What was typed is no row.
    pub fn with_row(&self, place: Option<usize>, typed: &str) -> Result<Self, NoRow> {
        let row = row(typed);
        if row.len() < 2 {
            return Err(NoRow::TooFew);
        }
        let others = self.rows.iter().enumerate();
        for (_, other) in others.filter(|(at, _)| Some(*at) != place) {
            if let Some(word) = row.iter().find(|word| other.contains(*word)) {
                return Err(NoRow::Elsewhere(word.clone(), other.clone()));
            }
        }
        let mut next = self.clone();
        // Who joins words means that they are not apart.
        next.apart.retain(|group| in_common(group, &row) < 2);
        match place.and_then(|place| next.rows.get_mut(place)) {
            Some(slot) => *slot = row,
            None => next.rows.push(row),
        }
        Ok(next)
    }

    /// The table with spellings that the program learned: in the row that has one of them, or in a row of their own.
    pub fn keeping(&self, learned: &[String]) -> Self {
        let mut next = self.clone();
        match next.rows.iter_mut().find(|row| in_common(row, learned) > 0) {
            Some(row) => {
                let new = learned.iter().filter(|word| !row.contains(word));
                let new: Vec<String> = new.cloned().collect();
                row.extend(new);
            }
            None => next.rows.push(learned.to_vec()),
        }
        next
    }

    /// The table without the row at `place`.
    pub fn without_row(&self, place: usize) -> Self {
        let mut next = self.clone();
        if place < next.rows.len() {
            next.rows.remove(place);
        }
        next
    }

    /// The table with these words never joined.
    pub fn parting(&self, words: &[String]) -> Self {
        let mut next = self.clone();
        next.apart.push(words.to_vec());
        next
    }

    /// The table without the group at `place` of those that are never joined.
    pub fn without_group(&self, place: usize) -> Self {
        let mut next = self.clone();
        if place < next.apart.len() {
            next.apart.remove(place);
        }
        next
    }
}

/// The words of a row as it was typed, folded, each once.
fn row(typed: &str) -> Vec<String> {
    let mut row: Vec<String> = Vec::new();
    for word in phrase(typed).split(' ').filter(|word| !word.is_empty()) {
        if !row.iter().any(|other| other == word) {
            row.push(word.to_owned());
        }
    }
    row
}

fn in_common(one: &[String], two: &[String]) -> usize {
    one.iter().filter(|word| two.contains(word)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&str], apart: &[&str]) -> Spellings {
        let split = |rows: &[&str]| rows.iter().map(|text| row(text)).collect();
        Spellings {
            rows: split(rows),
            apart: split(apart),
        }
    }

    #[test]
    fn a_row_is_typed_as_text() {
        let before = table(&["tiongkok china"], &["belmora belmorra"]);
        assert_eq!(
            before.with_row(Some(0), "Tiongkok, China = CINA china"),
            Ok(table(&["tiongkok china cina"], &["belmora belmorra"]))
        );
        assert_eq!(
            before.with_row(None, "Belmorra Belmora"),
            Ok(table(&["tiongkok china", "belmorra belmora"], &[]))
        );
        assert_eq!(before.with_row(None, "rusia, Rusia"), Err(NoRow::TooFew));
        assert_eq!(
            before.with_row(None, "cina china"),
            Err(NoRow::Elsewhere("china".into(), row("tiongkok china")))
        );
    }

    #[test]
    fn learned_spellings_are_kept_or_parted() {
        let before = table(&["tiongkok china"], &[]);
        let learned = |text: &str| row(text);
        assert_eq!(
            before.keeping(&learned("china chyna")).rows,
            table(&["tiongkok china chyna"], &[]).rows
        );
        assert_eq!(
            before.keeping(&learned("ilse ilsa")).rows,
            table(&["tiongkok china", "ilse ilsa"], &[]).rows
        );
        let parted = before.parting(&learned("ilse ilsa"));
        assert_eq!(parted, table(&["tiongkok china"], &["ilse ilsa"]));
        assert_eq!(parted.without_group(0), before);
        assert_eq!(before.without_row(0), table(&[], &[]));
    }
}
