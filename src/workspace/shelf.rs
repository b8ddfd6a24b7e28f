//! What the library shows of the articles: a search, and filters by what is known of each.

use jiff::civil::Date;

use crate::analysis::Findings;
use crate::text::dates::find_dates;
use crate::text::fold::fold_accents;

/// A month: year, and the number of the month from 1.
pub type Month = (i16, i8);

/// Which articles the library shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that are all to be found in headline, outlet, people or place, in any order; case and accents do not matter.
    pub words: String,
    /// Only this outlet; or only those whose outlet is not known.
    pub outlet: Option<Option<String>>,
    /// Only those that appeared in this month.
    pub month: Option<Month>,
    /// Only those that appeared on this day or later.
    pub from: Option<Date>,
    /// Only those that appeared on this day or earlier.
    pub to: Option<Date>,
    /// Only those that credit this agency.
    pub agency: Option<String>,
    /// Only those in this language, by its tag.
    pub language: Option<String>,
}

/// What the filters know of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// What is searched, folded.
    text: String,
    /// Who published it, if that is known.
    pub outlet: Option<String>,
    /// When it appeared.
    pub day: Option<Date>,
    /// The agencies it credits.
    pub agencies: Vec<String>,
    /// Its language, by its tag.
    pub language: Option<String>,
}

/// An entry for each article, in the order of the findings. Reads no body.
pub fn entries(findings: &Findings) -> Vec<Entry> {
    let mut entries: Vec<Entry> = findings
        .articles
        .iter()
        .map(|article| {
            let fields = &article.fields;
            let published = fields.published.as_ref().map(|noted| noted.value.date);
            Entry {
                text: fold_accents(&format!("{} {}", article.title(), article.outlet()))
                    .into_owned(),
                outlet: fields.outlet.as_ref().map(|noted| noted.value.clone()),
                day: published,
                agencies: fields.agency.clone(),
                language: fields.language.as_ref().map(|noted| noted.value.clone()),
            }
        })
        .collect();
    for meeting in &findings.meetings {
        let place = meeting.place.as_deref().unwrap_or_default();
        let known = format!(" {} {place}", meeting.participants.join(" "));
        let known = fold_accents(&known);
        for article in &meeting.articles {
            if let Some(entry) = entries.get_mut(*article) {
                entry.text.push_str(&known);
            }
        }
    }
    entries
}

impl Entry {
    /// The month in which it appeared.
    pub fn month(&self) -> Option<Month> {
        self.day.map(|day| (day.year(), day.month()))
    }
}

/// An end of a range of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Its first day.
    First,
    /// Its last day.
    Last,
}

/// The day that was typed for an end of a range: a day (`2024-04-09`, `9/4/2024`, `9 April 2024`), or a month (`2024-04`,
/// `4/2024`) or a year, of which it is the first or the last day. Nothing for anything else.
pub fn typed_day(text: &str, end: End) -> Option<Date> {
    if text.contains(char::is_alphabetic) {
        return find_dates(text).first()?.date();
    }
    in_numbers(text, end)
}

fn in_numbers(text: &str, end: End) -> Option<Date> {
    let parts: Vec<&str> = text.trim().split(['-', '/', '.']).collect();
    let is_year = |part: &&&str| part.len() == 4;
    // The year stands first or last, the day at the other end.
    let parts: Vec<&str> = match parts.first().filter(is_year) {
        Some(_) => parts,
        None => parts.into_iter().rev().collect(),
    };
    parts.first().filter(is_year)?;
    let year: i16 = parts.first()?.parse().ok()?;
    let number = |at: usize| parts.get(at).map(|part| part.parse::<i8>()).transpose();
    let (month, day) = (number(1).ok()?, number(2).ok()?);
    let asked = |month, day| Date::new(year, month, day).ok();
    match (month, day, end) {
        _ if parts.len() > 3 || !(1..=9999).contains(&year) => None,
        (None, _, End::First) => asked(1, 1),
        (None, _, End::Last) => asked(12, 31),
        (Some(month), None, End::First) => asked(month, 1),
        (Some(month), None, End::Last) => asked(month, 1).map(Date::last_of_month),
        (Some(month), Some(day), _) => asked(month, day),
    }
}

impl Filter {
    /// Whether it hides nothing.
    pub fn is_empty(&self) -> bool {
        self.words.trim().is_empty() && self.without_words() == Self::default()
    }

    /// The same without a search.
    pub fn without_words(&self) -> Self {
        let words = String::new();
        Self {
            words,
            ..self.clone()
        }
    }

