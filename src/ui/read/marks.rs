//! How each kind is painted: one shape everywhere, under the text, on ribbons, in cells and in the legend.

use egui::epaint::Mesh;
use egui::{Color32, CornerRadius, Painter, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use crate::analysis::Kind;
use crate::ui::filter_bar::Entry;
use crate::ui::palette::Palette;

/// Thickness of lines under the text.
const LINE: f32 = 2.0;
/// The line stands so far above the bottom of its row.
const LIFT: f32 = 1.0;

/// The line below a row of marked words, in the pattern of its kind: whole, or dashes, starting with one.
pub fn add_line(cells: &mut Cells, row: Rect, kind: Kind, color: Color32) {
    let (on, off) = match kind {
        Kind::Verbatim => (row.width().max(1.0), 0.0),
        Kind::Near => (6.0, 4.0),
        Kind::Reworded => (2.0, 2.0),
    };
    let line = line(row, LINE);
    let mut x = row.left();
    while x < row.right() {
        let dash = x..=(x + on).min(row.right());
        cells.add(Rect::from_x_y_ranges(dash, line.y_range()), color);
        x += on + off;
    }
}

/// A hairline for what is not counted.
pub fn add_hairline(cells: &mut Cells, row: Rect, color: Color32) {
    cells.add(line(row, 1.0), color);
}

/// The line below a row, so thick.
fn line(row: Rect, thickness: f32) -> Rect {
    let bottom = row.bottom() - LIFT;
    Rect::from_x_y_ranges(row.x_range(), bottom - thickness..=bottom)
}

/// Two bars left of a paragraph: moved.
pub fn paint_moved_bars(painter: &Painter, left: f32, top: f32, bottom: f32, color: Color32) {
    for x in [left, left + 4.0] {
        painter.rect_filled(
            Rect::from_min_max(pos2(x, top), pos2(x + 2.0, bottom)),
            CornerRadius::ZERO,
            color,
        );
    }
}

/// One bar left of a paragraph: only here.
pub fn paint_only_here_bar(painter: &Painter, left: f32, top: f32, bottom: f32, color: Color32) {
    painter.rect_filled(
        Rect::from_min_max(pos2(left, top), pos2(left + 3.0, bottom)),
        CornerRadius::ZERO,
        color,
    );
}

/// The bracket around the focused passage: both sides, outside its rows.
pub fn paint_bracket(painter: &Painter, rows: Rect, color: Color32) {
    let stroke = Stroke::new(2.0, color);
    for (x, inwards) in [(rows.left() - 4.0, 4.0), (rows.right() + 4.0, -4.0)] {
        let points = vec![
            pos2(x + inwards, rows.top()),
            pos2(x, rows.top()),
            pos2(x, rows.bottom()),
            pos2(x + inwards, rows.bottom()),
        ];
        painter.add(Shape::line(points, stroke));
    }
}

/// Which way a cell grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// From the bottom: in the band and the legend.
    Bottom,
    /// From the left: in the strip of a column.
    Left,
}

/// The parts of a cell that stands for a passage of this kind: all of it, 62 % of it, or teeth.
pub fn cell_parts(cell: Rect, kind: Kind, side: Side) -> Vec<Rect> {
    let part = |share: f32| match side {
        Side::Bottom => Rect::from_min_max(
            pos2(cell.left(), cell.bottom() - cell.height() * share),
            cell.max,
        ),
        Side::Left => Rect::from_min_max(
            cell.min,
            pos2(cell.left() + cell.width() * share, cell.bottom()),
        ),
    };
    match kind {
        Kind::Verbatim => vec![cell],
        Kind::Near => vec![part(0.62)],
        Kind::Reworded => teeth(part(0.34), side),
    }
}

/// Teeth 2.6 wide, every 4 points.
fn teeth(area: Rect, side: Side) -> Vec<Rect> {
    let length = match side {
        Side::Bottom => area.width(),
        Side::Left => area.height(),
    };
    let count = (length / 4.0).ceil().max(0.0) as usize;
    (0..count)
        .map(|number| {
            let at = number as f32 * 4.0;
            let size = 2.6_f32.min(length - at);
            let (min, size) = match side {
                Side::Bottom => (vec2(at, 0.0), vec2(size, area.height())),
                Side::Left => (vec2(0.0, at), vec2(area.width(), size)),
            };
            Rect::from_min_size(area.min + min, size)
        })
        .collect()
}

