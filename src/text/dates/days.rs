//! The days that a text names, seen from the day on which it was published: "Selasa (9/4)" and "4 Februari 2023", but
//! also "on Tuesday", "kemarin" and "today".
//!
//! A weekday alone is the last one that was, the day of publication included, unless a word puts it ahead ("Kamis
//! mendatang", "next Thursday"). Only a date that is printed with its year is as printed; the others are worked out.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::names::{MONTHS, PAST_BEFORE, PAST_BEHIND, WEEKDAYS};
use super::{DateMention, find_dates, listed};
use crate::text::Span;

/// Words behind a weekday that put it ahead.
const AHEAD_BEHIND: [&str; 5] = ["mendatang", "depan", "nanti", "besok", "next"];
/// Words before a weekday that put it ahead.
const AHEAD_BEFORE: [&str; 2] = ["next", "coming"];
/// Days that are counted from the day of publication.
const COUNTED: [(&str, i32); 7] = [
    ("today", 0),
    ("tonight", 0),
    ("yesterday", -1),
    ("kemarin", -1),
    ("kelmarin", -1),
    ("tomorrow", 1),
    ("besok", 1),
];
/// "Minggu" before one of these is a week and no Sunday.
const OF_A_WEEK: [&str; 6] = ["ini", "lalu", "depan", "mendatang", "silam", "pertama"];
/// Words that join the first day of several to the last.
const TO: [&str; 8] = ["dan", "and", "hingga", "sampai", "to", "until", "-", "–"];

/// A day that a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedDay {
    /// Where it stands.
    pub span: Span,
    /// The day; of several in a row the first.
    pub date: Date,
    /// Whether it was worked out from the day of publication.
    pub inferred: bool,
}

/// The days that `text` names, in order; it has these `words` and appeared on the day `published`.
pub fn days(text: &str, spans: &[Span], published: Date) -> Vec<NamedDay> {
    let printed = find_dates(text);
    let mut found: Vec<NamedDay> = printed
        .iter()
        .filter_map(|mention| {
            Some(NamedDay {
                span: Span::new(mention.span.start, mention.span.end),
                date: first_of_several(text, mention, in_sight(mention, published)?),
                inferred: mention.year.is_none(),
            })
        })
        .collect();
    for (index, span) in spans.iter().enumerate() {
        let within =
            |mention: &DateMention| mention.span.start < span.end && span.start < mention.span.end;
        if printed.iter().any(within) {
            continue;
        }
        let word = |index: Option<usize>| {
            index
                .and_then(|index| spans.get(index))
                .map_or("", |span| span.of(text))
        };
        let around = [word(index.checked_sub(1)), word(Some(index + 1))];
        if let Some(date) = alone(span.of(text), around, published) {
            found.push(NamedDay {
                span: *span,
                date,
                inferred: true,
            });
        }
    }
    found.sort_by_key(|day| day.span);
    found
}

/// A date with its year as printed, without one in the year in which it lies nearest.
fn in_sight(mention: &DateMention, published: Date) -> Option<Date> {
    if mention.year.is_some() {
        return mention.date();
    }
    (-1..=1)
        .filter_map(|years| mention.in_year(published.year() + years))
        .min_by_key(|date| distance(*date, published))
}

/// Whether a word is the name of a weekday or a month.
pub fn is_time(word: &str) -> bool {
    let month = |(english, others, short): &(&[&str], &[&str], &[&str])| {
        listed(english, word) || listed(others, word) || listed(short, word)
    };
    MONTHS.iter().any(month) || weekday(word, "").is_some()
}

/// Days between two days.
pub fn distance(one: Date, two: Date) -> i64 {
    one.since(two)
        .map_or(i64::MAX, |span| i64::from(span.get_days()).abs())
}

/// "2 dan 3 Februari" begins on the 2nd.
fn first_of_several(text: &str, mention: &DateMention, last: Date) -> Date {
    let before = text.get(..mention.span.start).unwrap_or_default();
    let Some((rest, joint)) = split_last(before) else {
        return last;
    };
    let first = split_last(rest)
        .filter(|_| listed(&TO, joint))
        .and_then(|(_, number)| number.parse::<i8>().ok())
        .filter(|day| *day < last.day());
    first
        .and_then(|day| Date::new(last.year(), last.month(), day).ok())
        .unwrap_or(last)
}

/// The last word of `text`, and what stands before it.
fn split_last(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_end();
    let word = text.rsplit(char::is_whitespace).next()?;
    Some((text.strip_suffix(word)?, word))
}

/// A weekday or "yesterday" without a date beside it.
fn alone(word: &str, [before, behind]: [&str; 2], published: Date) -> Option<Date> {
    if let Some((_, days)) = COUNTED.iter().find(|(name, _)| listed(&[name], word)) {
        return published.checked_add(days.days()).ok();
    }
    if listed(&["hari"], word) && listed(&["ini"], behind) {
        return Some(published);
    }
    let weekday = weekday(word, behind)?;
    let back = published.weekday().since(weekday);
    let ahead = listed(&AHEAD_BEHIND, behind) || listed(&AHEAD_BEFORE, before);
    let past = listed(&PAST_BEHIND, behind) || listed(&PAST_BEFORE, before);
    let days = match i32::from(back) {
        back if ahead => 7 - back,
        0 if past => -7,
        back => -back,
    };
    published.checked_add(days.days()).ok()
}

/// Written out and with a capital: "sen", "sun" and "minggu" are words too.
fn weekday(word: &str, behind: &str) -> Option<Weekday> {
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let week = listed(&["minggu"], word) && listed(&OF_A_WEEK, behind);
    // The apostrophe of "Tuesday's".
    let word = word.split(['\'', '’']).next().unwrap_or(word);
    WEEKDAYS
        .iter()
        .find(|(_, names, _)| capital && !week && listed(names, word))
        .map(|(weekday, _, _)| *weekday)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_seen_from_the_day_of_publication() {
        // A Wednesday.
        let published = date(2024, 4, 10);
        for (text, expected, inferred) in [
            (
                "bertemu pada Selasa (9/4) di ibu kota",
                date(2024, 4, 9),
                true,
            ),
            ("bertemu Selasa (9/4/2024)", date(2024, 4, 9), false),
            ("met on Tuesday in the capital", date(2024, 4, 9), true),
            ("met on Wednesday", date(2024, 4, 10), true),
            ("met last Wednesday", date(2024, 4, 3), true),
            ("pada Rabu lalu", date(2024, 4, 3), true),
            (
                "berada di sana hingga Kamis mendatang",
                date(2024, 4, 11),
                true,
            ),
            ("next Monday", date(2024, 4, 15), true),
            ("kata dia kemarin", date(2024, 4, 9), true),
            ("said yesterday", date(2024, 4, 9), true),
            ("kata dia hari ini", date(2024, 4, 10), true),
            ("kunjungan pada 2 dan 3 April", date(2024, 4, 2), true),
            ("on 28 December", date(2023, 12, 28), true),
            ("Tuesday's talks", date(2024, 4, 9), true),
        ] {
            let found = days(text, &crate::text::words(text), published);
            let found: Vec<_> = found.iter().map(|day| (day.date, day.inferred)).collect();
            assert_eq!(found, [(expected, inferred)], "{text}");
        }
        for text in [
            "Minggu ini keduanya bertemu",
            "seminggu",
            "the sun and the sat",
            "harga naik 9 persen",
        ] {
            assert_eq!(
                days(text, &crate::text::words(text), published),
                [],
                "{text}"
            );
        }
    }
}
