//! When something was published, as exactly as it is printed.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use jiff::civil::{Date, Time};
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};

use crate::text::dates::find_dates;

/// A day, with the time and the zone where they are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// The time of day, where printed.
    pub time: Option<Time>,
    /// Seconds east of UTC, where a zone is printed.
    pub offset: Option<i32>,
}

impl Moment {
    /// A day without a time.
    pub fn day(date: Date) -> Self {
        Self {
            date,
            time: None,
            offset: None,
        }
    }

    /// As a reader would type it: `2024-04-09 15:34 +07:00`.
    pub fn typed(&self) -> String {
        let text = self.to_string();
        let Some((day, clock)) = text.split_once('T') else {
            return text;
        };
        let (time, zone) = clock.split_at_checked(8).unwrap_or((clock, ""));
        let time = time.strip_suffix(":00").unwrap_or(time);
        format!("{day} {time} {zone}").trim_end().to_owned()
    }
}

/// Why a text is no moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoMoment {
    /// It is not in the form of one.
    Form,
    /// No calendar has that day.
    Day,
    /// No clock shows that time.
    Time,
    /// It ends with something that names no zone.
    Zone,
}

/// A day, and perhaps a time, and perhaps a zone, as a reader types them: `2024-04-09`, `2024-04-09 15:34`,
/// `2024-04-09 15.34 WIB`, `2023-02-04T15:34:00+07:00`, `9/4/2024`, `Selasa, 9 April 2024 15.34 WIB`.
impl FromStr for Moment {
    type Err = NoMoment;

    fn from_str(text: &str) -> Result<Self, NoMoment> {
        match in_numbers(text.trim()) {
            Err(NoMoment::Form) => in_words(text.trim()).ok_or(NoMoment::Form),
            other => other,
        }
    }
}

/// A day as it is printed in articles, with its year, and nothing else.
fn in_words(text: &str) -> Option<Moment> {
    let mentions = find_dates(text);
    let [mention] = mentions.as_slice() else {
        return None;
    };
    let beside =
        |text: Option<&str>| text.is_some_and(|text| !text.contains(char::is_alphanumeric));
    let alone = beside(text.get(..mention.span.start)) && beside(text.get(mention.span.end..));
    Some(Moment {
        time: mention.time,
        offset: mention.offset.map(Offset::seconds),
        ..Moment::day(mention.date().filter(|_| alone)?)
    })
}

fn in_numbers(text: &str) -> Result<Moment, NoMoment> {
    let (day, rest) = text.split_once([' ', 'T', 't']).unwrap_or((text, ""));
    let mut moment = Moment::day(typed_day(day)?);
    let rest = rest.trim();
    if rest.is_empty() {
        return Ok(moment);
    }
    let in_time = |letter: char| letter.is_ascii_digit() || letter == ':' || letter == '.';
    let end = rest.find(|letter| !in_time(letter)).unwrap_or(rest.len());
    let (time, zone) = rest.split_at(end);
    moment.time = Some(typed_time(time)?);
    let zone = zone.trim();
    if !zone.is_empty() {
        moment.offset = Some(typed_zone(zone).ok_or(NoMoment::Zone)?);
    }
    Ok(moment)
}

fn typed_day(text: &str) -> Result<Date, NoMoment> {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return Err(NoMoment::Form);
    };
    let year = digits(year, 4..=4).ok_or(NoMoment::Form)?;
    let month = digits(month, 1..=2).ok_or(NoMoment::Form)?;
    let day = digits(day, 1..=2).ok_or(NoMoment::Form)?;
    Date::new(year, month as i8, day as i8).map_err(|_| NoMoment::Day)
}

fn typed_time(text: &str) -> Result<Time, NoMoment> {
    let parts: Option<Vec<i16>> = text
        .split([':', '.'])
        .map(|part| digits(part, 1..=2))
        .collect();
    let (hour, minute, second) = match parts.as_deref() {
        Some([hour, minute]) => (*hour, *minute, 0),
        Some([hour, minute, second]) => (*hour, *minute, *second),
        _ => return Err(NoMoment::Form),
    };
    Time::new(hour as i8, minute as i8, second as i8, 0).map_err(|_| NoMoment::Time)
}

