//! The sheet of keys: every action that has one, by what it is about.

use egui::accesskit::Role;
use egui::{Key, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::actions::{Action, Chord, ENTRIES, Group};
use super::icons::Icon;
use super::palette::Palette;
use super::theme::{Face, size};
use super::widgets::{self, Button};
use super::{Scene, inspector, keycaps};
use crate::locale::Locale;
use crate::workspace::Command;
use crate::workspace::view::{Look, Sheet};

/// Most that the sheet takes of the window, between two columns, and the least width of a column, in points.
const WIDTH: f32 = 920.0;
const GAP: f32 = 36.0;
const COLUMN: f32 = 400.0;
/// Height of a row, and of what stands above the rows.
const ROW: f32 = 28.0;
const HEAD: f32 = 66.0;
/// Further than the sheet goes, in points.
const ALL: f32 = 10_000.0;
/// Between the sheet and the bars above and below it.
const AROUND: f32 = 8.0;
/// What stands beside one another, about as long on either side.
const COLUMNS: [&[Group]; 2] = [&[Group::Move, Group::Sight], &[Group::Work, Group::Show]];

/// Shows the sheet while it is asked for.
pub fn show(ui: &Ui, scene: &mut Scene<'_>) {
    if scene.workspace.view.sheet != Some(Sheet::Keys) {
        return;
    }
    let palette = Palette::current(ui);
    let screen = ui.ctx().content_rect();
    let bars = size::TOP_BAR + size::STATUS_BAR;
    let inside = widgets::SHEET;
    let room = screen.height() - bars - 2.0 * AROUND - inside.sum().y - HEAD;
    let top = Some(size::TOP_BAR + AROUND);
    let modal = widgets::sheet(ui.ctx(), "keys", top, WIDTH, inside, |ui| {
        // An area takes no more than what it thinks fit unless told.
        ui.set_max_height(room.max(ROW) + HEAD);
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
            .auto_shrink([false, true])
            .max_height(room.max(ROW))
            .show(ui, |ui| {
                ui.scroll_with_delta(vec2(0.0, -by_keys(ui, room)));
                columns(ui, scene);
            });
    });
    if modal.should_close() {
        scene.ask(Command::Look(Look::Sheet(None)));
    }
}

/// How far the pressed keys go down a sheet that shows `page` points at once.
fn by_keys(ui: &Ui, page: f32) -> f32 {
    let ways = [
        (Key::ArrowDown, ROW),
        (Key::ArrowUp, -ROW),
        (Key::PageDown, page),
        (Key::PageUp, -page),
        (Key::End, ALL),
        (Key::Home, -ALL),
    ];
    let pressed = ways
        .iter()
        .find(|(key, _)| ui.input(|input| input.key_pressed(*key)));
    pressed.map_or(0.0, |(_, way)| *way)
}

/// All groups, in two columns where there is room for them.
fn columns(ui: &mut Ui, scene: &Scene<'_>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let area = ui.available_rect_before_wrap();
    let width = (area.width() - GAP) / 2.0;
    if width < COLUMN {
        for group in Group::ALL {
            self::group(ui, scene, group);
        }
        return;
    }
    let mut bottom = area.top();
    let mut left = area.left();
    for groups in COLUMNS {
        let rect = Rect::from_min_size(pos2(left, area.top()), vec2(width, area.height()));
        let builder = UiBuilder::new().max_rect(rect).id_salt(groups);
        let inner = ui.scope_builder(builder, |ui| {
            for group in groups {
                self::group(ui, scene, *group);
            }
        });
        bottom = inner.response.rect.bottom().max(bottom);
        left += width + GAP;
    }
    ui.advance_cursor_after_rect(Rect::from_min_max(area.min, pos2(area.right(), bottom)));
}

fn group(ui: &mut Ui, scene: &Scene<'_>, group: Group) {
    let ink = Palette::current(ui).ink;
    ui.add_space(8.0);
    widgets::label(ui, group.name(scene.locale), Face::SansSemiBold, 13.0, ink);
    ui.add_space(4.0);
    for (name, keys) in rows(scene.locale, group) {
        row(ui, scene.locale, &name, &keys);
    }
    ui.add_space(8.0);
}

/// Each row of a group: its name and its keys. What leads on and what leads back share one.
fn rows(locale: &Locale, group: Group) -> Vec<(String, Vec<Chord>)> {
    let entries = ENTRIES.iter().filter(|entry| entry.group == group);
    let entries = entries.filter(|entry| !entry.keys.is_empty());
    let mut rows = Vec::new();
    let mut shown = Vec::new();
    for entry in entries {
        if shown.contains(&entry.action) {
            continue;
        }
        let mut keys = entry.keys.to_vec();
        let name = match entry.action.way_back() {
            Some((back, both)) => {
                keys.extend(back.entry().keys);
                shown.push(back);
                locale.tr(both)
            }
            None => entry.action.name(locale),
        };
        rows.push((name, keys));
    }
    rows
}

/// A name and its keys beside one another.
fn row(ui: &mut Ui, locale: &Locale, name: &str, keys: &[Chord]) {
    let palette = Palette::current(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let texts: Vec<String> = keys.iter().map(|chord| chord.text(locale)).collect();
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Label, true, format!("{name}: {}", texts.join(", ")))
    });
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let mut right = pos2(rect.right(), rect.center().y);
    for chord in keys.iter().rev() {
        right.x = keycaps::paint(&painter, right, &chord.caps(), palette) - 6.0;
    }
    let text = painter.layout_no_wrap(name.to_owned(), Face::Sans.at(13.0), palette.ink);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn on_and_back_share_a_row() {
        for language in Language::ALL {
            let locale = Locale::new(language);
            let all: Vec<_> = COLUMNS
                .into_iter()
                .flatten()
                .flat_map(|group| rows(&locale, *group))
                .collect();
            let keys: usize = all.iter().map(|(_, keys)| keys.len()).sum();
            let listed: usize = ENTRIES.iter().map(|entry| entry.keys.len()).sum();
            assert_eq!(keys, listed, "each key stands on the sheet once");
            let next = locale.tr("do-next-passage");
            assert!(all.iter().all(|(name, _)| *name != next));
        }
    }
}
