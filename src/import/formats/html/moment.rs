//! Dates as machines write them.

use jiff::fmt::temporal::{Pieces, PiecesOffset};

use crate::model::Moment;
use crate::text::dates::find_dates;

/// The moment that `text` names: ISO 8601, the form of mail headers, or a date in words.
pub(super) fn read(text: &str) -> Option<Moment> {
    let text = text.trim();
    iso(text)
        .or_else(|| mail(text))
        .or_else(|| in_words(text))
        .filter(|moment| moment.date.year() > 1900)
}

fn iso(text: &str) -> Option<Moment> {
    let pieces = Pieces::parse(text).ok()?;
    let offset = pieces.offset().map(|offset| match offset {
        PiecesOffset::Numeric(offset) => offset.offset().seconds(),
        _ => 0,
    });
    let time = pieces
        .time()
        .map(|time| time.with().subsec_nanosecond(0).build().unwrap_or(time));
    Some(Moment {
        date: pieces.date(),
        time,
        offset: offset.filter(|_| time.is_some()),
    })
}

fn mail(text: &str) -> Option<Moment> {
    let zoned = jiff::fmt::rfc2822::parse(text).ok()?;
    Some(Moment {
        date: zoned.date(),
        time: Some(zoned.time()),
        offset: Some(zoned.offset().seconds()),
    })
}

fn in_words(text: &str) -> Option<Moment> {
    let mention = find_dates(text)
        .into_iter()
        .find(|mention| mention.date().is_some())?;
    Some(Moment {
        date: mention.date()?,
        time: mention.time,
        offset: mention.offset.map(jiff::tz::Offset::seconds),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_machines_write_them() {
        for (text, expected) in [
            ("2024-04-09", "2024-04-09"),
            ("2024-04-09T15:34:00+07:00", "2024-04-09T15:34:00+07:00"),
            ("2024-04-09T15:34:00.123Z", "2024-04-09T15:34:00+00:00"),
            ("2024-04-09T15:34:00+0700", "2024-04-09T15:34:00+07:00"),
            ("2024-04-09 15:34:00", "2024-04-09T15:34:00"),
            ("2024-04-09T15:34", "2024-04-09T15:34:00"),
            ("Tue, 09 Apr 2024 15:34:00 GMT", "2024-04-09T15:34:00+00:00"),
            ("9 April 2024", "2024-04-09"),
        ] {
            assert_eq!(
                read(text).map(|moment| moment.to_string()).as_deref(),
                Some(expected),
                "{text}"
            );
        }
        assert_eq!(read("yesterday"), None);
        assert_eq!(read("0001-01-01T00:00:00"), None);
    }
}
