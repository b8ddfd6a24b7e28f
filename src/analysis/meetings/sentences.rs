//! The words of one article as the readers of evidence see them: with their sentences, and what each sentence tells of.

use super::Kind;
use super::lists;
use crate::analysis::corpus::{Corpus, WordClass};
use crate::text::Span;

/// Words on a period that is over: one of the first before or behind one of the second is no news.
const LONG_AGO: [&str; 9] = [
    "lalu",
    "silam",
    "last",
    "ago",
    "lepas",
    "terakhir",
    "sebelumnya",
    "previous",
    "earlier",
];
const PERIODS: [&str; 15] = [
    "tahun", "bulan", "pekan", "minggu", "dekade", "abad", "year", "years", "month", "months",
    "week", "weeks", "decade", "decades", "century",
];
/// Words before an encounter that has not happened.
const AHEAD: [&str; 8] = [
    "akan",
    "will",
    "would",
    "jelang",
    "menjelang",
    "rencana",
    "berencana",
    "ahead",
];
/// Words with which a sentence tells of what is still to come, wherever they stand in it.
const TO_COME: [&str; 10] = [
    "akan",
    "will",
    "dijadwalkan",
    "diagendakan",
    "scheduled",
    "berikutnya",
    "mendatang",
    "depan",
    "rencananya",
    "next",
];
/// Words for a length of time, beside [`PERIODS`], and words that count one from what was before: "two days after".
const LENGTHS: [&str; 6] = ["hari", "jam", "day", "days", "hours", "hour"];
const SINCE: [&str; 6] = ["setelah", "sesudah", "usai", "selepas", "after", "since"];
/// How many words before an encounter these may stand.
const AHEAD_WITHIN: usize = 3;

/// A word of an article.
pub(super) struct Word<'c> {
    /// As printed.
    pub printed: &'c str,
    /// As it is compared.
    pub folded: &'c str,
    pub id: u32,
    pub span: Span,
    /// Printed with a capital, and no function word.
    pub capital: bool,
    /// An office or form of address.
    pub role: bool,
    /// Part of titles and offices.
    pub title: bool,
    /// Also written small: a thing, and no function word.
    pub thing: bool,
    /// Printed in capitals alone, two or more.
    pub shouted: bool,
    /// Nothing but a blank, or the dot of an abbreviation, stands between it and the word before.
    pub joined: bool,
    /// The number of its sentence.
    pub sentence: usize,
    /// It is the first of its sentence, or of a quote.
    pub first: bool,
    /// A comma and nothing else stands between it and the word before.
    pub comma: bool,
}

/// What a sentence tells of.
#[derive(Clone, Copy, Default)]
pub(super) struct Sentence {
    /// The kind of event that its words name.
    pub kind: Option<Kind>,
    /// Somebody says something in it.
    says: bool,
    /// It looks back on another time.
    past: bool,
    /// People will come together in it.
    ahead: bool,
    /// Something in it is still to come.
    to_come: bool,
}

impl Sentence {
    /// People come together in it, at the time that the article is about.
    pub fn is_encounter(self) -> bool {
        !self.past && !self.ahead && self.kind.is_some_and(Kind::is_encounter)
    }

    /// It names the place of an encounter, if it names a place.
    pub fn is_on_the_spot(self) -> bool {
        self.is_encounter() && !self.to_come
    }

    /// How well it supports a day that it names; 0 for not at all. Who announces something does so on a day, too.
    pub fn rank(self) -> u8 {
        match self.kind {
            Some(kind) if !self.past && !self.ahead => kind.rank(),
            Some(_) if self.says && !self.past => Kind::Statement.rank(),
            _ => 0,
        }
    }

    /// It looks back on another time.
    pub fn is_past(self) -> bool {
        self.past
    }

    /// People will come together in it, or something else in it is still to come.
    pub fn is_ahead(self) -> bool {
        self.ahead || self.to_come
    }

    /// The kind of event, unless it looks back or ahead.
    pub fn present(self) -> Option<Kind> {
        self.kind.filter(|_| !self.past && !self.ahead)
    }
}

/// An article's words and sentences.
pub(super) struct Reading<'c> {
    pub words: Vec<Word<'c>>,
    pub sentences: Vec<Sentence>,
}

