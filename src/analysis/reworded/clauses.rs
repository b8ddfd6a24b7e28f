//! Statements that are only a part of their sentences: a clause of a long lead that is a sentence of its own elsewhere.
//!
//! Of two sentences that have some terms in common the stretches are sought in which the rarities of the common terms outweigh those of the others: a maximum subarray of one side, with that of the
//! other side in mind, in turn until nothing changes (local alignment of bags of words; for the subarray see Bentley,
//! "Programming Pearls", CACM 27/9, 1984). The rarities of what both stretches share, added up, say how unlikely it is
//! that they share it by chance; the more sentences were compared, the more is asked, as in Altschul et al., "Basic local
//! alignment search tool" (J. Mol. Biol. 215, 1990).
//!
//! Only texts that begin alike are looked at, because only reports of one event retell each other clause by clause.
//! Shared wording is no evidence here, and who has a statement word for word is not said to have it in other words too.

use std::ops::Range;

use super::clusters::Pair;
use super::evidence::{Piece, overlap};
use super::runs::Run;
use super::seeds::PLAIN;
use super::sentence::{Sentences, Text, common};
use crate::analysis::corpus::WordClass;

/// What a term takes away that the other side has not, of its rarity.
const OTHERS: f64 = 0.25;

/// How often the stretches are sought at most. They nearly always stand still after three rounds.
const ROUNDS: usize = 6;

/// Least rarity of all terms that both have, in nats, where so many pairs of sentences were compared or fewer; and how
/// much more for each doubling.
const RARITY: f64 = 12.0;
const FEW_PAIRS: f64 = 1024.0;
const A_DOUBLING: f64 = 3.0;

/// Least part of the rarity of both that is common to them (Dice).
const DICE: f64 = 0.3;

/// Fewest terms in common.
const SHARED: usize = 3;

