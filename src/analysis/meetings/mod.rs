//! Which articles cover the same meeting, why, and how sure that is.
//!
//! Each article is read once for its evidence ([`clues`]): the people it is about, with their offices and short forms
//! ([`people`]), the day and the place of what happened, which are neither the day of publication nor the dateline
//! ([`scene`]), and its words, weighed ([`terms`]). From these follows how alike two articles are, and from that the
//! groups ([`likeness`]). Then each group is described by who takes part ([`participants`]) and what holds it together
//! ([`describe`]). There is one setting
//! for all sets; nothing is learned from the set but how rare its words are and how near its articles lie.
//!
//! Words decide which articles might belong together; days, places and the outlet can keep them apart; shared wording
//! can join what names would not. Versions of one article, and copies of it, follow their first one, and take no part in
//! the comparison: an article whose own copy is nearest would find nothing else near.
//!
//! What the reader decided stands above all that ([`crate::model::Placing`]): articles that belong together are one group
//! before any likeness is looked at, articles that stand apart never come into one, and those that cover no meeting take
//! no part at all and are a group of their own at the end ([`placed`], [`groups`]). With no decision nothing changes.

mod clues;
mod describe;
mod groups;
mod likeness;
mod lists;
mod names;
mod own;
mod participants;
mod people;
mod placed;
mod scene;
mod sentences;
mod terms;
mod triangle;

use std::sync::Arc;

use jiff::civil::Date;

use super::Pair;
use super::corpus::Corpus;
use super::memory::{Kept, Stamp, Very};
use super::versions::{self, Repeat};
use crate::jobs::parallel;
use crate::model::Placing;
use clues::Clues;
use describe::Known;
use names::{Names, Said, Told};
use own::Own;
use participants::Cast;
use placed::Placed;
use terms::{Counts, Head, Numbers, Terms};

/// What people come together for. The first say more of an event than the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// They meet and talk.
    Talks,
    /// Many meet: a conference, a hearing.
    Summit,
    /// They talk by telephone.
    Call,
    /// They sign something.
    Signing,
    /// Somebody goes to see somebody.
    Visit,
    /// Somebody says something.
    Statement,
}

impl Kind {
    /// Whether people come together.
    fn is_encounter(self) -> bool {
        self != Self::Statement
    }

    /// How well a day or place is supported that stands in a sentence about this.
    fn rank(self) -> u8 {
        match self {
            Self::Talks | Self::Call | Self::Signing => 3,
            Self::Summit | Self::Visit => 2,
            Self::Statement => 1,
        }
    }
}

/// Something by which articles hang together.
#[derive(Clone, Debug, PartialEq)]
pub enum Evidence {
    /// The reader put it there.
    Placed,
    /// They are about the same people; names as they are shown.
    People {
        /// The participants whom they have in common.
        names: Vec<String>,
    },
    /// They name the place of the meeting.
    Place,
    /// They name the day of the meeting.
    Date,
    /// Wording stands in more than one of them.
    SharedWording {
        /// The greatest share of one article that stands in another one, 0 to 1.
        share: f64,
    },
    /// They share words that are rare elsewhere, names aside.
    RareWords {
        /// The heaviest first, as printed.
        words: Vec<String>,
    },
    /// Their headlines share words.
    Headline {
        /// In the order of the headline, as printed.
        words: Vec<String>,
    },
    /// It is a version or a copy of an article.
    Version {
        /// Of this one, by its place in the set.
        of: usize,
    },
    /// It is on its own: the others are not near enough.
    Alone {
        /// The one that is most like it, by its place in the set; none where no other is like it at all.
        nearest: Option<usize>,
    },
}

/// How sure it is that an article belongs to its meeting and to no other; of one on its own, that it belongs to none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// Another meeting is nearly as close.
    #[default]
    Low,
    /// Its own is closer.
    Fair,
    /// No other is close.
    High,
}

/// An article in its meeting.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Member {
    /// Its place in the set.
    pub article: usize,
    /// Why it stands with the others, or on its own; empty where there are no others.
    pub evidence: Vec<Evidence>,
    /// How sure that is, 0 to 1: its likeness to the others beside that to the nearest other meeting.
    pub sure: f64,
    /// The same in three grades; none for the only article there is, which there is nothing to hold against.
    pub grade: Option<Sure>,
}

