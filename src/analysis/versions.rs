//! Which articles are the same article twice, and which are versions of one article.
//!
//! Compared are the words that stand in shared runs of [`RUN`] words: what share of each article they make, and whether
//! they come in the same order. Only articles of one outlet are compared, or those whose outlet is not known: the same
//! text at another outlet is coverage. The rules are careful, because two articles of one outlet about one meeting share
//! their background, and what was said in both: under another headline it takes nearly all of the text to be a version.

use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use jiff::civil::{Date, Time};
use rustc_hash::{FxHashMap, FxHasher};

use super::corpus::Corpus;
use super::lists;
use super::sets::Sets;
use crate::jobs::{parallel, shares};
use crate::text::{fold, words};

/// Words in a run.
const RUN: usize = 4;
/// One run in so many stands for the others when articles that may be alike are looked for.
const SAMPLE: usize = 8;
/// Of a text of fewer runs, all of them.
const FEW_RUNS: usize = 64;
/// So few articles are read at once.
const FEW: usize = 32;
/// A run that stands in more articles is a formula of the outlet.
const COMMON: usize = 100;
/// The same article: least share of the words of both.
const SAME: f64 = 0.97;
/// Two headlines are alike, or are one headline, from this share of their content words on.
const ALIKE: f64 = 0.75;
const ONE_HEADLINE: f64 = 0.95;
/// Content words that a headline must have to tell anything.
const MIN_HEADLINE: usize = 3;
/// Versions under like headlines, and under one headline: least share of the words of the shorter one.
const UNDER_ALIKE: f64 = 0.6;
const UNDER_ONE: f64 = 0.3;
/// Versions under any headlines: least share of the words of the shorter one, and of the longer one.
const OF_SHORTER: f64 = 0.85;
const OF_LONGER: f64 = 0.75;
/// Least share of runs that come in the same order.
const ORDER: f64 = 0.6;
/// Versions appear within so many days.
const MAX_DAYS: i64 = 3;
/// Words that a text must have to be called a version: shorter ones are alike by chance.
const MIN_WORDS: usize = 30;

/// What an article is to another of the set; articles are named by their places in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// The same article as this one, which stands before it.
    Duplicate(usize),
    /// A version of this one, which appeared first as far as is known.
    Version(usize),
}

/// What each article of `corpus` repeats, if anything.
pub fn find(corpus: &Corpus) -> Vec<Option<Repeat>> {
    let places: Vec<usize> = (0..corpus.articles.len()).collect();
    let prints = parallel(&shares(&places, FEW), |places| -> Vec<Print> {
        let prints = places.iter().map(|place| Print::of(corpus, *place));
        prints.collect()
    });
    let prints: Vec<Print> = prints.into_iter().flatten().collect();
    let mut repeats: Vec<Option<Repeat>> = vec![None; prints.len()];
    let mut sets = Sets::new(prints.len());
    let alike = alike(&prints);
    for pairs in alike.chunk_by(|(one, _), (two, _)| one == two) {
        let Some((number, print)) = pairs
            .first()
            .and_then(|(number, _)| Some((*number, prints.get(*number)?)))
        else {
            continue;
        };
        // What is the same article is asked no more: its first copy stands for it.
        let asked = pairs
            .iter()
            .filter(|(_, other)| !is_duplicate(&repeats, *other));
        let related: Vec<(usize, Relation)> = asked
            .filter_map(|(_, other)| Some((*other, relation(prints.get(*other)?, print)?)))
            .collect();
        let same = related.iter().find(|(_, how)| *how == Relation::Same);
        if let Some((other, _)) = same {
            set(&mut repeats, number, Repeat::Duplicate(*other));
            continue;
        }
        for (other, _) in related {
            sets.unite(other, number);
        }
    }
    for members in sets.groups().iter().filter(|set| set.len() > 1) {
        let first = members.iter().copied().min_by_key(|number| {
            let when = prints.get(*number).and_then(|print| print.when);
            (when.is_none(), when, *number)
        });
        for number in members {
            if let Some(first) = first.filter(|first| first != number) {
                set(&mut repeats, *number, Repeat::Version(first));
            }
        }
    }
    repeats
}

