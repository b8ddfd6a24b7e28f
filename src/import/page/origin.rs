//! Place and outlet: the head of the first paragraph, and where a page names its own site.

use jiff::civil::Date;

use super::names::{is_name, title_case};
use super::{Page, body_lines};
use crate::model::{Noted, Reason};
use crate::text::dates::{DateMention, find_dates};

/// The head of a first paragraph: `REPUBLIKA.CO.ID, SHANGHAI --`, `VELLIN (Meridian) —`, `Moskow:`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Dateline {
    pub place: Option<String>,
    pub outlet: Option<String>,
    /// What stands in brackets behind the place: an agency, or the outlet.
    pub bracketed: Option<String>,
    /// The day, if it is printed in full.
    pub day: Option<Date>,
}

/// Longest head of a paragraph, in bytes.
const MAX_HEAD: usize = 70;

/// Words that stand before a colon without being a place.
const NO_PLACES: [&str; 22] = [
    "breaking",
    "video",
    "foto",
    "photo",
    "update",
    "analisis",
    "analysis",
    "opini",
    "opinion",
    "catatan",
    "note",
    "koreksi",
    "correction",
    "editor",
    "penulis",
    "baca",
    "read",
    "live",
    "eksklusif",
    "exclusive",
    "tanya",
    "q",
];

/// Words in the names of outlets.
const OUTLET_WORDS: [&str; 32] = [
    "news",
    "times",
    "post",
    "daily",
    "herald",
    "tribune",
    "tribun",
    "today",
    "journal",
    "gazette",
    "courier",
    "ledger",
    "chronicle",
    "guardian",
    "telegraph",
    "media",
    "tv",
    "radio",
    "network",
    "press",
    "harian",
    "warta",
    "kabar",
    "berita",
    "koran",
    "pos",
    "suara",
    "online",
    "magazine",
    "observer",
    "mail",
    "star",
];

/// Reads the head of a paragraph, if it has one.
pub(super) fn dateline(text: &str) -> Option<Dateline> {
    let (head, colon) = head(text)?;
    let (head, bracketed) = without_brackets(head);
    let parts: Vec<&str> = head
        .split([',', '/'])
        .map(str::trim)
        .filter(|part| {
            !part.is_empty() && !part.chars().any(|c| c.is_ascii_digit()) || is_domain(part)
        })
        .filter(|part| find_dates(part).is_empty())
        .collect();
    let fits = |part: &&str| is_name(part) || is_domain(part) || is_mixed_domain(part);
    if parts.is_empty() || parts.len() > 3 || !parts.iter().all(fits) {
        return None;
    }
    let first_word = head
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase();
    if NO_PLACES.contains(&first_word.trim_end_matches('.'))
        || (colon && head.split_whitespace().count() > 3)
    {
        return None;
    }
    let outlet = parts
        .iter()
        .position(|part| is_domain(part) || is_mixed_domain(part) || is_outlet_name(part));
    let place = parts
        .iter()
        .enumerate()
        .find(|(index, _)| Some(*index) != outlet);
    // A place alone stands before a dash; before a colon only with a single part.
    let unclear = parts.len() > 1 && outlet.is_none();
    Some(Dateline {
        place: place.map(|(_, part)| without_stop(part).to_owned()),
        outlet: outlet
            .and_then(|index| parts.get(index))
            .or(if unclear { parts.get(1) } else { None })
            .map(|part| (*part).to_owned()),
        day: find_dates(&head).iter().find_map(DateMention::date),
        bracketed,
    })
}

/// "ASUNCIÓN.—": the place without the full stop, which "U.S." needs.
fn without_stop(place: &str) -> &str {
    match place.strip_suffix('.') {
        Some(before) if !before.contains('.') && before.chars().count() > 3 => before,
        _ => place,
    }
}

/// What stands before the first dash or colon, and whether it was a colon.
fn head(text: &str) -> Option<(&str, bool)> {
    const ENDS: [(&str, bool); 9] = [
        (" -- ", false),
        (" --- ", false),
        (" — ", false),
        (" – ", false),
        (" - ", false),
        ("— ", false),
        ("—", false),
        (" -", false),
        (": ", true),
    ];
    let window = text
        .char_indices()
        .nth(MAX_HEAD)
        .map_or(text.len(), |(at, _)| at);
    let start = text.get(..window)?;
    let (at, colon) = ENDS
        .iter()
        .filter_map(|(end, colon)| start.find(end).map(|at| (at, *colon)))
        .min()?;
    let head = start.get(..at)?.trim();
    // Behind it the sentence begins: a capital, a quote or a figure.
    let rest = text
        .get(at..)?
        .trim_start_matches([' ', '-', '—', '–', ':']);
    let begins = rest.chars().next()?;
    (!head.is_empty() && !begins.is_lowercase()).then_some((head, colon))
}

fn without_brackets(head: &str) -> (String, Option<String>) {
    if let Some((before, rest)) = head.split_once('(')
        && let Some((inner, after)) = rest.split_once(')')
    {
        return (format!("{before}{after}"), Some(inner.trim().to_owned()));
    }
    (head.to_owned(), None)
}