impl Member {
    /// Whether the reader put it here.
    pub fn is_placed(&self) -> bool {
        self.evidence.contains(&Evidence::Placed)
    }

    /// Whether it is on its own beside other meetings.
    pub fn is_alone(&self) -> bool {
        let mut evidence = self.evidence.iter();
        evidence.any(|evidence| matches!(evidence, Evidence::Alone { .. }))
    }
}

/// Articles about one meeting.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meeting {
    /// The articles, by their places in the set, ascending.
    pub articles: Vec<usize>,
    /// The same articles, and why they are here.
    pub members: Vec<Member>,
    /// Who takes part, as most articles print them in full, those first whom the articles are about.
    pub participants: Vec<String>,
    /// The day of the event, where the articles tell it.
    pub date: Option<Date>,
    /// Whether that day was worked out: its year is not printed, or only a weekday is.
    pub date_inferred: bool,
    /// The day on which the first article appeared.
    pub published: Option<Date>,
    /// Where it took place, where the articles tell it. Not the dateline.
    pub place: Option<String>,
    /// What kind of event it is.
    pub kind: Option<Kind>,
    /// What at least two of the articles have in common.
    pub evidence: Vec<Evidence>,
    /// The one of which most words stand in others too: it holds most of what there is to compare.
    pub fullest: Option<usize>,
    /// It is none: the reader said of these articles that they cover no meeting. At most one, the last.
    pub is_none: bool,
}

impl Meeting {
    /// The day by which it stands in a row with others: that of the event; where it is not known, that of the first
    /// article.
    pub fn day(&self) -> Option<Date> {
        self.date.or(self.published)
    }

    /// What is known of an article in it.
    pub fn member(&self, article: usize) -> Option<&Member> {
        self.members.iter().find(|member| member.article == article)
    }
}

/// The places of `meetings`, the newest first; those without a day come last, and at the very end what is none.
pub fn newest_first(meetings: &[Meeting]) -> Vec<usize> {
    let when = |number: &usize| {
        let meeting = meetings.get(*number);
        let is_some = meeting.is_some_and(|meeting| !meeting.is_none);
        (is_some, meeting.and_then(Meeting::day))
    };
    let mut order: Vec<usize> = (0..meetings.len()).collect();
    order.sort_by_key(|number| std::cmp::Reverse(when(number)));
    order
}

/// What the evidence of an article is read from: its words, those of its headline that stand in a body, and what the set
/// says of its words.
type Read = (Stamp, Vec<u32>, Vec<(u32, Said)>);

/// What is known of articles from the last grouping: each by what it was read from.
#[derive(Debug, Default)]
pub(super) struct Memory {
    own: Kept<Stamp, Own>,
    counts: Kept<(Stamp, Head), Counts>,
    clues: Kept<Read, Clues>,
    casts: Kept<Vec<Very<Clues>>, Cast>,
}

/// The articles that are grouped, and what is known of them.
pub(super) struct Set<'s> {
    pub corpus: &'s Corpus,
    /// Of each article.
    pub stamps: &'s [Stamp],
    pub pairs: &'s [Pair],
    pub repeats: &'s [Option<Repeat>],
}

/// Groups the articles; each stands in exactly one group. Groups are in the order of their first articles, but for those
/// that cover no meeting, which come last.
pub fn group(
    corpus: &Corpus,
    pairs: &[Pair],
    repeats: &[Option<Repeat>],
    placing: &Placing,
) -> Vec<Meeting> {
    group_again(
        &mut super::Memory::default(),
        corpus,
        pairs,
        repeats,
        placing,
    )
}

/// The same, quicker where `memory` knows most of the articles from an earlier time.
pub fn group_again(
    memory: &mut super::Memory,
    corpus: &Corpus,
    pairs: &[Pair],
    repeats: &[Option<Repeat>],
    placing: &Placing,
) -> Vec<Meeting> {
    let set = Set {
        corpus,
        stamps: &memory.stamps.renew(corpus),
        pairs,
        repeats,
    };
    grouped(&set, Some(placing), &mut memory.meetings)
}

