//! Cutting a text into words, in any script.
//!
//! What stands between two blanks in ASCII is cut by a few rules that agree with Unicode's (UAX #29) on it; everything
//! else goes through ICU's segmenter, which knows Chinese, Japanese, Thai and their like by dictionary. On top of both,
//! words joined by a hyphen are one word (*undang-undang*, *agri-food*), because Indonesian writes its plurals so, and
//! so are those with a backtick or prime for an apostrophe (*Jum`at*).

use std::sync::LazyLock;

use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

use super::Span;

static SEGMENTER: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_auto(Default::default()));

/// The words of `text` in order, as spans of bytes. Punctuation and blanks belong to no word.
pub fn words(text: &str) -> Vec<Span> {
    let mut found = Vec::with_capacity(text.len() / 6);
    if text.is_ascii() {
        ascii_words(text.as_bytes(), 0, &mut found);
        join_hyphenated(text, &mut found);
        return found;
    }
    // Blanks part words whatever stands beside them, so each piece between blanks can be cut in its own way.
    let mut start = 0;
    for piece in text
        .as_bytes()
        .split_inclusive(|byte| is_blank(char::from(*byte)))
    {
        if piece.is_ascii() {
            ascii_words(piece, start, &mut found);
        } else {
            segmented_words(
                text.get(start..start + piece.len()).unwrap_or_default(),
                start,
                &mut found,
            );
        }
        start += piece.len();
    }
    join_hyphenated(text, &mut found);
    found
}

/// Whether there is any word in `text`.
pub fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Whether a character is a letter, or a sign that is written on one and no word goes without: the virama of Indian
/// scripts, marks of Thai, joiners.
pub fn is_letter(character: char) -> bool {
    character.is_alphabetic()
        || matches!(character,
            '\u{300}'..='\u{36F}' | '\u{93C}' | '\u{94D}' | '\u{9BC}' | '\u{9CD}' | '\u{E47}'..='\u{E4E}'
            | '\u{200C}' | '\u{200D}')
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\n' | '\t' | '\r')
}

/// UAX #29 on ASCII: letters, digits and `_` hold together; `'` `.` `:` between letters and `'` `.` `,` `;` between
/// digits do not part them.
fn ascii_words(bytes: &[u8], offset: usize, found: &mut Vec<Span>) {
    let at = |index: usize| bytes.get(index).copied().unwrap_or(b' ');
    let run = |start: usize, of_words: bool| {
        let rest = bytes.get(start..).unwrap_or_default().iter();
        rest.take_while(|byte| is_word_byte(**byte) == of_words)
            .count()
    };
    let mut index = run(0, false);
    while index < bytes.len() {
        let start = index;
        index += run(index, true);
        while joins(at(index - 1), at(index), at(index + 1)) {
            index += 1 + run(index + 1, true);
        }
        if bytes
            .get(start..index)
            .is_some_and(|word| word.iter().any(u8::is_ascii_alphanumeric))
        {
            found.push(Span::new(offset + start, offset + index));
        }
        index += run(index, false);
    }
}

/// Whether a byte between two others does not part them.
fn joins(before: u8, joint: u8, after: u8) -> bool {
    match joint {
        b'\'' | b'.' => {
            before.is_ascii_alphabetic() && after.is_ascii_alphabetic()
                || before.is_ascii_digit() && after.is_ascii_digit()
        }
        b':' => before.is_ascii_alphabetic() && after.is_ascii_alphabetic(),
        b',' | b';' => before.is_ascii_digit() && after.is_ascii_digit(),
        _ => false,
    }
}

fn is_word_byte(byte: u8) -> bool {
    WORD_BYTES.get(usize::from(byte)) == Some(&true)
}

/// Letters, digits and `_`, by their bytes.
const WORD_BYTES: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = (byte as u8).is_ascii_alphanumeric() || byte as u8 == b'_';
        byte += 1;
    }
    table
};

