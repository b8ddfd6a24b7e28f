//! Reworded statements: what articles of one meeting say in other words, sentence by sentence.
//!
//! The method follows Sanchez-Perez, Sidorov and Gelbukh, "A Winning Approach to Text Alignment for Text Reuse
//! Detection at PAN 2014" (CLEF 2014), with what shared wording adds to it:
//!
//! 1. [`terms`]: words become terms: rough stems, synonyms of newspapers as one. [`sentence`]: each sentence is a bag of
//!    them; a term weighs more the fewer sentences of the meeting have it.
//! 2. [`seeds`]: two sentences of two articles are a seed when the cosine of their weights and the overlap of their
//!    terms are both above a third, when they have content in common beyond names, titles and figures, and when their
//!    figures do not gainsay it. Partners are looked for by the rarer terms, so the work does not grow with the square
//!    of the sentences.
//! 3. [`evidence`]: verbatim and near passages are evidence. The sentences they run through are seeds too.
//! 4. [`clusters`]: seeds that follow each other in both articles with few sentences between hang together, unless both
//!    articles begin a paragraph there. What hangs together must also be alike as a whole, or the gaps are made
//!    narrower. Where one paragraph holds nearly all that two articles have in common and the other article says it at
//!    length, it is a summary, and its run spans all of that.
//! 5. [`runs`]: a run without any shared wording must say more to be reported, the more so the longer the texts. Around
//!    shared wording only those sentences are added that are alike on their own, so a verbatim passage with a chance
//!    likeness beside it stays as it was; where both have but who said something, where and when in the same words, what
//!    they said must be alike without that. No run passes over a paragraph that says nothing of it.
//! 6. [`beside`]: in the paragraphs next to shared wording, on the same side of it in both articles, less likeness is
//!    enough.
//! 7. [`clauses`]: in texts that begin alike, as reports of one event do, statements are sought that are only a part of
//!    longer sentences, and wording that two articles share nowhere else, which is otherwise taken for chance.
//! 8. [`passages`]: runs with the same place are joined over articles. A passage that lies wholly in a run goes, unless
//!    two articles have in the same words what a third tells in others.
//!
//! The order of words within a sentence plays no part, nor does the order of articles. Not found: statements told with
//! nearly all words replaced, however plain their sense, because beyond a list of synonyms the program knows nothing of
//! what words mean; and statements of a few words. A run is [`Kind::Near`] when at least half of its longer side's words
//! are the same in order, and then says so word by word; otherwise each witness of a [`Kind::Reworded`] passage names the
//! words that carry it.
//!
//! Meetings are known before any of this, by verbatim and near wording alone. The shares and passages of pairs, and how
//! full an article is, count reworded passages too.
//!
//! A term weighs by all articles of the meeting, so whether two of them say the same can depend on a third: with it,
//! words that seemed rare are common, or the other way round.
//!
//! Known to be weak: a clause that two articles tell with three or four words in common, though of different things, may
//! be taken for one statement; and of what is told in a subordinate clause, about two thirds are still not found. A
//! passage with a further place outside a run stays beside the run that covers the rest.
//!
//! The thresholds: those of the published method where it has them; the others by trial on public pairs of reused texts
//! and on real reports of one event by several outlets, at round values in the middle of a range where little changes.

mod beside;
mod clauses;
mod clusters;
mod evidence;
mod passages;
mod runs;
mod seeds;
mod sentence;
mod terms;

use super::corpus::Corpus;
use super::grouped::Grouped;
use super::memory::{Kept, Stamp};
use super::shared::Passage;
use crate::jobs::{Progress, parallel};
use clusters::Pair;
use evidence::Wording;
use sentence::Sentences;
use terms::Tells;

#[cfg(doc)]
use super::shared::Kind;

/// What was found before in the articles of a meeting, by all that it depends on.
pub(super) type Memory = Kept<Meeting, Vec<Passage>>;

/// The articles of a meeting, in order, and the wording that they share. Articles are named by their place among them.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct Meeting {
    articles: Vec<Stamp>,
    known: Vec<Wording>,
    min_words: usize,
}

/// The articles that are looked at.
pub(super) struct Set<'s> {
    pub corpus: &'s Corpus,
    /// Of each article.
    pub stamps: &'s [Stamp],
    /// Groups of articles.
    pub meetings: &'s [&'s [usize]],
    /// Shortest shared wording, in words.
    pub min_words: usize,
}

