//! What the library shows of the articles: a search, and filters by what is known of each.

use crate::analysis::Findings;
use crate::text::fold::fold_accents;

/// A month: year, and the number of the month from 1.
pub type Month = (i16, i8);

/// Which articles the library shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that are all to be found in headline, outlet, people or place, in any order; case and accents do not matter.
    pub words: String,
    /// Only this outlet.
    pub outlet: Option<String>,
    /// Only those that appeared in this month.
    pub month: Option<Month>,
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
    /// Who published it.
    pub outlet: String,
    /// When it appeared.
    pub month: Option<Month>,
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
                outlet: article.outlet().to_owned(),
                month: published.map(|date| (date.year(), date.month())),
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
                && is(&self.outlet, Some(&entry.outlet))
                && (self.month.is_none() || self.month == entry.month)
                && self.agency.as_ref().is_none_or(agency)
                && is(&self.language, entry.language.as_ref())
        };
        entries.iter().map(keeps).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(text: &str, outlet: &str, month: Option<Month>) -> Entry {
        Entry {
            text: fold_accents(text).into_owned(),
            outlet: outlet.to_owned(),
            month,
            agencies: vec!["Lintang".to_owned()],
            language: Some("id".to_owned()),
        }
    }

    #[test]
    fn what_is_shown() {
        let entries = [
            entry("Menlu Bertemu di Zürich José", "Selat", Some((2026, 4))),
            entry("Tarif baru Zurich", "Warta", Some((2026, 3))),
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
                with(|filter| filter.outlet = Some("Warta".to_owned())),
                [false, true, true],
            ),
            (
                with(|filter| filter.month = Some((2026, 3))),
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
