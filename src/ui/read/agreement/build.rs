//! Builds the agreement map from the findings.

use std::collections::BTreeSet;
use std::ops::Range;

use super::model::{Note, Run, Said};
use crate::analysis::differences::{Change, compare};
use crate::analysis::{Findings, Kind, Passage, Witness};
use crate::model::Article;
use crate::text::{Span, fold, words};
use crate::ui::read::build::characters;
use crate::ui::read::model::Item;
use crate::workspace::view::Focus;

/// What the map is built from.
pub(super) struct Builder<'f> {
    pub findings: &'f Findings,
    pub article: &'f Article,
    pub base: usize,
    pub others: &'f [usize],
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
    pub fn carriers(&self, shown: &[(usize, &Passage)]) -> Vec<u64> {
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
            Kind::Reworded => self.words_in_both(ours, theirs),
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

    /// The carriers of a reworded passage that stand in the other witness too, as printed or as another spelling of a
    /// name: what it says in another word is not carried.
    fn words_in_both(&self, ours: &Witness, theirs: &Witness) -> Vec<Span> {
        let names = &self.findings.names;
        let key = |text: &str, word: Span| names.canonical(&fold(word.of(text))).to_owned();
        let (our_text, their_text) = (self.text(ours), self.text(theirs));
        let there: BTreeSet<String> = words(their_text)
            .into_iter()
            .map(|word| key(their_text, word))
            .collect();
        ours.carriers
            .iter()
            .map(|word| word.relative_to(ours.span.start))
            .filter(|word| there.contains(&key(our_text, *word)))
            .collect()
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
    pub fn runs(&self, item: &Item, carriers: &[u64]) -> Vec<Run> {
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
    pub fn notes(
        &self,
        items: &[Item],
        shown: &[(usize, &Passage)],
        carriers: &[u64],
    ) -> Vec<Note> {
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
    use crate::model::{ArticleId, Block, Fields, Role};

    /// Both say that somebody agreed, in two words; only the day and the treaty stand in both.
    #[test]
    fn a_synonym_is_not_carried() {
        let texts = [
            "Kedua menteri menyepakati traktat pada Senin.",
            "Senin itu mereka setuju atas Traktat.",
        ];
        let carriers: [&[&str]; 2] = [
            &["menyepakati", "traktat", "Senin"],
            &["Senin", "setuju", "Traktat"],
        ];
        let article = |(number, text): (usize, &&str)| {
            let block = Block::new(*text, Role::Body);
            let mut article = Article::new("x", Fields::default(), vec![block]);
            article.id = ArticleId(number as u32);
            std::sync::Arc::new(article)
        };
        let witness = |article: usize| {
            let text = texts[article];
            let place = |word: &&str| {
                let start = text.find(word).unwrap_or_default();
                Span::new(start, start + word.len())
            };
            Witness {
                article,
                span: Span::new(0, text.len()),
                words: 0..words(text).len(),
                wording: 0,
                carriers: carriers[article].iter().map(place).collect(),
            }
        };
        let findings = Findings {
            articles: texts.iter().enumerate().map(article).collect(),
            passages: vec![Passage {
                kind: Kind::Reworded,
                witnesses: vec![witness(0), witness(1)],
            }],
            repeats: vec![None; 2],
            ..Findings::default()
        };
        let builder = Builder {
            findings: &findings,
            article: &findings.articles[0],
            base: 0,
            others: &[1],
        };
        let carried = builder.carriers(&[(0, &findings.passages[0])]);
        // menyepakati is the third word, traktat the fourth, Senin the last.
        assert_eq!(carried, [0, 0, 0, 1, 0, 1]);
    }
}