/// The passages `known`, with those that reworded statements add to them: of each meeting, what its articles say in other
/// words. Meetings that are as they were are not looked at again.
pub(super) fn find(
    set: &Set<'_>,
    known: Vec<Passage>,
    memory: &mut Memory,
    progress: &Progress,
) -> Vec<Passage> {
    let numbers = by_article(&known, set.corpus.articles.len());
    let tells = Tells::new(set.corpus);
    let sorted = set.meetings.iter().filter(|articles| articles.len() > 1);
    // The lower number of a pair comes first, whatever the order of the meeting.
    let meetings: Vec<Vec<usize>> = sorted
        .map(|articles| {
            let mut articles = articles.to_vec();
            articles.sort_unstable();
            articles
        })
        .collect();
    let inputs = parallel(&meetings, |articles| Meeting {
        articles: articles
            .iter()
            .filter_map(|article| set.stamps.get(*article).copied())
            .collect(),
        known: wording(&known, &numbers, articles),
        min_words: set.min_words,
    });
    let (added, kept) = memory.renewed(inputs, |place, meeting| {
        let articles = meetings.get(place).map_or(&[][..], Vec::as_slice);
        if progress.is_cancelled() {
            return Vec::new();
        }
        let all = Sentences::new(set.corpus, articles, tells);
        let found = of_meeting(set.corpus, &all, meeting, progress);
        let among_them = |article: usize| articles.binary_search(&article).ok();
        found
            .into_iter()
            .map(|passage| renamed(passage, among_them))
            .collect()
    });
    // What was cut short is not all that there is.
    if !progress.is_cancelled() {
        *memory = kept;
    }
    let added = meetings.iter().zip(&added).flat_map(|(articles, added)| {
        let in_set = |place: usize| articles.get(place).copied();
        let added = added.iter().cloned();
        added.map(move |passage| renamed(passage, in_set))
    });
    passages::merge(known, added.collect())
}

/// The wording that the articles of a meeting share, of all that is known.
fn wording(known: &[Passage], numbers: &Grouped<usize>, articles: &[usize]) -> Vec<Wording> {
    let numbers = articles.iter().flat_map(|article| numbers.get(*article));
    let mut numbers: Vec<usize> = numbers.copied().collect();
    numbers.sort_unstable();
    numbers.dedup();
    let passages = numbers.iter().filter_map(|at| known.get(*at));
    let wording = passages.map(|passage| Wording::of(passage, articles));
    wording.filter(Wording::is_shared).collect()
}

/// A passage with other names for its articles.
fn renamed(mut passage: Passage, name: impl Fn(usize) -> Option<usize>) -> Passage {
    for witness in &mut passage.witnesses {
        witness.article = name(witness.article).unwrap_or_default();
    }
    passage
}

/// For each of so many articles the numbers of its passages.
fn by_article(passages: &[Passage], count: usize) -> Grouped<usize> {
    let numbers = passages.iter().enumerate().flat_map(|(number, passage)| {
        let witnesses = passage.witnesses.iter();
        witnesses.map(move |witness| (witness.article, number))
    });
    Grouped::new(count, numbers)
}

/// What the articles of one meeting say in other words.
fn of_meeting(
    corpus: &Corpus,
    all: &Sentences,
    meeting: &Meeting,
    progress: &Progress,
) -> Vec<Passage> {
    let partners = seeds::find(all);
    let mut pieces = evidence::by_pair(&meeting.known);
    let mut pairs: Vec<(usize, usize)> = pieces.keys().copied().collect();
    pairs.extend(partners.iter().map(|(pair, _)| *pair));
    pairs.sort_unstable();
    pairs.dedup();
    let mut partners = partners.into_iter().peekable();
    let work: Vec<_> = pairs
        .into_iter()
        .map(|pair| {
            let own = partners.next_if(|(other, _)| *other == pair);
            let pieces = pieces.remove(&pair).unwrap_or_default();
            (pair, own.unwrap_or_default().1, pieces)
        })
        .collect();
    let runs: Vec<_> = parallel(&work, |((a, b), own, pieces)| {
        let (Some(in_a), Some(in_b)) = (all.texts.get(*a), all.texts.get(*b)) else {
            return ((*a, *b), Vec::new());
        };
        if progress.is_cancelled() {
            return ((*a, *b), Vec::new());
        }
        let pair = Pair {
            all,
            a: in_a,
            b: in_b,
            pieces,
            min_words: meeting.min_words,
        };
        let mut found = runs::find(&pair, &own.seeds);
        found.extend(beside::find(&pair, &found));
        found.extend(clauses::find(&pair, &own.hints, &found));
        ((*a, *b), found)
    });
    passages::join(corpus, all, &runs)
}

#[cfg(test)]
mod tests;
