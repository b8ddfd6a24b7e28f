//! What stands at the upper and lower edge of pages: titles, addresses, page numbers.

use std::collections::{BTreeMap, BTreeSet};

use super::rows::Row;

/// How many baselines at each edge of a page are looked at.
const DEEP: usize = 3;

/// Takes out of `rows` what is no part of the text, and returns it, once each.
pub fn take(rows: &mut Vec<Row>) -> Vec<String> {
    let edges = edge_rows(rows);
    let mut pages: BTreeMap<(i64, i64, String), BTreeSet<u32>> = BTreeMap::new();
    for at in &edges {
        if let Some(row) = rows.get(*at) {
            pages.entry(look(row)).or_default().insert(row.page);
        }
    }
    let repeats = |row: &Row| pages.get(&look(row)).is_some_and(|on| on.len() > 1);
    let prints = printed_pages(rows);
    let mut at = 0;
    let mut known = BTreeSet::new();
    let mut taken = Vec::new();
    rows.retain(|row| {
        let is_edge = edges.contains(&at) && (repeats(row) || prints.contains(&at));
        at += 1;
        let takes = is_edge || row.artifact;
        if takes && known.insert(form(&row.text)) {
            taken.push(row.text.clone());
        }
        !takes
    });
    taken
}

/// What is the same on every page: place, size and text. A headline may stand in small letters above the later pages,
/// and rows of a table may differ by a number alone.
fn look(row: &Row) -> (i64, i64, String) {
    let round = |length: f64| length.round() as i64;
    (round(row.base), round(row.size), form(&row.text))
}

/// A text without its numbers: page 2 of 7 is the same as page 3 of 7.
fn form(text: &str) -> String {
    let mut form = String::new();
    for letter in text.chars() {
        if !letter.is_ascii_digit() {
            form.extend(letter.to_lowercase());
        } else if !form.ends_with('#') {
            form.push('#');
        }
    }
    form
}

/// The rows on the uppermost and lowermost baselines of each page.
fn edge_rows(rows: &[Row]) -> BTreeSet<usize> {
    let mut edges = BTreeSet::new();
    for page in pages(rows) {
        let lines = baselines(rows, &page);
        let upper = lines.iter().take(DEEP);
        let lower = lines.iter().rev().take(DEEP);
        edges.extend(upper.chain(lower).flatten());
    }
    edges
}

/// A browser prints date and title above, address and page number below, even if there is but one page.
fn printed_pages(rows: &[Row]) -> BTreeSet<usize> {
    let forms = |line: Option<&Vec<usize>>| -> Vec<String> {
        let here = line.into_iter().flatten();
        here.filter_map(|at| rows.get(*at))
            .map(|row| form(&row.text))
            .collect()
    };
    let mut printed = BTreeSet::new();
    for page in pages(rows) {
        let lines = baselines(rows, &page);
        let (above, below) = (lines.first(), lines.last());
        let foot = forms(below);
        let is_address = |form: &String| form.contains("://");
        let is_number = |form: &String| form == "#/#" || form.ends_with(" #/#");
        if !foot.iter().any(is_address) || !foot.iter().any(is_number) {
            continue;
        }
        printed.extend(below.into_iter().flatten());
        let is_date = |form: &String| form.starts_with("#/#/#") || form.starts_with("#.#.#");
        if forms(above).iter().any(is_date) {
            printed.extend(above.into_iter().flatten());
        }
    }
    printed
}

/// The places of each page's rows.
fn pages(rows: &[Row]) -> Vec<Vec<usize>> {
    let mut pages: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        pages.entry(row.page).or_default().push(at);
    }
    pages.into_values().collect()
}

/// The rows of a page that stand level with one another, from above.
fn baselines(rows: &[Row], page: &[usize]) -> Vec<Vec<usize>> {
    let base = |at: &usize| rows.get(*at).map_or(0.0, |row| row.base);
    let mut places = page.to_vec();
    places.sort_by(|one, other| base(other).total_cmp(&base(one)));
    let mut lines: Vec<Vec<usize>> = Vec::new();
    for at in places {
        match lines.last_mut() {
            Some(line)
                if line
                    .first()
                    .is_some_and(|head| (base(head) - base(&at)).abs() < 2.0) =>
            {
                line.push(at);
            }
            _ => lines.push(vec![at]),
        }
    }
    lines
}
