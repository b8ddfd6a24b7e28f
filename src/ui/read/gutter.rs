//! Between two columns: the ribbons of what both have, and the splitter.

use egui::accesskit::Role;
use egui::{Color32, CursorIcon, EventFilter, Id, Key, Response, Sense, Stroke, Ui, WidgetInfo};

use super::ask_for_focus;
use super::build::moved_between;
use super::layout::ColumnLayout;
use super::model::{Column, Model};
use super::paint::strength;
use super::places::{self, Place};
use super::ribbons::{self, Gutter, Ribbon};
use crate::analysis::{Findings, Kind};
use crate::locale::Message;
use crate::ui::Scene;
use crate::ui::palette::Palette;
use crate::ui::widgets;
use crate::workspace::Command;
use crate::workspace::reading::Change;
use crate::workspace::view::{Focus, Look};

/// How far an arrow key moves the splitter, in points.
const ARROW: f32 = 16.0;

/// A passage that stands in both columns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// Its number.
    pub passage: usize,
    /// How the two agree.
    pub kind: Kind,
    /// Whether the two differ in its place.
    pub moved: bool,
    /// Top and bottom in the left column and in the right one, in points from their tops.
    pub ends: Ribbon,
}

/// What links two columns, in the order of the passages.
pub(super) fn links(
    findings: &Findings,
    model: &Model,
    pair: [&Column; 2],
    layouts: [&ColumnLayout; 2],
) -> Vec<Link> {
    let [left, right] = pair;
    let articles = [left.article, right.article];
    let moved = moved_between(findings, left.article, right.article);
    let numbers = model.order.iter();
    numbers
        .filter_map(|passage| {
            let [left, right] = layouts.map(|layout| layout.place_of(Focus::Passage(*passage)));
            let found = findings.passages.get(*passage)?;
            Some(Link {
                passage: *passage,
                kind: found.kind_among(&articles),
                moved: moved.contains(passage),
                ends: Ribbon {
                    left: left?,
                    right: right?,
                },
            })
        })
        .collect()
}

/// A gutter that is shown now.
pub(super) struct Shown<'c> {
    pub places: [&'c Place; 2],
    /// How far the columns are scrolled.
    pub offsets: [f32; 2],
    pub links: &'c [Link],
    /// What is under the pointer, here or elsewhere.
    pub lit: Option<Focus>,
}

