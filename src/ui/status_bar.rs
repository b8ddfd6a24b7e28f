//! The line at the bottom: what is open, what is under way, what there is to say.

use egui::{Align, Layout, Ui};

use super::Scene;
use super::actions::Action;
use super::icons::Icon;
use super::palette::Palette;
use super::read::model::Model;
use super::theme::Face;
use super::widgets::{self, Button, Look};
use crate::locale::Message;
use crate::workspace::Busy;

/// Shows the line, with the counts of what is open.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, open: &Model) {
    let palette = Palette::current(ui);
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(4.0);
        let counts = scene.text(&counts(open));
        widgets::label(ui, counts, Face::Sans, 12.0, palette.ink2);
        not_counted(ui, scene, open.counts.stock);
        selected(ui, scene);
        if let Some(notice) = &scene.workspace.notice {
            ui.add_space(8.0);
            let text = scene.text(notice);
            widgets::label(ui, text, Face::SansMedium, 12.0, palette.ink);
            if scene.workspace.offers_undo() {
                Action::Undo.named(ui, scene, Look::Plain, Some(Icon::Undo));
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(4.0);
            under_way(ui, scene);
            last_report(ui, scene);
        });
    });
}

fn counts(open: &Model) -> Message {
    if open.columns.is_empty() {
        return Message::new("status-empty");
    }
    Message::new("status-counts")
        .with("articles", open.columns.len())
        .with("words", open.words)
        .with("passages", open.order.len())
}

/// How many phrases are not counted, what the reader decided of phrases, and the way back from all of that.
fn not_counted(ui: &mut Ui, scene: &mut Scene<'_>, stock: usize) {
    let palette = Palette::current(ui);
    let workspace = scene.workspace;
    if stock > 0 {
        ui.add_space(8.0);
        let text = scene.text(&Message::new("status-stock").with("count", stock));
        widgets::label(ui, text, Face::Sans, 12.0, palette.ink2);
    }
    let settings = &workspace.project().settings;
    let (counted, ignored) = (settings.counted.len(), settings.ignored.len());
    let id = match (counted, ignored) {
        (0, 0) => return,
        (_, 0) => "status-counted",
        (0, _) => "status-ignored",
        _ => "status-decided",
    };
    ui.add_space(8.0);
    let message = Message::new(id)
        .with("counted", counted)
        .with("ignored", ignored);
    let text = scene.text(&message);
    widgets::label(ui, text, Face::Sans, 12.0, palette.ink2);
    Action::CountAsFound.named(ui, scene, Look::Quiet, Some(Icon::Restore));
}

/// How much text is selected.
fn selected(ui: &mut Ui, scene: &Scene<'_>) {
    let Some((article, span)) = scene.workspace.view.selected_text() else {
        return;
    };
    let findings = &scene.workspace.findings;
    let place = findings.place_of(article);
    let article = place.and_then(|place| findings.articles.get(place));
    let words = article.map_or(&[][..], |article| article.body().words.as_slice());
    let from = words.partition_point(|word| word.end <= span.start);
    let to = words.partition_point(|word| word.start < span.end);
    let text = Message::new("status-selected").with("count", to - from);
    ui.add_space(8.0);
    let color = Palette::current(ui).ink2;
    widgets::label(ui, scene.text(&text), Face::Sans, 12.0, color);
}

fn under_way(ui: &mut Ui, scene: &mut Scene<'_>) {
    let palette = Palette::current(ui);
    let message = match scene.workspace.busy() {
        None => {
            let settings = &scene.workspace.project().settings;
            Message::new("status-settings").with("words", settings.min_words)
        }
        Some(Busy::Comparing) => Message::new("status-comparing"),
        Some(Busy::Loading(done, total)) => Message::new("status-loading")
            .with("done", done)
            .with("total", total),
    };
    if scene.workspace.busy().is_some() {
        let cancel = scene.tr("cancel");
        let button = Button::new(&cancel).look(Look::Quiet);
        Action::Cancel.button(ui, scene, button, &cancel);
    }
    let text = scene.text(&message);
    widgets::label(ui, text, Face::Sans, 12.0, palette.ink2);
}

/// The way back to what came of the last files.
fn last_report(ui: &mut Ui, scene: &mut Scene<'_>) {
    let workspace = scene.workspace;
    if workspace.report.is_none() || workspace.report_open {
        return;
    }
    // Laid out from the right: the button stands before what it leads to.
    Action::Report.named(ui, scene, Look::Quiet, None);
    let report = workspace.report.as_ref();
    let passed = report.map_or(0, |report| report.passed.len());
    if passed > 0 {
        let color = Palette::current(ui).ink2;
        let text = scene.text(&Message::new("status-passed").with("count", passed));
        widgets::label(ui, text, Face::Sans, 12.0, color);
    }
}
