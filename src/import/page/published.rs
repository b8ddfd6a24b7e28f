//! The day of publication: printed in a line of its own or at the head of the text, or worked out from days that the page
//! names.
//!
//! "Selasa (9/4)" has no year. The year is one in which 9 April is a Tuesday: the latest one up to the day of reading,
//! unless the page prints a year at or just before which such a day lies. "19 April" without a weekday has a year only
//! through an event that everybody dates by its day ("sejak 24 Februari lalu"). Whatever is worked out says how.

use jiff::civil::Date;

use super::lists::{EVENTS, Event};
use super::{Page, body_lines, origin, word_count};
use crate::model::{Inference, Moment, Noted, Reason, Role};
use crate::text::dates::{DateMention, find_dates};

/// How far back a weekday is looked for, in years; the calendar repeats within 11.
const YEARS_BACK: i16 = 28;

/// Fills the date of publication.
pub(super) fn read(page: &mut Page, today: Date) {
    page.fields.published = from_lines(page)
        .or_else(|| from_head(page))
        .or_else(|| from_strays(page))
        .or_else(|| from_text(page, today));
}

/// The day at the head of the text: agencies print it there.
fn from_head(page: &Page) -> Option<Noted<Moment>> {
    let day = origin::head_of(page)?.day?;
    Some(Noted::printed(Moment::day(day)))
}

/// The first full date in the lines around the article; one with a time is better.
fn from_lines(page: &Page) -> Option<Noted<Moment>> {
    first_moment(page.date_lines.iter().map(String::as_str))
}

/// Longest line above the text that is asked for a date, in words.
const MAX_STRAY: usize = 24;

/// The same in lines above the text of which nothing else is understood: bylines in other languages.
fn from_strays(page: &Page) -> Option<Noted<Moment>> {
    let above = page
        .lines
        .iter()
        .take_while(|line| line.role != Some(Role::Body));
    let strays = above.filter(|line| line.is_aside(Reason::Other) || line.is_aside(Reason::Byline));
    first_moment(
        strays
            .map(|line| line.text())
            .filter(|text| word_count(text) <= MAX_STRAY),
    )
}

fn first_moment<'t>(lines: impl Iterator<Item = &'t str>) -> Option<Noted<Moment>> {
    let moments: Vec<Moment> = lines
        .flat_map(find_dates)
        .filter_map(|mention| {
            Some(Moment {
                date: mention.date()?,
                time: mention.time,
                offset: mention.offset.map(jiff::tz::Offset::seconds),
            })
        })
        .collect();
    let timed = moments.iter().find(|moment| moment.time.is_some());
    timed.or(moments.first()).copied().map(Noted::printed)
}

/// A mention and the words of the paragraph in which it stands.
struct Placed {
    mention: DateMention,
    printed: String,
    paragraph: String,
}

fn from_text(page: &Page, today: Date) -> Option<Noted<Moment>> {
    let around = page.date_lines.iter().map(String::as_str);
    let mentions: Vec<Placed> = around
        .chain(body_lines(&page.lines).map(|line| line.text()))
        .flat_map(|line| {
            find_dates(line).into_iter().map(|mention| Placed {
                printed: line
                    .get(mention.span.clone())
                    .unwrap_or_default()
                    .to_owned(),
                paragraph: line.to_lowercase(),
                mention,
            })
        })
        .collect();
    let years: Vec<i16> = page
        .lines
        .iter()
        .flat_map(|line| find_dates(line.text()))
        .filter_map(|mention| mention.year)
        .filter(|year| *year <= today.year())
        .collect();
    mentions
        .iter()
        .find(|placed| placed.mention.weekday.is_some())
        .and_then(|placed| placed.day_of_news(&years, today))
        .or_else(|| from_event(&mentions))
}

impl Placed {
    /// The day that a weekday stands with, its year worked out where none is printed.
    fn day_of_news(&self, years: &[i16], today: Date) -> Option<Noted<Moment>> {
        if let Some(date) = self.mention.date() {
            let how = Inference::LatestDayInText {
                printed: self.printed.clone(),
            };
            return Some(Noted::inferred(Moment::day(date), how));
        }
        let mut fitting: Vec<Date> = (today.year() - YEARS_BACK..=today.year())
            .filter_map(|year| self.mention.in_year(year))
            .filter(|date| *date <= today)
            .collect();
        fitting.reverse();
        let printed = years.iter().max();
        let beside = printed.and_then(|last| {
            fitting
                .iter()
                .find(|date| (*last..=*last + 1).contains(&date.year()))
        });
        let date = *beside.or(fitting.first())?;
        let also = fitting
            .iter()
            .map(|date| date.year())
            .filter(|year| *year != date.year())
            .take(2)
            .collect();
        let how = Inference::YearFromWeekday {
            printed: self.printed.clone(),
            also,
        };
        Some(Noted::inferred(Moment::day(date), how))
    }
}

/// A day without weekday and year, which stands behind an event that the text calls past.
fn from_event(mentions: &[Placed]) -> Option<Noted<Moment>> {
    let (event, told) = mentions
        .iter()
        .find_map(|placed| Some((event(placed)?, placed)))?;
    let begun = jiff::civil::date(event.year, event.month, event.day);
    let day = mentions
        .iter()
        .find(|placed| placed.mention.year.is_none() && placed.printed != told.printed)?;
    let date = (event.year..=event.year + 1)
        .filter_map(|year| day.mention.in_year(year))
        .find(|date| *date >= begun)?;
    let how = Inference::YearFromEvent {
        printed: day.printed.clone(),
        event: told.printed.clone(),
        year: event.year,
    };
    Some(Noted::inferred(Moment::day(date), how))
}

/// The event that a mention without a year speaks of.
fn event(placed: &Placed) -> Option<&'static Event> {
    let mention = &placed.mention;
    EVENTS.iter().find(|event| {
        mention.year.is_none()
            && mention.past
            && (mention.day, mention.month) == (event.day, event.month)
            && event
                .words
                .iter()
                .any(|word| placed.paragraph.contains(word))
    })
}
