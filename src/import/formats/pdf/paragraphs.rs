//! Rows to paragraphs and headings.
//!
//! A row ends a paragraph if a gap follows, if other letters follow, or if the next word would have had room in it.

use std::collections::BTreeMap;

use super::hyphens;
use super::rows::Row;
use crate::import::content::Line;

/// Letters this much larger than those of the text are a heading.
const HEADING: f64 = 1.15;

/// A heading is no longer, in letters.
const LONGEST_HEADING: usize = 300;

/// A gap this much larger than between the rows of a paragraph parts two paragraphs.
const GAP: f64 = 1.3;

/// The lines of a text, in the order of its rows.
pub fn lines(rows: &[Row]) -> Vec<Line> {
    let shape = Shape::of(rows);
    let known = hyphens::inner_words(rows.iter().map(|row| row.text.as_str()));
    let mut lines: Vec<(Line, f64)> = Vec::new();
    let mut before: Option<&Row> = None;
    for row in rows {
        match (before, lines.last_mut()) {
            (Some(before), Some((line, _))) if shape.goes_on(before, row) => {
                hyphens::join(&mut line.text, &row.text, &known);
            }
            _ => lines.push((Line::new(row.text.as_str(), true), row.size)),
        }
        before = Some(row);
    }
    set_headings(&mut lines, shape.size);
    lines.into_iter().map(|(line, _)| line).collect()
}

/// The largest letters are the first level, and so on.
fn set_headings(lines: &mut [(Line, f64)], usual: f64) {
    let is_heading = |line: &Line, size: f64| {
        size > usual * HEADING && line.text.chars().count() <= LONGEST_HEADING
    };
    let mut sizes: Vec<i64> = lines
        .iter()
        .filter(|(line, size)| is_heading(line, *size))
        .map(|(_, size)| in_tenths(*size))
        .collect();
    sizes.sort_unstable_by(|one, other| other.cmp(one));
    sizes.dedup();
    for (line, size) in lines {
        if is_heading(line, *size) {
            let level = sizes.iter().position(|known| *known == in_tenths(*size));
            line.heading = level.map_or(0, |level| (level + 1).min(6) as u8);
        }
    }
}

fn in_tenths(size: f64) -> i64 {
    (size * 10.0).round() as i64
}

/// What is usual in a file.
struct Shape<'a> {
    rows: &'a [Row],
    /// The size of most letters.
    size: f64,
    /// From baseline to baseline inside a paragraph, in sizes.
    lead: f64,
}

impl<'a> Shape<'a> {
    fn of(rows: &'a [Row]) -> Self {
        let mut letters: BTreeMap<i64, usize> = BTreeMap::new();
        for row in rows {
            *letters.entry(in_tenths(row.size)).or_default() += row.text.len();
        }
        let most = letters.iter().max_by_key(|(_, count)| **count);
        let size = most.map_or(10.0, |(size, _)| *size as f64 / 10.0);
        let pairs = rows.iter().zip(rows.iter().skip(1));
        let mut leads: Vec<f64> = pairs
            .filter(|(one, next)| {
                is_below(one, next) && alike(one.size, size) && alike(next.size, size)
            })
            .map(|(one, next)| (one.base - next.base) / size)
            .collect();
        leads.sort_by(f64::total_cmp);
        // Short paragraphs have as many gaps as rows: the usual distance is one of the smaller ones.
        let lead = leads.get(leads.len() / 3).copied().unwrap_or(1.3);
        Self { rows, size, lead }
    }

    /// Whether `next` belongs to the paragraph that `row` stands in.
    fn goes_on(&self, row: &Row, next: &Row) -> bool {
        if !alike(row.size, next.size) || row.bold != next.bold || begins_entry(&next.text) {
            return false;
        }
        if row.size > self.size * HEADING {
            return is_below(row, next) && row.base - next.base < row.size * 1.8;
        }
        let [full, next_left] = [self.right_edge(row), self.left_edge(next)];
        let width = row.right - row.left;
        let letter = width / row.text.chars().count().max(1) as f64;
        let word = next.text.split(' ').next().unwrap_or_default();
        // A hyphen says itself that the row goes on.
        let is_cut = row.text.ends_with('-') && !row.text.ends_with(" -");
        let had_room = !is_cut && full - row.right > letter * (word.chars().count() as f64 + 2.0);
        let is_open = !ends_sentence(&row.text);
        if !is_below(row, next) {
            // The next page or column. A gap cannot be seen there.
            let goes_on = next.text.chars().next().is_some_and(char::is_lowercase);
            return is_open && (goes_on || !had_room) && !beside(row, next);
        }
        let is_indented = next.left > next_left + row.size * 0.7;
        row.base - next.base <= row.size * self.lead * GAP && !had_room && (is_open || !is_indented)
    }

    /// Rows of the same column: they begin at about the same place, with the same letters.
    fn column(&self, row: &Row) -> impl Iterator<Item = &'a Row> {
        let (page, left, size) = (row.page, row.left, row.size);
        // Rows stand in the order of their pages.
        let first = self.rows.partition_point(|other| other.page < page);
        let here = self.rows.iter().skip(first);
        let here = here.take_while(move |other| other.page == page);
        here.filter(move |other| alike(other.size, size) && (other.left - left).abs() < size * 4.0)
    }

    /// Where the rows of a column end. One row that goes on over other columns does not count.
    fn right_edge(&self, row: &Row) -> f64 {
        let mut ends: Vec<f64> = self.column(row).map(|other| other.right).collect();
        ends.sort_by(f64::total_cmp);
        ends.get(ends.len() * 9 / 10).copied().unwrap_or(row.right)
    }

    fn left_edge(&self, row: &Row) -> f64 {
        self.column(row)
            .map(|other| other.left)
            .fold(row.left, f64::min)
    }
}

fn alike(one: f64, other: f64) -> bool {
    (one - other).abs() <= one.max(other) * 0.08
}

fn is_below(row: &Row, next: &Row) -> bool {
    row.page == next.page && row.base - next.base > row.size * 0.5
}

fn beside(row: &Row, next: &Row) -> bool {
    row.page == next.page && (row.base - next.base).abs() <= row.size * 0.5
}

fn begins_entry(text: &str) -> bool {
    text.starts_with(['•', '◦', '▪', '‣', '●', '■'])
}

fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '”', '’', '\'', ')', '»', ']']);
    text.ends_with(['.', '!', '?', '…', ':'])
}
