//! Tables to lines, row by row.

use crate::import::content::Line;

/// A longer paragraph in a cell is running text: the table is there for the layout.
const LONGEST_CELL: usize = 80;

/// The lines of a row: a single one if its cells hold a word or a number each, otherwise what stands in the cells.
pub fn lines(cells: Vec<Vec<Line>>) -> Vec<Line> {
    let mut cells: Vec<Vec<Line>> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
    let is_short = |line: &Line| line.heading == 0 && line.text.chars().count() <= LONGEST_CELL;
    let is_data = cells.len() > 1
        && cells
            .iter()
            .all(|cell| matches!(cell.as_slice(), [line] if is_short(line)));
    if !is_data {
        return cells.into_iter().flatten().collect();
    }
    let texts: Vec<String> = cells
        .iter_mut()
        .flatten()
        .map(|line| std::mem::take(&mut line.text))
        .collect();
    vec![Line::new(texts.join(" | "), true)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_side_by_side_and_paragraphs_below_one_another() {
        let cell = |text: &str| vec![Line::new(text, true)];
        let row = lines(vec![cell("Osk"), Vec::new(), cell("48 per cent")]);
        assert_eq!(row, [Line::new("Osk | 48 per cent", true)]);
        let long = "word ".repeat(30);
        assert_eq!(lines(vec![cell("Menu"), cell(&long)]).len(), 2);
    }
}
