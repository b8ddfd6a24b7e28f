//! Dates as news pages print them: in Indonesian, Malay and English with all that stands around them ("Sabtu 04 Feb 2023
//! 15:34 WIB", "Selasa (9/4)", "March 5", "2023-02-04T15:34:00+07:00"), in other languages the day, if its year is
//! printed ("5. März 2026", "2026年3月5日", "٥ مارس ٢٠٢٦").
//!
//! The text is cut into numbers, words and marks. Small readers then look at the tokens from one
//! position onwards; each looks at a few tokens only, so that a page is read in linear time. A
//! reader answers with what it read and the position behind it, or with `None`.

pub mod days;
mod names;
mod order;
mod tokens;

use std::ops::{Range, RangeInclusive};

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::Offset;

use tokens::{Kind, Token};

use names::{
    BEHIND_YEAR, CLOCK_WORDS, DAY_PARTS, HALVES, MONTHS, PAST_BEFORE, PAST_BEHIND, WEEKDAYS, ZONES,
};

/// A date as it stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// Where it stands: bytes of the text, from its first to behind its last character. Weekday,
    /// time, zone and the word behind [`DateMention::past`] are included.
    pub span: Range<usize>,
    /// The year, 1900 to 2099, if it is printed.
    pub year: Option<i16>,
    /// The month, 1 to 12.
    pub month: i8,
    /// The day of the month, 1 to 31. The month has such a day, at least in a leap year.
    pub day: i8,
    /// The weekday printed before the date. It may contradict the date.
    pub weekday: Option<Weekday>,
    /// The time of day printed behind the date, to the second.
    pub time: Option<Time>,
    /// What the zone behind the time is ahead of UTC.
    pub offset: Option<Offset>,
    /// A word such as "lalu", "kemarin", "last" or "lepas" says that the day is already past.
    pub past: bool,
}

/// Whether a folded word is a month cut short, behind which a full stop may stand: "feb", "okt".
#[must_use]
pub fn is_short_month(word: &str) -> bool {
    MONTHS.iter().any(|(_, _, short)| short.contains(&word))
}

impl DateMention {
    /// The date, when the year is printed. The printed weekday is not consulted: where both
    /// disagree, the number is the better witness.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day).ok()
    }

    /// The date in the year `year`, whatever year is printed. `None` if that year has no such day,
    /// or if the day falls on another weekday than the printed one.
    #[must_use]
    pub fn in_year(&self, year: i16) -> Option<Date> {
        let date = Date::new(year, self.month, self.day).ok()?;
        self.weekday
            .is_none_or(|printed| printed == date.weekday())
            .then_some(date)
    }
}

/// All dates of `text`, in order, not overlapping.
#[must_use]
pub fn find_dates(text: &str) -> Vec<DateMention> {
    let page = Page::new(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < page.tokens.len() {
        if let Some((mention, next)) = page.mention(at) {
            found.push(mention);
            at = next;
        } else {
            at += 1;
        }
    }
    found
}

/// No page speaks of a later year.
const LAST_YEAR: i16 = 2099;

/// Year, month and day as read; a day of the calendar.
struct Day {
    year: Option<i16>,
    month: i8,
    day: i8,
}

impl Day {
    fn new(year: Option<i16>, month: i16, day: i16) -> Option<Day> {
        let month = i8::try_from(month).ok()?;
        let day = i8::try_from(day).ok()?;
        // Without a year, 29 February is a day: 2000 was a leap year.
        Date::new(year.unwrap_or(2000), month, day).ok()?;
        year.is_none_or(|year| (1900..=LAST_YEAR).contains(&year))
            .then_some(Day { year, month, day })
    }

    /// Of a date in numbers: the day comes first, unless only the other order gives a date.
    fn of_numbers(year: Option<i16>, first: i16, second: i16) -> Option<Day> {
        Day::new(year, second, first).or_else(|| Day::new(year, first, second))
    }
}

/// Words before a date: "Selasa malam", "last Tuesday", "kemarin".
#[derive(Default)]
struct Lead {
    weekday: Option<Weekday>,
    past: bool,
}

struct Clock {
    time: Time,
    offset: Option<Offset>,
}

/// What was read, and the position behind it.
type Read<T> = Option<(T, usize)>;

struct Page<'t> {
    tokens: Vec<Token<'t>>,
}

