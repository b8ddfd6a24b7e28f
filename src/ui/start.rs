//! The page while nothing is open, the frame while files are held over the window, and the line about the sample.

use egui::{Align, CornerRadius, Layout, Rect, Stroke, StrokeKind, Ui, vec2};

use super::Scene;
use super::actions::Action;
use super::icons::Icon;
use super::library::dashed_frame;
use super::palette::Palette;
use super::theme::Face;
use super::widgets::{self, Button, Look};
use crate::locale::Message;
use crate::workspace::Command;

/// The text field for a path, for desktops without a file dialog.
#[derive(Default)]
pub struct PathField {
    /// Whether the dialog failed and the field is shown.
    pub open: bool,
    text: String,
    had_keyboard: bool,
}

impl PathField {
    /// Shows the field.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let palette = Palette::current(ui);
        egui::Frame::new()
            .fill(palette.panel)
            .inner_margin(12.0)
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                widgets::paragraph(
                    ui,
                    scene.tr("dialog-missing"),
                    Face::Sans,
                    13.0,
                    palette.ink,
                );
                ui.add_space(4.0);
                ui.horizontal(|ui| {
                    let name =
                        widgets::label(ui, scene.tr("path-field"), Face::Sans, 13.0, palette.ink2);
                    let field = egui::TextEdit::singleline(&mut self.text).desired_width(420.0);
                    let field = ui.add(field).labelled_by(name.id);
                    if !std::mem::replace(&mut self.had_keyboard, true) {
                        field.request_focus();
                    }
                    let enter = ui.input(|input| input.key_pressed(egui::Key::Enter));
                    let entered = field.lost_focus() && enter;
                    let pressed = Button::new(&scene.tr("path-open"))
                        .look(Look::Primary)
                        .show(ui)
                        .clicked();
                    if (entered || pressed) && !self.text.trim().is_empty() {
                        scene.ask(Command::Open(vec![self.text.trim().into()]));
                        *self = Self::default();
                    }
                    if Button::icon(Icon::Close, &scene.tr("path-close"))
                        .show(ui)
                        .clicked()
                    {
                        *self = Self::default();
                    }
                });
            });
    }
}

/// The page while nothing is open.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let palette = Palette::current(ui);
    let area = ui.available_rect_before_wrap().shrink(28.0);
    let zone = Rect::from_min_max(area.min, area.max - vec2(0.0, 52.0));
    dashed_frame(ui, zone, palette.edge);
    let middle = Rect::from_center_size(zone.center(), vec2(zone.width().min(620.0) - 40.0, 160.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(middle), |ui| {
        widgets::paragraph(
            ui,
            scene.tr("start-title"),
            Face::SerifSemiBold,
            30.0,
            palette.ink,
        );
        ui.add_space(8.0);
        let text = Action::Paste.hint("start-text", scene.locale);
        widgets::paragraph(ui, text, Face::Sans, 14.0, palette.ink2);
    });
    let row = Rect::from_min_max(egui::pos2(area.left(), zone.bottom() + 16.0), area.max);
    ui.scope_builder(egui::UiBuilder::new().max_rect(row), |ui| {
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            Action::OpenFiles.named(ui, scene, Look::Primary, Some(Icon::Plus));
            Action::OpenFolder.named(ui, scene, Look::Plain, None);
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                Action::OpenSample.named(ui, scene, Look::Plain, None);
            });
        });
    });
}

/// The line that says what the sample is.
pub fn sample_line(ui: &mut Ui, scene: &Scene<'_>) {
    let palette = Palette::current(ui);
    egui::Frame::new()
        .fill(palette.panel)
        .inner_margin(egui::Margin::symmetric(16, 7))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            widgets::label(ui, scene.tr("sample-line"), Face::Sans, 13.0, palette.ink);
        });
}

/// Covers the window while files are held over it.
pub fn hovering(ui: &Ui, scene: &Scene<'_>, names: &[String]) {
    let palette = Palette::current(ui);
    let screen = ui.ctx().content_rect();
    // Above sheets and tooltips: a drop counts wherever it is made.
    let layer = egui::LayerId::new(egui::Order::Tooltip, egui::Id::unique("drop"));
    let painter = ui.ctx().layer_painter(layer);
    painter.rect_filled(screen, CornerRadius::ZERO, palette.scrim);
    let card = Rect::from_center_size(
        screen.center(),
        vec2(620.0_f32.min(screen.width() - 40.0), 190.0),
    );
    painter.rect(
        card,
        CornerRadius::same(6),
        palette.paper,
        Stroke::new(2.0, palette.ink),
        StrokeKind::Inside,
    );
    let title = scene.text(&Message::new("drop-title").with("count", names.len()));
    let write = |at: egui::Pos2, text: &str, font: egui::FontId, color: egui::Color32| {
        painter.text(at, egui::Align2::LEFT_TOP, text, font, color);
    };
    let at = card.min + vec2(28.0, 26.0);
    write(at, &title, Face::SerifSemiBold.at(24.0), palette.ink);
    let below = at + vec2(0.0, 42.0);
    write(
        below,
        &scene.tr("drop-text"),
        Face::Sans.at(13.0),
        palette.ink2,
    );
    let mut list: Vec<&str> = names.iter().map(String::as_str).take(3).collect();
    if names.len() > 3 {
        list.push("…");
    }
    for (line, name) in list.iter().enumerate() {
        let at = at + vec2(0.0, 72.0 + 19.0 * line as f32);
        write(at, name, Face::Sans.at(13.0), palette.ink);
    }
}
