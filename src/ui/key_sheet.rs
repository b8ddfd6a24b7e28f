//! The sheet of keys: every action that has one, by what it is about.

use egui::accesskit::Role;
use egui::{
    CornerRadius, Frame, Id, Margin, Modal, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::actions::{Action, ENTRIES, Entry, Group};
use super::icons::Icon;
use super::palette::Palette;
use super::theme::Face;
use super::widgets::{self, Button};
use super::{Scene, inspector, keycaps};
use crate::workspace::Command;
use crate::workspace::view::{Look, Sheet};

/// Most that the sheet takes of the window, in points.
const WIDTH: f32 = 760.0;
const HEIGHT: f32 = 700.0;
/// Height of a row, and between the two halves.
const ROW: f32 = 28.0;
const GAP: f32 = 28.0;

/// Shows the sheet while it is asked for.
pub fn show(ui: &Ui, scene: &mut Scene<'_>) {
    if scene.workspace.view.sheet != Some(Sheet::Keys) {
        return;
    }
    let palette = Palette::current(ui);
    let screen = ui.ctx().content_rect();
    let size = vec2(
        WIDTH.min(screen.width() - 80.0),
        HEIGHT.min(screen.height() - 80.0),
    )
    .max(vec2(1.0, 1.0));
    let frame = Frame::new()
        .fill(palette.raised)
        .stroke(Stroke::new(1.0, palette.edge))
        .corner_radius(CornerRadius::same(6))
        .inner_margin(Margin::symmetric(20, 14));
    let modal = Modal::new(Id::unique("keys"))
        .backdrop_color(palette.scrim)
        .frame(frame)
        .show(ui.ctx(), |ui| {
            ui.set_width(size.x);
            ui.set_height(size.y);
            inspector::title_row(ui, &scene.tr("keys-title"), |ui| {
                if Button::icon(Icon::Close, &scene.tr("keys-close"))
                    .show(ui)
                    .clicked()
                {
                    scene.ask(Command::Look(Look::Sheet(None)));
                }
            });
            let hint = Action::Palette.hint("keys-hint", scene.locale);
            widgets::paragraph(ui, hint, Face::Sans, 12.0, palette.ink2);
            ui.add_space(8.0);
            ScrollArea::vertical()
                .id_salt("keys")
                .auto_shrink(false)
                .show(ui, |ui| halves(ui, scene));
        });
    if modal.should_close() {
        scene.ask(Command::Look(Look::Sheet(None)));
    }
}

/// What leads from place to place at the left, the rest at the right.
fn halves(ui: &mut Ui, scene: &Scene<'_>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let [first, rest @ ..] = Group::ALL;
    let area = ui.available_rect_before_wrap();
    let width = (area.width() - GAP) / 2.0;
    let half = |ui: &mut Ui, left: f32, groups: &[Group]| {
        let rect = Rect::from_min_size(pos2(left, area.top()), vec2(width, area.height()));
        let builder = UiBuilder::new().max_rect(rect).id_salt(groups.len());
        let inner = ui.scope_builder(builder, |ui| {
            for group in groups {
                self::group(ui, scene, *group);
            }
        });
        inner.response.rect.bottom()
    };
    let bottom = half(ui, area.left(), &[first]);
    let bottom = bottom.max(half(ui, area.left() + width + GAP, &rest));
    ui.advance_cursor_after_rect(Rect::from_min_max(area.min, pos2(area.right(), bottom)));
}

fn group(ui: &mut Ui, scene: &Scene<'_>, group: Group) {
    let ink = Palette::current(ui).ink;
    ui.add_space(8.0);
    widgets::label(ui, group.name(scene.locale), Face::SansSemiBold, 13.0, ink);
    ui.add_space(4.0);
    let entries = ENTRIES.iter().filter(|entry| entry.group == group);
    for entry in entries.filter(|entry| !entry.keys.is_empty()) {
        row(ui, scene, entry);
    }
    ui.add_space(8.0);
}

/// A name and its keys; those that mean the same stand beside one another.
fn row(ui: &mut Ui, scene: &Scene<'_>, entry: &Entry) {
    let palette = Palette::current(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let name = entry.action.name(scene.locale);
    let keys: Vec<String> = entry
        .keys
        .iter()
        .map(|chord| chord.text(scene.locale))
        .collect();
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Label, true, format!("{name}: {}", keys.join(", ")))
    });
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let mut right = pos2(rect.right(), rect.center().y);
    for chord in entry.keys.iter().rev() {
        right.x = keycaps::paint(&painter, right, &chord.caps(), palette) - 6.0;
    }
    let text = painter.layout_no_wrap(name, Face::Sans.at(13.0), palette.ink);
    let min = pos2(rect.left(), rect.center().y - text.size().y / 2.0);
    let room = Rect::from_min_max(rect.min, pos2(right.x, rect.bottom()));
    painter
        .with_clip_rect(room.intersect(ui.clip_rect()))
        .galley(min, text, palette.ink);
    painter.hline(
        rect.x_range(),
        rect.bottom(),
        Stroke::new(1.0, palette.line),
    );
}
