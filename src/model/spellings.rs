//! Names that outlets write in different ways: Tiongkok and China, Sergei and Sergey.

use serde::{Deserialize, Serialize};

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
        let list = include_str!("../../assets/lists/variants.txt");
        Self {
            rows: list
                .lines()
                .filter(|line| !line.starts_with('#'))
                .map(|line| line.split_whitespace().map(str::to_owned).collect())
                .filter(|row: &Vec<String>| row.len() > 1)
                .collect(),
            apart: Vec::new(),
        }
    }
}
