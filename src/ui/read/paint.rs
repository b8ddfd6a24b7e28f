//! Paints the text of a column with its marks, and the ribbons between two.

use std::ops::Range;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::text_selection::LabelSelectionState;
use egui::{
    Color32, CornerRadius, CursorIcon, Galley, Id, Pos2, Rangef, Rect, Response, Sense, Stroke, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use super::layout::{self, ASIDE_HEAD, ASIDE_PADDING, ColumnLayout};
use super::model::{self, Aside, Item, Mark, Model, Paragraph};
use super::ribbons::{self, Gutter, Ribbon};
use super::selection::{self, Begun};
use super::{ask_for_focus, hits, marks};
use crate::analysis::Kind;
use crate::locale::Message;
use crate::model::Edit;
use crate::ui::icons::Icon;
use crate::ui::palette::Palette;
use crate::ui::theme::Face;
use crate::ui::widgets::{self, Button};
use crate::ui::{Scene, describe};
use crate::workspace::Command;
use crate::workspace::view::Focus;

/// Left of the text to the bars of a paragraph.
const BAR: f32 = 14.0;
/// How far the ground of what is under the pointer goes towards its line's colour, as a share.
const HOVER: f32 = 0.18;
/// The same for the words that carry the focused statement: as far as the text on it stays easy to read.
const CARRIER: f32 = 0.3;

/// A column that is painted now.
pub(super) struct Column<'c, 's> {
    pub scene: &'c mut Scene<'s>,
    pub model: &'c Model,
    pub column: &'c model::Column,
    pub layout: &'c ColumnLayout,
    /// Where the first line of the column stands on the screen.
    pub origin: Pos2,
    pub focus: Option<Focus>,
    /// What is under the pointer, here or elsewhere.
    pub lit: Option<Focus>,
    /// Text that is being selected.
    pub begun: &'c mut Option<Begun>,
}

impl Column<'_, '_> {
    /// Paints what lies between two heights of the column.
    pub(super) fn show(mut self, ui: &mut Ui, seen: Rangef, hovered: &mut Option<Focus>) {
        let mut bracket: Option<Rect> = None;
        for index in self.layout.between(seen.min, seen.max) {
            let (Some(item), Some(galley)) =
                (self.column.items.get(index), self.layout.galley(index))
            else {
                continue;
            };
            let top = self.origin + vec2(0.0, self.layout.top(index));
            match item {
                Item::Paragraph(paragraph) => {
                    let at = top + vec2(0.0, layout::above(item));
                    if let Some(block) = paragraph.restored {
                        self.restored_head(ui, block, top, self.layout.item_height(index));
                    }
                    self.paragraph(
                        ui,
                        index,
                        paragraph,
                        Arc::clone(galley),
                        at,
                        hovered,
                        &mut bracket,
                    );
                }
                Item::Aside(aside) => self.aside(ui, aside, galley, top),
            }
        }
        if let Some(rows) = bracket {
            let (left, right) = (self.origin.x, self.origin.x + self.width(ui));
            let area = Rect::from_min_max(pos2(left, rows.top()), pos2(right, rows.bottom()));
            marks::paint_bracket(ui.painter(), area, Palette::current(ui).ink);
        }
    }

    fn width(&self, ui: &Ui) -> f32 {
        ui.max_rect().right() - super::RIGHT - self.origin.x
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "what a paragraph is, where it stands, and what it reports"
    )]
    fn paragraph(
        &mut self,
        ui: &mut Ui,
        index: usize,
        paragraph: &Paragraph,
        galley: Arc<Galley>,
        at: Pos2,
        hovered: &mut Option<Focus>,
        bracket: &mut Option<Rect>,
    ) {
        let palette = Palette::current(ui);
        let on_screen = |chars: &Range<usize>| -> Vec<Rect> {
            let rows = layout::rows(&galley, chars).into_iter();
            rows.map(|row| row.translate(at.to_vec2())).collect()
        };
        let rows: Vec<(&Mark, Vec<Rect>)> = paragraph
            .marks
            .iter()
            .chain(&paragraph.stock)
            .map(|mark| (mark, on_screen(&mark.chars)))
            .collect();
        self.paint_bars(ui, paragraph, &galley, at, &rows);
        for (mark, rows) in &rows {
            self.paint_mark(ui, mark, rows, &on_screen);
            if self.focus == Some(mark.focus) {
                let hull = rows.iter().copied().reduce(Rect::union);
                *bracket = [*bracket, hull].into_iter().flatten().reduce(Rect::union);
            }
        }
        let spot = self.scene.workspace.view.spot;
        let spot = spot.filter(|spot| spot.article == self.column.id);
        let looked_at = spot.and_then(|spot| hits::part(paragraph, spot.span));
        let hull = looked_at.iter().flat_map(on_screen).reduce(Rect::union);
        *bracket = [*bracket, hull].into_iter().flatten().reduce(Rect::union);
        let (painter, column) = (ui.painter(), self.column);
        hits::paint(painter, self.scene, column, paragraph, &on_screen, palette);
        selection::paint(painter, self.scene, column, paragraph, &on_screen, palette);
        let rect = Rect::from_min_size(at, vec2(self.width(ui), galley.size().y));
        let id = Id::unique(("paragraph", self.column.id, index));
        let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &paragraph.text));
        let text = (paragraph, galley.as_ref(), at);
        selection::point(ui, self.scene, self.begun, column, text, &response);
        ui.painter().galley(at, Arc::clone(&galley), palette.ink);
        self.passage_nodes(ui, index, paragraph, &rows);
        self.point(ui, &response, &rows, hovered);
    }

    /// Bars at the left: moved beside the rows of the passage, only here beside the whole paragraph.
    fn paint_bars(
        &self,
        ui: &Ui,
        paragraph: &Paragraph,
        galley: &Galley,
        at: Pos2,
        rows: &[(&Mark, Vec<Rect>)],
    ) {
        let palette = Palette::current(ui);
        let hidden = self.scene.workspace.view.hidden;
        if paragraph.only_here && !hidden.only_here {
            let bottom = at.y + galley.size().y;
            marks::paint_only_here_bar(
                ui.painter(),
                at.x - BAR,
                at.y + 2.0,
                bottom - 2.0,
                palette.only_here.line,
            );
        }
        for (mark, rows) in rows {
            if let (true, Some(first), Some(last)) =
                (mark.moved && !hidden.moved, rows.first(), rows.last())
            {
                marks::paint_moved_bars(
                    ui.painter(),
                    at.x - BAR,
                    first.top() + 2.0,
                    last.bottom() - 2.0,
                    palette.moved.line,
                );
            }
        }
    }

    /// Without a focus every passage has its ground; with one, that passage and the one under the pointer. What is not
    /// counted has a ground only then. The words that carry the focused statement stand on a darker one.
    fn paint_mark(
        &self,
        ui: &Ui,
        mark: &Mark,
        rows: &[Rect],
        on_screen: &impl Fn(&Range<usize>) -> Vec<Rect>,
    ) {
        let palette = Palette::current(ui);
        let is_stock = matches!(mark.focus, Focus::Stock(_));
        let colors = if is_stock {
            palette.stock
        } else {
            palette.kind(mark.kind)
        };
        let focused = self.focus == Some(mark.focus);
        let lit = self.lit == Some(mark.focus);
        let ground = |share| colors.fill.lerp_to_gamma(colors.line, share);
        let hover = if lit && !focused { HOVER } else { 0.0 };
        let fill = |rows: &[Rect], color| {
            for row in rows {
                ui.painter().rect_filled(*row, CornerRadius::ZERO, color);
            }
        };
        if focused || lit {
            fill(rows, ground(hover));
        } else if self.focus.is_none() && !is_stock {
            let strength = strength(mark.kind);
            fill(rows, palette.paper.lerp_to_gamma(colors.fill, strength));
        }
        if focused {
            for word in &mark.carriers {
                fill(&on_screen(word), ground(CARRIER));
            }
        }
        if is_stock {
            for row in rows {
                marks::paint_hairline(ui.painter(), *row, colors.line);
            }
        }
        for row in mark.line.iter().flat_map(on_screen) {
            marks::paint_line(ui.painter(), row, mark.kind, colors.line);
        }
    }

    /// Passages can be found and pressed by name, with a screen reader too; they are no stations of the Tab key.
    fn passage_nodes(
        &mut self,
        ui: &Ui,
        index: usize,
        paragraph: &Paragraph,
        rows: &[(&Mark, Vec<Rect>)],
    ) {
        let all = rows;
        for (mark, rows) in rows.iter().filter(|(mark, _)| mark.begins) {
            let Some(row) = rows.first() else { continue };
            let id = Id::unique((
                "passage",
                self.column.id,
                index,
                mark.focus,
                mark.chars.start,
            ));
            let response = ui.interact(*row, id, Sense::CLICK);
            response.widget_info(|| {
                WidgetInfo::labeled(Role::Button, true, self.passage_name(paragraph, mark))
            });
            if response.clicked() {
                // Pressed with the pointer, what is under it is meant; else what was named.
                let pressed = response.interact_pointer_pos();
                let focus = pressed.and_then(|pointer| under(all, pointer));
                ask_for_focus(self.scene, focus.or(Some(mark.focus)));
            }
        }
    }

    fn passage_name(&self, paragraph: &Paragraph, mark: &Mark) -> String {
        let words: String = paragraph
            .text
            .chars()
            .skip(mark.chars.start)
            .take(mark.chars.len().min(48))
            .collect();
        let Focus::Passage(passage) = mark.focus else {
            return self
                .scene
                .text(&Message::new("stock-name").with("words", words));
        };
        let mut order = self.model.order.iter();
        let number = order
            .position(|other| *other == passage)
            .map_or(0, |at| at + 1);
        let kind = describe::kind(self.scene.locale, mark.kind);
        let id = if mark.moved {
            "passage-name-moved"
        } else {
            "passage-name"
        };
        self.scene.text(
            &Message::new(id)
                .with("number", number)
                .with("kind", kind)
                .with("words", words),
        )
    }

    /// Finds what the pointer is on: the shortest passage wins.
    fn point(
        &mut self,
        ui: &Ui,
        response: &Response,
        rows: &[(&Mark, Vec<Rect>)],
        hovered: &mut Option<Focus>,
    ) {
        let Some(pointer) = ui
            .ctx()
            .pointer_hover_pos()
            .filter(|pos| response.rect.contains(*pos) && ui.clip_rect().contains(*pos))
        else {
            return;
        };
        let under = under(rows, pointer);
        if under.is_some() {
            *hovered = under;
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        if response.clicked() {
            ask_for_focus(self.scene, under);
        }
    }

    /// A block that is set aside: reason first, its text below, and a button that brings it back.
    fn aside(&mut self, ui: &mut Ui, aside: &Aside, galley: &Arc<Galley>, top: Pos2) {
        let palette = Palette::current(ui);
        let rect = Rect::from_min_size(
            top,
            vec2(self.width(ui), ASIDE_HEAD + galley.size().y + ASIDE_PADDING),
        );
        ui.painter()
            .rect_filled(rect, CornerRadius::ZERO, palette.panel);
        let mut y = rect.top();
        while y < rect.bottom() {
            let dash = Rect::from_min_max(
                pos2(rect.left() - 2.0, y),
                pos2(rect.left(), (y + 4.0).min(rect.bottom())),
            );
            ui.painter()
                .rect_filled(dash, CornerRadius::ZERO, palette.edge);
            y += 7.0;
        }
        let reason = describe::reason(self.scene.locale, aside.reason);
        let restore = self.scene.tr("restore");
        let head = Rect::from_min_size(top, vec2(rect.width(), ASIDE_HEAD));
        let pressed = aside_head(
            ui,
            (self.column.id, aside.block),
            head,
            &reason,
            &restore,
            Icon::Restore,
            |ui| {
                ui.set_max_width(260.0);
                let why = self.scene.text(&describe::cause(&aside.cause));
                widgets::paragraph(ui, why, Face::Sans, 12.0, Palette::current(ui).ink);
            },
        );
        let at = top + vec2(ASIDE_PADDING, ASIDE_HEAD);
        let id = Id::unique(("aside", self.column.id, aside.block));
        let response = ui.interact(
            Rect::from_min_size(at, galley.size()),
            id,
            Sense::CLICK | Sense::DRAG,
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &aside.text));
        LabelSelectionState::label_text_selection(
            ui,
            &response,
            at,
            Arc::clone(galley),
            palette.ink2,
            Stroke::NONE,
        );
        if pressed {
            self.restore(aside.block, true);
        }
    }

    /// Above a paragraph that the reader brought back: a solid bar, and the way to set it aside again.
    fn restored_head(&mut self, ui: &mut Ui, block: usize, top: Pos2, height: f32) {
        let palette = Palette::current(ui);
        marks::paint_only_here_bar(
            ui.painter(),
            top.x - BAR,
            top.y,
            top.y + height,
            palette.ink,
        );
        let head = Rect::from_min_size(top, vec2(self.width(ui), ASIDE_HEAD));
        let (name, again) = (
            self.scene.tr("restored-by-you"),
            self.scene.tr("set-aside-again"),
        );
        if aside_head(
            ui,
            (self.column.id, block),
            head,
            &name,
            &again,
            Icon::Undo,
            |_| {},
        ) {
            self.restore(block, false);
        }
    }

    fn restore(&mut self, block: usize, restored: bool) {
        let article = self.column.id;
        self.scene.ask(Command::Edit(Edit::Restore {
            article,
            block,
            restored,
        }));
    }
}