impl<'t> Page<'t> {
    fn new(text: &'t str) -> Page<'t> {
        let mut tokens = Vec::new();
        let mut start = 0;
        let mut glued = false;
        while let Some(rest) = text.get(start..)
            && let Some(first) = rest.chars().next()
        {
            let kind = Kind::of(first);
            let length = match kind {
                Kind::Mark => first.len_utf8(),
                _ => rest.find(|c| Kind::of(c) != kind).unwrap_or(rest.len()),
            };
            let text = rest.get(..length).unwrap_or_default();
            if kind != Kind::Blank || text.matches('\n').nth(1).is_some() {
                tokens.push(Token {
                    kind,
                    text,
                    start,
                    glued,
                });
            }
            glued = kind != Kind::Blank;
            start += length;
        }
        Page { tokens }
    }

    // Looking at tokens.

    fn text(&self, at: usize, kind: Kind) -> Option<&'t str> {
        let token = self.tokens.get(at)?;
        (token.kind == kind).then_some(token.text)
    }

    fn number(&self, at: usize, digits: RangeInclusive<usize>) -> Option<i16> {
        let text = self.text(at, Kind::Number)?;
        let values: Option<Vec<u32>> = text.chars().take(5).map(tokens::digit).collect();
        let values = values.filter(|values| digits.contains(&values.len()))?;
        let number = values
            .into_iter()
            .fold(0, |number, value| number * 10 + value);
        i16::try_from(number).ok()
    }

    fn is_word(&self, at: usize, words: &[&str]) -> bool {
        self.text(at, Kind::Word)
            .is_some_and(|word| listed(words, word))
    }

    /// One of the characters of `marks`.
    fn is_mark(&self, at: usize, marks: &str) -> bool {
        self.text(at, Kind::Mark)
            .is_some_and(|mark| marks.contains(mark))
    }

    fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    /// One of `marks`, without a blank on either side.
    fn joint(&self, at: usize, marks: &str) -> bool {
        self.is_mark(at, marks) && self.glued(at) && self.glued(at + 1)
    }

    /// The number behind a joint, which stands at `at`.
    fn part(&self, at: usize, marks: &str, digits: RangeInclusive<usize>) -> Option<i16> {
        self.joint(at, marks).then(|| self.number(at + 1, digits))?
    }

    /// The position behind the dot of an abbreviation, if there is one.
    fn behind_dot(&self, at: usize) -> usize {
        at + usize::from(self.glued(at) && self.is_mark(at, "."))
    }

    /// The number before `at` goes on, as decimals do and percentages.
    fn runs_on(&self, at: usize, marks: &str) -> bool {
        let decimals = self.joint(at, marks) && self.text(at + 1, Kind::Number).is_some();
        decimals || self.glued(at) && self.is_mark(at, "%")
    }

    fn word_glued(&self, at: usize) -> bool {
        self.glued(at) && self.text(at, Kind::Word).is_some()
    }

    /// A date may begin at `at`: no number does that is a decimal place, price or part of a name.
    fn opens(&self, at: usize) -> bool {
        let number = self.glued(at) && self.text(at, Kind::Number).is_some();
        let Some(before) = at.checked_sub(1).filter(|_| number) else {
            return true;
        };
        let decimal = self.glued(before)
            && self.is_mark(before, ".,:")
            && before
                .checked_sub(1)
                .is_some_and(|at| self.text(at, Kind::Number).is_some());
        !decimal && self.text(before, Kind::Word).is_none() && !self.is_mark(before, "$€£#+=_@/")
    }

    // Whole mentions.

