//! Statements that are only a part of their sentences: a clause of a long lead that is a sentence of its own elsewhere.
//!
//! Of two sentences that have some terms in common the stretches are sought in which the rarities of the common terms
//! outweigh those of the others: the best stretch of one side, with that of the other side in mind, in turn until
//! nothing changes (a local alignment of bags of words; for the stretch see Bentley, "Programming Pearls", CACM 27/9,
//! 1984). The rarities of what both share, added up, say how unlikely it is that they share it by chance; the more
//! sentences were compared, the more is asked, in the spirit of Altschul et al., "Basic local alignment search tool"
//! (J. Mol. Biol. 215, 1990). Then both sides reach to the ends of their clauses.
//!
//! A run of equal words speaks for itself, however common its words are in the meeting. Elsewhere it counts only among
//! others (see `shared::bar`): alone it may be chance, but not in reports of one event.
//!
//! Only texts that begin alike, or as a third one does, are looked at, because only reports of one event retell each other
//! clause by clause.
//! Shared wording is no evidence here, and who has a statement word for word is not said to have it in other words too.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::clusters::Pair;
use super::evidence::overlap;
use super::runs::Run;
use super::seeds::{HINT, PLAIN};
use super::sentence::{Sentences, Text, ascending, in_both};
use crate::analysis::corpus::WordClass;

/// What a term takes away that the other side has not, of its rarity.
const OTHERS: f64 = 0.25;

/// How often the stretches are sought at most. They nearly always stand still after three rounds.
const ROUNDS: usize = 6;

/// Least rarity of all terms that both have, in nats, among few pairs of sentences; and how much more for each doubling of
/// them. Chance alone would ask for less than one more, but longer texts on one subject also share more of its phrases.
const RARITY: f64 = 13.0;
const A_DOUBLING: f64 = 3.0;

/// Least part of the rarity of both that is common to them (Dice).
const DICE: f64 = 0.3;

/// Shortest of them, in words.
const SHORTEST: usize = 9;

/// What part of a side another passage takes for the side to be told there: one in so many words.
const TAKEN: usize = 2;

/// So near to the end of a clause they reach to it, in words.
const NEAR: usize = 10;

/// The statements in sentences of which each of `hints` names two, where neither a run nor shared wording has one side
/// of them. Each stands in one of them at most, the likest first.
pub fn find(pair: &Pair, hints: &[(usize, usize)], runs: &[Run]) -> Vec<Run> {
    let found = hints.iter();
    let mut found: Vec<(f64, Run)> = found.filter_map(|it| statement(pair, *it)).collect();
    found.sort_by(|(one, run), (two, other)| {
        let by_score = two.total_cmp(one);
        by_score.then_with(|| place(run).cmp(&place(other)))
    });
    let pieces = pair.pieces.iter().map(|piece| (&piece.a, &piece.b));
    let runs = runs.iter().map(|run| (&run.a, &run.b));
    let known: Vec<_> = pieces.chain(runs).collect();
    let mut kept: Vec<Run> = Vec::new();
    for (_, run) in found {
        let is_known = known.iter().any(|(a, b)| has(a, &run.a) || has(b, &run.b));
        if !is_known && !kept.iter().any(|other| meet(&run, other)) {
            kept.push(run);
        }
    }
    kept.sort_by_key(|run| (run.a.start, run.b.start));
    kept
}

/// Whether a stretch has much of another.
fn has(whole: &Range<usize>, part: &Range<usize>) -> bool {
    overlap(whole, part) * TAKEN >= part.len()
}

/// Whether one of two runs has much of the other, on either side.
fn meet(one: &Run, two: &Run) -> bool {
    has(&one.a, &two.a) || has(&two.a, &one.a) || has(&one.b, &two.b) || has(&two.b, &one.b)
}

/// What comes first of two that are as like: the shorter, then the one that stands nearer to the beginnings. Which text
/// is the first one plays no part.
fn place(run: &Run) -> (usize, usize, usize) {
    (
        run.a.len() + run.b.len(),
        run.a.start + run.b.start,
        run.a.start.min(run.b.start),
    )
}

/// What two sentences both say, and how much speaks for it.
fn statement(pair: &Pair, (a, b): (usize, usize)) -> Option<(f64, Run)> {
    let (a, b) = (
        &pair.a.sentences.get(a)?.words,
        &pair.b.sentences.get(b)?.words,
    );
    told_alike(pair, a, b).or_else(|| equal_words(pair, a, b))
}

