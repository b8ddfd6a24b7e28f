//! The overview of a column: all its passages at a glance, and the part that is on the screen.

use egui::accesskit::Role;
use egui::{
    CornerRadius, EventFilter, Id, Key, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::layout::ColumnLayout;
use super::marks::{self, Cells, Side};
use super::model::{Column, Item};
use crate::ui::palette::Palette;
use crate::ui::widgets;
use crate::workspace::view::Hidden;

/// Width of the strip's frame; the cells are 8 wide in its middle.
pub const WIDTH: f32 = 14.0;
const CELL: f32 = 8.0;
/// How far an arrow key scrolls: two lines.
const ARROW: f32 = 46.0;
/// How much of what is in sight a page key scrolls by.
const PAGE: f32 = 0.85;

/// A column's height, mapped to that of the strip.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The strip.
    pub area: Rect,
    /// Height of the column's text.
    pub total: f32,
    /// Height of what is on the screen of it.
    pub seen: f32,
}

impl Scale {
    fn factor(&self) -> f32 {
        self.area.height() / self.total.max(self.seen).max(1.0)
    }

    /// The cell of what stands between two heights of the column, at least 2 high.
    pub fn cell(&self, top: f32, bottom: f32) -> Rect {
        let left = self.area.left() + (WIDTH - CELL) / 2.0;
        let top = self.area.top() + top * self.factor();
        let bottom = self.area.top() + bottom * self.factor() - 1.0;
        Rect::from_min_max(pos2(left, top), pos2(left + CELL, bottom.max(top + 2.0)))
    }

    /// Where a height of the column is on the strip.
    pub fn y(&self, height: f32) -> f32 {
        self.area.top() + height * self.factor()
    }

    /// The frame of what is on the screen.
    pub fn frame(&self, offset: f32) -> Rect {
        let size = vec2(WIDTH, self.seen * self.factor());
        let min = self.area.min + vec2(0.0, offset * self.factor());
        Rect::from_min_size(min, size).intersect(self.area)
    }

    /// The offset that brings what stands at `y` of the strip into the middle.
    pub fn offset_at(&self, y: f32) -> f32 {
        let at = (y - self.area.top()) / self.factor();
        (at - self.seen / 2.0).clamp(0.0, self.total)
    }
}

/// What lies below the cells of a column.
pub(super) fn ground(palette: &Palette, layout: &ColumnLayout, scale: &Scale) -> Cells {
    let mut cells = Cells::default();
    let body = scale.cell(0.0, layout.height());
    // Ribbons pass under the strip.
    cells.add(body.expand2(vec2(4.0, 2.0)), palette.paper);
    cells.add(body, palette.cell);
    cells
}

/// The cells of a column, as one shape.
pub(super) fn cells(
    palette: &Palette,
    column: &Column,
    layout: &ColumnLayout,
    scale: &Scale,
    hidden: Hidden,
) -> Shape {
    let mut cells = ground(palette, layout, scale);
    for (index, item) in column.items.iter().enumerate() {
        let Item::Paragraph(paragraph) = item else {
            continue;
        };
        let top = layout.top(index);
        let bottom = top + layout.item_height(index);
        if paragraph.only_here && !hidden.only_here {
            let parts = marks::hollow_parts(scale.cell(top, bottom));
            cells.extend(parts, palette.only_here.line);
        }
        for mark in &paragraph.marks {
            let Some((from, to)) = layout.place_of(mark.focus) else {
                continue;
            };
            let part = scale.cell(from.max(top), to.min(bottom).max(from.max(top)));
            let kind = marks::cell_parts(part, mark.kind, Side::Left);
            cells.extend(kind, palette.kind(mark.kind).line);
            if mark.moved && !hidden.moved && mark.begins {
                cells.extend(marks::moved_parts(part, Side::Left), palette.moved.line);
            }
        }
    }
    cells.into_shape()
}

/// Where the reader scrolled to on the strip.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scrolled {
    /// The offset to scroll to.
    pub to: f32,
    /// Whether it is a jump: what lies between was not scrolled past.
    pub jumped: bool,
}

/// What the reader did with a strip.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Used {
    /// Where they scrolled to by a press, by dragging or by a key.
    pub scrolled: Option<Scrolled>,
    /// Whether it was given the keyboard.
    pub entered: bool,
}

/// Shows the strip.
pub(super) fn show(
    ui: &Ui,
    id: Id,
    cells: &Shape,
    scale: &Scale,
    offset: f32,
    focus: Option<(f32, f32)>,
    name: &str,
) -> Used {
    let palette = Palette::current(ui);
    let painter = ui.painter();
    painter.add(cells.clone());
    if let Some((top, bottom)) = focus {
        let frame = scale.cell(top, bottom).expand(2.0);
        let stroke = Stroke::new(2.0, palette.ink);
        painter.rect_stroke(frame, CornerRadius::ZERO, stroke, StrokeKind::Outside);
    }
    if scale.total > scale.seen {
        painter.rect(
            scale.frame(offset),
            CornerRadius::ZERO,
            palette.ink.gamma_multiply(0.10),
            Stroke::new(1.0, palette.ink.gamma_multiply(0.65)),
            StrokeKind::Inside,
        );
    }
    let response = ui.interact(scale.area, id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, name));
    widgets::focus_ring(ui, &response, scale.area);
    let pressed = (response.clicked() || response.dragged())
        .then(|| response.interact_pointer_pos())
        .flatten();
    let to = match pressed {
        Some(pressed) => Some(scale.offset_at(pressed.y)),
        None => by_key(ui, &response, scale, offset),
    };
    let scrolled = to.map(|to| Scrolled {
        to,
        jumped: response.clicked() || (to - offset).abs() > scale.seen,
    });
    Used {
        scrolled,
        entered: response.gained_focus(),
    }
}

/// The strip scrolls its column while it has the keyboard.
fn by_key(ui: &Ui, response: &Response, scale: &Scale, offset: f32) -> Option<f32> {
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let page = scale.seen * PAGE;
    let keys = [
        (Key::ArrowDown, offset + ARROW),
        (Key::ArrowUp, offset - ARROW),
        (Key::PageDown, offset + page),
        (Key::PageUp, offset - page),
        (Key::Home, 0.0),
        (Key::End, scale.total),
    ];
    let none = egui::Modifiers::NONE;
    let pressed = keys
        .into_iter()
        .find(|(key, _)| ui.input_mut(|input| input.consume_key(none, *key)));
    pressed.map(|(_, wanted)| wanted.clamp(0.0, scale.total))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strip_is_the_column_made_small() {
        let scale = Scale {
            area: Rect::from_min_max(pos2(0.0, 100.0), pos2(WIDTH, 300.0)),
            total: 2000.0,
            seen: 500.0,
        };
        let cell = scale.cell(0.0, 1000.0);
        assert_eq!((cell.top(), cell.bottom()), (100.0, 199.0));
        // What is too short to be seen is 2 high.
        assert_eq!(scale.cell(1000.0, 1001.0).height(), 2.0);
        let frame = scale.frame(500.0);
        assert_eq!((frame.top(), frame.bottom()), (150.0, 200.0));
        assert_eq!(scale.offset_at(200.0), 750.0);
        assert_eq!(scale.offset_at(100.0), 0.0);
    }
}
