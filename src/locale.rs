//! The language of the program's own words.
//!
//! Every text that the window or the command line shows stands in `assets/locale/en.ftl` and `id.ftl`, under one id.
//! A [`Message`] is such an id with its arguments: errors and reasons are carried as messages through the program and
//! put into words only where they are shown, so a change of language reaches everything at once.

use std::sync::{LazyLock, Mutex, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use unic_langid::{LanguageIdentifier, langid};

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// English.
    English,
    /// Bahasa Indonesia.
    Indonesian,
}

impl Language {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 2] = [Self::English, Self::Indonesian];

    /// The desktop's language; Malay readers get Indonesian, everyone else English.
    pub fn of_system() -> Self {
        match sys_locale::get_locale() {
            Some(tag) if tag.starts_with("id") || tag.starts_with("ms") => Self::Indonesian,
            _ => Self::English,
        }
    }

    /// Its name in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Indonesian => "Bahasa Indonesia",
        }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::English => Self::Indonesian,
            Self::Indonesian => Self::English,
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::English => langid!("en"),
            Self::Indonesian => langid!("id"),
        }
    }

    fn source(self) -> &'static str {
        match self {
            Self::English => include_str!("../assets/locale/en.ftl"),
            Self::Indonesian => include_str!("../assets/locale/id.ftl"),
        }
    }
}

/// An argument of a [`Message`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// Words, shown as they are.
    Text(String),
    /// A number, shown with the language's separators; it also chooses the plural.
    Count(usize),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

/// Something to say, not yet in a language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Message {
    /// The id in the language files.
    pub id: &'static str,
    /// The arguments by name.
    pub arguments: Vec<(&'static str, Value)>,
}

impl Message {
    /// The message `id` without arguments.
    pub fn new(id: &'static str) -> Self {
        Self {
            id,
            arguments: Vec::new(),
        }
    }

    /// The same with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }
}

/// How many messages are kept as they were said.
const KEPT: usize = 2000;

/// One language, ready to speak.
pub struct Locale {
    /// Which one.
    pub language: Language,
    bundle: FluentBundle<FluentResource>,
    /// What was said lately: a window says nearly the same in every frame.
    said: Mutex<FxHashMap<Message, String>>,
}

impl Locale {
    /// Loads the built-in file of `language`.
    pub fn new(language: Language) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        // Isolation marks are invisible and have no glyph in most faces.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::English => |value, _| grouped(value, ','),
            Language::Indonesian => |value, _| grouped(value, '.'),
        }));
        // A broken line in a file costs that message alone; a test reads both files whole.
        let resource = FluentResource::try_new(language.source().to_owned())
            .unwrap_or_else(|(readable, _)| readable);
        let _ = bundle.add_resource(resource);
        Self {
            language,
            bundle,
            said: Mutex::default(),
        }
    }

    /// The words of `language`, loaded once.
    pub fn of(language: Language) -> &'static Self {
        static ALL: LazyLock<[Locale; 2]> = LazyLock::new(|| Language::ALL.map(Locale::new));
        let [first, second] = &*ALL;
        if first.language == language {
            first
        } else {
            second
        }
    }

    /// The text of a message without arguments.
    pub fn tr(&self, id: &'static str) -> String {
        self.text(&Message::new(id))
    }

    /// The text of `message`; its id where the files lack it.
    pub fn text(&self, message: &Message) -> String {
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(text) = said.get(message) {
            return text.clone();
        }
        let text = self.format(message);
        if said.len() >= KEPT {
            said.clear();
        }
        said.insert(message.clone(), text.clone());
        text
    }

    fn format(&self, message: &Message) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(message.id)
            .and_then(|found| found.value())
        else {
            return message.id.to_owned();
        };
        let mut arguments = FluentArgs::new();
        for (name, value) in &message.arguments {
            match value {
                Value::Text(text) => arguments.set(*name, text.as_str()),
                Value::Count(count) => arguments.set(*name, *count),
            }
        }
        self.bundle
            .format_pattern(pattern, Some(&arguments), &mut Vec::new())
            .into_owned()
    }

    /// A number with the language's separators.
    pub fn number(&self, count: usize) -> String {
        let separator = match self.language {
            Language::English => ',',
            Language::Indonesian => '.',
        };
        group(&count.to_string(), separator)
    }

    /// A day in words, "Tuesday, 14 April 2026"; `short` leaves out the weekday, cuts the month: "14 Apr 2026".
    pub fn day(&self, date: jiff::civil::Date, short: bool) -> String {
        let word = |id, index: i8| {
            let names = self.tr(id);
            names
                .split_whitespace()
                .nth(usize::try_from(index - 1).unwrap_or_default())
                .unwrap_or_default()
                .to_owned()
        };
        let (day, year) = (date.day(), date.year());
        if short {
            return format!("{day} {} {year}", word("months-short", date.month()));
        }
        let weekday = word("weekdays", date.weekday().to_monday_one_offset());
        format!("{weekday}, {day} {} {year}", word("months", date.month()))
    }

    /// The time of a day as the language writes it: 18:02, 18.02.
    pub fn clock(&self, time: jiff::civil::Time) -> String {
        let separator = match self.language {
            Language::English => ':',
            Language::Indonesian => '.',
        };
        format!("{:02}{separator}{:02}", time.hour(), time.minute())
    }
}

fn grouped(value: &FluentValue<'_>, separator: char) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(group(&number.as_string(), separator)),
        _ => None,
    }
}

/// Digits in threes.
fn group(digits: &str, separator: char) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_files_are_whole() {
        for language in Language::ALL {
            assert!(
                FluentResource::try_new(language.source().to_owned()).is_ok(),
                "{language:?}"
            );
        }
    }

    #[test]
    fn numbers_days_and_times_as_the_language_writes_them() {
        let (english, indonesian) = (
            Locale::new(Language::English),
            Locale::new(Language::Indonesian),
        );
        let date = jiff::civil::date(2026, 4, 14);
        assert_eq!(english.number(1_234_567), "1,234,567");
        assert_eq!(indonesian.number(1842), "1.842");
        assert_eq!(english.day(date, false), "Tuesday, 14 April 2026");
        assert_eq!(indonesian.day(date, false), "Selasa, 14 April 2026");
        assert_eq!(indonesian.day(date, true), "14 Apr 2026");
        assert_eq!(indonesian.clock(jiff::civil::time(18, 2, 0, 0)), "18.02");
    }
}
