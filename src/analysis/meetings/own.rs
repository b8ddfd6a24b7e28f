//! What each article says by itself, before the set has a say: the words of its lines, and what it does with names.

use rustc_hash::FxHashSet;

use crate::analysis::corpus::{Corpus, WordClass, Words};
use crate::model::{Article, Noted};
use crate::text::{Span, fold, words};

/// Words before the seat of an office.
const SEAT_BEFORE: [&str; 6] = ["di", "ke", "dari", "in", "at", "near"];

/// A word with a capital right behind another one, and the word behind that.
pub(super) type Follows = (u32, Option<u32>);

/// What an article says by itself.
#[derive(Debug, Default)]
pub(super) struct Own {
    /// The folded words of the headline, the deck and the dateline, and where they stand there.
    pub headline: Vec<(String, Span)>,
    pub deck: Vec<(String, Span)>,
    pub dateline: Vec<(String, Span)>,
    /// Words with a capital that stand behind "in".
    pub places: Vec<u32>,
    /// Words with a capital that the article does not use as names, as they stand at the beginning of sentences, and what
    /// follows each.
    pub firsts: Vec<(u32, Option<Follows>)>,
    /// The first two words of names in full that stand behind no office.
    pub names: Vec<(u32, u32)>,
    /// The first two words of names with one word too many between them and an office: "Sarunda" in "Menteri Luar Negeri
    /// Sarunda Hadran Wirasta". Of a person's name, an article uses one short form; a place stands by itself beside the
    /// short form of the name.
    pub of_offices: Vec<(u32, u32)>,
}

impl Own {
    /// What the article at `place` says.
    pub fn of(corpus: &Corpus, place: usize) -> Self {
        let all = corpus.articles.get(place).zip(corpus.words.get(place));
        let Some((article, words)) = all else {
            return Self::default();
        };
        let fields = &article.fields;
        let line = |line: &Option<Noted<String>>| {
            let line = line.as_ref();
            line.map_or_else(Vec::new, |line| folded(&line.value))
        };
        let mut own = Self {
            headline: line(&fields.headline),
            deck: line(&fields.deck),
            dateline: line(&fields.dateline),
            places: places(article, words),
            firsts: firsts(article, words),
            ..Self::default()
        };
        own.read_names(&article.body().words, words);
        for pairs in [&mut own.names, &mut own.of_offices] {
            pairs.sort_unstable();
            pairs.dedup();
        }
        own
    }

    fn read_names(&mut self, spans: &[Span], words: &Words) {
        let mut alone = FxHashSet::default();
        let mut in_full: Vec<&[u32]> = Vec::new();
        let mut at = 0;
        while at < spans.len() {
            let end = end_of_names(words, spans, at);
            let before = at.checked_sub(1).filter(|before| is_joined(spans, *before));
            let before = before.and_then(|before| words.classes.get(before));
            let of_office =
                before.is_some_and(|class| class.intersects(WordClass::TITLE | WordClass::ROLE));
            match words.ids.get(at..end).unwrap_or_default() {
                [name] => {
                    alone.insert(*name);
                }
                [first, second, ..] if !of_office => self.names.push((*first, *second)),
                [] => {}
                run => in_full.push(run),
            }
            at = end.max(at + 1);
        }
        for run in in_full {
            if let [first, second, .., last] | [first, second @ last] = run
                && alone.contains(first)
                && alone.contains(last)
            {
                self.of_offices.push((*first, *second));
            }
        }
    }
}

fn folded(line: &str) -> Vec<(String, Span)> {
    let words = words(line).into_iter();
    words
        .map(|word| (fold(word.of(line)).into_owned(), word))
        .collect()
}

fn places(article: &Article, words: &Words) -> Vec<u32> {
    let body = article.body();
    let pairs = body.words.windows(2).zip(words.ids.windows(2));
    let mut places: Vec<u32> = pairs
        .filter_map(|(spans, ids)| match (spans, ids) {
            ([before, name], [_, id])
                if name.of(&body.text).starts_with(char::is_uppercase)
                    && SEAT_BEFORE.contains(&before.of(&body.text)) =>
            {
                Some(*id)
            }
            _ => None,
        })
        .collect();
    places.sort_unstable();
    places.dedup();
    places
}

fn firsts(article: &Article, words: &Words) -> Vec<(u32, Option<Follows>)> {
    let body = article.body();
    let is_capital = |at: usize| {
        let span = body.words.get(at);
        span.is_some_and(|span| span.of(&body.text).starts_with(char::is_uppercase))
    };
    let is_other = |class: &WordClass| class.is_plain() && !class.contains(WordClass::ROLE);
    let all = words.ids.iter().zip(&words.classes).enumerate();
    all.filter(|(at, (_, class))| is_other(class) && is_capital(*at))
        .map(|(at, (id, _))| {
            let is_joined = is_joined(&body.words, at) && is_capital(at + 1);
            let name = words.ids.get(at + 1).filter(|_| is_joined);
            (
                *id,
                name.map(|name| (*name, words.ids.get(at + 2).copied())),
            )
        })
        .collect()
}

/// The end of the run of names, titles aside, that begins at `start`.
fn end_of_names(words: &Words, spans: &[Span], start: usize) -> usize {
    let is_name = |at: usize| {
        let class = words.classes.get(at);
        class.is_some_and(|class| class.is_bare_name())
    };
    let mut end = start;
    while is_name(end) && (end == start || is_joined(spans, end - 1)) {
        end += 1;
    }
    end
}

/// Whether nothing but a blank stands between a word and the next one.
fn is_joined(spans: &[Span], at: usize) -> bool {
    let pair = spans.get(at).zip(spans.get(at + 1));
    pair.is_some_and(|(one, two)| one.end + 1 == two.start)
}
