//! The palette: type what is wanted, choose it, Enter.

mod matching;
mod model;

use std::rc::Rc;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::epaint::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, CornerRadius, Frame, Id, Margin, Modifiers, Pos2, Rect, ScrollArea, Sense, TextEdit,
    Ui, WidgetInfo, pos2, vec2,
};

use self::model::{Row, Section, Target};
use super::cached::Same;
use super::icons::{self, Icon};
use super::palette::Palette;
use super::theme::Face;
use super::widgets;
use super::{Scene, keycaps, library};
use crate::analysis::Findings;
use crate::analysis::find::Query;
use crate::locale::Language;
use crate::workspace::view::{FindLook, Hidden, Look, Sheet, Spot};
use crate::workspace::{Command, Found};

/// Most that the sheet takes of the window, and its distance from the top, in points.
const WIDTH: f32 = 620.0;
const HEIGHT: f32 = 520.0;
const TOP: f32 = 92.0;
/// Height of the field with the line below it, and of a row or a head, and where their text begins.
const FIELD: f32 = 48.0;
const ROW: f32 = 32.0;
/// Above the rows and below them.
const MARGIN: f32 = 6.0;
const TEXT: f32 = 44.0;

/// The palette's own state.
#[derive(Default)]
pub struct Chooser {
    /// Which row is chosen, from the top.
    chosen: usize,
    opened: bool,
    /// What is offered, and for what.
    offered: Option<(Key, Rc<[Section]>)>,
}

/// What the offer depends on. While the palette is open nothing else changes but work that ends.
#[derive(Clone, PartialEq)]
struct Key {
    typed: String,
    findings: Same<Findings>,
    found: Same<Found>,
    language: Language,
    busy: bool,
}

impl Key {
    fn new(scene: &Scene<'_>, typed: &str) -> Self {
        let workspace = scene.workspace;
        Self {
            typed: typed.to_owned(),
            findings: Same::of(&workspace.findings),
            found: Same::of(workspace.found()),
            language: scene.locale.language,
            busy: workspace.busy().is_some(),
        }
    }
}

impl Chooser {
    /// Shows the palette while it is asked for.
    pub fn show(&mut self, ui: &Ui, scene: &mut Scene<'_>) {
        let Some(Sheet::Palette(typed)) = scene.workspace.view.sheet.clone() else {
            *self = Self::default();
            return;
        };
        let screen = ui.ctx().content_rect();
        let height = HEIGHT.min(screen.height() - TOP - 40.0).max(1.0);
        let top = Some(TOP);
        let modal = widgets::sheet(ui.ctx(), "palette", top, WIDTH, Margin::ZERO, |ui| {
            ui.set_max_height(height);
            self.sheet(ui, scene, typed, height);
        });
        if modal.should_close() {
            scene.ask(Command::Look(Look::Sheet(None)));
        }
    }

