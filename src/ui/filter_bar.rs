//! The legend, which is also the row of filters: each kind in its shape, with its count, on or off.

use egui::accesskit::Role;
use egui::{
    Align, Color32, CornerRadius, Layout, Rect, Response, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::Scene;
use super::icons::Icon;
use super::palette::Palette;
use super::read::marks;
use super::theme::Face;
use super::widgets::{self, Button, Look};
use crate::analysis::Kind;
use crate::workspace::Command;
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

/// How many of each there are on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Verbatim passages.
    pub verbatim: usize,
    /// Near-verbatim passages.
    pub near: usize,
    /// Passages that moved against the base.
    pub moved: usize,
    /// Paragraphs in one article alone.
    pub only_here: usize,
    /// Formulae.
    pub stock: usize,
    /// Blocks that were set aside.
    pub asides: usize,
}

/// Shows the row; `paging` is the first column on the screen, how many fit, and how many there are.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, counts: Counts, paging: (usize, usize, usize)) {
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add_space(4.0);
        let hidden = scene.workspace.view.hidden;
        let entries = [
            (
                Entry::Kind(Kind::Verbatim),
                "kind-verbatim",
                counts.verbatim,
                hidden.verbatim,
                Hidden {
                    verbatim: !hidden.verbatim,
                    ..hidden
                },
            ),
            (
                Entry::Kind(Kind::Near),
                "kind-near",
                counts.near,
                hidden.near,
                Hidden {
                    near: !hidden.near,
                    ..hidden
                },
            ),
            (
                Entry::Moved,
                "kind-moved",
                counts.moved,
                hidden.moved,
                Hidden {
                    moved: !hidden.moved,
                    ..hidden
                },
            ),
            (
                Entry::OnlyHere,
                "kind-only-here",
                counts.only_here,
                hidden.only_here,
                Hidden {
                    only_here: !hidden.only_here,
                    ..hidden
                },
            ),
            (
                Entry::Stock,
                "kind-stock",
                counts.stock,
                hidden.stock,
                Hidden {
                    stock: !hidden.stock,
                    ..hidden
                },
            ),
        ];
        for (entry, id, count, off, toggled) in entries {
            let name = scene.tr(id);
            let count = scene.locale.number(count);
            if chip(ui, entry, &name, &count, off).clicked() {
                scene.ask(Command::Look(Change::Hidden(toggled)));
            }
        }
        let shown = scene.workspace.view.asides;
        let name =
            scene.text(&crate::locale::Message::new("asides-show").with("count", counts.asides));
        if Button::new(&name)
            .with_icon(Icon::Eye)
            .look(Look::Quiet)
            .selected(shown)
            .show(ui)
            .clicked()
        {
            scene.ask(Command::Look(Change::Asides(!shown)));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(4.0);
            pages(ui, scene, paging);
        });
    });
}

fn pages(ui: &mut Ui, scene: &mut Scene<'_>, (first, fit, all): (usize, usize, usize)) {
    if fit >= all {
        return;
    }
    let palette = Palette::current(ui);
    let last = (first + fit).min(all);
    if Button::icon(Icon::Right, &scene.tr("columns-next"))
        .enabled(last < all)
        .show(ui)
        .clicked()
    {
        scene.ask(Command::Look(Change::FirstColumn(first + 1)));
    }
    let text = format!("{}–{} / {}", first + 1, last, all);
    widgets::label(ui, text, Face::Sans, 12.0, palette.ink2);
    if Button::icon(Icon::Left, &scene.tr("columns-previous"))
        .enabled(first > 0)
        .show(ui)
        .clicked()
    {
        scene.ask(Command::Look(Change::FirstColumn(first.saturating_sub(1))));
    }
}

/// A switch with the shape of its kind; struck through while it is off.
fn chip(ui: &mut Ui, entry: Entry, name: &str, count: &str, off: bool) -> Response {
    let palette = Palette::current(ui);
    let ink = if off { palette.ink3 } else { palette.ink };
    let layout = |text: &str, color: Color32| {
        ui.painter()
            .layout_no_wrap(text.to_owned(), Face::Sans.at(12.0), color)
    };
    let (words, number) = (layout(name, ink), layout(count, palette.ink2));
    let width = 8.0 + 18.0 + 6.0 + words.size().x + 6.0 + number.size().x + 8.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width.ceil(), 26.0), Sense::click());
    response
        .widget_info(|| WidgetInfo::selected(Role::Button, true, !off, format!("{name} {count}")));
    let painter = ui.painter();
    let fill = if response.hovered() {
        palette.sel
    } else {
        Color32::TRANSPARENT
    };
    painter.rect(
        rect,
        CornerRadius::same(4),
        fill,
        Stroke::new(1.0, palette.line),
        StrokeKind::Inside,
    );
    widgets::focus_ring(ui, &response, rect);
    let shape = Rect::from_center_size(pos2(rect.left() + 17.0, rect.center().y), vec2(18.0, 12.0));
    marks::paint_shape(painter, shape, entry, palette, off);
    let mut x = shape.right() + 6.0;
    let y = |height: f32| rect.center().y - height / 2.0;
    let size = words.size();
    painter.galley(pos2(x, y(size.y)), words, ink);
    if off {
        let middle = rect.center().y + 1.0;
        painter.line_segment(
            [pos2(x, middle), pos2(x + size.x, middle)],
            Stroke::new(1.0, palette.ink3),
        );
    }
    x += size.x + 6.0;
    painter.galley(pos2(x, y(number.size().y)), number, palette.ink2);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
