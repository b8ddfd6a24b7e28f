//! What came of the files that were opened, when there is something to say about them.

use egui::{Align, Label, Layout, RichText, ScrollArea, Sense, Ui, vec2};

use super::Scene;
use super::palette::Palette;
use super::theme::{self, Face};
use super::widgets::{self, Button, Look};
use crate::locale::{Locale, Message, Value};
use crate::workspace::{Command, Outcome, Report, Row, Sort};

/// Height of a row that holds one line, in points: what a row is taken for until it was seen.
const LINE: f32 = 31.0;
/// Most files that were passed over are named in the line, and in its tooltip, which is so wide, in points.
const MOST_NAMED: usize = 6;
const MOST_IN_TOOLTIP: usize = 30;
const TOOLTIP: f32 = 480.0;
/// Width of what came of a file, in points.
const STATE: f32 = 170.0;

/// The report's own state: how high each row is, so that those out of sight cost nothing.
#[derive(Default)]
pub struct ReportPanel {
    heights: Vec<f32>,
    width: f32,
}

impl ReportPanel {
    /// Shows the report, problems first.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, report: &Report) {
        let palette = Palette::current(ui);
        egui::Frame::new().inner_margin(28.0).show(ui, |ui| {
            let title = title(scene, report);
            widgets::paragraph(ui, title, Face::SerifSemiBold, 24.0, palette.ink);
            if let Some(passed) = passed(scene.locale, report) {
                ui.add_space(4.0);
                let line = widgets::paragraph(ui, passed, Face::Sans, 12.0, palette.ink2);
                line.on_hover_ui(|ui| {
                    ui.set_max_width(TOOLTIP);
                    let all = in_short(&report.passed, MOST_IN_TOOLTIP).join("\n");
                    widgets::paragraph(ui, all, Face::Sans, 12.0, Palette::current(ui).ink);
                });
            }
            ui.add_space(8.0);
            let height = ui.available_height() - 48.0;
            theme::show_scroll_bars(ui);
            ScrollArea::vertical()
                .id_salt("report")
                .max_height(height)
                .auto_shrink([false, true])
                .show_viewport(ui, |ui, seen| self.rows(ui, scene, report, seen));
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

    /// Lays out the rows in sight; the others leave their room.
    fn rows(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, report: &Report, seen: egui::Rect) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let width = ui.available_width();
        if self.heights.len() != report.rows.len() || (self.width - width).abs() > 0.5 {
            self.heights = vec![LINE; report.rows.len()];
            self.width = width;
        }
        let mut y = 0.0;
        let mut skipped = 0.0;
        for (number, (row, height)) in report.rows.iter().zip(&mut self.heights).enumerate() {
            if y + *height < seen.min.y || y > seen.max.y {
                skipped += *height;
            } else {
                leave(ui, width, std::mem::take(&mut skipped));
                let before = ui.cursor().top();
                self::row(ui, scene, number, row);
                *height = ui.cursor().top() - before;
            }
            y += *height;
        }
        leave(ui, width, skipped);
    }
}

fn leave(ui: &mut Ui, width: f32, height: f32) {
    if height > 0.0 {
        ui.allocate_exact_size(vec2(width, height), Sense::hover());
    }
}

/// How many files were passed over, and which; nothing where there are none.
pub fn passed(locale: &Locale, report: &Report) -> Option<String> {
    let names: Vec<String> = report
        .passed
        .iter()
        .map(|path| last_part(path).to_owned())
        .collect();
    (!names.is_empty()).then(|| {
        let message = Message::new("report-passed")
            .with("count", names.len())
            .with("files", in_short(&names, MOST_NAMED).join(", "));
        locale.text(&message)
    })
}

/// The first so many of them, and dots for the others.
fn in_short(names: &[String], most: usize) -> Vec<String> {
    let mut shown: Vec<String> = names.iter().take(most).cloned().collect();
    if shown.len() < names.len() {
        shown.push("…".to_owned());
    }
    shown
}

fn last_part(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).find(|part| !part.is_empty());
    name.unwrap_or(path)
}

