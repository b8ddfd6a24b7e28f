//! How many of the other outlets carry each word of the base, and what they have in its place: values without geometry.

use std::ops::Range;

use super::build::Builder;
use crate::analysis::differences::Differences;
use crate::analysis::{Findings, Passage};
use crate::ui::read::model::Column;
use crate::workspace::view::{Focus, is_shared};

/// Levels of shading above "only here".
pub const STEPS: usize = 3;
/// Outlets are counted in the bits of a number; no meeting has more.
const MAX_OTHERS: usize = 64;

/// Words of the base that the same outlets carry; characters of their paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it stands.
    pub chars: Range<usize>,
    /// How many of the others carry it; at least one.
    pub carried_by: usize,
}

/// What another outlet has in the place of some words of the base.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// The same words.
    Same,
    /// Nothing.
    Absent,
    /// A part of the words, or others: its text, and how it differs from the base's.
    Varies {
        /// The base's words.
        base: String,
        /// Its own.
        text: String,
        /// How they differ; not for what is reworded, of which nearly every word does.
        differences: Option<Differences>,
    },
}

/// What all others have in one place of the base.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The item of the column.
    pub item: usize,
    /// Where in its text it begins, in characters.
    pub from: usize,
    /// The passage that a press brings into focus.
    pub focus: Focus,
    /// For each of the others.
    pub said: Vec<Said>,
}

impl Note {
    /// How many of the others have any of it.
    pub fn holders(&self) -> usize {
        let said = self.said.iter();
        said.filter(|said| **said != Said::Absent).count()
    }

    /// What varies, once each, with the numbers of those that have it.
    pub fn variants(&self) -> Vec<(Vec<usize>, &Said)> {
        let mut variants: Vec<(Vec<usize>, &Said)> = Vec::new();
        let varying = self.said.iter().enumerate();
        for (number, said) in varying.filter(|(_, said)| matches!(said, Said::Varies { .. })) {
            match variants.iter_mut().find(|(_, known)| *known == said) {
                Some((numbers, _)) => numbers.push(number),
                None => variants.push((vec![number], said)),
            }
        }
        variants
    }
}

/// One article against all others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agreement {
    /// The other outlets, each by the place of its first article on the screen.
    pub others: Vec<usize>,
    /// For each item of the base's column.
    pub runs: Vec<Vec<Run>>,
    /// In the order of the text.
    pub notes: Vec<Note>,
    /// How many words are carried by no other, by one, by two...
    pub words: Vec<usize>,
}

/// The level of shading of what `count` of `others` outlets carry: 0 only here, then as many as there are, or thirds.
pub fn step(count: usize, others: usize) -> usize {
    if others <= STEPS {
        count.min(STEPS)
    } else {
        (count * STEPS).div_ceil(others)
    }
}

/// The least and the most outlets that a level stands for.
pub fn counts_of(level: usize, others: usize) -> Option<(usize, usize)> {
    let of_level = || (0..=others).filter(|count| step(*count, others) == level);
    Some((of_level().min()?, of_level().max()?))
}

impl Agreement {
    /// Of the first of `columns`. What is switched off counts too: evidence does not change by how it is looked at.
    pub fn new(findings: &Findings, columns: &[Column]) -> Self {
        let Some(base) = columns.first() else {
            return Self::default();
        };
        let Some(article) = findings.articles.get(base.article) else {
            return Self::default();
        };
        let others = others(findings, columns);
        let builder = Builder {
            findings,
            article,
            base: base.article,
            others: &others,
        };
        let places: Vec<usize> = columns.iter().map(|column| column.article).collect();
        let shown: Vec<(usize, &Passage)> = findings
            .passages
            .iter()
            .enumerate()
            .filter(|(_, passage)| is_shared(passage, &places))
            .collect();
        let carriers = builder.carriers(&shown);
        let mut words = vec![0; others.len() + 1];
        for bits in &carriers {
            if let Some(count) = words.get_mut(bits.count_ones() as usize) {
                *count += 1;
            }
        }
        Self {
            runs: base
                .items
                .iter()
                .map(|item| builder.runs(item, &carriers))
                .collect(),
            notes: builder.notes(&base.items, &shown, &carriers),
            words,
            others,
        }
    }

    /// How many words stand on a level of shading.
    pub fn words_on(&self, level: usize) -> usize {
        let words = self.words.iter().enumerate();
        words
            .filter(|(count, _)| step(*count, self.others.len()) == level)
            .map(|(_, words)| words)
            .sum()
    }
}

/// Versions of one article are one outlet's one article; those of the base are no others.
fn others(findings: &Findings, columns: &[Column]) -> Vec<usize> {
    let mut firsts: Vec<usize> = Vec::new();
    let mut others = Vec::new();
    for column in columns {
        let first = findings.first_version(column.article);
        if !firsts.contains(&first) {
            firsts.push(first);
            others.push(column.article);
        }
    }
    others.into_iter().skip(1).take(MAX_OTHERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::differences::Change;
    use crate::ui::read::model::Item;
    use crate::ui::read::model::Model;
    use crate::workspace::View;
    use crate::workspace::sample::findings;

    #[test]
    fn levels_are_counts_or_thirds() {
        let steps = |others: usize| -> Vec<usize> {
            (0..=others).map(|count| step(count, others)).collect()
        };
        assert_eq!(steps(1), [0, 1]);
        assert_eq!(steps(3), [0, 1, 2, 3]);
        assert_eq!(steps(5), [0, 1, 2, 2, 3, 3]);
        assert_eq!(counts_of(2, 5), Some((2, 3)));
        assert_eq!(counts_of(3, 2), None);
    }

    #[test]
    fn each_word_says_how_many_others_carry_it() {
        let findings = findings();
        let view = View::default();
        let model = Model::new(&findings, &view);
        let agreement = Agreement::new(&findings, &model.columns);
        assert_eq!(agreement.others.len(), 2);
        let base = model.columns.first().map_or(0, |column| column.article);
        let words = findings
            .articles
            .get(base)
            .map(|article| article.body().words.len());
        assert_eq!(Some(agreement.words.iter().sum()), words);
        assert!(
            agreement.words.iter().all(|count| *count > 0),
            "{:?}",
            agreement.words
        );
        // What stands in a paragraph of this article alone has no run; where there is a note there is one.
        for (item, runs) in model
            .columns
            .iter()
            .flat_map(|column| &column.items)
            .zip(&agreement.runs)
        {
            if let Item::Paragraph(paragraph) = item {
                assert!(!paragraph.only_here || runs.is_empty());
            }
        }
        for note in &agreement.notes {
            assert!(note.holders() > 0 && note.said.len() == 2);
        }
    }

    #[test]
    fn a_variant_says_which_words_differ() {
        let findings = findings();
        let view = View::default();
        let model = Model::new(&findings, &view);
        let agreement = Agreement::new(&findings, &model.columns);
        let varies = agreement
            .notes
            .iter()
            .flat_map(|note| &note.said)
            .any(|said| {
                matches!(said, Said::Varies { differences: Some(found), .. }
                if found.stretches.iter().any(|one| one.change == Change::OnlySecond))
            });
        assert!(varies);
    }

    #[test]
    fn kinds_that_are_switched_off_count_like_others() {
        let findings = findings();
        let mut view = View::default();
        let of = |view: &View| {
            let model = Model::new(&findings, view);
            Agreement::new(&findings, &model.columns)
        };
        let all = of(&view);
        (view.hidden.verbatim, view.hidden.near, view.hidden.reworded) = (true, true, true);
        view.hidden.shorter_than = 30;
        assert_eq!(of(&view), all);
    }
}