/// The groups of the articles as the reader placed them; without a placing, all in one group.
pub(super) fn grouped(
    set: &Set<'_>,
    placing: Option<&Placing>,
    memory: &mut Memory,
) -> Vec<Meeting> {
    let Set {
        corpus,
        pairs,
        repeats,
        ..
    } = *set;
    let count = corpus.articles.len();
    if count == 0 {
        return Vec::new();
    }
    let placed = Placed::new(corpus, repeats, placing.unwrap_or(&Placing::default()));
    let (terms, clues) = read(set, memory);
    let is_compared = |place: &usize| {
        let is_out = placed.nowhere.get(*place).is_some_and(|nowhere| *nowhere);
        versions::first(repeats, *place) == *place && !is_out
    };
    let rows: Vec<usize> = (0..count).filter(is_compared).collect();
    let likeness = likeness::likeness(&rows, &terms, &clues, pairs);
    let groups = if placing.is_none() {
        vec![(0..count).collect()]
    } else {
        let in_rows = |pairs: &[(usize, usize)]| -> Vec<(usize, usize)> {
            let row = |place: &usize| rows.binary_search(place).ok();
            let both = pairs.iter().filter_map(|(a, b)| row(a).zip(row(b)));
            both.collect()
        };
        let (together, apart) = (in_rows(&placed.together), in_rows(&placed.apart));
        let groups = groups::groups(&likeness, &together, &apart);
        with_repeats(groups, &rows, repeats, count)
    };
    let of_group = |group: &Vec<usize>| -> Vec<Very<Clues>> {
        let clues = group.iter().filter_map(|article| clues.get(*article));
        clues.cloned().map(Very).collect()
    };
    let casts = groups.iter().map(of_group).collect();
    let casts = memory.casts.renew(casts, |_, clues| {
        let clues: Vec<&Clues> = clues.iter().map(|clues| &*clues.0).collect();
        Cast::of(corpus, &clues)
    });
    let known = Known {
        corpus,
        terms: &terms,
        clues: &clues,
        pairs,
        repeats,
        rows: &rows,
        likeness: &likeness,
        placed: &placed,
        casts: &casts,
    };
    describe::meetings(&known, &groups)
}

/// Reads the words and the evidence of each article; of those that are as they were, only what the set makes of them.
fn read(set: &Set<'_>, memory: &mut Memory) -> (Terms, Vec<Arc<Clues>>) {
    let corpus = set.corpus;
    let own = memory
        .own
        .renew(set.stamps.to_vec(), |place, _| Own::of(corpus, place));
    let mut numbers = Numbers::new(corpus);
    let heads = own
        .iter()
        .map(|own| Head::new(own, &corpus.names, &mut numbers));
    let heads: Vec<Head> = heads.collect();
    let names = Names::new(corpus, &numbers, &own);
    let told: Vec<Vec<(u32, Said)>> = parallel(&corpus.words, |words| names.said_of(&words.ids));
    let stamps = || set.stamps.iter().copied();
    let headlines = heads.iter().map(Head::in_bodies);
    let inputs = stamps().zip(headlines).zip(told);
    let clues = memory.clues.renew(
        inputs
            .map(|((stamp, headline), told)| (stamp, headline, told))
            .collect(),
        |place, (_, headline, told)| Clues::of(corpus, place, headline, Told(told)),
    );
    let counts = memory
        .counts
        .renew(stamps().zip(heads).collect(), |place, (_, head)| {
            Counts::of(corpus, place, head, &own)
        });
    (Terms::new(corpus, counts, numbers.into_more()), clues)
}

/// Groups of rows as groups of articles, with the versions and copies of each.
fn with_repeats(
    groups: Vec<Vec<usize>>,
    rows: &[usize],
    repeats: &[Option<Repeat>],
    count: usize,
) -> Vec<Vec<usize>> {
    let mut numbers: Vec<Option<usize>> = vec![None; count];
    for (number, group) in groups.iter().enumerate() {
        for place in group.iter().filter_map(|row| rows.get(*row)) {
            if let Some(slot) = numbers.get_mut(*place) {
                *slot = Some(number);
            }
        }
    }
    let mut whole: Vec<Vec<usize>> = vec![Vec::new(); groups.len()];
    for place in 0..count {
        let number = numbers
            .get(versions::first(repeats, place))
            .copied()
            .flatten();
        if let Some(group) = number.and_then(|number| whole.get_mut(number)) {
            group.push(place);
        }
    }
    whole.sort();
    whole
}