/// The reason at the left, a button at the right; true if it was pressed.
fn aside_head(
    ui: &mut Ui,
    salt: (crate::model::ArticleId, usize),
    rect: Rect,
    reason: &str,
    action: &str,
    icon: Icon,
    why: impl FnOnce(&mut Ui),
) -> bool {
    let inner = rect.shrink2(vec2(ASIDE_PADDING, 0.0));
    let builder = UiBuilder::new()
        .max_rect(inner)
        .id_salt(("aside-head", salt));
    ui.scope_builder(builder, |ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let pressed = Button::icon(icon, action).show(ui).clicked();
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let color = Palette::current(ui).ink;
                widgets::label(ui, reason, Face::SansSemiBold, 12.0, color).on_hover_ui(why);
            });
            pressed
        })
        .inner
    })
    .inner
}

/// What stands under the pointer: the shortest mark of several. Marks stand the longest first, what is not counted last.
fn under(rows: &[(&Mark, Vec<Rect>)], pointer: Pos2) -> Option<Focus> {
    let mut shortest_first = rows.iter().rev();
    shortest_first
        .find(|(_, rows)| rows.iter().any(|row| row.contains(pointer)))
        .map(|(mark, _)| mark.focus)
}

/// How strong the ground of a kind is while nothing has focus. Reworded passages are whole sentences, often several: they
/// stay behind what stands word for word.
fn strength(kind: Kind) -> f32 {
    match kind {
        Kind::Verbatim | Kind::Near => 1.0,
        Kind::Reworded => 0.5,
    }
}

