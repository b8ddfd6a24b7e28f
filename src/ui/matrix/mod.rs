//! The matrix of a meeting: each article against each, how much of the one also stands in the other. A cell opens the two
//! side by side; rows can be put in another order.

mod layout;
mod model;
mod paint;

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    CornerRadius, FocusDirection, Frame, Id, Key, Margin, Modifiers, Rect, Response, ScrollArea,
    Sense, Ui, WidgetInfo,
};

use super::actions::{Action, Chord};
use super::icons::Icon;
use super::palette::Palette;
use super::theme::Face;
use super::widgets::{self, Button, Look};
use super::{Scene, describe, regions, together};
use crate::analysis::{Findings, Kind, Meeting};
use crate::locale::Message;
use crate::model::ArticleId;
use crate::workspace::Command;
use crate::workspace::view::{Look as Change, Tab};
use layout::{Grid, landing};
use model::{Cell, Model, Order, moved};

/// From the edges of the view to the matrix, in points.
const MARGIN: Margin = Margin::symmetric(28, 20);

/// The keys that move a row; heard only while it has the keyboard.
const UP: Chord = Chord {
    modifiers: Modifiers::COMMAND,
    key: Key::ArrowUp,
};
const DOWN: Chord = Chord {
    modifiers: Modifiers::COMMAND,
    key: Key::ArrowDown,
};

/// The matrix's own state: the order of its rows, and what follows from it.
#[derive(Default)]
pub struct MatrixPanel {
    order: Order,
    model: Model,
    /// The findings, meeting and order that the model belongs to.
    made_of: (Arc<Findings>, usize, Order),
}