impl Reading<'_> {
    /// Whether the word at `at` belongs to what was some time before the event of its sentence: "Sullivan" in "two days
    /// after talks with Sullivan". A comma ends it.
    pub fn is_before_event(&self, at: usize) -> bool {
        let Some(sentence) = self.words.get(at).map(|word| word.sentence) else {
            return false;
        };
        let clause = (1..=at).rev().take_while(|at| {
            let word = self.words.get(*at);
            word.is_some_and(|word| !word.comma && word.sentence == sentence)
        });
        let folded = |at: usize| self.words.get(at).map_or("", |word| word.folded);
        clause
            .filter(|at| SINCE.contains(&folded(at - 1)))
            .filter_map(|at| at.checked_sub(2))
            .any(|at| LENGTHS.contains(&folded(at)) || PERIODS.contains(&folded(at)))
    }
}

/// Reads article `index`, which appeared in `year`.
pub(super) fn read<'c>(corpus: &'c Corpus, index: usize, year: Option<i16>) -> Reading<'c> {
    let mut words: Vec<Word<'c>> = Vec::new();
    let article = corpus.articles.get(index).map(|article| article.body());
    if let Some((body, numbered)) = article.zip(corpus.words.get(index)) {
        let (mut end, mut sentence) = (0, 0);
        for (id, span) in numbered.ids.iter().zip(&body.words) {
            let between = Span::new(end, span.start.max(end)).of(&body.text);
            let abbreviated = words.last().is_some_and(|word| {
                word.printed.chars().count() == 1 || (word.printed.len() <= 4 && word.role)
            });
            let dot = between.contains('.') && !(abbreviated && between.trim() == ".");
            let ends = end > 0 && (dot || between.contains(['!', '?', '\n', '…']));
            sentence += usize::from(ends);
            let printed = span.of(&body.text);
            let mut letters = printed.chars();
            let class = corpus
                .classes
                .get(*id as usize)
                .copied()
                .unwrap_or_default();
            let shouted = printed
                .chars()
                .filter(|letter| letter.is_uppercase())
                .count()
                > 1
                && !printed.chars().any(char::is_lowercase);
            let first = end == 0 || ends || between.contains(['"', '“', ':']);
            // "Yang Jiechi" and "Wang Yi" have words in them that are function words elsewhere.
            let function = class.contains(WordClass::FUNCTION);
            let named = function && !first && !shouted && printed.chars().count() > 1;
            let capital = letters.next().is_some_and(char::is_uppercase) && (!function || named);
            words.push(Word {
                printed,
                folded: corpus.forms.get(*id as usize).map_or("", String::as_str),
                role: class.contains(WordClass::ROLE),
                title: class.contains(WordClass::TITLE),
                thing: !class.intersects(WordClass::NAME | WordClass::FUNCTION),
                id: *id,
                span: *span,
                capital,
                shouted,
                joined: end > 0 && !ends && (between == " " || between.trim() == "."),
                comma: between.trim() == ",",
                sentence,
                first,
            });
            end = span.end;
        }
    }
    Reading {
        sentences: sentences(&words, year),
        words,
    }
}

fn sentences(words: &[Word<'_>], year: Option<i16>) -> Vec<Sentence> {
    words
        .chunk_by(|one, two| one.sentence == two.sentence)
        .map(|words| sentence(words, year))
        .collect()
}

fn sentence(words: &[Word<'_>], year: Option<i16>) -> Sentence {
    let mut told = Sentence::default();
    for (at, word) in words.iter().enumerate() {
        if let Some(kind) = lists::kind(word.folded).filter(|_| !word.capital || word.first) {
            told.kind = Some(told.kind.map_or(kind, |known| known.min(kind)));
            let before = words.iter().take(at).rev().take(AHEAD_WITHIN);
            let ahead = before.into_iter().any(|word| AHEAD.contains(&word.folded));
            told.ahead |= kind.is_encounter() && ahead;
            told.says |= kind == Kind::Statement;
        }
        told.to_come |= TO_COME.contains(&word.folded);
        let next = words.get(at + 1).map_or("", |word| word.folded);
        told.past |= PERIODS.contains(&word.folded) && LONG_AGO.contains(&next)
            || LONG_AGO.contains(&word.folded) && PERIODS.contains(&next)
            || is_other_year(word.folded, year);
    }
    told
}

/// A year, and not the one in which the article appeared.
fn is_other_year(word: &str, year: Option<i16>) -> bool {
    word.len() == 4
        && word.parse::<i16>().is_ok_and(|number| {
            (1900..2100).contains(&number) && year.is_some_and(|year| year != number)
        })
}