/// The outline of a cell of what stands here only.
pub fn hollow_parts(cell: Rect) -> [Rect; 4] {
    let wide = 1.5_f32.min(cell.width() / 2.0).min(cell.height() / 2.0);
    let (min, max) = (cell.min, cell.max);
    [
        Rect::from_min_max(min, pos2(max.x, min.y + wide)),
        Rect::from_min_max(pos2(min.x, max.y - wide), max),
        Rect::from_min_max(min, pos2(min.x + wide, max.y)),
        Rect::from_min_max(pos2(max.x - wide, min.y), max),
    ]
}

/// The two bars of a moved passage at the start of its cell.
pub fn moved_parts(cell: Rect, side: Side) -> [Rect; 2] {
    [0.0, 3.0].map(|at| match side {
        Side::Bottom => Rect::from_min_size(cell.min + vec2(at, 0.0), vec2(1.5, cell.height())),
        Side::Left => Rect::from_min_size(cell.min + vec2(0.0, at), vec2(cell.width(), 1.5)),
    })
}

/// Many cells, or grounds and lines of a text, as one shape: a shape for each would cost half a frame. Their edges
/// are those of pixels, never soft.
#[derive(Debug, Default)]
pub struct Cells(Mesh);

impl Cells {
    /// Adds a filled part.
    pub fn add(&mut self, part: Rect, color: Color32) {
        if part.is_positive() {
            self.0.add_colored_rect(part, color);
        }
    }

    /// Adds several in one colour.
    pub fn extend(&mut self, parts: impl IntoIterator<Item = Rect>, color: Color32) {
        for part in parts {
            self.add(part, color);
        }
    }

    /// All of them, to be painted, again and again where it is kept.
    pub fn into_shape(self) -> Shape {
        Shape::mesh(self.0)
    }
}

/// The shape of an entry of the legend, 18 by 12 points.
pub fn paint_shape(painter: &Painter, rect: Rect, entry: Entry, palette: &Palette, off: bool) {
    let color = |line: Color32| if off { palette.ink3 } else { line };
    match entry {
        Entry::Kind(kind) => {
            for part in cell_parts(rect, kind, Side::Bottom) {
                painter.rect_filled(part, CornerRadius::ZERO, color(palette.kind(kind).line));
            }
        }
        Entry::Moved => {
            let color = color(palette.moved.line);
            paint_moved_bars(painter, rect.left(), rect.top(), rect.bottom(), color);
            let y = rect.center().y;
            let stroke = Stroke::new(1.5, color);
            painter.line_segment([pos2(rect.left() + 9.0, y), pos2(rect.right(), y)], stroke);
            let head = vec![
                pos2(rect.right() - 3.5, y - 3.0),
                pos2(rect.right() - 0.5, y),
                pos2(rect.right() - 3.5, y + 3.0),
            ];
            painter.add(Shape::line(head, stroke));
        }
        Entry::OnlyHere => {
            let stroke = Stroke::new(1.5, color(palette.only_here.line));
            painter.rect_stroke(rect, CornerRadius::ZERO, stroke, StrokeKind::Inside);
        }
        Entry::Stock => {
            let y = rect.bottom() - 2.0;
            painter.line_segment(
                [pos2(rect.left(), y), pos2(rect.right(), y)],
                Stroke::new(1.0, color(palette.stock.line)),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_its_own_shape_in_a_cell() {
        let cell = Rect::from_min_max(pos2(0.0, 0.0), pos2(10.0, 100.0));
        let area = |parts: &[Rect]| parts.iter().map(|part| part.area()).sum::<f32>();
        let shapes = Kind::ALL.map(|kind| cell_parts(cell, kind, Side::Bottom));
        let [verbatim, near, reworded] = shapes.map(|parts| (parts.len(), area(&parts)));
        assert_eq!(verbatim, (1, 1000.0));
        assert!((near.1 - 620.0).abs() < 0.1);
        // Two teeth and the beginning of a third.
        assert_eq!(reworded.0, 3);
        assert!((reworded.1 - 34.0 * 7.2).abs() < 0.5, "{reworded:?}");
        // Turned, it grows from the left.
        let turned = cell_parts(cell, Kind::Near, Side::Left);
        assert_eq!(
            turned,
            [Rect::from_min_max(pos2(0.0, 0.0), pos2(6.2, 100.0))]
        );
        assert!(
            hollow_parts(cell)
                .iter()
                .all(|part| cell.contains_rect(*part))
        );
    }
}
