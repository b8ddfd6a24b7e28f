//! Shared wording: what two or more articles say in the same or nearly the same words.
//!
//! 1. [`grams`]: every run of four words that stands more than once, and where, from an exact table in parts. Of all
//!    places that a gram has, those are seeds from which no longer run could have begun one word before ([`seeds`]), so
//!    the work follows what there is to find. A gram in more than [`seeds::COMMON`] articles is followed only where
//!    twelve words agree.
//! 2. The articles are taken two by two. [`bar`] says how much two must agree to have to do with each other, and how
//!    much a passage must be worth: more in long articles and large sets, because there chance is great. Two that cannot
//!    reach it are looked at no further.
//! 3. [`extend`]: a run of equal words grows to both sides over edited words by alignment ([`align`]) with an X-drop, as
//!    BLAST does it (Altschul et al. 1997): the alignment goes on while its score stays within a fixed distance of the
//!    best so far, and ends at the best. Names, titles and function words weigh less than content ([`score`]). Matches
//!    with few words between them are chained.
//! 4. [`paragraphs`]: a match is cut where both articles begin a paragraph. [`join`]: matches with the same witness are
//!    joined over articles.
//! 5. [`order`]: per pair of articles, the heaviest set of passages that stand in one order; the rest moved.
//!
//! Order of the text plays no part in 1 to 4, so a moved passage is found like any other, and one place can match
//! several. A match in which fewer than [`MIN_PLAIN`] different words are content other than names, titles and figures
//! is a formula: it is kept apart as stock and not counted, unless the reader says so. So is short wording that stands in
//! articles on many meetings (`judged`, one level up).
//!
//! Not found here: wording in which no four words in a row are equal, and a short passage that is all that two articles
//! have in common ([`reworded`](super::reworded) finds some of both); and of a line that stands more than [`CROWD`] times in
//! both more than so many of its places, nor what comes behind a word that stands more than [`SWARM`] times in a row.

mod align;
mod bar;
mod extend;
mod grams;
mod join;
mod joins;
mod open;
pub mod order;
mod paragraphs;
mod score;
mod seeds;
mod table;

use super::corpus::Corpus;
use crate::jobs::{Progress, parallel};
use crate::text::Span;
use align::Room;
use bar::Bar;
use extend::Aligner;
use grams::{GRAM, Grams, Text};
pub use open::Comparison;
use rustc_hash::FxHashMap;
use seeds::Seed;
use std::borrow::Cow;
use std::ops::Range;

/// Fewest words with plain content in a match that counts.
pub const MIN_PLAIN: usize = 2;

/// Shortest formula that is shown as not counted, in words.
const MIN_STOCK: usize = 4;

/// Most words between two matches that are still one passage.
const MAX_GAP: usize = 8;

/// How the witnesses of a passage agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Word for word, but for case, quotes, dashes and name variants.
    Verbatim,
    /// With words replaced, put in or left out.
    Near,
    /// The same statement in other words.
    Reworded,
}

impl Kind {
    /// All kinds, the closest first.
    pub const ALL: [Self; 3] = [Self::Verbatim, Self::Near, Self::Reworded];
}

/// One place where a passage stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// The article, by its place in the set.
    pub article: usize,
    /// Where in its body: bytes.
    pub span: Span,
    /// Where in its words.
    pub words: Range<usize>,
    /// Which of the passage's wordings it has, from 0 in the order of witnesses: where two have the same, they agree word
    /// for word.
    pub wording: usize,
    /// The words that carry a reworded passage; none where the wording itself is shared.
    pub carriers: Vec<Span>,
}

/// Shared wording and all places where it stands: two or more, in the order of articles and text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// How the places agree, all of them.
    pub kind: Kind,
    /// The places.
    pub witnesses: Vec<Witness>,
}

impl Passage {
    /// Its first place in `article`.
    pub fn in_article(&self, article: usize) -> Option<&Witness> {
        self.witnesses
            .iter()
            .find(|witness| witness.article == article)
    }

    /// How its places in these articles agree. Two can have word for word what a third has edited, or told in other words.
    /// Where it stands in fewer than two of them, as all its places do.
    pub fn kind_among(&self, articles: &[usize]) -> Kind {
        let there = self.witnesses.iter();
        let mut wordings = there
            .filter(|witness| articles.contains(&witness.article))
            .map(|witness| witness.wording);
        match (wordings.next(), wordings.next()) {
            (Some(one), Some(two)) if one == two && wordings.all(|other| other == one) => {
                Kind::Verbatim
            }
            _ => self.kind,
        }
    }

    /// Whether each witness of `inner` lies inside one of this passage.
    pub(super) fn holds(&self, inner: &Self) -> bool {
        inner.witnesses.iter().all(|small| {
            self.witnesses.iter().any(|large| {
                large.article == small.article
                    && large.words.start <= small.words.start
                    && small.words.end <= large.words.end
            })
        })
    }

