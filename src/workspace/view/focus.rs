//! What can be in focus, and how it stays there when the findings change.

use crate::analysis::{Findings, Kind, Passage, Witness};

/// What can be in focus, by its place in the findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Focus {
    /// A passage.
    Passage(usize),
    /// A phrase that is not counted.
    Stock(usize),
}

impl Focus {
    /// The shared wording itself.
    pub fn passage(self, findings: &Findings) -> Option<&Passage> {
        match self {
            Self::Passage(number) => findings.passages.get(number),
            Self::Stock(number) => findings.stock.get(number),
        }
    }

    /// The same words in `new` findings, where something marked still stands there.
    pub fn follow(self, old: &Findings, new: &Findings) -> Option<Self> {
        let mut witnesses = self.passage(old)?.witnesses.iter();
        witnesses.find_map(|witness| Self::at(witness, old, new))
    }

    /// All that `findings` hold.
    pub(super) fn all(findings: &Findings) -> impl Iterator<Item = (Self, &Passage)> {
        let passages = findings.passages.iter().enumerate();
        let stock = findings.stock.iter().enumerate();
        passages
            .map(|(number, passage)| (Self::Passage(number), passage))
            .chain(stock.map(|(number, phrase)| (Self::Stock(number), phrase)))
    }

    /// What `new` findings hold at a place of old ones, if the words there are the same.
    fn at(witness: &Witness, old: &Findings, new: &Findings) -> Option<Self> {
        let before = old.articles.get(witness.article)?;
        let place = new.place_of(before.id)?;
        let span = witness.span;
        let now = new.articles.get(place)?;
        if now.body().text.get(span.start..span.end) != Some(span.of(&before.body().text)) {
            return None;
        }
        let in_common = |passage: &Passage| {
            let here = passage.witnesses.iter();
            here.filter(|other| other.article == place)
                .filter_map(|other| Some(other.span.intersection(span)?.len()))
                .max()
        };
        Self::all(new)
            .filter_map(|(focus, passage)| Some((in_common(passage)?, focus)))
            .max_by_key(|(length, focus)| (*length, std::cmp::Reverse(*focus)))
            .map(|(_, focus)| focus)
    }
}

/// How a passage stands in one of these articles: as it agrees with the first of them that has it; in that one, as all of
/// them agree.
pub fn kind_in(passage: &Passage, articles: &[usize], article: usize) -> Kind {
    let mut holders = articles.iter();
    match holders.find(|place| passage.in_article(**place).is_some()) {
        Some(first) if *first != article => passage.kind_among(&[*first, article]),
        _ => passage.kind_among(articles),
    }
}

/// Whether a passage stands in at least two of these articles.
pub fn is_shared(passage: &Passage, articles: &[usize]) -> bool {
    let mut holders = articles
        .iter()
        .filter(|place| passage.in_article(**place).is_some());
    holders.nth(1).is_some()
}
