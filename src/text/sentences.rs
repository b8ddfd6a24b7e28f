//! Cutting a text into sentences.
//!
//! A sentence ends behind a full stop and its like, behind quotes and brackets that close there, unless the next word
//! begins small or the stop belongs to an abbreviation. It ends with its paragraph. A single line break ends it only
//! where the line ended one anyway, or is so short that it is a heading or a row of a list: plain text may be broken
//! at a right margin. Sentences of one or two words ("No.") are no unit of comparison and go with the next.

use std::ops::Range;

use super::Span;
use super::dates::is_short_month;

/// Shortest sentence that stands alone, in words.
const SHORTEST: usize = 3;

/// A line with fewer words before a line break is a heading or a row.
const FULL_LINE: usize = 8;

/// What ends a sentence where a blank stands behind it.
const STOPS: [char; 8] = ['.', '!', '?', '…', '؟', '۔', '।', '॥'];

/// What ends a sentence wherever it stands.
const FULL_STOPS: [char; 3] = ['。', '！', '？'];

/// What is written with a full stop and goes on behind it, folded and without the last stop.
const ABBREVIATIONS: [&str; 33] = [
    "a.m", "adm", "capt", "co", "col", "corp", "dr", "drs", "e.g", "gen", "gov", "hon", "i.e",
    "inc", "ir", "jr", "lt", "ltd", "mr", "mrs", "ms", "p.m", "prof", "rep", "reps", "sen", "sens",
    "sgt", "sr", "st", "tgk", "u.s", "vs",
];

/// What has its figure behind a full stop, folded; so have the short names of months.
const NUMBER_SIGNS: [&str; 4] = ["no", "nos", "art", "pasal"];

/// The sentences of `text`, as stretches of `words`, its words in order. Every word is in exactly one.
pub fn sentences(text: &str, words: &[Span]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut line) = (0, 0);
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1);
        let behind = Span::new(word.end, next.map_or(text.len(), |next| next.start)).of(text);
        let first = next.and_then(|next| next.of(text).chars().next());
        let goes_on = first.is_some_and(|first| {
            first.is_lowercase() || first.is_numeric() && is_number_sign(word.of(text))
        });
        let words_of_line = at + 1 - line;
        let ends = next.is_none() || is_end(word.of(text), behind, words_of_line, goes_on);
        if behind.contains('\n') {
            line = at + 1;
        }
        if ends && (at + 1 - start >= SHORTEST || behind.contains("\n\n")) {
            found.push(start..at + 1);
            start = at + 1;
        }
    }
    if start < words.len() {
        found.push(start..words.len());
    }
    found
}

/// Whether a sentence ends behind `word`, with `behind` between it and the next, which may show that it goes on.
fn is_end(word: &str, behind: &str, words_of_line: usize, goes_on: bool) -> bool {
    if behind.contains("\n\n") {
        return true;
    }
    if let Some((line_end, _)) = behind.split_once('\n') {
        return line_end.contains(STOPS)
            || line_end.contains(FULL_STOPS)
            || (!goes_on && words_of_line < FULL_LINE);
    }
    if behind.contains(FULL_STOPS) {
        return true;
    }
    let Some(mark) = behind.find(STOPS) else {
        return false;
    };
    let (_, rest) = behind.split_at(mark);
    let closed = rest.trim_start_matches(STOPS);
    let closed = closed.trim_start_matches(['"', '\'', '”', '’', '»', ')', ']', '.']);
    let stop_only = rest.starts_with('.') && !rest.contains(['!', '?', '…']);
    closed.starts_with(char::is_whitespace) && !goes_on && !(stop_only && is_abbreviation(word))
}

/// Whether a figure behind `word` and a stop belongs to it: "No. 5", "Feb. 15".
fn is_number_sign(word: &str) -> bool {
    let word = word.to_lowercase();
    NUMBER_SIGNS.contains(&word.as_str()) || is_short_month(&word)
}

/// Whether a full stop behind `word` belongs to it: "Mr.", "J.".
fn is_abbreviation(word: &str) -> bool {
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    initial || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::words;
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let words = words(text);
        let found: Vec<&str> = sentences(text, &words)
            .into_iter()
            .map(|range| words[range.start].hull(words[range.end - 1]).of(text))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn where_sentences_end() {
        check(
            "Mr. Adin met J. Orlo in St. Veld. \u{201C}We agree on it.\u{201D} They left at 9 p.m. on Friday.",
            &[
                "Mr. Adin met J. Orlo in St. Veld",
                "We agree on it",
                "They left at 9 p.m. on Friday",
            ],
        );
        check(
            "He said no. The minister left by car No. 5 at noon.",
            &["He said no", "The minister left by car No. 5 at noon"],
        );
        check(
            "Talks resume on Feb. 15 in Veld, per Okt. 15 at last. They began in Dec. Nobody knows why.",
            &[
                "Talks resume on Feb. 15 in Veld, per Okt. 15 at last",
                "They began in Dec",
                "Nobody knows why",
            ],
        );
        check(
            "هل وافق الوزيران على ذلك؟ لم يتفقا بعد على الماء. دونوں وزیر متفق نہیں۔ پانی کم ہے آج۔",
            &[
                "هل وافق الوزيران على ذلك",
                "لم يتفقا بعد على الماء",
                "دونوں وزیر متفق نہیں",
                "پانی کم ہے آج",
            ],
        );
        check(
            "Harga naik 3.500 rupiah per kilo! Kata dia, itu wajar. Tidak. Warga mengeluh juga.",
            &[
                "Harga naik 3.500 rupiah per kilo",
                "Kata dia, itu wajar",
                "Tidak. Warga mengeluh juga",
            ],
        );
        check(
            "会议结束了很久。代表们已经离开了。",
            &["会议结束了很久", "代表们已经离开了"],
        );
        check(
            "Apa itu? katanya kepada kami semua",
            &["Apa itu? katanya kepada kami semua"],
        );
        check("", &[]);
    }

    #[test]
    fn lines_and_paragraphs() {
        check(
            "A heading here\nThe text begins.",
            &["A heading here", "The text begins"],
        );
        check(
            "The delegates who had come to the harbour from\nBelmora went home by the evening train.",
            &[
                "The delegates who had come to the harbour from\nBelmora went home by the evening train",
            ],
        );
        check(
            "Two words\n\nAnother paragraph here",
            &["Two words", "Another paragraph here"],
        );
    }

    proptest! {
        #[test]
        fn every_word_is_in_one(text in "[a-zA-Z.!? \\n\"]{0,120}") {
            let words = words(&text);
            let mut at = 0;
            for range in sentences(&text, &words) {
                prop_assert!(range.start == at && range.end > at);
                at = range.end;
            }
            prop_assert_eq!(at, words.len());
        }
    }
}