/// Seconds east of UTC.
fn typed_zone(text: &str) -> Option<i32> {
    match text.to_ascii_uppercase().as_str() {
        "Z" | "UTC" | "GMT" => return Some(0),
        "WIB" => return Some(7 * 3600),
        "WITA" => return Some(8 * 3600),
        "WIT" => return Some(9 * 3600),
        _ => {}
    }
    let (sign, rest) = match text.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, text.strip_prefix(['-', '\u{2212}'])?),
    };
    let (hours, minutes) = match rest.split_once(':') {
        Some(parts) => parts,
        None if rest.len() == 4 => rest.split_at_checked(2)?,
        None => (rest, "0"),
    };
    let (hours, minutes) = (digits(hours, 1..=2)?, digits(minutes, 1..=2)?);
    (hours <= 14 && minutes < 60)
        .then(|| sign * (i32::from(hours) * 3600 + i32::from(minutes) * 60))
}

/// A number of so many digits and nothing else.
fn digits(text: &str, count: RangeInclusive<usize>) -> Option<i16> {
    let only_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = only_digits && count.contains(&text.len());
    fits.then(|| text.parse().ok()).flatten()
}

/// ISO 8601 with no more than is known: `2024-04-09`, `2023-09-19T14:30:00`, `2023-02-04T15:34:00+07:00`.
impl fmt::Display for Moment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.date)?;
        let Some(time) = self.time else {
            return Ok(());
        };
        write!(
            out,
            "T{:02}:{:02}:{:02}",
            time.hour(),
            time.minute(),
            time.second()
        )?;
        if let Some(offset) = self.offset {
            let sign = if offset < 0 { '-' } else { '+' };
            let minutes = offset.abs() / 60;
            write!(out, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn says_no_more_than_is_known() {
        let mut moment = Moment::day(date(2023, 2, 4));
        assert_eq!(moment.to_string(), "2023-02-04");
        moment.time = Some(time(15, 34, 0, 0));
        assert_eq!(moment.to_string(), "2023-02-04T15:34:00");
        moment.offset = Some(7 * 3600);
        assert_eq!(moment.to_string(), "2023-02-04T15:34:00+07:00");
        moment.offset = Some(-(3 * 3600 + 1800));
        assert_eq!(moment.to_string(), "2023-02-04T15:34:00-03:30");
    }

    #[test]
    fn what_a_reader_types() {
        for (typed, read, typed_again) in [
            ("2024-04-09", "2024-04-09", "2024-04-09"),
            (" 2024-4-9 ", "2024-04-09", "2024-04-09"),
            (
                "2024-04-09 15:34",
                "2024-04-09T15:34:00",
                "2024-04-09 15:34",
            ),
            (
                "2024-04-09  15.34 wita",
                "2024-04-09T15:34:00+08:00",
                "2024-04-09 15:34 +08:00",
            ),
            (
                "2024-04-09T15:34:20+0700",
                "2024-04-09T15:34:20+07:00",
                "2024-04-09 15:34:20 +07:00",
            ),
            (
                "2024-04-09 15:34 -3:30",
                "2024-04-09T15:34:00-03:30",
                "2024-04-09 15:34 -03:30",
            ),
            ("9 April 2024", "2024-04-09", "2024-04-09"),
            ("10/4/2024", "2024-04-10", "2024-04-10"),
            (
                "Selasa, 9 April 2024 15.34 WIB",
                "2024-04-09T15:34:00+07:00",
                "2024-04-09 15:34 +07:00",
            ),
            (
                "2024-04-09 15:34Z",
                "2024-04-09T15:34:00+00:00",
                "2024-04-09 15:34 +00:00",
            ),
        ] {
            let moment: Result<Moment, NoMoment> = typed.parse();
            assert_eq!(moment.map(|moment| moment.to_string()), Ok(read.to_owned()));
            assert_eq!(
                moment.map(|moment| moment.typed()),
                Ok(typed_again.to_owned())
            );
        }
        for (typed, wrong) in [
            ("", NoMoment::Form),
            ("9 April", NoMoment::Form),
            ("April 2024", NoMoment::Form),
            ("from 9 April 2024 on", NoMoment::Form),
            ("9 April 2024 – 10 April 2024", NoMoment::Form),
            ("24-04-09", NoMoment::Form),
            ("2024-04-09 soon", NoMoment::Form),
            ("2024-04-09 15", NoMoment::Form),
            ("2024-02-30", NoMoment::Day),
            ("2024-13-01", NoMoment::Day),
            ("2024-04-09 25:00", NoMoment::Time),
            ("2024-04-09 15:34 WID", NoMoment::Zone),
            ("2024-04-09 15:34 +99:00", NoMoment::Zone),
            ("2024-04-09 15:34 +0é", NoMoment::Zone),
        ] {
            assert_eq!(typed.parse::<Moment>(), Err(wrong), "{typed}");
        }
    }
}
