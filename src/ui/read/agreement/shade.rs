//! How a level of agreement is painted.

use egui::{CornerRadius, Rect, Stroke, StrokeKind, Ui, vec2};

use crate::ui::palette::Palette;

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