/// The article that stands for `place` and all its versions and copies.
pub fn first(repeats: &[Option<Repeat>], place: usize) -> usize {
    match repeats.get(place).copied().flatten() {
        // A copy of a version stands with that version.
        Some(Repeat::Duplicate(of)) => match repeats.get(of).copied().flatten() {
            Some(Repeat::Version(first)) => first,
            _ => of,
        },
        Some(Repeat::Version(first)) => first,
        None => place,
    }
}

fn is_duplicate(repeats: &[Option<Repeat>], number: usize) -> bool {
    matches!(repeats.get(number), Some(Some(Repeat::Duplicate(_))))
}

fn set(repeats: &mut [Option<Repeat>], number: usize, repeat: Repeat) {
    if let Some(slot) = repeats.get_mut(number) {
        *slot = Some(repeat);
    }
}

/// What is compared of an article.
struct Print<'c> {
    outlet: Option<String>,
    when: Option<(Date, Option<Time>)>,
    /// The content words of the headline.
    headline: Vec<String>,
    /// The words of the body.
    ids: &'c [u32],
    /// The runs that stand for all: equal ones in every article.
    sample: Vec<u64>,
    /// All runs, once somebody asked.
    runs: OnceLock<Runs>,
}

/// The runs of a body.
struct Runs {
    /// In their order.
    all: Vec<u64>,
    /// Where each first stands.
    places: FxHashMap<u64, usize>,
}

impl<'c> Print<'c> {
    fn of(corpus: &'c Corpus, place: usize) -> Self {
        let words = corpus.words.get(place);
        let ids = words.map_or(&[][..], |words| words.ids.as_slice());
        let every = every(ids) as u64;
        let article = corpus.articles.get(place);
        let fields = article.map(|article| &article.fields);
        Self {
            outlet: fields
                .and_then(|fields| fields.outlet.as_ref())
                .map(|noted| outlet(&noted.value)),
            when: fields
                .and_then(|fields| fields.published.as_ref())
                .map(|noted| (noted.value.date, noted.value.time)),
            headline: fields
                .and_then(|fields| fields.headline.as_ref())
                .map(|noted| content_words(&noted.value))
                .unwrap_or_default(),
            ids,
            sample: runs(ids).filter(|run| run % every == 0).collect(),
            runs: OnceLock::new(),
        }
    }

    fn words(&self) -> usize {
        self.ids.len()
    }

    fn runs(&self) -> &Runs {
        self.runs.get_or_init(|| {
            let all: Vec<u64> = runs(self.ids).collect();
            let mut places = FxHashMap::default();
            for (at, run) in all.iter().enumerate() {
                places.entry(*run).or_insert(at);
            }
            Runs { all, places }
        })
    }

    /// Where a run first stands.
    fn place(&self, run: u64) -> Option<usize> {
        self.runs().places.get(&run).copied()
    }
}

/// The runs of these words in their order; words too few for one are one.
fn runs(ids: &[u32]) -> impl Iterator<Item = u64> {
    ids.windows(RUN.min(ids.len()).max(1)).map(hash)
}

/// How many runs these words have.
fn run_count(ids: &[u32]) -> usize {
    match ids.len() {
        0 => 0,
        count => count.saturating_sub(RUN - 1).max(1),
    }
}

/// One run in so many stands for all; a short text is its own sample.
fn every(ids: &[u32]) -> usize {
    if run_count(ids) < FEW_RUNS { 1 } else { SAMPLE }
}

