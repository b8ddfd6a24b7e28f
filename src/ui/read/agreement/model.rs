//! How many of the other outlets carry each word of the base, and what they have in its place: values without geometry.

use std::ops::Range;

use crate::analysis::differences::{Change, Differences, compare};
use crate::analysis::{Findings, Kind, Passage, Witness};
use crate::model::Article;
use crate::text::Span;
use crate::ui::read::build::characters;
use crate::ui::read::model::{Column, Item};
use crate::workspace::View;
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
    /// Of the first of `columns`.
    pub fn new(findings: &Findings, view: &View, columns: &[Column]) -> Self {
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
            .filter(|(number, passage)| {
                view.shows(Focus::Passage(*number), findings) && is_shared(passage, &places)
            })
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

struct Builder<'f> {
    findings: &'f Findings,
    article: &'f Article,
    base: usize,
    others: &'f [usize],
}

impl Builder<'_> {
    fn number_of(&self, article: usize) -> Option<usize> {
        let first = self.findings.first_version(article);
        let mut others = self.others.iter();
        others.position(|other| self.findings.first_version(*other) == first)
    }

    fn text(&self, witness: &Witness) -> &str {
        let article = self.findings.articles.get(witness.article);
        article.map_or("", |article| witness.span.of(&article.body().text))
    }

    /// For each word of the base, which of the others carry it: a bit for each.
    fn carriers(&self, shown: &[(usize, &Passage)]) -> Vec<u64> {
        let mut carriers = vec![0; self.article.body().words.len()];
        for (_, passage) in shown {
            let ours = passage.witnesses.iter();
            for ours in ours.filter(|witness| witness.article == self.base) {
                for theirs in &passage.witnesses {
                    if let Some(number) = self.number_of(theirs.article) {
                        self.carry(passage.kind, ours, theirs, 1 << number, &mut carriers);
                    }
                }
            }
        }
        carriers
    }

    fn carry(&self, kind: Kind, ours: &Witness, theirs: &Witness, bit: u64, carriers: &mut [u64]) {
        let whole = Span::new(0, ours.span.len());
        let same: Vec<Span> = match kind {
            Kind::Verbatim => vec![whole],
            Kind::Near if self.text(ours) == self.text(theirs) => vec![whole],
            Kind::Near => {
                let found = compare(self.text(theirs), self.text(ours), &self.findings.names);
                let stretches = found.stretches.into_iter();
                stretches
                    .filter(|stretch| matches!(stretch.change, Change::Same | Change::Spelled))
                    .map(|stretch| stretch.span)
                    .collect()
            }
            Kind::Reworded => ours
                .carriers
                .iter()
                .map(|word| word.relative_to(ours.span.start))
                .collect(),
        };
        let words = ours.words.clone().zip(self.words(&ours.words));
        for (word, span) in words {
            let here = span.relative_to(ours.span.start);
            let carried = same
                .iter()
                .any(|part| part.start <= here.start && here.end <= part.end);
            if let Some(bits) = carriers.get_mut(word).filter(|_| carried) {
                *bits |= bit;
            }
        }
    }

    fn words(&self, range: &Range<usize>) -> &[Span] {
        let words = &self.article.body().words;
        words.get(range.clone()).unwrap_or_default()
    }

    fn paragraph(&self, item: &Item) -> Option<Span> {
        let Item::Paragraph(paragraph) = item else {
            return None;
        };
        self.article
            .body()
            .paragraphs
            .get(paragraph.number)
            .copied()
    }

    /// The runs of a paragraph.
    fn runs(&self, item: &Item, carriers: &[u64]) -> Vec<Run> {
        let Some(place) = self.paragraph(item) else {
            return Vec::new();
        };
        let body = self.article.body();
        let first = body.words.partition_point(|word| word.start < place.start);
        let last = body.words.partition_point(|word| word.start < place.end);
        let words: Vec<usize> = (first..last).collect();
        let bits = |word: &usize| carriers.get(*word).copied().unwrap_or_default();
        words
            .chunk_by(|one, two| bits(one) == bits(two))
            .filter_map(|run| {
                let (from, to) = (run.first()?, run.last()?);
                let span = body.words.get(*from)?.hull(*body.words.get(*to)?);
                let carried_by = bits(from).count_ones() as usize;
                let text = place.of(&body.text);
                (carried_by > 0).then(|| Run {
                    chars: characters(text, span.relative_to(place.start)),
                    carried_by,
                })
            })
            .collect()
    }

    /// One note for all passages that overlap.
    fn notes(&self, items: &[Item], shown: &[(usize, &Passage)], carriers: &[u64]) -> Vec<Note> {
        let mut places: Vec<(Range<usize>, usize, &Passage, &Witness)> = shown
            .iter()
            .flat_map(|(number, passage)| {
                let here = passage.witnesses.iter();
                here.filter(|witness| witness.article == self.base)
                    .map(|witness| (witness.words.clone(), *number, *passage, witness))
            })
            .collect();
        places.sort_by_key(|(words, number, ..)| (words.start, words.end, *number));
        let mut end = 0;
        let mut groups: Vec<Vec<(usize, &Passage, &Witness)>> = Vec::new();
        for (words, number, passage, witness) in places {
            match groups.last_mut().filter(|_| words.start < end) {
                Some(group) => group.push((number, passage, witness)),
                None => groups.push(vec![(number, passage, witness)]),
            }
            end = end.max(words.end);
        }
        groups
            .iter()
            .filter_map(|group| self.note(items, group, carriers))
            .collect()
    }

    fn note(
        &self,
        items: &[Item],
        group: &[(usize, &Passage, &Witness)],
        carriers: &[u64],
    ) -> Option<Note> {
        let (number, _, first) = *group.first()?;
        let start = first.span.start;
        let (item, place) = items.iter().enumerate().find_map(|(at, item)| {
            let place = self.paragraph(item)?;
            (place.start <= start && start < place.end).then_some((at, place))
        })?;
        let words = group.iter().map(|(_, _, witness)| witness.words.end).max();
        let words = first.words.start..words?;
        let text = place.of(&self.article.body().text);
        Some(Note {
            item,
            from: characters(text, Span::new(0, start - place.start)).end,
            focus: Focus::Passage(number),
            said: (0..self.others.len())
                .map(|other| self.said(group, other, carriers.get(words.clone())))
                .collect(),
        })
    }

    /// What one of the others has: its closest and longest passage of the group stands for it.
    fn said(
        &self,
        group: &[(usize, &Passage, &Witness)],
        other: usize,
        carriers: Option<&[u64]>,
    ) -> Said {
        let all = |bits: &[u64]| bits.iter().all(|bits| bits & (1 << other) != 0);
        if carriers.is_some_and(all) {
            return Said::Same;
        }
        let holds = group.iter().filter_map(|(_, passage, ours)| {
            let mut witnesses = passage.witnesses.iter();
            let theirs =
                witnesses.find(|witness| self.number_of(witness.article) == Some(other))?;
            Some((passage.kind, *ours, theirs))
        });
        let best = holds.min_by_key(|(kind, ours, _)| (std::cmp::Reverse(ours.words.len()), *kind));
        let Some((kind, ours, theirs)) = best else {
            return Said::Absent;
        };
        let (base, text) = (self.text(ours).to_owned(), self.text(theirs).to_owned());
        let differences = (kind != Kind::Reworded)
            .then(|| compare(&base, &text, &self.findings.names))
            .filter(|found| found.good);
        Said::Varies {
            base,
            text,
            differences,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::read::model::Model;
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
        let agreement = Agreement::new(&findings, &view, &model.columns);
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
        let agreement = Agreement::new(&findings, &view, &model.columns);
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
    fn kinds_that_are_switched_off_carry_nothing() {
        let findings = findings();
        let mut view = View::default();
        (view.hidden.verbatim, view.hidden.near, view.hidden.reworded) = (true, true, true);
        let model = Model::new(&findings, &view);
        let agreement = Agreement::new(&findings, &view, &model.columns);
        assert!(agreement.notes.is_empty());
        assert!(agreement.runs.iter().all(Vec::is_empty));
    }
}