/// The longest run of equal words of two sentences, if it is long enough for shared wording.
fn equal_words(pair: &Pair, a: &Range<usize>, b: &Range<usize>) -> Option<(f64, Run)> {
    let in_a = pair.a.terms.get(a.clone())?;
    let in_b = pair.b.terms.get(b.clone())?;
    // How long the run is that ends with a word of the one and each word of the other.
    let mut ending = vec![0; in_b.len() + 1];
    let mut longest = (0, 0, 0);
    for (at_a, one) in in_a.iter().enumerate() {
        let mut before = 0;
        for ((at_b, two), here) in in_b.iter().enumerate().zip(ending.iter_mut().skip(1)) {
            let equal = if one == two { before + 1 } else { 0 };
            before = std::mem::replace(here, equal);
            // Of runs as long the one that stands first, whichever text is asked first.
            let is_first = at_a + at_b < longest.1 + longest.2;
            if equal > longest.0 || equal == longest.0 && is_first {
                longest = (equal, at_a, at_b);
            }
        }
    }
    let (count, last_a, last_b) = longest;
    let run = Run {
        a: (a.start + last_a + 1).checked_sub(count)?..a.start + last_a + 1,
        b: (b.start + last_b + 1).checked_sub(count)?..b.start + last_b + 1,
    };
    let all = pair.all;
    let terms = ascending(pair.a.terms.get(run.a.clone())?.iter().copied());
    let is_plain = |term: &&u32| all.terms.class(**term).is_plain();
    let says_so = count >= pair.min_words && terms.iter().filter(is_plain).count() >= PLAIN;
    says_so.then(|| (terms.iter().map(|it| all.rarity(*it)).sum(), run))
}

/// What two sentences both say in other words.
fn told_alike(pair: &Pair, a: &Range<usize>, b: &Range<usize>) -> Option<(f64, Run)> {
    let pieces = pair.pieces.iter();
    let in_a = pieces.clone().filter(|piece| overlap(&piece.b, b) > 0);
    let in_b = pieces.filter(|piece| overlap(&piece.a, a) > 0);
    let sides = [
        Side::new(pair.all, pair.a, a, in_a.map(|piece| &piece.a)),
        Side::new(pair.all, pair.b, b, in_b.map(|piece| &piece.b)),
    ];
    let whole = Run {
        a: a.clone(),
        b: b.clone(),
    };
    if Common::of(&sides, &whole).rarity < least(pair) {
        return None;
    }
    let [one, two] = &sides;
    // From which side the search sets out shall not matter.
    let (a, b) = one.stretches(two)?;
    let (other_b, other_a) = two.stretches(one)?;
    let both = [
        Run { a, b },
        Run {
            a: other_a,
            b: other_b,
        },
    ];
    let [(common, core), other] = both.map(|run| (Common::of(&sides, &run), run));
    let is_better = |it: &Common, run: &Run| {
        let by_score = it.score().total_cmp(&common.score());
        by_score.then_with(|| place(&core).cmp(&place(run))).is_gt()
    };
    let (common, core) = if is_better(&other.0, &other.1) {
        other
    } else {
        (common, core)
    };
    let run = Run {
        a: one.to_clause_ends(&core.a),
        b: two.to_clause_ends(&core.b),
    };
    let says_so = common.rarity >= least(pair)
        && common.dice >= DICE
        && common.says_enough(pair.all)
        && run.a.len().min(run.b.len()) >= SHORTEST
        && !Common::of(&sides, &run).figures_differ(pair.all);
    says_so.then(|| (common.score(), run))
}

/// A sentence in which a statement is sought.
struct Side<'s> {
    all: &'s Sentences,
    text: &'s Text,
    /// Its words.
    within: Range<usize>,
    /// Those with content outside shared wording.
    words: Vec<Word>,
}

/// A word with content.
#[derive(Clone, Copy)]
struct Word {
    at: usize,
    term: u32,
    /// Which of the words before it has the same term, the last one.
    before: Option<usize>,
}

