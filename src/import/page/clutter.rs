//! What sites put around and between the paragraphs of every article.

use super::lists::{CLUTTER, Clutter, SECTION_NAMES, Where};
use super::{PageLine, ends_sentence, is_paragraph, word_count};
use crate::model::{Cause, Reason};

/// Longest line that a phrase in its middle can make clutter of, in words.
const MAX_INSIDE: usize = 40;

/// Sets aside every line that the word lists know, and what stands under such a heading.
pub(super) fn set_aside(lines: &mut Vec<PageLine>) {
    cut_glued(lines);
    let forms: Vec<Form> = lines.iter().map(|line| Form::of(line.text())).collect();
    let total: usize = running_words(lines);
    let mut seen = 0;
    // The heading under which lines stand, and whether it holds to the end of the page.
    let mut under: Option<(Reason, String, bool)> = None;
    for (line, form) in lines.iter_mut().zip(&forms) {
        let found = CLUTTER.iter().find(|row| matches(row, line.text(), form));
        let running = is_paragraph(line.text());
        if let Some(row) = found {
            let to_the_end = row.place == Where::End && seen * 3 >= total
                || row.place == Where::Section && seen * 5 >= total * 4;
            // "Baca juga:" alone on its line: the links stand below it.
            let heads_links = row.place == Where::Label && form.plain == row.phrase;
            if (heads_links || matches!(row.place, Where::Section | Where::End))
                && !under
                    .as_ref()
                    .is_some_and(|(_, _, held)| *held && !to_the_end)
            {
                under = Some((row.reason, line.text().to_owned(), to_the_end));
            }
            line.set_aside(row.reason, Cause::Phrase(row.phrase.to_owned()));
        } else if is_menu(line.text()) {
            line.set_aside(Reason::Menu, Cause::SectionNames);
        } else if let Some((reason, heading, to_the_end)) =
            under.as_ref().filter(|_| line.line.told.is_none())
        {
            if *to_the_end || !running {
                line.set_aside(*reason, Cause::Under(heading.clone()));
            } else {
                under = None;
            }
        }
        if running && line.is_open() {
            seen += word_count(line.text());
        }
    }
}

/// Words in paragraphs of the page.
fn running_words(lines: &[PageLine]) -> usize {
    lines
        .iter()
        .filter(|line| is_paragraph(line.text()))
        .map(|line| word_count(line.text()))
        .sum()
}

/// The line in small letters, with single blanks and plain quotes, without punctuation and counts behind it.
fn plain(text: &str) -> String {
    let text: Vec<&str> = text.split_whitespace().collect();
    let text = text.join(" ").to_lowercase().replace('’', "'");
    text.trim_end_matches(|c: char| {
        matches!(c, ':' | '.' | '(' | ')' | '»' | '>' | '…' | ' ' | '-' | '—') || c.is_ascii_digit()
    })
    .to_owned()
}

/// A line in the forms in which phrases are looked for, made once for all of them.
struct Form {
    /// In small letters.
    low: String,
    /// As [`plain`] makes it.
    plain: String,
    /// Its words.
    words: usize,
}

impl Form {
    fn of(text: &str) -> Self {
        Self {
            low: text.trim_start().to_lowercase(),
            plain: plain(text),
            words: word_count(text),
        }
    }
}

fn matches(row: &Clutter, text: &str, form: &Form) -> bool {
    let plain = form.plain.as_str();
    let rest = || plain.strip_prefix(row.phrase);
    match row.place {
        Where::Line | Where::Section | Where::End => {
            plain == row.phrase || (plain.is_empty() && text.trim() == row.phrase)
        }
        Where::Count => {
            let behind =
                plain.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
            behind.len() < plain.len() && behind.trim_start() == row.phrase
        }
        Where::Start => {
            let whole = &form.low;
            let begins = whole.starts_with(row.phrase)
                && !whole
                    .chars()
                    .nth(row.phrase.chars().count())
                    .is_some_and(|next| {
                        next.is_alphanumeric() && row.phrase.ends_with(char::is_alphanumeric)
                    });
            begins && form.words <= MAX_INSIDE
        }
        Where::Title => rest().is_some() && !ends_sentence(text),
        Where::Label => rest().is_some_and(|rest| {
            rest.is_empty() && !ends_sentence(text) || rest.trim_start().starts_with(':')
        }),
        Where::Inside => form.words <= MAX_INSIDE && plain.contains(row.phrase),
        Where::Glued => false,
    }
}

