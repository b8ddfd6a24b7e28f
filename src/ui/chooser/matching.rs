//! Whether a name is meant by a few typed letters, and by which of its letters.

use std::ops::Range;

use crate::text::{fold_accents, words};

/// How a name fits what was typed: the closer the smaller, and its letters that were meant, in bytes, ascending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fit {
    /// Beginnings of words are close, parts of words less so, letters with others between them least.
    pub distance: usize,
    /// What was meant.
    pub letters: Vec<Range<usize>>,
}

/// What a word costs that is not fitted by its beginning.
const INSIDE: usize = 2;
const SCATTERED: usize = 6;
/// The place of a word in a name counts too, but less than how it fits.
const PLACE: usize = 100;
/// From this distance on, a word fits by scattered letters, which can be chance.
pub const BY_CHANCE: usize = SCATTERED * PLACE;

/// How `name` fits what was typed: every typed word must fit one of its words. Nothing typed fits everything.
pub fn fit(name: &str, typed: &str) -> Option<Fit> {
    let mut found = Fit::default();
    let known = words(name);
    for wanted in words(typed) {
        let wanted = fold_accents(wanted.of(typed)).into_owned();
        let ways = known.iter().enumerate().filter_map(|(number, word)| {
            let printed = word.of(name);
            let (cost, letters) = fit_word(printed, &wanted)?;
            let letters = letters
                .into_iter()
                .map(|part| part.start + word.start..part.end + word.start)
                .collect();
            // Of words that fit alike, the first.
            Some((cost * PLACE + number.min(PLACE - 1), letters))
        });
        let (cost, letters): (usize, Vec<Range<usize>>) = ways.min_by_key(|(cost, _)| *cost)?;
        found.distance += cost;
        found.letters.extend(letters);
    }
    found.letters.sort_by_key(|part| part.start);
    // Two typed words can mean the same letters.
    let mut end = 0;
    found.letters.retain(|part| {
        let is_new = part.start >= end;
        end = end.max(part.end);
        is_new
    });
    Some(found)
}

/// How a word fits, and by which of its bytes.
fn fit_word(printed: &str, wanted: &str) -> Option<(usize, Vec<Range<usize>>)> {
    let folded = fold_accents(printed);
    // Folding can change how many letters there are: then the whole word is shown as meant.
    let places: Vec<usize> = printed.char_indices().map(|(at, _)| at).collect();
    let exact = folded.chars().count() == places.len();
    let end = |letter: usize| places.get(letter).copied().unwrap_or(printed.len());
    let show = |letters: Range<usize>| {
        if exact {
            end(letters.start)..end(letters.end)
        } else {
            0..printed.len()
        }
    };
    if let Some(at) = folded.find(wanted) {
        let from = folded.get(..at).map_or(0, |head| head.chars().count());
        let letters = show(from..from + wanted.chars().count());
        let cost = if from == 0 { 0 } else { INSIDE };
        return Some((cost, vec![letters]));
    }
    let mut letters = Vec::new();
    let mut wanted = wanted.chars().peekable();
    for (at, letter) in folded.chars().enumerate() {
        if wanted.next_if_eq(&letter).is_some() {
            letters.push(show(at..at + 1));
        } else if at == 0 {
            // Scattered letters mean a word only when they begin it.
            return None;
        }
    }
    let all = wanted.peek().is_none() && letters.len() > 1;
    all.then_some((SCATTERED, letters))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(name: &str, typed: &str) -> Option<Vec<String>> {
        let fit = fit(name, typed)?;
        let parts = fit.letters.into_iter();
        let part = |range: Range<usize>| name.get(range).unwrap_or_default().to_owned();
        Some(parts.map(part).collect())
    }

    #[test]
    fn what_is_meant() {
        let name = "Next near-verbatim passage";
        for (typed, expected) in [
            ("next", Some(&["Next"][..])),
            ("PASS nex", Some(&["Nex", "pass"])),
            ("verb", Some(&["verb"])),
            ("psg", Some(&["p", "s", "g"])),
            ("", Some(&[])),
            ("column", None),
            ("next column", None),
        ] {
            let expected =
                expected.map(|parts| parts.iter().map(|part| (*part).to_owned()).collect());
            assert_eq!(letters(name, typed), expected, "{typed}");
        }
        assert_eq!(
            letters("Café Élysée", "elys"),
            Some(vec!["Élys".to_owned()])
        );
    }

    #[test]
    fn a_beginning_is_closer_than_a_middle() {
        let distance = |name: &str, typed| fit(name, typed).map(|fit| fit.distance);
        assert!(distance("Undo", "un") < distance("Say it round", "un"));
        assert!(distance("Say it round", "un") < distance("Urchin", "un"));
    }
}
