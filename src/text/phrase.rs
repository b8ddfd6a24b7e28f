//! The key of a piece of wording: what is the same wording to a reader has the same key.

use super::{fold, words};

/// The words of `text`, folded, with one blank between.
pub fn phrase(text: &str) -> String {
    let folded: Vec<_> = words(text)
        .into_iter()
        .map(|span| fold(span.of(text)))
        .collect();
    folded.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_marks_make_no_other_phrase() {
        for text in [
            "Menteri Luar Negeri Ilse Marquand",
            "menteri luar  negeri, ILSE\nMarquand.",
        ] {
            assert_eq!(phrase(text), "menteri luar negeri ilse marquand");
        }
        assert_eq!(phrase(" – "), "");
    }
}