    fn mention(&self, start: usize) -> Read<DateMention> {
        if !self.opens(start) {
            return None;
        }
        let (lead, at) = self.lead(start);
        let (day, next) = if at > start {
            self.led_day(&lead, at)?
        } else {
            self.day(at)?
        };
        let (past_before_time, next) = self.past_behind(next);
        let clock = self.clock(next, day.year.is_some());
        let next = clock.as_ref().map_or(next, |(_, next)| *next);
        let (past_behind_time, next) = self.past_behind(next);
        let mention = DateMention {
            span: self.span(start, next)?,
            year: day.year,
            month: day.month,
            day: day.day,
            weekday: lead.weekday,
            time: clock.as_ref().map(|(clock, _)| clock.time),
            offset: clock.and_then(|(clock, _)| clock.offset),
            past: lead.past || past_before_time || past_behind_time,
        };
        Some((mention, next))
    }

    /// The bytes of the tokens from `start` to before `next`.
    fn span(&self, start: usize, next: usize) -> Option<Range<usize>> {
        let first = self.tokens.get(start)?;
        let last = self.tokens.get(next.checked_sub(1)?)?;
        Some(first.start..last.start + last.text.len())
    }

    fn past_behind(&self, at: usize) -> (bool, usize) {
        let word = at + usize::from(self.is_word(at, &["yang"]));
        if self.is_word(word, &PAST_BEHIND) {
            (true, word + 1)
        } else {
            (false, at)
        }
    }

    // Before the date.

    /// What leads to a date, and the position behind it: `start`, if nothing does.
    fn lead(&self, start: usize) -> (Lead, usize) {
        let past = self.is_word(start, &PAST_BEFORE);
        let mut lead = Lead {
            past,
            ..Lead::default()
        };
        let mut next = start + usize::from(past);
        let named = next + usize::from(past && self.is_mark(next, ","));
        if let Some((weekday, behind)) = self.weekday(named) {
            lead.weekday = Some(weekday);
            next = behind;
        }
        // Four words: "dini hari tadi WIB".
        for _ in 0..4 {
            match self.past_behind(next) {
                (true, behind) if lead.weekday.is_some() => (lead.past, next) = (true, behind),
                _ if self.is_word(next, &DAY_PARTS) => next += 1,
                _ => break,
            }
        }
        (lead, next)
    }

    fn weekday(&self, at: usize) -> Read<Weekday> {
        let word = self.text(at, Kind::Word)?;
        // Jum'at: the apostrophe is a mark, because elsewhere it ends the name (Tuesday's).
        if listed(&["jum"], word) && self.joint(at + 1, "'’‘`") && self.is_word(at + 2, &["at"])
        {
            return Some((Weekday::Friday, at + 3));
        }
        WEEKDAYS.iter().find_map(|(weekday, names, short)| {
            if listed(names, word) {
                Some((*weekday, at + 1))
            } else {
                listed(short, word).then(|| (*weekday, self.behind_dot(at + 1)))
            }
        })
    }

    /// The date behind a lead, in brackets or not.
    fn led_day(&self, lead: &Lead, at: usize) -> Read<Day> {
        let at = at + usize::from(self.is_mark(at, ","));
        let bracket = self.is_mark(at, "(");
        // "Malam" alone adds nothing to a date; it only explains what stands in the brackets.
        if !bracket && lead.weekday.is_none() && !lead.past {
            return None;
        }
        let at = at + usize::from(bracket);
        let short = || (bracket || lead.weekday.is_some()).then(|| self.day_and_month(at))?;
        let (day, next) = self.day(at).or_else(short)?;
        Some((day, next + usize::from(bracket && self.is_mark(next, ")"))))
    }

    // Behind the date.

    /// The time of day and its zone. A dot between hour and minute counts only where nothing but
    /// a time is likely: behind a full date or a word such as "pukul".
    fn clock(&self, start: usize, full_date: bool) -> Read<Clock> {
        let iso = self.word_glued(start) && self.is_word(start, &["t"]);
        let (announced, at) = if iso {
            (false, start + 1)
        } else {
            self.gap(start)
        };
        let hour = self.number(at, 1..=2)?;
        let marks = if full_date || announced { ":." } else { ":" };
        let (minute, second, next) = self.minutes(at + 1, marks);
        if self.runs_on(next, ".,:") {
            return None;
        }
        let half = self.half(next, hour, announced || minute.is_some());
        if minute.is_none() && half.is_none() {
            return None;
        }
        let (hour, next) = half.unwrap_or((hour, next));
        let time = time_of(hour, minute.unwrap_or(0), second.unwrap_or(0))?;
        let (offset, next) = self.zone(next, iso);
        Some((Clock { time, offset }, next))
    }

