//! The bar at the top: what is open, and what holds for the whole window.

use egui::{CornerRadius, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::actions::Action;
use super::icons::{self, Icon};
use super::palette::Palette;
use super::theme::{Face, size};
use super::widgets::{self, Button, Look, Part};
use super::{Scene, keycaps, matrix};
use crate::locale::Language;
use crate::workspace::Command;
use crate::workspace::view::Look as Change;

/// Width of the way to the palette, and of a window that has room for it.
const SEARCH: f32 = 270.0;
const ROOMY: f32 = 1160.0;
/// In a window as narrow as this, an icon must do.
const TIGHT: f32 = 940.0;

/// Shows the bar.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    widgets::row_with_end(ui, |ui, part| match part {
        Part::Start => left(ui, scene),
        Part::End => right(ui, scene),
    });
}

/// What is open.
fn left(ui: &mut Ui, scene: &mut Scene<'_>) {
    ui.add_space(4.0);
    let ink = Palette::current(ui).ink;
    let (rect, _) = ui.allocate_exact_size(egui::vec2(16.0, 16.0), egui::Sense::hover());
    icons::paint(ui.painter(), rect, Icon::Crossread, ink);
    let width = ui.ctx().content_rect().width();
    if width >= TIGHT {
        widgets::label(ui, "Crossread", Face::SansSemiBold, 14.0, ink);
    }
    Action::Library.icon(ui, scene, Icon::PanelLeft);
    ui.add_space(4.0);
    Action::Back.icon(ui, scene, Icon::Left);
    Action::Forward.icon(ui, scene, Icon::Right);
    ui.add_space(4.0);
    matrix::tabs(ui, scene, width >= ROOMY);
}

/// What holds for the whole window.
fn right(ui: &mut Ui, scene: &mut Scene<'_>) {
    search(ui, scene);
    ui.add_space(4.0);
    undo_redo(ui, scene);
    ui.add_space(4.0);
    languages(ui, scene);
    Action::Keys.icon(ui, scene, Icon::Keyboard);
    let dark = ui.visuals().dark_mode;
    let name = scene.tr(if dark { "theme-light" } else { "theme-dark" });
    Action::Theme.button(ui, scene, Button::icon(Icon::Contrast, &name), &name);
    Action::Inspector.icon(ui, scene, Icon::Panel);
    ui.add_space(4.0);
    if ui.ctx().content_rect().width() < TIGHT {
        Action::OpenFolder.icon(ui, scene, Icon::Folder);
    } else {
        Action::OpenFolder.named(ui, scene, Look::Plain, None);
    }
    Action::OpenFiles.named(ui, scene, Look::Primary, Some(Icon::Plus));
}

/// The last change back, and on again.
pub(super) fn undo_redo(ui: &mut Ui, scene: &mut Scene<'_>) {
    Action::Undo.icon(ui, scene, Icon::Undo);
    Action::Redo.icon(ui, scene, Icon::Redo);
}

/// The way to the palette, which looks like a field and teaches its key.
fn search(ui: &mut Ui, scene: &mut Scene<'_>) {
    if ui.ctx().content_rect().width() < ROOMY {
        return Action::Palette.icon(ui, scene, Icon::Search);
    }
    let palette = Palette::current(ui);
    let name = Action::Palette.name(scene.locale);
    let (rect, response) = ui.allocate_exact_size(vec2(SEARCH, size::CONTROL), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, &name));
    let fill = if response.hovered() {
        palette.sel
    } else {
        palette.raised
    };
    let painter = ui.painter();
    painter.rect(
        rect,
        CornerRadius::same(4),
        fill,
        Stroke::new(1.0, palette.edge),
        StrokeKind::Inside,
    );
    widgets::focus_ring(ui, &response, rect);
    let icon = egui::Rect::from_center_size(
        pos2(rect.left() + 16.0, rect.center().y),
        egui::Vec2::splat(16.0),
    );
    icons::paint(painter, icon, Icon::Search, palette.ink2);
    let caps = Action::Palette.entry().keys.first();
    let mut right = rect.right() - 6.0;
    if let Some(chord) = caps {
        right = keycaps::paint(
            painter,
            pos2(right, rect.center().y),
            &chord.caps(),
            palette,
        );
    }
    let room = egui::Rect::from_min_max(rect.min, pos2(right, rect.bottom()));
    let text = painter.layout_no_wrap(name, Face::Sans.at(13.0), palette.ink2);
    let min = pos2(rect.left() + 32.0, rect.center().y - text.size().y / 2.0);
    let painter = painter.with_clip_rect(room.intersect(ui.clip_rect()));
    painter.galley(min, text, palette.ink2);
    if response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .clicked()
    {
        Action::Palette.run(ui.ctx(), scene);
    }
}

/// One button a language; the one in use is on.
fn languages(ui: &mut Ui, scene: &mut Scene<'_>) {
    for language in Language::ALL {
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