    /// Where it stands first, by which passages are ordered: the article, and the words there.
    pub fn first_place(&self) -> (usize, usize, usize) {
        self.witnesses.first().map_or((0, 0, 0), |witness| {
            (witness.article, witness.words.start, witness.words.end)
        })
    }

    /// Length in words, of its longest witness.
    pub fn word_count(&self) -> usize {
        self.witnesses
            .iter()
            .map(|witness| witness.words.len())
            .max()
            .unwrap_or(0)
    }
}

/// Two stretches of words in two articles that agree.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Match {
    /// The articles; `a` stands before `b`.
    a: usize,
    b: usize,
    in_a: Range<usize>,
    in_b: Range<usize>,
    /// Words that are the same on both sides.
    same: usize,
    /// Those of them with plain content.
    plain: usize,
    /// What the alignment is worth, in tenths of a content word.
    weight: u32,
}

impl Match {
    /// Whether the first gram of a run of equal words lies inside it, on both sides.
    fn holds_start(&self, run: &Match) -> bool {
        let holds =
            |outer: &Range<usize>, start: usize| outer.start <= start && start + GRAM <= outer.end;
        holds(&self.in_a, run.in_a.start) && holds(&self.in_b, run.in_b.start)
    }

    /// Whether it goes on in the first article up to the end of the first gram of a run.
    fn reaches(&self, run: &Match) -> bool {
        run.in_a.start + GRAM <= self.in_a.end
    }

    /// Whether at least half of the longer side's words are the same.
    fn is_dense(&self) -> bool {
        self.same * 2 >= self.in_a.len().max(self.in_b.len())
    }

    /// This match and one that follows it closely in both articles, as one.
    fn followed_by(&self, next: &Match) -> Option<Match> {
        let gap_a = next.in_a.start.checked_sub(self.in_a.end)?;
        let gap_b = next.in_b.start.checked_sub(self.in_b.end)?;
        let both_plain = self.plain >= MIN_PLAIN && next.plain >= MIN_PLAIN;
        (gap_a.max(gap_b) <= MAX_GAP && both_plain).then(|| Match {
            in_a: self.in_a.start..next.in_a.end,
            in_b: self.in_b.start..next.in_b.end,
            same: self.same + next.same,
            plain: self.plain + next.plain,
            weight: self.weight + next.weight,
            ..*self
        })
    }
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// Shared wording.
    pub passages: Vec<Passage>,
    /// Formulae that are not counted.
    pub stock: Vec<Passage>,
}

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Search {
    /// Fewest equal words of a passage.
    pub min_words: usize,
    /// Whether formulae that do not count are listed too; it takes as long as everything else.
    pub stock: bool,
}

/// All wording that articles of `corpus` share.
pub fn find(corpus: &Corpus, search: &Search, progress: &Progress) -> Shared {
    let found = compare_all(corpus, search, progress);
    Shared {
        passages: join::join(corpus, &found.passages),
        stock: join::join(corpus, &found.formulae),
    }
}

/// The matches of all articles, two by two.
fn compare_all(corpus: &Corpus, search: &Search, progress: &Progress) -> Found {
    let text = Text::new(corpus);
    let grams = Grams::new(&text, seeds::COMMON);
    let bands = seeds::find(corpus, &text, &grams);
    let found = parallel(&bands, |seeds| {
        let mut found = Found::default();
        for seeds in seeds.chunk_by(|one, two| one.a == two.a) {
            if let Some(article) = seeds.first().map(|seed| seed.a as usize) {
                found.add(compare_with_all(corpus, article, seeds, search, progress));
            }
        }
        found
    });
    let mut all = Found::default();
    found.into_iter().for_each(|found| all.add(found));
    all
}

/// What two articles share, or one with all others.
#[derive(Clone, Debug, Default)]
struct Found {
    /// Matches that count.
    passages: Vec<Match>,
    /// Names and titles that do not; only if they are searched for.
    formulae: Vec<Match>,
}

impl Found {
    fn add(&mut self, other: Self) {
        self.passages.extend(other.passages);
        self.formulae.extend(other.formulae);
    }
}

/// Compares an article with others, from its seeds on, which are sorted.
fn compare_with_all(
    corpus: &Corpus,
    article: usize,
    seeds: &[Seed],
    search: &Search,
    progress: &Progress,
) -> Found {
    let limits = limits(corpus, seeds);
    // The bar rises with the longer of two articles, so no pair has a lower one.
    let bar = Bar::of(corpus, search, [article, article]);
    let mut all = Found::default();
    let mut room = Room::default();
    let mut done = 0;
    for seeds in seeds.chunk_by(|one, two| (one.a, one.b) == (two.a, two.b)) {
        let limits = limits.get(done..done + seeds.len()).unwrap_or_default();
        done += seeds.len();
        let limit: Option<u32> = limits.iter().copied().sum();
        // Most articles have no more in common than a run of four words, by chance.
        let is_promising = limit.is_none_or(|limit| bar.is_worth_a_look(limit));
        if (search.stock || is_promising) && !progress.is_cancelled() {
            all.add(compare_pair(corpus, seeds, search, &mut room).unwrap_or_default());
        }
    }
    all
}

