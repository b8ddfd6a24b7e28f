//! The legend, which is also the row of filters: each kind in its shape, with its count, on or off.

use egui::accesskit::Role;
use egui::{
    Align, Color32, CornerRadius, Layout, Rect, Response, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::Scene;
use super::actions::Action;
use super::filters;
use super::icons::Icon;
use super::library::dashed_frame;
use super::palette::Palette;
use super::read::{Paging, marks};
use super::theme::Face;
use super::widgets::{self, Button, Look};
use crate::analysis::Kind;
use crate::locale::Message;
use crate::workspace::Command;
use crate::workspace::reading::Mode;
use crate::workspace::view::{Hidden, Look as Change};

/// What the legend shows a shape for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A kind of passage.
    Kind(Kind),
    /// Passages off the common order.
    Moved,
    /// Paragraphs of one article alone.
    OnlyHere,
    /// What is not counted.
    Stock,
}

impl Entry {
    /// What leads to the next of these.
    fn next(self) -> Option<Action> {
        match self {
            Self::Kind(Kind::Verbatim) => Some(Action::NextVerbatim),
            Self::Kind(Kind::Near) => Some(Action::NextNear),
            Self::Kind(Kind::Reworded) => Some(Action::NextReworded),
            Self::Moved => Some(Action::NextMoved),
            Self::OnlyHere => Some(Action::NextOnlyHere),
            Self::Stock => None,
        }
    }

    /// The message that says what counts as one.
    fn meaning(self) -> &'static str {
        match self {
            Self::Kind(Kind::Verbatim) => "means-verbatim",
            Self::Kind(Kind::Near) => "means-near",
            Self::Kind(Kind::Reworded) => "means-reworded",
            Self::Moved => "means-moved",
            Self::OnlyHere => "means-only-here",
            Self::Stock => "means-stock",
        }
    }

    /// Its switch: true is off.
    fn switch(self, hidden: &mut Hidden) -> &mut bool {
        match self {
            Self::Kind(Kind::Verbatim) => &mut hidden.verbatim,
            Self::Kind(Kind::Near) => &mut hidden.near,
            Self::Kind(Kind::Reworded) => &mut hidden.reworded,
            Self::Moved => &mut hidden.moved,
            Self::OnlyHere => &mut hidden.only_here,
            Self::Stock => &mut hidden.stock,
        }
    }
}

/// Between two switches, in points.
const GAP: f32 = 6.0;
/// What a switch takes beside its words, what a button with an icon does, and what an icon takes alone.
const SWITCH: f32 = 40.0;
const BUTTON: f32 = 42.0;
const ICON: f32 = 28.0;

/// Width of what explains a switch, in points.
const TOOLTIP: f32 = 300.0;

/// How many of each there are on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Verbatim passages.
    pub verbatim: usize,
    /// Near-verbatim passages.
    pub near: usize,
    /// Reworded passages.
    pub reworded: usize,
    /// Passages that moved against the base.
    pub moved: usize,
    /// Paragraphs in one article alone.
    pub only_here: usize,
    /// Formulae.
    pub stock: usize,
    /// Blocks that were set aside.
    pub asides: usize,
}

/// Shows the row; `paging` says which columns are on the screen.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, counts: Counts, paging: Paging) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        pages(ui, scene, paging);
        ui.add_space(8.0);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            legend(ui, scene, counts)
        });
    });
}

/// Each kind as a switch (in the agreement map, why there are none), then what else there is to show; where there is no room for names, they are tooltips.
fn legend(ui: &mut Ui, scene: &mut Scene<'_>, counts: Counts) {
    ui.spacing_mut().item_spacing.x = GAP;
    let hidden = scene.workspace.view.hidden;
    let entries = [
        (
            Entry::Kind(Kind::Verbatim),
            "kind-verbatim",
            counts.verbatim,
        ),
        (Entry::Kind(Kind::Near), "kind-near", counts.near),
        (
            Entry::Kind(Kind::Reworded),
            "kind-reworded",
            counts.reworded,
        ),
        (Entry::Moved, "kind-moved", counts.moved),
        (Entry::OnlyHere, "kind-only-here", counts.only_here),
        (Entry::Stock, "kind-stock", counts.stock),
    ]
    .map(|(entry, id, count)| (entry, scene.tr(id), scene.locale.number(count)));
    let asides = scene.text(&Message::new("asides-show").with("count", counts.asides));
    let names = scene.tr("names-open");
    let width = |text: &str, points| {
        let font = Face::SansMedium.at(points);
        let galley = ui
            .painter()
            .layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER);
        galley.size().x.ceil()
    };
    let switches = entries.iter().map(|(_, name, count)| {
        let text = width(name, 12.0) + GAP + width(count, 12.0);
        text + SWITCH + GAP
    });
    let switches: f32 = switches.sum();
    let buttons = [&asides, &names].map(|name| width(name, 13.0) + BUTTON + GAP);
    let map = scene.tr("agreement-all");
    let is_map = scene.workspace.view.layout.mode == Mode::Agreement;
    let switches = if is_map {
        width(&map, 12.0) + GAP
    } else {
        switches
    };
    let room = ui.available_width();
    // Buttons give up their names before switches do.
    let filter = ICON + GAP;
    let narrow = switches + filter + 2.0 * (ICON + GAP) > room;
    let tight = switches + filter + buttons.iter().sum::<f32>() > room;
    if is_map {
        let color = Palette::current(ui).ink2;
        widgets::label(ui, map, Face::Sans, 12.0, color);
    }
    for (entry, name, count) in entries.into_iter().filter(|_| !is_map) {
        let mut toggled = hidden;
        let off = entry.switch(&mut toggled);
        let was_off = *off;
        *off = !was_off;
        let chip = chip(ui, entry, (&name, &count), was_off, narrow);
        let chip = chip.on_hover_ui(|ui| explain(ui, scene, entry, was_off));
        if chip.clicked() {
            scene.ask(Command::Look(Change::Hidden(toggled)));
        }
    }
    let button = |name, icon| {
        if tight {
            Button::icon(icon, name)
        } else {
            Button::new(name).with_icon(icon).look(Look::Quiet)
        }
    };
    let shown = scene.workspace.view.asides;
    let asides_button = button(&asides, Icon::Eye).selected(shown);
    Action::Asides.button(ui, scene, asides_button, &asides);
    let hint = Action::Names.with_key(&Action::Names.name(scene.locale), scene.locale);
    let names = button(&names, Icon::Name).hint(&hint).show(ui);
    if names.clicked() {
        Action::Names.run(ui.ctx(), scene);
    }
    if !is_map {
        filters::button(ui, scene);
    }
}