impl<'s> Side<'s> {
    /// The words `within` a text. What stands in the same words in both, `pieces`, is no evidence.
    fn new<'p>(
        all: &'s Sentences,
        text: &'s Text,
        within: &Range<usize>,
        pieces: impl Iterator<Item = &'p Range<usize>>,
    ) -> Self {
        let pieces: Vec<&Range<usize>> = pieces.collect();
        let outside = |at: &usize| !pieces.iter().any(|piece| piece.contains(at));
        let mut words: Vec<Word> = Vec::new();
        let mut last = FxHashMap::default();
        for at in within.clone().filter(outside) {
            let term = text.terms.get(at).copied();
            if let Some(term) = term.filter(|term| all.terms.has_content(*term)) {
                let before = last.insert(term, words.len());
                words.push(Word { at, term, before });
            }
        }
        Self {
            all,
            text,
            words,
            within: within.clone(),
        }
    }

    /// The terms in a stretch of words, ascending.
    fn terms_in(&self, stretch: &Range<usize>) -> Vec<u32> {
        let inside = self.words.iter().filter(|word| stretch.contains(&word.at));
        ascending(inside.map(|word| word.term))
    }

    /// The stretches of this side and of the other that have the most in common; none where nothing is.
    fn stretches(&self, other: &Self) -> Option<(Range<usize>, Range<usize>)> {
        let (mut here, mut there) = (0..0, other.within.clone());
        for _ in 0..ROUNDS {
            let next_here = self.best(&other.terms_in(&there));
            let next_there = other.best(&self.terms_in(&next_here));
            if (&next_here, &next_there) == (&here, &there) {
                break;
            }
            (here, there) = (next_here, next_there);
        }
        (!here.is_empty() && !there.is_empty()).then_some((here, there))
    }

    /// The stretch of words with the most of `wanted` terms, which are ascending, and the least of others.
    fn best(&self, wanted: &[u32]) -> Range<usize> {
        let (mut best, mut best_sum) = (0..0, 0.0);
        let (mut first, mut sum) = (0, 0.0);
        for (number, word) in self.words.iter().enumerate() {
            if sum <= 0.0 {
                (first, sum) = (number, 0.0);
            }
            let is_first = word.before.is_none_or(|before| before < first);
            sum += match wanted.binary_search(&word.term) {
                Ok(_) if is_first => self.all.rarity(word.term),
                // Said again it is said once.
                Ok(_) => 0.0,
                Err(_) => -OTHERS * self.all.rarity(word.term),
            };
            if sum > best_sum {
                let start = self.words.get(first).map_or(word.at, |word| word.at);
                (best, best_sum) = (start..word.at + 1, sum);
            }
        }
        best
    }

    /// A stretch as far as the ends of clauses that are near; if none begins there, with the small words before it.
    fn to_clause_ends(&self, stretch: &Range<usize>) -> Range<usize> {
        let ends_behind = |at: usize| self.text.clause_ends.get(at).copied().unwrap_or(true);
        let lowest = stretch.start.saturating_sub(NEAR).max(self.within.start);
        let highest = (stretch.end + NEAR).min(self.within.end);
        let begins = |at: &usize| *at == self.within.start || ends_behind(at - 1);
        let ends = |at: &usize| *at == self.within.end || ends_behind(at - 1);
        let begin = (lowest..=stretch.start).rev().find(begins);
        let small = (lowest..stretch.start).rev();
        let small = small.take_while(|at| self.is_small(*at)).last();
        let start = begin.or(small);
        let end = (stretch.end..=highest).find(ends);
        start.unwrap_or(stretch.start)..end.unwrap_or(stretch.end)
    }

    fn is_small(&self, at: usize) -> bool {
        let term = self.text.terms.get(at);
        term.is_some_and(|term| !self.all.terms.has_content(*term))
    }
}

/// What the two sides of a run have in common.
struct Common {
    /// The terms of each and of both, ascending.
    in_a: Vec<u32>,
    in_b: Vec<u32>,
    both: Vec<u32>,
    /// The rarity of those of both, in nats, and its part of that of all (Dice).
    rarity: f64,
    dice: f64,
}

impl Common {
    fn of([one, two]: &[Side; 2], run: &Run) -> Self {
        let (in_a, in_b) = (one.terms_in(&run.a), two.terms_in(&run.b));
        let both: Vec<u32> = in_both(&in_a, &in_b).collect();
        let sum = |terms: &[u32]| terms.iter().map(|it| one.all.rarity(*it)).sum::<f64>();
        let rarity = sum(&both);
        Self {
            dice: 2.0 * rarity / (sum(&in_a) + sum(&in_b)),
            in_a,
            in_b,
            both,
            rarity,
        }
    }

    fn score(&self) -> f64 {
        self.rarity * self.dice
    }

    /// Whether it is a statement, and not only names.
    fn says_enough(&self, all: &Sentences) -> bool {
        let is_plain = |term: &&u32| all.terms.class(**term).is_plain();
        self.both.len() >= HINT && self.both.iter().filter(is_plain).count() >= PLAIN
    }

    /// Whether both sides have figures, and none in common.
    fn figures_differ(&self, all: &Sentences) -> bool {
        let has_figure = |terms: &[u32]| {
            let mut terms = terms.iter();
            terms.any(|term| all.terms.class(*term).contains(WordClass::NUMBER))
        };
        has_figure(&self.in_a) && has_figure(&self.in_b) && !has_figure(&self.both)
    }
}

/// The least rarity in common that is no chance among so many sentences.
fn least(pair: &Pair) -> f64 {
    RARITY + A_DOUBLING * pair.doublings().max(0.0)
}