impl MatrixPanel {
    /// Shows the open meeting.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        self.refresh(scene);
        let findings = Arc::clone(&scene.workspace.findings);
        let Some(meeting) = findings.meetings.get(scene.workspace.view.meeting) else {
            return;
        };
        let palette = Palette::current(ui);
        let frame = Frame::new().inner_margin(MARGIN);
        frame.show(ui, |ui| {
            head(ui, scene, &findings, meeting);
            if meeting.articles.len() < 2 {
                let alone = scene.tr("matrix-alone");
                widgets::paragraph(ui, alone, Face::Sans, 13.0, palette.ink2);
                return;
            }
            self.orders(ui, scene);
            ui.add_space(10.0);
            let hint = scene.tr("matrix-hint");
            widgets::paragraph(ui, hint, Face::Sans, 12.0, palette.ink2);
            ui.add_space(6.0);
            let grid = Grid::new(self.model.articles.len(), ui.available_width() - 12.0);
            let legend = 34.0;
            let height = ui.available_height() - legend;
            ScrollArea::both()
                .id_salt("matrix")
                .max_height(height.max(1.0))
                .auto_shrink([false, true])
                .show(ui, |ui| self.grid(ui, scene, &findings, grid));
            ui.add_space(12.0);
            paint::legend(ui, scene);
        });
    }

    fn refresh(&mut self, scene: &Scene<'_>) {
        let findings = &scene.workspace.findings;
        let meeting = scene.workspace.view.meeting;
        let (old, number, order) = &self.made_of;
        if !Arc::ptr_eq(old, findings) || *number != meeting || *order != self.order {
            self.model = Model::new(findings, meeting, &self.order);
            self.made_of = (Arc::clone(findings), meeting, self.order.clone());
        }
    }

    /// A button for each order.
    fn orders(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let orders = [
                (Order::Likeness, "order-likeness"),
                (Order::Date, "order-date"),
                (Order::Outlet, "order-outlet"),
            ];
            for (order, id) in orders {
                let name = scene.tr(id);
                if Button::new(&name)
                    .selected(self.order == order)
                    .show(ui)
                    .clicked()
                {
                    self.order = order;
                }
            }
            if matches!(self.order, Order::Own(_)) {
                Button::new(&scene.tr("order-own")).selected(true).show(ui);
            }
        });
    }

    fn grid(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, findings: &Findings, grid: Grid) {
        let (whole, _) = ui.allocate_exact_size(grid.size(), Sense::hover());
        let offset = whole.min.to_vec2();
        let count = self.model.articles.len();
        let mut change = None;
        for row in 0..count {
            let Some(article) = self.article(findings, row) else {
                continue;
            };
            let top = grid.head(row).translate(offset);
            if ui.is_rect_visible(top) {
                paint::head(ui, scene, top, article);
            }
            let rect = grid.name(row).translate(offset);
            if !ui.is_rect_visible(rect) {
                continue;
            }
            let moved = self.name(ui, scene, (grid, whole), (row, rect), article);
            change = change.or(moved.map(|to| (row, to)));
            for column in 0..count {
                let rect = grid.cell(row, column).translate(offset);
                let other = self.article(findings, column);
                if let Some(other) = other.filter(|_| ui.is_rect_visible(rect)) {
                    self.cell(ui, scene, rect, (row, column), (article.id, other.id));
                }
            }
        }
        if let Some((from, to)) = change {
            self.order = moved(findings, &self.order, &self.model.articles, from, to);
        }
    }

    fn article<'f>(&self, findings: &'f Findings, row: usize) -> Option<&'f crate::model::Article> {
        let place = self.model.articles.get(row)?;
        findings.articles.get(*place).map(|article| &**article)
    }

    /// The name before a row; gives the row to which it was moved, if it was.
    fn name(
        &self,
        ui: &Ui,
        scene: &mut Scene<'_>,
        (grid, whole): (Grid, Rect),
        (row, rect): (usize, Rect),
        article: &crate::model::Article,
    ) -> Option<usize> {
        let id = Id::unique("matrix-row").with(article.id);
        let response = ui.interact(rect, id, Sense::click_and_drag());
        let outlet = describe::outlet(scene.locale, article);
        let name = format!("{outlet}: {}", article.title());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        paint::name(ui, scene, rect, article, &response);
        if response.clicked() {
            scene.ask(Command::Look(Change::Base(article.id)));
        }
        let to = by_key(ui, &response, row, self.model.articles.len());
        let to = to.or_else(|| by_drag(ui, &response, (grid, whole), row));
        if !response.dragged() {
            let hint = Message::new("matrix-row-hint")
                .with("up", UP.text(scene.locale))
                .with("down", DOWN.text(scene.locale));
            let hint = format!("{name}\n{}", scene.text(&hint));
            response.on_hover_text(hint);
        }
        to
    }

    fn cell(
        &self,
        ui: &Ui,
        scene: &mut Scene<'_>,
        rect: Rect,
        (row, column): (usize, usize),
        (one, two): (ArticleId, ArticleId),
    ) {
        let Some(cell) = self.model.cell(row, column) else {
            paint::cell(ui, rect, None, None);
            return;
        };
        let id = Id::unique("matrix-cell").with((one, two));
        let response = ui.interact(rect, id, Sense::click());
        let words = || {
            let back = self.model.cell(column, row);
            self.in_words(scene, (row, column), cell, back)
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words().join(" ")));
        paint::cell(ui, rect, Some(cell), Some(&response));
        if regions::has_come(&response) {
            ui.scroll_to_rect(rect, None);
        }
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        let response = response.on_hover_ui(|ui| {
            ui.set_max_width(320.0);
            let ink = Palette::current(ui).ink;
            for line in words().into_iter().chain([scene.tr("matrix-click")]) {
                widgets::paragraph(ui, line, Face::Sans, 12.0, ink);
            }
        });
        if response.clicked() {
            scene.ask(Command::Look(Change::Two(one, two)));
        }
    }

    /// What a cell means: there, back, and by which passages.
    fn in_words(
        &self,
        scene: &Scene<'_>,
        (row, column): (usize, usize),
        cell: &Cell,
        back: Option<&Cell>,
    ) -> Vec<String> {
        let outlet = |row: usize| {
            let place = self.model.articles.get(row).copied();
            place.map_or(String::new(), |place| scene.outlet_of(place))
        };
        let said = |id, cell: &Cell| {
            let message = Message::new(id)
                .with("one", outlet(row))
                .with("two", outlet(column))
                .with("percent", describe::percent(cell.share))
                .with("words", cell.words)
                .with("of", cell.of);
            scene.text(&message)
        };
        let mut lines = vec![said("matrix-cell", cell)];
        lines.extend(back.map(|back| said("matrix-back", back)));
        let portions = Kind::ALL.into_iter().zip(cell.kinds);
        let portions = portions.filter(|(_, portion)| portion.passages > 0);
        let mut parts: Vec<String> = portions
            .map(|(kind, portion)| {
                let message = Message::new("matrix-kind")
                    .with("passages", portion.passages)
                    .with("kind", describe::kind(scene.locale, kind))
                    .with("words", portion.words);
                scene.text(&message)
            })
            .collect();
        if cell.moved > 0 {
            parts.push(format!("{} {}", cell.moved, scene.tr("kind-moved")));
        }
        if !parts.is_empty() {
            let message = Message::new("matrix-passages").with("kinds", parts.join(", "));
            lines.push(scene.text(&message));
        }
        lines
    }
}