/// What counts as one of these, what a click does, and which key leads to the next.
fn explain(ui: &mut Ui, scene: &Scene<'_>, entry: Entry, off: bool) {
    ui.set_max_width(TOOLTIP);
    let Palette { ink, ink2, .. } = *Palette::current(ui);
    widgets::paragraph(ui, scene.tr(entry.meaning()), Face::Sans, 12.0, ink);
    let click = scene.tr(if off { "switch-on" } else { "switch-off" });
    widgets::paragraph(ui, click, Face::Sans, 12.0, ink2);
    if let Some(next) = entry.next() {
        let next = next.with_key(&next.name(scene.locale), scene.locale);
        widgets::paragraph(ui, next, Face::Sans, 12.0, ink2);
    }
}

fn pages(ui: &mut Ui, scene: &mut Scene<'_>, paging: Paging) {
    let Paging { first, fit, all } = paging;
    if fit >= all {
        return;
    }
    let palette = Palette::current(ui);
    let last = (first + fit).min(all);
    let (next, previous) = (Action::NextColumn, Action::PreviousColumn);
    let name = next.name(scene.locale);
    let button = Button::icon(Icon::Right, &name).enabled(last < all);
    let hint = next.with_key(&name, scene.locale);
    if button.hint(&hint).show(ui).clicked() {
        next.run(ui.ctx(), scene);
    }
    // The base stays on the screen.
    let text = match (first, fit) {
        (_, 1) => format!("{last} / {all}"),
        (0, _) => format!("1–{last} / {all}"),
        (_, 2) => format!("1, {last} / {all}"),
        _ => format!("1, {}–{last} / {all}", first + 2),
    };
    widgets::label(ui, text, Face::Sans, 12.0, palette.ink2);
    let name = previous.name(scene.locale);
    let button = Button::icon(Icon::Left, &name).enabled(first > 0);
    let hint = previous.with_key(&name, scene.locale);
    if button.hint(&hint).show(ui).clicked() {
        previous.run(ui.ctx(), scene);
    }
}

/// A switch with the shape of its kind; struck through while it is off, but for what is off at first.
fn chip(
    ui: &mut Ui,
    entry: Entry,
    (name, count): (&str, &str),
    off: bool,
    narrow: bool,
) -> Response {
    let palette = Palette::current(ui);
    let struck = off && entry != Entry::Stock;
    let ink = if off { palette.ink3 } else { palette.ink };
    let text = |text: &str, color: Color32| {
        ui.painter()
            .layout_no_wrap(text.to_owned(), Face::SansMedium.at(12.0), color)
    };
    let words = (!narrow).then(|| text(name, ink));
    let number = text(count, palette.ink2);
    let words_width = words.as_ref().map_or(0.0, |words| words.size().x + 6.0);
    let width = 8.0 + 18.0 + 6.0 + words_width + number.size().x + 8.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width.ceil(), 26.0), Sense::click());
    response
        .widget_info(|| WidgetInfo::selected(Role::Button, true, !off, format!("{name} {count}")));
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, CornerRadius::same(4), palette.sel);
    }
    if off {
        dashed_frame(ui, rect.shrink(0.5), palette.line);
    } else {
        painter.rect_stroke(
            rect,
            CornerRadius::same(4),
            Stroke::new(1.0, palette.line),
            StrokeKind::Inside,
        );
    }
    widgets::focus_ring(ui, &response, rect);
    let shape = Rect::from_center_size(pos2(rect.left() + 17.0, rect.center().y), vec2(18.0, 12.0));
    marks::paint_shape(painter, shape, entry, palette, off);
    let mut x = shape.right() + 6.0;
    let y = |height: f32| rect.center().y - height / 2.0;
    if let Some(words) = words {
        let size = words.size();
        painter.galley(pos2(x, y(size.y)), words, ink);
        if struck {
            let middle = rect.center().y + 1.0;
            let ends = [pos2(x, middle), pos2(x + size.x, middle)];
            painter.line_segment(ends, Stroke::new(1.0, palette.ink3));
        }
        x += size.x + 6.0;
    }
    painter.galley(pos2(x, y(number.size().y)), number, palette.ink2);
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if narrow {
        response.on_hover_text(name)
    } else {
        response
    }
}
