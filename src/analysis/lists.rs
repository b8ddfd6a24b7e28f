//! The word lists of `assets/lists` that comparing needs, folded and read once.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::text::fold;

/// The rows of a list, without what is said about it.
pub(super) fn rows(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|row| !row.starts_with('#'))
}

/// All words of a list, folded.
pub(super) fn set(list: &'static str) -> FxHashSet<String> {
    rows(list)
        .flat_map(str::split_whitespace)
        .map(|word| fold(word).into_owned())
        .collect()
}

static FUNCTION_WORDS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| set(include_str!("../../assets/lists/function-words.txt")));

/// Rows of folded words that newspapers use for one another.
pub fn synonyms() -> impl Iterator<Item = Vec<String>> {
    rows(include_str!("../../assets/lists/synonyms.txt")).map(|row| {
        row.split_whitespace()
            .map(|word| fold(word).into_owned())
            .collect()
    })
}

/// Whether a folded word carries no content. Languages without a list go by length: one or two letters of an
/// alphabet are hardly ever content.
pub fn is_function_word(folded: &str) -> bool {
    FUNCTION_WORDS.contains(folded)
        || (folded.len() <= 2 && folded.is_ascii() && folded.chars().all(char::is_alphabetic))
}
