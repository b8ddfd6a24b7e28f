//! The word lists of `assets/lists`, read once.

use std::sync::LazyLock;

use crate::model::Reason;

/// The rows of a list without its comments.
fn rows(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines()
        .filter(|row| !row.starts_with('#') && !row.trim().is_empty())
}

/// How a phrase of the clutter list is looked for; the list's head explains each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Where {
    Line,
    Count,
    Start,
    Title,
    Label,
    Inside,
    Section,
    End,
    Glued,
}

/// A row of the clutter list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clutter {
    pub reason: Reason,
    pub place: Where,
    pub phrase: &'static str,
}

pub(super) static CLUTTER: LazyLock<Vec<Clutter>> = LazyLock::new(|| {
    rows(include_str!("../../../assets/lists/clutter.tsv"))
        .filter_map(clutter_row)
        .collect()
});

fn clutter_row(row: &'static str) -> Option<Clutter> {
    let mut columns = row.split('\t');
    let reason = match columns.next()? {
        "menu" => Reason::Menu,
        "advertisement" => Reason::Advertisement,
        "related" => Reason::Related,
        "comments" => Reason::Comments,
        "share" => Reason::Share,
        "footer" => Reason::Footer,
        _ => return None,
    };
    let place = match columns.next()? {
        "line" => Where::Line,
        "count" => Where::Count,
        "start" => Where::Start,
        "title" => Where::Title,
        "label" => Where::Label,
        "inside" => Where::Inside,
        "section" => Where::Section,
        "end" => Where::End,
        "glued" => Where::Glued,
        _ => return None,
    };
    Some(Clutter {
        reason,
        place,
        phrase: columns.next()?,
    })
}

pub(super) static SECTION_NAMES: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../../assets/lists/sections.txt")).collect());

/// What somebody who is named behind a label did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Author,
    Editor,
    Agency,
    Photo,
    Other,
}

/// A row of the credits list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    pub part: Part,
    pub words: &'static str,
    /// Also stands without a colon.
    pub bare: bool,
}

/// Longest first, so that "edited by" is found before "by".
pub(super) static LABELS: LazyLock<Vec<Label>> = LazyLock::new(|| {
    let mut labels: Vec<Label> = rows(include_str!("../../../assets/lists/credits.tsv"))
        .filter_map(|row| {
            let (part, words) = row.split_once('\t')?;
            let part = match part {
                "author" => Part::Author,
                "editor" => Part::Editor,
                "agency" => Part::Agency,
                "photo" => Part::Photo,
                _ => Part::Other,
            };
            let bare = words.ends_with(" +");
            let words = words.trim_end_matches(" +");
            Some(Label { part, words, bare })
        })
        .collect();
    labels.sort_by_key(|label| std::cmp::Reverse(label.words.len()));
    labels
});

/// Agencies: the name that is shown, then every form.
pub(super) static AGENCIES: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    rows(include_str!("../../../assets/lists/agencies.txt"))
        .map(|row| row.split(" | ").collect())
        .collect()
});

/// Words before the source of copy; longest first.
pub(super) static SOURCE_CUES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut cues: Vec<&str> = rows(include_str!("../../../assets/lists/sources.txt")).collect();
    cues.sort_by_key(|cue| std::cmp::Reverse(cue.len()));
    cues
});

/// An event that writers date by its day alone.
pub(super) struct Event {
    pub day: i8,
    pub month: i8,
    pub year: i16,
    pub words: Vec<&'static str>,
}

pub(super) static EVENTS: LazyLock<Vec<Event>> = LazyLock::new(|| {
    rows(include_str!("../../../assets/lists/events.tsv"))
        .filter_map(|row| {
            let mut columns = row.split('\t');
            Some(Event {
                day: columns.next()?.parse().ok()?,
                month: columns.next()?.parse().ok()?,
                year: columns.next()?.parse().ok()?,
                words: columns.next()?.split(' ').collect(),
            })
        })
        .collect()
});

/// The short tag of a language that has one; the three letters of the others.
pub(super) fn language_tag(code: &'static str) -> &'static str {
    const TAGS: [(&str, &str); 30] = [
        ("ind", "id"),
        ("eng", "en"),
        ("zho", "zh"),
        ("cmn", "zh"),
        ("rus", "ru"),
        ("jpn", "ja"),
        ("kor", "ko"),
        ("ara", "ar"),
        ("deu", "de"),
        ("fra", "fr"),
        ("spa", "es"),
        ("por", "pt"),
        ("ita", "it"),
        ("nld", "nl"),
        ("tur", "tr"),
        ("vie", "vi"),
        ("tha", "th"),
        ("hin", "hi"),
        ("ukr", "uk"),
        ("pol", "pl"),
        ("jav", "jv"),
        ("tgl", "tl"),
        ("pes", "fa"),
        ("heb", "he"),
        ("ell", "el"),
        ("swe", "sv"),
        ("dan", "da"),
        ("nob", "nb"),
        ("fin", "fi"),
        ("ces", "cs"),
    ];
    TAGS.iter()
        .find(|(long, _)| *long == code)
        .map_or(code, |(_, short)| short)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A row that is mistyped would be passed over in silence.
    #[test]
    fn every_row_is_read() {
        let count = |list| rows(list).count();
        assert_eq!(
            CLUTTER.len(),
            count(include_str!("../../../assets/lists/clutter.tsv"))
        );
        assert_eq!(
            LABELS.len(),
            count(include_str!("../../../assets/lists/credits.tsv"))
        );
        assert_eq!(
            EVENTS.len(),
            count(include_str!("../../../assets/lists/events.tsv"))
        );
    }
}