/// The most that the run at each seed of an article can be worth, if it ends with its first gram; nothing where it goes
/// on. Told from one word of the other article, and for all seeds at once, because reaching for it is waiting.
fn limits(corpus: &Corpus, seeds: &[Seed]) -> Vec<Option<u32>> {
    let words = |article: u32| corpus.words.get(article as usize);
    let next = |article: u32, at: u32| words(article)?.ids.get(at as usize + GRAM);
    let limit = |seed: &Seed| {
        let behind = next(seed.a, seed.at_a);
        if behind.is_some() && behind == next(seed.b, seed.at_b) {
            return None;
        }
        let start = seed.at_a as usize;
        let classes = words(seed.a)?.classes.get(start..start + GRAM)?;
        Some(classes.iter().map(|class| score::most(*class) as u32).sum())
    };
    seeds.iter().map(limit).collect()
}

/// Compares two articles from their seeds on; nothing where they do not agree enough to be looked at.
fn compare_pair(
    corpus: &Corpus,
    seeds: &[Seed],
    search: &Search,
    room: &mut Room,
) -> Option<Found> {
    let first = seeds.first()?;
    let (a, b) = (first.a as usize, first.b as usize);
    let bar = Bar::of(corpus, search, [a, b]);
    let mut aligner = Aligner::new(corpus, a, b, room)?;
    let runs = without_crowds(runs(&aligner, &without_swarms(seeds)));
    let mut pair = Found::default();
    if !bar.is_worth_a_look(runs.iter().map(|run| run.weight).sum()) {
        if search.stock {
            pair.formulae
                .extend(runs.into_iter().filter(|run| is_formula(corpus, run)));
        }
        return Some(pair);
    }
    let grown = grown(&mut aligner, runs, bar);
    let whole = chained(without_doubles(grown), bar);
    let is_related = bar.are_related(whole.iter().filter(|found| !is_formula(corpus, found)));
    for found in whole {
        // What is no chance as a whole is none in its paragraphs, however short they are.
        let is_sure = bar.passes(&found);
        for piece in paragraphs::cut(corpus, found) {
            if is_formula(corpus, &piece) {
                pair.formulae.extend(search.stock.then_some(piece));
            } else if is_related && (bar.passes(&piece) || is_sure && bar.is_long_enough(&piece)) {
                pair.passages.push(piece);
            }
        }
    }
    Some(pair)
}

/// What the runs, which are in order, grow to; none from a run that lies inside what another grew to.
fn grown(aligner: &mut Aligner<'_, '_>, runs: Vec<Match>, bar: Bar) -> Vec<Grown> {
    let mut grown: Vec<Grown> = Vec::with_capacity(runs.len());
    // Those that reach as far as the next run in the first article.
    let mut reaching: Vec<usize> = Vec::new();
    for exact in runs {
        let whole = |at: &usize| grown.get(*at).map(|known| &known.whole);
        reaching.retain(|at| whole(at).is_some_and(|whole| whole.reaches(&exact)));
        let mut around = reaching.iter().filter_map(whole);
        if !around.any(|known| known.holds_start(&exact)) {
            reaching.push(grown.len());
            // A formula is no seed: nothing grows from it.
            let whole = (exact.plain > 0).then(|| aligner.extend(&exact));
            // What grew too thin is no passage; its core may still be one.
            let whole = whole.filter(|whole| bar.passes(whole) || !bar.passes(&exact));
            grown.push(Grown {
                whole: whole.unwrap_or_else(|| exact.clone()),
                exact,
            });
        }
    }
    grown
}

/// Whether fewer than [`MIN_PLAIN`] different words of a match are content other than names, titles and figures.
fn is_formula(corpus: &Corpus, found: &Match) -> bool {
    // Nothing says so little in so many words, or is worth a line in fewer.
    if found.plain >= MIN_PLAIN * 8 || found.same < MIN_STOCK {
        return false;
    }
    let plain = |article: usize, range: &Range<usize>| {
        let words = corpus.words.get(article);
        let classes = words.and_then(|words| words.classes.get(range.clone()));
        let ids = corpus.ids(article, range).iter();
        let words = ids.zip(classes.unwrap_or_default());
        words
            .filter(|(_, class)| class.is_plain())
            .map(|(id, _)| *id)
    };
    let mut common: Vec<u32> = Vec::with_capacity(MIN_PLAIN);
    for id in plain(found.a, &found.in_a) {
        if !common.contains(&id) && plain(found.b, &found.in_b).any(|other| other == id) {
            common.push(id);
        }
        if common.len() >= MIN_PLAIN {
            return false;
        }
    }
    true
}

