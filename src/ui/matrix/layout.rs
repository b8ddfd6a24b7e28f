//! Where rows, heads and cells of the matrix stand, in points from its upper left corner.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

/// Widths of a cell.
const NARROWEST: f32 = 48.0;
const WIDEST: f32 = 86.0;
/// Height of a row, and of the heads of the columns.
const ROW: f32 = 48.0;
const HEAD: f32 = 46.0;
/// Least and most width of the names of the rows.
const NAMES: f32 = 150.0;
const WIDEST_NAMES: f32 = 280.0;

/// A matrix of so many articles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    count: usize,
    cell: f32,
    names: f32,
}

impl Grid {
    /// As wide as there is room; where there is too little it is wider all the same.
    pub fn new(count: usize, room: f32) -> Self {
        let columns = count.max(1) as f32;
        let cell = ((room - NAMES) / columns).floor().clamp(NARROWEST, WIDEST);
        let names = (room - cell * columns).clamp(NAMES, WIDEST_NAMES);
        Self { count, cell, names }
    }

    /// The whole.
    pub fn size(&self) -> Vec2 {
        let count = self.count as f32;
        vec2(self.names + count * self.cell, HEAD + count * ROW)
    }

    /// The name of a row.
    pub fn name(&self, row: usize) -> Rect {
        Rect::from_min_size(pos2(0.0, HEAD + row as f32 * ROW), vec2(self.names, ROW))
    }

    /// The head of a column.
    pub fn head(&self, column: usize) -> Rect {
        Rect::from_min_size(pos2(self.left(column), 0.0), vec2(self.cell, HEAD))
    }

    /// Where a row and a column meet.
    pub fn cell(&self, row: usize, column: usize) -> Rect {
        let min = pos2(self.left(column), HEAD + row as f32 * ROW);
        Rect::from_min_size(min, vec2(self.cell, ROW))
    }

    /// The row before which something is let go at `y`, from 0 to the count of rows.
    pub fn gap(&self, y: f32) -> usize {
        let row = ((y - HEAD) / ROW).round().max(0.0) as usize;
        row.min(self.count)
    }

    /// The line before a row.
    pub fn line(&self, gap: usize) -> [Pos2; 2] {
        let y = HEAD + gap as f32 * ROW;
        [pos2(0.0, y), pos2(self.size().x, y)]
    }

    fn left(&self, column: usize) -> f32 {
        self.names + column as f32 * self.cell
    }
}

/// Where the row `from` stands once it was let go before the row `gap`; nothing where it stays.
pub fn landing(from: usize, gap: usize) -> Option<usize> {
    let to = if gap > from { gap - 1 } else { gap };
    (to != from).then_some(to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_fill_the_room_within_bounds() {
        let rows = [
            // Articles, room, width of a cell, of the names.
            (6, 640.0, 81.0, 154.0),
            (2, 900.0, 86.0, 280.0),
            (30, 640.0, 48.0, 150.0),
            (0, 100.0, 48.0, 150.0),
        ];
        for (count, room, cell, names) in rows {
            let grid = Grid::new(count, room);
            assert_eq!((grid.cell, grid.names), (cell, names), "{count} in {room}");
        }
    }

    #[test]
    fn rows_meet_columns() {
        let grid = Grid::new(3, 600.0);
        for row in 0..3 {
            for column in 0..3 {
                let cell = grid.cell(row, column);
                assert_eq!(cell.y_range(), grid.name(row).y_range());
                assert_eq!(cell.x_range(), grid.head(column).x_range());
                assert!(cell.right() <= grid.size().x && cell.bottom() <= grid.size().y);
            }
        }
    }

    #[test]
    fn a_row_lands_between_others() {
        let grid = Grid::new(3, 600.0);
        let gaps: Vec<usize> = [0.0, 60.0, 80.0, 130.0, 9000.0].map(|y| grid.gap(y)).into();
        assert_eq!(gaps, [0, 0, 1, 2, 3]);
        assert_eq!(landing(0, 0), None);
        assert_eq!(landing(0, 1), None);
        assert_eq!(landing(0, 2), Some(1));
        assert_eq!(landing(2, 0), Some(0));
        assert_eq!(landing(1, 3), Some(2));
    }
}
