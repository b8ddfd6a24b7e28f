//! Paints the band: the cells once, what has focus in every frame.

use egui::{CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2};

use super::layout;
use super::model::{self, Segment, What};
use super::{CELL, ROW};
use crate::ui::palette::Palette;
use crate::ui::read::marks::{self, Cells, Side};
use crate::workspace::view::{Focus, Hidden};

/// The band at its place on the screen.
pub(super) struct Band<'b> {
    pub band: &'b model::Band,
    pub edges: &'b [(f32, f32)],
    /// Where its cells are; what is drawn out beyond it is cut.
    pub area: Rect,
    /// How far its left end is off the screen.
    pub left: f32,
}

impl Band<'_> {
    /// Where a cell stands.
    pub fn cell(&self, row: usize, segment: usize) -> Option<Rect> {
        let (left, right) = self.edges.get(segment)?;
        let x = |at: f32| (self.area.left() - self.left + at).round();
        let top = self.area.top() + row as f32 * ROW;
        let right = x(*right).max(x(*left) + 1.0);
        Some(Rect::from_min_max(
            pos2(x(*left), top),
            pos2(right, top + CELL),
        ))
    }

    /// The row and the segment at a place of the screen.
    pub fn at(&self, place: Pos2) -> Option<(usize, &Segment)> {
        let row = ((place.y - self.area.top()) / ROW).max(0.0) as usize;
        let segment = layout::at(self.edges, place.x - self.area.left() + self.left)?;
        (row < self.band.rows.len()).then_some((row, self.band.segments.get(segment)?))
    }

    /// All cells in sight, as one shape.
    pub fn cells(&self, palette: &Palette, hidden: Hidden) -> Shape {
        let mut cells = Cells::default();
        for (at, segment) in self.band.segments.iter().enumerate() {
            for (row, cell) in segment.cells.iter().enumerate() {
                let (Some(cell), Some(rect)) = (cell, self.cell(row, at)) else {
                    continue;
                };
                if !rect.intersects(self.area) {
                    continue;
                }
                match cell.what {
                    What::Shared(kind, moved) => {
                        cells.add(rect, palette.cell);
                        let parts = marks::cell_parts(rect, kind, Side::Bottom);
                        cells.extend(parts, palette.kind(kind).line);
                        if moved && !hidden.moved && rect.width() > 8.0 {
                            let bars = marks::moved_parts(rect, Side::Bottom);
                            cells.add(rect.with_max_x(rect.left() + 7.0), palette.paper);
                            cells.extend(bars, palette.moved.line);
                        }
                    }
                    What::OnlyHere if !hidden.only_here => {
                        cells.extend(marks::hollow_parts(rect), palette.only_here.line);
                    }
                    What::OnlyHere | What::Other => cells.add(rect, palette.cell),
                }
            }
        }
        cells.into_shape()
    }

    /// Frames what has focus, and thinner what is under the pointer.
    pub fn frames(
        &self,
        painter: &Painter,
        palette: &Palette,
        focus: Option<Focus>,
        lit: Option<Focus>,
    ) {
        for (of, wide) in [(lit, 1.0), (focus, 2.0)] {
            let Some(Focus::Passage(passage)) = of else {
                continue;
            };
            let mut segments = self.band.segments.iter();
            let Some(at) = segments.position(|segment| segment.passage == Some(passage)) else {
                continue;
            };
            let cells = self.band.segments.get(at).map(|segment| &segment.cells);
            let rows = cells.into_iter().flatten().enumerate();
            for (row, _) in rows.filter(|(_, cell)| cell.is_some()) {
                if let Some(rect) = self.cell(row, at) {
                    painter.rect_stroke(
                        rect.expand(2.0),
                        CornerRadius::ZERO,
                        Stroke::new(wide, palette.ink),
                        StrokeKind::Inside,
                    );
                }
            }
        }
    }
}