    fn sheet(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, typed: String, height: f32) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let sections = self.sections(scene, &typed);
        let rows: Vec<&Row> = sections.iter().flat_map(|section| &section.rows).collect();
        let moved = self.read_keys(ui, rows.len());
        let entered = ui.input(|input| input.key_pressed(egui::Key::Enter));
        self.field(ui, scene, typed);
        widgets::hairline(ui);
        let mut wanted = entered.then_some(self.chosen);
        ui.add_space(MARGIN);
        // Heads are as high as rows, so that only whole ones stand there, wherever the arrows lead.
        let room = height - FIELD - 2.0 * MARGIN;
        let room = (room / ROW).floor().max(1.0) * ROW;
        ScrollArea::vertical()
            .id_salt("palette")
            .max_height(room)
            .show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                wanted = wanted.or(self.rows(ui, scene, &sections, moved));
            });
        ui.add_space(MARGIN);

        if let Some(row) = wanted.and_then(|number| rows.get(number)) {
            choose(ui, scene, &row.target);
        }
    }

    fn sections(&mut self, scene: &Scene<'_>, typed: &str) -> Rc<[Section]> {
        let key = Key::new(scene, typed);
        match &self.offered {
            Some((known, sections)) if *known == key => Rc::clone(sections),
            _ => {
                let sections: Rc<[Section]> = model::sections(scene, typed).into();
                self.offered = Some((key, Rc::clone(&sections)));
                sections
            }
        }
    }

    /// Up and down, round and round; true if it moved.
    fn read_keys(&mut self, ui: &Ui, count: usize) -> bool {
        let last = count.saturating_sub(1);
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (down, up) = (pressed(egui::Key::ArrowDown), pressed(egui::Key::ArrowUp));
        self.chosen = match (down, up) {
            (true, _) if self.chosen >= last => 0,
            (true, _) => self.chosen + 1,
            (_, true) => self.chosen.checked_sub(1).unwrap_or(last),
            _ => self.chosen.min(last),
        };
        down || up
    }

    fn field(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, mut typed: String) {
        let palette = Palette::current(ui);
        ui.horizontal(|ui| {
            ui.set_height(46.0);
            ui.add_space(14.0);
            let (icon, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
            icons::paint(ui.painter(), icon, Icon::Search, palette.ink2);
            let hint = scene.tr("palette-hint");
            let field = TextEdit::singleline(&mut typed)
                .id(Id::unique("palette-field"))
                .hint_text(&hint)
                .frame(Frame::NONE)
                .font(Face::Sans.at(15.0))
                .desired_width(ui.available_width() - 16.0);
            let field = ui.add(field);
            field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &hint));
            if !std::mem::replace(&mut self.opened, true) || !field.has_focus() {
                field.request_focus();
            }
            if field.changed() {
                self.chosen = 0;
                scene.ask(Command::Look(Look::Sheet(Some(Sheet::Palette(typed)))));
            }
        });
    }

    /// All rows; the one that was pressed.
    fn rows(
        &self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        sections: &[Section],
        moved: bool,
    ) -> Option<usize> {
        let palette = Palette::current(ui);
        let mut number = 0;
        let mut pressed = None;
        for section in sections {
            let (head, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
            ui.painter().text(
                pos2(head.left() + TEXT, head.bottom() - 5.0),
                Align2::LEFT_BOTTOM,
                &section.title,
                Face::SansSemiBold.at(11.0),
                palette.ink2,
            );
            for row in &section.rows {
                let chosen = number == self.chosen;
                if self::row(ui, scene, row, chosen, chosen && moved) {
                    pressed = Some(number);
                }
                number += 1;
            }
        }
        if number == 0 {
            ui.horizontal(|ui| {
                ui.add_space(TEXT);
                let none = scene.tr("palette-none");
                widgets::label(ui, none, Face::Sans, 13.0, palette.ink2);
            });
        }
        pressed
    }
}

/// One row; true if it was pressed.
fn row(ui: &mut Ui, scene: &Scene<'_>, row: &Row, chosen: bool, reveal: bool) -> bool {
    let palette = Palette::current(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
    if reveal {
        ui.scroll_to_rect_animation(rect, None, egui::style::ScrollAnimation::none());
    }
    let enabled = !matches!(row.target, Target::Action(_, Some(_)));
    let name = [row.text.as_str(), &row.note].join(" · ");
    let name = name.trim_end_matches(" · ");
    response.widget_info(|| WidgetInfo::selected(Role::Button, enabled, chosen, name));
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    if chosen || response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::ZERO, palette.sel);
    }
    if chosen {
        let bar = Rect::from_min_size(rect.min, vec2(3.0, ROW));
        ui.painter()
            .rect_filled(bar, CornerRadius::ZERO, palette.ink);
    }
    paint_sign(ui, scene, &row.target, rect.left_center());
    let right = match &row.target {
        Target::Action(action, _) => {
            let caps = action.entry().keys.first().map(|chord| chord.caps());
            let at = pos2(rect.right() - 12.0, rect.center().y);
            caps.map_or(at.x, |caps| {
                keycaps::paint(ui.painter(), at, &caps, palette)
            })
        }
        _ => rect.right() - 12.0,
    };
    let at = pos2(rect.left() + TEXT, rect.center().y);
    let ink = if enabled { palette.ink } else { palette.ink3 };
    paint_text(ui, row, at, right - at.x - 8.0, ink);
    response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .clicked()
}