/// Stands before French punctuation and within French quotes; to Unicode it holds words together.
const NARROW_BLANK: char = '\u{202F}';

/// The segmenter's own word on what is a word is not asked: it forgets words that end with a combining mark.
fn segmented_words(text: &str, offset: usize, found: &mut Vec<Span>) {
    let mut piece_start = 0;
    for piece in text.split_inclusive(NARROW_BLANK) {
        let mut start = 0;
        for end in SEGMENTER.segment_str(piece.trim_end_matches(NARROW_BLANK)) {
            if has_words(piece.get(start..end).unwrap_or_default()) {
                let before = offset + piece_start;
                found.push(Span::new(before + start, before + end));
            }
            start = end;
        }
        piece_start += piece.len();
    }
}

/// Two words with nothing but one hyphen between them become one, or an apostrophe that is none to Unicode.
fn join_hyphenated(text: &str, words: &mut Vec<Span>) {
    let joint = |between: &[u8]| match between {
        b"-" | b"`" => true,
        _ => ["\u{2010}", "\u{2011}", "\u{201B}", "\u{2032}"]
            .iter()
            .any(|joint| joint.as_bytes() == between),
    };
    words.dedup_by(|word, last| {
        let between = text.as_bytes().get(last.end..word.start);
        let joins = between.is_some_and(joint);
        if joins {
            last.end = word.end;
        }
        joins
    });
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = words(text).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_of_many_scripts() {
        check("Kata dia, “baik”.", &["Kata", "dia", "baik"]);
        check(
            "naik 38,2 persen (4/2)",
            &["naik", "38,2", "persen", "4", "2"],
        );
        check("undang-undang itu", &["undang-undang", "itu"]);
        check(
            "Queen's Speech - U.S. aid",
            &["Queen's", "Speech", "U.S", "aid"],
        );
        check("Queen’s café", &["Queen’s", "café"]);
        check("Jum`at, Qur′an", &["Jum`at", "Qur′an"]);
        check(
            "dit\u{202F}: «\u{202F}Les quais\u{202F}»",
            &["dit", "Les", "quais"],
        );
        check("L’été kerja\u{AD}sama", &["L’été", "kerja\u{AD}sama"]);
        check("L'e\u{301}te\u{301} ici", &["L'e\u{301}te\u{301}", "ici"]);
        check("Министр прибыл", &["Министр", "прибыл"]);
        check("外交部长访问", &["外交部", "长", "访问"]);
        check("... — !", &[]);
        check("", &[]);
    }

    proptest! {
        /// The quick way and the careful way cut ASCII at the same places.
        #[test]
        fn both_ways_agree(text in "[ -~\\n]{0,60}") {
            let mut careful = Vec::new();
            segmented_words(&text, 0, &mut careful);
            let mut quick = Vec::new();
            ascii_words(text.as_bytes(), 0, &mut quick);
            prop_assert_eq!(quick, careful);
        }

        /// Cutting at blanks first changes nothing, in any script, but that no word begins with a blank (a mark that
        /// combines with one makes it part of the word by the letter of the rules).
        #[test]
        fn blanks_part_words(text in "([a-z.'’“”é\u{301}\u{AD}\u{200D}ไทยภาษา中文か カナ한국אב0-9,:_ \t\n]|\\PC){0,40}") {
            let mut whole = Vec::new();
            segmented_words(&text, 0, &mut whole);
            for word in &mut whole {
                word.start = word.end - word.of(&text).trim_start_matches(is_blank).len();
            }
            join_hyphenated(&text, &mut whole);
            prop_assert_eq!(words(&text), whole);
        }

        #[test]
        fn words_are_in_order_and_on_boundaries(text in "\\PC{0,80}") {
            let mut end = 0;
            prop_assert_eq!(has_words(&text), !words(&text).is_empty());
            for word in words(&text) {
                prop_assert!(word.start >= end && !word.of(&text).is_empty());
                end = word.end;
            }
        }
    }
}