/// `REPUBLIKA.CO.ID`, `detik.com`: dots between letters, no blanks.
pub(super) fn is_domain(text: &str) -> bool {
    let labels: Vec<&str> = text.split('.').collect();
    labels.len() >= 2
        && labels.iter().all(|label| {
            label.len() >= 2 && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        })
}

/// A site's name with its ending: "KOMPAS.com".
fn is_mixed_domain(text: &str) -> bool {
    text.split_whitespace().last().is_some_and(is_domain)
}

/// Whether a name can only be that of an outlet.
pub(super) fn is_outlet_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() || words.len() > 4 {
        return false;
    }
    let inner_capital = |word: &&str| {
        word.chars().skip(1).any(char::is_uppercase) && word.chars().any(char::is_lowercase)
    };
    is_domain(text)
        || words
            .iter()
            .any(|word| OUTLET_WORDS.contains(&word.to_lowercase().as_str()))
            && words.iter().all(|word| starts_large(word))
        || words.len() == 1 && words.iter().any(inner_capital)
        || is_acronym_and_words(&words)
}

/// "CNN Indonesia", "VIVA Dunia": an acronym before words that are written as usual.
fn is_acronym_and_words(words: &[&str]) -> bool {
    let capitals = |word: &str| word.len() >= 3 && word.chars().all(char::is_uppercase);
    words.split_first().is_some_and(|(first, rest)| {
        capitals(first)
            && *first != "DKI"
            && !rest.is_empty()
            && rest
                .iter()
                .all(|word| starts_large(word) && !capitals(word))
    })
}

fn starts_large(word: &str) -> bool {
    word.chars()
        .next()
        .is_some_and(|first| !first.is_lowercase())
}

/// Lines of the body in which the head of the text is looked for: a pull quote may stand above it.
const HEAD_LINES: usize = 3;

/// The head of the text: that of its first paragraph, or the first one behind that which ends with a dash.
pub(super) fn head_of(page: &Page) -> Option<Dateline> {
    let mut first = body_lines(&page.lines).take(HEAD_LINES).enumerate();
    first.find_map(|(index, line)| {
        let dashed = head(line.text()).is_some_and(|(_, colon)| !colon);
        dateline(line.text()).filter(|_| index == 0 || dashed)
    })
}

/// Fills place and outlet.
pub(super) fn read(page: &mut Page) {
    let head = head_of(page);
    let own = own_name(page);
    let mut outlet = None;
    if let Some(head) = head {
        outlet = head.outlet.and_then(|name| outlet_of_head(page, &name));
        page.fields.dateline = head.place.map(Noted::printed);
        if let Some(name) = head.bracketed
            && super::names::known_agency(&name).is_none()
            && !page.vouched.contains(&name)
            && is_outlet_name(&name)
        {
            outlet = outlet.or(Some(name));
        }
    }
    if let Some(name) = outlet.or(own) {
        page.fields.outlet = Some(Noted::printed(name));
    }
}

/// The outlet that the head of the text names, in the form in which the page writes it elsewhere; nothing if the
/// second part of the head is only a wider place.
pub(super) fn outlet_of_head(page: &Page, name: &str) -> Option<String> {
    if is_domain(name) {
        let label = name.trim_start_matches("www.").split('.').next()?;
        return Some(as_written(page, label).unwrap_or_else(|| title_case(label)));
    }
    let written = as_written(page, name);
    if is_outlet_name(name) {
        return Some(written.unwrap_or_else(|| name.to_owned()));
    }
    let in_frame = page.lines.iter().any(|line| {
        matches!(line.role, Some(crate::model::Role::Aside { .. }))
            && written
                .as_ref()
                .is_some_and(|written| line.text().contains(written.as_str()))
    });
    written.filter(|_| in_frame)
}

