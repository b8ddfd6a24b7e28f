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
        let differs = |byte: u8| byte.is_ascii_uppercase() || byte == b'`';
        return if word.bytes().any(differs) {
            Cow::Owned(word.to_ascii_lowercase().replace('`', "'"))
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

fn fold_once(word: &str) -> String {
    let visible: String = word.chars().filter_map(plain).collect();
    let composed = ComposingNormalizerBorrowed::new_nfkc().normalize(&visible);
    let folded = CaseMapper::new().fold_string(&composed);
    ComposingNormalizerBorrowed::new_nfkc()
        .normalize(&folded)
        .into_owned()
}

/// The comparable form without accents, for words that a reader looks for and may type without them. Marks of other
/// scripts than Latin, Greek and Cyrillic are letters, and stay.
pub fn fold_accents(word: &str) -> Cow<'_, str> {
    let folded = fold(word);
    if folded.is_ascii() {
        return folded;
    }
    let parts = DecomposingNormalizerBorrowed::new_nfd().normalize(&folded);
    let bare: String = parts
        .chars()
        .filter(|character| !('\u{300}'..='\u{36F}').contains(character))
        .collect();
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(&bare);
    Cow::Owned(composed.into_owned())
}

/// One style of apostrophe and hyphen; nothing for what has no width.
fn plain(character: char) -> Option<char> {
    match character {
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2032}' | '`' => Some('\''),
        '\u{02BB}'..='\u{02BF}' => Some('\''),
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
            ("Qur`an", "Qur'an"),
            ("Qurʾan", "Qur'an"),
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
    }

    #[test]
    fn accents_can_be_left_out() {
        for (a, b) in [
            ("Café", "cafe"),
            ("ÉLYSÉE", "elysee"),
            ("Đỗ", "đo"),
            ("naïve", "naive"),
        ] {
            assert_eq!(fold_accents(a), b);
        }
        assert_eq!(fold_accents("ก้าว"), "ก้าว");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(word in "\\PC{0,12}") {
            let once = fold(&word).into_owned();
            prop_assert_eq!(fold(&once).into_owned(), once);
        }
    }
}
