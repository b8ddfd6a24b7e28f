//! The bar at the top: what is open, and what holds for the whole window.

use egui::{Align, Layout, Ui};

use super::icons::{self, Icon};
use super::palette::Palette;
use super::theme::{Face, size};
use super::widgets::{self, Button, Look};
use super::{Dialog, Scene, matrix};
use crate::locale::Language;
use crate::workspace::Command;
use crate::workspace::view::{Look as Change, Theme};

/// Shows the bar.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let palette = Palette::current(ui);
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(4.0);
        let (rect, _) = ui.allocate_exact_size(egui::vec2(16.0, 16.0), egui::Sense::hover());
        icons::paint(ui.painter(), rect, Icon::Crossread, palette.ink);
        widgets::label(ui, "Crossread", Face::SansSemiBold, 14.0, palette.ink);
        let shown_panels = &scene.workspace.view;
        let library = shown_panels.library;
        if Button::icon(Icon::PanelLeft, &scene.tr("library-toggle"))
            .selected(false)
            .show(ui)
            .clicked()
        {
            scene.ask(Command::Look(Change::Library(!library)));
        }
        ui.add_space(8.0);
        matrix::tabs(ui, scene);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| right(ui, scene));
    });
}

/// From the right edge inwards.
fn right(ui: &mut Ui, scene: &mut Scene<'_>) {
    if Button::new(&scene.tr("open-files"))
        .with_icon(Icon::Plus)
        .look(Look::Primary)
        .show(ui)
        .clicked()
    {
        *scene.dialog = Some(Dialog::Files);
    }
    if Button::new(&scene.tr("open-folder")).show(ui).clicked() {
        *scene.dialog = Some(Dialog::Folder);
    }
    ui.add_space(4.0);
    let view = &scene.workspace.view;
    let inspector = if ui.ctx().content_rect().width() < size::NARROW {
        Change::InspectorOver(!view.inspector_over)
    } else {
        Change::Inspector(!view.inspector)
    };
    if Button::icon(Icon::Panel, &scene.tr("inspector-toggle"))
        .show(ui)
        .clicked()
    {
        scene.ask(Command::Look(inspector));
    }
    let dark = ui.visuals().dark_mode;
    let name = scene.tr(if dark { "theme-light" } else { "theme-dark" });
    if Button::icon(Icon::Contrast, &name).show(ui).clicked() {
        let theme = if dark { Theme::Light } else { Theme::Dark };
        scene.ask(Command::Look(Change::Theme(theme)));
    }
    languages(ui, scene);
    ui.add_space(4.0);
    undo_redo(ui, scene);
}

/// The last change back, and on again; from the right edge inwards.
pub(super) fn undo_redo(ui: &mut Ui, scene: &mut Scene<'_>) {
    let (undo, redo) = scene.workspace.can_undo_redo();
    if Button::icon(Icon::Redo, &scene.tr("redo"))
        .enabled(redo)
        .show(ui)
        .clicked()
    {
        scene.ask(Command::Redo);
    }
    if Button::icon(Icon::Undo, &scene.tr("undo"))
        .enabled(undo)
        .show(ui)
        .clicked()
    {
        scene.ask(Command::Undo);
    }
}

/// One button a language; the one in use is on.
fn languages(ui: &mut Ui, scene: &mut Scene<'_>) {
    for language in Language::ALL.into_iter().rev() {
        let on = scene.workspace.view.language == language;
        let response = Button::new(language.name())
            .look(Look::Quiet)
            .selected(on)
            .show(ui);
        if response.clicked() && !on {
            scene.ask(Command::Look(Change::Language(language)));
        }
    }
}
