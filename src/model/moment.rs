//! When something was published, as exactly as it is printed.

use std::fmt;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

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
}
