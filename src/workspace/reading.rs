//! How the articles of a meeting are laid out for reading: what the reader chose, by article, kept between starts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::analysis::{Findings, Passage};
use crate::model::ArticleId;

/// What stands in the middle of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// Articles side by side.
    #[default]
    Columns,
    /// The base article alone, each word shaded by how many of the others carry it.
    Agreement,
}

impl Mode {
    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Columns => Self::Agreement,
            Self::Agreement => Self::Columns,
        }
    }
}

/// Two paragraphs that the reader put level: article and paragraph of its body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// One of them.
    pub one: (ArticleId, usize),
    /// The other one.
    pub other: (ArticleId, usize),
}

impl Pin {
    /// The paragraphs that are level in `a` and in `b`.
    pub fn between(&self, a: ArticleId, b: ArticleId) -> Option<(usize, usize)> {
        match (self.one.0 == a, self.other.0 == b) {
            (true, true) => Some((self.one.1, self.other.1)),
            _ if self.one.0 == b && self.other.0 == a => Some((self.other.1, self.one.1)),
            _ => None,
        }
    }

    /// The paragraph of `article` that it holds.
    pub fn paragraph_of(&self, article: ArticleId) -> Option<usize> {
        let ends = [self.one, self.other];
        ends.iter()
            .find(|(id, _)| *id == article)
            .map(|(_, paragraph)| *paragraph)
    }
}

/// Where a paragraph of `old` stands in `new`, by its words; nothing where it has gone. An article that has gone may come
/// back as it was.
pub(super) fn same_paragraph(
    (article, paragraph): (ArticleId, usize),
    old: &Findings,
    new: &Findings,
) -> Option<(ArticleId, usize)> {
    let body = |findings: &Findings| {
        let place = findings.place_of(article)?;
        Some(Arc::clone(findings.articles.get(place)?))
    };
    let (Some(before), Some(after)) = (body(old), body(new)) else {
        return Some((article, paragraph));
    };
    let (before, after) = (before.body(), after.body());
    let words = |number: usize| Some(before.paragraphs.get(number)?.of(&before.text));
    let own = words(paragraph)?;
    let equal_before = (0..paragraph).filter(|number| words(*number) == Some(own));
    let same = after.paragraphs.iter().enumerate();
    let mut same = same.filter(|(_, span)| span.of(&after.text) == own);
    let (number, _) = same.nth(equal_before.count())?;
    Some((article, number))
}

/// A passage by its words: the same after every analysis and in every later start, whatever its number is then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Wording(u64);

impl Wording {
    /// Of a passage of `findings`.
    pub fn of(passage: &Passage, findings: &Findings) -> Option<Self> {
        let first = passage.witnesses.first()?;
        let text = &findings.articles.get(first.article)?.body().text;
        Some(Self::of_words(first.span.of(text)))
    }

    /// FNV-1a: it is kept between starts, so it must not become another with another version of some library.
    fn of_words(words: &str) -> Self {
        const BEGIN: u64 = 0xCBF2_9CE4_8422_2325;
        const PRIME: u64 = 0x0100_0000_01B3;
        let bytes = words.bytes();
        Self(bytes.fold(BEGIN, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(PRIME)
        }))
    }
}

/// How the articles are laid out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reading {
    /// What stands in the middle of the window.
    pub mode: Mode,
    /// Whether the band of all articles stands above the columns.
    pub band: bool,
    /// Whether what was read in another column is dimmed.
    pub once: bool,
    /// The articles that the others of their meetings are shown against, where the reader chose one.
    pub bases: Vec<ArticleId>,
    /// The articles that were put in an order by hand, the first first.
    pub order: Vec<ArticleId>,
    /// How wide columns are against each other; 1 where nothing is said.
    pub shares: BTreeMap<ArticleId, f32>,
    /// Columns that scroll alone.
    pub loose: BTreeSet<ArticleId>,
    /// Paragraphs that were put level by hand.
    pub pins: Vec<Pin>,
    /// What was read, and in which article.
    pub read: BTreeMap<Wording, ArticleId>,
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            mode: Mode::default(),
            band: true,
            once: true,
            bases: Vec::new(),
            order: Vec::new(),
            shares: BTreeMap::new(),
            loose: BTreeSet::new(),
            pins: Vec::new(),
            read: BTreeMap::new(),
        }
    }
}

/// Another layout.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Show this in the middle of the window.
    Mode(Mode),
    /// Show or hide the band.
    Band(bool),
    /// Dim what was read in another column, or do not.
    Once(bool),
    /// Make columns so wide against each other.
    Shares(Vec<(ArticleId, f32)>),
    /// Let a column scroll alone, or with the others.
    Loose(ArticleId, bool),
    /// Keep two paragraphs level.
    Pin(Pin),
    /// Let them go again.
    Unpin(Pin),
    /// These were read, in this article.
    Read(Vec<Wording>, ArticleId),
    /// This was not read.
    Unread(Wording),
    /// Nothing was read.
    Forget,
}

