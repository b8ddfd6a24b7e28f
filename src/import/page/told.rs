//! What the format already tells of the lines of a page.

use super::PageLine;
use crate::import::content::Line;
use crate::model::{Reason, Role};

/// Lines above the headline and below the text in which date, names and agency are looked for.
const ABOVE: usize = 4;
const BELOW: usize = 6;
/// Longest entry of a menu, in bytes.
const SCRAP: usize = 80;

/// The lines with the parts that are known. Lines around the text that are known only not to be text stay open:
/// bylines, dates and captions stand there.
pub(super) fn roles(lines: Vec<Line>) -> Vec<PageLine> {
    let headline = lines
        .iter()
        .position(|line| line.told == Some(Role::Headline));
    let first = lines.iter().position(|line| line.told == Some(Role::Body));
    let last = lines.iter().rposition(|line| line.told == Some(Role::Body));
    let start = headline.or(first).unwrap_or(0);
    let head = start.saturating_sub(ABOVE)..first.unwrap_or(start);
    let tail = last.map_or(0..0, |last| last + 1..last + 1 + BELOW);
    let known = lines.into_iter().enumerate().map(|(index, line)| {
        let near = head.contains(&index) || tail.contains(&index);
        let role = line.told.clone().filter(|told| match told {
            Role::Aside { reason, .. } => {
                !near || !matches!(reason, Reason::Other | Reason::Byline)
            }
            Role::Body | Role::Headline | Role::Deck => false,
        });
        PageLine {
            line,
            role,
            continues: false,
        }
    });
    let mut joined: Vec<PageLine> = Vec::new();
    for line in known {
        match joined
            .last_mut()
            .filter(|last| is_scrap(last) && is_scrap(&line) && last.reason() == line.reason())
        {
            Some(last) => {
                last.line.text.push_str(" · ");
                last.line.text.push_str(&line.line.text);
            }
            None => joined.push(line),
        }
    }
    joined
}

/// Whether a line is one of the many short ones of a menu or a list of links; a row of them is shown as one.
fn is_scrap(line: &PageLine) -> bool {
    let last = line.text().rsplit(" · ").next().unwrap_or_default();
    line.role.is_some() && line.reason() != Some(Reason::Caption) && last.len() <= SCRAP
}
