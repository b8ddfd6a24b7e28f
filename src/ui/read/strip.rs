//! The overview of a column: all its passages at a glance, and the part that is on the screen.

use egui::accesskit::Role;
use egui::{CornerRadius, Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::layout::ColumnLayout;
use super::marks;
use super::model::{Column, Item};
use crate::ui::palette::Palette;

/// Width of the strip's frame; the cells are 8 wide in its middle.
pub const WIDTH: f32 = 14.0;
const CELL: f32 = 8.0;

/// Shows the strip; the offset to scroll to where the reader pressed or dragged.
#[expect(
    clippy::too_many_arguments,
    reason = "a column, its place and its scroll position"
)]
pub(super) fn show(
    ui: &Ui,
    area: Rect,
    palette: &Palette,
    column: &Column,
    layout: &ColumnLayout,
    offset: f32,
    height: f32,
    name: &str,
) -> Option<f32> {
    let total = layout.height().max(height);
    let scale = area.height() / total;
    let left = area.left() + (WIDTH - CELL) / 2.0;
    let cell = |top: f32, bottom: f32| {
        let top_on_screen = area.top() + top * scale;
        Rect::from_min_max(
            pos2(left, top_on_screen),
            pos2(
                left + CELL,
                (area.top() + bottom * scale - 1.0).max(top_on_screen + 2.0),
            ),
        )
    };
    let painter = ui.painter();
    // Ribbons pass under the strip.
    let body = cell(0.0, layout.height());
    painter.rect_filled(
        body.expand2(vec2(4.0, 2.0)),
        CornerRadius::ZERO,
        palette.paper,
    );
    painter.rect_filled(body, CornerRadius::ZERO, palette.cell);
    for (index, item) in column.items.iter().enumerate() {
        let Item::Paragraph(paragraph) = item else {
            continue;
        };
        let (top, bottom) = (
            layout.top(index),
            layout.top(index) + layout.item_height(index),
        );
        if paragraph.only_here {
            let stroke = Stroke::new(1.5, palette.only_here.line);
            painter.rect_stroke(
                cell(top, bottom),
                CornerRadius::ZERO,
                stroke,
                StrokeKind::Inside,
            );
        }
        for mark in &paragraph.marks {
            if let Some((from, to)) = layout.place_of(mark.focus) {
                let part = cell(from.max(top), to.min(bottom).max(from.max(top)));
                marks::paint_cell(
                    painter,
                    part,
                    mark.kind,
                    palette.kind(mark.kind).line,
                    false,
                );
            }
        }
    }
    let frame = Rect::from_min_size(
        pos2(area.left(), area.top() + offset * scale),
        vec2(WIDTH, (height * scale).min(area.height())),
    )
    .intersect(area);
    let whole = layout.height() <= height;
    let (ground, edge) = if whole { (0.0, 0.0) } else { (0.10, 0.65) };
    painter.rect(
        frame,
        CornerRadius::ZERO,
        palette.ink.gamma_multiply(ground),
        Stroke::new(1.0, palette.ink.gamma_multiply(edge)),
        StrokeKind::Inside,
    );
    let response = ui.interact(
        area,
        Id::unique(("strip", column.id)),
        Sense::CLICK | Sense::DRAG,
    );
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, name));
    let pressed = (response.clicked() || response.dragged())
        .then(|| response.interact_pointer_pos())
        .flatten()?;
    Some(((pressed.y - area.top()) / scale - height / 2.0).clamp(0.0, total))
}