/// The runs of equal words that begin at the seeds, each once, in the order of the seeds.
fn runs(aligner: &Aligner<'_, '_>, seeds: &[Seed]) -> Vec<Match> {
    let mut runs: Vec<Match> = Vec::with_capacity(seeds.len());
    // Those that reach as far as the next seed in the first article.
    let mut reaching: Vec<usize> = Vec::new();
    for seed in seeds {
        let run = aligner.exact(seed);
        reaching.retain(|at| runs.get(*at).is_some_and(|known| known.reaches(&run)));
        let mut around = reaching.iter().filter_map(|at| runs.get(*at));
        if !around.any(|known| known.holds_start(&run)) {
            reaching.push(runs.len());
            runs.push(run);
        }
    }
    runs
}

/// Most seeds at one word, on either side, whose runs are measured: a word alone all through a text makes as many runs as
/// it has words, each as long as what is left.
const SWARM: usize = 1_000;

/// Of the seeds at one word of either article no more than the first [`SWARM`].
fn without_swarms(seeds: &[Seed]) -> Cow<'_, [Seed]> {
    if seeds.len() <= SWARM {
        return Cow::Borrowed(seeds);
    }
    let (mut in_a, mut in_b) = (FxHashMap::default(), FxHashMap::default());
    let mut is_among_first = |seed: &&Seed| {
        let counts: [&mut usize; 2] = [
            in_a.entry(seed.at_a).or_default(),
            in_b.entry(seed.at_b).or_default(),
        ];
        counts.into_iter().fold(true, |is_among, count| {
            *count += 1;
            is_among && *count <= SWARM
        })
    };
    let kept = seeds.iter().filter(|seed| is_among_first(seed));
    kept.copied().collect()
}

/// Most runs that are followed from one word, on either side: those of a line that is repeated all through two articles
/// say no more than a few of them.
const CROWD: usize = 16;

/// Of the runs that begin at one word of either article no more than the [`CROWD`] longest.
fn without_crowds(runs: Vec<Match>) -> Vec<Match> {
    if runs.len() <= CROWD {
        return runs;
    }
    let starts: [fn(&Match) -> usize; 2] = [|run| run.in_a.start, |run| run.in_b.start];
    starts.into_iter().fold(runs, |mut runs, start| {
        runs.sort_by_key(|run| (start(run), std::cmp::Reverse(run.same)));
        let crowds = runs.chunk_by(|one, two| start(one) == start(two));
        let kept = crowds.flat_map(|crowd| crowd.iter().take(CROWD));
        let mut kept: Vec<Match> = kept.cloned().collect();
        kept.sort_by_key(|run| (run.in_a.start, run.in_b.start));
        kept
    })
}

/// A match, and the run of equal words it grew from.
struct Grown {
    whole: Match,
    exact: Match,
}

/// Joins matches that follow each other in both articles within [`MAX_GAP`] words: one passage with an edited middle.
fn chained(matches: Vec<Match>, bar: Bar) -> Vec<Match> {
    let mut chains: Vec<Match> = Vec::new();
    for one in matches {
        let joined = chains
            .iter()
            .enumerate()
            .rev()
            .take(8)
            .find_map(|(at, last)| Some((at, last.followed_by(&one)?)))
            .filter(|(_, joined)| bar.passes(joined));
        match joined.and_then(|(at, joined)| Some((chains.get_mut(at)?, joined))) {
            Some((last, joined)) => *last = joined,
            None => chains.push(one),
        }
    }
    chains
}

/// Drops a match that lies for the most part inside a longer one, on both sides; if the run it grew from does not, that
/// run stays.
fn without_doubles(mut found: Vec<Grown>) -> Vec<Match> {
    found.sort_by_key(|one| {
        let whole = &one.whole;
        (
            std::cmp::Reverse(whole.same),
            whole.in_a.start,
            whole.in_b.start,
        )
    });
    let mut kept: Vec<Match> = Vec::new();
    for Grown { whole, exact } in found {
        let is_double = |one: &Match| {
            kept.iter().any(|known| {
                mostly_inside(&one.in_a, &known.in_a) && mostly_inside(&one.in_b, &known.in_b)
            })
        };
        let stays = [whole, exact].into_iter().find(|one| !is_double(one));
        kept.extend(stays);
    }
    kept.sort_by_key(|one| (one.in_a.start, one.in_b.start));
    kept
}

fn mostly_inside(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    let common = inner
        .end
        .min(outer.end)
        .saturating_sub(inner.start.max(outer.start));
    common * 2 > inner.len()
}

#[cfg(test)]
mod tests;
