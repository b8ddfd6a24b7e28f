//! What the file declares of itself, checked against what its page prints.

use super::credits::labelled;
use super::lists::Part;
use super::names::{is_name, known_agency, split_names, title_case};
use super::{Page, origin, word_count};
use crate::import::content::Declared;
use crate::model::{Moment, Noted, Reason};

/// Longest name of a person, in words.
const MAX_NAME: usize = 6;

/// Fills the fields from what is declared, where the page itself does not know better.
pub(super) fn read(page: &mut Page, declared: Declared) {
    let outlet = declared.outlet.as_ref().map(|name| outlet_name(page, name));
    authors(page, &declared, outlet.as_deref());
    pictures(page);
    for name in declared.editor.iter().flat_map(|names| people_in(names)) {
        if is_name(&name) && !page.fields.editor.contains(&name) {
            page.fields.editor.push(name);
        }
    }
    let fields = &mut page.fields;
    if fields.headline.is_none() {
        fields.headline = declared.headline.map(Noted::declared);
    }
    if fields.deck.is_none() {
        let headline = fields
            .headline
            .as_ref()
            .map(|headline| headline.value.as_str());
        let deck = declared.deck.filter(|deck| headline != Some(deck.as_str()));
        fields.deck = deck.map(Noted::declared);
    }
    if let Some(outlet) = outlet {
        let printed = fields
            .outlet
            .as_ref()
            .is_some_and(|printed| printed.value == outlet);
        fields.outlet = Some(if printed {
            Noted::printed(outlet)
        } else {
            Noted::declared(outlet)
        });
    }
    if let Some(moment) = declared.published {
        let printed = fields
            .published
            .as_ref()
            .filter(|noted| !noted.is_inferred());
        let moment = printed.map_or(moment, |printed| local(moment, printed.value));
        let same_day = printed.is_some_and(|printed| printed.value.date == moment.date);
        fields.published = Some(if same_day {
            Noted::printed(moment)
        } else {
            Noted::declared(moment)
        });
    }
    // Detection knows no Malay and takes it for Indonesian.
    let malay = declared
        .language
        .as_deref()
        .is_some_and(|tag| tag.to_lowercase().starts_with("ms"));
    if fields.language.is_none() || malay {
        fields.language = declared.language.map(Noted::declared);
    }
}

/// Shortest caption, in words; less is a picture's credit.
const MIN_CAPTION: usize = 5;

/// Keeps what the markup calls captions as fields.
fn pictures(page: &mut Page) {
    let fields = &mut page.fields;
    for line in page
        .lines
        .iter()
        .filter(|line| line.reason() == Some(Reason::Caption) && line.line.told.is_some())
    {
        let text = line.text().to_owned();
        // "Image source," stands there for those who hear the page read out.
        if text.ends_with([',', ':']) {
            continue;
        }
        let credit = labelled(&text).is_some_and(|(label, _)| label.part == Part::Photo);
        let list = if word_count(&text) >= MIN_CAPTION && !credit {
            &mut fields.captions
        } else {
            &mut fields.credits
        };
        if !list.contains(&text) {
            list.push(text);
        }
    }
}

/// A site's name; that of an address is written as the page writes it.
fn outlet_name(page: &Page, name: &str) -> String {
    if origin::is_domain(name) {
        return origin::outlet_of_head(page, name).unwrap_or_else(|| name.to_owned());
    }
    name.to_owned()
}

/// The declared names. Where only the outlet itself is declared, a person that the page prints is known better.
fn authors(page: &mut Page, declared: &Declared, outlet: Option<&str>) {
    let names: Vec<String> = declared
        .author
        .iter()
        .flat_map(|names| people_in(names))
        .collect();
    let is_outlet = |name: &String| outlet.is_some_and(|outlet| outlet.eq_ignore_ascii_case(name));
    let own = outlet.and_then(known_agency);
    for agency in names
        .iter()
        .filter_map(|name| known_agency(name))
        .filter(|agency| own != Some(*agency))
    {
        if !page.fields.agency.iter().any(|known| known == agency) {
            page.fields.agency.push(agency.to_owned());
        }
    }
    if names.iter().all(is_outlet) {
        let marked = declared
            .bylines
            .iter()
            .map(|line| people_in(line))
            .find(|people| {
                !people.is_empty()
                    && people
                        .iter()
                        .all(|name| is_name(name) && word_count(name) > 1 && !is_outlet(name))
            });
        if let Some(people) = marked {
            page.fields.author = people;
        }
        if !page.fields.author.is_empty() {
            return;
        }
    }
    let desk = declared.desk.iter().flat_map(|names| people_in(names));
    let names: Vec<String> = if names.is_empty() {
        desk.collect()
    } else {
        names
    };
    let mut known: Vec<String> = Vec::new();
    for name in names {
        if !known.contains(&name) {
            known.push(name);
        }
    }
    if !known.is_empty() {
        page.fields.author = known;
    }
}

/// The names in an author's entry: "By Jane Arden and Maren Holt, Vellin".
fn people_in(text: &str) -> Vec<String> {
    let text = match labelled(text) {
        Some((label, names)) if label.part == Part::Author => names,
        _ => text,
    };
    let names: Vec<&str> = split_names(text)
        .into_iter()
        .map(|name| name.split_once('(').map_or(name, |(name, _)| name).trim())
        .filter(|name| (1..=MAX_NAME).contains(&word_count(name)))
        .filter(|name| name.contains(char::is_alphabetic) && !name.contains(['@', '/']))
        .collect();
    if let Some(site) = names.first().filter(|first| origin::is_domain(first)) {
        return vec![(*site).to_owned()];
    }
    // "Jane Arden, Vellin": a single word behind a full name is a place or a desk.
    let full = names.first().is_some_and(|first| word_count(first) > 1);
    names
        .iter()
        .enumerate()
        .filter(|(index, name)| {
            *index == 0 || !full || word_count(name) > 1 || known_agency(name).is_some()
        })
        .map(|(_, name)| {
            let shouted = name.contains(' ') && !name.chars().any(char::is_lowercase);
            if shouted && name.is_ascii() {
                title_case(name)
            } else {
                (*name).to_owned()
            }
        })
        .collect()
}

/// The declared moment in the time of the place, where the page prints the same minute in it.
fn local(declared: Moment, printed: Moment) -> Moment {
    let (Some(offset), Some(time), Some(own)) = (declared.offset, declared.time, printed.time)
    else {
        return declared;
    };
    let seconds = declared
        .date
        .to_datetime(time)
        .until(printed.date.to_datetime(own));
    let Some(ahead) = seconds
        .ok()
        .and_then(|span| span.total(jiff::Unit::Minute).ok())
    else {
        return declared;
    };
    // Seconds are not printed.
    let ahead = (ahead.ceil() as i32) * 60;
    let shifted = offset + ahead;
    if ahead % (15 * 60) != 0 || shifted.abs() > 14 * 3600 || offset != 0 {
        return declared;
    }
    let whole = own.with().second(time.second()).build().unwrap_or(own);
    Moment {
        date: printed.date,
        time: Some(whole),
        offset: Some(shifted),
    }
}