    /// What stands between date and time, and whether it announces a time.
    fn gap(&self, start: usize) -> (bool, usize) {
        let mut announced = false;
        let mut next = start;
        for _ in 0..4 {
            if self.is_word(next, &CLOCK_WORDS) {
                announced = true;
                next = self.behind_dot(next + 1);
            } else if self.is_mark(next, ",|-–—•·/@")
                || self.is_word(next, &["at", "on"])
                || self.is_word(next, &DAY_PARTS)
            {
                next += 1;
            } else if self.is_word(next, &BEHIND_YEAR) {
                next = self.behind_dot(next + 1);
            } else {
                break;
            }
        }
        (announced, next)
    }

    /// Minute and second behind the hour, and the position behind them.
    fn minutes(&self, at: usize, marks: &str) -> (Option<i16>, Option<i16>, usize) {
        let Some(minute) = self.part(at, marks, 2..=2) else {
            return (None, None, at);
        };
        let Some(second) = self.part(at + 2, ":", 2..=2) else {
            return (Some(minute), None, at + 2);
        };
        // Fractions of the second are passed over.
        let fraction = self.joint(at + 4, ".") && self.text(at + 5, Kind::Number).is_some();
        let next = at + if fraction { 6 } else { 4 };
        (Some(minute), Some(second), next)
    }

    /// The hour of 24, if a half of the day is named at `at`. Unless `sure` that `hour` is one,
    /// only "am" and "pm" count: "3 malam" are three nights.
    fn half(&self, at: usize, hour: i16, sure: bool) -> Read<i16> {
        let word = self.text(at, Kind::Word)?;
        let dotted = self.joint(at + 1, ".") && self.is_word(at + 2, &["m"]);
        let (word, next) = match word {
            "a" | "A" if dotted => ("am", self.behind_dot(at + 3)),
            "p" | "P" if dotted => ("pm", self.behind_dot(at + 3)),
            _ => (word, at + 1),
        };
        if !sure && !listed(&["am", "pm"], word) {
            return None;
        }
        HALVES
            .iter()
            .find(|(name, hours, _)| name.eq_ignore_ascii_case(word) && hours.contains(&hour))
            .map(|(_, _, added)| (hour + added, next))
    }

    /// The zone right behind a time. `iso`: a "T" stands between date and time.
    fn zone(&self, at: usize, iso: bool) -> (Option<Offset>, usize) {
        let named = self.text(at, Kind::Word).and_then(|word| {
            let zone = ZONES
                .iter()
                .find(|(name, _)| name.eq_ignore_ascii_case(word))?;
            Some(zone.1)
        });
        let greenwich = named == Some(Some(0));
        let (minutes, next) = match (named, self.signed(at + usize::from(greenwich))) {
            // GMT+7.
            (Some(_), Some((minutes, next))) => (Some(minutes), next),
            (Some(minutes), None) => (minutes, at + 1),
            (None, Some((minutes, next))) if self.is_offset(at, iso) => (Some(minutes), next),
            (None, _) => (None, at),
        };
        let offset = minutes.and_then(|minutes| Offset::from_seconds(i32::from(minutes) * 60).ok());
        (offset, next)
    }

    /// A sign without "GMT" needs hours and minutes. "-05:00" behind a plain time may also be the
    /// end of a meeting.
    fn is_offset(&self, at: usize, iso: bool) -> bool {
        let minutes = self.part(at + 2, ":", 2..=2).is_some();
        self.number(at + 1, 4..=4).is_some() || minutes && (iso || self.is_mark(at, "+"))
    }

