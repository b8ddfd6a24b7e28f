//! The bar above the columns while words are looked for: the field, how it looks, how often each outlet has them.

use egui::accesskit::Role;
use egui::{Align, Frame, Id, Key, Layout, Margin, Panel, ScrollArea, TextEdit, Ui, WidgetInfo};

use super::Scene;
use super::actions::Action;
use super::hit_list::HitList;
use super::icons::Icon;
use super::palette::Palette;
use super::theme::{Face, size};
use super::widgets::{self, Button, Look};
use crate::analysis::find::Query;
use crate::locale::Message;
use crate::workspace::Command;
use crate::workspace::view::{FindLook, Look as Change, in_article};

/// Height of the line that counts by outlet.
const COUNTS: f32 = 28.0;

/// The bar's own state.
#[derive(Default)]
pub struct FindBar {
    /// The last time the field was given the keyboard.
    asked: u64,
    list: HitList,
}

impl FindBar {
    /// Shows the bar above what is left of `ui`, and the hits below it, while words are looked for.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        if !scene.workspace.view.find.open {
            return;
        }
        let palette = Palette::current(ui);
        let frame = Frame::new()
            .fill(palette.panel)
            .inner_margin(Margin::symmetric(12, 0));
        Panel::top("find-bar")
            .exact_size(size::FILTER_BAR + COUNTS)
            .frame(frame)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let width = ui.available_width();
                let row = egui::vec2(width, size::FILTER_BAR);
                let layout = Layout::left_to_right(Align::Center);
                ui.allocate_ui_with_layout(row, layout, |ui| self.row(ui, scene));
                let row = egui::vec2(width, COUNTS);
                ui.allocate_ui_with_layout(row, layout, |ui| counts(ui, scene));
            });
        if !scene.workspace.view.find.folded {
            self.list.show(ui, scene);
        }
    }

    fn row(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        ui.set_height(size::FILTER_BAR);
        self.field(ui, scene);
        let color = Palette::current(ui).ink2;
        let at = scene.text(&place_of(scene));
        widgets::label(ui, at, Face::SansMedium, 12.0, color);
        Action::PreviousHit.icon(ui, scene, Icon::Up);
        Action::NextHit.icon(ui, scene, Icon::Down);
        ui.add_space(8.0);
        let query = scene.workspace.view.find.query.clone();
        let apart = Query {
            apart: !query.apart,
            ..query.clone()
        };
        toggle(ui, scene, "find-apart", query.apart, apart);
        let spellings = Query {
            spellings: !query.spellings,
            ..query.clone()
        };
        toggle(ui, scene, "find-spellings", query.spellings, spellings);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = scene.tr("find-close");
            if Button::icon(Icon::Close, &close).show(ui).clicked() {
                scene.ask(Command::Look(Change::Find(FindLook::Stay)));
            }
            let folded = scene.workspace.view.find.folded;
            let list = scene.tr("find-list");
            let list = Button::icon(Icon::List, &list).selected(!folded);
            if list.show(ui).clicked() {
                scene.ask(Command::Look(Change::Find(FindLook::Folded(!folded))));
            }
        });
    }

    fn field(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let find = &scene.workspace.view.find;
        let (asked, query) = (find.asked, find.query.clone());
        let mut text = query.text.clone();
        let name = scene.tr("find-field");
        let field = TextEdit::singleline(&mut text)
            .id(Id::unique("find-field"))
            .hint_text(&name)
            .margin(Margin::symmetric(8, 5))
            .desired_width((ui.available_width() * 0.3).clamp(140.0, 260.0));
        let mut output = field.show(ui);
        let field = output.response.response.clone();
        field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &name));
        if std::mem::replace(&mut self.asked, asked) != asked {
            field.request_focus();
            // What was looked for last is typed over.
            let all = egui::text::CCursorRange::select_all(&output.galley);
            output.state.cursor.set_char_range(Some(all));
            output.state.store(ui.ctx(), field.id);
        }
        if field.changed() {
            let query = Query { text, ..query };
            scene.ask(Command::Look(Change::Find(FindLook::Query(query))));
        }
        if field.lost_focus() {
            let (enter, escape, shift) = ui.input(|input| {
                let pressed = |key| input.key_pressed(key);
                (
                    pressed(Key::Enter),
                    pressed(Key::Escape),
                    input.modifiers.shift,
                )
            });
            if enter {
                let step = if shift { -1 } else { 1 };
                scene.ask(Command::Look(Change::StepHit(step)));
                field.request_focus();
            }
            if escape {
                scene.ask(Command::Look(Change::Find(FindLook::Return)));
            }
        }
    }
}

