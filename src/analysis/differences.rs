//! Word by word: what one witness of a passage has that another has not.

use std::borrow::Cow;

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::text::{Span, fold, words};

use super::Names;

/// What became of a stretch of words between two witnesses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Stands in both.
    Same,
    /// Stands in both as one name, in two spellings.
    Spelled,
    /// Stands in the first alone.
    OnlyFirst,
    /// Stands in the second alone.
    OnlySecond,
}

/// A stretch of words with one fate; bytes of the text in which it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// What became of it.
    pub change: Change,
    /// Where it stands: in the second text, but for [`Change::OnlyFirst`].
    pub span: Span,
}

/// The least share of equal words for which differences are worth showing; below it both texts stand whole.
pub const GOOD_PAIR: f64 = 0.4;

/// The two texts, compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Differences {
    /// In reading order; what the first alone has stands before what took its place.
    pub stretches: Vec<Stretch>,
    /// Words of the second text that also stand in the first, at their place.
    pub same: usize,
    /// Words of the second text.
    pub total: usize,
    /// Whether the two agree enough to be shown against each other.
    pub good: bool,
}

/// The pairs of places at which two texts, in numbered words, agree, in the order of both.
pub(super) fn equal_words(one: &[u32], two: &[u32]) -> Vec<(usize, usize)> {
    if one == two {
        return (0..one.len()).map(|at| (at, at)).collect();
    }
    let steps = capture_diff_slices(Algorithm::Myers, one, two).into_iter();
    let equal = steps.filter_map(|step| match step {
        DiffOp::Equal {
            old_index,
            new_index,
            len,
        } => Some((old_index..old_index + len).zip(new_index..new_index + len)),
        _ => None,
    });
    equal.flatten().collect()
}

/// Compares two texts by their words, folded, spellings of one name as one.
pub fn compare(first: &str, second: &str, names: &Names) -> Differences {
    let (words_1, words_2) = (words(first), words(second));
    let folded = |text, words: &[Span]| -> Vec<Cow<'_, str>> {
        words.iter().map(|span| fold(span.of(text))).collect()
    };
    let (folded_1, folded_2) = (folded(first, &words_1), folded(second, &words_2));
    // Numbers are compared more quickly than words.
    let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
    let mut number = |word| {
        let next = numbers.len();
        *numbers.entry(names.canonical(word)).or_insert(next)
    };
    let keys_1: Vec<usize> = folded_1.iter().map(|word| number(word)).collect();
    let keys_2: Vec<usize> = folded_2.iter().map(|word| number(word)).collect();
    let hull = |words: &[Span], from: usize, len: usize| {
        let run = words.get(from..from + len)?;
        Some(run.first()?.hull(*run.last()?))
    };
    let mut stretches = Vec::new();
    let mut same = 0;
    for op in capture_diff_slices(Algorithm::Myers, &keys_1, &keys_2) {
        let (old, new) = match op {
            DiffOp::Equal {
                old_index,
                new_index,
                len,
            } => {
                same += len;
                let spelled: Vec<bool> = (0..len)
                    .map(|at| folded_1.get(old_index + at) != folded_2.get(new_index + at))
                    .collect();
                let mut from = new_index;
                for run in spelled.chunk_by(|one, two| one == two) {
                    let change = if run.first() == Some(&true) {
                        Change::Spelled
                    } else {
                        Change::Same
                    };
                    let span = hull(&words_2, from, run.len());
                    stretches.extend(span.map(|span| Stretch { change, span }));
                    from += run.len();
                }
                continue;
            }
            DiffOp::Delete {
                old_index, old_len, ..
            } => ((old_index, old_len), (0, 0)),
            DiffOp::Insert {
                new_index, new_len, ..
            } => ((0, 0), (new_index, new_len)),
            DiffOp::Replace {
                old_index,
                old_len,
                new_index,
                new_len,
            } => ((old_index, old_len), (new_index, new_len)),
        };
        stretches.extend(hull(&words_1, old.0, old.1).map(|span| Stretch {
            change: Change::OnlyFirst,
            span,
        }));
        stretches.extend(hull(&words_2, new.0, new.1).map(|span| Stretch {
            change: Change::OnlySecond,
            span,
        }));
    }
    let longest = words_1.len().max(words_2.len()).max(1);
    Differences {
        stretches,
        same,
        total: words_2.len(),
        good: same as f64 / longest as f64 >= GOOD_PAIR,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Spellings;

    /// `[-gone-]` stands in the first alone, `{+new+}` in the second alone.
    fn check(first: &str, second: &str, expected: &str) {
        let shown: Vec<String> = compare(first, second, &Names::new(&Spellings::default()))
            .stretches
            .into_iter()
            .map(|stretch| match stretch.change {
                Change::Same => stretch.span.of(second).to_owned(),
                Change::Spelled => format!("~{}~", stretch.span.of(second)),
                Change::OnlyFirst => format!("[-{}-]", stretch.span.of(first)),
                Change::OnlySecond => format!("{{+{}+}}", stretch.span.of(second)),
            })
            .collect();
        assert_eq!(shown.join(" "), expected);
    }

    #[test]
    fn words_that_differ() {
        check(
            "Kedua pihak juga menyetujui saluran telepon darurat",
            "“Kedua negara menyetujui saluran radio darurat.”",
            "Kedua [-pihak juga-] {+negara+} menyetujui saluran [-telepon-] {+radio+} darurat",
        );
        check(
            "Tiongkok memuji Rusia",
            "China memuji RUSSIA",
            "~China~ memuji ~RUSSIA~",
        );
        assert!(
            !compare(
                "satu dua tiga empat",
                "lima enam tujuh satu",
                &Names::default()
            )
            .good
        );
    }

    proptest! {
        /// Every word of the second text is shown once, in order.
        #[test]
        fn nothing_is_lost(first in "([a-d]{1,2} ){0,12}", second in "([a-d]{1,2} ){0,12}") {
            let found = compare(&first, &second, &Names::default());
            let shown: Vec<&str> = found
                .stretches
                .iter()
                .filter(|stretch| stretch.change != Change::OnlyFirst)
                .flat_map(|stretch| stretch.span.of(&second).split_whitespace())
                .collect();
            prop_assert_eq!(shown, second.split_whitespace().collect::<Vec<_>>());
        }
    }
}
