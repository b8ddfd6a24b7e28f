//! The form in which two words are compared.
//!
//! Folded away: case, compatibility forms (ligatures, full-width letters), soft hyphens and other invisible
//! characters, and the style of apostrophes and hyphens. Accents stay: they tell words apart.

use std::borrow::Cow;

use icu_casemap::CaseMapper;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// The comparable form of `word`.
pub fn fold(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            Cow::Owned(word.to_ascii_lowercase())
        } else {
            Cow::Borrowed(word)
        };
    }
    // What is taken out can let its neighbours compose, and composing can bring out what is to be taken out: once more
    // until nothing changes, which is nearly always at once.
    let mut folded = fold_once(word);
    loop {
        let again = fold_once(&folded);
        if again == folded {
            return Cow::Owned(folded);
        }
        folded = again;
    }
}

/// The form in which a reader looks for something: folded, and without accents.
pub fn bare(text: &str) -> String {
    let folded = fold(text);
    if folded.is_ascii() {
        return folded.into_owned();
    }
    let parts = DecomposingNormalizerBorrowed::new_nfd().normalize(&folded);
    let is_accent = |letter: &char| matches!(letter, '\u{300}'..='\u{36F}');
    parts.chars().filter(|letter| !is_accent(letter)).collect()
}

fn fold_once(word: &str) -> String {
    let visible: String = word.chars().filter_map(plain).collect();
    let composed = ComposingNormalizerBorrowed::new_nfkc().normalize(&visible);
    let folded = CaseMapper::new().fold_string(&composed);
    ComposingNormalizerBorrowed::new_nfkc()
        .normalize(&folded)
        .into_owned()
}

/// One style of apostrophe and hyphen; nothing for what has no width.
fn plain(character: char) -> Option<char> {
    match character {
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{02BC}' | '\u{2032}' | '`' => Some('\''),
        '\u{2010}' | '\u{2011}' => Some('-'),
        '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => None,
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_the_same_word() {
        for (a, b) in [
            ("Kata", "kata"),
            ("Queen’s", "queen's"),
            ("kerja\u{AD}sama", "kerjasama"),
            ("ﬁnal", "Final"),
            ("STRASSE", "straße"),
            ("cafe\u{301}", "CAFÉ"),
            ("МОСКВА", "Москва"),
            ("ＡＦＰ", "afp"),
            ("6″", "6''"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} {b}");
        }
        assert_ne!(fold("café"), fold("cafe"));
        assert_eq!(bare("Café Đà Nẵng"), bare("CAFE Đa Nang"));
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(word in "\\PC{0,12}") {
            let once = fold(&word).into_owned();
            prop_assert_eq!(fold(&once).into_owned(), once);
        }
    }
}
