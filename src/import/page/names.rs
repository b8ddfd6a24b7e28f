//! Names of people, as far as their form tells.

use super::lists::AGENCIES;
use crate::text::is_letter;

/// Particles that stand in small letters within names.
const PARTICLES: [&str; 16] = [
    "bin", "binti", "al", "de", "da", "di", "del", "van", "von", "der", "den", "la", "le", "dos",
    "el", "y",
];

/// Whether `text` has the form of a person's name: one to five words, each with a capital, no digits.
pub(super) fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..=5).contains(&words.len())
        && words.iter().all(|word| is_name_word(word))
        && words.iter().any(|word| word.chars().count() > 1)
}

fn is_name_word(word: &str) -> bool {
    let letters = word.trim_matches(['.', ',', '\'', '’']);
    letters
        .chars()
        .next()
        .is_some_and(|first| first.is_uppercase() || first.is_alphabetic() && !first.is_lowercase())
        && letters
            .chars()
            .all(|c| is_letter(c) || matches!(c, '.' | '-' | '\'' | '’'))
        || PARTICLES.contains(&letters)
}

/// Initials in brackets, as desks sign: two to four capitals, or small letters.
pub(super) fn initials(text: &str) -> Option<&str> {
    let inner = text.trim().strip_prefix('(')?.strip_suffix(')')?;
    let parts = inner.split('/');
    let short = parts.clone().all(|part| {
        (2..=4).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
    });
    (short && parts.count() <= 3).then_some(inner)
}

/// The name under which a known agency is shown, if `text` is one of its forms.
pub(super) fn known_agency(text: &str) -> Option<&'static str> {
    let text = text.trim();
    AGENCIES.iter().find_map(|forms| {
        let is_form = forms.iter().any(|form| {
            // Short forms are told from words by their capitals.
            if form.len() <= 3 {
                *form == text
            } else {
                form.eq_ignore_ascii_case(text)
            }
        });
        is_form.then(|| forms.first().copied()).flatten()
    })
}

/// What stands between names, in the languages whose newspapers we have seen.
const SEPARATORS: [&str; 14] = [
    ", ", " and ", " dan ", " & ", "; ", " with ", " und ", " et ", " och ", " og ", " ve ",
    " en ", "、", " | ",
];

/// What stands between the separators.
pub(super) fn split_at<'t>(text: &'t str, separators: &[&str]) -> Vec<&'t str> {
    let mut parts = vec![text];
    for separator in separators {
        let split = parts.into_iter().flat_map(|part| part.split(*separator));
        parts = split.collect();
    }
    parts
}

/// A row of names to names: "A and B", "A, B dan C", "A & B".
pub(super) fn split_names(text: &str) -> Vec<&str> {
    split_at(text, &SEPARATORS)
        .into_iter()
        .map(|part| part.trim().trim_end_matches([',', '.', ';']).trim())
        .filter(|part| !part.is_empty())
        .collect()
}

/// `text` with each word's first letter large and the rest small; short words in capitals stay.
pub(super) fn title_case(text: &str) -> String {
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| {
            let mut letters = word.chars();
            match letters.next() {
                Some(first) => first
                    .to_uppercase()
                    .chain(letters.flat_map(char::to_lowercase))
                    .collect(),
                None => String::new(),
            }
        })
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_name() {
        for name in [
            "Dian Arwana",
            "J. Arden",
            "Nur van der Berg",
            "Siti binti Ali",
            "O'Brien",
        ] {
            assert!(is_name(name), "{name}");
        }
        for other in [
            "naskah itu",
            "14 April",
            "Harga Beras Naik di Enam Kota Besar",
            "",
            "A",
        ] {
            assert!(!is_name(other), "{other}");
        }
        assert_eq!(
            split_names("Maren Holt and Meridian"),
            ["Maren Holt", "Meridian"]
        );
        assert_eq!(initials("(RAS)"), Some("RAS"));
        assert_eq!(initials("(rfs/haf)"), Some("rfs/haf"));
        assert_eq!(initials("(lima orang)"), None);
        assert_eq!(known_agency("ANTARA"), Some("Antara"));
        assert_eq!(known_agency("ap"), None);
    }
}