    /// Minutes ahead of UTC: "+7", "+05:30", "-0400".
    fn signed(&self, at: usize) -> Read<i16> {
        if !self.is_mark(at, "+-−") || !self.glued(at + 1) {
            return None;
        }
        let (hours, minutes, next) = if let Some(both) = self.number(at + 1, 4..=4) {
            (both / 100, both % 100, at + 2)
        } else {
            let hours = self.number(at + 1, 1..=2)?;
            let minutes = self.part(at + 2, ":", 2..=2);
            (
                hours,
                minutes.unwrap_or(0),
                at + 2 + 2 * minutes.iter().count(),
            )
        };
        let sign = if self.is_mark(at, "+") { 1 } else { -1 };
        (hours <= 14 && minutes < 60).then_some((sign * (hours * 60 + minutes), next))
    }
}

fn time_of(hour: i16, minute: i16, second: i16) -> Option<Time> {
    let part = |number| i8::try_from(number).ok();
    Time::new(part(hour)?, part(minute)?, part(second)?, 0).ok()
}

fn listed(words: &[&str], word: &str) -> bool {
    words.iter().any(|listed| listed.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "2023-02-04 Sat 15:34 +07 past": only what is printed; "?" for a year that is not.
    fn printed(mention: &DateMention) -> String {
        let year = mention.year.map_or("?".to_owned(), |year| year.to_string());
        let mut parts = vec![format!("{year}-{:02}-{:02}", mention.month, mention.day)];
        parts.extend(
            mention
                .weekday
                .map(|weekday| format!("{weekday:?}").chars().take(3).collect()),
        );
        parts.extend(mention.time.map(|time| match time.second() {
            0 => format!("{:02}:{:02}", time.hour(), time.minute()),
            second => format!("{:02}:{:02}:{second:02}", time.hour(), time.minute()),
        }));
        parts.extend(mention.offset.map(|offset| {
            let minutes = offset.seconds() / 60;
            let sign = if minutes < 0 { '-' } else { '+' };
            match minutes.abs() % 60 {
                0 => format!("{sign}{:02}", minutes.abs() / 60),
                rest => format!("{sign}{:02}:{rest:02}", minutes.abs() / 60),
            }
        }));
        parts.extend(mention.past.then(|| "past".to_owned()));
        parts.join(" ")
    }

    fn check(text: &str, expected: &str) {
        let found: Vec<String> = find_dates(text).iter().map(printed).collect();
        assert_eq!(found.join("; "), expected, "in {text:?}");
    }

    #[test]
    #[rustfmt::skip]
    fn reads_printed_dates() {
        let table = [
            // Names of months, the day first.
            ("Sabtu 04 Feb 2023 15:34 WIB", "2023-02-04 Sat 15:34 +07"),
            ("SABTU 04 FEB 2023 15:34 wib", "2023-02-04 Sat 15:34 +07"),
            ("Sabtu\u{a0}04\u{a0}Feb\u{a0}2023\u{a0}15:34\u{a0}WIB", "2023-02-04 Sat 15:34 +07"),
            ("19 September 2023 14:30", "2023-09-19 14:30"),
            ("Selasa, 21 Okt 2025 20:43 WIB", "2025-10-21 Tue 20:43 +07"),
            ("pada 19 April, warga", "?-04-19"),
            ("5 March 2026, 18:02 GMT", "2026-03-05 18:02 +00"),
            ("Thursday 5 March 2026 20.15 GMT", "2026-03-05 Thu 20:15 +00"),
            ("14 April 2026, 18.02", "2026-04-14 18:02"),
            ("Rabu, 15 April 2026 | 06:10 WIB", "2026-04-15 Wed 06:10 +07"),
            ("Rabu, 15 April 2026 • 06:10 WITA", "2026-04-15 Wed 06:10 +08"),
            ("15 April 2026 - pukul 06.10 WIT", "2026-04-15 06:10 +09"),
            ("9 Apr. 2024 at 3:15 p.m. EDT", "2024-04-09 15:15 -04"),
            ("Isnin, 5 Mac 2024", "2024-03-05 Mon"),
            ("Khamis 7 Mac 2024; Jumaat 8 Mac; Ahad, 10hb Mac", "2024-03-07 Thu; ?-03-08 Fri; ?-03-10 Sun"),
            ("5 Ogos 2024 3:15 petang", "2024-08-05 15:15"),
            ("2nd March 2026", "2026-03-02"),
            ("on the 5th of March", "?-03-05"),
            ("2 dan 3 Februari", "?-02-03"),
            ("2-3 Februari 2024", "2024-02-03"),
            ("28 Februari-2 Maret 2024", "?-02-28; 2024-03-02"),
            ("04-Feb-2023 07:05", "2023-02-04 07:05"),
            ("Jum'at, 5 April 2024 dan Jum’at 12 April", "2024-04-05 Fri; ?-04-12 Fri"),
            ("Sen, 6 Mei 2024. Min. 5 Mei", "2024-05-06 Mon; ?-05-05 Sun"),
            ("Sel 7 Mei, Rab 8 Mei, Kam 9 Mei, Jum 10 Mei, Sab 11 Mei",
             "?-05-07 Tue; ?-05-08 Wed; ?-05-09 Thu; ?-05-10 Fri; ?-05-11 Sat"),
            ("Sat, 04 Feb 2023 15:34:09 +0700", "2023-02-04 Sat 15:34:09 +07"),
            ("5 may 2026", "2026-05-05"),
            ("29 Februari", "?-02-29"),
            // The month first.
            ("Tuesday, March 5, 2026", "2026-03-05 Tue"),
            ("on March 5.", "?-03-05"),
            ("March 5th, 2026 at 10 am", "2026-03-05 10:00"),
            ("Mar 6, 2026 06:40 GMT+2", "2026-03-06 06:40 +02"),
            ("Maret 6, 2026", "2026-03-06"),
            ("Arsip April\n5 Maret 2026", "2026-03-05"),
            ("March 5, 2026 / 6:40 AM; SABTU, 7 Mac 2026 @ 3:15 PM", "2026-03-05 06:40; 2026-03-07 Sat 15:15"),
            // Numbers.
            ("Selasa (9/4)", "?-04-09 Tue"),
            ("Selasa malam WIB (9/4), dan Rabu, 10/4", "?-04-09 Tue; ?-04-10 Wed"),
            ("Selasa (9/4) pukul 19.30 WIB", "?-04-09 Tue 19:30 +07"),
            ("Sabtu-Minggu (4-5/2)", "?-02-05 Sun"),
            ("Sabtu (4/2/2023)", "2023-02-04 Sat"),
            ("Sabtu (4/2/23)", "2023-02-04 Sat"),
            ("hari ini (9/4)", "?-04-09"),
            ("2023-02-04T15:34:00+07:00", "2023-02-04 15:34 +07"),
            ("2023-02-04T15:34:07.250Z", "2023-02-04 15:34:07 +00"),
            ("2023-02-04T15:34-05:00", "2023-02-04 15:34 -05"),
            ("2023-02-04 15:34", "2023-02-04 15:34"),
            ("2023-02-04", "2023-02-04"),
            ("04/02/2023 15:34 WIB", "2023-02-04 15:34 +07"),
            ("04/02/2023", "2023-02-04"),
            ("02/13/2023", "2023-02-13"),
            ("13.02.2023", "2023-02-13"),
            // Other languages: with a year.
            ("Donnerstag, 5. März 2026, 18:12 Uhr", "2026-03-05 18:12"),
            ("5 de marzo de 2026 · 18:30", "2026-03-05 18:30"),
            ("5 марта 2026 г., 17:45", "2026-03-05 17:45"),
            ("5 मार्च 2026", "2026-03-05"),
            ("٥ مارس ٢٠٢٦ - ٢١:٣٠", "2026-03-05 21:30"),
            ("5 มีนาคม 2569 เวลา 18:30 น.", "2026-03-05 18:30"),
            ("2026年3月5日 18:20", "2026-03-05 18:20"),
            ("2026年3月5日星期四", "2026-03-05"),
            ("입력 2026년 3월 5일 17:40", "2026-03-05 17:40"),
            // Past days.
            ("24 Februari lalu", "?-02-24 past"),
            ("24 Februari yang lalu pukul 15.00 WIB", "?-02-24 15:00 +07 past"),
            ("5 Mac lepas", "?-03-05 past"),
            ("Senin lalu (8/4)", "?-04-08 Mon past"),
            ("kemarin (9/4)", "?-04-09 past"),
            ("last Tuesday, March 5", "?-03-05 Tue past"),
            ("5 Maret, lalu ia pergi. Lalu 6 Maret", "?-03-05; ?-03-06"),
            // Zones and halves of the day.
            ("5 March 2026 18:02 UTC+07:00", "2026-03-05 18:02 +07"),
            ("5 March 2026 18:02 IST", "2026-03-05 18:02 +05:30"),
            ("5 March 2026 12:05 AM ET", "2026-03-05 00:05"),
            ("5 March 2026 12:05pm PST", "2026-03-05 12:05 -08"),
            ("5 March 2026 10:30 malam MYT", "2026-03-05 22:30 +08"),
            ("5 March 2026, 10:00-12:00", "2026-03-05 10:00"),
            ("5 March 2026 GMT", "2026-03-05"),
            ("5 March 2026 25:10", "2026-03-05"),
            ("5 March 10.15", "?-03-05"),
            ("5 Maret 2024 10.500 orang", "2024-03-05"),
            ("5 Maret 2024 10.50%", "2024-03-05"),
            ("5 Maret 2.", "?-03-05"),
            ("5 March 2026 10:15:30.Ia", "2026-03-05 10:15:30"),
            ("5 March\n\n2026", "?-03-05"),
        ];
        for (text, expected) in table {
            check(text, expected);
        }
    }

    #[test]
    #[rustfmt::skip]
    fn leaves_alone_what_is_no_date() {
        let table = [
            "", "(", "Selasa", "Sabtu, minggu lalu", "9/4", "skor (2/3)", "38,2", "1.842", "10-12", "2023-24",
            "38,2 Maret", "31 Februari", "31 Februari 2023", "29 Februari 2023", "31/02/2023", "Selasa (31/2)",
            "13/13/2023", "Mei", "May 2026", "in March", "5 may leave", "march 5 miles", "April 2,5 juta",
            "April 5km", "Februari 20 orang", "$5 May", "COVID19 April", "5 Maret 1842",
            "1-04-02-2023", "021-555-04-2023", "192.10.12.2023", "/2023/02/04/berita", "04/02/23", "15:34 WIB",
            "5 марта они", "5. März kam", "2026年3月",
            "32 Maret", "0 Maret", "Sen (1/2/2150)", "é5\u{301}’",
        ];
        for text in table {
            check(text, "");
        }
    }

    #[test]
    fn spans_cover_the_mention() {
        let text = "Étape – Jakarta, Jum’at (5/4/2024) pukul 19.30 WIB. Pada 24 Februari lalu, “9 Apr. 2024”.";
        let spans: Vec<&str> = find_dates(text)
            .iter()
            .filter_map(|m| text.get(m.span.clone()))
            .collect();
        assert_eq!(
            spans,
            [
                "Jum’at (5/4/2024) pukul 19.30 WIB",
                "24 Februari lalu",
                "9 Apr. 2024"
            ]
        );
    }

    #[test]
    fn the_weekday_decides_the_year() {
        let mentions = find_dates("Selasa (9/4), 29 Februari, Rabu, 9 April 2024");
        let dates = |year| mentions.iter().map(|m| m.in_year(year)).collect::<Vec<_>>();
        let day = |year, month, day| Date::new(year, month, day).ok();
        assert_eq!(dates(2024), [day(2024, 4, 9), day(2024, 2, 29), None]);
        assert_eq!(dates(2025), [None, None, day(2025, 4, 9)]);
        let printed: Vec<_> = mentions.iter().map(DateMention::date).collect();
        assert_eq!(printed, [None, None, day(2024, 4, 9)]);
    }

    #[test]
    fn reads_a_long_page() {
        let page = "Sabtu (4/2/2023) malam, 38,2 persen dari 1.842 orang, ((((,,,, ".repeat(2000);
        assert_eq!(find_dates(&page).len(), 2000);
    }
}
