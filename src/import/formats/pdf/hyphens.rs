//! Two rows of a paragraph put together, and the hyphen at the end of the first.
//!
//! A hyphen may be there for the row's end alone, or belong to the word. Where the text itself has the word elsewhere,
//! that decides. A reduplication keeps its hyphen ("undang-undang", "bolak-balik"), and so does what goes on with a
//! capital letter or a figure.

use std::collections::BTreeSet;

/// Puts `next` behind `text`; `known` are all words that stand inside rows, in small letters.
pub fn join(text: &mut String, next: &str, known: &BTreeSet<String>) {
    let Some(begun) = text.strip_suffix(['-', '\u{2010}', '\u{AD}']) else {
        text.push(' ');
        text.push_str(next);
        return;
    };
    let soft = text.ends_with('\u{AD}');
    let before = last_word(begun).to_lowercase();
    let after = first_word(next).to_lowercase();
    if before.is_empty() {
        // A dash between two words.
        text.push(' ');
    } else if soft || !keeps(&before, &after, next, known) {
        text.pop();
    }
    text.push_str(next);
}

fn keeps(before: &str, after: &str, next: &str, known: &BTreeSet<String>) -> bool {
    let goes_on = next.chars().next().is_some_and(char::is_lowercase);
    if !goes_on || before.contains('-') || known.contains(&format!("{before}-{after}")) {
        return true;
    }
    !known.contains(&format!("{before}{after}")) && is_reduplication(before, after)
}

/// Whether two halves are the same word, or one with a changed sound: "anak-anaknya", "berlari-lari",
/// "tembak-menembak", "bolak-balik", "sayur-mayur".
fn is_reduplication(before: &str, after: &str) -> bool {
    const SHORTEST: usize = 3;
    let (one, other): (Vec<char>, Vec<char>) = (before.chars().collect(), after.chars().collect());
    if one.len() < SHORTEST || other.len() < SHORTEST {
        return false;
    }
    let consonants = |word: &[char]| -> String {
        let sounds = word.iter().filter(|letter| !"aiueo".contains(**letter));
        sounds.collect()
    };
    let changed_vowels = one.len() == other.len() && consonants(&one) == consonants(&other);
    let tail = |word: &[char]| -> String { word.iter().skip(1).collect() };
    let begins = tail(&one).len() >= SHORTEST && after.contains(&tail(&one));
    after.starts_with(before) || before.ends_with(after) || changed_vowels || begins
}

/// All words of `rows` that do not stand at an end where they may be cut, in small letters.
pub fn inner_words<'a>(rows: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    for row in rows {
        let words = row
            .split_whitespace()
            .map(|word| word.trim_matches(is_sign));
        known.extend(words.filter(|word| !word.is_empty()).map(str::to_lowercase));
    }
    known
}

fn is_sign(letter: char) -> bool {
    !letter.is_alphanumeric() && letter != '-'
}

fn last_word(text: &str) -> &str {
    let word = text.split_whitespace().next_back().unwrap_or_default();
    if text.ends_with(char::is_whitespace) {
        return "";
    }
    word.trim_start_matches(is_sign)
}

fn first_word(text: &str) -> &str {
    let word = text.split_whitespace().next().unwrap_or_default();
    word.trim_end_matches(is_sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_at_the_end_of_a_row() {
        let known =
            inner_words(["A long-term plan of the government, said the minister"].into_iter());
        for (text, next, joined) in [
            ("Meja", "bundar", "Meja bundar"),
            ("peme-", "rintahan baru", "pemerintahan baru"),
            ("gov-", "ernment", "government"),
            ("long-", "term", "long-term"),
            ("undang-", "undang.", "undang-undang."),
            ("anak-", "anaknya", "anak-anaknya"),
            ("bolak-", "balik", "bolak-balik"),
            ("sayur-", "mayur", "sayur-mayur"),
            ("tembak-", "menembak", "tembak-menembak"),
            ("berlari-", "lari", "berlari-lari"),
            ("me-", "menuhi", "memenuhi"),
            ("Asia-", "Pasifik", "Asia-Pasifik"),
            ("ke-", "75", "ke-75"),
            ("state-of-the-", "art", "state-of-the-art"),
            ("rail\u{AD}", "way", "railway"),
            ("HALVORN -", "Kereta", "HALVORN - Kereta"),
        ] {
            let mut text = text.to_owned();
            join(&mut text, next, &known);
            assert_eq!(text, joined);
        }
    }
}
