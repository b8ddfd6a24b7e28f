//! What came of the files that were opened, when there is something to say about them.

use egui::{Align, Layout, ScrollArea, Ui, vec2};

use super::Scene;
use super::palette::Palette;
use super::theme::Face;
use super::widgets::{self, Button, Look};
use crate::locale::Message;
use crate::workspace::{Command, Outcome, Report, Row};

/// Shows the report, problems first.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, report: &Report) {
    let palette = Palette::current(ui);
    egui::Frame::new().inner_margin(28.0).show(ui, |ui| {
        let title = Message::new("report-title")
            .with("read", report.rows.len() - report.failed())
            .with("failed", report.failed());
        widgets::paragraph(
            ui,
            scene.text(&title),
            Face::SerifSemiBold,
            24.0,
            palette.ink,
        );
        ui.add_space(8.0);
        let height = ui.available_height() - 48.0;
        ScrollArea::vertical()
            .id_salt("report")
            .max_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                for row in &report.rows {
                    self::row(ui, scene, row);
                }
            });
        ui.add_space(12.0);
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            if Button::new(&scene.tr("report-close"))
                .look(Look::Primary)
                .show(ui)
                .clicked()
            {
                scene.ask(Command::DismissReport);
            }
        });
    });
}

fn row(ui: &mut Ui, scene: &Scene<'_>, row: &Row) {
    let palette = Palette::current(ui);
    let (state, messages): (&'static str, Vec<&Message>) = match &row.outcome {
        Outcome::Failed(message) => ("report-failed", vec![message]),
        Outcome::Remarks(remarks) => ("report-remarks", remarks.iter().collect()),
        Outcome::Loaded => ("report-loaded", Vec::new()),
    };
    ui.add_space(6.0);
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 18.0),
        Layout::right_to_left(Align::Center),
        |ui| {
            widgets::label(ui, scene.tr(state), Face::SansMedium, 12.0, palette.ink2);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                widgets::label(ui, &row.source, Face::SansMedium, 13.0, palette.ink);
            });
        },
    );
    for message in messages {
        widgets::paragraph(ui, scene.text(message), Face::Sans, 12.0, palette.ink2);
    }
    ui.add_space(6.0);
    widgets::hairline(ui);
}
