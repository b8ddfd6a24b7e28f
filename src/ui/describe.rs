//! Articles, dates and reasons in words.

use crate::analysis::find::Hit;
use crate::analysis::{Findings, Kind, Repeat};
use crate::locale::{Locale, Message};
use crate::model::{Article, Cause, Inference, Moment, NoMoment, Noted, Origin, Reason};

/// A moment in full: "Selasa, 14 April 2026, 19.40"; `short` leaves out the weekday and cuts the month.
pub fn moment(locale: &Locale, moment: &Moment, short: bool) -> String {
    let day = locale.day(moment.date, short);
    match moment.time {
        Some(time) => format!("{day}, {}", locale.clock(time)),
        None => day,
    }
}

/// How a value was worked out, in words; nothing where it was read, or written by the reader.
pub fn origin<T>(noted: &Noted<T>) -> Option<Message> {
    let Origin::Inferred(how) = &noted.origin else {
        return None;
    };
    Some(match how {
        Inference::YearFromWeekday { printed, also } => {
            let years: Vec<String> = also.iter().map(i16::to_string).collect();
            let id = if years.is_empty() {
                "inferred-weekday"
            } else {
                "inferred-weekday-also"
            };
            Message::new(id)
                .with("printed", printed.as_str())
                .with("years", years.join(", "))
        }
        Inference::YearFromEvent {
            printed,
            event,
            year,
        } => Message::new("inferred-event")
            .with("printed", printed.as_str())
            .with("event", event.as_str())
            .with("year", year.to_string()),
        Inference::LatestDayInText { printed } => {
            Message::new("inferred-text").with("printed", printed.as_str())
        }
        Inference::FromTheWords => Message::new("inferred-words"),
    })
}

/// Where in an article a hit stands: which paragraph, or that it is set aside.
pub fn place_of_hit(locale: &Locale, article: &Article, hit: &Hit) -> String {
    if hit.aside.is_some() {
        return locale.tr("find-aside");
    }
    let number = article.body().paragraph_at(hit.span.start) + 1;
    locale.text(&Message::new("citation-paragraph").with("number", number))
}

/// Date, authors and agencies of an article, in one line.
pub fn credits(locale: &Locale, article: &Article) -> String {
    let fields = &article.fields;
    let mut parts: Vec<String> = Vec::new();
    parts.extend(
        fields
            .published
            .as_ref()
            .map(|noted| moment(locale, &noted.value, false)),
    );
    let mut people = fields.author.clone();
    people.extend(fields.agency.iter().cloned());
    if !people.is_empty() {
        parts.push(people.join(", "));
    }
    parts.join(" · ")
}

/// The name of a kind.
pub fn kind(locale: &Locale, kind: Kind) -> String {
    locale.tr(match kind {
        Kind::Verbatim => "kind-verbatim",
        Kind::Near => "kind-near",
        Kind::Reworded => "kind-reworded",
    })
}

/// Why a block was set aside.
pub fn reason(locale: &Locale, reason: Reason) -> String {
    locale.tr(match reason {
        Reason::Menu => "reason-menu",
        Reason::Advertisement => "reason-advertisement",
        Reason::Caption => "reason-caption",
        Reason::Byline => "reason-byline",
        Reason::Related => "reason-related",
        Reason::Comments => "reason-comments",
        Reason::Share => "reason-share",
        Reason::Footer => "reason-footer",
        Reason::Other => "reason-other",
    })
}

/// By what it was recognised.
pub fn cause(cause: &Cause) -> Message {
    match cause {
        Cause::Phrase(phrase) => Message::new("cause-phrase").with("phrase", phrase.as_str()),
        Cause::Under(heading) => Message::new("cause-under").with("heading", heading.as_str()),
        Cause::SectionNames => Message::new("cause-sections"),
        Cause::PictureCredit => Message::new("cause-picture"),
        Cause::Credits => Message::new("cause-credits"),
        Cause::Stray => Message::new("cause-stray"),
        Cause::Twice => Message::new("cause-twice"),
        Cause::Markup(name) => Message::new("cause-markup").with("name", name.as_str()),
        Cause::Divided => Message::new("cause-divided"),
        Cause::PageEdge => Message::new("cause-edge"),
        Cause::Link => Message::new("cause-link"),
        Cause::NextArticle => Message::new("cause-next"),
        Cause::OutsideArticle => Message::new("cause-outside"),
        Cause::ByReader => Message::new("cause-reader"),
    }
}

