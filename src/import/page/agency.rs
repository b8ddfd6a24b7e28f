//! News agencies: who the copy came from.

use super::lists::SOURCE_CUES;
use super::names::known_agency;
use super::{Page, PageLine, body_lines, origin};

/// Names that the page itself calls agencies, or credits before a slash: "kantor berita Lintang", "Lintang/Mardi".
pub(super) fn vouched(lines: &[PageLine]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for line in lines {
        let text = line.text();
        names.extend(
            after_each(text, "kantor berita ")
                .into_iter()
                .filter_map(|run| run.first().cloned()),
        );
        names.extend(before_news_agency(text));
        names.extend(before_slash(text));
        names.extend(origin::dateline(text).and_then(|head| head.bracketed));
    }
    names.retain(|name| {
        name.chars().next().is_some_and(char::is_uppercase) && name.chars().count() > 1
    });
    names.sort();
    names.dedup();
    names
}

/// "the Meridian news agency"
fn before_news_agency(text: &str) -> Option<String> {
    let (before, _) = text.split_once(" news agency")?;
    before.split_whitespace().last().map(str::to_owned)
}

/// The single word before the slash of a picture credit.
fn before_slash(text: &str) -> Option<String> {
    let credit = match text.rfind('(') {
        Some(open) => text.get(open + 1..)?,
        None => text,
    };
    let credit = credit.split_once(':').map_or(credit, |(label, rest)| {
        if label.split_whitespace().count() <= 2 {
            rest
        } else {
            credit
        }
    });
    let (name, behind) = credit.split_once('/')?;
    let name = name.trim();
    let single = !name.is_empty()
        && name.chars().all(char::is_alphabetic)
        && behind.trim_start().starts_with(char::is_uppercase);
    (single && text.split_whitespace().count() <= 60).then(|| name.to_owned())
}

/// Adds the agencies that the running text names as its source.
pub(super) fn read(page: &mut Page) {
    let mut found: Vec<String> = Vec::new();
    let bracketed = origin::head_of(page).and_then(|head| head.bracketed);
    found.extend(bracketed.and_then(|name| accepted(page, &name)));
    for line in body_lines(&page.lines) {
        for cue in SOURCE_CUES.iter() {
            for run in after_each(line.text(), &format!("{cue} ")) {
                found.extend(longest_agency(page, &run));
            }
        }
        for run in gathered(line.text()) {
            found.extend(longest_agency(page, &run));
        }
        found.extend(signed(line.text()).and_then(|name| accepted(page, name)));
    }
    for name in found {
        if !page.fields.agency.contains(&name) {
            page.fields.agency.push(name);
        }
    }
}

/// "dirangkum Layar Pagi dari Meridian": who gathered it stands in between.
fn gathered(text: &str) -> Vec<Vec<String>> {
    const VERBS: [&str; 5] = [
        "dirangkum ",
        "dihimpun ",
        "dilansir ",
        "dikutip ",
        "disarikan ",
    ];
    /// Words between the verb and "dari", at most.
    const BETWEEN: usize = 5;
    let low = text.to_ascii_lowercase();
    let behind = |verb: &str| {
        let (at, _) = low.match_indices(verb).next()?;
        let rest = text.get(at + verb.len()..)?;
        let (between, source) = rest.split_once("dari ")?;
        (between.split_whitespace().count() <= BETWEEN).then(|| capitalised(source))
    };
    VERBS.into_iter().filter_map(behind).collect()
}

/// The name as it is shown, if it is an agency's.
fn accepted(page: &Page, name: &str) -> Option<String> {
    known_agency(name).map(str::to_owned).or_else(|| {
        page.vouched
            .iter()
            .any(|known| known == name)
            .then(|| name.to_owned())
    })
}

/// "… kata dia. (Antara)": the name in brackets at the end of a paragraph.
fn signed(text: &str) -> Option<&str> {
    let inner = text.trim_end_matches(['.', ' ']).strip_suffix(')')?;
    let (before, name) = inner.rsplit_once('(')?;
    before.trim_end().ends_with(['.', '"', '”']).then_some(name)
}

/// The capitalised words behind each place where `cue` (small letters, with its blank) stands.
fn after_each(text: &str, cue: &str) -> Vec<Vec<String>> {
    // Lower-casing ASCII alone keeps the offsets.
    let low = text.to_ascii_lowercase();
    low.match_indices(cue)
        .filter(|(at, _)| {
            *at == 0
                || low
                    .get(..*at)
                    .is_some_and(|before| !before.ends_with(char::is_alphanumeric))
        })
        .filter_map(|(at, _)| text.get(at + cue.len()..))
        .map(capitalised)
        .collect()
}

fn capitalised(text: &str) -> Vec<String> {
    let mut run = Vec::new();
    for token in text.split_whitespace().take(5) {
        let bare = token.trim_matches(|c: char| !c.is_alphanumeric());
        if !bare.chars().next().is_some_and(char::is_uppercase) {
            break;
        }
        run.push(bare.to_owned());
        if token.ends_with([',', '.', ';', ')', ':']) {
            break;
        }
    }
    run
}

/// The longest head of a run of words that names an agency.
fn longest_agency(page: &Page, run: &[String]) -> Option<String> {
    (1..=run.len())
        .rev()
        .find_map(|size| accepted(page, &run.get(..size)?.join(" ")))
}