impl Shown<'_> {
    /// Paints the ribbons; finds the one under the pointer; moves the splitter.
    pub fn show(&self, ui: &Ui, scene: &mut Scene<'_>, hovered: &mut Option<Focus>) {
        let gutter = self.gutter();
        let in_sight = self.in_sight(scene, &gutter);
        let painter = ui.painter().with_clip_rect(gutter.rect());
        for (link, ribbon) in &in_sight {
            let look = self.look(ui, scene, link);
            ribbons::paint(&painter, &gutter, ribbon, &look);
        }
        let response = self.interact(ui, scene, &gutter);
        let pointer = response.hover_pos().filter(|_| !response.dragged());
        let under = pointer.and_then(|pointer| {
            let mut from_top = in_sight.iter().rev();
            from_top.find(|(_, ribbon)| ribbon.is_at(&gutter, pointer))
        });
        if let Some((link, _)) = under {
            *hovered = Some(Focus::Passage(link.passage));
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
            if response.clicked() {
                ask_for_focus(scene, Some(Focus::Passage(link.passage)));
            }
        } else {
            self.split(ui, scene, &response);
        }
    }

    fn gutter(&self) -> Gutter {
        let [left, right] = self.places;
        Gutter {
            text: left.text_right() + 5.0..=right.text_left() - 5.0,
            bend: left.body.right() - 4.0..=right.body.left() - 2.0,
            view: left.body.top()..=left.body.bottom(),
        }
    }

    /// The ribbons that have a part in sight, on the screen: moved ones at the back, then the rest, then what has focus
    /// or the pointer.
    fn in_sight(&self, scene: &Scene<'_>, gutter: &Gutter) -> Vec<(&Link, Ribbon)> {
        let hides_moved = scene.workspace.view.hidden.moved;
        let shift = [0, 1].map(|side: usize| {
            let top = self.places.get(side).map_or(0.0, |place| place.body.top());
            top - self.offsets.get(side).copied().unwrap_or_default()
        });
        let [by_left, by_right] = shift;
        let mut found: Vec<(&Link, Ribbon)> = self
            .links
            .iter()
            .filter(|link| !(hides_moved && link.moved))
            .map(|link| (link, link.ends.shifted(by_left, by_right)))
            .filter(|(_, ribbon)| {
                ribbon.sight(*gutter.view.start(), *gutter.view.end()) != ribbons::Sight::None
            })
            .collect();
        found.sort_by_key(|(link, _)| (self.is_on_top(scene, link), !link.moved));
        found
    }

    fn is_on_top(&self, scene: &Scene<'_>, link: &Link) -> bool {
        let focus = scene.workspace.view.focus;
        [focus, self.lit].contains(&Some(Focus::Passage(link.passage)))
    }

    fn look(&self, ui: &Ui, scene: &Scene<'_>, link: &Link) -> ribbons::Look {
        let palette = Palette::current(ui);
        let mark = if link.moved {
            palette.moved
        } else {
            palette.kind(link.kind)
        };
        let on_top = self.is_on_top(scene, link);
        let fill = match (on_top, scene.workspace.view.focus) {
            (true, _) => 1.0,
            (false, None) => 0.8 * strength(link.kind),
            (false, Some(_)) => 0.45,
        };
        let (wide, edge) = if on_top { (2.0, 1.0) } else { (1.0, 0.7) };
        ribbons::Look {
            kind: link.kind,
            fill: if link.moved && !on_top {
                Color32::TRANSPARENT
            } else {
                mark.fill.gamma_multiply(fill)
            },
            edge: Stroke::new(wide, mark.line.gamma_multiply(edge)),
            doubled: link.moved,
        }
    }

    fn interact(&self, ui: &Ui, scene: &Scene<'_>, gutter: &Gutter) -> Response {
        let [left, right] = self.places;
        let mut rect = gutter.rect();
        // Beside the heads too, where no ribbon is in the way.
        rect.min.y = left.rect.top();
        rect.min.x = left.body.right();
        rect.max.x = right.body.left();
        let id = Id::unique(("gutter", left.id, right.id));
        let response = ui.interact(rect, id, Sense::click_and_drag());
        response.widget_info(|| {
            let message = Message::new("splitter")
                .with("left", scene.outlet_named(left.id))
                .with("right", scene.outlet_named(right.id));
            WidgetInfo::labeled(Role::Splitter, true, scene.text(&message))
        });
        let line = rect
            .with_max_y(left.body.top())
            .shrink2(egui::vec2(0.0, 6.0));
        if response.hovered() || response.dragged() {
            let stroke = Stroke::new(2.0, Palette::current(ui).edge);
            ui.painter().vline(line.center().x, line.y_range(), stroke);
        }
        widgets::focus_ring(ui, &response, line);
        response
    }

    /// Dragged, or moved by the arrow keys; a double click makes both as wide as they are by themselves.
    fn split(&self, ui: &Ui, scene: &mut Scene<'_>, response: &Response) {
        if response.hovered() || response.dragged() {
            ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
        let [left, right] = self.places;
        if response.double_clicked() {
            let equal = vec![(left.id, 1.0), (right.id, 1.0)];
            scene.ask(Command::Look(Look::Layout(Change::Shares(equal))));
            return;
        }
        let by = response.drag_delta().x + arrows(ui, response);
        if by == 0.0 {
            return;
        }
        let reading = &scene.workspace.view.layout;
        let shares = (reading.share(left.id), reading.share(right.id));
        let widths = (left.rect.width(), right.rect.width());
        let (one, other) = places::split(shares, widths, by);
        let shares = vec![(left.id, one), (right.id, other)];
        scene.ask(Command::Look(Look::Layout(Change::Shares(shares))));
    }
}

fn arrows(ui: &Ui, response: &Response) -> f32 {
    if !response.has_focus() {
        return 0.0;
    }
    let filter = EventFilter {
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let none = egui::Modifiers::NONE;
    ui.input_mut(|input| {
        let right = input.count_and_consume_key(none, Key::ArrowRight) as f32;
        let left = input.count_and_consume_key(none, Key::ArrowLeft) as f32;
        (right - left) * ARROW
    })
}
