//! What is left: paragraphs and subheadings are the body, anything else is a stray line.

use super::{Page, PageLine, ends_sentence, is_paragraph, word_count};
use crate::model::{Cause, Reason, Role};

/// Gives every line that has no part yet one.
pub(super) fn read(page: &mut Page) {
    let is_text = |line: &PageLine| line.is_open() && is_paragraph(line.text());
    let first = page.lines.iter().position(is_text);
    let last = page.lines.iter().rposition(is_text);
    let last = last.map(|last| last + entries_behind(&page.lines, last));
    for (index, line) in page
        .lines
        .iter_mut()
        .enumerate()
        .filter(|(_, line)| line.is_open())
    {
        let inside = first
            .zip(last)
            .is_none_or(|(first, last)| (first..=last).contains(&index));
        if let Some(told) = line.line.told.clone() {
            line.role = Some(told);
        } else if is_body(line, inside) {
            line.role = Some(Role::Body);
        } else {
            line.set_aside(Reason::Other, Cause::Stray);
        }
    }
}

/// How many lines directly behind the paragraph at `last` are entries of a list: a short label and a colon each. One
/// alone is a note of the desk.
fn entries_behind(lines: &[PageLine], last: usize) -> usize {
    let is_entry = |line: &&PageLine| {
        let label = line
            .text()
            .split_once(':')
            .map(|(label, _)| word_count(label));
        line.is_open() && label.is_some_and(|words| (1..=4).contains(&words))
    };
    let entries = lines.iter().skip(last + 1).take_while(is_entry).count();
    if entries > 1 { entries } else { 0 }
}

/// Between the first and the last paragraph everything with a word is text: subheadings, list entries. Before and
/// behind them only what ends as a sentence, or is long.
fn is_body(line: &PageLine, inside: bool) -> bool {
    let count = word_count(line.text());
    let has_letters = line.text().chars().any(char::is_alphabetic);
    if line.continues {
        return true;
    }
    has_letters && (inside || (count >= 2 && ends_sentence(line.text())) || count >= 14)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use crate::import::{ReadOptions, read_text};

    #[test]
    fn a_list_with_labels_ends_an_article_and_a_note_of_the_desk_does_not() {
        let text = "Dana dibagi ke tiga daerah\n\nPemerintah membagi dana itu ke tiga daerah pada tahun depan, kata menteri.\n\
                    Velland: 12 miliar\nQueria: 8 miliar\nSarimba: 3 miliar\n";
        let body = |text: &str| {
            let read = read_text("a.txt", text, &ReadOptions::today()).unwrap();
            read.article.body().text.clone()
        };
        assert!(body(text).ends_with("Sarimba: 3 miliar"));
        let note = "Dana dibagi ke tiga daerah\n\nPemerintah membagi dana itu ke tiga daerah pada tahun depan, kata menteri.\n\
                    Catatan: naskah awal\n";
        assert!(body(note).ends_with("kata menteri."));
    }
}