/// How many files came to what.
fn title(scene: &Scene<'_>, report: &Report) -> String {
    let counts: Vec<String> = [
        (Sort::Loaded, "report-count-loaded"),
        (Sort::Remarks, "report-count-remarks"),
        (Sort::Version, "report-count-versions"),
        (Sort::Duplicate, "report-count-duplicates"),
        (Sort::Failed, "report-count-failed"),
    ]
    .into_iter()
    .map(|(sort, id)| (report.count(sort), id))
    .chain([(report.passed.len(), "report-count-passed")])
    .filter(|(count, _)| *count > 0)
    .map(|(count, id)| scene.text(&Message::new(id).with("count", count)))
    .collect();
    let title = Message::new("report-title")
        .with("files", report.rows.len() + report.passed.len())
        .with("counts", counts.join(", "));
    scene.text(&title)
}

fn row(ui: &mut Ui, scene: &mut Scene<'_>, number: usize, row: &Row) {
    let palette = Palette::current(ui);
    let state = scene.tr(match row.sort() {
        Sort::Failed => "report-failed",
        Sort::Duplicate => "report-duplicate",
        Sort::Version => "report-version",
        Sort::Remarks => "report-remarks",
        Sort::Loaded => "report-loaded",
    });
    ui.add_space(6.0);
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 18.0),
        Layout::left_to_right(Align::Center),
        |ui| {
            let wide = vec2(STATE, 18.0);
            ui.allocate_ui_with_layout(wide, Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_width(STATE);
                let face = match row.sort() {
                    Sort::Failed | Sort::Duplicate => Face::SansSemiBold,
                    _ => Face::Sans,
                };
                widgets::label(ui, state, face, 12.0, palette.ink2);
            });
            file(ui, row);
            folder(ui, scene, row);
            if let Some(headline) = &row.headline {
                ui.add_space(8.0);
                widgets::label(ui, headline, Face::Serif, 13.0, palette.ink2);
            }
        },
    );
    for message in messages(row) {
        indented(ui, |ui| {
            let text = without_name(scene, message);
            widgets::paragraph(ui, text, Face::Sans, 12.0, palette.ink2);
        });
    }
    if matches!(row.outcome, Outcome::Duplicate(_)) {
        ui.add_space(6.0);
        indented(ui, |ui| {
            if Button::new(&scene.tr("report-add")).show(ui).clicked() {
                scene.ask(Command::AddAnyway(number));
            }
        });
        ui.add_space(4.0);
    }
    ui.add_space(6.0);
    widgets::hairline(ui);
}

/// The last part of a path; all of it while the pointer rests there.
fn file(ui: &mut Ui, row: &Row) {
    let text = RichText::new(last_part(&row.source))
        .font(Face::SansMedium.at(13.0))
        .color(Palette::current(ui).ink);
    ui.add(Label::new(text).truncate())
        .on_hover_text(&row.source);
}

/// Where a file was looked for that could not be read: the name alone does not show what was mistyped.
fn folder(ui: &mut Ui, scene: &Scene<'_>, row: &Row) {
    let folder = row.source.strip_suffix(last_part(&row.source));
    let folder = folder.filter(|folder| row.sort() == Sort::Failed && !folder.is_empty());
    if let Some(folder) = folder {
        let text = scene.text(&Message::new("report-folder").with("folder", folder));
        widgets::label(ui, text, Face::Sans, 12.0, Palette::current(ui).ink2);
    }
}

/// Below the name of the file.
fn indented(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.add_space(STATE + 8.0);
        ui.vertical(content);
    });
}

fn messages(row: &Row) -> Vec<&Message> {
    let outcome = match &row.outcome {
        Outcome::Failed(message) | Outcome::Version(message) => Some(message),
        Outcome::Duplicate(duplicate) => Some(&duplicate.message),
        Outcome::Loaded => None,
    };
    outcome.into_iter().chain(&row.remarks).collect()
}

/// A message without the file's name at its head: the row begins with it.
fn without_name(scene: &Scene<'_>, message: &Message) -> String {
    let text = scene.text(message);
    let file = message
        .arguments
        .iter()
        .find_map(|(name, value)| match value {
            Value::Text(file) if *name == "file" => Some(file),
            _ => None,
        });
    let rest = file.and_then(|file| text.strip_prefix(file.as_str())?.strip_prefix(": "));
    let Some(rest) = rest else {
        return text;
    };
    let mut letters = rest.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
