//! Articles on the way to another meeting: picked up with the pointer, let go over a meeting, over "New meeting" or over
//! "Covers no meeting", which stand above the list meanwhile.

use egui::{
    Align2, Area, CornerRadius, DragAndDrop, Frame, Id, Margin, Order, Rect, Response, Sense,
    Stroke, StrokeKind, Ui, pos2, vec2,
};

use super::{PADDING, dashed_frame};
use crate::model::{ArticleId, Edit};
use crate::ui::Scene;
use crate::ui::palette::Palette;
use crate::ui::theme::Face;
use crate::ui::widgets;
use crate::workspace::{Command, corrections};

/// Least height of the two places above the list, and between them, in points.
const TARGET: f32 = 34.0;
const GAP: f32 = 6.0;
/// Between the pointer and what it carries, in points.
const BESIDE: f32 = 14.0;

/// What is carried: all articles of one meeting, or one with its versions.
#[derive(Clone, Debug, PartialEq)]
struct Load {
    articles: Vec<ArticleId>,
    meeting: usize,
    label: String,
}

/// Where something can be let go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A meeting that is there.
    Meeting(usize),
    /// A meeting of its own.
    New,
    /// No meeting.
    None,
}

/// Whether something is carried.
pub fn is_under_way(ui: &Ui) -> bool {
    DragAndDrop::has_payload_of_type::<Load>(ui.ctx())
}

/// `row` can be picked up: these articles of a meeting, as `label`.
pub fn pick_up(
    row: &Response,
    (articles, meeting): (impl FnOnce() -> Vec<ArticleId>, usize),
    label: &str,
) {
    if row.drag_started() {
        row.dnd_set_drag_payload(Load {
            articles: articles(),
            meeting,
            label: label.to_owned(),
        });
    }
}

/// What is carried can be let go over `row`, which then has a mark.
pub fn let_go(ui: &Ui, scene: &mut Scene<'_>, row: &Response, target: Target) {
    let Some(load) = row.dnd_hover_payload::<Load>() else {
        return;
    };
    let Some(edit) = edit(scene, &load, target) else {
        return;
    };
    mark(ui, row.rect);
    if row.dnd_release_payload::<Load>().is_some() {
        scene.ask(Command::Edit(edit));
    }
}

/// While something is carried: the two places, and what is carried beside the pointer. They stand where the search is,
/// `head` points high, so that the list keeps its place and its room. True while they are there.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, head: f32) -> bool {
    let Some(load) = DragAndDrop::payload::<Load>(ui.ctx()) else {
        return false;
    };
    let height = ((head - 2.0 * PADDING - GAP) / 2.0).max(TARGET);
    Frame::new().inner_margin(PADDING).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = GAP;
        for (target, id) in [(Target::New, "drop-new"), (Target::None, "drop-none")] {
            let row = place(ui, &scene.tr(id), height);
            let_go(ui, scene, &row, target);
        }
    });
    beside_the_pointer(ui, &load.label);
    true
}

/// What letting go over `target` means; nothing where it changes nothing.
fn edit(scene: &Scene<'_>, load: &Load, target: Target) -> Option<Edit> {
    let findings = &scene.workspace.findings;
    let is_none = findings
        .meetings
        .get(load.meeting)
        .is_some_and(|meeting| meeting.is_none);
    match target {
        Target::Meeting(meeting) => corrections::put(findings, &load.articles, meeting),
        Target::New => corrections::split_off(findings, &load.articles),
        Target::None if is_none => None,
        Target::None => Some(corrections::none(&load.articles)),
    }
}

/// A dashed place above the list.
fn place(ui: &mut Ui, text: &str, height: f32) -> Response {
    let palette = Palette::current(ui);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let name = text.to_owned();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, &name));
    dashed_frame(ui, rect, palette.edge);
    let font = Face::SansMedium.at(12.0);
    ui.painter().text(
        rect.center(),
        Align2::CENTER_CENTER,
        text,
        font,
        palette.ink2,
    );
    response
}

/// What the pointer is over takes what is carried.
fn mark(ui: &Ui, rect: Rect) {
    let palette = Palette::current(ui);
    let stroke = Stroke::new(2.0, palette.ink);
    let rect = rect.shrink(1.0);
    ui.painter()
        .rect_stroke(rect, CornerRadius::same(2), stroke, StrokeKind::Inside);
    // An arrow head at the left: here it goes in.
    let (x, y) = (rect.left() + 2.0, rect.center().y);
    let head = vec![pos2(x, y - 6.0), pos2(x + 8.0, y), pos2(x, y + 6.0)];
    ui.painter()
        .add(egui::Shape::convex_polygon(head, palette.ink, Stroke::NONE));
}

fn beside_the_pointer(ui: &Ui, label: &str) {
    let Some(pointer) = ui.ctx().pointer_latest_pos() else {
        return;
    };
    let palette = Palette::current(ui);
    Area::new(Id::unique("carried"))
        .order(Order::Tooltip)
        .interactable(false)
        .fixed_pos(pointer + vec2(BESIDE, BESIDE))
        .show(ui.ctx(), |ui| {
            let frame = Frame::new()
                .fill(palette.raised)
                .stroke(Stroke::new(1.0, palette.edge))
                .inner_margin(Margin::symmetric(8, 4));
            frame.show(ui, |ui| {
                ui.set_max_width(220.0);
                widgets::label(ui, label, Face::SansMedium, 12.0, palette.ink);
            });
        });
}
