//! What is known of an article beside its body, and how it is known.

use serde::{Deserialize, Serialize};

use super::Moment;

/// A value and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

impl<T> Noted<T> {
    /// A value that stands in the file.
    pub fn printed(value: T) -> Self {
        Self {
            value,
            origin: Origin::Printed,
        }
    }

    /// A value that was worked out.
    pub fn inferred(value: T, how: Inference) -> Self {
        Self {
            value,
            origin: Origin::Inferred(how),
        }
    }

    /// Whether it was worked out rather than read.
    pub fn is_inferred(&self) -> bool {
        matches!(self.origin, Origin::Inferred(_))
    }
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// It stands in the file.
    Printed,
    /// It was worked out, and this is how.
    Inferred(Inference),
}

/// How a value that is not printed was worked out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inference {
    /// Weekday and day are printed, the year is the one in which they go together.
    YearFromWeekday {
        /// The date as printed.
        printed: String,
        /// Other years, near by, in which they would go together too.
        also: Vec<i16>,
    },
    /// Day and month are printed; the year follows from an event that the article places beside them.
    YearFromEvent {
        /// The date as printed.
        printed: String,
        /// The event as printed.
        event: String,
        /// The year of that event.
        year: i16,
    },
    /// No date line: the date is the latest day that the text itself names in full.
    LatestDayInText {
        /// The date as printed.
        printed: String,
    },
    /// Worked out from the words of the text.
    FromTheWords,
}

/// The fields of an article. Names follow the newsroom; schema.org's stand in the JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fields {
    /// The headline.
    pub headline: Option<Noted<String>>,
    /// The line below the headline.
    pub deck: Option<Noted<String>>,
    /// Who published it.
    pub outlet: Option<Noted<String>>,
    /// When it was published.
    pub published: Option<Noted<Moment>>,
    /// Who wrote it.
    pub author: Vec<String>,
    /// Who edited it: names or initials as printed.
    pub editor: Vec<String>,
    /// News agencies credited for the copy or cited as its source.
    pub agency: Vec<String>,
    /// The place at the head of the text, as printed.
    pub dateline: Option<Noted<String>>,
    /// Captions of its pictures.
    pub captions: Vec<String>,
    /// Credits of its pictures.
    pub credits: Vec<String>,
    /// Language, a tag of BCP 47: `id`, `en`.
    pub language: Option<Noted<String>>,
}