fn toggle(ui: &mut Ui, scene: &mut Scene<'_>, id: &'static str, on: bool, other: Query) {
    let name = scene.tr(id);
    let button = Button::new(&name).look(Look::Quiet).selected(on);
    if button.show(ui).clicked() {
        scene.ask(Command::Look(Change::Find(FindLook::Query(other))));
    }
}

/// Which hit is looked at, of how many on the screen.
fn place_of(scene: &Scene<'_>) -> Message {
    let workspace = scene.workspace;
    let (view, findings) = (&workspace.view, &workspace.findings);
    let (hits, headlines) = (&workspace.found().hits, &workspace.found().headlines);
    match view.hit_at(hits, findings) {
        (Some(number), total) => Message::new("find-at")
            .with("number", number)
            .with("total", total),
        _ if view.find.query.text.trim().is_empty() => Message::new("find-nothing-typed"),
        (None, 0) if !hits.is_empty() => Message::new("find-not-here"),
        (None, 0) if !headlines.is_empty() => Message::new("find-in-headlines"),
        (None, total) => Message::new("find-places").with("count", total),
    }
}

/// How often each outlet on the screen has the words, and the rest.
fn counts(ui: &mut Ui, scene: &Scene<'_>) {
    if scene.workspace.found().query.is_none() {
        return;
    }
    let palette = Palette::current(ui);
    let findings = &scene.workspace.findings;
    let hits = &scene.workspace.found().hits;
    let columns = scene.workspace.view.columns(findings);
    ScrollArea::horizontal()
        .id_salt("find-counts")
        .show(ui, |ui| {
            let (mut seen, mut set_aside) = (0, 0);
            for place in columns {
                let Some(article) = findings.articles.get(place) else {
                    continue;
                };
                let (text, asides) = in_article(hits, place);
                let count = text.len();
                seen += count + asides.len();
                set_aside += asides.len();
                let (number, letters) = scene.outlets.get(article);
                widgets::chip(ui, number, letters);
                let text = Message::new("find-count")
                    .with("outlet", scene.outlet_of(place))
                    .with("count", count);
                let face = if count > 0 {
                    Face::SansMedium
                } else {
                    Face::Sans
                };
                let ink = if count > 0 { palette.ink } else { palette.ink2 };
                widgets::label(ui, scene.text(&text), face, 12.0, ink);
                ui.add_space(6.0);
            }
            let headlines = scene.workspace.found().headlines.len();
            if headlines > 0 {
                let text = Message::new("find-headlines").with("count", headlines);
                widgets::label(ui, scene.text(&text), Face::SansMedium, 12.0, palette.ink);
                ui.add_space(6.0);
            }
            if set_aside > 0 {
                let text = Message::new("find-asides").with("count", set_aside);
                widgets::label(ui, scene.text(&text), Face::Sans, 12.0, palette.ink2);
                ui.add_space(6.0);
            }
            let elsewhere = hits.len() - seen;
            if elsewhere > 0 {
                let text = Message::new("find-elsewhere").with("count", elsewhere);
                widgets::label(ui, scene.text(&text), Face::Sans, 12.0, palette.ink2);
            }
        });
}