/// A row of section names: at least four that many sites have, a third of the row, and every word begins large.
fn is_menu(text: &str) -> bool {
    if ends_sentence(text) {
        return false;
    }
    let plain = plain(text);
    let mut words = plain
        .split([' ', '|', '/', '·', '•'])
        .filter(|word| !word.is_empty());
    let total = words.clone().count();
    let known = words
        .by_ref()
        .filter(|word| SECTION_NAMES.contains(word))
        .count();
    let from_home = plain.starts_with("home ") || plain.starts_with("beranda ");
    let headings = text
        .split_whitespace()
        .all(|word| !word.starts_with(char::is_lowercase));
    // Sites have sections of their own between the usual ones.
    (known >= 4 && headings && known * 3 >= total)
        || (known >= 2 && from_home && known * 2 >= total)
}

/// Cuts phrases that a site glued into a paragraph: each becomes a line of its own, and the paragraph goes on behind it.
fn cut_glued(lines: &mut Vec<PageLine>) {
    let glued = || CLUTTER.iter().filter(|row| row.place == Where::Glued);
    let mut cut = Vec::with_capacity(lines.len());
    for line in lines.drain(..) {
        let text = line.text().to_owned();
        let found = glued().find_map(|row| text.split_once(row.phrase).map(|parts| (row, parts)));
        match found {
            Some((row, (before, after))) if word_count(before) + word_count(after) > 8 => {
                let mut piece = |text: &str, continues: bool| {
                    let mut piece = line.clone();
                    piece.line.text = text.trim().to_owned();
                    piece.continues = continues;
                    if !piece.text().is_empty() {
                        cut.push(piece);
                    }
                };
                piece(before, line.continues);
                piece(row.phrase, false);
                piece(after, !before.trim().is_empty() && !ends_sentence(before));
            }
            _ => cut.push(line),
        }
    }
    *lines = cut;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::formats::text;

    fn check(page: &str, expected: &[(&str, Reason)]) {
        let mut lines: Vec<PageLine> = text::lines(page)
            .into_iter()
            .map(|line| PageLine {
                line,
                role: None,
                continues: false,
            })
            .collect();
        set_aside(&mut lines);
        let found: Vec<(&str, Reason)> = lines
            .iter()
            .filter_map(|line| match &line.role {
                Some(crate::model::Role::Aside { reason, .. }) => Some((line.text(), *reason)),
                _ => None,
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn lines_that_sites_put_in() {
        check(
            "Nasional Ekonomi Olahraga Foto Video\n\nBagikan:\n\nAdvertisement\n\nMenteri itu tiba pada pagi hari dan \
             langsung menuju tempat rapat.\n\nBaca juga:  Harga tongkol turun\n\nBaca juga buku ini, kata menteri \
             kepada para siswa yang datang pagi itu.\n\nKomentar (12)\n\nSaya setuju sekali dengan isi berita ini, \
             semoga semua lancar ya.",
            &[
                ("Nasional Ekonomi Olahraga Foto Video", Reason::Menu),
                ("Bagikan:", Reason::Share),
                ("Advertisement", Reason::Advertisement),
                ("Baca juga:  Harga tongkol turun", Reason::Related),
                ("Komentar (12)", Reason::Comments),
                (
                    "Saya setuju sekali dengan isi berita ini, semoga semua lancar ya.",
                    Reason::Comments,
                ),
            ],
        );
    }

    #[test]
    fn what_asks_for_consent_or_money_and_what_counts() {
        check(
            "We use cookies to improve your visit. By going on you agree to our cookie policy.\n\nAccept all\n\n\
             5 min read\n\n3 hours ago\n\n1.204 kali dibaca\n\nThe two ports agreed on Tuesday to open the old quay \
             again, five hours after the vote.\n\nAlready a subscriber? Log in\n\nArtikel ini khusus pelanggan.\n\n\
             The vote was held 3 hours ago in the old customs house of the harbour.",
            &[
                (
                    "We use cookies to improve your visit. By going on you agree to our cookie policy.",
                    Reason::Footer,
                ),
                ("Accept all", Reason::Menu),
                ("5 min read", Reason::Share),
                ("3 hours ago", Reason::Share),
                ("1.204 kali dibaca", Reason::Share),
                ("Already a subscriber? Log in", Reason::Footer),
                ("Artikel ini khusus pelanggan.", Reason::Footer),
            ],
        );
    }

    #[test]
    fn a_list_of_links_ends_where_the_article_goes_on() {
        check(
            "One long sentence of the article stands before the list of links.\n\nRelated articles\n\nA first headline\n\n\
             A second one\n\nAnd the article goes on here with a sentence that has many words in it.",
            &[
                ("Related articles", Reason::Related),
                ("A first headline", Reason::Related),
                ("A second one", Reason::Related),
            ],
        );
    }

    #[test]
    fn a_phrase_glued_into_a_paragraph_is_cut_out() {
        check(
            "Harga itu naik sejak pekan lalu dan SCROLL TO CONTINUE WITH CONTENT belum turun lagi.",
            &[("SCROLL TO CONTINUE WITH CONTENT", Reason::Advertisement)],
        );
    }
}