/// Paints the ribbons of a gutter and finds the one under the pointer.
pub(super) fn ribbons(
    ui: &Ui,
    scene: &mut Scene<'_>,
    gutter: &Gutter,
    ribbons: &[(usize, Ribbon)],
    moved: &[usize],
    lit: Option<Focus>,
    hovered: &mut Option<Focus>,
) {
    let palette = Palette::current(ui);
    let focus = scene.workspace.view.focus;
    let hides_moved = scene.workspace.view.hidden.moved;
    let painter = ui.painter().with_clip_rect(gutter.rect());
    // Moved ones at the back, then the rest, then the focused one on top.
    let on_top = |passage: &usize| [focus, lit].contains(&Some(Focus::Passage(*passage)));
    let rank = |passage: &usize| (on_top(passage), !moved.contains(passage));
    let mut order: Vec<&(usize, Ribbon)> = ribbons
        .iter()
        .filter(|(passage, _)| !(hides_moved && moved.contains(passage)))
        .collect();
    order.sort_by_key(|(passage, _)| rank(passage));
    for (passage, ribbon) in &order {
        let kind = scene
            .workspace
            .findings
            .passages
            .get(*passage)
            .map_or(Kind::Near, |passage| passage.kind);
        let is_moved = moved.contains(passage);
        let mark = if is_moved {
            palette.moved
        } else {
            palette.kind(kind)
        };
        let on_top = on_top(passage);
        let strength = match (on_top, focus) {
            (true, _) => 1.0,
            (false, None) => 0.8 * strength(kind),
            (false, Some(_)) => 0.45,
        };
        let fill = if is_moved && !on_top {
            Color32::TRANSPARENT
        } else {
            mark.fill.gamma_multiply(strength)
        };
        let edge = Stroke::new(
            if on_top { 2.0 } else { 1.0 },
            mark.line.gamma_multiply(if on_top { 1.0 } else { 0.7 }),
        );
        let doubled = is_moved;
        ribbons::paint(
            &painter,
            gutter,
            ribbon,
            &ribbons::Look {
                kind,
                fill,
                edge,
                doubled,
            },
        );
    }
    let pointer = ui
        .ctx()
        .pointer_hover_pos()
        .filter(|pos| gutter.rect().contains(*pos) && ui.clip_rect().contains(*pos));
    let response = ui.interact(
        gutter.rect(),
        Id::unique(("gutter", *gutter.text.start() as i32)),
        Sense::CLICK,
    );
    let Some(pointer) = pointer else { return };
    let share = gutter.share(pointer.x);
    let under = order.iter().rev().find(|(_, ribbon)| {
        let (top, bottom) = ribbon.at(share);
        (top..=bottom).contains(&pointer.y)
    });
    if let Some((passage, _)) = under {
        *hovered = Some(Focus::Passage(*passage));
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        if response.clicked() {
            ask_for_focus(scene, Some(Focus::Passage(*passage)));
        }
    }
}
