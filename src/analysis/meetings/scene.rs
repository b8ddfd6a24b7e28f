//! When and where the event of an article took place, as far as its text says so.
//!
//! A day or a place counts by the sentence in which it stands: most where people come together, less where somebody
//! says something, and not at all where the sentence looks back on another year or names the source of the copy. The
//! dateline is where the reporter was; it is no place of a meeting.

use jiff::civil::Date;

use super::Kind;
use super::lists;
use super::people::{Person, is_part};
use super::sentences::{Reading, Sentence, Word};
use crate::model::Article;
use crate::text::dates::days::{NamedDay, days, distance};

/// An article is about what happened in so many days before it appeared, and so many behind.
const BEFORE: i64 = 14;
const BEHIND: i64 = 2;
/// Words before a place.
const AT: [&str; 3] = ["di", "in", "at"];
/// A place that counts in the comparison of two articles stands among so many words at the head.
pub(super) const LEAD: usize = 80;
/// So many words before a day may stand what names the source of the copy.
const SOURCE_WITHIN: usize = 5;
/// Words of a place, at most.
const LONGEST: usize = 3;

/// The day of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventDay {
    /// The day.
    pub date: Date,
    /// Whether it was worked out from the day of publication.
    pub inferred: bool,
}

/// What an article says of time and place.
#[derive(Clone, Debug, Default)]
pub(super) struct Scene {
    /// The days near its publication that it names, in order.
    pub days: Vec<Date>,
    /// The day of its event, and how well it is supported.
    pub day: Option<(u8, EventDay)>,
    /// The place of its event, as printed, and how well it is supported.
    pub place: Option<(u8, String, u32)>,
    /// Places that the head of the article names behind "in": their first words.
    pub places: Vec<u32>,
    /// The kind of event.
    pub kind: Option<Kind>,
}

pub(super) fn scene(article: &Article, reading: &Reading<'_>, people: &[Person]) -> Scene {
    let mut scene = Scene {
        kind: kind(reading),
        ..Scene::default()
    };
    let published = article
        .fields
        .published
        .as_ref()
        .map(|noted| noted.value.date);
    if let Some(published) = published {
        let body = article.body();
        for day in days(&body.text, &body.words, published) {
            let near = near(day.date, published);
            if near {
                scene.days.push(day.date);
            }
            // "It needs to know on Monday what will be in the canal": days in quotes are the speaker's.
            let rank = if is_quoted(&body.text, day.span.start) {
                0
            } else {
                rank(reading, &day)
            };
            if near && day.date <= published && rank > scene.day.map_or(0, |(rank, _)| rank) {
                scene.day = Some((rank, event_day(&day)));
            }
        }
        for caption in &article.fields.captions {
            let words = crate::text::words(caption);
            let named = days(caption, &words, published);
            let shown = named
                .iter()
                .find(|day| near(day.date, published) && day.date <= published);
            // What a picture shows is the event itself.
            if let Some(day) = shown.filter(|_| scene.day.is_none_or(|(rank, _)| rank < 3)) {
                scene.day = Some((3, event_day(day)));
            }
        }
    }
    for at in 0..reading.words.len() {
        let Some((name, sentence)) = place_at(reading, at, people) else {
            continue;
        };
        let Some(first) = name.first() else {
            continue;
        };
        if at < LEAD {
            scene.places.push(first.id);
        }
        // Further down stand the places of other rounds.
        let kind = sentence.kind.filter(|_| at < LEAD);
        let kind = kind.filter(|_| sentence.is_on_the_spot() && is_place(name, people));
        let rank = kind.map_or(0, Kind::rank);
        if rank > scene.place.as_ref().map_or(0, |(rank, _, _)| *rank) {
            let printed: Vec<&str> = name.iter().map(|word| word.printed).collect();
            scene.place = Some((rank, printed.join(" "), first.id));
        }
    }
    scene
}

/// Whether a quote is open at `at` in its paragraph.
pub(super) fn is_quoted(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let paragraph = before.rsplit('\n').next().unwrap_or_default();
    let count = |mark: char| paragraph.matches(mark).count();
    count('"') % 2 == 1 || count('“') > count('”')
}

fn event_day(day: &NamedDay) -> EventDay {
    EventDay {
        date: day.date,
        inferred: day.inferred,
    }
}

fn near(date: Date, published: Date) -> bool {
    let days = distance(date, published);
    days <= if date <= published { BEFORE } else { BEHIND }
}

/// How well a day is supported by the sentence in which it stands; 0 for not at all.
fn rank(reading: &Reading<'_>, day: &NamedDay) -> u8 {
    let at = reading
        .words
        .partition_point(|word| word.span.end <= day.span.start);
    let Some(word) = reading.words.get(at) else {
        return 0;
    };
    let before = reading.words.iter().take(at).rev().take(SOURCE_WITHIN);
    if before.into_iter().any(|word| lists::is_source(word.folded)) {
        return 0;
    }
    let sentence: Sentence = reading
        .sentences
        .get(word.sentence)
        .copied()
        .unwrap_or_default();
    sentence.rank()
}

/// The name behind "in" at `at`, and its sentence.
fn place_at<'r, 'c>(
    reading: &'r Reading<'c>,
    at: usize,
    people: &[Person],
) -> Option<(&'r [Word<'c>], Sentence)> {
    let words = &reading.words;
    let before = words.get(at).filter(|word| AT.contains(&word.printed))?;
    let count = words
        .iter()
        .skip(at + 1)
        .take(LONGEST)
        .take_while(|word| word.capital && word.joined)
        .count();
    let name = words
        .get(at + 1..at + 1 + count)
        .filter(|name| !name.is_empty())?;
    let is_person = people
        .iter()
        .any(|person| name.iter().all(|word| is_part(&[word.id], &person.words)));
    let sentence = reading.sentences.get(before.sentence).copied()?;
    let is_time = name
        .iter()
        .any(|word| crate::text::dates::days::is_time(word.printed));
    (!is_person && !is_time).then_some((name, sentence))
}

/// Whether a name behind "in" is narrow enough for a place of a meeting, and no body.
fn is_place(name: &[Word<'_>], people: &[Person]) -> bool {
    let other = |word: &Word<'_>| {
        let number = word.folded.chars().any(char::is_numeric);
        number
            || lists::is_country(word.folded)
            || lists::is_body(word.folded)
            || word.title
            || word.shouted
    };
    !name.iter().any(other)
        && !people
            .iter()
            .any(|person| name.iter().any(|word| person.words.contains(&word.id)))
}

/// The kind that most sentences at the head of the article tell of.
fn kind(reading: &Reading<'_>) -> Option<Kind> {
    let head = reading
        .words
        .get(LEAD.min(reading.words.len().saturating_sub(1)))?
        .sentence;
    let told = reading.sentences.iter().take(head + 1);
    told.filter_map(|sentence| sentence.present()).min()
}