/// The share of an article's words that other articles on the screen also have, 0 to 1. Its own versions are no others,
/// unless nothing else is on the screen. Nothing where there is no other: then nothing was compared.
pub fn coverage(findings: &Findings, article: usize, among: &[usize]) -> Option<f64> {
    let own = findings.first_version(article);
    let is_alone = among
        .iter()
        .all(|other| findings.first_version(*other) == own);
    let is_other = |other: usize| {
        let differs = if is_alone {
            other != article
        } else {
            findings.first_version(other) != own
        };
        differs && among.contains(&other)
    };
    if !among.iter().any(|other| is_other(*other)) {
        return None;
    }
    let numbers: Vec<usize> = findings
        .passages
        .iter()
        .enumerate()
        .filter(|(_, passage)| {
            passage.in_article(article).is_some()
                && passage
                    .witnesses
                    .iter()
                    .any(|other| is_other(other.article))
        })
        .map(|(number, _)| number)
        .collect();
    let covered = crate::analysis::coverage::covered(&findings.passages, &numbers, article);
    let total = findings
        .articles
        .get(article)
        .map_or(0, |article| article.body().words.len());
    Some(covered as f64 / total.max(1) as f64)
}

/// A share in whole per cent.
pub fn percent(share: f64) -> usize {
    (share * 100.0).round() as usize
}

/// A share in the words of the message `id`; a dash where nothing was compared.
pub fn percent_or_dash(locale: &Locale, id: &'static str, share: Option<f64>) -> String {
    match share {
        Some(share) => locale.text(&Message::new(id).with("percent", percent(share))),
        None => locale.text(&Message::new("share-none")),
    }
}

/// A place as it is read, not shouted: "PORT ALVANE" is Port Alvane.
pub fn sentence_case(place: &str) -> String {
    if place.chars().any(char::is_lowercase) {
        return place.to_owned();
    }
    let mut start = true;
    place
        .chars()
        .flat_map(|letter| {
            let lower = !start;
            start = !letter.is_alphanumeric();
            let letters: Vec<char> = if lower {
                letter.to_lowercase().collect()
            } else {
                vec![letter]
            };
            letters
        })
        .collect()
}

/// Who published an article; where that is not known, the file tells which one is meant.
pub fn outlet(locale: &Locale, article: &Article) -> String {
    match &article.fields.outlet {
        Some(outlet) => outlet.value.clone(),
        None => {
            let file = article.outlet();
            locale.text(&Message::new("outlet-unknown-of").with("file", file))
        }
    }
}

/// The same where there is little room: which one is meant comes first, that its outlet is not known is for the tooltip.
pub fn outlet_short(locale: &Locale, article: &Article) -> String {
    match &article.fields.outlet {
        Some(outlet) => outlet.value.clone(),
        None => locale.text(&Message::new("outlet-file").with("file", article.outlet())),
    }
}

/// A language by its tag: its name where the program has one.
pub fn language(locale: &Locale, tag: &str) -> String {
    match tag {
        "id" => locale.tr("language-id"),
        "en" => locale.tr("language-en"),
        "ms" => locale.tr("language-ms"),
        other => other.to_owned(),
    }
}

/// The tag of a language that is typed by its name in the program's words, or as a tag: `jv`, `zh-Hant`.
pub fn language_tag(locale: &Locale, typed: &str) -> Option<String> {
    let known = ["id", "en", "ms"];
    let named = known
        .into_iter()
        .find(|tag| language(locale, tag).to_lowercase() == typed.to_lowercase());
    if let Some(tag) = named {
        return Some(tag.to_owned());
    }
    let mut parts = typed.split('-');
    let first = parts.next()?;
    let is_first = (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic());
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    (is_first && parts.all(is_part)).then(|| typed.to_owned())
}

/// Why what was typed is no date.
pub fn no_moment(why: NoMoment) -> Message {
    Message::new(match why {
        NoMoment::Form => "date-wrong",
        NoMoment::Day => "date-no-day",
        NoMoment::Time => "date-no-time",
        NoMoment::Zone => "date-no-zone",
    })
}

/// What an article is to the one that it repeats, if it repeats one.
pub fn repeat(locale: &Locale, findings: &Findings, place: usize) -> Option<String> {
    let of = match findings.repeat(place)? {
        Repeat::Duplicate(_) => return Some(locale.tr("repeat-same")),
        Repeat::Version(of) => of,
    };
    let day = |place: usize| {
        Some(
            findings
                .articles
                .get(place)?
                .fields
                .published
                .as_ref()?
                .value,
        )
    };
    let later = day(place)
        .zip(day(of))
        .is_some_and(|(own, first)| (own.date, own.time) > (first.date, first.time));
    Some(locale.tr(if later {
        "repeat-later"
    } else {
        "repeat-version"
    }))
}
