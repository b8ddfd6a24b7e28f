//! How a level of agreement is painted.

use egui::{CornerRadius, Rect, Shape, Stroke, StrokeKind, Ui, vec2};

use super::model::{Agreement, step};
use crate::ui::palette::Palette;
use crate::ui::read::layout::ColumnLayout;
use crate::ui::read::marks;
use crate::ui::read::model::{Column, Item};
use crate::ui::read::strip::{Scale, ground};

/// How a shaded row is lower than its line, above and below.
const INSET: f32 = 3.0;

/// A row of shaded words, lower than its line.
pub fn inset(row: Rect) -> Rect {
    row.shrink2(vec2(0.0, INSET))
}

/// The ground and the line of a level of agreement: the line is the thicker the more outlets carry the words.
pub fn shade(ui: &Ui, row: Rect, level: usize) {
    let palette = Palette::current(ui);
    let Some(ground) = level
        .checked_sub(1)
        .and_then(|at| palette.agreement.get(at))
    else {
        let stroke = Stroke::new(1.0, palette.line);
        let sharp = CornerRadius::ZERO;
        ui.painter()
            .rect_stroke(row, sharp, stroke, StrokeKind::Inside);
        return;
    };
    ui.painter().rect_filled(row, CornerRadius::ZERO, *ground);
    let line = row.with_min_y(row.bottom() - level as f32);
    let color = palette.verbatim.line;
    ui.painter().rect_filled(line, CornerRadius::ZERO, color);
}

/// The map made small: ground and line of each level as in the text, the line at the left; what stands only here is
/// hollow.
pub(super) fn cells(
    palette: &Palette,
    column: &Column,
    layout: &ColumnLayout,
    scale: &Scale,
    agreement: &Agreement,
) -> Shape {
    let mut cells = ground(palette, layout, scale);
    for (index, (item, runs)) in column.items.iter().zip(&agreement.runs).enumerate() {
        let Item::Paragraph(paragraph) = item else {
            continue;
        };
        let (top, height) = (layout.top(index), layout.item_height(index));
        if paragraph.only_here {
            let hollow = marks::hollow_parts(scale.cell(top, top + height));
            cells.extend(hollow, palette.only_here.line);
        }
        let letters = paragraph.text.chars().count().max(1) as f32;
        let at = |letter: usize| top + height * letter as f32 / letters;
        for run in runs {
            let level = step(run.carried_by, agreement.others.len());
            let cell = scale.cell(at(run.chars.start), at(run.chars.end));
            cells.add(cell, palette.level(level));
            let line = cell.with_max_x(cell.left() + level as f32);
            cells.add(line, palette.verbatim.line);
        }
    }
    cells.into_shape()
}