impl Reading {
    /// Forgets articles that are no longer there.
    pub fn keep(&mut self, is_there: impl Fn(ArticleId) -> bool) {
        self.bases.retain(|id| is_there(*id));
        self.order.retain(|id| is_there(*id));
        self.shares.retain(|id, _| is_there(*id));
        self.loose.retain(|id| is_there(*id));
        let stays = |pin: &Pin| is_there(pin.one.0) && is_there(pin.other.0);
        self.pins.retain(stays);
        self.read.retain(|_, id| is_there(*id));
    }

    /// Pins stay with their paragraphs when other lines of an article come back or go.
    pub fn follow(&mut self, old: &Findings, new: &Findings) {
        self.pins.retain_mut(|pin| {
            let one = same_paragraph(pin.one, old, new);
            let other = same_paragraph(pin.other, old, new);
            let both = one.zip(other);
            if let Some((one, other)) = both {
                *pin = Pin { one, other };
            }
            both.is_some()
        });
    }

    /// Changes the layout.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Mode(mode) => self.mode = mode,
            Change::Band(shown) => self.band = shown,
            Change::Once(dimmed) => self.once = dimmed,
            Change::Shares(shares) => self.shares.extend(shares),
            Change::Loose(article, loose) => {
                if loose {
                    self.loose.insert(article);
                } else {
                    self.loose.remove(&article);
                }
            }
            Change::Pin(pin) => {
                // A paragraph is level with one paragraph of another article.
                let (a, b) = (pin.one, pin.other);
                self.pins.retain(|old| match old.between(a.0, b.0) {
                    Some((one, other)) => one != a.1 && other != b.1,
                    None => true,
                });
                self.pins.push(pin);
            }
            Change::Unpin(pin) => self.pins.retain(|old| *old != pin),
            Change::Read(wordings, article) => {
                for wording in wordings {
                    self.read.entry(wording).or_insert(article);
                }
            }
            Change::Unread(wording) => {
                self.read.remove(&wording);
            }
            Change::Forget => self.read.clear(),
        }
    }

    /// What of it holds for any articles.
    pub fn without_articles(&self) -> Self {
        Self {
            mode: self.mode,
            band: self.band,
            once: self.once,
            ..Self::default()
        }
    }

    /// Whether this was read in another article than `article`.
    pub fn was_read_elsewhere(&self, wording: Wording, article: ArticleId) -> bool {
        self.once && self.read.get(&wording).is_some_and(|read| *read != article)
    }

    /// Where an article stands among those that were put in order; the others come behind them.
    pub fn place_in_order(&self, article: ArticleId) -> usize {
        let mut order = self.order.iter();
        order
            .position(|other| *other == article)
            .unwrap_or(usize::MAX)
    }

    /// How wide its column is against the others.
    pub fn share(&self, article: ArticleId) -> f32 {
        self.shares.get(&article).copied().unwrap_or(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: ArticleId = ArticleId(1);
    const B: ArticleId = ArticleId(2);

    #[test]
    fn a_paragraph_is_level_with_one_paragraph_of_another_article() {
        let pin = |one: usize, other: usize| Pin {
            one: (A, one),
            other: (B, other),
        };
        let mut reading = Reading::default();
        reading.apply(Change::Pin(pin(1, 4)));
        reading.apply(Change::Pin(pin(3, 6)));
        reading.apply(Change::Pin(Pin {
            one: (B, 4),
            other: (A, 2),
        }));
        let level: Vec<_> = reading
            .pins
            .iter()
            .filter_map(|pin| pin.between(A, B))
            .collect();
        assert_eq!(level, [(3, 6), (2, 4)]);
        reading.apply(Change::Unpin(pin(3, 6)));
        assert_eq!(reading.pins.len(), 1);
        assert_eq!(
            reading.pins.first().and_then(|pin| pin.paragraph_of(B)),
            Some(4)
        );
    }

    /// Marks that were kept are found again by these numbers.
    #[test]
    fn words_keep_their_number() {
        let number = |words| Wording::of_words(words).0;
        assert_eq!(number(""), 0xCBF2_9CE4_8422_2325);
        assert_eq!(number("foobar"), 0x8594_4171_F739_67E8);
    }

    #[test]
    fn what_was_read_is_dimmed_elsewhere_until_it_is_forgotten() {
        let mut reading = Reading::default();
        let wording = Wording(7);
        reading.apply(Change::Read(vec![wording], A));
        // It was read where it was read first.
        reading.apply(Change::Read(vec![wording], B));
        assert!(reading.was_read_elsewhere(wording, B));
        assert!(!reading.was_read_elsewhere(wording, A));
        reading.apply(Change::Once(false));
        assert!(!reading.was_read_elsewhere(wording, B));
        reading.apply(Change::Once(true));
        reading.apply(Change::Forget);
        assert!(!reading.was_read_elsewhere(wording, B));
    }
}
