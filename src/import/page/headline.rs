//! The headline, the deck, and what stands above and between them.

use super::credits;
use super::names::is_name;
use super::{Page, PageLine, ends_sentence, is_paragraph, origin, word_count};
use crate::model::{Cause, Noted, Reason, Role};

/// Longest headline, in words.
const MAX_HEADLINE: usize = 30;

/// Gives headline and deck their lines.
pub(super) fn read(page: &mut Page) {
    let Some(headline) = find_headline(&page.lines) else {
        return;
    };
    take(page, headline, Role::Headline);
    read_above(page, headline);
    read_bare_names(page, headline);
    if let Some(deck) = find_deck(&page.lines, headline) {
        take(page, deck, Role::Deck);
    }
    set_repeated_headline_aside(page, headline);
}

fn take(page: &mut Page, index: usize, role: Role) {
    if let Some(line) = page.lines.get_mut(index) {
        let noted = Some(Noted::printed(line.text().to_owned()));
        match role {
            Role::Deck => page.fields.deck = noted,
            _ => page.fields.headline = noted,
        }
        line.role = Some(role);
    }
}

/// The line marked as the highest heading, else the first line above the article that has a headline's form.
fn find_headline(lines: &[PageLine]) -> Option<usize> {
    if let Some(told) = lines
        .iter()
        .position(|line| line.line.told == Some(Role::Headline))
    {
        return Some(told);
    }
    // A saved page tells its text, and would tell its headline.
    if lines.iter().any(PageLine::is_told_text) {
        return None;
    }
    let top = lines
        .iter()
        .filter(|line| line.is_open() && line.line.heading > 0);
    if let Some(level) = top.map(|line| line.line.heading).min() {
        return lines
            .iter()
            .position(|line| line.is_open() && line.line.heading == level);
    }
    let start = article_start(lines);
    let candidates = |least: usize| {
        lines.iter().take(start).position(|line| {
            line.is_open()
                && (least..=MAX_HEADLINE).contains(&word_count(line.text()))
                && !line.text().trim_end().ends_with('.')
                && origin::dateline(line.text()).is_none_or(|_| !is_paragraph(line.text()))
        })
    };
    candidates(4).or_else(|| candidates(1))
}

/// Where the running text begins: the first open paragraph, not counting a question or an exclamation on top.
fn article_start(lines: &[PageLine]) -> usize {
    lines
        .iter()
        .position(|line| {
            line.is_open()
                && is_paragraph(line.text())
                && line.text().trim_end().ends_with(['.', '"', '”', ')'])
                && ends_sentence(line.text())
        })
        .or_else(|| lines.iter().rposition(PageLine::is_open))
        .unwrap_or(lines.len())
}

/// What stands above the headline is the page's: its name, its sections.
fn read_above(page: &mut Page, headline: usize) {
    let texts: Vec<String> = page
        .lines
        .iter()
        .map(|line| line.text().to_owned())
        .collect();
    for index in 0..headline {
        let Some(line) = page.lines.get_mut(index).filter(|line| line.is_open()) else {
            continue;
        };
        let name = line.text().to_owned();
        line.set_aside(Reason::Menu, Cause::Stray);
        let again = texts
            .iter()
            .enumerate()
            .any(|(at, text)| at != index && text.contains(&name));
        if word_count(&name) <= 4 && (again || origin::is_outlet_name(&name)) {
            page.fields.outlet.get_or_insert(Noted::printed(name));
        }
    }
}

/// A person's name on a line of its own, beside other lines of the head.
fn read_bare_names(page: &mut Page, headline: usize) {
    let start = article_start(&page.lines);
    // Beside an author who is called one, another name is the outlet's as likely.
    let has_author = !page.fields.author.is_empty();
    for index in headline + 1..start {
        let beside = |at: Option<usize>| {
            at.and_then(|at| page.lines.get(at))
                .is_some_and(|line| line.is_aside(Reason::Byline) || line.is_aside(Reason::Caption))
        };
        let Some(line) = page.lines.get(index) else {
            return;
        };
        // In a script without capitals any words look like a name.
        if line.is_open()
            && credits::is_bare_name(line.text())
            && line.text().contains(char::is_uppercase)
            && (!has_author || origin::is_outlet_name(line.text()))
            && (beside(index.checked_sub(1)) || beside(Some(index + 1)))
        {
            credits::keep_bare_name(page, index);
        }
    }
}

/// The line directly below the headline, if the head of the page goes on behind it.
fn find_deck(lines: &[PageLine], headline: usize) -> Option<usize> {
    let deck = headline + 1;
    if let Some(told) = lines
        .iter()
        .position(|line| line.is_open() && line.line.told == Some(Role::Deck))
    {
        return Some(told);
    }
    let line = lines
        .get(deck)
        .filter(|line| line.is_open() && !line.is_told_text())?;
    let next = lines.get(deck + 1)?;
    let in_head = next.is_aside(Reason::Byline)
        || !is_paragraph(line.text())
            && (next.is_aside(Reason::Caption) || next.is_aside(Reason::Share));
    let fits =
        (4..=45).contains(&word_count(line.text())) && origin::dateline(line.text()).is_none();
    // "El Faro del Sur": who it was written for.
    let fits = fits && !is_name(line.text());
    // The last paragraph of a text that signs below itself is no deck.
    let more = lines
        .iter()
        .skip(deck + 1)
        .any(|line| line.is_open() && is_paragraph(line.text()));
    (in_head && fits && more).then_some(deck)
}

fn set_repeated_headline_aside(page: &mut Page, headline: usize) {
    let Some(text) = page.lines.get(headline).map(|line| line.text().to_owned()) else {
        return;
    };
    for line in page.lines.iter_mut().filter(|line| line.is_open()) {
        if line.text() == text {
            line.set_aside(Reason::Other, Cause::Twice);
        }
    }
}
