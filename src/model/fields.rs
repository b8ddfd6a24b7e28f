//! What is known of an article beside its body, and how it is known.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Moment;
use super::moment::NoMoment;

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

    /// A value that the file declares of itself.
    pub fn declared(value: T) -> Self {
        Self {
            value,
            origin: Origin::Declared,
        }
    }

    /// A value that the reader wrote.
    pub fn by_reader(value: T) -> Self {
        Self {
            value,
            origin: Origin::Reader,
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
    /// It stands in the file, for readers.
    Printed,
    /// It stands in the file, for machines: the metadata of a page.
    Declared,
    /// It was worked out, and this is how.
    Inferred(Inference),
    /// The reader wrote it.
    Reader,
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
    /// What the program had read where the reader wrote something else. A field that stands here is the reader's, also
    /// one that was emptied, and a list, which has no origin of its own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub as_read: BTreeMap<Field, Entry>,
}

/// Names a field that the reader can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Field {
    /// The headline.
    Headline,
    /// The line below it.
    Deck,
    /// Who published it.
    Outlet,
    /// When.
    Published,
    /// Who wrote it.
    Author,
    /// Who edited it.
    Editor,
    /// News agencies.
    Agency,
    /// The place at the head of the text.
    Dateline,
    /// Captions of its pictures.
    Captions,
    /// Credits of its pictures.
    Credits,
    /// Language.
    Language,
}

impl Field {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 11] = [
        Self::Headline,
        Self::Deck,
        Self::Outlet,
        Self::Published,
        Self::Author,
        Self::Editor,
        Self::Agency,
        Self::Dateline,
        Self::Captions,
        Self::Credits,
        Self::Language,
    ];

    /// Whether it can hold several values.
    pub fn is_list(self) -> bool {
        matches!(
            self,
            Self::Author | Self::Editor | Self::Agency | Self::Captions | Self::Credits
        )
    }
}

/// What stands in a field, whichever it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entry {
    /// Words.
    Text(Option<Noted<String>>),
    /// A date.
    Moment(Option<Noted<Moment>>),
    /// Several values.
    List(Vec<String>),
}

impl Entry {
    /// What the reader typed for `field`, a value a line in a list; nothing typed is nothing known.
    ///
    /// # Errors
    /// What is wrong with a date.
    pub fn typed(field: Field, text: &str) -> Result<Self, NoMoment> {
        let lines = || text.lines().map(in_line).filter(|line| !line.is_empty());
        if field.is_list() {
            return Ok(Self::List(lines().collect()));
        }
        let text = lines().collect::<Vec<_>>().join(" ");
        let text = (!text.is_empty()).then_some(text);
        if field == Field::Published {
            let moment = text.map(|text| text.parse()).transpose()?;
            return Ok(Self::Moment(moment.map(Noted::by_reader)));
        }
        Ok(Self::Text(text.map(Noted::by_reader)))
    }

    /// Where the value comes from; lists do not say.
    pub fn origin(&self) -> Option<&Origin> {
        match self {
            Self::Text(noted) => noted.as_ref().map(|noted| &noted.origin),
            Self::Moment(noted) => noted.as_ref().map(|noted| &noted.origin),
            Self::List(_) => None,
        }
    }

    /// The text in which it can be changed: [`Entry::typed`] makes the same of it again.
    pub fn text(&self) -> String {
        match self {
            Self::Text(noted) => noted.as_ref().map(|noted| noted.value.clone()),
            Self::Moment(noted) => noted.as_ref().map(|noted| noted.value.typed()),
            Self::List(values) => Some(values.join("\n")),
        }
        .unwrap_or_default()
    }
}

/// One blank between words.
fn in_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Fields {
    /// What stands in `field`.
    pub fn entry(&self, field: Field) -> Entry {
        match field {
            Field::Headline => Entry::Text(self.headline.clone()),
            Field::Deck => Entry::Text(self.deck.clone()),
            Field::Outlet => Entry::Text(self.outlet.clone()),
            Field::Published => Entry::Moment(self.published.clone()),
            Field::Author => Entry::List(self.author.clone()),
            Field::Editor => Entry::List(self.editor.clone()),
            Field::Agency => Entry::List(self.agency.clone()),
            Field::Dateline => Entry::Text(self.dateline.clone()),
            Field::Captions => Entry::List(self.captions.clone()),
            Field::Credits => Entry::List(self.credits.clone()),
            Field::Language => Entry::Text(self.language.clone()),
        }
    }

    /// Puts what the reader wrote into `field`, and keeps what the program had read.
    pub fn write(&mut self, field: Field, entry: Entry) {
        let read = self.as_read.remove(&field);
        let read = read.unwrap_or_else(|| self.entry(field));
        if read.text() == entry.text() {
            self.put(field, read);
        } else {
            self.put(field, entry);
            self.as_read.insert(field, read);
        }
    }

    /// Puts what the program had read back into `field`.
    pub fn take_back(&mut self, field: Field) {
        if let Some(read) = self.as_read.remove(&field) {
            self.put(field, read);
        }
    }

    /// An entry of another kind than the field's changes nothing.
    fn put(&mut self, field: Field, entry: Entry) {
        match (field, entry) {
            (Field::Headline, Entry::Text(text)) => self.headline = text,
            (Field::Deck, Entry::Text(text)) => self.deck = text,
            (Field::Outlet, Entry::Text(text)) => self.outlet = text,
            (Field::Published, Entry::Moment(moment)) => self.published = moment,
            (Field::Author, Entry::List(list)) => self.author = list,
            (Field::Editor, Entry::List(list)) => self.editor = list,
            (Field::Agency, Entry::List(list)) => self.agency = list,
            (Field::Dateline, Entry::Text(text)) => self.dateline = text,
            (Field::Captions, Entry::List(list)) => self.captions = list,
            (Field::Credits, Entry::List(list)) => self.credits = list,
            (Field::Language, Entry::Text(text)) => self.language = text,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(field: Field, text: &str) -> Entry {
        Entry::typed(field, text).unwrap_or(Entry::List(Vec::new()))
    }

    /// Every field is written, read as text, and taken back.
    #[test]
    fn every_field_can_be_written_and_taken_back() {
        for field in Field::ALL {
            let text = match field {
                Field::Published => "2024-04-09 15:34 +07:00",
                field if field.is_list() => "Ratna Siwi\nArif W.",
                _ => "Dua kata",
            };
            let mut fields = Fields::default();
            fields.write(field, typed(field, text));
            assert_eq!(fields.entry(field).text(), text, "{field:?}");
            assert!(fields.as_read.contains_key(&field), "{field:?}");
            fields.take_back(field);
            assert_eq!(fields, Fields::default(), "{field:?}");
        }
    }

    #[test]
    fn what_was_read_outlives_every_change() {
        let mut fields = Fields {
            author: vec!["Ratna".into()],
            headline: Some(Noted::inferred("Judul".into(), Inference::FromTheWords)),
            ..Fields::default()
        };
        let before = fields.clone();
        fields.write(Field::Headline, typed(Field::Headline, " Judul \n lain "));
        assert_eq!(fields.headline, Some(Noted::by_reader("Judul lain".into())));
        fields.write(Field::Headline, typed(Field::Headline, ""));
        assert_eq!(fields.headline, None);
        fields.write(Field::Author, typed(Field::Author, "\n\nArif \n Siwi\n"));
        assert_eq!(fields.author, ["Arif", "Siwi"]);
        // Whoever types what was read is back at it.
        fields.write(Field::Headline, typed(Field::Headline, "Judul"));
        fields.take_back(Field::Author);
        assert_eq!(fields, before);
    }
}