/// Who, where and when, as in the library, and what holds the meeting together.
fn head(ui: &mut Ui, scene: &Scene<'_>, findings: &Findings, meeting: &Meeting) {
    let palette = Palette::current(ui);
    let first = together::fullest(findings, meeting).map_or("", |article| article.title());
    let title = if meeting.is_none {
        scene.tr("meeting-none")
    } else {
        together::who(scene.locale, meeting).unwrap_or_else(|| first.to_owned())
    };
    widgets::paragraph(ui, title, Face::SerifSemiBold, 22.0, palette.ink);
    let articles = meeting
        .articles
        .iter()
        .filter_map(|place| findings.articles.get(*place));
    let words: usize = articles.map(|article| article.body().words.len()).sum();
    let counts = Message::new("meeting-counts")
        .with("articles", meeting.articles.len())
        .with("words", words);
    let parts = [together::scene(scene.locale, meeting), scene.text(&counts)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    widgets::paragraph(ui, parts.join(" · "), Face::Sans, 13.0, palette.ink2);
    ui.add_space(12.0);
}

/// Ctrl with an arrow moves the row that has the keyboard.
fn by_key(ui: &Ui, response: &Response, row: usize, count: usize) -> Option<usize> {
    if !response.has_focus() {
        return None;
    }
    let pressed =
        |chord: Chord| ui.input_mut(|input| input.consume_key(chord.modifiers, chord.key));
    let to = if pressed(UP) {
        row.checked_sub(1)?
    } else if pressed(DOWN) {
        Some(row + 1).filter(|to| *to < count)?
    } else {
        return None;
    };
    // The keyboard stays with the row.
    ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    response.request_focus();
    Some(to)
}

/// While a row is dragged a line shows where it would stand; letting go puts it there.
fn by_drag(ui: &Ui, response: &Response, (grid, whole): (Grid, Rect), row: usize) -> Option<usize> {
    let pointer = response.interact_pointer_pos()?;
    let is_moving = response.dragged() || response.drag_stopped();
    let gap = grid.gap(pointer.y - whole.top());
    let to = landing(row, gap).filter(|_| is_moving)?;
    if response.drag_stopped() {
        return Some(to);
    }
    let line = grid.line(gap).map(|point| point + whole.min.to_vec2());
    let rect = Rect::from_two_pos(line[0], line[1]).expand2(egui::vec2(0.0, 1.0));
    let color = Palette::current(ui).ink;
    ui.painter().rect_filled(rect, CornerRadius::ZERO, color);
    None
}

/// The ways to look at the open meeting, as tabs; where room is scarce, one button for both.
pub fn tabs(ui: &mut Ui, scene: &mut Scene<'_>, roomy: bool) {
    if scene.workspace.findings.articles.is_empty() {
        return;
    }
    let now = scene.workspace.view.tab;
    if !roomy {
        let (action, icon) = match now {
            Tab::Read => (Action::Matrix, Icon::Matrix),
            Tab::Matrix => (Action::Read, Icon::Columns),
        };
        action.icon(ui, scene, icon);
        return;
    }
    let tabs = [
        (Tab::Read, Action::Read, "tab-read"),
        (Tab::Matrix, Action::Matrix, "tab-matrix"),
    ];
    for (tab, action, id) in tabs {
        let name = scene.tr(id);
        let button = Button::new(&name).look(Look::Tab).selected(now == tab);
        action.button(ui, scene, button, &name);
    }
}