/// Shortest of them, in words.
const SHORTEST: usize = 7;

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
        let place = |run: &Run| (run.a.start, run.b.start);
        two.total_cmp(one)
            .then_with(|| place(run).cmp(&place(other)))
    });
    let pieces = pair.pieces.iter().map(|piece| (&piece.a, &piece.b));
    let runs = runs.iter().map(|run| (&run.a, &run.b));
    let known: Vec<_> = pieces.chain(runs).collect();
    let mut kept: Vec<Run> = Vec::new();
    for (_, run) in found {
        let kept_ones = kept.iter().map(|run| (&run.a, &run.b));
        let mut all = known.iter().copied().chain(kept_ones);
        if !all.any(|(a, b)| has(a, &run.a) || has(b, &run.b)) {
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

/// What two sentences both say, and how much speaks for it.
fn statement(pair: &Pair, (a, b): (usize, usize)) -> Option<(f64, Run)> {
    let (a, b) = (pair.a.sentences.get(a)?, pair.b.sentences.get(b)?);
    let both = common(&a.terms, &b.terms).map(|(term, _, _)| term);
    let both = both.filter(|term| pair.all.terms.has_content(*term));
    if both.map(|term| pair.all.rarity(term)).sum::<f64>() < least(pair) {
        return None;
    }
    let sides = [
        Side::new(pair, &a.words, &b.words, false),
        Side::new(pair, &b.words, &a.words, true),
    ];
    let [one, two] = &sides;
    let (a, b) = one.stretches(two)?;
    // From which side the search sets out shall not matter.
    let (other_b, other_a) = two.stretches(one)?;
    let common = [
        Common::new(&sides, a, b),
        Common::new(&sides, other_a, other_b),
    ];
    let [from_a, from_b] = common;
    let common = if from_b.score() > from_a.score() {
        from_b
    } else {
        from_a
    };
    let run = Run {
        a: one.to_clause_ends(&common.a),
        b: two.to_clause_ends(&common.b),
    };
    let says_so = common.says_enough(pair) && run.a.len().min(run.b.len()) >= SHORTEST;
    says_so.then(|| (common.score(), run))
}

/// Where a statement is sought in a text.
struct Side<'s> {
    all: &'s Sentences,
    text: &'s Text,
    /// The words that are looked at.
    within: Range<usize>,
    /// Those with content outside shared wording, with their terms.
    words: Vec<(usize, u32)>,
}

impl<'s> Side<'s> {
    /// The words of a sentence, which is held against those of another. `second`: it is of the second text.
    fn new(pair: &Pair<'s>, within: &Range<usize>, other: &Range<usize>, second: bool) -> Self {
        let text = if second { pair.b } else { pair.a };
        let sides = |piece: &'s Piece| match second {
            true => (&piece.b, &piece.a),
            false => (&piece.a, &piece.b),
        };
        // What stands in the same words in both is no evidence.
        let pieces = pair.pieces.iter().map(sides);
        let pieces = pieces.filter(|(_, there)| overlap(there, other) > 0);
        let pieces: Vec<&Range<usize>> = pieces.map(|(here, _)| here).collect();
        let outside = |at: &usize| !pieces.iter().any(|piece| piece.contains(at));
        let words = within.clone().filter(outside);
        let words = words.filter_map(|at| Some((at, *text.terms.get(at)?)));
        let words = words.filter(|(_, term)| pair.all.terms.has_content(*term));
        Self {
            all: pair.all,
            text,
            words: words.collect(),
            within: within.clone(),
        }
    }

    /// The terms in a stretch of words, ascending.
    fn terms_in(&self, stretch: &Range<usize>) -> Vec<u32> {
        let inside = self.words.iter().filter(|(at, _)| stretch.contains(at));
        let mut terms: Vec<u32> = inside.map(|(_, term)| *term).collect();
        terms.sort_unstable();
        terms.dedup();
        terms
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
        for (number, (at, term)) in self.words.iter().enumerate() {
            if sum <= 0.0 {
                (first, sum) = (number, 0.0);
            }
            let before = self.words.get(first..number).unwrap_or_default();
            let again = before.iter().any(|(_, other)| other == term);
            sum += match wanted.binary_search(term) {
                // Said again it is said once.
                Ok(_) if again => 0.0,
                Ok(_) => self.all.rarity(*term),
                Err(_) => -OTHERS * self.all.rarity(*term),
            };
            if sum > best_sum {
                let start = self.words.get(first).map_or(*at, |(start, _)| *start);
                (best, best_sum) = (start..at + 1, sum);
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
        let before = || {
            (lowest..stretch.start)
                .rev()
                .take_while(|at| self.is_small(*at))
        };
        let start = (lowest..=stretch.start)
            .rev()
            .find(begins)
            .or_else(|| before().last());
        let end = (stretch.end..=highest).find(ends);
        start.unwrap_or(stretch.start)..end.unwrap_or(stretch.end)
    }

    fn is_small(&self, at: usize) -> bool {
        let term = self.text.terms.get(at);
        term.is_some_and(|term| !self.all.terms.has_content(*term))
    }
}

/// What two stretches have in common.
struct Common {
    a: Range<usize>,
    b: Range<usize>,
    /// The terms of each and of both, ascending.
    in_a: Vec<u32>,
    in_b: Vec<u32>,
    both: Vec<u32>,
    /// The rarity of those of both, in nats, and its part of that of all (Dice).
    rarity: f64,
    dice: f64,
}

impl Common {
    fn new([one, two]: &[Side; 2], a: Range<usize>, b: Range<usize>) -> Self {
        let (in_a, in_b) = (one.terms_in(&a), two.terms_in(&b));
        let both = in_a.iter().filter(|it| in_b.binary_search(it).is_ok());
        let both: Vec<u32> = both.copied().collect();
        let sum = |terms: &[u32]| terms.iter().map(|it| one.all.rarity(*it)).sum::<f64>();
        let rarity = sum(&both);
        Self {
            dice: 2.0 * rarity / (sum(&in_a) + sum(&in_b)),
            a,
            b,
            in_a,
            in_b,
            both,
            rarity,
        }
    }

    fn score(&self) -> f64 {
        self.rarity * self.dice
    }

    /// Whether it is a statement and no chance among so many sentences.
    fn says_enough(&self, pair: &Pair) -> bool {
        let class = |term: &u32| pair.all.terms.class(*term);
        let is_figure = |term: &u32| class(term).contains(WordClass::NUMBER);
        let plain = self.both.iter().filter(|term| class(term).is_plain());
        let figures_differ = self.in_a.iter().any(is_figure)
            && self.in_b.iter().any(is_figure)
            && !self.both.iter().any(is_figure);
        self.rarity >= least(pair)
            && self.dice >= DICE
            && self.both.len() >= SHARED
            && plain.count() >= PLAIN
            && !figures_differ
    }
}

/// The least rarity in common that is no chance among so many sentences.
fn least(pair: &Pair) -> f64 {
    let compared = (pair.a.sentences.len() * pair.b.sentences.len()).max(1) as f64;
    RARITY + A_DOUBLING * (compared / FEW_PAIRS).log2().max(0.0)
}
