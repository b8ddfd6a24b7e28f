//! Which articles cover the same meeting, why, and how sure that is.
//!
//! Each article is read once for its evidence ([`clues`]): the people it is about, with their offices and short forms
//! ([`people`]), the day and the place of what happened, which are neither the day of publication nor the dateline
//! ([`scene`]), and its words, weighed ([`terms`]). From these follows how alike two articles are, and from that the
//! groups ([`likeness`]). Then each group is described by what holds it together ([`describe`]). There is one setting
//! for all sets; nothing is learned from the set but how rare its words are and how near its articles lie.
//!
//! Words decide which articles might belong together; days, places and the outlet can keep them apart; shared wording
//! can join what names would not. Versions of one article, and copies of it, follow their first one, and take no part in
//! the comparison: an article whose own copy is nearest would find nothing else near.

mod clues;
mod describe;
mod likeness;
mod lists;
mod people;
mod scene;
mod sentences;
mod terms;

use jiff::civil::Date;

use super::Pair;
use super::corpus::Corpus;
use super::versions::{self, Repeat};
use describe::Known;
use terms::Terms;

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
}

/// How sure it is that an article belongs to its meeting and to no other.
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
    /// Why it stands with the others; empty for an article alone.
    pub evidence: Vec<Evidence>,
    /// How sure that is, 0 to 1: its likeness to the others beside that to the nearest other meeting.
    pub sure: f64,
    /// The same in three grades.
    pub grade: Sure,
}

/// Articles about one meeting.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meeting {
    /// The articles, by their places in the set, ascending.
    pub articles: Vec<usize>,
    /// The same articles, and why they are here.
    pub members: Vec<Member>,
    /// Who takes part, in the fullest form that is printed, those first whom the articles are about.
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

/// The places of `meetings`, the newest first; those without a day come last.
pub fn newest_first(meetings: &[Meeting]) -> Vec<usize> {
    let day = |number: &usize| meetings.get(*number).and_then(Meeting::day);
    let mut order: Vec<usize> = (0..meetings.len()).collect();
    order.sort_by_key(|number| std::cmp::Reverse(day(number)));
    order
}

/// All articles as one meeting.
pub fn one(corpus: &Corpus, pairs: &[Pair], repeats: &[Option<Repeat>]) -> Vec<Meeting> {
    if corpus.articles.is_empty() {
        return Vec::new();
    }
    grouped(corpus, pairs, repeats, true)
}

/// Groups the articles; each stands in exactly one group. Groups are in the order of their first articles.
pub fn group(corpus: &Corpus, pairs: &[Pair], repeats: &[Option<Repeat>]) -> Vec<Meeting> {
    grouped(corpus, pairs, repeats, false)
}

fn grouped(corpus: &Corpus, pairs: &[Pair], repeats: &[Option<Repeat>], one: bool) -> Vec<Meeting> {
    let count = corpus.articles.len();
    let terms = Terms::new(corpus);
    let clues = clues::clues(corpus, &terms);
    let rows: Vec<usize> = (0..count)
        .filter(|place| versions::first(repeats, *place) == *place)
        .collect();
    let likeness = likeness::likeness(&rows, &terms, &clues, pairs);
    let groups = if one {
        vec![(0..count).collect()]
    } else {
        with_repeats(likeness::groups(&likeness), &rows, repeats, count)
    };
    let known = Known {
        corpus,
        terms: &terms,
        clues: &clues,
        pairs,
        repeats,
        rows: &rows,
        likeness: &likeness,
    };
    describe::meetings(&known, &groups)
}

/// Groups of rows as groups of articles, with the versions and copies of each.
fn with_repeats(
    groups: Vec<Vec<usize>>,
    rows: &[usize],
    repeats: &[Option<Repeat>],
    count: usize,
) -> Vec<Vec<usize>> {
    let mut numbers = vec![0; count];
    for (number, group) in groups.iter().enumerate() {
        for place in group.iter().filter_map(|row| rows.get(*row)) {
            if let Some(slot) = numbers.get_mut(*place) {
                *slot = number;
            }
        }
    }
    let mut whole: Vec<Vec<usize>> = vec![Vec::new(); groups.len()];
    for place in 0..count {
        let number = numbers.get(versions::first(repeats, place));
        if let Some(group) = number.and_then(|number| whole.get_mut(*number)) {
            group.push(place);
        }
    }
    whole.sort();
    whole
}
