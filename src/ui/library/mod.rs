//! The panel at the left: meetings as groups, their articles with outlet, date and share; a search; and how the reader
//! puts articles where they belong.
//!
//! [`model`] says which rows there are, [`list`] lays out those in sight, [`rows`] and [`articles`] paint them. [`menu`],
//! [`carry`] and [`choose`] are the three ways to put an article elsewhere.

mod articles;
mod carry;
mod choose;
mod list;
mod menu;
mod model;
mod rows;
mod search;

use std::sync::Arc;

use egui::accesskit::Role;
use egui::epaint::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Color32, CornerRadius, EventFilter, Galley, Id, Key, Modifiers, Rect, Response, Sense, Stroke,
    Ui, WidgetInfo, vec2,
};

use super::actions::Action;
use super::palette::Palette;
use super::theme::Face;
use super::widgets::{self, Look};
use super::{Dialog, Scene, regions};
use crate::locale::Message;
pub use choose::Choosing;
use list::List;
pub use menu::placing;
pub use model::with_versions;

/// From the panel's edge to its words, in points.
const PADDING: f32 = 12.0;

/// The library's own state.
#[derive(Default)]
pub struct LibraryPanel {
    list: List,
    state: State,
    filters: search::Filters,
    /// Height of what stands above the list.
    head: f32,
}

/// What is open in the rows.
#[derive(Default)]
struct State {
    /// Whether the open meeting says why its articles stand together.
    why: bool,
    /// The open meeting, if its articles are folded away.
    folded: Option<usize>,
    /// The rows of this frame between which the arrow keys go.
    stops: Vec<Id>,
}

impl LibraryPanel {
    /// Shows the panel.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        ui.spacing_mut().item_spacing.y = 0.0;
        // A meeting that is opened again is unfolded.
        let open = scene.workspace.view.meeting;
        self.state.folded = self.state.folded.filter(|folded| *folded == open);
        self.list.refresh(scene, self.state.folded);
        if !carry::show(ui, scene, self.head) {
            let head = egui::Frame::new().inner_margin(PADDING).show(ui, |ui| {
                title(ui, scene);
                if !self.list.entries.is_empty() {
                    ui.add_space(6.0);
                    search::show(ui, scene, &self.list, &mut self.filters);
                }
            });
            self.head = head.response.rect.height();
        }
        widgets::hairline(ui);
        self.list.show(ui, scene, &mut self.state);
    }
}

fn title(ui: &mut Ui, scene: &mut Scene<'_>) {
    let palette = Palette::current(ui);
    let findings = Arc::clone(&scene.workspace.findings);
    ui.horizontal(|ui| {
        let name = scene.tr("library");
        widgets::label(ui, name, Face::SansSemiBold, 14.0, palette.ink);
        let meetings = findings.meetings.iter().filter(|meeting| !meeting.is_none);
        let counts = Message::new("library-counts")
            .with("meetings", meetings.count())
            .with("articles", findings.articles.len());
        widgets::label(ui, scene.text(&counts), Face::Sans, 12.0, palette.ink2);
    });
    ui.add_space(4.0);
    let hint = Action::Paste.hint("drop-hint", scene.locale);
    if drop_zone(ui, &hint).clicked() {
        *scene.dialog = Some(Dialog::Files);
    }
}

/// A dashed frame that says what can be dropped; pressing it opens the dialog.
fn drop_zone(ui: &mut Ui, hint: &str) -> Response {
    let palette = Palette::current(ui);
    let width = ui.available_width();
    let galley = wrapped(ui, hint, (Face::Sans, 12.0, palette.ink2), width - 20.0, 3);
    let (rect, response) =
        ui.allocate_exact_size(vec2(width, galley.size().y + 16.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, hint));
    if response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(2), palette.sel);
    }
    dashed_frame(ui, rect, palette.edge);
    ui.painter()
        .galley(rect.min + vec2(10.0, 8.0), galley, palette.ink2);
    widgets::focus_ring(ui, &response, rect);
    response
}

/// A frame of dashes.
pub fn dashed_frame(ui: &Ui, rect: Rect, color: Color32) {
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    ui.painter().extend(egui::Shape::dashed_line(
        &corners,
        Stroke::new(1.0, color),
        4.0,
        3.0,
    ));
}

/// Text in at most so many rows.
fn wrapped(
    ui: &Ui,
    text: &str,
    (face, size, color): (Face, f32, Color32),
    width: f32,
    rows: usize,
) -> Arc<Galley> {
    let format = TextFormat {
        line_height: Some((size * 1.3).round()),
        ..TextFormat::simple(face.at(size), color)
    };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping {
        max_rows: rows,
        ..TextWrapping::wrap_at_width(width)
    };
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Parts of a line with dots between them, over as many lines as it takes: a line ends between parts.
fn in_lines(
    ui: &Ui,
    parts: &[String],
    (face, size, color): (Face, f32, Color32),
    width: f32,
) -> Vec<Arc<Galley>> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        let longer = lines.last().map(|line| format!("{line} · {part}"));
        let fits = |line: &String| {
            let line = line.clone();
            let galley = ui.painter().layout_no_wrap(line, face.at(size), color);
            galley.size().x <= width
        };
        match (longer.filter(fits), lines.last_mut()) {
            (Some(longer), Some(line)) => *line = longer,
            _ => lines.push(part.clone()),
        }
    }
    let lines = lines.iter();
    lines
        .map(|line| wrapped(ui, line, (face, size, color), width, 1))
        .collect()
}

/// Inside the row, where a ring around it would be cut.
fn inner_ring(ui: &Ui, response: &Response, rect: Rect) {
    if response.has_focus() {
        let ink = Palette::current(ui).ink;
        ui.painter().rect_stroke(
            rect.shrink(1.0),
            CornerRadius::ZERO,
            Stroke::new(2.0, ink),
            egui::StrokeKind::Inside,
        );
    }
}

/// Makes a row a stop of the arrow keys. It comes into sight when it gets the keyboard.
fn stop(ui: &Ui, state: &mut State, response: &Response) {
    state.stops.push(response.id);
    if regions::has_come(response) {
        ui.scroll_to_rect(response.rect, None);
    }
    if response.has_focus() {
        let filter = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
}

/// The arrow keys lead from row to row, whatever stands in their corners.
fn walk(ui: &Ui, stops: &[Id]) {
    let focused = ui.memory(|memory| memory.focused());
    let Some(at) = stops.iter().position(|stop| Some(*stop) == focused) else {
        return;
    };
    let [up, down] = [Key::ArrowUp, Key::ArrowDown]
        .map(|key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key)));
    let to = (at + down).saturating_sub(up).min(stops.len() - 1);
    if let Some(stop) = stops.get(to).filter(|_| to != at) {
        ui.memory_mut(|memory| memory.request_focus(*stop));
    }
}

/// Below the list: what the shares mean, and a way to begin anew.
fn below(ui: &mut Ui, scene: &mut Scene<'_>) {
    let palette = Palette::current(ui);
    if scene.workspace.project().articles.is_empty() {
        return;
    }
    egui::Frame::new().inner_margin(PADDING).show(ui, |ui| {
        let hint = scene.tr("coverage-hint");
        widgets::paragraph(ui, hint, Face::Sans, 11.0, palette.ink2);
        ui.add_space(6.0);
        Action::CloseAll.named(ui, scene, Look::Plain, None);
    });
}