/// The outlet's chip, or what kind of row it is.
fn paint_sign(ui: &Ui, scene: &Scene<'_>, target: &Target, left: Pos2) {
    let palette = Palette::current(ui);
    let article = match target {
        Target::Article(place) | Target::Within(place) => Some(*place),
        Target::Place(hit) => Some(hit.article),
        _ => None,
    };
    let article = article.and_then(|place| scene.workspace.findings.articles.get(place));
    if let Some(article) = article {
        let (number, letters) = scene.outlets.get(article);
        widgets::paint_chip(ui, left + vec2(10.0, -8.0), number, letters);
        return;
    }
    let icon = match target {
        Target::Find(_) => Icon::Search,
        Target::Meeting(_) => Icon::Crossread,
        _ => Icon::Right,
    };
    let rect = Rect::from_center_size(left + vec2(23.0, 0.0), vec2(16.0, 16.0));
    icons::paint(ui.painter(), rect, icon, palette.ink2);
}

/// The text with the letters that fit in semibold, the note behind it, cut at the room there is.
fn paint_text(ui: &Ui, row: &Row, left: Pos2, room: f32, ink: egui::Color32) {
    let palette = Palette::current(ui);
    let (plain, strong, points) = match row.target {
        Target::Place(_) => (Face::Serif, Face::SerifSemiBold, 14.0),
        _ => (Face::Sans, Face::SansSemiBold, 13.0),
    };
    let mut job = LayoutJob::default();
    let mut add = |text: &str, face: Face, points: f32, color| {
        job.append(text, 0.0, TextFormat::simple(face.at(points), color));
    };
    let mut done = 0;
    for part in &row.letters {
        add(
            row.text.get(done..part.start).unwrap_or_default(),
            plain,
            points,
            ink,
        );
        add(
            row.text.get(part.clone()).unwrap_or_default(),
            strong,
            points,
            ink,
        );
        done = part.end;
    }
    add(row.text.get(done..).unwrap_or_default(), plain, points, ink);
    if !row.note.is_empty() {
        add("   ", Face::Sans, 12.0, palette.ink2);
        add(&row.note, Face::Sans, 12.0, palette.ink2);
    }
    job.wrap = TextWrapping::truncate_at_width(room.max(1.0));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let min = pos2(left.x, left.y - galley.size().y / 2.0);
    ui.painter().galley(min, galley, ink);
}

/// Puts the palette away and does what was chosen; what cannot be done stays a row.
fn choose(ui: &Ui, scene: &mut Scene<'_>, target: &Target) {
    let findings = Arc::clone(&scene.workspace.findings);
    let id = |place: usize| findings.articles.get(place).map(|article| article.id);
    let look = match target {
        Target::Action(_, Some(_)) => return,
        Target::Action(..) | Target::Placing(_) => None,
        Target::Find(text) => Some(Look::Find(FindLook::Query(Query {
            text: text.clone(),
            ..scene.workspace.view.find.query.clone()
        }))),
        Target::Meeting(meeting) => Some(Look::Meeting(*meeting)),
        Target::Article(place) => id(*place).map(Look::Article),
        Target::Within(place) => Some(Look::Hidden(Hidden {
            not_in: id(*place),
            ..scene.workspace.view.hidden
        })),
        Target::Place(hit) => Spot::of(hit, &findings).map(Look::Spot),
    };
    scene.ask(Command::Look(Look::Sheet(None)));
    if let Some(look) = look {
        scene.ask(Command::Look(look));
    }
    if matches!(target, Target::Find(_)) {
        // What was typed is in the field of the bar; it can be changed there at once.
        scene.ask(Command::Look(Look::Find(FindLook::Open)));
    }
    if let Target::Placing(number) = target {
        let mut all = library::placing(scene).into_iter();
        if let Some((_, (_, command))) = all.nth(*number) {
            scene.ask(command);
        }
    }
    if let Target::Action(action, None) = target {
        action.run(ui.ctx(), scene);
    }
}