    /// Of each entry, whether it is shown.
    pub fn shown(&self, entries: &[Entry]) -> Vec<bool> {
        let words = fold_accents(&self.words);
        let words: Vec<&str> = words.split_whitespace().collect();
        let is = |wanted: &Option<String>, value: Option<&String>| {
            wanted.is_none() || wanted.as_ref() == value
        };
        let keeps = |entry: &Entry| {
            let agency = |agency: &String| entry.agencies.contains(agency);
            words.iter().all(|word| entry.text.contains(word))
                && self
                    .outlet
                    .as_ref()
                    .is_none_or(|outlet| *outlet == entry.outlet)
                && (self.month.is_none() || self.month == entry.month())
                && self
                    .from
                    .is_none_or(|from| entry.day.is_some_and(|day| from <= day))
                && self
                    .to
                    .is_none_or(|to| entry.day.is_some_and(|day| day <= to))
                && self.agency.as_ref().is_none_or(agency)
                && is(&self.language, entry.language.as_ref())
        };
        entries.iter().map(keeps).collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_typed_in_short() {
        let typed = |text, end| typed_day(text, end).map(|day| day.to_string());
        let rows = [
            (" 2024-04-09 ", Some("2024-04-09"), Some("2024-04-09")),
            ("9/4/2024", Some("2024-04-09"), Some("2024-04-09")),
            ("09.04.2024", Some("2024-04-09"), Some("2024-04-09")),
            ("9 April 2024", Some("2024-04-09"), Some("2024-04-09")),
            ("9 Mei 2024", Some("2024-05-09"), Some("2024-05-09")),
            ("2024-02", Some("2024-02-01"), Some("2024-02-29")),
            ("2/2024", Some("2024-02-01"), Some("2024-02-29")),
            ("2024", Some("2024-01-01"), Some("2024-12-31")),
            ("2024-13", None, None),
            ("2024-04-31", None, None),
            ("9/4/24", None, None),
            ("2024-04-09-1", None, None),
            ("April", None, None),
            ("9 April", None, None),
            ("", None, None),
        ];
        for (text, first, last) in rows {
            assert_eq!(typed(text, End::First).as_deref(), first, "{text}");
            assert_eq!(typed(text, End::Last).as_deref(), last, "{text}");
        }
    }

    fn entry(text: &str, outlet: &str, day: Option<Date>) -> Entry {
        Entry {
            text: fold_accents(text).into_owned(),
            outlet: Some(outlet.to_owned()),
            day,
            agencies: vec!["Lintang".to_owned()],
            language: Some("id".to_owned()),
        }
    }

    #[test]
    fn what_is_shown() {
        let entries = [
            entry(
                "Menlu Bertemu di Zürich José",
                "Selat",
                Some(date(2026, 4, 2)),
            ),
            entry("Tarif baru Zurich", "Warta", Some(date(2026, 3, 31))),
            entry("Tarif lama", "Warta", None),
        ];
        let with = |change: fn(&mut Filter)| {
            let mut filter = Filter::default();
            change(&mut filter);
            filter
        };
        let rows = [
            (with(|_| ()), [true, true, true]),
            (
                with(|filter| filter.words = " ".to_owned()),
                [true, true, true],
            ),
            (
                with(|filter| filter.words = "ZURICH".to_owned()),
                [true, true, false],
            ),
            (
                with(|filter| filter.words = "jose zürich".to_owned()),
                [true, false, false],
            ),
            (
                with(|filter| filter.outlet = Some(Some("Warta".to_owned()))),
                [false, true, true],
            ),
            (
                with(|filter| filter.month = Some((2026, 3))),
                [false, true, false],
            ),
            (
                with(|filter| filter.from = Some(date(2026, 3, 31))),
                [true, true, false],
            ),
            (
                with(|filter| filter.to = Some(date(2026, 4, 1))),
                [false, true, false],
            ),
            (
                with(|filter| filter.agency = Some("AFP".to_owned())),
                [false, false, false],
            ),
            (
                with(|filter| filter.language = Some("id".to_owned())),
                [true, true, true],
            ),
        ];
        for (number, (filter, wanted)) in rows.into_iter().enumerate() {
            assert_eq!(filter.shown(&entries), wanted, "{filter:?}");
            // The first asks for nothing, the second for blanks.
            assert_eq!(filter.is_empty(), number < 2, "{filter:?}");
        }
    }
}
