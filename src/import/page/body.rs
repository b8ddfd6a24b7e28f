//! What is left: paragraphs and subheadings are the body, anything else is a stray line.

use super::{Page, PageLine, ends_sentence, is_paragraph, word_count};
use crate::model::{Cause, Reason, Role};

/// Gives every line that has no part yet one.
pub(super) fn read(page: &mut Page) {
    let is_text = |line: &PageLine| line.is_open() && is_paragraph(line.text());
    let first = page.lines.iter().position(is_text);
    let last = page.lines.iter().rposition(is_text);
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