/// The one to three words in the page that are `name` but for blanks and capitals, written with small letters.
fn as_written(page: &Page, name: &str) -> Option<String> {
    let squash = |text: &str| -> String {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let wanted = squash(name);
    page.lines.iter().find_map(|line| {
        let tokens: Vec<&str> = line
            .text()
            .split(|c: char| {
                c.is_whitespace()
                    || matches!(c, '/' | '(' | ')' | ',' | '.' | '|' | '-' | '!' | '?')
            })
            .filter(|token| !token.is_empty())
            .collect();
        (1..=3).find_map(|size| {
            tokens
                .windows(size)
                .map(|window| window.join(" "))
                .find(|run| {
                    squash(run) == wanted
                        && run.chars().any(char::is_lowercase)
                        && starts_large(run)
                })
        })
    })
}

/// Where the frame of a page names its site: "hanya di X", "media sosial X", "© 2026 X".
fn own_name(page: &Page) -> Option<String> {
    const CUES: [&str; 15] = [
        "hanya di ",
        "media sosial ",
        "whatsapp channel ",
        "saluran whatsapp ",
        "kanal whatsapp ",
        "channel whatsapp ",
        "unduh aplikasi ",
        "download aplikasi ",
        "download the ",
        "get the ",
        "newsletter ",
        "hak cipta terpelihara ",
        "hak cipta ",
        "copyright ",
        "© ",
    ];
    let frame = page
        .lines
        .iter()
        .filter(|line| line.is_aside(Reason::Footer));
    let mut found = frame.filter_map(|line| {
        let text = line.text();
        let low = text.to_lowercase();
        CUES.iter().find_map(|cue| {
            let at = low.find(cue)? + cue.len();
            let name = name_at(text.get(at..)?)?;
            (!matches!(
                name.as_str(),
                "Google News"
                    | "WhatsApp"
                    | "Telegram"
                    | "App"
                    | "Facebook"
                    | "Instagram"
                    | "Twitter"
                    | "YouTube"
                    | "TikTok"
            ))
            .then_some(name)
        })
    });
    found.next()
}

/// The name that begins here: capitalised words, or a domain; years, marks and "PT" before it are passed over, and the
/// form of a company behind it.
fn name_at(text: &str) -> Option<String> {
    let mut name: Vec<&str> = Vec::new();
    for token in text.split_whitespace() {
        let bare = token.trim_matches([',', '.', ';', ':', '!', '(', ')']);
        let is_mark = bare
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '©' | '-' | '–'));
        if (is_mark || bare == "PT") && name.is_empty() {
            continue;
        }
        if is_mark
            || !bare.contains(char::is_alphanumeric)
            || !(starts_large(bare) || is_domain(bare))
            || name.len() == 4
        {
            break;
        }
        name.push(bare);
        if token.ends_with([',', '.', ';', ':', '!']) {
            break;
        }
    }
    let is_form = |word: &&str| COMPANY_FORMS.contains(&word.to_lowercase().as_str());
    while name.last().is_some_and(is_form) {
        name.pop();
    }
    (!name.is_empty()).then(|| name.join(" "))
}

/// What stands behind the name of a company and is no part of an outlet's.
const COMPANY_FORMS: [&str; 16] = [
    "ltd", "limited", "inc", "llc", "llp", "plc", "gmbh", "ag", "corp", "co", "pty", "pte", "tbk",
    "sdn", "bhd", "berhad",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, place: Option<&str>, outlet: Option<&str>, bracketed: Option<&str>) {
        let expected = (place.is_some() || outlet.is_some()).then(|| Dateline {
            place: place.map(str::to_owned),
            outlet: outlet.map(str::to_owned),
            bracketed: bracketed.map(str::to_owned),
            day: None,
        });
        assert_eq!(dateline(text), expected, "{text}");
    }

    #[test]
    fn the_form_of_a_company_is_no_part_of_its_name() {
        for (text, name) in [
            (
                "2026 Harbour News Ltd. All rights reserved",
                Some("Harbour News"),
            ),
            ("PT. Kabar Media Tbk", Some("Kabar Media")),
            ("Harbour News Pte Ltd", Some("Harbour News")),
            ("2026 Inc.", None),
        ] {
            assert_eq!(name_at(text).as_deref(), name, "{text}");
        }
    }

    #[test]
    fn a_day_in_the_head() {
        for (text, day) in [
            (
                "PORT ALVANE, March 11, 2025 (Meridian) - Ferries sail again.",
                Some(jiff::civil::date(2025, 3, 11)),
            ),
            (
                "PORT ALVANE, March 11 (Meridian) - Ferries sail again.",
                None,
            ),
            (
                "PORT ALVANE - Ferries sail again since 11 March 2025.",
                None,
            ),
        ] {
            assert_eq!(dateline(text).and_then(|head| head.day), day, "{text}");
        }
    }

    #[test]
    fn heads_of_first_paragraphs() {
        check(
            "PORT ALVANE - Kedua negara sepakat.",
            Some("PORT ALVANE"),
            None,
            None,
        );
        check(
            "HARIAN.CO.ID, SARIMBA -- Sirene terdengar.",
            Some("SARIMBA"),
            Some("HARIAN.CO.ID"),
            None,
        );
        check(
            "VELLIN (Meridian) — Two countries agreed.",
            Some("VELLIN"),
            None,
            Some("Meridian"),
        );
        check(
            "Port Alvane: Dua tetangga bertemu.",
            Some("Port Alvane"),
            None,
            None,
        );
        check(
            "SARIMBA, LAYAR PAGI - Setelah lama diam.",
            Some("SARIMBA"),
            Some("LAYAR PAGI"),
            None,
        );
        check(
            "DORNACH, Queria Today – Negotiators went home.",
            Some("DORNACH"),
            Some("Queria Today"),
            None,
        );
        check(
            "VELLIN, March 5 – Both sides agreed.",
            Some("VELLIN"),
            None,
            None,
        );
        check(
            "JAKARTA, KABAR.com - Harga naik.",
            Some("JAKARTA"),
            Some("KABAR.com"),
            None,
        );
        check(
            "Jakarta, CNN Kabar -- Kedua negara sepakat.",
            Some("Jakarta"),
            Some("CNN Kabar"),
            None,
        );
        check("Ia berkata: \"Kami sepakat.\"", None, None, None);
        check("Update: Harga naik.", None, None, None);
        check(
            "Pertemuan itu - yang ketiga tahun ini - batal.",
            None,
            None,
            None,
        );
    }
}