fn hash(value: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    // Stirred, because the sample looks at the last bits.
    let mut bits = hasher.finish();
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

/// The name of an outlet without the ending of its domain: republika.co.id is Republika.
pub(super) fn outlet(name: &str) -> String {
    let folded = fold(name.trim());
    let own = folded.strip_prefix("www.").unwrap_or(&folded);
    match own.split_once('.') {
        Some((first, _)) if !own.contains(' ') => first.to_owned(),
        _ => own.to_owned(),
    }
}

fn content_words(text: &str) -> Vec<String> {
    let mut found: Vec<String> = words(text)
        .into_iter()
        .map(|word| fold(word.of(text)).into_owned())
        .filter(|word| !lists::is_function_word(word))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Articles that share enough runs to be looked at closely, each with one that stands before it; ascending.
fn alike(prints: &[Print]) -> Vec<(usize, usize)> {
    let mut holders: Vec<(u64, usize)> = Vec::new();
    for (number, print) in prints.iter().enumerate() {
        holders.extend(print.sample.iter().map(|run| (*run, number)));
    }
    holders.sort_unstable();
    let mut hits: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    for holders in holders.chunk_by(|(one, _), (two, _)| one == two) {
        for (index, (_, number)) in holders.iter().enumerate() {
            let before = holders.iter().take(index.min(COMMON));
            let comparable = |(_, other): &&(u64, usize)| {
                let pair = prints.get(*other).zip(prints.get(*number));
                other != number && pair.is_some_and(|(one, two)| are_comparable(one, two))
            };
            for (_, other) in before.filter(comparable) {
                *hits.entry((*number, *other)).or_default() += 1;
            }
        }
    }
    let mut alike: Vec<(usize, usize)> = hits
        .into_iter()
        .filter(|((one, two), hits)| {
            let pair = prints.get(*one).zip(prints.get(*two));
            pair.is_some_and(|(one, two)| is_worth_a_look(one, two, *hits))
        })
        .map(|(pair, _)| pair)
        .collect();
    alike.sort_unstable();
    alike
}

/// Whether articles with so many sampled runs in common might be one article. A sample says roughly how much is shared:
/// a tenth of the shorter is worth a look, but where only the same article counts, which is nearly all of it.
fn is_worth_a_look(one: &Print, two: &Print, hits: usize) -> bool {
    let least = if are_of_one_outlet(one, two) { 10 } else { 2 };
    let every = every(one.ids).max(every(two.ids));
    hits * every * least >= run_count(one.ids).min(run_count(two.ids))
}

/// Whether it is known that one outlet has both.
fn are_of_one_outlet(a: &Print, b: &Print) -> bool {
    a.outlet.is_some() && a.outlet == b.outlet
}

/// Whether one can be a version of the other, or the same: of one outlet; or, where one's outlet is not known, the same,
/// and that is as long.
fn are_comparable(a: &Print, b: &Print) -> bool {
    let (shorter, longer) = (a.words().min(b.words()), a.words().max(b.words()));
    let as_long = shorter as f64 >= longer as f64 * SAME;
    let unknown = a.outlet.is_none() || b.outlet.is_none();
    as_long && unknown || are_of_one_outlet(a, b)
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Relation {
    Same,
    Version,
}

/// What `b` is to `a`, which stands before it.
fn relation(a: &Print, b: &Print) -> Option<Relation> {
    if !are_comparable(a, b) {
        return None;
    }
    let one_outlet = are_of_one_outlet(a, b);
    let (of_a, of_b) = (shared_words(a, b), shared_words(b, a));
    let order = common_order(a, b);
    // Words in common, of those that both headlines have; nothing where one is not known.
    let headline = likeness(&a.headline, &b.headline);
    let days = match (a.when, b.when) {
        (Some((one, _)), Some((two, _))) => Some(days_apart(one, two)),
        _ => None,
    };
    let same = of_a.min(of_b) >= SAME && order >= SAME;
    // Another day, or another headline, over the same text is something to be seen.
    if same && days.unwrap_or(0) == 0 && headline.unwrap_or(1.0) >= ALIKE {
        return Some(Relation::Same);
    }
    if !one_outlet || a.words().min(b.words()) < MIN_WORDS || days.unwrap_or(0) > MAX_DAYS {
        return None;
    }
    let (of_shorter, of_longer) = if a.words() <= b.words() {
        (of_a, of_b)
    } else {
        (of_b, of_a)
    };
    // "Editorial" heads many articles.
    let tells = a.headline.len().min(b.headline.len()) >= MIN_HEADLINE;
    let headline = headline.filter(|_| tells).unwrap_or(0.0);
    let version = headline >= ONE_HEADLINE && of_shorter >= UNDER_ONE
        || headline >= ALIKE && of_shorter >= UNDER_ALIKE
        || of_shorter >= OF_SHORTER && of_longer >= OF_LONGER;
    let version = version && order >= ORDER;
    version.then_some(Relation::Version)
}

/// The share of the words of `a` that stand in runs which `b` has too.
fn shared_words(a: &Print, b: &Print) -> f64 {
    let mut shared = vec![false; a.words()];
    for (at, run) in a.runs().all.iter().enumerate() {
        if b.place(*run).is_some() {
            for slot in shared.iter_mut().skip(at).take(RUN) {
                *slot = true;
            }
        }
    }
    let count = shared.iter().filter(|shared| **shared).count();
    count as f64 / a.words().max(1) as f64
}

/// The share of common runs that stand in the same order in both.
fn common_order(a: &Print, b: &Print) -> f64 {
    let places: Vec<usize> = a
        .runs()
        .all
        .iter()
        .enumerate()
        .filter(|(at, run)| a.place(**run) == Some(*at))
        .filter_map(|(_, run)| b.place(*run))
        .collect();
    // The longest ascending sequence: ends[length] is the least place at which one of that length ends.
    let mut ends: Vec<usize> = Vec::new();
    for place in &places {
        let length = ends.partition_point(|end| end < place);
        match ends.get_mut(length) {
            Some(end) => *end = *place,
            None => ends.push(*place),
        }
    }
    ends.len() as f64 / places.len().max(1) as f64
}

/// Dice's measure over sorted words; nothing where one side has none.
fn likeness(a: &[String], b: &[String]) -> Option<f64> {
    let common = a
        .iter()
        .filter(|word| b.binary_search(word).is_ok())
        .count();
    let known = !a.is_empty() && !b.is_empty();
    known.then(|| 2.0 * common as f64 / (a.len() + b.len()) as f64)
}

fn days_apart(one: Date, two: Date) -> i64 {
    one.since(two)
        .map_or(i64::MAX, |span| i64::from(span.get_days()).abs())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use std::sync::Arc;

    use super::*;
    use crate::model::{Article, Block, Fields, Moment, Noted, Role, Spellings};

    fn found(articles: &[Arc<Article>]) -> Vec<Option<Repeat>> {
        find(&Corpus::new(articles, &Spellings::default()))
    }

    /// Made-up words, the same for the same seed.
    fn made_up(seed: u64, count: usize) -> Vec<String> {
        (0..count as u64)
            .map(|at| format!("w{}", hash((seed, at)) % 100_000))
            .collect()
    }

    fn article(outlet: &str, day: i8, headline: &str, text: &[String]) -> Arc<Article> {
        let noted = |text: &str| (!text.is_empty()).then(|| Noted::printed(text.to_owned()));
        let fields = Fields {
            outlet: noted(outlet),
            headline: noted(headline),
            published: (day > 0).then(|| Noted::printed(Moment::day(date(2026, 4, day)))),
            ..Fields::default()
        };
        let body = Block::new(text.join(" "), Role::Body);
        Arc::new(Article::new("x.txt", fields, vec![body]))
    }

    fn joined(parts: &[&[String]]) -> Vec<String> {
        parts.concat()
    }

    #[test]
    fn what_repeats_what() {
        let (news, background) = (made_up(1, 200), made_up(2, 150));
        let text = joined(&[&news, &background]);
        let mut touched = text.clone();
        if let Some(word) = touched.get_mut(40) {
            *word = "lain".into();
        }
        let upper: Vec<String> = text.iter().map(|word| word.to_uppercase()).collect();
        let longer = joined(&[&text, &made_up(3, 60)]);
        let other_news = joined(&[&made_up(4, 200), &background]);
        let short_other = joined(&[&made_up(5, 80), &background]);
        let first = |outlet, day, headline| article(outlet, day, headline, &text);
        let a = "Dua Menteri Bertemu di Port Alvane";
        let b = "Jalur Feri Dibuka Lagi Bulan Depan";
        let duplicate = Some(Repeat::Duplicate(0));
        let version = Some(Repeat::Version(0));
        for (what, one, two, expected) in [
            (
                "the same",
                first("Warta", 14, a),
                first("Warta", 14, a),
                duplicate,
            ),
            (
                "another form",
                first("Warta", 14, a),
                article("warta.id", 14, a, &upper),
                duplicate,
            ),
            (
                "a word differs",
                first("Warta", 14, a),
                article("Warta", 14, a, &touched),
                duplicate,
            ),
            (
                "outlet unknown",
                first("Warta", 14, a),
                first("", 14, a),
                duplicate,
            ),
            (
                "nothing known",
                first("Warta", 14, a),
                first("", 0, ""),
                duplicate,
            ),
            (
                "wire copy",
                first("Warta", 14, a),
                first("Harian", 14, a),
                None,
            ),
            (
                "another headline",
                first("Warta", 14, a),
                first("Warta", 14, b),
                version,
            ),
            (
                "another day",
                first("Warta", 14, a),
                first("Warta", 15, a),
                version,
            ),
            (
                "a series",
                first("Warta", 1, a),
                first("Warta", 14, a),
                None,
            ),
            (
                "updated",
                first("Warta", 14, a),
                article("Warta", 14, b, &longer),
                version,
            ),
            (
                "of another",
                first("Warta", 14, a),
                article("Harian", 14, a, &longer),
                None,
            ),
            (
                "one headline",
                first("Warta", 14, a),
                article("Warta", 14, a, &other_news),
                version,
            ),
            (
                "a heading",
                article("Warta", 14, "Tajuk", &text),
                article("Warta", 14, "Tajuk", &other_news),
                None,
            ),
            (
                "background",
                first("Warta", 14, a),
                article("Warta", 14, b, &other_news),
                None,
            ),
            (
                "most of it background",
                first("Warta", 14, a),
                article("Warta", 14, b, &short_other),
                None,
            ),
            (
                "nothing shared",
                first("Warta", 14, a),
                article("Warta", 14, a, &made_up(9, 300)),
                None,
            ),
        ] {
            assert_eq!(found(&[one, two]), [None, expected], "{what}");
        }
    }

    /// The version that appeared first is the one that the others are versions of.
    #[test]
    fn versions_are_of_the_first() {
        let text = made_up(1, 300);
        let day = |day| article("Warta", day, "Dua Menteri Bertemu", &text);
        let repeats = found(&[day(15), day(14), day(0), day(15)]);
        let of = |first| Some(Repeat::Version(first));
        assert_eq!(
            repeats,
            [
                of(1),
                None,
                Some(Repeat::Duplicate(0)),
                Some(Repeat::Duplicate(0))
            ]
        );
    }

    #[test]
    fn short_and_empty_texts() {
        let nothing = article("Warta", 14, "Judul", &[]);
        let three = article("Warta", 14, "Judul", &made_up(1, 3));
        let ten = article("Warta", 14, "Judul", &made_up(1, 10));
        let all = [&nothing, &nothing, &three, &three, &ten, &ten].map(Arc::clone);
        let same = |of| Some(Repeat::Duplicate(of));
        assert_eq!(found(&all), [None, None, None, same(2), None, same(4)]);
    }
}
