//! Paints cells, heads and names of the matrix.

use egui::{Align2, CornerRadius, Rect, Response, Stroke, StrokeKind, Ui, pos2, vec2};

use super::model::Cell;
use crate::model::Article;
use crate::ui::palette::Palette;
use crate::ui::theme::Face;
use crate::ui::{Scene, describe, together, widgets};

/// Between two cells.
const GAP: f32 = 1.5;
/// From the chip to the name beside it.
const BESIDE: f32 = 8.0;

/// A cell: the ground and the line below say how much, and so does the figure.
pub fn cell(ui: &Ui, rect: Rect, cell: Option<&Cell>, response: Option<&Response>) {
    let palette = Palette::current(ui);
    let painter = ui.painter();
    let rect = rect.shrink(GAP);
    let Some(cell) = cell else {
        let dash = Align2::CENTER_CENTER;
        painter.text(rect.center(), dash, "–", Face::Sans.at(13.0), palette.ink3);
        return;
    };
    let level = together::level(cell.share);
    let is_hovered = response.is_some_and(Response::hovered);
    painter.rect_filled(rect, CornerRadius::ZERO, palette.level(level));
    let edge = if is_hovered {
        palette.ink
    } else {
        palette.line
    };
    painter.rect_stroke(
        rect,
        CornerRadius::ZERO,
        Stroke::new(1.0, edge),
        StrokeKind::Inside,
    );
    if level > 0 {
        let line = Rect::from_min_max(
            pos2(rect.left(), rect.bottom() - level as f32),
            rect.right_bottom(),
        );
        painter.rect_filled(line, CornerRadius::ZERO, palette.verbatim.line);
    }
    let face = if level > 1 {
        Face::SansSemiBold
    } else {
        Face::Sans
    };
    let text = format!("{}%", describe::percent(cell.share));
    painter.text(
        rect.center(),
        Align2::CENTER_CENTER,
        text,
        face.at(13.0),
        palette.ink,
    );
    if response.is_some_and(Response::has_focus) {
        focus(ui, rect);
    }
}

/// The chip above a column.
pub fn head(ui: &Ui, scene: &Scene<'_>, rect: Rect, article: &Article) {
    let (number, letters) = scene.outlets.get(article);
    let corner = pos2(
        rect.center().x - widgets::CHIP.x / 2.0,
        rect.bottom() - widgets::CHIP.y - 6.0,
    );
    widgets::paint_chip(ui, corner, number, letters);
}

/// The chip, the outlet and the headline before a row.
pub fn name(ui: &Ui, scene: &Scene<'_>, rect: Rect, article: &Article, response: &Response) {
    let palette = Palette::current(ui);
    if response.hovered() || response.dragged() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(2), palette.sel);
    }
    let (number, letters) = scene.outlets.get(article);
    let corner = pos2(rect.left() + 4.0, rect.top() + 7.0);
    widgets::paint_chip(ui, corner, number, letters);
    let left = corner.x + widgets::CHIP.x + BESIDE;
    let room = rect.right() - left - BESIDE;
    let outlet = describe::outlet_short(scene.locale, article);
    let outlet = (outlet.as_str(), Face::SansMedium, 13.0, palette.ink);
    let title = (article.title(), Face::Sans, 11.0, palette.ink2);
    let mut y = rect.top() + 6.0;
    for (text, face, size, color) in [outlet, title] {
        let galley = one_line(ui, text, (face, size), room);
        let height = galley.size().y;
        ui.painter()
            .galley_with_override_text_color(pos2(left, y), galley, color);
        y += height + 1.0;
    }
    if response.has_focus() {
        focus(ui, rect.shrink(1.0));
    }
}

fn one_line(
    ui: &Ui,
    text: &str,
    (face, size): (Face, f32),
    width: f32,
) -> std::sync::Arc<egui::Galley> {
    let color = egui::Color32::PLACEHOLDER;
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), face.at(size), color);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

fn focus(ui: &Ui, rect: Rect) {
    let stroke = Stroke::new(2.0, Palette::current(ui).ink);
    ui.painter()
        .rect_stroke(rect, CornerRadius::ZERO, stroke, StrokeKind::Inside);
}

/// What the grounds mean.
pub fn legend(ui: &mut Ui, scene: &Scene<'_>) {
    let palette = Palette::current(ui);
    let names = ["level-0", "level-1", "level-2", "level-3"];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (level, id) in names.into_iter().enumerate() {
            let (rect, _) = ui.allocate_exact_size(vec2(22.0, 14.0), egui::Sense::hover());
            ui.painter()
                .rect_filled(rect, CornerRadius::ZERO, palette.level(level));
            let edge = Stroke::new(1.0, palette.line);
            ui.painter()
                .rect_stroke(rect, CornerRadius::ZERO, edge, StrokeKind::Inside);
            let line = Rect::from_min_max(
                pos2(rect.left(), rect.bottom() - level as f32),
                rect.right_bottom(),
            );
            ui.painter()
                .rect_filled(line, CornerRadius::ZERO, palette.verbatim.line);
            widgets::label(ui, scene.tr(id), Face::Sans, 12.0, palette.ink2);
            ui.add_space(8.0);
        }
    });
}
